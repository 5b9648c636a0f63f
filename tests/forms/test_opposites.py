"""What a clause tells of one side answers no question about the other."""

import pytest

from qa.forms.opposites import (
    holds,
    sides_named,
    without_denied,
    without_opposites,
    without_others_in_row,
    without_others_required,
)
from tests.building import short_answer


@pytest.mark.parametrize(
    ("question", "short"), [("男子组冠军是谁?", "罗明远"), ("女子组冠军是谁?", "陶静怡")]
)
def test_answer_is_of_the_side_that_is_asked_about(question: str, short: str) -> None:
    sentence = "男子组冠军由罗明远夺得;女子组冠军由陶静怡夺得。"
    assert short_answer(question, sentence) == short


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("女子组冠军是谁?", "男子组冠军由陈晓川夺得。"),
        ("女子组冠军是谁?", "男子组、女子组冠军分别是陈晓川、陶静怡。"),
        ("冠军是谁?", "冠军陈晓川击败了亚军罗明远。"),
    ],
)
def test_clause_stays_that_has_both_or_that_none_is_beside(question: str, sentence: str) -> None:
    assert without_opposites(question, sentence) == sentence


def test_what_is_not_so_is_left_out_where_what_is_so_follows() -> None:
    sentence = "他最担心的不是价钱,而是请工难。"
    assert without_denied("他最担心什么?", sentence) == "他最担心的    ,而是请工难。"
    assert without_denied("他不担心什么?", sentence) == sentence


def test_what_is_denied_stays_where_nothing_else_is_told() -> None:
    assert without_denied("他担心什么?", "他担心的不是价钱。") == "他担心的不是价钱。"


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("花房冬季几点关门?", "17时"),
        ("花房冬天几点关门?", "17时"),
        ("花房夏天几点关门?", "20时"),
    ],
)
def test_hours_are_of_the_season_that_is_asked_about(question: str, short: str) -> None:
    sentence = "花房开放时间:夏季(5月至9月)8时至20时,冬季(10月至次年4月)9时至17时。"
    assert short_answer(question, sentence) == short


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("灯会成人票多少钱?", "50元"),
        ("灯会学生票多少钱?", "25元"),
        ("灯会老人票多少钱?", "免票"),
        ("灯会残疾人票多少钱?", "免票"),
    ],
)
def test_price_is_that_of_whom_the_question_names(question: str, short: str) -> None:
    sentence = "灯会门票成人50元,学生25元,残疾人和65岁以上老人免票。"
    assert short_answer(question, sentence) == short


@pytest.mark.parametrize(
    ("question", "short"), [("小学招生多少人?", "860人"), ("初中招生多少人?", "640人")]
)
def test_number_is_that_of_the_school_that_is_asked_about(question: str, short: str) -> None:
    sentence = "全县小学一年级共招生860人,初中一年级招生640人,随迁子女都有学上。"
    assert short_answer(question, sentence) == short


def test_those_without_a_number_beside_them_are_not_parted() -> None:
    sentence = "儿童须由成人陪同,票价30元。"
    assert short_answer("儿童票多少钱?", sentence) == "30元"


def test_minors_are_no_adults() -> None:
    sentence = "成人40元,未成年人15元。"
    assert short_answer("未成年人门票多少钱?", sentence) == "15元"
    assert short_answer("成人门票多少钱?", sentence) == "40元"


def test_country_people_are_those_of_the_country() -> None:
    sentence = "城镇居民人均可支配收入23600元,农村居民人均可支配收入12700元。"
    assert short_answer("农民人均收入多少?", sentence) == "12700元"
    assert short_answer("城里人人均收入多少?", sentence) == "23600元"


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("小客车首小时多少钱?", "5元"),
        ("大客车首小时多少钱?", "9元"),
        ("首小时多少钱?", "5元"),
    ],
)
def test_number_is_of_the_part_that_begins_with_what_is_asked_about(
    question: str, short: str
) -> None:
    sentence = "停车收费:小客车首小时5元,24小时封顶30元;大客车首小时9元,24小时封顶50元。"
    assert short_answer(question, sentence) == short


def test_parts_that_begin_otherwise_are_no_row() -> None:
    sentence = "全县种粮12万亩;今年亩产540公斤。"
    assert without_others_in_row("全县亩产多少?", sentence) == sentence


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("焊工要什么证?", "焊工须持焊工证"),
        ("保管员要什么学历?", "保管员须高中以上学历"),
        ("司机要什么证?", "保管员须高中以上学历,焊工须持焊工证"),
        ("会计员要什么证?", ""),
    ],
)
def test_what_is_required_of_others_is_left_out(question: str, left: str) -> None:
    sentence = "保管员须高中以上学历,焊工须持焊工证。"
    assert without_others_required(question, sentence).strip(" ,。") == left


def test_what_ends_like_a_person_requires_nothing_of_others() -> None:
    sentence = "施工须封闭,卫生要达标。"
    assert without_others_required("焊工须持什么证?", sentence) == sentence


@pytest.mark.parametrize(
    ("question", "short"),
    [("高一期中考试哪天开始?", "5月8日"), ("高三期中考试哪天开始?", "5月6日")],
)
def test_form_is_told_apart_from_the_others_of_a_school(question: str, short: str) -> None:
    sentence = "高一、高二期中考试定于5月8日开始,高三期中考试提前到5月6日。"
    assert short_answer(question, sentence) == short


def test_midterm_is_no_first_stage() -> None:
    assert not sides_named("高一期中考试哪天开始?")
    assert sides_named("鱼塘一期哪天开工?")


def test_left_and_right_exclude_one_another() -> None:
    sentence = "左线6月5日贯通,右线8月3日贯通。"
    assert short_answer("隧道右线哪天贯通?", sentence) == "8月3日"


def test_what_is_asked_by_how_much_it_rose_may_have_fallen() -> None:
    assert sides_named("产量增长多少?") == ()
    assert sides_named("产量为什么增长?") == ((("增长",), ("增长", "下降")),)


@pytest.mark.parametrize(
    ("question", "short"), [("跳远冠军是谁?", "罗明远"), ("跳远亚军是谁?", "童舟")]
)
def test_medal_tells_the_place(question: str, short: str) -> None:
    sentence = "罗明远以7米92夺得跳远金牌,童舟以7米80获得银牌。"
    assert short_answer(question, sentence) == short


def test_medals_that_are_counted_tell_no_place() -> None:
    assert holds("罗明远夺得跳远金牌", ("冠军",))
    assert not holds("青山队获得3枚金牌", ("冠军",))
