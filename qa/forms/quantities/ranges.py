"""Tells which end of a range or of a change answers: `17时30分到23时`, `由11元涨到12元`.

Or that the whole range does: `几点到几点开放?`.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from qa.dates.parts import CHINESE_YEAR
from qa.dates.words import ASKS_ANY_TIME, ASKS_WHEN, FORMERLY, LAST_YEAR
from qa.forms.quantities.changes import (
    NEXT,
    NUMERAL,
    asks_before,
    asks_change,
    asks_difference,
    became_other,
    became_this,
    tells_by_how_much,
)
from qa.forms.weekdays import WEEKDAY_ASKED
from qa.text import right_before
from qa.types import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_TO = r"(?:起)?(?:到|至|—+|-|~)"
_FROM = rf"(?:{NUMERAL}[时分点日号月年周]|\d[:：]\d\d)(?:(?:开始|起)[,，]?)?{_TO}$"
_UNTIL, _SINCE = re.compile(rf"(?:(?:开始|起)[,，]?)?{_TO}{NEXT}"), re.compile(_FROM)
_SINCE_CLOCK = re.compile(rf"\d{{1,2}}[:：]\d\d{_TO}$")  # `延长到|9:00—|21:00`
_PLANNED = re.compile(r"(?:原定|原计划|原本|原先|原来)(?:于|在|为)?$")
# `原定5月10日的|搬迁暂缓`: what was planned, and what becomes of it
_WITHDRAWN = re.compile(
    r"暂缓|取消|延期(?![到至])|另行(?:公布|通知|公告)|推迟(?![^,，。;；]{0,6}\d)"
)

# `几点闭馆`, `几点开诊`; `原来几点闭馆`
_ASKS_END = re.compile(
    r"(?<!封)闭|(?<![有相海机])关|结束|截止|为止|收[车摊工]|末班|最晚|最迟|打烊|散场|到几|到什么时候"
)
# `试运行到什么时候`; `期限|至|12月31日`
_ASKS_UNTIL = re.compile(rf"(?:[到至]|截止|持续){ASKS_ANY_TIME}")
_UP_TO = re.compile(rf"(?:{_TO}|截止|截至|延期到|延长到)(?=[^,，。]{{0,12}}$)")
# `罚款从哪天开始?`, and what begins on a day: `提前到|5月1日`, `到5月1日|才开始`
_ASKS_SINCE = re.compile(rf"[从自]{ASKS_ANY_TIME}|{ASKS_ANY_TIME}(?:开始|起)(?![诉草飞])")
_MOVED_TO = re.compile(r"(?:提前|推[迟后]|延[期后迟]|顺延|改)了?[到至在]$")
_STARTS_THEN = re.compile(r"[^,，。;；\d]{0,3}?(?:起|开始|[开启]动)")
# but not `开到几点`
_ASKS_START = re.compile(r"开(?!放?[到至])|起|始|首班|最早|从几|从什么时候")
# `比去年的|3100亩增加两倍`, `较2019年的|8亿元`
_PAST = re.compile(rf"({LAST_YEAR})(?:同期)?的?$")
# `比去年同期的|121公吨增加五成`, which tells nothing of this year
_COMPARED_WITH = re.compile(rf"[比较](?:{LAST_YEAR}|{FORMERLY})(?:同期)?的?$")
_PAST_YEAR = re.compile(rf"[比较]((?:[12]\d{{3}}|{CHINESE_YEAR})年)(?:同期)?的?$")

# `几点到几点`, `几点开门,几点关门`, `开放时间`: from when to when
_ASKS_RANGE = re.compile(
    rf"{ASKS_ANY_TIME}[^?]{{0,8}}(?:到|至)[^?]{{0,6}}{ASKS_ANY_TIME}"
    rf"|{ASKS_ANY_TIME}[^?]{{0,6}}[开起始上][^?]{{0,8}}{ASKS_ANY_TIME}[^?]{{0,4}}[关闭止束下停]"
    r"|起止(?:时间|日期)"
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


def withdrawal(question: str, dates: Sequence[Span], sentence: str) -> Span | None:
    """Return where a folded sentence tells that what was planned will not be, or not then.

    `暂缓` in `原定5月10日的搬迁暂缓`; None where it tells another day, or where that of the plan is
    asked for, or when it is: `原定5月10日取消收费`.
    """
    if asks_before(question) or not dates:
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

    `11月3日` of `罚款持续到11月3日`, but not of `提前到11月3日`, nor a whole range.
    """
    if not _ASKS_SINCE.search(question) or asks_range(question):
        return False
    is_range = _UP_TO.search(sentence, span.start, span.end)
    moved = _MOVED_TO.search(right_before(sentence, span.start))
    begins = moved or _STARTS_THEN.match(sentence, span.end)
    return not (is_range or begins) and is_end(span, sentence)


def is_end(span: Span, sentence: str) -> bool:
    """Return whether a date in a folded sentence is one until which something lasts."""
    before, date = right_before(sentence, span.start), sentence[span.start : span.end]
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


def range_gain(question: str, span: Span, sentence: str) -> float:
    """Return what a piece of a folded sentence gains, or loses, by which end it is of what.

    Of a change, the new state answers, unless the question asks for the old one, or for the
    difference. Of a range, the question tells which end.
    """
    before, after = right_before(sentence, span.start), sentence[span.end :]
    asks_by = asks_difference(question)
    if asks_by and tells_by_how_much(span, sentence):
        return 4 * _GAIN  # more than what stands nearer: `产值286亿元,增长7.2%`
    is_old = became_other(span, sentence) or bool(_PLANNED.search(before))
    past = _PAST.search(before)
    is_compared = _COMPARED_WITH.search(before) and not asks_change(question)
    gain = _GAIN if past and past[1] in question else -_GAIN if is_compared else 0.0
    if (year := _PAST_YEAR.search(before)) and year[1] in question:
        return 4 * _GAIN
    if is_old or became_this(_SINCE_CLOCK.sub("", before)):
        fits = not asks_by and is_old == asks_before(question)
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
