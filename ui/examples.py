"""Example questions, made from the headlines of an archive's newest editions."""

from __future__ import annotations

import logging
import re
from itertools import islice
from typing import TYPE_CHECKING

from qa.types import Genre

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa import Answer, Archive, Article

_log = logging.getLogger("wenbao")

_TOLD = (Genre.NEWS, Genre.FEATURE)
_EDITIONS, _HEADLINES = 2, 12  # how many are read for examples, at most

# What stands between a headline's halves: `重新开门 摊位92个`
_HALVES = re.compile(r"[ \u3000,，;；]+")
# A figure with its measure: `92个`, `4.62万剂`, `2.3万人次`; not a bus line's `18路`
_FIGURE = re.compile(
    r"\d+(?:\.\d+)?[万亿]?余?(?=人次|[个户剂名辆条元吨次家处座站人件张场岁]|公里|平方米|立方米)"
)
# A day or a part of a month: `20日`, `8月底`, `5月6日起`
_DAY = re.compile(r"(?:\d+月)?\d+日|\d+月(?:底|初|上旬|中旬|下旬)?")


def example_questions(archive: Archive, count: int = 4) -> list[str]:
    """Return up to `count` questions that the archive answers, from its newest editions."""
    editions = [held.edition for held in archive.editions() if held.edition.date]
    told = (
        article
        for edition in reversed(editions[-_EDITIONS:])
        for article, _ in archive.articles(edition.id)
        if article.genre in _TOLD and article.headline
    )
    answered = (_answered(archive, article) for article in islice(told, _HEADLINES))
    return list(islice((question for question in answered if question), count))


def _answered(archive: Archive, article: Article) -> str | None:
    """Return a question of `article` that the archive answers as its headline does."""
    try:
        for question, known in _questions(article):
            answer = archive.ask(question, llm=False)
            if known and not answer.abstained and known in (answer.short or answer.text):
                return question
            if not known and _tells_lead(answer, article):
                return question
    except Exception:  # a page opens without examples rather than not at all
        _log.exception("no example question of %s", article.id)
    return None


def _tells_lead(answer: Answer, article: Article) -> bool:
    """Whether an answer quotes the paragraph with which an article begins."""
    lead = article.paragraphs[0] if article.paragraphs else ""
    return not answer.abstained and any(
        citation.article.id == article.id and citation.quote in lead
        for citation in answer.citations[:1]
    )


def _questions(article: Article) -> Iterator[tuple[str, str]]:
    """Yield questions with what their answers contain; "" where that is the article's lead."""
    halves = _HALVES.split(article.headline)
    subject = halves[0]
    for half in halves:
        about = half if half == subject else f"{subject}，{half}"
        if figures := list(_FIGURE.finditer(about)):
            last = figures[-1]
            yield f"{about[: last.start()]}多少{about[last.end() :]}？", last[0]
        elif len(days := _DAY.findall(half)) == 1:
            yield f"{_DAY.sub('什么时候', about)}？", days[0]
    if not _FIGURE.search(subject):
        yield f"{subject}是怎么回事？", ""
