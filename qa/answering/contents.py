"""Answers what an edition, a page or a column of the paper holds: by listing its articles.

And what the paper has corrected.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from qa.answering.evidence import evidence_at, sentences_of
from qa.answering.leads import lead
from qa.answering.quoting import MOST_LISTED, listing
from qa.answering.refusal import papers_text, parts_text, refused
from qa.answering.wording import listed_note
from qa.filters import page_number
from qa.text import fold, is_chinese
from qa.types import DateRange, Filters, Genre, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from qa.answering.evidence import Evidence
    from qa.types import Answer, Article, Edition, EditionSummary, Query

_FRONT = "1"
_A_MONTH = timedelta(days=31)  # editions of that time tell what happened on a day
_MOST_EDITIONS = 62  # more hold too much to be listed: two papers of a month

_ALL = r"(?:一共|总共|都|共|曾经?|[上里]面?|中)*"
_PRINTED = r"(?:刊[登发载]|登载?|发表|报道|收录)[了过]?的?"
_HOW_MANY = r"(?:哪几|几|多少)[篇条封则]"
_WHICH = rf"(?:{_HOW_MANY}|多少|一?些?什么|[些有]?啥|哪些)"
_ARTICLES = r"(?:文章|报道|稿[子件]?|来信|信件?)"
_THINGS = rf"(?:{_ARTICLES}|大?新闻|内容|消息|要闻|大事|东西)"
_ANY_THINGS = r"[^\s,，。?？]{0,4}"
_END = r"[?？。!！\s]*$"
# `都登了什么?`, `有哪些文章?`, `说了什么?`, `的新闻有哪些?`
_HELD = (
    rf"(?:{_ALL}(?:有|是|{_PRINTED}是?|[说写讲]了?)?{_WHICH}{_THINGS}?"
    rf"|的?{_THINGS}{_ALL}[有是]?{_WHICH})"
)
# `头条是什么?`, `头条新闻讲的是什么?`
_LEAD = (
    r"(?P<lead>头条)(?:新闻|文章|报道)?[是有登写讲说]?[的了]?是?"
    rf"(?:什么|啥|哪一?[篇条个]){_THINGS}?"
)
# `最近一期`, `最新一期《岚江日报》`, `这期报纸`; the paper may stand before it: `报纸|最近一期`
_NEWEST = (
    r"(?:(?P<newest>(?:最近|最新|最后)的?一?[期份]|这一?[期份]|本期|最新的?(?=报纸))"
    r"的?(?:《?[\u4e00-\u9fff]{0,8}?(?:报纸?|周刊)》?)?)"
)
_PAGE = r"(?:(?P<front>头版)|第?(?P<page>[a-d]?\d{1,2}|[一二三四五六七八九十]{1,3})版)[上里]?"
_OF_PAPER = re.compile(
    rf"^(?:请问)?(?:报纸|报上)?的?(?:{_NEWEST})?的?(?:{_PAGE})?的?(?:{_LEAD}|{_HELD}){_END}"
)
# `头版`, `最近一期`, `头条新闻`, `有什么新闻?`, `新闻`: without a day, the newest edition is meant
_NEWS = r"(?:大?新闻|要闻|大事|文章)"
_OF_NEWEST = re.compile(
    rf"^(?!{_NEWS})(?:{_NEWEST})?的?(?:{_PAGE})?的?(?P<lead>头条)?的?(?<=.)(?:{_NEWS}|内容)?{_END}"
    rf"|^(?:请问)?(?:最近|近期)?都?(?:有(?:些?什么|哪些|啥))?(?P<news>最?新?{_NEWS}){_END}"
)
_COLUMN = (
    rf"^(?:请问|{_NEWEST}|(?P<paper>报纸|报上)|的)*[“《\"]?"
    r"(?P<column>[^\s的,，。?？!！“”《》\"]{2,8}?)[”》\"]?"
)
# What a column holds may be called anything: `法庭内外栏目登过哪些案子?`
_OF_COLUMN = re.compile(
    rf"{_COLUMN}(?:这个)?(?:专栏|栏目?)[里中上]?(?:{_HELD}|{_ALL}{_PRINTED}{_WHICH}{_ANY_THINGS}){_END}"
)
# `读者来信有几封?`: of a column, if the paper has one of that name
_PERHAPS_OF_COLUMN = re.compile(
    rf"{_COLUMN}(?:{_ALL}(?:刊[登发载]|登载?)[了过]{_WHICH}{_ANY_THINGS}|{_ALL}有?{_HOW_MANY}{_ARTICLES}?"
    rf"|{_ALL}有哪些{_ARTICLES}|的{_ARTICLES}{_ALL}有{_WHICH}|(?P<told>[说写讲]了?什么)){_END}"
)
# `报纸更正了哪些内容?`, `更正过几次?`, `有哪些更正?`
_TIMES = r"(?:几|多少)[次回处条则]"
_OF_CORRECTIONS = re.compile(
    rf"^(?:请问)?(?:{_NEWEST}|报纸|报上|本报)?的?{_ALL}"
    rf"(?:更正[了过]?的?(?:{_TIMES}|{_WHICH})(?:{_THINGS}|错误|错|地方|数据)?"
    rf"|(?:有|{_PRINTED})?(?:{_TIMES}|{_WHICH})更正(?:启事|声明)?"
    rf"|更正(?:启事|声明)?(?:{_ALL}有?(?:{_TIMES}|{_WHICH}))?){_END}"
)
# `8月6日|发生了什么?`, `昨天出了哪些事?`
_OF_A_DAY = re.compile(
    rf"^(?:请问)?在?[^\s,，。?？]{{0,12}}?(?:[\d一二三四五六七八九十][日号]|[今昨前][天日])(?:那天|当天|这天|,)?都?(?:发生|出)[了过]?的?(?:一?些?什么|[些有]?啥|哪些)"
    rf"(?:大?事情?|大?新闻)?{_END}"
)
# `What was in the paper?`, `Which articles are on page 2 of the latest edition?`
_ENGLISH = re.compile(
    r"^(?=.*(?:page|paper|edition|issue|story|headline))(?:what|which (?:articles|stories))"
    r"(?:'s| is| was| are| were| did| does)?(?: the (?P<lead>(?:lead|top|main) story|headline))?"
    r"(?: (?:in|on|of|the|(?P<newest>latest|newest|most recent|last)|(?P<front>front page)"
    r"|page (?P<page>[a-d]?\d{1,2})|(?:news)?paper|edition|issue))*"
    r"(?: (?:print|report|carry|contain|cover|hold|say))?[?.!\s]*$"
)
# `《岚江日报》`, `最近一期岚江日报`
_PAPER_NAME = re.compile(
    r"《([^《》]{1,12}[报刊])》|(?<=[期日号的])((?!的)[\u4e00-\u9fff]{2,6}(?:[日晚晨早周时]报|周刊))"
)


@dataclass(frozen=True, slots=True)
class Part:
    """The part of the paper that a question asks the contents of."""

    newest: bool = False  # of the newest edition, not of all that the filters let through
    page: str | None = None
    column: str | None = None
    lead: bool = False  # the lead story alone
    told: bool = False  # what the column says: perhaps it is none, but somebody
    corrections: bool = False  # what it corrects of other editions alone
    news: bool = False  # of whatever edition: of the newest, where nothing else tells which
    happened: bool = False  # what happened on a day, of which editions of the next month tell


def asked_contents(question: str) -> Part | None:
    """Return what `question` asks the contents of, None where it asks for something else."""
    question = question.strip()
    folded = fold(question)
    kinds = (
        _OF_CORRECTIONS,
        _OF_NEWEST,
        _OF_PAPER,
        _OF_A_DAY,
        _OF_COLUMN,
        _PERHAPS_OF_COLUMN,
        _ENGLISH,
    )
    asks = next(filter(None, (kind.match(folded) for kind in kinds)), None)
    if asks is None:
        return None
    named = asks.groupdict()
    return Part(
        newest=bool(named.get("newest")),
        page=_FRONT if named.get("front") else page_number(named.get("page") or "") or None,
        column=question[slice(*asks.span("column"))] if named.get("column") else None,
        lead=bool(named.get("lead")),
        told=bool(named.get("told") and not named.get("paper")),
        corrections=asks.re is _OF_CORRECTIONS,
        happened=asks.re is _OF_A_DAY,
        news=bool(named.get("news")),
    )


def narrowed(query: Query, part: Part, held: Sequence[EditionSummary]) -> Filters | None:
    """Return the filters of `query`, narrowed to `part`.

    Of a page or the lead story without a day, those of the newest edition that has it are meant.
    None where nothing tells which editions are, or the filters exclude the part.

    Args:
        query: the question.
        part: what it asks the contents of.
        held: the editions that the archive holds.
    """
    given = query.filters
    if part.happened:
        day = query.around.since if query.around else None
        return replace(given, dates=DateRange(day, day + _A_MONTH)) if day else None
    is_given = given.paper and fold(given.paper) in fold(query.question)
    name = None if is_given else _PAPER_NAME.search(query.question)
    before = (given.paper, given.page, given.section)
    asked = (name and (name[1] or name[2]), part.page, part.column)
    if any(old and new and old != new for old, new in zip(before, asked, strict=True)):
        return None
    paper, page, section = (old or new for old, new in zip(before, asked, strict=True))
    filters = replace(given, paper=paper, page=page, section=section)
    if part.newest or ((part.page or part.lead) and given.dates == DateRange()):
        return replace(filters, dates=_newest(filters, part, held))
    of_all = part.corrections or (part.column and not part.told)
    limits = given.dates if part.told else filters
    if of_all or limits not in (Filters(), DateRange()):
        return filters
    return replace(filters, dates=_newest(filters, part, held)) if part.news else None


def _newest(filters: Filters, part: Part, held: Sequence[EditionSummary]) -> DateRange:
    """Return the day of the newest edition that `filters` let through, if one has its page."""
    page = filters.page or (_FRONT if part.lead else None)
    of_paper = _let_through(replace(filters, page=None), held)
    with_page = _let_through(replace(filters, page=page), held)
    day = max((one.date for one in with_page or of_paper if one.date), default=None)
    return DateRange(day, day)


def _let_through(filters: Filters, held: Sequence[EditionSummary]) -> list[Edition]:
    """Return the editions of the days and the paper of `filters` that have their page."""
    return [
        one.edition
        for one in held
        if filters.paper in (None, one.edition.paper)
        and (filters.dates == DateRange() or one.edition.date)
        and (one.edition.date is None or filters.dates.holds(one.edition.date))
        and (not filters.page or _bare(filters.page) in map(_bare, one.pages))
    ]


def _bare(page: str) -> str:
    """Return the number of a page without what leads it: `2` of `A02`."""
    return page.lstrip("A0")


def not_listed(query: Query, part: Part, held: Sequence[EditionSummary]) -> Answer | None:
    """Return that the editions asked of are too many to list, or have no such page; None else.

    Args:
        query: the question, its filters narrowed to the part.
        part: what it asks the contents of.
        held: the editions that the archive holds.
    """
    filters, chinese = query.filters, is_chinese(query.question)
    asked = _let_through(replace(filters, page=None), held)
    if filters.page and asked and not _let_through(filters, held):
        where = f"{papers_text(asked, chinese)}{parts_text(query, chinese)}"
        text = f"没有找到:档案里没有{where}。" if chinese else f"Not found: not held is {where}."
        return refused(query, text)
    is_few = filters.section or filters.reporter or part.corrections
    if is_few or len(asked) <= _MOST_EDITIONS:
        return None
    where = papers_text(asked, chinese)
    return refused(
        query,
        f"{where}太多,列不完;请说出是哪一天、哪个月、哪个栏目,或最近一期。"
        if chinese
        else f"{where}: too much to list. Ask of a day, a month, a column or the latest edition.",
    )


def contents(query: Query, part: Part, held: Iterable[tuple[Article, Edition]]) -> Answer | None:
    """Return the articles of `part`, of the newest edition first; None where there are none.

    Args:
        query: the question, its filters narrowed to the part.
        part: what it asks the contents of.
        held: the articles that those let through in printed order, with their editions.
    """
    asked = _lead_stories(held) if part.lead else held
    if part.happened:
        asked = (one for one in asked if _tells_of_day(one[0], query.filters.dates.since))
    told = _corrections if part.corrections else lead
    found = [one for article, edition in asked for one in told(article, edition)]
    editions = list(dict.fromkeys(one.hit.edition for one in found))
    head = _head(query, part, len(found), editions)
    return listing(query, head, found, dated=len(editions) > 1) if found else None


def _tells_of_day(article: Article, day: date | None) -> bool:
    """Return whether an article names a day, and tells of it by that."""
    return any(one.since == one.until == day for one in article.dates)


def _lead_stories(
    held: Iterable[tuple[Article, Edition]],
) -> Iterator[tuple[Article, Edition]]:
    """Yield of each edition the first article on its front page that has a headline."""
    led = set()
    for article, edition in held:
        on_front = _bare(article.page) in ("", _FRONT)
        if on_front and article.headline and edition.id not in led:
            led.add(edition.id)
            yield article, edition


def _corrections(article: Article, edition: Edition) -> Iterator[Evidence]:
    """Yield what a correction notice corrects, sentence by sentence: not `特此更正。`."""
    if article.genre is Genre.CORRECTION:
        whole = evidence_at(article, edition, Span(0, len(article.text)))
        yield from sentences_of([whole.hit])


def _head(query: Query, part: Part, count: int, editions: Sequence[Edition]) -> str:
    chinese = is_chinese(query.question)
    where = f"{papers_text(editions, chinese)}{parts_text(query, chinese)}"
    if part.lead:
        return f"{where}的头条:" if chinese else f"Lead story of {where}:"
    measure = "条" if part.corrections else "篇"
    left = listed_note(count, MOST_LISTED, measure, newest=len(editions) > 1, chinese=chinese)
    if part.happened:
        return f"{where}有{count}篇文章讲到{query.filters.dates.since}的事{left}。"
    if chinese:
        return f"{where}有{count}{measure}{'更正' if part.corrections else '文章'}{left}。"
    return f"{count} article{'s' if count > 1 else ''} in {where}{left}:"
