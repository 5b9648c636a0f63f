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
from qa.editions.layout.indents import indent_of
from qa.editions.layout.rejoin import is_finished
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
# `读者小尹:`, `专家答:`; and what of a sentence no row of a table has
_SPEAKER = re.compile(r"[\u4e00-\u9fff·]{1,8}:")
_CLAUSES = re.compile(r"[,。?!]")
_WIDTHS_TRIED = 3  # the most frequent lengths
_SPACED = 0.8  # of the lines with a blank one before them: then it parts no paragraphs
_SLACK = 2  # characters at the end of a line, for marks that may not start the next


@dataclass(frozen=True, slots=True)
class _Column:
    """How a page's lines are set: what length is full, and whether paragraphs are indented."""

    measure: Callable[[str], int]
    width: int
    slack: int
    indented: bool
    spaced: bool  # with blank lines between all lines

    def is_filled_by(self, line: Line, source: str) -> bool:
        """Whether a line is as long as the column is wide, with its indent or without it."""
        indented = indent_of(line, source) + line.text
        return any(
            -self.slack <= self.measure(text) - self.width <= self.slack // 2
            for text in {line.text, indented}
        )


def join_set_lines(lines: Sequence[Line], source: str) -> list[Line]:
    """Return the lines of a page with those of one paragraph, if broken at a width, as one."""
    column = _column(lines, source)
    if column is None:
        return list(lines)
    joined: list[Line] = []
    in_paragraph = False  # since a line that begins one
    for before, line, below in zip([None, *lines], lines, [*lines[1:], None], strict=False):
        begins = _is_indented(line, source) or _opens(line.text) or _speaks_up(before, line)
        goes_on = (
            before is not None
            and not begins
            and _goes_on(before, line, column, source)
            and (in_paragraph or not column.indented or _reads_on(before.text, line.text))
            and not (column.indented and _is_title(before, line, below, source))
        )
        if goes_on:
            whole = source[joined[-1].text_start : line.end]
            joined[-1] = joined[-1]._replace(text=whole, end=line.end)
        else:
            joined.append(line)
            in_paragraph = begins
    return joined


def _column(lines: Sequence[Line], source: str) -> _Column | None:
    plain = [line for line in lines if not line.level and len(line.text) >= _SHORTEST]
    longer = sum(len(line.text) > _LONGEST for line in plain)
    if len(plain) < _FEWEST or longer > _MOST_LONGER * len(plain):
        return None
    indented = sum(_is_indented(line, source) for line in lines) >= _FEWEST_INDENTED
    spaced = sum(_is_spaced(a, b, source) for a, b in pairwise(lines)) > _SPACED * len(lines)
    for measure, slack in ((len, _SLACK), (_printed_width, 2 * _SLACK)):
        lengths = Counter(measure(indent_of(line, source) + line.text) for line in plain)
        columns = (
            _Column(measure, width, slack, indented, spaced)
            for width, _ in lengths.most_common(_WIDTHS_TRIED)
        )
        filled = [(sum(c.is_filled_by(line, source) for line in plain), c) for c in columns]
        full, column = max(filled, key=lambda one: one[0])
        wider = sum(measure(line.text) > column.width + slack for line in plain)
        if full >= _LEAST_SHARE * len(plain) and wider <= _MOST_LONGER * len(plain):
            return column
    return None


def _printed_width(text: str) -> int:
    return sum(1 if character < "\u1100" else 2 for character in text)


def _is_indented(line: Line, source: str) -> bool:
    return bool(indent_of(line, source))


def _is_spaced(before: Line, line: Line, source: str) -> bool:
    return source.count("\n", before.end, line.start) > 1


def _goes_on(before: Line, line: Line, column: _Column, source: str) -> bool:
    """Whether the paragraph of a line that fills the column continues in the next one."""
    if before.level or line.level or not column.is_filled_by(before, source):
        return False
    if _is_spaced(before, line, source) and not column.spaced:
        return False
    is_open = patterns.OPEN_END.search(fold(before.text).strip())
    return not (_stands_alone(line.text) or (not is_open and _stands_alone(before.text)))


def _is_title(before: Line, line: Line, below: Line | None, source: str) -> bool:
    """Whether a line among indented paragraphs ends none: text ends above, and begins below it."""
    begins = below is None or _is_indented(below, source)
    return is_finished(fold(before.text)) and not is_finished(fold(line.text)) and begins


def _reads_on(before: str, text: str) -> bool:
    """Whether two lines read as one sentence, rather than as a title and what is below it."""
    return goes_on_odds(fold(before), fold(text)) > 0


def _opens(text: str) -> bool:
    """Whether a line opens a caption or a report, indented or not."""
    folded = fold(text).strip()
    starts = (patterns.CAPTION_START, patterns.HEAD, patterns.QUESTION_OR_ANSWER)
    return folded.startswith("【") or any(one.match(folded) for one in starts)


def _speaks_up(before: Line | None, line: Line) -> bool:
    """Whether another begins to speak, behind text that has ended: `邱雁:国家的方案还没有下来。`"""
    ended = before is None or is_finished(fold(before.text))
    return ended and bool(_SPEAKER.match(fold(line.text).strip()))


def _stands_alone(text: str) -> bool:
    """Whether a line is no part of a paragraph."""
    folded = fold(text).strip()
    is_row = is_table_row(folded) and not (_SPEAKER.match(folded) and _CLAUSES.search(folded))
    if is_furniture(folded) or is_contact(folded) or is_row or patterns.GUEST.fullmatch(folded):
        return True
    if patterns.CAPTION_START.match(folded) and folded.endswith(")"):  # with its credit
        return True
    return parse_byline_line(text, folded) is not None
