"""Dates in text are resolved against the edition's day."""

from datetime import date

import pytest

from qa.dates.asked import date_ranges
from qa.dates.in_text import mentions
from qa.dates.parts import periods_in, years_in_figures
from qa.types import DateRange

DAY = date(2021, 9, 2)  # a Thursday


def days(text: str, day: date | None = DAY) -> list[tuple[str, str, str]]:
    return [
        (text[m.start : m.end], m.since.isoformat(), m.until.isoformat())
        for m in mentions(text, day)
    ]


@pytest.mark.parametrize(
    ("text", "named", "since", "until"),
    [
        ("8月31日,接种点开放。", "8月31日", "2021-08-31", "2021-08-31"),
        ("８月３１日，接种点开放。", "８月３１日", "2021-08-31", "2021-08-31"),
        ("2021年9月2日", "2021年9月2日", "2021-09-02", "2021-09-02"),
        ("二〇二一年九月二日", "二〇二一年九月二日", "2021-09-02", "2021-09-02"),
        ("定于二〇二一年九月", "二〇二一年九月", "2021-09-01", "2021-09-30"),
        ("2020-12-03印发", "2020-12-03", "2020-12-03", "2020-12-03"),
        ("昨日开工", "昨日", "2021-09-01", "2021-09-01"),
        ("前天开工", "前天", "2021-08-31", "2021-08-31"),
        ("今年6月投用", "今年6月", "2021-06-01", "2021-06-30"),
        ("去年底投用", "去年底", "2020-11-01", "2020-12-31"),
        ("去年9月1日投用", "去年9月1日", "2020-09-01", "2020-09-01"),
        ("上周开工", "上周", "2021-08-23", "2021-08-29"),
        ("上周五开工", "上周五", "2021-08-27", "2021-08-27"),
        ("本周末开放", "本周末", "2021-09-04", "2021-09-05"),
        ("8月底完工", "8月底", "2021-08-21", "2021-08-31"),
        ("本月初完工", "本月初", "2021-09-01", "2021-09-10"),
        ("上个月完工", "上个月", "2021-08-01", "2021-08-31"),
        ("1-3日举行", "1-3日", "2021-09-01", "2021-09-03"),
        ("9月1日至3日举行", "9月1日至3日", "2021-09-01", "2021-09-03"),
        ("8月30日至9月3日举行", "8月30日至9月3日", "2021-08-30", "2021-09-03"),
        ("2018—2020年实施", "2018—2020年", "2018-01-01", "2020-12-31"),
        ("2018年至2020年实施", "2018年至2020年", "2018-01-01", "2020-12-31"),
        ("6至8月汛期", "6至8月", "2021-06-01", "2021-08-31"),
        ("今年上半年", "今年上半年", "2021-01-01", "2021-06-30"),
        ("2021年第三季度", "2021年第三季度", "2021-07-01", "2021-09-30"),
        ("31日,记者看到", "31日", "2021-08-31", "2021-08-31"),
        ("停电4200户,至31日上午恢复", "31日", "2021-08-31", "2021-08-31"),
        ("20世纪80年代建成", "20世纪80年代", "1980-01-01", "1989-12-31"),
        ("12月1日起征求意见", "12月1日", "2021-12-01", "2021-12-01"),
        ("今年1月至8月,新增4座", "今年1月至8月", "2021-01-01", "2021-08-31"),
        ("1月至12月,新增4座", "1月至12月", "2021-01-01", "2021-12-31"),
        ("9月1日夜间至2日凌晨降雨", "9月1日夜间至2日", "2021-09-01", "2021-09-02"),
        ("8月30日18时到9月1日6时停水", "8月30日18时到9月1日", "2021-08-30", "2021-09-01"),
        ("8月30日晚至9月1日停电", "8月30日晚至9月1日", "2021-08-30", "2021-09-01"),
        ("去年11月至3月检修", "去年11月至3月", "2020-11-01", "2021-03-31"),
        ("2020年1至3月降雨偏少", "2020年1至3月", "2020-01-01", "2020-03-31"),
        ("去年5月2—4日举行", "去年5月2—4日", "2020-05-02", "2020-05-04"),
        ("8月12-15号举行", "8月12-15号", "2021-08-12", "2021-08-15"),
        ("去年11月到今年2月检修", "去年11月到今年2月", "2020-11-01", "2021-02-28"),
        ("19年3月4日落成", "19年3月4日", "2019-03-04", "2019-03-04"),
        ("98年7月1日落成", "98年7月1日", "1998-07-01", "1998-07-01"),
        ("去年今日,渡船停航", "去年今日", "2020-09-02", "2020-09-02"),
        ("12月1日至明年3月31日检修", "12月1日至明年3月31日", "2021-12-01", "2022-03-31"),
        ("因此前年10月停了班车", "前年10月", "2019-10-01", "2019-10-31"),
        ("大后天开镰", "大后天", "2021-09-05", "2021-09-05"),
        ("去年春运", "去年", "2020-01-01", "2020-12-31"),
        ("去年春天开工", "去年春天", "2020-03-01", "2020-05-31"),
        ("去年秋开工", "去年秋", "2020-09-01", "2020-11-30"),
    ],
)
def test_date_is_resolved_against_the_edition(
    text: str, named: str, since: str, until: str
) -> None:
    assert days(text) == [(named, since, until)]


