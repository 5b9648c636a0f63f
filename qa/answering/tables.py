"""Answers from a table: by the row that a question names, and the column that it asks for.

Below `品种 价格(元/斤) 比上周`, `脐橙多少钱一斤?` is answered by `2.6` of `脐橙 2.6 涨0.2`.
What a row tells, its header says, so both are quoted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qa.answering.evidence import evidence_at
from qa.answering.fitting.days import tells_other_day
from qa.overlap import longest_common, shared_end
from qa.passages import title_line
from qa.text import fold
from qa.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.answering.evidence import Evidence
    from qa.overlap import Sought
    from qa.types import Article, Hit

_LOOKED_AT = 3  # hits
_LEAST_SCORE = 0.3
_FEWEST_CELLS = 2
_WORD = 2  # characters of a column's name, or of a row's, that a question has
_LINE = re.compile(r"[^\n]+")
_CELL = re.compile(r"[^\s|]+")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_DIGIT = re.compile(r"\d")
_PRICE_ASKED = re.compile(r"多少钱|几块|什么价|价格|票价")
# What asks for a column that it does not name, and how that is named
_KINDS = (
    (_PRICE_ASKED, re.compile(r"价|元|费")),
    (re.compile(r"几点|什么时[候间]|时间"), re.compile(r"时|点|班|日期")),
    (re.compile(r"几度|多少度|气温|温度"), re.compile(r"温|℃|度")),
    (re.compile(r"多少人|几个?人|人数"), re.compile(r"人")),
    (re.compile(r"哪里|在哪|什么地方"), re.compile(r"地[点址]|位置")),
    (re.compile(r"电话|号码"), re.compile(r"电话|号码|热线")),
    (re.compile(r"多少分|几分|得分|成绩"), re.compile(r"分|成绩")),
    (re.compile(r"谁|哪[位个]人|叫什么"), re.compile(r"姓名|选手|运动员|作者|负责人|联系人|医生")),
    (re.compile(r"哪个?(?:单位|公司|部门|队|学校)"), re.compile(r"单位|公司|部门|队|学校")),
    (re.compile(r"第几名?|名次|排名"), re.compile(r"名次|排名|奖项|等级")),
)
# What a price is of where none is named: `本周`, not `上周`
_CURRENT = re.compile(r"[今本][日天周月期年]|现价|当前")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a table, with its cells."""

    place: Span  # in Article.text
    cells: tuple[str, ...]  # as printed


@dataclass(frozen=True, slots=True)
class Cell:
    """The cell that answers, with its row and the names of the columns."""

    text: str
    header: Evidence
    row: Evidence


def cell_told(asked: Sought, hits: Sequence[Hit]) -> Cell | None:
    """Return the cell of a table in the best of `hits` that the question asks for, if there is one.

    One row alone is to have its name in the question, and one column alone is to be asked for.
    """
    for hit in hits[:_LOOKED_AT]:
        if hit.score < _LEAST_SCORE:
            break
        if tells_other_day(asked.question, title_line(hit.article)):
            continue
        for header, rows in _tables(hit.article):
            row = _row_named(asked.question, rows)
            column = _column_asked(asked.question, header, row) if row else None
            if row and column:
                lines = (evidence_at(hit.article, hit.edition, one.place) for one in (header, row))
                return Cell(row.cells[column], *lines)
    return None


def _tables(article: Article) -> Iterator[tuple[_Row, list[_Row]]]:
    """Yield the header of each table, which has no figures, and its rows of as many cells."""
    lines = [
        _Row(Span(*line.span()), tuple(_CELL.findall(line.group())))
        for line in _LINE.finditer(article.text)
    ]
    at = 0
    while at < len(lines):
        header, end = lines[at], at + 1
        while end < len(lines) and len(lines[end].cells) == len(header.cells):
            end += 1
        if len(header.cells) >= _FEWEST_CELLS and end - at > 1 and _names_columns(header):
            yield header, lines[at + 1 : end]
        at = end


def _names_columns(header: _Row) -> bool:
    return not any(_DIGIT.search(_IN_BRACKETS.sub("", fold(cell))) for cell in header.cells)


def _row_named(question: str, rows: Sequence[_Row]) -> _Row | None:
    """Return the one row of which the question has the most cells: `焊工 第一名`."""
    named = [len(_named(question, row)) for row in rows]
    most = max(named, default=0)
    return rows[named.index(most)] if most and named.count(most) == 1 else None


def _named(question: str, row: _Row) -> list[str]:
    """Return the cells of a row, folded, that the question has, but for figures."""
    cells = (_IN_BRACKETS.sub("", fold(cell)) for cell in row.cells)
    return [
        cell
        for cell in cells
        if len(cell) >= _WORD and cell in question and not _DIGIT.fullmatch(cell[0])
    ]


def _column_asked(question: str, header: _Row, row: _Row) -> int | None:
    """Return the number of the one column that the question names or asks for; never the first."""
    rest = question
    for cell in _named(question, row):
        rest = rest.replace(cell, " ")
    names = [fold(cell) for cell in header.cells[1:]]
    bare = [_IN_BRACKETS.sub("", name) for name in names]
    shared = [longest_common(name, rest) if _is_apart(name, bare, rest) else 0 for name in bare]
    best = max(shared)
    if best >= _WORD and shared.count(best) == 1:
        return shared.index(best) + 1
    for asks, told in _KINDS:
        fit = [number for number, name in enumerate(names, 1) if told.search(name)]
        if asks.search(rest) and len(fit) == 1:
            return fit[0]
    current = [number for number, name in enumerate(names, 1) if _CURRENT.search(name)]
    if len(current) == 1 and _PRICE_ASKED.search(rest):
        return current[0]
    return 1 if len(names) == 1 else None


def _is_apart(name: str, names: Sequence[str], question: str) -> bool:
    """Return whether a question has of a column's name what no other name ends with.

    `北门市场` names none of the columns `东门市场 西城市场`.
    """
    ends = [shared_end(name, one) for one in names if one != name]
    end = max(ends, default=0)
    head = name[: max(_WORD, len(name) - end)]
    return end < _WORD or longest_common(head, question) >= _WORD
