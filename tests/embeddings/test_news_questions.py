"""The questions written about news, and which of them the encoder learns from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from embeddings.news_questions import (
    NEWS_QUESTIONS,
    is_for_encoder,
    read_encoder_questions,
    read_news_questions,
)
from embeddings.sources import is_held_out, read_lines

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    NewsData = Callable[[dict[str, str]], Path]

TEXT = "文" * 3000


def test_questions_about_news_hold_nothing_of_the_articles_but_places() -> None:
    for item in read_lines(NEWS_QUESTIONS):
        assert set(item) == {"article", "manner", "question", "answers"}
        assert all(0 <= start < end for start, end in item["answers"])


def test_no_question_about_news_is_there_twice() -> None:
    questions = [item["question"] for item in read_lines(NEWS_QUESTIONS)]
    assert len(questions) == len(set(questions))


def test_articles_kept_out_of_training_are_kept_from_the_encoder() -> None:
    ids = {item["article"] for item in read_lines(NEWS_QUESTIONS)}
    assert not any(is_for_encoder(id_) for id_ in ids if is_held_out(id_))


def test_a_fifth_of_the_other_articles_is_kept_for_ranking() -> None:
    ids = {item["article"] for item in read_lines(NEWS_QUESTIONS)}
    others = [id_ for id_ in ids if not is_held_out(id_)]
    assert 0.15 < sum(not is_for_encoder(id_) for id_ in others) / len(others) < 0.25


def test_encoder_learns_from_what_has_an_answer(news_data: NewsData) -> None:
    asked = [item for item in read_lines(NEWS_QUESTIONS) if is_for_encoder(item["article"])]
    one = next(item for item in asked if not item["answers"])
    questions = read_encoder_questions(news_data({one["article"]: TEXT})).questions
    assert one["question"] not in {each.text for each in questions}
    assert questions
    assert all(each.answer for each in questions)


def test_encoder_is_given_no_other_articles_than_its_own(news_data: NewsData) -> None:
    ids = {item["article"] for item in read_lines(NEWS_QUESTIONS)}
    kept_out = next(id_ for id_ in sorted(ids) if is_held_out(id_))
    assert not read_encoder_questions(news_data({kept_out: TEXT})).passages


def test_questions_name_articles_that_are_there(news_data: NewsData) -> None:
    one = next(iter(read_lines(NEWS_QUESTIONS)))["article"]
    articles, questions = read_news_questions(news_data({one: TEXT, "another": TEXT}))
    assert set(articles) == {each.article for each in questions} == {one}
