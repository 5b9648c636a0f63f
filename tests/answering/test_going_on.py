"""A question of a conversation that names nothing is asked of the article that was quoted last."""

from __future__ import annotations

import pytest

from qa import Answer, Archive
from qa.questions.conversation import answer_gone_on_from

POOL = ("游泳馆的票价是多少?", "30元。\n游泳馆的成人票30元。[1]")
NOT_FOUND = ("游泳馆的馆长是谁?", "在《岚江日报》2024-04-10至2024-10-16的5期中没有找到答案。")


def asked_after(archive: Archive, first: str, second: str) -> Answer:
    told = archive.ask(first, llm=False)
    return archive.ask(second, history=[(first, told.text)], llm=False)


@pytest.mark.parametrize(
    ("first", "second", "short"),
    [
        ("苇荡湿地公园规划面积多大?", "坑里清走了多少建筑垃圾?", "1.7万立方米"),
        ("三汊村过去吃水靠什么?", "一共要建几座加压泵站?", "9座"),
    ],
)
def test_question_that_names_nothing_is_answered_by_the_article_quoted_last(
    sample_archive: Archive, first: str, second: str, short: str
) -> None:
    found = asked_after(sample_archive, first, second)
    assert found.short == short
    assert found.note.startswith("这是接着上一个回答")


def test_what_that_article_does_not_say_is_searched_everywhere(sample_archive: Archive) -> None:
    found = asked_after(sample_archive, "三汊村过去吃水靠什么?", "疫苗打了多少剂次?")
    assert "剂次" in found.short
    assert not found.note


def test_whole_question_that_names_nothing_may_go_on() -> None:
    assert answer_gone_on_from("周末人最多时有多少人在游?", [POOL]) == POOL[1]


@pytest.mark.parametrize(
    "question",
    [
        "18路公交车末班车几点?",
        "沈秋月是哪一年入党的?",
        "换个话题,周末有多少人在游?",
        "头版有哪些文章?",
        "谢谢!",
        "How many people swim there on weekends?",
    ],
)
def test_question_that_names_its_own_does_not_go_on(question: str) -> None:
    assert not answer_gone_on_from(question, [POOL])


def test_nothing_goes_on_from_a_refusal() -> None:
    assert not answer_gone_on_from("周末人最多时有多少人在游?", [POOL, NOT_FOUND])


def test_thanks_in_between_change_nothing() -> None:
    thanks = ("谢谢!", "不客气。")
    assert answer_gone_on_from("周末人最多时有多少人在游?", [POOL, thanks]) == POOL[1]
