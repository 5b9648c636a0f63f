"""Read newspaper editions: files in, editions with whole articles out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from qa.editions.assemble import CutPage, cut_page, editions
from qa.editions.formats.files import read_pages, walk
from qa.editions.formats.jsonl import is_jsonl, read_jsonl
from qa.editions.identity import Identity
from qa.errors import EditionError
from qa.types import ReadFailure

if TYPE_CHECKING:
    from qa.types import ReadEdition

__all__ = ["ReadFailure", "read_editions"]


def read_editions(
    paths: Iterable[Path],
    *,
    paper: str | None = None,
    day: date | None = None,
    page: str | None = None,
) -> Iterator[ReadEdition | ReadFailure]:
    """Read files and folders; pages of one paper and day become one edition.

    Text and Markdown, HTML, PDF with a text layer, Word documents and zip files of these are
    read as pages; JSONL (also packed as .xz or .gz) as articles, an edition at a time.

    Args:
        paths: Files, or folders that are walked in sorted order.
        paper: The paper's name, over what the pages say.
        day: The edition's date, over what the pages say.
        page: The page's number, over what the page says.

    Yields:
        Failures as they are met and the editions of JSONL files as they are read, then the
        editions made of pages, by date, paper and id. A broken file never keeps the rest from
        being read.
    """
    call = Identity(paper or "", day, page or "")
    pages: list[CutPage] = []
    for path in paths:
        for found in _read(path, call):
            if isinstance(found, CutPage):
                pages.append(found)
            else:
                yield found
    yield from editions(pages)


def _read(path: Path, call: Identity) -> Iterator[CutPage | ReadEdition | ReadFailure]:
    try:
        for file in walk(path):
            if is_jsonl(file):
                yield from read_jsonl(file, call)
            else:
                yield from _cut_pages(file, call)
    except EditionError as error:
        yield ReadFailure(str(path), error)


def _cut_pages(file: Path, call: Identity) -> Iterator[CutPage | ReadFailure]:
    for found in read_pages(file):
        if isinstance(found, ReadFailure):
            yield found
            continue
        try:
            yield cut_page(found, call)
        except EditionError as error:
            yield ReadFailure(str(file), error)
