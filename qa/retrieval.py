"""Retrieval: dense and lexical candidates of a question, fused, and the best of them reranked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from qa.overlap import content
from qa.ranking import Found, rank
from qa.reprints import grouped
from qa.types import Hit, ScoreParts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from embeddings import Encoder, Vectors
    from qa.network import Features
    from qa.store import Candidate, Store
    from qa.types import Query

_CANDIDATES = 50  # of each kind of retrieval, at least
_RERANKED = 24  # best of them by both scores together, at least
_LEXICAL_SHARE = 0.6
_NEWEST_GAIN = 2.0  # about what parts the first candidates of a question


def retrieve(
    store: Store, encoder: Encoder, query: Query, k: int, *, one_per_article: bool = True
) -> list[Hit]:
    """Return the best `k` hits for `query`, best first.

    Args:
        store: where the passages are.
        encoder: the model that they were encoded with.
        query: the question with its filters.
        k: how many hits to return at most.
        one_per_article: return only the best passage of each article.

    Of articles of the same text only one is returned, with the others as its reprints.
    """
    found = candidates(store, query, encoder.encode_queries([query.text]), 2 * k)
    if not found:
        return []
    logits = rank(query, found, store.rarity)
    if query.newest:
        logits += _NEWEST_GAIN * _newness(found)
    scores = 1 / (1 + np.exp(-logits))
    order = sorted(range(len(found)), key=lambda i: (-scores[i], found[i].candidate.passage))
    ranked = [_hit(found[i], float(scores[i])) for i in order]
    return _first(grouped(ranked), k, one_per_article=one_per_article)


def candidates(store: Store, query: Query, vector: Vectors, least: int = 0) -> list[Found]:
    """Return the passages worth reranking for `query`, whose vector is `vector`."""
    count = max(_CANDIDATES, least)
    either = store.candidates(content(query.text), vector, query.filters, count)
    best = sorted(either, key=lambda one: (-_fused(one), one.passage))
    taken = best[: max(_RERANKED, least)]
    texts = store.passages([one.passage for one in taken])
    return [Found(one, *text) for one, text in zip(taken, texts, strict=True)]


def _newness(found: Sequence[Found]) -> Features:
    """Return 1 for candidates of the newest edition among `found`, 0 for those of the oldest."""
    days = sorted({one.edition.date for one in found if one.edition.date})
    steps = max(1, len(days) - 1)
    place = {day: number / steps for number, day in enumerate(days)}
    newness = [place[one.edition.date] if one.edition.date else 0.0 for one in found]
    return np.array(newness, dtype=np.float32)


def _fused(candidate: Candidate) -> float:
    return (1 - _LEXICAL_SHARE) * candidate.dense + _LEXICAL_SHARE * candidate.lexical


def _hit(found: Found, score: float) -> Hit:
    parts = ScoreParts(found.candidate.dense, found.candidate.lexical)
    return Hit(score, found.passage, found.article, found.edition, parts)


def _first(ranked: Sequence[Hit], k: int, *, one_per_article: bool) -> list[Hit]:
    if one_per_article:
        best: dict[str, Hit] = {}
        for hit in ranked:
            best.setdefault(hit.article.id, hit)
        ranked = list(best.values())
    return list(ranked[:k])
