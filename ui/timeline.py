"""How a story went on: the articles found for a question, by the day of their edition."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ui.escape import as_html
from ui.messages import shown_title
from ui.nearest import nearest
from ui.sources import ARTICLE, actions, article_link

if TYPE_CHECKING:
    from datetime import date

    from qa import Archive, Hit
    from ui.texts import Texts

_MOST = 12  # articles


def timeline(question: str, archive: Archive, texts: Texts, back: str) -> str:
    """Return the dated articles that fit `question`, oldest day first.

    Args:
        question: what was searched.
        archive: where.
        texts: the reader's language.
        back: what a link back opens.
    """
    near = nearest(question, archive, _MOST)
    dated = sorted((hit for hit in near if hit.edition.date), key=_day)
    days = "".join(_on_day(day, list(group), texts) for day, group in groupby(dated, key=_day))
    link_back = f'<a href="#" data-open="{as_html(back)}">← {texts.back}</a>'
    return (
        f'<section class="wb-timeline">{actions(link_back, texts)}'
        f'<h2 class="wb-eyebrow">{texts.timeline}</h2>'
        f'<h3 class="wb-headline">{as_html(question)}</h3><ol>{days}</ol></section>'
    )


def _day(hit: Hit) -> date:
    assert hit.edition.date is not None  # those without were left out
    return hit.edition.date


def _on_day(day: date, hits: list[Hit], texts: Texts) -> str:
    items = "".join(
        f"<p><a {article_link(hit.article.id, f'{ARTICLE}-{hit.article.id}')}>"
        f"{as_html(shown_title(hit.article))}</a></p>"
        for hit in hits
    )
    return f"<li><time>{texts.day(day)}</time>{items}</li>"
