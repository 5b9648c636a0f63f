"""Retrieval: dense and lexical candidates of a question, fused, and the best of them reranked.

Where the first candidates are close, the reader looks for the answer in them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from qa.overlap import content, sought
from qa.reading.inputs import text_in
from qa.reading.reader import QUICK, reader
from qa.retrieval.ranking import Found, rank
from qa.retrieval.reprints import grouped
from qa.text import is_chinese
from qa.types import Hit, ScoreParts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from embeddings import Encoder, Vectors
    from qa.network import Features
    from qa.overlap import Sought
    from qa.storage.opened import Candidate
    from qa.storage.store import Store
    from qa.types import DateRange, Query

_CANDIDATES = 50  # of each kind of retrieval, at least
_RERANKED = 32  # best of them by both scores together, at least
_MORE, _MOST = 4, 400  # times as many are reranked where too few articles are left; at most
_LEXICAL_SHARE = 0.6
_AROUND_GAIN = 1.0  # logits
_NEWEST_GAIN = 2.0  # about what parts the first candidates of a question
# The best candidates of so many articles are read, so many logits behind the best at most. Each
# takes 4 to 5 ms, and a third puts no more right articles first: tests/benchmarks/retrieval.py.
_READ = 2
_CLOSE = 0.8
_SAID = -12.0, 8.0  # logits of the reader, beyond which it is sure
_SAID_SHARE = 0.3  # of them, that counts


def retrieve(store: Store, encoder: Encoder, query: Query, k: int) -> list[Hit]:
    """Return the best passage of each of the best `k` articles for `query`, best first.

    Where the best candidates are close, they are read: the one that answers goes first. Of articles
    of the same text only one is returned, with the others as its reprints.

    Args:
        store: where the passages are.
        encoder: the model that they were encoded with.
        query: the question with its filters.
        k: how many hits to return at most.
    """
    asked = sought(query, store.rarities)
    vector = encoder.encode_queries([query.text])
    least = 2 * k
    while True:
        found = candidates(store, query, vector, least)
        best: dict[str, Hit] = {}
        for hit in _hits(query, found, after_reading(asked, found, rank(asked, found))):
            best.setdefault(hit.article.id, hit)
        # Where one text is in many editions, few articles are left of what was found.
        if len(best) >= k or len(found) < least or least >= _MOST:
            return list(best.values())[:k]
        least = max(_RERANKED, least) * _MORE


def retrieve_unread(store: Store, encoder: Encoder, query: Query, k: int) -> list[Hit]:
    """Return the best `k` passages for `query`, best first, several of an article among them.

    For who reads them all; but that `k` counts passages, the arguments are those of `retrieve`.
    """
    found = candidates(store, query, encoder.encode_queries([query.text]), 2 * k)
    return _hits(query, found, rank(sought(query, store.rarities), found))[:k]


def candidates(store: Store, query: Query, vector: Vectors, least: int = 0) -> list[Found]:
    """Return the passages worth reranking for `query`, whose vector is `vector`."""
    count = max(_CANDIDATES, least)
    either = store.candidates(content(query.text), vector, query.filters, count)
    best = sorted(either, key=lambda one: (-fused(one), one.passage))
    taken = best[: max(_RERANKED, least)]
    texts = store.passages([one.passage for one in taken])
    return [Found(one, *text) for one, text in zip(taken, texts, strict=True)]


def after_reading(asked: Sought, found: Sequence[Found], logits: Features) -> Features:
    """Return logits of candidates, where the best are close raised by what the reader says.

    The best of two articles are read, and the one that is less of an answer stays where it is.

    Args:
        asked: the question; one that is not Chinese the reader cannot read.
        found: the candidates.
        logits: how surely each is right, shape (len(found),).
    """
    close = _close(found, logits)
    if len(close) < 2 or not is_chinese(asked.question):
        return logits
    texts = [text_in(found[at].article, found[at].passage) for at in close]
    readings = reader(QUICK).read(asked, texts)
    said = np.array([one.sentences.max() for one in readings], np.float32).clip(*_SAID)
    moved = logits.copy()
    moved[close] += _SAID_SHARE * (said - said.min())
    return moved


def _close(found: Sequence[Found], logits: Features) -> list[int]:
    """Return the places of the best candidates of the first articles, as far as they are close."""
    first: dict[str, int] = {}
    for place in np.argsort(-logits, kind="stable").tolist():
        if len(first) == _READ or logits[place] <= logits.max() - _CLOSE:
            break
        first.setdefault(found[place].article.id, place)
    return list(first.values())


def _hits(query: Query, found: Sequence[Found], logits: Features) -> list[Hit]:
    """Return candidates as hits, best first; reprints are one hit."""
    scores = 1 / (1 + np.exp(-logits))
    sought_first = logits
    if query.newest:
        sought_first = sought_first + _NEWEST_GAIN * _newness(found)
    if query.around:
        sought_first = sought_first + _AROUND_GAIN * _within(query.around, found)
    order = sorted(range(len(found)), key=lambda i: (-sought_first[i], found[i].candidate.passage))
    return grouped([_hit(found[i], float(scores[i])) for i in order])


def _newness(found: Sequence[Found]) -> Features:
    """Return 1 for candidates of the newest edition among `found`, 0 for those of the oldest."""
    days = sorted({one.edition.date for one in found if one.edition.date})
    steps = max(1, len(days) - 1)
    place = {day: number / steps for number, day in enumerate(days)}
    newness = [place[one.edition.date] if one.edition.date else 0.0 for one in found]
    return np.array(newness, dtype=np.float32)


def _within(dates: DateRange, found: Sequence[Found]) -> Features:
    """Return 1 for candidates of editions from `dates`, else 0."""
    days = [one.edition.date for one in found]
    return np.array([bool(day and dates.holds(day)) for day in days], dtype=np.float32)


def fused(candidate: Candidate) -> float:
    """Return what a candidate's two scores come to together."""
    return (1 - _LEXICAL_SHARE) * candidate.dense + _LEXICAL_SHARE * candidate.lexical


def _hit(found: Found, score: float) -> Hit:
    parts = ScoreParts(found.candidate.dense, found.candidate.lexical)
    return Hit(score, found.passage, found.article, found.edition, parts)
