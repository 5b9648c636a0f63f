"""An office is one of a body, where that is named."""

import pytest

from qa.forms.offices import holds_other, names_office
from qa.types import Span


@pytest.mark.parametrize(
    ("question", "sentence", "names"),
    [
        ("市图书馆馆长是谁?", "市图书馆馆长陶静怡介绍。", True),
        ("市图书馆馆长是谁?", "市档案馆馆长罗明远介绍。", False),
        ("市图书馆馆长是谁?", "馆长陶静怡介绍。", True),
        ("馆长是谁?", "市档案馆馆长罗明远介绍。", True),
        ("市图书馆馆长是谁?", "市档案馆馆长罗明远、图书馆馆长陶静怡到场。", True),
        ("市文旅局局长是谁?", "市文化和旅游局局长陶静怡介绍。", True),
        ("招办主任是谁?", "苗青为江城市卫生健康委员会主任。", False),
        ("桑田县水利局局长是谁?", "市水利局局长辛培德要求加快进度。", False),
        ("市水利局局长是谁?", "江城市水利局局长辛培德要求加快进度。", True),
        ("中心医院院长是谁?", "医院院长乐怀民介绍。", True),
        ("谁是人民医院院长?", "中心医院院长陶静怡介绍。", False),
        ("市长是谁?", "副市长陶静怡介绍。", False),
        ("会议是谁主持的?", "副市长陶静怡主持会议。", True),
    ],
)
def test_office_is_that_of_the_body_asked_about(question: str, sentence: str, names: bool) -> None:
    assert names_office(question, sentence) is names


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("法院院长是谁?", "副市长钟声、市中级人民法院院长列席会议。", True),
        ("市长是谁?", "市长、市委副书记钟声出席会议。", False),
        ("局长是谁?", "局长钟声出席会议。", False),
        ("会议是谁主持的?", "副市长钟声主持会议。", False),
        ("水利局局长是谁?", "原镇长钟声调任市水利局局长。", False),
        ("水利局局长是谁?", "副市长钟声到市水利局局长办公室调研。", True),
    ],
)
def test_name_behind_one_office_holds_no_later_one(
    question: str, sentence: str, other: bool
) -> None:
    start = sentence.index("钟声")
    assert holds_other(question, sentence, Span(start, start + 2)) is other


def test_coach_of_another_team_is_not_asked_for() -> None:
    assert not names_office("城关镇队主教练是谁?", "河东队主教练杨柏说,输在体力。")
    assert names_office("城关镇队主教练是谁?", "城关镇队主教练郝勇说,赢在防守。")


@pytest.mark.parametrize(("team", "names"), [("河东队", True), ("城关镇队", False)])
def test_coach_without_a_team_is_that_of_the_team_named_first(team: str, names: bool) -> None:
    text = "河东队客场2比4不敌城关镇队\n主教练杨柏说,输在体力。"
    assert names_office(f"{team}主教练是谁?", text) is names


def test_body_at_the_end_of_a_title_has_not_the_office_of_the_sentence() -> None:
    assert names_office("市档案馆馆长是谁?", "老照片捐给市图书馆\n馆长陶静怡介绍。")
