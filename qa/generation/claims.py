"""The numbers, dates and names that a sentence claims, and those that a quote holds.

An answer may write `851400剂` where the paper writes `85.14万剂`, and `2024年8月31日` where it
writes `昨日`: what is compared is the value of a number and the days of a date. What is copied
clause by clause is held as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from qa.dates.in_text import mentions
from qa.dates.parts import weekday_number
from qa.forms.quantities.figures import numbers_in, ordinals_in, times_in
from qa.generation.naming import named_in
from qa.text import blanked, fold, is_chinese
from qa.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from qa.forms.quantities.figures import Figure
    from qa.generation.naming import Named
    from qa.types import DateMention

# `2024年8月31日`, `今年8月`, `2024-08-31`, `august 31, 2024`
_TELLS_YEAR = re.compile(r"年|\d{4}")
# `8月31日`, `2024年`: a date that is not told only by when it is read, as `昨日` is
_WRITTEN_OUT = re.compile(r"[\d〇零一二三四五六七八九十]+\s*[年月日号]|\d[-/.]\d")

_MONTHS = "january february march april may june july august september october november december"
# `august`, `aug.`, `sept.`
_SHORT = {one[:3]: rf"{one[:3]}(?:{one[3:]}|t?\.)" for one in _MONTHS.split()}
_MONTH = rf"(?P<month>{'|'.join(_SHORT.values())})"
# `August 31, 2024`, `31 August`, `September 2024`
_ENGLISH_DATE = re.compile(
    rf"(?:(?P<first>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? )?\b{_MONTH}(?![a-z])"
    r"(?: (?P<day>\d{1,2})(?:st|nd|rd|th)?\b(?!\d))?(?:,? (?P<year>(?:19|20)\d\d)\b)?"
)

# `2021年9月2日|的报纸`, `《江城日报》|9月2日`, `据|9月2日更正`: a day that may be an edition's
_OF_AN_EDITION = re.compile(
    r"[,，)）]?的?(?:当[天日]的?)?(?:报[纸道刊]|消息|更正|本报|刊[登发载]|讯|《|第?\w{1,3}版|(?:paper|edition|issue|report)\b)"
)
_EDITION_OF = re.compile(
    r"(?:》|周刊|[日晚早]报|报[纸道刊]|消息|更正|(?:^|[^\u4e00-\u9fff])据|截[至止]|\bas of"
    r"|\b(?:paper|edition|issue|reported|published|printed)(?: by[a-z ]{1,60})?(?: of| on| dated)?)"
    r"\s?[(（,，于在]?$"
)
# `周三`, `星期天`, but not `一周三次`
_WEEKDAY = re.compile(
    r"(?<![一二两三四五六七八九十\d每])(?:周|星期|礼拜)(?P<day>[一二三四五六日天])(?![次个名年岁回期])"
)

# `“第一针”`, `《题》`: what claims to be printed so
_QUOTED = re.compile(r"[“《「『]([^“”《》「」『』]{2,})[”》」』]|\"([^\"\n]{2,})\"")
# `“公园为什么推迟?”`: a question is put, not quoted
_ASKS = re.compile(r"[?]|为什么|什么时候|多少|如何|怎么")
# `2. `, `(4)`, `三、`, `第二,`: the number of an item, not of things
_ITEM = re.compile(
    r"(?:^|(?<=[\n:：;；,，。]))\s*(?:\(?\d{1,2}(?:[)、]|\.(?!\d))|[①-⑳]|\(?[一二三四五六七八九十]{1,3}[)、]|第[一二三四五六七八九]+(?=[,，、:：是]))"
)
# `三|个方面:`, `两|点原因:`: how many follow
_FOLLOW = re.compile(r"(?:[个大点条项种类重]|方面|原因)[^,，。;；:：\d]{0,6}[:：]")
_MOST_FOLLOW = 10
# `摩洛哥、德国和日本|等|3个国家`, `德国、日本|2国`: how many the list before it has
_LISTED = re.compile(r"(?:^|[,，。;；:：])(?P<list>[^,，。;；:：]*、[^,，。;；:：]*?)等?共?$")
_OF_A_LIST = re.compile(r"、(?:以及)?|[和及与]")
# `第5个片段`
_PASSAGE = re.compile(r"第\d+[个条则]?(?:片段|报道)")
# `covid|-19`: part of a name in Latin letters
_CODE = re.compile(r"(?<=[a-z])-?\d[\d.]*(?!\d)")
_CLAUSE_ENDS = re.compile(r"(?<!\d)[,，]|[,，](?!\d)|[。！？!?；;：:\n]")
_NO_LETTER = re.compile(r"[^\w%.]|(?<!\d)\.|\.(?!\d)")


@dataclass(frozen=True, slots=True)
class Claim:
    """A number, date or name of a text, as it is written there."""

    text: str
    start: int  # in the text
    figure: Figure | None = None
    days: DateMention | None = None
    of_edition: bool = False  # days that may be those of an edition: `9月2日的报纸`
    named: Named | None = None
    weekday: int | None = None
    quoted: bool = False
    clause: str = ""  # that it is in, without punctuation


def claims(text: str, day: date | None) -> list[Claim]:
    """Return what of `text` must be found in what it cites.

    Args:
        text: a sentence of an answer, without its citations.
        day: date of the edition that is cited, which a date without its year is near to.
    """
    folded = fold(text)
    found = list(_dates(text, folded, day))
    rest = blanked(folded, (Span(one.start, one.start + len(one.text)) for one in found))
    found += _figures(rest)
    found += [
        Claim(match.group(), match.start(), weekday=weekday_number(match["day"]))
        for match in _WEEKDAY.finditer(folded)
    ]
    if is_chinese(text):
        quoted = (match.span(match.lastindex or 0) for match in _QUOTED.finditer(folded))
        found += [
            Claim(folded[start:end], start, quoted=True)
            for start, end in quoted
            if not _ASKS.search(folded, start, end)
        ]
        found += [Claim(one.text, one.start, named=one) for one in named_in(folded)]
    return list(
        {one.text: one for one in (_as_written(one, text, folded) for one in found)}.values()
    )


def _as_written(claim: Claim, text: str, folded: str) -> Claim:
    written = text[claim.start : claim.start + len(claim.text)]
    return replace(claim, text=written, clause=_clause(folded, claim))


def _dates(text: str, folded: str, day: date | None) -> Iterator[Claim]:
    found = [one for one in mentions(text, day) if _WRITTEN_OUT.search(folded[one.start : one.end])]
    for one in (*found, *_english_dates(folded, day)):
        before, after = folded[: one.start], folded[one.end :]
        of_edition = bool(_OF_AN_EDITION.match(after) or _EDITION_OF.search(before))
        yield Claim(folded[one.start : one.end], one.start, days=one, of_edition=of_edition)


def _figures(folded: str) -> Iterator[Claim]:
    rest = folded
    for pattern in (_ITEM, _PASSAGE, _CODE):
        rest = blanked(rest, [Span(*match.span()) for match in pattern.finditer(rest)])
    times = times_in(rest)
    rest = blanked(rest, (one.span for one in times))
    ordinals = ordinals_in(rest)
    rest = blanked(rest, (one.span for one in ordinals))
    numbers = [
        one for one in numbers_in(rest) if not (_only_leads(one, rest) or _counts_list(one, rest))
    ]
    for one in (*times, *(one for one in ordinals if one.text != "第一"), *numbers):
        yield Claim(one.text, one.start, figure=one)


def _only_leads(number: Figure, folded: str) -> bool:
    return number.value <= _MOST_FOLLOW and bool(_FOLLOW.match(folded, number.end))


def _counts_list(number: Figure, folded: str) -> bool:
    listed = _LISTED.search(folded[: number.start])
    return listed is not None and len(_OF_A_LIST.findall(listed["list"])) + 1 == number.value


def _clause(folded: str, claim: Claim) -> str:
    ends = [match.span() for match in _CLAUSE_ENDS.finditer(folded)]
    start = max((end for _, end in ends if end <= claim.start), default=0)
    end = min(
        (start for start, _ in ends if start >= claim.start + len(claim.text)), default=len(folded)
    )
    return letters(folded[start:end])


def tells_year(written: str) -> bool:
    """Return whether a folded date tells its year, so that it is of no other: `今年8月`."""
    return bool(_TELLS_YEAR.search(written))


@lru_cache(1024)
def in_values(folded: str) -> str:
    """Return a folded text without punctuation, with its numbers written in one way."""
    for one in reversed(numbers_in(folded)):
        folded = f"{folded[: one.start]}n{one.value:.9g}n{folded[one.end :]}"
    return letters(folded)


def letters(folded: str) -> str:
    """Return a folded text without spaces and punctuation."""
    return _NO_LETTER.sub("", folded)


def _english_dates(folded: str, day: date | None) -> Iterator[DateMention]:
    """Yield the dates that are written in English, read as the same ones in Chinese."""
    for match in _ENGLISH_DATE.finditer(folded):
        number = match["day"] or match["first"]
        year = f"{match['year']}年" if match["year"] else ""
        if not number and not year:
            continue  # `May` may be a verb
        month = list(_SHORT).index(match["month"][:3]) + 1
        written = f"{year}{month}月" + (f"{number}日" if number else "")
        for one in mentions(written, day)[:1]:
            yield replace(one, start=match.start(), end=match.end())
