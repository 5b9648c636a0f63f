"""Finds the nearest vectors: a FAISS index over the ids that the caller gives its vectors.

Vectors are kept in half precision. Up to EXACT_LIMIT of them every one is compared; above that
the index has cells (an inverted file), of which a search visits the nearest. Which of the two it
is, and with how many cells, is decided in `_plan` alone.
"""

from __future__ import annotations

import math
import os
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from embeddings.errors import VectorFileError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from embeddings.encoder import Vectors

Ids = NDArray[np.int64]

NO_ID = -1  # stands in a result where there are fewer than k vectors

# Comparing this many of dimension 512 with a question takes 3 to 4 ms on two cores.
EXACT_LIMIT = 50_000
# Of the cells, by a search. Over 110,000 passages of news an eighth found 96% of the nearest 50 in
# 0.7 ms, a sixteenth 92% in 0.4 ms. Measure again with another model.
_VISITED_SHARE = 1 / 8
_SAMPLES_PER_CELL = 40  # fewer than 39 make FAISS warn of poor cells
_SEED = 20_240_915
# Up to this id a restricted search marks its ids in a map of bits, at most 16 MiB of it.
_LARGEST_MAPPED_ID = 1 << 27

_CHECK_MAGIC = b"WBVI"  # the file's end: this and the CRC-32 of all before it
_CHECK_BYTES = 8
_CHUNK = 1 << 22


@dataclass(frozen=True, slots=True)
class _Plan:
    """How an index of a given size is built; no cells: every vector is compared."""

    cells: int

    def key(self) -> str:
        """Return the plan in the language of faiss.index_factory."""
        return f"IVF{self.cells},SQfp16" if self.cells else "IDMap2,SQfp16"


def _plan(size: int) -> _Plan:
    """Return the plan for `size` vectors: cells number about twice the root of it, a power of 2."""
    if size <= EXACT_LIMIT:
        return _Plan(0)
    return _Plan(1 << round(math.log2(2 * math.sqrt(size))))


class VectorIndex:
    """Vectors by id, searched by inner product, which for unit vectors is the cosine.

    The same vectors added in the same order give the same results; equal scores rank by id.
    """

    def __init__(self, dimension: int) -> None:
        self.dimension = dimension
        self._faiss = _empty(_plan(0), dimension)
        self._cells = 0

    def __len__(self) -> int:
        return int(self._faiss.ntotal)

    def add(self, ids: Sequence[int] | Ids, vectors: Vectors) -> None:
        """Add `vectors`, shape (n, dimension), under `ids`, which must be new to the index."""
        rows = self._checked(vectors)
        keys = np.ascontiguousarray(ids, dtype=np.int64)
        if len(keys) != len(rows):
            raise ValueError(f"{len(keys)} ids for {len(rows)} vectors: give one for each")
        if not len(keys):
            return
        if _plan(len(self) + len(keys)).cells > self._cells:
            self._rebuild(keys, rows)
        else:
            self._faiss.add_with_ids(rows, keys)

    def remove(self, ids: Sequence[int] | Ids) -> int:
        """Remove the vectors of `ids`, as far as they are there; return how many were."""
        keys = np.ascontiguousarray(ids, dtype=np.int64)
        return int(self._faiss.remove_ids(keys)) if len(keys) and len(self) else 0

    def search(
        self, queries: Vectors, k: int, among: Sequence[int] | Ids | None = None
    ) -> tuple[Vectors, Ids]:
        """Return the `k` nearest vectors of each row of `queries`, best first.

        Args:
            queries: float32, shape (q, dimension).
            k: How many to return for each.
            among: If given, only vectors of these ids are found, and all of those are looked at.

        Returns:
            Scores, float32, and ids, int64, both of shape (q, k). Where fewer than k are found the
            id is NO_ID and the score -inf.
        """
        import faiss

        rows = self._checked(queries)
        if not len(self) or not len(rows) or (among is not None and not len(among)):
            shape = (len(rows), k)
            return np.full(shape, -np.inf, np.float32), np.full(shape, NO_ID, np.int64)
        selector = None if among is None else _selector(np.ascontiguousarray(among, np.int64))
        # One question is looked up in less time than it takes to wake a second thread, and on a
        # busy machine waiting for that thread has cost 20 ms.
        faiss.omp_set_num_threads(1)
        scores, ids = self._faiss.search(rows, k, params=self._parameters(selector))
        scores[ids == NO_ID] = -np.inf
        order = np.lexsort((ids, -scores), axis=1)
        return np.take_along_axis(scores, order, 1), np.take_along_axis(ids, order, 1)

    def write_to(self, path: Path) -> None:
        """Write the index to `path`; what was there stands until all is written."""
        import faiss

        unfinished = path.with_name(path.name + ".part")
        faiss.write_index(self._faiss, str(unfinished))
        with unfinished.open("r+b") as file:
            check = _crc(file, unfinished.stat().st_size)
            file.write(_CHECK_MAGIC + check.to_bytes(4, "little"))
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)

    @classmethod
    def read_from(cls, path: Path, dimension: int) -> VectorIndex:
        """Return the index that `write_to` wrote.

        Raises:
            VectorFileError: The file is missing, damaged, or holds vectors of another dimension.
        """
        import faiss

        _check_file(path)
        try:
            stored = faiss.read_index(str(path))
        except RuntimeError as error:
            raise VectorFileError(f"{path} is not a vector index: rebuild the archive") from error
        if stored.d != dimension:
            message = f"{path} holds vectors of dimension {stored.d}, the model's have {dimension}"
            raise VectorFileError(f"{message}: rebuild the archive with this model")
        index = cls(dimension)
        index._faiss = stored
        index._cells = getattr(stored, "nlist", 0)
        return index

    def _checked(self, vectors: Vectors) -> Vectors:
        rows = np.ascontiguousarray(vectors, dtype=np.float32)
        if rows.ndim != 2 or rows.shape[1] != self.dimension:
            message = f"vectors of shape {rows.shape} given: (n, {self.dimension}) is needed"
            raise ValueError(message)
        return rows

    def _parameters(self, selector: Any) -> Any:
        import faiss

        # FAISS's own stubs do not know the arguments that its Python wrapper takes.
        exact: Any = faiss.SearchParameters
        if not self._cells:
            return exact(sel=selector) if selector else None
        visited = self._cells if selector else max(1, round(self._cells * _VISITED_SHARE))
        by_cell: Any = faiss.SearchParametersIVF
        return by_cell(sel=selector, nprobe=visited)

    def _rebuild(self, new_ids: Ids, new_rows: Vectors) -> None:
        """Build the index anew, for its present vectors and the new ones together."""
        old_ids, old_rows = _contents(self._faiss, self._cells)
        ids = np.concatenate((old_ids, new_ids))
        rows = np.concatenate((old_rows, new_rows))
        plan = _plan(len(ids))
        index = _empty(plan, self.dimension)
        wanted = plan.cells * _SAMPLES_PER_CELL
        samples = np.random.default_rng(_SEED).permutation(len(rows))[:wanted]
        index.train(rows[np.sort(samples)])
        index.add_with_ids(rows, ids)
        self._faiss, self._cells = index, plan.cells


