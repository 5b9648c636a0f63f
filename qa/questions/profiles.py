"""Tells which sentences of an article about somebody are of that person, though they name no one.

A profile names its person in the title or the lead, and tells on with `他` and `她`, or with
neither: `1978年冬天参军。`
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from qa.forms.persons.names import names_at_start
from qa.forms.persons.people import people
from qa.passages import title_lines
from qa.questions.subjects import may_be_person, person_named, topic
from qa.text import fold

if TYPE_CHECKING:
    from qa.types import Article

_LEAD = 120  # characters of an article that tell whom it is about
_OFTEN = 3  # times that it then names that person
_NAME_LENGTHS = (4, 3, 2)
_PLACE_ENDS = tuple("镇乡村县市区省屯寨街路")


@lru_cache(64)
def person_asked_about(question: str) -> str:
    """Return the person whom a question is about, or with whose name it begins; empty if none.

    `贺春生` of `贺春生哪年参军?` and of `贺春生的儿子在哪上班?`.
    """
    return person_named(question) or _first_name(fold(topic(question)))


def _first_name(about: str) -> str:
    names = set(names_at_start(about))
    lengths = (about[:length] for length in _NAME_LENGTHS)
    return next((name for name in lengths if name in names and _is_person(name, about)), "")


def _is_person(name: str, about: str) -> bool:
    is_place = about.startswith(_PLACE_ENDS, len(name))  # `李家沟|镇长`
    return not is_place and name in people(f"{name}说") and may_be_person(name, about)


def is_profile(article: Article, person: str) -> bool:
    """Return whether an article is about `person`; about no one where that is empty."""
    opening = fold(f"{title_lines(article)}\n{article.text[:_LEAD]}")
    return bool(person) and person in opening and fold(article.text).count(person) >= _OFTEN


def with_person(sentence: str, person: str) -> str:
    """Return a folded sentence of a profile with its person before it, unless it names somebody.

    Args:
        sentence: folded.
        person: whom its article is about; empty where it is no profile.
    """
    is_named = not person or person in sentence or people(sentence)
    return sentence if is_named else person + sentence
