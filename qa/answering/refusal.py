"""Says that the archive does not answer, what of it was searched, and which edition is missing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.answering.evidence import best_of_each
from qa.answering.quoting import ANSWERER
from qa.answering.wording import days_text
from qa.dates.asked import date_ranges
from qa.text import is_chinese
from qa.types import Answer, DateRange

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from qa.types import DateMention, Edition, Hit, Query

_RELATED = 3
_NAMED_PAPERS = 3
# `截至|8月31日`: what is told in an edition of a later day
_UP_TO = re.compile(r"(?:截[至止]|到)$")


def abstention(
    query: Query, hits: Sequence[Hit], held: Sequence[Edition] = (), *, none_there: bool = False
) -> Answer:
    """Return that the archive does not say, with the nearest articles as related.

    Args:
        query: the question.
        hits: what was found, best first.
        held: the editions that the archive holds.
        none_there: whether none of its articles is where the filters keep the search.
    """
    told = [day for hit in hits for day in hit.article.dates]
    return refused(query, refusal_text(query, held, told, none_there=none_there), hits)


def refused(query: Query, text: str, hits: Sequence[Hit] = ()) -> Answer:
    """Return that nothing is answered, as `text` says, with the nearest articles as related."""
    related = tuple(best_of_each(hits)[:_RELATED])
    return Answer(query.question, query.text, text, (), True, ANSWERER, related)


def refusal_text(
    query: Query,
    held: Sequence[Edition],
    told: Sequence[DateMention] = (),
    *,
    none_there: bool = False,
) -> str:
    """Say what was searched: the papers, from when to when, and the edition that is missing.

    Args:
        query: the question.
        held: the editions that the archive holds.
        told: the days that the articles found tell of, whatever edition they are of.
        none_there: whether none of its articles is where the filters keep the search.
    """
    chinese = is_chinese(query.question)
    filters = query.filters
    of_paper = [one for one in held if filters.paper in (None, one.paper)]
    searched = [one for one in of_paper if _within(one, filters.dates)]
    missing = _missing(query, of_paper, told, chinese)
    if not searched and held:
        nothing = _nothing_searched(of_paper or held, missing or (filters.paper or ""), chinese)
        return nothing + _of_other_years(filters.dates, of_paper, chinese)
    return _searched(query, searched, missing, none_there=none_there)


def _searched(query: Query, searched: Sequence[Edition], missing: str, *, none_there: bool) -> str:
    """Say where nothing was found: in no edition, or in no such page, column or author's work."""
    chinese = is_chinese(query.question)
    papers, parts = papers_text(searched, chinese), parts_text(query, chinese)
    no_such_part = none_there and bool(papers and parts)
    if chinese:
        where = f"在{papers}{parts}中" if papers else "报纸中"
        none = ":档案里没有这样的文章" if no_such_part else ""
        gap = f";档案里没有{missing}的报纸。" if missing else f"{none}。"
        return f"{where}没有找到答案{gap}"
    none = ": the archive has no such article" if no_such_part else ""
    gap = f"; the edition of {missing} is missing." if missing else f"{none}."
    return f"Not found in {papers or 'the archive'}{parts}{gap}"


def _nothing_searched(held: Sequence[Edition], missing: str, chinese: bool) -> str:
    if chinese:
        return f"没有找到答案:档案里没有{missing}的报纸,只有{papers_text(held, chinese)}。"
    return f"Not found: the archive has no edition of {missing}, only {papers_text(held, chinese)}."


def _of_other_years(dates: DateRange, held: Sequence[Edition], chinese: bool) -> str:
    """Say which editions are of the same day of another year; nothing where none are."""
    day = dates.since if dates.since == dates.until else None
    same = [
        one
        for one in held
        if day and one.date and (one.date.month, one.date.day) == (day.month, day.day)
    ]
    if not day or not same:
        return ""
    papers = papers_text(same, chinese)
    return (
        f"{day.month}月{day.day}日的有{papers}。" if chinese else f" Of that day it has {papers}."
    )