def test_december_in_a_january_paper_is_last_years() -> None:
    assert days("12月30日,大桥合龙。", date(2022, 1, 4))[0][1] == "2021-12-30"


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("纪念馆预计3月20日开放。", "2022-03-20"),
        ("纪念馆将于3月对外开放。", "2022-03-01"),
        ("开馆时间由10月推迟到次年3月20日。", "2022-03-20"),
        ("运动会由9月改到3月20日。", "2022-03-20"),
        ("纪念馆将于20日开放。", "2021-09-20"),
        ("纪念馆将于9月开放。", "2021-09-01"),
        ("纪念馆预计8月25日开放。", "2021-08-25"),
        ("原计划3月20日开放。", "2021-03-20"),
        ("3月20日,王某将车停在路边。", "2021-03-20"),
    ],
)
def test_day_that_is_told_as_yet_to_come_lies_ahead(text: str, since: str) -> None:
    assert days(text)[-1][1] == since


def test_day_to_which_something_is_put_off_may_be_past_where_that_is_far_nearer() -> None:
    assert days("婚期推迟到12月30日。", date(2022, 1, 4))[0][1] == "2021-12-30"


def test_second_day_of_two_that_are_yet_to_come_lies_ahead_too() -> None:
    assert [d[1] for d in days("预计3月18日和20日开放。")] == ["2022-03-18", "2022-03-20"]
    assert [d[1] for d in days("停水,至5日、6日恢复。")] == ["2021-09-05", "2021-09-06"]


def test_same_year_refers_to_the_year_named_before() -> None:
    assert [d[1] for d in days("2006年12月入党,同年9月入职。")] == ["2006-12-01", "2006-09-01"]


def test_year_before_counts_from_the_year_named() -> None:
    assert [d[1] for d in days("2006年增长6%,比上年快1个百分点。")] == ["2006-01-01", "2005-01-01"]


def test_year_before_counts_from_the_end_of_a_range() -> None:
    assert days("去年9月至今年8月登记40种,比上年多3种。")[1] == ("上年", "2020-01-01", "2020-12-31")


def test_same_day_refers_to_the_day_named_before() -> None:
    assert [d[1] for d in days("8月27日,公园开放。当天游人如织。")] == ["2021-08-27"] * 2


def test_next_day_at_the_end_of_hours_refers_to_the_day_before_them() -> None:
    assert days("9月1日晚20时至次日6时停水")[1] == ("次日", "2021-09-02", "2021-09-02")
    assert days("9月1日(星期三)20时至次日6时停水")[1] == ("次日", "2021-09-02", "2021-09-02")
    assert days("今晚20时至次日6时停水")[1] == ("次日", "2021-09-03", "2021-09-03")


def test_same_day_refers_to_a_day_though_a_month_was_named_since() -> None:
    text = "8月27日,公园开放。公园2019年10月动工。当天游人如织。"
    assert days(text)[-1] == ("当天", "2021-08-27", "2021-08-27")


def test_undated_edition_gives_only_dates_with_their_year() -> None:
    assert days("8月31日,昨日,今年6月,2020年5月1日。", None) == [
        ("2020年5月1日", "2020-05-01", "2020-05-01")
    ]


