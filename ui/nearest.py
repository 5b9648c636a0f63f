"""The articles that come nearest to a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

if TYPE_CHECKING:
    from qa import Archive, Hit
    from qa.filters import FilterOptions

_LEAST_SHARE = 0.25  # of the best article's score


def nearest(
    question: str, archive: Archive, count: int, **filters: Unpack[FilterOptions]
) -> list[Hit]:
    """Return up to `count` articles that fit `question`, best first, each by its best passage."""
    hits = archive.retrieve(question, count, **filters)
    return [hit for hit in hits if hit.score >= _LEAST_SHARE * hits[0].score]
