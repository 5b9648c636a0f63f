"""Answers whether and when something happened from the article whose title tells that it did.

A headline says it in a word (`苇荡湿地公园开园`), and the lead tells the same in others, with the
day: `8月31日早上7点,苇荡湿地公园南门打开`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from qa.answering.evidence import Evidence, sentences_of
from qa.answering.fitting import fitting
from qa.dates.in_text import mentions
from qa.forms.choosing.weighing import best_candidate
from qa.overlap import NEWEST, POINTING, content, share
from qa.passages import split, title_line
from qa.questions.subjects import entity
from qa.text import fold, simplified, terms
from qa.types import Expected, Genre

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.overlap import Sought
    from qa.types import Hit, Query

_SAME_TOPIC = 0.8  # share of what a question is about that a title must name
_LONGEST_EVENT = 4  # characters: `开园`, `推迟开园`
_LEAD = 2  # sentences

# `公园|后来|开了吗`: what stands between a thing and what happens to it
_BETWEEN = re.compile(rf"{NEWEST}|已经|到底|究竟|真的|正式")
# `公园|9月1日|开放了吗`: whether it was on that day is told by what tells of the event
_ON_A_DAY = re.compile(r"在?(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}[日号](?:那天)?")
# `走失的老人|找到|了吗?`: of somebody or something that has no name
_HAPPENED = re.compile(
    rf"(?P<about>[^,，。]{{2,}}?)(?:{_BETWEEN.pattern})*"
    r"(?P<event>[\u4e00-\u9fff]{2})了吗[?]?$"
)
# What is no part of the event either
_PARTICLES = re.compile(r"[了的呢吗吧啊过在是没有又还就都?,。!\s]")
_POINTING = re.compile(POINTING)
# `计划“六一”开园`, `推迟开园`: titles of what has not happened yet
_TO_COME = re.compile(
    r"计划|打算|原定|拟|将|推迟|延期|延后|预计|力争|有望|筹备|定在|定于|暂停|暂缓|取消"
)

# `停水|是真的吗?`; `网传|停水`; and what tells whether it is so
_ASKS_TRUTH = re.compile(r"真的[吗么]|是不是真的?|是真是假|属实|谣言|谣传")
_HEARSAY = re.compile(r"网传|网络?上?(?:消息|流传)|传言|传闻|疑似(?!病|感染|患)|据传|有消息称|谣传")
_VERDICT = re.compile(
    r"属实|不实|谣言|辟谣|否认|澄清|造谣|[不相]符|确有其事|无中生有|子虚乌有|虚假|纯属|系误传|并非"
)


def event_told(
    query: Query, asked: Sought, hits: Sequence[Hit], found: Sequence[Evidence]
) -> list[Evidence]:
    """Return the lead of the article whose title tells of the event asked about, if one does.

    Of what happened to somebody or something without a name, its best sentence.

    The newest one where the question wants the latest or the day, else the best. Where there are
    plans alone, they tell. After it come those of `found`, sentences best first, that tell of the
    same event.
    """
    question = _POINTING.sub("", simplified(query.text))
    if asked.expected is Expected.YES_NO:
        question = _ON_A_DAY.sub("", question)
    about = _BETWEEN.split(entity(question))[0]
    event = _event(question, about)
    happened = None if event else _HAPPENED.match(fold(question))
    if happened:
        about, event = happened["about"].replace("的", ""), happened["event"]
    if not event or asked.expected not in (Expected.DATE, Expected.YES_NO):
        return []
    told = fitting(asked, _telling(asked, hits, terms(about), event))
    telling = [one for one in told if not _is_to_come(asked, one)] or _planned(
        asked, told, found, event
    )
    if query.newest or asked.expected is Expected.DATE:
        telling.sort(key=lambda one: one.day, reverse=True)
    if not telling:
        return []
    first = _best_of(telling[0], event, found) if happened else telling[0]
    lead = replace(first, logit=found[0].logit if found else 0.0)
    return [lead, *(one for one in found if event in fold(one.text))]


def verdict_told(asked: Sought, found: Sequence[Evidence]) -> list[Evidence]:
    """Return `found`, sentences best first, with one in front that tells whether it is so.

    That is asked for (`是真的吗?`), or what is said is told by the best sentence. Empty where no
    sentence of that article tells it.
    """
    if asked.expected is not Expected.YES_NO or not found:
        return []
    if not (_ASKS_TRUTH.search(asked.question) or _HEARSAY.search(fold(found[0].text))):
        return []
    same = [one for one in found if one.hit.article.id == found[0].hit.article.id]
    verdict = next((one for one in same if _VERDICT.search(fold(one.text))), None)
    if verdict is None:
        return []
    told = replace(verdict, logit=found[0].logit)
    return [told, *(one for one in found if one is not verdict)]


def _best_of(lead: Evidence, event: str, found: Sequence[Evidence]) -> Evidence:
    """Return the best sentence of the lead's article, one that tells the event before the others.

    What becomes of somebody is seldom told by the lead, which begins with what went before.
    """
    same = [one for one in found if one.hit.article.id == lead.hit.article.id]
    return next((one for one in same if event in fold(one.text)), (same or [lead])[0])


def _event(question: str, about: str) -> str:
    """Return what is said to happen: `开` of `那个公园后来开了吗?`."""
    said = fold(content(question.replace(about, " ", 1)))
    event = _PARTICLES.sub("", _BETWEEN.sub("", said))
    return event if len(event) <= _LONGEST_EVENT and event.isalpha() else ""


def _telling(
    asked: Sought, hits: Sequence[Hit], about: Sequence[str], event: str
) -> list[Evidence]:
    """Return the leads of the articles whose titles tell of the event, best hit first."""
    weights = {term: asked.terms.get(term, 0.0) for term in about}
    seen = set()
    leads = []
    for hit in hits:
        article = hit.article
        title = fold(title_line(article))
        if article.id in seen or article.genre is Genre.CORRECTION or event not in title:
            continue
        if share(weights, title) < _SAME_TOPIC:
            continue
        seen.add(article.id)
        if lead := _lead(asked, hit):
            leads.append(lead)
    return leads


def _is_to_come(asked: Sought, one: Evidence) -> bool:
    """Return whether the title tells of what has not happened yet, and is not asked for so."""
    title = fold(title_line(one.hit.article))
    to_come = _TO_COME.search(title) or _days_to_come(title, one.hit.edition.date)
    return bool(to_come) and not _TO_COME.search(asked.question)


def _planned(
    asked: Sought, told: Sequence[Evidence], found: Sequence[Evidence], event: str
) -> list[Evidence]:
    """Return what tells of an event of which the titles tell only that it is to come.

    Whether it has happened: not yet, says the newest. When: on the day that a title names, unless
    a later edition tells of the event.
    """
    if asked.expected is Expected.YES_NO:
        return sorted(told, key=lambda one: one.day, reverse=True)
    last = max((one.day for one in found if event in fold(one.text)), default=date.min)
    newest = (lead for lead in told if lead.day >= last)
    return [one for lead in newest for one in _on_day_of_title(lead, found)]


def _on_day_of_title(lead: Evidence, found: Sequence[Evidence]) -> list[Evidence]:
    """Return the best sentence of the lead's article that holds the day to come of its title."""
    article = lead.hit.article
    days = _days_to_come(title_line(article), lead.hit.edition.date)
    same = (one for one in found if one.hit.article.id == article.id)
    return [one for one in same if any(day in one.text for day in days)][:1]


def _days_to_come(title: str, published: date | None) -> list[str]:
    """Return the days after its edition's that a title names: `运动会|9月20日|开幕`."""
    if published is None:
        return []
    days = (day for day in mentions(title, published) if day.since > published)
    return [title[day.start : day.end] for day in days]


def _lead(asked: Sought, hit: Hit) -> Evidence | None:
    """Return the first sentence that tells, of a question of when the first that holds a day."""
    opening = [replace(hit, passage=one) for one in split(hit.article)[:_LEAD]]
    for one in sentences_of(opening)[:_LEAD]:
        if one.asks:
            continue
        if asked.expected is not Expected.DATE or best_candidate(asked, fold(one.text)):
            return one
    return None
