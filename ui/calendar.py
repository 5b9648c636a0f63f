"""Which editions of a paper the archive holds and which are missing: by month, and day by day."""

from __future__ import annotations

from calendar import Calendar
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ui.escape import as_html

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from qa.types import Edition
    from ui.wording import Texts

EDITION = "edition"  # what a day opens: edition-ID

_HERE = ' aria-current="true"'
_USUAL = 0.5  # a weekday with at least this share of the commonest one's editions is a usual one


def missing_days(held: Collection[date]) -> set[date]:
    """Return the days between the first and the last of `held` on which an edition is missing.

    A paper is taken to come out on the weekdays on which it usually does, judged by what is held.
    """
    if not held:
        return set()
    weekdays = Counter(day.weekday() for day in held)
    least = _USUAL * max(weekdays.values())
    first = min(held)
    days = (first + timedelta(after) for after in range((max(held) - first).days))
    return {day for day in days if weekdays[day.weekday()] >= least} - set(held)


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The days of one paper, and the words in which they are told."""

    held: Mapping[date, Edition]
    missing: Collection[date]
    open: Edition  # the one that is read
    texts: Texts

    def of(self, year: int, month: int | None = None) -> tuple[list[date], list[date]]:
        """Return the days held and missing of a year, or of a month of it."""

        def within(day: date) -> bool:
            return day.year == year and month in (None, day.month)

        return sorted(filter(within, self.held)), sorted(filter(within, self.missing))


def coverage(shown: Edition, editions: Sequence[Edition], texts: Texts) -> str:
    """Return the year of `shown` by months, and its month by days; those held are links.

    Args:
        shown: the edition that is open; it has a date.
        editions: all dated editions of its paper.
        texts: the reader's language.
    """
    held = {one.date: one for one in editions if one.date}
    shelf = _Shelf(held, missing_days(held), shown, texts)
    day = shown.date or date.min
    here, gone = shelf.of(day.year)
    counts = texts.coverage.format(year=day.year, held=len(here))
    if gone:
        counts += f" · {texts.missing.format(missing=len(gone))}"
    months = "".join(_month(shelf, day, month) for month in range(1, 13))
    why = f'<p class="wb-why">{texts.missing_why}</p>' if gone else ""
    return (
        f'<section class="wb-coverage"><h2 class="wb-eyebrow">{counts}</h2>'
        f'<ol class="wb-months">{months}</ol>{_neighbours(shelf, day)}{_days(shelf, day)}{why}'
        "</section>"
    )


def _month(shelf: _Shelf, day: date, month: int) -> str:
    here, gone = shelf.of(day.year, month)
    name = shelf.texts.month_name(month)
    count = f"{len(here)}/{len(here) + len(gone)}" if gone else str(len(here) or "")
    shown = f"{name}<small>{count}</small>"
    if not here:
        return f'<li class="{"wb-missing" if gone else "wb-none"}"><span>{shown}</span></li>'
    current = _HERE if month == day.month else ""
    share = 100 * len(here) // (len(here) + len(gone))
    link = _opens(shelf.held[here[-1]])
    return f'<li style="--share: {share}%"><a {link}{current}>{shown}</a></li>'


def _neighbours(shelf: _Shelf, day: date) -> str:
    days = sorted(shelf.held)
    at = days.index(day)
    texts = shelf.texts
    earlier = f"<a {_opens(shelf.held[days[at - 1]])}>← {texts.earlier}</a>" if at else ""
    later = (
        f"<a {_opens(shelf.held[days[at + 1]])}>{texts.later} →</a>" if at + 1 < len(days) else ""
    )
    name = texts.month.format(year=day.year, name=texts.month_name(day.month))
    return f'<p class="wb-turn"><span>{earlier}</span><b>{name}</b><span>{later}</span></p>'


def _days(shelf: _Shelf, day: date) -> str:
    names = "".join(f'<th scope="col">{name}</th>' for name in shelf.texts.weekdays.split())
    weeks = Calendar().monthdatescalendar(day.year, day.month)
    rows = "".join(
        f"<tr>{''.join(_day(shelf, one, one.month == day.month) for one in week)}</tr>"
        for week in weeks
    )
    name = shelf.texts.month.format(year=day.year, name=shelf.texts.month_name(day.month))
    head = f'<table class="wb-month" aria-label="{name}">'
    return f"{head}<thead><tr>{names}</tr></thead><tbody>{rows}</tbody></table>"


def _day(shelf: _Shelf, day: date, inside: bool) -> str:
    if not inside:
        return "<td></td>"
    label = as_html(shelf.texts.day(day))
    if edition := shelf.held.get(day):
        current = _HERE if edition.id == shelf.open.id else ""
        return f'<td><a {_opens(edition)} aria-label="{label}"{current}>{day.day}</a></td>'
    if day in shelf.missing:
        gone = as_html(shelf.texts.missing.format(missing=1))
        told = f"{label} {gone}"
        return f'<td class="wb-missing" title="{told}" aria-label="{told}">{day.day}</td>'
    return f"<td>{day.day}</td>"


def _opens(edition: Edition) -> str:
    return f'href="#" data-open="{EDITION}-{as_html(edition.id)}"'


def undated(shown: Edition, editions: Sequence[Edition], texts: Texts) -> str:
    """Return the undated editions of a paper as a list, each a link that opens it."""
    items = "".join(
        f"<li><a {_opens(one)}{_HERE if one.id == shown.id else ''}>"
        f'<span class="wb-title">{as_html(one.issue or one.id)}</span></a></li>'
        for one in editions
    )
    return f'<h2 class="wb-eyebrow">{texts.undated}</h2><ul class="wb-list">{items}</ul>'
