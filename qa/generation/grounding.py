"""Checks what a language model writes, sentence by sentence, against the passages it cites."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from qa.answering.evidence import Evidence
from qa.answering.quoting import citation
from qa.generation.claims import claims, letters
from qa.generation.corrected import corrections_of
from qa.generation.likeliest import (
    is_another_person,
    is_turned_round,
    nearest,
    shared_terms,
    told_with,
)
from qa.generation.marks import pieces, without_marks
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
_BEFORE = " \t:："  # what marks that lead a sentence leave before it
# `具体如下:|1. 城南`: what leads to words that are held
_LEAD = re.compile(r"^\s*[^\n]{1,24}[:：]\s*\n")
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
    # where in the text which of them stand, if they do not all stand behind it
    places: tuple[tuple[int, tuple[Citation, ...]], ...] = ()


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
        said = self._borne(bare(plain).lstrip(_BEFORE), self.marked(marks))
        return said and replace(said, places=self._places(sentence, said))

    def _places(self, sentence: str, said: Said) -> tuple[tuple[int, tuple[Citation, ...]], ...]:
        """Return where clauses have citations of their own: `原定8月[1],推迟到10月[2]`."""
        written = [(bare(piece), marks) for piece, marks in pieces(sentence)]
        whole = "".join(piece for piece, _ in written)
        if whole.lstrip(_BEFORE) != said.text:  # what is taken off went over a mark
            return ()
        end = len(said.text) - len(whole)
        places = []
        for piece, marks in written:
            end += len(piece)
            here = {hit.passage for hit in self.marked(marks)}
            cited = tuple(one for one in said.citations if one.passage in here)
            places += [(end, cited)] if cited else []
        return tuple(places) if len({cited for _, cited in places}) > 1 else ()

    def lent(self, sentence: str, marks: Iterable[int]) -> Said | None:
        """Return a sentence without citations with those that follow, if they hold all of it."""
        plain = bare(sentence)
        bearing = [hit for hit in self.marked(marks) if _holds_words(plain, hit)]
        cited = len(self._cited)
        said = self._borne(plain, bearing)
        if said and (said.unsupported or said.reckoned):
            for key in list(self._cited)[cited:]:
                del self._cited[key]
            return None
        return said

    def marked(self, marks: Iterable[int]) -> list[Hit]:
        """Return the passages that marks cite, without marks that cite none."""
        return [self._passages[mark - 1] for mark in marks if 1 <= mark <= len(self._passages)]

    def _borne(self, plain: str, cited: Sequence[Hit]) -> Said | None:
        quotes = [quote for hit in cited for quote in self._quotes(plain, hit)]
        if not quotes or not any(map(str.isalnum, plain)):
            return None
        says = together(self._support(*quote) for quote in quotes)
        quotable = [quote for hit in cited for quote in self._quotable(hit)]
        missing = _missing(plain, says, quotes, quotable)
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
        open_claims = claims(plain, hit.edition.date)
        has_no_words = not _has_chinese(plain) or _only_counts(plain, open_claims, hit)
        if not found or not (alike or has_no_words):
            return []
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


def _missing(
    plain: str, says: Support, quotes: Sequence[Quote], quotable: Sequence[Quote]
) -> list[Claim]:
    """Return what a sentence claims that its quotes do not hold, or tell otherwise."""
    day = max((hit.edition.date for hit, _ in quotes if hit.edition.date), default=None)
    return [
        claim
        for claim in claims(plain, day)
        if not says.holds(claim)
        or is_another_person(claim, plain, quotable)
        or is_turned_round(claim, plain, quotes)
    ]


def _holds_words(plain: str, hit: Hit) -> bool:
    """Return whether a passage has most of what a sentence is made of: `城南` all of it."""
    if not _has_chinese(plain):  # no word to compare: its numbers and days must do
        return bool(claims(plain, None))
    passage, told = hit.passage.text, _LEAD.sub("", plain)
    if letters(fold(told)) in letters(fold(passage)):
        return True
    words = {one for one in terms(told) if not one[0].isdigit()}
    needed = min(_LENT_TERMS, len(words))
    shared = words & set(terms(passage))
    return _share_printed(told, passage) >= _LENT and len(shared) >= needed


def _only_counts(plain: str, found: Sequence[Claim], hit: Hit) -> bool:
    """Return whether `plain` has no words but numbers and their units: `第9届` for `第九届`."""
    rest = fold(plain)
    for claim in found:
        rest = rest.replace(fold(claim.text), "", 1)
    units = set(filter(str.isalpha, rest))
    return bool(found) and units <= set(fold(hit.passage.text))


def _has_chinese(text: str) -> bool:
    return any(ord(character) >= CJK_FIRST for character in text)


def _share_printed(plain: str, printed: str) -> float:
    """Return how many of the Chinese characters of a sentence are printed, 0 to 1."""
    characters = {one for one in fold(plain) if ord(one) >= CJK_FIRST and one.isalpha()}
    return len(characters & set(fold(printed))) / max(1, len(characters))


def _is_byline(hit: Hit, span: Span) -> bool:
    return span.end <= len(hit.article.byline)


def _stated(open_claims: Sequence[Claim], says: Support) -> int:
    return sum(says.states(claim) for claim in open_claims)
