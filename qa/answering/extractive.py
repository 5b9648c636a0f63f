"""Answers with the archive's own sentences: the shortest answer, then the quotes that give it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.answering.bylines import credit_evidence
from qa.answering.corrections import without_errors
from qa.answering.events import event_told
from qa.answering.evidence import Evidence, answered, ranked, read_sentences
from qa.answering.expected import takes_several_sentences
from qa.answering.fitting import fitting
from qa.answering.pieces import STRICT, answer_piece
from qa.answering.quoting import quoted
from qa.answering.refusal import abstention
from qa.answering.several import editions_speaking, in_order
from qa.answering.spans import has_form
from qa.overlap import sought
from qa.passages import title_line
from qa.types import Genre

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qa.overlap import Rarities, Sought
    from qa.types import Answer, Hit, Query, Span

# What sentences may lie behind the best one to be quoted beside it, in logits.
_NEAR_BEST = 1.5

# `市长是谁?`, `谁是冠军?`: only a name answers
_WHO_IS = re.compile(r"是谁[?]?$|^谁是|叫什么")


def answer(
    query: Query,
    hits: Sequence[Hit],
    *,
    rarities: Rarities,
    linked: Callable[[Hit], Sequence[Hit]] | None = None,
) -> Answer:
    """Quote the sentences of `hits` that answer `query`, or abstain.

    Args:
        query: the question.
        hits: best first; several may be of one article.
        rarities: gives the inverse document frequencies of search terms in the archive.
        linked: gives what a hit's article may be corrected by, or may correct, beyond `hits`.
    """
    named = credit_evidence(query.text, hits)
    if named:
        return quoted(query, [named.evidence], named.names)
    asked = sought(query, rarities)
    read = read_sentences(asked, hits)
    found, _ = ranked(asked, fitting(asked, read))
    event = event_told(query, asked, hits, found)
    if event:
        return _quoted_with_others(query, asked, event, linked)
    if not found or answered(asked, found) < 0:
        return abstention(query, hits)
    in_form = _with_form_first(asked, found)
    if not in_form:
        return abstention(query, hits)
    if takes_several_sentences(query.expected):
        return quoted(query, in_order(asked, in_form))
    return _quoted_with_others(query, asked, in_form, linked)


def _quoted_with_others(
    query: Query,
    asked: Sought,
    found: Sequence[Evidence],
    linked: Callable[[Hit], Sequence[Hit]] | None,
) -> Answer:
    """Quote the best of `found`, and what other editions say of the same or correct."""
    chosen = editions_speaking(asked, found, lambda one: bool(_span(asked, one)), linked)
    return quoted(query, chosen, _short_answer(query, asked, found[0], chosen))


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
    strict = asked.expected in STRICT or _WHO_IS.search(asked.question)
    return [] if strict else found


def _short_answer(query: Query, asked: Sought, best: Evidence, chosen: Sequence[Evidence]) -> str:
    """Return the piece that answers: of the newest edition where that is asked for, or corrects."""
    corrects = chosen[0].hit.article.genre is Genre.CORRECTION
    first = chosen[0] if query.newest or corrects else best
    for one in (first, best):
        if span := _span(asked, one):
            return one.text[span.start : span.end]
    return ""


def _span(asked: Sought, one: Evidence) -> Span | None:
    is_notice = one.hit.article.genre is Genre.CORRECTION
    text = without_errors(one.text) if is_notice else one.text
    return answer_piece(asked, text, one.reading, title_line(one.hit.article))
