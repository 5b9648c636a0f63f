"""Who is called by a word that is no office, or by a byname, and who only tells of such a one."""

import pytest

from qa.forms.persons.roles import (
    alias_asked,
    has_other_role,
    has_role,
    only_speaks,
    role_asked,
    without_court,
)
from qa.types import Span
from tests.building import short_answer


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("辅警叫什么名字?", "辅警"),
        ("走失的老人叫什么?", "老人"),
        ("田春生的小儿子叫什么?", "小儿子"),
        ("田春生的儿子叫什么?", "儿子"),
        ("工会主席是谁?", ""),
        ("谁救了孩子?", ""),
    ],
)
def test_question_names_what_somebody_is(question: str, role: str) -> None:
    assert role_asked(question) == role


@pytest.mark.parametrize(
    ("sentence", "name", "beside"),
    [
        ("民警罗启明和辅警高远调取了监控。", "高远", True),
        ("高远辅警调取了监控。", "高远", True),
        ("民警罗启明和辅警高远调取了监控。", "罗启明", False),
    ],
)
def test_name_stands_beside_the_word(sentence: str, name: str, beside: bool) -> None:
    start = sentence.index(name)
    assert has_role("辅警", sentence, Span(start, start + len(name))) is beside


@pytest.mark.parametrize(
    ("sentence", "name", "other"),
    [
        ("罗启明说,老人已经回家。", "罗启明", True),
        ("民警罗启明找到了老人。", "罗启明", True),
        ("老人名叫郑桂兰,今年91岁。", "郑桂兰", False),
        ("民警罗启明是那位老人的儿子。", "罗启明", False),
        ("郑桂兰外出后未归。", "郑桂兰", False),
    ],
)
def test_who_tells_of_another_is_not_that_one(sentence: str, name: str, other: bool) -> None:
    start = sentence.index(name)
    assert has_other_role("老人", sentence, Span(start, start + len(name))) is other


@pytest.mark.parametrize(
    ("question", "sentence", "is_speaker"),
    [
        ("桥是谁设计的?", "副局长罗启明解释,雨下得太久。", True),
        ("桥是谁设计的?", "设计师罗启明解释,雨下得太久。", False),
        ("谁反对搬迁?", "主任罗启明当场宣布,7月1日搬迁。", True),
        ("谁反对搬迁?", "摊主罗启明说,反对的人不少。", False),
        ("谁反对搬迁?", "摊主罗启明担心新址太远。", False),
        ("谁夺得了冠军?", "冠军罗启明说,跑道很滑。", False),
        ("谁报的警?", "罗启明说,电话是他打的。", False),
        ("谁介绍了经验?", "村民罗启明说,要早下种。", False),
    ],
)
def test_who_tells_of_something_has_not_done_it(
    question: str, sentence: str, is_speaker: bool
) -> None:
    start = sentence.index("罗启明")
    assert only_speaks(question, sentence, Span(start, start + 3)) is is_speaker


@pytest.mark.parametrize(
    ("question", "short"),
    [("谁偷了铜缆?", "葛某"), ("谁抓住了偷铜缆的人?", "罗启明")],
)
def test_who_catches_or_defends_did_no_crime(question: str, short: str) -> None:
    told = "铜缆案告破,民警罗启明在石岗县派出所附近抓住了葛某,其律师高远提出异议。"
    assert short_answer(question, told) == short


def test_who_is_tried_is_not_left_out_with_the_court() -> None:
    told = "店主葛某近日被县法院判刑。"
    assert without_court("谁抢救了老人?", told) == told
    assert "葛某" in without_court("谁骗了老人?", told)
    assert "法院" not in without_court("谁骗了老人?", told)


@pytest.mark.parametrize(
    ("question", "alias"),
    [
        ("“大刘”是谁?", "大刘"),
        ("谁是“大刘”?", "大刘"),
        ("“大刘”的妻子是谁?", ""),
        ("骆安是谁?", ""),
    ],
)
def test_who_is_asked_by_a_name_in_quotation_marks(question: str, alias: str) -> None:
    assert alias_asked(question) == alias
