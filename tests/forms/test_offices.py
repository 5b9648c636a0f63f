"""An office is one of a body, where that is named."""

import pytest

from qa.forms.persons.offices import FORMER, holds_other, names_office
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
        ("河北市市长是谁?", "江北市长陶静怡说。", False),
        ("桑田县县长是谁?", "昨天上午,县长陶静怡到场。", True),
        ("桑田县县长是谁?", "陪同的县长陶静怡说。", True),
        ("桑田县水利局局长是谁?", "昨天上午县水利局局长陶静怡说。", True),
        ("城南里里长是谁?", "城西里长陶静怡说。", False),
        ("苍梧农机董事长是谁?", "平野航运董事长陶静怡说。", False),
        ("苍梧农机董事长是谁?", "平野农机董事长陶静怡说。", False),
        ("苍梧农机董事长是谁?", "公司董事长兼总经理陶静怡说。", True),
        ("苍梧农机的新董事长是谁?", "苍梧董事长陶静怡说。", True),
        ("苍梧农机董事长是谁?", "平野航运:选举陶静怡为董事长。", False),
        ("平野航运董事长是谁?", "平野航运:选举陶静怡为董事长。", True),
        ("苍梧农机董事长是谁?", "会议决定:选举陶静怡为董事长。", True),
        ("挪威外交部长是谁?", "瑞典外长陶静怡说。", False),
        ("市委宣传部长是谁?", "市委组织部部长陶静怡出席。", False),
        ("市委宣传部长是谁?", "市委宣传部部长陶静怡出席。", True),
        ("第三生产队队长是谁?", "第五生产队队长陶静怡说。", False),
        ("市公安局局长是谁?", "市公安局城东分局局长陶静怡说。", False),
        ("市住建局局长是谁?", "住房和城乡建设局局长陶静怡说。", True),
        ("东街市政所所长是谁?", "城管局市政所所长陶静怡说。", True),
        ("南坡抽水站的老站长是谁?", "站里老站长陶静怡说。", True),
        ("南坡镇专职消防队队长是谁?", "镇政府专职消防队挂牌,队长是陶静怡。", True),
        ("平原市委书记是谁?", "平原市委书记陶静怡说。", True),
        ("海军副司令是谁?", "海军司令员陶静怡出席。", False),
        ("海军政委是谁?", "海军政治委员陶静怡出席。", True),
        ("话剧社的指导老师是谁?", "围棋社指导老师陶静怡说。", False),
        ("宁夏水利厅移民处处长是谁?", "宁夏回族自治区水利厅移民处处长陶静怡说。", True),
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


@pytest.mark.parametrize(
    ("question", "is_former"),
    [
        ("市水利局原局长是谁?", True),
        ("县医院前院长是谁?", True),
        ("原县委书记是谁?", True),
        ("三原县委书记是谁?", False),
        ("平原县县长是谁?", False),
        ("当前主任是谁?", False),
    ],
)
def test_former_holder_is_not_asked_for_by_a_name_or_by_now(
    question: str, *, is_former: bool
) -> None:
    assert bool(FORMER.search(question)) is is_former


def test_coach_of_another_team_is_not_asked_for() -> None:
    assert not names_office("城关镇队主教练是谁?", "河东队主教练杨柏说,输在体力。")
    assert names_office("城关镇队主教练是谁?", "城关镇队主教练郝勇说,赢在防守。")


@pytest.mark.parametrize(("team", "names"), [("河东队", True), ("城关镇队", False)])
def test_coach_without_a_team_is_that_of_the_team_named_first(team: str, names: bool) -> None:
    text = "河东队客场2比4不敌城关镇队\n主教练杨柏说,输在体力。"
    assert names_office(f"{team}主教练是谁?", text) is names


def test_body_at_the_end_of_a_title_has_not_the_office_of_the_sentence() -> None:
    assert names_office("市档案馆馆长是谁?", "老照片捐给市图书馆\n馆长陶静怡介绍。")
