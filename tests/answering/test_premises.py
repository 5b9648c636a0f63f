"""A why-question is not answered by an article without a word for what it asks the reason of."""

from __future__ import annotations

import pytest

from qa.answering.fitting.premises import asked_reason_of, lacks_premise
from qa.text import fold
from tests.building import looked_for

PARK = fold("苇荡湿地公园推迟开园。因为连下了九天雨,步道的路基被泡软,需要重做。公园不收门票。")


def lacks(question: str) -> bool:
    return lacks_premise(looked_for(question), PARK)


@pytest.mark.parametrize(
    "question",
    ["公园为什么停运?", "苇荡湿地公园为什么拆除步道?", "公园为什么被投诉?", "公园为啥涨价?"],
)
def test_reason_of_what_is_not_told_is_not_given(question: str) -> None:
    assert lacks(question)


@pytest.mark.parametrize(
    "question",
    [
        "公园为什么推迟开园?",
        "公园为什么没有开园?",
        "路基为什么要重做?",
        "公园為什麼不收門票?",
        "公园为什么那么晚才开园?",
    ],
)
def test_reason_of_what_is_told_may_be_given(question: str) -> None:
    assert not lacks(question)


@pytest.mark.parametrize(
    ("question", "whole", "is_lacking"),
    [
        ("步道什么时候塌的?", "步道9月完工。", True),
        ("为什么步道塌了?", "步道9月完工。", True),
        ("步道哪天塌的?", "步道路基9月垮塌。", False),
        ("船在哪里沉的?", "渡船9月下水。", True),
        ("他哪年死的?", "他于1998年病逝,享年70岁,去世前捐出藏书。", False),
        ("饭是谁烧的?", "谷凯做饭。", False),
        ("步道修了多久?", "步道9月完工。", False),
    ],
)
def test_what_befell_nothing_has_no_time(question: str, whole: str, is_lacking: bool) -> None:
    assert lacks_premise(looked_for(question), whole) is is_lacking


def test_reason_of_what_is_denied_is_not_given_where_the_text_affirms_it() -> None:
    assert lacks("公园为什么没有推迟开园?")


def test_what_denies_is_not_what_is_asked_the_reason_of() -> None:
    play = fold("因为主演骆安演出前摔伤,当晚的戏由闵航演。")
    assert not lacks_premise(looked_for("骆安为什么9日没有演出?"), play)


def test_change_may_be_told_apart_from_what_changes() -> None:
    harvest = fold("今年小麦亩产512公斤,比去年减少23公斤。")
    assert not lacks_premise(looked_for("小麦为什么减产?"), harvest)
    assert lacks_premise(looked_for("小麦为什么涨价?"), harvest)


@pytest.mark.parametrize(
    ("question", "what"),
    [
        ("公园为什么停运?", "停运"),
        ("北岭事故的原因是什么?", "事故"),
        ("他没来的原因是什么?", ""),
        ("公园几点开门?", ""),
    ],
)
def test_reason_is_asked_of_what_stands_before_the_word_for_it(question: str, what: str) -> None:
    assert asked_reason_of(question) == what


def test_word_of_like_use_counts() -> None:
    assert not lacks("公园为什么延期?")


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("行长为什么走了?", "行长许慎因个人原因辞去职务。"),
        ("转账限额为什么变低了?", "转账限额自动下调。"),
    ],
)
def test_what_people_say_for_what_papers_print_counts(question: str, whole: str) -> None:
    assert not lacks_premise(looked_for(question), whole)


def test_what_a_thing_is_called_needs_no_word_for_it() -> None:
    assert not lacks("公园为什么叫苇荡?")


@pytest.mark.parametrize(
    "question", ["公园停运了吗?", "工程因为什么原因停工?", "谁被任命为什么职务?"]
)
def test_other_questions_take_nothing_for_granted(question: str) -> None:
    assert not lacks(question)
