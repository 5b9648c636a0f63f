"""Read archives that already have articles: JSONL, one article a line, as a stream."""

from __future__ import annotations

import gzip
import json
import lzma
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any

from qa.dates.datelines import day_filed
from qa.dates.in_text import mentions
from qa.editions.articles import read_byline
from qa.editions.identity import Identity, parse_date
from qa.editions.layout import patterns
from qa.editions.layout.bylines import Byline
from qa.errors import EditionError, Fault
from qa.text import fold
from qa.types import (
    Article,
    Block,
    Caption,
    Edition,
    Genre,
    Page,
    ReadEdition,
    ReadFailure,
    Role,
    SourceSpan,
    Span,
)

SUFFIXES = (".jsonl", ".jsonl.xz", ".jsonl.gz", ".ndjson")
MOST_UNDATED = 500  # articles in one edition of undated ones
_LONGEST_LINE = 8 * 2**20  # characters
# `\\ud83d`: one of the two escapes of a character beyond the basic plane
_HALF_CHARACTER = re.compile(r"\\u[dD][89a-fA-F]")
_MOST_FAILURES = 20  # broken lines, before a file is given up

# By field: the keys that hold it, the likeliest first; those of schema.org among them.
_KEYS = {
    "id": ("id", "article_id", "@id", "identifier"),
    "headline": ("title", "headline"),
    "text": ("text", "articleBody", "content", "body", "paragraphs"),
    "date": ("date", "datePublished", "pubdate", "published", "publish_date", "time"),
    "paper": ("paper", "newspaper", "source", "publisher", "isPartOf"),
    "banner": ("section", "articleSection", "banner", "column", "category"),
    "page": ("page", "pageStart", "pagination"),
    "page_name": ("page_name", "printSection"),
    "kicker": ("kicker", "introtitle"),
    "subhead": ("subhead", "subtitle", "alternativeHeadline"),
    "byline": ("byline", "author", "authors"),
    "reporters": ("reporters",),
    "correspondents": ("correspondents",),
    "captions": ("captions",),
    "genre": ("genre",),
}


@dataclass(frozen=True, slots=True)
class _Record:
    """A line of the file, read."""

    number: int  # of the line, counted from 1
    start: int  # of the line in the file's text
    end: int
    identity: Identity
    article: Article


@dataclass(slots=True)
class _Batch:
    """Articles in a row that make one edition."""

    identity: Identity
    records: list[_Record] = field(default_factory=list)


def is_jsonl(path: Path) -> bool:
    """Say whether a file's name says that it holds JSONL."""
    return path.name.lower().endswith(SUFFIXES)


def count_lines(path: Path) -> int:
    """Return how many lines a file of articles has.

    Raises:
        OSError, EOFError, LZMAError, zlib.error, UnicodeDecodeError: it cannot be read to its end.
    """
    with _open(path) as lines:
        return sum(1 for _ in lines)


def read_jsonl(path: Path, call: Identity) -> Iterator[ReadEdition | ReadFailure]:
    """Read articles as they come; only one edition is held in memory at a time.

    Articles in a row of one paper and day make an edition. Undated ones are cut into editions
    of at most 500, named by their first line. Broken lines are failures; the rest is read.
    """
    stem = path.name.split(".")[0]
    used: dict[str, int] = {}
    batch: _Batch | None = None
    for found in _records(path, call):
        if isinstance(found, ReadFailure):
            yield found
            continue
        if batch is not None and not _belongs(batch, found):
            yield _edition(batch, path, stem, used)
            batch = None
        batch = batch or _Batch(replace(found.identity, page="", page_name=""))
        batch.records.append(found)
    if batch is not None:
        yield _edition(batch, path, stem, used)


def _belongs(batch: _Batch, record: _Record) -> bool:
    one, other = batch.identity, record.identity
    full = one.date is None and len(batch.records) >= MOST_UNDATED
    return (one.paper, one.date) == (other.paper, other.date) and not full


def _edition(batch: _Batch, path: Path, stem: str, used: dict[str, int]) -> ReadEdition:
    known, records = batch.identity, batch.records
    last = known.date.isoformat() if known.date else f"{stem}-{records[0].number:06}"
    id = "-".join(filter(None, (known.paper, last)))
    used[id] = used.get(id, 0) + 1
    if used[id] > 1:  # the same day again, further down the file
        id = f"{id}-{used[id]}"
    articles, warnings = _with_ids(records, id)
    page = Page(
        number="",
        name="",
        blocks=tuple(
            Block(Role.BODY, record.article.text, Span(record.start, record.end))
            for record in records
        ),
        source=f"{path}:{records[0].number}-{records[-1].number}",
    )
    if known.date is None:
        warnings.append(f"date of {page.source} unknown: give --date")
    return ReadEdition(
        Edition(id, known.paper, known.date), (page,), tuple(articles), tuple(warnings)
    )


def _with_ids(records: list[_Record], id: str) -> tuple[list[Article], list[str]]:
    """Name articles that have no id by their line; tell apart those that share one."""
    seen: set[str] = set()
    articles: list[Article] = []
    warnings: list[str] = []
    for record in records:
        name = record.article.id or f"{id}/{record.number:06}"
        if name in seen:
            warnings.append(f"line {record.number}: id {name} is used twice")
            name = f"{name}-{record.number}"
        seen.add(name)
        articles.append(replace(record.article, id=name))
    return articles, warnings


# --- lines ---------------------------------------------------------------------------------------


