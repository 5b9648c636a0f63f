"""Dates as questions name them, with the days that each asks for.

Beyond what articles name, these are open ranges (`9月1日以来`), festivals (`国庆期间`), days in
English (`Sept 18`) or in figures alone (`20240918`), and times told from today (`三天前`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from qa.dates.festivals import PLAIN_FESTIVAL, SHORT_FESTIVAL, festival
from qa.dates.in_text import resolve
from qa.dates.parts import (
    NUMBER,
    YEARS_AWAY,
    months_away,
    number_in,
    one_day,
    part_of_year,
    week_of,
    weekday_number,
    whole_month,
)
from qa.dates.words import PART_OF_YEAR
from qa.text import fold
from qa.types import DateRange

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.dates.parts import Days

_SINCE = re.compile(r"以来|至今|起至今")
_BEFORE = re.compile(r"之前|以前|前(?![一-九\d后])")
_AFTER = re.compile(r"之后|以后|后(?!天)|起(?!至)|开始")
_ABOUT = re.compile(r"前后|左右")  # `5月1日前后`
_WITHIN_ABOUT = timedelta(days=3)

_ENGLISH_MONTHS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
_ENGLISH_MONTH = (
    rf"(?P<month>{'|'.join(_ENGLISH_MONTHS)})"
    r"(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.?"
)
_ENGLISH_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
# `Sept 18`, `October 9th, 2025`; `9 October`, `the 9th of October 2025`
_ENGLISH_DATES = tuple(
    re.compile(rf"\b{date}\b(?:,? (?P<year>(?:19|20)\d\d)\b)?")
    for date in (rf"{_ENGLISH_MONTH} {_ENGLISH_DAY}", rf"{_ENGLISH_DAY} (?:of )?{_ENGLISH_MONTH}")
)

# `国庆期间`, `去年元旦`, `2025年春节`, `五一|前`
_FESTIVAL = re.compile(
    rf"(?P<of>(?:(?P<year>(?<!\d)(?:19|20)\d\d)|(?P<ryear>[今去前明]))年的?)?"
    rf"(?P<name>{PLAIN_FESTIVAL}|(?:{SHORT_FESTIVAL})"
    r"(?(of)|(?=小?长假|假期|假日|黄金周|期间|当[天日]|那天|前(?!天)|[后以之左]|的?(?:报纸|报道|新闻))))"
    r"(?:小?长假|假期|假日|黄金周)?(?:期间|(?P<day>当[天日]|那天))?"
)
_SOON = timedelta(days=31)  # a festival of no year is the last one, or one so near

_PAPER_FOLLOWS = (
    r"(?=的?(?:那[一期份天]|报纸?|新闻|头[版条])|有(?:什么|哪些)(?:新闻|消息|报道|文章))"
)
# A time that is told from today, or from the newest edition
_SPOKEN = re.compile(
    rf"""
      (?P<figures>(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])
        (?![\d.,%万亿元]))                                                # 20240918
    | (?P<month>(?<![\d./-])(?:1[0-2]|0?[1-9]))[./-]
      (?P<day>(?:3[01]|[12]\d|0?[1-9])(?![\d./-])){_PAPER_FOLLOWS}         # 9.18|那期
    | (?<![\d.第])(?:(?P<count>{NUMBER}|[两几])(?P<unit>天|周|个?星期|个月|年)
        |半(?P<half>年))前(?!后)                                             # 三天前
    | (?P<lately>(?<![附将接临])近(?:期|[几两些][天日]|日(?![子常])|来)|[前这][几两些][天日]
        |最近(?=的?报纸|的?新闻|有(?:什么|哪些)))                           # 近期, 前几天
    | (?:最近|过去|(?<![附将接临])近)(?P<months>半)年                        # 最近半年
    | (?<![上下本这个每逢双单至到、和四两二三一五几第数圆])(?:周|星期|礼拜)
      (?P<weekday>[一二三四五六日天末]){_PAPER_FOLLOWS}                      # 周三|的报纸
    | (?<![年\d前头])(?P<part>{PART_OF_YEAR})                                 # 上半年, 三季度
    """,
    re.VERBOSE,
)
_LATELY = timedelta(days=6)  # with today a week
_HALF_A_YEAR = timedelta(days=182)


@dataclass(frozen=True, slots=True)
class DatedSpan:
    """Where a text names a date, and the days that are meant; None is open."""

    start: int
    end: int
    range: DateRange
    from_today: bool = False  # told from the day of the question: `昨天`, `去年国庆`


def date_ranges(text: str, today: date | None) -> tuple[DatedSpan, ...]:
    """Return the dates that a question names, with the range of days that each asks for.

    It takes `9月1日以来`, `9月1日之前` and `9月1日之后` as open ranges, and its spans include those
    words.

    Args:
        text: a question; offsets of the result count in it.
        today: what `昨天` counts from, and a day without a year is near to.
    """
    folded = fold(text)
    named = [
        *_plain(text, folded, today),
        *_english(folded, today),
        *_festivals(folded, today),
        *_spoken(folded, today),
    ]
    found: list[DatedSpan] = []
    for one in sorted(named, key=lambda one: (one.start, -one.end)):
        if not found or one.start >= found[-1].end:
            found.append(_opened(folded, one, today))
    return tuple(found)


def _opened(folded: str, named: DatedSpan, today: date | None) -> DatedSpan:
    """Return a date with the word behind it that opens or widens its range."""
    first, last = named.range.since, named.range.until
    words = [one.match(folded, named.end) for one in (_SINCE, _BEFORE, _AFTER, _ABOUT)]
    word = next(filter(None, words), None)
    if word is None or first is None or last is None:
        return named
    known = {
        _SINCE: DateRange(first, today),
        _BEFORE: DateRange(None, first - timedelta(days=1)),
        _AFTER: DateRange(first, None),
        _ABOUT: DateRange(first - _WITHIN_ABOUT, last + _WITHIN_ABOUT),
    }[word.re]
    return DatedSpan(named.start, word.end(), known, named.from_today)


def _plain(text: str, folded: str, today: date | None) -> Iterator[DatedSpan]:
    """Yield the dates that are named as articles do."""
    for one in resolve(text, today):
        from_today = not folded[one.start].isnumeric()
        yield DatedSpan(one.start, one.end, DateRange(one.since, one.until), from_today)


def _english(folded: str, today: date | None) -> Iterator[DatedSpan]:
    """Yield the days that are written in English, by what they are in Chinese."""
    for match in (one for dates in _ENGLISH_DATES for one in dates.finditer(folded)):
        year = f"{match['year']}年" if match["year"] else ""
        month = _ENGLISH_MONTHS.index(match["month"]) + 1
        for meant in resolve(f"{year}{month}月{match['day']}日", today):
            yield DatedSpan(*match.span(), DateRange(meant.since, meant.until))


def _festivals(folded: str, today: date | None) -> Iterator[DatedSpan]:
    """Yield the festivals, each with its days off; without a year the last or a near one."""
    for match in _FESTIVAL.finditer(folded):
        if match["year"]:
            years = [int(match["year"])]
        elif today is None:
            continue
        elif match["ryear"]:
            years = [today.year + YEARS_AWAY[match["ryear"]]]
        else:
            years = [today.year + 1, today.year, today.year - 1]
        known = [days for year in years if (days := festival(match["name"], year))]
        begun = [one for one in known if len(years) == 1 or (today and one[0] <= today + _SOON)]
        for first, day, last in begun[:1]:
            meant = DateRange(day, day) if match["day"] else DateRange(first, last)
            yield DatedSpan(*match.span(), meant, bool(match["ryear"]))


def _spoken(folded: str, today: date | None) -> Iterator[DatedSpan]:
    """Yield the days in figures alone, and the times that are told as one speaks."""
    for match in _SPOKEN.finditer(folded) if today else ():
        if today and (days := _meant(match, today)):
            near_newest = match["figures"] or match["month"] or match["lately"] or match["part"]
            yield DatedSpan(*match.span(), DateRange(*days), not near_newest)


def _meant(match: re.Match[str], today: date) -> Days | None:
    """Return the days that a match of `_SPOKEN` means."""
    if match["figures"]:
        figures = match["figures"]
        return one_day(int(figures[:4]), int(figures[4:6]), int(figures[6:]))
    if match["month"]:
        named = next(resolve(f"{match['month']}月{match['day']}日", today), None)
        return (named.since, named.until) if named else None
    if match["lately"]:
        return today - _LATELY, today
    if match["months"]:
        return today - _HALF_A_YEAR, today
    if match["weekday"]:
        return _last_weekday(match["weekday"], today)
    if match["part"]:
        days = part_of_year(today.year, match["part"])
        return part_of_year(today.year - 1, match["part"]) if days[0] > today else days
    if match["half"]:
        return whole_month(*months_away(today, -6))
    return _ago(number_in(match["count"]), match["unit"], today)


def _last_weekday(name: str, today: date) -> Days:
    """Return the last day of a name, or the last weekend, that has begun on `today`."""
    first = today - timedelta((today.weekday() - (5 if name == "末" else weekday_number(name))) % 7)
    return first, first + timedelta(days=1 if name == "末" else 0)


def _ago(count: int, unit: str, today: date) -> Days | None:
    """Return the day, week, month or year so many of them ago: `三天前`, `两周前`."""
    if unit == "天":
        day = today - timedelta(days=count)
        return day, day
    if unit == "年":
        return part_of_year(today.year - count, "")
    if unit == "个月":
        return whole_month(*months_away(today, -count))
    return week_of("本", "", today - timedelta(days=7 * count))
