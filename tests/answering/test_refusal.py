"""A refusal says what was searched, and which edition that is named is not there."""

from dataclasses import replace
from datetime import date

import pytest

from qa.answering import abstention
from qa.dates.in_text import mentions
from qa.questions.understand import understand
from qa.types import DateRange, Edition, Filters
from tests.building import article_of, hit_of


def edition(paper: str, day: date) -> Edition:
    return Edition(f"{paper}-{day}", paper, day)


HELD = [edition("江城日报", date(2024, 4, number)) for number in (8, 9, 10)]
TWO_PAPERS = [*HELD, edition("青湾周刊", date(2024, 4, 5))]


def refused(question: str, held: list[Edition] = HELD, filters: Filters | None = None) -> str:
    query = understand(question, filters=filters, today=date(2024, 4, 20), newest=date(2024, 4, 10))
    return abstention(query, [], held).text


def test_paper_and_its_days_are_named() -> None:
    assert refused("市长是谁?") == "在《江城日报》2024-04-08至2024-04-10的3期中没有找到答案。"


def test_every_paper_that_was_searched_is_named() -> None:
    assert "《青湾周刊》2024-04-05" in refused("市长是谁?", TWO_PAPERS)


def test_english_question_is_refused_in_english() -> None:
    said = refused("Who is the mayor?")
    assert said == "Not found in 江城日报 (3 editions, 2024-04-08 to 2024-04-10)."


@pytest.mark.parametrize(
    ("question", "missing"),
    [("4月7日发生了什么?", "2024-04-07"), ("2019年发生了什么?", "2019年")],
)
def test_day_that_the_question_names_and_the_archive_lacks_is_told(
    question: str, missing: str
) -> None:
    assert refused(question).endswith(f"档案里没有{missing}的报纸。")


@pytest.mark.parametrize(
    ("question", "text", "missing"),
    [
        ("4月3日鸡蛋多少钱?", "4月3日,鸡蛋每斤5元。", False),
        ("4月3日鸡蛋多少钱?", "4月2日,鸡蛋每斤5元。", True),
        ("6月电梯能用吗?", "电梯6月20日装好。", False),
        ("截至4月3日接种了多少人?", "接种从4月1日开始。", False),
    ],
)
def test_day_that_an_article_tells_of_is_not_that_of_an_edition(
    question: str, text: str, missing: bool
) -> None:
    day = date(2024, 4, 10)
    article = replace(article_of(text), dates=tuple(mentions(text, day)))
    query = understand(question, today=day, newest=day)
    said = abstention(query, [hit_of(article, day)], HELD).text
    assert ("档案里没有" in said) is missing


def test_month_without_its_year_is_not_called_missing_where_it_is_to_come() -> None:
    assert "档案里没有" not in refused("5月份鸡蛋多少钱?")
    assert "档案里没有2024年3月" in refused("3月份鸡蛋多少钱?")


def test_open_range_without_an_edition_is_told() -> None:
    later = Filters(DateRange(date(2030, 1, 1), None))
    assert "档案里没有2030-01-01以来的报纸" in refused("市长是谁?", filters=later)
    earlier = Filters(DateRange(None, date(2020, 1, 1)))
    assert "no edition of 2020-01-01 or earlier" in refused("Who is the mayor?", filters=earlier)


def test_day_told_by_today_is_not_called_missing() -> None:
    assert "没有2024" not in refused("昨天下雨了吗?")


def test_day_that_the_archive_holds_is_not_called_missing() -> None:
    assert "没有2024" not in refused("4月9日谁当选了市长?")


def test_question_about_a_missing_edition_says_what_there_is_instead() -> None:
    said = refused("4月7日的报纸说了什么?")
    assert said == (
        "没有找到答案:档案里没有2024-04-07的报纸,只有《江城日报》2024-04-08至2024-04-10的3期。"
    )


def test_edition_of_the_same_day_of_another_year_is_offered() -> None:
    held = [*HELD, edition("江城日报", date(2022, 4, 7))]
    said = refused("4月7日的报纸说了什么?", held)
    assert said.endswith("2024-04-10的4期。4月7日的有《江城日报》2022-04-07。")


def test_only_what_the_filters_let_through_is_said_to_be_searched() -> None:
    filters = Filters(DateRange(date(2024, 4, 9), date(2024, 4, 10)), page="3", reporter="周明")
    said = refused("市长是谁?", filters=filters)
    assert said == "在《江城日报》2024-04-09至2024-04-10的2期的第3版周明采写的报道中没有找到答案。"


@pytest.mark.parametrize(
    ("question", "filters", "said"),
    [
        ("市长是谁?", Filters(page="9"), "的第9版中没有找到答案:档案里没有这样的文章。"),
        ("市长是谁?", Filters(reporter="周明"), "采写的报道中没有找到答案:档案里没有这样的文章。"),
        ("市长是谁?", Filters(), "的3期中没有找到答案。"),
        ("Who is it?", Filters(page="9"), "page 9: the archive has no such article."),
    ],
)
def test_part_of_the_paper_that_is_not_there_is_told(
    question: str, filters: Filters, said: str
) -> None:
    query = understand(question, filters=filters)
    assert abstention(query, [], HELD, none_there=True).text.endswith(said)


def test_paper_that_the_archive_does_not_hold_is_told() -> None:
    assert "没有海城晚报的报纸" in refused("市长是谁?", filters=Filters(paper="海城晚报"))


def test_year_within_a_question_is_not_called_missing() -> None:
    assert "没有2019年的报纸" not in refused("顾秀云2019年得了什么奖?")
