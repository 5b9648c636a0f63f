"""What is held in memory of a generation: its shards, side by side, and what is found in them."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from qa.storage.lexical import Collection

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from embeddings import Ids, VectorIndex, Vectors
    from qa.storage.shards import Shard

# Passages from which on shards are searched side by side: below, waking a thread costs more.
_WORTH_A_THREAD = 250_000
_TIMES_ITS_PART = 2
_LEAST_OF_A_SHARD = 20
_searchers = ThreadPoolExecutor(os.cpu_count(), thread_name_prefix="wenbao-search")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may answer, by its number, with both of its scores."""

    passage: int
    dense: float
    lexical: float


@dataclass(frozen=True)
class Opened:
    """What is held in memory of a generation: its shards side by side, in columns."""

    serial: int
    numbers: tuple[int, ...]
    shards: tuple[Shard, ...]
    live: NDArray[np.int64]  # numbers of the editions that it holds

    @cached_property
    def offsets(self) -> tuple[int, ...]:
        """How many passages stand before each shard."""
        sizes = [len(shard) for shard in self.shards]
        return tuple(np.cumsum([0, *sizes])[:-1].tolist())

    def _column(self, name: str) -> NDArray[np.int64]:
        parts = [getattr(shard.columns, name) for shard in self.shards]
        return np.concatenate([np.zeros(0, dtype=np.int64), *parts])

    @cached_property
    def passages(self) -> NDArray[np.int64]:
        """The number of each passage, shape (passages,)."""
        return self._column("passages")

    @cached_property
    def articles(self) -> NDArray[np.int64]:
        """The number of the article that each passage is of, shape (passages,)."""
        return self._column("articles")

    @cached_property
    def editions(self) -> NDArray[np.int64]:
        """The number of the edition that each passage is of, shape (passages,)."""
        return self._column("editions")

    @cached_property
    def alive(self) -> NDArray[np.bool_] | None:
        """Which passages are of editions that it holds, shape (passages,); None where all are."""
        alive = np.isin(self.editions, self.live)
        return None if alive.all() else alive

    @cached_property
    def collection(self) -> Collection:
        """The postings of all shards together."""
        lengths = self._column("lengths").astype(np.float32)
        return Collection(tuple(one.postings for one in self.shards), self.offsets, lengths)

    def candidates(
        self, text: str, vector: Vectors, count: int, allowed: NDArray[np.bool_] | None
    ) -> list[Candidate]:
        """Return the passages that are among the best `count` by either kind of retrieval.

        Args:
            text: the question, for lexical retrieval.
            vector: the question encoded, float32 array of shape (1, dim), a row of unit length.
            count: how many to take from each kind.
            allowed: which passages may be taken, shape (passages,); all where it is None.
        """
        if not len(self.passages) or (allowed is not None and not allowed.any()):
            return []
        asked = self.collection.ask(text)
        places = np.union1d(self._nearest(vector, count, allowed), asked.best(count, allowed))
        lexical = asked.scores(places)
        dense = self._dense(vector, places)
        numbers = self.passages[places]
        return [
            Candidate(*both)
            for both in zip(numbers.tolist(), dense.tolist(), lexical.tolist(), strict=True)
        ]

    def _nearest(
        self, vector: Vectors, count: int, allowed: NDArray[np.bool_] | None
    ) -> NDArray[np.int64]:
        """Return where the `count` passages are whose vectors are nearest."""
        parts = [
            (
                shard.vectors,
                offset,
                None if allowed is None else allowed[offset : offset + len(shard)],
            )
            for shard, offset in zip(self.shards, self.offsets, strict=True)
        ]
        searched = [part for part in parts if part[2] is None or part[2].any()]
        # Of many shards, one seldom holds more of the nearest than twice its part.
        of_each = min(count, max(_LEAST_OF_A_SHARD, _TIMES_ITS_PART * count // len(searched)))

        def search(part: tuple[VectorIndex, int, NDArray[np.bool_] | None]) -> tuple[Vectors, Ids]:
            vectors, offset, among = part
            found, rows = vectors.search(vector, of_each, among)
            return found, rows + offset

        at_once = len(self.passages) >= _WORTH_A_THREAD
        scores, places = zip(*(_searchers.map if at_once else map)(search, searched), strict=True)
        all_scores, all_places = np.concatenate(scores), np.concatenate(places)
        best: NDArray[np.int64] = all_places[np.lexsort((all_places, -all_scores))[:count]]
        return best

    def _dense(self, vector: Vectors, places: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the inner products of the question and passages, whose places ascend."""
        scores = np.zeros(len(places), dtype=np.float32)
        edges = np.searchsorted(places, (*self.offsets, len(self.passages))).tolist()
        for number, (shard, offset) in enumerate(zip(self.shards, self.offsets, strict=True)):
            inside = slice(edges[number], edges[number + 1])
            scores[inside] = shard.vectors.rows(places[inside] - offset) @ vector[0]
        return scores
