"""A year at a glance: on which days the archive holds an edition, and on which it does not."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from ui.escape import as_html

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.texts import Texts

EDITION = "edition"  # what a day opens: edition-ID


def coverage(year: int, held: Mapping[date, str], texts: Texts, current: str = "") -> str:
    """Return a table of `year`, a row a month, in which the days that are held are links.

    Args:
        year: which year.
        held: the editions' ids by their day.
        texts: the reader's language.
        current: the id of the edition that is open.
    """
    rows = "".join(_month(year, month, held, texts, current) for month in range(1, 13))
    return f'<table class="wb-year"><caption>{year} · {texts.coverage}</caption>{rows}</table>'


def _month(year: int, month: int, held: Mapping[date, str], texts: Texts, current: str) -> str:
    days = (date(year, month, day) for day in range(1, monthrange(year, month)[1] + 1))
    cells = "".join(_day(day, held.get(day, ""), texts, current) for day in days)
    return f'<tr><th scope="row">{texts.month_name(month)}</th>{cells}</tr>'


def _day(day: date, edition_id: str, texts: Texts, current: str) -> str:
    if not edition_id:
        return "<td></td>"
    here = ' aria-current="true"' if edition_id == current else ""
    label = as_html(texts.day(day))
    return (
        f'<td><a href="#" data-open="{EDITION}-{as_html(edition_id)}" title="{label}"'
        f' aria-label="{label}"{here}>{day.day}</a></td>'
    )
