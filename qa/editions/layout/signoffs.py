"""Sign-offs: what runs on behind the last sentence of a text: who wrote, edited or had it."""

from __future__ import annotations

import re
from typing import NamedTuple

from qa.editions.layout import patterns
from qa.editions.layout.bylines import is_person_name, parse_byline_line
from qa.types import Role

_COLON = r"\s*[:/|丨]\s*"
# `返回某网,查看更多`
_SITE = r"返回[\u4e00-\u9fff]{2,6},?查看更多"
_ON_SITE = re.compile(_SITE)
_STAFF = (
    rf"(?:{patterns.EDITORS}|主编|审校|审读|监审|终审|初审|复审|监制|统筹|排版|制图|摄像|剪辑|视觉)"
)
_SOURCE = r"(?:来源|转自|图源)"
_WRITER = r"(?:文字?|采写|撰文)"
# What an item begins with that nothing else in a text does: `责编:`, `来源:`, `返回某网`
_BEGINS = (
    rf"(?:{_SITE}|\(?{_STAFF}(?:{_COLON}|\s|$)|[【(\[]?{_SOURCE}{_COLON}|图据|{_WRITER}{_COLON}"
    r"|(?:记者|通讯员):|版权归|本版导读|\(完\))"
)
# One item up to the next; those of the first group tell who wrote or had the text, the others are
# of the page: `新京报记者 甲`, `文/乙`, `来源:某报`, `图据某公司`, `责任编辑:丙`, `(完)`
_ITEM = re.compile(
    rf"""\s*(?:
    (?P<signs>
        (?P<wrote>(?:{_WRITER}{_COLON})?[\u4e00-\u9fff/]{{0,12}}?(?:记者|通讯员|评论员)[:\s]*
            [\u4e00-\u9fff·、:\s]{{2,40}}?(?<![摄图影])
        |{_WRITER}{_COLON}[\u4e00-\u9fff]{{2,4}}?)
    |[【(\[]?{_SOURCE}{_COLON}[^。!?;]{{1,40}}?
    |图据[^。!?;,]{{2,20}}?)
    |\(?{_STAFF}(?:{_COLON}|\s+(?=[\u4e00-\u9fff]))(?P<edited>[\u4e00-\u9fffa-z\d·、,\s]{{0,24}}?)\)?
    |{_SITE}|版权归[^。!?;,]{{1,12}}所有|本版导读|\(完\)
    )(?=\s*(?:{_BEGINS}|$))""",
    re.VERBOSE,
)
_OPENS = re.compile(_BEGINS)
# `。”`, `)`: a sign-off begins behind it
_TEXT_END = re.compile(r"[。!?…][”’」』)】\]]*|[)】\]]")
_HINT = re.compile(rf"{_SITE}|{_STAFF}|{_SOURCE}|{_WRITER}[:/|]|记者|通讯员|评论员|图据|\(完\)")
# `、` of `甲、乙`, ` CN01` of `甲 CN01`
_BETWEEN_NAMES = re.compile(r"[、,\sa-z\d]+")
_LONGEST, _LONGEST_ITEM = 160, 60  # characters


class SignOff(NamedTuple):
    """An item of a sign-off, where it stands, and what it is."""

    start: int
    end: int
    role: Role


def sign_offs(folded: str, text: str, start: int, end: int) -> list[SignOff]:
    """Return what signs a paragraph off, in its order: `。本报记者 甲 责编 乙`; mostly nothing."""
    tail = max(start, end - _LONGEST)
    if not _HINT.search(folded, max(start, end - _LONGEST_ITEM), end):
        return []
    behind = {start, *(found.end() for found in _TEXT_END.finditer(folded, tail, end))}
    on_site = bool(_ON_SITE.search(folded, tail, end))
    if on_site:  # then any item may be the first, and anybody its editor
        behind |= {found.start() for found in _OPENS.finditer(folded, tail, end)}
    read = (_items(folded, text, at, end, on_site=on_site) for at in sorted(behind))
    return next(filter(None, read), [])


def _items(folded: str, text: str, at: int, end: int, *, on_site: bool) -> list[SignOff]:
    """Read items from `at` to the end of a paragraph; empty if anything else is there."""
    items: list[SignOff] = []
    end = at + len(folded[at:end].rstrip())
    while at < end:
        found = _ITEM.match(folded, at, end)
        if not found or not (on_site or _names_editors(found["edited"] or "")):
            return []
        if found["wrote"] and not _names_writer(text[slice(*found.span("wrote"))]):
            return []
        role = Role.BYLINE if found["signs"] else Role.FURNITURE
        items.append(SignOff(at, found.end(), role))
        at = found.end()
    return items


def _names_editors(folded: str) -> bool:
    """Whether names stand there, and not what was decided: `终审:维持原判`."""
    words = _BETWEEN_NAMES.split(patterns.SPACED_NAME.sub(r"\1\2", folded))
    return all(map(is_person_name, filter(None, words)))


def _names_writer(printed: str) -> bool:
    people = parse_byline_line(printed)
    return people is not None and bool(people.reporters or people.correspondents)
