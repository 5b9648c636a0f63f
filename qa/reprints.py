"""Tells articles that several editions carried: wire copy and reprints of one text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qa.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.types import Article, Hit

# `记者从市水利局获悉`, up to the next mark
_CLAUSE = re.compile(r"\w{4,}")
_FEWEST = 3  # clauses; of less text it cannot be told
_ALIKE = 0.7  # of the clauses of the longer article
_PROBES = 3  # longest clauses of a passage, one of which must stand in the other article


def clauses(article: Article) -> frozenset[str]:
    """Return what `article` is compared by: its clauses of four characters or more, folded."""
    return frozenset(_CLAUSE.findall(fold("\n".join(article.paragraphs))))


def are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether the articles of these clauses are one text."""
    longer = max(len(one), len(other))
    if min(len(one), len(other)) < max(_FEWEST, _ALIKE * longer):
        return False
    return len(one & other) >= _ALIKE * longer


def grouped(hits: Sequence[Hit]) -> list[Hit]:
    """Return `hits` without those of reprints of an earlier hit's article, which that hit names."""
    first: dict[str, Hit] = {}  # of each text
    original: dict[str, str] = {}  # of each article, the first one of the same text
    reprints: dict[str, list[Hit]] = {}
    for hit in hits:
        id_ = hit.article.id
        if id_ in original:
            continue
        runs = sorted(_CLAUSE.findall(hit.passage.text), key=len)[-_PROBES:]
        same = (one for one, kept in first.items() if _same_text(kept.article, hit.article, runs))
        original[id_] = next(same, id_)
        if original[id_] == id_:
            first[id_], reprints[id_] = hit, []
        else:
            reprints[original[id_]].append(hit)
    return [
        replace(hit, reprints=tuple((o.article, o.edition) for o in reprints[hit.article.id]))
        for hit in hits
        if original[hit.article.id] == hit.article.id
    ]


def _same_text(one: Article, other: Article, runs: Sequence[str]) -> bool:
    """Return whether two articles are one text; some of the other's `runs` are looked up first."""
    return any(run in one.text for run in runs) and are_alike(clauses(one), clauses(other))
