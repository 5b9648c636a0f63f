"""Tells which number counts another thing than the one asked about: `多少名职工?`, `20名孩子`.

What a question calls otherwise than the paper, is near to it in the encoder: `企业` and `公司`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa.likeness import most_alike, pieces

if TYPE_CHECKING:
    from qa.types import Span

_COUNTERS = "名位个家所座条首辆台架艘栋套间只头项件张篇部本册场"
# `多少|名|职工`, `几座|塔架`
_ASKED = re.compile(
    rf"(?:多少|几)[百千万亿]*(?P<counter>[{_COUNTERS}])(?P<thing>[\u4e00-\u9fff]{{2,4}})"
)
_THING = re.compile(r"[\u4e00-\u9fff]{2,12}")
_ALIKE = 0.3  # cosine; `学校` and `小学` come to 0.33, `职工` and `孩子` to 0.08


def counts_another(question: str, span: Span, sentence: str) -> bool:
    """Return whether a number in a folded sentence counts what the question does not ask about.

    Only where both name what is counted behind the same counter.
    """
    asked = _ASKED.search(question)
    if not asked or sentence[span.end - 1] != asked["counter"]:
        return False
    told = _THING.match(sentence, span.end)
    if not told or not set(asked["thing"]).isdisjoint(told.group()):
        return False
    return not _are_alike(asked["thing"][:2], told.group())


@lru_cache(256)
def _are_alike(thing: str, told: str) -> bool:
    return most_alike(pieces(thing), told) >= _ALIKE
