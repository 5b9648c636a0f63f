"""Dates that questions name beyond what articles do are resolved too."""

from datetime import date

import pytest

from qa.dates.asked import date_ranges
from qa.types import DateRange

TODAY = date(2021, 9, 2)  # a Thursday


def days(text: str) -> list[tuple[str, str, str]]:
    return [
        (text[one.start : one.end], str(one.range.since), str(one.range.until))
        for one in date_ranges(text, TODAY)
    ]


@pytest.mark.parametrize(
    ("text", "named", "since", "until"),
    [
        ("元旦的报纸", "元旦", "2021-01-01", "2021-01-01"),
        ("清明期间来了多少人", "清明期间", "2021-04-04", "2021-04-06"),
        ("去年五一来了多少人", "去年五一", "2020-05-01", "2020-05-05"),
        ("2019年国庆节当天", "2019年国庆节当天", "2019-10-01", "2019-10-01"),
        ("春节期间来了多少人", "春节期间", "2021-02-11", "2021-02-18"),
        ("春节前后的报纸", "春节前后", "2021-02-08", "2021-02-21"),
        ("2020年除夕", "2020年除夕", "2020-01-24", "2020-01-24"),
        ("正月初五的集市", "正月初五", "2021-02-16", "2021-02-16"),
        ("五一前完工的路", "五一前", "None", "2021-04-30"),
        ("教师节表彰了谁", "教师节", "2021-09-10", "2021-09-10"),  # soon
        ("中秋节有雨吗", "中秋节", "2021-09-21", "2021-09-21"),
    ],
)
def test_festival_is_the_last_or_a_near_one(text: str, named: str, since: str, until: str) -> None:
    assert days(text) == [(named, since, until)]


@pytest.mark.parametrize(
    "text",
    [
        "赵国庆是谁?",
        "赵国庆节目多吗?",
        "五一路多长?",
        "春节联欢晚会的导演",
        "清明河多长?",
        "二十一前锋",
    ],
)
def test_festival_within_a_name_is_none(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    ("text", "named", "since", "until"),
    [
        ("20200918的报纸", "20200918", "2020-09-18", "2020-09-18"),
        ("8.18的报纸", "8.18", "2021-08-18", "2021-08-18"),
        ("三天前下雨了吗", "三天前", "2021-08-30", "2021-08-30"),
        ("两周前下雨了吗", "两周前", "2021-08-16", "2021-08-22"),
        ("三个月前下雨了吗", "三个月前", "2021-06-01", "2021-06-30"),
        ("半年前下雨了吗", "半年前", "2021-03-01", "2021-03-31"),
        ("两年前下雨了吗", "两年前", "2019-01-01", "2019-12-31"),
        ("前几天的报纸", "前几天", "2021-08-27", "2021-09-02"),
        ("最近有什么新闻", "最近", "2021-08-27", "2021-09-02"),
        ("最近半年的报纸", "最近半年", "2021-03-04", "2021-09-02"),
        ("周三的报纸", "周三", "2021-09-01", "2021-09-01"),
        ("星期五的报纸", "星期五", "2021-08-27", "2021-08-27"),
        ("周末的报纸", "周末", "2021-08-28", "2021-08-29"),
        ("上半年的报纸", "上半年", "2021-01-01", "2021-06-30"),
        ("四季度的报纸", "四季度", "2020-10-01", "2020-12-31"),
        ("2019年第三季度的报纸", "2019年第三季度", "2019-07-01", "2019-09-30"),
    ],
)
def test_time_is_told_as_one_speaks(text: str, named: str, since: str, until: str) -> None:
    assert days(text) == [(named, since, until)]


@pytest.mark.parametrize(
    "text",
    [
        "捐了20200918元",
        "水位涨到8.18米",
        "周一至周五几点开门?",
        "附近天桥",
        "临近天津的县",
        "前三季度增长多少?",
        "四周一片",
        "每周三的集市",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert days(text) == []


def test_what_counts_from_today_is_told_from_what_is_near_the_newest() -> None:
    told = date_ranges("昨天、去年国庆、8月3日、国庆节", TODAY)
    assert [one.from_today for one in told] == [True, True, False, False]


def test_festival_that_no_table_holds_is_none() -> None:
    assert date_ranges("2099年春节的报纸", TODAY)[0].range == DateRange(
        date(2099, 1, 1), date(2099, 12, 31)
    )
