"""The filters under the question: days, paper and section, which one can see and clear."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import gradio as gr

from ui.texts import ZH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa import Archive, UsageError
    from qa.archive import FilterOptions
    from qa.types import Filters
    from ui.labels import Labels
    from ui.texts import Texts

_EDITIONS_READ = 30  # newest ones, whose banners are offered as sections


@dataclass(frozen=True, slots=True)
class Choice:
    """What a reader narrowed the search to; "" is everything."""

    since: str = ""  # YYYY-MM-DD
    until: str = ""
    paper: str = ""
    section: str = ""

    def options(self) -> FilterOptions:
        """Return this as `Archive.ask` takes it."""
        return {
            "since": self.since or None,
            "until": self.until or None,
            "paper": self.paper or None,
            "section": self.section or None,
        }

    def words(self) -> str:
        """Return this in words, "" where nothing was chosen: `2024-05-01 – · 校园观察`."""
        return _words(self.since, self.until, self.paper, self.section)


def searched_words(filters: Filters) -> str:
    """Return in words what a question was searched in, its own dates among it."""
    days = (filters.dates.since, filters.dates.until)
    since, until = (day.isoformat() if day and day != date.min else "" for day in days)
    return _words(since, until, filters.paper or "", filters.section or "")


def _words(since: str, until: str, *names: str) -> str:
    days = since if since == until else f"{since} – {until}".strip()
    return " · ".join(name for name in (days, *names) if name)


# Days that leave nothing out. Given days go before those that a question names itself.
ALL_DAYS = date.min.isoformat()


def choice(since: object, until: object, paper: object, section: object) -> Choice:
    """Return what the four fields hold."""
    return Choice(*(str(value or "").strip() for value in (since, until, paper, section)))


@dataclass(frozen=True, slots=True)
class FilterBar:
    """The filters' components."""

    box: gr.Accordion
    since: gr.DateTime
    until: gr.DateTime
    paper: gr.Dropdown
    section: gr.Dropdown
    clear: gr.Button

    @property
    def fields(self) -> list[gr.DateTime | gr.Dropdown]:
        """The four fields, in the order of `choice`."""
        return [self.since, self.until, self.paper, self.section]


def filter_bar(archive: Archive, labels: Labels) -> FilterBar:
    """Make the filters inside the current Gradio block."""
    # Gradio takes only what it offered; a page that outlives its session falls back on these.
    papers, sections = (
        {"choices": offered["choices"], "value": "", "min_width": 130}
        for offered in dropdowns(archive, ZH)
    )
    with labels.make(gr.Accordion, {"label": "filters"}, open=False, elem_id="wb-filters") as box:
        with gr.Row(elem_classes="wb-fields"):
            day: dict[str, Any] = {"include_time": False, "type": "string", "min_width": 130}
            since = labels.make(gr.DateTime, {"label": "since"}, elem_id="wb-since", **day)
            until = labels.make(gr.DateTime, {"label": "until"}, elem_id="wb-until", **day)
            paper = labels.make(gr.Dropdown, {"label": "paper"}, elem_id="wb-paper", **papers)
            section = labels.make(
                gr.Dropdown, {"label": "section"}, elem_id="wb-section", **sections
            )
        clear = labels.make(
            gr.Button, {"value": "clear_filters"}, size="sm", visible=False, elem_id="wb-clear"
        )
    return FilterBar(box, since, until, paper, section, clear)


def dropdowns(archive: Archive, texts: Texts) -> list[Any]:
    """Return the updates that offer the archive's papers and sections."""
    held = archive.editions()
    papers = dict.fromkeys(one.edition.paper for one in held if one.edition.paper)
    sections = dict.fromkeys(
        article.banner
        for one in reversed(held[-_EDITIONS_READ:])
        for article, _ in archive.articles(one.edition.id)
        if article.banner
    )
    return [_offer(papers, texts), _offer(sections, texts)]


def _offer(names: Sequence[str] | dict[str, None], texts: Texts) -> Any:
    return gr.update(choices=[(texts.every, ""), *((name, name) for name in names)], value="")


def filters_shown(chosen: Choice, texts: Texts) -> list[Any]:
    """Return the updates of the box and of the button that clears it."""
    words = chosen.words()
    label = f"{texts.filters} · {words}" if words else texts.filters
    return [gr.update(label=label), gr.update(visible=bool(words))]


def reason(error: UsageError, texts: Texts) -> str:
    """Return why a choice was refused."""
    return texts.bad_date if "is not a date" in str(error) else str(error)
