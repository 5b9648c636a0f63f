"""What the reader's network is shown at a time: questions with passages that may answer them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain, count, islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Iterator, Sequence

    from qa.reading.inputs import ReadText
    from qa.types import Span

Item = TypeVar("Item")

MOST_TEXTS = 2  # passages of a question
_BATCH = 16  # questions
# Of a batch: questions made by rule, and ones that their passages do not answer; first and later.
_MADE, _UNANSWERED = (10, 1), (1, 3)
# And pairs of one that is answered and its twin that is not: what parts them is all there is to
# learn from both.
_TWINS = (0, 4)
_POOL = 16  # batches drawn together and parted by the length of their texts: less is padded
_ALONE = 0.72  # of batches show but one passage of each question, which takes half the time
_SILENT = 0.22  # of answered questions are shown without the passage that answers
_NEAR = 3  # examples on either side, among which the twin of one is looked for
_COMPARED = 3  # passages of both, one of which is the same


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A question, passages as they are read for it, and where in each the answers stand."""

    question: ReadText
    texts: tuple[ReadText, ...]
    answers: tuple[tuple[Span, ...], ...]
    made: bool  # by rule

    @property
    def answered(self) -> bool:
        """Whether one of the passages holds the answer."""
        return any(self.answers)


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Examples that are shown together, with so many passages of each at most."""

    examples: Sequence[Example]
    texts: int


def batches(examples: Sequence[Example], first: int, chance: random.Random) -> Iterator[Batch]:
    """Yield batches without end, the first so many mostly of questions made by rule."""
    made = _endless([one for one in examples if one.made], chance)
    asked = [one for one in examples if not one.made]
    answered = _endless([one for one in asked if one.answered], chance)
    unanswered = _endless([one for one in asked if not one.answered], chance)
    paired = twins(asked)
    pairs = _endless(paired, chance)
    for step in count(step=_POOL):
        late = step >= first
        of_pairs = _TWINS[late] if paired else 0
        rest = _BATCH - _MADE[late] - _UNANSWERED[late] - 2 * of_pairs
        counts = (made, _MADE[late]), (unanswered, _UNANSWERED[late]), (answered, rest)
        parts = [
            _parted_by_length([(one,) for one in islice(kind, _POOL * n)]) for kind, n in counts
        ]
        parts.append(_parted_by_length(list(islice(pairs, _POOL * of_pairs))))
        pool = [list(chain.from_iterable(batch)) for batch in zip(*parts, strict=True)]
        chance.shuffle(pool)
        yield from (Batch(one, 1 if chance.random() < _ALONE else MOST_TEXTS) for one in pool)


def twins(examples: Sequence[Example]) -> list[tuple[Example, Example]]:
    """Return pairs of neighbours that a passage is shown with, of which the first is answered.

    Of those that are not, its twin is the one that is worded most alike.
    """
    pairs = []
    paired: set[int] = set()
    for place, one in enumerate(examples):
        if not one.answered:
            continue
        passages = _passages(one)
        near = range(max(0, place - _NEAR), min(len(examples), place + _NEAR + 1))
        # Of one wording, only the passages tell them apart: the one that answers is taken away.
        likeness = {
            other: share
            for other in near
            if other not in paired
            and not examples[other].answered
            and not passages.isdisjoint(_passages(examples[other]))
            and (share := _likeness(one, examples[other])) < 1
        }
        if likeness:
            twin = max(likeness, key=likeness.__getitem__)
            paired.add(twin)
            pairs.append((one, examples[twin]))
    return pairs


def _passages(example: Example) -> set[bytes]:
    """Return the first passages of an example, as they are compared."""
    return {text.codes.tobytes() for text in example.texts[:_COMPARED]}


def _likeness(one: Example, other: Example) -> float:
    """Return which share of the characters of both questions they have in common."""
    mine, theirs = (Counter(question.codes.tolist()) for question in (one.question, other.question))
    return (mine & theirs).total() / (mine | theirs).total()


def _parted_by_length(groups: Iterable[Sequence[Example]]) -> list[list[Example]]:
    """Return groups of examples parted for the batches of a pool, first those of short texts."""
    ordered = sorted(groups, key=lambda group: max(map(_longest, group)))
    size = len(ordered) // _POOL
    return [
        list(chain.from_iterable(ordered[part * size : (part + 1) * size])) for part in range(_POOL)
    ]


def _longest(example: Example) -> int:
    """Return the length of the longest of the texts that may be shown first; nought if none is."""
    return max((len(text.codes) for text in example.texts[:MOST_TEXTS]), default=0)


def _endless(items: list[Item], chance: random.Random) -> Iterator[Item]:
    while items:
        chance.shuffle(items)
        yield from items


def shown(example: Example, most: int, chance: random.Random) -> list[int]:
    """Return which of the passages to show: one that answers or might, mostly, and others."""
    answering = [number for number, spans in enumerate(example.answers) if spans]
    others = [number for number, spans in enumerate(example.answers) if not spans]
    if others and chance.random() < _SILENT:
        return others[:most]
    first = answering[:1] or others[:1]
    others = [place for place in others if place not in first]
    return first + chance.sample(others, min(len(others), most - len(first)))
