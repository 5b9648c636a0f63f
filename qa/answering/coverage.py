"""Answers which editions reported something, and how many times: by listing them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qa.answering.evidence import Evidence, evidence_at
from qa.answering.quoting import MOST_LISTED, listing
from qa.answering.wording import listed_note
from qa.text import fold, is_chinese, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.types import Answer, Article, Hit, Query, Span


def coverage(query: Query, topic: str, hits: Sequence[Hit]) -> Answer | None:
    """Return the editions whose articles name `topic`, newest first; None where none does.

    Args:
        query: the question.
        topic: what is to be named, as `covered_topic` found it.
        hits: what was found for it; of each article at least one.
    """
    told = {one.hit.article.id: one for hit in hits for one in _naming(topic, hit)}
    if not told:
        return None
    there_may_be_more = _place(topic, hits[-1].article) is not None
    found, open_ended = list(told.values()), there_may_be_more and len(hits) > MOST_LISTED
    return listing(query, _head(query, topic, found, open_ended=open_ended), found)


def _naming(topic: str, hit: Hit) -> Iterator[Evidence]:
    """Yield where a hit's article names `topic`, and where its reprints do, each by itself."""
    if place := _place(topic, hit.article):
        yield Evidence(replace(hit, reprints=()), place, 0.0)
    for article, edition in hit.reprints:
        if place := _place(topic, article):
            yield evidence_at(article, edition, place)


def _place(topic: str, article: Article) -> Span | None:
    """Return the sentence of an article that names `topic`; the first if the title does."""
    wanted, start = fold(topic), len(article.byline)
    spans = [span for span in sentences(article.text) if span.start >= start]
    for span in spans:
        if wanted in fold(article.text[span.start : span.end]):
            return span
    titled = wanted in fold(f"{article.kicker}\n{article.headline}\n{article.subhead}")
    return spans[0] if titled and spans else None


def _head(query: Query, topic: str, found: Sequence[Evidence], *, open_ended: bool) -> str:
    """Say how many there are; `open_ended` where not all were looked at."""
    editions = len({one.hit.edition.id for one in found})
    chinese = is_chinese(query.question)
    left = listed_note(len(found), MOST_LISTED, "篇", chinese=chinese)
    if chinese:
        least = "至少" if open_ended else ""
        return f"{least}有{editions}期报纸的{len(found)}篇报道提到“{topic}”{left}。"
    least = "At least " if open_ended else ""
    return f"{least}{len(found)} articles in {editions} editions name “{topic}”{left}:"
