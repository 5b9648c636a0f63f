"""The days that named parts of time span: a week, a quarter, the end of a month, a decade."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from qa.dates.words import PART_OF_YEAR

Days = tuple[date, date]  # the first and the last

# Text of a regular expression: `一九八〇年` without its `年`.
CHINESE_YEAR = r"[一二][〇零○九一二三四五六七八]{3}"

# Text of a regular expression: `5号` as a day, but not within `5号线`, `3号楼` or `朝阳路8号`.
DAY_NUMBER = r"(?<![\d第路街巷弄道里-])(?:[12]?\d|3[01])号(?![线楼院桥门井馆厅车机仓库令]|台风)"

# Text of regular expressions: `3`, `十二`; and what stands between the ends of a range
NUMBER = r"(?:\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
TO = r"(?:至|到|—{1,2}|-|~|–)"

AND = re.compile(r"\s*(?:和|与|及|以及|跟|、)\s*")  # `5月18日|和|20日`

# The values of the digits as written: `〇`, `两`.
DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2, "几": 3}
_WEEKDAYS = "一二三四五六日"
_WEEKS_AWAY = {"上上": -2, "上": -1, "本": 0, "这": 0, "下": 1, "下下": 2}
_UNIT_DAYS = {"天": 1, "周": 7, "星期": 7, "月": 30, "年": 365}
YEARS_AWAY = {"今": 0, "本": 0, "去": -1, "上": -1, "前": -2, "明": 1, "次": 1, "后": 2}
_DECEMBER = 12
# The first and the last month of what a year is parted into, beside its quarters and the winter
_PARTS = {
    "": (1, 12), "上半年": (1, 6), "下半年": (7, 12), "首季度": (1, 3),
    "春": (3, 5), "夏": (6, 8), "秋": (9, 11),
    "初": (1, 2), "中": (5, 8), "底": (11, 12), "末": (11, 12),
}  # fmt: skip

_YEAR_IN_FIGURES = re.compile(r"(?<!\d)[12]\d{3}(?=年)")
_YEAR_IN_CHARACTERS = re.compile(rf"{CHINESE_YEAR}(?=年)")
_IN_FIGURES = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_IN_CHARACTERS = str.maketrans("0123456789", "〇一二三四五六七八九")
_MONTH = r"(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])"
# `第二季度`, `前三季度`, `上半年`; `1—6月`, `前两个月`; `6月`, `6月份`, but not `6月8日`, `6月底`
_PERIOD = re.compile(
    rf"(?P<to_quarter>前[二三两23]个?季度)|(?P<part>首季度|{PART_OF_YEAR})"
    rf"|(?<![\d.])(?P<first>{_MONTH})月?份?{TO}(?P<last>{_MONTH})月(?![\d一二三])"
    rf"|[前头](?P<months>{_MONTH}|两)个?月"
    rf"|(?<![\d.农历正第十至到—~-])0?(?P<month>{_MONTH})月(?!\d|[一二三四五六七八九十]{{1,3}}[日号]|[底初末中上下薪饼球亮嫂子]|以[来前后])"
)


def week_of(which: str, weekday: str, day: date | None) -> Days | None:
    """Return the days of `上周`, `本周三`, `下周末`, told on `day`, if it is known."""
    if day is None:
        return None
    monday = day + timedelta(days=7 * _WEEKS_AWAY[which] - day.weekday())
    if not weekday:
        return monday, monday + timedelta(days=6)
    if weekday == "末":
        return monday + timedelta(days=5), monday + timedelta(days=6)
    there = monday + timedelta(days=weekday_number(weekday))
    return there, there


def weekday_number(name: str) -> int:
    """Return the number of a day of the week, Monday being 0: `三` is 2, `日` and `天` are 6."""
    return _WEEKDAYS.index(name.replace("天", "日"))


def last_days(match: re.Match[str], day: date | None) -> Days | None:
    """Return so many days up to `day`, itself one of them, as `近三天` and `过去一年` ask for."""
    if day is None or not match["count"]:
        return None
    days = number_in(match["count"]) * _UNIT_DAYS[match["unit"]]
    return day - timedelta(days=days - 1), day


def decade_of(text: str) -> Days:
    """Return the days of `八十年代`, `1990年代`."""
    ten = text.removesuffix("年代")[-2]
    year = 1900 + 10 * DIGITS.get(ten, int(ten) if ten.isdigit() else 0)
    return date(year, 1, 1), date(year + 9, 12, 31)


def part_of_year(year: int, part: str) -> Days:
    """Return the days of a part of a year: `上半年`, `三季度`, `春`, `年初`; all of it for ``."""
    if part.startswith("冬"):
        return date(year, 12, 1), whole_month(year + 1, 2)[1]
    first, last = _months_of_part(part)
    return whole_month(year, first)[0], whole_month(year, last)[1]


def _months_of_part(part: str) -> tuple[int, int]:
    """Return the first and the last month of a part of a year."""
    if quarter := re.search(r"([一二三四1-4])季度", part):
        last = 3 * number_in(quarter[1])
        return last - 2, last
    return _PARTS[part if part in _PARTS else part.removeprefix("年").rstrip("季天")]


def years_in_figures(text: str) -> str:
    """Return a text with its years in figures, all in their places: `1980年` for `一九八〇年`."""
    return _YEAR_IN_CHARACTERS.sub(lambda year: year.group().translate(_IN_FIGURES), text)


def years_in_characters(text: str) -> str:
    """Return a text with its years in characters: `一九八〇年` for `1980年`."""
    return _YEAR_IN_FIGURES.sub(lambda year: year.group().translate(_IN_CHARACTERS), text)


def periods_in(text: str) -> set[tuple[int, int]]:
    """Return the parts of a year that `text` names, by their first and last month.

    The second quarter is (4, 6), and so is `4—6月`. A month with a day is none: it is that day's.
    """
    return set(map(_months_of, _PERIOD.finditer(text)))


def _months_of(period: re.Match[str]) -> tuple[int, int]:
    if period["part"]:
        return _months_of_part(period["part"])
    if period["to_quarter"]:
        return 1, 3 * number_in(period["to_quarter"][1])
    if period["months"]:
        return 1, number_in(period["months"])
    first = period["first"] or period["month"]
    return number_in(first), number_in(period["last"] or first)


def part_of_month(year: int, month: int, part: str) -> Days:
    """Return the days of a part of a month: `上旬`, `底`; all of it for ``."""
    first, last = whole_month(year, month)
    if part in ("初", "上旬"):
        return first, first.replace(day=10)
    if part in ("中", "中旬"):
        return first.replace(day=11), first.replace(day=20)
    if part in ("底", "末", "下旬"):
        return first.replace(day=21), last
    return first, last


def whole_month(year: int, month: int) -> Days:
    """Return the first and the last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def whole_months(year: int, first: int, last: int) -> Days | None:
    """Return the first and the last day of months of a year, or None if there are no such."""
    if not 1 <= first <= last <= _DECEMBER:
        return None
    return whole_month(year, first)[0], whole_month(year, last)[1]


def months_away(day: date, count: int) -> tuple[int, int]:
    """Return the year and the month that lie so many months after that of `day`."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return year, month + 1


def years_before(day: date, count: int) -> date:
    """Return the same day so many years before; the 28th of February for the 29th."""
    year = day.year - count
    return day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1]))


def day_of(year: int, month: int, number: int) -> date | None:
    """Return a day, or None if there is no such."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def one_day(year: int, month: int, number: int) -> Days | None:
    """Return a day as first and last, or None if there is no such."""
    there = day_of(year, month, number)
    return (there, there) if there else None


def number_in(text: str) -> int:
    """Return the number that `text` writes: `21`, `一百一十`, `十`, or by digits: `二〇二一`."""
    if text.isdecimal():
        return int(text)
    hundreds, hundred, below = text.rpartition("百")
    if hundred:
        return number_in(hundreds or "一") * 100 + number_in(below or "零")
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return int("".join(str(DIGITS[c]) for c in text))
    return (DIGITS.get(tens[-1], 1) if tens else 1) * 10 + (DIGITS[ones[-1]] if ones else 0)
