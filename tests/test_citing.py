"""References follow GB/T 7714."""

from __future__ import annotations

from datetime import date

from qa.citing import reference
from qa.types import Article, Edition

EDITION = Edition("e", "岚江日报", date(2024, 10, 16))


def test_reference_names_writers_title_paper_day_and_page() -> None:
    article = Article("a", "01", "最后一户通水", (), reporters=("闻铎",), correspondents=("蒋 苗",))
    assert reference(article, EDITION) == "闻铎, 蒋苗. 最后一户通水[N]. 岚江日报, 2024-10-16(01)."


def test_fourth_writer_and_on_are_and_others() -> None:
    article = Article("a", "1", "题", (), reporters=("甲一", "乙二", "丙三", "丁四"))
    assert reference(article, EDITION).startswith("甲一, 乙二, 丙三, 等. 题[N].")


def test_subhead_follows_the_headline_without_its_dash() -> None:
    article = Article("a", "02", "18路上的“报站员”", (), subhead="——记公交驾驶员何铁山")
    assert reference(article, EDITION).startswith("18路上的“报站员”: 记公交驾驶员何铁山[N].")


def test_what_is_unknown_is_left_out() -> None:
    assert reference(Article("a", "", "题", ()), Edition("e", "", None)) == "题[N]."
