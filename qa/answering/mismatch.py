"""Tells where a text speaks of another thing of the kind that is asked about.

What is told of the bus 18, of the second dose or of one town answers no question about the bus 28,
the third dose or another town, however much the words around are the same.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa.answering.claims import people
from qa.answering.subjects import distinctive, person_named
from qa.passages import title_line
from qa.text import fold, terms

if TYPE_CHECKING:
    from qa.answering.evidence import Evidence
    from qa.overlap import Sought

# `28路`, `3号楼`: things that are told apart by their number
_NUMBERED = re.compile(r"\d+(?:路|号(?:楼|线|院)|届|栋|中学|小学)")

# `第三|针`, `第12|届`; the first of something is often called otherwise
_ORDINAL = re.compile(
    r"第(?!一[^百千]|1\D)(?P<number>[二三四五六七八九十百\d]+)(?P<of>[\u4e00-\u9fff])"
)
_DIGITS = "〇一二三四五六七八九"

# Places of one level, by how their names end
_LEVELS = ("镇|乡|街道", "村|社区", "区|县")
# `全镇`, `各街道`: no names
_NO_NAME = "全各本该我在这那每两几一个多到和与及等乡城市新老小大"


def is_of_another(asked: Sought, whole: str) -> bool:
    """Return whether a folded article lacks the thing that the question names or numbers."""
    about = terms(distinctive(asked.question))
    if about and not any(term in whole for term in about):
        return True
    if any(thing not in whole for thing in _NUMBERED.findall(asked.question)):
        return True
    ordinals = _ORDINAL.finditer(asked.question)
    return any(not any(one in whole for one in _spelled(found)) for found in ordinals)


def _spelled(ordinal: re.Match[str]) -> tuple[str, ...]:
    """Return an ordinal as printed in either kind of figures: `第三针`, `第3针`."""
    number, of = ordinal["number"], ordinal["of"]
    if number.isdigit():
        other = _DIGITS[int(number)] if int(number) < len(_DIGITS) else number
    else:
        other = str(_DIGITS.find(number)) if number in _DIGITS else number
    return f"第{number}{of}", f"第{other}{of}"


def is_of_another_one(asked: Sought, one: Evidence) -> bool:
    """Return whether a sentence names a person or a place other than the one asked about.

    What its title or its passage names counts as named.
    """
    person, places = _named(asked.question)
    if not person and not places:
        return False
    title = fold(title_line(one.hit.article))
    around = f"{title}\n{fold(one.hit.passage.text)}"
    told = f"{title}\n{fold(one.text)}"
    if person and person not in around and (person not in one.hit.article.text or people(told)):
        return True
    return any(
        not any(place in around for place in wanted) and bool(_places(told, level))
        for level, wanted in places
    )


@lru_cache
def _named(question: str) -> tuple[str, tuple[tuple[str, frozenset[str]], ...]]:
    """Return the person that a question is about, and the places that it names of each level."""
    person = person_named(question)
    if any(_places(person, level) for level in _LEVELS):  # `石鼓乡`: 石 is a family name as well
        person = ""
    by_level = ((level, _places(question, level)) for level in _LEVELS)
    return person, tuple((level, places) for level, places in by_level if places)


def _places(text: str, level: str) -> frozenset[str]:
    """Return how the names of places of a level end, with the two characters before: `铜冶镇`."""
    return frozenset(re.findall(rf"(?=([\u4e00-\u9fff][^\W{_NO_NAME}](?:{level})))", text))
