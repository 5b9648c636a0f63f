"""The question sets that answering and ranking learn from."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from embeddings.corpus import Document
from embeddings.news_questions import NEWS_QUESTIONS
from embeddings.sources import read_lines
from qa.learning.question_sets import (
    LOCAL,
    NEWS,
    TRANSLATED,
    Asked,
    Part,
    at_most,
    part_of,
    read_set,
    without,
)
from tests.building import article_of, hit_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_a_fifth_of_the_articles_is_kept_from_the_reader() -> None:
    parts = [part_of(f"{TRANSLATED}/{number}") for number in range(300)]
    assert 30 < sum(part is not Part.READING for part in parts) < 90


def test_of_a_set_that_is_measured_on_nothing_learns_from_a_part() -> None:
    parts = {part_of(f"{TRANSLATED}/{number}") for number in range(300)}
    assert parts == {Part.READING, Part.ABSTAINING, Part.MEASURED}
    assert Part.MEASURED not in {part_of(f"drcd_dev/{number}") for number in range(300)}


def test_answers_about_news_are_read_from_the_article(
    news_data: Callable[[dict[str, str]], Path],
) -> None:
    one = next(item for item in read_lines(NEWS_QUESTIONS) if item["answers"])
    ((start, end), *_) = one["answers"]
    text = "文" * start + "答" * (end - start) + "文" * 2000
    documents, asked = read_set(news_data({one["article"]: text}), NEWS)
    (found,) = [each for each in asked if each.question == one["question"]]
    assert documents == [Document("题", text)]
    assert found.article == f"{NEWS}/0"
    assert found.answers[0] == "答" * (end - start)


def test_questions_about_articles_that_are_not_there_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    assert read_set(tmp_path, NEWS) == ([], [])


def test_invented_articles_hold_the_answers_word_for_word(tmp_path: Path) -> None:
    documents, asked = read_set(tmp_path, LOCAL)
    texts = {f"{LOCAL}/{number}": one.text for number, one in enumerate(documents)}
    assert len(set(texts.values())) == len(texts) > 0
    assert all(answer in texts[one.article] for one in asked for answer in one.answers)
    unanswered = {one.manner for one in asked if not one.answers}
    assert unanswered == {"detail", "other", "premise"}


def test_of_invented_articles_a_part_is_kept_from_all_that_learns(tmp_path: Path) -> None:
    _, asked = read_set(tmp_path, LOCAL)
    assert {one.part for one in asked} == {Part.READING, Part.ABSTAINING, Part.MEASURED}


@pytest.mark.parametrize(("text", "may_be"), [("門票３０元。", True), ("门票20元。", False)])
def test_passage_that_holds_an_answer_may_tell_it(text: str, *, may_be: bool) -> None:
    asked = Asked("门票多少钱?", "local_news/1", ("30元",), Part.READING)
    assert asked.may_be_told_in(hit_of(article_of(text))) is may_be


def test_the_same_text_is_not_shown_beside_itself() -> None:
    asked = Document("题", "正文。")
    assert without([Document("", "正文。"), Document("", "别的。")], [asked]) == [
        Document("", "别的。")
    ]


def test_what_is_drawn_by_chance_keeps_its_order() -> None:
    drawn = at_most(range(100), 20, random.Random(1))
    assert len(drawn) == 20
    assert drawn == sorted(drawn)


def test_all_are_taken_where_there_are_fewer_than_may_be() -> None:
    assert at_most([3, 1, 2], 20, random.Random(1)) == [3, 1, 2]
