"""Understands a question: makes it stand alone, and finds its filters and kind of answer."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from qa.dates.asked import DatedSpan, date_ranges
from qa.dates.parts import AND, years_before
from qa.overlap import NEWEST
from qa.questions.conversation import answer_gone_on_from, asks_source, stand_alone
from qa.questions.expected import expected_answer
from qa.text import fold, is_chinese
from qa.types import DateRange, Filters, Query, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

# After a date, that it is an edition's: `的报纸`, `那期`, `的新闻`, `见报的`; and what stands
# between that and what is asked: `那期|报道的|受灾面积`, but not that of `报纸说了什么?`
_OF_EDITIONS = re.compile(
    r"(?:出版|出)?(?:的|那天的?|当天的?)?"
    r"(?:[那这]一?(?:期(?![培班节])|份(?=报(?!告)|[上里中]?(?:[说写讲登刊有头第]|都)|\W|$))(?:报纸)?"
    r"|报纸[上里中]?|报上|[日晚晨早]报(?![到名])上?|周刊上?"
    r"|新闻(?![发奖中学联观])|报道|(?<=的)消息(?![称灵])|见报的?|刊[登发]的?|《[^》]{1,12}[报刊]》"
    r"|[\u4e00-\u9fff]{2,6}?[日晚晨早周]报(?=上?都?(?:刊?登了?|有)(?:什么|哪些)|的?(?:头[版条]|第))"
    # what is asked for of the edition, and stays in the question
    r"|(?=有(?:什么|哪些|啥)(?:大新闻|新闻|大事|要闻|消息|报道|文章))"
    r"|(?=头版|第?[\da-d一二三四五六七八九十]{1,3}版"
    r"(?:[上里都有登刊是说写讲]|的?头条|的(?:文章|报道|新闻|内容|稿)))"
    r"|(?=[\u4e00-\u9fff]{0,4}(?:采写|撰写|写|拍摄?|发表)[了过]?的?(?:哪[些几]|什么|(?:多少|几)[篇张幅]))"
    r"|(?<!今日)(?=头条(?:新闻)?[是有登写讲说])"
    r"|(?=[^\s的]{2,8}(?:栏目|专栏)[里中上]?(?:一?共|都)?(?:刊?登|发表|[有说写讲])))"
    r"(?:[上里中]?(?:报道|刊[登发载]|登载?|提到|[说写讲])的(?![是都有什哪谁])"
    r"|[里中]?[说称][,，:：]?(?![了的过到什谁])|的)?"
)

# Before it, that another medium printed or sent it: `据新华社|9月4日报道`, `《宇宙报》|6月5日刊登`
_OF_OTHERS = re.compile(
    r"(?:据(?!报纸)[^,,。]{1,10}|[》”]|(?!请问)[\u4e00-\u9fff]{2}(?:[日晚晨早周时]?报|[社台媒])|央视)$"
)

# `the paper| of |Sept 18`, `Sept 18|'s| edition`
_PAPER_BEFORE = re.compile(
    r"(?:paper|edition|issue|page(?: [a-d]?\d{1,2})?)( (?:(?:of|from|on|for|dated) )?(?:the )?)$"
)
_PAPER_BEHIND = re.compile(r"(?:'s)? (?=(?:news)?paper|edition|issue|(?:front )?page)")

_WORD = re.compile(r"\w")
# What who names but an edition wants to know: `10月16日的报纸`
_ALL_OF_IT = ("What was in the paper?", "有哪些文章?")

# What follows the name of a paper that is asked what it holds: `澜河日报|报道过什么`; and what
# stands before it: `上周|澜河日报`. The name gives way to what any paper is called.
_SAYS = re.compile(
    r"[上里中](?!海)|的?(?:头[版条]|第?[\da-d一二三四五六七八九十]{1,3}版|报道|新闻|文章|读者来信|来信)"
    r"|的?更正|[都也又曾]*(?:报道|刊|登|更正|[说写讲称])|怎么(?:报道|[说写讲])|有(?:什么|哪些|啥|几|多少|没有)|对"
    r"|的?(?:\d{1,4}[年月]|[上本今昨前]|最[新近])"
)
_OF_A_DAY = re.compile(r"(?:[日号天期]|[上本]个?[周月]|最[新近])的?$")
_THE_PAPER = "报纸"
# `晚报|头版`, `最近一期|晚报`, but not `岚江|晚报`, which is no paper held
_SHORT_NAME = re.compile(r"(?<![^\W\d_的月日号份期天周年上])(?:[日晚晨早周时]报|都市报|周刊)")

_LEADS_IN = ("从", "自", "在")  # `从|5月到7月的报纸`

_COMPARED_WITH = ("比", "较", "与", "同", "和")

_A_MONTH = timedelta(days=31)
_A_YEAR = timedelta(days=366)
_TO_COME_COSTS = 4  # what lies after the newest edition is farther: it is rather the year before
_SOON_AFTER = timedelta(days=3)  # what happened is in the paper

_NEWEST = re.compile(NEWEST)

# What is asked for by its English letters, and printed in full
_LETTERS = {
    "gdp": "生产总值",
    "cpi": "居民消费价格",
    "ppi": "工业生产者出厂价格",
    "pmi": "采购经理指数",
}
_ABBREVIATED = re.compile(rf"(?<![a-z])(?:{'|'.join(_LETTERS)})(?![a-z])")


def understand(
    question: str,
    history: Sequence[tuple[str, str]] = (),
    filters: Filters | None = None,
    *,
    today: date | None = None,
    newest: date | None = None,
    papers: Sequence[str] = (),
) -> Query:
    """Return the query that `question` means after `history`.

    A date in the question limits the editions searched only where it is the edition's
    (`9月1日的报纸`, `上周的新闻`). Elsewhere (`截至8月31日`) it is looked for in the text, and
    editions of those days and soon after are preferred.

    Args:
        question: as asked.
        history: earlier questions with their answers, oldest first.
        filters: what a passage must match; its dates go before the question's.
        today: what `昨天` and `上周` count from.
        newest: date of the archive's newest edition, which a date without a year is near to.
        papers: names of papers, whose editions alone are searched where the question names one.
    """
    whole = stand_alone(question, history)
    text = _spelled_out(whole)
    filters = given = filters or Filters()
    if not filters.paper and (named := _paper_named(text, papers)):
        paper, place = named
        filters = replace(filters, paper=paper)
        text = f"{text[: place.start]}{_THE_PAPER}{text[place.end :]}"
    dated = _edition_dates(text, today, newest) if filters.dates == DateRange() else None
    if dated:
        filters = replace(filters, dates=dated.range)
        left = text[: dated.start] + text[dated.end :]
        text = left if _WORD.search(left) else _ALL_OF_IT[is_chinese(text)]
    around = _days_told(text, today, newest) if filters.dates == DateRange() else None
    newest_first = bool(_NEWEST.search(fold(text)))
    source = bool(history) and asks_source(question)
    is_whole = whole == question.strip() and filters == given and not source
    last = answer_gone_on_from(question, history) if is_whole else ""
    return Query(question, text, filters, expected_answer(text), newest_first, around, source, last)


def _paper_named(text: str, papers: Sequence[str]) -> tuple[str, Span] | None:
    """Return which of `papers` a question asks the contents of, and where it is named."""
    folded = fold(text)
    named = [paper for paper in papers if fold(paper) in folded]
    if not named:
        return _paper_in_short(folded, papers)
    if len(named) != 1:  # what two papers say is asked of both
        return None
    found = re.search(rf"《?{re.escape(fold(named[0]))}》?", folded)
    asks = found and (_SAYS.match(folded, found.end()) or _OF_A_DAY.search(folded[: found.start()]))
    return (named[0], Span(*found.span())) if found and asks else None


def _paper_in_short(folded: str, papers: Sequence[str]) -> tuple[str, Span] | None:
    """Return the one paper that is a `晚报`, and where a question asks what `晚报` holds."""
    found = _SHORT_NAME.search(folded)
    of_kind = [one for one in papers if found and fold(one).endswith(found.group())]
    asks = found and _SAYS.match(folded, found.end())
    return (of_kind[0], Span(*found.span())) if found and asks and len(of_kind) == 1 else None


def _spelled_out(text: str) -> str:
    """Return a Chinese question with its abbreviations spelled out behind them."""
    folded = fold(text)
    found = _ABBREVIATED.search(folded) if is_chinese(text) else None
    if not found or _LETTERS[found.group()] in folded:
        return text
    return f"{text[: found.end()]}({_LETTERS[found.group()]}){text[found.end() :]}"


def _days_told(text: str, today: date | None, newest: date | None) -> DateRange | None:
    """Return the days that `text` names, with those soon after; None if none.

    They are a month at most, or a year that is told from today: `去年`, but not `比去年`. A year in
    figures is found by them.
    """
    for one in _dates(text, today, newest):
        since, until = one.range.since, one.range.until
        is_compared = text[: one.start].endswith(_COMPARED_WITH)
        longest = _A_YEAR if one.from_today and not is_compared else _A_MONTH
        if since and until and until - since <= longest:
            return DateRange(since, until + _SOON_AFTER)
    return None


def _dates(text: str, today: date | None, newest: date | None) -> Iterator[DatedSpan]:
    """Yield the dates that `text` names: in figures near the newest edition, else from today."""
    from_today = {one.start: one for one in date_ranges(text, today or newest)}
    for near_newest in date_ranges(text, newest or today):
        told = from_today.get(near_newest.start, near_newest)
        yield told if told.from_today else near_newest


def _not_to_come(dated: DatedSpan, text: str, today: date | None, newest: date | None) -> DatedSpan:
    """Return a date of an edition, of the year before where it is not yet come.

    Or where it lies well after the newest edition; but as it is where it gives its year.
    """
    since, until = dated.range.since, dated.range.until
    is_given = dated.from_today or "年" in text[dated.start : dated.end]
    if is_given or not (newest and since and until):
        return dated
    before = years_before(since, 1)
    is_to_come = since > max(today or newest, newest)
    if not text[dated.start].isnumeric() and is_to_come:
        return _read_again(dated, text, before)
    if not (is_to_come or _TO_COME_COSTS * (since - newest) > newest - before):
        return dated
    return replace(dated, range=DateRange(before, years_before(until, 1)))


def _read_again(dated: DatedSpan, text: str, day: date) -> DatedSpan:
    """Return a date of `text` as it is near to `day`: festivals are not each year on the same."""
    return next((one for one in date_ranges(text, day) if one.start == dated.start), dated)


def _joined(dates: Iterable[DatedSpan], folded: str) -> Iterator[DatedSpan]:
    """Yield `dates` with those that are named together as one: `上周和本周`, from first to last."""
    last: DatedSpan | None = None
    for one in dates:
        if last and AND.fullmatch(folded, last.end, one.start):
            firsts, lasts = (last.range.since, one.range.since), (last.range.until, one.range.until)
            since = min(filter(None, firsts)) if all(firsts) else None
            until = max(filter(None, lasts)) if all(lasts) else None
            last = replace(last, end=one.end, range=DateRange(since, until))
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _edition_dates(text: str, today: date | None, newest: date | None) -> DatedSpan | None:
    """Return where `text` names the dates of editions, and which."""
    folded = fold(text)
    past = (_not_to_come(one, text, today, newest) for one in _dates(text, today, newest))
    for dated in _joined(past, folded):
        start = dated.start - folded[: dated.start].endswith(_LEADS_IN)
        named = _OF_EDITIONS.match(folded, dated.end)
        if named and not _OF_OTHERS.search(folded[:start]):
            return replace(dated, start=start, end=named.end())
        if before := _PAPER_BEFORE.search(folded[: dated.start]):
            return replace(dated, start=before.start(1))
        if behind := _PAPER_BEHIND.match(folded, dated.end):
            return replace(dated, end=behind.end())
    return None
