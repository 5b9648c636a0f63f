"""Tells what something became, and by how much it rose, fell or is more than another.

`由11元涨到12元`, `增长4%`, `比长河牌贵10元`.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from qa.dates.words import FORMERLY, LAST_YEAR
from qa.forms.contests import is_of_other_teams
from qa.text import clause_before, clause_behind, right_before
from qa.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Texts of regular expressions: a numeral, and that a number or a time follows
NUMERAL = r"[\d零一二三四五六七八九十两百]"
NEXT = (
    r"(?=(?:[每次当][天日年月]|每[\u4e00-\u9fff]{1,2})?"
    rf"(?:上午|下午|晚上?|凌晨|中午|早上|深夜|傍晚)?{NUMERAL})"
)
_CHANGED = (
    r"(?:后?延长?|推迟|提前|改|[上下]?调整?|涨|下?跌|[上提跃攀]升|升|追加|提高|提(?=[到至])|增?加|增|下?降低?|减少?|缩[短小减]"
    r"|扩[大建容]?|拓宽|加[大宽长高深厚]|放[宽大]|压[缩减]|变|恢复)"
    r"[^,，。;；、\d]{0,3}?[到至为成]了?"
)
_MOVED = re.compile(r"(?:缩短?|延[长伸]|改|迁|搬|移|换|调整|变更?)[到至为成]")
_BECAME, _WAS = re.compile(rf"{_CHANGED}{NEXT}"), re.compile(rf"{_CHANGED}$")

# `比原计划|提前一个月`: a day is told beside it
_RESCHEDULED = re.compile(
    r"[比较](?:原?计划|原定|预[计期定])[^,，。;；]{0,6}(?:提前|推[迟后]|延[后迟]|[早晚]了?[\d一二三四五六七八九十两半])"
)
# `原定|5月17日|举行的展会,改到5月18日`
_PLANNED = re.compile(r"(?:原(?:定|计划|先|本|来|拟|订)|初步|起初|此前)[^,，。;；]{0,8}$")
_MOVED = re.compile(
    r"(?:改|推迟|延期|顺延|延|提前|调整|推后|展延|确认|核定|核实|修正|更正)(?:到|至|为|在|期)"
)
# `增长多少?`, but not `新增多少?`: by how much something rose or fell
_RISES = r"(?:增长|(?<!新)增加?|[增减]产|[上下]?[涨跌升]|下?降低?|下滑|减少?|提[高升])"
_ASKS_BY = re.compile(rf"{_RISES}了?(?:多少|几)")
# `涨了多少`, `少花多少钱`, `比去年多多少`, but not `最多多少`: by how much, and what tells it:
# `增加|4.8亿元`
_CHANGE = rf"(?:{_RISES}|(?<!最)[多高低]|快|(?<![最至])少|慢|缩短|延长)[了出]?"
_ABOUT = r"(?:将?近|约|超过?)?"
_ASKS_DIFFERENCE = re.compile(
    rf"{_CHANGE}(?:多少|几)|(?<![最至])[多少][花挣赚收交付缴掏卖买拿跑走用领产][了出]?(?:多少|几)"
)
# `从多少涨到多少`: what it was and what it became
_ASKS_BOTH = re.compile(
    rf"(?:多少|几)[^,，?]{{0,6}}?(?:{_CHANGED}|[涨升调改增降减提变缩延][^,，?]{{0,3}}?[到至为成]了?)[^,，?]{{0,2}}(?:多少|几)"
)
# `比上届多|6所`, `超过去年最大一次降雨|41毫米`, unless the question compares too
_DIFFERS = re.compile(
    rf"比(?![赛例分重较])[^,，。;；]{{1,12}}{_CHANGE}{_ABOUT}$"
    rf"|超[过出](?:{LAST_YEAR}|原|历史)[^,，。;；\d]{{0,12}}$"
)
_CHANGED_BY = re.compile(
    r"(?:上升|下降|升高|降低|回升|回落|上涨|下跌|增长|提高)(?:了|约|近|超过?|逾)*$"
)
_COMPARES = re.compile(
    r"比(?![赛例分重较武])|[增减升涨跌差变]|降(?![雨雪水])|提高"
    r"|(?:便宜|贵|省|[快慢早晚高低多少大小长短])[了出]?(?:多少|几)"
)
_A_NUMERAL = re.compile(NUMERAL)
_NO_CHANGE = "持平"
_BY = re.compile(rf"{_CHANGE}{_ABOUT}$")

# `赢了几分?`, `比他多几票?`: by how much, which `以|一分|之差`, `领先|3分` tell, and no score; but
# not `胜利大桥长多少米?`, `输油管线长多少米?`, `比赛最高得多少分?`
_ASKS_LEAD = re.compile(
    r"(?:[赢差]|(?<![运传])输(?![送水油气电液血])|(?<!名)胜(?![利者率])|领先|落后|超出|比(?!赛)[^,，?]{1,12}[多少高低快慢])[了出]?[^,，?]{0,6}?(?:几|多少)[分球秒环票米杆]"
)
_LEADS = re.compile(r"(?:领先|落后|超出|高出|(?<!最)[多少高低快慢赢输差])[^,，。;；\d]{0,10}$")
_LEADS_BEHIND = re.compile(r"(?:之差|的?(?:优势|差距|劣势)|险胜|惜败)")
# `永丰牌比|长河牌|贵多少?`, but not `比|去年|多多少?`, which `增长8%` tells too; and what tells it:
# `比长河牌贵|10元`, `相差|10元`
_MORE = r"(?:(?<!最)[多少高低快慢早晚贵大小短重轻]|(?<!增)长|便宜)[了出]?"
_ASKS_OF_TWO = re.compile(
    rf"比(?!赛|例|分|重|较|武|{LAST_YEAR}|{FORMERLY}|往[年常]|平[时常]|计划|预[计期])[^,，?]{{1,12}}?{_MORE}(?:多少|几)"
    r"|相[差距]了?(?:多少|几)"
)
_DIFFERENCE = re.compile(
    rf"(?:比[^,，。;；\d]{{1,12}}{_MORE}[^,，。;；\d]{{0,6}}|(?:超[过出]|[高低多少]出|(?<![误温时])差|相距|{_MORE}){_ABOUT})$"
)
# By how much something rose or fell, in its clause: `同比增长|4%`, `涨幅达到|4%`, but not
# `增加值|12亿元` or `提高到|12亿元`
_ROSE = r"增(?!加?值)|减|涨|跌|升|降(?![雨雪水])|提高|下滑|回落"
_UP_TO_NUMBER = r"(?:(?![到至为成])[^,，。;；、\d]){0,8}(?:达到?)?"
_CHANGED_IN_CLAUSE = re.compile(
    rf"(?:{_ROSE}|缩|扩大|(?<!最)[多少高低快慢]|超|差|翻|浮){_UP_TO_NUMBER}$"
)
# `茶、米分别增长|8%、|3倍`: what is told of others by the same verb
_OF_OTHERS = re.compile(rf"(?:{NUMERAL}[^,，。;；、]{{0,8}}[、和及])+$")
_BY_NUMBER = re.compile(rf"(?:{_ROSE}){_UP_TO_NUMBER}[\d一二三四五六七八九十百]")
# `每袋赚多少?`, which what it costs does not tell
_ASKS_GAIN = re.compile(r"(?:净?赚|盈利|获利)了?(?:多少|几)")
_GAINS = re.compile(r"[赚利盈挣净]|收入|收益|进账")
# More than either number of it has; where the difference is asked for, less than what tells that
_CHANGE_GAIN, _BOTH_GAIN = 0.6, 1.2


def tells_change(sentence: str) -> bool:
    """Return whether a folded sentence tells what a number or a day became: `增加到2.05亿元`."""
    return bool(_BECAME.search(sentence) or _RESCHEDULED.search(sentence))


def changes(question: str, spans: Sequence[Span], sentence: str) -> Iterator[tuple[Span, float]]:
    """Yield what of a folded sentence tells a change, if one is asked for: `650元提高到700元`.

    Each with what it gains by that.
    """
    asks_both = _ASKS_BOTH.search(question)
    if asks_both or asks_difference(question):
        for old, new in pairwise(spans):
            became = _BECAME.match(sentence, old.end)
            if became and became.end() == new.start:
                yield Span(old.start, new.end), _BOTH_GAIN if asks_both else _CHANGE_GAIN


def became_other(span: Span, sentence: str) -> bool:
    """Return whether what a folded sentence tells became another: `11元` of `11元涨到12元`.

    Or was thought so before: `23字` of `原先数为23字,除锈后确认为26字`.
    """
    return _BECAME.match(sentence, span.end) is not None or _was_planned(span, sentence)


def became_other_than(told: str, sentence: str) -> bool:
    """Return whether a folded sentence tells that what was `told` became another: `5元降为4元`."""
    places = re.finditer(rf"(?<![\d.]){re.escape(told)}", sentence)
    return any(became_other(Span(*one.span()), sentence) for one in places)


def _was_planned(span: Span, sentence: str) -> bool:
    """Return whether a day was to be and became another: `原定|5月17日|的展会,改到5月18日`."""
    was = _PLANNED.search(right_before(sentence, span.start))
    return bool(was and _MOVED.search(sentence, span.end))


def became_this(before: str) -> bool:
    """Return whether a folded text ends in what tells that something became what follows it."""
    return _WAS.search(before) is not None


def asks_before(question: str) -> bool:
    """Return whether a folded question asks what was so before."""
    return re.search(FORMERLY, question) is not None


def asks_difference(question: str) -> bool:
    """Return whether a folded question asks by how much something differs: `涨了多少?`."""
    return _ASKS_DIFFERENCE.search(question) is not None


def asks_change(question: str) -> bool:
    """Return whether a folded question asks by how much something differs, or compares itself."""
    return asks_difference(question) or _COMPARES.search(question) is not None


def asks_by_how_much(question: str) -> bool:
    """Return whether a folded question asks by how much something rose or fell: `增长多少?`."""
    return bool(_ASKS_BY.search(question))


def is_word_of_change(question: str, term: str) -> bool:
    """Return whether a question has a term, or a part of it, only where it asks how much rose.

    Such a term does not stand beside what fell, and stands beside what is told of others.
    """
    return term in question and term not in _ASKS_BY.sub(" ", question)


def end_of_change(question: str, sentence: str, piece: Span) -> Span:
    """Return what of a piece the question asks for, where it tells from what to what.

    `体育馆` of `五里桥缩至体育馆`, or `五里桥` where it is asked what was before.
    """
    changed = _MOVED.search(sentence, piece.start, piece.end)
    if not changed or changed.start() == piece.start or changed.end() == piece.end:
        return piece
    if asks_before(question):
        return Span(piece.start, changed.start())
    return Span(changed.end(), piece.end)


def is_difference(question: str, span: Span, sentence: str) -> bool:
    """Return whether a number tells by how much something differs, where that is not asked for."""
    before = right_before(sentence, span.start)
    return not asks_change(question) and bool(_DIFFERS.search(before) or _CHANGED_BY.search(before))


def tells_no_difference(question: str, span: Span, sentence: str) -> bool:
    """Return whether it is asked by how much something differs, and a number tells it not.

    `青石队得34分` does not tell how many points it won by, nor does what a thing is sold for what
    is earned by it. Nor is `12亿元` in `产值12亿元,增长4%` what it grew by, nor what each of two
    costs the difference.
    """
    if _ASKS_GAIN.search(question) and not _GAINS.search(sentence):
        return True
    if _ASKS_OF_TWO.search(question) and not _tells_difference(span, sentence):
        return True
    if asks_by_how_much(question) and _is_beside_change(span, sentence):
        return True
    if not _ASKS_LEAD.search(question):
        return False
    before, behind = clause_before(sentence, span.start), clause_behind(sentence, span.end)
    is_lead = _LEADS.search(sentence, 0, span.start) or _LEADS_BEHIND.match(behind)
    return not is_lead or is_of_other_teams(question, f"{before}{behind}")


def _tells_difference(span: Span, sentence: str) -> bool:
    """Return whether a number is told as the difference of two, or as how often one is the other.

    `比长河牌贵10元`, `10元之差`, `是长河牌的两倍`
    """
    before, behind = clause_before(sentence, span.start), clause_behind(sentence, span.end)
    told = _DIFFERENCE.search(before) or _LEADS_BEHIND.match(behind)
    return bool(told) or sentence[span.end - 1] == "倍"


def _is_beside_change(span: Span, sentence: str) -> bool:
    """Return whether a sentence tells a change by its number, and another number is this one.

    Unless that is an end of a change: `由11元涨到12元`.
    """
    if _is_no_change(span, sentence) or not _BY_NUMBER.search(sentence):
        return False
    before = right_before(sentence, span.start)
    is_end = became_other(span, sentence) or became_this(before)
    verb = _OF_OTHERS.sub("", before)
    return not is_end and not _CHANGED_IN_CLAUSE.search(clause_before(verb, len(verb)))


def unchanged(question: str, sentence: str) -> Iterator[Span]:
    """Yield where a folded sentence tells that nothing changed, if a question asks by how much."""
    if asks_by_how_much(question):
        yield from (Span(*match.span()) for match in re.finditer(_NO_CHANGE, sentence))


def tells_by_how_much(span: Span, sentence: str) -> bool:
    """Return whether a piece of a folded sentence tells by how much something changed, or nothing.

    `4%` of `增长4%`, `下降3%`, `持平`
    """
    before = right_before(sentence, _number_start(span, sentence))
    return _BY.search(before) is not None or _is_no_change(span, sentence)


def _is_no_change(span: Span, sentence: str) -> bool:
    return sentence[span.start : span.end] == _NO_CHANGE


def _number_start(span: Span, sentence: str) -> int:
    """Return where the number begins of a piece that may begin with a word: `下降|3%`."""
    number = _A_NUMERAL.search(sentence, span.start, span.end)
    return number.start() if number else span.start
