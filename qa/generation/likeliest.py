"""Finds the sentence that a claim is likeliest from, and whether it tells that otherwise."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa.forms.persons.names import SPEAKING
from qa.forms.quantities.figures import numbers_in
from qa.generation.naming import persons_in
from qa.text import PAUSE, fold, terms
from qa.types import Hit, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.generation.claims import Claim

Quote = tuple[Hit, Span]

# What a sentence must share with what is claimed of a person to be about the same
_SAME_TERMS = 2
# `他|和李岚`: somebody who is named elsewhere
_PRONOUN = re.compile(r"[他她其]")
# `同比增长|31.5%`, `减少了|3户`
_TURN = re.compile(
    r"(?:(?P<up>增[长加至]|上[升涨浮]|提[高升]|[升涨]至|[增涨升])"
    r"|(?P<down>下[降跌滑浮调]|减少|降低|回落|[降减跌]至|[降减跌]))[了约近超过幅达为]*$"
)


def nearest(said: str, quotes: Sequence[Quote]) -> Quote | None:
    """Return the sentence that shares most with what is said; None where none shares anything."""
    best = max(quotes, key=lambda quote: shared_terms(said, quote), default=None)
    return best if best and shared_terms(said, best) else None


def shared_terms(said: str, quote: Quote) -> int:
    """Return how many terms a sentence has in common with what is said."""
    return len(set(terms(said)) & _terms_of(*quote))


def told_with(claim: Claim, plain: str) -> str:
    """Return what is said with a claim: its clause, and what follows where somebody speaks."""
    folded = fold(plain)
    end = claim.start + len(claim.text)
    pauses = [match.start() for match in PAUSE.finditer(folded)]
    start = max((one + 1 for one in pauses if one < claim.start), default=0)
    until = min((one for one in pauses if one >= end), default=len(folded))
    speaks = SPEAKING.match(folded, end)
    return f"{plain[start : claim.start]} {plain[end : None if speaks else until]}"


def is_another_person(claim: Claim, plain: str, quotes: Sequence[Quote]) -> bool:
    """Return whether what is said of a person is printed of one whom the answer does not name.

    `总工程师是张远`, where the paper has `总工程师李岚说`, though it names `张远` elsewhere.
    """
    if not (claim.named and claim.named.is_person):
        return False
    said = told_with(claim, plain)
    quote = nearest(said, quotes)
    if quote is None or shared_terms(said, quote) < _SAME_TERMS:
        return False
    printed = _printed(*quote)
    if any(one in printed for one in (claim.named.text, *claim.named.otherwise)):
        return False
    others = [name for name in persons_in(printed) if name not in fold(plain)]
    return bool(others) and not _PRONOUN.search(printed, 0, printed.find(others[0]))


def is_turned_round(claim: Claim, plain: str, quotes: Sequence[Quote]) -> bool:
    """Return whether a number is said to rise that is printed to fall, or the other way round."""
    if not claim.figure:
        return False
    said = _turn(fold(plain), claim.start)
    texts = [_printed(*quote) for quote in quotes] if said else []
    printed = {
        _turn(text, one.start)
        for text in texts
        for one in numbers_in(text)
        if claim.figure.is_same(one)
    }
    return bool(said) and said not in printed and bool(printed - {""})


def _turn(folded: str, place: int) -> str:
    """Return `up` or `down` where what stands before a number says so."""
    found = _TURN.search(folded[:place])
    return str(found.lastgroup) if found else ""


def _printed(hit: Hit, span: Span) -> str:
    return fold(hit.article.text[span.start : span.end])


@lru_cache(256)  # one answer is compared with the same sentences several times
def _terms_of(hit: Hit, span: Span) -> frozenset[str]:
    return frozenset(terms(hit.article.text[span.start : span.end]))
