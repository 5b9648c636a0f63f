"""Takes an archive out and brings it back in: as JSONL of schema.org NewsArticle, or as one file.

A line of the JSONL is one article; what schema.org has no field for stands in
``additionalProperty``, so nothing is lost. The one file is a zip file of the archive's own files.
"""

from __future__ import annotations

import json
import sqlite3
import zipfile
from contextlib import closing
from datetime import date
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from qa.errors import ArchiveError, EditionError
from qa.feedback import FILE_NAME as FEEDBACK
from qa.storage import catalogue, holdings, shards
from qa.storage.records import Record, article_from_json, article_to_json, dumps
from qa.storage.store import CATALOGUE
from qa.types import Edition, Page, ReadEdition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.storage.holdings import StoredPage
    from qa.storage.store import Store
    from qa.storage.writer import Writer
    from qa.types import Article

WHOLE = ".wenbao"  # how the name of a whole archive in one file ends
_PROPERTY = "wenbao"


def news_articles(store: Store) -> Iterator[Record]:
    """Yield every article as a schema.org NewsArticle, edition by edition."""
    for summary in store.summaries():
        for place, page in enumerate(pages := store.pages(summary.edition.id)):
            for article in page.articles:
                yield _news_article(summary.edition, pages, place, article)


def _news_article(
    edition: Edition, pages: list[StoredPage], place: int, article: Article
) -> Record:
    page = pages[place]
    day = edition.date.isoformat() if edition.date else None
    rest = {
        "edition": edition.id,
        "page": place,
        "pages": [[one.number, one.name, one.source] for one in pages],
        "article": json.loads(article_to_json(article)),
    }
    record = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "identifier": article.id,
        "headline": article.headline,
        "alternativeHeadline": article.kicker or article.subhead,
        "articleSection": article.banner,
        "articleBody": "\n".join(article.paragraphs),
        "author": [{"@type": "Person", "name": name} for name in article.reporters],
        "contributor": [{"@type": "Person", "name": name} for name in article.correspondents],
        "genre": article.genre.value,
        "image": [
            {"@type": "ImageObject", "caption": one.text, "creditText": one.photographer}
            for one in article.captions
        ],
        "datePublished": day,
        "publisher": {"@type": "Organization", "name": edition.paper} if edition.paper else None,
        "printEdition": edition.issue,
        "printPage": article.page,
        "printSection": page.name,
        "inLanguage": "zh",
        "additionalProperty": {"@type": "PropertyValue", "name": _PROPERTY, "value": rest},
    }
    return {name: value for name, value in record.items() if value not in ("", None, [])}


def read_news_articles(path: Path) -> Iterator[ReadEdition]:
    """Yield the editions that `news_articles` gave, one at a time.

    Raises:
        EditionError: the file cannot be read, or a line is not of that kind.
    """
    try:
        with path.open(encoding="utf-8") as lines:
            records = (
                (number, _record(path, number, line)) for number, line in enumerate(lines, 1)
            )
            for _, group in groupby(records, key=lambda one: _rest(one[1])["edition"]):
                yield _edition([record for _, record in group])
    except (OSError, UnicodeDecodeError) as error:
        raise EditionError(f"{path} cannot be read ({error}); check the file.") from error


def _record(path: Path, number: int, line: str) -> Record:
    try:
        record: Record = json.loads(line)
        _rest(record)["article"]["id"]
    except (ValueError, KeyError, TypeError) as error:
        raise EditionError(
            f"{path}, line {number} is not an exported article. Articles from elsewhere are read"
            f" by: wenbao index {path}"
        ) from error
    return record


def _rest(record: Record) -> dict[str, Any]:
    rest: dict[str, Any] = record["additionalProperty"]["value"]
    return rest


def _edition(records: list[Record]) -> ReadEdition:
    first = records[0]
    day = first.get("datePublished")
    edition = Edition(
        _rest(first)["edition"],
        first.get("publisher", {}).get("name", ""),
        date.fromisoformat(day) if day else None,
        first.get("printEdition", ""),
    )
    pages = tuple(Page(number, name, (), source) for number, name, source in _rest(first)["pages"])
    articles = tuple(article_from_json(json.dumps(_rest(one)["article"])) for one in records)
    return ReadEdition(edition, pages, articles)


def write_whole(store: Store, target: Path) -> None:
    """Write the archive as it is now into one file.

    Raises:
        ArchiveError: the file cannot be written.
    """
    unfinished = target.with_name(target.name + ".part")
    try:
        with TemporaryDirectory(dir=target.parent, prefix=".wenbao-") as folder:
            copy = Path(folder) / CATALOGUE
            with store.changing(wait=True) as connection:  # no shard goes while it is copied
                numbers = sorted(catalogue.all_shards(connection))
                connection.execute("ROLLBACK")
                connection.execute("VACUUM INTO ?", (str(copy),))
                files = [path for number in numbers for path in shards.paths(store.folder, number)]
                feedback = store.folder / FEEDBACK
                with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_STORED) as packed:
                    packed.write(copy, CATALOGUE)
                    for path in [*files, *([feedback] if feedback.exists() else [])]:
                        packed.write(path, path.name)
        unfinished.replace(target)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise ArchiveError(f"Cannot write {target}: {error}. See that there is room.") from error


def read_whole(source: Path, folder: Path) -> None:
    """Bring an archive back from one file, into a folder that holds none.

    Raises:
        ArchiveError: the file is damaged, or the folder holds an archive with editions.
    """
    target = folder / CATALOGUE
    if target.exists():
        with closing(catalogue.connect(target)) as connection:
            if len(holdings.known_editions(connection)):
                raise ArchiveError(
                    f"{folder} holds an archive already. Name a new folder: --archive DIR"
                )
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with TemporaryDirectory(dir=folder, prefix=".import-") as unpacked:
            with zipfile.ZipFile(source) as packed:
                names = packed.namelist()
                if CATALOGUE not in names or any("/" in name or "\\" in name for name in names):
                    raise zipfile.BadZipFile("it is not an exported archive")
                packed.extractall(unpacked)  # compares the checksums
            for leftover in folder.glob(CATALOGUE + "-*"):
                leftover.unlink()
            for name in sorted(names, key=lambda name: name == CATALOGUE):
                (Path(unpacked) / name).replace(folder / name)
    except (OSError, zipfile.BadZipFile, sqlite3.Error) as error:
        raise ArchiveError(f"{source} cannot be imported: {error}.") from error


def import_editions(writer: Writer, source: Path) -> int:
    """Write the editions of an exported JSONL file; return how many there were."""
    count = 0
    for read in read_news_articles(source):
        writer.replace_edition(read)
        count += 1
    return count


def write_news_articles(store: Store, target: Path) -> int:
    """Write every article as a line of `target`; return how many there were."""
    unfinished = target.with_name(target.name + ".part")
    count = 0
    try:
        with unfinished.open("w", encoding="utf-8") as file:
            for record in news_articles(store):
                file.write(dumps(record) + "\n")
                count += 1
        unfinished.replace(target)
    except OSError as error:
        raise ArchiveError(f"Cannot write {target}: {error}. See that there is room.") from error
    return count
