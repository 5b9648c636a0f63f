"""Rows: the lines of lists and tables, each of which stands for itself.

What tells a row is its form, which the row below or above it shares. A table may have a title and
a header, and labels between its rows; all are text, and no titles or captions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from qa.editions.layout import patterns
from qa.editions.layout.bylines import is_person_name
from qa.editions.layout.rejoin import is_finished
from qa.editions.layout.seams import goes_on_odds
from qa.editions.layout.shorts import SURELY, looks_like_caption
from qa.editions.layout.title_evidence import is_named_banner, is_section_name
from qa.types import Role

if TYPE_CHECKING:
    from qa.editions.layout.atoms import Atom

_Form = Callable[[str], object]

_FEWEST_ROWS = 2
_LONGEST_ROW = 160  # characters
_LONGEST_FIRST_CELL = 24
_LONGEST_LABEL = 20
_LONGEST_TITLE = 30
_FEWEST_COLUMNS = 3  # of a table whose header has longer cells than `队名 积分`
_LONGEST_HEADER_CELL = 3
# `10秒94`, `6:05`, `上涨3.4%`, `次日0:08`, `8:00—17:00`, `4.5元/斤`, `涨0.2`, `持平`
_DATUM = re.compile(
    r"持平|不变|暂无|[—-]+|(?:[次当]日|约|[上下]?[涨跌升降调]|[增减][长少加产]?|[¥$+-])?\d[\d.:,~至—-]*(?:[^\s\d,。;:]{1,2}\d[\d.:]*)*[^\s\d,。;:]{0,3}"
)
_SENTENCE = re.compile(r"[。!?]")


class _Line(NamedTuple):
    """A line of a page, and which forms of rows it has."""

    atom: Atom
    forms: tuple[_Form, ...]


def with_rows(found: Sequence[Atom]) -> list[Atom]:
    """Take the rows of lists and tables, and what belongs to them, for text."""
    printed = [i for i, atom in enumerate(found) if atom.role is not Role.FURNITURE]
    below = (found[i] for i in printed[1:])
    lines = [
        _Line(found[i], _forms(found[i], next_line)) for i, next_line in zip_longest(printed, below)
    ]
    marked = list(found)
    for start, end in _tables(lines):
        for i in printed[start:end]:
            row = found[i]
            alone = row.stands_alone or not _announces(row)
            marked[i] = row.as_role(Role.BODY, stands_alone=alone)
    for i, atom in enumerate(marked):
        if atom.role is None and not atom.is_heading and _is_detail(atom):
            marked[i] = atom.as_role(Role.BODY, stands_alone=True)
    return marked


def is_row(atom: Atom) -> bool:
    """Say whether a line of text stands for itself and has the form of a row."""
    return atom.stands_alone and any(form(atom.folded) for form in _FORMS)


def is_table_row(folded: str) -> bool:
    """Say whether a folded line has the form of a table's row, and its parts are set apart."""
    return (" " in folded or ":" in folded) and any(form(folded) for form in _TABLES)


def _is_detail(atom: Atom) -> bool:
    return bool(patterns.DETAIL.fullmatch(atom.folded))


# --- from where to where --------------------------------------------------------------------------


def _tables(lines: Sequence[_Line]) -> list[tuple[int, int]]:
    """From where to where the lists and tables of a page stand."""
    tables: list[tuple[int, int]] = []
    at = last = 0
    while at < len(lines):
        end = max(_end_of_rows(lines, at), _end_of_announced(lines, at))
        if end - at >= _FEWEST_ROWS:
            tables.append((_top(lines, at, end, last), end))
            last = end
        at = max(end, at + 1)
    return tables


def _end_of_rows(lines: Sequence[_Line], start: int) -> int:
    """Where the rows end that begin at `start`: two of one form at least, then of any table's."""
    end = max((_end_of_form(lines, start, form) for form in lines[start].forms), default=start)
    while start < end < len(lines) and any(form in _TABLES for form in lines[end].forms):
        end += 1
    named = start < end < len(lines) and _is_title(lines[end].atom)
    return end + 1 if named and _is_named(lines[end].atom.folded) else end


def _end_of_form(lines: Sequence[_Line], start: int, form: _Form) -> int:
    """Where rows of one form end, labels between those of a table included; `start` if too few."""
    at, rows = start, 0
    while at < len(lines):
        labelled = rows and form in _TABLES and _is_title(lines[at].atom, _LONGEST_LABEL)
        row = at + 1 if labelled and form not in lines[at].forms else at
        if row == len(lines) or form not in lines[row].forms:
            break
        at, rows = row + 1, rows + 1
    return at if rows >= _FEWEST_ROWS else start


