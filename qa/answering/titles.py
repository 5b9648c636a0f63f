"""Answers from an article's titles what its text does not tell: `公交新线9月1日开通`.

A title is read like a sentence. Of 111 questions about news whose answer the title gives, and which
were refused where the text was without it, 24 are answered so, all rightly; of 276 that were
refused rightly, none.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from qa.answering.evidence import Evidence
from qa.answering.fitting import fitting
from qa.answering.shortest import shortest_answer
from qa.forms.spans import has_form
from qa.reading.inputs import text_of
from qa.reading.reader import reader
from qa.types import Passage, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.overlap import Sought
    from qa.types import Hit

_LOOKED_AT = 3  # articles
_LEAST_SCORE = 0.3
_LEAST_READ = -1.0  # logits


def title_told(asked: Sought, hits: Sequence[Hit]) -> Evidence | None:
    """Return the title of the best hits that answers, if one has what is asked for in its form."""
    if not has_form(asked.expected):
        return None
    found = (_read(asked, one) for hit in _best(hits) for one in _titles(hit))
    sure = [one for one in found if one.reading and one.reading.logit >= _LEAST_READ]
    fit = [one for one in fitting(asked, sure) if shortest_answer(asked, one)]
    return max(fit, key=_logit, default=None)


def _logit(one: Evidence) -> float:
    return one.reading.logit if one.reading else -1.0


def _best(hits: Sequence[Hit]) -> Iterator[Hit]:
    """Yield the best hit of each of the first articles."""
    first: dict[str, Hit] = {}
    for hit in hits:
        first.setdefault(hit.article.id, hit)
    return (one for one in islice(first.values(), _LOOKED_AT) if one.score >= _LEAST_SCORE)


def _titles(hit: Hit) -> Iterator[Evidence]:
    """Yield the titles of a hit's article as evidence, each in a passage of its own."""
    article = hit.article
    start = len(article.text)
    for title in article.titles:
        start = article.quotable.index(title, start)
        end = start + len(title)
        passage = Passage(article.id, start, end, title)
        yield Evidence(replace(hit, passage=passage), Span(start, end), 0.0)
        start = end


def _read(asked: Sought, title: Evidence) -> Evidence:
    """Return a title with what the reader says of it, if it is one sentence."""
    text = text_of("", title.text, title.hit.article.text)
    if len(text.sentences) != 1:
        return title
    (reading,) = reader().read(asked, [text])
    return replace(title, reading=reading.of_sentence(0, Span(0, len(title.text))))
