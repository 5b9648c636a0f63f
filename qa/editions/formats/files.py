"""The files of an edition: which of a folder's files are pages, and which reader reads each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from qa.editions.formats.decode import LARGEST_TEXT, decode
from qa.editions.formats.docx import read_docx_page
from qa.editions.formats.html import read_html_page
from qa.editions.formats.jsonl import SUFFIXES as JSONL_SUFFIXES
from qa.editions.formats.pdf import LARGEST_PDF, read_pdf_pages
from qa.editions.formats.textpage import read_text_page
from qa.editions.formats.zipped import LARGEST_ZIP, unpack
from qa.errors import EditionError, Fault
from qa.types import ReadFailure

if TYPE_CHECKING:
    from qa.editions.formats.source import PageText

_TEXT = frozenset({".txt", ".md", ".markdown", ".text"})
_HTML = frozenset({".html", ".htm", ".shtml", ".xhtml"})
_PAGES = _TEXT | _HTML | {".pdf", ".docx"}
_KINDS = " ".join([*sorted(_PAGES), ".zip", *JSONL_SUFFIXES])

# What may well hold pages, so that it is said that they are not read.
_UNREAD = frozenset({".doc", ".wps", ".rtf", ".odt", ".rar", ".7z"})

# Files that stand in folders of pages and are none.
_NOT_PAGES = frozenset(
    {"readme", "license", "licence", "changelog", "contributing", "requirements", "说明", "目录"}
)


def walk(path: Path) -> Iterator[Path]:
    """Yield the page files at `path`, sorted; hidden files, pictures and the like are left out.

    Raises:
        EditionError: if there is nothing at `path`, or its folder holds no page file.
    """
    if not path.exists():
        raise EditionError(f"{path}: no such file or folder; check the path", Fault.UNREADABLE)
    if path.is_file():
        yield path
        return
    found = sorted(p for p in path.rglob("*") if p.is_file() and _is_page(p.relative_to(path)))
    if not found:
        raise EditionError(
            f"{path}: no pages in this folder; files of these kinds are read: {_KINDS}",
            Fault.NO_PAGE,
        )
    yield from found


def _is_page(path: PurePath, *, in_zip: bool = False) -> bool:
    hidden = any(part.startswith((".", "__")) for part in path.parts)
    name = path.name.lower()
    kind = path.suffix.lower() in _PAGES | _UNREAD
    more = not in_zip and name.endswith((".zip", *JSONL_SUFFIXES))
    return not hidden and (kind or more) and path.stem.lower() not in _NOT_PAGES


def read_pages(path: Path) -> Iterator[PageText | ReadFailure]:
    """Read the pages that one file holds; what of it cannot be read comes as a failure."""
    suffix = path.suffix.lower()
    try:
        if suffix == ".zip":
            yield from _read_zip(read_bytes(path, LARGEST_ZIP), str(path))
        else:
            _check_kind(str(path))
            most = LARGEST_PDF if suffix in (".pdf", ".docx") else LARGEST_TEXT
            yield from _read(read_bytes(path, most), str(path))
    except EditionError as error:
        yield ReadFailure(str(path), error)


def _check_kind(name: str) -> None:
    if PurePath(name).suffix.lower() not in _PAGES:
        raise EditionError(
            f"{name}: files of this kind are not read; use one of: {_KINDS}", Fault.OTHER_KIND
        )


def _read(data: bytes, name: str) -> Iterator[PageText]:
    suffix = PurePath(name).suffix.lower()
    if suffix == ".pdf":
        yield from read_pdf_pages(data, name)
    elif suffix == ".docx":
        yield read_docx_page(data, name)
    else:
        reader: Callable[[str, str], PageText] = (
            read_html_page if suffix in _HTML else read_text_page
        )
        text = decode(data, name)
        if not text.strip():
            raise EditionError(
                f"{name}: nothing but white space; leave it out or save the page again",
                Fault.EMPTY,
            )
        yield reader(text, name)


def _read_zip(data: bytes, name: str) -> Iterator[PageText | ReadFailure]:
    """Read the pages in a zip file; zip files in it are left alone."""
    any_page = False
    for inside, content in unpack(data, name):
        if not _is_page(PurePath(inside), in_zip=True):
            continue
        any_page = True
        source = f"{name}/{inside}"
        try:
            if isinstance(content, EditionError):
                raise content
            _check_kind(source)
            yield from _read(content, source)
        except EditionError as error:
            yield ReadFailure(source, error)
    if not any_page:
        raise EditionError(
            f"{name}: no pages in this zip file; kinds that are read: {_KINDS}", Fault.NO_PAGE
        )


def read_bytes(path: Path, most: int = LARGEST_TEXT) -> bytes:
    """Return a file's bytes.

    Raises:
        EditionError: if it is larger than `most` bytes, or cannot be opened.
    """
    try:
        size = path.stat().st_size
        if size > most:
            raise EditionError(
                f"{path}: {size / 2**20:.0f} MB is too large for one page "
                f"(at most {most / 2**20:.0f} MB); cut it into pages, or give articles as .jsonl",
                Fault.TOO_LARGE,
            )
        return path.read_bytes()
    except OSError as error:
        raise EditionError(
            f"{path}: cannot be read ({error.strerror}); check the file", Fault.UNREADABLE
        ) from None
