"""Read PDF pages with a text layer: lines by position, columns cut apart, headlines by size."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any

from qa.editions.formats.source import PageText, lines_of, piece
from qa.editions.identity import Identity
from qa.errors import EditionError, Fault

if TYPE_CHECKING:
    import pypdfium2

    from qa.editions.layout.blocks import Line

LARGEST_PDF = 256 * 2**20  # bytes
_MOST_PAGES = 400
_HEADING_SIZE = 1.25  # times the size of the running text
_SAME_LINE = 0.5  # of a character's height
_WIDE_GAP = 1.6  # characters: a gap in a line that parts columns
_INDENT = 0.8  # characters: a first line set in


@dataclass(frozen=True, slots=True)
class _Run:
    """Some characters side by side in one line; the page's origin is at its top left."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float

    @property
    def height(self) -> float:
        """Of the line, in points."""
        return self.bottom - self.top


def read_pdf_pages(data: bytes, name: str) -> Iterator[PageText]:
    """Read each page of a PDF file that has a text layer.

    Raises:
        EditionError: if the file is broken, locked with a password, or only scanned.
    """
    document = _open(data, name)
    try:
        count = len(document)
        if count > _MOST_PAGES:
            raise EditionError(
                f"{name}: {count} pages; cut it into editions of at most {_MOST_PAGES}",
                Fault.TOO_MANY,
            )
        scanned = []
        for number in range(count):
            runs = _read_runs(document, number, name)
            if not runs:
                scanned.append(number + 1)
                continue
            text, lines = lines_of(_lines(runs))
            source = name if count == 1 else f"{name}#{number + 1}"
            page = Identity(page=str(number + 1)) if count > 1 else Identity()
            yield PageText(source, text, lines, fallback=page)
        if len(scanned) == count:
            raise EditionError(
                f"{name}: scanned, without a text layer; recognise its text (OCR) and give that",
                Fault.SCANNED,
            )
        if scanned:
            pages = ", ".join(map(str, scanned))
            raise EditionError(
                f"{name}: page {pages} scanned, without a text layer; the other pages were read",
                Fault.SCANNED,
                pages,
            )
    finally:
        document.close()


def _open(data: bytes, name: str) -> pypdfium2.PdfDocument:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise EditionError(
                f"{name}: locked with a password; save a copy without it", Fault.LOCKED
            ) from None
        raise EditionError(
            f"{name}: broken or no PDF file ({error}); save it again", Fault.BROKEN
        ) from None


def _read_runs(document: pypdfium2.PdfDocument, number: int, name: str) -> list[_Run]:
    import pypdfium2

    try:
        return _runs(document, number)
    except pypdfium2.PdfiumError as error:
        raise EditionError(
            f"{name}: page {number + 1} is broken ({error}); save it again",
            Fault.BROKEN,
            str(number + 1),
        ) from None


def _runs(document: pypdfium2.PdfDocument, number: int) -> list[_Run]:
    """Gather a page's characters into runs, in the order of its text layer."""
    page = document[number]
    text_page = page.get_textpage()
    try:
        return list(_gather(text_page, page.get_height()))
    finally:
        text_page.close()
        page.close()


def _gather(text_page: Any, page_height: float) -> Iterator[_Run]:
    from pypdfium2 import raw

    count = text_page.count_chars()
    text: Sequence[str] = text_page.get_text_range() if count else ""
    if len(text) != count:  # characters beyond the basic plane, or control characters
        text = characters([raw.FPDFText_GetUnicode(text_page, i) for i in range(count)])
    letters: list[tuple[str, float, float, float, float, float]] = []
    for i in range(count):
        character = text[i]
        if character in "\r\n\x00\ufffe\u0002":
            continue
        left, bottom, right, top = text_page.get_charbox(i, loose=True)
        size = raw.FPDFText_GetFontSize(text_page, i) or (top - bottom)
        box = (left, right, page_height - top, page_height - bottom)
        letter = (character, *box, float(size))
        if letters and not _is_beside(letters[-1], letter):
            yield from _run(letters)
            letters = []
        letters.append(letter)
    yield from _run(letters)


def characters(codes: Sequence[int]) -> list[str]:
    """Return a character for each code of a text layer.

    Of a character in two halves the first gives it whole and the second nothing; half a one,
    which nothing can store, gives `�`.
    """
    units = b"".join((code or 32).to_bytes(4, "little") for code in codes)
    found = list(units.decode("utf-32-le", "surrogatepass"))
    for i, (high, low) in enumerate(pairwise([*found, ""])):
        if "\ud800" <= high <= "\udbff" and "\udc00" <= low <= "\udfff":
            whole = (high + low).encode("utf-16-le", "surrogatepass").decode("utf-16-le")
            found[i], found[i + 1] = whole, ""
    return ["\ufffd" if "\ud800" <= c <= "\udfff" else c for c in found]


