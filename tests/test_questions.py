"""A question is understood before it is searched."""

import pytest

from qa.questions import content, understand
from qa.types import DateRange, Expected, Filters


@pytest.mark.parametrize(
    ("question", "searched"),
    [
        ("铜冶镇工会主席是谁?", "铜冶镇工会主席是"),
        ("公园什么时候开放?", "公园 开放"),
        ("为什么推迟开园?", "推迟开园"),
        ("共有多少个摊位?", "共有 个摊位"),
    ],
)
def test_words_that_only_ask_are_not_searched(question: str, searched: str) -> None:
    assert " ".join(content(question).split()) == searched


def test_query_keeps_the_question_as_asked() -> None:
    assert understand("公园什么时候开放?").question == "公园什么时候开放?"


def test_query_knows_the_kind_of_answer() -> None:
    assert understand("公园什么时候开放?").expected is Expected.DATE


def test_query_carries_the_filters() -> None:
    filters = Filters(DateRange(), paper="江城日报")
    assert understand("公园开了吗?", filters=filters).filters == filters
