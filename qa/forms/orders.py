"""Tells which of several told in one order are of others than the one asked about.

In `青石镇和白沙镇分别植树12亩和8亩` the second number is that of 白沙镇, and no other.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import permutations
from typing import TYPE_CHECKING

from qa.forms.opposites import holds, sides_named
from qa.forms.quantities.changes import asks_change
from qa.overlap import shared_end, shared_start
from qa.text import blanked, clauses, terms
from qa.types import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

# `青石镇和白沙镇|分别|植树12亩和8亩`
_EACH = re.compile(r"分别|依次")
_TAKES = re.compile(r"(?:获得?|夺得?|摘得?|[位名排]?列|取得|拿下|赢得)了?")
_CLAUSE_END = re.compile(r"[。;；:：?!]|(?<!\d),|,(?!\d)")  # no comma within a number
_BETWEEN = re.compile(r"以及|[、和与及]")
# `首末班车时间|为|6:00、21:30`
_FIRST_AND_LAST = re.compile(
    r"首末班[^\d]{0,16}(?P<first>\d{1,2}[:：时点]\d{0,2}分?)[^\d]{1,3}(?P<last>\d{1,2}[:：时点]\d{0,2}分?)"
)
# `小学招生|860人`: what a clause is of, which may be blank where that is not asked about
_HEAD = re.compile(r"\D+(?=\d)|\s+")
# `2019年至2021年`, `2019—2021年`
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)年?(?:至|到|—+|-|~)((?:19|20)\d\d)年")
_NONE = -1  # of a list that is told of another thing than the one asked about
_A_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年)")
_GAIN = 0.5  # more than what stands nearer gains at most beside it
_CHANGE_GAIN = 2.0  # the same, where what stands nearer is what changed: `收入2万元,增长6%`


def without_others_in_order(question: str, sentence: str) -> str:
    """Return a folded sentence, blank where the order gives something to others than the asked.

    As it is where the one side has more things than the other, or where the question names none of
    them or several.
    """
    told = [*_told_in_order(question, sentence), *_first_and_last(question, sentence)]
    return blanked(sentence, [item for item, is_asked in told if not is_asked])


def order_gain(question: str, span: Span, sentence: str) -> float:
    """Return what a piece of a folded sentence gains that the order gives to what is asked about.

    What stands near it tells nothing: the names are all in one place, and their numbers in another.
    """
    own = (item for item, is_asked in _told_in_order(question, sentence) if is_asked)
    gain = _CHANGE_GAIN if asks_change(question) else _GAIN
    return gain if any(one.holds(span) for one in own) else 0.0


@lru_cache(64)  # each candidate of a sentence is looked up
def _told_in_order(question: str, sentence: str) -> tuple[tuple[Span, bool], ...]:
    """Return what is told of things in their order, each with whether it is of the one asked."""
    return tuple(
        (item, place == named)
        for match in _EACH.finditer(sentence)
        for own, named in _orders(question, sentence, match)
        if named is not None
        for place, item in enumerate(own)
    )


def _orders(
    question: str, sentence: str, each: re.Match[str]
) -> list[tuple[list[Span], int | None]]:
    """Return what a `分别` gives in order, each list with which of it is of the one asked about."""
    ways = [
        (own, _named(question, sentence, other))
        for own, other in _both_ways(sentence, each.start(), each.end())
    ]
    by_year = _by_year(question, sentence, each)
    return [*ways, *_changes_of_clauses(question, sentence, each), *by_year]


def _by_year(
    question: str, sentence: str, each: re.Match[str]
) -> list[tuple[list[Span], int | None]]:
    """Return what is told of the years of a range, if they are as many, and which one is asked of.

    `2019年至2021年,收入分别为3亿元、4亿元和5亿元,利润分别为4万元、7万元和9万元`
    """
    ranges = list(_YEARS.finditer(sentence, 0, each.start()))
    first, last = map(int, ranges[-1].groups()) if ranges else (0, 0)
    own = _items(sentence, each.end(), _clause_end(sentence, each.end()))
    asked = {int(year) for year in _A_YEAR.findall(question)} & set(range(first, last + 1))
    if len(own) != last - first + 1 or len(asked) != 1:
        return []
    several = list(_EACH.finditer(sentence))
    named = [one for one in several if sentence[one.start() - 2 : one.start()] in question]
    is_of_another = bool(named) and all(one.start() != each.start() for one in named)
    return [(own, _NONE if is_of_another else asked.pop() - first)]


def _changes_of_clauses(
    question: str, sentence: str, each: re.Match[str]
) -> list[tuple[list[Span], int | None]]:
    """Return by how much differs what the clauses above tell, if a question asks that.

    `小学招生860人,中学招生640人,|分别|比去年增加30人和减少12人`
    """
    if not asks_change(question) or _clause_start(sentence, each.start()) != each.start():
        return []
    changed = _items(sentence, each.end(), _clause_end(sentence, each.end()))
    above = clauses(sentence[: each.start()])[-len(changed) :]
    heads = [head.group() for one in above if (head := _HEAD.match(sentence, one.start, one.end))]
    is_of_each = len(heads) == len(changed) > 1
    return [(changed, _named_head(question, heads))] if is_of_each else []


def _named_head(question: str, heads: Sequence[str]) -> int | None:
    """Return which of `heads` alone is of the side that a question names, or has a word of it."""
    for wanted, _ in sides_named(question):
        of_side = [n for n, head in enumerate(heads) if holds(head, wanted)]
        if len(of_side) == 1:
            return of_side[0]
    pairs = [set(terms(head)) for head in heads]
    own = [one.difference(*pairs[:n], *pairs[n + 1 :]) for n, one in enumerate(pairs)]
    named = [n for n, words in enumerate(own) if any(word in question for word in words)]
    return named[0] if len(named) == 1 else None


def _first_and_last(question: str, sentence: str) -> list[tuple[Span, bool]]:
    """Return when the first and the last bus leave, each with whether it is asked about."""
    asked = {"first": "首班" in question, "last": "末班" in question}
    if all(asked.values()) or not any(asked.values()):
        return []
    return [
        (Span(*match.span(name)), is_asked)
        for match in _FIRST_AND_LAST.finditer(sentence)
        for name, is_asked in asked.items()
    ]


def _both_ways(sentence: str, end: int, start: int) -> list[tuple[list[Span], list[Span]]]:
    """Return what stands before and behind a `分别`, and the other way round, if it is as much.

    Before may be the clause above: `电工、焊工都缺,平均月薪分别为5400元、7000元`. Behind may be
    two such lists: `甲和乙分别以9秒8和9秒9|获得|银牌和铜牌`.
    """
    begin = _clause_start(sentence, end)
    before = _items(sentence, begin, end)
    above = _clause_start(sentence, begin - 1) if sentence[begin - 1 : begin] == "," else begin
    if len(before) == 1 and above < begin and not _EACH.search(sentence, above, begin):
        before = _items(sentence, above, begin - 1)
    lists = [before, *_lists_behind(sentence, start, len(before))]
    equal = [one for one in lists if len(one) == len(before) > 1]
    return list(permutations(equal, 2))


def _lists_behind(sentence: str, start: int, number: int) -> list[list[Span]]:
    """Return the list that goes on from `start`, or two of so many items that a verb parts."""
    end = _clause_end(sentence, start)
    behind = _items(sentence, start, end)
    if len(behind) == 2 * number - 1 and (
        verb := _TAKES.search(sentence, behind[number - 1].start)
    ):
        return [_items(sentence, start, verb.start()), _items(sentence, verb.end(), end)]
    return [behind]


def _clause_start(sentence: str, end: int) -> int:
    return max((found.end() for found in _CLAUSE_END.finditer(sentence, 0, end)), default=0)


def _clause_end(sentence: str, start: int) -> int:
    found = _CLAUSE_END.search(sentence, start)
    return found.start() if found else len(sentence)


def _items(sentence: str, start: int, end: int) -> list[Span]:
    parted = list(_BETWEEN.finditer(sentence, start, end))
    starts = [start, *(one.end() for one in parted)]
    ends = [*(one.start() for one in parted), end]
    return [Span(*one) for one in zip(starts, ends, strict=True)]


def _named(question: str, sentence: str, items: Sequence[Span]) -> int | None:
    """Return which of `items` the question names, if it is one alone."""
    texts = [sentence[one.start : one.end].strip() for one in items]
    named = [n for n in range(len(texts)) if any(one in question for one in _telling(texts, n))]
    return named[0] if len(named) == 1 else None


def _telling(texts: Sequence[str], number: int) -> list[str]:
    """Return pairs of characters of an item that its neighbours do not have in their place.

    From its beginning; of the first one, before which something else may stand, from its end:
    `一等` of `共有一等奖`, where `二等奖` follows.
    """
    text = texts[number]
    if number:
        others = [one for n, one in enumerate(texts) if n and n != number]
        first = max((shared_start(text, one) for one in others), default=0)
    else:
        first = len(text) - 1 - shared_end(text, texts[1])
    pairs = (text[max(0, at) : at + 2] for at in (first - 1, first))
    return [one for one in pairs if len(one) == min(2, len(text))]
