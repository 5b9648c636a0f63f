"""Who takes an office is told apart from who leaves it."""

import pytest

from qa.forms.persons.appointments import (
    is_listed,
    tells_appointment,
    tells_other_posts,
    without_others_in_office,
)
from tests.building import short_answer

SENTENCE = "会议决定,任命陈晓川为市财政局局长,免去罗明远的市财政局局长职务。"


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("市财政局局长是谁?", "陈晓川"),
        ("谁被任命为市财政局局长?", "陈晓川"),
        ("谁被免去了市财政局局长职务?", "罗明远"),
        ("谁不再担任市财政局局长?", "罗明远"),
        ("市财政局原局长是谁?", "罗明远"),
        ("原市财政局局长是谁?", "罗明远"),
        ("市财政局前局长叫什么?", "罗明远"),
    ],
)
def test_holder_is_who_takes_the_office(question: str, short: str) -> None:
    assert short_answer(question, SENTENCE) == short


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("会议是谁主持的?", SENTENCE),
        ("谁被免去了职务?", "罗明远被免去市财政局局长职务。"),
    ],
)
def test_nothing_is_left_out_where_there_is_no_choice(question: str, sentence: str) -> None:
    assert without_others_in_office(question, sentence) == sentence


def test_who_takes_another_office_is_blanked_alone_or_in_a_list() -> None:
    told = without_others_in_office("副镇长是谁?", "谷大川、闵军为民政局局长,季宏为副镇长。")
    assert told == "      为民政局局长,季宏为副镇长。"
    several = without_others_in_office("镇长是谁?", "谷大川为镇长、闵军为党委书记。")
    assert several == "谷大川为镇长、  为党委书记。"


@pytest.mark.parametrize(
    ("question", "sentence", "tells"),
    [
        ("新任教育局局长是谁?", "葛秀敏为江城市教育局局长;", True),
        ("谁当上了教育局局长?", "葛秀敏为江城市教育局局长;", True),
        ("新任副市长是谁?", "陆文斌为江城市人民政府副市长;", True),
        ("市长是谁?", "陆文斌为江城市人民政府副市长;", False),
        ("水利局局长是谁?", "葛秀敏为江城市教育局局长;", False),
        ("原来的教育局局长是谁?", "姚庆山的江城市教育局局长职务;", True),
        ("谁被免去了教育局局长职务?", "姚庆山的江城市教育局局长职务;", True),
        ("教育局局长是谁?", "姚庆山的江城市教育局局长职务;", False),
        ("姚庆山是谁?", "姚庆山的江城市教育局局长职务;", False),
        ("教育局局长是谁?", "会议决定任命葛秀敏为江城市教育局局长。", True),
        ("教育局局长是谁?", "而此前担任江城市教育局局长的是姚庆山。", False),
        ("教育局局长是谁?", "姚庆山曾任江城市教育局局长。", False),
        ("教育局局长是谁?", "过去主任难当,葛秀敏任江城市教育局局长。", True),
        ("教育局局长是谁?", "姚庆山担任过江城市教育局局长。", False),
    ],
)
def test_line_of_a_list_tells_of_one_office(question: str, sentence: str, tells: bool) -> None:
    assert tells_appointment(question, sentence) is tells


MOVED = "县委宣布,许兰任李家沟镇镇长,周启明不再担任李家沟镇镇长,调任水利局局长。"


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("李家沟镇镇长是谁?", "许兰"),
        ("水利局局长是谁?", "周启明"),
        ("谁不再担任李家沟镇镇长?", "周启明"),
    ],
)
def test_who_goes_to_another_office_is_told_from_who_takes_his(question: str, short: str) -> None:
    assert short_answer(question, MOVED) == short


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("太原市长是谁?", "谷大川"),
        ("平原县长是谁?", "谷大川"),
    ],
)
def test_place_that_ends_like_former_has_a_holder(question: str, short: str) -> None:
    place = question[:2]
    told = f"会议任命谷大川为{place}{question[2]}长,免去闵军的{place}{question[2]}长职务。"
    assert short_answer(question, told) == short


