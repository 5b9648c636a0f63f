"""Tells which office a question asks the holder of, and whether a sentence names that one.

An office is one of a body, where that is named: `档案馆馆长` is not the `馆长` of the library.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa.text import clause_before

if TYPE_CHECKING:
    from qa.types import Span

# Who is at the head of a body
HEAD = "[局镇乡区县市省院校园站科处厅部队组所馆会村社台行场厂矿]长"
_OFFICE = (
    rf"副?(?:主席|检察长|(?:[省市区县]委|纪委|村?支)?书记|[村寨]?支书|主任|{HEAD}"
    r"|总?经理|[董理]事长|总[裁监统理督]|首相|国王|[外防财团署]长|领队|[设计工程]{2}师|主?教练|导演|编剧|主编|秘书长"
    r"|发言人|代言人|主持人)"
)
_ASKED = re.compile(
    rf"(?P<office>{_OFFICE})(?:是谁|叫什么|是哪位|由谁担任)"
    rf"|谁(?:是|被?任命|被?免|[当出接就担]|卸任|不再).*?(?P<other>{_OFFICE})(?:的?职务|一职)?了?[?]?$"
)

# `铜冶镇|镇长|李爱民`
_ENDS_WITH_OFFICE = re.compile(rf"(?P<office>{_OFFICE})(?=\s?$)")
# `当选副主任的是妇女干部|石秀英`
_IS_OF_OFFICE = re.compile(rf"(?P<office>{_OFFICE})(?:的是|、(?:\d+岁的)?)[\u4e00-\u9fff]{{0,6}}$")
# `图书|馆`, `民政|局`: what an office is of, right before it
_BODY = re.compile(
    r"(?P<stem>[\u4e00-\u9fff]{0,6}?)(?:[医法学]院|检察院|委员会|[局馆院校厂社所站委办厅会室处科部]|公司|中心|银行|集团|俱乐部|[乐剧]团|队)\Z"
)
# `河东队|客场不敌城关镇队`: of whom an article tells that names two teams
_TEAM = re.compile(r"(?P<stem>[\u4e00-\u9fff]{1,6}?)队")
# What is called in full and in short
_IN_SHORT = (
    (re.compile(r"外交部长|外交大臣|外相"), "外长"),
    (re.compile(r"国防部长|国防大臣|防卫(?:大臣|相)|防相"), "防长"),
    (re.compile(r"财政部长|财政大臣|财务大臣"), "财长"),
)
# `徐洛琳|是贵州分营的团长`, `原镇长辛培德|调任水利局局长`
_IS = r"(?:是|[担现调转升改出接就继]?任|为|当选)[^,，。;；]*?"
# What many bodies share, and what tells of which level one is: `市|图书馆`, `县|医院`
_COMMON = frozenset("州中国")
_LEVELS = frozenset("省市区县镇乡村")
_NONE: frozenset[str] = frozenset()


@lru_cache
def office_asked(question: str) -> str:
    """Return the office whose holder a folded question asks for; none if it asks for none."""
    office = _ASKED.search(_in_short(question))
    return (office["office"] or office["other"]) if office else ""


def office_before(before: str) -> str:
    """Return the office that `before` ends with; none where it ends otherwise."""
    short = _in_short(before)
    office = _ENDS_WITH_OFFICE.search(short) or _IS_OF_OFFICE.search(short)
    return office.group("office") if office else ""


def names_office(question: str, sentence: str) -> bool:
    """Return whether a folded `sentence` names the office whose holder is asked for, if one is.

    `副主任` is not `主任`, what is said of a chairman does not tell who the mayor is, and an office
    of another body of the kind is another one. Of two teams, the one named first has the coach
    that is told of without a team.
    """
    office = office_asked(question)
    if not office:
        return True
    question, sentence = _in_short(question), _in_short(sentence)
    named = [match.start() for match in re.finditer(rf"(?<!副){office}", sentence)]
    before = question[: question.find(office)]
    asked, unnamed = _body(before), _first_team(sentence) if before.endswith("队") else _NONE
    told = (_body(sentence[:start]) or unnamed for start in named)
    return any(_may_be_one(asked, one) for one in told)


def holds_other(question: str, sentence: str, name: Span) -> bool:
    """Return whether a name in a folded sentence stands behind another office than the one asked.

    And the one asked is not named before: `院长` in `副市长钟声、法院院长列席` is not he.
    """
    office = office_asked(question)
    before = clause_before(sentence, name.start)
    held = office_before(before)
    if not office or not held or held == office or office in _in_short(before):
        return False
    return not re.match(rf"{_IS}{office}", _in_short(sentence[name.end :]))


def _in_short(text: str) -> str:
    """Return `text` with the offices that have a short name called by it: `外交部长`, `外长`."""
    for full, short in _IN_SHORT:
        text = full.sub(short, text)
    return text


def _body(before: str) -> frozenset[str]:
    """Return the characters of the body that `before` ends with; none where it names none."""
    body = _BODY.search(before)
    return frozenset(body["stem"]) if body else _NONE


def _first_team(text: str) -> frozenset[str]:
    """Return the characters of the first team that `text` names; none where it names none."""
    team = _TEAM.search(text)
    return frozenset(team["stem"]) if team else _NONE


def _may_be_one(asked: frozenset[str], told: frozenset[str]) -> bool:
    """Return whether two bodies share part of their names, and are of one level if both tell it."""
    for shared in (_LEVELS, (asked | told) - _LEVELS - _COMMON):
        one, other = asked & shared, told & shared
        if one and other and not one & other:
            return False
    return True
