"""Tells who won a contest from who lost it: `铁工队2比0|战胜|蓝湾队`, `蓝湾队|不敌|铁工队`.

A paper tells it from one side, and a question may ask from the other. And whom a team meets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qa.forms.persons.names import chinese_names, names
from qa.text import blanked
from qa.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEATS = r"(?:战胜|击败|打败|淘汰|[险小大完]胜|力[克擒]|逆转|轻取|横扫)"
_LOSES = r"(?:[惜憾]?败[于给]|不敌|输给|[憾负]负于?|负于)"
# `以89比86战胜|三届冠军|县城队`, `战胜|邮政公司的|姜黎`
_TOLD = re.compile(
    rf"(?:(?P<beats>{_BEATS})|{_LOSES})了?(?!取胜|获胜|夺)"
    r"(?:[上卫冕东道主\d一二三四五六七八九十两]*[届度]?(?:[冠亚季]军|对手|劲旅|强敌))?"
    r"(?:[^,，。;；、的队\d]{2,12}的)?(?P<whom>[\u4e00-\u9fff·]{1,10}?队|[\u4e00-\u9fff·]{2,16}?)"
    r"(?=[,，。;；、“”(]|[晋挺]|夺|捧|获|后|$|(?<=队))"
)
# `被|县城队|淘汰`
_BEATEN = re.compile(rf"被(?P<by>[^,，。;；被的\d]{{2,10}}?)(?:以?\d+(?:比|:|-)\d+)?(?:{_BEATS})")
# `半决赛中|青石队|70比61`
_TEAM = re.compile(
    r"(?:[^队]*(?:决赛|比赛|联赛|[轮场日晚])[中里上]?)?(?P<team>[\u4e00-\u9fff]{1,8}?队)"
)
_TEAM_NAMED = re.compile(r"[^\W\d和与跟同对给了谁]{1,6}?队")
_CLAUSE_END = re.compile(r"[,，;；。]")

# `谁输给了许佳宁?`, `她击败了谁?`, `谁被蓝湾队淘汰?`; `蓝湾队输给了谁?`, `谁战胜了蓝湾队?`
_WHO = r"(?:谁|哪(?![些种类里儿年天月]))"  # no `淘汰了|哪些设备?`
_LOST_TO_WHOM = rf"{_LOSES}了?{_WHO}"
_ASKS_LOSER = re.compile(
    rf"谁[^,，?]{{0,8}}?{_LOSES}|谁被[^,，?]{{1,8}}?{_BEATS}|{_BEATS}(?:的?是|了|过)*{_WHO}"
    rf"|{_WHO}[支个]?队?输了?[?]?$"
)
_ASKS_WINNER = re.compile(
    rf"{_LOST_TO_WHOM}|谁(?!被)[^,，?]{{0,8}}?{_BEATS}|{_WHO}[支个只]?球?队?(?:最[终后])?[赢胜]了?[?]?$"
)
# `谁夺冠?`, `冠军是谁?`, and of which contest the winner is the champion
_ASKS_CHAMPION = re.compile(
    rf"{_WHO}[支个只]?球?队?(?:最[终后])?(?:夺得?了?冠|捧杯|[拿是获夺][到下得]?了?冠军)|冠军[是归]?{_WHO}"
)
_OF_CHAMPIONS = re.compile(r"(?<![半四名])决赛[^。;；]*$")
_CHAMPION = re.compile(r"捧杯|夺冠|夺得冠军|问鼎")

# `河东队第二轮对谁?`, `河东队的对手是谁?`: which team another one meets; no `胜率`, `负责`, `平安`
_WON, _LOST = rf"(?:{_BEATS}|胜(?!率)|赢)了?", rf"(?:{_LOSES}|输|负(?!责))了?"
_MET = r"(?:对阵|对战|迎战|挑战|[战打逼闷握]平|平(?!安)|战|对)了?"
_TEAM_ASKED = re.compile(
    rf"(?P<team>[\u4e00-\u9fff]{{1,6}}?队)[^,，?]{{0,10}}?"
    rf"(?:对手(?:是|叫)|(?P<won>{_WON})|(?P<lost>{_LOST})|{_MET})(?:谁|哪[个支一]+队)了?[?]?$"
)
_TEAMS = re.compile(
    rf"(?P<one>[\u4e00-\u9fff]{{1,6}}?队)[^,，。;；队]{{0,20}}?"
    rf"(?:(?P<won>{_WON})|(?P<lost>{_LOST})|{_MET})(?P<other>[\u4e00-\u9fff]{{1,6}}?队)"
)
_TEAM_END = 3  # characters: `河东队`


@dataclass(frozen=True, slots=True)
class _Contest:
    """Where a sentence tells who won, and who lost; None where it does not say."""

    winner: Span | None
    loser: Span | None
    verb: Span


def contest_told(question: str, sentence: str) -> Span | None:
    """Return where a folded sentence tells who won or lost, as the question asks.

    None where the question asks for neither, or the sentence tells of no such contest.
    """
    wins, loses = _sides_asked(question)
    if not wins and not loses:
        return None
    for one in _contests(sentence):
        own, other = (one.winner, one.loser) if wins else (one.loser, one.winner)
        if own and _is_asked(question, sentence, one, own, other):
            return own
    return None


def asks_contest(question: str) -> bool:
    """Return whether a folded question asks who won, or who lost."""
    return any(_sides_asked(question))


def asks_against_whom(question: str) -> bool:
    """Return whether a folded question asks who lost, or to whom: nothing else tells that."""
    return bool(_ASKS_LOSER.search(question) or re.search(_LOST_TO_WHOM, question))


def tells_other_contest(question: str, sentence: str) -> bool:
    """Return whether a question asks who lost to whom, and a folded sentence does not tell that."""
    return asks_against_whom(question) and contest_told(question, sentence) is None


def is_of_other_teams(question: str, clause: str) -> bool:
    """Return whether a question names teams, and a clause others than those alone."""
    told = _TEAM_NAMED.findall(clause)
    is_named = any(_is_named(team, question) for team in told)
    return bool(told and _TEAM_NAMED.search(question)) and not is_named


def without_losers(question: str, sentence: str) -> str:
    """Return a folded sentence, blank where it names who lost, if it is asked who won."""
    wins, _ = _sides_asked(question)
    if not wins:
        return sentence
    return blanked(sentence, [one.loser for one in _contests(sentence) if one.loser])


def asks_opponent(question: str) -> bool:
    """Return whether a folded question asks which team another one meets."""
    return bool(_TEAM_ASKED.search(question))


def opponent(question: str, sentence: str) -> Span | None:
    """Return which team a folded sentence tells that the one asked about meets, beats or loses to.

    `白沙队` for `河东队赢了谁?` in `河东队3比1胜白沙队`, and in `白沙队不敌河东队`; None where it
    tells none, or none is asked for.
    """
    asked = _TEAM_ASKED.search(question)
    if not asked:
        return None
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


def may_tell_opponent(question: str, sentence: str) -> bool:
    """Return whether a folded sentence tells the team that a question asks for, if it asks one."""
    return not asks_opponent(question) or opponent(question, sentence) is not None


def _is_team(told: str, asked: str) -> bool:
    """Return whether two names end alike: what stands before one may not be of it.

    `昨晚|河东队`
    """
    return told[-_TEAM_END:] == asked[-_TEAM_END:]


def _sides_asked(question: str) -> tuple[bool, bool]:
    """Return whether a folded question asks who won, and whether it asks who lost."""
    wins = bool(_ASKS_WINNER.search(question) or _ASKS_CHAMPION.search(question))
    return wins, not wins and bool(_ASKS_LOSER.search(question))


def _is_asked(question: str, sentence: str, one: _Contest, own: Span, other: Span | None) -> bool:
    """Return whether a contest is the one asked about: by the other side, or as the last of all."""
    if _ASKS_CHAMPION.search(question):
        before, behind = sentence[: one.verb.start], sentence[one.verb.end :]
        return bool(_OF_CHAMPIONS.search(before) or _CHAMPION.search(behind))
    if not _TEAM_NAMED.search(question) and not chinese_names(question):
        return True
    return other is not None and _is_named(sentence[other.start : other.end], question)


def _is_named(side: str, question: str) -> bool:
    """Return whether a question names a side; `青石乡队` is `青石队` as well."""
    if side in question:
        return True
    teams = (set(team) for team in _TEAM_NAMED.findall(question))
    return side.endswith("队") and any(one <= set(side) or set(side) <= one for one in teams)


def _contests(sentence: str) -> Iterator[_Contest]:
    beaten = list(_BEATEN.finditer(sentence))
    for told in beaten:
        before = _subject(sentence, told.start())
        yield _Contest(Span(*told.span("by")), before, Span(*told.span()))
    for told in _TOLD.finditer(sentence):
        if any(one.start() < told.start() < one.end() for one in beaten):
            continue
        before, behind = _subject(sentence, told.start()), Span(*told.span("whom"))
        winner, loser = (before, behind) if told["beats"] else (behind, before)
        yield _Contest(winner, loser, Span(told.start(), behind.start))


def _subject(sentence: str, end: int) -> Span | None:
    """Return the side that the clause begins with that goes on at `end`, or the last before it."""
    start = max((pause.end() for pause in _CLAUSE_END.finditer(sentence, 0, end)), default=0)
    if team := _TEAM.search(sentence, start, end):
        return Span(*team.span("team"))
    people = [one for one, _ in names(sentence) if one.end <= end]
    if people:
        return people[-1]
    teams = [Span(*one.span("team")) for one in _TEAM.finditer(sentence, 0, start)]
    return teams[-1] if teams else None
