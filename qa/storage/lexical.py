"""Lexical retrieval: BM25 over Chinese bigrams, numbers and Latin words.

A term is a 32-bit code: Chinese characters exactly, other words by a hash, which two among a
hundred thousand may share. Postings are of a fixed set of at most 65,536 passages, numbered from 0;
an archive has many such sets, side by side.

Scores are BM25 (Robertson and Zaragoza, 2009) with the never negative idf of Lucene. The best are
found without reading what cannot change them: MaxScore (Turtle and Flood, 1995).
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from qa.text import CJK_FIRST, CJK_LAST, fold, terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import NDArray

MOST_PASSAGES = 1 << 16  # of one set of postings

_K1, _B = 1.2, 0.75
_SHIFT = 15  # a Chinese character, counted from before the first, fits in 15 bits
_BEFORE_FIRST = CJK_FIRST - 1
# Postings of a term, from which on it pays to see first whether they can still matter.
_MANY = 4096
_KEPT = 16  # questions whose terms stay looked up
_ROUNDING = 1e-3  # of sums of scores, at most

# A number with its decimals or a Latin word: `85.14`, `1,189`, `covid`
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[a-z]+")


def term_code(term: str) -> int:
    """Return the code of one of the terms of `qa.text.terms`."""
    if term[0] >= chr(CJK_FIRST):
        first, *second = (ord(character) - _BEFORE_FIRST for character in term)
        return first << _SHIFT | second[0] if second else first
    digest = blake2b(term.encode(), digest_size=4).digest()
    return -(int.from_bytes(digest, "big") >> 1)


def term_codes(texts: Sequence[str]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Return the codes of the terms of `texts`, and beside each the number of its text."""
    folded = [fold(text) for text in texts]
    joined = "\n".join(folded)
    owner = np.repeat(np.arange(len(folded)), [len(text) + 1 for text in folded])[: len(joined)]
    points = np.frombuffer(joined.encode("utf-32-le", "replace"), dtype="<u4").astype(np.int64)
    chinese = np.zeros(len(points) + 2, dtype=bool)
    chinese[1:-1] = (points >= CJK_FIRST) & (points <= CJK_LAST)
    before, here, after = chinese[:-2], chinese[1:-1], chinese[2:]
    pairs = np.flatnonzero(here & after)
    alone = np.flatnonzero(here & ~before & ~after)
    words = [(match.start(), match.group().replace(",", "")) for match in _WORD.finditer(joined)]
    starts = np.fromiter((start for start, _ in words), dtype=np.int64, count=len(words))
    codes = np.fromiter((term_code(word) for _, word in words), dtype=np.int32, count=len(words))
    points -= _BEFORE_FIRST
    chinese_codes = points[pairs] << _SHIFT | points[pairs + 1], points[alone]
    return (
        np.concatenate((*(one.astype(np.int32) for one in chinese_codes), codes)),
        owner[np.concatenate((pairs, alone, starts))],
    )


@dataclass(frozen=True)
class Postings:
    """Which passages hold which term, and how often."""

    terms: NDArray[np.int32]  # ascending, each once
    starts: NDArray[np.uint32]  # of the postings of each term, and the end of the last
    owners: NDArray[np.uint16]  # passages, ascending within a term
    frequencies: NDArray[np.uint8]  # 255 for more

    @classmethod
    def build(cls, codes: NDArray[np.int32], owners: NDArray[np.int64]) -> Postings:
        """Return the postings of terms by their codes and the passages that hold them."""
        order = np.lexsort((owners, codes))
        codes, owners = codes[order], owners[order]
        first = np.ones(len(codes), dtype=bool)
        first[1:] = (codes[1:] != codes[:-1]) | (owners[1:] != owners[:-1])
        at = np.flatnonzero(first)
        counts = np.minimum(np.diff(at, append=len(codes)), 255)
        found, starts = np.unique(codes[at], return_index=True)
        return cls(
            found,
            np.append(starts, len(at)).astype(np.uint32),
            owners[at].astype(np.uint16),
            counts.astype(np.uint8),
        )

    @classmethod
    def join(cls, parts: Sequence[Postings], places: Sequence[NDArray[np.int64]]) -> Postings:
        """Return the postings of several sets as one.

        Args:
            parts: the sets.
            places: for each, the new number of each of its passages, -1 for those left out. They
                ascend within a set and from one set to the next.
        """
        owners = [place[part.owners] for part, place in zip(parts, places, strict=True)]
        codes = [np.repeat(part.terms, np.diff(part.starts)) for part in parts]
        all_owners, all_codes = np.concatenate(owners), np.concatenate(codes)
        frequencies = np.concatenate([part.frequencies for part in parts])
        kept = np.flatnonzero(all_owners >= 0)
        kept = kept[np.argsort(all_codes[kept], kind="stable")]
        found, starts = np.unique(all_codes[kept], return_index=True)
        return cls(
            found,
            np.append(starts, len(kept)).astype(np.uint32),
            all_owners[kept].astype(np.uint16),
            frequencies[kept],
        )

    def find(self, codes: NDArray[np.int32]) -> list[slice]:
        """Return where the postings of each term are; an empty slice where there are none."""
        places = np.searchsorted(self.terms, codes)
        return [
            slice(int(self.starts[place]), int(self.starts[place + 1]))
            if place < len(self.terms) and self.terms[place] == code
            else slice(0, 0)
            for place, code in zip(places.tolist(), codes.tolist(), strict=True)
        ]


def idf(passages: int, holding: int) -> float:
    """Return the inverse document frequency of a term that `holding` of `passages` hold."""
    return math.log1p((passages - holding + 0.5) / (holding + 0.5))