def _records(path: Path, call: Identity) -> Iterator[_Record | ReadFailure]:
    failures = 0
    try:
        with _open(path) as lines:
            for number, start, line in _numbered(lines, path):
                if not line.strip():
                    continue
                try:
                    yield _record(line, number, start, path, call)
                except EditionError as error:
                    failures += 1
                    yield ReadFailure(f"{path}:{number}", error)
                    if failures >= _MOST_FAILURES:
                        raise EditionError(
                            f"{path}: given up at line {number}, after {failures} broken lines; "
                            "mend the file",
                            Fault.BROKEN_LINE,
                        ) from None
    except EditionError as error:
        yield ReadFailure(str(path), error)
    except (OSError, EOFError, lzma.LZMAError, zlib.error, UnicodeDecodeError) as error:
        yield ReadFailure(
            str(path),
            EditionError(
                f"{path}: broken or not UTF-8 ({error}); save or pack it again", Fault.BROKEN
            ),
        )


def _open(path: Path) -> IO[str]:
    name = path.name.lower()
    if name.endswith(".xz"):
        return lzma.open(path, "rt", encoding="utf-8-sig")
    if name.endswith(".gz"):
        return gzip.open(path, "rt", encoding="utf-8-sig")
    return path.open(encoding="utf-8-sig")


def _numbered(lines: IO[str], path: Path) -> Iterator[tuple[int, int, str]]:
    number = start = 0
    while line := lines.readline(_LONGEST_LINE + 1):
        number += 1
        if len(line) > _LONGEST_LINE:
            raise EditionError(
                f"{path}: line {number} is longer than {_LONGEST_LINE // 2**20} million "
                "characters; give one article a line",
                Fault.TOO_LARGE,
            )
        yield number, start, line
        start += len(line)


def _record(line: str, number: int, start: int, path: Path, call: Identity) -> _Record:
    where = f"{path}:{number}"
    try:
        values = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise EditionError(
            f"{where}: not JSON ({error}); mend this line", Fault.BROKEN_LINE
        ) from None
    if _HALF_CHARACTER.search(line) and _has_half_character(values):
        raise EditionError(
            f"{where}: holds half a character (\\ud800 to \\udfff); mend this line",
            Fault.BROKEN_LINE,
        )
    if not isinstance(values, dict):
        raise EditionError(
            f"{where}: not an object with the fields title, text, date, …", Fault.BROKEN_LINE
        )
    paragraphs = _paragraphs(_get(values, "text"))
    headline = _string(values, "headline")
    captions = tuple(_captions(_get(values, "captions")))
    if not paragraphs and not headline and not captions:
        raise EditionError(
            f"{where}: neither title nor text; give the article's text as `text`", Fault.NO_TEXT
        )
    identity = call.or_else(
        Identity(
            paper=_string(values, "paper"),
            date=parse_date(_string(values, "date")),
            page=_string(values, "page"),
            page_name=_string(values, "page_name"),
        )
    )
    byline = _string(values, "byline")
    people = _people(values, byline, paragraphs)
    article = Article(
        id=_string(values, "id"),
        page=identity.page,
        headline=headline,
        paragraphs=paragraphs,
        banner=_string(values, "banner"),
        kicker=_string(values, "kicker"),
        subhead=_string(values, "subhead"),
        byline=byline,
        reporters=people.reporters,
        correspondents=people.correspondents,
        genre=_genre(values),
        captions=captions,
        spans=(SourceSpan(str(path), start, start + len(line)),),
    )
    filed = day_filed(article.text, identity.date)
    article = replace(article, dates=mentions(article.text, filed, article.title))
    return _Record(number, start, start + len(line), identity, article)


def _has_half_character(values: object) -> bool:
    """Whether JSON escapes half a character without its other half, which nothing can store."""
    try:
        json.dumps(values, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return True
    return False


def _get(values: dict[str, Any], name: str) -> Any:
    return next((values[key] for key in _KEYS[name] if values.get(key) not in (None, "", [])), "")


def _string(values: dict[str, Any], name: str) -> str:
    value = _get(values, name)
    if isinstance(value, list):
        return " ".join(map(_named, value))
    return " ".join(_named(value).split())


def _strings(values: dict[str, Any], name: str) -> tuple[str, ...]:
    value = _get(values, name)
    given = value if isinstance(value, list) else [value]
    return tuple(filter(None, map(_named, given)))


def _named(value: Any) -> str:
    """Return a value as text; of `{"@type": "Organization", "name": …}` the name."""
    return str(value.get("name", "")) if isinstance(value, dict) else str(value)


def _paragraphs(text: Any) -> tuple[str, ...]:
    lines = text if isinstance(text, list) else str(text).splitlines()
    return tuple(line for line in (str(line).strip() for line in lines) if line)


def _captions(given: Any) -> Iterator[Caption]:
    for caption in given if isinstance(given, list) else []:
        if isinstance(caption, dict):
            yield Caption(str(caption.get("text", "")), str(caption.get("photographer", "")))
        else:
            yield Caption(str(caption))


def _people(values: dict[str, Any], byline: str, paragraphs: tuple[str, ...]) -> Byline:
    """The names given, else those of the byline, else those at the head of the text."""
    given = Byline(_strings(values, "reporters"), _strings(values, "correspondents"))
    if given != Byline():
        return given
    return read_byline(byline or (paragraphs[0] if paragraphs else ""))


def _genre(values: dict[str, Any]) -> Genre:
    try:
        return Genre(_string(values, "genre"))
    except ValueError:
        is_correction = patterns.CORRECTION_HEADLINE.fullmatch(fold(_string(values, "headline")))
        return Genre.CORRECTION if is_correction else Genre.NEWS
