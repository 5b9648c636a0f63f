"""Indents: on a page whose paragraphs are indented, a short line that is not is a heading.

Text layers of printed pages keep the two spaces before each paragraph, where nothing else marks
what is a title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from qa.editions.layout import patterns
from qa.editions.layout.bylines import parse_byline_line
from qa.editions.layout.furniture import is_contact, is_date_alone, is_furniture
from qa.editions.layout.rejoin import is_finished
from qa.editions.layout.rows import is_table_row
from qa.text import fold
from qa.types import Role

if TYPE_CHECKING:
    from qa.editions.layout.blocks import Line

_INDENT = re.compile(r"(?:\u3000|  )[ \u3000]*\Z")
_MARKED = re.compile(r"[▲▼▶]")
_REACH = 48  # characters: signs below a letter are indented to the end of the line
_FEWEST_INDENTED = 4  # paragraphs
_LEAST_SHARE = 0.65  # of the paragraphs that end as sentences
_LONGEST_TITLE = 32  # characters
_FEWEST_CELLS = 3
_LEVEL = 2  # that all titles are given: a page as plain as this tells no sizes


def indent_of(line: Line, source: str) -> str:
    """Return the white space that a line begins with, if it is indented."""
    found = _INDENT.search(source, max(0, line.start - _REACH), line.start)
    return found.group() if found else ""


def with_indents(lines: Sequence[Line], source: str) -> list[Line]:
    """Return the lines of a page; where it indents its paragraphs, with the titles as headings."""
    if any(line.level for line in lines) or not _is_indented(lines, source):
        return list(lines)
    marked: list[Line] = []
    is_open = False  # whether the text above breaks off
    for line, below in zip_longest(lines, lines[1:]):
        is_title = not indent_of(line, source) and not is_open and _may_be_title(line.text)
        is_title = is_title and not (below and _is_row(below.text))
        if is_title:
            marked.append(line._replace(level=_LEVEL))
        elif indent_of(line, source) and _is_item(line.text):
            marked.append(line._replace(role=Role.BODY))
        else:
            marked.append(line)
        is_open = not is_title and _is_open(line.text)
    return marked


def _is_indented(lines: Sequence[Line], source: str) -> bool:
    """Whether nearly all paragraphs of a page are indented."""
    paragraphs = [line for line in lines if is_finished(fold(line.text))]
    indented = sum(bool(indent_of(line, source)) for line in paragraphs)
    return indented >= max(_FEWEST_INDENTED, _LEAST_SHARE * len(paragraphs))


def _is_open(text: str) -> bool:
    """Whether a paragraph breaks off: a line as long as no title, or one that no title ends so."""
    folded = fold(text).strip()
    long = len(folded) > _LONGEST_TITLE and not is_finished(folded)
    return long or bool(patterns.OPEN_END.search(folded))


def _may_be_title(text: str) -> bool:
    folded = fold(text).strip()
    if len(folded) > _LONGEST_TITLE or is_finished(folded) or parse_byline_line(text, folded):
        return False
    if is_furniture(folded) or is_contact(folded) or is_date_alone(folded):
        return False
    if _is_row(text) or patterns.LABELLED.fullmatch(folded):
        return False
    if folded.startswith("(") and folded.endswith(")"):  # a sign, or a remark
        return False
    starts = (patterns.CAPTION_START, patterns.JUMP_FROM, patterns.JUMP_TO, patterns.SALUTATION)
    return not any(one.match(folded) for one in starts) and not patterns.OPEN_END.search(folded)


def _is_item(text: str) -> bool:
    """Whether an indented line with the mark of a caption is one of several items."""
    return bool(_MARKED.match(fold(text))) and is_finished(fold(text))


def _is_row(text: str) -> bool:
    """Whether a line is a row of a table, or its header: `名次 球队 赛 胜`."""
    folded = fold(text).strip()
    is_line = "\n" not in folded  # else it is a paragraph
    return is_line and (is_table_row(folded) or len(folded.split()) >= _FEWEST_CELLS)
