"""A question is understood before it is searched."""

from datetime import date

import pytest

from qa.overlap import content
from qa.questions.understand import understand
from qa.types import DateRange, Expected, Filters


@pytest.mark.parametrize(
    ("question", "searched"),
    [
        ("铜冶镇工会主席是谁?", "铜冶镇工会主席是"),
        ("公园什么时候开放?", "公园 开放"),
        ("为什么推迟开园?", "推迟开园"),
        ("共有多少个摊位?", "共有 个摊位"),
        ("那个公园后来开了吗?", "公园 开了"),
    ],
)
def test_words_that_only_ask_or_point_are_not_searched(question: str, searched: str) -> None:
    assert " ".join(content(question).split()) == searched


def test_query_keeps_the_question_as_asked() -> None:
    assert understand("公园什么时候开放?").question == "公园什么时候开放?"


def test_query_knows_the_kind_of_answer() -> None:
    assert understand("公园什么时候开放?").expected is Expected.DATE


def test_query_carries_the_filters() -> None:
    filters = Filters(DateRange(), paper="江城日报")
    assert understand("公园开了吗?", filters=filters).filters == filters


TODAY, NEWEST = date(2026, 11, 23), date(2024, 10, 16)


def dates(question: str) -> DateRange:
    return understand(question, today=TODAY, newest=NEWEST).filters.dates


def test_date_of_an_edition_limits_the_search_to_it() -> None:
    assert dates("2024年9月4日的报纸登了什么?") == DateRange(date(2024, 9, 4), date(2024, 9, 4))


def test_date_without_a_year_is_near_the_newest_edition() -> None:
    assert dates("9月4日那期写公园了吗?") == DateRange(date(2024, 9, 4), date(2024, 9, 4))


def test_no_edition_is_looked_for_long_after_the_newest() -> None:
    assert dates("1月4日的报纸登了什么?") == DateRange(date(2024, 1, 4), date(2024, 1, 4))
    assert dates("2025年1月4日的报纸登了什么?") == DateRange(date(2025, 1, 4), date(2025, 1, 4))
    assert dates("10月18日的报纸登了什么?") == DateRange(date(2024, 10, 18), date(2024, 10, 18))


def test_numerals_in_characters_are_near_the_newest_edition_too() -> None:
    assert dates("九月四日的报纸登了什么?") == DateRange(date(2024, 9, 4), date(2024, 9, 4))


def test_day_that_only_some_years_have_is_found() -> None:
    assert dates("2月29日的报纸登了什么?") == DateRange(date(2024, 2, 29), date(2024, 2, 29))


NOW, LATEST = date(2026, 11, 29), date(2026, 11, 28)


def days_now(question: str) -> tuple[str, str]:
    found = understand(question, today=NOW, newest=LATEST).filters.dates
    return str(found.since), str(found.until)


@pytest.mark.parametrize(
    ("question", "since", "until"),
    [
        ("1月的报纸登了什么?", "2026-01-01", "2026-01-31"),
        ("12月2日的报纸登了什么?", "2025-12-02", "2025-12-02"),
        ("2027年1月的报纸登了什么?", "2027-01-01", "2027-01-31"),
        ("明天的报纸登了什么?", "2026-11-30", "2026-11-30"),
    ],
)
def test_no_edition_is_looked_for_that_is_not_yet_come(
    question: str, since: str, until: str
) -> None:
    assert days_now(question) == (since, until)


def test_festival_that_is_not_yet_come_is_the_last_one() -> None:
    days = understand("除夕的报纸登了什么?", today=date(2026, 2, 1), newest=date(2026, 2, 1))
    assert days.filters.dates == DateRange(date(2025, 1, 28), date(2025, 1, 28))


@pytest.mark.parametrize(
    ("question", "since", "until"),
    [
        ("3月18日和20日的报纸登了什么?", "2026-03-18", "2026-03-20"),
        ("3月18日、20日的报纸登了什么?", "2026-03-18", "2026-03-20"),
        ("上周和本周的报纸登了什么?", "2026-11-16", "2026-11-29"),
        ("去年9月和今年3月的报纸登了什么?", "2025-09-01", "2026-03-31"),
    ],
)
def test_dates_named_together_are_both_searched(question: str, since: str, until: str) -> None:
    assert days_now(question) == (since, until)


