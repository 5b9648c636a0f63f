"""Of a range, the end that is asked for answers; of a change, what is so now."""

import pytest

from qa.forms.quantities.changes import tells_change
from tests.building import short_answer


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("儿科夜间门诊几点开诊?", "17时30分"),
        ("儿科夜间门诊到几点结束?", "23时"),
        ("儿科夜间门诊开到几点?", "23时"),
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


@pytest.mark.parametrize(
    ("question", "short"), [("月薪多少元?", "6000元至9000元"), ("月薪最高多少元?", "9000元")]
)
def test_whole_range_of_numbers_answers_unless_an_end_is_asked_for(
    question: str, short: str
) -> None:
    assert short_answer(question, "月薪6000元至9000元。") == short


def test_day_of_the_reporter_is_not_that_of_what_is_told() -> None:
    sentence = "昨日,记者在产业园看到,厂房12月投产。"
    assert short_answer("产业园什么时候投产?", sentence) == "12月"


def test_end_that_is_asked_for_answers_though_the_hours_are_named() -> None:
    sentence = "报名时间为3月1日至3月20日。"
    assert short_answer("报名时间什么时候截止?", sentence) == "3月20日"
    assert short_answer("报名时间从哪天开始?", sentence) == "3月1日"


def test_two_days_of_different_things_are_no_range() -> None:
    assert short_answer("城西什么时候停电?", "5月7日通知,5月8日停电检修。") == "5月8日"


def test_change_does_not_answer_how_much_there_is() -> None:
    sentence = "气温将下降8到10℃,最低气温零下2℃。"
    assert short_answer("最低气温是多少?", sentence) == "零下2℃"
    assert short_answer("气温会下降多少?", sentence) == "8到10℃"


def test_difference_does_not_answer_how_many_there_are() -> None:
    sentence = "本届运动会有38所学校参加,比上届多6所。"
    assert short_answer("本届运动会有多少所学校参加?", sentence) == "38所"
    assert short_answer("上届运动会有多少所学校参加?", sentence) == ""
    assert short_answer("本届比上届多了多少所学校?", sentence) == "6所"


def test_new_size_answers_what_size_something_has() -> None:
    assert short_answer("新管管径是多少?", "新管管径由400毫米加大到600毫米。") == "600毫米"


def test_what_was_planned_first_does_not_answer_when_it_will_be() -> None:
    sentence = "原定今年底通车的公路,推迟到2026年3月底。"
    assert short_answer("公路什么时候通车?", sentence) == "2026年3月底"


def test_end_of_a_range_may_stand_behind_a_comma() -> None:
    sentence = "休渔期从5月1日12时开始,到8月16日12时结束。"
    assert short_answer("休渔期到什么时候结束?", sentence) == "8月16日12时"


@pytest.mark.parametrize(
    ("question", "sentence", "short"),
    [
        ("图书馆几点到几点开放?", "图书馆每天8:30至17:30开放,周一闭馆。", "8:30至17:30"),
        ("图书馆几点开门几点关门?", "图书馆每天8点开门,17点关门。", "8点开门,17点关门"),
        ("书展从哪天办到哪天?", "书展将于8月25日至27日在会展中心举办。", "8月25日至27日"),
        ("书展从哪天到哪天?", "书展8月1日开幕,展期为8月1日—9月20日。", "8月1日—9月20日"),
        ("城西停水从几点到几点?", "5月3日22时至次日6时,城西停水。", "5月3日22时至次日6时"),
        (
            "窗口的办公时间是几点?",
            "窗口办公时间为上午8:30-12:00,下午14:30-18:00。",
            "上午8:30-12:00,下午14:30-18:00",
        ),
    ],
)
def test_whole_range_answers_from_when_to_when(question: str, sentence: str, short: str) -> None:
    assert short_answer(question, sentence) == short


def test_whole_range_answers_when_something_is_that_takes_long() -> None:
    sentence = "7月10日0时起至9月30日24时,货车不得过云江大桥。"
    assert short_answer("云江大桥什么时候不让货车过?", sentence) == "7月10日0时起至9月30日24时"
    assert short_answer("云江大桥什么时候开始不让货车过?", sentence) == "7月10日0时"


def test_where_no_range_is_told_a_day_answers_from_when_to_when() -> None:
    assert short_answer("书展从哪天到哪天?", "书展8月1日开幕。") == "8月1日"


def test_new_time_answers_who_asks_when_it_closes() -> None:
    assert short_answer("图书馆几点闭馆?", "图书馆闭馆时间由18时延到22时。") == "22时"


def test_time_of_day_is_answered_by_one() -> None:
    sentence = "6月15日起,18路末班车改到21时30分。"
    assert short_answer("18路末班车改到几点?", sentence) == "21时30分"
    assert short_answer("18路末班车几点?", "6月15日起,18路停开。") == ""


@pytest.mark.parametrize(
    "question",
    ["午餐价格从多少涨到多少?", "午餐从多少钱涨到了多少钱?", "午餐每份由多少元调到多少元?"],
)
def test_both_ends_of_a_change_answer_from_what_to_what(question: str) -> None:
    sentence = "午餐每份由11元涨到12元,低保户每月免4次。"
    assert short_answer(question, sentence) == "11元涨到12元"


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("哪天停气?", "6月3日22时至6月4日7时"),
        ("停气到几点?", "6月4日7时"),
        ("几号恢复供气?", "6月4日7时"),
    ],
)
def test_day_on_which_something_lasts_overnight_is_both_days(question: str, short: str) -> None:
    assert short_answer(question, "定于6月3日22时至6月4日7时停气检修。") == short


