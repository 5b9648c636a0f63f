"""Dates in text, resolved to days against the day of the edition: full days for every one named.

Those that questions name are read in `qa.dates.asked`; the year that one leaves out is told by
`qa.dates.near`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from qa.dates.near import in_full, nearest_day_of_month, nearest_year
from qa.dates.parts import (
    CHINESE_YEAR,
    DIGITS,
    NUMBER,
    TO,
    YEARS_AWAY,
    Days,
    day_of,
    decade_of,
    last_days,
    months_away,
    number_in,
    one_day,
    part_of_month,
    part_of_year,
    week_of,
    whole_month,
    whole_months,
    years_before,
)
from qa.dates.words import PART_OF_YEAR
from qa.text import fold
from qa.types import DateMention

# `25年10月3日`, but not `判了15年6个月`
_SHORT_YEAR = r"(?<![\d.])\d\d(?=年\d{1,2}月\d{1,2}[日号])"
_BEGINNING = r"初(?![一二三四五六七八九十])"  # not within `大年初三`, `今年初三学生`
_OF_A_SEASON = r"[节运晚联耕播粮收奥泳训令招考游茶]"  # `去年|春节`, `今年|夏粮`, whenever that was

# What begins a word of time, as the end of another one: `目|前日`, `此|后天`, `60岁以|上年龄`
_WITHIN_A_WORD = (
    r"(?:(?<=[目当以之提先日久年月周])前|(?<=[今以之往随最午雨])后|(?<=此)(?<!因此)[前后]"
    r"|(?<=[基日资成版])本|(?<=以)[上下]|(?<=[如共不合])同|(?<=[相适恰应])当"
    r"|(?<=[首多每层一二三两几])次|(?<=[光文清])明|(?<=[如当古])今|(?<=过)去年|(?<=[附将接临])近)"
)
# One date, from the whole year to the day; each alternative has its example beside it.
_DATE = re.compile(
    rf"""
    (?=[\d今去前明后本当同上次下这年一二三四五六七八九十昨大翌近最过])(?!{_WITHIN_A_WORD})
    (?:
      (?P<iso>(?<!\d)(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d))       # 2021-09-02
    | (?P<anniversary>[去前]年)的?今[天日]                                    # 去年今日
    | (?:(?:(?P<year>(?<!\d)(?:19|20)\d\d|{CHINESE_YEAR}|{_SHORT_YEAR})\s*年  # 2021年, 二〇二一年
        |(?P<ryear>今|去|前|明|后|本|当|同|上|次)年)\s*                        # 今年, 去年, 同年
         (?![级代])
      )?
      (?<![农历正腊个\d.第])
      (?:(?P<month>{NUMBER})\s*月份?(?![薪饼球亮嫂子])                        # 9月, 九月份
        |(?P<rmonth>本月|上个?月|下个?月|这个?月|当月|同月))                   # 上个月
      (?:\s*(?P<day>{NUMBER})\s*[日号]                                      # 2日, 二十号
        |(?P<part>上旬|中旬|下旬|{_BEGINNING}|中(?![国央])|底|末))?                    # 上旬, 底
    | (?:(?P<only_year>(?<!\d)(?:19|20)\d\d|{CHINESE_YEAR})\s*年
        |(?P<only_ryear>今|去|前|明|后(?!年[产均销收])|本|当|同|上|次)年)
      (?![级代]|的?历史|前)
      (?:\s*(?P<ypart>{PART_OF_YEAR}|[春夏秋冬](?:[季天]|(?!{_OF_A_SEASON}))
        |年?(?:{_BEGINNING}|[底末])(?!级)|年中))?                            # 去年底, 今年上半年
    | (?P<nextyear>(?<![今去前明后本当同上次一二三四五六七八九〇\d每多半大新])
        年(?:{_BEGINNING}|[底末]))                                           # 年底
    | (?P<decade>(?:20世纪|上世纪)?[二三四五六七八九]十年代|(?:20世纪|上世纪)[2-9]0年代)  # 八十年代
    | (?P<only_day>(?<![\d.月年第近前后-])(?<![^\s,，。;；:：]至)(?<![^日]、)
        (?<!拘留)(?<!超过)(?<![期满逾足])\d{{1,2}}日
        (?![游内龄均元后前间之左起报照]|以[上下内]
          |(?:[至到—-]\d{{1,2}}日)?的?(?:行政|司法)拘留))                    # 31日
    | (?P<rday>大前天|前[天日](?![数真])|昨[天日晚夜]|今[天日晚晨早]|明[天日晚晨早]
        |大?后天(?![空数])|(?<![发业学幕园达赛婚])当[天日晚](?!时)|同日|次日|翌日)  # 昨日
    | (?P<week>上上|上个?|本|这个?|下下|下个?)(?:周|星期|礼拜)               # 上周五
      (?P<weekday>[一二三四五六日天末])?
    | (?:近|最近|过去)(?P<count>{NUMBER}|两|几)?个?                      # 最近三天
      (?P<unit>天|周|星期|月|年)(?=[来内里以间]|$|[的,。?有])
    )""",
    re.VERBOSE,
)
_HOUR = r"\d{1,2}(?:[时点](?:\d{1,2}分|半)?|[:：]\d\d)"  # `18时`, `9:30`
_TIME_OF_DAY = r"(?:[上中正下]午|午后|[清早凌]晨|早上?|傍晚|晚[上间]?|夜[间里]?|[深半午]夜)"
# `14日|夜间|至15日`, `14日|18时|至15日6时`: a part of the first day, before the last is named
_PART_OF_DAY = rf"(?P<part>{_TIME_OF_DAY}?(?:{_HOUR})?)"
# `9月1日至3日`, `2018—2020年`, `6至8月`
_TO = re.compile(rf"\s*{_PART_OF_DAY}\s*{TO}\s*")
# What every such range has; looked for first, since most texts have none.
_RANGE_HINT = re.compile(r"[\d一二三四五六七八九十]\s*[至到~–—-]\s*[\d一二三四五六七八九十]")
# The first part of a range that leaves its unit to the second: `2018` of `2018—2020年`.
_BARE_START = re.compile(
    rf"(?<![\d.])(?:(?P<years>(?:19|20)\d\d)|(?P<numbers>{NUMBER}))\s*{TO}\s*"
    rf"(?=(?:(?P<toyear>(?:19|20)\d\d)\s*年|{NUMBER}\s*(?P<tounit>[月日号])))"
)
_DAY_ALONE = re.compile(r"(?P<day>\d{1,2})日")
_RANGE_END = re.compile(rf"(?P<number>{NUMBER})\s*(?P<unit>[月日号])")
# `21时至|次日7时`, `每日20点到|次日6点`: the next day of any, where no day stands before the hour
_FROM_AN_HOUR = re.compile(
    rf"(?P<of>(?:每|工作|节假)?.?)(?:\([^()]{{1,6}}\)|{_TIME_OF_DAY})*{_HOUR}{TO}\Z"
)
_OF_ONE_DAY = frozenset("日号天当昨今明")
_HOUR_BEFORE = 20  # characters
# `《城东明晚停水》|一文`
_TITLE = re.compile(r"《[^《》]*》")

_DAYS_AWAY = {"大前天": -3, "大后天": 3, "前": -2, "昨": -1, "今": 0, "明": 1, "后": 2}
_NEAR = 60  # characters within which a story stays in the year it named
_PLAIN_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_YEAR_AND_MONTH = re.compile(r"(?:19|20)\d\d\s*年\s*\d{1,2}\s*月")


def mentions(text: str, day: date | None, title: str = "") -> tuple[DateMention, ...]:
    """Return the dates that `text` names, in order, with the first and last day of each.

    Args:
        text: Any text; offsets of the result count in it.
        day: The edition's date. Without it only dates that give their year are returned.
        title: That of the text. Of a year gone by that it names, the text tells `年末` and `上年`.

    What a title names by another day (`《城东明晚停水》一文`) is left out: it counts from its own.
    """
    titles = [match.span() for match in _TITLE.finditer(text)]
    return tuple(
        one
        for one in resolve(text, day, _year_of_title(title, day))
        if text[one.start].isnumeric() or not any(a < one.start < b for a, b in titles)
    )


def _year_of_title(title: str, day: date | None) -> DateMention | None:
    """Return the year gone by that a title names, as if named long before its text."""
    named = _PLAIN_YEAR.search(fold(title))
    year = int(named[1]) if named else None
    if year is None or day is None or year >= day.year:
        return None
    return DateMention(-_NEAR, -_NEAR, date(year, 1, 1), date(year, 12, 31))


def resolve(text: str, day: date | None, last: DateMention | None = None) -> Iterator[DateMention]:
    """Yield the dates that `text` names, read on `day`, from left to right.

    Each may refer to the one before it: `当天`, `同年`; the first to `last`.
    """
    folded = fold(text)
    ranges = list(_BARE_START.finditer(folded))[::-1] if _RANGE_HINT.search(folded) else []
    last_day: DateMention | None = None  # `当天`, though a year was named since
    at = 0
    while match := _DATE.search(folded, at):
        while ranges and ranges[-1].start() < at:
            ranges.pop()
        found = None
        if ranges and ranges[-1].start() <= match.start():
            found = _bare_range(folded, ranges.pop(), day, last)
            if found is None:
                continue
        else:
            meant = _meaning(match, day, (match["rday"] and last_day) or last)
            within = ranges[-1] if ranges else None
            found = meant and (
                _range_within(folded, within, meant) or _with_end(folded, meant, day)
            )
        at = found.end if found else match.end()
        if found and found.since <= found.until:
            yield found
            last = last if match["only_ryear"] == "上" else found
            last_day = found if found.since == found.until else last_day
    for bare in reversed(ranges):
        if bare.start() >= at and (found := _bare_range(folded, bare, day, last)):
            at = found.end
            yield found


def _range_within(
    folded: str, bare: re.Match[str] | None, whole: DateMention
) -> DateMention | None:
    """Return the range that goes on from its year or month: `2025年|1至3月`, `去年10月|1-7日`."""
    ends = _RANGE_END.match(folded, bare.end()) if bare and bare.start() == whole.end else None
    if not bare or not ends or bare["years"]:
        return None
    first, last, start = number_in(bare["numbers"]), number_in(ends["number"]), whole.since
    of_year = part_of_year(start.year, "")
    days = of_year if ends["unit"] == "月" else whole_month(start.year, start.month)
    is_whole = days == (start, whole.until)
    known = _from_number(first, last, ends["unit"], start) if is_whole else None
    return DateMention(whole.start, ends.end(), *known) if known else None


def _from_number(first: int, last: int, unit: str, day: date) -> Days | None:
    """Return what lies from one number to another: months of the year of `day`, or its days."""
    if unit == "月":
        return whole_months(day.year, first, last)
    since, until = (day_of(day.year, day.month, one) for one in (first, last))
    return (since, until) if since and until and since <= until else None


def _with_end(folded: str, first: DateMention, day: date | None) -> DateMention:
    """Return a date with the end of its range where one follows: `9月1日|至3日`."""
    to = _TO.match(folded, first.end)
    if not to:
        return first
    until: date | None = None
    if second := _DAY_ALONE.match(folded, to.end()):
        until = day_of(first.since.year, first.since.month, int(second["day"]))
    elif second := _DATE.match(folded, to.end()):
        if second["rday"] and to["part"]:
            return first  # `1日20时至|次日|6时`: the next day of any
        # `去年10月到|今年2月`, but `12月1日到|明年3月` is told from the first
        near_first = second["month"] and second["ryear"] not in ("今", "本", "去", "前")
        ended = _meaning(second, first.since if near_first else day, first)
        until = ended.until if ended else None
    if not (second and until and until >= first.since):
        return first
    return replace(first, end=second.end(), until=until)


def _bare_range(
    folded: str, bare: re.Match[str], day: date | None, last: DateMention | None
) -> DateMention | None:
    """`2018—2020年`, `6至8月`, `1-3日`: the unit comes with the second number."""
    if not bare["years"]:
        return _bare_numbers(folded, bare, day, last)
    second = _DATE.match(folded, bare.end()) if bare["toyear"] else None
    ended = _meaning(second, day, last) if second else None
    start = date(int(bare["years"]), 1, 1)
    if ended is None or ended.until < start:
        return None
    return DateMention(bare.start(), ended.end, start, ended.until)


def _bare_numbers(
    folded: str, bare: re.Match[str], day: date | None, last: DateMention | None
) -> DateMention | None:
    """`6至8月`, `1-3日`: of the year, or of the month, that the first number alone would be."""
    ends = _RANGE_END.match(folded, bare.end())
    first = _DATE.match(f"{bare['numbers']}{bare['tounit']}")
    begun = _meaning(first, day, last) if first and day else None
    if not ends or not begun:
        return None
    numbers = number_in(bare["numbers"]), number_in(ends["number"])
    known = _from_number(*numbers, ends["unit"], begun.since)
    return DateMention(bare.start(), ends.end(), *known) if known else None


def _meaning(
    match: re.Match[str], day: date | None, last: DateMention | None
) -> DateMention | None:
    """The days that one matched date means; None where nothing tells its year."""
    if match["iso"]:
        known = one_day(*map(int, re.split(r"[-/.]", match["iso"])))
    elif match["anniversary"]:
        known = _anniversary(match["anniversary"], day) if day else None
    elif match["month"] or match["rmonth"]:
        known = _month_meaning(match, day, last)
    elif match["only_year"] or match["only_ryear"]:
        year = _year(match["only_year"], match["only_ryear"], day, last)
        known = None if year is None else part_of_year(year, match["ypart"] or "")
    elif match["nextyear"]:
        known = _beginning_or_end_of_year(match["nextyear"], day, last)
    elif match["decade"]:
        known = decade_of(match["decade"])
    elif match["only_day"]:
        known = nearest_day_of_month(match, day, last)
    elif match["rday"]:
        known = None if _is_of_any_day(match) else _relative_day(match["rday"], day, last)
    elif match["week"]:
        known = week_of(match["week"].removesuffix("个"), match["weekday"] or "", day)
    else:
        known = last_days(match, day)
    return None if known is None else DateMention(*match.span(), *known)


def _anniversary(year: str, day: date) -> Days:
    """Return the day that `去年今日` is on `day`."""
    there = years_before(day, -YEARS_AWAY[year[0]])
    return there, there


def _beginning_or_end_of_year(part: str, day: date | None, last: DateMention | None) -> Days | None:
    """Return the days of `年底`; `年末` is that of a year just told of as a whole."""
    is_of_last = (
        part == "年末" and last and (last.since, last.until) == part_of_year(last.since.year, "")
    )
    base = last.since if last and is_of_last else day
    return part_of_year(base.year, part) if base else None


def _month_meaning(match: re.Match[str], day: date | None, last: DateMention | None) -> Days | None:
    year = _year(match["year"], match["ryear"], day, last)
    has_year = bool(match["year"] or match["ryear"])
    if match["rmonth"]:
        base = last.since if match["rmonth"] in ("当月", "同月") and last else day
        if base is None:
            return None
        year, month = months_away(base, {"上": -1, "下": 1}.get(match["rmonth"][0], 0))
    else:
        month = number_in(match["month"])
        if not 1 <= month <= 12:
            return None
        if not has_year and _goes_on_in_year(match, month, last):
            year = last.since.year if last else None
        elif not has_year:
            if day is None:
                return None
            year = nearest_year(match, month, day)
    if year is None:
        return None
    if match["day"]:
        return one_day(year, month, number_in(match["day"]))
    return part_of_month(year, month, match["part"] or "")


def _goes_on_in_year(match: re.Match[str], month: int, last: DateMention | None) -> bool:
    """Whether a month continues what happened in a year just named: `2017年8月…。12月20日`."""
    if last is None or not 0 <= match.start() - last.end <= _NEAR:
        return False
    named = _YEAR_AND_MONTH.match(match.string, last.start)
    between = match.string[last.end : match.start()]
    return bool(named) and "\n" not in between and month >= last.until.month


def _year(
    absolute: str | None, relative: str | None, day: date | None, last: DateMention | None
) -> int | None:
    if absolute:
        year = int("".join(str(DIGITS.get(c, c)) for c in absolute))
        return in_full(year, day)
    if relative in ("当", "同"):
        return last.since.year if last else None
    if relative == "次" and last:
        return last.since.year + 1
    if relative == "上" and last:  # `2023年增长6.1%,比上年快0.3个百分点`
        return last.until.year - 1
    if relative and day:
        return day.year + YEARS_AWAY[relative]
    return None


def _is_of_any_day(match: re.Match[str]) -> bool:
    """Return whether a date is the end of hours that no day is told of: `21时至|次日|7时`."""
    if match["rday"][0] not in "次翌":
        return False
    start = match.start()
    hours = _FROM_AN_HOUR.search(match.string, max(0, start - _HOUR_BEFORE), start)
    return hours is not None and hours["of"] not in _OF_ONE_DAY


def _relative_day(word: str, day: date | None, last: DateMention | None) -> Days | None:
    if word[0] in "当同次翌":
        base = last.since if last and last.since == last.until else None
        away = 1 if word[0] in "次翌" else 0
    else:
        base, away = day, _DAYS_AWAY.get(word, _DAYS_AWAY.get(word[0], 0))
    if base is None:
        return None
    there = base + timedelta(days=away)
    return there, there
