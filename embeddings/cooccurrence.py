"""Gives a static embedding its first rows: pieces that occur in like company get like rows.

Positive pointwise mutual information of pieces a few places apart, factored by a truncated
singular value decomposition (Levy and Goldberg, 2014), its rows weighted by smooth inverse
frequency (Arora and others, 2017).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

    from embeddings.corpus import Tokens
    from embeddings.encoder import Vectors

Rows = NDArray[np.floating[Any]]

_WINDOW = 5  # places
_CONTEXT_POWER = 0.75  # raises rare contexts' expected counts, which are overrated otherwise
_FEWEST = 2  # occurrences of two pieces together that say anything
_SIF = 1e-3
_ROW_LENGTH = 0.8  # of a rare piece; the learning rate of contrast.Schedule goes with it
_POWER_ITERATIONS = 2


def first_rows(tokens: Tokens, pieces: int, dimension: int, seed: int) -> Vectors:
    """Return float32 rows, shape (pieces, dimension), from the running text `tokens`.

    Half of a row is what its piece means and half is noise of its own, so that pieces of like
    meaning are near and can be told apart. Row 0 is zero.
    """
    from sklearn.utils.extmath import randomized_svd

    information = _positive_information(_pair_counts(tokens, pieces))
    rng = np.random.default_rng(seed)
    components = min(dimension, pieces - 1)
    left, _, _ = randomized_svd(
        information, components, n_iter=_POWER_ITERATIONS, random_state=seed
    )
    # All components count alike, and a rotation makes any beginning of a row as good as its rest.
    meaning = (left - left.mean(axis=0)) @ _random_rotation(components, dimension, rng)
    rows = _unit(meaning) + _unit(rng.standard_normal((pieces, dimension)))
    frequency = np.bincount(tokens, minlength=pieces) / max(1, len(tokens))
    rows *= (_SIF / (_SIF + frequency))[:, None] * _ROW_LENGTH
    rows[0] = 0.0
    return rows.astype(np.float32)


def _random_rotation(
    components: int, dimension: int, rng: np.random.Generator
) -> NDArray[np.float64]:
    rotation, _ = np.linalg.qr(rng.standard_normal((dimension, dimension)))
    return rotation[:components]


def _unit(rows: Rows) -> Rows:
    unit: Rows = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return unit


def _pair_counts(tokens: Tokens, pieces: int) -> csr_matrix:
    """Return how often two pieces stand within the window, nearer pairs counting more."""
    from scipy.sparse import csr_matrix

    counts = csr_matrix((pieces, pieces), dtype=np.float32)
    wide = tokens.astype(np.int64)
    for distance in range(1, _WINDOW + 1):
        keys, found = np.unique(wide[:-distance] * pieces + wide[distance:], return_counts=True)
        keys, found = keys[found >= _FEWEST], found[found >= _FEWEST].astype(np.float32)
        weight = np.float32((_WINDOW + 1 - distance) / _WINDOW)
        shape = (pieces, pieces)
        counts += csr_matrix((found * weight, (keys // pieces, keys % pieces)), shape=shape)
    return (counts + counts.T).tocsr()


def _positive_information(counts: csr_matrix) -> csr_matrix:
    """Return PPMI of `counts`: log of how much oftener than by chance, where positive."""
    here = np.asarray(counts.sum(axis=1)).ravel()
    context = here**_CONTEXT_POWER
    context = context / context.sum()
    sparse = counts.tocoo()
    expected = here[sparse.row] * context[sparse.col]
    sparse.data = np.maximum(np.log(sparse.data / np.maximum(expected, 1e-9)), 0).astype(np.float32)
    information = sparse.tocsr()
    information.eliminate_zeros()
    return information
