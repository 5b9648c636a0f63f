"""Brings an archive of an older format up to date, beside the old one, and swaps."""

from __future__ import annotations

import shutil
import sqlite3
import zlib
from contextlib import closing
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from qa.errors import ArchiveError
from qa.storage.catalogue import FORMAT, naming
from qa.storage.records import article_from_json
from qa.storage.store import CATALOGUE, Store
from qa.types import Edition, Page, ReadEdition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from embeddings import Encoder


def upgrade(folder: Path, encoder: Encoder) -> int:
    """Write what an archive of format 1 or 2 holds anew in today's format; return its editions.

    The old catalogue stays beside it as ``catalogue-1.sqlite`` or ``catalogue-2.sqlite``.

    Raises:
        ArchiveError: there is no archive of an older format in `folder`.
    """
    old = folder / CATALOGUE
    if not old.exists():
        raise ArchiveError(f"There is no archive in {folder}; name its folder: --archive DIR")
    with naming(old), closing(sqlite3.connect(old)) as source:
        (found,) = source.execute("PRAGMA user_version").fetchone()
        if not 1 <= found < FORMAT:
            raise ArchiveError(f"{old} has format {found}: there is nothing to upgrade.")
        source.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        source.execute("PRAGMA journal_mode = DELETE")
        with TemporaryDirectory(dir=folder, prefix=".upgrade-") as beside:
            store = Store(Path(beside))
            count = 0
            with store.writing(encoder) as writer:
                for read in _editions(source, found):
                    writer.replace_edition(read)
                    count += 1
            store.close()
            for path in sorted(Path(beside).glob("shard-*")):
                path.replace(folder / path.name)
            shutil.copy(old, folder / f"catalogue-{found}.sqlite")
            (Path(beside) / CATALOGUE).replace(old)
    for path in folder.glob("vectors-*.faiss"):
        path.unlink()
    return count


def _editions(source: sqlite3.Connection, format_: int) -> Iterator[ReadEdition]:
    live = "" if format_ == 1 else "WHERE removed IS NULL"
    for number, id_, paper, day, issue in source.execute(
        f"SELECT number, id, paper, date, issue FROM editions {live} ORDER BY number"
    ).fetchall():
        pages, articles = [], []
        for page, *heading in source.execute(
            "SELECT id, number, name, source FROM pages WHERE edition = ? ORDER BY id", (number,)
        ).fetchall():
            pages.append(Page(heading[0], heading[1], (), heading[2]))
            articles += [
                article_from_json(data if format_ == 1 else zlib.decompress(data).decode())
                for (data,) in source.execute(
                    "SELECT data FROM articles WHERE page = ? ORDER BY number", (page,)
                )
            ]
        edition = Edition(id_, paper, date.fromisoformat(day) if day else None, issue)
        yield ReadEdition(edition, tuple(pages), tuple(articles))
