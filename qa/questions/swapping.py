"""Asks a question of something else: puts it in the place of what it stands in contrast to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.date_parts import DAY_NUMBER
from qa.dates import mentions
from qa.likeness import word_places
from qa.questions.subjects import NOW, entity, is_named, person_named
from qa.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMERAL = r"(?:\d+(?:\.\d+)?|[一二三四五六七八九十百两]+)"
# `第一针`, `18路`, `3号楼`: what is told apart by its number
_NUMBERED = re.compile(rf"第?{_NUMERAL}(?P<unit>号[\u4e00-\u9fff]|[\u4e00-\u9fff])")
_IN_ORDER = re.compile(rf"第{_NUMERAL}[\u4e00-\u9fff]{{1,3}}")  # `第二阶梯`
# `去年`, `2023年`, `6月`, `上午`, `现在`: when
_DAY = re.compile(rf"\d{{1,2}}日|{DAY_NUMBER}")
_WHEN = re.compile(
    rf"[今去前明后][年天日]|昨[天日]|\d{{2,4}}年|\d{{1,2}}月(?:{_DAY.pattern})?|{_DAY.pattern}"
    rf"|上[周月]|本[周月]|上午|下午|晚上|白天|周[一二三四五六日末]|{NOW}"
)
_AT_ONCE = re.compile(rf"^{NOW}的?")  # `现在的|传人`
_AT_ALL_TIMES = re.compile(rf"(?:{_WHEN.pattern})+")
# What stands for each other: `男子组`, `女子组`
_OPPOSITES = tuple(
    re.compile(group)
    for group in (
        r"[男女]子组?|[男女](?![儿子])",
        r"[首末]班车",
        r"工作日|周末",
        r"成人|儿童|老人|学生|居民|男性|女性",
        r"小学|中学|大学",
        r"冠军|亚军|季军",
        r"[东西南北][岸门]",
        r"头版|头条|第?[\d一二三四五六七八九十]{1,3}版",
    )
)
_A_WORD = 2  # characters
_ASKS = re.compile(r"[什谁哪几多怎何吗呢]")
_PLACE_ENDS = "镇|乡|村|街道|社区|[市区县]|公园|市场|学校|小学|医院|图书馆|路|桥|站"
_PLACE = re.compile(rf"[\u4e00-\u9fff]{{2,6}}?(?:{_PLACE_ENDS})")

# `票价`, `校长`: what an aspect is asked with
_ASPECTS = (
    (re.compile(r"(?:时间|日期|时候)$"), "是什么时候"),
    (re.compile(r"[首末]班车$"), "几点"),
    (re.compile(r"(?:地点|地址|位置|起点|终点|方向)$"), "在哪里"),
    (re.compile(r"(?:原因|理由)$"), "是什么"),
    (
        re.compile(
            r"(?:价|价格|费|费用|数|人数|面积|长度|高度|投资|量|率|钱|成绩|收入|规模|座位|车位|户数|电话"
            r"|[月年]薪|工资|薪水|(?<![成部秋春])分|[取数制]线|[奖押租定]金|房租|罚款|补[助贴]|比例|占比|额|全长|里程|工期|[气水]温)$"
        ),
        "是多少",
    ),
    (
        re.compile(
            r"(?:[校馆镇乡村局院站组队所社]长|书记|主任|负责人|记者|作者|冠军|亚军|季军|[系言持始办]人)$"
        ),
        "是谁",
    ),
)

_HEADS = {
    "校长": "小学|中学|大学|学校",
    "馆长": "馆",
    "院长": "医院|学院",
    "站长": "站",
    "局长": "局",
    "镇长": "镇",
    "乡长": "乡",
    "区长": "区",
}


def asked_of_another(last: str, new: str) -> str:
    """Return `last` asked of `new`, "" where nothing in it stands in contrast to `new`.

    `截至8月31日第一针接种了多少剂次?` of `第二针`; `沈秋月是哪一年入党的?` of `郭鲁平`.
    """
    if last.isascii() or new.isascii():
        about = entity(last)
        return last.replace(about, new, 1) if about and about in last else ""
    for start, end in _contrasted(fold(last), last, fold(new)):
        return f"{last[:start]}{new}{last[_end_shared(last, start, end, new) :]}"
    return ""


def _end_shared(last: str, start: int, end: int, new: str) -> int:
    """Return the end of what `new` takes the place of, with what it has of what follows.

    `二等奖` takes the place of `一等奖`, though `一等` alone stands in contrast to it.
    """
    shared = (size for size in range(len(new) - 1, 0, -1) if last[end:].startswith(new[-size:]))
    size = next(shared, 0)
    return end if last[start:end].endswith(new[-size:]) else end + size


def asked_within(last: str, new: str) -> str:
    """Return `last` asked of a day, a number or a group within it, "" where `new` is none of these.

    `截至8月31日殷都区接种了多少剂次?` of `第一针`; `谁是马拉松冠军?` of `去年` or `女子组`.
    """
    if _WHEN.fullmatch(new):
        return f"{new}{last}"
    is_side = any(group.fullmatch(new) for group in _OPPOSITES) and not new.endswith("班车")
    if is_side or _NUMBERED.fullmatch(new) or _IN_ORDER.fullmatch(new):
        about = entity(last)
        end = last.find(about) + len(about) if is_named(about) and about in last else 0
        return f"{last[:end]}{new}{last[end:]}"
    return ""


def aspect_question(about: str, aspect: str) -> str:
    """Return the question for an aspect of what was asked about: `18路公交票价是多少?`."""
    if aspect.isascii():
        return f"What about {aspect} of {about}?"
    about = headed(about, aspect)
    asking = next((words for ends, words in _ASPECTS if ends.search(aspect)), "")
    if aspect.startswith(about) or not (asking or is_named(about)):
        about = ""  # what has no name is not surely what the aspect is of
    return f"{about}{aspect}{asking or '怎么样'}?"


def headed(about: str, title: str) -> str:
    """Return what a `校长` is the head of: the school, of a school's canteen."""
    of = next((kind for head, kind in _HEADS.items() if title.startswith(head)), "")
    found = re.match(rf".*?(?:{of})", about) if of else None
    return found.group() if found else about


