"""Answers which editions reported something, how many times and on which page: by listing them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qa.answering.evidence import Evidence, best_of_each, evidence_at, whole_text
from qa.answering.quoting import ANSWERER, MOST_LISTED, citation, listing, printed_in
from qa.answering.wording import listed_note
from qa.citing import day_and_paper
from qa.overlap import evenly, share
from qa.passages import title_lines
from qa.text import fold, is_chinese, sentences, terms
from qa.types import Answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.types import Article, Hit, Query, Span

_TELLS = 0.7  # of what an article is to tell of, what it must have


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


def printed(query: Query, topic: str, hits: Sequence[Hit]) -> Answer | None:
    """Return where the article that tells of `topic` is printed, with its reprints.

    Where several have it in their titles, all of these; None where no article has enough of it.

    Args:
        query: the question.
        topic: what the article is to tell of, as `printed_topic` found it.
        hits: what was found for it, best first.
    """
    wanted, first = evenly(tuple(terms(topic))), best_of_each(hits)
    telling = [hit for hit in first if share(wanted, whole_text(hit.article)) >= _TELLS]
    titled = [hit for hit in telling if fold(topic) in fold(title_lines(hit.article))]
    chinese = is_chinese(query.question)
    citations, lines = [], []
    for number, hit in enumerate((titled or telling[:1])[:MOST_LISTED], 1):
        place = _place(topic, hit.article) or _told(hit.article)[0]
        quote = citation(number, Evidence(hit, place, 0.0))
        citations.append(quote)
        lines += [f"{where}[{number}]" for where in printed_in(quote, chinese=chinese)]
    if not lines:
        return None
    text = "\n".join(lines)
    return Answer(query.question, query.text, text, tuple(citations), False, ANSWERER)


def _naming(topic: str, hit: Hit) -> Iterator[Evidence]:
    """Yield where a hit's article names `topic`, and where its reprints do, each by itself."""
    if place := _place(topic, hit.article):
        yield Evidence(replace(hit, reprints=()), place, 0.0)
    for article, edition in hit.reprints:
        if place := _place(topic, article):
            yield evidence_at(article, edition, place)


def _place(topic: str, article: Article) -> Span | None:
    """Return the sentence of an article that names `topic`; the first if the title does."""
    wanted, spans = fold(topic), _told(article)
    for span in spans:
        if wanted in fold(article.text[span.start : span.end]):
            return span
    titled = wanted in fold(f"{article.kicker}\n{article.headline}\n{article.subhead}")
    return spans[0] if titled and spans else None


def _told(article: Article) -> list[Span]:
    """Return the sentences of an article behind its byline; that where there are none."""
    spans = sentences(article.text)
    return [span for span in spans if span.start >= len(article.byline)] or spans[:1]


def _head(query: Query, topic: str, found: Sequence[Evidence], *, open_ended: bool) -> str:
    """Say how many there are and which was first; `open_ended` where not all were looked at."""
    held = {one.hit.edition.id: one.hit.edition for one in found}
    editions, first = len(held), min(held.values(), key=lambda one: str(one.date))
    chinese = is_chinese(query.question)
    left = listed_note(len(found), MOST_LISTED, "篇", chinese=chinese)
    told_first = "" if editions == 1 or open_ended else day_and_paper(first)
    if chinese:
        least, earliest = "至少" if open_ended else "", told_first and f",最早是{told_first}"
        return f"{least}有{editions}期报纸的{len(found)}篇报道提到“{topic}”{earliest}{left}。"
    least, earliest = "At least " if open_ended else "", told_first and f", first {told_first}"
    return f"{least}{len(found)} articles in {editions} editions name “{topic}”{earliest}{left}:"
