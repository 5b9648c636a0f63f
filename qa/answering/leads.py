"""Finds where an article begins to tell something: behind its byline and a letter's salutation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.answering.evidence import evidence_at
from qa.text import fold, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.answering.evidence import Evidence
    from qa.types import Article, Edition, Span


_ENDS = re.compile(r"[。!！?？…][”’」』)）]?$")


def told(article: Article) -> list[Span]:
    """Return the sentences of an article behind its byline; that where there are none."""
    spans = sentences(article.text)
    return [span for span in spans if span.start >= len(article.byline)] or spans[:1]


def lead(article: Article, edition: Edition) -> Iterator[Evidence]:
    """Yield the first sentence that tells something: not `编辑同志:`, nor a table's `品名 价格`.

    Where an article has no whole sentence, it is the first line.
    """
    spans = told(article)
    telling = [span for span in spans if fold(article.text[span.end - 1]) != ":"]
    whole = [span for span in telling if _ENDS.search(article.text, span.start, span.end)]
    for span in (whole or telling or spans)[:1]:
        yield evidence_at(article, edition, span)