def test_word_before_the_date_of_an_edition_is_no_part_of_the_question() -> None:
    query = understand("从2025年9月到11月的报纸登了什么?", today=NOW, newest=LATEST)
    assert query.text == "登了什么?"


@pytest.mark.parametrize(
    "question",
    ["9月4日的消息", "9月4日有什么新闻?", "9月4日《江城周刊》说了什么?"],
)
def test_editions_are_named_in_other_words_too(question: str) -> None:
    assert dates(question) == DateRange(date(2024, 9, 4), date(2024, 9, 4))


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("9月4日头版有哪些文章?", "头版有哪些文章?"),
        ("9月4日第2版登了什么?", "第2版登了什么?"),
        ("9月4日有什么新闻?", "有什么新闻?"),
        ("9月4日的头条是什么?", "头条是什么?"),
        ("9月4日的街谈巷议栏目登了什么?", "街谈巷议栏目登了什么?"),
        ("9月4日的江城周报登了什么?", "登了什么?"),
        ("9月4日那期报道的受灾面积是多少?", "受灾面积是多少?"),
        ("9月4日的报纸上说的新路多长?", "新路多长?"),
        ("9月4日报纸的头条是什么?", "头条是什么?"),
        ("What was in the paper of Sept 4?", "What was in the paper?"),
        ("What is in the 4 September 2024 edition?", "What is in the edition?"),
    ],
)
def test_what_is_asked_of_a_dated_edition_is_left(question: str, left: str) -> None:
    query = understand(question, today=TODAY, newest=NEWEST)
    assert query.filters.dates == DateRange(date(2024, 9, 4), date(2024, 9, 4))
    assert query.text == left


@pytest.mark.parametrize(
    "question",
    [
        "今日头条是什么公司?",
        "9月4日第2版教材什么时候发?",
        "9月4日人民日报社的记者问了什么?",
        "2024年开设的专栏叫什么?",
        "How many shots were given by Sept 4?",
        "9月4日新闻发言人说了什么?",
        "2023年新闻奖得主是谁?",
        "9月4日那期培训班什么时候结业?",
        "9月4日那份报告里有多少人?",
        "9月4日那份名单上有谁?",
        "9月4日消息,岚江水位是多少?",
        "法拍房9月拍了多少套?",
        "据新华社9月4日报道,受灾面积是多少?",
        "《宇宙报》在9月4日刊登了什么文章?",
        "央视2024年报道的团队去了哪里?",
        "9月4日晚报到的有多少人?",
    ],
)
def test_what_begins_like_a_paper_is_no_edition(question: str) -> None:
    assert dates(question) == DateRange()


def test_yesterday_counts_from_today() -> None:
    assert dates("昨天的报纸有什么新闻?") == DateRange(date(2026, 11, 22), date(2026, 11, 22))


def test_date_of_an_event_limits_nothing() -> None:
    assert dates("截至8月31日接种了多少剂次?") == DateRange()


@pytest.mark.parametrize(
    ("question", "around"),
    [
        ("截至8月31日接种了多少剂次?", DateRange(date(2024, 8, 31), date(2024, 9, 3))),
        ("上周的暴雨伤了人吗?", DateRange(date(2026, 11, 16), date(2026, 11, 25))),
        ("2023年种了多少棵树?", None),
        ("种树比去年多多少?", None),
        ("去年种了多少棵树?", DateRange(date(2025, 1, 1), date(2026, 1, 3))),
        ("国庆期间来了多少人?", DateRange(date(2024, 10, 1), date(2024, 10, 10))),
        ("去年国庆来了多少人?", DateRange(date(2025, 10, 1), date(2025, 10, 10))),
        ("公园占地多大?", None),
    ],
)
def test_date_of_an_event_prefers_the_editions_of_those_days(
    question: str, around: DateRange | None
) -> None:
    assert understand(question, today=TODAY, newest=NEWEST).around == around


