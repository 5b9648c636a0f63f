"""Tells which number is of another side than the one asked about: `死了几个人?`, `7人受伤`.

Beside a number stands what it counts: the dead or the hurt, a rise or a fall, imports or exports;
those that signed or those that did not.
"""

from __future__ import annotations

import re
from functools import lru_cache

from qa.forms.quantities.casualties import DEAD, HURT, nobody
from qa.forms.quantities.changes import asks_by_how_much
from qa.forms.quantities.units import IN_ALL
from qa.text import clause_before, clause_behind
from qa.types import Span


def _compiled(groups: tuple[tuple[str, ...], ...]) -> tuple[tuple[re.Pattern[str], ...], ...]:
    return tuple(tuple(re.compile(words) for words in sides) for sides in groups)


# Of each group, the words of its sides; a longer word is none of its parts (`进出口`).
_GROUPS = _compiled(
    (
        (
            DEAD,
            HURT,
            r"失踪|失联|下落不明",
            r"获救|救[出起下上]|生还",
            r"确诊|感染",
            r"治愈|出院|康复",
        ),
        (
            r"增(?!加?值)[加长速幅]?|[上提]升|上涨|涨|提高|回升|扩大|快(?![慢速讯])|走高",
            r"[下回]?降|下[跌滑]|跌|减[少产]?|缩[小减]|萎缩|回落|(?<!快)慢|走低",
        ),
        (r"(?<!不)(?:赞成|同意)", r"反对|不同意|不赞成", r"弃权"),
        (r"上一?届(?!的?\d)|前一届", r"[本这]一?届", r"下一?届"),
        (r"进出口|外贸总[值额]", r"(?<!出)进口", r"(?<!进)出口", r"顺差", r"逆差"),
    )
)
# The same of what is named before its number alone: `全长180公里时速350公里`
_ATTRIBUTES = _compiled(
    (
        (
            r"同比|[比较](?:上一?年|去年)?同期",
            r"环比|[比较]上一?(?:个?月|季度?|[周旬])",
        ),
        (r"[时车风流限]速|速度|多快|每小时", r"全长|总长|里程|长度|多长|多远"),
        (
            r"补[助贴](?!后)|[另再]补|补(?=约?\d)|报销(?!后)|资助|减免",
            r"缴|(?<![公提成社外立上递移转])交(?![通警流易往际接叉付给])|自付",
        ),
    )
)
# `还没有签约的17户`
_DENIED = re.compile(r"(?:没有?|未能?|尚未|不[予再愿肯]?)(?P<verb>[\u4e00-\u9fff]{2})")
_PAUSE = re.compile(r"[,，;；。、:：()]")
# `出口48亿元,|增长19.4%`: of what the clause before tells
_GOES_ON = re.compile(
    r"(?:同比|环比|比[上去]年|较[上去]年|分别)?(?:增|降|下[降滑跌]|上[升涨]|涨|跌|占|回落)"
)
_BEHIND = 5  # characters after a number that tell what it counts
_OF_PEOPLE, _OF_CHANGES = _GROUPS[:2]  # the dead, the hurt, the cured; a rise and a fall
_CHANGE_END = re.compile(r"(?:了|约|近|超过?|逾|达)*$")
_PEOPLE = re.compile(r"[\d〇零一二三四五六七八九十百千万两]{1,12}[例名位人]")
# `报告病例|15例|,其中9例治愈`
_ALL = re.compile(rf"{IN_ALL}|共")


def is_of_another_side(question: str, span: Span, sentence: str) -> bool:
    """Return whether a number in a folded sentence counts what excludes what the question asks."""
    if _is_denied(question, span, sentence):
        return True
    return _is_of_other_sides(question, span, sentence, changes=True)


