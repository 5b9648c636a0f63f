"""What only a title tells is quoted from the title."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from qa.answering import answer
from qa.questions.understand import understand
from qa.types import Article
from tests.building import article_of, hit_of
from ui.conversation import Quote
from ui.sources import _passage

if TYPE_CHECKING:
    from qa.types import Answer

TEXT = "昨日,记者从市公交集团获悉,新线连接火车站与高新区,沿途设站18座,请市民留意站牌。"


def asked(question: str, article: Article) -> Answer:
    hit = replace(hit_of(article), score=0.9)
    return answer(understand(question), [hit], rarities=lambda terms: dict.fromkeys(terms, 4.0))


@pytest.mark.parametrize(
    ("question", "headline", "subhead", "short"),
    [
        ("公交66路哪天开通?", "公交66路9月1日开通", "", "9月1日"),
        ("公交66路投资多少?", "公交66路开通", "66路公交总投资6.3亿元", "6.3亿元"),
    ],
)
def test_title_answers_what_the_text_does_not_tell(
    question: str, headline: str, subhead: str, short: str
) -> None:
    article = replace(article_of(TEXT, headline), subhead=subhead)
    found = asked(question, article)
    (citation,) = found.citations
    assert found.short == short
    assert citation.quote in (headline, subhead)
    assert article.quotable[citation.start : citation.end] == citation.quote


def test_title_of_the_newest_edition_tells_what_is_so_now() -> None:
    titles = ("公交66路运送乘客3.2万人次", "公交66路运送乘客5.6万人次")
    days = (date(2024, 9, 8), date(2024, 9, 5))
    hits = [
        replace(hit_of(replace(article_of(TEXT, title), id=title), day), score=0.9)
        for title, day in zip(titles[::-1], days[::-1], strict=True)
    ]
    query = understand("公交66路现在运送乘客多少人次?")
    found = answer(query, hits, rarities=lambda terms: dict.fromkeys(terms, 4.0))
    assert found.short == "3.2万人次"


def test_text_goes_before_the_title() -> None:
    article = article_of(TEXT + "公交66路将于9月1日正式开通。", "公交66路9月1日开通")
    (citation,) = asked("公交66路哪天开通?", article).citations
    assert citation.end <= len(article.text)


@pytest.mark.parametrize("question", ["公交77路哪天开通?", "公交66路几点发首班车?"])
def test_title_does_not_answer_of_another_thing(question: str) -> None:
    assert asked(question, article_of(TEXT, "公交66路9月1日开通")).abstained


def test_title_does_not_answer_of_another_person() -> None:
    text = "他跟着爷爷学编筐,父亲葛庆余却是木匠,没碰过柳条。"
    article = article_of(text, "匠人葛满仓:一根柳条编了五十八年")
    assert asked("葛庆余编了多少年柳条?", article).abstained


def test_panel_beside_the_chat_shows_the_title_that_is_quoted() -> None:
    article = article_of(TEXT, "公交66路9月1日开通")
    (citation,) = asked("公交66路哪天开通?", article).citations
    place = citation.start, citation.end
    assert "<mark>公交66路9月1日开通</mark>" in _passage(
        Quote(1, article.id, *place, *place), article
    )


def test_text_goes_before_a_title_that_tells_the_number_roundly() -> None:
    text = "连日豪雨,竹溪堤防7日凌晨3时溃口约40米,镇公所紧急撤离三村共618名居民。"
    found = asked("竹溪撤离了多少人?", article_of(text, "竹溪堤防溃口 三村紧急撤离六百人"))
    assert found.short == "618名"
