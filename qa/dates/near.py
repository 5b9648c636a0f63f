"""The year or the month of dates that do not give it: those that bring them nearest to a day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from qa.dates.parts import AND, TO, day_of, months_away, number_in

if TYPE_CHECKING:
    from qa.dates.parts import Days
    from qa.types import DateMention

_LAST_SHORT_YEAR = 99
_FUTURE_COSTS = 2  # a date without its year lies rather in the past: news tells what was
# `预计|12月20日`, `将于|5日`, `拟定在|3月`, but not `原计划12月`: what is yet to come
_IS_TO_COME = re.compile(
    r"(?<![原曾])(?:预计|预期|预定|计划|拟|有望|力争|争取|定于|将(?=[于在从自到至推延提]))[^,，。;；:：、\d]{0,8}$"
)
# `今年1月至|7月`: the end of a range lies ahead of its start
_IS_RANGE_END = re.compile(rf"[月日号]\s*{TO}\s*$")
# `推迟到|12月`, `延期至|5日`: what was put off, as a rule to a day that is yet to come
_IS_PUT_OFF = re.compile(
    r"(?:(?:推[迟延]|顺延|延[期迟后]|改期)[到至在为]?|(?<![整修])改[到至在为]|延至)$"
)
_CUE = 16  # characters before a date
_TO_COME_COSTS = 0.05  # yet a day of the last two weeks is nearer than the same one next year
_NEAR = 60  # days within which a day goes on in the month of the one before it


def in_full(year: int, day: date | None) -> int | None:
    """Return a year with its century: of two digits, the last that is not after next year."""
    if year > _LAST_SHORT_YEAR:
        return year
    if day is None:
        return None
    latest = day.year + 1
    return latest - (latest - year) % 100


def nearest_year(match: re.Match[str], month: int, day: date) -> int:
    """Return the year that brings a matched month, and its day, nearest to `day`.

    The future counts as farther, unless what leads to the date says that it is yet to come.
    """
    within = day.day if month == day.month else 15
    number = number_in(match["day"]) if match["day"] else within
    costs = _future_costs(match)

    def distance(year: int) -> float:
        there = date(year, month, max(1, min(number, monthrange(year, month)[1])))
        return _away(there, day, costs)

    return min((day.year, day.year + 1, day.year - 1), key=distance)


def nearest_day_of_month(
    match: re.Match[str], day: date | None, last: DateMention | None
) -> Days | None:
    """Return `31日` alone: in the month last named, else in the one that brings it nearest."""
    number = int(match["only_day"][:-1])
    if day is None or number < 1:
        return None
    if last is not None and last.since == last.until:
        # `3月18日和|20日`: of that month, however long ago it was
        goes_on = AND.fullmatch(match.string, last.end, match.start())
        named = day_of(last.since.year, last.since.month, number)
        is_near = goes_on or abs((last.since - day).days) < _NEAR
        if is_near and named and named >= last.since:
            return named, named
    months = (months_away(day, away) for away in (0, 1, -1))
    days = [found for month in months if (found := day_of(*month, number))]
    costs = _future_costs(match)
    nearest = min(days, key=lambda found: _away(found, day, costs), default=None)
    return (nearest, nearest) if nearest else None


def _future_costs(match: re.Match[str]) -> float:
    """Return how much farther the future is than the past, by what leads to a date."""
    before = match.string[max(0, match.start() - _CUE) : match.start()]
    if _IS_RANGE_END.search(before):
        return 0.0
    if _IS_TO_COME.search(before):
        return _TO_COME_COSTS
    return 1 / _FUTURE_COSTS if _IS_PUT_OFF.search(before) else _FUTURE_COSTS


def _away(there: date, day: date, future_costs: float) -> float:
    """Return how far a day is from `day`; in the future by what that costs."""
    days = (there - day).days
    return days * future_costs if days > 0 else -days
