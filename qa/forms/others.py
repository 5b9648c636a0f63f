"""Blanks what a sentence tells of others than those that a question asks about."""

from __future__ import annotations

from qa.forms.opposites import (
    without_denied,
    without_opposites,
    without_others_counted,
    without_others_in_row,
    without_others_of_kind,
    without_others_required,
)
from qa.forms.orders import without_others_in_order
from qa.forms.persons.appointments import without_other_posts, without_others_in_office
from qa.forms.persons.receivers import without_other_prizes, without_rescued
from qa.forms.persons.roles import without_court
from qa.forms.quantities.casualties import without_unharmed
from qa.forms.weekdays import without_other_weekdays

# Each is given what those before it have left.
_OF_PERSONS = (without_others_in_office, without_court, without_rescued)
_OF_ANYTHING = (
    without_other_prizes,
    without_other_posts,
    without_opposites,
    without_others_of_kind,
    without_denied,
    without_unharmed,
    without_others_counted,
    without_others_required,
    without_other_weekdays,
    without_others_in_row,
)


def without_others(question: str, sentence: str, *, of_person: bool) -> str:
    """Return a folded sentence, blank where it does not tell of what is asked about.

    Args:
        question: folded.
        sentence: folded.
        of_person: whether a person is asked for, so that whoever else is named is blanked, too.

    Returns:
        a text of the same length.
    """
    sentence = without_others_in_order(question, sentence)
    for without in (*(_OF_PERSONS if of_person else ()), *_OF_ANYTHING):
        sentence = without(question, sentence)
    return sentence
