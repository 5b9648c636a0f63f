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
    of_article: dict[str, frozenset[str]] = {}
    original: dict[str, str] = {}  # of each article, the first one of the same text
    reprints: dict[str, dict[str, Hit]] = {}
    for hit in hits:
        id_ = hit.article.id
        if id_ in original:
            continue
        of_article[id_] = clauses(hit.article)
        same = (one for one in reprints if are_alike(of_article[one], of_article[id_]))
        original[id_] = next(same, id_)
        reprints.setdefault(original[id_], {})
        if original[id_] != id_:
            reprints[original[id_]][id_] = hit
    return [
        replace(hit, reprints=tuple((o.article, o.edition) for o in reprints[id_].values()))
        for hit in hits
        if original[id_ := hit.article.id] == id_
    ]
