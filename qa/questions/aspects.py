"""Knows what is asked of a thing, a body or a person: its price, its length, its head."""

from __future__ import annotations

import re

from qa.forms.persons.offices import OFFICES
from qa.likeness import word_places
from qa.questions.subjects import IN_SERIES, distinctive, is_named, is_person
from qa.text import fold

# `最高|温度`, `每股|盈利`: of the measure, not of what is measured
_NO_THING = re.compile(r"(?:[最每][\u4e00-\u9fff]|人均|平均|累计)$")
_MODALS = frozenset(("能", "可", "可以"))  # `双职工最高|能|贷`: no name of a thing
_A_WORD = 2  # characters

_AMOUNT = "是多少"
# `票价`, `校长`: what an aspect is asked with
ASPECTS = (
    (re.compile(r"最新(?:消息|进展|情况|动态)$"), ""),
    (re.compile(r"(?:时间|日期|时候)$"), "是什么时候"),
    (re.compile(r"[首末]班车$"), "几点"),
    (re.compile(r"(?:[门车船套]|学生|儿童|成人|老人)票$"), "多少钱"),
    (re.compile(r"(?:地点|地址|位置|起点|终点|方向)$"), "在哪里"),
    (re.compile(r"(?:原因|理由)$"), "是什么"),
    (
        re.compile(
            r"(?:价格?|费用?|(?<!指)数|面积|[长高深宽厚密浓湿温强速]度|投资|量|率|钱|成绩|收入|规模|[座车]位|电话"
            r"|[月年]薪|工资|薪水|(?<![成部秋春])分|[取数制]线|[奖押租定]金|房租|罚款|补[助贴]|比例|[占同环]比|额|全长|里程|工期|寿命|[气水]温|首付|目标|扣非|[顺逆]差|营收|成本|负债|支出|订单|产能|库存|[存贷]款|[市产价净]值"
            r"|[增涨跌降]幅|[纯净毛盈]利|利润|[股派利]息|票房|水位|出货|总产)$"
        ),
        _AMOUNT,
    ),
    (
        re.compile(rf"(?:{OFFICES}|监事长|总指挥|负责人|记者|作者|[冠亚季]军|[系始办]人)$"),
        "是谁",
    ),
)

# `青禾|出货`, `水位|跌破了`, `指数|收于`: by how much something did, or came to
_BY_HOW_MUCH = re.compile(
    r"(?<=..)(?:(?:增[长加]|上[涨升]|下[降跌滑]|减少|提高|跌破|突破|收[于报盘]|报收|达到?|出货|销售|亏损)了?|[卖赚亏涨跌升降增减]了)$"
)
# `主教练是谁?`: of a team or a body as a whole
_BY_TITLE = re.compile(r"主?教练|领队|队长|会长|负责人|记者")
_HEAD_OF = re.compile(r"(?P<body>[校馆院站局镇乡区])长")
_CALLED_SO = {"校": "小学|中学|大学|学校", "院": "医院|学院"}  # what a body is called in its name


def is_aspect(text: str) -> bool:
    """Return whether `text` is what a thing or a body has: `票价`, `校长`."""
    return _asking(text) is not None


def _asking(aspect: str) -> str | None:
    """Return what an aspect is asked with, None where `aspect` is none."""
    return next((words for ends, words in ASPECTS if ends.search(aspect)), None)


def aspect_question(about: str, aspect: str) -> str:
    """Return the question for an aspect of what was asked about: `18路公交票价是多少?`."""
    asking = _asking(aspect)
    about = headed(owner(about, aspect), aspect)
    is_clause = any(about[start:end] in _MODALS for start, end in word_places(fold(about)))
    is_other = is_person(aspect) or distinctive(aspect) or is_clause
    if aspect.startswith(about) or is_other or not (asking or is_named(about)):
        about = ""  # what has no name is not surely what the aspect is of
    return f"{about}{aspect}{'怎么样' if asking is None else asking}?"


def owner(about: str, aspect: str) -> str:
    """Return whose an aspect is, asked of after another: none, of `利润` without a company."""
    if not is_aspect(aspect):
        return about
    thing = without_measure(about)
    return "" if _asking(thing) == _asking(aspect) == _AMOUNT else thing


def headed(about: str, title: str) -> str:
    """Return what a `校长` is the head of: the school, of a school's canteen."""
    if _BY_TITLE.match(title):
        about = IN_SERIES.sub("", about)  # a team has one coach, whatever the round
    head = _HEAD_OF.match(title)
    if not head:
        return about
    body = _CALLED_SO.get(head["body"], head["body"])
    found = re.match(rf".*?(?:{body})", about)
    return found.group() if found else about


def without_measure(about: str) -> str:
    """Return what is measured, of what ends in its measure: `恒江地产` of `恒江地产纯利`.

    All of it where the measure is of nothing that is named: `批发价`.
    """
    bare = without_change(about)
    starts = [start for start, _ in word_places(fold(bare))]
    of_words = (start for start in reversed(starts) if _A_WORD <= start <= len(bare) - _A_WORD)
    at = next((start for start in of_words if is_aspect(bare[start:])), len(bare))
    if at < max(starts, default=0) == len(bare) - 1:
        at = max(at, len(bare) - _A_WORD - 1)  # `小区|物业费`, though `小区物业` is a word
    thing = _NO_THING.sub("", bare[:at])
    return without_measure(thing) if thing and thing != about else about


def without_change(about: str) -> str:
    """Return what rose or fell, or came to something: `沪江指数` of `沪江指数收于`."""
    return _BY_HOW_MUCH.sub("", about)
