"""What the FAISS index promises: nearest rows out, files that say when they are damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

import embeddings.index
from embeddings import VectorFileError, VectorIndex
from embeddings.index import check_vector_file

if TYPE_CHECKING:
    from pathlib import Path

DIMENSION = 16


def random_vectors(count: int, seed: int = 0) -> np.ndarray:
    vectors = np.random.default_rng(seed).standard_normal((count, DIMENSION)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@pytest.fixture(params=["half precision", "bytes", "rough copies"])
def kind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Make indexes of 1,000 rows be of each kind."""
    limits = {"half precision": (9999, 9999), "bytes": (10, 9999), "rough copies": (10, 20)}
    low, high = limits[request.param]
    monkeypatch.setattr(embeddings.index, "HALF_PRECISION_LIMIT", low)
    monkeypatch.setattr(embeddings.index, "EXACT_LIMIT", high)
    return request.param


@pytest.mark.usefixtures("kind")
def test_row_is_nearest_to_itself() -> None:
    vectors = random_vectors(1000)
    index = VectorIndex.build(vectors)
    found = [index.search(vectors[i : i + 1], 3)[1][0] for i in range(0, 1000, 50)]
    assert np.mean(np.array(found) == np.arange(0, 1000, 50)) > 0.95


@pytest.mark.usefixtures("kind")
def test_scores_are_cosines_best_first() -> None:
    vectors = random_vectors(1000)
    scores, rows = VectorIndex.build(vectors).search(vectors[:1], 5)
    assert (np.diff(scores) <= 0).all()
    np.testing.assert_allclose(scores, vectors[rows] @ vectors[0], atol=0.02)


@pytest.mark.usefixtures("kind")
def test_search_among_some_rows_looks_at_all_of_them_and_no_other() -> None:
    vectors = random_vectors(1000)
    among = np.zeros(1000, dtype=bool)
    among[::7] = True
    _, rows = VectorIndex.build(vectors).search(vectors[1:2], 10, among)
    exact = np.argsort(-(vectors[::7] @ vectors[1]))[:10] * 7
    assert len(set(rows.tolist()) & set(exact.tolist())) >= 9
    assert (rows % 7 == 0).all()


@pytest.mark.usefixtures("kind")
def test_a_vector_of_noughts_finds_rows_that_it_is_no_nearer_to_than_to_others() -> None:
    nothing = np.zeros((1, DIMENSION), np.float32)
    scores, rows = VectorIndex.build(random_vectors(1000)).search(nothing, 5)
    np.testing.assert_array_equal(scores, np.zeros(5))
    assert len(set(rows.tolist())) == 5
    assert rows.min() >= 0


@pytest.mark.usefixtures("kind")
def test_rows_come_back_as_they_went_in() -> None:
    vectors = random_vectors(1000)
    index = VectorIndex.build(vectors)
    np.testing.assert_allclose(index.rows(np.array([7, 3])), vectors[[7, 3]], atol=0.02)
    assert index.rows().shape == (1000, DIMENSION)


@pytest.mark.usefixtures("kind")
def test_written_index_reads_back_with_the_same_results(tmp_path: Path) -> None:
    vectors = random_vectors(1000)
    index = VectorIndex.build(vectors)
    index.write_to(tmp_path / "vectors")
    again = VectorIndex.read_from(tmp_path / "vectors", DIMENSION)
    for before, after in zip(
        index.search(vectors[:1], 5), again.search(vectors[:1], 5), strict=True
    ):
        np.testing.assert_array_equal(before, after)
    np.testing.assert_array_equal(again.rows(np.array([5])), index.rows(np.array([5])))
    assert [file.name for file in tmp_path.iterdir()] == ["vectors"]


@pytest.mark.usefixtures("kind")
def test_same_rows_give_the_same_index(tmp_path: Path) -> None:
    vectors = random_vectors(1000)
    for name in ("one", "two"):
        VectorIndex.build(vectors).write_to(tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_fewer_rows_than_asked_for_are_all_found() -> None:
    vectors = random_vectors(2)
    assert sorted(VectorIndex.build(vectors).search(vectors[:1], 4)[1].tolist()) == [0, 1]


def test_empty_index_finds_nothing() -> None:
    index = VectorIndex.build(np.zeros((0, DIMENSION), np.float32))
    assert len(index.search(random_vectors(1), 3)[1]) == 0


def test_equal_scores_rank_by_row() -> None:
    index = VectorIndex.build(np.repeat(random_vectors(1), 3, axis=0))
    assert index.search(random_vectors(1), 3)[1].tolist() == [0, 1, 2]


@pytest.mark.parametrize("damage", ["shortened", "changed", "empty"])
def test_damaged_file_is_named_in_the_error(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "vectors"
    VectorIndex.build(random_vectors(30)).write_to(file)
    content = bytearray(file.read_bytes())
    if damage == "changed":
        content[len(content) // 2] ^= 1
    file.write_bytes({"shortened": content[:-20], "changed": content, "empty": b""}[damage])
    with pytest.raises(VectorFileError, match=str(file)):
        check_vector_file(file)


@pytest.mark.parametrize("size", [0, 20])
def test_file_that_is_cut_off_is_not_opened(tmp_path: Path, size: int) -> None:
    file = tmp_path / "vectors"
    VectorIndex.build(random_vectors(30)).write_to(file)
    file.write_bytes(file.read_bytes()[:size])
    with pytest.raises(VectorFileError, match=str(file)):
        VectorIndex.read_from(file, DIMENSION)


def test_missing_file_is_named_in_the_error(tmp_path: Path) -> None:
    with pytest.raises(VectorFileError, match="none"):
        VectorIndex.read_from(tmp_path / "none", DIMENSION)


def test_file_of_another_dimension_is_refused(tmp_path: Path) -> None:
    VectorIndex.build(random_vectors(3)).write_to(tmp_path / "vectors")
    with pytest.raises(VectorFileError, match="dimension is 16, the model's 8"):
        VectorIndex.read_from(tmp_path / "vectors", 8)


def test_query_of_another_dimension_is_refused() -> None:
    with pytest.raises(ValueError, match=r"\(1, 16\)"):
        VectorIndex.build(random_vectors(3)).search(np.ones((1, 3), np.float32), 1)
