"""Answers who is appointed, and which posts somebody holds and held.

The latter by the newest edition, or the career told.

`柴静云现在是什么职务?` is answered by the newest sentence with an office beside the name, and
`周慕白以前在哪些单位干过?` by the one that begins with `历任` or `此前`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.answering.evidence import whole_text
from qa.answering.shortest import shortest_answer
from qa.dates.words import FORMERLY
from qa.forms.persons.appointments import asks_post, is_listed, tells_appointment
from qa.forms.persons.names import OFFICE, tells_who
from qa.forms.persons.offices import office_asked
from qa.questions.profiles import person_asked_about
from qa.questions.subjects import who_asked
from qa.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.answering.evidence import Evidence
    from qa.overlap import Sought

# `以前|在哪些单位干过`, `来澜州之前|是干什么的`
_BEFORE = re.compile(rf"(?:{FORMERLY}|早先|曾经?)[^?,，]{{0,6}}(?:哪[些里儿个]|什么|啥)")
_CAREER = re.compile(r"历任|曾任|此前|原任|先后[在任]|曾在")
_FORMALLY = re.compile(r"任命|免[去职]")  # `被任命为什么?`, which no later mention tells
_BETWEEN = 6  # characters between an office and its holder


def post_told(asked: Sought, found: Sequence[Evidence]) -> list[Evidence]:
    """Return `found`, sentences best first, with the one that tells the post asked for in front.

    Empty where none does, or where no post is asked for.
    """
    who = who_asked(asked.question)
    person = who or person_asked_about(asked.question)
    if not person:
        lines = found if office_asked(asked.question) else ()
        telling = max(
            (one for one in lines if _appoints(asked, one)), key=lambda one: one.day, default=None
        )
    elif who:
        telling = next((one for one in found if tells_who(person, fold(one.text))), None)
    elif _BEFORE.search(asked.question):
        telling = next((one for one in found if _tells_career(one, person)), None)
    elif asks_post(asked.question):
        held = [one for one in found if _has_post(one, person)]
        formal = _FORMALLY.search(asked.question)
        told = [one for one in held if formal and shortest_answer(asked, one)] or held
        telling = max(told, key=lambda one: one.day, default=None)
    else:
        telling = None
    return [telling, *(one for one in found if one is not telling)] if telling else []


def listed_told(asked: Sought, found: Sequence[Evidence]) -> list[Evidence]:
    """Return the lines of the first article that lists the appointments asked for, as printed.

    Args:
        asked: what is looked for: `任命了哪些人?`.
        found: sentences of several articles, best first.

    Returns:
        several lines, or none.
    """
    lines = [one for one in found if is_listed(asked.question, fold(one.text))]
    same = [one for one in lines if one.hit.article.id == lines[0].hit.article.id]
    return sorted(same, key=lambda one: one.span.start) if len(same) > 1 else []


def _appoints(asked: Sought, one: Evidence) -> bool:
    return tells_appointment(asked.question, fold(one.text)) and bool(shortest_answer(asked, one))


def _tells_career(one: Evidence, person: str) -> bool:
    return bool(_CAREER.search(one.text)) and person in whole_text(one.hit.article)


def _has_post(one: Evidence, person: str) -> bool:
    """Return whether a sentence has an office beside the name: `局长|侯佩兰`, `侯佩兰|任局长`."""
    name, told = re.escape(person), fold(one.text)
    return bool(
        re.search(rf"(?:{OFFICE})\s?{name}", told)
        or re.search(
            rf"{name}[^,，。;；]{{0,{_BETWEEN}}}(?:为|任|当选)[^,，。;；]*?(?:{OFFICE})", told
        )
    )
