"""The pieces of a sentence that may answer are as exact as the question asks."""

import pytest

from qa.forms.choosing.candidates import candidates
from qa.forms.choosing.weighing import best_candidate
from tests.building import looked_for


def found(question: str, sentence: str) -> list[str]:
    asked = looked_for(question)
    return [sentence[one.span.start : one.span.end] for one in candidates(asked, sentence)]


def best(question: str, sentence: str) -> str:
    asked = looked_for(question)
    one = best_candidate(asked, sentence)
    return sentence[one.span.start : one.span.end] if one else ""


@pytest.mark.parametrize(
    ("question", "dates"),
    [
        ("公园哪天开放?", ["8月31日"]),
        ("公园几号开放?", ["8月31日"]),
        ("公园几点开放?", ["上午9点"]),
        ("公园什么时候开放?", ["2019年", "7月", "8月31日", "上午9点"]),
    ],
)
def test_date_is_as_exact_as_is_asked_for(question: str, dates: list[str]) -> None:
    sentence = "公园2019年动工,7月完工,8月31日开放,每天上午9点开门。"
    assert found(question, sentence) == dates


@pytest.mark.parametrize(
    ("question", "sentence", "date"),
    [
        ("老桥是哪年建的?", "9月3日重新开放的老桥建于清道光十二年。", "清道光十二年"),
        ("地铁什么时候通车?", "通车时间由民国114年底延至民国116年底。", "民国116年底"),
        ("罚款哪天开始?", "局长5月17日说,不改就从6月14日起罚款。", "6月14日"),
        ("老桥哪一年重修?", "9月3日开放的老桥1971年7月重修。", "1971年7月"),
        ("图书馆星期几闭馆?", "图书馆9月6日起周一闭馆。", "周一"),
    ],
)
def test_year_or_day_of_the_week_answers_who_asks_for_it(
    question: str, sentence: str, date: str
) -> None:
    assert best(question, sentence) == date


@pytest.mark.parametrize("sentence", ["住在青龙巷12号。", "3号线已经通车。", "5号楼封顶。"])
def test_number_of_a_house_or_a_line_is_no_day(sentence: str) -> None:
    assert found("什么时候?", sentence) == []


def test_day_on_which_something_is_told_is_not_that_of_what_is_told() -> None:
    assert best("老桥什么时候重修?", "9月8日,市交通局公布,老桥7月重修。") == "7月"


def test_number_behind_another_place_is_of_that_place() -> None:
    sentence = "石鼓乡降雨186毫米,相邻的大坪乡132毫米,竹浦镇97毫米。"
    assert best("石鼓乡降雨多少毫米?", sentence) == "186毫米"
    assert best("大坪乡降雨多少毫米?", sentence) == "132毫米"


def test_name_behind_the_office_that_is_asked_for_answers() -> None:
    sentence = "编剧方晓川、导演邵越说,戏改了三年。"
    assert best("编剧是谁?", sentence) == "方晓川"
    assert best("导演是谁?", sentence) == "邵越"


@pytest.mark.parametrize(
    ("question", "sentence", "piece"),
    [
        ("站里现在有多少种鸟?", "去年记录到241种,我刚来的那年是163种。", "241种"),
        ("铜鼎上有多少字?", "铭文原先数为23字,除锈后确认为26字。", "26字"),
        ("隐形牙套多少钱?", "自锁托槽1.8万元,隐形的2.8万到4万元。", "2.8万到4万元"),
        ("最低交多少?", "缴费基数下限是每月4268元,上限是21430元。", "4268元"),
    ],
)
def test_what_is_so_now_and_what_is_meant_are_told_from_the_rest(
    question: str, sentence: str, piece: str
) -> None:
    assert best(question, sentence) == piece
