"""Finds where an article begins to tell something: behind its byline and a letter's salutation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.answering.evidence import evidence_at
from qa.text import fold, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.answering.evidence import Evidence
    from qa.types import Article, Edition, Span


def told(article: Article) -> list[Span]:
    """Return the sentences of an article behind its byline; that where there are none."""
    spans = sentences(article.text)
    return [span for span in spans if span.start >= len(article.byline)] or spans[:1]


def lead(article: Article, edition: Edition) -> Iterator[Evidence]:
    """Yield the first sentence of an article that tells something: not `编辑同志:`."""
    spans = told(article)
    telling = (span for span in spans if fold(article.text[span.end - 1]) != ":")
    if spans:
        yield evidence_at(article, edition, next(telling, spans[0]))
