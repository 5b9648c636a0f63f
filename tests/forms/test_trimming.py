"""A name is told without what is no part of it."""

import pytest

from qa.forms.choosing.trimming import as_name, within_marks
from qa.types import Span
from tests.building import looked_for


@pytest.mark.parametrize(
    ("question", "place"), [("曾炯是什么地方人?", "江西南昌"), ("曾炯是哪儿的?", "江西南昌人")]
)
def test_where_somebody_is_from_is_a_place(question: str, place: str) -> None:
    found = as_name(looked_for(question), "江西南昌人,数学家。", Span(0, 5))
    assert found == Span(0, len(place))


def test_somebody_is_no_place() -> None:
    sentence = "双庙中学的初二学生鲍小燕跑掉了一只鞋。"
    whole = Span(0, sentence.index("跑"))
    assert as_name(looked_for("学生平时在哪儿练跑步?"), sentence, whole) is None


@pytest.mark.parametrize(
    ("sentence", "begun", "told"),
    [
        ("取“称心如意”的意思。", "称心如意”的意思", "“称心如意”的意思"),
        ("读《时代》。", "时代》", "《时代》"),
        ("他说“好”。", "“好", "好"),
    ],
)
def test_mark_gets_its_other_half_where_that_stands_beside(
    sentence: str, begun: str, told: str
) -> None:
    start = sentence.index(begun)
    found = within_marks(sentence, Span(start, start + len(begun)))
    assert sentence[found.start : found.end] == told
