"""Example questions are made of headlines, and only those are offered that are answered rightly."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from qa import Archive
from qa.types import Article, Edition, Genre
from ui.examples import example_questions

LEAD = "本报讯 一段导语。"


def archive_of(
    *headlines: str, answers: str, short: str = "", genre: Genre = Genre.NEWS, quotes: str = LEAD
) -> Any:
    """Stand in for an archive whose answer to everything is `answers`; abstaining where empty."""
    edition = Edition("e", "报", date(2024, 5, 1))
    articles = [
        (Article(head, "1", head, (LEAD, "后来的事。"), genre=genre), edition) for head in headlines
    ]
    citations = [SimpleNamespace(article=articles[0][0], quote=quotes)]
    answer = SimpleNamespace(abstained=not answers, text=answers, short=short, citations=citations)
    return SimpleNamespace(
        editions=lambda: [SimpleNamespace(edition=edition)],
        articles=lambda _: articles,
        ask=lambda _, **__: answer,
    )


def test_a_figure_or_a_day_of_a_headline_is_asked_for() -> None:
    archive = archive_of("农贸市场重新开门 摊位92个", "公园8月底开园", answers="92,8月底")
    assert example_questions(archive) == ["农贸市场重新开门，摊位多少个？", "公园什么时候开园？"]


def test_of_several_figures_the_last_is_asked_for() -> None:
    archive = archive_of("最后一户通水 27个村8915户喝上自来水", answers="8915户")
    assert example_questions(archive) == ["最后一户通水，27个村多少户喝上自来水？"]


@pytest.mark.parametrize(("answers", "short"), [("五个", ""), ("五个。原为92个。", "五个")])
def test_a_question_answered_otherwise_than_its_headline_is_not_offered(
    answers: str, short: str
) -> None:
    archive = archive_of("农贸市场重新开门 摊位92个", answers=answers, short=short)
    assert example_questions(archive) == ["农贸市场重新开门是怎么回事？"]


def test_what_it_is_about_is_asked_where_the_lead_answers_it() -> None:
    assert example_questions(archive_of("公园开园", answers="甲")) == ["公园开园是怎么回事？"]
    assert example_questions(archive_of("公园开园", answers="甲", quotes="后来的事。")) == []


def test_what_is_not_answered_or_is_no_news_is_not_offered() -> None:
    assert example_questions(archive_of("公园开园", answers="")) == []
    assert example_questions(archive_of("公园开园", answers="甲", genre=Genre.NOTICE)) == []


def test_the_samples_give_examples(sample_archive: Archive) -> None:
    assert len(example_questions(sample_archive)) >= 2
