"""Finds the nearest vectors: one FAISS index over rows that are numbered from 0.

What an index is made of goes by its size. A few rows are kept in half precision; more of them as a
byte for each dimension. A question is compared with every row, in the largest indexes first with a
rough copy of each: half a byte for four dimensions (product quantization, Jégou et al., 2011; read
by the fast scan of André et al., 2015), from which the best are compared again.
"""

from __future__ import annotations

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
# Dimensions of a row that its rough copy tells by one of 16 values.
_ROUGH_DIMENSIONS = 4
# How many of the roughly nearest are compared again: so many, or so many for each one wanted: with
# 5 instead of 8, and twice its part of each shard instead of four times (`qa.storage.store`), the
# first five articles of 1,000 questions stay the same (29 November 2026). Of
# the 10 nearest of 200 questions among 65,536 passages of news, 98.4% are among the 200 roughly
# nearest, 99.1% among 400 (25 November 2026).
_LOOKED_AT_AGAIN = 200
_LOOKED_AT_FOR_EACH = 5
_SAMPLE = 8192  # rows that the values of rough copies are learned from
_ROUNDS = 8
_SEED = 20_240_915

_CHECK_MAGIC = b"WBVI"  # the file's end: this and the CRC-32 of all before it
_CHECK_BYTES = 8
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
        # On a busy machine, waiting for a second thread has cost more than it gained.
        faiss.omp_set_num_threads(1)
        recipe = _recipe(*rows.shape)
        index: Any = faiss.index_factory(rows.shape[1], recipe, faiss.METRIC_INNER_PRODUCT)
        if rough := _rough(index):
            rough.pq.cp.niter, rough.pq.cp.seed = _ROUNDS, _SEED
            chosen = np.random.default_rng(_SEED).permutation(len(rows))[:_SAMPLE]
            rough.train(rows[np.sort(chosen)])
            _precise(index).train(rows)
            index.is_trained = True
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
        faiss.omp_set_num_threads(1)
        found = self._roughly_nearest(asked, k, among)
        if found is None:
            both = _precise(self._faiss).search(asked, k, params=_selecting(among))
            there = both[1][0] != NO_ID
            found = both[0][0][there], both[1][0][there]
        scores, rows = found
        order = np.lexsort((rows, -scores))[:k]
        return scores[order], rows[order]

    def _roughly_nearest(
        self, query: Vectors, k: int, among: NDArray[np.bool_] | None
    ) -> tuple[Vectors, Ids] | None:
        """Return scores and rows, the `k` nearest among them; None where all must be compared."""
        count = max(_LOOKED_AT_AGAIN, _LOOKED_AT_FOR_EACH * k)
        if not _rough(self._faiss) or count >= len(self):
            return None
        (scores,), (rows,) = self._faiss.search(query, count)
        if NO_ID in rows:  # a vector of noughts is near to nothing, roughly
            return None
        if among is None:
            return scores, rows
        allowed = among[rows]
        return (scores[allowed], rows[allowed]) if 2 * allowed.sum() >= count else None

    def rows(self, numbers: Ids | None = None) -> Vectors:
        """Return rows by their numbers, all of them by default: float32 of shape (n, dimension)."""
        wanted = np.arange(len(self)) if numbers is None else np.asarray(numbers, dtype=np.int64)
        if not len(wanted):
            return np.zeros((0, self.dimension), np.float32)
        found: Vectors = _precise(self._faiss).reconstruct_batch(wanted)
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
                file.seek(-_CHECK_BYTES, os.SEEK_END)
                whole = file.read(4) == _CHECK_MAGIC
        except OSError as error:
            raise _unreadable(path, error.strerror or "it is too short") from error
        if not whole:
            raise _unreadable(path, "its end is missing")
        try:
            stored = faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC)
        except (RuntimeError, MemoryError) as error:
            raise _unreadable(path, "it is not a vector index") from error
        if stored.d != dimension:
            raise _unreadable(path, f"its dimension is {stored.d}, the model's {dimension}")
        return cls(stored)


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


def _recipe(size: int, dimension: int) -> str:
    """Return how an index of `size` rows is made, in the language of faiss.index_factory."""
    if size < HALF_PRECISION_LIMIT:
        return "SQfp16"
    if size <= EXACT_LIMIT or dimension % _ROUGH_DIMENSIONS:
        return "SQ8"
    return f"PQ{dimension // _ROUGH_DIMENSIONS}x4fs,Refine(SQ8)"


def _rough(index: Any) -> Any:
    """Return the part of an index that holds rough copies, None where it has none."""
    import faiss

    return faiss.downcast_index(index.base_index) if hasattr(index, "refine_index") else None


def _precise(index: Any) -> Any:
    import faiss

    return faiss.downcast_index(index.refine_index) if hasattr(index, "refine_index") else index


def _selecting(among: NDArray[np.bool_] | None) -> Any:
    """Return the parameters of a search of some rows."""
    import faiss

    if among is None:
        return None
    # FAISS's own stubs do not know the arguments that its Python wrapper takes.
    bitmap: Any = faiss.IDSelectorBitmap
    parameters: Any = faiss.SearchParameters
    return parameters(sel=bitmap(np.packbits(among, bitorder="little")))


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
