"""Answers why something happened from the sentence that says so in so many words.

`推迟是因为暴雨。` gives the reason of what `为什么推迟?` asks about, however short it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.answering.evidence import whole_text
from qa.answering.fitting.premises import asked_reason_of
from qa.overlap import share
from qa.passages import title_line
from qa.questions.subjects import topic
from qa.text import fold, terms
from qa.types import Expected

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.answering.evidence import Evidence
    from qa.overlap import Sought

_LOOKED_AT = 5  # sentences, of which one may say that the reason is not known yet
_SAME_TOPIC = 0.8  # share of what a question is about that the article must name
# Text of a regular expression: `受暴雨影响`, `源于误会`
OWING_TO = r"(?:(?<![接享遭感承忍经])受[^,，。;；]{2,20}影响|源于|得益于|归因于)"
# `是因为暴雨`, `有两个原因`, `之所以推迟`, `为逃避处罚,|`; the second tells of what
# its title tells, if of no other
_SAYS_WHY = re.compile(
    r"因为|由于|原因|之所以|为的是|是为了|(?<![原起病死成])因(?![此而素子果人材地]|涉嫌)"
    rf"|{OWING_TO}|(?:^|[,，。;；])为(?:了|避免|逃避|防止)"
)
# What becomes less or more, by other words: `净利润|下滑` for `为什么|下降`
_CHANGES = (
    ("下降", "下滑", "下跌", "减少", "回落", "降低", "走低"),
    ("增长", "上升", "上涨", "增加", "提高", "走高", "攀升"),
)
# `起火原因正在调查`; and what tells it later, however it calls what happened
_NOT_YET_KNOWN = re.compile(
    r"(?:原因|起因)[^,，。;；]{0,6}(?:正在|尚在|还在|仍在|有待)[^,，。]{0,6}(?:调查|核实|查明|认定)"
)
_TELLS_WHY = re.compile(rf"{_SAYS_WHY.pattern}|(?<![联关])系(?!统)|因(?!涉嫌)|引[起发]|导致|造成")
# `初步调查显示,货车超载`: surest of what tells it later
_FOUND_OUT = re.compile(r"(?:调查|勘查|鉴定|检测)[^,，。;；]{0,4}(?:显示|发现|认定|表明)|经查|查明")
_GIVES_REASONS = re.compile(r"原因(?:有|是|主要|[:：])|个原因")


def reason_told(asked: Sought, found: Sequence[Evidence]) -> list[Evidence]:
    """Return `found`, sentences best first, with one that says the reason in front.

    Empty where none does, or where no reason is asked for. What was not known yet, also of how
    something came about, is told by a later edition.
    """
    if asked.expected not in (Expected.REASON, Expected.MANNER) or not found:
        return []
    what = asked_reason_of(asked.question)
    # what happened, a paper may call otherwise
    about = re.sub(rf"(?<=.){re.escape(what)}的?(?:原因|起因)$", "", topic(asked.question))
    named = terms(about.replace("的", ""))
    words = next((group for group in _CHANGES if what in group), (what,))
    is_why = bool(what) and asked.expected is Expected.REASON
    telling = [one for one in found if is_why and _says_why(words, one)]
    unknown = [one for one in found[:_LOOKED_AT] if _NOT_YET_KNOWN.search(fold(one.text))]
    if unknown:
        later = [one for one in found if one.day > unknown[0].day and _tells_cause(one)]
        telling += sorted(later, key=lambda one: not _FOUND_OUT.search(fold(one.text)))
    first = next((one for one in telling if _is_about(named, asked, one)), None)
    return [first, *(one for one in found if one is not first)] if first else []


def _is_about(named: Sequence[str], asked: Sought, one: Evidence) -> bool:
    """Return whether an article has nearly all terms of what a question is about.

    A term that joins two words is none that it must have: `技净` of `江源科技净利润`.
    """
    whole = whole_text(one.hit.article)
    joins = {
        term
        for before, term, behind in zip(named, named[1:], named[2:], strict=False)
        if before in whole and behind in whole and term not in whole
    }
    weights = {term: asked.terms.get(term, 0.0) for term in named if term not in joins}
    return share(weights, whole) >= _SAME_TOPIC


def _says_why(words: Sequence[str], one: Evidence) -> bool:
    """Return whether a sentence says the reason of what is told by one of `words`."""
    told, title = fold(one.text), fold(title_line(one.hit.article))
    says = _holds(words, told) and _SAYS_WHY.search(told) and not _NOT_YET_KNOWN.search(told)
    return bool(says or (_holds(words, title) and _GIVES_REASONS.search(told)))


def _holds(words: Sequence[str], text: str) -> bool:
    return any(word in text for word in words)


def _tells_cause(one: Evidence) -> bool:
    told = fold(one.text)
    tells = _TELLS_WHY.search(told) or _FOUND_OUT.search(told)
    return bool(tells) and not _NOT_YET_KNOWN.search(told)