@dataclass(frozen=True)
class Collection:
    """The postings of an archive: many sets of passages, their numbers counted on."""

    parts: tuple[Postings, ...]
    offsets: tuple[int, ...]  # of the first passage of each part
    lengths: NDArray[np.float32]  # of each passage, in terms

    @cached_property
    def norms(self) -> NDArray[np.float32]:
        """What the length of each passage takes from its score."""
        mean = max(1.0, float(self.lengths.mean())) if len(self.lengths) else 1.0
        norms: NDArray[np.float32] = np.float32(_K1 * _B / mean) * self.lengths
        norms += np.float32(_K1 * (1 - _B))
        return norms

    def rarities(self, wanted: Iterable[str]) -> dict[str, float]:
        """Return the inverse document frequencies of terms of `qa.text.terms`."""
        found = self._places(tuple(wanted))
        return {term: self._idf(_postings(places)) for term, places in found.items()}

    def ask(self, text: str) -> Asked:
        """Look up the terms of `text`."""
        places = self._places(tuple(terms(text))).values()
        found = [(each, _postings(each)) for each in places]
        sought = [_Sought(self._idf(count) * (_K1 + 1), count, each) for each, count in found]
        sought.sort(key=lambda one: -one.weight)
        return Asked(self, tuple(sought))

    @cached_property
    def _places(self) -> Callable[[tuple[str, ...]], dict[str, tuple[slice, ...]]]:
        """`_find`, which keeps the last: a question's terms are weighed, and then looked for."""
        return lru_cache(_KEPT)(self._find)

    def _find(self, wanted: tuple[str, ...]) -> dict[str, tuple[slice, ...]]:
        """Return where the postings of each term are, in each part."""
        each = list(dict.fromkeys(wanted))
        codes = np.array([term_code(term) for term in each], dtype=np.int32)
        by_part = [part.find(codes) for part in self.parts]
        return {term: tuple(at[number] for at in by_part) for number, term in enumerate(each)}

    def _idf(self, holding: int) -> float:
        return idf(len(self.lengths), holding)


@dataclass(frozen=True, slots=True)
class _Sought:
    """A term of a question: what it weighs, and where its postings are in each part."""

    weight: float
    count: int
    places: tuple[slice, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question's terms, looked up, the weightiest first.

    Scores are shares of the best that the question could score, 0 to 1.
    """

    collection: Collection
    sought: tuple[_Sought, ...]

    def best(self, count: int, among: NDArray[np.bool_] | None = None) -> NDArray[np.int64]:
        """Return the `count` passages that score best, above nought; the lower where they tie.

        Args:
            count: how many to return at most.
            among: which passages may be found; None for all.
        """
        scores = np.zeros(len(self.collection.lengths), dtype=np.float32)
        left = sum(one.weight for one in self.sought)
        for number, one in enumerate(self.sought):
            if one.count >= _MANY:
                near = _allowed(np.flatnonzero(scores > 0), among)
                least = _least_of_best(scores[near], count)
                if least >= left:  # what has no score yet stays below, and so does most of the rest
                    near = near[scores[near] >= least - left - _ROUNDING]
                    scores[near] += self._scores(near, self.sought[number:])
                    break
            self._add(scores, one)
            left -= one.weight
        else:
            near = _allowed(np.flatnonzero(scores > 0), among)
        near = near[scores[near] >= _least_of_best(scores[near], count)]
        return near[np.lexsort((near, -scores[near]))[:count]]

    def scores(self, passages: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the scores of passages, which ascend."""
        total = sum(one.weight for one in self.sought)
        scores = self._scores(passages, self.sought)
        return scores / np.float32(total) if total else scores

    def _add(self, scores: NDArray[np.float32], one: _Sought) -> None:
        """Add what a term gives to all scores."""
        found = self.collection
        for part, offset, at in zip(found.parts, found.offsets, one.places, strict=True):
            if at.stop > at.start:
                owners = part.owners[at].astype(np.int64) + offset
                scores[owners] += _gain(one, part.frequencies[at], found.norms[owners])

    def _scores(
        self, passages: NDArray[np.int64], sought: Sequence[_Sought]
    ) -> NDArray[np.float32]:
        found = self.collection
        scores = np.zeros(len(passages), dtype=np.float32)
        edges = np.searchsorted(passages, (*found.offsets, len(found.lengths))).tolist()
        for number, (part, offset) in enumerate(zip(found.parts, found.offsets, strict=True)):
            inside = slice(edges[number], edges[number + 1])
            local = (passages[inside] - offset).astype(np.uint16)
            if not len(local):
                continue
            norms = found.norms[passages[inside]]
            for one in sought:
                at = one.places[number]
                if at.stop == at.start:
                    continue
                owners = part.owners[at]
                places = np.minimum(np.searchsorted(owners, local), len(owners) - 1)
                frequencies = part.frequencies[at][places] * (owners[places] == local)
                scores[inside] += _gain(one, frequencies, norms)
        return scores


def _postings(places: Sequence[slice]) -> int:
    return sum(at.stop - at.start for at in places)


def _gain(
    one: _Sought, frequencies: NDArray[np.uint8], norms: NDArray[np.float32]
) -> NDArray[np.float32]:
    counts = frequencies.astype(np.float32)
    return np.float32(one.weight) * counts / (counts + norms)


def _allowed(passages: NDArray[np.int64], among: NDArray[np.bool_] | None) -> NDArray[np.int64]:
    return passages if among is None else passages[among[passages]]


def _least_of_best(scores: NDArray[np.float32], count: int) -> float:
    """Return the lowest of the `count` highest scores; nought where there are fewer."""
    if len(scores) < count:
        return 0.0
    return float(np.partition(scores, len(scores) - count)[len(scores) - count])
