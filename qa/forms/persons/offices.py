"""Tells which office a question asks the holder of, and whether a sentence names that one.

An office is one of a body, where that is named: `档案馆馆长` is not the `馆长` of the library.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa.overlap import shared_end, shared_start
from qa.text import clause_before

if TYPE_CHECKING:
    from qa.types import Span

# Who is at the head of a body
HEAD = "[局镇乡区县市省院校园站科处厅部队组所馆会村社台行场厂矿]长"
OFFICES = (
    rf"副?(?:主席|检察长|(?:[省市区县]委|纪委|村?支)?书记|[村寨]?支书|主任|{HEAD}|(?<![公英海])里长"
    r"|总?经理|[董理]事长|总[裁监统理督]|首相|国王|大臣|[外防财团署]长|司令|政委|领队|[设计工程]{2}师|主?教练|导演|编剧"
    r"|主编|秘书长|指导(?:老师|教师)"
    r"|发言人|代言人|主持人)"
)
_ASKED = re.compile(
    rf"(?P<office>{OFFICES})(?:是谁|叫什么|是哪位|由谁担任)"
    rf"|谁(?:是|被?任命|被?免|[当出接就担]|卸任|不再).*?(?P<other>{OFFICES})(?:的?职务|一职)?了?[?]?$"
)
# `县医院|原院长是谁?`, `原市水利局局长是谁?`, but not `太原市长是谁?`, `原平市市长是谁?`,
# `当前主任是谁?`
FORMER = re.compile(
    r"(?:^|(?<=[局院校厂司所站委办厅会室处科部心行团队社馆府省市区县镇乡村])|(?<![目日当眼此以之年会太平高中草]))[前原]"
    rf"(?=副?(?![省市区县镇乡村](?:长|委书记))(?:{OFFICES})(?:是|叫|由|[?]?$))"
    r"|(?:^|(?<=[府省市区县镇乡村]))[前原](?=副?[省市区县镇乡村](?:长|委书记)(?:是|叫|由|[?]?$))|^原(?=[省市区县])"
    rf"|^原(?!.[省市区县镇乡村]|材料|野|子|油|创)(?=[\u4e00-\u9fff]{{3,}}?(?:{OFFICES})(?:是|叫|由|[?]?$))"
)

# `铜冶镇|镇长|李爱民`
_ENDS_WITH_OFFICE = re.compile(rf"(?P<office>{OFFICES})(?=\s?$)")
# `当选副主任的是妇女干部|石秀英`, `文学社社长、初二(3)班的|石秀英`
_IS_OF_OFFICE = re.compile(
    rf"(?P<office>{OFFICES})(?:的是|、(?:\d+岁的|[^,，。;；:：、]{{2,10}}的)?)[\u4e00-\u9fff]{{0,6}}$"
)
# `图书|馆`, `民政|局`: what an office is of, right before it
_BODY = re.compile(
    r"(?P<stem>[\u4e00-\u9fff]{0,12}?)(?:[医法学]院|检察院|委员会|[局馆院校厂社所站委办厅会室处科部]|公司|中心|银行|集团|俱乐部|[乐剧]团|队)\Z"
)
# Who is at the head of what is known by no end of its name: `苍梧农机|董事长`, `平原|县长`
_HEAD_OF_ANY = re.compile(
    r"副?(?:主席|(?:[省市区县]委)?书记|总?经理|[董理]事长|总[裁监统理督]|首相|国王|大臣|[外防财署]长|秘书长|司令|政委"
    r"|指导(?:老师|教师)|[镇乡区县市省园组村社台行场矿里]长)"
)
# `昨天上午|平原县县长`, `选举高远为|董事长`, `谁是|人民医院院长`: what is not of the body's name
_LEADING = re.compile(
    r".*(?:[^\u4e00-\u9fff]|[昨今明前当每][天日年晚晨]|[上下中]午|晚上|当选|选举|聘[请任]|推[选举]|成为|陪同|接替|会见|(?<!华)为"
    r"|[谁是的任由被据从到在向对于时后了把让请问说称道随该本我们这那几两位名与兼叫]|(?<!耳)其)"
)
# `江源集团|新任|董事长`, `市教育局|党委|书记`
_TRAILING = re.compile(
    r"(?:(?<![平太高草中])原任?|[新现前首历候代]任?|时任|候任|当选|名誉|荣誉|执行|常务|青年|第一|老|女|党[委组]|党?总?支部?)+$"
)
# `集团|董事长`, which may be of any
_GENERIC = re.compile(
    r"^(?:集团|公司|企业|单位|银行|俱乐部|驻村|[厂社校院]|[局院校厂社所站馆部队村镇乡县市区][方里])+"
)
# `苍梧农机:|选举高远为董事长`; but not `会议决定:`
_LABEL = re.compile(
    r"^(?![^:：]*[定知告布说道示名如下讯电问答])(?P<label>[\u4e00-\u9fff]{3,8})[:：]"
)
# `河东队|客场不敌城关镇队`: of whom an article tells that names two teams
_TEAM = re.compile(r"(?P<stem>[\u4e00-\u9fff]{1,4}?)队")
# What is called in full and in short
_IN_SHORT = (
    (re.compile(r"外交部长|外交大臣|外相"), "外长"),
    (re.compile(r"国防部长|国防大臣|防卫(?:大臣|相)|防相"), "防长"),
    (re.compile(r"财政部长|财政大臣|财务大臣"), "财长"),
    (re.compile(r"司令员"), "司令"),
    (re.compile(r"政治委员"), "政委"),
)
# `徐洛琳|是贵州分营的团长`, `原镇长辛培德|调任水利局局长`
_IS = r"(?:是|[担现调转升改出接就继]?任|为|当选)[^,，。;；]*?"
# What many bodies share, and what tells of which level one is: `市|图书馆`, `县|医院`
_COMMON = frozenset("州中国")
_LEVEL = re.compile(r"[省市区县镇村]|(?<!城)乡")
_LONGEST_BODY = 24  # characters
_AUTONOMOUS = re.compile(r"(?:回族|壮族|维吾尔)?自治区")  # `宁夏|回族自治区|水利厅`
_SHORTEST_BODY = 2  # characters that name one without its kind: `水利|局长`, but not `小|局长`
_BRANCH = "分"  # `分局` is another than `局`


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
    of another body of the kind is another one. What is told without its body is of the one that
    begins the paragraph; of two teams, the one named first has the coach.
    """
    office = office_asked(question)
    if not office:
        return True
    question, sentence = _in_short(FORMER.sub("", question)), _in_short(sentence)
    named = [match.start() for match in re.finditer(rf"(?<!副){office}", sentence)]
    before = question[: question.find(office)]
    asked = _body(_TRAILING.sub("", before).removesuffix("的"), office)
    unnamed = _first_named(before, sentence)
    told = (_body(sentence[:start], office) or unnamed for start in named)
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


