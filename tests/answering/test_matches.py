"""Which team another one meets is told by the sentence that names both."""

from collections.abc import Callable, Mapping

import pytest

from qa import Archive
from qa.forms.contests import asks_opponent, opponent


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("河东队第二轮对谁?", True),
        ("河东队首轮的对手是谁?", True),
        ("河东队赢了哪个队?", True),
        ("河东队里谁赢了?", False),
        ("谷凯决赛赢了谁?", False),
    ],
)
def test_team_that_is_met_is_asked_for(question: str, asks: bool) -> None:
    assert asks_opponent(question) is asks


@pytest.mark.parametrize(
    ("question", "sentence", "team"),
    [
        ("河东队对谁?", "昨晚,河东队在主场以3比1战胜青石队。", "青石队"),
        ("昨晚河东队赢了谁?", "周六河东队3比1战胜青石队。", "青石队"),
        ("河东队赢了谁?", "河东队3比1战胜青石队。", "青石队"),
        ("河东队赢了谁?", "青石队客场1比3不敌河东队。", "青石队"),
        ("河东队赢了谁?", "河东队客场1比3不敌青石队。", None),
        ("河东队输给了谁?", "河东队客场1比3负于青石队。", "青石队"),
        ("河东队的对手是谁?", "下一轮,河东队将主场迎战青石队。", "青石队"),
        ("河东队的对手是谁?", "城关队3比1战胜青石队。", None),
        ("河东队的对手是谁?", "河东队主场胜率不如青石队。", None),
        ("消防队的对手是谁?", "消防队平安救出勘探队。", None),
        ("河东队的对手是谁?", "河东队前锋谷凯进了两球,城关队队长扳回一球。", None),
    ],
)
def test_opponent_is_the_other_team_of_a_match(
    question: str, sentence: str, team: str | None
) -> None:
    found = opponent(question, sentence)
    assert (sentence[found.start : found.end] if found else None) == team


@pytest.mark.parametrize(
    ("question", "team"),
    [
        ("河东队首轮对谁?", "青石队"),
        ("河东队第1轮对谁?", "青石队"),
        ("河东队第二轮对谁?", "城关队"),
        ("河东队第三轮对谁?", ""),
    ],
)
def test_match_of_the_round_asked_for_answers(
    archive_of: Callable[[Mapping[str, str]], Archive], question: str, team: str
) -> None:
    archive = archive_of(
        {
            "测报_20240601_01": (
                "## 河东队旗开得胜\n\n昨晚,市篮球联赛第一轮,河东队主场72比65战胜青石队。"
                "中锋谷凯得到21分。教练杨柏说,赢在防守。\n"
            ),
            "测报_20240608_01": (
                "## 河东队吞下首败\n\n昨晚,市篮球联赛第二轮,河东队客场60比81不敌城关队。"
                "中锋谷凯得到12分。教练杨柏说,输在体力。\n"
            ),
        }
    )
    assert archive.ask(question, llm=False).short == team
