"""Tells which end of a range or of a change answers: `17时30分到23时`, `由11元涨到12元`.

Or that the whole range does: `几点到几点开放?`.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from qa.forms.contests import is_of_other_teams
from qa.forms.weekdays import WEEKDAY_ASKED
from qa.text import clause_before, clause_behind
from qa.time_words import ASKS_WHEN, FORMERLY, LAST_YEAR
from qa.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NUMERAL = r"[\d零一二三四五六七八九十两百]"
_NEXT = rf"(?=(?:[每次当][天日年月])?(?:上午|下午|晚上?|凌晨|中午|早上|深夜|傍晚)?{_NUMERAL})"
_TO = r"(?:起)?(?:到|至|—+|-|~)"
_CHANGED = (
    r"(?:后?延长?|推迟|提前|改|[上下]?调整?|涨|下?跌|[上提跃攀]升|升|追加|提高|提(?=[到至])|增?加|增|下?降低?|减少?|缩[短小减]"
    r"|扩[大建容]?|拓宽|加[大宽长高深厚]|放[宽大]|压[缩减]|变|恢复)"
    r"[^,，。;；、\d]{0,3}?[到至为成]了?"
)
_MOVED = re.compile(r"(?:缩短?|延[长伸]|改|迁|搬|移|换|调整|变更?)[到至为成]")
_FROM = rf"(?:{_NUMERAL}[时分点日号月年周]|\d[:：]\d\d)(?:(?:开始|起)[,，]?)?{_TO}$"
_UNTIL, _SINCE = re.compile(rf"(?:(?:开始|起)[,，]?)?{_TO}{_NEXT}"), re.compile(_FROM)
_SINCE_CLOCK = re.compile(rf"\d{{1,2}}[:：]\d\d{_TO}$")  # `延长到|9:00—|21:00`
_PLANNED = re.compile(r"(?:原定|原计划|原本|原先|原来)(?:于|在|为)?$")
# `比原计划|提前一个月`: a day is told beside it
_RESCHEDULED = re.compile(
    r"[比较](?:原?计划|原定|预[计期定])[^,，。;；]{0,6}(?:提前|推[迟后]|延[后迟]|[早晚]了?[\d一二三四五六七八九十两半])"
)
# `原定5月10日的|搬迁暂缓`: what was planned, and what becomes of it
_WITHDRAWN = re.compile(
    r"暂缓|取消|延期(?![到至])|另行(?:公布|通知|公告)|推迟(?![^,，。;；]{0,6}\d)"
)
_BECAME, _WAS = re.compile(rf"{_CHANGED}{_NEXT}"), re.compile(rf"{_CHANGED}$")

# `几点闭馆`, `几点开诊`; `原来几点闭馆`
_ASKS_END = re.compile(
    r"(?<!封)闭|(?<![有相海机])关|结束|截止|为止|收[车摊工]|末班|最晚|最迟|打烊|散场|到几|到什么时候"
)
# `试运行到什么时候`; `期限|至|12月31日`
_ASKS_UNTIL = re.compile(rf"(?:到|至|截止到?|持续到?)(?:{ASKS_WHEN}|哪一?[天日月年]|几[号点月时])")
_UP_TO = re.compile(rf"(?:{_TO}|截止|截至|延期到|延长到)(?=[^,，。]{{0,12}}$)")
# `罚款从哪天开始?`, and what begins on a day: `到5月1日|才开始`
_ASKS_SINCE = re.compile(
    rf"[从自](?:{ASKS_WHEN}|哪一?[天日月年]|几[号月])|(?:{ASKS_WHEN}|哪一?[天日月年]|几[号月])(?:开始|起)(?![诉草飞])"
)
_STARTS_THEN = re.compile(r"[^,，。;；\d]{0,3}?(?:起|开始|[开启]动)")
# but not `开到几点`
_ASKS_START = re.compile(r"开(?!放?[到至])|起|始|首班|最早|从几|从什么时候")
_ASKS_BEFORE = re.compile(FORMERLY)
# `涨了多少`, `少花多少钱`, `比去年多多少`, but not `最多多少`: by how much, and what tells it:
# `增加|4.8亿元`
_CHANGE = (
    r"(?:涨|升|提高|[增减]产|(?<!新)增加?|增长|(?<!最)[多高低]|快|降低?|减少?|(?<![最至])少|慢|缩短|延长)"
    r"[了出]?"
)
_ASKS_CHANGE = re.compile(
    rf"{_CHANGE}(?:多少|几)|(?<![最至])[多少][花挣赚收交付缴掏卖买拿跑走用领产][了出]?(?:多少|几)"
)
# `从多少涨到多少`: what it was and what it became
_ASKS_BOTH = re.compile(
    rf"(?:多少|几)[^,，?]{{0,6}}?(?:{_CHANGED}|[涨升调改增降减提变缩延][^,，?]{{0,3}}?[到至为成]了?)[^,，?]{{0,2}}(?:多少|几)"
)
# `比上届多|6所`, `超过去年最大一次降雨|41毫米`, unless the question compares too
_DIFFERS = re.compile(
    rf"比(?![赛例分重较])[^,，。;；]{{1,12}}{_CHANGE}(?:约|近|超过?|将近)?$"
    rf"|超[过出](?:{LAST_YEAR}|原|历史)[^,，。;；\d]{{0,12}}$"
)
_CHANGED_BY = re.compile(
    r"(?:上升|下降|升高|降低|回升|回落|上涨|下跌|增长|提高)(?:了|约|近|超过?|逾)*$"
)
# `比去年的|3100亩增加两倍`
_PAST = re.compile(rf"({LAST_YEAR})(?:同期)?的?$")
_COMPARES = re.compile(
    r"比(?![赛例分重较武])|[增减升涨跌差变]|降(?![雨雪水])|提高"
    r"|(?:便宜|贵|省|[快慢早晚高低多少大小长短])[了出]?(?:多少|几)"
)
_A_NUMERAL = re.compile(_NUMERAL)
_NO_CHANGE = re.compile(r"持平")
_BY = re.compile(rf"{_CHANGE}(?:约|近|超过?|将近)?$")

# `几点到几点`, `几点开门,几点关门`, `开放时间`: from when to when
_WHEN = rf"(?:几[点时号日月年]|哪一?[天日月年]|{ASKS_WHEN})"
_ASKS_RANGE = re.compile(
    rf"{_WHEN}[^?]{{0,8}}(?:到|至)[^?]{{0,6}}{_WHEN}"
    rf"|{_WHEN}[^?]{{0,6}}[开起始上][^?]{{0,8}}{_WHEN}[^?]{{0,4}}[关闭止束下停]|起止(?:时间|日期)"
)
_HOURS = re.compile(
    r"(?:开放|营业|办公|上班|服务|工作|门诊|接种|值班|报名|公示|征集|停[水电气]|管制|施工|展出|展览)时间"
)
# `什么时候停水`, but not `什么时候开始`: what a whole range tells as well
_ASKS_WHEN = re.compile(rf"{ASKS_WHEN}|哪[一几]?[天日]|几[号日](?![线楼院门])|几[点时](?!几)")
# `哪天通车`, `什么时候修好`, but not `几点起禁止通行`: what nothing answers that tells when it was
# closed: `8月25日起|封闭`
_REOPENS = re.compile(
    r"开通|解封|恢复|放行|修好|完工|竣工|^(?!.*(?:禁|停|不[让能准许])).*(?<!交)通[车行航水电气]"
)
_CLOSED = re.compile(r"封闭|施工|停[水电气运用航]|断[水电交]|[维检]修|改造|管制|禁止")
_CLOSES = re.compile(rf"(?:起|开始)?[,，]?[\u4e00-\u9fff]{{0,8}}?(?:{_CLOSED.pattern})")
# `最多多少`, and what stands between two numbers of one range
_ASKS_LEAST = re.compile(r"最[低少小短早]|至少|起步|不[低少]于")
_ASKS_MOST = re.compile(r"最[高多大长晚]|至多|不超过")
_BOUNDS = re.compile(r"到|至|—+|-|~")
# What stands between its two ends; and what begins, and behind a comma ends
_JOINS = re.compile(rf"(?:开始)?[,，]?(?:一?直?持续)?{_TO}(?:次日|翌日|第二天|当[日天])?")
_BEGINS = re.compile(r"(?:起|开[始幕门馆园放]?)[^,，。;；\d]{0,2}[,，](?:次日|翌日)?")
_ENDS = re.compile(
    r"[^,，。;；\d]{0,3}(?:结束|截止|为止|闭[馆园幕门]|关[门闭馆园]|停[止业]|收[车摊工市]|打烊|落幕)"
)
_OPENS = re.compile(r"[^,，。;；\d]{0,3}(?:开[门园馆市幕始]|首班|上班|起床)")
_AND = re.compile(r"\s?[,，、和及]?\s?")

_GAIN = 0.35
# More than either number of it has; where the difference is asked for, less than what tells that
_CHANGE_GAIN, _BOTH_GAIN = 0.6, 1.2

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
_ASKS_DIFFERENCE = re.compile(
    rf"比(?!赛|例|分|重|较|武|{LAST_YEAR}|{FORMERLY}|往[年常]|平[时常]|计划|预[计期])[^,，?]{{1,12}}?{_MORE}(?:多少|几)"
    r"|相[差距]了?(?:多少|几)"
)
_DIFFERENCE = re.compile(
    rf"(?:比[^,，。;；\d]{{1,12}}{_MORE}[^,，。;；\d]{{0,6}}|(?:超[过出]|[高低多少]出|(?<![误温时])差|相距|{_MORE})(?:约|近|将近|超过?)?)$"
)
# `增长多少?`, but not `新增多少?`: by how much something rose or fell, and what tells that in its
# clause: `同比增长|4%`, `涨幅达到|4%`, but not `增加值|12亿元` or `提高到|12亿元`
_CHANGES = r"(?:增长|增加|[增减]产|上[涨升]|下[降跌滑]|降低|减少|提[高升]|(?<!新)[涨跌升降增减])"
_ASKS_BY = re.compile(rf"{_CHANGES}了?(?:多少|几)")
_CHANGED_IN_CLAUSE = re.compile(
    r"(?:增(?!加?值)|减|涨|跌|升|降(?![雨雪水])|提高|下滑|回落|缩|扩大|(?<!最)[多少高低快慢]|超|差|翻|浮)"
    r"(?:(?![到至为成])[^,，。;；、\d]){0,8}(?:达到?)?$"
)
_BY_NUMBER = re.compile(
    r"(?:增(?!加?值)|减|涨|跌|升|降(?![雨雪水])|提高|下滑|回落)(?:(?![到至为成])[^,，。;；、\d]){0,4}(?:达到?)?[\d一二三四五六七八九十百]"
)
# `每袋赚多少?`, which what it costs does not tell
_ASKS_GAIN = re.compile(r"(?:净?赚|盈利|获利)了?(?:多少|几)")
_GAINS = re.compile(r"[赚利盈挣净]|收入|收益|进账")


def tells_change(sentence: str) -> bool:
    """Return whether a folded sentence tells what a number or a day became: `增加到2.05亿元`."""
    return bool(_BECAME.search(sentence) or _RESCHEDULED.search(sentence))


def withdrawal(question: str, dates: Sequence[Span], sentence: str) -> Span | None:
    """Return where a folded sentence tells that what was planned will not be, or not then.

    `暂缓` in `原定5月10日的搬迁暂缓`; None where it tells another day, or where that of the plan is
    asked for, or when it is: `原定5月10日取消收费`.
    """
    if _ASKS_BEFORE.search(question) or not dates:
        return None
    if not all(_PLANNED.search(sentence, 0, one.start) for one in dates):
        return None
    told = _WITHDRAWN.search(sentence, dates[-1].end)
    return Span(*told.span()) if told and told.group() not in question else None


def begins_closure(question: str, span: Span, sentence: str) -> bool:
    """Return whether it is asked when something is open again, and a date is when it closed.

    `8月25日` of `8月25日起至11月25日封闭`, or of `8月25日起封闭`.
    """
    if not _REOPENS.search(question) or _SINCE.search(sentence, 0, span.start):
        return False
    after = sentence[span.end :]
    lasts = _UNTIL.match(after) and _CLOSED.search(sentence)
    return bool(lasts or _CLOSES.match(after))


def changes(question: str, spans: Sequence[Span], sentence: str) -> Iterator[tuple[Span, float]]:
    """Yield what of a folded sentence tells a change, if one is asked for: `650元提高到700元`.

    Each with what it gains by that.
    """
    asks_both = _ASKS_BOTH.search(question)
    if asks_both or _ASKS_CHANGE.search(question):
        for old, new in pairwise(spans):
            became = _BECAME.match(sentence, old.end)
            if became and became.end() == new.start:
                yield Span(old.start, new.end), _BOTH_GAIN if asks_both else _CHANGE_GAIN


def asks_change(question: str) -> bool:
    """Return whether a folded question asks by how much something differs, or compares itself."""
    return bool(_ASKS_CHANGE.search(question) or _COMPARES.search(question))


def asks_range(question: str) -> bool:
    """Return whether a folded question asks from when to when."""
    if _ASKS_RANGE.search(question):
        return True
    asked = _HOURS.sub("", question)
    return asked != question and not (_asks_end(asked) or WEEKDAY_ASKED.search(asked))


def asks_until(question: str) -> bool:
    """Return whether a folded question asks until when: `展览办到哪天?`."""
    return bool(_ASKS_UNTIL.search(question)) and not asks_range(question)


def ends_what_begins(question: str, span: Span, sentence: str) -> bool:
    """Return whether it is asked since when, and a date is one until which something lasts.

    `11月3日` of `罚款持续到11月3日`, but not of `到11月3日才开始`, nor a whole range.
    """
    if not _ASKS_SINCE.search(question) or asks_range(question):
        return False
    is_range = _UP_TO.search(sentence, span.start, span.end)
    return not (is_range or _STARTS_THEN.match(sentence, span.end)) and is_end(span, sentence)


def is_end(span: Span, sentence: str) -> bool:
    """Return whether a date in a folded sentence is one until which something lasts."""
    before, date = sentence[: span.start], sentence[span.start : span.end]
    ends = _ENDS.match(sentence, span.end) or re.match(r"(?:前|截止|止)", sentence[span.end :])
    return bool(_UP_TO.search(before) or _UP_TO.search(date) or ends)


def _asks_end(question: str) -> bool:
    """Return whether a folded question asks since when, or until when."""
    return bool(_ASKS_START.search(question) or _ASKS_END.search(question))


def may_ask_range(question: str) -> bool:
    """Return whether a folded question asks when, and neither since when nor until when."""
    if asks_range(question):
        return True
    asks_end = _asks_end(question) or asks_until(question) or _REOPENS.search(question)
    return bool(_ASKS_WHEN.search(question)) and not asks_end


def whole_ranges(dates: Sequence[Span], sentence: str) -> list[Span]:
    """Return what `dates` of a folded sentence bound, in pairs.

    Ranges side by side are one: `上午8:30-12:00,下午14:30-18:00`.
    """
    found: list[Span] = []
    for since, until in pairwise(dates):
        begins = _BEGINS.fullmatch(sentence, since.end, until.start)
        ends = begins and _ENDS.match(sentence, until.end)
        if not ends and not _JOINS.fullmatch(sentence, since.end, until.start):
            continue
        end = ends.end() if ends else until.end
        goes_on = found and _AND.fullmatch(sentence, found[-1].end, since.start)
        start = found.pop().start if goes_on else since.start
        found.append(Span(start, end))
    return found


def end_of_change(question: str, sentence: str, piece: Span) -> Span:
    """Return what of a piece the question asks for, where it tells from what to what.

    `体育馆` of `五里桥缩至体育馆`, or `五里桥` where it is asked what was before.
    """
    changed = _MOVED.search(sentence, piece.start, piece.end)
    if not changed or changed.start() == piece.start or changed.end() == piece.end:
        return piece
    if _ASKS_BEFORE.search(question):
        return Span(piece.start, changed.start())
    return Span(changed.end(), piece.end)


def is_difference(question: str, span: Span, sentence: str) -> bool:
    """Return whether a number tells by how much something differs, where that is not asked for."""
    before = sentence[: span.start]
    return not asks_change(question) and bool(_DIFFERS.search(before) or _CHANGED_BY.search(before))


def is_level(question: str, span: Span, sentence: str) -> bool:
    """Return whether it is asked by how much somebody leads or gains, and a number tells no such.

    `青石队得34分` does not tell how many points it won by, nor does what a thing is sold for what
    is earned by it. Nor is `12亿元` in `产值12亿元,增长4%` what it grew by, nor what each of two
    costs the difference.
    """
    if _ASKS_GAIN.search(question) and not _GAINS.search(sentence):
        return True
    if _ASKS_DIFFERENCE.search(question) and not _tells_difference(span, sentence):
        return True
    if _ASKS_BY.search(question) and _is_beside_change(span, sentence):
        return True
    if not _ASKS_LEAD.search(question):
        return False
    before, behind = clause_before(sentence, span.start), clause_behind(sentence, span.end)
    is_lead = _LEADS.search(sentence, 0, span.start) or _LEADS_BEHIND.match(behind)
    return not is_lead or is_of_other_teams(question, f"{before}{behind}")


def asks_by_how_much(question: str) -> bool:
    """Return whether a folded question asks by how much something rose or fell: `增长多少?`."""
    return bool(_ASKS_BY.search(question))


def is_word_of_change(question: str, term: str) -> bool:
    """Return whether a question has a term, or a part of it, only where it asks how much rose.

    Such a term does not stand beside what fell, and stands beside what is told of others.
    """
    return term in question and term not in _ASKS_BY.sub(" ", question)


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
    is_end = _BECAME.match(sentence, span.end) or _WAS.search(sentence, 0, span.start)
    return not is_end and not _CHANGED_IN_CLAUSE.search(clause_before(sentence, span.start))


def number_ranges(question: str, spans: Sequence[Span], sentence: str) -> list[tuple[Span, Span]]:
    """Return ranges of numbers in a folded sentence, each with what of it answers.

    That is all of `6000元至9000元`, unless one end is asked for.
    """
    found = []
    for low, high in pairwise(spans):
        between = _BOUNDS.fullmatch(sentence, low.end, high.start)
        if between and _measure_alike(sentence, low, high):
            whole = Span(low.start, high.end)
            least, most = _ASKS_LEAST.search(question), _ASKS_MOST.search(question)
            found.append((whole, low if least else high if most else whole))
    return found


def _measure_alike(sentence: str, low: Span, high: Span) -> bool:
    """Return whether two numbers end with one unit, or both with none that is known: `70至75`."""
    ends = (sentence[low.end - 1], sentence[high.end - 1])
    return ends[0] == ends[1] or all(end.isdecimal() for end in ends)


def _number_start(span: Span, sentence: str) -> int:
    """Return where the number begins of a piece that may begin with a word: `下降|3%`."""
    number = _A_NUMERAL.search(sentence, span.start, span.end)
    return number.start() if number else span.start


def unchanged(question: str, sentence: str) -> Iterator[Span]:
    """Yield where a folded sentence tells that nothing changed, if a question asks by how much."""
    if _ASKS_BY.search(question):
        yield from (Span(*match.span()) for match in _NO_CHANGE.finditer(sentence))


def _is_no_change(span: Span, sentence: str) -> bool:
    return _NO_CHANGE.fullmatch(sentence, span.start, span.end) is not None


def range_gain(question: str, span: Span, sentence: str) -> float:
    """Return what a piece of a folded sentence gains, or loses, by which end it is of what.

    Of a change, the new state answers, unless the question asks for the old one, or for the
    difference. Of a range, the question tells which end.
    """
    before, after = sentence[: span.start], sentence[span.end :]
    asks_by = bool(_ASKS_CHANGE.search(question))
    if asks_by and (
        _BY.search(sentence[: _number_start(span, sentence)]) or _is_no_change(span, sentence)
    ):
        return 4 * _GAIN  # more than what stands nearer: `产值286亿元,增长7.2%`
    is_old = bool(_BECAME.match(sentence, span.end) or _PLANNED.search(before))
    past = _PAST.search(before)
    gain = _GAIN if past and past[1] in question else 0.0
    if is_old or _WAS.search(_SINCE_CLOCK.sub("", before)):
        fits = not asks_by and is_old == bool(_ASKS_BEFORE.search(question))
        gain = _GAIN if fits else -_GAIN
    return gain + _end_gain(question, before, after)


def _end_gain(question: str, before: str, after: str) -> float:
    """Return what an end of a range gains that is asked for, and the other loses."""
    ends, starts = bool(_ASKS_END.search(question)), bool(_ASKS_START.search(question))
    if ends == starts:
        return 0.0
    if _UNTIL.match(after):
        return _GAIN if starts else -_GAIN
    if _SINCE.search(before):
        return _GAIN if ends else -_GAIN
    told = _OPENS if ends else _ENDS
    return -_GAIN if told.match(after) else 0.0
