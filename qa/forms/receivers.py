"""Finds whom or what the verb takes that a question asks by: `捐给|市档案馆`, `自称|老战友阎军`.

That is as often a body or a kind of person as somebody by name.
"""

from __future__ import annotations

import re

from qa.types import Span

_GIVES = r"(?:捐[献赠]?|赠[送予]?|送|交|颁[发授]?|授|卖|转?让|租|还|嫁|寄|献|奖励?|移交|分|发放?)"
_ASKED = re.compile(
    rf"(?P<gives>{_GIVES})(?:[给予]了?|了)(?:谁|哪[个家里儿所位]|什么(?:人|单位|地方))"
)
_GIVEN = r"[给予]了?"
# `自称是谁?`, `救了谁?`
_TAKES = re.compile(
    r"(?P<verb>自称|冒充|谎称|救[起出下]?|采访|拜访|慰问|会见|接见|表彰|聘请|邀请|逮捕|抓获|撞[倒伤]?)"
    r"(?:的?是|为|了|过)*谁[?]?$"
)
# `河东队第二轮对谁?`, `河东队的对手是谁?`: which team another one meets
_WON = r"(?:[击打]败|[战大险]?胜|赢|力克|淘汰|逆转|横扫)了?"
_LOST = r"(?:惜?败[于给]|不敌|输给?|惜?负于?)了?"
_MET = r"(?:对阵|对战|迎战|挑战|[战打逼闷握]平|平|战|对)了?"
_TEAM_ASKED = re.compile(
    rf"(?P<team>[\u4e00-\u9fff]{{1,6}}?队)[^,，?]{{0,10}}?"
    rf"(?:对手(?:是|叫)|(?P<won>{_WON})|(?P<lost>{_LOST})|{_MET})(?:谁|哪[个支一]+队)了?[?]?$"
)
_TEAMS = re.compile(
    rf"(?P<one>[\u4e00-\u9fff]{{1,6}}?队)(?P<how>[^,，。;；队]{{0,20}}?)"
    rf"(?:(?P<won>{_WON})|(?P<lost>{_LOST})|{_MET})(?P<other>[\u4e00-\u9fff]{{1,6}}?队)"
)
_TEAM_END = 3  # characters: `河东队`
_WHOM = (
    r"[“‘]?(?P<whom>(?![在从于与以曾了过是为])[^,，。;；:：、“”‘’]{2,16}?)"
    r"(?=[,，。;；、“”‘’]|的来电|$)"
)


def asks_opponent(question: str) -> bool:
    """Return whether a folded question asks which team another one meets."""
    return bool(_TEAM_ASKED.search(question))


def _opponent(asked: re.Match[str], sentence: str) -> Span | None:
    """Return which team a folded sentence tells that the one asked about meets, beats or loses to.

    `白沙队` for `河东队赢了谁?` in `河东队3比1胜白沙队`, and in `白沙队不敌河东队`.
    """
    for told in _TEAMS.finditer(sentence):
        if _is_team(told["one"], asked["team"]):
            side, won, lost = "other", told["won"], told["lost"]
        elif _is_team(told["other"], asked["team"]):
            side, won, lost = "one", told["lost"], told["won"]
        else:
            continue
        if (won or not asked["won"]) and (lost or not asked["lost"]):
            return Span(*told.span(side))
    return None


def _is_team(told: str, asked: str) -> bool:
    """Return whether two names end alike: what stands before one may not be of it.

    `昨晚|河东队`
    """
    return told[-_TEAM_END:] == asked[-_TEAM_END:]


def receiver(question: str, sentence: str) -> Span | None:
    """Return where a folded sentence tells whom, or to whom, the question asks.

    None where the question asks for no such thing, or the sentence tells none.
    """
    if asked := _TEAM_ASKED.search(question):
        return _opponent(asked, sentence)
    if asked := _ASKED.search(question):
        told = re.search(rf"{asked['gives'][0]}[\u4e00-\u9fff]?{_GIVEN}{_WHOM}", sentence)
    elif asked := _TAKES.search(question):
        told = re.search(rf"{asked['verb']}(?:是|为|了|过)*{_WHOM}", sentence)
    else:
        return None
    return Span(*told.span("whom")) if told else None
