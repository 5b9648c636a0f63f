"""Answers who wrote an article and who took a picture, from bylines and photo credits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qa.answering.evidence import Evidence
from qa.overlap import evenly, share
from qa.text import fold, terms
from qa.types import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.types import Caption, Hit

# `这篇是谁写的`, `报道的记者是谁`, `哪位通讯员采写`
_WROTE = re.compile(
    r"谁(?:写|采写|撰写|报道|采访)的?|(?:作者|记者|通讯员|撰稿人?)(?:是|叫|为)?(?:谁|哪[一几]?位|什么名)"
    r"|哪[一几]?[位名个](?:记者|通讯员|作者)"
)
_CORRESPONDENT = re.compile(r"通讯员")

# `那张照片是谁拍的`, `摄影是谁`
_TOOK = re.compile(
    r"谁(?:拍|摄|照|供图)|(?:摄影师?|摄影者|拍摄者|供图者?)(?:是|叫|为)?(?:谁|哪位)|哪位.{0,4}(?:拍|摄)"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A byline or caption, and the names that it gives."""

    evidence: Evidence
    names: str


def credit_evidence(question: str, hits: Sequence[Hit]) -> Named | None:
    """Return who wrote or photographed, if `question` asks that and a hit's article tells."""
    folded = fold(question)
    if _TOOK.search(folded):
        return _photographer(folded, hits)
    if _WROTE.search(folded):
        return _writer(folded, hits)
    return None


def _writer(question: str, hits: Sequence[Hit]) -> Named | None:
    for hit in hits:
        article = hit.article
        people = article.correspondents if _CORRESPONDENT.search(question) else article.reporters
        if article.byline and people:
            return Named(Evidence(hit, Span(0, len(article.byline)), 0.0), "、".join(people))
    return None


def _photographer(question: str, hits: Sequence[Hit]) -> Named | None:
    """Return the credit of the caption that has most in common with the question."""
    best: tuple[float, Named] | None = None
    for hit in hits:
        for caption in hit.article.captions:
            if not caption.photographer:
                continue
            likeness = share(evenly(tuple(terms(question))), fold(caption.text))
            if best is None or likeness > best[0]:
                best = likeness, Named(_caption_evidence(hit, caption), caption.photographer)
    return best[1] if best else None


def _caption_evidence(hit: Hit, caption: Caption) -> Evidence:
    printed = caption.text + caption.credit
    start = hit.article.text.rindex(printed)
    return Evidence(hit, Span(start, start + len(printed)), 0.0)
