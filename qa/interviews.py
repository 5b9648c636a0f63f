"""Finds the questions that an article prints together with their answers.

Interviews, advice columns and service pages are made of them: `问:…答:…`, `记者:…陈立群:…`, or
a heading that asks and a paragraph below it. An answer often tells nothing without its question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from qa.text import fold, sentences
from qa.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_HEADING = 48  # characters of a question without a label

# `问:`, `Q2:`, `记者:`, `●市民问:`, `[问]`: what follows is a question, whatever it ends with
_ASKER = re.compile(
    r"[^\w\s\[]?\s*(?:(?:问题?\d{0,2}|q\d{0,2}|记者问?|主持人|提问"
    r"|(?:读者|网友|市民|居民|同学|家长)(?:[^\W\d_]{1,4})?问)[:：]|\[问\])"
)
# What every text with a question has one of; most have none
_MAY_ASK = re.compile(r"[?:]|^[^\w\s“《「『(\[—]", re.MULTILINE)
# `■`, `◆ 居民医保今年交多少`
_MARK = re.compile(r"[^\w\s“《「『(\[—]\s*")
# `周明远:`, `3.`, `一问 `, `患者 `: what follows is a question if it ends like one
_LABEL = re.compile(
    rf"{_MARK.pattern}|(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})(?:[.、,]\s*|问\s+)|[^\W\d_]{{2,12}}:"
    r"|(?:患者|家长|读者|市民|网友)\s+"
)
_ASKS = re.compile(
    r"多少|几|谁|哪|什么|怎|如何|为何|吗$|是否|有没有|多[久大长高远]|(?P<may>[能会要该可])不(?P=may)|可不可以"
)
_ENDS_ASKING = re.compile(r"[?？][”’」』)）]?\s*$")
# Behind the question: `膝盖响,是不是关节炎?|(河西区 谷女士)`
_WHO_ASKS = re.compile(r"(?<=[?？。])\s*\([^()]{2,24}\)\s*$")
# `问:几点开门?|答:八点。` on one line, `头孢吃完几天能喝酒?| 至少7天。`
_REPLY_LABEL = re.compile(r"(?<=[?？。!！ \u3000])\s*(?=(?:答|a\d{0,2}|回复)[:：])")
_REPLY_BEHIND = re.compile(r"(?<=[?？])[ \u3000]{1,4}(?=[^\s(])")


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question that an article prints, and the answer below it, as places in its text."""

    question: Span
    answer: Span


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph, or what of one is a question or its answer."""

    span: Span
    asks: bool
    is_labelled: bool


@lru_cache(256)  # one question looks at the same articles several times
def exchanges(text: str) -> tuple[Exchange, ...]:
    """Return the questions that the text of an article prints and answers, in order.

    An answer reaches to the next question. A question without a label is one where the text has
    several; by itself it is what a writer asks by the way.
    """
    folded = fold(text)
    if not _MAY_ASK.search(folded):
        return ()
    lines = list(_lines(folded))
    bare = [line for line in lines if line.asks and not line.is_labelled]
    if len(bare) == 1:
        lines = [_Line(one.span, one.asks and one.is_labelled, True) for one in lines]
    asking = [place for place, line in enumerate(lines) if line.asks]
    return tuple(
        Exchange(lines[here].span, Span(lines[here + 1].span.start, lines[until - 1].span.end))
        for here, until in pairwise([*asking, len(lines)])
        if until > here + 1
    )


def question_over(text: str, place: int) -> Span | None:
    """Return where the question stands whose answer holds a place in the text of an article."""
    return next(
        (one.question for one in exchanges(text) if _holds(one.answer, place)),
        None,
    )


def tells_of_asker(text: str, place: int) -> bool:
    """Return whether what stands at a place of an article's text is said by who asks, and asks not.

    `问:我20日在棉花巷等了半小时。`, of which the answer tells what is so.
    """
    asked = next((one.question for one in exchanges(text) if _holds(one.question, place)), None)
    return asked is not None and not any(
        _holds(one, place) for one in asking_sentences(text, asked)
    )


def _holds(span: Span, place: int) -> bool:
    return span.start <= place < span.end


def asking_sentences(text: str, question: Span) -> list[Span]:
    """Return the sentences of a printed question that ask; its last one where none ends so.

    What stands before them tells of the asker, and what behind them signs.
    """
    spans = [
        Span(question.start + one.start, question.start + one.end)
        for one in sentences(text[question.start : question.end])
    ]
    return [one for one in spans if _ENDS_ASKING.search(text[one.start : one.end])] or spans[-1:]


def asking_sentence(text: str, question: Span) -> Span:
    """Return the last sentence of a printed question that asks."""
    return asking_sentences(text, question)[-1]


def _lines(folded: str) -> Iterator[_Line]:
    start = 0
    for paragraph in folded.split("\n"):
        end = start + len(paragraph)
        if cut := _reply_within(paragraph):
            yield _Line(Span(start, start + cut.start()), asks=True, is_labelled=True)
            yield _Line(Span(start + cut.end(), end), asks=False, is_labelled=True)
        elif paragraph.strip():
            yield _line(folded, start, end)
        start = end + 1


def _reply_within(paragraph: str) -> re.Match[str] | None:
    """Return what parts a question from the reply that stands on its line."""
    if _ASKER.match(paragraph):
        return _REPLY_LABEL.search(paragraph)
    behind = _REPLY_BEHIND.search(paragraph, 0, _LONGEST_HEADING)
    return behind if behind and len(sentences(paragraph[: behind.start()])) == 1 else None


def _line(folded: str, start: int, end: int) -> _Line:
    text = _WHO_ASKS.sub("", folded[start:end])
    if _ASKER.match(text):
        return _Line(Span(start, end), asks=True, is_labelled=True)
    is_labelled = bool(_LABEL.match(text))
    is_heading = len(text) <= _LONGEST_HEADING and len(sentences(text)) == 1
    asks = bool(_ENDS_ASKING.search(text)) or _asks_without_mark(text)
    return _Line(Span(start, end), asks and (is_labelled or is_heading), is_labelled)


def _asks_without_mark(text: str) -> bool:
    """Whether a heading asks that only its own mark tells for one: `◆ 居民医保今年交多少`."""
    is_short = len(text) <= _LONGEST_HEADING and text[-1:].isalnum()
    return bool(is_short and _MARK.match(text) and _ASKS.search(text))
