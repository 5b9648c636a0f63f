"""A batch holds questions of all kinds, and twins, of which one alone is answered, side by side."""

from __future__ import annotations

import random

import numpy as np

from qa.learning.batches import Batch, Example, batches, shown, twins
from qa.reading.inputs import ReadText
from qa.types import Span

ANSWER = Span(0, 1)


def read(text: str) -> ReadText:
    codes = np.array(list(map(ord, text)), np.int64)
    nothing = np.zeros((len(text), 0), np.float32)
    return ReadText(codes, codes * 0, nothing, codes * 0, nothing)


def example(question: str, *passages: str, answered: bool = True, made: bool = False) -> Example:
    texts = tuple(map(read, passages))
    answers = tuple((ANSWER,) if answered and not place else () for place in range(len(texts)))
    return Example(read(question), texts, answers, made)


PARK = example("滨河公园多大?", "滨河公园占地3公顷。")
OTHER_PARK = example("滨江公园多大?", "滨河公园占地3公顷。", answered=False)
PRICE = example("门票几块钱?", "门票30元。", answered=False)
MADE = example("公园占地多少?", "公园占地3公顷。", made=True)


def first_batch(*examples: Example) -> Batch:
    return next(batches(examples, 0, random.Random(1)))


def test_twin_is_the_neighbour_asked_of_the_same_passage_that_is_worded_most_alike() -> None:
    fee = example("公园门票几块钱?", "滨河公园占地3公顷。", answered=False)
    assert twins([PARK, fee, OTHER_PARK]) == [(PARK, OTHER_PARK)]


def test_question_asked_of_another_passage_is_no_twin() -> None:
    elsewhere = example("滨江公园多大?", "今日多云。", answered=False)
    assert twins([PARK, elsewhere]) == []


def test_twin_is_the_twin_of_one_alone() -> None:
    again = example("滨河公园有多大?", "滨河公园占地3公顷。")
    assert twins([PARK, OTHER_PARK, again]) == [(PARK, OTHER_PARK)]


def test_twins_stand_side_by_side_in_a_batch() -> None:
    found = list(first_batch(PARK, OTHER_PARK, MADE).examples)
    places = [place for place, one in enumerate(found[:-1]) if one is PARK]
    assert any(found[place + 1] is OTHER_PARK for place in places)


def test_batch_is_of_sixteen_questions_of_all_kinds() -> None:
    found = first_batch(PARK, OTHER_PARK, PRICE, MADE).examples
    assert len(found) == 16
    assert sum(one.made for one in found) == 1
    assert sum(not one.answered for one in found) == 7


def test_batch_is_of_sixteen_questions_where_there_are_no_twins() -> None:
    found = first_batch(PARK, PRICE, MADE).examples
    assert len(found) == 16
    assert sum(not one.answered for one in found) == 3


def test_first_batches_are_mostly_of_questions_made_by_rule() -> None:
    found = next(batches([PARK, PRICE, MADE], 1, random.Random(1))).examples
    assert sum(one.made for one in found) == 10


def test_passage_that_answers_is_shown_first() -> None:
    two = example("多大?", "公园占地3公顷。", "今日多云。")
    seen = [shown(two, 2, random.Random(seed)) for seed in range(20)]
    assert [0, 1] in seen
    assert all(places in ([0, 1], [1]) for places in seen)  # at times without it


def test_one_passage_alone_is_the_one_that_answers_or_another() -> None:
    two = example("多大?", "公园占地3公顷。", "今日多云。")
    assert {tuple(shown(two, 1, random.Random(seed))) for seed in range(20)} == {(0,), (1,)}
