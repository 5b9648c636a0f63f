"""What a question and a text have in common, counted in ways that a model can weigh."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, TypeAlias

from qa.dates.words import NOW
from qa.text import fold, terms
from qa.types import Expected

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence

    from qa.types import Query

# Gives the inverse document frequencies of search terms
Rarities: TypeAlias = "Callable[[Iterable[str]], dict[str, float]]"

# `那个|公园`, `这次|展会`
POINTING = r"[这那][些个位家次座场条所]"

# That the newest is asked for: `后来开了吗`, `现在几点`, but not `出现在哪里`, `最后一班`
NEWEST = (
    rf"后来|{NOW}|至今|最新|最近(?=的?一[次场轮届回批])"
    r"|最终|最后(?![一两三几])"
)

# What asks or points and is not looked for: `什么时候`, `多少`, `谁`, `那个`, `吗?`
_ASKING = re.compile(
    r"请问|为什么|为何|什么时候|何时|什么地方|什么|多少|哪[些个位里儿年月日天]|谁|几[个名位年月日天次]"
    r"|怎么样?|怎样|如何|多(?:[久长高远]|大(?!学))|[吗呢?？]|是不是|有没有|是否"
    rf"|{POINTING}"
    # but not `春节后|来了`, `后来|者`
    r"|(?<![节会饭课赛战假])后来(?![访者宾客到])"
)

# `报|的|警`, `结|的|婚`: one word, parted
_PARTED = re.compile(
    r"(?P<verb>[报结离签入参停开毕退住出动完竣通落获断失起])[的了过](?P<what>[警婚约党军水电气业学休院狱馆工车奖户火])(?![员察民人费校士厂程辆位])"
)

# `85.14`, `1189`, `covid`: what must be the same to the letter
_EXACT = re.compile(r"\d+(?:\.\d+)?|[a-z]{2,}")

# `“第一针”`, `《安全生产法》`
_QUOTED = re.compile(r"[“《「『‘]([^”》」』’]{2,})[”》」』’]")

# What an answer of each kind looks like: `85.14万剂次`, `8月31日`, `在铜冶镇`, `因为`
ANSWERS = {
    Expected.NUMBER: re.compile(r"[\d〇一二三四五六七八九十百千万两]+(?:\.\d+)?[^\d,。]"),
    Expected.DATE: re.compile(
        r"[\d〇一二三四五六七八九十]+(?:年|月|日|号|时|点)|昨日|今日|昨天|今天"
    ),
    Expected.PLACE: re.compile(r"[在于位往到][^,。,]{0,12}|[省市区县镇乡村街路]"),
    Expected.REASON: re.compile(r"因为?|由于|为了|旨在|所以|因此"),
}


@dataclass(frozen=True, slots=True)
class Sought:
    """What of a question is looked for in a text."""

    question: str  # folded
    text: str  # the question without the words that only ask or point
    terms: dict[str, float]  # with their rarity
    characters: dict[str, float]  # with the rarity of their rarest term
    exact: tuple[str, ...]  # numbers and Latin words
    quoted: tuple[str, ...]  # what stands in quotation marks
    expected: Expected


def content(question: str) -> str:
    """Return `question`, folded, without the words that only ask or point: a space for each.

    Verbs that are parted there are whole: `报警` for `报的警`.
    """
    return _ASKING.sub(" ", _PARTED.sub(r"\g<verb>\g<what>", fold(question)))


def sought(query: Query, rarities: Rarities) -> Sought:
    """Return what `query` looks for; `rarities` gives the weight of its search terms."""
    text = content(query.text)
    weights = rarities(terms(text))
    characters: dict[str, float] = {}
    for term, weight in weights.items():
        for character in term:
            characters[character] = max(weight, characters.get(character, 0.0))
    exact, quoted = tuple(_EXACT.findall(text)), tuple(_QUOTED.findall(fold(query.text)))
    return Sought(fold(query.text), text, weights, characters, exact, quoted, query.expected)


def share(weights: dict[str, float], text: str, empty: float = 0.0) -> float:
    """Return the share of the weights whose keys stand in `text`; `empty` if there are none."""
    total = sum(weights.values())
    return weight_in(weights, text) / total if total else empty


def weight_in(weights: dict[str, float], text: str) -> float:
    """Return the sum of the weights whose keys stand in `text`."""
    # a list is summed in half the time of a generator, and this is done a thousand times a question
    return sum([w for key, w in weights.items() if key in text])


def held(weights: dict[str, float], whole: Container[str]) -> dict[str, float]:
    """Return those of the weights whose keys are in `whole`: a text, or keys of others."""
    return {key: w for key, w in weights.items() if key in whole}


def evenly(keys: tuple[str, ...]) -> dict[str, float]:
    """Return keys that all weigh the same."""
    return dict.fromkeys(keys, 1.0)


def longest_common(question: str, text: str) -> int:
    """Return the length of the longest piece of `question` that stands in `text`."""
    longest = 0
    for start in range(len(question)):
        while start + longest < len(question) and question[start : start + longest + 1] in text:
            longest += 1
    return longest


def shared_start(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many characters two texts, or pieces two lists, begin with alike."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in same)


def shared_end(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many characters two texts, or pieces two lists, end with alike."""
    return shared_start(one[::-1], other[::-1])


def holds_rarest(sought: Sought, found: dict[str, float]) -> bool:
    """Return whether `found`, terms that a text holds, has one of the rarest of those sought."""
    rarest = max(sought.terms.values(), default=0.0)
    return max(found.values(), default=-1.0) >= 0.9 * rarest
