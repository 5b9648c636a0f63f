"""A number that counts what excludes what is asked for does not answer."""

import pytest

from qa.forms.quantities.sides import contrary_change, is_of_another_side
from qa.types import Span


def is_other(question: str, sentence: str, number: str) -> bool:
    start = sentence.index(number)
    return is_of_another_side(question, Span(start, start + len(number)), sentence)


@pytest.mark.parametrize(
    ("question", "number", "other"),
    [
        ("死了几个人?", "7人", False),
        ("死了几个人?", "12人", True),
        ("多少人受伤?", "7人", True),
        ("多少人受伤?", "12人", False),
        ("伤亡多少人?", "7人", False),
        ("来了多少人?", "7人", False),
    ],
)
def test_the_hurt_are_not_the_dead(question: str, number: str, other: bool) -> None:
    assert is_other(question, "事故造成7人死亡,另有12人受伤。", number) is other


@pytest.mark.parametrize(
    ("question", "number", "other"),
    [
        ("进度慢了几个百分点?", "2.1个百分点", True),
        ("进度快了几个百分点?", "2.1个百分点", False),
        ("出口多少?", "8415亿元", False),
        ("进口多少?", "8415亿元", True),
        ("进出口多少?", "8415亿元", True),
    ],
)
def test_a_rise_is_no_fall_and_exports_are_no_imports(
    question: str, number: str, other: bool
) -> None:
    sentence = "进度同比快2.1个百分点;其中出口8415亿元,增长13.6%。"
    assert is_other(question, sentence, number) is other


@pytest.mark.parametrize(
    ("question", "number", "other"),
    [
        ("医保个人交多少钱?", "380元", False),
        ("医保个人交多少钱?", "640元", True),
        ("财政补助多少钱?", "640元", False),
        ("财政补助多少钱?", "380元", True),
    ],
)
def test_what_is_paid_is_not_what_is_granted(question: str, number: str, other: bool) -> None:
    assert is_other(question, "个人缴费380元,财政补助640元。", number) is other


def test_speed_is_no_length() -> None:
    sentence = "公路全长68公里,设计时速100公里。"
    assert is_other("公路有多长?", sentence, "100公里")
    assert not is_other("公路有多长?", sentence, "68公里")


def test_this_time_is_not_last_time() -> None:
    assert is_other("上届有多少人参加?", "本届有38人参加。", "38人")


def test_those_that_did_not_are_not_counted_with_those_that_did() -> None:
    sentence = "614户居民中已有597户签约,还没有签约的17户多因产权纠纷。"
    assert is_other("有多少户签约了?", sentence, "17户")
    assert not is_other("有多少户签约了?", sentence, "597户")
    assert not is_other("有多少户没有签约?", sentence, "17户")


@pytest.mark.parametrize(
    ("question", "number", "other"),
    [
        ("水痘治愈多少人?", "21例", True),
        ("水痘治愈多少人?", "13例", True),
        ("水痘治愈多少人?", "8例", False),
        ("水痘死亡几例?", "21例", True),
        ("水痘一共多少例?", "21例", False),
    ],
)
def test_all_are_not_those_of_one_side(question: str, number: str, other: bool) -> None:
    sentence = "全市累计报告水痘21例,其中城区13例,8例治愈出院,无死亡病例。"
    assert is_other(question, sentence, number) is other


def test_a_part_of_one_side_is_of_that_side() -> None:
    sentence = "翻船造成7人死亡,其中3人是学生;船上另有一名教师、两名船员受伤。"
    assert not is_other("死了几名学生?", sentence, "3人")
    assert not is_other("几名教师受伤?", sentence, "一名")


@pytest.mark.parametrize(
    ("question", "number", "other"),
    [("困难家庭交多少钱?", "210元", True), ("困难家庭资助多少钱?", "210元", False)],
)
def test_what_others_pay_is_not_what_one_pays(question: str, number: str, other: bool) -> None:
    assert is_other(question, "困难家庭资助210元,个人缴170元。", number) is other


@pytest.mark.parametrize(
    ("question", "number", "other"),
    [
        ("菜价环比涨了多少?", "2.2%", True),
        ("菜价环比涨了多少?", "0.4%", False),
        ("菜价同比涨了多少?", "0.4%", True),
        ("菜价比上月涨了多少?", "2.2%", True),
        ("菜价涨了多少?", "0.4%", False),
    ],
)
def test_a_year_ago_is_not_a_month_ago(question: str, number: str, other: bool) -> None:
    assert is_other(question, "菜价同比上涨2.2%,环比上涨0.4%。", number) is other


@pytest.mark.parametrize(
    ("question", "number", "told"),
    [
        ("产量增长多少?", "5.2%", "下降了5.2%"),
        ("产量下降多少?", "5.2%", ""),
        ("为什么产量增长?", "5.2%", ""),
        ("产值下降多少?", "8%", "增长8%"),
    ],
)
def test_what_is_asked_to_have_risen_may_have_fallen(question: str, number: str, told: str) -> None:
    sentence = "产量下降了5.2%,产值增长8%。"
    start = sentence.index(number)
    found = contrary_change(question, Span(start, start + len(number)), sentence)
    assert (sentence[found.start : found.end] if found else "") == told
