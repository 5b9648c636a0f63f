"""Finds the nearest vectors: one FAISS index over rows that are numbered from 0.

What an index is made of goes by its size. A few rows are kept in half precision; more of them as a
byte for each dimension. Every row is compared with a question, except by the largest indexes: those
have cells (an inverted file), of which a search visits the nearest.
"""

from __future__ import annotations

import math
import os
import zlib
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from embeddings.errors import VectorFileError

if TYPE_CHECKING:
    from pathlib import Path

    from embeddings.encoder import Vectors

Ids = NDArray[np.int64]

NO_ID = -1  # stands in a result where there are fewer than k vectors

# Below this a byte's range, learned from the rows themselves, would be learned from too few.
HALF_PRECISION_LIMIT = 4096
# Comparing this many of dimension 512 with a question takes about 1 ms.
EXACT_LIMIT = 16_384
# Of the cells, by a search. Of the 10 nearest of 200 questions on 204,087 passages of news, an
# eighth found 86%, a quarter 92%, a half 98%, in 6 ms more than an eighth takes
# (tests/benchmarks/indexing.py, 24 November 2026).
_VISITED_SHARE = 1 / 2
_SAMPLES_PER_CELL = 20
_ROUNDS = 5  # of moving the cells' centres
_SEED = 20_240_915

_CHECK_MAGIC = b"WBVI"  # the file's end: this and the CRC-32 of all before it
_CHECK_BYTES = 8
_CELLS_MAGIC = b"Iw"  # how FAISS begins a file of an index with cells
_CHUNK = 1 << 22


