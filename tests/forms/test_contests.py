"""Who won a contest is told from who lost it, from whichever side it is told or asked."""

import pytest

from qa.forms.contests import asks_against_whom, contest_told
from tests.building import short_answer

TEAMS = "半决赛中,石桥镇队70比61淘汰江湾队,柳河队1比3不敌东坝队,北岭队被西山队淘汰。"
FINAL = "昨晚的决赛中,石桥镇队以89比86战胜三届冠军东坝队,首次捧杯。"
PEOPLE = "冠军由税务局的谭小青获得,她在决赛中4比2战胜邮政公司的闵航;教师骆安则3比0轻取葛秀敏。"


@pytest.mark.parametrize(
    ("question", "sentence", "short"),
    [
        ("谁输给了谭小青?", PEOPLE, "闵航"),
        ("谁输给了骆安?", PEOPLE, "葛秀敏"),
        ("闵航输给了谁?", PEOPLE, "谭小青"),
        ("谭小青战胜了谁?", PEOPLE, "闵航"),
        ("谭小青输给了谁?", PEOPLE, ""),
        ("江湾队输给了谁?", TEAMS, "石桥镇队"),
        ("谁淘汰了江湾队?", TEAMS, "石桥镇队"),
        ("石桥队淘汰了谁?", TEAMS, "江湾队"),
        ("柳河队输给了谁?", TEAMS, "东坝队"),
        ("谁输给了东坝队?", TEAMS, "柳河队"),
        ("谁输给了西山队?", TEAMS, "北岭队"),
        ("谁被石桥镇队淘汰?", TEAMS, "江湾队"),
        ("江湾队被谁淘汰?", TEAMS, "石桥镇队"),
        ("江湾队和石桥镇队谁赢了?", TEAMS, "石桥镇队"),
        ("谁输给了江湾队?", TEAMS, ""),
        ("冠军是谁?", FINAL, "石桥镇队"),
        ("哪个队夺冠?", FINAL, "石桥镇队"),
    ],
)
def test_side_is_the_one_that_won_or_lost(question: str, sentence: str, short: str) -> None:
    assert short_answer(question, sentence) == short


def test_winner_of_another_match_than_the_last_is_no_champion() -> None:
    assert contest_told("谁夺冠了?", TEAMS) is None
    assert contest_told("谁夺冠了?", "三四名决赛中,江湾队击败东坝队。") is None


def test_other_questions_ask_of_no_contest() -> None:
    assert contest_told("石桥镇队的教练是谁?", FINAL) is None
    assert not asks_against_whom("纸厂淘汰了哪些设备?")


@pytest.mark.parametrize(
    ("question", "against"),
    [("谁输给了谭小青?", True), ("闵航输给了谁?", True), ("女子组谁赢了?", False)],
)
def test_who_lost_to_whom_is_told_by_contests_alone(question: str, against: bool) -> None:
    assert asks_against_whom(question) is against
