"""Units: in which ones a question asks for a number, and which number cannot be meant then."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

# `85.14万|剂次`, `36|名`, the longest first
_KNOWN = re.compile(
    r"平方米|平方公里|立方米|人次|剂次|公里|千米|公顷|公斤|小时|分钟|个月|年级|车次|[美欧日港]元"
    r"|[元块亩吨斤克户人名个家座条栋套辆台件项次场届期岁年天周日月米层棵株艘架支份页所位张本只头间幅处]"
)

_AREAS, _LENGTHS = ("平方米", "平方公里", "公顷", "亩"), ("公里", "千米", "米")
_TIMES = ("年", "个月", "月", "天", "日", "小时", "分钟", "周")
_WEIGHTS = ("公斤", "吨", "斤", "克")
_MONEY = ("元", "美元", "欧元", "日元", "港元", "块")

# `多大`, `多少钱`: words that ask in units of their own
_ASKED_IN = {
    "多大": (*_AREAS, "岁"),
    "面积": _AREAS,
    "多少钱": _MONEY,
    "多长时间": _TIMES,
    "多久": _TIMES,
    "多长": (*_LENGTHS, *_TIMES),
    "多远": _LENGTHS,
    "多高": (*_LENGTHS, "层", "级"),
    "多宽": _LENGTHS,
    "多深": _LENGTHS,
    "多重": _WEIGHTS,
}

# `奖金是多少`, `票价多少`: what is counted in money without a word of it
_OF_MONEY = re.compile(
    r"(?:奖金|工资|月薪|年薪|薪水|票价|门票|租金|学费|罚款|单价|房价|造价|费用|补贴|补助)(?:金额|标准)?"
    r"(?:[是有为要共约达]|一共|总共)*多少(?:[?]|$)"
)

# `多少剂次`, `几公里`, `多少个接种点`: the unit that is asked for
_IN_WORDS = re.compile(r"(?:多少|几)(?P<unit>[\u4e00-\u9fff]{1,3})")

# What a paper may count in where a question asks in other units; of units that are not here, any.
_ALIKE = {
    unit: group
    for group in (
        _AREAS, _LENGTHS, _TIMES, _WEIGHTS, _MONEY,
        ("人", "名", "位", "人次"), ("户", "家"), ("岁",), ("层",), ("次", "届", "场"),
    )
    for unit in group
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Units:
    """The units that a question asks in, and all that it may be answered in; none: any."""

    asked: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    in_words: bool = False  # named beside the number: `多少户`


def unit_at(text: str) -> str:
    """Return the unit that `text` starts with; empty where it starts with none that is known."""
    known = _KNOWN.match(text)
    return known.group() if known else ""


@lru_cache
def asked_units(question: str) -> Units:
    """Return the units that a folded `question` asks in: `元` for `多少钱`, areas for `多大`."""
    for words, units in _ASKED_IN.items():
        if words in question:
            return Units(units, units)
    if _OF_MONEY.search(question):
        return Units(_MONEY, _MONEY)
    asked = _IN_WORDS.search(question)
    if not asked:
        return Units()
    unit = unit_at(asked["unit"]) or asked["unit"]
    return Units((unit,), _ALIKE.get(unit, ()), in_words=True)