def _is_of_other_sides(question: str, span: Span, sentence: str, *, changes: bool = False) -> bool:
    """Return whether words beside a number tell another side, of rise and fall if `changes`."""
    groups = (
        (group, asked) for group, asked in _asked(question) if changes or group is not _OF_CHANGES
    )
    sides = [(asked, group, _side_of(group, span, sentence)) for group, asked in groups]
    return any(
        side != asked
        if side is not None
        else group is _OF_PEOPLE and _is_of_all(question, asked, span, sentence)
        for asked, group, side in sides
    )


def contrary_change(question: str, span: Span, sentence: str) -> Span | None:
    """Return a number with the word before it that it fell by it, if it is asked how much it rose.

    Or the other way round: `下降3%` tells `增长多少?` as well as `增长3%`. None elsewhere, and
    where the number is of another side in another way.
    """
    asked = [side for group, side in _asked(question) if group is _OF_CHANGES]
    if not asked or not asks_by_how_much(question):
        return None
    if _is_denied(question, span, sentence) or _is_of_other_sides(question, span, sentence):
        return None
    contrary = _OF_CHANGES[1 - asked[0]]
    begin = span.start - len(clause_before(sentence, span.start))
    words = [
        one
        for one in contrary.finditer(sentence, begin, span.start)
        if _CHANGE_END.fullmatch(sentence, one.end(), span.start)
    ]
    return Span(words[0].start(), span.end) if words else None


def _is_of_all(question: str, asked: int, span: Span, sentence: str) -> bool:
    """Return whether a number of people of no side stands beside that of the side asked about.

    `累计报告15例,其中3例治愈`; or beside what tells that there are none. A number behind that of
    the side may be a part of it: `7人死亡,其中3人为学生`.
    """
    none = nobody(question)
    if told := none.search(sentence) if none else None:
        return told.start() != span.start
    begin = span.start - len(clause_before(sentence, span.start))
    end = span.end + len(clause_behind(sentence, span.end))
    is_all = _ALL.search(sentence, begin, span.start)
    return any(
        _side_of(_OF_PEOPLE, Span(*one.span()), sentence) == asked
        for one in _PEOPLE.finditer(sentence)
        if one.start() >= end or (is_all and one.end() <= begin)
    )


def _is_denied(question: str, span: Span, sentence: str) -> bool:
    """Return whether a number counts those who did not what the question asks about."""
    before = _PAUSE.split(clause_before(sentence, span.start))[-1]
    behind = _PAUSE.split(clause_behind(sentence, span.end), maxsplit=1)[0]
    denied = _DENIED.search(before) or _DENIED.search(behind)
    if not denied or _DENIED.search(question):
        return False
    verb = denied["verb"]
    return any(told in question for told in (verb, f"{verb[0]}了", f"{verb[0]}过"))


@lru_cache
def _asked(question: str) -> tuple[tuple[tuple[re.Pattern[str], ...], int], ...]:
    """Return the groups of which a question names one side alone, and which."""
    named = (
        (group, [n for n, one in enumerate(group) if one.search(question)])
        for group in (*_GROUPS, *_ATTRIBUTES)
    )
    return tuple((group, sides[0]) for group, sides in named if len(sides) == 1)


def _side_of(group: tuple[re.Pattern[str], ...], span: Span, sentence: str) -> int | None:
    """Return which side the words beside a number tell: behind it, else the last before it."""
    reach = 0 if group in _ATTRIBUTES else _BEHIND
    behind = _PAUSE.split(sentence[span.end : span.end + reach])[0]
    after = {n: found.start() for n, one in enumerate(group) if (found := one.search(behind))}
    if after:
        return min(after, key=after.__getitem__)
    *above, before = _PAUSE.split(sentence[: span.start])
    if above and _GOES_ON.match(before):
        before = f"{above[-1]}{before}"
    last = {n: list(one.finditer(before))[-1:] for n, one in enumerate(group)}
    ends = {n: found[0].end() for n, found in last.items() if found}
    return max(ends, key=ends.__getitem__) if ends else None
