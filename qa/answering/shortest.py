"""Finds the shortest answer of a sentence, and puts a sentence that has one first."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qa.answering.corrections import without_errors
from qa.forms.choosing.candidates import has_form
from qa.forms.choosing.pieces import STRICT, answer_piece
from qa.forms.choosing.weighing import Around
from qa.forms.contests import asks_against_whom, asks_contest, contest_told
from qa.forms.days import asks_exactly, is_exact
from qa.forms.persons.names import names_told, tells_who
from qa.forms.persons.offices import office_asked
from qa.forms.persons.receivers import receiver, without_other_prizes
from qa.forms.persons.roles import alias_asked
from qa.forms.quantities.ranges import asks_until, is_end
from qa.passages import title_line
from qa.questions.subjects import asks_who_is, only_names, who_asked
from qa.text import fold
from qa.types import Expected, Genre

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from qa.answering.evidence import Evidence
    from qa.overlap import Sought
    from qa.types import Span

# What sentences may lie behind the best one to be quoted beside it, in logits.
_NEAR_BEST = 1.5
_FARTHER = 5.0  # where nothing nearer has the form of an answer, and nothing else would answer
_EXACT_NEAR_BEST = 3.0  # where a year, a day of the week or an end is asked for
_CONTEST_NEAR_BEST = 6.0  # where it is asked who won, and a sentence tells both sides

# `拒付135元车费,还问司机|“你能怎样?”`
_QUOTED_QUESTION = re.compile(r"“[^“”]*[?？]”$")
# `应为8万元,误为5万元`
_PUTS_RIGHT = re.compile(r"应[为是][^。]{1,40}误[为作]|误[为作][^。]{1,40}应[为是]")
# `最佳球员|是谁?`
_CALLED = re.compile(r"(?P<role>[\u4e00-\u9fff]{2,3}[员手将军主长任人奖])(?:叫什么|是谁|是哪一?位)")
# `市长是谁?`, `谁是冠军?`: only a name answers
_WHO_IS = re.compile(r"是谁[?]?$|^谁是|叫什么")


def shortest_answer(asked: Sought, one: Evidence) -> Span | None:
    """Return where in the sentence the shortest answer stands; None where it has none.

    What a correction notice quotes as wrong is none, nor is what a question tells. No name tells
    who somebody is, and nothing answers a name alone.
    """
    if asks_who_is(asked.question) or only_names(asked.question):
        return None
    is_notice = one.hit.article.genre is Genre.CORRECTION or _PUTS_RIGHT.search(one.text)
    text = without_errors(one.text) if is_notice else one.text
    if one.asks:
        text = _without_quoted_question(text)
    return answer_piece(asked, text, one.reading, _around(asked, one))


def _around(asked: Sought, one: Evidence) -> Around:
    is_person = asked.expected is Expected.PERSON
    people = names_told(fold(one.hit.article.text)) if is_person else frozenset[str]()
    return Around(fold(title_line(one.hit.article)), people)


def _without_quoted_question(text: str) -> str:
    """Return a sentence that asks, blank but for what stands before a question that it quotes."""
    quoted = _QUOTED_QUESTION.search(text)
    told = quoted.start() if quoted else 0
    return text[:told] + " " * (len(text) - told)


def who_told(asked: Sought, found: list[Evidence]) -> list[Evidence]:
    """Return sentences with one in front that has an office or an age beside whom it is asked of.

    Empty where none has, or where it is not asked who somebody is.
    """
    name = who_asked(asked.question)
    return _with_first(found, (one for one in found if name and tells_who(name, fold(one.text))))


def with_form_first(asked: Sought, found: list[Evidence]) -> list[Evidence]:
    """Return sentences with the best one that holds an answer of the form asked for in front.

    Only where it lies near the best one. Where none does, a question that has no other kind of
    answer (how many, when, who is the mayor) is not answered: the list is empty. Who somebody is,
    is first told by the best sentence of the same article that has the name.
    """
    if not found:
        return []
    if asks_who_is(asked.question):
        name, article = who_asked(asked.question), found[0].hit.article
        same = (one for one in found if one.hit.article.id == article.id)
        is_signed = name in map(fold, (*article.reporters, *article.correspondents))
        return (
            _with_first(found, (one for one in same if name in fold(one.text)))
            or ([] if is_signed else found)  # who wrote it is not told of in it
        )
    if not has_form(asked.expected):
        return found
    whom = (one for one in _near(found, _EXACT_NEAR_BEST) if _tells_whom(asked, one))
    if telling := _with_first(found, whom):
        return telling
    if telling := _with_contest_first(asked, found):
        return telling
    surest = _surest_form(asked.question)
    near = _near(found, _EXACT_NEAR_BEST if surest else _NEAR_BEST)
    holding = [(one, span) for one in near if (span := shortest_answer(asked, one))]
    if called := _called_so(asked, [one for one, _ in holding], found):
        return called
    exact = (one for one, span in holding if surest and surest(span, fold(one.text)))
    in_form = _with_first(found, exact) or _with_first(found, (one for one, _ in holding))
    if in_form or not _needs_form(asked):
        return in_form or found
    farther = _near(found, _FARTHER) if asked.expected in STRICT else iter(())
    return _with_first(found, (one for one in farther if shortest_answer(asked, one)))


def _called_so(asked: Sought, holding: Sequence[Evidence], found: list[Evidence]) -> list[Evidence]:
    """Return sentences with one in front that has what somebody is called whose name is asked for.

    Where those `holding` a name have not: `门将阿菲克获选最佳球员。` for `最佳球员是谁?`, though
    nothing tells that `阿菲克` is a name. Empty where none has, or nobody is asked for so.
    """
    called = _CALLED.search(asked.question)
    if not called or any(called["role"] in fold(one.text) for one in holding):
        return []
    near = _near(found, _NEAR_BEST)
    return _with_first(found, (one for one in near if called["role"] in fold(one.text)))


def _needs_form(asked: Sought) -> bool:
    """Return whether nothing answers a question but what has the form of an answer."""
    question = asked.question
    if alias_asked(question):  # `女子“大刘”仍在逃` tells no name, and who that is
        return False
    return bool(
        asked.expected in STRICT
        or asks_against_whom(question)
        or _WHO_IS.search(question)
        or office_asked(question)
    )


def _near(found: Sequence[Evidence], reach: float) -> Iterator[Evidence]:
    """Yield what lies so near to the best one, in logits."""
    return (one for one in found if one.logit >= found[0].logit - reach)


def _tells_whom(asked: Sought, one: Evidence) -> bool:
    told = without_other_prizes(asked.question, fold(one.text))
    return receiver(asked.question, told) is not None


def _with_contest_first(asked: Sought, found: list[Evidence]) -> list[Evidence]:
    """Return sentences with the first in front that tells who won or lost, as it is asked.

    It is as sure as the best one, however far it lay behind. None where none does.
    """
    if not asks_contest(asked.question):
        return []
    near = _near(found, _CONTEST_NEAR_BEST)
    telling = (one for one in near if contest_told(asked.question, fold(one.text)))
    ordered = _with_first(found, telling)
    return [*(replace(one, logit=found[0].logit) for one in ordered[:1]), *ordered[1:]]


def _surest_form(question: str) -> Callable[[Span, str], bool] | None:
    """Return what tells that an answer is just what is asked for, where some are and some not.

    It takes the answer's place, and the sentence, folded.
    """
    if asks_until(question):
        return is_end
    if asks_exactly(question):
        return lambda span, sentence: is_exact(question, sentence[span.start : span.end])
    return None


def _with_first(found: list[Evidence], those: Iterator[Evidence]) -> list[Evidence]:
    """Return sentences with the first of `those` in front; none where there is none of those."""
    first = next(those, None)
    return [first, *(one for one in found if one is not first)] if first else []
