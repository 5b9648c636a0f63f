"""Set type: put the lines of a paragraph together that were broken at the width of a column.

Such a text shows itself by many lines that are equally long. How long is counted in characters or
in widths, where a Latin letter takes half of a Chinese character's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from qa.editions.layout import patterns
from qa.editions.layout.bylines import parse_byline_line
from qa.editions.layout.furniture import is_contact, is_furniture
from qa.editions.layout.rows import is_table_row
from qa.editions.layout.seams import goes_on_odds
from qa.text import fold

if TYPE_CHECKING:
    from qa.editions.layout.blocks import Line

# Longer lines are whole paragraphs; shorter ones are no column's.
_LONGEST, _SHORTEST = 48, 8  # characters
_FEWEST = 8  # lines of a page in set type
_LEAST_SHARE = 0.4  # of its lines that fill the column
_MOST_LONGER = 0.25  # of its lines that are longer: headlines, folio
_FEWEST_INDENTED = 3  # paragraphs: enough to tell that the first line of each is
_SPACED = 0.8  # of the lines with a blank one before them: then it parts no paragraphs
_SLACK = 2  # characters at the end of a line, for marks that may not start the next
_INDENT = re.compile(r"(?:\u3000|  )[ \u3000]*\Z")


@dataclass(frozen=True, slots=True)
class _Column:
    """How a page's lines are set: what length is full, and whether paragraphs are indented."""

    measure: Callable[[str], int]
    width: int
    slack: int
    indented: bool
    spaced: bool  # with blank lines between all lines

    def is_filled_by(self, text: str) -> bool:
        """Whether a line is as long as the column is wide."""
        return -self.slack <= self.measure(text) - self.width <= self.slack // 2


def join_set_lines(lines: Sequence[Line], source: str) -> list[Line]:
    """Return the lines of a page with those of one paragraph, if broken at a width, as one."""
    column = _column(lines, source)
    if column is None:
        return list(lines)
    joined: list[Line] = []
    in_paragraph = False  # since a line that begins one
    for before, line in pairwise([None, *lines]):
        if line is None:
            continue
        begins = _is_indented(line, source) or _opens(line.text)
        goes_on = (
            before is not None
            and not begins
            and _goes_on(before, line, column, source)
            and (in_paragraph or not column.indented or _reads_on(before.text, line.text))
        )
        if goes_on:
            whole = source[joined[-1].text_start : line.end]
            joined[-1] = joined[-1]._replace(text=whole, end=line.end)
        else:
            joined.append(line)
            in_paragraph = begins
    return joined


def _column(lines: Sequence[Line], source: str) -> _Column | None:
    plain = [line.text for line in lines if not line.level and len(line.text) >= _SHORTEST]
    longer = sum(len(text) > _LONGEST for text in plain)
    if len(plain) < _FEWEST or longer > _MOST_LONGER * len(plain):
        return None
    indented = sum(_is_indented(line, source) for line in lines) >= _FEWEST_INDENTED
    spaced = sum(_is_spaced(a, b, source) for a, b in pairwise(lines)) > _SPACED * len(lines)
    for measure, slack in ((len, _SLACK), (_printed_width, 2 * _SLACK)):
        width = Counter(map(measure, plain)).most_common(1)[0][0]
        column = _Column(measure, width, slack, indented, spaced)
        full = sum(map(column.is_filled_by, plain))
        wider = sum(measure(text) > width + slack for text in plain)
        if full >= _LEAST_SHARE * len(plain) and wider <= _MOST_LONGER * len(plain):
            return column
    return None


def _printed_width(text: str) -> int:
    return sum(1 if character < "\u1100" else 2 for character in text)


def _is_indented(line: Line, source: str) -> bool:
    return bool(_INDENT.search(source, max(0, line.start - 8), line.start))


def _is_spaced(before: Line, line: Line, source: str) -> bool:
    return source.count("\n", before.end, line.start) > 1


def _goes_on(before: Line, line: Line, column: _Column, source: str) -> bool:
    """Whether the paragraph of a line that fills the column continues in the next one."""
    if before.level or line.level or not column.is_filled_by(before.text):
        return False
    if _is_spaced(before, line, source) and not column.spaced:
        return False
    return not any(_stands_alone(text) for text in (before.text, line.text))


def _reads_on(before: str, text: str) -> bool:
    """Whether two lines read as one sentence, rather than as a title and what is below it."""
    return goes_on_odds(fold(before), fold(text)) > 0


def _opens(text: str) -> bool:
    """Whether a line opens a caption or a report, indented or not."""
    folded = fold(text).strip()
    return bool(patterns.CAPTION_START.match(folded) or patterns.HEAD.match(folded))


def _stands_alone(text: str) -> bool:
    """Whether a line is no part of a paragraph."""
    folded = fold(text).strip()
    if is_furniture(folded) or is_contact(folded) or is_table_row(folded):
        return True
    return parse_byline_line(text, folded) is not None