BOTH = "任命谷大川为副县长,免去其县水利局局长职务;"


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("县水利局原局长是谁?", "谷大川"),
        ("谁被免去县水利局局长职务?", "谷大川"),
        ("谷大川被任命什么职务?", "副县长"),
        ("谷大川被任命为什么?", "副县长"),
        ("谷大川被免去什么职务?", "县水利局局长"),
        ("谷大川原来是什么职务?", "县水利局局长"),
    ],
)
def test_who_is_dismissed_by_a_pronoun_is_who_was_just_appointed(question: str, short: str) -> None:
    assert short_answer(question, BOTH) == short


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("闵军被免去什么职务?", BOTH, True),
        ("闵军被免去什么职务?", "任命闵军为县水利局局长;", True),
        ("闵军被任命什么职务?", "免去闵军的县水利局副局长职务;", True),
        ("闵军被任命什么职务?", "任命闵军为县水利局局长;", False),
        ("闵军被任命什么职务?", "任命谷大川为副县长,闵军为县水利局局长;", False),
        ("闵军是什么职务?", "他被任命为县水利局局长。", False),
        ("闵军哪年出生?", BOTH, False),
    ],
)
def test_line_of_a_list_tells_the_posts_of_those_it_names(
    question: str, sentence: str, other: bool
) -> None:
    assert tells_other_posts(question, sentence) is other


ELECTED = "苍梧农机:选举葛秀敏为董事长,聘任闵军为总经理,原董事长姚庆山退休。"


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("苍梧农机董事长是谁?", "葛秀敏"),
        ("苍梧农机新董事长是谁?", "葛秀敏"),
        ("谁当选苍梧农机董事长?", "葛秀敏"),
        ("苍梧农机总经理是谁?", "闵军"),
        ("苍梧农机原董事长是谁?", "姚庆山"),
        ("平野航运董事长是谁?", ""),
    ],
)
def test_who_retires_is_told_from_who_is_elected(question: str, short: str) -> None:
    assert short_answer(question, ELECTED) == short


@pytest.mark.parametrize(
    "question", ["原教育局局长是谁?", "教育局前局长是谁?", "原江城市教育局局长是谁?"]
)
def test_former_holder_is_asked_for_before_or_behind_the_body(question: str) -> None:
    told = "任命葛秀敏为江城市教育局局长,免去姚庆山的江城市教育局局长职务。"
    assert short_answer(question, told) == "姚庆山"


def test_former_head_of_a_country_is_asked_for() -> None:
    told = "国王任命约翰·奈恩为首相,接替辞职的马丁·哈里斯。"
    assert short_answer("瑞典前首相是谁?", told) == "马丁·哈里斯"


@pytest.mark.parametrize(
    ("question", "sentence", "listed"),
    [
        ("任命了哪些人?", "任命葛秀敏为江城市教育局局长;", True),
        ("任命了哪些人?", "免去姚庆山的江城市教育局局长职务;", False),
        ("哪些人被免职?", "免去姚庆山的江城市教育局局长职务;", True),
        ("任免名单里有哪些人?", "姚庆山的江城市教育局局长职务;", True),
        ("任命了哪些人?", "会议同意聘任闵军为总经理;", True),
        ("任免名单里有哪些人?", "任命葛秀敏为江城市教育局局长;", True),
        ("任免名单里有哪些人?", "名单昨日公布。", False),
        ("教育局局长是谁?", "任命葛秀敏为江城市教育局局长;", False),
    ],
)
def test_line_is_listed_where_all_of_its_kind_are_asked_for(
    question: str, sentence: str, listed: bool
) -> None:
    assert is_listed(question, sentence) is listed


def test_who_is_retired_from_elsewhere_may_hold_an_office() -> None:
    assert short_answer("院长是谁?", "院长葛秀敏是镇医院退休的护士长。") == "葛秀敏"


@pytest.mark.parametrize(
    ("question", "sentence", "short"),
    [
        ("谁当选工会主席?", "阎素琴当选主席,选煤厂的孟凡城、辛国栋当选副主席。", "阎素琴"),
        ("工会主席是谁?", "前任主席童玉珍在工会工作了14年。", ""),
        ("原来的工会主席是谁?", "前任主席童玉珍在工会工作了14年。", "童玉珍"),
    ],
)
def test_former_holder_and_deputy_are_told_apart(question: str, sentence: str, short: str) -> None:
    assert short_answer(question, sentence) == short
