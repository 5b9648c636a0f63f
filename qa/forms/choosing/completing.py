"""Completes a piece of a sentence with what it is not to be told without: a unit, a bound."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.forms.choosing.candidates import has_form
from qa.forms.quantities.numbers import AMOUNT
from qa.forms.quantities.units import UNIT
from qa.likeness import word_places
from qa.types import Expected, Span

if TYPE_CHECKING:
    from qa.overlap import Sought

# `30元|以上`, `6个月|左右`, but not `3人|左右手`; `5月20日|前`, `傍晚6点|多`, but not `20日|前往`,
# `2021年|前三季度`
_BOUNDS = {
    Expected.NUMBER: re.compile(r"左右(?![两手边])|以上(?!述)"),
    Expected.DATE: re.compile(
        r"左右(?![两手边])|(?<=[点时])多|(?<=[点时分])许"
        r"|(?<=[日号底旬])前(?![往来去夕后台端所半\d一二两三四五六七八九十几])"
    ),
}
_TITLE = re.compile(r"《[^《》]{1,40}》")
# `120|Hz`, `11|Gbps`: units that are not known
_LATIN_UNIT = re.compile(r"(?<=\d)[a-z]{1,4}(?:/[a-z]{1,2})?(?![a-z\d])")
# `140mg|/100ml`, `235元|/吨`
_PER = re.compile(rf"/(?:\d{{0,3}}[a-z]{{1,3}}(?![a-z])|{UNIT.pattern})")
# `总分|287|分`, which might else be a part of a word
_POINTS_ASKED = re.compile(r"[总得积比]分|分数|多少分|几分")
_POINTS = re.compile(r"分(?![之钟别公店局校院行布组类部辨支米贝])")
# `没有|人员伤亡`
_DENIES = re.compile(r"(?:没有|没|未能?|并?[不无]|未曾)$")
# `是|足球`, but not `是否`
_COPULA = re.compile(r"(?:就|正|也|都|则)?是(?![否非])|分别是")
# `多少|部门`, `几个|村`
_COUNTED = re.compile(r"(?:几|多少)[个家支所座条只]?")


def completed(asked: Sought, folded: str, piece: Span) -> Span:
    """Return a piece with what belongs to it.

    To a number its unit; to it and to a date, that it is not exact; to a title the rest of it, and
    to what is denied that it is.
    """
    if not has_form(asked.expected):
        return _with_denial(folded, _whole_title(folded, _without_copula(folded, piece)))
    bound = _BOUNDS.get(asked.expected)
    if not bound:
        return piece
    if asked.expected is Expected.NUMBER:
        piece = _with_unit(asked.question, folded, piece)
    found = bound.match(folded, piece.end)
    return Span(piece.start, found.end()) if found else piece


def _with_unit(question: str, folded: str, number: Span) -> Span:
    """Return a number with a unit that is not known, or with the thing counted: `6|部门`."""
    if unit := _LATIN_UNIT.match(folded, number.end) or _PER.match(folded, number.end):
        return Span(number.start, unit.end())
    if _POINTS_ASKED.search(question) and (points := _POINTS.match(folded, number.end)):
        return Span(number.start, points.end())
    counted = _COUNTED.search(question)
    if not counted or not AMOUNT.fullmatch(folded, number.start, number.end):
        return number
    words = (question[start:end] for start, end in word_places(question) if start == counted.end())
    thing = next(words, "")
    told = bool(thing) and folded.startswith(thing, number.end)
    return Span(number.start, number.end + len(thing)) if told else number


def _whole_title(folded: str, piece: Span) -> Span:
    """Return the title that a piece begins: `《关于厉行节约|反对食品浪费的意见》`."""
    titles = (Span(*one.span()) for one in _TITLE.finditer(folded))
    begun = (one for one in titles if one.holds(piece) and piece.start - one.start <= 1)
    return next(begun, piece)


def _without_copula(folded: str, piece: Span) -> Span:
    """Return a piece without what only says that it is so: `是|足球`."""
    copula = _COPULA.match(folded, piece.start, piece.end - 1)
    return Span(copula.end() if copula else piece.start, piece.end)


def _with_denial(folded: str, piece: Span) -> Span:
    """Return a piece with what denies it right before: `没有|人员伤亡`."""
    denial = _DENIES.search(folded[: piece.start])
    return Span(denial.start() if denial else piece.start, piece.end)
