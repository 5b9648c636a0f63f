"""The store: keeps passages and finds them again, in one folder on disk.

The folder holds ``catalogue.sqlite``, with the texts and the lexical postings, and one FAISS file
a generation. A generation is complete before the catalogue's commit names it, so a reader sees
the one before or the one after, and a write that dies leaves nothing behind that is read.
"""

from __future__ import annotations

import sqlite3
import threading
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from embeddings import VectorIndex
from embeddings.errors import VectorFileError
from qa import catalogue, lexical
from qa.errors import ArchiveBusyError, ArchiveError, ModelMismatchError
from qa.types import Filters
from qa.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from numpy.typing import NDArray

    from embeddings import Encoder, Vectors
    from qa.types import Article, Edition, EditionSummary, Passage

_CATALOGUE = "catalogue.sqlite"
_KEPT_GENERATIONS = 2  # a reader may still be opening the one before


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may answer, by its id, with both of its scores."""

    passage: int
    dense: float
    lexical: float


@dataclass(frozen=True, slots=True)
class _Generation:
    """What is held in memory of one generation."""

    number: int
    table: catalogue.PassageTable
    lengths: lexical.Lengths
    vectors: VectorIndex


class Store:
    """An archive's passages on disk; safe to read from many threads and processes."""

    def __init__(self, folder: Path) -> None:
        """Open the store in `folder`, made if it is not there.

        Raises:
            ArchiveError: the folder cannot be made or read.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ArchiveError(f"Cannot make the archive's folder {folder}: {error}.") from error
        self.folder = folder
        self._catalogue = catalogue.connect(folder / _CATALOGUE)
        self._lock = threading.RLock()
        self._generation: _Generation | None = None

    def close(self) -> None:
        """Close the store's files."""
        with self._lock:
            self._catalogue.close()

    def model(self) -> str | None:
        """Return the name of the embedding model that the store was made with, if any."""
        with self._snapshot():
            return catalogue.settings(self._catalogue).get("model")

    def check_model(self, encoder: Encoder) -> None:
        """Raise ModelMismatchError unless the store was made with `encoder` or is empty."""
        with self._snapshot():
            settings = catalogue.settings(self._catalogue)
        if settings.get("fingerprint", encoder.fingerprint) != encoder.fingerprint:
            raise ModelMismatchError(
                f"The archive {self.folder} was made with the model {settings['model']}, not with"
                f" this {encoder.name}. Name that model, or encode the archive again: wenbao index"
                f" --rebuild --archive {self.folder} --model {encoder.name}"
            )

    def summaries(self) -> list[EditionSummary]:
        """Return what the store holds, oldest edition first, undated ones last."""
        with self._snapshot():
            return catalogue.summaries(self._catalogue)

    def editions(self) -> list[Edition]:
        """Return the editions that the store holds, oldest first, undated ones last."""
        with self._snapshot():
            return catalogue.editions(self._catalogue)

    def newest(self) -> date | None:
        """Return the date of the newest edition, None where no date is known."""
        with self._snapshot():
            return catalogue.newest(self._catalogue)

    def articles(
        self, edition_id: str | None = None, article_id: str | None = None
    ) -> list[tuple[Article, Edition]]:
        """Return articles in printed order, of one edition or one id where given."""
        with self._snapshot():
            return list(catalogue.articles(self._catalogue, edition_id, article_id))

    def passage(self, id_: int) -> tuple[Passage, Article, Edition]:
        """Return a passage by its id, with its article and edition."""
        with self._snapshot():
            return catalogue.passage(self._catalogue, id_)

    def rarity(self, term: str) -> float:
        """Return the inverse document frequency of a term of `qa.text.terms`."""
        with self._reading() as generation:
            return lexical.rarity(self._catalogue, generation.lengths.passages, term)

    def candidates(
        self, text: str, vector: Vectors, filters: Filters, count: int
    ) -> list[Candidate]:
        """Return the passages that are among the best `count` by either kind of retrieval.

        Args:
            text: the question, for lexical retrieval.
            vector: the question encoded, float32 array of shape (1, dim), a row of unit length.
            filters: what a passage must match.
            count: how many to take from each kind.
        """
        with self._reading() as generation:
            allowed = self._allowed(generation, filters)
            if len(allowed) == 0:
                return []
            lexical_scores = lexical.score(self._catalogue, generation.lengths, text)
            within = None if allowed is generation.table.ids else allowed
            _, nearest = generation.vectors.search(vector, count, among=within)
            found = np.union1d(
                nearest[nearest >= 0], _best(lexical_scores[allowed], allowed, count)
            )
            dense, ids = generation.vectors.search(vector, len(found), among=found)
            return [
                Candidate(int(id_), float(score), float(lexical_scores[id_]))
                for id_, score in zip(ids[0], dense[0], strict=True)
                if id_ >= 0
            ]

    def _allowed(self, generation: _Generation, filters: Filters) -> NDArray[np.int64]:
        if filters == Filters():
            return generation.table.ids
        articles = catalogue.matching_articles(self._catalogue, filters)
        return generation.table.ids[np.isin(generation.table.articles, articles)]

    @contextmanager
    def _snapshot(self) -> Iterator[None]:
        """Hold the catalogue as it is now, in a read transaction."""
        with self._lock:
            self._catalogue.execute("BEGIN")
            try:
                yield
            finally:
                self._catalogue.execute("ROLLBACK")

    @contextmanager
    def _reading(self) -> Iterator[_Generation]:
        """Hold the newest generation, in a read transaction."""
        with self._lock, ExitStack() as held:
            for attempt in range(_KEPT_GENERATIONS + 1):
                held.enter_context(self._snapshot())
                try:
                    generation = self._newest()
                    break
                except FileNotFoundError:  # a writer has replaced it meanwhile, or it is lost
                    held.close()
                    if attempt == _KEPT_GENERATIONS:
                        raise self._vectors_lost() from None
            yield generation

    def _newest(self) -> _Generation:
        settings = catalogue.settings(self._catalogue)
        number = int(settings.get("generation", 0))
        if self._generation is not None and self._generation.number == number:
            return self._generation
        table = catalogue.passage_table(self._catalogue)
        lengths = np.zeros(int(table.ids[-1]) + 1 if len(table.ids) else 0, dtype=np.float32)
        lengths[table.ids] = table.lengths
        vectors = self._read_vectors(number, int(settings.get("dimension", 1)))
        if len(vectors) != len(table.ids):
            raise self._vectors_lost()
        known = lexical.Lengths(lengths, len(table.ids))
        self._generation = _Generation(number, table, known, vectors)
        return self._generation

    def _vectors_lost(self) -> ArchiveError:
        return ArchiveError(
            f"The vectors in {self.folder} are missing or not those of its catalogue. Encode the"
            f" archive again: wenbao index --rebuild --archive {self.folder}"
        )

    def _vectors_path(self, generation: int) -> Path:
        return self.folder / f"vectors-{generation:06}.faiss"

    def _read_vectors(self, generation: int, dimension: int) -> VectorIndex:
        if generation == 0:
            return VectorIndex(dimension)
        path = self._vectors_path(generation)
        if not path.exists():
            raise FileNotFoundError(path)
        try:
            return VectorIndex.read_from(path, dimension)
        except VectorFileError as error:
            raise self._vectors_lost() from error

    @contextmanager
    def writing(self, encoder: Encoder, *, encode_again: bool = False) -> Iterator[Writer]:
        """Hold the store for writing; what was written becomes the next generation at the end.

        Args:
            encoder: what the store's passages are encoded with.
            encode_again: encode all that the store holds anew, with `encoder`.

        Raises:
            ArchiveBusyError: another process is writing.
            ModelMismatchError: the store was made with another model.
        """
        if not encode_again:
            self.check_model(encoder)
        connection = catalogue.connect(self.folder / _CATALOGUE)
        try:
            _begin(connection, self.folder)
            generation = int(catalogue.settings(connection).get("generation", 0))
            try:
                kept = 0 if encode_again else generation
                vectors = self._read_vectors(kept, encoder.dimension)
            except FileNotFoundError:
                raise self._vectors_lost() from None
            writer = Writer(connection, encoder, vectors)
            if encode_again:
                writer.encode_all()
            yield writer
            if writer.finish() or encode_again:
                self._replace_generation(connection, generation, encoder, vectors)
            else:
                connection.execute("ROLLBACK")
        finally:
            connection.close()  # rolls back what was not committed

    def _replace_generation(
        self, connection: sqlite3.Connection, number: int, encoder: Encoder, vectors: VectorIndex
    ) -> None:
        try:
            vectors.write_to(self._vectors_path(number + 1))
            catalogue.replace_settings(
                connection,
                model=encoder.name,
                fingerprint=encoder.fingerprint,
                dimension=str(encoder.dimension),
                generation=str(number + 1),
            )
            connection.execute("COMMIT")
        except (OSError, sqlite3.Error) as error:
            raise ArchiveError(
                f"Cannot write to {self.folder}: {error}. Nothing was changed; see that the disk"
                " has room, then index again."
            ) from error
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for old in sorted(self.folder.glob("vectors-*.faiss"))[:-_KEPT_GENERATIONS]:
            old.unlink(missing_ok=True)


def _best(scores: NDArray[np.float32], ids: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """Return the ids of the `count` best scores above nought; the lower id where they tie."""
    order = np.lexsort((ids, -scores))[:count] if len(ids) <= count else _top(scores, count)
    return ids[order[scores[order] > 0]]


def _top(scores: NDArray[np.float32], count: int) -> NDArray[np.int64]:
    lowest = np.partition(scores, len(scores) - count)[len(scores) - count]
    better = np.flatnonzero(scores > lowest)
    level = np.flatnonzero(scores == lowest)[: count - len(better)]
    return np.concatenate((better, level))


def _begin(connection: sqlite3.Connection, folder: Path) -> None:
    try:
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        raise ArchiveBusyError(
            f"Another process is writing to {folder}. Try again when it is done."
        ) from error