@pytest.mark.parametrize("question", ["沙河桥哪天开通?", "沙河桥什么时候通车?", "沙河桥几号修好?"])
def test_what_is_closed_opens_at_the_end(question: str) -> None:
    assert short_answer(question, "沙河桥自3月5日0时起至6月5日24时止封闭施工。") == "6月5日24时"
    assert short_answer(question, "3月5日起,沙河桥封闭施工,工期三个月。") == ""


def test_begin_of_a_closure_answers_when_it_is_closed() -> None:
    sentence = "沙河桥自3月5日0时起至6月5日24时止禁止货车通行。"
    assert short_answer("沙河桥从哪天起禁止货车通行?", sentence) == "3月5日0时"


def test_what_opens_again_from_a_day_on_is_open_then() -> None:
    sentence = "沙河桥维修完工,6月5日起恢复通行。"
    assert short_answer("沙河桥什么时候恢复通行?", sentence) == "6月5日"


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("夜市什么时候搬?", "暂缓"),
        ("夜市原定什么时候搬?", "4月12日"),
    ],
)
def test_withdrawn_day_does_not_answer(question: str, short: str) -> None:
    sentence = "原定4月12日的夜市搬迁暂缓,具体时间另行公布。"
    assert short_answer(question, sentence) == short


def test_planned_day_of_an_end_is_no_withdrawn_day() -> None:
    assert short_answer("大桥什么时候取消收费?", "大桥原定4月12日取消收费。") == "4月12日"


def test_day_that_is_put_off_to_another_is_the_other() -> None:
    sentence = "原定4月12日的夜市搬迁取消,改为4月20日起分批搬。"
    assert short_answer("夜市什么时候搬?", sentence) == "4月20日"


@pytest.mark.parametrize(
    ("sentence", "tells"),
    [
        ("预计5月30日通车,比原计划提前一个月。", True),
        ("较原定工期推迟20天。", True),
        ("预计5月30日通车,比邻县早一个月。", False),
    ],
)
def test_work_ahead_of_its_plan_is_changed(sentence: str, tells: bool) -> None:
    assert tells_change(sentence) is tells


def test_number_behind_the_year_that_is_compared_with_is_of_that_year() -> None:
    told = "鱼塘收入12万元,比2019年的8万元增加4万元。"
    assert short_answer("2019年鱼塘收入多少?", told) == "8万元"


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("订单增长多少?", "18%"),
        ("订单增长了百分之几?", "18%"),
        ("订单有多少?", "640万吨"),
        ("产量增长多少?", "下降5.2%"),
        ("产量下降多少?", "5.2%"),
        ("产值增长多少?", "21%"),
    ],
)
def test_growth_is_answered_by_what_something_grew_or_fell_by(question: str, short: str) -> None:
    sentence = "订单640万吨,同比增长18%;产量210万吨,下降5.2%;产值增幅达到21%至36亿元。"
    assert short_answer(question, sentence) == short


def test_growth_of_several_is_told_by_one_verb() -> None:
    sentence = "茶叶和大米分别增长18.2%、3.1倍。"
    assert short_answer("大米增长了多少倍?", sentence) == "3.1倍"


def test_growth_of_one_item_is_not_that_of_another_that_rose() -> None:
    sentence = "其中,制糖业增长6.5%,造纸业下降2.4%。"
    assert short_answer("造纸业增长多少?", sentence) == "下降2.4%"


def test_what_is_new_is_told_by_how_much_of_it_there_is() -> None:
    sentence = "今年新增床位300张,增长5%。"
    assert short_answer("新增床位多少张?", sentence) == "300张"
    assert short_answer("新增多少床位?", sentence) == "300张"


@pytest.mark.parametrize(
    ("question", "sentence", "short"),
    [
        ("青山牌比绿水牌贵多少元?", "青山牌每箱86元,绿水牌每箱78元。", ""),
        ("青山牌比绿水牌贵多少元?", "青山牌每箱86元,比绿水牌贵8元。", "8元"),
        ("青山牌和绿水牌相差多少元?", "青山牌每箱86元,与绿水牌相差8元。", "8元"),
        ("南乡比北乡多收多少吨?", "南乡收560吨,增长12吨。", "12吨"),
        ("南乡比北乡多多少吨?", "南乡收560吨,增长12吨,北乡收430吨。", ""),
        ("今年比去年多多少吨?", "今年收560吨,增长12吨。", "12吨"),
    ],
)
def test_difference_of_two_is_answered_by_no_one_of_them(
    question: str, sentence: str, short: str
) -> None:
    assert short_answer(question, sentence) == short


def test_nothing_changed_where_a_number_stays() -> None:
    sentence = "粮价同比下降3.1%,环比持平;菜价同比上涨2.2%,环比上涨0.4%。"
    assert short_answer("粮价环比上涨多少?", sentence) == "持平"
    assert short_answer("菜价环比上涨多少?", sentence) == "0.4%"


def test_range_in_a_unit_that_is_not_known_is_whole() -> None:
    sentence = "年产能提高到74-79xyz。"
    assert short_answer("年产能提高到多少?", sentence) == "74-79xyz"


@pytest.mark.parametrize(
    ("question", "sentence", "short"),
    [
        ("展览从哪天开始?", "展览将持续到11月3日。", ""),
        ("展览到哪天?", "展览将持续到11月3日。", "11月3日"),
        ("展览从哪天开始?", "展览10月8日开始,到11月3日结束。", "10月8日"),
        ("展览从哪天开始?", "展览推迟到11月3日开始。", "11月3日"),
        ("展览哪天开始?", "展览自10月8日起至11月3日止。", "10月8日"),
        ("展览哪天开始?", "展览10月8日至27日在文化馆举办。", "10月8日"),
    ],
)
def test_day_until_which_something_lasts_is_not_when_it_begins(
    question: str, sentence: str, short: str
) -> None:
    assert short_answer(question, sentence) == short
