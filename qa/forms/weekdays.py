"""Tells on which days of the week something is so: `每周五、周六延长开放,其余各天20时闭馆`."""

from __future__ import annotations

import re
from functools import lru_cache

from qa.dates.parts import weekday_number
from qa.text import blanked, clauses
from qa.types import Span

# `周一`; `周二、四、六`, but not `周二、四楼`, `周三、四川`
WEEKDAY = r"(?:周|星期|礼拜)[一二三四五六日天末]"
_BARE_DAY = r"[一二三四五六日天](?![楼号个名次人层期批等月届点时十百年级班川处气])"
WEEKDAYS = rf"{WEEKDAY}(?:[、和及](?:{WEEKDAY}|{_BARE_DAY}))*"
_LIST, _NAME = re.compile(WEEKDAYS), re.compile(r"[一二三四五六日天]")
# `周几|闭馆`, `一周哪几天|开放`
WEEKDAY_ASKED = re.compile(r"(?:周|星期|礼拜)(?:几|的?哪[一几]?天)")
# `周一至周五`
_DAY = r"(?:周|星期|礼拜)(?P<{}>[一二三四五六日天])"
_RANGE = re.compile(rf"{_DAY.format('first')}(?:至|到|—+|-|~){_DAY.format('last')}")
_CALLED = ((re.compile(r"工作日"), range(5)), (re.compile(r"周末|双休日"), (5, 6)))
# `其余|各天`: all days that are told nothing else of
_REST = re.compile(r"其[余他它](?:各天|时[间段]|日[子期]|几天)|平[时日]|每[天日]")
_CLOSED_ON = re.compile(
    rf"{WEEKDAY}[^,，。;；]*?(?:闭[馆园]|休[馆息市业诊园]|停[业诊]|不(?:开[放门馆园诊]?|营业|上班|对外)|关[闭门])(?!时间)"
)
_PART_OF_DAY = re.compile(r"上午|下午|[早晚]上?|中午|\d[:：时点]")


@lru_cache(256)
def weekdays_in(text: str) -> frozenset[int]:
    """Return the days of the week that a folded text names, Monday being 0."""
    found = {weekday_number(name) for one in _LIST.findall(text) for name in _NAME.findall(one)}
    for one in _RANGE.finditer(text):
        first, last = weekday_number(one["first"]), weekday_number(one["last"])
        found.update((first + n) % 7 for n in range((last - first) % 7 + 1))  # `周六至周一`
    return frozenset(found.union(*(days for called, days in _CALLED if called.search(text))))


def without_other_weekdays(question: str, sentence: str) -> str:
    """Return a folded sentence, blank where a clause is of other days than the question names.

    As it is where no clause tells of that day, nor of all the rest.
    """
    wanted = weekdays_in(question)
    told = {one: sentence[one.start : one.end] for one in (clauses(sentence) if wanted else ())}
    others = [
        one for one, text in told.items() if (days := weekdays_in(text)) and wanted.isdisjoint(days)
    ]
    is_told = any(
        not wanted.isdisjoint(weekdays_in(text)) or _REST.search(text) for text in told.values()
    )
    return blanked(sentence, others) if is_told else sentence


def closed_on(question: str, text: str) -> Span | None:
    """Return where a folded text says that on the day that the question names nothing is open.

    `周一闭馆` for `周一几点关门?`; not `周一上午闭馆`.
    """
    wanted = weekdays_in(question)
    for one in clauses(text) if wanted else ():
        clause = text[one.start : one.end]
        closed = _CLOSED_ON.search(clause)
        if closed and wanted <= weekdays_in(clause) and not _PART_OF_DAY.search(clause):
            return Span(one.start + closed.start(), one.start + closed.end())
    return None
