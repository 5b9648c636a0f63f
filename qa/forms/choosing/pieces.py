"""Chooses the shortest piece of a sentence that answers, by the reader and by its form."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from qa.forms.choosing.candidates import candidates, has_form
from qa.forms.choosing.completing import completed
from qa.forms.choosing.trimming import (
    as_name,
    begins_in_number,
    first_clause,
    within_marks,
    without_verb,
)
from qa.forms.choosing.weighing import (
    NOTHING,
    best_candidate,
    holders,
    is_of_lesser_part,
    ranked_candidates,
)
from qa.forms.contests import contest_told, opponent, tells_other_contest, without_losers
from qa.forms.days import asks_exactly, asks_when, is_exact, tells_when
from qa.forms.others import without_others
from qa.forms.persons.appointments import post_told
from qa.forms.persons.names import may_be_names
from qa.forms.persons.offices import holds_other, names_office
from qa.forms.persons.receivers import receiver
from qa.forms.persons.roles import has_other_role, only_speaks, role_asked, speaks
from qa.forms.places.localities import is_thing_itself
from qa.forms.quantities.numbers import AMOUNT, numbers, own_form
from qa.forms.quantities.ranges import range_gain
from qa.forms.quantities.units import asked_units, unit_at
from qa.overlap import longest_common
from qa.text import PAUSE, blanked, fold
from qa.types import Expected, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.forms.choosing.candidates import Candidate
    from qa.forms.choosing.weighing import Around
    from qa.overlap import Sought
    from qa.reading.reader import SentenceReading

# Logits above no answer. Of held-out questions that ask for no form, the half that the reader is
# surest of lay above the first (character F1 0.7); below the second a name is rather a guess. Both
# are half a logit lower than they were measured: so much less sure is a reader that has seen more
# questions without what answers them.
_SURE, _LIKELY = 0.5, -3.5
# What is surer tells when, though in no form that is known: of held-out questions so answered 11
# of 11 are right, where 2 of 8,500 without an answer get one.
_CERTAIN = 4.0
_LONGEST = 30  # characters; what is longer is no short answer
_LONGER_THAN_FORM = 8  # characters that the reader's piece may have more than one of the form

# Logits that a candidate gains where all that the question names stands beside it. On CMRC 2018 and
# DRCD nothing between 0 and 20 makes a difference to F1; short questions (`哪年入党?`) want it.
_RULE_SHARE = 20.0

# `三十`, `2005`
_NUMERAL = re.compile(r"[\d〇零一二三四五六七八九十百千万两]")
# `公元前三百年`, `18时`
_OF_TIME = re.compile(rf"(?:{_NUMERAL.pattern})(?:多|余)?(?:[年月日号时点天周代]|世纪)")

_OF_TODAY = re.compile(r"今年\d+岁$")  # no time at which something was done
# `魏晋时期`, `夜间`, `秋季`
_OF_AGE = re.compile(r"[时前后间期季代晚夜晨岁朝春夏秋冬]")
# `今年6月曾以|《六年`
_BREAK = re.compile(rf"{PAUSE.pattern}|《")
# `鲜菜和猪肉哪个涨了?`, `去还是不去?`
_WHICH_OF_TWO = re.compile(
    r"[和与跟、][^,，。;；?]{1,12}[,，]?(?:哪(?!一?[年天月日号次届期些])[一个家种条边儿里只座所]*|谁)(?:更|比较|最|先|[^\W是]{1,4}[?]?$)|还是"
)
# `冠军是|石桥队|还是|东坝队|?`
_EITHER_OR = re.compile(r"(?P<one>[^,，是?]+)[,，]?还是(?P<other>[^,，?]+)")
_A_WORD = 2  # characters
# Kinds that are a piece of a sentence, though of no form
_WHAT = frozenset({Expected.OTHER, Expected.LIST})
# Kinds whose answers all have a form that is recognised
STRICT = frozenset({Expected.NUMBER, Expected.DATE})


def answer_piece(
    asked: Sought, sentence: str, reading: SentenceReading | None, around: Around = NOTHING
) -> Span | None:
    """Return where in `sentence` the shortest answer stands, None where there is none.

    Args:
        asked: what is looked for.
        sentence: as printed; what may not be the answer may be blanked.
        reading: what the reader says of it, if it was read.
        around: what its article tells beside.
    """
    folded, is_person = fold(sentence), asked.expected is Expected.PERSON
    if not names_office(asked.question, f"{around.title}\n{folded}"):
        return None
    folded = without_others(asked.question, folded, of_person=is_person)
    if told := _told_outright(asked.question, folded):
        return within_marks(sentence, told)
    if tells_other_contest(asked.question, folded):
        return None
    folded = without_losers(asked.question, folded)
    choose = _chosen_person if is_person else _chosen
    found = choose(asked, folded, reading, around)
    return within_marks(sentence, completed(asked, folded, found)) if found else None


def _told_outright(question: str, folded: str) -> Span | None:
    """Return the piece of a folded sentence that answers by its form alone, whatever is read."""
    ways = (opponent, receiver, contest_told, post_told)
    return next(filter(None, (way(question, folded) for way in ways)), None)


def _chosen_person(
    asked: Sought, folded: str, reading: SentenceReading | None, around: Around
) -> Span | None:
    """Return who answers: in the role asked for, in no other office, and not who only tells it."""
    found = _chosen(asked, folded, reading, around)
    role = role_asked(asked.question)
    while found and role and has_other_role(role, folded, found):
        folded = blanked(folded, [found])
        found = _chosen(asked, folded, reading, around)
    if found and not holds_other(asked.question, folded, found):
        return None if only_speaks(asked.question, folded, found) else found
    return None


def _chosen(
    asked: Sought, folded: str, reading: SentenceReading | None, around: Around
) -> Span | None:
    """Return the piece of a folded sentence that answers: by the reader, or by rule alone."""
    if reading:
        return _piece(asked, folded, reading, around)
    best = best_candidate(asked, folded, around)
    return best.span if best else None


def _piece(asked: Sought, folded: str, reading: SentenceReading, around: Around) -> Span | None:
    piece = reading.best_piece([not character.isspace() for character in folded])
    likely = reading.piece_logit(piece)
    short = piece.end - piece.start <= _LONGEST
    if _WHICH_OF_TWO.search(asked.question):
        is_one = _is_one_of_two(asked.question, folded[piece.start : piece.end])
        return piece if is_one and short and likely >= _SURE else None
    read = folded[piece.start : piece.end]
    if read in asked.question or is_thing_itself(asked.question, read):
        likely = -math.inf
    if held := holders(asked, folded, around):
        return _best_of(held, reading)
    if has_form(asked.expected):
        return _in_form(asked, folded, reading, piece, likely, around)
    if "谁" in asked.question and speaks(folded, piece):
        return None  # `维修费谁出?` is not answered by who tells it
    if not (asked.expected in _WHAT and short and likely >= _SURE):
        return None
    return first_clause(folded, piece)


def _in_form(
    asked: Sought,
    folded: str,
    reading: SentenceReading,
    piece: Span,
    likely: float,
    around: Around,
) -> Span | None:
    """Return what answers in the form asked for: the reader's piece, or the best of the form.

    Args:
        asked: what is looked for.
        folded: the sentence.
        reading: what the reader says of it.
        piece: what it takes for the answer.
        likely: how surely, in logits.
        around: what the article tells beside.
    """
    is_likely = likely >= _least_likely(asked, folded, piece)
    if asked.expected is Expected.PERSON and is_of_lesser_part(asked, piece, folded):
        is_likely = False
    if name := as_name(asked, folded, piece) if is_likely else None:
        return name
    if of_form := _of_form(asked, folded, reading, piece, around):
        return of_form
    return piece if likely >= _SURE and _may_measure(asked, folded, piece, likely) else None


def _is_one_of_two(question: str, told: str) -> bool:
    """Return whether a piece is one of the two things that a question names: not `胜了东坝队`.

    Where they are not parted by `还是`, it has a word of the question.
    """
    asked = _EITHER_OR.search(question)
    if not asked:
        return longest_common(told, question) >= _A_WORD
    return any(
        told in named or (named in told and len(told) - len(named) <= _A_WORD)
        for named in (asked["one"], asked["other"])
    )


def _best_of(fit: Sequence[Candidate], reading: SentenceReading) -> Span:
    """Return the candidate for which most speaks, by its form and by the reader together."""
    return max(fit, key=lambda one: _RULE_SHARE * one.gain + reading.piece_logit(one.span)).span


def _least_likely(asked: Sought, folded: str, piece: Span) -> float:
    """Return how likely a piece must be that is to answer as it is read.

    Who or which place is asked for is mostly told by name: what holds none must be the surer.
    """
    if asked.expected in STRICT:
        return math.inf
    is_person = asked.expected is Expected.PERSON
    spans = may_be_names(folded) if is_person else [one.span for one in candidates(asked, folded)]
    named = any(one.overlaps(piece) for one in spans)
    return _LIKELY if named else _SURE


def _may_measure(asked: Sought, folded: str, piece: Span, likely: float) -> bool:
    """Return whether a piece of no known form tells a time, or a number that may be in any unit."""
    if asked.expected is Expected.DATE:
        told = folded[piece.start : piece.end]
        if _OF_TODAY.search(told):
            return False
        if asks_when(asked.question) and likely >= _CERTAIN and _OF_AGE.search(told):
            return piece.end - piece.start <= _LONGEST
        return bool(_OF_TIME.search(told)) and tells_when(asked.question, told)
    if any(one.overlaps(piece) for one, _ in numbers(asked.question, folded)):
        return False  # a number of the form, which something else bars
    numeral = _NUMERAL.search(folded, piece.start, piece.end)
    units = asked_units(asked.question)
    if own_form(asked.question):
        return False
    return bool(numeral) and not units.must and units.allow(_measure(folded, piece))


def _measure(folded: str, piece: Span) -> str:
    """Return the unit of the number that a piece ends with, or that it is; else none."""
    number = list(AMOUNT.finditer(folded, piece.start, piece.end))[-1:]
    return unit_at(folded[number[0].end() : number[0].end() + 8]) if number else ""


def _is_exact(asked: Sought, folded: str, piece: Span) -> bool:
    """Return whether a piece is the year or the day of the week that a question asks for."""
    exactly = asks_exactly(asked.question)
    return exactly and is_exact(asked.question, folded[piece.start : piece.end])


def _of_form(
    asked: Sought, folded: str, reading: SentenceReading, piece: Span, around: Around
) -> Span | None:
    """Return the best piece of the form asked for; a number with its unit, else as it is read."""
    fit = ranked_candidates(asked, folded, around)
    if not fit:
        return None
    best = _best_of(fit, reading)
    part = asked.expected is Expected.PLACE or _is_exact(asked, folded, piece)
    fits = piece.holds(best) or (part and best.overlaps(piece))
    longer = (piece.end - piece.start) - (best.end - best.start)
    whole = longer <= _LONGER_THAN_FORM and not _BREAK.search(folded, piece.start, piece.end)
    is_end = bool(range_gain(asked.question, best, folded))  # of a range, and an end is asked for
    is_whole = whole and not is_end and not begins_in_number(folded, piece)
    as_read = fits and asked.expected is not Expected.NUMBER and is_whole
    if not as_read:
        return best
    if asked.expected is Expected.DATE and _OF_TODAY.search(folded, 0, piece.end):
        return None
    return without_verb(folded, piece) if asked.expected is Expected.PERSON else piece
