"""Reads what a call limits a search to: as it is printed, or as a reader would write it."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, TypedDict

from qa.dates.parts import number_in
from qa.errors import UsageError
from qa.text import fold, plain_name
from qa.types import DateRange, Filters

if TYPE_CHECKING:
    from collections.abc import Sequence

Day = date | str | None

_FRONT = "1"
# `第3版`, `头版`, `A02版`, `第十二版`
_PAGE = re.compile(r"第?(?:(?P<front>头)|(?P<number>[一二三四五六七八九十]+|[a-z]*\d+))版?")
_BRACKETED = re.compile(r"《([^《》]+)》")
_SPACED_OUT = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")  # `周 明`
# `本报记者|周明`, `通讯员 |吴霞`
_TITLED = re.compile(r"^\S*?(?:记者|通讯员|記者|通訊員)[\s:：]*(?=\S)")


class FilterOptions(TypedDict, total=False):
    """What a passage must match to be found; None and an absent one match all.

    Names are compared without regard to spaces, width, case and traditional characters.
    """

    since: Day  # first day of the editions searched, a date or "YYYY-MM-DD"
    until: Day  # last day, likewise
    paper: str | None  # its name, or a part of it that no other paper's has
    section: str | None  # a section banner or page name, likewise
    page: str | None  # a page number
    reporter: str | None  # who wrote the article or took its picture


def filters_of(options: FilterOptions) -> Filters:
    """Return what `options` let through.

    Raises:
        UsageError: one is not known, is not a text, or is a date that is none.
    """
    unknown = sorted(options.keys() - FilterOptions.__annotations__.keys())
    if unknown:
        known = ", ".join(FilterOptions.__annotations__)
        raise UsageError(f"There is no filter {unknown[0]!r}; there are {known}.")
    since, until = day_of(options.get("since")), day_of(options.get("until"))
    if since and until and since > until:
        raise UsageError(f"since {since} is after until {until}; give the earlier day first.")
    paper, page = _text("paper", options), _text("page", options)
    return Filters(
        DateRange(since, until),
        _BRACKETED.sub(r"\1", paper) or None,
        _text("section", options) or None,
        page_number(page) or None,
        _SPACED_OUT.sub("", _TITLED.sub("", _text("reporter", options))) or None,
    )


def day_of(value: Day) -> date | None:
    """Return a day that is given as one or as `YYYY-MM-DD`.

    Raises:
        UsageError: it is neither.
    """
    if not value:
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise UsageError(f"{value!r} is not a date; write YYYY-MM-DD.") from None


def page_number(written: str) -> str:
    """Return a page's number as it is printed: `2` of `第二版`, `A3` of `a3`, `1` of `头版`."""
    found = _PAGE.fullmatch(fold(written))
    if not found:
        return written
    if found["front"]:
        return _FRONT
    number = found["number"]
    return number.upper() if number.isascii() else str(number_in(number))


def name_meant(given: str, names: Sequence[str]) -> str:
    """Return which of `names` is given, whole or as a part of one alone; else what is given."""
    if given in names:
        return given
    asked = plain_name(given)
    whole = [name for name in names if plain_name(name) == asked]
    holding = [name for name in names if asked in plain_name(name)]
    meant = whole or (holding if len(holding) == 1 else [given])
    return meant[0]


def text_given(name: str, value: object) -> str:
    """Return an argument that is a text, without the white space around it.

    Raises:
        UsageError: it is no text, or one that cannot be written down.
    """
    if not isinstance(value, str):
        raise UsageError(f"{name} is {value!r:.40}; give a text.")
    if re.search("[\ud800-\udfff]", value):
        raise UsageError(f"{name} is {value!r:.40}, which is no text in Unicode; give one that is.")
    return value.strip()


def _text(name: str, options: FilterOptions) -> str:
    value = options.get(name)
    return "" if value is None else text_given(name, value)
