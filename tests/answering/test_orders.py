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


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("小学招生比去年增加多少?", "30人"),
        ("中学招生比去年减少多少?", "12人"),
        ("小学招生多少人?", "860人"),
    ],
)
def test_change_is_that_of_the_clause_in_the_same_order(question: str, short: str) -> None:
    sentence = "今年全镇小学共招生860人,中学招生640人,分别比去年增加30人和减少12人。"
    assert short_answer(question, sentence) == short


@pytest.mark.parametrize(
    ("question", "short"), [("水稻亩产增长多少?", "3.1%"), ("玉米亩产增长多少?", "2.4%")]
)
def test_change_is_of_the_things_that_the_clauses_begin_with(question: str, short: str) -> None:
    sentence = "水稻平均亩产612公斤,玉米平均亩产540公斤,分别增长3.1%和2.4%。"
    assert short_answer(question, sentence) == short


def test_change_of_the_side_that_is_asked_about_answers() -> None:
    sentence = "城镇居民人均可支配收入2.6万元,农村居民人均可支配收入1.3万元,分别增长4.1%和6.8%。"
    assert short_answer("农村居民人均可支配收入增长多少?", sentence) == "6.8%"
    assert short_answer("农村居民人均可支配收入是多少?", sentence) == "1.3万元"


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("2021年鱼塘收入多少?", "3万元"),
        ("2022年鱼塘收入多少?", "5万元"),
        ("2023年鱼塘利润多少?", "9000元"),
    ],
)
def test_number_is_that_of_its_year_in_a_range(question: str, short: str) -> None:
    sentence = "2021年至2023年,鱼塘收入分别为3万元、5万元和8万元,利润分别为2000元、4000元和9000元。"
    assert short_answer(question, sentence) == short


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("陶静怡的成绩是多少?", "9分14秒"),
        ("童雨晴的成绩是多少?", "9分21秒"),
        ("铜牌的成绩是多少?", "9分21秒"),
        ("铜牌是谁?", "童雨晴"),
        ("银牌是谁?", "陶静怡"),
    ],
)
def test_two_lists_behind_a_list_are_both_in_its_order(question: str, short: str) -> None:
    sentence = "陶静怡和童雨晴分别以9分14秒和9分21秒获得银牌和铜牌。"
    assert short_answer(question, sentence) == short
