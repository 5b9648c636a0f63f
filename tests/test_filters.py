"""What a search is limited to is read as a reader would write it."""

from datetime import date, datetime

import pytest

from qa import UsageError
from qa.filters import filters_of
from qa.types import DateRange


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("3", "3"),
        ("\uff13", "3"),
        ("第3版", "3"),
        ("a03", "A03"),
        ("A03版", "A03"),
        ("十二版", "12"),
        ("头版", "1"),
        ("頭版", "1"),
        ("特刊", "特刊"),
    ],
)
def test_page_is_given_as_it_is_called(written: str, number: str) -> None:
    assert filters_of({"page": written}).page == number


@pytest.mark.parametrize("written", ["卢亮", " 卢 亮 ", "记者卢亮", "本报记者 卢亮", "通讯员:卢亮"])
def test_reporter_is_given_as_signed(written: str) -> None:
    assert filters_of({"reporter": written}).reporter == "卢亮"


def test_paper_is_given_with_or_without_its_brackets() -> None:
    assert filters_of({"paper": "《江城日报》"}).paper == "江城日报"


def test_blank_filter_limits_nothing() -> None:
    assert filters_of({"paper": " ", "section": "", "since": ""}) == filters_of({})


def test_time_of_day_does_not_count() -> None:
    noon = datetime(2024, 4, 10, 12)
    assert filters_of({"since": noon}).dates == DateRange(date(2024, 4, 10))


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"colour": "red"}, "colour"),
        ({"reporter": ["卢亮"]}, "reporter"),
        ({"paper": "\ud800"}, "paper"),
        ({"since": 20240410}, "20240410"),
        ({"until": "soon"}, "soon"),
        ({"since": "2024-04-11", "until": "2024-04-10"}, "2024-04-11"),
    ],
)
def test_filter_that_makes_no_sense_is_named(options: dict[str, object], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        filters_of(options)  # type: ignore[arg-type]
