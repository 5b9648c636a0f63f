"""A near miss asks of another thing of the same kind than the question that it is made of."""

from __future__ import annotations

import random

from qa.learning.near_misses import Things, near_miss


def made_of(question: str, *others: str) -> set[str]:
    """Return what is made of a question over many tries."""
    things = Things([question, *others])
    return {near_miss(question, things, random.Random(seed)) for seed in range(40)}


def test_year_gives_way_to_another_year() -> None:
    made = made_of("1998年谁得了奖?")
    assert any(one[:4].isdigit() and one[:4] != "1998" for one in made)


def test_title_gives_way_to_a_title_that_another_question_names() -> None:
    assert "《问天》的作者是谁?" in made_of("《山路》的作者是谁?", "《问天》是哪年写的?")


def test_place_gives_way_to_a_place_of_the_same_level() -> None:
    made = made_of("铜冶镇有多少人?", "石鼓乡在哪里?", "水冶镇在哪里?")
    assert "水冶镇有多少人?" in made
    assert not any("石鼓乡" in one for one in made)


def test_word_gives_way_to_its_opposite() -> None:
    assert any("女子" in one for one in made_of("男子百米谁赢了?"))


def test_word_gives_way_to_no_other_that_may_mean_the_same() -> None:
    assert made_of("谁参加了围棋比赛?") == {""}


def test_what_only_asks_is_left_as_it_is() -> None:
    assert all(one.endswith("是谁?") for one in made_of("馆长是谁?") if one)


def test_nothing_is_made_of_a_question_that_names_nothing() -> None:
    assert made_of("谁?") == {""}


def test_same_chance_makes_the_same() -> None:
    assert made_of("1998年谁得了奖?") == made_of("1998年谁得了奖?")
