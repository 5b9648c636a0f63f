"""Shards: some passages with their postings and vectors, in two files that never change.

An archive has many shards. A day's editions make a small one; small ones are merged into larger
ones, so that adding an edition costs the same in a small archive and a large one, and a question
has few of them to look into.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from embeddings import VectorFileError, VectorIndex
from embeddings.index import check_vector_file
from qa.errors import DamagedError
from qa.storage import lexical
from qa.storage.arrayfile import read_arrays, write_arrays
from qa.storage.lexical import Postings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from embeddings import Encoder, Vectors

MOST_PASSAGES = lexical.MOST_PASSAGES
_FAN = 8  # as many shards of about one size become one
_DEAD_SHARE = 1 / 5


@dataclass(frozen=True, slots=True)
class Text:
    """A passage as it is indexed."""

    passage: int
    article: int
    edition: int
    for_encoder: str
    for_words: str


@dataclass(frozen=True, slots=True)
class Columns:
    """Of each passage of a shard: its number (ascending), article, edition and count of terms."""

    passages: NDArray[np.uint32]
    articles: NDArray[np.uint32]
    editions: NDArray[np.uint32]
    lengths: NDArray[np.uint16]

    def only(self, rows: NDArray[np.int64]) -> Columns:
        """Return some of the rows."""
        return Columns(
            self.passages[rows], self.articles[rows], self.editions[rows], self.lengths[rows]
        )


@dataclass(frozen=True, slots=True)
class Shard:
    """Passages that are retrieved together."""

    columns: Columns
    postings: Postings
    vectors: VectorIndex

    def __len__(self) -> int:
        return len(self.columns.passages)


@dataclass(frozen=True, slots=True)
class Part:
    """Passages on their way into a shard."""

    columns: Columns
    postings: Postings
    rows: Vectors


def encode(texts: Sequence[Text], encoder: Encoder) -> Part:
    """Encode passages and collect their terms."""
    codes, owners = lexical.term_codes([text.for_words for text in texts])
    lengths = np.minimum(np.bincount(owners, minlength=len(texts)), 65_535)
    columns = Columns(
        np.array([text.passage for text in texts], dtype=np.uint32),
        np.array([text.article for text in texts], dtype=np.uint32),
        np.array([text.edition for text in texts], dtype=np.uint32),
        lengths.astype(np.uint16),
    )
    rows = encoder.encode_passages([text.for_encoder for text in texts])
    return Part(columns, Postings.build(codes, owners), rows)


def join(parts: Sequence[Part], known: NDArray[np.int64] | None = None) -> Shard:
    """Return parts, in the order of their passages, as one shard.

    Args:
        parts: what to join.
        known: the editions whose passages are kept; None for all.
    """
    kept, places, start = [], [], 0
    for part in parts:
        rows = np.arange(len(part.rows))
        if known is not None:
            rows = rows[np.isin(part.columns.editions, known)]
        place = np.full(len(part.rows), -1, dtype=np.int64)
        place[rows] = np.arange(start, start + len(rows))
        start += len(rows)
        kept.append(rows)
        places.append(place)
    columns = [part.columns.only(rows) for part, rows in zip(parts, kept, strict=True)]
    return Shard(
        Columns(
            np.concatenate([one.passages for one in columns]),
            np.concatenate([one.articles for one in columns]),
            np.concatenate([one.editions for one in columns]),
            np.concatenate([one.lengths for one in columns]),
        ),
        Postings.join([part.postings for part in parts], places),
        VectorIndex.build(
            np.concatenate([part.rows[rows] for part, rows in zip(parts, kept, strict=True)])
        ),
    )


def merge(shards: Sequence[Shard], known: NDArray[np.int64]) -> Shard:
    """Return shards as one, with the passages of the editions `known`."""
    return join([Part(one.columns, one.postings, one.vectors.rows()) for one in shards], known)


def many_dead(dead: int, of: int) -> bool:
    """Whether so many passages are of editions which no generation has that they should go."""
    return dead > _DEAD_SHARE * of


def to_merge(sizes: Sequence[int]) -> int:
    """Return how many of the last shards should become one, given the sizes of all; 0 for none.

    Those are the last in a row that are no larger than the last one's power of 8 allows.
    """
    if not sizes:
        return 0
    most = _FAN ** (len(np.base_repr(max(1, sizes[-1]), _FAN)))
    count = total = 0
    for size in reversed(sizes):
        if size >= most or total + size > MOST_PASSAGES:
            break
        count += 1
        total += size
    return count if count >= _FAN else 0


def write_shard(folder: Path, number: int, shard: Shard) -> None:
    """Write a shard's files under its number."""
    words, vectors = paths(folder, number)
    columns, postings = shard.columns, shard.postings
    write_arrays(
        words,
        [
            *(columns.passages, columns.articles, columns.editions, columns.lengths),
            *(postings.terms, postings.starts, postings.owners, postings.frequencies),
        ],
    )
    shard.vectors.write_to(vectors)


def read_shard(folder: Path, number: int, dimension: int, *, check: bool = False) -> Shard:
    """Open a shard; its files are read when they are needed.

    Raises:
        FileNotFoundError: a file is not there (any more).
        DamagedError: a file is damaged; only with `check` all of it is looked at.
    """
    words, vectors = paths(folder, number)
    for path in (words, vectors):
        if not path.exists():
            raise FileNotFoundError(path)
    arrays = read_arrays(words, check=check)
    try:
        if check:
            check_vector_file(vectors)
        index = VectorIndex.read_from(vectors, dimension)
    except VectorFileError as error:
        raise DamagedError(str(error)) from error
    shard = Shard(Columns(*arrays[:4]), Postings(*arrays[4:]), index)
    if len(index) != len(shard):
        raise DamagedError(f"{vectors} does not fit {words}. Mend it: wenbao check")
    return shard


def paths(folder: Path, number: int) -> tuple[Path, Path]:
    """Return where a shard's words and vectors are."""
    return folder / f"shard-{number:06}.words", folder / f"shard-{number:06}.vectors"


def remove_other_shards(folder: Path, numbers: Iterable[int]) -> None:
    """Delete the files of all shards but those numbered."""
    kept = {path.name for number in numbers for path in paths(folder, number)}
    for path in folder.glob("shard-*"):
        if path.name not in kept:
            try:
                path.unlink(missing_ok=True)
            except PermissionError:  # some systems keep files that a reader has open
                continue


def sync_folder(folder: Path) -> None:
    """Make sure that new files' names are on the disk, where the system can tell."""
    if os.name == "posix":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
