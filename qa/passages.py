"""Cuts articles into passages: whole sentences of one article, with their offsets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.interviews import asking_sentence, exchanges, question_over
from qa.text import sentences
from qa.types import Article, Edition, Passage, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# About what a static embedding can still tell apart; the shorter the passage, the more there are.
TARGET_CHARACTERS = 220


def split(article: Article) -> list[Passage]:
    """Cut `article` into passages of whole sentences, each about TARGET_CHARACTERS long.

    Passages follow one another without overlap and cover every sentence of ``article.text``.
    Only a sentence that is longer than that by itself makes a longer passage.
    """
    return [
        Passage(article.id, span.start, span.end, article.text[span.start : span.end])
        for span in _packed(_units(article.text))
    ]


def _units(text: str) -> list[Span]:
    """Return the sentences of a text; a printed question and what first replies to it are one."""
    asking = {one.question.start: one for one in exchanges(text)}
    units: list[Span] = []
    start = reply = None
    for span in sentences(text):
        if span.start in asking:
            start, reply = span.start, asking[span.start].answer.start
        if reply is None or span.start >= reply:
            units.append(Span(span.start if start is None else start, span.end))
            start = reply = None
    return units


def _packed(spans: list[Span]) -> Iterator[Span]:
    if not spans:
        return
    start, end = spans[0].start, spans[0].end
    for span in spans[1:]:
        if span.end - start > TARGET_CHARACTERS:
            yield Span(start, end)
            start = span.start
        end = span.end
    yield Span(start, end)


def question_replied_to(passage: Passage, article: Article) -> str:
    """Return the printed question that a passage goes on replying to, "" where there is none."""
    question = question_over(article.text, passage.start)
    if question is None or question.start >= passage.start:
        return ""
    asking = asking_sentence(article.text, question)
    return article.text[asking.start : asking.end]


def title_line(article: Article) -> str:
    """Return the kicker and headline of `article` on one line."""
    return " ".join(part for part in (article.kicker, article.headline) if part)


def title_lines(article: Article) -> str:
    """Return the kicker and headline of `article` on one line, and the subhead on the next."""
    return f"{title_line(article)}\n{article.subhead}"


def encoder_text(passage: Passage, article: Article, edition: Edition) -> str:
    """Return what the encoder reads of `passage`: its date, titles and question, then its text."""
    day = f"{edition.date.year}年{edition.date.month}月{edition.date.day}日" if edition.date else ""
    above = (day, title_line(article), article.subhead, question_replied_to(passage, article))
    context = " ".join(part for part in above if part)
    return f"{context}\n{passage.text}" if context else passage.text


def lexical_text(passage: Passage, article: Article) -> str:
    """Return what lexical retrieval reads of `passage`: its text, and all that stands above it."""
    question = question_replied_to(passage, article)
    return "\n".join(filter(None, (article.banner, title_lines(article), question, passage.text)))
