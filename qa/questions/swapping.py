"""Asks a question of something else: puts it in the place of what it stands in contrast to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.dates.in_text import mentions
from qa.dates.parts import DAY_NUMBER
from qa.dates.words import NOW, PART_OF_YEAR
from qa.forms.opposites import OPPOSITES
from qa.forms.persons.names import chinese_names
from qa.forms.places.regions import place_names
from qa.likeness import word_places
from qa.questions.aspects import ASPECTS, is_aspect, without_change, without_measure
from qa.questions.subjects import (
    ASKS,
    PEOPLE,
    after_day,
    doer,
    entity,
    is_english,
    is_named,
    is_person,
    person_of,
    topic,
    without_deed,
)
from qa.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMERAL = r"(?:\d+(?:\.\d+)?|[一二三四五六七八九十百两]+)"
# `第一针`, `18路`, `3号楼`: a number, and of what it is
_NUMBERED = re.compile(rf"第?{_NUMERAL}(?P<unit>号[\u4e00-\u9fff]|[\u4e00-\u9fff])")
# `第二阶梯`, `3号楼`, `三期`, but not `三星`, `九江`: what is told apart by its number alone
_PART = re.compile(
    rf"第{_NUMERAL}[\u4e00-\u9fff]{{1,3}}|\d+(?:\.\d+)?号?[\u4e00-\u9fff]"
    r"|[一二三四五六七八九十两]+(?:号[\u4e00-\u9fff]|[期批轮届楼层号班组队等级季环线路区单栋幢户居室年月])"
)
_RANK = re.compile(rf"第{_NUMERAL}名?")  # `第二`
# `下一站`, `上一轮`: what comes before or after what is told of
_NEXT = re.compile(r"[上下]一?[站轮场批次代任]")
# `去年`, `2023年`, `6月`, `上午`, `现在`: when
_DAY = re.compile(rf"\d{{1,2}}日|{DAY_NUMBER}")
_WHEN = re.compile(
    rf"(?:[今去前明后]|\d{{2,4}})年(?:同期|[初中底末])?|上年同期|{PART_OF_YEAR}|[今去前明后][天日]|昨[天日]|\d{{1,2}}月(?:{_DAY.pattern})?|{_DAY.pattern}"
    rf"|[上本这下]个?(?:周|月|星期|礼拜)|上午|下午|晚上|白天|周[一二三四五六日末]|{NOW}"
    r"|[春夏秋冬][天季]|[上下]一?届|[寒暑]假|节假日|平时|[首次]日|最[新近]一[期份]"
)
_YEAR = re.compile(r"(?:[今去前明后]|\d)年$")
_AT_ONCE = re.compile(rf"^{NOW}的?")  # `现在的|传人`
_AT_THE_END = re.compile(rf"(?:{_WHEN.pattern})+$")
_AT_ALL_TIMES = re.compile(rf"(?:{_WHEN.pattern})+")
# What stands for each other: `男子组`, `女子组`
_SIDES = tuple(
    re.compile(group)
    for group in (
        r"[男女]子组?|[男女](?![儿子])",
        r"[首末]班车",
        r"工作日|周末",
        r"成人|大人|儿童|小孩|孩子|老人|学生|居民|男性|女性",
        r"幼儿园|小学|初中|高中|中学|大学",
        r"冠军|亚军|季军",
        r"[东西南北][岸门]",
        r"头版|头条|第?[a-d]?[\d一二三四五六七八九十]{1,3}版",
    )
)
_CONTRARIES = (*_SIDES, *(re.compile("|".join(group)) for group in OPPOSITES))
# `低保对象`, `退休职工`: for whom something may be otherwise
_GROUP = re.compile(
    r".*(?:对象|[农保困]户|(?:残疾|[本外]地|老年|年轻)人|儿童|学生|居民|农民|职工|人员|群众|家庭)"
)
# `招几个|护士?`, but not `几|个人?`
COUNTED = re.compile(r"(?:几|多少)[个名位]?(?P<noun>(?![个名位])[\u4e00-\u9fff]{2,4})[?？]?$")
# `有多少|站?`, for `换乘站`
_COUNTED_SO = re.compile(r"多少[个名位座家条]?(?P<noun>[\u4e00-\u9fff]{1,4})[?？]?$")
_ATTRIBUTE = re.compile(r"[^的,，是在]{2,8}的(?=[\u4e00-\u9fff])")  # `偷手机的|人抓到了吗?`
# `疫苗`, `比赛`: there may be one in any place
_ANYWHERE = re.compile(r"(?:疫苗|活动|赛|节|项目|工程)$")
_HOW_MUCH = re.compile(r"[^有,，]{0,4}(?:多少|几[块元毛])")  # `猪肉|每斤多少钱`, but not `有多少`
_A_WORD = 2  # characters
_TWO_WORDS = 4  # characters
_PLACE_ENDS = "队|镇|乡|村|街道|社区|[市区县]|公园|市场|学校|小学|医院|图书馆|路|桥|站"
_ALL_OF = re.compile(r"[全本][国省市县区镇乡村校]")
_PLACE = re.compile(rf"[\u4e00-\u9fff]{{2,6}}?(?:{_PLACE_ENDS})")


def asked_of_another(last: str, new: str) -> str:
    """Return `last` asked of `new`, "" where nothing in it stands in contrast to `new`.

    `截至8月31日第一针接种了多少剂次?` of `第二针`; `沈秋月是哪一年入党的?` of `郭鲁平`.
    """
    about = entity(last)
    if is_english(last) or (about and f"{about}{new}".isascii()):
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
    at = after_day(last)
    if _is_wider(new, last):
        return f"{last[:at]}{new}{last[at:]}"
    side = new.removesuffix("的")
    is_side = any(group.fullmatch(fold(side)) for group in _SIDES) and not side.endswith("班车")
    is_part = _PART.fullmatch(side) or _NEXT.fullmatch(side)
    if is_side or is_part or (_GROUP.fullmatch(side) and not is_aspect(side)):
        about = entity(last)
        end = last.find(about) + len(about) if is_named(about) and about in last else 0
        return f"{last[:end]}{new}{last[end:]}"
    return _of_such(last, new) if new.endswith("的") else ""


def _of_such(last: str, new: str) -> str:
    """Return `last` asked of what `new` tells of its thing: `本地的` of `麻疹多少例?`.

    It takes the place of what is told so there: `偷手机的|人`, `大棚|草莓`.
    """
    at, about = after_day(last), topic(last)
    if told := _ATTRIBUTE.match(last, at):
        return f"{last[:at]}{new}{last[told.end() :]}"
    if about.endswith(("了", "过")):
        return ""
    end = last.find(about) + len(about)
    words = [place for place in word_places(fold(last)) if at <= place[0] < place[1] <= end]
    is_pair = len(words) == 2 and all(stop - start >= _A_WORD for start, stop in words)
    is_told_so = is_pair and not (is_aspect(about) or is_named(entity(last)))
    start = words[1][0] if is_told_so else at
    return f"{last[:at]}{new}{last[start:]}"


def _is_wider(new: str, last: str) -> bool:
    """Return whether `new` is where what was asked of may be: the `县医院` for `住院报多少?`."""
    about = _whom_or_what(last)
    is_common = len(about) <= _A_WORD and not is_named(about)
    return is_named(new) and (is_common or bool(_ANYWHERE.search(about)))


def asked_instead(last: str, new: str) -> str:
    """Return `last` asked of another thing than the common noun that it asks of, "" if of none.

    `招几个护士?` of `保安`, `猪肉多少钱?` of `豆腐`.
    """
    if is_aspect(new) or len(new) < _A_WORD:
        return ""
    may_be_brand = len(new) == _A_WORD or not is_person(new)  # `华为`
    if may_be_brand and (measured := _with_its_measure(last, new)):
        return measured
    if is_named(new):
        return ""
    counted = COUNTED.search(fold(last))
    if counted and PEOPLE.fullmatch(counted["noun"]) and PEOPLE.fullmatch(new):
        return f"{last[: counted.start('noun')]}{new}{last[counted.end('noun') :]}"
    return _of_other_noun(last, new)


def _of_other_noun(last: str, new: str) -> str:
    """Return `last` asked how much another common noun costs or is: `豆腐` for `猪肉`."""
    folded = fold(last)
    what, about = _whom_or_what(last), fold(topic(last))
    if about.endswith(("了", "过")) or without_change(about) != about:
        return ""
    start = folded.find(what) + (len(what) if is_named(what) else 0)
    end = folded.find(about) + len(about)
    noun = folded[start:end]
    is_noun = _A_WORD <= len(noun) <= _TWO_WORDS and not is_aspect(noun)
    alike = bool(PEOPLE.fullmatch(noun)) == bool(PEOPLE.fullmatch(new))
    if is_noun and alike and _HOW_MUCH.match(folded, end):
        return f"{last[:start]}{new}{last[end:]}"
    return ""


def _with_its_measure(last: str, new: str) -> str:
    """Return `last` asked by the same measure of `new`, "" if it names none.

    `恒江地产上半年净利润多少?` of another company.
    """
    folded, about = fold(last), fold(topic(last))
    start, thing = folded.find(about), without_measure(about)
    if start < 0 or thing == about or not _HOW_MUCH.match(folded, start + len(about)):
        return ""
    thing = _AT_THE_END.sub("", thing)
    is_place = _PLACE.fullmatch(thing) or (_ALL_OF.fullmatch(thing) and not _ALL_OF.fullmatch(new))
    if about.endswith("价") or is_place or is_aspect(thing):
        return ""  # beside a price, or in a place, something may be otherwise: `冷库`
    at = max(start, after_day(folded))
    within = thing.removeprefix(fold(entity(last)))  # `柏坪镇|桑蚕|产量`
    if len(within) >= _A_WORD:
        at += len(thing) - len(within)
    return f"{last[:at]}{new}{last[start + len(thing) :]}" if len(thing) > at - start else ""


def _whom_or_what(last: str) -> str:
    """Return what a question is about, without what it did."""
    return doer(last) or without_deed(fold(entity(last)))


def _contrasted(folded: str, last: str, new: str) -> Iterator[tuple[int, int]]:
    """Yield where the parts of a question stand that `new` may take the place of, best first."""
    if _WHEN.fullmatch(new) or (mentions(new, None) and _is_date(new)):
        yield from _times(folded, new)
    counted = _COUNTED_SO.search(folded)
    if counted and new != counted["noun"] and new.endswith(counted["noun"]):
        yield counted.span("noun")
    yield from _numbers(folded, new)
    for group in _CONTRARIES:
        if group.fullmatch(new):
            yield from (match.span() for match in group.finditer(folded) if match.group() != new)
    for match in place_names().finditer(folded) if place_names().fullmatch(new) else ():
        yield match.span()
    about = _whom_or_what(last)
    at = folded.find(about)
    place = None if _NEXT.fullmatch(new) else _PLACE.fullmatch(new)
    if place:
        yield from _places_of_kind(folded, new[-1])
    of_person = is_person(new)
    named = place or is_named(new) or of_person
    stands = doer(last) if of_person else about and not _is_wider(new, last)
    if named and stands and at >= 0:
        yield at, at + len(without_measure(about))
    elif of_person and (name := person_of(last)):
        yield 0, len(name)
    yield from _words_like(new, folded, last)


def _places_of_kind(folded: str, kind: str) -> Iterator[tuple[int, int]]:
    """Yield where places or bodies stand whose names end so, without the day before them."""
    for match in _PLACE.finditer(folded):
        start, end = match.span()
        if day := re.match(rf"(?:{_WHEN.pattern}|[日号])+", match.group()):
            start += day.end()
        is_asked = ASKS.search(match.group())  # `号线有多少站`
        if folded[end - 1] == kind and end - start > 1 and not is_asked:
            yield start, end


def _times(folded: str, new: str) -> list[tuple[int, int]]:
    """Return where a question says when, best what is of the kind of `new`: a year for a year."""
    is_now, is_day = re.fullmatch(NOW, new), _DAY.fullmatch(new)
    pattern = _AT_ALL_TIMES if is_now else _DAY if is_day else _WHEN
    spans = [match.span() for match in pattern.finditer(folded)]
    if re.fullmatch(PART_OF_YEAR, new):  # `2023年|下半年`
        spans = [(end, end) if _YEAR.search(folded[:end]) else (start, end) for start, end in spans]
    return sorted(spans, key=lambda span: folded[span[1] - 1] != new[-1])


def _numbers(folded: str, new: str) -> Iterator[tuple[int, int]]:
    """Yield what is numbered as `new` is: `第一针` for `第二针`, `3号` of `3号楼` for `5号`."""
    if _RANK.fullmatch(new):
        yield from (match.span() for match in _RANK.finditer(folded))
    if numbered := _NUMBERED.match(new):
        unit = numbered["unit"]
        for match in _NUMBERED.finditer(folded):
            if match["unit"][0] == unit[0] and match.end() - match.start() < len(new) + 4:
                yield match.start(), min(match.end(), match.start("unit") + len(unit))


def _words_like(new: str, folded: str, last: str) -> Iterator[tuple[int, int]]:
    """Yield the words of a question that end as `new` does, best those as long: `午餐|晚餐`.

    Of a name nothing is cut off.
    """
    if is_person(new) or any(ends.fullmatch(new) for ends, _ in ASPECTS):
        return
    words = word_places(folded)
    named = _end_of_names(folded, last, new)
    bare = len(_AT_ONCE.sub("", new))
    within = {at for name in chinese_names(folded) for at in range(name.start + 1, name.end)}
    starts = [start for start, _ in words if start >= named and start not in within]
    spans = [
        (start, end)
        for _, end in words
        for start in starts
        if folded[end - 1] == new[-1] and _may_stand(folded[start:end], new, bare)
    ]
    asked = ASKS.search(folded)
    before = asked.start() if asked else len(folded)
    spans.sort(key=lambda span: (span[0] > before, *_unlike(span, words, bare)))
    for start, end in spans:
        if not ASKS.search(folded[start:end]) and folded[start:end] != new:
            yield start, end


def _end_of_names(folded: str, last: str, new: str) -> int:
    """Return where a question goes on from its name, and from what is measured if `new` does so."""
    about, asked = entity(last), topic(last)
    of = without_measure(asked)
    is_another = is_aspect(new) and not new.endswith(asked[len(of) :])  # `盈利` for `纯利`
    names = [about] * is_named(about) + [of] * is_another
    return max((folded.find(name) + len(name) for name in map(fold, names)), default=0)


def _may_stand(word: str, new: str, size: int) -> bool:
    """Return whether a word is about of a size, or more than its last character is shared."""
    if not _A_WORD <= len(word) <= size + 1:
        return False
    return len(word) > _A_WORD or len(word) >= size - 1 or new.endswith(word)


def _unlike(
    span: tuple[int, int], words: list[tuple[int, int]], size: int
) -> tuple[bool, bool, int]:
    """Return how unlike a word of a size a text is: in length, and where it is no word."""
    away = abs(span[1] - span[0] - size)
    return away > 1, span not in words, away


def _is_date(text: str) -> bool:
    return bool(re.match(r"[\d今去昨前明上本]", text))
