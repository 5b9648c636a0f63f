"""Margins: which lines at a page's edges, or alone between articles, are the page's own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from qa.editions.layout import patterns
from qa.editions.layout.furniture import (
    is_contact,
    is_contact_of_paper,
    is_date_alone,
    is_forecast,
    is_markup,
    is_named_page,
    names_forecast,
)
from qa.types import Role

if TYPE_CHECKING:
    from qa.editions.layout.atoms import Atom

_LONGEST_PAGE_NAME = 6  # characters
_FEWEST_FORECASTS = 2
_LONGEST_TOP = 8  # lines at the top of a page that may be its folio


def with_margins(found: Sequence[Atom]) -> list[Atom]:
    """Tell the furniture that only its place shows from the text of articles that reads like it."""
    return _with_contacts(_with_forecasts(_without_page_name(found)))


# --- the folio ------------------------------------------------------------------------------------


def _without_page_name(found: Sequence[Atom]) -> list[Atom]:
    """Take what stands around the folio at the very top for furniture: `要闻`, `2021年9月2日`."""
    top = list(takewhile(_may_be_folio, found[:_LONGEST_TOP]))
    sure = [i for i, atom in enumerate(top) if _is_folio(atom)]
    end = max(sure, default=-1) + 1
    return [atom.as_role(Role.FURNITURE) for atom in top[:end]] + list(found[end:])


def _may_be_folio(atom: Atom) -> bool:
    plain = atom.role is None and not atom.is_heading
    return _is_folio(atom) or (plain and len(atom.text) <= _LONGEST_PAGE_NAME)


def _is_folio(atom: Atom) -> bool:
    if atom.role is Role.FURNITURE or _is_contact_line(atom):
        return True
    plain = atom.role is None and not atom.is_heading
    return plain and (is_date_alone(atom.folded) or is_named_page(atom.folded))


# --- weather --------------------------------------------------------------------------------------


def _with_forecasts(found: Sequence[Atom]) -> list[Atom]:
    """Take `今日天气` for furniture where no forecast stands below it."""
    marked = list(found)
    for i, atom in enumerate(found):
        if atom.role is not None or not names_forecast(atom.folded):
            continue
        lines = list(takewhile(_is_forecast_line, found[i + 1 :]))
        if len(lines) >= _FEWEST_FORECASTS and not atom.is_heading:  # no folio has several days
            marked[i] = atom.as_role(Role.HEADLINE)
        elif not atom.is_heading:
            lines = []
        for at, line in enumerate(lines, start=i + 1):
            marked[at] = line.as_role(Role.BODY, stands_alone=True)
        if not lines and not _is_text(found[i + 1 : i + 2]):
            marked[i] = atom.as_role(Role.FURNITURE)
    return marked


def _is_forecast_line(atom: Atom) -> bool:
    return atom.role is Role.FURNITURE and is_forecast(atom.folded)


def _is_text(below: Sequence[Atom]) -> bool:
    """Whether text stands right below a line, or who wrote it."""
    return any(
        atom.role in (Role.BODY, Role.BYLINE) or (atom.role is None and not atom.is_heading)
        for atom in below
    )


# --- addresses ------------------------------------------------------------------------------------


def _with_contacts(found: Sequence[Atom]) -> list[Atom]:
    """Give lines such as `地址:文峰大道18号` to the page at its edges, and else to their article.

    Below text such a line is the page's if folio stands right above it, or if it tells how to
    reach the paper and furniture or nothing comes below it.
    """
    marked = list(found)
    opened = notice = False
    for i, atom in enumerate(found):
        if _is_contact_line(atom):
            of_paper = not notice and is_contact_of_paper(atom.folded) and _is_at_edge(found, i)
            of_page = not opened or of_paper or (i > 0 and _is_folio_line(marked[i - 1]))
            role = Role.FURNITURE if of_page else Role.BODY
            marked[i] = atom.as_role(role, stands_alone=not of_page)
            continue
        is_furniture = atom.role is Role.FURNITURE
        opened = opened or not is_furniture
        if is_furniture or atom.is_heading:
            notice = bool(patterns.NOTICE_HEADLINE.fullmatch(atom.folded))
    return marked


def _is_contact_line(atom: Atom) -> bool:
    """Whether a line tells how to reach somebody, and its form does not say what it is."""
    told = atom.role in (None, Role.BODY) and not atom.stands_alone
    return told and is_contact(atom.folded)


def _is_folio_line(atom: Atom) -> bool:
    return atom.role is Role.FURNITURE and not is_markup(atom.folded)


def _is_at_edge(found: Sequence[Atom], at: int) -> bool:
    """Whether no text is right below a line, or no text is on either side of it."""
    below = next((atom for atom in found[at + 1 :] if not is_contact(atom.folded)), None)
    if below is None or below.role is Role.FURNITURE:
        return True
    return below.is_heading and found[at - 1].is_heading
