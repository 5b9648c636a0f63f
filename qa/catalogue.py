"""The catalogue: editions, pages, articles and passages in one SQLite file."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from qa import lexical
from qa.errors import ArchiveError
from qa.passages import lexical_text
from qa.records import article_from_json, article_to_json
from qa.types import Edition, EditionSummary, Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from qa.types import Article, Filters, Page

FORMAT = 1

_SCHEMA = f"""
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE editions (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, paper TEXT NOT NULL,
    date TEXT, issue TEXT NOT NULL
);
CREATE TABLE pages (
    id INTEGER PRIMARY KEY, edition INTEGER NOT NULL REFERENCES editions,
    number TEXT NOT NULL, name TEXT NOT NULL, source TEXT NOT NULL, digest TEXT NOT NULL
);
CREATE INDEX pages_edition ON pages (edition);
CREATE INDEX pages_digest ON pages (digest);
CREATE TABLE articles (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, page INTEGER NOT NULL REFERENCES pages,
    edition INTEGER NOT NULL REFERENCES editions, banner TEXT NOT NULL, data TEXT NOT NULL
);
CREATE INDEX articles_page ON articles (page);
CREATE INDEX articles_edition ON articles (edition);
CREATE TABLE authors (name TEXT NOT NULL, article INTEGER NOT NULL REFERENCES articles);
CREATE INDEX authors_name ON authors (name);
CREATE INDEX authors_article ON authors (article);
CREATE TABLE passages (
    id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles,
    start INTEGER NOT NULL, end INTEGER NOT NULL, length INTEGER NOT NULL
);
CREATE INDEX passages_article ON passages (article);
{lexical.SCHEMA}
PRAGMA user_version = {FORMAT};
"""


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page as the catalogue knows it; `digest` tells whether its articles have changed."""

    id: int
    number: str
    source: str
    digest: str


@dataclass(frozen=True, slots=True)
class PassageTable:
    """All passages as columns, ordered by id: int64 arrays of shape (passages,)."""

    ids: NDArray[np.int64]
    articles: NDArray[np.int64]
    editions: NDArray[np.int64]
    lengths: NDArray[np.int64]


def connect(path: Path) -> sqlite3.Connection:
    """Open the catalogue at `path`, made if it is not there.

    Raises:
        ArchiveError: it is damaged or of another format.
    """
    try:
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA page_size = 16384")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        (found,) = connection.execute("PRAGMA user_version").fetchone()
        if found == 0:
            connection.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} COMMIT;")
    except sqlite3.OperationalError as error:
        if "already exists" in str(error):  # another process made it meanwhile
            connection.execute("ROLLBACK")
            return connection
        raise ArchiveError(f"Cannot open {path}: {error}. Check the folder's rights.") from error
    except sqlite3.DatabaseError as error:
        raise ArchiveError(
            f"{path} is damaged ({error}). Move the archive's folder away and index the editions"
            " again: wenbao index PATH"
        ) from error
    if found not in (0, FORMAT):
        raise ArchiveError(
            f"{path} has format {found}, this version reads format {FORMAT}."
            " Index the editions into a new folder: wenbao index PATH --archive DIR"
        )
    return connection


def settings(catalogue: sqlite3.Connection) -> dict[str, str]:
    """Return all settings: the model's name, fingerprint and dimension, the generation."""
    return dict(catalogue.execute("SELECT name, value FROM settings"))


def replace_settings(catalogue: sqlite3.Connection, **values: str) -> None:
    """Set settings by name."""
    catalogue.executemany("REPLACE INTO settings VALUES (?, ?)", values.items())


def add_edition(catalogue: sqlite3.Connection, edition: Edition) -> int:
    """Add an edition, or bring its heading up to date; return its number."""
    day = edition.date.isoformat() if edition.date else None
    (number,) = catalogue.execute(
        "INSERT INTO editions (id, paper, date, issue) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET paper = excluded.paper, date = excluded.date,"
        " issue = excluded.issue RETURNING number",
        (edition.id, edition.paper, day, edition.issue),
    ).fetchone()
    return int(number)


def add_page(catalogue: sqlite3.Connection, edition: int, page: Page, digest: str) -> int:
    """Add a page without its articles; return its id."""
    cursor = catalogue.execute(
        "INSERT INTO pages (edition, number, name, source, digest) VALUES (?, ?, ?, ?, ?)",
        (edition, page.number, page.name, page.source, digest),
    )
    return int(cursor.lastrowid or 0)


