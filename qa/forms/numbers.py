"""Finds the numbers in a sentence that a question may be answered with, each with its unit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.forms.ages import is_other_age
from qa.forms.casualties import nobody
from qa.forms.units import DEGREES, UNIT, asked_units, unit_at
from qa.forms.weekdays import WEEKDAYS
from qa.text import clause_before, clauses
from qa.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.forms.units import Units

_NUMERAL = r"[〇零一二三四五六七八九十百千万亿两]"
_POINT = r"(?:点[〇零一二三四五六七八九]+)?"  # `百分之六|点五`
_DIGITS = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?![\d:])|\d+(?:\.\d+)*|{_NUMERAL}+)"
_WHOLE = rf"(?:\d+|{_NUMERAL}+)"  # `12`, `十二`

# `85.14万`, `三十余`, `三分之一`, `1亿2千万`
AMOUNT = re.compile(
    rf"(?<![\da-z.])(?<!(?<!连续)第)(?!千[瓦克米]|\d{{3,4}}-\d{{7,8}}|(?<=\d{{3}}-)\d{{7,8}})(?:{_DIGITS}分之{_DIGITS}{_POINT}|\d+/\d+(?!/)|(?:\d+亿(?=\d+[百千]?万))?{_DIGITS}[余多]?(?:万亿|[百千]万|[万亿千百])?(?:[余多]|(?<=[十百千万0])来)?)"
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
    unit: re.compile(rf"(?:\d+|{_NUMERAL}+){unit}半(?![天年月夜斤山路])")
    for unit in ("亩", "斤", "公斤", "里", "吨")
}
# `5米82`, `3块5`: a number whose smaller unit goes unsaid
_LENGTH = re.compile(r"(?<!\d)\d+米\d{1,2}(?=[,，。;；、)的夺]|$)")
_PRICE = re.compile(r"(?<!\d)\d+[块元]\d(?=[一每,，。;；、)]|$)")
_AGED = re.compile(r"\d{1,3}(?:周?岁零?\d{1,2}个月|周?岁半)")
_COMPOUND = (
    ("年", _TIMED),
    ("米", _LENGTH),
    ("元", _PRICE),
    ("岁", _AGED),
    *_HALVES.items(),
)
_TIME_ASKED = re.compile(r"成绩|用时|用了|花了|多久|多长时间|几[年天]|几个[月小]|刑")
# `45|和34摄氏度`: what measures both
_SHARED = re.compile(
    rf"(?:[和、]|(?P<to>[至到~—-]{{1,2}}))(?:零下)?(?:{_DIGITS})(?=[\u4e00-\u9fff℃%a-z])"
)
# `零下|5℃`
_BELOW = re.compile(r"(?:零下|(?<![\d℃])-)$")
# `翼龙-|3无人机`, which counts nothing
_MODEL = re.compile(r"[a-z\u4e00-\u9fff]-$")
# `2000元-|3000元`
_RANGE = re.compile(rf"(?:\d|{_NUMERAL})[^\W\d]{{0,3}}-$")
_WEEKDAYS = re.compile(WEEKDAYS)  # `周二、|四、六`
# `3金|2银4铜`
_MEDALS = re.compile(rf"{_WHOLE}(?P<metal>[金银铜])(?=[\d{_NUMERAL[1:-1]}金银铜,，。、;；]|$)")
_MEDALS_ASKED = re.compile(r"(?:几|多少)[块枚面]?(?P<metal>[金银铜])牌")
# `免收|摊位费`, `免费`, which answer what something costs
_FREE = re.compile(r"免(?:收(?P<fee>[\u4e00-\u9fff]{1,6}?费)|费|票)")
# `电动车|首小时免费`: who or what alone pays nothing
_EXEMPT = re.compile(
    r"(?P<who>(?!其[中余他])[\u4e00-\u9fff]{2,8}?)"
    r"(?P<free>(?:[首前头][\u4e00-\u9fff\d]{1,5})?(?:一律|均|全部?|都|可|享受|实行)*免(?:费|票))(?=$|[,，。;；])"
)
_PRICE_ASKED = re.compile(
    r"门票|票价|收费|费|[要交]多少钱|(?:老人|长者|学生|儿童|军人|残疾人|孕妇|低保户?)[^,，]{0,12}多少钱"
)
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
# `3比1`, `21:15`
_SCORE = re.compile(r"(?<![\d:-])\d{1,3}(?:比|:|-)\d{1,3}(?![\d:-])")
# `排名|22名`
_RANK = re.compile(rf"{_ORDINAL.pattern}|(?<=位列|名列|排名|位居|排在){_WHOLE}[名位]?")
# `由三级降至|四级`
_GRADE = re.compile(rf"第?{_WHOLE}级")
_LASTS = rf"(?:{_WHOLE}|半)个?(?:天|周|月|年|小时|分钟)"
# `每两小时|检测一次`, `隔天`
_OFTEN = re.compile(
    rf"每隔?(?:\d+|{_NUMERAL}+|半)?个?(?:多?月|天|日|周|星期|年|季度|小时|钟头|分钟|学期)|隔[天日周年]"
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

# `一小时|多少钱`, `多少钱|一斤`
_PER = re.compile(
    r"[每一](?P<per>个?(?:小时|月|星期)|天|周|次|斤|公斤|亩|人|年|张|份|户|吨|瓶|盒|度|平方米|平米)"
)
_PER_ONE = rf"(?:每|(?<![第{_NUMERAL[1:-1]}])一)个?"  # no `二〇二一|年`
_OFTEN_ASKED = re.compile(r"(?:几|多少)[班趟次场]")
# For how much of its kind something may be told, each with what else it is called
_PER_KINDS = tuple(
    tuple(tuple(unit.split("|")) for unit in kind.split())
    for kind in (
        "斤 公斤|千克|kg 吨",
        "小时|钟头 天|日 周|星期 月 季度|季 年",
        "亩 公顷 平方米|平米|㎡",
    )
)
_MOST = re.compile(r"最多|最高|封顶|不超过")
_PRICE_PER = re.compile(r"多少[钱元]|几[块元]|收费|价格")
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
    if exemption := exempt(question, sentence):
        yield exemption, 2 * _UNIT_GAIN
    elif _PRICE_ASKED.search(question):
        yield from _free(question, sentence)
    units = asked_units(question)
    if asked := _MEDALS_ASKED.search(question):
        same = (one for one in _MEDALS.finditer(sentence) if one["metal"] == asked["metal"])
        yield from ((Span(*one.span()), _UNIT_GAIN) for one in same)
    for unit, form in _COMPOUND:
        if units.allow(unit):
            is_time = unit == "年" and (_TIME_ASKED.search(question) or units.ask_time())
            is_asked = unit in units.asked or is_time
            gain = _UNIT_GAIN if is_asked else 0.0
            yield from ((Span(*match.span()), gain) for match in form.finditer(sentence))
    dimension = _DIMENSION_ASKED.search(question)
    for match in _amounts(question, sentence):
        one = None if _is_date(sentence, match.start(), units) else _measured(match, units)
        if not one or (dimension and _is_other(dimension, sentence[: match.start()])):
            continue
        if not is_other_age(question, one[0], sentence):
            yield (
                _with_other_rate(question, one[0], sentence),
                one[1] + _rate_gain(question, one[0], sentence),
            )


def _amounts(question: str, sentence: str) -> Iterator[re.Match[str]]:
    """Yield the numbers of one unit in a folded `sentence`, but those by which things are called.

    And none within what is read as a whole, or counts nothing: `3金2银`, `《最后一班渡船》`.
    """
    forms = (_MEDALS, _WEEKDAYS, _TITLE_QUOTED, *(form for _, form in _COMPOUND))
    whole = [match.span() for form in forms for match in form.finditer(sentence)]
    for match in AMOUNT.finditer(sentence):
        is_name = _NUMBERED.match(sentence, match.end()) and not _WHICH_NUMBER.search(question)
        is_ordinal = _WITHIN_ORDINAL.search(sentence, 0, match.start())
        is_called = _CALLED.search(sentence, 0, match.start())
        if is_name or is_ordinal or is_called or _TIMES.match(sentence, match.end()):
            continue
        if not any(start <= match.start() < end for start, end in whole):
            yield match


def exempt(question: str, text: str) -> Span | None:
    """Return where a folded text says that what the price is asked of costs nothing, or at first.

    `首小时免费` of `电动车首小时免费` for `电动车停一小时多少钱?`
    """
    if not _PRICE_PER.search(question):
        return None
    told = (_EXEMPT.match(text, one.start, one.end) for one in clauses(text))
    of_asked = (one for one in told if one and one["who"] in question)
    return next((Span(*one.span("free")) for one in of_asked), None)


def _is_other(dimension: re.Match[str], before: str) -> bool:
    """Return whether a number behind `before` tells how wide what is whose length is asked for."""
    told = _DIMENSION.search(before)
    return told is not None and told[1] not in dimension.group("of", "much")


def _is_of_kind(question: str, ordinal: str) -> bool:
    """Return whether an ordinal counts what the question asks by: `第十五届`, not `第6枚`."""
    asked = _ORDINAL_ASKED.search(question)
    of = asked["of"] if asked else ""
    return not of or ordinal[-1] not in _COUNTED or ordinal[-1] == of


def _rate_gain(question: str, span: Span, sentence: str) -> float:
    """Return what a price gains that is told for as much as the question asks the price of.

    So is what follows: `新房每平方米8460元;二手房6120元`.
    """
    asked = _PER.search(question)
    if not asked or not _PRICE_PER.search(question):
        return 0.0
    per = asked["per"]
    behind = sentence[span.end :]
    if _MOST.search(question):
        before = sentence[max(0, span.start - 8) : span.start]
        return _UNIT_GAIN if _MOST.search(before) else 0.0
    told = re.search(rf"[每一]{per}[^每一/]*$", sentence[: span.start])
    told = told or re.match(rf"[/每一]{per}", behind)
    return _UNIT_GAIN if told else 0.0


def _with_other_rate(question: str, span: Span, sentence: str) -> Span:
    """Return a price with how much it is told for, where that is not what the question asks for.

    `每公斤6.8元`, or `6.8元/公斤`, for `多少钱一斤?`: the bare sum would be taken for that of 一斤.
    So it is with how often: `每天一班` for `一周几班?`.
    """
    per = _per_asked(question)
    kind = next((units for units in _PER_KINDS if any(per in unit for unit in units)), ())
    others = "|".join(name for unit in kind if per not in unit for name in unit)
    if not others:
        return span
    clause = clause_before(sentence, span.start)
    if re.search(rf"{_PER_ONE}{per}", clause):
        return span
    before = re.search(rf"{_PER_ONE}(?:{others})[^、]*$", clause)
    behind = re.match(rf"(?:/|[每一])个?(?:{others})", sentence[span.end :])
    start = span.start - (len(clause) - before.start() if before else 0)
    return Span(start, span.end + (behind.end() if behind else 0))


def _per_asked(question: str) -> str:
    """Return for how much, or how often, a price or a count is asked; empty where neither is."""
    asks = _PRICE_PER.search(question) or _OFTEN_ASKED.search(question)
    asked = _PER.search(question) if asks else None
    return asked["per"].removeprefix("个") if asked else ""


def _free(question: str, sentence: str) -> Iterator[tuple[Span, float]]:
    """Yield where a sentence tells that something costs nothing; surest is the fee asked about."""
    for match in _FREE.finditer(sentence):
        is_asked = match["fee"] and match["fee"] in question
        yield Span(*match.span()), 2 * _UNIT_GAIN if is_asked else 0.0


def _measured(match: re.Match[str], units: Units) -> tuple[Span, float] | None:
    """Return a number with its unit; None where it measures another thing."""
    start, end, told = match.start(), match.end(), match.group()
    after = end + match.string.startswith(" ", end)  # `2099 元`
    rest = match.string[after : after + 8]
    is_share = bool(_FRACTION.search(told))
    shared = _SHARED.match(match.string, end)
    known = "%" if is_share else unit_at(match.string[shared.end() :] if shared else rest)
    is_model = _MODEL.search(match.string, 0, start) and not _RANGE.search(match.string, 0, start)
    if known not in DEGREES and is_model:
        return None
    if below := _BELOW.search(match.string, 0, start) if known in DEGREES else None:
        start = below.start()
    if shared and shared["to"] and known and (units.allow(known) or known in units.asked):
        return Span(start, shared.end() + len(known)), _UNIT_GAIN * (
            known in (*units.asked, *units.must)
        )
    if (paid := _CURRENCY.search(match.string, 0, start)) and not known and units.allow("元"):
        return Span(paid.start(), end), _UNIT_GAIN * ("元" in units.must)
    loss = _ONE_LOSS if told == "一" else 0.0
    asked = units.beginning(rest, known)
    if asked:
        return Span(start, after + len(asked)), _UNIT_GAIN + loss
    is_word = not known and not (told[0].isascii() or told[-1] in "万亿")  # `一流`, `六大类`
    is_unsaid = not known and not _A_WORD.match(rest) and units.may_go_unsaid(told)
    if (is_word and told in ("一", "两")) or not (units.allow(known) or is_unsaid):
        return None
    loss = _WORD_LOSS if is_word else loss
    is_cut = known and not is_share and not shared
    return Span(start, after + len(known) if is_cut else end), loss


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
