"""Says whether a number that is not printed follows from two that are: `快|2秒`, `占|8%`."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qa.forms.quantities.figures import Figure

# What tells that two numbers are compared or put together
_RECKONS = re.compile(
    r"[差多少快慢早晚占剩比共余]|合计|总[数计]|增[加长]|下降|提高|降低"
    r"|\b(?:more|less|fewer|faster|slower|total|altogether|difference|share|rose|fell|remaining)\b"
)
_OF_NO_SUMS = frozenset(("date", "page", "ordinal", "clock"))
_SHARE = "share"


def reckoned(figure: Figure, said: str, printed: Iterable[Figure]) -> bool:
    """Return whether two printed numbers of one kind give the one that is said.

    Args:
        figure: the number.
        said: the folded sentence, which must tell that it compares or adds.
        printed: the numbers of what it cites.
    """
    if not figure.kind or figure.kind in _OF_NO_SUMS or not _RECKONS.search(said):
        return False
    known = [one for one in printed if one.kind and one.kind not in _OF_NO_SUMS]
    return any(
        figure.is_same(replace(figure, value=value, unit=unit, rounded=""))
        or (figure.kind == _SHARE and _is_rounded(figure.value, value))
        for one, other in permutations(known, 2)
        if one.kind == other.kind
        for value, unit in _results(one, other, figure.kind)
    )


def _results(one: Figure, other: Figure, kind: str) -> Iterator[tuple[float, float]]:
    mine, others = one.value * one.unit, other.value * other.unit
    if kind == one.kind:
        yield from ((mine - others, 1.0), (mine + others, 1.0))
    if kind == _SHARE and others:
        yield from ((100 * mine / others, 1.0), (100 * abs(mine - others) / others, 1.0))


def _is_rounded(written: float, value: float) -> bool:
    """Return whether a share is written with as many places as it has: `8.1` for 8.0645."""
    places = len(f"{written:.6g}".partition(".")[2])
    return math.isclose(round(value, places), written, abs_tol=1e-9)
