"""Checks an archive to the bit, derives again what can be, and counts what it holds."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import numpy as np

from qa.errors import DamagedError
from qa.storage import catalogue, holdings, shards
from qa.storage.adding import digest_of
from qa.storage.writer import Writer
from qa.types import Finding, Statistics

if TYPE_CHECKING:
    from collections.abc import Iterator

    from embeddings import Encoder
    from qa.storage.store import Store

CATALOGUE_LOST = (
    "Restore it from an export (wenbao import FILE), or move the archive's folder away and index"
    " the editions again."
)


def check_store(store: Store, encoder: Encoder, *, repair: bool) -> list[Finding]:
    """Verify the catalogue, its texts and all shards; return what is damaged.

    Args:
        store: whose files are verified.
        encoder: what its passages are encoded with.
        repair: encode again the passages whose shards are lost. Earlier generations, which may
            hold what was lost, are then forgotten.
    """
    with store.changing(wait=True) as connection:
        found = _check_texts(connection)
        lost, missing = _check_shards(store, connection)
        for number, error in lost:
            found.append(Finding(f"shard {number}: {error}", mended=repair))
        if missing and not lost:
            found.append(Finding(f"{len(missing)} passages are in no shard", mended=repair))
        if repair and (lost or missing):
            _encode_again(store, connection, encoder, [number for number, _ in lost], missing)
        else:
            connection.execute("ROLLBACK")
    return found


def _check_texts(connection: sqlite3.Connection) -> list[Finding]:
    found = [
        Finding(f"catalogue.sqlite: {problem}. {CATALOGUE_LOST}", mended=False)
        for (problem,) in connection.execute("PRAGMA integrity_check")
        if problem != "ok"
    ]
    for edition, sources in _damaged_editions(connection):
        files = ", ".join(sources)
        again = f"Remove it (wenbao remove {edition}) and index it again from {files}"
        found.append(Finding(f"edition {edition}: its text is damaged. {again}", mended=False))
    return found


def _damaged_editions(connection: sqlite3.Connection) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the editions whose articles are not as they were written, with their sources."""
    rows = connection.execute(
        "SELECT number, id, digest FROM editions WHERE removed IS NULL ORDER BY number"
    ).fetchall()
    for number, id_, digest in rows:
        data = connection.execute(
            "SELECT data FROM articles WHERE edition = ? ORDER BY number", (number,)
        )
        if digest_of(packed for (packed,) in data) != digest:
            sources = connection.execute("SELECT source FROM pages WHERE edition = ?", (number,))
            yield id_, tuple(source for (source,) in sources)


def _check_shards(
    store: Store, connection: sqlite3.Connection
) -> tuple[list[tuple[int, str]], list[tuple[int, int, int]]]:
    """Return the shards that are lost and why, and the passages that no whole shard holds."""
    kept = catalogue.generations(connection)
    live = holdings.matching_editions(connection)
    wanted = list(holdings.passage_numbers(connection))
    known = np.array([passage for passage, _, _ in wanted], dtype=np.int64)
    lost: list[tuple[int, str]] = []
    held = [np.zeros(0, dtype=np.int64)]
    for row in catalogue.live_shards(connection):
        try:
            shard = shards.read_shard(store.folder, row.number, kept[0].dimension, check=True)
        except (DamagedError, FileNotFoundError) as error:
            lost.append((row.number, str(error)))
            continue
        mine = shard.columns.passages[np.isin(shard.columns.editions, live)].astype(np.int64)
        if not np.isin(mine, known).all() or np.isin(mine, np.concatenate(held)).any():
            lost.append((row.number, "it does not hold what the catalogue says"))
            continue
        held.append(mine)
    missing = ~np.isin(known, np.concatenate(held))
    return lost, [wanted[place] for place in np.flatnonzero(missing).tolist()]


def _encode_again(
    store: Store,
    connection: sqlite3.Connection,
    encoder: Encoder,
    lost: list[int],
    missing: list[tuple[int, int, int]],
) -> None:
    writer = Writer(connection, encoder, store.folder, encoder.dimension)
    try:
        for number in lost:
            catalogue.remove_shard(connection, number, writer.generation)
        writer.encode_again(missing)
        writer.finish()
    finally:
        writer.close()
    connection.execute("DELETE FROM generations")
    catalogue.add_generation(connection, writer.generation, encoder)


def statistics(store: Store) -> Statistics:
    """Return how much `store` holds, and how it is kept."""
    held = store.summaries()
    kept = store.generations()
    days = [one.edition.date for one in held if one.edition.date]
    files = [path for path in store.folder.glob("shard-*") if path.is_file()]
    return Statistics(
        editions=len(held),
        articles=sum(one.articles for one in held),
        passages=sum(one.passages for one in held),
        papers=len({one.edition.paper for one in held}),
        oldest=min(days, default=None),
        newest=max(days, default=None),
        model=kept[0].model if kept else "",
        dimension=kept[0].dimension if kept else 0,
        generation=kept[0].number if kept else 0,
        made=kept[0].made if kept else "",
        kept=max(0, len(kept) - 1),
        shards=len({path.stem for path in files}),
        catalogue_bytes=sum(p.stat().st_size for p in store.folder.glob("catalogue.sqlite*")),
        shard_bytes=sum(path.stat().st_size for path in files),
    )
