"""A question of a conversation is made to stand alone."""

import pytest

from qa.answering import stand_alone

CHAIR = [("铜冶镇工会主席是谁?", "李爱民。\n铜冶镇工会主席李爱民介绍了情况。[1]")]
PARK = [("苇荡湿地公园什么时候开园?", "6月1日。")]
SHOTS = [("截至8月31日累计接种了多少剂次?", "85.14万剂次。")]


def test_first_question_is_returned_as_it_is() -> None:
    assert stand_alone("铜冶镇工会主席是谁?", []) == "铜冶镇工会主席是谁?"


@pytest.mark.parametrize("pronoun", ["他", "她"])
def test_pronoun_stands_for_the_person_of_the_last_answer(pronoun: str) -> None:
    assert stand_alone(f"{pronoun}说了什么?", CHAIR) == "李爱民说了什么?"


def test_thing_stands_for_what_was_asked_about() -> None:
    assert stand_alone("它占地多大?", PARK) == "苇荡湿地公园占地多大?"


def test_question_that_goes_on_is_given_its_subject() -> None:
    assert stand_alone("那后来开了吗?", PARK) == "苇荡湿地公园后来开了吗?"


def test_question_that_is_only_a_verb_is_given_its_subject() -> None:
    assert stand_alone("为什么推迟?", PARK) == "苇荡湿地公园为什么推迟?"


def test_ellipsis_asks_the_last_question_of_something_else() -> None:
    assert stand_alone("那第一针呢?", SHOTS) == "截至8月31日累计接种了多少剂次,第一针?"


def test_new_topic_takes_nothing_from_the_conversation() -> None:
    assert stand_alone("换个话题,18路末班车几点?", PARK) == "18路末班车几点?"


@pytest.mark.parametrize(
    "question", ["殷都区有多少个接种点?", "18路公交车末班车几点?", "市图书馆几点关门?"]
)
def test_whole_question_takes_nothing_from_the_conversation(question: str) -> None:
    assert stand_alone(question, PARK) == question


def test_pronoun_is_followed_through_several_turns() -> None:
    history = [*CHAIR, ("他说了什么?", "公园里设了展牌。")]
    assert stand_alone("那后来呢?", history).startswith("李爱民")


def test_word_with_a_pronoun_in_it_is_left_alone() -> None:
    assert stand_alone("其他村民领到补贴了吗?", PARK).count("苇荡") <= 1
    assert "其他村民" in stand_alone("镇上其他村民领到补贴了吗?", PARK)