_Letter = tuple[str, float, float, float, float, float]


def _is_beside(one: _Letter, other: _Letter) -> bool:
    height = max(one[4] - one[3], other[4] - other[3], 1.0)
    same_line = abs(one[4] - other[4]) < _SAME_LINE * height
    gap = other[1] - one[2]
    same_size = abs(one[5] - other[5]) < 0.15 * max(one[5], other[5], 1.0)
    return same_line and -height < gap < _WIDE_GAP * height and (same_size or not other[0].strip())


def _run(letters: Sequence[_Letter]) -> Iterator[_Run]:
    shown = [letter for letter in letters if letter[0].strip()]
    if not shown:
        return
    yield _Run(
        "".join(letter[0] for letter in letters).strip(),
        min(letter[1] for letter in shown),
        max(letter[2] for letter in shown),
        min(letter[3] for letter in shown),
        max(letter[4] for letter in shown),
        median(letter[5] for letter in shown),
    )


# --- reading order -------------------------------------------------------------------------------


def _lines(runs: Sequence[_Run]) -> Iterator[Line]:
    body_size = _body_size(runs)
    for region in _regions(_rows(runs), body_size):
        yield from _paragraphs(region, body_size)


def _body_size(runs: Sequence[_Run]) -> float:
    """The size of most characters."""
    sizes: dict[float, int] = {}
    for run in runs:
        size = round(run.size * 2) / 2
        sizes[size] = sizes.get(size, 0) + len(run.text)
    return max(sizes, key=lambda size: sizes[size])


def _rows(runs: Sequence[_Run]) -> list[_Run]:
    """Put runs of one line side by side together: a text layer may part them at any word."""
    rows: list[_Run] = []
    for run in sorted(runs, key=lambda run: (round(run.bottom), run.left)):
        last = rows[-1] if rows else None
        near = last is not None and abs(last.bottom - run.bottom) < _SAME_LINE * run.height
        if (
            last
            and near
            and 0 <= run.left - last.right + 1 < run.size * 0.9
            and _same_size(last, run)
        ):
            rows[-1] = _Run(
                last.text + run.text,
                last.left,
                run.right,
                min(last.top, run.top),
                max(last.bottom, run.bottom),
                last.size,
            )
        else:
            rows.append(run)
    return rows


def _same_size(one: _Run, other: _Run) -> bool:
    return abs(one.size - other.size) < 0.15 * max(one.size, other.size)


def _regions(rows: list[_Run], gap: float, depth: int = 0) -> Iterator[list[_Run]]:
    """Cut rows into columns and stories by the white space between them (recursive XY cut).

    After Nagy and Seth 1984. Wide gaps are cut first: across the page, then down it.
    """
    if len(rows) < 2 or depth > 40:
        yield sorted(rows, key=lambda row: (row.top, row.left))
        return
    across = _split(rows, gap * 0.6, lambda row: (row.top, row.bottom))
    down = _split(rows, gap * 0.6, lambda row: (row.left, row.right))
    parts = down if len(down) > 1 else across
    if len(parts) < 2:
        yield sorted(rows, key=lambda row: (row.top, row.left))
        return
    for part in parts:
        yield from _regions(part, gap, depth + 1)


def _split(rows: list[_Run], gap: float, sides: Any) -> list[list[_Run]]:
    """Part rows where no row lies for at least `gap` points along one axis."""
    ordered = sorted(rows, key=lambda row: sides(row)[0])
    parts, end = [[ordered[0]]], sides(ordered[0])[1]
    for row in ordered[1:]:
        start, stop = sides(row)
        if start - end >= gap:
            parts.append([])
        parts[-1].append(row)
        end = max(end, stop)
    return parts


# --- paragraphs ----------------------------------------------------------------------------------


def _paragraphs(region: list[_Run], body_size: float) -> Iterator[Line]:
    left = min(row.left for row in region)
    gathered: list[_Run] = []
    for row in region:
        if gathered and _begins_anew(gathered[-1], row, left):
            yield _paragraph(gathered, body_size)
            gathered = []
        gathered.append(row)
    yield _paragraph(gathered, body_size)


def _begins_anew(above: _Run, row: _Run, left: float) -> bool:
    if not _same_size(above, row):
        return True
    indented = row.left - left > _INDENT * row.size
    far = row.top - above.bottom > 1.2 * row.height
    return far or (indented and not above.left - left > _INDENT * above.size)


def _paragraph(rows: Sequence[_Run], body_size: float) -> Line:
    latin = re.compile(r"[A-Za-z0-9]")
    text = rows[0].text
    for row in rows[1:]:
        spaced = latin.match(text[-1]) and latin.match(row.text[0]) and text[-1].isalpha()
        text += (" " if spaced else "") + row.text
    ratio = median(row.size for row in rows) / body_size
    level = 0 if ratio < _HEADING_SIZE else 2 if ratio < 2 else 1
    return piece(text, level)
