"""Jumps: find the part of an article that its jump line says is on another page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from qa.dates.parts import number_in
from qa.editions.layout import patterns
from qa.types import Role

if TYPE_CHECKING:
    from qa.editions.layout.atoms import Atom
    from qa.editions.layout.segment import Draft

_NUMBER = re.compile(r"[a-d]?\d{1,3}|[一二三四五六七八九十]{1,3}")
_FIRST = ("封面", "头版")
_COMPARED_TEXT = 1500
_LEAST_LIKENESS = 0.5  # of titles: the second part often shortens its headline


@dataclass(frozen=True, slots=True)
class PlacedDraft:
    """A draft with the page it stands on."""

    sheet: int  # which of the edition's pages, counted from 0
    page: str  # its number as printed; "" where unknown
    draft: Draft


def link_jumps(drafts: Sequence[PlacedDraft]) -> dict[int, int]:
    """Return which draft goes on in which: index of the first part to index of the second.

    Parts are linked where `下转` and `上接` name each other's pages. Where several do, the
    likest titles decide, and then the order on the page.
    """
    starts = [i for i, placed in enumerate(drafts) if _jump_to(placed.draft)]
    ends = [i for i, placed in enumerate(drafts) if _jump_from(placed.draft)]
    pairs = [
        (-_fit(drafts[start], drafts[end]), start, end)
        for start in starts
        for end in ends
        if start != end and _pages_agree(drafts[start], drafts[end])
    ]
    links: dict[int, int] = {}
    for fit, start, end in sorted(pairs):
        if start not in links and end not in links.values() and not _leads_to(links, end, start):
            if fit > -_LEAST_LIKENESS and _titles_differ(drafts[end]):
                continue
            links[start] = end
    return links


def _leads_to(links: dict[int, int], at: int, goal: int) -> bool:
    while at in links and at != goal:
        at = links[at]
    return at == goal


def _jump_to(draft: Draft) -> Atom | None:
    jumps = [atom for atom in draft.of(Role.JUMP) if is_jump_to(atom)]
    return jumps[-1] if jumps else None


def _jump_from(draft: Draft) -> Atom | None:
    return next((atom for atom in draft.of(Role.JUMP) if not is_jump_to(atom)), None)


def is_jump_to(atom: Atom) -> bool:
    """Say whether a jump line leads on (`下转第3版`) rather than back (`上接第1版`)."""
    return patterns.JUMP_FROM.match(atom.folded) is None


def _pages_agree(first: PlacedDraft, second: PlacedDraft) -> bool:
    to, back = _jump_to(first.draft), _jump_from(second.draft)
    if to is None or back is None:
        return False
    led, came = _page_of(to.folded), _page_of(back.folded)
    forward = not second.page or not led or _same_page(led, second.page)
    backward = not first.page or not came or _same_page(came, first.page)
    return forward and backward and first.sheet != second.sheet


def _page_of(jump: str) -> str:
    found = patterns.JUMP_FROM.search(jump) or patterns.JUMP_TO.search(jump)
    if found and found["page"] in _FIRST:
        return "1"
    number = _NUMBER.search(found["page"]) if found else None
    return _plain(number.group()) if number else ""


def _plain(number: str) -> str:
    """A page number without zeros in front: `03` and `三` give `3`."""
    if re.fullmatch(r"[一二三四五六七八九十]+", number):
        return str(number_in(number))
    letters = number.lower().rstrip("0123456789")
    return letters + str(int(number[len(letters) :] or 0))


def _same_page(one: str, other: str) -> bool:
    one, other = _plain(one), _plain(other)
    return one == other or (one.lstrip("abcd") == other.lstrip("abcd") and one[:1] != other[:1])


def _title_of_second(placed: PlacedDraft) -> str:
    back = _jump_from(placed.draft)
    quoted = patterns.JUMP_FROM.search(back.folded) if back else None
    title = (quoted["rest"] if quoted else "").strip(" 《》:,、")
    return title or " ".join(atom.folded for atom in placed.draft.of(Role.HEADLINE))


def _titles_differ(placed: PlacedDraft) -> bool:
    return bool(_title_of_second(placed))


def _fit(first: PlacedDraft, second: PlacedDraft) -> float:
    """How like the titles of both parts are, 0 to 1."""
    title = _title_of_second(second)
    headline = " ".join(atom.folded for atom in first.draft.of(Role.HEADLINE))
    to = _jump_to(first.draft)
    if not title:
        return _LEAST_LIKENESS * _likeness(first.draft, second.draft)
    if title in headline or headline in title or (to and title in to.folded):
        return 1.0
    return SequenceMatcher(None, title, headline, autojunk=False).ratio()


def _likeness(first: Draft, second: Draft) -> float:
    """Share of the second part's pairs of characters that the first part has too, 0 to 1."""
    one, other = (
        "".join(atom.folded for atom in draft.of(Role.BODY))[:_COMPARED_TEXT]
        for draft in (first, second)
    )
    pairs = {other[i : i + 2] for i in range(len(other) - 1)}
    return sum(pair in one for pair in pairs) / len(pairs) if pairs else 0.0
