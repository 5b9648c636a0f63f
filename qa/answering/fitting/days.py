"""Tells where a text speaks of other days or parts of a year than the ones asked about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.dates.asked import date_ranges
from qa.dates.parts import periods_in
from qa.passages import title_line
from qa.text import fold
from qa.types import DateRange, Expected

if TYPE_CHECKING:
    from datetime import date

    from qa.answering.evidence import Evidence
    from qa.overlap import Sought
    from qa.types import Article, DateMention, Hit

# `2024年8月`, `8月31日`, `8月底`: of which days a question asks
_DAYS_ASKED = re.compile(
    r"(?:(?P<year>\d{4}年)|(?<!\d))0?(?P<month>\d{1,2})月"
    r"(?:0?(?P<day>\d{1,2})[日号]|(?(year)|[份末底初]))"
)
# `8月14日|菜价`, but not `8月14日起停水`
_DAY_OF_TITLE = re.compile(
    r"^0?(?P<month>\d{1,2})月0?(?P<day>\d{1,2})[日号](?![起至到前后—~-]|以[来前后])"
)
_MONTH = re.compile(r"(?<!\d)0?(\d{1,2})月(?![^,，。;；]{0,14}以来)")
# What tells a day by that of the edition
_RELATIVE = re.compile(r"[今昨当明前][日天晚](?!\(\d)|[本上下同当]个?月")
_RELATIVE_MONTH = re.compile(r"[本上下同当]个?月|今年以来")
_LASTS = re.compile(r"起|以?来|至今|开始")  # `3月1日|起施行`


def dates_told(article: Article) -> list[DateMention]:
    """Return the dates that an article tells of, not only compares with: `比去年同期增长`."""
    text = article.text
    return [
        one
        for one in article.dates
        if text[max(0, one.start - 1) : one.start] not in ("比", "较")
        and not text.startswith("同期", one.end)
    ]


def tells_other_day(question: str, title: str) -> bool:
    """Return whether a title is that of a day, and of none that a folded question names."""
    own = _DAY_OF_TITLE.match(fold(title))
    named = _month_days(question)
    return own is not None and bool(named) and own.group("month", "day") not in named


def is_of_other_days(asked: Sought, hit: Hit) -> bool:
    """Return whether an article tells of days or parts of a year, and of none that is asked about.

    A day that is its edition's own, or that lies within a time that goes on, may be told of.
    """
    if not _names_when(asked):
        return False
    article, published = hit.article, hit.edition.date
    text = fold(f"{title_line(article)}\n{article.text}")
    days = _days_named(asked.question, published)
    if days and published and not any(one.holds(published) for one in days):
        told = _ranges_told(article)
        if told and not any(one.touches(day) for one in told for day in days):
            return _month_days(asked.question).isdisjoint(_month_days(text))
    if _RELATIVE_MONTH.search(text):
        return False
    months = {*_MONTH.findall(text), str(published.month if published else "")}
    return _is_of_other_periods(asked.question, text, months)


def tells_other_days(asked: Sought, one: Evidence, told: str) -> bool:
    """Return whether a sentence tells of days or months, and of none that the question names.

    One that tells of none is of the day of its title.
    """
    if not _names_when(asked) or _RELATIVE.search(told):
        return False
    named, months = list(_DAYS_ASKED.finditer(asked.question)), set(_MONTH.findall(told))
    if _is_of_other_periods(asked.question, told, months):
        return True
    if not named:
        return False
    if not months:
        return tells_other_day(asked.question, title_line(one.hit.article))
    if not any(day["month"] in months for day in named):
        return True
    days = _days_named(asked.question, one.hit.edition.date)
    own = [
        dated.range
        for dated in date_ranges(told, one.hit.edition.date)
        if told[dated.start].isnumeric() and not _is_long(dated.range)
    ]
    return bool(days and own) and not any(day.touches(other) for day in days for other in own)


def _is_of_other_periods(question: str, told: str, months: set[str]) -> bool:
    """Return whether a text tells of quarters or months, and of none that a question names.

    A day within the month that is named, is of that month.
    """
    wanted = periods_in(question)
    own = periods_in(told) if wanted else set()  # of most questions, and an article may be long
    return (
        bool(own)
        and wanted.isdisjoint(own)
        and not any(first == last and str(first) in months for first, last in wanted)
    )


def _names_when(asked: Sought) -> bool:
    """Return whether what a question names of days and months is that of what it asks for.

    Those that it asks for are others than those that it names, and may be where it asks whether:
    `5日开了吗?` `定于8日`.
    """
    return asked.expected not in (Expected.DATE, Expected.YES_NO)


def _days_named(question: str, published: date | None) -> list[DateRange]:
    """Return the days that a question names by month and day, of the year that is near."""
    named = [one.start() for one in _DAYS_ASKED.finditer(question) if one["day"]]
    return [one.range for one in date_ranges(question, published) if one.start in named]


def _month_days(text: str) -> set[tuple[str, ...]]:
    """Return the days, each a month and a day, that a folded text names."""
    return {one.group("month", "day") for one in _DAYS_ASKED.finditer(text) if one["day"]}


def _is_long(dates: DateRange) -> bool:
    return bool(dates.since and dates.until) and not dates.is_short()


def _ranges_told(article: Article) -> list[DateRange]:
    """Return the days, a month at most, that an article tells of; open where they go on."""
    return [
        DateRange(one.since, None if _LASTS.match(article.text, one.end) else one.until)
        for one in dates_told(article)
        if DateRange(one.since, one.until).is_short()
    ]
