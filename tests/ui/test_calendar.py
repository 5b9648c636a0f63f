"""The calendar tells which editions of a paper are held, and which are missing."""

from __future__ import annotations

from datetime import date, timedelta

from qa.types import Edition
from ui.calendar import coverage, missing_days, undated
from ui.texts import EN, ZH

MONDAY = date(2024, 5, 6)


def days(*after: int) -> set[date]:
    return {MONDAY + timedelta(one) for one in after}


def test_a_weekly_misses_the_weeks_between() -> None:
    assert missing_days(days(0, 7, 28)) == days(14, 21)


def test_a_paper_of_working_days_misses_no_weekend() -> None:
    assert missing_days(days(0, 1, 2, 3, 4, 7, 8, 10, 11)) == days(9)


def test_nothing_is_missing_before_the_first_edition_or_after_the_last() -> None:
    assert missing_days(days(3)) == set()
    assert missing_days(set()) == set()


def test_a_year_is_counted_and_its_days_are_links() -> None:
    held = [Edition(f"报-{day}", "报", day) for day in sorted(days(0, 7, 28))]
    shown = coverage(held[1], held, ZH)
    assert "2024 年馆藏 3 期 · 缺 2 期" in shown
    assert "5月<small>2/4</small>" in shown
    assert (
        'data-open="edition-报-2024-05-13" aria-label="2024年5月13日 星期一" aria-current' in shown
    )
    assert 'class="wb-missing" title="2024年5月20日 星期一' in shown
    assert f'data-open="edition-{held[0].id}">← 上一期' in shown
    assert f'data-open="edition-{held[2].id}">下一期 →' in shown


def test_editions_without_a_date_are_listed() -> None:
    held = [Edition("a", "报", None, "总第7期"), Edition("<b>", "报", None)]
    shown = undated(held[0], held, EN)
    assert "总第7期" in shown
    assert 'data-open="edition-&lt;b&gt;"' in shown