def test_filter_of_the_call_goes_before_the_date_of_the_question() -> None:
    given = Filters(DateRange(date(2024, 1, 1), None))
    query = understand("9月4日的报纸", filters=given, today=TODAY, newest=NEWEST)
    assert query.filters == given


def test_date_of_an_edition_is_not_searched_as_text() -> None:
    assert understand("9月4日的报纸写公园了吗?", newest=NEWEST).text == "写公园了吗?"
    assert understand("9月4日的报纸上说午餐多少钱?", newest=NEWEST).text == "午餐多少钱?"
    assert understand("9月4日的报纸说了什么?", newest=NEWEST).text == "说了什么?"


def test_question_that_only_names_an_edition_asks_what_it_holds() -> None:
    assert understand("9月4日的报纸", newest=NEWEST).text == "有哪些文章?"


@pytest.mark.parametrize("question", ["野猪出现在哪个村?", "最后一班车几点?"])
def test_words_that_hold_now_or_last_prefer_nothing(question: str) -> None:
    assert not understand(question).newest


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [("公園什麼時候開放?", "公园什么时候开放?"), ("誰是工會主席?", "谁是工会主席?")],
)
def test_traditional_words_that_only_ask_are_not_searched(
    traditional: str, simplified: str
) -> None:
    assert content(traditional) == content(simplified)


@pytest.mark.parametrize("question", ["那个公园后来开了吗?", "末班车现在几点?"])
def test_question_about_how_things_stand_prefers_the_newest(question: str) -> None:
    assert understand(question).newest


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("去年GDP是多少?", "去年GDP(生产总值)是多少?"),
        ("地区生产总值(GDP)是多少?", "地区生产总值(GDP)是多少?"),
        ("What was the GDP?", "What was the GDP?"),
    ],
)
def test_letters_are_spelled_out_as_papers_print_them(question: str, text: str) -> None:
    assert understand(question).text == text


PAPERS = ("岚江日报", "江城晚报")


@pytest.mark.parametrize(
    ("question", "paper", "left"),
    [
        ("上周岚江日报有什么新闻?", "岚江日报", "有什么新闻?"),
        ("9月4日的《江城晚报》头条是什么?", "江城晚报", "头条是什么?"),
        ("江城晚报第2版有哪些文章?", "江城晚报", "报纸第2版有哪些文章?"),
        ("岚江日报报道过火灾吗?", "岚江日报", "报纸报道过火灾吗?"),
        ("晚报第2版有哪些文章?", "江城晚报", "报纸第2版有哪些文章?"),
        ("最新一期日报头版有哪些文章?", "岚江日报", "最新一期报纸头版有哪些文章?"),
        ("8月份晚报报道过火灾吗?", "江城晚报", "报道过火灾吗?"),
        ("清河晚报第2版有哪些文章?", None, "清河晚报第2版有哪些文章?"),
        ("晨报第2版有哪些文章?", None, "晨报第2版有哪些文章?"),
        ("昨日晚报到的有多少人?", None, "昨日晚报到的有多少人?"),
        ("岚江日报社社长是谁?", None, "岚江日报社社长是谁?"),
        ("岚江日报和江城晚报怎么说?", None, "岚江日报和江城晚报怎么说?"),
    ],
)
def test_paper_that_is_asked_what_it_holds_limits_the_search(
    question: str, paper: str | None, left: str
) -> None:
    query = understand(question, today=TODAY, newest=NEWEST, papers=PAPERS)
    assert query.filters.paper == paper
    assert query.text == left


def test_days_of_what_somebody_wrote_are_those_of_editions() -> None:
    query = understand("周明9月1日写了哪些文章?", today=TODAY, newest=NEWEST)
    assert query.filters.dates == DateRange(date(2024, 9, 1), date(2024, 9, 1))
    assert query.text == "周明写了哪些文章?"
