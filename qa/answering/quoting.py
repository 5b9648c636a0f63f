"""Writes an answer out of quotes: the short answer, then each quote with its number and edition."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qa.answering.wording import days_text
from qa.citing import day_and_paper, printed_at
from qa.text import fold, is_chinese
from qa.types import Answer, Citation, Genre

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from qa.answering.evidence import Evidence
    from qa.types import Hit, Query

ANSWERER = "extractive"
MOST_LISTED = 20

# `8月31日`, `二〇二四年`: a date that tells itself. Any other one (`昨日`, `去年9月`, `31日`) is
# only understood by the date of its edition.
_WRITTEN_OUT = re.compile(r"[\d〇零○一二三四五六七八九十]+(?![\d〇零○一二三四五六七八九十日号])")


def quoted(query: Query, chosen: Sequence[Evidence], short: str = "") -> Answer:
    """Return the answer that quotes `chosen` in their order, led by `short` where there is one."""
    citations = tuple(citation(number, one) for number, one in enumerate(chosen, 1))
    several = len({one.edition.id for one in citations}) > 1
    chinese = is_chinese(query.question)
    lines = [line(one, dated=several, chinese=chinese) for one in citations]
    text = "\n".join((f"{short}{'。' if chinese else '.'}", *lines) if short else lines)
    return Answer(query.question, query.text, text, citations, False, ANSWERER, short=short)


def citation(number: int, one: Evidence) -> Citation:
    """Return a sentence as a numbered quote."""
    hit, span = one.hit, one.span
    place = hit.article, hit.edition, hit.passage, hit.reprints
    return Citation(number, one.text, span.start, span.end, *place)


def line(quote: Citation, *, dated: bool, chinese: bool = True) -> str:
    """Return a quote with its mark, its edition where several speak, and its dates explained."""
    text = quote.quote.replace("\n", " ")
    head = _edition_head(quote) if dated else ""
    return f"{head}{text}[{quote.number}]{explained(quote, chinese=chinese)}"


def with_source(told: Answer) -> Answer:
    """Return an answer led by where its first quote and its reprints are, and who signed each."""
    heads = printed_in(told.citations[0], chinese=is_chinese(told.question))
    quotes = without_short(told)
    return replace(quotes, text="\n".join((*heads, quotes.text)))


def without_short(told: Answer) -> Answer:
    """Return an answer without the short one before its quotes."""
    quotes = told.text.split("\n")[bool(told.short) :]
    return replace(told, text="\n".join(quotes), short="")


def printed_in(found: Hit | Citation, *, chinese: bool) -> list[str]:
    """Return where an article and its reprints are printed, a line each, the first print first."""
    printed = sorted(
        ((found.article, found.edition), *found.reprints), key=lambda both: str(both[1].date)
    )
    return [printed_at(*both, chinese=chinese) for both in printed]


def listing(query: Query, head: str, found: Iterable[Evidence], *, dated: bool = True) -> Answer:
    """Return the answer that lists `found` under `head`: the newest MOST_LISTED, newest first.

    Each is told with its edition where `dated`; those of one edition stay in their order.
    """
    newest = sorted(found, key=lambda one: str(one.hit.edition.date), reverse=True)[:MOST_LISTED]
    citations = tuple(citation(number, one) for number, one in enumerate(newest, 1))
    text = "\n".join((head, *(_listed(one, dated=dated) for one in citations)))
    return Answer(query.question, query.text, text, citations, False, ANSWERER)


def _listed(quote: Citation, *, dated: bool) -> str:
    """Return a quote as one of a list: with its edition, the title of its article and its mark."""
    text = quote.quote.replace("\n", " ")
    head = _edition_head(quote) if dated else ""
    return f"{head}《{quote.article.title}》{text}[{quote.number}]"


def _edition_head(quote: Citation) -> str:
    """Return which edition a quote is of: `2024-10-16《岚江日报》更正:`."""
    if quote.edition.date is None:
        return ""
    kind = Genre.CORRECTION.value if quote.article.genre is Genre.CORRECTION else ""
    return f"{day_and_paper(quote.edition)}{kind}:"


def explained(quote: Citation, *, chinese: bool, said: str = "") -> str:
    """Return what relative dates of the quote mean: `(“昨日”指2021-09-01)`.

    Args:
        quote: what is quoted.
        chinese: whether it is said in Chinese.
        said: what is shown in place of the quote: what it leaves out needs no word.
    """
    meant = []
    for mention in quote.article.dates:
        if quote.start <= mention.start and mention.end <= quote.end:
            words = quote.article.text[mention.start : mention.end]
            is_said = words in (said or quote.quote) and not _tells(said, mention.since)
            if is_said and not _WRITTEN_OUT.match(fold(words)):
                means = "指" if chinese else " is "
                meant.append(
                    f"“{words}”{means}{days_text(mention.since, mention.until, chinese=chinese)}"
                )
    return f"({','.join(dict.fromkeys(meant))})" if meant else ""


def _tells(said: str, day: date) -> bool:
    """Return whether what is said tells a day itself: `昨日(4月9日)`."""
    return f"{day.month}月{day.day}日" in said
