"""Wording: does a short line speak as banners, kickers, headlines, captions or running text do?

A multinomial logistic regression over the pairs and triples of a line's characters. What a line
says tells `学党史 悟思想 办实事` from a headline, and `志愿者在发放宣传单` from a sentence, where
neither marks nor punctuation do.

The weights (`wording.npz`) were learned by `qa.learning.layout.wording`, which says from what and
prints what it tells right. Learn them again when the features or the kinds change.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

KINDS = ("banner", "kicker", "headline", "caption", "text")
BUCKETS = 1 << 16  # of the hashed features
SCALE = 16  # steps of a stored weight to one unit of log-odds
WEIGHTS = Path(__file__).parent / "wording.npz"

_DIGITS = re.compile(r"\d+")
_LATIN = re.compile(r"[a-z]+")
_LENGTH_STEP = 4  # characters
_LONGEST = 60


def odds(folded: str, kind: str, against: str) -> float:
    """Return the log-odds that a folded line is worded as one kind rather than another."""
    scores = _scores(folded)
    return scores[KINDS.index(kind)] - scores[KINDS.index(against)]


def features(folded: str) -> Iterator[int]:
    """Yield the buckets of a line's features: its pairs and triples, its ends, its length."""
    text = _LATIN.sub("a", _DIGITS.sub("0", folded[:_LONGEST].strip(" 。.:—")))
    closed = f"^{text}$"
    for size in (2, 3):
        for i in range(len(closed) - size + 1):
            yield _bucket(closed[i : i + size])
    for character in set(text):
        yield _bucket(f"1{character}")
    yield _bucket(f"length{len(text) // _LENGTH_STEP}")
    yield _bucket(f"parts{min(text.count(' '), 3)}")


@lru_cache(maxsize=1 << 16)
def _bucket(feature: str) -> int:
    return zlib.crc32(feature.encode("utf-8", "surrogatepass")) % BUCKETS


@lru_cache(maxsize=4096)
def _scores(folded: str) -> list[float]:
    weights, bias = _weights()
    rows = [bucket * len(KINDS) for bucket in features(folded)]
    scale = SCALE * len(rows) ** 0.5
    return [
        one + sum([weights[row + kind] for row in rows]) / scale for kind, one in enumerate(bias)
    ]


@cache
def _weights() -> tuple[array[int], list[float]]:
    """The weights, row after row of a bucket's kinds, and the bias of each kind."""
    import numpy as np

    with np.load(WEIGHTS) as stored:
        return array("b", stored["weights"].tobytes()), stored["bias"].tolist()
