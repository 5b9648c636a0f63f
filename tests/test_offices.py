"""An office is one of a body, where that is named."""

import pytest

from qa.forms.offices import names_office


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
        ("谁是人民医院院长?", "中心医院院长陶静怡介绍。", False),
        ("市长是谁?", "副市长陶静怡介绍。", False),
        ("会议是谁主持的?", "副市长陶静怡主持会议。", True),
    ],
)
def test_office_is_that_of_the_body_asked_about(question: str, sentence: str, names: bool) -> None:
    assert names_office(question, sentence) is names
