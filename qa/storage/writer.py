"""Writes editions into an archive's next generation, each edition whole."""

from __future__ import annotations

from collections import defaultdict
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from qa.errors import EditionError, Fault
from qa.passages import encoder_text, lexical_text, split
from qa.sources import came_alone
from qa.storage import adding, catalogue, holdings, shards
from qa.storage.adding import NewArticle
from qa.storage.replacing import Outcome, new_pages, with_new
from qa.types import Failure, IndexReport, ReadFailure

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from embeddings import Encoder
    from qa.storage.catalogue import ShardRow
    from qa.storage.holdings import StoredPage
    from qa.storage.shards import Part, Shard, Text
    from qa.types import Edition, ReadEdition

_BATCH = 4096  # passages encoded at once
_AHEAD = 2  # batches that may wait to be encoded


class Writer:
    """Adds, replaces and removes editions; the store commits what it did.

    Passages are encoded on a second thread while the next editions are read.
    """

    def __init__(
        self, connection: sqlite3.Connection, encoder: Encoder, folder: Path, dimension: int
    ) -> None:
        """Write through `connection`, which holds a write transaction, and into `folder`.

        `dimension` is that of the vectors which are there.
        """
        self._catalogue = connection
        self._encoder = encoder
        self._folder = folder
        self._dimension = dimension
        self._texts: list[Text] = []
        self._encoding: list[Future[Part]] = []
        self._parts: list[Part] = []
        self._pool = ThreadPoolExecutor(1)
        self._claimed: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)  # by edition
        self.generation = catalogue.take(connection, "generation")
        self.changed = False
        self.articles = 0
        self.passages = 0

    def close(self) -> None:
        """Stop encoding."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def replace_edition(self, read: ReadEdition) -> Outcome:
        """Bring one edition up to date; pages that the archive has of it and `read` lacks stay.

        Raises:
            EditionError: the edition cannot be kept; the archive is as it was before the call.
        """
        new = new_pages(read)
        found = holdings.live_edition(self._catalogue, read.edition.id)
        number = found[0] if found else None
        before = holdings.stored_pages(self._catalogue, number) if number is not None else []
        after = with_new(before, new, self._claimed[read.edition.id])
        self._claimed[read.edition.id] |= {(page.source, page.number) for page in new}
        if [page.digest for page in after] == [page.digest for page in before] and before:
            return Outcome.UNCHANGED
        self._check_ids(read.edition, number, after)
        self._take_from_others(read.edition, new)
        if number is not None:
            adding.remove_edition(self._catalogue, number, self.generation)
        self._add(read.edition, after)
        return Outcome.ADDED if number is None else Outcome.REPLACED

    def remove_edition(self, edition_id: str) -> bool:
        """Remove an edition whole; return whether there was one."""
        found = holdings.live_edition(self._catalogue, edition_id)
        if found:
            adding.remove_edition(self._catalogue, found[0], self.generation)
            self.changed = True
        return found is not None

    def page_sources(self) -> list[tuple[str, str]]:
        """Return the source of every page, with the id of its edition."""
        return holdings.page_sources(self._catalogue)

    def keep_pages(self, edition_id: str, sources: set[str]) -> None:
        """Take pages out of an edition, all but those of `sources`; without any it goes."""
        found = holdings.live_edition(self._catalogue, edition_id)
        if found is None:
            return
        pages = holdings.stored_pages(self._catalogue, found[0])
        self.remove_edition(edition_id)
        kept = [page for page in pages if page.source in sources]
        if kept:
            self._add(found[1], kept)

    def encode_all(self) -> None:
        """Encode every passage of the archive anew, into new shards."""
        for row in catalogue.live_shards(self._catalogue):
            catalogue.remove_shard(self._catalogue, row.number, self.generation)
        self.encode_again(holdings.passage_numbers(self._catalogue))

    def encode_again(self, passages: Iterable[tuple[int, int, int]]) -> None:
        """Encode passages that the catalogue holds: number, article's and edition's number."""
        waiting = iter(passages)
        while batch := list(islice(waiting, _BATCH)):
            texts = holdings.passages(self._catalogue, [passage for passage, _, _ in batch])
            for numbers, one in zip(batch, texts, strict=True):
                self._push(*numbers, encoder_text(*one), lexical_text(*one[:2]))
        self.changed = True

    def finish(self) -> None:
        """Encode and write what is still pending, merge small shards, and drop what is dead."""
        self._send()
        while self._encoding:
            self._receive()
        self._write_parts()
        known = holdings.known_editions(self._catalogue)
        while True:
            rows = catalogue.live_shards(self._catalogue)
            count = shards.to_merge([row.passages for row in rows])
            if not count:
                break
            self._merge(rows[-count:], known)
        self._drop_dead(known)
        shards.sync_folder(self._folder)

    def _drop_dead(self, known: NDArray[np.int64]) -> None:
        """Write anew the shards with many dead passages, once the archive has many."""
        rows = catalogue.live_shards(self._catalogue)
        held = sum(row.passages for row in rows)
        if not shards.many_dead(held - holdings.count_passages(self._catalogue), held):
            return
        for row in rows:
            editions = self._read_shard(row.number).columns.editions
            if shards.many_dead(int(np.sum(~np.isin(editions, known))), row.passages):
                self._merge([row], known)

    def _merge(self, rows: Sequence[ShardRow], known: NDArray[np.int64]) -> None:
        """Write shards as one, with the passages of the editions `known`."""
        read = [self._read_shard(row.number) for row in rows]
        for row in rows:
            catalogue.remove_shard(self._catalogue, row.number, self.generation)
        self._write_shard(shards.merge(read, known))

    def _read_shard(self, number: int) -> Shard:
        return shards.read_shard(self._folder, number, self._dimension)

    def _check_ids(self, edition: Edition, number: int | None, pages: Sequence[StoredPage]) -> None:
        ids = [article.id for page in pages for article in page.articles]
        taken = next(
            (
                id_
                for id_ in ids
                if (holder := holdings.holder_of(self._catalogue, id_)) is not None
                and holder != number
                and not self._moves(holder, pages)
            ),
            None,
        )
        if taken is None and len(set(ids)) == len(ids):
            return
        raise EditionError(
            f"{edition.id} ({pages[0].source}) holds an article whose id the archive already has,"
            f" or one id twice{f' ({taken})' if taken else ''}. "
            "Give each article an id of its own.",
            Fault.SAME_ID,
        )

    def _moves(self, holder: int, pages: Sequence[StoredPage]) -> bool:
        """Whether an edition gives a page to another that now holds the same text of its file."""
        kept = {(page.digest, page.source) for page in pages}
        stored = holdings.stored_pages(self._catalogue, holder)
        return any((page.digest, page.source) in kept for page in stored)

    def _take_from_others(self, edition: Edition, pages: Sequence[StoredPage]) -> None:
        for page in pages:
            if came_alone(page.source) and not page.articles:
                continue  # a bare name and no text tell no page from another
            for other in holdings.editions_with_page(self._catalogue, page.digest, page.source):
                if other != edition.id:
                    found = holdings.live_edition(self._catalogue, other)
                    held = holdings.stored_pages(self._catalogue, found[0]) if found else []
                    self.keep_pages(other, {one.source for one in held} - {page.source})

    def _add(self, edition: Edition, pages: Sequence[StoredPage]) -> None:
        articles = [
            NewArticle(article, place, tuple(split(article)))
            for place, page in enumerate(pages)
            for article in page.articles
        ]
        count = sum(adding.numbers_taken(new.passages) for new in articles)
        first = catalogue.take(self._catalogue, "passage", count)
        number = adding.add_edition(
            self._catalogue, edition, pages, articles, first, self.generation
        )
        for new in articles:
            for place, passage in enumerate(new.passages):
                self._push(
                    first + place,
                    first,
                    number,
                    encoder_text(passage, new.article, edition),
                    lexical_text(passage, new.article),
                )
            first += adding.numbers_taken(new.passages)
        self.changed = True
        self.articles += len(articles)
        self.passages += sum(len(new.passages) for new in articles)

    def _push(
        self, passage: int, article: int, edition: int, for_encoder: str, for_words: str
    ) -> None:
        self._texts.append(shards.Text(passage, article, edition, for_encoder, for_words))
        if len(self._texts) == _BATCH:
            self._send()

    def _send(self) -> None:
        if self._texts:
            self._encoding.append(self._pool.submit(shards.encode, self._texts, self._encoder))
            self._texts = []
        while len(self._encoding) > _AHEAD:
            self._receive()

    def _receive(self) -> None:
        part = self._encoding.pop(0).result()
        if sum(len(one.rows) for one in self._parts) + len(part.rows) > shards.MOST_PASSAGES:
            self._write_parts()
        self._parts.append(part)

    def _write_parts(self) -> None:
        if self._parts:
            parts, self._parts = self._parts, []
            self._write_shard(shards.join(parts))

    def _write_shard(self, shard: Shard) -> None:
        if not len(shard):
            return
        number = catalogue.take(self._catalogue, "shard")
        shards.write_shard(self._folder, number, shard)
        first = int(shard.columns.passages[0])
        catalogue.add_shard(self._catalogue, number, first, len(shard), self.generation)


def write_editions(
    writer: Writer,
    found: Iterable[ReadEdition | ReadFailure],
    progress: Callable[[IndexReport], None] | None,
) -> tuple[IndexReport, set[tuple[str, str]]]:
    """Write editions; return the report, and the edition and source of every page."""
    editions: dict[Outcome, dict[str, None]] = {outcome: {} for outcome in Outcome}
    failed: list[Failure] = []
    warnings: list[str] = []
    seen: set[tuple[str, str]] = set()
    report, articles = IndexReport(), 0
    for read in found:
        if isinstance(read, ReadFailure):
            failed.append(_failure(read.source, read.error))
        else:
            warnings += read.warnings
            articles += len(read.articles)
            seen |= {(read.edition.id, one.source) for one in read.pages}
            try:
                editions[writer.replace_edition(read)][read.edition.id] = None
            except EditionError as error:
                failed.append(_failure(read.edition.id, error))
        report = IndexReport(
            added=tuple(editions[Outcome.ADDED]),
            replaced=tuple(editions[Outcome.REPLACED]),
            unchanged=tuple(editions[Outcome.UNCHANGED]),
            failed=tuple(failed),
            warnings=tuple(warnings),
            articles=writer.articles,
            passages=writer.passages,
            read=articles,
        )
        if progress:
            progress(report)
    return report, seen


def _failure(source: str, error: EditionError) -> Failure:
    return Failure(source, str(error), error.fault, error.pages)
