"""Tells where a text speaks of another time than the one asked about.

Another year or day, what was before where it is asked what is now, the begin of a work where its
end is asked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.answering.fitting.days import dates_told, tells_other_days
from qa.dates.parts import years_in_figures
from qa.dates.words import FORMERLY, LAST_YEAR, NOW
from qa.forms.days import asks_clock
from qa.forms.quantities.changes import asks_change, tells_change
from qa.forms.weekdays import closed_on, weekdays_in
from qa.overlap import longest_common
from qa.passages import title_line
from qa.text import fold
from qa.types import Expected

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from qa.answering.evidence import Evidence
    from qa.overlap import Sought
    from qa.types import DateMention

# `1998年`, `2023贵阳博览会`
_YEAR = re.compile(r"(?<!\d)((?:1\d|20)\d\d)(?:年|(?=[\u4e00-\u9fff]{2,12}?(?:[会赛节展杯]|论坛)))")
# When a work began, and when it was done
_BEGUN = re.compile(r"开工|动工|奠基|破土|始建|开建|开挖")
_SET_OUT = re.compile(rf"{_BEGUN.pattern}|启动(?![资仪区])")  # how the begin may be told, too
_DONE = re.compile(
    r"建成|完工|竣工|落成|[建修]好|修完|完成|交付|投用|投入|启用|通车|开[通放业]|投产|结束"
    r"|试运[行营]"
)
# `已完工|几个`: what is counted of a work
_COUNTS_DONE = re.compile(rf"(?:{_BEGUN.pattern}|{_DONE.pattern})了?(?:多少|几)(?![钱亿元])")
# `去年的收购价`, which `今年每斤2.1元,比|去年|低三毛` does not tell; and `2021年`
_BEFORE = re.compile(rf"(?<![比较与同和])(?:{LAST_YEAR}|(?:1\d|20)\d\d年|{FORMERLY})")
_COMPARED = re.compile(r"(?:[比较同与]|[好高低多少早晚大小优强]于)\Z")
_ONCE = re.compile(r"以前|(?<![^\W\d_])之前|原来|原先|过去(?![一两几\d])")
_DEARER_THAN_ONCE = re.compile(
    r"比[^,，。;；]{0,8}(?:前|原来|原先|以往|过去)[^,，。;；\d]{0,4}(?:贵|便宜|高|低|涨|降|[多少])"
)
# `比当日|现货价|高出600元`
_BASE = re.compile(
    r"(?<![同环对无])比(?![赛例分重较武])(?:当日|当时|当年|去年|今年|目前|现在)?(?P<thing>[\u4e00-\u9fff]{2,6}?)(?=[高低多少涨降贵便快慢]|增[加长]|减少)"
)
_A_WORD = 2  # characters
_FIGURE = r"[\d一二三四五六七八九十百千]"
_NOW = re.compile(NOW)
_BEGINS_WITH_YEAR = re.compile(r"\W*(?:在|到|截至|据)?(?:1\d|20)\d\d年")
# `上世纪九十年代,`, but not `截至2023年底`, `2018年起`
_BEGINS_WITH_PAST = re.compile(
    r"\W*在?(?P<when>(?:1\d|20)\d\d年|[上20]+世纪[\d一二三四五六七八九]十?0?年代|[\d一二三四五六七八九][十0]年代)"
    r"(?![底末初]|起|以?来|开始)"
)
_TELLS_YEAR = re.compile(r"\d{4}年|[今去前明后本同当]年")


def is_of_another_time(asked: Sought, one: Evidence, sentence: str) -> bool:
    """Return whether a sentence, folded, tells of another time than the one asked about."""
    question = asked.question
    return (
        tells_other_days(asked, one, sentence)
        or _tells_other_year(asked, one, sentence)
        or _is_of_open_days(question, one, sentence)
        or (_asks_stage(asked) and _is_of_other_stage(question, sentence))
        or (asked.expected is Expected.NUMBER and _only_compares(question, sentence))
        or (bool(_NOW.search(question)) and _tells_past_year(one, sentence))
    )


def is_of_other_years(
    question: str, whole: str, published: date | None, dates: Sequence[DateMention]
) -> bool:
    """Return whether an article is of none of the years that a question names, nor tells of one.

    A paper seldom prints its own year, and calls those beside it `去年` and `明年`: where its year
    is not known, it may be any.
    """
    years = _YEAR.findall(years_in_figures(question))
    whole = years_in_figures(whole)
    if published is None or not years:
        return False
    return not any(
        published.year == int(year)
        or year in whole
        or f"{year[2:]}年" in whole
        or any(one.since.year <= int(year) <= one.until.year for one in dates)
        for year in years
    )


def _tells_other_year(asked: Sought, one: Evidence, told: str) -> bool:
    """Return whether a sentence is of another year than the one that the question names.

    A year holds until the next is told; before the first, that of the title if a number is asked
    for, else that of the edition, which may also hold behind one to come: `到2030年达1200万千瓦。`
    """
    years = {int(year) for year in _YEAR.findall(years_in_figures(asked.question))}
    figures = years_in_figures(told)
    if not years or asked.expected is Expected.DATE or any(str(year) in figures for year in years):
        return False
    mentions = [mention for mention in _years_told(one) if not _is_compared(one, mention)]
    own = [mention for mention in mentions if mention.start >= one.span.start]
    # `2014年双边贸易额达808.7亿美元`, whatever the title says
    spanned = own[:1] and any(own[0].since.year <= year <= own[0].until.year for year in years)
    if _BEGINS_WITH_YEAR.match(figures) and not spanned:
        return True
    title = years_in_figures(fold(title_line(one.hit.article)))
    titled = [int(year) for year in _YEAR.findall(title)]
    if not years.isdisjoint(titled):
        return False
    spans = [(mention.since.year, mention.until.year) for mention in own or mentions[-1:]]
    if asked.expected is Expected.NUMBER and not spans:  # `2021年统计公报`
        spans = [(year, year) for year in titled]
    if not own or _NOW.search(told):
        spans = _with_year_of_edition(spans, one.hit.edition.date, told)
    return bool(spans) and not any(
        since <= year <= until for since, until in spans for year in years
    )


def _is_compared(one: Evidence, mention: DateMention) -> bool:
    """Return whether a date is but what something is compared with: `比|去年|减少3.6%`."""
    return bool(_COMPARED.search(one.hit.article.text, 0, mention.start))


def _years_told(one: Evidence) -> list[DateMention]:
    """Return the dates with a year that the article of a sentence tells, up to its end."""
    text = one.hit.article.text
    return [
        mention
        for mention in dates_told(one.hit.article)
        if mention.start < one.span.end
        and _TELLS_YEAR.search(years_in_figures(text[mention.start : mention.end]))
    ]


def _with_year_of_edition(
    spans: list[tuple[int, int]], published: date | None, told: str
) -> list[tuple[int, int]]:
    """Return the years of a sentence that names none itself, or tells what is now.

    That of its edition holds where no other does, and beside one that is yet to come.
    """
    if published is None:
        return spans
    edition = (published.year, published.year)
    if not spans or _NOW.search(told):
        return [edition]
    return [*spans, edition] if spans[-1][0] > published.year else spans


def _is_of_open_days(question: str, one: Evidence, told: str) -> bool:
    """Return whether a sentence tells hours, and its article that the day asked about has none.

    `9时至18时` for `周一几点关门?`, where the article goes on with `周一闭馆`.
    """
    wanted = weekdays_in(question)
    if not wanted or not asks_clock(question) or weekdays_in(told) & wanted:
        return False
    return closed_on(question, fold(one.hit.article.text)) is not None


def _tells_past_year(one: Evidence, told: str) -> bool:
    """Return whether a sentence begins with a year or decade before the last of its edition.

    But not with one that something holds since, or of which it is the last known.
    """
    published, begins = one.hit.edition.date, _BEGINS_WITH_PAST.match(told)
    return (
        published is not None
        and begins is not None
        and not _NOW.search(told)
        and any(
            one.span.start + begins.start("when") == mention.start
            and mention.until.year < published.year - 1
            for mention in one.hit.article.dates
        )
    )


def _asks_stage(asked: Sought) -> bool:
    """Return whether it is asked when a work began or was done, or how much of it is."""
    if asked.expected is Expected.NUMBER:
        return bool(_COUNTS_DONE.search(asked.question))
    return asked.expected is Expected.DATE


def _is_of_other_stage(question: str, told: str) -> bool:
    """Return whether a sentence tells of a work's begin alone where its end is asked, or so."""
    sides = (_BEGUN, _DONE), (_DONE, _SET_OUT)
    return any(
        wanted.search(question)
        and not other.search(question)
        and other.search(told)
        and not wanted.search(told)
        for wanted, other in sides
    )


def _only_compares(question: str, told: str) -> bool:
    """Return whether a sentence has what a question asks about only to compare with.

    `每斤28元,比停业前贵了4元` does not tell what it was before, nor `比现货价高出600元` that price.
    """
    told = years_in_figures(told)
    if _ONCE.search(question) and _DEARER_THAN_ONCE.search(told) and not tells_change(told):
        return True
    if not asks_change(question) and any(
        _is_only(base["thing"], question, told) for base in _BASE.finditer(told)
    ):
        return True
    return any(
        re.search(rf"(?:[比较]|超过){then}", told)
        and not re.search(rf"(?<![比较过]){then}|{then}(?:同期)?的?[约近]?{_FIGURE}", told)
        for then in _BEFORE.findall(years_in_figures(question))
    )


def _is_only(base: str, question: str, told: str) -> bool:
    """Return whether a question asks about what a sentence compares with, and names but there.

    It asks about another thing where it has more in common with the rest of the sentence.
    """
    size = longest_common(base, question)
    if size < _A_WORD or longest_common(told.replace(base, " "), question) > size:
        return False
    pieces = (base[at : at + size] for at in range(len(base) - size + 1))
    return all(told.count(piece) == 1 for piece in pieces if piece in question)
