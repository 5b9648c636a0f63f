"""Answers with the archive's own sentences: the shortest answer, then the quotes that give it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.answering.bylines import credit_evidence
from qa.answering.evidence import Evidence, answered, ranked
from qa.answering.expected import takes_several_sentences
from qa.answering.spans import answer_span, has_form
from qa.overlap import sought
from qa.passages import title_line
from qa.text import fold
from qa.types import Answer, Citation, Expected, Genre

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qa.overlap import Sought
    from qa.types import Hit, Query, Span

ANSWERER = "extractive"

_MOST_SENTENCES = 4
_SENTENCES_AFTER = 2  # a reason or a list mostly follows the sentence that names it
_MOST_EDITIONS = 3
_RELATED = 3
# What sentences may lie behind the best one to be quoted beside it, in logits.
_NEAR_BEST = 1.5
_SAME_IN_ANOTHER_EDITION = 2.0

# `昨日`, `今年`: a date that only the edition's date explains
_RELATIVE = re.compile(
    r"[昨今明前当次][天日晚晨年]|去年|本月|上个?月|上周|本周|下周|年底|年初|月底|月初"
)

# `市长是谁?`, `谁是冠军?`: only a name answers
_WHO_IS = re.compile(r"是谁[?]?$|^谁是|叫什么")

_CHINESE = re.compile(r"[\u3400-\u9fff]")


def answer(query: Query, hits: Sequence[Hit], *, rarity: Callable[[str], float]) -> Answer:
    """Quote the sentences of `hits` that answer `query`, or abstain.

    Args:
        query: the question.
        hits: best first; several may be of one article.
        rarity: inverse document frequency of a search term in the archive.
    """
    named = credit_evidence(query.text, hits)
    if named:
        return _answer(query, [named.evidence], named.names)
    asked = sought(query, rarity)
    found, rows = ranked(asked, hits)
    if not found or answered(asked, found, rows) < 0:
        return _abstention(query, hits)
    in_form = _with_form_first(asked, found)
    if not in_form:
        return _abstention(query, hits)
    chosen = _chosen(query, in_form)
    return _answer(query, chosen, _short_answer(query, asked, chosen))


def _with_form_first(asked: Sought, found: list[Evidence]) -> list[Evidence]:
    """Return sentences with the best one that holds an answer of the form asked for in front.

    Only where it lies near the best one. Where none does, a question that has no other kind of
    answer (how many, when, who is the mayor) is not answered: the list is empty.
    """
    if not has_form(asked.expected):
        return found
    near = (one for one in found if one.logit >= found[0].logit - _NEAR_BEST)
    first = next((one for one in near if _span(asked, one)), None)
    if first:
        return [first, *(one for one in found if one is not first)]
    strict = asked.expected in (Expected.NUMBER, Expected.DATE) or _WHO_IS.search(asked.question)
    return [] if strict else found


def _chosen(query: Query, found: Sequence[Evidence]) -> list[Evidence]:
    """Return the sentences to quote: of one article in its order, or one of each edition."""
    best = found[0]
    if takes_several_sentences(query.expected):
        same = [one for one in found if one.hit.article.id == best.hit.article.id]
        near = [one for one in same if one.logit >= best.logit - _NEAR_BEST]
        after = sorted((one for one in same if one.span.start > best.span.start), key=_start)
        by_place = {_start(one): one for one in (best, *after[:_SENTENCES_AFTER], *near)}
        return sorted(list(by_place.values())[:_MOST_SENTENCES], key=_start)
    editions = {best.hit.edition.id: best}
    for one in found[1:]:
        if one.logit >= best.logit - _SAME_IN_ANOTHER_EDITION and one.hit.edition.date:
            editions.setdefault(one.hit.edition.id, one)
    several = list(editions.values())[:_MOST_EDITIONS]
    corrections = [one for one in found if one.hit.article.genre is Genre.CORRECTION]
    if corrections and corrections[0].logit >= best.logit - 2 * _SAME_IN_ANOTHER_EDITION:
        several = [*(one for one in several if one is not corrections[0]), corrections[0]]
    return sorted(several, key=_newest_first)


def _start(one: Evidence) -> int:
    return one.span.start


def _newest_first(one: Evidence) -> int:
    day = one.hit.edition.date
    return -day.toordinal() if day else 0


def _short_answer(query: Query, asked: Sought, chosen: Sequence[Evidence]) -> str:
    best = max(chosen, key=lambda one: one.logit)
    first = chosen[0] if query.newest else best
    span = _span(asked, first)
    return first.text[span.start : span.end] if span else ""


def _span(asked: Sought, one: Evidence) -> Span | None:
    return answer_span(asked, one.text, title_line(one.hit.article))


def _answer(query: Query, chosen: Sequence[Evidence], short: str) -> Answer:
    citations = tuple(_citation(number, one) for number, one in enumerate(chosen, 1))
    several = len({citation.edition.id for citation in citations}) > 1
    lines = [_line(citation, dated=several) for citation in citations]
    text = "\n".join((f"{short}。", *lines) if short else lines)
    return Answer(query.question, query.text, text, citations, False, ANSWERER)


def _citation(number: int, one: Evidence) -> Citation:
    hit, span = one.hit, one.span
    return Citation(number, one.text, span.start, span.end, hit.article, hit.edition, hit.passage)


def _line(citation: Citation, *, dated: bool) -> str:
    """Return a quote with its mark, its edition where several speak, and its dates explained."""
    edition = citation.edition
    head = ""
    if dated and edition.date:
        paper = f"《{edition.paper}》" if edition.paper else ""
        kind = "更正" if citation.article.genre is Genre.CORRECTION else ""
        head = f"{edition.date.isoformat()}{paper}{kind}:"
    quote = citation.quote.replace("\n", " ")
    return f"{head}{quote}[{citation.number}]{_explained(citation)}"


def _explained(citation: Citation) -> str:
    """Return what relative dates of the quote mean: `(“昨日”指2021-09-01)`."""
    meant = []
    for mention in citation.article.dates:
        if citation.start <= mention.start and mention.end <= citation.end:
            words = citation.article.text[mention.start : mention.end]
            if _RELATIVE.match(fold(words)):
                since, until = mention.since.isoformat(), mention.until.isoformat()
                days = since if since == until else f"{since}至{until}"
                meant.append(f"“{words}”指{days}")
    return f"({','.join(dict.fromkeys(meant))})" if meant else ""


def _abstention(query: Query, hits: Sequence[Hit]) -> Answer:
    """Return that the archive does not say, with the nearest articles as related."""
    if _CHINESE.search(query.question):
        text = "报纸中没有找到答案。"
    else:
        text = "Not found in the archive."
    first: dict[str, Hit] = {}
    for hit in hits:
        first.setdefault(hit.article.id, hit)
    related = tuple(first.values())[:_RELATED]
    return Answer(query.question, query.text, text, (), True, ANSWERER, related)
