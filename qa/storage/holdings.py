"""What the catalogue holds: editions with their pages and articles, as they are read from it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from qa.storage.packing import unpack
from qa.text import plain_name
from qa.types import Edition, EditionSummary, Filters, Passage

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from qa.types import Article

EVERYTHING = Filters()

# `2` before `10`, `A16` before `B1`
_PAGE_ORDER = (
    "rtrim(p.number, '0123456789'),"
    " CAST(substr(p.number, length(rtrim(p.number, '0123456789')) + 1) AS INTEGER)"
)
_PRINTED_ORDER = f"date IS NULL, date, paper, e.id, {_PAGE_ORDER}, a.number"
_NAMED = ("paper", "section", "page", "reporter")  # filters that give a name


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page with its articles; `digest` tells whether they have changed."""

    number: str
    name: str
    source: str
    digest: str
    articles: tuple[Article, ...]


def live_edition(catalogue: sqlite3.Connection, id_: str) -> tuple[int, Edition] | None:
    """Return the number and heading of an edition, None where the archive has none of this id."""
    row = catalogue.execute(
        "SELECT number, id, paper, date, issue FROM editions WHERE id = ? AND removed IS NULL",
        (id_,),
    ).fetchone()
    return (int(row[0]), _edition(*row[1:])) if row else None


def stored_pages(catalogue: sqlite3.Connection, edition: int) -> list[StoredPage]:
    """Return the pages of an edition by its number, in the order in which they were added."""
    rows = catalogue.execute(
        "SELECT id, number, name, source, digest FROM pages WHERE edition = ? ORDER BY id",
        (edition,),
    ).fetchall()
    found = []
    for id_, number, name, source, digest in rows:
        articles = catalogue.execute(
            "SELECT data FROM articles WHERE edition = ? AND page = ? ORDER BY number",
            (edition, id_),
        )
        held = tuple(unpack(data) for (data,) in articles)
        found.append(StoredPage(number, name, source, digest, held))
    return found


def editions_with_page(catalogue: sqlite3.Connection, digest: str, source: str) -> list[str]:
    """Return the ids of the editions that hold a page of that digest from that file."""
    rows = catalogue.execute(
        "SELECT DISTINCT e.id FROM pages p JOIN editions e ON e.number = p.edition"
        " WHERE p.digest = ? AND p.source = ? AND removed IS NULL",
        (digest, source),
    )
    return [id_ for (id_,) in rows]


