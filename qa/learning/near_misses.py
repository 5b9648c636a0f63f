"""Makes questions that a text nearly answers: they ask of another thing of the same kind.

Of another person, place, year or work than the text tells of, or of the opposite. Another word is
not put in: one that is used alike asks the same, too often. Reading and abstaining learn from them,
and are measured on them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from qa.forms.opposites import OPPOSITES
from qa.forms.persons.people import people
from qa.text import fold

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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
_YEARS_APART = 12  # at most


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
    return chance.choice(made) if made else ""


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
