"""Chooses the shortest piece of a sentence that answers, by the reader and by its form."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from qa.forms.appointments import post_told
from qa.forms.contests import contest_told, opponent, tells_other_contest, without_losers
from qa.forms.days import asks_exactly, asks_when, is_exact, tells_when
from qa.forms.localities import end_within, is_thing_itself
from qa.forms.names import begins_word, is_place, may_be_names
from qa.forms.numbers import AMOUNT, numbers, own_form
from qa.forms.offices import holds_other, names_office
from qa.forms.others import without_others
from qa.forms.ranges import end_of_change, range_gain
from qa.forms.receivers import receiver
from qa.forms.roles import has_other_role, only_speaks, role_asked, speaks
from qa.forms.spans import (
    NOTHING,
    best_candidate,
    candidates,
    has_form,
    holders,
    is_of_lesser_part,
    ranked_candidates,
)
from qa.forms.units import asked_units, unit_at
from qa.likeness import word_places
from qa.overlap import longest_common
from qa.text import PAUSE, blanked, fold
from qa.types import Expected, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.forms.spans import Around, Candidate
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
_LONGEST_NAME = 20
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
# `长江路|112号`, `文科最高分|661分`, `挎包|被抢`, which is nobody
_NOBODY = re.compile(r"\d(?![\d名位个岁人])|[《把]|被(?![害告捕])")

# `汽车南站|每30分钟`
_RATE = re.compile(r"每\d")

# `报名|地点:市人民医院`
_LABEL = re.compile(r"[^,，。;；:：]{0,6}[:：](?=.)")

# `迁入|富康路新市场`, `设|玉田一中考点`
_INTO = re.compile(r"(?:设(?:[在于]|(?![计备施立置定]))|位于|坐落[在于]|[迁搬][入至到往])(?=..)")
# `△|吕小敏遗失教师资格证`
_ORNAMENT = re.compile(r"[△▲▼●○■□◆◇★☆※·]")

# `许兰任|镇长`, `尚勇赛|后说`: a verb, or the begin of a word, that is taken to be of a name
_RUNS_ON = re.compile(r"(?<=[^\W\d]{2})(?:[调转升改出担接就]?任(?=.$)|[赛会课](?=后$))")
# What the reader leaves behind a name; one character more is rather of it: `郑福|来`
_FOLLOWS_NAME = re.compile(r"[说道称用把被对向在从给将让任]|..")

# `鲜菜和猪肉哪个涨了?`, `去还是不去?`
_WHICH_OF_TWO = re.compile(
    r"[和与跟、][^,，。;；?]{1,12}[,，]?(?:哪(?!一?[年天月日号次届期些])[一个家种条边儿里只座所]*|谁)(?:更|比较|最|先|[^\W是]{1,4}[?]?$)|还是"
)
# `冠军是|石桥队|还是|东坝队|?`
_EITHER_OR = re.compile(r"(?P<one>[^,，是?]+)[,，]?还是(?P<other>[^,，?]+)")
_PART_END = re.compile(r"[;；]")
_A_WORD = 2  # characters
_PAIRS = {"“": "”", "‘": "’", "《": "》", "（": "）", "(": ")", "「": "」", "『": "』", "【": "】"}

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
        return _within_marks(sentence, told)
    if tells_other_contest(asked.question, folded):
        return None
    folded = without_losers(asked.question, folded)
    choose = _chosen_person if is_person else _chosen
    found = choose(asked, folded, reading, around)
    return _within_marks(sentence, found) if found else None


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
        is_likely = likely >= _least_likely(asked, folded, piece)
        if asked.expected is Expected.PERSON and is_of_lesser_part(asked, piece, folded):
            is_likely = False
        if name := _as_name(asked, folded, piece) if is_likely else None:
            return name
        return _of_form(asked, folded, reading, piece, around) or (
            piece if likely >= _SURE and _may_measure(asked, folded, piece, likely) else None
        )
    if "谁" in asked.question and speaks(folded, piece):
        return None  # `维修费谁出?` is not answered by who tells it
    if not (asked.expected in _WHAT and short and likely >= _SURE):
        return None
    return _first_clause(folded, piece)


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


def _first_clause(folded: str, piece: Span) -> Span:
    """Return a piece up to the first pause, where it goes on behind a semicolon."""
    if not _PART_END.search(folded, piece.start, piece.end - 1):
        return piece
    pause = PAUSE.search(folded, piece.start + 1, piece.end)
    return Span(piece.start, pause.start() if pause else piece.end)


def _best_of(fit: Sequence[Candidate], reading: SentenceReading) -> Span:
    """Return the candidate for which most speaks, by its form and by the reader together."""
    return max(fit, key=lambda one: _RULE_SHARE * one.gain + reading.piece_logit(one.span)).span


def _within_marks(sentence: str, piece: Span) -> Span:
    """Return `piece` without a quotation mark or bracket at its edge that has no other half.

    Nor with an ornament, or the mark that ends a clause. A title gets its other half, if that
    stands beside it: `《时代|》`.
    """
    start, end = piece.start, piece.end
    if sentence[start - 1 : start] == "《" and sentence[end - 1] == "》":
        start -= 1
    if sentence[start] == "《" and sentence[end : end + 1] == "》":
        end += 1
    for opening, closing in _PAIRS.items():
        told = sentence[start:end]
        if told.startswith(opening) and closing not in told:
            start += 1
        elif told.endswith(closing) and opening not in told:
            end -= 1
    while end - start > 1 and (_ORNAMENT.match(sentence[start]) or sentence[start].isspace()):
        start += 1
    while end - start > 1 and PAUSE.match(sentence[end - 1]):
        end -= 1
    return Span(start, end)


def _least_likely(asked: Sought, folded: str, piece: Span) -> float:
    """Return how likely a piece must be that is to answer as it is read.

    Who or which place is asked for is mostly told by name: what holds none must be the surer.
    """
    if asked.expected in STRICT:
        return math.inf
    is_person = asked.expected is Expected.PERSON
    spans = may_be_names(folded) if is_person else [one.span for one in candidates(asked, folded)]
    named = any(_touch(one, piece) for one in spans)
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
    if any(_touch(one, piece) for one, _ in numbers(asked.question, folded)):
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


def _as_name(asked: Sought, folded: str, piece: Span) -> Span | None:
    """Return `piece` as the name of a person or a place; None where it is none, or too long."""
    as_named = _as_person if asked.expected is Expected.PERSON else _as_place
    name = as_named(asked, folded, piece)
    return name if name and name.end - name.start <= _LONGEST_NAME else None


def _as_person(asked: Sought, folded: str, piece: Span) -> Span | None:
    """Return `piece` without what follows a name that it starts with: `傅采薇|介绍`.

    Nor with the end of a word before it: `师傅|雷若水`.
    """
    found = [one.span for one in candidates(asked, folded)]
    name = next((one for one in found if one.start == piece.start), piece)
    follows = _FOLLOWS_NAME.match(folded[name.end : piece.end]) or begins_word(folded, name.end)
    piece = name if follows else piece
    if not any(one.start == piece.start for one in found):
        within = (one for one in found if piece.holds(one))
        taken = (one for one in within if folded[one.start - 1] in "将把被")  # `用砖把|丁某|砸伤`
        piece = next(taken, piece)
        piece = next((one for one in found if _is_cut(folded, piece, one)), piece)
    is_nobody = is_place(folded, piece) and not any(one == piece for one in found)
    is_cut = not any(_touch(one, piece) for one in found)
    if is_cut and _word_start(folded, piece.start) < piece.start:  # `救|生艇上`
        return None
    if is_nobody or _NOBODY.search(folded, piece.start, piece.end):
        return None
    pause = PAUSE.search(folded, piece.start + 1, piece.end)
    piece = Span(piece.start, pause.start() if pause else piece.end)
    return _without_clause(folded, _without_verb(folded, piece))


def _without_verb(folded: str, piece: Span) -> Span:
    """Return a piece without a verb behind the name that it is: `许兰|任`."""
    runs_on = _RUNS_ON.search(folded[: piece.end + 1], piece.start)
    return Span(piece.start, runs_on.start()) if runs_on else piece


def _as_place(asked: Sought, folded: str, piece: Span) -> Span | None:
    """Return `piece` from where its word starts, without a label, and with its number and floor."""
    if _behind_digit(folded, piece):
        return None
    piece = _without_word_behind(asked, folded, piece)
    rate = _RATE.search(folded, piece.start + 1, piece.end)
    end = rate.start() if rate else piece.end
    label = _LABEL.match(folded, piece.start, end)
    start = label.end() if label else _word_start(folded, piece.start)
    into = _INTO.match(folded, start, end)
    place = Span(into.end() if into else start, end_within(folded, end))
    return end_of_change(asked.question, folded, place)


def _behind_digit(folded: str, piece: Span) -> bool:
    """Return whether a piece begins in the midst of what is counted: `6|家实验室`."""
    return folded[piece.start - 1 : piece.start].isdigit()


def _without_word_behind(asked: Sought, folded: str, piece: Span) -> Span:
    """Return a place without a character behind it that begins the next word: `南岭完小|教`."""
    named = (one.span for one in candidates(asked, folded) if one.span.start == piece.start)
    return next((one for one in named if one.end == piece.end - 1), piece)


def _without_clause(folded: str, piece: Span) -> Span:
    """Return a person without what tells of the person before: `患白血病的|父亲梁国栋`."""
    start = folded.rfind("的", piece.start, piece.end) + 1
    return Span(start, piece.end) if piece.end - start >= _A_WORD and start else piece


def _word_start(folded: str, place: int) -> int:
    """Return where the word starts that `place` is within: `观塘|社区中心`."""
    return next((start for start, end in word_places(folded) if start < place < end), place)


def _is_cut(folded: str, piece: Span, name: Span) -> bool:
    """Return whether `piece` ends within `name`, or begins with the end of a word before it.

    Or is the name without its surname.
    """
    within_word = _word_start(folded, piece.start) < piece.start
    after = folded[name.end : piece.end]
    lacks_surname = name.start == piece.start - 1 and (not after or _FOLLOWS_NAME.match(after))
    ends_within = name.start < piece.end < name.end and name.start - piece.start >= _A_WORD
    return bool(lacks_surname) or ends_within or (within_word and _touch(name, piece))


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


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
    fits = piece.holds(best) or (part and _touch(best, piece))
    longer = (piece.end - piece.start) - (best.end - best.start)
    whole = longer <= _LONGER_THAN_FORM and not _BREAK.search(folded, piece.start, piece.end)
    is_end = bool(range_gain(asked.question, best, folded))  # of a range, and an end is asked for
    is_whole = whole and not is_end and not _behind_digit(folded, piece)
    as_read = fits and asked.expected is not Expected.NUMBER and is_whole
    if not as_read:
        return best
    if asked.expected is Expected.DATE and _OF_TODAY.search(folded, 0, piece.end):
        return None
    return _without_verb(folded, piece) if asked.expected is Expected.PERSON else piece
