"""A price says for how much it is told, and that something costs nothing answers what it costs."""

import pytest

from qa.forms.quantities.numbers import numbers
from qa.forms.quantities.prices import free


def told(question: str, sentence: str) -> list[str]:
    return [sentence[span.start : span.end] for span, _ in numbers(question, sentence)]


@pytest.mark.parametrize(
    ("question", "sentence", "found"),
    [
        ("荔枝多少钱一斤?", "荔枝每公斤16.4元。", ["每公斤16.4元"]),
        ("荔枝每斤多少元?", "荔枝16.4元/公斤。", ["16.4元/公斤"]),
        ("荔枝多少钱一公斤?", "荔枝每千克16.4元。", ["16.4元"]),
        ("荔枝多少钱一公斤?", "荔枝每公斤16.4元。", ["16.4元"]),
        ("荔枝多少钱?", "荔枝每公斤16.4元。", ["16.4元"]),
        ("仓储费每年多少钱?", "仓储费每吨每月30元。", ["每月30元"]),
        ("仓储费每月多少钱?", "仓储费每吨每月30元。", ["30元"]),
        ("新房每平方米多少钱?", "新房每平方米8460元。", ["8460元"]),
        ("仓储费一个月多少钱?", "二〇二一年仓储费30元。", ["30元"]),
        ("去白沙的车一周几班?", "去白沙的车每天两班。", ["每天两班"]),
        ("去白沙的车一天几班?", "去白沙的车每天两班。", ["两班"]),
    ],
)
def test_price_for_another_measure_says_for_which(
    question: str, sentence: str, found: list[str]
) -> None:
    assert told(question, sentence) == found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("电动车停一小时多少钱?", "首小时免费"),
        ("救护车停一小时多少钱?", "一律免费"),
        ("摩托车停一小时多少钱?", ""),
        ("电动车有几辆?", ""),
    ],
)
def test_what_alone_is_free_is_told_of_that_alone(question: str, found: str) -> None:
    sentence = "停车场每小时3元,电动车首小时免费,救护车一律免费。"
    costing_nothing = [sentence[span.start : span.end] for span, _ in free(question, sentence)]
    assert costing_nothing == [found] * bool(found)
    assert not found or found in told(question, sentence)
