"""What a question is about, and the name in it."""

import re

import pytest

from qa.dates.parts import DAY_NUMBER
from qa.questions.subjects import entity, is_named, only_names, subject, topic, who_asked


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("苇荡湿地公园什么时候开园?", "苇荡湿地公园"),
        ("县二小一共花了多少钱建?", "县二小"),
        ("渡口总共运了多少人?", "渡口"),
        ("哪几个社区先装电梯?", "社区先装电梯"),
        ("白沙梨现在多少钱一斤?", "白沙梨"),
        ("现在批发价多少钱?", "批发价"),
        ("环城路目前总投资是多少?", "环城路总投资"),
        ("最新的菜价是多少?", "菜价"),
        ("野猪出现在哪个村?", "野猪出现"),
        ("最佳门将今年多大?", "最佳门将"),
        ("业主将获赔多少?", "业主"),
        ("县二小将迁到哪里?", "县二小"),
        ("龙舟运动会是哪天?", "龙舟运动会"),
        ("哪里停气?", "停气"),
        ("澜河冬奥会什么时候闭幕?", "澜河冬奥会"),
        ("槐花街招聘会有多少人?", "槐花街招聘会"),
        ("冬奥会会推迟吗?", "冬奥会"),
        ("三中校运会在哪里办?", "三中校运会"),
        ("苇荡湿地公园会开放吗?", "苇荡湿地公园"),
        ("How long is 白渡大桥?", "白渡大桥"),
        ("What is the ticket price of 18路?", "18路"),
    ],
)
def test_topic_is_what_stands_before_what_is_asked(question: str, about: str) -> None:
    assert topic(question) == about


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("苇荡湿地公园推迟开园了吗?", "苇荡湿地公园"),
        ("18路公交末班车几点?", "18路公交"),
        ("6号线全长多少公里?", "6号线"),
        ("8月5日殷都区接种了多少人?", "殷都区"),
        ("殷都区公安局抓了几个人?", "殷都区"),
        ("槐花街的路灯坏了几盏?", "槐花街的路灯坏了"),
        ("安阳大学生领了多少补助?", "安阳大学生领了"),
        ("远帆号医院船去了哪个港口?", "远帆号医院船"),
        ("西关大桥局什么时候成立?", "西关大桥局"),
        ("西关市场局长是谁?", "西关市场"),
        ("石桥化工为什么亏?", "石桥化工"),
        ("余赛花的徒弟有几个?", "余赛花"),
    ],
)
def test_name_ends_where_a_word_does(question: str, name: str) -> None:
    assert entity(question) == name


@pytest.mark.parametrize("text", ["5号", "8月5号开园", "28号下午"])
def test_number_of_a_day_is_one(text: str) -> None:
    assert re.search(DAY_NUMBER, text)


@pytest.mark.parametrize("text", ["5号线", "3号楼", "12号院", "环城路8号", "槐花巷15号", "118号"])
def test_number_of_a_thing_or_house_is_no_day(text: str) -> None:
    assert not re.search(DAY_NUMBER, text)


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("老人捐了多少封家书?", "老人"),
        ("沈秋月说了什么?", "沈秋月"),
        ("砌砖工招几名?", "砌砖工"),
        ("12路公交车改走哪里?", "12路公交车"),
        ("北关菜场搬到哪里?", "北关菜场"),
        ("老人住在哪里?", "老人"),
        ("谁救了落水的孩子?", "落水的孩子"),
        ("T318次列车停在哪里?", "T318次列车"),
        ("柳荫巷路灯修好了吗?", "柳荫巷路灯"),
        ("石鼓乡迷路的老人找到了吗?", "石鼓乡迷路的老人"),
        ("苇荡湿地公园的门票多少钱?", "苇荡湿地公园"),
        ("铁牛队第三轮比分是多少?", "铁牛队第三轮"),
        ("翟某怎么被抓的?", "翟某"),
        ("这个消息属实吗?", ""),
        ("本市有多少人?", ""),
        ("一张票收多少钱?", ""),
        ("本溪市有多少人?", "本溪市"),
        ("那时候北门开吗?", ""),
        ("5月6日还有什么演出?", ""),
    ],
)
def test_subject_is_what_is_named_without_what_it_did(question: str, about: str) -> None:
    assert subject(question) == about


@pytest.mark.parametrize("text", ["哪所学校?", "走哪条路?", "哪几个社区?"])
def test_what_asks_is_no_name(text: str) -> None:
    assert not is_named(text)


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("沈秋月是谁?", "沈秋月"),
        ("沈秋月是什么人?", "沈秋月"),
        ("王家骥是谁?", "王家骥"),
        ("佩斯科夫是谁?", "佩斯科夫"),
        ("约翰·奈恩是谁?", "约翰·奈恩"),
        ("冯·哈里斯是何人?", "冯·哈里斯"),
        ("沈秋月是谁的女儿?", ""),
        ("司机是谁?", ""),
        ("水利局局长是谁?", ""),
        ("冠军是谁?", ""),
        ("许天来是谁?", "许天来"),
        ("柏永和是什么人?", "柏永和"),
    ],
)
def test_who_is_asked_of_is_whom_the_question_names(question: str, who: str) -> None:
    assert who_asked(question) == who


@pytest.mark.parametrize(
    ("question", "only"),
    [
        ("苇荡湿地公园", True),
        ("沈秋月?", True),
        ("佩斯科夫", True),
        ("Zenko", True),
        ("停电通知", False),
        ("新馆几点开门几点闭馆?", False),
        ("苇荡湿地公园门票", False),
        ("沈秋月的儿子", False),
        ("", False),
    ],
)
def test_name_alone_asks_nothing_of_it(question: str, only: bool) -> None:
    assert only_names(question) is only
