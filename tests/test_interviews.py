"""Questions that an article prints are found together with their answers."""

from __future__ import annotations

import pytest

from qa.interviews import asking_sentence, exchanges, question_over


def found(text: str) -> list[tuple[str, str]]:
    return [
        (
            text[one.question.start : one.question.end],
            text[one.answer.start : one.answer.end],
        )
        for one in exchanges(text)
    ]


@pytest.mark.parametrize(
    ("asks", "replies"),
    [
        ("问:几点开门?", "答:八点。"),
        ("问：工资被拖欠，我该找谁。", "答：可以找劳动监察大队。"),
        ("记者:退休后怎么领?", "陈立群:可以分月领。"),
        ("Q1:能退票吗?", "A1:开演前能退。"),
        ("■市民问:夜里停水吗?", "水务公司答复:不停。"),
    ],
)
def test_labelled_question_is_answered_by_the_next_paragraph(asks: str, replies: str) -> None:
    assert found(f"开馆在即。\n{asks}\n{replies}") == [(asks, replies)]


def test_answer_reaches_to_the_next_question() -> None:
    text = "问:几点开门?\n答:八点。\n周一闭馆。\n问:要预约吗?\n答:不用。"
    assert found(text) == [("问:几点开门?", "答:八点。\n周一闭馆。"), ("问:要预约吗?", "答:不用。")]


def test_question_and_answer_may_stand_on_one_line() -> None:
    assert found("问:几点开门? 答:八点。") == [("问:几点开门?", "答:八点。")]


def test_headings_that_ask_are_questions() -> None:
    text = "谁能申领?\n失业一年以上的居民。\n每月领多少?\n800元。"
    assert [asks for asks, _ in found(text)] == ["谁能申领?", "每月领多少?"]


def test_one_question_by_the_way_is_none() -> None:
    assert not found("公园停工了。\n钱去哪儿了?\n没有人说得清。")


def test_question_without_an_answer_is_none() -> None:
    assert not found("欢迎来信。\n问:几点开门?")


def test_text_without_questions_has_none() -> None:
    assert not found("公园动工了。\n八月开放。")


def test_what_tells_of_the_asker_is_no_part_of_the_asking_sentence() -> None:
    text = "问:我今年52岁,下岗多年。还能参加社保吗?\n答:能。"
    (one,) = exchanges(text)
    asking = asking_sentence(text, one.question)
    assert text[asking.start : asking.end] == "还能参加社保吗?"


def test_question_over_a_place_is_the_one_whose_answer_holds_it() -> None:
    text = "问:几点开门?\n答:八点。\n周一闭馆。"
    question = question_over(text, text.index("周一"))
    assert question
    assert text[question.start : question.end] == "问:几点开门?"
    assert question_over(text, 0) is None


@pytest.mark.parametrize(
    "text",
    [
        "[问] 免费吗?\n[答] 第一针免费。",
        "患者　喝骨头汤能补吗?\n医生　不能。",
        "一问 几岁矫正最好?\n十二岁前后。",
        "◆ 居民医保今年交多少\n每人400元。",
        "●今年招多少人?\n项文澜:4860人。",
        "头孢吃完几天能喝酒?　至少7天。",
        "读者问:氨糖要不要吃?(石灰窑街 老魏)\n专家答:可以吃。",
    ],
)
def test_question_is_found_in_many_settings(text: str) -> None:
    assert len(found(text)) == 1
