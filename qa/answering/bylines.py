"""Answers who wrote an article and who took a picture, from bylines and photo credits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qa.answering.evidence import Evidence, whole_text
from qa.overlap import content, evenly, share
from qa.passages import title_line
from qa.text import fold, plain_title, terms
from qa.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.types import Article, Caption, Hit

# `报道的记者是谁`, `哪位通讯员采写`; `这篇是谁写的`, but not `信是谁写的`, `小说的作者是谁`
_REPORTED = re.compile(
    r"谁(?:采写|撰写|报道|采访)的?|(?:记者|通讯员|撰稿人?)(?:是|叫|为)?(?:谁|哪[一几两三]?位|什么名)"
    r"|哪[一几两三]?[位名个](?:记者|通讯员)"
)
_WROTE = re.compile(r"谁写的?|作者(?:是|叫|为)?(?:谁|哪[一几]?位|什么名)|哪[一几]?[位名个]作者")
_A_REPORT = re.compile(r"[这那本该]一?篇|报道|文章|稿|新闻|消息|特写")
_TITLE = re.compile(r"《([^《》]{2,})》(?:是|由)?谁写|(?:谁|哪位记者)写了?的?《([^《》]{2,})》")
_CORRESPONDENT = re.compile(r"通讯员")

# `那张照片是谁拍的`, `摄影是谁`, but not `孩子谁照看`, `电影是谁拍的`
_TOOK = re.compile(
    r"谁(?:拍(?![板卖马])|摄|照(?![顾看料管应])|供图)"
    r"|(?:摄影师?|摄影者|拍摄者|供图者?)(?:是|叫|为)?(?:谁|哪位)|哪位.{0,4}(?:拍|摄)"
)
_A_PICTURE = re.compile(r"照片|相片|图|摄影|张")

# What such a question says beside what the article or picture is of
_AROUND = re.compile(
    r"[这那本该]一?[篇张幅]|报道|文章|稿件?|新闻|消息|特写|照片|相片|图片?|作者|摄影[师者]?|记者|通讯员|撰稿人?"
    r"|采写|撰写|采访|拍摄[者的]?|供图者?|[写拍摄的是了]"
)
_NAMED = 0.5  # of that, what an article or a caption must have


@dataclass(frozen=True, slots=True)
class Named:
    """A byline or caption, and the names that it gives."""

    evidence: Evidence
    names: str


def asks_for_credit(question: str, hits: Sequence[Hit]) -> bool:
    """Return whether `question` asks who wrote an article of the paper or took its picture.

    Who wrote what it names by a title is so only if one of `hits` has this title: a play is not of
    the paper.
    """
    folded = fold(question)
    title = _TITLE.search(folded)
    if title and any(_is_titled(hit.article, title[1] or title[2]) for hit in hits):
        return True
    return _asks_who_took(folded) or _asks_who_wrote(folded)


def _is_titled(article: Article, title: str) -> bool:
    """Return whether an article has this title, and does not tell of what has it."""
    printed = fold(title_line(article))
    return plain_title(title) in plain_title(printed) and f"《{title}》" not in printed


def credit_evidence(question: str, hits: Sequence[Hit]) -> Named | None:
    """Return who wrote or photographed, as `question` asks, if the article meant tells."""
    folded = fold(question)
    meant = evenly(tuple(terms(_AROUND.sub(" ", content(folded)))))
    took = _asks_who_took(folded)
    return _photographer(meant, hits) if took else _writer(folded, meant, hits)


def _asks_who_took(question: str) -> bool:
    return bool(_TOOK.search(question) and _A_PICTURE.search(question))


def _asks_who_wrote(question: str) -> bool:
    wrote = _WROTE.search(question) and _A_REPORT.search(question)
    return bool(_REPORTED.search(question) or wrote)


def _writer(question: str, meant: dict[str, float], hits: Sequence[Hit]) -> Named | None:
    """Return the byline of the first article that has what is meant; others are not asked."""
    for hit in hits:
        article = hit.article
        if share(meant, whole_text(article)) < _NAMED:
            continue
        people = article.correspondents if _CORRESPONDENT.search(question) else article.reporters
        if not article.byline or not people:
            return None
        return Named(Evidence(hit, Span(0, len(article.byline)), 0.0), "、".join(people))
    return None


def _photographer(meant: dict[str, float], hits: Sequence[Hit]) -> Named | None:
    """Return the credit of the picture that has most of what is meant."""
    pictures = [(_likeness(meant, hit.article, one), hit, one) for hit, one in _credited(hits)]
    best = max(pictures, key=lambda one: one[0], default=None)
    if best is None or best[0] < _NAMED:
        return None
    _, hit, caption = best
    return Named(Evidence(hit, caption_place(hit.article, caption), 0.0), caption.photographer)


def _credited(hits: Sequence[Hit]) -> Iterator[tuple[Hit, Caption]]:
    for hit in hits:
        yield from ((hit, caption) for caption in hit.article.captions if caption.photographer)


def _likeness(meant: dict[str, float], article: Article, caption: Caption) -> float:
    """Return how much of what is meant a caption has; less counts what its article has."""
    of_caption = share(meant, fold(caption.text))
    return max(of_caption, (of_caption + share(meant, whole_text(article))) / 2)


def caption_place(article: Article, caption: Caption) -> Span:
    """Return where in its article's text a caption stands, its credit with it."""
    printed = caption.text + caption.credit
    start = article.text.rindex(printed)
    return Span(start, start + len(printed))
