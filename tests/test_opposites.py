"""What a clause tells of one side answers no question about the other."""

import pytest

from qa.forms.opposites import without_denied, without_opposites
from tests.building import short_answer


@pytest.mark.parametrize(
    ("question", "short"), [("男子组冠军是谁?", "罗明远"), ("女子组冠军是谁?", "陶静怡")]
)
def test_answer_is_of_the_side_that_is_asked_about(question: str, short: str) -> None:
    sentence = "男子组冠军由罗明远夺得;女子组冠军由陶静怡夺得。"
    assert short_answer(question, sentence) == short


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("女子组冠军是谁?", "男子组冠军由陈晓川夺得。"),
        ("女子组冠军是谁?", "男子组、女子组冠军分别是陈晓川、陶静怡。"),
        ("冠军是谁?", "冠军陈晓川击败了亚军罗明远。"),
    ],
)
def test_clause_stays_that_has_both_or_that_none_is_beside(question: str, sentence: str) -> None:
    assert without_opposites(question, sentence) == sentence


def test_what_is_not_so_is_left_out_where_what_is_so_follows() -> None:
    sentence = "他最担心的不是价钱,而是请工难。"
    assert without_denied("他最担心什么?", sentence) == "他最担心的    ,而是请工难。"
    assert without_denied("他不担心什么?", sentence) == sentence


def test_what_is_denied_stays_where_nothing_else_is_told() -> None:
    assert without_denied("他担心什么?", "他担心的不是价钱。") == "他担心的不是价钱。"
