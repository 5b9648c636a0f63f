"""Tells articles that several editions carried: wire copy and reprints of one text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qa.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qa.types import Article, Hit

# `记者从市水利局获悉`, up to the next mark
_CLAUSE = re.compile(r"\w{4,}")
_NUMBER = re.compile(r"[\d〇零一二三四五六七八九十百千万亿两]+")
_FEWEST = 3  # clauses; of less text it cannot be told
_ALIKE = 0.7  # of the clauses of the longer article
_STANDS = 0.5  # of the clauses of a passage that stands in another article
_PROBES = 3  # longest clauses of a passage, one of which must stand in the other article


def clauses(article: Article) -> frozenset[str]:
    """Return what `article` is compared by: its clauses of four characters or more, folded."""
    return frozenset(_CLAUSE.findall(fold("\n".join(article.paragraphs))))


def are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether the articles of these clauses are one text.

    A notice with other days, or a bulletin with other figures, is no reprint of the one before.
    """
    longer = max(len(one), len(other))
    if min(len(one), len(other)) < max(_FEWEST, _ALIKE * longer):
        return False
    both = one & other
    return len(both) >= _ALIKE * longer and _masked(one - both).isdisjoint(_masked(other - both))


def _masked(told: Iterable[str]) -> set[str]:
    """Return the clauses of `told` that have numbers, without these."""
    return {masked for one in told if (masked := _NUMBER.sub("#", one)) != one}


def grouped(hits: Sequence[Hit]) -> list[Hit]:
    """Return `hits` without those of reprints of an earlier hit's article, which that hit names.

    A hit of a reprint stays if it says what the earlier article does not.
    """
    first: dict[str, Hit] = {}  # of each text
    original: dict[str, str] = {}  # of each article, the first one of the same text
    reprints: dict[str, list[Hit]] = {}
    kept = []
    for hit in hits:
        id_ = hit.article.id
        if original.get(id_) == id_:
            kept.append(hit)
            continue
        told = _clauses_of(hit)
        if id_ not in original:
            probes = sorted(told, key=len)[-_PROBES:]
            same = (key for key, one in first.items() if _same_text(one.article, hit, probes))
            original[id_] = next(same, id_)
            if original[id_] == id_:
                first[id_], reprints[id_] = hit, []
            else:
                reprints[original[id_]].append(hit)
        if original[id_] == id_ or not _stands_in(first[original[id_]].article, told):
            kept.append(hit)
    return [
        replace(
            hit, reprints=tuple((o.article, o.edition) for o in reprints.get(hit.article.id, ()))
        )
        for hit in kept
    ]


def _clauses_of(hit: Hit) -> list[str]:
    """Return the clauses of a hit's passage, as `clauses` does of its article."""
    return _CLAUSE.findall(fold(hit.article.text)[hit.passage.start : hit.passage.end])


def _same_text(one: Article, hit: Hit, probes: Sequence[str]) -> bool:
    """Return whether an article and a hit's are one text; `probes` of that are looked up first."""
    text = fold(one.text)
    return any(probe in text for probe in probes) and are_alike(clauses(one), clauses(hit.article))


def _stands_in(article: Article, told: Sequence[str]) -> bool:
    text = fold(article.text)
    return sum(one in text for one in told) >= _STANDS * len(told)
