"""Read a page kept as a Word document: headings by style, the rest as paragraphs."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from qa.editions.formats.source import PageText, lines_of, piece
from qa.editions.formats.zipped import UNPACK_ERRORS, check_archive
from qa.editions.layout.blocks import BOLD
from qa.errors import EditionError, Fault

if TYPE_CHECKING:
    from qa.editions.layout.blocks import Line

# `Heading 2`, `标题 2`, `Title`
_HEADING_STYLE = re.compile(
    r"(?:heading|标题)\s*(?P<level>\d)|(?P<title>title|标题)$", re.IGNORECASE
)
_LONGEST_BOLD_HEADING = 48


def read_docx_page(data: bytes, name: str) -> PageText:
    """Read the paragraphs and tables of a .docx file in their order.

    Raises:
        EditionError: if it is broken, locked, or grows beyond measure when unpacked.
    """
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise EditionError(
            f"{name}: an old or locked Word file; save it as .docx without a password",
            Fault.OLD_WORD,
        )
    if not zipfile.is_zipfile(io.BytesIO(data)):
        raise EditionError(f"{name}: broken or no Word document; save it again", Fault.BROKEN)
    check_archive(data, name)
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = docx.Document(io.BytesIO(data))
        pieces = list(_pieces(document))
    except (PackageNotFoundError, *UNPACK_ERRORS, KeyError, SyntaxError, AttributeError) as error:
        raise EditionError(
            f"{name}: broken Word document ({error}); save it again", Fault.BROKEN
        ) from None
    if not pieces:
        raise EditionError(f"{name}: no text in this Word document; leave it out", Fault.NO_TEXT)
    text, lines = lines_of(pieces)
    return PageText(name, text, lines)


def _pieces(container: Any) -> Iterator[Line]:
    for item in container.iter_inner_content():
        if hasattr(item, "rows"):
            yield from _table_pieces(item)
        else:
            yield from _paragraph_pieces(item)


def _table_pieces(table: Any) -> Iterator[Line]:
    seen = set()
    for row in table.rows:
        for cell in row.cells:
            if cell._tc not in seen:  # a merged cell comes once for each of its places
                seen.add(cell._tc)
                yield from _pieces(cell)


def _paragraph_pieces(paragraph: Any) -> Iterator[Line]:
    level = _level(paragraph)
    for text in paragraph.text.splitlines():
        if text.strip():
            yield piece(text.strip(), level)


def _level(paragraph: Any) -> int:
    style = _HEADING_STYLE.match(paragraph.style.name or "") if paragraph.style else None
    if style:
        return int(style["level"] or 1) or 1
    runs = [run for run in paragraph.runs if run.text.strip()]
    short = len(paragraph.text) <= _LONGEST_BOLD_HEADING
    return BOLD if runs and short and all(run.bold for run in runs) else 0
