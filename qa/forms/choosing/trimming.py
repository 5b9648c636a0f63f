"""Trims a piece of a sentence to the person, the place or the clause that it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.forms.choosing.candidates import candidates
from qa.forms.persons.names import begins_word, chinese_names, is_place, titled
from qa.forms.places.localities import end_within
from qa.forms.quantities.changes import end_of_change
from qa.likeness import word_places
from qa.text import PAUSE
from qa.types import Expected, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.overlap import Sought

_LONGEST_NAME = 20
# `长江路|112号`, `文科最高分|661分`, `挎包|被抢`, which is nobody
_NOBODY = re.compile(r"\d(?![\d名位个岁人])|[《把]|被(?![害告捕])")

# `哪里|人`, whom `江西南昌|人` answers
_FROM_WHERE = re.compile(r"(?:哪[里儿国]|哪一?个?(?:国家|[省市县])|什么地方)的?人")

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
# `用砖|把|丁某砸伤`: what stands before whom something is done to
_TAKES_NAME = ("将", "把", "被")

_PART_END = re.compile(r"[;；]")
_A_WORD = 2  # characters
_PAIRS = {"“": "”", "‘": "’", "《": "》", "（": "）", "(": ")", "「": "」", "『": "』", "【": "】"}


def first_clause(folded: str, piece: Span) -> Span:
    """Return a piece up to the first pause, where it goes on behind a semicolon."""
    if not _PART_END.search(folded, piece.start, piece.end - 1):
        return piece
    pause = PAUSE.search(folded, piece.start + 1, piece.end)
    return Span(piece.start, pause.start() if pause else piece.end)


def within_marks(sentence: str, piece: Span) -> Span:
    """Return `piece` without a quotation mark or bracket at its edge that has no other half.

    Nor with an ornament, or the mark that ends a clause. What lacks the other half of a mark gets
    it, if that stands beside it: `《时代|》`, `“|称心如意”的意思`.
    """
    start, end = piece.start, piece.end
    for opening, closing in _PAIRS.items():
        told = sentence[start:end]
        is_title = opening == "《"
        if sentence[start - 1 : start] == opening and _ends_more(told, opening, closing, is_title):
            start -= 1
        elif sentence[end : end + 1] == closing and _ends_more(
            told[::-1], closing, opening, is_title
        ):
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


def _ends_more(told: str, opening: str, closing: str, is_title: bool) -> bool:
    """Return whether a text closes a mark that it has not opened, at its end only if of a title."""
    closed = told.find(closing)
    return 0 <= closed < len(told) - (not is_title) and opening not in told[:closed]


def as_name(asked: Sought, folded: str, piece: Span) -> Span | None:
    """Return `piece` as the name of a person or a place; None where it is none, or too long."""
    as_named = _as_person if asked.expected is Expected.PERSON else _as_place
    name = as_named(asked, folded, piece)
    return name if name and name.end - name.start <= _LONGEST_NAME else None


def _as_person(asked: Sought, folded: str, piece: Span) -> Span | None:
    """Return `piece` as the name of a person in it; None where it is of nobody, or cut."""
    found = [one.span for one in candidates(asked, folded)]
    piece = _nearest_name(folded, piece, found)
    is_nobody = is_place(folded, piece) and not any(one == piece for one in found)
    is_cut = not any(one.overlaps(piece) for one in found)
    if is_cut and _word_start(folded, piece.start) < piece.start:  # `救|生艇上`
        return None
    if is_nobody or _NOBODY.search(folded, piece.start, piece.end):
        return None
    pause = PAUSE.search(folded, piece.start + 1, piece.end)
    piece = Span(piece.start, pause.start() if pause else piece.end)
    return _without_clause(folded, without_verb(folded, piece))


def _nearest_name(folded: str, piece: Span, found: Sequence[Span]) -> Span:
    """Return `piece` without what follows a name that it starts with: `傅采薇|介绍`.

    Nor with the end of a word before it: `师傅|雷若水`. Of those `found`, it is whom somebody does
    something to: `用砖把|丁某|砸伤`.
    """
    name = next((one for one in found if one.start == piece.start), piece)
    follows = _FOLLOWS_NAME.match(folded[name.end : piece.end]) or begins_word(folded, name.end)
    piece = name if follows else piece
    if piece in found:
        return piece
    if whole := next((one for one in found if one.start == piece.start), None):
        return whole if whole.end > piece.end else piece  # `郑亚|发`
    within = (one for one in found if piece.holds(one))
    taken = next((one for one in within if folded.endswith(_TAKES_NAME, 0, one.start)), piece)
    return next((one for one in found if _is_cut(folded, taken, one)), taken)


def without_verb(folded: str, piece: Span) -> Span:
    """Return a piece without a verb behind the name that it is: `许兰|任`."""
    runs_on = _RUNS_ON.search(folded[: piece.end + 1], piece.start)
    return Span(piece.start, runs_on.start()) if runs_on else piece


def _as_place(asked: Sought, folded: str, piece: Span) -> Span | None:
    """Return `piece` from where its word starts, without a label, and with its number and floor."""
    if begins_in_number(folded, piece) or _ends_with_person(folded, piece):
        return None
    if folded.startswith("原因", piece.end - 1):  # `因个人原|因`, which is no plain
        return None
    piece = _without_word_behind(asked, folded, piece)
    rate = _RATE.search(folded, piece.start + 1, piece.end)
    end = rate.start() if rate else piece.end
    if folded[end - 1] == "人" and _FROM_WHERE.search(asked.question):
        end -= 1
    label = _LABEL.match(folded, piece.start, end)
    start = label.end() if label else _word_start(folded, piece.start)
    into = _INTO.match(folded, start, end)
    place = Span(into.end() if into else start, end_within(folded, end))
    return end_of_change(asked.question, folded, place)


def _ends_with_person(folded: str, piece: Span) -> bool:
    """Return whether a piece ends with the name of somebody, told to be so: `初二学生|鲍小燕`."""
    named = (one for one in chinese_names(folded) if one.end == piece.end)
    return any(titled(folded, one) for one in named if one.start > piece.start)


def begins_in_number(folded: str, piece: Span) -> bool:
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
    return bool(lacks_surname) or ends_within or (within_word and name.overlaps(piece))
