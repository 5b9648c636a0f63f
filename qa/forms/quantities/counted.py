"""Tells which number counts another thing than the one asked about: `多少名职工?`, `20名孩子`.

What a question calls otherwise than the paper, is near to it in the encoder: `企业` and `公司`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa.forms.quantities.units import IN_ALL
from qa.likeness import most_alike, pieces
from qa.text import clause_before, clause_behind

if TYPE_CHECKING:
    from qa.types import Span

_COUNTERS = "名位个家所座条首辆台架艘栋套间只头项件张篇部本册场"
# `多少|名|职工`, `几座|塔架`
_ASKED = re.compile(
    rf"(?:多少|几)[百千万亿]*(?P<counter>[{_COUNTERS}])(?P<thing>(?!部分|方面)(?![去来在到被获参入了是有没能会要])[\u4e00-\u9fff]{{2,8}})"
)
# `伤者中有几个|孩子`, but not `家里有几个孩子`; and what tells of such ones
_PART_ASKED = re.compile(
    r"[者员客众生人亡其][中里](?:一?共)?有?(?:多少|几)[名个位]?(?P<thing>[\u4e00-\u9fff]{2})"
)
_PARTS = (
    (re.compile(r"孩子|小孩|儿童"), re.compile(r"[孩童幼岁]|学生")),
    (re.compile(r"老人"), re.compile(r"[老岁]")),
    (re.compile(r"女性|女的|妇女|女孩|女生"), re.compile(r"女")),
    (re.compile(r"男性|男的|男孩|男生"), re.compile(r"男")),
)
# `裁判共|多少名`, `观众有多少人`, and the counters of people
_ASKED_BEHIND = re.compile(
    r"(?P<thing>观众|裁判|选手|运动员|学生|教师|老师|职工|工人|游客|乘客|旅客|志愿者|代表|考生|民警|战士|官兵|队员"
    r"|村民|居民|市民|渔民|农民|学员|孩子|儿童|老人|医生|护士|患者|党员|干部|记者|员工|球员)"
    rf"(?:{IN_ALL}|共|总数)?[有是达]?(?:多少|几)(?P<counter>[名位个人])[?]?$"
)
_OF_PEOPLE, _BEFORE_PEOPLE = "名位人", "名位"  # behind `人` stands what they do
_THING = re.compile(r"(?!左右|上下|以[上下内]|不等)[\u4e00-\u9fff]{2,12}")
_THING_BEFORE = re.compile(r"[\u4e00-\u9fff]{2,8}$")
# `有多少盏|路灯`
_THERE_ARE = re.compile(
    r"有(?:多少|几)[\u4e00-\u9fff](?P<thing>[\u4e00-\u9fff]{2})[\u4e00-\u9fff]{0,4}[?]?$"
)
# `考点|有几个`
_THINGS_ARE = re.compile(
    rf"(?P<thing>[\u4e00-\u9fff]{{2}})(?:{IN_ALL}|共)?有(?:多少|几)[个家所座条名位][?]?$"
)
_GAIN = 0.3
# `有多少|老师`, of which a paper says `教师`
_ALSO = {
    "老师": "教师",
    "教师": "老师",
    "职工": "员工",
    "工人": "职工",
    "村民": "群众",
    "医生": "医师",
}
_PEOPLE_ASKED = re.compile(
    rf"有(?:多少|几)[名位个]?(?P<thing>{'|'.join(_ALSO)}|学生|护士|党员|干部)"
)
_QUOTED = re.compile(r"[“”《》]")
_ALIKE = 0.3  # cosine; `学校` and `小学` come to 0.33, `职工` and `孩子` to 0.08
# `还有多少户没换?`, `还差多少?`: what is left
_REST_ASKED = re.compile(
    r"还(?:有|剩下?|差|缺|欠)?(?:多少|几)[^?,，]{0,12}?[没未]|还(?:剩下?|差|缺|欠)(?:多少|几)|剩[余下]?(?:多少|几)"
)
_REST = re.compile(r"[还剩余尚未没差缺欠]")


def counts_another(question: str, span: Span, sentence: str) -> bool:
    """Return whether a number in a folded sentence counts what the question does not ask about.

    Only where both name what is counted behind the same counter, or before it in a list; or where
    it is asked how many of some are of a kind of people that the sentence does not name.
    """
    if _lacks_part(question, sentence):
        return True
    asked = _ASKED.search(question) or _ASKED_BEHIND.search(question)
    if not asked or not _alike_counters(asked["counter"], sentence[span.end - 1]):
        return False
    behind = _THING.match(_QUOTED.sub("", sentence[span.end :]))
    told = behind.group() if behind else _listed(span, sentence)
    if not told or not set(asked["thing"]).isdisjoint(told):
        return False
    if not behind and any(pair in question for pair in (told[-3:-1], told[-2:])):
        return False  # whose they are: `锦山区52个、屏南区41个`
    return not _are_alike(asked["thing"], told)


def _lacks_part(question: str, sentence: str) -> bool:
    """Return whether it is asked how many of some are of a kind that a sentence does not name."""
    asked = _PART_ASKED.search(question)
    return asked is not None and any(
        part.match(asked["thing"]) and not told.search(sentence) for part, told in _PARTS
    )


def asked_gain(question: str, span: Span, sentence: str) -> float:
    """Return what a number gains that stands right before what is asked how much there is of.

    `巷里有多少盏路灯?` is answered by `12盏` in `12盏路灯有9盏坏了`, and `有多少老师?` by `9名` in
    `113名学生、9名教师`.
    """
    is_counted = any(sentence.startswith(thing, span.end) for thing in _things_asked(question))
    return _GAIN if is_counted else 0.0


def is_no_rest(question: str, span: Span, sentence: str) -> bool:
    """Return whether a question asks what is left, and a number is not told to be that.

    `还有多少户没换?` is not answered by `已换740户`.
    """
    if not _REST_ASKED.search(question):
        return False
    before, behind = clause_before(sentence, span.start), clause_behind(sentence, span.end)
    return not _REST.search(before + behind)


@lru_cache
def _things_asked(question: str) -> tuple[str, ...]:
    """Return what a question asks how much there is of, by each word that a paper may call it."""
    people = _PEOPLE_ASKED.search(question)
    forms = (_THERE_ARE, _ASKED_BEHIND, _THINGS_ARE)
    asked = (people, *(form.search(question) for form in forms))
    things = [one["thing"] for one in asked if one]
    return (*things, _ALSO[things[0]]) if people and things[0] in _ALSO else tuple(things)


def _listed(span: Span, sentence: str) -> str:
    """Return what a number counts that is one of a list: `房址17座、灰坑143座`; none elsewhere."""
    counter = re.escape(sentence[span.end - 1])
    thing = _THING_BEFORE.search(sentence, max(0, span.start - 8), span.start)
    goes_on = re.match(rf"、[\u4e00-\u9fff]{{2,8}}\d+{counter}", sentence[span.end :])
    is_more = thing and re.search(rf"{counter}、$", sentence[: thing.start()])
    return thing.group() if thing and (goes_on or is_more) else ""


def _alike_counters(one: str, other: str) -> bool:
    """Return whether two counters count alike; `几个孩子` is told by `几名` as well."""
    if one == "个" and other in _BEFORE_PEOPLE:
        return True
    return other in _BEFORE_PEOPLE if one in _OF_PEOPLE else one == other


@lru_cache(256)
def _are_alike(thing: str, told: str) -> bool:
    return most_alike(pieces([thing])[0], told) >= _ALIKE
