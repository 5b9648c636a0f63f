"""Answers from an article's titles what its text does not tell: `公交新线9月1日开通`.

A title is read like a sentence. Of 111 questions about news whose answer the title gives, and which
were refused where the text was without it, 24 are answered so, all rightly; of 276 that were
refused rightly, none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from qa.answering.evidence import Evidence, best_of_each
from qa.answering.fitting import fitting
from qa.answering.shortest import shortest_answer
from qa.forms.choosing.candidates import has_form
from qa.questions.profiles import is_profile, person_asked_about
from qa.reading.inputs import text_of
from qa.reading.reader import reader
from qa.text import fold
from qa.types import Passage, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.overlap import Sought
    from qa.types import Hit

_LOOKED_AT = 3  # articles
_LEAST_SCORE = 0.3
_LEAST_READ = -1.0  # logits


@dataclass(frozen=True, slots=True)
class Title:
    """A title that answers, and the piece of it that does."""

    evidence: Evidence
    text: str
    logit: float  # of the reader


def title_told(asked: Sought, hits: Sequence[Hit], *, newest: bool = False) -> Title | None:
    """Return the title of the best hits that answers, if one has what is asked for in its form.

    The newest of them where that is asked for, else the one that the reader is surest of.
    """
    if not has_form(asked.expected):
        return None
    titles = [one for hit in _best(hits) for one in _titles(hit)]
    return max(
        _answering(asked, titles),
        key=lambda one: (one.evidence.day if newest else date.min, one.logit),
        default=None,
    )


def _answering(asked: Sought, titles: Sequence[Evidence]) -> Iterator[Title]:
    """Yield those of `titles` that the reader takes for an answer, and that have its form."""
    sure = [one for one in _read(asked, titles) if one.reading and one.reading.logit >= _LEAST_READ]
    for one in fitting(asked, sure):
        if not _is_of_person(asked.question, one):
            continue
        span = shortest_answer(asked, one)
        if span and one.reading:
            yield Title(one, one.text[span.start : span.end], one.reading.logit)


def _is_of_person(question: str, title: Evidence) -> bool:
    """Return whether a title names whom a question is about, or is over a profile of that person.

    True where the question is about nobody.
    """
    person = person_asked_about(question)
    return not person or person in fold(title.text) or is_profile(title.hit.article, person)


def _best(hits: Sequence[Hit]) -> Iterator[Hit]:
    """Yield the best hit of each of the first articles."""
    return (one for one in best_of_each(hits)[:_LOOKED_AT] if one.score >= _LEAST_SCORE)


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


def _read(asked: Sought, titles: Sequence[Evidence]) -> list[Evidence]:
    """Return those of `titles` that are one sentence, with what the reader says of them."""
    texts = [text_of("", one.text, one.hit.article.text) for one in titles]
    read = [place for place, text in enumerate(texts) if len(text.sentences) == 1]
    readings = reader().read(asked, [texts[place] for place in read])
    return [
        replace(titles[place], reading=one.of_sentence(0, Span(0, len(titles[place].text))))
        for place, one in zip(read, readings, strict=True)
    ]
