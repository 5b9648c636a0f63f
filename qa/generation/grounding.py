"""Checks what a language model writes, sentence by sentence, against the passages it cites."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from qa.answering.evidence import Evidence
from qa.answering.quoting import citation
from qa.generation.claims import claims
from qa.generation.corrected import corrections_of
from qa.generation.likeliest import (
    is_another_person,
    is_turned_round,
    nearest,
    shared_terms,
    told_with,
)
from qa.generation.marks import without_marks
from qa.generation.planted import planted
from qa.generation.reckoning import reckoned
from qa.generation.scaffold import bare
from qa.generation.support import support, together
from qa.text import CJK_FIRST, fold, sentences, terms
from qa.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qa.generation.claims import Claim
    from qa.generation.likeliest import Quote
    from qa.generation.support import Support
    from qa.types import Citation, Hit

_MOST_QUOTES = 3  # of one passage for one sentence
# Of the characters of a sentence that cites nothing itself: what the passage must have to lend it
# its mark, so that `这座公园非常美丽` is not borne by what tells of the park.
_LENT = 0.7
_LENT_TERMS = 2
# Of the characters of a sentence that shares one term with what it cites: what that must have, so
# that `推荐云浦宾馆` is not borne by what tells of the bridge of Yunpu
_LEAST = 0.4


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with its citations, and what of it they do not hold."""

    text: str  # without its marks
    citations: tuple[Citation, ...]
    unsupported: tuple[str, ...]
    reckoned: tuple[str, ...] = ()  # numbers that follow from those that they hold
    corrected: tuple[str, ...] = ()  # what a later notice puts in place of what it says


class Checker:
    """Checks the sentences of one answer, and numbers what they quote from 1."""

    def __init__(self, passages: Sequence[Hit]) -> None:
        """Take the passages as the prompt numbers them."""
        self._passages = passages
        self._cited: dict[tuple[str, int], Citation] = {}
        self._support = lru_cache(maxsize=None)(support)

    def checked(self, sentence: str) -> Said | None:
        """Return `sentence` with what it cites; None where nothing that it cites bears it."""
        plain, marks = without_marks(sentence)
        return self._borne(bare(plain).lstrip(" \t:："), marks)

    def lent(self, sentence: str, marks: Iterable[int]) -> Said | None:
        """Return a sentence without citations with those that follow, if they hold all of it."""
        plain = bare(sentence)
        bearing = [mark for mark in marks if self._holds_words(plain, mark)]
        cited = len(self._cited)
        said = self._borne(plain, bearing)
        if said and (said.unsupported or said.reckoned):
            for key in list(self._cited)[cited:]:
                del self._cited[key]
            return None
        return said

    def _borne(self, plain: str, marks: Sequence[int]) -> Said | None:
        cited = [self._passages[mark - 1] for mark in marks if self._is_known(mark)]
        quotes = [quote for hit in cited for quote in self._quotes(plain, hit)]
        if not quotes or not any(map(str.isalnum, plain)):
            return None
        says = together(self._support(*quote) for quote in quotes)
        day = max((hit.edition.date for hit, _ in quotes if hit.edition.date), default=None)
        quotable = [quote for hit in cited for quote in self._quotable(hit)]
        missing = [
            claim
            for claim in claims(plain, day)
            if not says.holds(claim)
            or is_another_person(claim, plain, quotable)
            or is_turned_round(claim, plain, quotes)
        ]
        follow = [
            claim
            for claim in missing
            if claim.figure and reckoned(claim.figure, fold(plain), says.figures)
        ]
        beside = (nearest(told_with(claim, plain), quotable) for claim in missing)
        notices = list(corrections_of(plain, {hit for hit, _ in quotes}, self._passages))
        quotes += [quote for quote in beside if quote]
        quotes += [quote for quote, _ in notices]
        citations = dict.fromkeys(self._citation(hit, span) for hit, span in quotes)
        return Said(
            plain,
            tuple(citations),
            tuple(dict.fromkeys(one.text for one in missing if one not in follow)),
            tuple(dict.fromkeys(one.text for one in follow)),
            tuple(dict.fromkeys(right for _, right in notices)),
        )

    def _is_known(self, mark: int) -> bool:
        return 1 <= mark <= len(self._passages)

    def _holds_words(self, plain: str, mark: int) -> bool:
        """Return whether a passage has most of what a sentence is made of."""
        if not self._is_known(mark):
            return False
        passage = self._passages[mark - 1].passage.text
        shared = set(terms(plain)) & set(terms(passage))
        return _share_printed(plain, passage) >= _LENT and len(shared) >= _LENT_TERMS

    def _citation(self, hit: Hit, span: Span) -> Citation:
        key = (hit.article.id, span.start)
        if key not in self._cited:
            self._cited[key] = citation(len(self._cited) + 1, Evidence(hit, span, 0.0))
        return self._cited[key]

    @property
    def citations(self) -> tuple[Citation, ...]:
        """What has been quoted so far, by number."""
        return tuple(self._cited.values())

    def _quotes(self, plain: str, hit: Hit) -> list[Quote]:
        """Return the sentences of a passage that bear `plain`: those that hold most of its claims.

        None where the passage has not a word in common with it, or no more than one and few of its
        characters, if both are Chinese: then the mark points at a passage that it is not from.
        """
        found = self._quotable(hit)
        shared = [shared_terms(plain, quote) for quote in found]
        most = max(shared, default=0)
        alike = most > 1 or (most and _share_printed(plain, hit.article.quotable) >= _LEAST)
        if not found or (not alike and _has_chinese(plain)):
            return []
        open_claims = claims(plain, hit.edition.date)
        chosen: list[int] = []
        while len(chosen) < _MOST_QUOTES:
            gains = [_stated(open_claims, self._support(*quote)) for quote in found]
            best = max(
                range(len(found)),
                key=lambda i: (gains[i], shared[i], not _is_byline(*found[i]), -i),
            )
            if chosen and not gains[best]:
                break
            chosen.append(best)
            says = self._support(*found[best])
            open_claims = [claim for claim in open_claims if not says.states(claim)]
        return [found[i] for i in sorted(dict.fromkeys(chosen))]

    def _quotable(self, hit: Hit) -> list[Quote]:
        """Return the sentences of a passage, then of the others of its article that were shown."""
        others = (one for one in self._passages if one.article.id == hit.article.id and one != hit)
        return [(one, span) for one in (hit, *others) for span in _quotable(one)]


def _quotable(hit: Hit) -> list[Span]:
    """Return the sentences of a passage, without those that a model was not shown."""
    start, withheld = hit.passage.start, planted(hit.passage.text)
    return [
        Span(start + one.start, start + one.end)
        for one in sentences(hit.passage.text)
        if one not in withheld
    ]


def _has_chinese(text: str) -> bool:
    return any(ord(character) >= CJK_FIRST for character in text)


def _share_printed(plain: str, printed: str) -> float:
    """Return how many of the characters that a sentence is made of are printed, 0 to 1."""
    characters = set(filter(str.isalnum, fold(plain)))
    return len(characters & set(fold(printed))) / max(1, len(characters))


def _is_byline(hit: Hit, span: Span) -> bool:
    return span.end <= len(hit.article.byline)


def _stated(open_claims: Sequence[Claim], says: Support) -> int:
    return sum(says.states(claim) for claim in open_claims)