def add_article(
    catalogue: sqlite3.Connection,
    edition: int,
    page: int,
    article: Article,
    passages: Sequence[Passage],
    lengths: Sequence[int],
) -> list[int]:
    """Add an article with its passages, each so many terms long; return the passages' ids."""
    number = catalogue.execute(
        "INSERT INTO articles (id, page, edition, banner, data) VALUES (?, ?, ?, ?, ?)",
        (article.id, page, edition, article.banner, article_to_json(article)),
    ).lastrowid
    names = {*article.reporters, *article.correspondents}
    names |= {caption.photographer for caption in article.captions if caption.photographer}
    catalogue.executemany(
        "INSERT INTO authors VALUES (?, ?)", ((name, number) for name in sorted(names))
    )
    (last,) = catalogue.execute("SELECT coalesce(max(id), -1) FROM passages").fetchone()
    ids = list(range(last + 1, last + 1 + len(passages)))
    catalogue.executemany(
        "INSERT INTO passages VALUES (?, ?, ?, ?, ?)",
        (
            (id_, number, passage.start, passage.end, length)
            for id_, passage, length in zip(ids, passages, lengths, strict=True)
        ),
    )
    return ids


def remove_page(catalogue: sqlite3.Connection, page: int) -> list[int]:
    """Remove a page with its articles, passages and postings; return the passages' ids."""
    found = list(_passages(catalogue, "articles.page = ?", page))
    ids = [id_ for id_, _, _ in found]
    codes = [lexical.term_codes(lexical_text(passage, article)) for _, passage, article in found]
    lexical.remove_postings(catalogue, ids, codes)
    articles = "(SELECT number FROM articles WHERE page = ?)"
    catalogue.execute(f"DELETE FROM passages WHERE article IN {articles}", (page,))
    catalogue.execute(f"DELETE FROM authors WHERE article IN {articles}", (page,))
    catalogue.execute("DELETE FROM articles WHERE page = ?", (page,))
    catalogue.execute("DELETE FROM pages WHERE id = ?", (page,))
    return ids


def remove_empty_editions(catalogue: sqlite3.Connection) -> None:
    """Remove the editions that have no page left."""
    catalogue.execute(
        "DELETE FROM editions WHERE number NOT IN (SELECT DISTINCT edition FROM pages)"
    )


def stored_pages(catalogue: sqlite3.Connection, edition_id: str) -> list[StoredPage]:
    """Return the pages of an edition, in the order in which they were added."""
    rows = catalogue.execute(
        "SELECT pages.id, pages.number, source, digest FROM pages"
        " JOIN editions ON editions.number = edition WHERE editions.id = ? ORDER BY pages.id",
        (edition_id,),
    )
    return [StoredPage(*row) for row in rows]


def pages_with_digest(catalogue: sqlite3.Connection, digest: str) -> list[tuple[str, StoredPage]]:
    """Return the pages of that digest, each with the id of its edition."""
    rows = catalogue.execute(
        "SELECT editions.id, pages.id, pages.number, source, digest FROM pages"
        " JOIN editions ON editions.number = edition WHERE digest = ?",
        (digest,),
    )
    return [(edition, StoredPage(*page)) for edition, *page in rows]


def summaries(catalogue: sqlite3.Connection) -> list[EditionSummary]:
    """Return what the archive holds, oldest edition first, undated ones last."""
    rows = catalogue.execute(
        "SELECT id, paper, date, issue,"
        " (SELECT group_concat(number, char(10)) FROM"
        "   (SELECT number FROM pages WHERE edition = e.number ORDER BY number)),"
        " (SELECT count(*) FROM articles WHERE edition = e.number),"
        " (SELECT count(*) FROM passages JOIN articles a ON a.number = article"
        "   WHERE a.edition = e.number)"
        " FROM editions e ORDER BY date IS NULL, date, paper, id"
    )
    return [
        EditionSummary(_edition(id_, paper, day, issue), tuple(pages.split("\n")), articles, count)
        for id_, paper, day, issue, pages, articles, count in rows
    ]


