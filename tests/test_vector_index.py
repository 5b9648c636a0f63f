"""What the FAISS index promises: ids in, nearest ids out, files that say when they are damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

import embeddings.index
from embeddings import NO_ID, VectorFileError, VectorIndex

if TYPE_CHECKING:
    from pathlib import Path

DIMENSION = 16


def random_vectors(count: int, seed: int = 0) -> np.ndarray:
    vectors = np.random.default_rng(seed).standard_normal((count, DIMENSION)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def filled(count: int, first_id: int = 100) -> tuple[VectorIndex, np.ndarray]:
    vectors = random_vectors(count)
    index = VectorIndex(DIMENSION)
    index.add(range(first_id, first_id + count), vectors)
    return index, vectors


@pytest.fixture
def small_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embeddings.index, "EXACT_LIMIT", 300)


def test_nearest_vector_comes_first_under_its_own_id() -> None:
    index, vectors = filled(50)
    scores, ids = index.search(vectors[7:9], 3)
    assert ids[:, 0].tolist() == [107, 108]
    assert scores.dtype == np.float32
    assert ids.dtype == np.int64
    assert scores[0, 0] == pytest.approx(1.0, abs=1e-2)
    assert (np.diff(scores, axis=1) <= 0).all()


def test_fewer_vectors_than_asked_for_leave_no_id() -> None:
    index, vectors = filled(2)
    scores, ids = index.search(vectors[:1], 4)
    assert ids[0, 2:].tolist() == [NO_ID, NO_ID]
    assert np.isneginf(scores[0, 2:]).all()


def test_empty_index_finds_nothing() -> None:
    scores, ids = VectorIndex(DIMENSION).search(random_vectors(2), 3)
    assert ids.tolist() == [[NO_ID] * 3] * 2
    assert scores.shape == (2, 3)


def test_search_among_some_ids_finds_only_those() -> None:
    index, vectors = filled(50)
    _, ids = index.search(vectors[7:8], 5, among=[110, 120, 9999])
    assert set(ids[0].tolist()) == {110, 120, NO_ID}


def test_search_among_no_ids_finds_nothing() -> None:
    index, vectors = filled(5)
    assert index.search(vectors[:1], 2, among=[])[1].tolist() == [[NO_ID, NO_ID]]


def test_search_among_very_large_ids_works() -> None:
    vectors = random_vectors(3)
    index = VectorIndex(DIMENSION)
    index.add([1, 2, 2**40], vectors)
    _, ids = index.search(vectors[2:], 2, among=[1, 2**40])
    assert ids[0].tolist() == [2**40, 1]


def test_removed_vector_is_not_found_again() -> None:
    index, vectors = filled(20)
    assert index.remove([107, 5]) == 1
    assert len(index) == 19
    assert 107 not in index.search(vectors[7:8], 20)[1]


def test_equal_scores_rank_by_id() -> None:
    index = VectorIndex(DIMENSION)
    index.add([9, 3, 6], np.repeat(random_vectors(1), 3, axis=0))
    assert index.search(random_vectors(1), 3)[1].tolist() == [[3, 6, 9]]


def test_written_index_reads_back_with_the_same_results(tmp_path: Path) -> None:
    index, vectors = filled(30)
    index.write_to(tmp_path / "vectors")
    again = VectorIndex.read_from(tmp_path / "vectors", DIMENSION)
    for before, after in zip(index.search(vectors, 5), again.search(vectors, 5), strict=True):
        np.testing.assert_array_equal(before, after)
    assert [file.name for file in tmp_path.iterdir()] == ["vectors"]


@pytest.mark.parametrize("damage", ["shortened", "changed", "empty"])
def test_damaged_file_is_named_in_the_error(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "vectors"
    filled(30)[0].write_to(file)
    content = bytearray(file.read_bytes())
    if damage == "changed":
        content[len(content) // 2] ^= 1
    file.write_bytes({"shortened": content[:-20], "changed": content, "empty": b""}[damage])
    with pytest.raises(VectorFileError, match=str(file)):
        VectorIndex.read_from(file, DIMENSION)


def test_missing_file_is_named_in_the_error(tmp_path: Path) -> None:
    with pytest.raises(VectorFileError, match="none"):
        VectorIndex.read_from(tmp_path / "none", DIMENSION)


def test_file_of_another_dimension_is_refused(tmp_path: Path) -> None:
    filled(3)[0].write_to(tmp_path / "vectors")
    with pytest.raises(VectorFileError, match="dimension 16, the model's have 8"):
        VectorIndex.read_from(tmp_path / "vectors", 8)


def test_vectors_of_another_dimension_are_refused() -> None:
    with pytest.raises(ValueError, match=r"\(n, 16\)"):
        VectorIndex(DIMENSION).add([1], np.ones((1, 3), np.float32))


@pytest.mark.usefixtures("small_cells")
def test_large_index_finds_what_an_exact_one_finds() -> None:
    vectors = random_vectors(3000)
    index = VectorIndex(DIMENSION)
    index.add(range(200), vectors[:200])
    index.add(range(200, 3000), vectors[200:])
    _, ids = index.search(vectors[::50], 1)
    assert (ids[:, 0] == np.arange(0, 3000, 50)).mean() > 0.95


@pytest.mark.usefixtures("small_cells")
def test_large_index_searches_all_of_the_ids_it_is_restricted_to() -> None:
    index, vectors = filled(3000)
    exact = np.argsort(-(vectors[::7] @ vectors[1]))[:10] * 7 + 100
    _, ids = index.search(vectors[1:2], 10, among=np.arange(100, 3100, 7))
    assert len(set(ids[0].tolist()) & set(exact.tolist())) >= 9


@pytest.mark.usefixtures("small_cells")
def test_large_index_grows_shrinks_and_reads_back(tmp_path: Path) -> None:
    index, vectors = filled(1000)
    assert index.remove(range(100, 110)) == 10
    index.add(range(5000, 12000), random_vectors(7000, seed=1))
    index.write_to(tmp_path / "vectors")
    again = VectorIndex.read_from(tmp_path / "vectors", DIMENSION)
    assert len(again) == 7990
    assert again.search(vectors[20:21], 1)[1].tolist() == [[120]]


@pytest.mark.usefixtures("small_cells")
def test_same_vectors_give_the_same_large_index() -> None:
    one, vectors = filled(2000)
    two, _ = filled(2000)
    for first, second in zip(one.search(vectors, 5), two.search(vectors, 5), strict=True):
        np.testing.assert_array_equal(first, second)
