"""Openings: plain lines that open an article by what they say and what stands below.

A notice's name (`失物招领`), a correction's (`更正`) above what it corrects, a letter's heading
above its salutation, and the name of a listing (`外汇牌价`) of which the article above does not
tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from qa.editions.layout import ornaments, patterns
from qa.editions.layout.likeness import shared_with_text
from qa.editions.layout.rejoin import is_finished
from qa.editions.layout.shorts import is_guest_line
from qa.types import Role

if TYPE_CHECKING:
    from qa.editions.layout.atoms import Atom

_RUNNING = (Role.BODY, Role.BYLINE, Role.CAPTION, Role.CREDIT)
_LONGEST_TITLE = 48  # characters
# `本报11月8日A09版《…》一文中`, `应为8万元`, `特此更正`
_CORRECTS = re.compile(r"特此(?:更正|致歉)|应[为是]|误[为作将把]|有误|更正[为如]|致歉")
# `外汇牌价(11月7日)`: what papers list day by day
_LISTING = re.compile(
    r"[\u4e00-\u9fff\d]{0,12}(?:牌价|汇率|行情|开奖|天气预报|天气|航班|影讯|油价|金价|菜价|彩票|福彩|体彩|万字票|潮汐)"
    r"[^。!?:]{0,16}"
)
_FEWEST_ROWS = 3
# `停水通知`, `招聘启事`, `一封感谢信`: what names nothing but a notice
_NOTICE = re.compile(
    r"(?:(?:失物|寻物|寻人|拾物|遗失|招[聘生租标募]|拍卖|停[水电气暖]|供[水电气暖]|缴费|征[稿文]|迁址|搬迁|注销)[\u4e00-\u9fff]{0,4})?"
    r"(?:公告|公示|通告|启事|声明|讣告|通知|招领|鸣谢|谢启)|一封(?:感谢|表扬)信|感谢信"
)
_SHORTEST_NOTICE = 20  # characters
# `编辑同志:`, `槐荫里小区邬老师来信:`, which nothing but a letter begins with
_TO_EDITORS = re.compile(r"(?:尊敬的)?(?:编辑|记者)")
_LETTER_FROM = re.compile(r"[\u4e00-\u9fff\s]{2,14}来[信函电][:：]")


def with_openings(found: Sequence[Atom]) -> list[Atom]:
    """Mark the headings of notices, corrections, letters and listings, and what is over letters.

    And who answers or tells what follows, by which the lines above are known for titles.
    """
    marked = [_whole_guest(atom) for atom in found]
    printed = [i for i, atom in enumerate(found) if atom.role is not Role.FURNITURE]
    for before, at, below in zip([None, *printed], printed, printed[1:], strict=False):
        if _is_listing(found, printed, at):
            marked[at] = found[at].as_role(Role.HEADLINE)
        elif not _may_be_title(found[at]):
            continue
        elif _is_correction(found[at], found[below]) or _is_notice(found[at], found[below]):
            marked[at] = found[at].as_role(Role.HEADLINE)
        elif _greets_editors(found[below]):
            marked[at] = found[at].as_role(Role.HEADLINE)
            marked[below] = found[below].as_role(Role.BODY, stands_alone=True)
            if before is not None and _is_over_letters(found[before]):
                marked[before] = found[before].as_role(Role.BANNER)
    return marked


def _whole_guest(atom: Atom) -> Atom:
    is_guest = atom.role in (None, Role.BODY) and not atom.is_heading and is_guest_line(atom)
    return atom.as_role(Role.BODY, stands_alone=True) if is_guest else atom


def _may_be_title(atom: Atom) -> bool:
    plain = atom.role is None and not atom.is_heading and len(atom.folded) <= _LONGEST_TITLE
    return plain and not is_finished(atom.folded) and not _greets_editors(atom)


def _is_correction(atom: Atom, below: Atom) -> bool:
    is_named = patterns.CORRECTION_HEADLINE.fullmatch(ornaments.plain(atom.folded))
    return bool(is_named and below.role is Role.BODY and _CORRECTS.search(below.folded))


def _is_notice(atom: Atom, below: Atom) -> bool:
    if below.role is not Role.BODY or not _NOTICE.fullmatch(ornaments.plain(atom.folded)):
        return False
    greets = patterns.SALUTATION.fullmatch(below.folded.strip())
    return bool(greets) or len(below.folded) >= _SHORTEST_NOTICE


def _is_listing(found: Sequence[Atom], printed: Sequence[int], at: int) -> bool:
    """Whether a line names a listing whose rows stand below, and the text above has none of it."""
    if found[at].role not in (None, Role.BODY) or not _LISTING.fullmatch(found[at].folded):
        return False
    place = printed.index(at)
    rows = [found[i] for i in printed[place + 1 :][:_FEWEST_ROWS]]
    is_table = len(rows) == _FEWEST_ROWS and all(
        row.stands_alone and " " in row.folded for row in rows
    )
    above = takewhile(lambda i: found[i].role in _RUNNING, reversed(printed[:place]))
    text = "".join(found[i].folded for i in above)
    name = found[at].folded.partition("(")[0]
    return is_table and bool(text) and not shared_with_text(name, text)


def _greets_editors(atom: Atom) -> bool:
    folded = atom.folded.strip()
    greets = _TO_EDITORS.match(folded) and patterns.SALUTATION.match(folded)
    return bool(greets or _LETTER_FROM.match(folded)) and atom.role in (None, Role.BODY)


def _is_over_letters(atom: Atom) -> bool:
    return atom.role is None and bool(patterns.LETTERS.fullmatch(ornaments.plain(atom.folded)))
