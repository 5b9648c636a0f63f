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

    from qa import Archive
    from qa.types import Article, Edition
    from ui.conversation import Turn
    from ui.wording import Texts

_MOST = 12  # articles


def timeline(turn: Turn, archive: Archive, texts: Texts, back: str) -> str:
    """Return the dated articles that an answer cites or that fit its question, oldest day first.

    Args:
        turn: the question with its answer.
        archive: where it was searched.
        texts: the reader's language.
        back: what a link back opens.
    """
    cited = (archive.article(quote.article_id) for quote in turn.quotes)
    near = ((hit.article, hit.edition) for hit in nearest(turn.searched, archive, _MOST))
    told = {found[0].id: found for found in (*cited, *near) if found and found[1].date}
    dated = sorted(told.values(), key=_day)
    days = "".join(_on_day(day, list(group), texts) for day, group in groupby(dated, key=_day))
    link_back = f'<a href="#" data-open="{as_html(back)}">← {texts.back}</a>'
    return (
        f'<section class="wb-timeline">{actions(link_back, texts)}'
        f'<h2 class="wb-eyebrow">{texts.timeline}</h2>'
        f'<h3 class="wb-headline">{as_html(turn.searched)}</h3><ol>{days}</ol></section>'
    )


def _day(found: tuple[Article, Edition]) -> date:
    day = found[1].date
    assert day is not None  # those without were left out
    return day


def _on_day(day: date, found: list[tuple[Article, Edition]], texts: Texts) -> str:
    items = "".join(
        f"<p><a {article_link(article.id, f'{ARTICLE}-{article.id}')}>"
        f"{as_html(shown_title(article))}</a></p>"
        for article, _ in found
    )
    return f"<li><time>{texts.day(day)}</time>{items}</li>"