def _end_of_announced(lines: Sequence[_Line], start: int) -> int:
    """Where the short lines end that text announces just above `start`: `获奖名单如下:`."""
    above = lines[start - 1].atom if start else None
    if above is None or above.role is not Role.BODY or not _announces(above):
        return start
    end = start
    while end < len(lines) and _is_listed(lines[end].atom):
        end += 1
    below = lines[end].atom if end < len(lines) else None
    if below is not None and (below.is_heading or below.role is Role.BYLINE):
        end -= 1  # it may be their title
    listed = [line.atom.folded for line in lines[start:end]]
    cut = any(goes_on_odds(one, other) > SURELY for one, other in pairwise(listed))
    return start if cut else max(start, end)


def _top(lines: Sequence[_Line], start: int, end: int, least: int) -> int:
    """Where a table begins whose rows are from `start` to `end`: with its title and its header."""
    top = start
    if top > least and _is_header(lines[top - 1].atom, lines[start].atom):
        top -= 1
    titled = any(not line.forms for line in lines[start:end])  # as its other parts are
    titled = titled or (top - 1 > least and _may_be_titled(lines[top - 2].atom))
    if titled and top > least and _is_title(lines[top - 1].atom):
        top -= 1
    return top - 1 if top > least and _announces(lines[top - 1].atom) else top


# --- what belongs to a table ----------------------------------------------------------------------


def _is_header(atom: Atom, row: Atom) -> bool:
    """Whether a line names the columns of the row below it: `车站 首班车 末班车`."""
    cells = atom.folded.split()
    if atom.role is not None or atom.is_heading or len(cells) != len(row.folded.split()):
        return False
    short = len(cells) > 1 and max(map(len, cells)) <= _LONGEST_HEADER_CELL
    return short or len(cells) >= _FEWEST_COLUMNS


def _may_be_titled(above: Atom) -> bool:
    """Whether a table below a line may have a title: the line is a headline or announces it."""
    headline = above.is_heading and above.role is None
    return _announces(above) or (
        headline and not is_section_name(above) and not is_named_banner(above)
    )


def _is_title(atom: Atom, longest: int = _LONGEST_TITLE) -> bool:
    """Whether a short line may name the rows below it: `首末班车时刻`, `女子跳远(高中组)`."""
    plain = atom.role is None and not atom.is_heading and not is_finished(atom.folded)
    short = plain and len(atom.folded) <= longest and not atom.folded.endswith((",", ":"))
    return short and not patterns.NOTICE_HEADLINE.fullmatch(atom.folded)


def _is_listed(atom: Atom) -> bool:
    return _is_title(atom) and not looks_like_caption(atom)


def _announces(atom: Atom) -> bool:
    """Whether a line ends so that rows follow: `本轮其他比分:`."""
    plain = atom.role in (None, Role.BODY) and not atom.is_heading
    return plain and atom.folded.endswith(":")


# --- forms ----------------------------------------------------------------------------------------


def _is_tabular(folded: str) -> bool:
    """Whether a line is a name, then figures: `港湾站 6:05 22:40`, `《雾中人》 20:10 票价39元`."""
    if patterns.SCORE.fullmatch(folded):
        return True
    first, *cells = folded.split() or [""]
    if not cells or "," in first or len(first) > _LONGEST_FIRST_CELL or _SENTENCE.search(folded):
        return False
    figures = [bool(_DATUM.fullmatch(cell)) for cell in cells]
    several = sum(figures) + bool(_DATUM.fullmatch(first)) > 1
    if len(cells) >= _FEWEST_COLUMNS and figures[-1]:  # `三 金碧飞驰 麦浩文 $54`
        return True
    return 2 * sum(figures) >= len(cells) and (figures[-1] or several)


def _is_named(folded: str) -> bool:
    """Whether a line is a label and a person's name: `最有价值球员 王小明`."""
    label, *names = folded.split() or [""]
    return len(names) == 1 and "," not in label and is_person_name(names[0])


_LISTS: tuple[_Form, ...] = (
    patterns.BULLETED.fullmatch,
    patterns.LABELLED.fullmatch,
    patterns.NUMBERED.fullmatch,
    patterns.WORK.fullmatch,
)
_TABLES: tuple[_Form, ...] = (_is_tabular, patterns.PRIZE.fullmatch, patterns.TABLE_ROW.fullmatch)
_FORMS = _LISTS + _TABLES


def _forms(atom: Atom, below: Atom | None) -> tuple[_Form, ...]:
    """The forms of rows that a line has, if it is neither a title nor the start of a sentence."""
    plain = atom.role is None or (atom.role is Role.BODY and not is_finished(atom.folded))
    signed = below is not None and below.role is Role.BYLINE
    if not plain or signed or atom.is_heading or len(atom.folded) > _LONGEST_ROW:
        return ()
    may_be_listed = atom.role is None or _is_detail(atom)
    forms = _FORMS if may_be_listed else _TABLES
    return tuple(form for form in forms if form(atom.folded))