def _empty(plan: _Plan, dimension: int) -> Any:
    import faiss

    index: Any = faiss.index_factory(dimension, plan.key(), faiss.METRIC_INNER_PRODUCT)
    if plan.cells:
        index.cp.seed = _SEED
        index.by_residual = (
            False  # codes are the vectors themselves: scores equal an exact search's
        )
    return index


def _contents(index: Any, cells: int) -> tuple[Ids, Vectors]:
    """Return all ids and vectors in `index`, in the order of the ids."""
    import faiss

    dimension = index.d
    if not index.ntotal:
        return np.zeros(0, np.int64), np.zeros((0, dimension), np.float32)
    if not cells:
        ids = faiss.vector_to_array(index.id_map)
        rows = index.index.reconstruct_n(0, index.ntotal)
    else:
        lists = [_cell(index, cell) for cell in range(cells)]
        ids = np.concatenate([ids for ids, _ in lists])
        rows = np.concatenate([rows for _, rows in lists])
    order = np.argsort(ids, kind="stable")
    return ids[order], rows[order]


def _cell(index: Any, cell: int) -> tuple[Ids, Vectors]:
    import faiss

    size = index.invlists.list_size(cell)
    if not size:
        return np.zeros(0, np.int64), np.zeros((0, index.d), np.float32)
    ids = faiss.rev_swig_ptr(index.invlists.get_ids(cell), size).copy()
    codes = faiss.rev_swig_ptr(index.invlists.get_codes(cell), size * index.code_size)
    return ids, codes.copy().view(np.float16).reshape(size, index.d).astype(np.float32)


def _selector(ids: Ids) -> Any:
    import faiss

    largest = int(ids.max())
    if largest > _LARGEST_MAPPED_ID:
        return faiss.IDSelectorBatch(ids)
    wanted = np.zeros(largest + 1, dtype=bool)
    wanted[ids[ids >= 0]] = True
    bitmap: Any = faiss.IDSelectorBitmap
    return bitmap(np.packbits(wanted, bitorder="little"))


def _crc(file: Any, size: int) -> int:
    """Return the CRC-32 of the next `size` bytes of `file`."""
    check, left = 0, size
    while left:
        chunk = file.read(min(_CHUNK, left))
        if not chunk:
            break
        check = zlib.crc32(chunk, check)
        left -= len(chunk)
    return check


def _check_file(path: Path) -> None:
    try:
        size = path.stat().st_size - _CHECK_BYTES
        with path.open("rb") as file:
            check = _crc(file, max(size, 0))
            end = file.read()
    except OSError as error:
        message = f"the vector index {path} cannot be read ({error.strerror})"
        raise VectorFileError(f"{message}: rebuild the archive") from error
    if end != _CHECK_MAGIC + check.to_bytes(4, "little"):
        raise VectorFileError(f"the vector index {path} is damaged: rebuild the archive")
