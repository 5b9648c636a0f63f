"""Finds the numbers in a sentence that a question may be answered with, each with its unit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.forms.quantities.ages import is_other_age
from qa.forms.quantities.casualties import nobody
from qa.forms.quantities.prices import free, rate_gain, with_other_rate
from qa.forms.quantities.units import DEGREES, UNIT, asked_units, unit_at
from qa.forms.weekdays import WEEKDAYS
from qa.text import right_before
from qa.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.forms.quantities.units import Units

_NUMERAL = r"[〇零一二三四五六七八九十百千万亿两]"
_POINT = r"(?:点[〇零一二三四五六七八九]+)?"  # `百分之六|点五`
_DIGITS = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?![\d:])|\d+(?:\.\d+)*|{_NUMERAL}+)"
_WHOLE = rf"(?:\d{{1,12}}|{_NUMERAL}{{1,12}})"  # `12`, `十二`

# `85.14万`, `3000 万`, `三十余`, `三分之一`, `1亿2千万`, `38万6000`
AMOUNT = re.compile(
    rf"(?<![\da-z.])(?<!(?<!连续)第)(?!千[瓦克米]|\d{{3,4}}-\d{{7,8}}|(?<=\d{{3}}-)\d{{7,8}})(?:{_DIGITS}分之{_DIGITS}{_POINT}|\d+/\d+(?!/)|(?:\d+亿(?=\d+[百千]?万))?(?:\d+万零?(?=\d{{3,4}}(?!\d)))?{_DIGITS}[余多]?(?:(?<=\d)\s(?=[百千]?[万亿]))?(?:万亿|[百千]万|[万亿千百])?(?:[余多]|(?<=[十百千万0])来)?)"
)
# `第十|一次`, `《最后|一班渡船》`, in which nothing is counted
_WITHIN_ORDINAL = re.compile(rf"(?<!连续)第{_NUMERAL}+$")
_TITLE_QUOTED = re.compile(r"《[^《》]*》")
_FEW = r"(?:(?<!\d)\d{1,3}|[一二三四五六七八九十两]{1,3})"
_AND = rf"[零又]?{_FEW}"
# `1小时8分42秒`, `三年零六个月`, `19秒4`, `两个半小时`: one number in several units
_TIMED = re.compile(
    rf"{_FEW}年{_AND}个月(?:{_AND}[天日])?|{_FEW}个月{_AND}[天日]"
    rf"|{_FEW}天{_AND}个?小时(?:{_AND}分钟?)?|{_FEW}个?小时{_AND}分(?:钟)?(?!\d)"
    rf"|(?<!\d)(?:(?:\d+小时)?\d+分(?:钟)?\d+(?:\.\d+)?秒\d{{0,2}}|\d+秒\d+)"
    r"|(?<![上下前后大过多])半(?:个?小时|个月|[年天])(?!前)"
    rf"|{_FEW}(?:年|天|个?小时|个月)半(?![天年月个夜])|{_FEW}个半(?:小时|月|星期)"
)
# `两亩|半`
_HALVES = {
    unit: re.compile(rf"{_WHOLE}{unit}半(?![天年月夜斤山路])")
    for unit in ("亩", "斤", "公斤", "里", "吨")
}
_ONE = r"(?:\d|[一二三四五六七八九])"
_ENDS = r"(?=[一每,，。;；、)]|$)"
# `5米82`, `3块5`, `三成四`: a number whose smaller unit goes unsaid; `一元二角`: or is told as well
_LENGTH = re.compile(rf"(?<!\d)\d+米\d{{1,2}}(?![\d.]|{UNIT.pattern})")
_PRICE = re.compile(
    rf"(?:(?<!\d)\d+|{_NUMERAL}+)[块元]{_ONE}(?:角(?:{_ONE}分)?)?{_ENDS}|{_FEW}角{_ONE}分?{_ENDS}"
)
# `11令吉50仙`
_RINGGIT = re.compile(r"(?<![\d.])\d+令吉零?\d{1,2}仙")
# `一斤二两`
_WEIGHT = re.compile(rf"(?:{_FEW}|半)斤{_FEW}两")
_TENTHS = re.compile(rf"{_FEW}成[一二三四五六七八九]{_ENDS}")
_AGED = re.compile(r"\d{1,3}(?:周?岁零?\d{1,2}个月|周?岁半)")
_COMPOUND = (
    ("年", _TIMED),
    ("米", _LENGTH),
    ("元", _PRICE),
    ("令吉", _RINGGIT),
    ("斤", _WEIGHT),
    ("成", _TENTHS),
    ("岁", _AGED),
    *_HALVES.items(),
)
_TIME_ASKED = re.compile(r"成绩|用时|用了|花了|多久|多长时间|几[年天]|几个[月小]|刑")
# `45|和34摄氏度`, `2.8万|到4万元`: what measures both
_SHARED = re.compile(
    rf"(?:[和、]|(?P<to>[至到~—-]{{1,2}}))(?:零下)?(?:{_DIGITS})(?:万亿|[百千]?万|亿)?(?=[\u4e00-\u9fff℃%a-z])"
)
# `零下|5℃`
_BELOW = re.compile(r"(?:零下|(?<![\d℃])-)$")
# `翼龙-|3无人机`, which counts nothing
_MODEL = re.compile(r"[a-z\u4e00-\u9fff]-$")
# `2000元-|3000元`
_RANGE = re.compile(rf"(?:\d|{_NUMERAL})[^\W\d]{{0,3}}-$")
_WEEKDAYS = re.compile(WEEKDAYS)  # `周二、|四、六`
# `3金|2银4铜`
_MEDALS = re.compile(
    rf"(?<!第){_WHOLE}(?P<metal>[金银铜])(?=[\d{_NUMERAL[1:-1]}金银铜,，。、;；]|$)"
)
_MEDALS_ASKED = re.compile(r"(?:几|多少)[块枚面]?(?P<metal>[金银铜])牌")
# `拨打|110`, which counts nothing
_CALLED = re.compile(r"(?:拨打|致电|电话|热线|短信|客服)(?:号码)?[是为:]?$")
# `17|号楼`, `高一|(2|)班`
_NUMBERED = re.compile(r"号(?:楼|院|线|门|馆|厅|井|台风|文件)|(?:\(\d+)?\)班")
_WHICH_NUMBER = re.compile(r"(?:几|多少|哪)号")
# `4|×100米接力`
_TIMES = re.compile(r"[×x*]\d")
_FRACTION = re.compile(r"分之|/")
# `第十一届`, `第 3 名`
_ORDINAL = re.compile(rf"第\s?{_WHOLE}\s?(?:分钟|[\u4e00-\u9fff])?")
# `第几|届`, and what else is counted so; `第三` may be `第三名`
_COUNTED = "届枚个次期号条天版季级章"
_ORDINAL_ASKED = re.compile(rf"第几(?P<of>[{_COUNTED}])")
# `3比1`, `21:15`, `一比三`
_SCORE = re.compile(
    r"(?<![\d:-])\d{1,3}(?:比|:|-)\d{1,3}(?![\d:-])"
    rf"|(?<!{_NUMERAL}){_NUMERAL}{{1,4}}比{_NUMERAL}{{1,4}}(?!{_NUMERAL})"
)
# `以21比17险胜`, of which neither counts anything by itself
_SIDES = re.compile(r"(?<![\d.])\d{1,3}比\d{1,3}(?![\d.])")
# `第4名`, `排名|22名`, but not `第83分钟`
_RANK = re.compile(
    rf"第\s?{_WHOLE}(?:[名位]|(?=[,，。;；、)\s的]|$))|(?<=位列|名列|排名|位居|排在){_WHOLE}[名位]?"
)
# `由三级降至|四级`
_GRADE = re.compile(rf"第?{_WHOLE}级")
_LASTS = rf"(?:{_WHOLE}|半)个?(?:天|周|月|年|小时|分钟)"
# `每两小时|检测一次`, `隔天`
_OFTEN = re.compile(
    rf"每隔?(?:{_WHOLE}|半)?个?(?:多?月|天|日|周|星期|年|季度|小时|钟头|分钟|学期)|隔[天日周年]"
    rf"|(?<=隔){_LASTS}|{_LASTS}(?=[^,，。;；\d]{{0,4}}[一二两三\d][次回趟届])"
)
# `$57`, `¥35`
_CURRENCY = re.compile(r"[$¥￥€£]\s?$")
# `0372-5510808`, `12345`, `g1234`: figures that count nothing
_CODE = re.compile(
    r"(?<![\da-z.-])[a-z]{0,2}(?:\d{2,4}-)*\d{3,11}"
    rf"(?![\d.%万亿年:]|-\d|\s?(?:{UNIT.pattern}))"
)
# What is no amount though it is asked for by `几` or `多少`, and how it is asked for.
_OWN_FORMS = (
    (
        re.compile(
            r"多(?:久|长时间)[^,，?]{0,5}一[次回趟]|(?:每?隔|间隔)(?:多久|多长时间)"
            r"|几(?:天|年|周|个?月|个?小时|分钟)[^,，?]{0,4}一[次回趟]"
        ),
        _OFTEN,
    ),
    (
        re.compile(r"(?:排|名次|位[列居]|名列)[^,，?]{0,4}第几|第几[名位]|考了?第?(?:多少|几)名"),
        _RANK,
    ),
    (re.compile(r"第几级"), _GRADE),
    (re.compile(r"第几"), _ORDINAL),
    (re.compile(r"比分|几比几|多少比多少"), _SCORE),
    (
        re.compile(
            r"(?:电话|号码|热线|手机号?|邮编|邮政编码|传真|[账帐]号|航班号|车次)(?:号码?)?(?:[是为]|分别)*"
            r"(?:多少|几号?|什么|哪个)(?![个位部条通次钱元])"
            r"|[打拨]通?(?:什么|哪个|啥|多少)(?:电话|号码?|热线)|哪个(?:电话|号码)"
        ),
        _CODE,
    ),
)

# `2021年`, `2019|—2020年`, `8月|31日`, `3时|4分`: what can only tell when
_ONLY_WHEN = re.compile(
    r"(?:1\d|20)\d\d(?:年(?!级|[历前左之])|[—~至到-]+(?:1\d|20)\d\d年)"
    r"|\d{1,2}:\d\d(?!\d)|(?<=\d:)\d\d|(?<=月)\d{1,2}日|(?<=\d[时点])\d{1,2}分(?!钟)"
)
# `31日`, `8月`, `20时`, which tell when, not how many, unless that is what is asked for
_IN_DATE = re.compile(
    r"(?<![\d月])(?P<days>(?:\d{1,2}|[一二三四五六七八九十]{1,3})日(?!元))"
    r"|(?<!\d)(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[月时]|日(?!元)|点(?!\d))"
)

# Units in which nobody counts days
_SHORTER = frozenset({"小时", "个小时", "分钟", "秒"})

# What a number without its unit stands before: not in `价值四亿|的宅子`
_A_WORD = re.compile(r"(?!的)[^\W\d_]")

# `全长多少米`, `多宽`, and what tells a measure: `限高|3米`
_DIMENSION_ASKED = re.compile(
    r"(?P<of>[长宽高深厚])度?(?:[是有达约为]|一共)*(?:多少|几)|多(?P<much>[长宽高深厚])"
)
_DIMENSION = re.compile(r"([长宽高深厚])度?(?:[仅约达为有近超过]|只有)*$")

_UNIT_GAIN = 0.5
_WORD_LOSS = -0.5  # `六大类`
_ONE_LOSS = -0.5  # `一个`, which seldom answers `几个`


def own_form(question: str) -> re.Pattern[str] | None:
    """Return how what a folded question asks for is written, if it is figures but no amount."""
    return next((form for asks, form in _OWN_FORMS if asks.search(question)), None)


def numbers(question: str, sentence: str) -> Iterator[tuple[Span, float]]:
    """Yield the numbers in a folded `sentence` that may answer, and what speaks for their form.

    Each is cut after its unit. Those that measure another thing than what is asked for are left
    out, and so are dates.
    """
    if form := own_form(question):
        alike = (match for match in form.finditer(sentence) if _is_of_kind(question, match.group()))
        yield from ((Span(*match.span()), _UNIT_GAIN) for match in alike)
        return
    if none := nobody(question):
        yield from ((Span(*match.span()), _UNIT_GAIN) for match in none.finditer(sentence))
    yield from free(question, sentence)
    yield from _medals(question, sentence)
    units = asked_units(question)
    yield from _compound(question, sentence, units)
    for span, gain in _simple(question, sentence, units):
        if not is_other_age(question, span, sentence):
            told = with_other_rate(question, span, sentence)
            yield told, gain + rate_gain(question, span, sentence)


def _medals(question: str, sentence: str) -> Iterator[tuple[Span, float]]:
    """Yield how many medals of the metal asked about a folded sentence tells of: `3金`."""
    if asked := _MEDALS_ASKED.search(question):
        same = (one for one in _MEDALS.finditer(sentence) if one["metal"] == asked["metal"])
        yield from ((Span(*one.span()), _UNIT_GAIN) for one in same)


def _compound(question: str, sentence: str, units: Units) -> Iterator[tuple[Span, float]]:
    """Yield the numbers in several units that a folded sentence tells: `1小时8分42秒`."""
    for unit, form in _COMPOUND:
        if units.allow(unit):
            is_time = unit == "年" and (_TIME_ASKED.search(question) or units.ask_time())
            is_asked = unit in units.asked or is_time
            gain = _UNIT_GAIN if is_asked else 0.0
            yield from ((Span(*match.span()), gain) for match in form.finditer(sentence))


def _simple(question: str, sentence: str, units: Units) -> Iterator[tuple[Span, float]]:
    """Yield the numbers of one unit that may answer, in the dimension asked for."""
    dimension = _DIMENSION_ASKED.search(question)
    for match in _amounts(question, sentence):
        one = None if _is_date(sentence, match.start(), units) else _measured(match, units)
        if one and not (dimension and _is_other(dimension, right_before(sentence, match.start()))):
            yield one


def _amounts(question: str, sentence: str) -> Iterator[re.Match[str]]:
    """Yield the numbers of one unit in a folded `sentence`, but those by which things are called.

    And none within what is read as a whole, or counts nothing: `3金2银`, `《最后一班渡船》`.
    """
    forms = (_MEDALS, _WEEKDAYS, _TITLE_QUOTED, _SIDES, *(form for _, form in _COMPOUND))
    whole = [match.span() for form in forms for match in form.finditer(sentence)]
    for match in AMOUNT.finditer(sentence):
        is_name = _NUMBERED.match(sentence, match.end()) and not _WHICH_NUMBER.search(question)
        before = right_before(sentence, match.start())
        is_none = _WITHIN_ORDINAL.search(before) or _CALLED.search(before)
        if is_name or is_none or _TIMES.match(sentence, match.end()):
            continue
        if not any(start <= match.start() < end for start, end in whole):
            yield match


def _is_other(dimension: re.Match[str], before: str) -> bool:
    """Return whether a number behind `before` tells how wide what is whose length is asked for."""
    told = _DIMENSION.search(before)
    return told is not None and told[1] not in dimension.group("of", "much")


def _is_of_kind(question: str, ordinal: str) -> bool:
    """Return whether an ordinal counts what the question asks by: `第十五届`, not `第6枚`."""
    asked = _ORDINAL_ASKED.search(question)
    of = asked["of"] if asked else ""
    return not of or ordinal[-1] not in _COUNTED or ordinal[-1] == of


def _measured(match: re.Match[str], units: Units) -> tuple[Span, float] | None:
    """Return a number with its unit; None where it measures another thing."""
    start, end, told = match.start(), match.end(), match.group()
    after = end + match.string.startswith(" ", end)  # `2099 元`
    rest = match.string[after : after + 8]
    is_share = bool(_FRACTION.search(told))
    shared = _SHARED.match(match.string, end)
    known = "%" if is_share else unit_at(match.string[shared.end() :] if shared else rest)
    before = right_before(match.string, start)
    is_model = _MODEL.search(before) and not _RANGE.search(before)
    if known not in DEGREES and is_model:
        return None
    if below := _BELOW.search(before) if known in DEGREES else None:
        start -= len(below.group())
    if shared and shared["to"] and known and (units.allow(known) or known in units.asked):
        return Span(start, shared.end() + len(known)), _UNIT_GAIN * (
            known in (*units.asked, *units.must)
        )
    if (paid := _CURRENCY.search(before)) and not known and units.allow("元"):
        return Span(start - len(paid.group()), end), _UNIT_GAIN * ("元" in units.must)
    if asked := units.beginning(rest, known):
        is_vague = asked == "个" and units.ask_people()  # `14个|,` may be no persons
        gain = (_UNIT_GAIN if not is_vague else 0.0) + _ONE_LOSS * (told == "一")
        return Span(start, after + len(asked)), gain
    unasked = _loss_unasked(told, rest, known, units)
    if unasked is None:
        return None
    is_cut = known and not is_share and not shared
    return Span(start, after + len(known) if is_cut else end), unasked


def _loss_unasked(told: str, rest: str, known: str, units: Units) -> float | None:
    """Return what a number loses that has no unit asked for; None where it may not answer.

    Args:
        told: the number.
        rest: what follows it.
        known: its unit; empty where it has none that is known.
        units: those asked for.
    """
    is_word = not known and not (told[0].isascii() or told[-1] in "万亿")  # `一流`, `六大类`
    is_unsaid = not known and not _A_WORD.match(rest) and units.may_go_unsaid(told)
    if (is_word and told in ("一", "两")) or not (units.allow(known) or is_unsaid):
        return None
    return _WORD_LOSS if is_word else _ONE_LOSS * (told == "一")


def _is_date(text: str, start: int, units: Units) -> bool:
    """Return whether the number at `start` tells when; `15日` may be days as well."""
    if _ONLY_WHEN.match(text, start):
        return True
    found = _IN_DATE.match(text, start)
    if not found or found.group()[-1] in units.asked:
        return False
    return not (found["days"] and _counts_days(units))


def _counts_days(units: Units) -> bool:
    """Return whether days may answer; `10日` does not answer how many hours."""
    return "天" in units.must and not set(units.asked) <= _SHORTER