def page_sources(catalogue: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return the source of every page, with the id of its edition."""
    rows = catalogue.execute(
        "SELECT e.id, source FROM pages p JOIN editions e ON e.number = p.edition"
        " WHERE removed IS NULL ORDER BY p.id"
    )
    return [(id_, source) for id_, source in rows]


def holder_of(catalogue: sqlite3.Connection, article_id: str) -> int | None:
    """Return the number of the edition that holds an article of this id."""
    row = catalogue.execute(
        "SELECT e.number FROM articles a JOIN editions e ON e.number = a.edition"
        " WHERE a.id = ? AND removed IS NULL",
        (article_id,),
    ).fetchone()
    return int(row[0]) if row else None


def summaries(catalogue: sqlite3.Connection) -> list[EditionSummary]:
    """Return what the archive holds, oldest edition first, undated ones last."""
    rows = catalogue.execute(
        "SELECT id, paper, date, issue,"
        " (SELECT group_concat(number, char(10)) FROM"
        f"   (SELECT number FROM pages p WHERE edition = e.number ORDER BY {_PAGE_ORDER})),"
        " articles, passages"
        " FROM editions e WHERE removed IS NULL ORDER BY date IS NULL, date, paper, id"
    )
    return [
        EditionSummary(_edition(id_, paper, day, issue), tuple(pages.split("\n")), articles, count)
        for id_, paper, day, issue, pages, articles, count in rows
    ]


def editions(catalogue: sqlite3.Connection) -> list[Edition]:
    """Return the editions, oldest first, undated ones last."""
    rows = catalogue.execute(
        "SELECT id, paper, date, issue FROM editions WHERE removed IS NULL"
        " ORDER BY date IS NULL, date, paper, id"
    )
    return [_edition(*row) for row in rows]


def papers(catalogue: sqlite3.Connection) -> list[str]:
    """Return the names of the papers that editions are of, as far as they are known."""
    rows = catalogue.execute(
        "SELECT DISTINCT paper FROM editions WHERE removed IS NULL AND paper <> '' ORDER BY paper"
    )
    return [paper for (paper,) in rows]


def sections(catalogue: sqlite3.Connection) -> list[str]:
    """Return the names of the section banners and the pages."""
    rows = catalogue.execute(
        "SELECT banner FROM articles a JOIN editions e ON e.number = a.edition"
        " WHERE removed IS NULL AND banner <> ''"
        " UNION SELECT name FROM pages p JOIN editions e ON e.number = p.edition"
        " WHERE removed IS NULL AND name <> ''"
    )
    return [name for (name,) in rows]


def newest(catalogue: sqlite3.Connection) -> date | None:
    """Return the date of the newest edition, None where no date is known."""
    (day,) = catalogue.execute("SELECT max(date) FROM editions WHERE removed IS NULL").fetchone()
    return date.fromisoformat(day) if day else None


def articles(
    catalogue: sqlite3.Connection, edition_id: str | None = None, article_id: str | None = None
) -> Iterator[tuple[Article, Edition]]:
    """Yield articles in printed order, of one edition or one id where given."""
    wanted = "removed IS NULL"
    wanted += " AND e.id = :edition" if edition_id is not None else ""
    wanted += " AND a.id = :article" if article_id is not None else ""
    rows = catalogue.execute(
        "SELECT data, e.id, paper, date, issue FROM articles a"
        " JOIN editions e ON e.number = a.edition JOIN pages p ON p.id = a.page"
        f" WHERE {wanted} ORDER BY {_PRINTED_ORDER}",
        {"edition": edition_id, "article": article_id},
    )
    for data, *edition in rows:
        yield unpack(data), _edition(*edition)


def matching(catalogue: sqlite3.Connection, filters: Filters) -> Iterator[tuple[Article, Edition]]:
    """Yield the articles that `filters` let through, in printed order."""
    rows = catalogue.execute(
        "SELECT data, e.id, paper, date, issue FROM articles a"
        " JOIN editions e ON e.number = a.edition JOIN pages p ON p.id = a.page"
        f" WHERE {_editions_wanted(filters)} AND {_articles_wanted(filters)}"
        f" ORDER BY {_PRINTED_ORDER}",
        _values(filters),
    )
    for data, *edition in rows:
        yield unpack(data), _edition(*edition)


def _edition(id_: str, paper: str, day: str | None, issue: str) -> Edition:
    return Edition(id_, paper, date.fromisoformat(day) if day else None, issue)


def passages(
    catalogue: sqlite3.Connection, numbers: Sequence[int]
) -> list[tuple[Passage, Article, Edition]]:
    """Return passages by their numbers, each with its article and edition."""
    rows = catalogue.execute(
        "SELECT sought.value, a.number, data, bounds, e.id, paper, date, issue"
        " FROM json_each(?) sought JOIN articles a"
        " ON a.number = (SELECT max(number) FROM articles WHERE number <= sought.value)"
        " JOIN editions e ON e.number = a.edition ORDER BY sought.key",
        (json.dumps(list(numbers)),),
    )
    read: dict[int, tuple[Article, Edition]] = {}
    found = []
    for number, first, data, bounds, *edition in rows:
        if first not in read:
            read[first] = unpack(data), _edition(*edition)
        article, heading = read[first]
        start, end = np.frombuffer(bounds, "<u4").reshape(-1, 2)[number - first].tolist()
        found.append((Passage(article.id, start, end, article.text[start:end]), article, heading))
    return found


def passage_numbers(catalogue: sqlite3.Connection) -> Iterator[tuple[int, int, int]]:
    """Yield every passage, ascending: its number, its article's and its edition's."""
    rows = catalogue.execute(
        "SELECT a.number, edition, length(bounds) / 8 FROM articles a"
        " JOIN editions e ON e.number = a.edition WHERE removed IS NULL ORDER BY a.number"
    ).fetchall()
    for number, edition, count in rows:
        for passage in range(number, number + count):
            yield passage, number, edition


def known_editions(catalogue: sqlite3.Connection) -> NDArray[np.int64]:
    """Return the numbers of the editions of all kept generations, ascending."""
    rows = catalogue.execute("SELECT number FROM editions ORDER BY number")
    return np.fromiter((number for (number,) in rows), dtype=np.int64)


def count_passages(catalogue: sqlite3.Connection) -> int:
    """Return how many passages all editions have that a kept generation holds."""
    (count,) = catalogue.execute("SELECT COALESCE(SUM(passages), 0) FROM editions").fetchone()
    return int(count)


def matching_editions(
    catalogue: sqlite3.Connection, filters: Filters = EVERYTHING
) -> NDArray[np.int64]:
    """Return the numbers of the editions whose date and paper `filters` let through, ascending."""
    rows = catalogue.execute(
        f"SELECT number FROM editions WHERE {_editions_wanted(filters)} ORDER BY number",
        _values(filters),
    )
    return np.fromiter((number for (number,) in rows), dtype=np.int64)


def matching_articles(catalogue: sqlite3.Connection, filters: Filters) -> NDArray[np.int64] | None:
    """Return the numbers of the articles that section, page and reporter let through.

    None where `filters` name none of these.
    """
    if not (filters.section or filters.page or filters.reporter):
        return None
    rows = catalogue.execute(
        "SELECT a.number FROM articles a JOIN pages p ON p.id = a.page"
        f" WHERE {_articles_wanted(filters)}",
        _values(filters),
    )
    return np.fromiter((number for (number,) in rows), dtype=np.int64)


def _editions_wanted(filters: Filters) -> str:
    """Return the condition that `filters` set for editions; only what is set, to use its index."""
    wanted = "removed IS NULL"
    wanted += " AND date >= :since" if filters.dates.since else ""
    wanted += " AND date <= :until" if filters.dates.until else ""
    wanted += " AND plain(paper) = :paper" if filters.paper else ""
    return wanted


def _articles_wanted(filters: Filters) -> str:
    """Return the condition that `filters` set for articles `a` on pages `p`."""
    wanted = "TRUE"
    of_section = " AND (plain(banner) = :section OR plain(name) = :section)"
    wanted += of_section if filters.section else ""
    # `A02` is page 2, of the first part of the paper
    wanted += " AND ltrim(plain(p.number), 'a0') = ltrim(:page, 'a0')" if filters.page else ""
    # each name is compared once, not with each article: LIMIT keeps the names a list of their own
    of_reporter = (
        " AND a.number IN (SELECT article FROM authors WHERE name IN (SELECT name FROM"
        " (SELECT DISTINCT name FROM authors LIMIT -1) WHERE plain(name) = :reporter))"
    )
    wanted += of_reporter if filters.reporter else ""
    return wanted


def _values(filters: Filters) -> dict[str, str | None]:
    since, until = filters.dates.since, filters.dates.until
    return {
        "since": since.isoformat() if since else None,
        "until": until.isoformat() if until else None,
        **{name: plain_name(getattr(filters, name) or "") for name in _NAMED},
    }
