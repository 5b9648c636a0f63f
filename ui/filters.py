"""The filters under the question: days, paper, section and reporter, to see and to clear."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import gradio as gr

from ui.days import day_field
from ui.escape import as_html
from ui.texts import ZH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa import Archive, UsageError
    from qa.filters import FilterOptions
    from qa.types import Filters
    from ui.labels import Labels
    from ui.wording import Texts

_EDITIONS_READ = 30  # newest ones, whose banners are offered as sections

ALL = "all"  # the name of every filter together

# Tells Python which filter's button was pressed; the question is what one goes on with.
_CLEAR = """element.addEventListener("click", (event) => {
  const button = event.target.closest("[data-open]");
  if (!button) return;
  trigger("select", { index: 0, value: button.dataset.open, selected: true });
  document.querySelector("#wb-box textarea").focus();
});"""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a reader narrowed the search to; "" is everything."""

    since: str = ""  # YYYY-MM-DD
    until: str = ""
    paper: str = ""
    section: str = ""
    reporter: str = ""

    def options(self) -> FilterOptions:
        """Return this as `Archive.ask` takes it."""
        return {
            "since": self.since or None,
            "until": self.until or None,
            "paper": self.paper or None,
            "section": self.section or None,
            "reporter": self.reporter or None,
        }

    def without(self, name: str) -> list[str]:
        """Return the values of the fields once `name`, one of them or `ALL`, is cleared."""
        values = asdict(self)
        return ["" if name in (field, ALL) else value for field, value in values.items()]


def searched_words(filters: Filters, texts: Texts) -> str:
    """Return in words what a question was searched in, its own dates among it."""
    days = (filters.dates.since, filters.dates.until)
    since, until = (day.isoformat() if day and day != date.min else "" for day in days)
    words = (texts.days(since, until), filters.paper, filters.section, filters.reporter)
    return " · ".join(word for word in words if word)


# Days that leave nothing out. Given days go before those that a question names itself.
ALL_DAYS = date.min.isoformat()


def choice(*fields: object) -> Choice:
    """Return what the fields of a `FilterBar` hold, in their order."""
    return Choice(*(str(value or "").strip() for value in fields))


@dataclass(frozen=True, slots=True)
class FilterBar:
    """The filters' components."""

    since: gr.HTML
    until: gr.HTML
    paper: gr.Dropdown
    section: gr.Dropdown
    reporter: gr.Textbox

    @property
    def fields(self) -> list[gr.HTML | gr.Dropdown | gr.Textbox]:
        """The fields, in the order of `Choice`."""
        return [self.since, self.until, self.paper, self.section, self.reporter]


def filter_bar(archive: Archive, labels: Labels) -> FilterBar:
    """Make the filters inside the current Gradio block."""
    # Gradio takes only what it offered; a page that outlives its session falls back on these.
    papers, sections = (
        {"choices": offered["choices"], "value": "", "min_width": 130}
        for offered in dropdowns(archive, ZH)
    )
    with (
        labels.make(gr.Accordion, {"label": "filters"}, open=False, elem_id="wb-filters"),
        gr.Row(elem_classes="wb-fields"),
    ):
        since = day_field(labels, "since", "wb-since")
        until = day_field(labels, "until", "wb-until")
        paper = labels.make(gr.Dropdown, {"label": "paper"}, elem_id="wb-paper", **papers)
        section = labels.make(gr.Dropdown, {"label": "section"}, elem_id="wb-section", **sections)
        reporter = labels.make(
            gr.Textbox, {"label": "reporter"}, elem_id="wb-reporter", max_length=20, min_width=130
        )
    return FilterBar(since, until, paper, section, reporter)


def chosen_filters() -> gr.HTML:
    """Make what shows the filters that were chosen, each with a button that clears it."""
    return gr.HTML(elem_id="wb-chosen", apply_default_css=False, js_on_load=_CLEAR)


def chosen_html(chosen: Choice, texts: Texts) -> str:
    """Return the chosen filters in words, a button each; "" where nothing was chosen."""
    words = {
        "since": texts.days(chosen.since, ""),
        "until": texts.days("", chosen.until),
        "paper": chosen.paper,
        "section": chosen.section,
        "reporter": chosen.reporter,
    }
    buttons = [_button(name, word, texts) for name, word in words.items() if word]
    if not buttons:
        return ""
    if len(buttons) > 1:
        buttons.append(
            f'<button type="button" class="wb-all" data-open="{ALL}">{texts.clear_all}</button>'
        )
    return f"<p><span>{texts.chosen}</span>{''.join(buttons)}</p>"


def _button(name: str, word: str, texts: Texts) -> str:
    label = as_html(texts.clear.format(filter=word))
    return (
        f'<button type="button" data-open="{name}" aria-label="{label}">'
        f'{as_html(word)} <span aria-hidden="true">✕</span></button>'
    )


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


def reason(error: UsageError, texts: Texts) -> str:
    """Return why a choice was refused."""
    if "is not a date" in str(error):
        return texts.bad_date
    return texts.bad_days if "is after until" in str(error) else str(error)
