"""The catalogue: one SQLite file that says what an archive holds, in every generation kept.

A change of the archive is a generation. Nothing is overwritten: what a generation removes is marked
with its number, what it adds carries it, so that a generation is undone by its number. Rows that no
kept generation needs are purged.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from qa.errors import ArchiveBusyError, ArchiveError, DamagedError
from qa.text import plain_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from embeddings import Encoder

FORMAT = 3
KEPT_GENERATIONS = 4  # the one in effect, and those that one can go back to

_SCHEMA = f"""
CREATE TABLE counters (name TEXT PRIMARY KEY, next INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO counters VALUES ('generation', 1), ('shard', 1), ('passage', 0);
CREATE TABLE generations (
    number INTEGER PRIMARY KEY, made TEXT NOT NULL,
    model TEXT NOT NULL, fingerprint TEXT NOT NULL, dimension INTEGER NOT NULL
);
CREATE TABLE editions (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, paper TEXT NOT NULL,
    date TEXT, issue TEXT NOT NULL, articles INTEGER NOT NULL, passages INTEGER NOT NULL,
    digest TEXT NOT NULL, added INTEGER NOT NULL, removed INTEGER
);
CREATE UNIQUE INDEX editions_id ON editions (id) WHERE removed IS NULL;
CREATE INDEX editions_date ON editions (removed, date);
CREATE TABLE pages (
    id INTEGER PRIMARY KEY, edition INTEGER NOT NULL, number TEXT NOT NULL,
    name TEXT NOT NULL, source TEXT NOT NULL, digest TEXT NOT NULL
);
CREATE INDEX pages_edition ON pages (edition);
CREATE INDEX pages_digest ON pages (digest);
CREATE TABLE articles (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, page INTEGER NOT NULL,
    edition INTEGER NOT NULL, banner TEXT NOT NULL, bounds BLOB NOT NULL, data BLOB NOT NULL
);
CREATE INDEX articles_id ON articles (id);
CREATE INDEX articles_edition ON articles (edition);
CREATE TABLE authors (name TEXT, article INTEGER, PRIMARY KEY (name, article)) WITHOUT ROWID;
CREATE TABLE shards (
    number INTEGER PRIMARY KEY, first INTEGER NOT NULL, passages INTEGER NOT NULL,
    added INTEGER NOT NULL, removed INTEGER
);
PRAGMA user_version = {FORMAT};
"""


@dataclass(frozen=True, slots=True)
class Generation:
    """A state of the archive: its number, when it was made, and the model of its vectors."""

    number: int
    made: str  # ISO 8601, UTC
    model: str
    fingerprint: str
    dimension: int


@dataclass(frozen=True, slots=True)
class ShardRow:
    """A shard that the archive has: its number and how many passages it was made of."""

    number: int
    passages: int


def connect(path: Path) -> sqlite3.Connection:
    """Open the catalogue at `path`, made if it is not there.

    Raises:
        ArchiveError: it is damaged or of another format.
    """
    with naming(path):
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        connection.create_function("plain", 1, plain_name, deterministic=True)
        connection.execute("PRAGMA busy_timeout = 10000")
        if not path.stat().st_size:
            connection.execute("PRAGMA page_size = 8192")
        found = _format(connection)
        if found == 0:
            _create(connection)
        connection.execute("PRAGMA synchronous = FULL")
    if found not in (0, FORMAT):
        connection.close()
        older = found < FORMAT
        raise ArchiveError(
            f"{path} has format {found}, this version reads format {FORMAT}. "
            + (
                f"Bring it up to date: wenbao upgrade --archive {path.parent}"
                if older
                else "Use the newer version of wenbao that made it."
            )
        )
    return connection


def _create(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    try:
        connection.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} COMMIT;")
    except sqlite3.OperationalError as error:
        if "already exists" not in str(error):  # another process has made it meanwhile
            raise
        connection.execute("ROLLBACK")


def _format(connection: sqlite3.Connection) -> int:
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    return int(found)


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into errors that name the catalogue at `path`."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "full" in str(error):
            raise ArchiveError(
                f"Cannot write to {path}: {error}. Nothing was changed; see that the disk has"
                " room, then index again."
            ) from error
        raise ArchiveError(f"Cannot use {path}: {error}. Check the folder's rights.") from error
    except sqlite3.DatabaseError as error:
        raise DamagedError(
            f"{path} is damaged ({error}). Restore it from an export (wenbao import FILE), or move"
            " the archive's folder away and index the editions again: wenbao index PATH"
        ) from error


def begin_writing(connection: sqlite3.Connection, folder: Path, *, wait: bool) -> None:
    """Begin the one write transaction that the catalogue allows.

    Raises:
        ArchiveBusyError: another process is writing, and `wait` is not set.
    """
    connection.execute("PRAGMA busy_timeout = 1000" if wait else "PRAGMA busy_timeout = 0")
    while True:
        try:
            connection.execute("BEGIN IMMEDIATE")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            if not wait:
                raise ArchiveBusyError(
                    f"Another process is writing to {folder}. Try again when it is done, or let"
                    " the command wait: --wait"
                ) from error


def serial(catalogue: sqlite3.Connection) -> int:
    """Return a number that every change of the catalogue raises."""
    (number,) = catalogue.execute("SELECT next FROM counters WHERE name = 'generation'").fetchone()
    return int(number)


def take(catalogue: sqlite3.Connection, counter: str, count: int = 1) -> int:
    """Return the next number of a counter, and count it on; no number is given twice."""
    (after,) = catalogue.execute(
        "UPDATE counters SET next = next + ? WHERE name = ? RETURNING next", (count, counter)
    ).fetchone()
    return int(after) - count


def generations(catalogue: sqlite3.Connection) -> list[Generation]:
    """Return the kept generations, the one in effect first."""
    rows = catalogue.execute("SELECT * FROM generations ORDER BY number DESC")
    return [Generation(*row) for row in rows]


def add_generation(catalogue: sqlite3.Connection, number: int, encoder: Encoder) -> None:
    """Put a generation into effect, and forget those that are not kept."""
    made = datetime.now(UTC).isoformat(timespec="seconds")
    catalogue.execute(
        "INSERT INTO generations VALUES (?, ?, ?, ?, ?)",
        (number, made, encoder.name, encoder.fingerprint, encoder.dimension),
    )
    catalogue.execute(
        "DELETE FROM generations WHERE number NOT IN"
        " (SELECT number FROM generations ORDER BY number DESC LIMIT ?)",
        (KEPT_GENERATIONS,),
    )


def undo_generation(catalogue: sqlite3.Connection, number: int) -> None:
    """Bring back what generation `number` removed, and remove what it added."""
    undoing = take(catalogue, "generation")
    for table in ("editions", "shards"):
        catalogue.execute(f"UPDATE {table} SET removed = ? WHERE added = ?", (undoing, number))
        catalogue.execute(f"UPDATE {table} SET removed = NULL WHERE removed = ?", (number,))
    catalogue.execute("DELETE FROM generations WHERE number = ?", (number,))


def live_shards(catalogue: sqlite3.Connection) -> list[ShardRow]:
    """Return the shards of the generation in effect, in the order of their passages."""
    rows = catalogue.execute(
        "SELECT number, passages FROM shards WHERE removed IS NULL ORDER BY first"
    )
    return [ShardRow(*row) for row in rows]


def all_shards(catalogue: sqlite3.Connection) -> set[int]:
    """Return the numbers of the shards of all kept generations."""
    return {number for (number,) in catalogue.execute("SELECT number FROM shards")}


def add_shard(
    catalogue: sqlite3.Connection, number: int, first: int, passages: int, generation: int
) -> None:
    """Add a shard whose files are written; `first` is the first of its passages."""
    catalogue.execute(
        "INSERT INTO shards VALUES (?, ?, ?, ?, NULL)", (number, first, passages, generation)
    )


def remove_shard(catalogue: sqlite3.Connection, number: int, generation: int) -> None:
    """Take a shard out of what `generation` holds; earlier ones still have it."""
    catalogue.execute("DELETE FROM shards WHERE number = ? AND added = ?", (number, generation))
    catalogue.execute("UPDATE shards SET removed = ? WHERE number = ?", (generation, number))


def purge_shards(catalogue: sqlite3.Connection, coming: int) -> None:
    """Remove the shards that neither a kept generation nor the `coming` one needs."""
    catalogue.execute(
        "DELETE FROM shards WHERE removed != ? AND removed NOT IN (SELECT number FROM generations)",
        (coming,),
    )
