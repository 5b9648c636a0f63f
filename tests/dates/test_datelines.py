"""A report's own words for days count from the day on which it was filed."""

from __future__ import annotations

from datetime import date

import pytest

from qa.dates.datelines import day_filed

PRINTED = date(2019, 3, 10)


@pytest.mark.parametrize(
    "text",
    [
        "(吉隆坡9日讯)雪宁红鹰昨晚反胜。",
        "（吉隆坡９日讯）雪宁红鹰昨晚反胜。",
        "新华社北京3月9日电 今天清晨",
        "本报青河三月九日电 (记者 黎秋实)今天清晨",
        "【中央社记者王大明台北9日电】今天",
    ],
)
def test_dateline_tells_the_day(text: str) -> None:
    assert day_filed(text, PRINTED) == date(2019, 3, 9)


def test_day_of_a_dateline_is_the_last_such_day_before_printing() -> None:
    assert day_filed("(吉隆坡28日讯)雪宁红鹰昨晚反胜。", date(2019, 3, 1)) == date(2019, 2, 28)


@pytest.mark.parametrize(
    "text", ["本报讯 3月8日,红鹰反胜。", "红鹰3月8日反胜,电视台转播。", "北京讯", ""]
)
def test_without_a_dateline_it_is_the_day_of_printing(text: str) -> None:
    assert day_filed(text, PRINTED) == PRINTED


def test_without_a_day_of_printing_none_is_told() -> None:
    assert day_filed("(吉隆坡9日讯)雪宁红鹰昨晚反胜。", None) is None
