"""What is told of some days of the week answers nothing about the others."""

import pytest

from qa.answering.evidence import Evidence
from qa.answering.fitting.mismatch import is_of_another_one
from qa.forms.weekdays import closed_on, weekdays_in, without_other_weekdays
from qa.types import Expected, Span
from tests.building import article_of, hit_of, looked_for, short_answer


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("每周二、四、六", {1, 3, 5}),
        ("周一至周四和周日", {0, 1, 2, 3, 6}),
        ("周六至周一", {5, 6, 0}),
        ("星期天", {6}),
        ("工作日", {0, 1, 2, 3, 4}),
        ("周末", {5, 6}),
        ("周二、四楼", {1}),
        ("周三、四川", {2}),
        ("下周", set()),
    ],
)
def test_days_of_the_week_are_read(text: str, days: set[int]) -> None:
    assert weekdays_in(text) == days


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("花房周日开到几点?", "19时"),
        ("花房周六开到几点?", "21时"),
        ("花房开到几点?", "21时"),
    ],
)
def test_hours_are_those_of_the_day_that_is_named(question: str, short: str) -> None:
    sentence = "花房每周五、周六延长开放到21时,其余各天仍为19时关门。"
    assert short_answer(question, sentence) == short


def test_sentence_without_the_day_stays() -> None:
    sentence = "周五、周六开放到21时。"
    assert without_other_weekdays("花房周日开到几点?", sentence) == sentence


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("城南到石桥的车每周哪几天开?", "周二、四、六"),
        ("城南到河口的车每周哪几天开?", "周一、三、五、日"),
        ("城南到石桥的车星期几开?", "周二、四、六"),
    ],
)
def test_days_that_are_listed_answer_together(question: str, short: str) -> None:
    sentence = "城南至河口,每周一、三、五、日,8时开;城南至石桥,每周二、四、六,13时开。"
    assert short_answer(question, sentence) == short


def test_how_often_a_week_is_no_day_of_the_week() -> None:
    assert looked_for("城南到石桥一周几班?").expected is Expected.NUMBER
    assert short_answer("城南到石桥一周几班?", "城南至石桥,每周二、四、六,13时开。") == ""
    assert short_answer("城南到石桥一周几班?", "城南至石桥每周开3班。") == "3班"


def test_closed_day_is_told_where_hours_are_asked_for() -> None:
    assert short_answer("花房周一几点关门?", "花房每周一闭园养护。") == "周一闭园"
    assert closed_on("花房周一几点关门?", "花房周一上午闭园。") is None
    assert closed_on("花房周二几点关门?", "花房每周一闭园养护。") is None


@pytest.mark.parametrize(
    ("question", "other"),
    [("花房周一几点开门?", True), ("花房周二几点开门?", False), ("花房几点开门?", False)],
)
def test_hours_are_not_those_of_a_day_on_which_all_is_closed(question: str, other: bool) -> None:
    hours = "花房8时至20时开放。"
    one = Evidence(hit_of(article_of(f"{hours}周一闭园养护。")), Span(0, len(hours)), 0.0)
    assert is_of_another_one(looked_for(question), one) is other
