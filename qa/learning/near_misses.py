"""Makes questions that a text nearly answers: they ask of another thing of the same kind.

Of another person, place, year or work than the text tells of, of the opposite, or of a word that
stands in like surroundings. Reading and abstaining learn from them, and are measured on them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from embeddings import bundled_encoder, unit_rows
from qa.forms.opposites import OPPOSITES
from qa.forms.persons.people import people
from qa.overlap import content
from qa.text import fold

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from qa.likeness import Floats

_HAN = "\u4e00-\u9fff"
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?=年)")
_ORDINAL = re.compile(r"(?<=第)[一二三四五六七八九十]+")
_THINGS = {
    "work": re.compile(r"(?<=[《“「])[^》”」]{2,}(?=[》”」])"),
    "foreign name": re.compile(rf"[{_HAN}]{{2,}}(?:·[{_HAN}]+)+"),
    "latin": re.compile(r"[a-z][a-z .-]{2,}[a-z]"),
    **{
        end: re.compile(rf"(?<![{_HAN}])[{_HAN}]{{2,4}}?{end}|(?<=[在于到是])[{_HAN}]{{2,4}}?{end}")
        for end in "省市县区镇乡村街路国岛河山湖寺站"
    },
}
# What is not told of the one where it is told of the other, though both may be
_ALSO_OPPOSITES = tuple(
    tuple(group.split())
    for group in (
        "第一 第二 第三",
        "开始 结束",
        "成立 解散",
        "出生 去世 结婚",
        "首次 再次",
        "之前 之后",
        "城市 农村",
        "作者 主演 导演 译者",
        "首都 面积 人口",
        "校长 教师",
        "书记 镇长 主任 会长",
    )
)
_ASKING = frozenset("哪什何几多谁怎为个")
_LIGHTEST = 1.5  # length of the row of a piece that tells something
_YEARS_APART = 12  # at most
_A_THING = 0.5  # of the questions in which a thing is named
_NEAR = 60  # pieces that are looked at
_ALTERNATIVES = 8
_LEAST_ALIKE, _MOST_ALIKE = 0.3, 0.75  # cosines


class Things:
    """What questions name, by kind: what stands in for another of its kind."""

    def __init__(self, questions: Iterable[str]) -> None:
        found: dict[str, set[str]] = defaultdict(set)
        for question in questions:
            for kind, _, thing in _named(fold(question)):
                found[kind].add(thing)
        self._of: Mapping[str, Sequence[str]] = {kind: sorted(all_) for kind, all_ in found.items()}

    def another(self, kind: str, thing: str, chance: random.Random) -> str:
        """Return another thing of a kind, "" where none is known; of like length, if it can be."""
        others = [one for one in self._of.get(kind, ()) if one not in thing and thing not in one]
        alike = [one for one in others if abs(len(one) - len(thing)) <= 1]
        return chance.choice(alike or others) if others else ""


def near_miss(question: str, things: Things, chance: random.Random) -> str:
    """Return `question` asked of another thing, folded; "" where nothing in it can be another."""
    folded = fold(question)
    made = list(_with_another_thing(folded, things, chance))
    word = _with_another_word(folded, chance)
    if made and (not word or chance.random() < _A_THING):
        return chance.choice(made)
    return word


def _with_another_thing(question: str, things: Things, chance: random.Random) -> Iterator[str]:
    for kind, start, thing in _named(question):
        if other := things.another(kind, thing, chance):
            yield f"{question[:start]}{other}{question[start + len(thing) :]}"
    for found in _YEAR.finditer(question):
        year = int(found.group()) + chance.choice((-1, 1)) * chance.randint(1, _YEARS_APART)
        yield _replaced(question, found, str(year))
    for found in _ORDINAL.finditer(question):
        others = [one for one in "二三四五六七八九" if one != found.group()]
        yield _replaced(question, found, chance.choice(others))
    for group in (*OPPOSITES, *_ALSO_OPPOSITES):
        for word in group:
            if word in question:
                yield question.replace(word, chance.choice([one for one in group if one != word]))


def _replaced(question: str, found: re.Match[str], other: str) -> str:
    return f"{question[: found.start()]}{other}{question[found.end() :]}"


def _named(question: str) -> Iterator[tuple[str, int, str]]:
    """Yield the things that a folded question names: their kind, where they start, and they."""
    for kind, pattern in _THINGS.items():
        for match in pattern.finditer(question):
            if not _ASKING & set(match.group()):
                yield kind, match.start(), match.group()
    for person in people(question):
        yield "person", question.index(person), person


def _with_another_word(question: str, chance: random.Random) -> str:
    """Return `question` with a word of its content replaced by one that is used alike."""
    asked = content(question)
    encoding = bundled_encoder().tokenizer.encode(question, add_special_tokens=False)
    pieces = list(zip(encoding.ids, encoding.offsets, strict=True))
    chance.shuffle(pieces)
    for piece, (start, end) in pieces:
        word = question[start:end]
        others = _used_alike(piece, word) if word in asked and _tells(word) else ()
        if others:
            return f"{question[:start]}{chance.choice(others)}{question[end:]}"
    return ""


def _tells(word: str) -> bool:
    return bool(re.fullmatch(rf"[{_HAN}]{{2,}}", word)) and not _ASKING & set(word)


@cache
def _used_alike(piece: int, word: str) -> tuple[str, ...]:
    """Return words that stand where `word` does and have no character in common with it.

    Words of one meaning mostly have one in common.
    """
    rows, words = _unit_pieces(), _pieces()
    if np.linalg.norm(bundled_encoder().rows[piece]) < _LIGHTEST:
        return ()
    cosines = rows @ rows[piece]
    near = np.argsort(-cosines)[1:_NEAR]
    return tuple(
        words[one]
        for one in near
        if _LEAST_ALIKE <= cosines[one] <= _MOST_ALIKE
        and _tells(words[one])
        and not set(words[one]) & set(word)
    )[:_ALTERNATIVES]


@cache
def _unit_pieces() -> Floats:
    return unit_rows(bundled_encoder().rows)


@cache
def _pieces() -> list[str]:
    tokenizer = bundled_encoder().tokenizer
    pieces = (tokenizer.id_to_token(one) for one in range(tokenizer.get_vocab_size()))
    return [(piece or "").lstrip("▁") for piece in pieces]
