"""The page where one reads: editions by paper and year, their contents, and whole articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import gradio as gr

from ui.calendar import EDITION, coverage, undated
from ui.labels import texts_of
from ui.opening import gone, newest, opener
from ui.reading import contents, no_edition, notice, whole_article
from ui.sources import ARTICLE

if TYPE_CHECKING:
    from qa import Archive, EditionSummary
    from qa.types import Edition
    from ui.labels import Labels
    from ui.wording import Texts

Updates = list[Any]


class EditionsPage:
    """The components of the page, and what happens in them."""

    def __init__(self, archive: Archive, labels: Labels) -> None:
        """Make the page inside the current Gradio block."""
        self._archive = archive
        with gr.Row(elem_id="wb-library"):
            with gr.Column(scale=5, min_width=320, elem_id="wb-shelf-side"):
                with gr.Row(elem_classes="wb-fields"):
                    # Gradio takes only what it offered; a page that outlives its session falls
                    # back on these.
                    held = archive.editions()
                    papers = list(dict.fromkeys(one.edition.paper for one in held))
                    years = sorted({_year(one.edition) for one in held})
                    self.paper = labels.make(
                        gr.Dropdown, {"label": "paper"}, choices=papers, elem_id="wb-shelf-paper"
                    )
                    self.year = labels.make(
                        gr.Dropdown, {"label": "year"}, choices=years, elem_id="wb-shelf-year"
                    )
                self.shelf = gr.HTML(
                    elem_id="wb-shelf",
                    apply_default_css=False,
                    js_on_load=opener(
                        "#wb-shelf [data-open], #wb-reader [data-open]", "#wb-reader"
                    ),
                )
            with gr.Column(scale=7, min_width=320, elem_id="wb-reader-side"):
                self.reader = gr.HTML(elem_id="wb-reader", apply_default_css=False)
        quiet: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
        self.shelf.select(self._open, None, self.outputs, **quiet)
        self.paper.input(self._choose_paper, self.paper, self.outputs, **quiet)
        self.year.input(self._choose_year, [self.paper, self.year], self.outputs, **quiet)

    @property
    def outputs(self) -> list[Any]:
        """The components that `opened` updates."""
        return [self.paper, self.year, self.shelf, self.reader]

    def loaded(self, article_id: str, texts: Texts) -> Updates:
        """Return the updates of `outputs` for an article; for the newest edition if it is ""."""
        if article_id:
            return self._article(article_id, texts)
        held = self._archive.editions()
        if not held:
            return [gr.skip(), gr.skip(), no_edition(texts), ""]
        return self._edition(newest(held), texts)

    def _open(self, chosen: gr.SelectData, request: gr.Request) -> Updates:
        kind, _, name = str(chosen.value).partition("-")
        if kind == ARTICLE:
            return self._article(name, texts_of(request))
        found = [one for one in self._archive.editions() if one.edition.id == name]
        if kind == EDITION and found:
            return self._edition(found[0], texts_of(request))
        return [gr.skip()] * 4

    def _choose_paper(self, paper: str, request: gr.Request) -> Updates:
        held = [one for one in self._archive.editions() if one.edition.paper == paper]
        return self._edition(newest(held), texts_of(request)) if held else [gr.skip()] * 4

    def _choose_year(self, paper: str, year: str, request: gr.Request) -> Updates:
        held = [
            one
            for one in self._archive.editions()
            if one.edition.paper == paper and _year(one.edition) == year
        ]
        return self._edition(newest(held), texts_of(request)) if held else [gr.skip()] * 4

    def _article(self, article_id: str, texts: Texts) -> Updates:
        """Return the updates that show an article, or that it is gone, beside its edition."""
        found = self._archive.article(article_id)
        edition_id = found[1].id if found else ""
        held = [one for one in self._archive.editions() if one.edition.id == edition_id]
        if held:
            return self._edition(held[0], texts, article_id)
        return [*self.loaded("", texts)[:-1], gone(texts)]

    def _edition(self, shown: EditionSummary, texts: Texts, article_id: str = "") -> Updates:
        """Return the updates that show an edition with one of its articles, else with its first."""
        everything = self._archive.editions()
        edition = shown.edition
        papers = dict.fromkeys(one.edition.paper for one in everything)
        same_paper = [one.edition for one in everything if one.edition.paper == edition.paper]
        years = sorted({_year(one) for one in same_paper}, reverse=True)
        articles = [article for article, _ in self._archive.articles(edition.id)]
        asked = (one for one in articles if one.id == article_id)
        read = next(asked, articles[0] if articles else None)
        return [
            _choices({name: name or texts.unnamed for name in papers}, edition.paper),
            _choices({year: year or texts.undated for year in years}, _year(edition)),
            _shelf(edition, same_paper, texts)
            + contents(edition, articles, texts, current=read.id if read else ""),
            whole_article(read, edition, texts) if read else notice(texts.no_articles),
        ]


def _choices(names: dict[str, str], chosen: str) -> Any:
    return gr.update(choices=[(shown, name) for name, shown in names.items()], value=chosen)


def _shelf(shown: Edition, same_paper: list[Edition], texts: Texts) -> str:
    dated = [one for one in same_paper if one.date]
    if shown.date:
        return coverage(shown, dated, texts)
    return undated(shown, [one for one in same_paper if not one.date], texts)


def _year(edition: Edition) -> str:
    return str(edition.date.year) if edition.date else ""
