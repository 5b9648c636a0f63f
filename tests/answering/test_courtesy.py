"""What asks nothing of the paper gets a word on what can be asked, and no quote."""

import pytest

from qa.answering.courtesy import courtesy
from qa.questions.courtesies import without_courtesies
from qa.questions.understand import understand


@pytest.mark.parametrize(
    "said",
    [
        "谢谢",
        "谢谢您!",
        "你好",
        "你好,谢谢!",
        "好的,知道了",
        "你是谁?",
        "还有呢?",
        "???",
        "hello",
        "Thank you!",
    ],
)
def test_courtesies_are_no_questions(said: str) -> None:
    reply = courtesy(understand(said))
    assert reply
    assert reply.abstained
    assert not reply.citations


@pytest.mark.parametrize(
    "asked",
    [
        "谁向社区道谢?",
        "好的学校有几所?",
        "你好超市几点开门?",
        "还有几部电梯在施工?",
        "help for farmers?",
        "再见楼兰是谁写的?",
    ],
)
def test_questions_with_such_words_are_questions(asked: str) -> None:
    assert courtesy(understand(asked)) is None


def test_thanks_are_thanks_after_a_question_too() -> None:
    told = [("苇荡湿地公园什么时候开园?", "6月1日。")]
    assert courtesy(understand("谢谢!", told))
    assert courtesy(understand("还有呢?", told)) is None


def test_long_run_of_sounds_is_read_at_once() -> None:
    assert courtesy(understand("嗯" * 200 + "公园几点开门?")) is None


def test_english_is_answered_in_english() -> None:
    reply = courtesy(understand("hello"))
    assert reply
    assert reply.text.isascii()


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("你好,公园几点开门?", "公园几点开门?"),
        ("好的,谢谢!那票价呢?", "那票价呢?"),
        ("好的谢谢,那票价呢?", "那票价呢?"),
        ("好的学校有几所?", "好的学校有几所?"),
        ("help for farmers?", "help for farmers?"),
    ],
)
def test_question_is_what_follows_a_courtesy_and_a_pause(said: str, asked: str) -> None:
    assert without_courtesies(said) == asked
