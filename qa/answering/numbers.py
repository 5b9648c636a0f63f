"""Finds the numbers in a sentence that a question may be answered with, each with its unit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.answering.units import asked_units, unit_at
from qa.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.answering.units import Units

_NUMERAL = r"[〇零一二三四五六七八九十百千万亿两]"
_DIGITS = rf"(?:\d+(?:[.,]\d+)*|{_NUMERAL}+)"

# `85.14万`, `三十余`, `三分之一`
AMOUNT = re.compile(
    rf"(?<![第\d.])(?!千[瓦克米])(?:{_DIGITS}分之{_DIGITS}|\d+/\d+(?!/)|{_DIGITS}[余多]?(?:万亿|[万亿千百])?(?:[余多]|(?<=[十百千万0])来)?)"
)
# `1小时8分42秒`, one number in three units
_TIMED = re.compile(r"(?:\d+小时)?\d+分(?:钟)?\d+(?:\.\d+)?秒")
_TIME_ASKED = re.compile(r"成绩|用时|用了|花了|多久|多长时间")
# `45|和34摄氏度`: what measures both
_SHARED = re.compile(rf"[和、至到~—-]{{1,2}}(?:{_DIGITS})(?=[\u4e00-\u9fff℃%])")
_FRACTION = re.compile(r"分之|/")
# `第十一届`, `第 3 名`
_ORDINAL = re.compile(rf"第\s?(?:\d+|{_NUMERAL}+)\s?[\u4e00-\u9fff]?")

# `2021年`, `2019|—2020年`, `8月|31日`, `3时|4分`: what can only tell when
_ONLY_WHEN = re.compile(
    r"(?:1\d|20)\d\d(?:年(?!级|[历前左之])|[—~至到-]+(?:1\d|20)\d\d年)"
    r"|(?<=月)\d{1,2}日|(?<=\d[时点])\d{1,2}分(?!钟)"
)
# `31日`, `8月`, `20时`, which tell when, not how many, unless that is what is asked for
_IN_DATE = re.compile(
    r"(?<![\d月])(?P<days>(?:\d{1,2}|[一二三四五六七八九十]{1,3})日(?!元))"
    r"|(?<!\d)(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[月时]|日(?!元)|点(?!\d))"
)

_UNIT_GAIN = 0.5
_WORD_LOSS = -0.5  # `六大类`
_ONE_LOSS = -0.5  # `一个`, which seldom answers `几个`


def numbers(question: str, sentence: str) -> Iterator[tuple[Span, float]]:
    """Yield the numbers in a folded `sentence` that may answer, and what speaks for their form.

    Each is cut after its unit. Those that measure another thing than what is asked for are left
    out, and so are dates.
    """
    if "第几" in question:
        yield from ((Span(*match.span()), _UNIT_GAIN) for match in _ORDINAL.finditer(sentence))
        return
    units = asked_units(question)
    timed = [Span(*match.span()) for match in _TIMED.finditer(sentence)]
    if units.allow("秒"):
        gain = _UNIT_GAIN if _TIME_ASKED.search(question) else 0.0
        yield from ((span, gain) for span in timed)
    for match in AMOUNT.finditer(sentence):
        if any(one.start <= match.start() < one.end for one in timed):
            continue
        if not _is_date(sentence, match.start(), units) and (found := _measured(match, units)):
            yield found


def _measured(match: re.Match[str], units: Units) -> tuple[Span, float] | None:
    """Return a number with its unit; None where it measures another thing."""
    start, end, told = match.start(), match.end(), match.group()
    after = end + match.string.startswith(" ", end)  # `2099 元`
    rest = match.string[after : after + 8]
    is_share = bool(_FRACTION.search(told))
    shared = _SHARED.match(match.string, end)
    known = "%" if is_share else unit_at(match.string[shared.end() :] if shared else rest)
    loss = _ONE_LOSS if told == "一" else 0.0
    asked = units.beginning(rest, known)
    if asked:
        return Span(start, after + len(asked)), _UNIT_GAIN + loss
    is_word = not known and not (told[0].isascii() or told[-1] in "万亿")  # `一流`, `六大类`
    is_unsaid = not rest[:1].isalpha() and units.may_go_unsaid(told)
    if (is_word and told == "一") or not (units.allow(known) or is_unsaid):
        return None
    loss = _WORD_LOSS if is_word else loss
    is_cut = known and not is_share and not shared
    return Span(start, after + len(known) if is_cut else end), loss


def _is_date(text: str, start: int, units: Units) -> bool:
    """Return whether the number at `start` tells when; `15日` may be days as well."""
    if _ONLY_WHEN.match(text, start):
        return True
    found = _IN_DATE.match(text, start)
    if not found or found.group()[-1] in units.asked:
        return False
    return not (found["days"] and "天" in units.must)
