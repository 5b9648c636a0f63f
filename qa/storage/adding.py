"""Adds editions to the catalogue whole, and takes them out again."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

import numpy as np

from qa.storage.packing import pack, unpack

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from qa.storage.holdings import StoredPage
    from qa.types import Article, Edition, Passage


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article to be added, with the passages that it was cut into."""

    article: Article
    page: int  # its page's place among the edition's pages
    passages: tuple[Passage, ...]


def add_edition(
    catalogue: sqlite3.Connection,
    edition: Edition,
    pages: Sequence[StoredPage],
    articles: Sequence[NewArticle],
    first: int,
    generation: int,
) -> int:
    """Add an edition whole; return its number.

    An article is numbered as its first passage is; passages are numbered on from `first`, and an
    article without any takes one number.
    """
    packed = [pack(new.article) for new in articles]
    number = catalogue.execute(
        "INSERT INTO editions (id, paper, date, issue, articles, passages, digest, added)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            edition.id,
            edition.paper,
            edition.date.isoformat() if edition.date else None,
            edition.issue,
            len(articles),
            sum(len(new.passages) for new in articles),
            digest_of(packed),
            generation,
        ),
    ).lastrowid
    page_ids = [
        catalogue.execute(
            "INSERT INTO pages (edition, number, name, source, digest) VALUES (?, ?, ?, ?, ?)",
            (number, page.number, page.name, page.source, page.digest),
        ).lastrowid
        for page in pages
    ]
    for new, data in zip(articles, packed, strict=True):
        article = new.article
        bounds = np.array([(p.start, p.end) for p in new.passages], dtype="<u4")
        catalogue.execute(
            "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                first, article.id, page_ids[new.page], number, article.banner,
                bounds.tobytes(), data,
            ),
        )  # fmt: skip
        catalogue.executemany(
            "INSERT INTO authors VALUES (?, ?)", ((name, first) for name in _authors(article))
        )
        first += numbers_taken(new.passages)
    return int(number or 0)


def numbers_taken(passages: Sequence[Passage]) -> int:
    """Return how many numbers an article with these passages takes."""
    return max(1, len(passages))


def _authors(article: Article) -> set[str]:
    photographers = {one.photographer for one in article.captions if one.photographer}
    return {*article.reporters, *article.correspondents} | photographers


def digest_of(packed: Iterable[bytes]) -> str:
    """Return a digest of the articles of an edition, packed."""
    digest = sha256()
    for data in packed:
        digest.update(data)
    return digest.hexdigest()


def remove_edition(catalogue: sqlite3.Connection, number: int, generation: int) -> None:
    """Take an edition out of what `generation` holds; earlier ones still have it."""
    catalogue.execute("UPDATE editions SET removed = ? WHERE number = ?", (generation, number))
    purge_editions(catalogue, "number = ? AND added = removed", number)


def purge_editions(catalogue: sqlite3.Connection, condition: str, value: int) -> None:
    """Delete the removed editions that match, with all they hold."""
    rows = catalogue.execute(
        f"SELECT number FROM editions WHERE removed IS NOT NULL AND {condition}", (value,)
    ).fetchall()
    for (edition,) in rows:
        for number, data in catalogue.execute(
            "SELECT number, data FROM articles WHERE edition = ?", (edition,)
        ).fetchall():
            names = ((name, number) for name in _authors(unpack(data)))
            catalogue.executemany("DELETE FROM authors WHERE name = ? AND article = ?", names)
        catalogue.execute("DELETE FROM articles WHERE edition = ?", (edition,))
        catalogue.execute("DELETE FROM pages WHERE edition = ?", (edition,))
        catalogue.execute("DELETE FROM editions WHERE number = ?", (edition,))