def editions(catalogue: sqlite3.Connection) -> list[Edition]:
    """Return the editions, oldest first, undated ones last."""
    rows = catalogue.execute(
        "SELECT id, paper, date, issue FROM editions ORDER BY date IS NULL, date, paper, id"
    )
    return [_edition(*row) for row in rows]


def newest(catalogue: sqlite3.Connection) -> date | None:
    """Return the date of the newest edition, None where no date is known."""
    (day,) = catalogue.execute("SELECT max(date) FROM editions").fetchone()
    return date.fromisoformat(day) if day else None


def articles(
    catalogue: sqlite3.Connection, edition_id: str | None = None, article_id: str | None = None
) -> Iterator[tuple[Article, Edition]]:
    """Yield articles in printed order, of one edition or one id where given."""
    rows = catalogue.execute(
        "SELECT data, e.id, paper, date, issue FROM articles a"
        " JOIN editions e ON e.number = a.edition JOIN pages p ON p.id = a.page"
        " WHERE (?1 IS NULL OR e.id = ?1) AND (?2 IS NULL OR a.id = ?2)"
        " ORDER BY date IS NULL, date, paper, e.id, p.number, a.number",
        (edition_id, article_id),
    )
    for data, *edition in rows:
        yield article_from_json(data), _edition(*edition)


def _edition(id_: str, paper: str, day: str | None, issue: str) -> Edition:
    return Edition(id_, paper, date.fromisoformat(day) if day else None, issue)


def passage(catalogue: sqlite3.Connection, id_: int) -> tuple[Passage, Article, Edition]:
    """Return a passage by its id, with its article and edition."""
    start, end, data, *edition = catalogue.execute(
        "SELECT start, end, data, e.id, paper, date, issue FROM passages p"
        " JOIN articles a ON a.number = p.article JOIN editions e ON e.number = a.edition"
        " WHERE p.id = ?",
        (id_,),
    ).fetchone()
    article = article_from_json(data)
    return Passage(article.id, start, end, article.text[start:end]), article, _edition(*edition)


def passage_ids(catalogue: sqlite3.Connection) -> list[int]:
    """Return the ids of all passages, ascending."""
    return [number for (number,) in catalogue.execute("SELECT id FROM passages ORDER BY id")]


def _passages(
    catalogue: sqlite3.Connection, condition: str, value: int
) -> Iterator[tuple[int, Passage, Article]]:
    rows = catalogue.execute(
        "SELECT passages.id, start, end, data FROM passages"
        f" JOIN articles ON articles.number = article WHERE {condition} ORDER BY passages.id",
        (value,),
    )
    for id_, start, end, data in rows:
        article = article_from_json(data)
        yield id_, Passage(article.id, start, end, article.text[start:end]), article


def passage_table(catalogue: sqlite3.Connection) -> PassageTable:
    """Return all passages as columns."""
    rows = catalogue.execute(
        "SELECT p.id, p.article, a.edition, p.length FROM passages p"
        " JOIN articles a ON a.number = p.article ORDER BY p.id"
    ).fetchall()
    columns = np.array(rows, dtype=np.int64).reshape(-1, 4).T
    return PassageTable(*(np.ascontiguousarray(column) for column in columns))


def matching_articles(catalogue: sqlite3.Connection, filters: Filters) -> NDArray[np.int64]:
    """Return the numbers of the articles that `filters` let through."""
    since, until = filters.dates.since, filters.dates.until
    rows = catalogue.execute(
        "SELECT a.number FROM articles a"
        " JOIN editions e ON e.number = a.edition JOIN pages p ON p.id = a.page"
        " WHERE (:since IS NULL OR date >= :since) AND (:until IS NULL OR date <= :until)"
        " AND (:paper IS NULL OR paper = :paper)"
        " AND (:section IS NULL OR banner = :section OR name = :section)"
        " AND (:page IS NULL OR ltrim(p.number, '0') = ltrim(:page, '0'))"
        " AND (:reporter IS NULL OR a.number IN"
        "  (SELECT article FROM authors WHERE name = :reporter))",
        {
            "since": since and since.isoformat(),
            "until": until and until.isoformat(),
            "paper": filters.paper,
            "section": filters.section,
            "page": filters.page,
            "reporter": filters.reporter,
        },
    )
    return np.fromiter((number for (number,) in rows), dtype=np.int64)
