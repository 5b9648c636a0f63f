"""Of several told in one order, the one that answers is that of what is asked about."""

import pytest

from tests.building import short_answer


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("青石镇植树多少亩?", "1,200亩"),
        ("白沙镇植树多少亩?", "860亩"),
        ("云桥乡植树多少亩?", "430亩"),
    ],
)
def test_number_is_that_of_the_place_in_the_same_order(question: str, short: str) -> None:
    sentence = "今春,青石镇、白沙镇和云桥乡分别植树1,200亩、860亩和430亩。"
    assert short_answer(question, sentence) == short


@pytest.mark.parametrize(
    ("question", "short"), [("谁获得第二名?", "陶静怡"), ("第三名是谁?", "罗若溪")]
)
def test_name_is_told_by_what_stands_in_the_same_order_behind_it(question: str, short: str) -> None:
    sentence = "陈晓川、陶静怡、罗若溪分别获得第一名、第二名、第三名。"
    assert short_answer(question, sentence) == short


def test_unequal_lists_tell_nothing() -> None:
    sentence = "青石镇、白沙镇分别植树1200亩、860亩和430亩。"
    assert short_answer("白沙镇植树多少亩?", sentence)


def test_question_about_all_is_told_any_of_them() -> None:
    sentence = "青石镇和白沙镇分别植树1200亩和860亩。"
    assert short_answer("青石镇和白沙镇植树多少亩?", sentence)