def _body(before: str, office: str) -> str:
    """Return the name of the body that `before` ends with, whose office it is; "" if it has none.

    Without what it is by kind, where that is known: `民政` of `市长到民政局`.
    """
    before = _AUTONOMOUS.sub("", before)[-_LONGEST_BODY:]
    name = _TRAILING.sub("", _LEADING.sub("", before))
    name = _GENERIC.sub("", name)
    kind = office[-2] if office.endswith("长") else ""
    if _BODY.search(kind):
        whole = name if name.endswith(kind) or len(name) < _SHORTEST_BODY else name + kind
        body = _BODY.search(whole)
        return body["stem"] if body else ""
    if body := _BODY.search(name):
        return body["stem"]
    is_named = len(name) >= _SHORTEST_BODY and _HEAD_OF_ANY.fullmatch(office)
    return name.removesuffix(kind) if is_named else ""


def _first_named(before: str, text: str) -> str:
    """Return the first team that `text` names, if a team is asked about; else what labels it."""
    if before.endswith("队"):
        team = _TEAM.search(text)
        return team["stem"] if team else ""
    label = _LABEL.match(text.rpartition("\n")[2])
    return label["label"] if label else ""


def _may_be_one(asked: str, told: str) -> bool:
    """Return whether two bodies share part of their names, and are of one level if both tell it.

    And where they begin or end alike, they share of the rest, too: `台北` is not `新北`.
    """
    if told.endswith(_BRANCH) and not asked.endswith(_BRANCH):
        return not asked
    levels = (frozenset(_LEVEL.findall(one)) for one in (asked, told))
    named = (frozenset(_LEVEL.sub("", one)) - _COMMON for one in (asked, told))
    rest = (frozenset(_LEVEL.sub("", one)) for one in _without_same(asked, told))
    return _share(*levels) and _share(*named) and _share(*rest)


def _without_same(one: str, other: str) -> tuple[str, str]:
    """Return two names without what both begin and end with; nothing where they are not alike.

    Nor where one is told by its body, and one by its place: `东街市政所`, `城管局市政所`.
    """
    begin = shared_start(one, other)
    rest, other_rest = one[begin:], other[begin:]
    end = shared_end(rest, other_rest)
    rest, other_rest = rest[: len(rest) - end], other_rest[: len(other_rest) - end]
    of_one_kind = bool(_BODY.search(rest)) is bool(_BODY.search(other_rest))
    return (rest, other_rest) if rest != one and of_one_kind else ("", "")


def _share(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two sets have something in common, or one of them has nothing."""
    return not one or not other or bool(one & other)
