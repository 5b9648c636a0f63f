"""Of a range, the end that is asked for answers; of a change, what is so now."""

import pytest

from qa.forms.pieces import answer_piece
from qa.overlap import sought
from qa.questions.understand import understand


def short_answer(question: str, sentence: str) -> str:
    asked = sought(understand(question), lambda terms: dict.fromkeys(terms, 2.0))
    span = answer_piece(asked, sentence, None)
    return sentence[span.start : span.end] if span else ""


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("儿科夜间门诊几点开诊?", "17时30分"),
        ("儿科夜间门诊到几点结束?", "23时"),
    ],
)
def test_end_of_a_range_that_is_asked_for_answers(question: str, short: str) -> None:
    assert short_answer(question, "儿科夜间门诊开诊时间为每天17时30分到23时。") == short


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("午餐价格是多少元?", "12元"),
        ("午餐价格原来是多少元?", "11元"),
    ],
)
def test_of_a_change_what_is_so_now_answers(question: str, short: str) -> None:
    assert short_answer(question, "午餐价格从每份11元涨到12元。") == short


@pytest.mark.parametrize(
    ("sentence", "short"),
    [
        ("午餐价格从每份11元涨到12元,涨了1元。", "1元"),
        ("午餐价格从每份11元涨到12元。", "11元涨到12元"),
    ],
)
def test_difference_answers_by_how_much_something_changed(sentence: str, short: str) -> None:
    assert short_answer("午餐价格涨了多少元?", sentence) == short


def test_what_was_planned_first_does_not_answer_when_it_will_be() -> None:
    sentence = "原定今年底通车的公路,推迟到2026年3月底。"
    assert short_answer("公路什么时候通车?", sentence) == "2026年3月底"


def test_end_of_a_range_may_stand_behind_a_comma() -> None:
    sentence = "休渔期从5月1日12时开始,到8月16日12时结束。"
    assert short_answer("休渔期到什么时候结束?", sentence) == "8月16日12时"


def test_new_time_answers_who_asks_when_it_closes() -> None:
    assert short_answer("图书馆几点闭馆?", "图书馆闭馆时间由18时延到22时。") == "22时"


def test_time_of_day_is_answered_by_one() -> None:
    sentence = "6月15日起,18路末班车改到21时30分。"
    assert short_answer("18路末班车改到几点?", sentence) == "21时30分"
    assert short_answer("18路末班车几点?", "6月15日起,18路停开。") == ""
