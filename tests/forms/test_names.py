"""Names of persons are told from the words around them, and cut from them."""

import time

import pytest

from qa.forms.persons.names import names, names_told
from qa.forms.persons.people import people
from qa.types import Span


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("铜冶镇工会主席李爱民介绍,", "李爱民"),
        ("沈秋月是望渡社区的老党员。", "沈秋月"),
        ("沈秋月说,", "沈秋月"),
        ("金庄东主郑亚发今日表示,", "郑亚发"),
        ("副乡长兰有才已被停职检查。", "兰有才"),
        ("局长王刚发表讲话", "王刚"),
        ("董一帆离任,于晚晴接任。", "于晚晴"),
        ("总经理黄鹏出席。", "黄鹏"),
        ("67岁老人贺有田来不及上岸,", "贺有田"),
        ("发言人佩斯科夫说,", "佩斯科夫"),
        ("分析师约翰·奈恩认为", "约翰·奈恩"),
        ("国务院总理李克强主持召开会议。", "李克强"),
        ("这几天,余梦伦院士在讨论。", "余梦伦"),
        ("犯罪嫌疑人刘某被拘留。", "刘某"),
        ("经查,瞿某无证驾驶。", "瞿某"),
        ("被告人瞿远山犯诈骗罪", "瞿远山"),
        ("骆大同不再担任院长。", "骆大同"),
        ("首席执行官bob mcnally表示", "bob mcnally"),
        ("博物馆馆长单于飞说,", "单于飞"),
        ("中队长令狐冰带队侦查", "令狐冰"),
        ("《山路》 作者 盛夏", "盛夏"),
        ("女儿冯雪在网上开了店", "冯雪"),
        ("外卖员卢海波发现后", "卢海波"),
        ("任命陈晓川为局长", "陈晓川"),
        ("部长马赫丁·哈吉说,", "马赫丁·哈吉"),
        ("接替辞职的马丁·哈里斯。", "马丁·哈里斯"),
        ("主席克里斯托夫·施伦普日前接受采访。", "克里斯托夫·施伦普"),
        ("主席奥斯坦·古尔斯比本月早些时候表示", "奥斯坦·古尔斯比"),
        ("首相阿卜杜拉表示", "阿卜杜拉"),
        ("选手巴尔加戈南获得银牌", "巴尔加戈南"),
        ("文学社社长、初二(3)班的石敏说,", "石敏"),
    ],
)
def test_name_is_cut_from_what_stands_around_it(sentence: str, name: str) -> None:
    assert name in [sentence[span.start : span.end] for span, _ in names(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "文学社社长、高二(6)班的同学说,",
        "值班的裴姓工人没有发现。",
        "老人费心了。",
        "楼的高度是36米。",
        "他于8日回来。",
        "校长高兴地说,",
        "他说车得走北路。",
    ],
)
def test_words_that_begin_like_names_are_none(sentence: str) -> None:
    assert names(sentence) == []


@pytest.mark.parametrize(
    "credit",
    ["(记者兰天鸣、吴振东)", "(本报记者 罗小满 通讯员 李爱民)", "记者 任国勇 通讯员 罗小满"],
)
def test_who_reports_is_not_told_of(credit: str) -> None:
    assert names(f"8月9日电{credit}昨日,公园开放。") == []


def test_name_that_is_followed_as_names_are_stands_alone() -> None:
    assert len(names("专员顾栗介绍说,")) == 1


def test_place_is_no_person() -> None:
    assert names("首都华盛顿等地下雪。") == []


def test_title_before_a_name_is_told() -> None:
    assert [titled for _, titled in names("镇长方晓川说,")] == [True]


@pytest.mark.parametrize("sentence", ["竹浦镇队夺得500米直道赛冠军。", "每班限招25人。"])
def test_what_counts_something_is_no_name(sentence: str) -> None:
    assert names(sentence) == []


def test_name_told_as_such_in_one_sentence_is_known_in_the_next() -> None:
    whole = "六年级学生时小雨和同学放学路过水塘。时小雨纵身入水把同学拉住。"
    sentence = "时小雨纵身入水把同学拉住。"
    assert names(sentence) == []
    assert [span for span, _ in names(sentence, names_told(whole))] == [Span(0, 3)]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("江州队中场谢凯第70分钟被换下。", "谢凯"),
        ("中场谢凯第二次得分。", "谢凯"),
        ("前锋谷凯梅开二度。", "谷凯"),
        ("后卫谢凯负伤下场。", "谢凯"),
        ("司机谢某负全部责任。", "谢某"),
        ("保安队长谢凯调看了监控。", "谢凯"),
        ("保安队长谢强调看了监控。", "谢强"),
        ("江州队队长沈阳第70分钟被换下。", "沈阳"),
    ],
)
def test_name_ends_before_what_begins_another_word(sentence: str, name: str) -> None:
    assert {sentence[span.start : span.end] for span, _ in names(sentence)} == {name}


def test_begin_of_a_name_is_none() -> None:
    assert names_told("外卖员瞿家驹送完单,瞿家驹今年24岁。") == {"瞿家驹"}


@pytest.mark.parametrize("kin", ["老伴", "妻子", "女婿", "妈妈"])
def test_person_is_named_behind_any_word_of_kinship(kin: str) -> None:
    assert people(f"他牵着{kin}何桂兰的手。") == ["何桂兰"]


@pytest.mark.parametrize("told", ["李爱民和王小明", "阿兰", "局长李爱民、"])
def test_very_long_sentence_takes_no_longer_by_the_character(told: str) -> None:
    start = time.perf_counter()
    names(told * (20_000 // len(told)))
    assert time.perf_counter() - start < 3  # a third of a second; nine where it is quadratic
