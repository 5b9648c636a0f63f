"""Finds the pieces of a sentence that have the form of an answer: a number, a date, a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qa.forms.days import days
from qa.forms.persons.names import names, runs_on
from qa.forms.places.localities import localities
from qa.forms.quantities.changes import changes, is_difference, tells_no_difference, unchanged
from qa.forms.quantities.counted import asked_gain, counts_another, is_no_rest
from qa.forms.quantities.numbers import numbers
from qa.forms.quantities.ranges import ends_what_begins, number_ranges
from qa.forms.quantities.sides import contrary_change, is_of_another_side
from qa.types import Expected, Span

if TYPE_CHECKING:
    from qa.overlap import Sought

_FORMS = (Expected.PERSON, Expected.NUMBER, Expected.DATE, Expected.PLACE)
_TITLE_GAIN = 0.2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A piece of a sentence that may be the answer."""

    span: Span
    gain: float  # what speaks for it: its form, and what stands near it


def has_form(expected: Expected) -> bool:
    """Return whether answers of this kind are recognised by their form."""
    return expected in _FORMS


def candidates(
    asked: Sought, sentence: str, people: frozenset[str] = frozenset()
) -> list[Candidate]:
    """Return the pieces of a folded `sentence` that have the form of an answer.

    Among them are the `people` who are known from the rest of the article.
    """
    if asked.expected is Expected.PERSON:
        found = names(sentence, people)
        return [
            Candidate(span, _TITLE_GAIN if titled else 0.0)
            for span, titled in found
            if not runs_on(sentence[span.start : span.end], people)
        ]
    if asked.expected is Expected.NUMBER:
        return _numbers(asked.question, sentence)
    if asked.expected is Expected.PLACE:
        return [Candidate(span, 0.0) for span in localities(asked.question, sentence)]
    if asked.expected is Expected.DATE:
        return [
            Candidate(span, gain)
            for span, gain in days(asked.question, sentence)
            if not ends_what_begins(asked.question, span, sentence)
        ]
    return []


def _numbers(question: str, sentence: str) -> list[Candidate]:
    found = [
        Candidate(told, gain + asked_gain(question, span, sentence))
        for span, gain in numbers(question, sentence)
        if (told := _of_side(question, span, sentence))
        and not counts_another(question, span, sentence)
        and not is_difference(question, span, sentence)
        and not tells_no_difference(question, span, sentence)
        and not is_no_rest(question, span, sentence)
    ]
    found += [
        Candidate(span, 0.0)
        for span in unchanged(question, sentence)
        if not is_of_another_side(question, span, sentence)
    ]
    spans = sorted((one.span for one in found), key=lambda one: one.start)
    changed = [Candidate(*change) for change in changes(question, spans, sentence)]
    for whole, answering in number_ranges(question, spans, sentence):
        ends = [one for one in found if whole.holds(one.span)]
        gain = max(one.gain for one in ends)
        found = [*(one for one in found if one not in ends), Candidate(answering, gain)]
    return [*found, *changed]


def _of_side(question: str, span: Span, sentence: str) -> Span | None:
    """Return a number of the side asked about, or how much fell what is asked to have risen."""
    if is_of_another_side(question, span, sentence):
        return contrary_change(question, span, sentence)
    return span