def test_day_in_a_title_counts_from_the_day_of_that_title() -> None:
    assert days("本报《城东明晚停水》一文有误,昨日的《五月三日》无误。") == [
        *days("昨日的"),
        *days("五月三日"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "每天21时开会",
        "3日游",
        "12个月",
        "第3季",
        "85.14万剂",
        "2021年级",
        "13月40日",
        "建成后年产3万吨",
        "8个月大",
        "2月30日",
        "夜间21时至次日7时免费",
        "每日20:30到次日6点开放",
        "工作日晚上22点-次日6点停水",
        "处5日以上10日以下拘留",
        "处7日至10日行政拘留",
        "拘留15日并罚款",
        "公示期5日",
        "超过15日未缴费",
        "记者在事发当天赶到",
        "案件当晚告破",
        "目前日产豆腐两千斤",
        "此前日均客流三百",
        "当前年产值翻番",
        "大年初三赶集",
        "此后天天练拳",
        "午后天气转凉",
        "60岁以上年龄段",
        "资本周转慢",
        "《光明日报》转载",
        "多次年检合格",
        "将近三年的工程",
        "判了15年6个月",
    ],
)
def test_numbers_that_are_no_dates_are_left_alone(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize("text", ["3月18日和20日开放。", "3月18日、20日开放。"])
def test_second_day_of_two_is_of_the_month_of_the_first(text: str) -> None:
    assert [d[1] for d in days(text)] == ["2021-03-18", "2021-03-20"]


def test_question_with_since_is_open_to_today() -> None:
    (found,) = date_ranges("9月1日以来有哪些报道?", DAY)
    assert (found.range.since, found.range.until) == (date(2021, 9, 1), DAY)


def test_question_with_before_has_no_first_day() -> None:
    (found,) = date_ranges("2021年8月之前开工的项目", DAY)
    assert (found.range.since, found.range.until) == (None, date(2021, 7, 31))
    assert "2021年8月之前开工的项目"[found.start : found.end] == "2021年8月之前"


def test_question_with_after_has_no_last_day() -> None:
    (found,) = date_ranges("去年8月以后", DAY)
    assert (found.range.since, found.range.until) == (date(2020, 8, 1), None)


def test_question_with_about_asks_of_some_days_on_either_side() -> None:
    (found,) = date_ranges("9月10日前后有雨吗?", DAY)
    assert found.range == DateRange(date(2021, 9, 7), date(2021, 9, 13))
    assert found.end == len("9月10日前后")


def test_question_about_the_last_days_counts_today_as_one_of_them() -> None:
    (found,) = date_ranges("最近三天的新闻", DAY)
    assert (found.range.since, found.range.until) == (date(2021, 8, 31), DAY)


def test_month_soon_after_a_named_year_is_of_that_year() -> None:
    assert [d[1] for d in days("2017年8月,公司成立。12月20日,第一件产品下线。")] == [
        "2017-08-01",
        "2017-12-20",
    ]


def test_day_nought_is_none() -> None:
    assert days("9月0日,公园开放。") == []
    assert date_ranges("9月00日的报纸", DAY) == ()


def test_day_within_another_word_is_none() -> None:
    assert days("如今日均客流5300人次。") == []


def test_day_before_is_not_a_stretch_of_days() -> None:
    assert days("前一天,他们到了。前四个月增长一成。") == []


def test_range_of_months_past_the_twelfth_is_none() -> None:
    assert days("增幅从6至23月不等。") == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("What happened on Sept 18?", date(2021, 9, 18)),
        ("What happened on October 9th, 2020?", date(2020, 10, 9)),
        ("What happened on the 9th of May?", date(2021, 5, 9)),
    ],
)
def test_day_in_english_is_understood_in_questions(text: str, day: date) -> None:
    (found,) = date_ranges(text, date(2021, 10, 1))
    assert found.range == DateRange(day, day)


@pytest.mark.parametrize("text", ["At market 3, who sells?", "Who has 12 marbles?"])
def test_english_word_that_begins_like_a_month_is_no_date(text: str) -> None:
    assert date_ranges(text, date(2021, 10, 1)) == ()


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("二季度", (4, 6)),
        ("4—6月", (4, 6)),
        ("4月至6月", (4, 6)),
        ("首季度", (1, 3)),
        ("前三季度", (1, 9)),
        ("上半年", (1, 6)),
        ("前两个月", (1, 2)),
        ("3月份", (3, 3)),
        ("十一月", (11, 11)),
    ],
)
def test_part_of_a_year_is_known_by_its_months(text: str, months: tuple[int, int]) -> None:
    assert periods_in(text) == {months}


@pytest.mark.parametrize("text", ["6月8日", "六月八日", "6月底", "三个月", "几个季度", "6月以来"])
def test_day_is_no_part_of_a_year_nor_is_a_stretch_of_time(text: str) -> None:
    assert periods_in(text) == set()


def test_year_in_characters_is_as_long_in_figures() -> None:
    assert years_in_figures("一九八〇年比一九七九年") == "1980年比1979年"


def test_year_of_a_title_is_that_of_what_the_text_tells_of_the_year() -> None:
    text = "全年产粮6万吨,比上年增长2%。年末有3万人,比上年末减少1%。产鱼2万吨,比上年增长1%。"
    found = mentions(text, DAY, "岚江县2020年统计公报")
    assert [one.since.year for one in found] == [2019, 2020, 2019, 2019]


def test_title_of_its_own_year_tells_no_year_before() -> None:
    (found,) = mentions("年末将有3万人。", DAY, "2021年规划")
    assert found.since.year == DAY.year
