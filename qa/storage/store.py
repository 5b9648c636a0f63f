"""The store: keeps passages and finds them again, in one folder on disk.

The folder holds ``catalogue.sqlite``, with the texts, and shards, with the postings and vectors. A
shard is complete before the catalogue's commit names it, so a reader sees the generation before or
the one after, and a write that dies leaves nothing behind that is read.
"""

from __future__ import annotations

import sqlite3
import threading
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from embeddings import came_before
from qa.errors import ArchiveError, DamagedError, ModelMismatchError
from qa.filters import name_meant
from qa.storage import adding, catalogue, holdings, shards
from qa.storage.opened import Opened
from qa.storage.writer import Writer
from qa.types import Filters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from numpy.typing import NDArray

    from embeddings import Encoder, Vectors
    from qa.storage.catalogue import Generation
    from qa.storage.opened import Candidate
    from qa.types import Article, Edition, EditionSummary, Passage

CATALOGUE = "catalogue.sqlite"
_ATTEMPTS = 5  # to open a generation that a writer may just be replacing


class Store:
    """An archive's passages on disk; safe to read from many threads and processes."""

    def __init__(self, folder: Path, connection: sqlite3.Connection | None = None) -> None:
        """Open the store in `folder`, made if it is not there.

        With a `connection` that is writing, read what it has written and not yet committed.

        Raises:
            ArchiveError: the folder cannot be made or read.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ArchiveError(f"Cannot make the archive's folder {folder}: {error}.") from error
        self.folder = folder
        self._catalogue = connection or catalogue.connect(folder / CATALOGUE)
        self._lock = threading.RLock()
        self._opened: Opened | None = None

    def close(self) -> None:
        """Close the store's files."""
        with self._lock:
            self._catalogue.close()

    def generations(self) -> list[Generation]:
        """Return the generations that are kept, the one in effect first."""
        with self._snapshot():
            return catalogue.generations(self._catalogue)

    def model(self) -> str | None:
        """Return the name of the embedding model that the store was made with, if any."""
        kept = self.generations()
        return kept[0].model if kept else None

    def check_model(self, encoder: Encoder) -> None:
        """Raise ModelMismatchError unless the store was made with `encoder` or is empty."""
        kept = self.generations()
        if kept and kept[0].fingerprint != encoder.fingerprint:
            model, command = kept[0].model, f"wenbao index --rebuild --archive {self.folder}"
            if model == encoder.name:
                raise ModelMismatchError(
                    f"The archive {self.folder} was made with other weights than the model {model}"
                    f" has now. Put those back, or encode the archive again: {command}"
                )
            # a bundled model of an earlier version cannot be named any more
            advice = "Encode" if came_before(model) else "Name that model, or encode"
            raise ModelMismatchError(
                f"The archive {self.folder} was made with the model {model}, not with this"
                f" {encoder.name}. {advice} the archive again: {command} --model {encoder.name}"
            )

    def summaries(self) -> list[EditionSummary]:
        """Return what the store holds, oldest edition first, undated ones last."""
        with self._snapshot():
            return holdings.summaries(self._catalogue)

    def editions(self) -> list[Edition]:
        """Return the editions that the store holds, oldest first, undated ones last."""
        with self._snapshot():
            return holdings.editions(self._catalogue)

    def papers(self) -> list[str]:
        """Return the names of the papers that the store holds editions of."""
        with self._snapshot():
            return holdings.papers(self._catalogue)

    def newest(self) -> date | None:
        """Return the date of the newest edition, None where no date is known."""
        with self._snapshot():
            return holdings.newest(self._catalogue)

    def articles(
        self, edition_id: str | None = None, article_id: str | None = None
    ) -> list[tuple[Article, Edition]]:
        """Return articles in printed order, of one edition or one id where given."""
        with self._snapshot():
            return list(holdings.articles(self._catalogue, edition_id, article_id))

    def matching(self, filters: Filters) -> list[tuple[Article, Edition]]:
        """Return the articles that `filters` let through, in printed order."""
        with self._snapshot():
            return list(holdings.matching(self._catalogue, filters))

    def as_held(self, filters: Filters) -> Filters:
        """Return `filters` with their paper and section named as the store names them.

        A part of a name is enough where no other name has it: `晚报`.
        """
        paper, section = filters.paper, filters.section
        with self._snapshot():
            paper = paper and name_meant(paper, holdings.papers(self._catalogue))
            section = section and name_meant(section, holdings.sections(self._catalogue))
        return replace(filters, paper=paper, section=section)

    def pages(self, edition_id: str) -> list[holdings.StoredPage]:
        """Return the pages of an edition with their articles."""
        with self._snapshot():
            found = holdings.live_edition(self._catalogue, edition_id)
            return holdings.stored_pages(self._catalogue, found[0]) if found else []

    def passages(self, numbers: Sequence[int]) -> list[tuple[Passage, Article, Edition]]:
        """Return passages by their numbers, each with its article and edition."""
        with self._snapshot():
            return holdings.passages(self._catalogue, numbers)

    def rarities(self, terms: Iterable[str]) -> dict[str, float]:
        """Return the inverse document frequencies of terms of `qa.text.terms`."""
        with self._reading() as opened:
            return opened.collection.rarities(terms)

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
        with self._reading() as opened:
            return opened.candidates(text, vector, count, self._allowed(opened, filters))

    def _allowed(self, opened: Opened, filters: Filters) -> NDArray[np.bool_] | None:
        if filters == Filters():
            return opened.alive
        editions = holdings.matching_editions(self._catalogue, filters)
        allowed: NDArray[np.bool_] = np.isin(opened.editions, editions)
        articles = holdings.matching_articles(self._catalogue, filters)
        if articles is not None:
            allowed &= np.isin(opened.articles, articles)
        return allowed

    @contextmanager
    def _snapshot(self) -> Iterator[None]:
        """Hold the catalogue as it is now, in a read transaction."""
        with self._lock, catalogue.naming(self.folder / CATALOGUE):
            if self._catalogue.in_transaction:
                yield
                return
            self._catalogue.execute("BEGIN")
            try:
                yield
            finally:
                self._catalogue.execute("ROLLBACK")

    @contextmanager
    def _reading(self) -> Iterator[Opened]:
        """Hold the generation in effect, in a read transaction."""
        with self._lock, ExitStack() as held:
            for attempt in range(1, _ATTEMPTS + 1):
                held.enter_context(self._snapshot())
                try:
                    opened = self._open()
                    break
                except FileNotFoundError as error:  # replaced meanwhile, or lost
                    held.close()
                    if attempt == _ATTEMPTS:
                        raise DamagedError(
                            f"{error} is missing. Mend it: wenbao check --archive {self.folder}"
                        ) from None
            try:
                yield opened
            except IndexError as error:
                raise DamagedError(
                    f"A shard in {self.folder} is damaged. Mend it: wenbao check"
                ) from error

    def _open(self) -> Opened:
        """Open the generation in effect; what is already open of it stays so."""
        serial = catalogue.serial(self._catalogue)
        before = self._opened
        if before is not None and before.serial == serial:
            return before
        kept = catalogue.generations(self._catalogue)
        known = dict(zip(before.numbers, before.shards, strict=True)) if before else {}
        rows = catalogue.live_shards(self._catalogue)
        numbers = tuple(row.number for row in rows)
        found = tuple(
            known.get(number) or shards.read_shard(self.folder, number, kept[0].dimension)
            for number in numbers
        )
        live = holdings.matching_editions(self._catalogue)
        self._opened = Opened(serial, numbers, found, live)
        return self._opened

    @contextmanager
    def writing(
        self,
        encoder: Encoder,
        *,
        encode_again: bool = False,
        wait: bool = False,
        gate: Callable[[Store], None] | None = None,
    ) -> Iterator[Writer]:
        """Hold the store for writing; what was written becomes the next generation at the end.

        Args:
            encoder: what the store's passages are encoded with.
            encode_again: encode all that the store holds anew, with `encoder`.
            wait: wait for another writer to finish.
            gate: given the store as it will be; what it raises leaves all as it was.

        Raises:
            ArchiveBusyError: another process is writing.
            ModelMismatchError: the store was made with another model.
        """
        if not encode_again:
            self.check_model(encoder)
        with self.changing(wait=wait) as connection:
            writer = Writer(connection, encoder, self.folder, encoder.dimension)
            try:
                if encode_again:
                    writer.encode_all()
                yield writer
                if not writer.changed:
                    connection.execute("ROLLBACK")
                    return
                writer.finish()
                catalogue.add_generation(connection, writer.generation, encoder)
                if gate:
                    gate(Store(self.folder, connection))
            finally:
                writer.close()

    @contextmanager
    def changing(self, *, wait: bool = False) -> Iterator[sqlite3.Connection]:
        """Hold the catalogue for changes, committed at the end, and purge what no one needs.

        Raises:
            ArchiveBusyError: another process is writing, and `wait` is not set.
        """
        path = self.folder / CATALOGUE
        connection = catalogue.connect(path)
        try:
            with catalogue.naming(path):
                catalogue.begin_writing(connection, self.folder, wait=wait)
                shards.remove_other_shards(self.folder, catalogue.all_shards(connection))
                yield connection
                if not connection.in_transaction:  # there was nothing to change
                    return
                coming = catalogue.serial(connection) - 1
                catalogue.purge_shards(connection, coming)
                adding.purge_editions(
                    connection,
                    "removed != ? AND removed NOT IN (SELECT number FROM generations)",
                    coming,
                )
                connection.execute("COMMIT")
                with suppress(sqlite3.OperationalError):  # a full disk: the commit stands
                    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                shards.remove_other_shards(self.folder, catalogue.all_shards(connection))
        except OSError as error:
            raise ArchiveError(
                f"Cannot write to {self.folder}: {error}. Nothing was changed; see that the disk"
                " has room, then index again."
            ) from error
        finally:
            connection.close()  # rolls back what was not committed

    def rollback(self, *, wait: bool = False) -> Generation | None:
        """Go back to the generation before; return it, or None where none is kept."""
        with self.changing(wait=wait) as connection:
            kept = catalogue.generations(connection)
            if len(kept) < 2:
                connection.execute("ROLLBACK")
                return None
            catalogue.undo_generation(connection, kept[0].number)
            return kept[1]
