"""Provinces, prefectures and countries that a question may name, and whether a text is of them.

`重庆有多少家?` has no answer in an article about Sichuan. The names are in `places.txt`: a line for
each province with its prefectures, then one for each country with what stands for it (`俄方`).
Those that are mostly other words are left out (`来宾`, `日照`, `安康`), and so is what is known by
how a name ends (`铜冶镇`), which `qa.answering.fitting.mismatch` looks at.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from qa.text import terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.overlap import Sought

_NAMES = Path(__file__).with_name("regions.txt")
# Inverse document frequency below which a place is where the paper comes from: what is known is not
# printed. In about a fifth of the passages.
_HOME = 1.6


def is_elsewhere(asked: Sought, printed: str, told: str = "") -> bool:
    """Return whether a question names a place that a text is not of: it tells of others.

    What tells of none is of where the paper comes from, which readers may name as well.

    Args:
        asked: what is looked for.
        printed: the text with the paper's name and what stands over it, folded.
        told: the part of it that must tell of others; the whole where it is empty.
    """
    _, names = _places()
    away = any(
        not any(name in printed for name in telling(place)) and not _is_home(place, asked)
        for place in places_named(asked.question)
    )
    return away and bool(names.search(told or printed))


@lru_cache
def places_named(question: str) -> tuple[str, ...]:
    """Return the provinces, prefectures and countries that a folded question names."""
    return tuple(place_names().findall(question))


def _is_home(place: str, asked: Sought) -> bool:
    return max((asked.terms.get(term, 0.0) for term in terms(place)), default=0.0) < _HOME


def place_names() -> re.Pattern[str]:
    """Return what finds the names of provinces, prefectures and countries, the longest first."""
    _, names = _places()
    return names


def telling(place: str) -> list[str]:
    """Return what tells of a place that is named: itself, its prefectures, or `俄方`."""
    places, _ = _places()
    return places[place]


@cache
def country_names() -> re.Pattern[str]:
    """Return what finds the names of countries, China among them, the longest first."""
    _, countries = _lines()
    return _any_of(["中国", *(line[0] for line in countries)])


@cache
def _places() -> tuple[dict[str, list[str]], re.Pattern[str]]:
    """Return for each name those that tell of its place, and how to find names."""
    provinces, countries = _lines()
    prefectures = {name: [name] for line in provinces for name in line}
    by_place = prefectures | {line[0]: line for line in (*provinces, *countries)}
    return by_place, _any_of(list(by_place))


@cache
def _lines() -> tuple[list[list[str]], list[list[str]]]:
    """Return the names of provinces with their prefectures, and of countries, line by line."""
    parts = _NAMES.read_text(encoding="utf-8").split("\n\n")
    provinces, countries = ([line.split() for line in part.splitlines()] for part in parts)
    return provinces, countries


def _any_of(names: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(names, key=len, reverse=True)))
