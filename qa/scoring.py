"""Scores a short answer against the known ones, as CMRC 2018 does.

Source: the evaluation script of CMRC 2018 (Cui et al., 2019). Marks and spaces do not count. Texts
are compared by Chinese characters, numbers and Latin words; their overlap is their longest common
run, not a bag of characters.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from qa.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

# `85.14`, `covid`, or one other character that is no mark
_UNIT = re.compile(r"\d+(?:\.\d+)+|[a-z0-9]+|[^\W_]")


def exact_match(predicted: str, answers: Sequence[str]) -> bool:
    """Return whether `predicted` is one of `answers`."""
    return any(_units(predicted) == _units(answer) for answer in answers)


def f1(predicted: str, answers: Sequence[str]) -> float:
    """Return the best F1 of `predicted` with one of `answers`, 0 to 1."""
    return max((_f1(_units(predicted), _units(answer)) for answer in answers), default=0.0)


def _f1(predicted: list[str], answer: list[str]) -> float:
    matcher = SequenceMatcher(None, predicted, answer, autojunk=False)
    common = matcher.find_longest_match().size
    return 2 * common / (len(predicted) + len(answer)) if common else 0.0


def _units(text: str) -> list[str]:
    return _UNIT.findall(fold(text))