def papers_text(editions: Sequence[Edition], chinese: bool) -> str:
    """Return what is held: `《岚江日报》2024-04-10至2024-10-16的5期`."""
    by_paper: dict[str, list[Edition]] = {}
    for one in editions:
        by_paper.setdefault(one.paper, []).append(one)
    told = [_run(paper, those, chinese) for paper, those in list(by_paper.items())[:_NAMED_PAPERS]]
    others = len(by_paper) - _NAMED_PAPERS
    if others > 0:
        told.append(f"另外{others}种报纸" if chinese else f"{others} other papers")
    return ("、" if chinese else ", ").join(told)


def _run(paper: str, editions: Sequence[Edition], chinese: bool) -> str:
    days = sorted(one.date for one in editions if one.date)
    count = len(editions)
    if not chinese:
        run = (
            f"{count} editions, {days[0]} to {days[-1]}"
            if len(days) > 1
            else f"{days[0]}"
            if days
            else f"{count} edition{'s' if count > 1 else ''}, undated"
        )
        return f"{paper or 'an unnamed paper'} ({run})"
    run = f"{days[0]}至{days[-1]}的{count}期" if len(days) > 1 else f"{days[0]}" if days else ""
    return f"《{paper}》{run or f'的{count}期'}" if paper else f"未注明报名的{run or f'{count}期'}"


def parts_text(query: Query, chinese: bool) -> str:
    """Return to which part of those editions the filters kept the search: `第3版“民生”栏`."""
    filters = query.filters
    if chinese:
        parts = (
            f"第{filters.page}版" if filters.page else "",
            f"“{filters.section}”栏" if filters.section else "",
            f"{filters.reporter}采写的报道" if filters.reporter else "",
        )
        return "".join(parts) and f"的{''.join(parts)}"
    named = (("page", filters.page), ("section", filters.section), ("by", filters.reporter))
    return "".join(f", {name} {value}" for name, value in named if value)


def _missing(
    query: Query, held: Sequence[Edition], told: Sequence[DateMention], chinese: bool
) -> str:
    """Return a day or days that the question or its filters name, and no edition is of.

    A day that an article found tells of is that of what it tells, not of an edition.
    """
    days = [one.date for one in held if one.date]
    if not days:
        return ""
    written = [
        one.range
        for one in date_ranges(query.text, max(days))
        if query.text[one.start].isnumeric()
        and (one.start == 0 or one.range.is_short())  # a year within a question is rarely its own
        and not _UP_TO.search(query.text[: one.start])
        and not any(tells_of(day, one.range) for day in told)
        and ("年" in query.text[one.start : one.end] or not _is_to_come(one.range, max(days)))
    ]
    for dates in (query.filters.dates, *written):
        if dates != DateRange() and not any(map(dates.holds, days)):
            return _range_text(dates, chinese=chinese)
    return ""


def _is_to_come(dates: DateRange, newest: date) -> bool:
    """Return whether it lies after the newest edition: without its year, it may be one before."""
    return dates.since is not None and dates.since > newest


def tells_of(told: DateMention, dates: DateRange) -> bool:
    """Return whether an article tells of a day, or a month at most, that touches `dates`."""
    days = DateRange(told.since, told.until)
    return days.is_short() and days.touches(dates)


def _range_text(dates: DateRange, *, chinese: bool) -> str:
    if dates.since and dates.until:
        return days_text(dates.since, dates.until, chinese=chinese)
    if dates.since:
        return f"{dates.since}以来" if chinese else f"{dates.since} or later"
    return f"{dates.until}以前" if chinese else f"{dates.until} or earlier"


def _within(edition: Edition, dates: DateRange) -> bool:
    return dates == DateRange() or (edition.date is not None and dates.holds(edition.date))
