"""Finds the dates and times of day in a sentence that a question of when may be answered with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.dates.parts import DAY_NUMBER
from qa.dates.words import ASKS_WHEN
from qa.forms.quantities.ranges import (
    asks_range,
    begins_closure,
    may_ask_range,
    whole_ranges,
    withdrawal,
)
from qa.forms.weekdays import WEEKDAY, WEEKDAY_ASKED, WEEKDAYS, closed_on
from qa.types import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

# An edition's date, which is not that of what it tells: `本报9月4日第1版`
_OF_EDITION = re.compile(r"本报(?:\d{4}年)?\d{1,2}月\d{1,2}日")

# `文昌巷1至|28号`
_HOUSES = re.compile(r"[路街巷弄道里村]\d{1,3}(?:至|到|-|~|—+)$")

# `清道光十二年`, `民国二十年`, `民国116年底`
_REIGN = (
    r"[唐宋元明清]?(?:贞观|开元|洪武|永乐|嘉靖|万历|崇祯|顺治|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统|民国)"
    r"(?:(?:元|\d{1,3}|[一二三四五六七八九十百]{1,5})年[底初末]?|年间|初年|末年)"
)
_HALF_DAY = r"(?:上午|下午|晚上?|凌晨|中午|早上|傍晚|清晨|深夜)"
_TIME = r"(?:\d{1,2}|零)(?:[:：]\d{2}|[时点](?:\d{1,2}分|半)?)"
_TIMED = rf"{_HALF_DAY}?(?:{_TIME})?"
_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
# `2006年12月`, `8月31日上午`, `今年6月`, `10月21日(周六)9:00`
_MONTH = (
    r"(?:\d{4} ?年 ?|[〇零一二三四五六七八九]{4}年|[今去明前当次翌]年)?"
    r"(?:底|初|年底|年初|[春夏秋冬]天?)?"
    rf"{_NUMBER} ?月(?: ?{_NUMBER} ?[日号]|[底初中]|[上中下]旬)?(?:\({WEEKDAY}\))?{_TIMED}"
)
# `本周六(10月21日)上午8时`; in `周一至周五17:30—20:30` the time is of each day
_DAY_OF_WEEK = (
    rf"(?:[本上下这]个?)?(?<![至到—~-]){WEEKDAYS}(?:\(\d{{1,2}}月\d{{1,2}}[日号]\))?{_TIMED}"
)
# `昨晚9点半`, `次日6:00`, `31日上午`
_DAY = rf"(?:[昨今明前次翌][天日晚]|(?<!\d)\d{{1,2}}日){_TIMED}"
_CLOCK_TIME = rf"{_HALF_DAY}?{_TIME}|{_HALF_DAY}[一二三四五六七八九十]{{1,2}}点半?"
_QUARTER = r"(?:第?[一二三四1-4]季度|[上下]半年)"
_SEASON = r"(?:暑[期假]|寒假|[春夏秋冬][季天])"
_SPAN_OF_YEAR = (
    rf"\d{{4}} ?年(?:底|初|{_QUARTER}|{_SEASON})?"
    rf"|[今去明前]年(?:底|初|年底|{_QUARTER}|{_SEASON})?|{_QUARTER}"
    r"|年[底初末]|上个?月|本月|上周|本周"
)
# `20世纪70年代`, `90年代初`
_AGE = (
    r"(?:公元前?)?(?:\d{1,2}|上)世纪(?:[\d一二三四五六七八九]{1,2}十?年代)?(?:初期?|末期?|中期)?"
    r"|\d0年代(?:初期?|末期?|中期)?"
)
# `“六一”前`, `国庆节期间`
_HOLIDAY = (
    r"(?:“[五六七八十]一”|(?:元旦|元宵|清明|端午|中秋|国庆|重阳|劳动|儿童|教师|建军)节|春节|国庆|中秋)"
    r"(?:前夕?|后|期间|当天)?"
    r"|[五十六七八]一(?:节|小长假|假期|黄金周)?(?:前夕?|后|期间)"
)
# The first that fits decides.
DATE = re.compile(
    f"{_REIGN}|(?:[今去明]年|\\d{{4}}年)(?:{_HOLIDAY})|{_MONTH}|{_DAY_OF_WEEK}|{_SPAN_OF_YEAR}|{_DAY}|{_CLOCK_TIME}|{WEEKDAY}|{DAY_NUMBER}"
    f"|{_AGE}|{_HOLIDAY}"
)
# `几点|闭馆`, but not `哪几点要求`; and a time of day
_CLOCK_ASKED = re.compile(r"(?<!哪)几(?:点|时几分)|什么钟点")
_CLOCK = re.compile(r"[\d零](?:[时点]|[:：]\d)|[一二三四五六七八九十]点")
# `哪天|开放`; and what tells no day
_DAY_ASKED = re.compile(r"哪一?[天日]|几[号日]|几月几")
_WHEN_ASKED = re.compile(ASKS_WHEN)
_BARE_YEAR = re.compile(r"\d{4} ?年|[今去明前]年")
# `哪年|建的`, `星期几|休息`, and what is of that kind
_EXACT_KINDS = (
    (re.compile(r"哪一?年|何年|几几年"), re.compile(rf"{_BARE_YEAR.pattern}|{_REIGN}|世纪|年代")),
    (WEEKDAY_ASKED, re.compile(r"周|星期|礼拜")),
)
_BARE_CLOCK = re.compile(rf"{_HALF_DAY}?{_TIME}")
_KIND_GAIN = 0.3
# `9月8日|公布`, `昨日,|记者获悉`
_REPORTING = re.compile(r"通知|消息|披露|公布|发布|通报|回应|宣布|采访|表示")
_REPORTS = re.compile(rf"[^,，。]{{0,8}}?(?:{_REPORTING.pattern}|获悉|[,，]记者)")
# `昨日,|记者来到`: never the day of what is told
_REPORTER = re.compile(r"[,，](?:本报)?记者(?:从|在|来到|走进|看到|获悉|了解|采访)|消息[,，]")
# `6月17日|说,要罚款`
_SAYING, _SAID = re.compile(r"说|称|表示"), re.compile(r"(?:说|称|表示)[,，:：]")
_NO_DAY = re.compile(
    rf"(?:{_BARE_YEAR.pattern})?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月|(?:{_BARE_YEAR.pattern})[底初]?"
    r"|.*(?:世纪|年代|季度|半年|暑|寒假|[春夏秋冬][季天]).*|上个?月|本月|[^日天]*(?:点半?|时|分|\d:\d\d)"
)
_BARE_LOSS, _THIS_YEAR_LOSS = -0.3, -0.8


def days(question: str, sentence: str) -> list[tuple[Span, float]]:
    """Return the dates in a folded `sentence` that may answer, and what speaks for each.

    Whole ranges where one is asked for, or may be.
    """
    if asks_clock(question) and (closed := closed_on(question, sentence)):
        return [(closed, 0.0)]
    matches = _matches(question, sentence)
    spans = [_as_asked(question, match) for match in matches]
    if withdrawn := withdrawal(question, spans, sentence):
        return [(withdrawn, 0.0)]
    ranges = whole_ranges(spans, sentence) if may_ask_range(question) else []
    whole = [(span, 0.0) for span in ranges]
    if whole and asks_range(question):
        return whole
    losses = _bare_losses(question, [match.group() for match in matches])
    return whole + [
        (span, loss + _date_gain(question, match))
        for span, match, loss in zip(spans, matches, losses, strict=True)
        if not any(one.holds(span) for one in ranges)
    ]


def _matches(question: str, sentence: str) -> list[re.Match[str]]:
    """Return the dates in a folded `sentence` that are as exact as asked, and of what is told."""
    editions = [match.span() for match in _OF_EDITION.finditer(sentence)]
    matches = [
        match
        for match in DATE.finditer(sentence)
        if not any(start <= match.start() < end for start, end in editions)
        and not _HOUSES.search(sentence, 0, match.start())
        and tells_when(question, match.group())
        and not begins_closure(question, Span(*match.span()), sentence)
    ]
    if asks_exactly(question):
        matches = [one for one in matches if is_exact(question, one.group())] or matches
    for asked, told in ((_REPORTING, _REPORTER), (_SAYING, _SAID)):
        if not asked.search(question):
            matches = [one for one in matches if not told.match(sentence, one.end())]
    return matches


def _as_asked(question: str, match: re.Match[str]) -> Span:
    """Return where a date stands; of one with a day of the week, where this alone is asked for."""
    weekday = re.search(WEEKDAYS, match.group()) if WEEKDAY_ASKED.search(question) else None
    start, end = weekday.span() if weekday else (0, len(match.group()))
    return Span(match.start() + start, match.start() + end)


def _date_gain(question: str, match: re.Match[str]) -> float:
    """Return what a date gains where a year or a day of the week is asked for and it has one.

    The day on which something was made known loses: it is rarely that of what was.
    """
    exact = asks_exactly(question) and is_exact(question, match.group())
    reports = _REPORTS.match(match.string, match.end()) and not _REPORTING.search(question)
    return _KIND_GAIN * (bool(exact) - bool(reports))


def tells_when(question: str, date: str) -> bool:
    """Return whether a date is as exact as the question asks: a day, or a time of day."""
    if asks_clock(question):
        return bool(_CLOCK.search(date))
    return not (_DAY_ASKED.search(question) and _NO_DAY.fullmatch(date))


def asks_clock(question: str) -> bool:
    """Return whether a question asks for a time of day."""
    return bool(_CLOCK_ASKED.search(question))


def asks_when(question: str) -> bool:
    """Return whether a question asks when in words that ask for no year, day or time of day."""
    return bool(_WHEN_ASKED.search(question))


def asks_exactly(question: str) -> bool:
    """Return whether a question asks for a year or a day of the week."""
    return any(asks.search(question) for asks, _ in _EXACT_KINDS)


def is_exact(question: str, date: str) -> bool:
    """Return whether a date has the year or the day of the week that a question asks for, if so."""
    return all(told.search(date) for asks, told in _EXACT_KINDS if asks.search(question))


def _bare_losses(question: str, found: Sequence[str]) -> list[float]:
    """Return what years and times of day lose to days beside them where neither is asked for.

    A paper rather names by the former: `6月10日,2024年岚江龙舟赛开赛`.
    """
    if "年" in question or asks_clock(question):
        return [0.0] * len(found)
    bare = [bool(_BARE_YEAR.fullmatch(one) or _BARE_CLOCK.fullmatch(one)) for one in found]
    losses = [_THIS_YEAR_LOSS if one in ("今年", "去年") else _BARE_LOSS for one in found]
    return [loss if one and not all(bare) else 0.0 for one, loss in zip(bare, losses, strict=True)]
