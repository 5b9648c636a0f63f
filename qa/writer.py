"""Writes editions into a store within one transaction of its catalogue."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING

import numpy as np

from qa import catalogue, lexical
from qa.errors import EditionError
from qa.passages import encoder_text, lexical_text, split
from qa.records import article_to_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from embeddings import Encoder, VectorIndex
    from qa.catalogue import StoredPage
    from qa.types import Article, Edition, Page, ReadEdition

_BATCH = 4096  # passages encoded and posted at once


class Outcome(StrEnum):
    """What became of an edition."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class _NewPage:
    page: Page
    articles: tuple[Article, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class _Pending:
    """A passage that still has to be encoded and posted."""

    id: int
    encoder_text: str
    codes: NDArray[np.int64]  # of its terms


class Writer:
    """Adds, replaces and removes editions; the store commits what it did."""

    def __init__(
        self, connection: sqlite3.Connection, encoder: Encoder, vectors: VectorIndex
    ) -> None:
        """Write through `connection`, which holds a write transaction, and into `vectors`."""
        self._catalogue = connection
        self._encoder = encoder
        self._vectors = vectors
        self._pending: list[_Pending] = []
        self._claimed: set[int] = set()  # pages that this run has added or confirmed
        self._changed = False
        self.articles = 0
        self.passages = 0

    def replace_edition(self, read: ReadEdition) -> Outcome:
        """Bring one edition up to date, page by page; pages that are not in `read` stay.

        Raises:
            EditionError: the edition cannot be kept; the store is as it was before the call.
        """
        stored = catalogue.stored_pages(self._catalogue, read.edition.id)
        unclaimed = [page for page in stored if page.id not in self._claimed]
        changed: list[_NewPage] = []
        outdated: dict[int, StoredPage] = {}
        for new in _new_pages(read):
            rivals = [page for page in unclaimed if _same_page(page, new.page)]
            same = next((page for page in rivals if page.digest == new.digest), None)
            if same:
                self._claimed.add(same.id)
                unclaimed.remove(same)
                continue
            changed.append(new)
            outdated |= {page.id: page for page in rivals}
        if not changed:
            return Outcome.UNCHANGED
        gone = [id_ for id_ in outdated if id_ not in self._claimed]
        self._write(read.edition, changed, gone)
        return Outcome.REPLACED if stored else Outcome.ADDED

    def remove_edition(self, edition_id: str) -> bool:
        """Remove an edition whole; return whether there was one."""
        pages = catalogue.stored_pages(self._catalogue, edition_id)
        for page in pages:
            self._remove_page(page.id)
        catalogue.remove_empty_editions(self._catalogue)
        return bool(pages)

    def encode_all(self) -> None:
        """Encode every passage of the catalogue, into vectors that hold none yet."""
        ids = catalogue.passage_ids(self._catalogue)
        for start in range(0, len(ids), _BATCH):
            batch = ids[start : start + _BATCH]
            texts = [encoder_text(*catalogue.passage(self._catalogue, id_)) for id_ in batch]
            self._encode(batch, texts)

    def finish(self) -> bool:
        """Write what is still pending; return whether anything has changed."""
        self._flush()
        return self._changed

    def _write(self, edition: Edition, pages: Sequence[_NewPage], gone: Sequence[int]) -> None:
        gone = [*gone, *self._kept_elsewhere(edition, pages)]
        if gone:
            self._flush()  # what is removed may still be pending
        before = len(self._pending)
        self._catalogue.execute("SAVEPOINT edition")
        try:
            removed = [id_ for page in gone for id_ in catalogue.remove_page(self._catalogue, page)]
            number = catalogue.add_edition(self._catalogue, edition)
            for new in pages:
                self._add_page(edition, number, new)
        except sqlite3.IntegrityError as error:
            self._catalogue.execute("ROLLBACK TO edition")
            del self._pending[before:]
            raise EditionError(
                f"{edition.id} ({pages[0].page.source}) holds an article whose id the archive"
                " already has, or one id twice. Give each article an id of its own."
            ) from error
        finally:
            self._catalogue.execute("RELEASE edition")
        catalogue.remove_empty_editions(self._catalogue)
        self._vectors.remove(np.array(removed, dtype=np.int64))
        self._changed = True
        self.articles += sum(len(new.articles) for new in pages)
        self.passages += len(self._pending) - before
        if len(self._pending) >= _BATCH:
            self._flush()

    def _kept_elsewhere(self, edition: Edition, pages: Sequence[_NewPage]) -> list[int]:
        """Return the pages of other editions that hold the same text of the same file."""
        return [
            page.id
            for new in pages
            for other, page in catalogue.pages_with_digest(self._catalogue, new.digest)
            if other != edition.id and page.source == new.page.source
        ]

    def _add_page(self, edition: Edition, number: int, new: _NewPage) -> None:
        page = catalogue.add_page(self._catalogue, number, new.page, new.digest)
        self._claimed.add(page)
        for article in new.articles:
            passages = split(article)
            codes = [lexical.term_codes(lexical_text(passage, article)) for passage in passages]
            lengths = list(map(len, codes))
            ids = catalogue.add_article(self._catalogue, number, page, article, passages, lengths)
            self._pending += [
                _Pending(id_, encoder_text(passage, article, edition), found)
                for id_, passage, found in zip(ids, passages, codes, strict=True)
            ]

    def _remove_page(self, page: int) -> None:
        self._flush()
        ids = catalogue.remove_page(self._catalogue, page)
        self._vectors.remove(np.array(ids, dtype=np.int64))
        self._changed = True

    def _flush(self) -> None:
        if not self._pending:
            return
        ids = [pending.id for pending in self._pending]
        lexical.add_postings(self._catalogue, ids, [pending.codes for pending in self._pending])
        self._encode(ids, [pending.encoder_text for pending in self._pending])
        self._pending.clear()

    def _encode(self, ids: Sequence[int], texts: Sequence[str]) -> None:
        self._vectors.add(np.array(ids, dtype=np.int64), self._encoder.encode_passages(texts))


def _new_pages(read: ReadEdition) -> list[_NewPage]:
    """Give each article to the page it starts on."""
    by_page: defaultdict[int, list[Article]] = defaultdict(list)
    for article in read.articles:
        by_page[_page_of(article, read.pages)].append(article)
    return [
        _NewPage(page, tuple(by_page[i]), _digest(page, by_page[i]))
        for i, page in enumerate(read.pages)
    ]


def _page_of(article: Article, pages: Sequence[Page]) -> int:
    source = article.spans[0].source if article.spans else None
    by_source = [i for i, page in enumerate(pages) if page.source == source]
    by_number = [i for i, page in enumerate(pages) if page.number == article.page]
    both = [i for i in by_source if i in by_number]
    return (both or by_source or by_number or [0])[0]


def _digest(page: Page, articles: Sequence[Article]) -> str:
    """Return a digest of what was read of a page, whatever its file and edition are called."""
    digest = sha256(repr((page.number, page.name)).encode())
    for article in articles:
        digest.update(article_to_json(replace(article, id="", spans=(), dates=())).encode())
    return digest.hexdigest()


def _same_page(stored: StoredPage, page: Page) -> bool:
    if stored.number and page.number:
        return stored.number.lstrip("0") == page.number.lstrip("0")
    return stored.source == page.source
