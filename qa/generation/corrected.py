"""Finds the notice that has put right since what a sentence says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.answering.corrections import corrects, put_right
from qa.generation.claims import in_values
from qa.overlap import shared_end, shared_start
from qa.text import fold, sentences
from qa.types import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from qa.generation.likeliest import Quote
    from qa.types import Article, Edition, Hit

# `n32600n`, `人`: a number as `in_values` writes it, or a character
_PIECE = re.compile(r"n[\d.e+-]+n|.")


def corrections_of(
    said: str, cited: Collection[Hit], passages: Sequence[Hit]
) -> Iterator[tuple[Quote, str]]:
    """Yield the sentences of notices that put right what is said, each with what is right.

    What tells the right one as well, as `不是32600人,而是33600人` does, is left as it is.

    Args:
        said: a sentence.
        cited: what it cites.
        passages: among which the notices are.
    """
    values = in_values(fold(said))
    for notice in passages:
        of_cited = (corrects(notice.article, notice.edition, *_printed(hit)) for hit in cited)
        if not any(of_cited):
            continue
        for place in sentences(notice.passage.text):
            for wrong, right in put_right(notice.passage.text[place.start : place.end]):
                error, instead = _differing(in_values(fold(wrong)), in_values(fold(right)))
                if error in values and instead not in values:
                    start = notice.passage.start
                    yield (notice, Span(start + place.start, start + place.end)), right


def _printed(hit: Hit) -> tuple[Article, Edition]:
    return hit.article, hit.edition


def _differing(wrong: str, right: str) -> tuple[str, str]:
    """Return where two texts differ: the number, or the characters with those beside them."""
    one, other = _PIECE.findall(wrong), _PIECE.findall(right)
    start = shared_start(one, other)
    end = shared_end(one[start:], other[start:])
    is_number = any(len(piece) > 1 for piece in one[start : len(one) - end])
    beside = 0 if is_number else 1
    start, end = max(0, start - beside), max(0, end - beside)
    return "".join(one[start : len(one) - end]), "".join(other[start : len(other) - end])
