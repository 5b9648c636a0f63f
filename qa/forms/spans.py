"""Finds the shortest piece of a sentence that answers: a number, a date, a person or a place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qa.date_parts import DAY_NUMBER
from qa.forms.areas import area_spans, areas_by_level
from qa.forms.counted import counts_another
from qa.forms.localities import localities
from qa.forms.names import names
from qa.forms.numbers import numbers
from qa.forms.orders import order_gain
from qa.forms.ranges import (
    CHANGE_GAIN,
    asks_range,
    changes,
    is_difference,
    may_ask_range,
    number_ranges,
    range_gain,
    whole_ranges,
)
from qa.forms.sides import is_of_another_side
from qa.text import terms
from qa.types import Expected, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.overlap import Sought

# An edition's date, which is not that of what it tells: `本报9月4日第1版`
_OF_EDITION = re.compile(r"本报(?:\d{4}年)?\d{1,2}月\d{1,2}日")

# `清道光十二年`, `民国二十年`
_REIGN = (
    r"[唐宋元明清]?(?:贞观|开元|洪武|永乐|嘉靖|万历|崇祯|顺治|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统|民国)"
    r"(?:(?:元|\d{1,2}|[一二三四五六七八九十]{1,3})年|年间|初年|末年)"
)
# `2006年12月`, `8月31日上午`, `今年6月`, `晚上9点半`
DATE = re.compile(
    rf"{_REIGN}|"
    r"(?:\d{4}年|[〇零一二三四五六七八九]{4}年|[今去明前当]年)?(?:底|初|年底|年初|[春夏秋冬]天?)?"
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]|[底初中]|[上中下]旬)?"
    r"(?:上午|下午|晚上?|凌晨|中午|早上)?(?:\d{1,2}(?:[:：]\d{2}|[时点](?:\d{1,2}分|半)?))?"
    r"|\d{4}年(?:底|初)?|[今去明前]年(?:底|初|年底)?|[昨今明前][天日晚]|上个?月|本月|上周|本周"
    r"|(?:上午|下午|晚上?|凌晨|中午|早上)?\d{1,2}(?:[:：]\d{2}|[时点](?:\d{1,2}分|半)?)"
    r"|(?:上午|下午|晚上?|凌晨|中午|早上)[一二三四五六七八九十]{1,2}点半?|(?:周|星期|礼拜)[一二三四五六日天末]|(?<!\d)\d{1,2}日"
    rf"|{DAY_NUMBER}"
    # `20世纪70年代`, `90年代初`
    r"|(?:公元前?)?(?:\d{1,2}|上)世纪(?:[\d一二三四五六七八九]{1,2}十?年代)?(?:初期?|末期?|中期)?|\d0年代(?:初期?|末期?|中期)?"
    # `“六一”前`, `国庆节期间`
    r"|(?:“[五六七八十]一”|(?:元旦|元宵|清明|端午|中秋|国庆|重阳|劳动|儿童|教师|建军)节|春节|国庆|中秋)"
    r"(?:前夕?|后|期间|当天)?"
    r"|[五十六七八]一(?:节|小长假|假期|黄金周)?(?:前夕?|后|期间)"
)
# `几点|闭馆`, but not `哪几点要求`; and a time of day
_CLOCK_ASKED = re.compile(r"(?<!哪)几[点时]|什么钟点")
_CLOCK = re.compile(r"\d(?:[时点]|[:：]\d)|[一二三四五六七八九十]点")
# `哪天|开放`; and what tells no day
_DAY_ASKED = re.compile(r"哪一?[天日]|几[号日]|几月几")
_BARE_YEAR = re.compile(r"\d{4}年|[今去明前]年")
# `哪年|建的`, `星期几|休息`, and what is of that kind
_EXACT_KINDS = (
    (re.compile(r"哪一?年|何年|几几年"), re.compile(rf"{_BARE_YEAR.pattern}|{_REIGN}|世纪|年代")),
    (re.compile(r"(?:周|星期|礼拜)几"), re.compile(r"周|星期|礼拜")),
)
_KIND_GAIN = 0.3
# `9月8日|公布`, `昨日,|记者获悉`
_REPORTING = re.compile(r"通知|消息|披露|公布|发布|通报|回应|宣布|采访")
_REPORTS = re.compile(rf"[^,，。]{{0,8}}?(?:{_REPORTING.pattern}|获悉|[,，]记者)")
# `昨日,|记者来到`: never the day of what is told
_REPORTER = re.compile(r"[,，](?:本报)?记者(?:从|在|来到|走进|看到|获悉|了解|采访)|消息[,，]")
_NO_DAY = re.compile(
    rf"(?:{_BARE_YEAR.pattern})?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月|(?:{_BARE_YEAR.pattern})[底初]?"
    r"|.*(?:世纪|年代).*|上个?月|本月|[^日天]*(?:点半?|时|分|\d:\d\d)"
)

_FORMS = (Expected.PERSON, Expected.NUMBER, Expected.DATE, Expected.PLACE)

_REACH = 12.0  # characters: how fast what stands away from a span counts less for it
_COMMA = 8.0  # characters that a comma between counts for
PAUSE = re.compile(r"[,，;；。:：]")
_CHARACTER_SHARE = 0.3  # of what a term of two characters counts

# `铜冶镇|镇长|是谁?`, `谁是市长?`
_OFFICE = (
    r"副?(?:主席|(?:[省市区县]委|纪委|村?支)?书记|村?支书|主任|[局镇乡区县市省院校园站科处厅部队组所馆会村社台行]长"
    r"|总?经理|[董理]事长|总[裁监统理督]|首相|国王|[外防团署]长|领队|[设计工程]{2}师|教练|导演|编剧|主编|秘书长"
    r"|发言人|代言人|主持人)"
)
_OFFICE_ASKED = re.compile(
    rf"(?P<office>{_OFFICE})(?:是谁|叫什么|是哪位|由谁担任)|谁是.*?(?P<other>{_OFFICE})[?]?$"
)

_HELD = re.compile(rf"{_OFFICE}\s?$")

_FORMER = re.compile(r"原|前(?!任?务)|时任")  # `原局长|罗明远`

# What a question calls by one word and a paper by another: `哪年入党` is told by `加入中国共产党`
_ONE_THING = (
    ("入党", "加入中国共产党"),
    ("入团", "加入共青团", "加入中国共产主义青年团"),
    ("参军", "入伍"),
    ("动工", "开工"),
    ("完工", "竣工"),
    ("去世", "逝世"),
    ("出生", "生于"),
    ("冠军", "第一名", "头名"),
    ("亚军", "第二名"),
    ("季军", "第三名"),
    ("地址", "位于", "坐落"),
)

# What speaks for a form, beside a nearness of 0 to 1.
_TITLE_GAIN = 0.2
_BARE_YEAR_LOSS = -0.3
_PART_GAIN = 0.35
_AREA_LOSS = -0.5
_OFFICE_GAIN = 0.3
_OF_ALL = re.compile(r"累计|合计|共计|[一总]共")
_TERMS_OF_PART = 2  # of the clause that names it


@dataclass(frozen=True, slots=True)
class Candidate:
    """A piece of a sentence that may be the answer."""

    span: Span
    gain: float  # what speaks for it: its form, and what stands near it


def names_office(asked: Sought, sentence: str) -> bool:
    """Return whether a folded `sentence` names the office whose holder is asked for, if one is.

    `副主任` is not `主任`, and what is said of a chairman does not tell who the mayor is.
    """
    office = _office_asked(asked.question)
    return not office or bool(re.search(rf"(?<!副){office}", sentence))


def has_form(expected: Expected) -> bool:
    """Return whether answers of this kind are recognised by their form."""
    return expected in _FORMS


def best_candidate(asked: Sought, sentence: str, title: str = "") -> Candidate | None:
    """Return the piece of a folded `sentence` that fits best as an answer, by rule."""
    found = ranked_candidates(asked, sentence, title)
    return max(found, key=lambda one: (one.gain, -one.span.start), default=None)


def ranked_candidates(asked: Sought, sentence: str, title: str = "") -> list[Candidate]:
    """Return the pieces of a folded `sentence` of the form of an answer, none of the question's.

    They gain by what they are near to of what the question names, apart from what the article's
    `title` names anyway.
    """
    telling = _telling(asked, title)
    return [
        Candidate(
            one.span,
            one.gain
            + _nearness(one.span, telling, sentence)
            + _part_gain(asked, one.span, sentence)
            + range_gain(asked.question, one.span, sentence)
            + order_gain(asked.question, one.span, sentence)
            + _area_gain(asked.question, one.span, sentence)
            + _office_gain(asked.question, one.span, sentence),
        )
        for one in candidates(asked, sentence)
        if sentence[one.span.start : one.span.end] not in asked.question
    ]


def _telling(asked: Sought, title: str) -> dict[str, float]:
    """Return the weights, of sum 1, of what tells one piece of an article from another."""
    characters = {key: _CHARACTER_SHARE * weight for key, weight in asked.characters.items()}
    spelled = dict.fromkeys(_other_words(asked.question), sum(asked.terms.values()))
    weights = asked.terms | characters | spelled
    kept = {key: weight for key, weight in weights.items() if key not in title} or weights
    total = sum(kept.values()) or 1.0
    return {key: weight / total for key, weight in kept.items()}


def _part_gain(asked: Sought, span: Span, sentence: str) -> float:
    """Return what a number told of a part gains where the question names the part, else loses.

    In `接种62.3万剂次,其中第一针接种35.8万` the latter answers `第一针接种了多少剂次?` alone.
    """
    _, part, before = sentence[: span.start].rpartition("其中")
    if not part or asked.expected is not Expected.NUMBER:
        return 0.0
    # A clause begins with the part (`第一针接种35.8万`), or ends with it (`35.8万是第一针`).
    named = terms(PAUSE.split(before)[-1])[:_TERMS_OF_PART]
    named = named or terms(PAUSE.split(sentence[span.end :])[0])
    if any(term in asked.question for term in named):
        return _PART_GAIN
    return -2 * _PART_GAIN if _OF_ALL.search(asked.question) else -_PART_GAIN


def _area_gain(question: str, span: Span, sentence: str) -> float:
    """Return what a piece loses behind another place than the one asked about.

    In `石鼓乡降雨186毫米,相邻的大坪乡132毫米` each number is of the place before it.
    """
    return sum(
        _AREA_LOSS
        for level, wanted in areas_by_level(question)
        for last in [one for one in area_spans(sentence, level) if one.end <= span.start][-1:]
        if sentence[last.start : last.end] not in wanted
    )


def _office_gain(question: str, span: Span, sentence: str) -> float:
    """Return what a name gains right behind the office whose holder is asked for, else loses.

    In `由编剧宫雪岑、导演丁牧野创作` each name is that of the office before it.
    """
    office = _office_asked(question)
    before = PAUSE.split(sentence[: span.start])[-1]
    held = _HELD.search(before)
    if not office or not held or (_FORMER.match(before) and not _FORMER.search(question)):
        return 0.0
    return _OFFICE_GAIN if held.group() == office else -_OFFICE_GAIN


def holders(asked: Sought, sentence: str, title: str = "") -> list[Candidate]:
    """Return the names in a folded `sentence` that stand behind the office asked about, if any."""
    if not _office_asked(asked.question):
        return []
    return [
        one
        for one in ranked_candidates(asked, sentence, title)
        if _office_gain(asked.question, one.span, sentence) > 0
    ]


def _office_asked(question: str) -> str:
    office = _OFFICE_ASKED.search(question)
    return (office["office"] or office["other"]) if office else ""


def _other_words(question: str) -> list[str]:
    """Return what a paper may print for what `question` calls by another word."""
    groups = [group for group in _ONE_THING if any(word in question for word in group)]
    return [word for group in groups for word in group if word not in question]


def candidates(asked: Sought, sentence: str) -> list[Candidate]:
    """Return the pieces of a folded `sentence` that have the form of an answer."""
    if asked.expected is Expected.PERSON:
        return [Candidate(span, _TITLE_GAIN if titled else 0.0) for span, titled in names(sentence)]
    if asked.expected is Expected.NUMBER:
        return _numbers(asked.question, sentence)
    if asked.expected is Expected.PLACE:
        return [Candidate(span, 0.0) for span in localities(asked.question, sentence)]
    return _dates(asked, sentence) if asked.expected is Expected.DATE else []


def _numbers(question: str, sentence: str) -> list[Candidate]:
    found = [
        Candidate(span, gain)
        for span, gain in numbers(question, sentence)
        if not is_of_another_side(question, span, sentence)
        and not counts_another(question, span, sentence)
        and not is_difference(question, span, sentence)
    ]
    spans = sorted((one.span for one in found), key=lambda one: one.start)
    changed = [Candidate(span, CHANGE_GAIN) for span in changes(question, spans, sentence)]
    for whole, answering in number_ranges(question, spans, sentence):
        parts = [
            one for one in found if whole.start <= one.span.start and one.span.end <= whole.end
        ]
        gain = max(one.gain for one in parts)
        found = [*(one for one in found if one not in parts), Candidate(answering, gain)]
    return [*found, *changed]


def _dates(asked: Sought, sentence: str) -> list[Candidate]:
    editions = [match.span() for match in _OF_EDITION.finditer(sentence)]
    matches = [
        match
        for match in DATE.finditer(sentence)
        if not any(start <= match.start() < end for start, end in editions)
        and tells_when(asked.question, match.group())
    ]
    if not _REPORTING.search(asked.question):
        matches = [one for one in matches if not _REPORTER.match(sentence, one.end())]
    spans = [Span(*match.span()) for match in matches]
    ranges = whole_ranges(spans, sentence) if may_ask_range(asked.question) else []
    whole = [Candidate(span, 0.0) for span in ranges]
    if whole and asks_range(asked.question):
        return whole
    losses = _bare_year_losses(asked, [match.group() for match in matches])
    return whole + [
        Candidate(span, loss + _date_gain(asked.question, match))
        for span, match, loss in zip(spans, matches, losses, strict=True)
        if not any(one.start <= span.start and span.end <= one.end for one in ranges)
    ]


def _date_gain(question: str, match: re.Match[str]) -> float:
    """Return what a date gains where a year or a day of the week is asked for and it has one.

    The day on which something was made known loses: it is rarely that of what was.
    """
    exact = asks_exactly(question) and is_exact(question, match.group())
    reports = _REPORTS.match(match.string, match.end()) and not _REPORTING.search(question)
    return _KIND_GAIN * (bool(exact) - bool(reports))


def tells_when(question: str, date: str) -> bool:
    """Return whether a date is as exact as the question asks: a day, or a time of day."""
    if _CLOCK_ASKED.search(question):
        return bool(_CLOCK.search(date))
    return not (_DAY_ASKED.search(question) and _NO_DAY.fullmatch(date))


def asks_exactly(question: str) -> bool:
    """Return whether a question asks for a year or a day of the week."""
    return any(asks.search(question) for asks, _ in _EXACT_KINDS)


def is_exact(question: str, date: str) -> bool:
    """Return whether a date has the year or the day of the week that a question asks for, if so."""
    return all(told.search(date) for asks, told in _EXACT_KINDS if asks.search(question))


def _bare_year_losses(asked: Sought, found: Sequence[str]) -> list[float]:
    """Return what years lose to days beside them where no year is asked for.

    A paper rather names by it: `6月10日,2024年岚江龙舟赛开赛`.
    """
    if "年" in asked.question:
        return [0.0] * len(found)
    bare = [bool(_BARE_YEAR.fullmatch(one)) for one in found]
    return [_BARE_YEAR_LOSS if one and not all(bare) else 0.0 for one in bare]


def _nearness(span: Span, telling: dict[str, float], sentence: str) -> float:
    """Return how much of what is looked for stands near `span`, nearer and rarer counting more."""
    return sum(weight * _near(key, span, sentence) for key, weight in telling.items())


def _near(text: str, span: Span, sentence: str) -> float:
    """Return 1 where `text` touches `span`, falling with the distance; 0 where it is nowhere."""
    if text not in sentence:  # most are; a pattern for each takes long where a question is
        return 0.0
    ways = [_way(match, span, sentence) for match in re.finditer(re.escape(text), sentence)]
    return float(2 ** (-min(ways) / _REACH)) if ways else 0.0


def _way(match: re.Match[str], span: Span, sentence: str) -> float:
    """Return the distance in characters; a comma between makes it longer."""
    if match.start() >= span.end:
        between = sentence[span.end : match.start()]
    elif match.end() <= span.start:
        between = sentence[match.end() : span.start]
    else:
        return 0.0
    return len(between) + _COMMA * len(PAUSE.findall(between))
