"""Example questions are made of headlines, and only those are offered that are answered rightly."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

from qa import Archive
from qa.types import Article, Edition, Genre
from ui.examples import example_questions


def archive_of(*headlines: str, answers: str, genre: Genre = Genre.NEWS) -> Any:
    """Stand in for an archive whose answer to everything is `answers`; abstaining where empty."""
    edition = Edition("e", "报", date(2024, 5, 1))
    articles = [(Article(head, "1", head, (), genre=genre), edition) for head in headlines]
    answer = SimpleNamespace(abstained=not answers, text=answers)
    return SimpleNamespace(
        editions=lambda: [SimpleNamespace(edition=edition)],
        articles=lambda _: articles,
        ask=lambda _, **__: answer,
    )


def test_a_figure_or_a_day_of_a_headline_is_asked_for() -> None:
    archive = archive_of("农贸市场重新开门 摊位92个", "公园8月底开园", answers="92,8月底")
    assert example_questions(archive) == ["农贸市场重新开门，摊位多少个？", "公园什么时候开园？"]


def test_a_question_answered_otherwise_than_its_headline_is_not_offered() -> None:
    archive = archive_of("农贸市场重新开门 摊位92个", answers="五个")
    assert example_questions(archive) == ["农贸市场重新开门是怎么回事？"]


def test_what_is_not_answered_or_is_no_news_is_not_offered() -> None:
    assert example_questions(archive_of("公园开园", answers="")) == []
    assert example_questions(archive_of("公园开园", answers="甲", genre=Genre.NOTICE)) == []


def test_the_samples_give_examples(sample_archive: Archive) -> None:
    assert len(example_questions(sample_archive)) >= 2
