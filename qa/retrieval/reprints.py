"""Tells articles that several editions carried: wire copy and reprints of one text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from qa.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qa.types import Article, Hit

# `记者从市水利局获悉`, up to the next mark
_CLAUSE = re.compile(r"\w{4,}")
_NUMBER = re.compile(r"[\d〇零一二三四五六七八九十百千万亿两]+")
_OF_MONTH = re.compile(r"[\d一二三四五六七八九十]{1,3}月")
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
    first: dict[str, Article] = {}  # of each text
    texts = ""  # of those, folded
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
            # most hits are of no reprint, and one look at all the texts tells that
            among = first.values() if _any_in(texts, probes) else ()
            same = (one.id for one in among if _same_text(one, hit.article, probes))
            original[id_] = next(same, id_)
            if original[id_] == id_:
                first[id_], reprints[id_] = hit.article, []
                texts += f"{fold(hit.article.text)}\n"
            else:
                reprints[original[id_]].append(hit)
        if original[id_] == id_ or not _stands_in(first[original[id_]], told):
            kept.append(hit)
    return [
        replace(hit, reprints=tuple((other.article, other.edition) for other in others))
        if (others := sorted(reprints.get(hit.article.id, ()), key=_printed))
        else hit
        for hit in kept
    ]


def _printed(hit: Hit) -> date:
    """Return the day that a hit is printed on; what has none comes last."""
    return hit.edition.date or date.max


def _clauses_of(hit: Hit) -> list[str]:
    """Return the clauses of a hit's passage, as `clauses` does of its article."""
    return _CLAUSE.findall(fold(hit.article.text)[hit.passage.start : hit.passage.end])


def _same_text(one: Article, other: Article, probes: Sequence[str]) -> bool:
    """Return whether two articles are one text; `probes` of the other are looked up first."""
    return (
        _any_in(fold(one.text), probes)
        and _of_one_year(one, other)
        and are_alike(clauses(one), clauses(other))
    )


def _of_one_year(one: Article, other: Article) -> bool:
    """Return whether the days that both name without a year, `11月22日`, are the same ones.

    The notice of each year may be the same to the letter. `昨日` counts from the day of printing.
    """
    said, said_there = _days_named(one), _days_named(other)
    return all(said[words] == said_there[words] for words in said.keys() & said_there.keys())


def _days_named(article: Article) -> dict[str, date]:
    """Return the days of the months that `article` names in figures, by how they are written."""
    text = fold(article.text)
    named = ((text[one.start : one.end], one.since) for one in article.dates)
    return {words: day for words, day in named if _OF_MONTH.match(words)}


def _any_in(text: str, probes: Sequence[str]) -> bool:
    return any(probe in text for probe in probes)


def _stands_in(article: Article, told: Sequence[str]) -> bool:
    text = fold(article.text)
    return sum(one in text for one in told) >= _STANDS * len(told)