class VectorIndex:
    """Rows searched by inner product, which for unit vectors is the cosine.

    An index is built once and never changes. The same rows give the same index; equal scores rank
    by row.
    """

    def __init__(self, index: Any) -> None:
        """Wrap a FAISS index; use `build` or `read_from`."""
        self._faiss = index

    def __len__(self) -> int:
        return int(self._faiss.ntotal)

    @property
    def dimension(self) -> int:
        """The length of a row."""
        return int(self._faiss.d)

    @classmethod
    def build(cls, vectors: Vectors) -> VectorIndex:
        """Return an index of `vectors`, float32 of shape (n, dimension)."""
        import faiss

        rows = np.ascontiguousarray(vectors, dtype=np.float32)
        index: Any = faiss.index_factory(
            rows.shape[1], _recipe(len(rows)), faiss.METRIC_INNER_PRODUCT
        )
        if cells := getattr(index, "nlist", 0):
            index.cp.seed, index.cp.niter = _SEED, _ROUNDS
            index.cp.min_points_per_centroid = 1  # no warning of few samples
            index.by_residual = False  # codes are the rows themselves: scores equal those of others
            chosen = np.random.default_rng(_SEED).permutation(len(rows))
            index.train(rows[np.sort(chosen[: cells * _SAMPLES_PER_CELL])])
        elif len(rows):
            index.train(rows)
        index.add(rows)
        return cls(index)

    def search(
        self, query: Vectors, k: int, among: NDArray[np.bool_] | None = None
    ) -> tuple[Vectors, Ids]:
        """Return the `k` nearest rows of `query`, best first.

        Args:
            query: float32, shape (1, dimension).
            k: how many to return.
            among: which rows may be found, shape (n,); None for all.

        Returns:
            Scores, float32, and rows, int64, both of shape (k,) or shorter where there are fewer.
        """
        import faiss

        asked = np.ascontiguousarray(query, dtype=np.float32)
        if asked.shape != (1, self.dimension):
            raise ValueError(f"a query of shape {asked.shape} given: (1, {self.dimension}) needed")
        if not len(self):
            return np.zeros(0, np.float32), np.zeros(0, np.int64)
        # One question is looked up in less time than it takes to wake a second thread, and on a
        # busy machine waiting for that thread has cost 20 ms.
        faiss.omp_set_num_threads(1)
        scores, rows = self._faiss.search(asked, k, params=self._parameters(among))
        found = rows[0] != NO_ID
        scores, rows = scores[0][found], rows[0][found]
        order = np.lexsort((rows, -scores))
        return scores[order], rows[order]

    def rows(self, numbers: Ids | None = None) -> Vectors:
        """Return rows by their numbers, all of them by default: float32 of shape (n, dimension)."""
        wanted = np.arange(len(self)) if numbers is None else np.asarray(numbers, dtype=np.int64)
        if not len(wanted):
            return np.zeros((0, self.dimension), np.float32)
        if getattr(self._faiss, "nlist", 0):
            self._faiss.make_direct_map()
        found: Vectors = self._faiss.reconstruct_batch(wanted)
        return found

    def write_to(self, path: Path) -> None:
        """Write the index to `path`; what was there stands until all is written."""
        import faiss

        unfinished = path.with_name(path.name + ".part")
        try:
            faiss.write_index(self._faiss, str(unfinished))
        except RuntimeError as error:  # how FAISS says that the disk is full
            raise OSError(f"the vectors cannot be written ({error})") from error
        with unfinished.open("r+b") as file:
            check = _crc(file, unfinished.stat().st_size)
            file.write(_CHECK_MAGIC + check.to_bytes(4, "little"))
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)

    @classmethod
    def read_from(cls, path: Path, dimension: int) -> VectorIndex:
        """Return the index that `write_to` wrote; its rows stay in the file until they are needed.

        Raises:
            VectorFileError: the file is missing, cut off, or holds vectors of another dimension.
        """
        import faiss

        try:
            with path.open("rb") as file:
                kind = file.read(len(_CELLS_MAGIC))
                file.seek(-_CHECK_BYTES, os.SEEK_END)
                whole = file.read(4) == _CHECK_MAGIC
        except OSError as error:
            raise _unreadable(path, error.strerror or "it is too short") from error
        if not whole:
            raise _unreadable(path, "its end is missing")
        try:
            flags = faiss.IO_FLAG_MMAP if kind == _CELLS_MAGIC else faiss.IO_FLAG_MMAP_IFC
            stored = faiss.read_index(str(path), flags)
        except (RuntimeError, MemoryError) as error:
            raise _unreadable(path, "it is not a vector index") from error
        if stored.d != dimension:
            raise _unreadable(path, f"its dimension is {stored.d}, the model's {dimension}")
        return cls(stored)

    def _parameters(self, among: NDArray[np.bool_] | None) -> Any:
        import faiss

        # FAISS's own stubs do not know the arguments that its Python wrapper takes.
        bitmap: Any = faiss.IDSelectorBitmap
        selector = None if among is None else bitmap(np.packbits(among, bitorder="little"))
        cells = getattr(self._faiss, "nlist", 0)
        if cells:
            by_cell: Any = faiss.SearchParametersIVF
            visited = cells if selector else max(1, round(cells * _VISITED_SHARE))
            return by_cell(sel=selector, nprobe=visited)
        exact: Any = faiss.SearchParameters
        return exact(sel=selector) if selector else None


def check_vector_file(path: Path) -> None:
    """Raise VectorFileError unless the file at `path` is as it was written, to the bit."""
    try:
        size = path.stat().st_size - _CHECK_BYTES
        with path.open("rb") as file:
            check = _crc(file, max(size, 0))
            end = file.read()
    except OSError as error:
        raise _unreadable(path, str(error.strerror)) from error
    if end != _CHECK_MAGIC + check.to_bytes(4, "little"):
        raise _unreadable(path, "its checksum is wrong")


def _recipe(size: int) -> str:
    """Return how an index of `size` rows is made, in the language of faiss.index_factory."""
    if size < HALF_PRECISION_LIMIT:
        return "SQfp16"
    if size <= EXACT_LIMIT:
        return "SQ8"
    return f"IVF{1 << round(math.log2(2 * math.sqrt(size)))},SQ8"


def _unreadable(path: Path, why: str) -> VectorFileError:
    return VectorFileError(f"The vectors in {path} cannot be used: {why}. Mend it: wenbao check")


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