def _contrasted(folded: str, last: str, new: str) -> Iterator[tuple[int, int]]:
    """Yield where the parts of a question stand that `new` may take the place of, best first."""
    if _WHEN.fullmatch(new) or (mentions(new, None) and _is_date(new)):
        yield from _times(folded, new)
    yield from _numbers(folded, new)
    for group in _OPPOSITES:
        if group.fullmatch(new):
            yield from (match.span() for match in group.finditer(folded) if match.group() != new)
    about = entity(last)
    at = folded.find(fold(about))
    place = _PLACE.fullmatch(new)
    if place:
        kind = new[-1]
        yield from (m.span() for m in _PLACE.finditer(folded) if m.group()[-1] == kind)
    is_person = _is_person(new)
    named = place or is_named(new) or is_person
    if named and about and at >= 0 and (not is_person or person_named(last)):
        yield at, at + len(about)
    yield from _words_like(new, folded)


def _times(folded: str, new: str) -> list[tuple[int, int]]:
    """Return where a question says when, best what is of the kind of `new`: a year for a year."""
    is_now, is_day = re.fullmatch(NOW, new), _DAY.fullmatch(new)
    pattern = _AT_ALL_TIMES if is_now else _DAY if is_day else _WHEN
    spans = [match.span() for match in pattern.finditer(folded)]
    return sorted(spans, key=lambda span: folded[span[1] - 1] != new[-1])


def _numbers(folded: str, new: str) -> Iterator[tuple[int, int]]:
    """Yield what is numbered as `new` is: `第一针` for `第二针`, `3号` of `3号楼` for `5号`."""
    if numbered := _NUMBERED.match(new):
        unit = numbered["unit"]
        for match in _NUMBERED.finditer(folded):
            if match["unit"][0] == unit[0] and match.end() - match.start() < len(new) + 4:
                yield match.start(), min(match.end(), match.start("unit") + len(unit))


def _words_like(new: str, folded: str) -> Iterator[tuple[int, int]]:
    """Yield the words of a question that end as `new` does and are about as long: `午餐|晚餐`."""
    if _is_person(new) or any(ends.fullmatch(new) for ends, _ in _ASPECTS):
        return
    words = word_places(folded)
    bare = len(_AT_ONCE.sub("", new))
    starts, sizes = {start for start, _ in words}, (bare, bare + 1, bare - 1)
    spans = [
        (end - size, end)
        for _, end in words
        for size in sizes
        if folded[end - 1] == new[-1] and size >= _A_WORD and end - size in starts
    ]
    for start, end in sorted(spans, key=lambda span: span not in words):
        if not _ASKS.search(folded[start:end]) and folded[start:end] != new:
            yield start, end


def _is_date(text: str) -> bool:
    return bool(re.match(r"[\d今去昨前明上本]", text))


def _is_person(text: str) -> bool:
    return bool(person_named(f"{text}是谁?")) and len(text) <= 4
