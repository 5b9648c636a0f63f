"""Tells which end of a range or of a change answers: `17时30分到23时`, `由11元涨到12元`."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from qa.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NUMERAL = r"[\d一二三四五六七八九十两百]"
_NEXT = rf"(?=(?:[每次当][天日年月])?(?:上午|下午|晚上?|凌晨|中午|早上|深夜|傍晚)?{_NUMERAL})"
_TO = r"(?:起)?(?:到|至|—+|-|~)"
_CHANGED = (
    r"(?:后?延长?|推迟|提前|改|调整?|涨|[上提]升|升|提高|增加?|下?降低?|减少?|缩短|扩大?|变|恢复)"
    r"[^,，。;；、\d]{0,3}?[到至为成]"
)
_FROM = rf"{_NUMERAL}[时分点日号月年周](?:(?:开始|起)[,，]?)?{_TO}$"
_UNTIL, _SINCE = re.compile(rf"(?:(?:开始|起)[,，]?)?{_TO}{_NEXT}"), re.compile(_FROM)
_PLANNED = re.compile(r"(?:原定|原计划|原本|原先|原来)(?:于|在|为)?$")
_BECAME, _WAS = re.compile(rf"{_CHANGED}{_NEXT}"), re.compile(rf"{_CHANGED}$")

# `几点闭馆`, `几点开诊`; `原来几点闭馆`
_ASKS_END = re.compile(r"闭|关|结束|截止|为止|收[车摊工]|末班|最晚|最迟|打烊|散场|到几|到什么时候")
_ASKS_START = re.compile(r"开|起|始|首班|最早|从几|从什么时候")
_ASKS_BEFORE = re.compile(r"原来|原先|原本|原定|以前|之前|过去|此前|先前")
# `涨了多少`, `比去年多多少`, but not `最多多少`: by how much, and what tells it: `增加|4.8亿元`
_CHANGE = (
    r"(?:涨|升|提高|增加?|增长|(?<!最)[多高低]|快|降低?|减少?|(?<![最至])少|慢|缩短|延长)[了出]?"
)
_ASKS_CHANGE = re.compile(rf"{_CHANGE}(?:多少|几)")
_BY = re.compile(rf"{_CHANGE}(?:约|近|超过?|将近)?$")

_GAIN = 0.35
CHANGE_GAIN = 0.6  # more than either number of it has, less than what tells the difference


def tells_change(sentence: str) -> bool:
    """Return whether a folded sentence tells what a number or a day became: `增加到2.05亿元`."""
    return bool(_BECAME.search(sentence))


def changes(question: str, spans: Sequence[Span], sentence: str) -> Iterator[Span]:
    """Yield what of a folded sentence tells a change, if one is asked for: `650元提高到700元`."""
    if _ASKS_CHANGE.search(question):
        for old, new in pairwise(spans):
            became = _BECAME.match(sentence, old.end)
            if became and became.end() == new.start:
                yield Span(old.start, new.end)


def range_gain(question: str, span: Span, sentence: str) -> float:
    """Return what a piece of a folded sentence gains, or loses, by which end it is of what.

    Of a change, the new state answers, unless the question asks for the old one, or for the
    difference. Of a range, the question tells which end.
    """
    before, after = sentence[: span.start], sentence[span.end :]
    asks_change = bool(_ASKS_CHANGE.search(question))
    if asks_change and _BY.search(before):
        return 2 * _GAIN
    is_old = bool(_BECAME.match(sentence, span.end) or _PLANNED.search(before))
    if is_old or _WAS.search(before):
        fits = not asks_change and is_old == bool(_ASKS_BEFORE.search(question))
        return _GAIN if fits else -_GAIN
    ends, starts = bool(_ASKS_END.search(question)), bool(_ASKS_START.search(question))
    if ends == starts:
        return 0.0
    if _UNTIL.match(after):
        return _GAIN if starts else -_GAIN
    if _SINCE.search(before):
        return _GAIN if ends else -_GAIN
    return 0.0
