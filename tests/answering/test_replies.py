"""What an article asks and answers itself answers a reader who asks the same."""

from __future__ import annotations

import pytest

from qa.answering.evidence import sentences_of
from qa.answering.replies import reply_told, with_exchanges
from qa.types import Article
from tests.building import hit_of, looked_for

ARTICLE = Article(
    "1",
    "1",
    "企业年金问答",
    (
        "记者:劳务派遣工能不能参加?",
        "陈立群:可以。但要由派遣公司与用工单位协商。",
        "记者:那缴费怎么算?",
        "陈立群:单位不超过工资总额的8%。",
        "记者:什么时候可以领?",
        "陈立群:达到退休年龄都可以领。也可以分月领,分几个月由本人定。其他不变。",
    ),
)


ASKED = looked_for("企业年金怎么办?")


def told(question: str) -> tuple[str, list[str]]:
    reply = reply_told(looked_for(question), sentences_of([hit_of(ARTICLE)]))
    return (reply.short, [one.text for one in reply.sentences]) if reply else ("", [])


def test_reply_to_the_same_question_is_told_with_it() -> None:
    _, quotes = told("企业年金怎么缴费?")
    assert quotes == ["记者:那缴费怎么算?", "陈立群:单位不超过工资总额的8%。"]


def test_yes_or_no_is_told_in_a_word() -> None:
    short, quotes = told("派遣工能参加企业年金吗?")
    assert short == "可以"
    assert quotes[1:] == ["陈立群:可以。", "但要由派遣公司与用工单位协商。"]


def test_may_and_can_make_no_other_question() -> None:
    _, quotes = told("企业年金什么时候能领?")
    assert quotes[1] == "陈立群:达到退休年龄都可以领。"


@pytest.mark.parametrize(
    "question",
    [
        "派遣工能参加职业年金吗?",  # another thing
        "企业年金缴费多少?",  # another kind of answer than how
        "公园什么时候开放?",
    ],
)
def test_another_question_is_not_replied_to(question: str) -> None:
    assert told(question) == ("", [])


def test_printed_question_stands_before_the_sentence_that_begins_its_reply() -> None:
    given = sentences_of([hit_of(ARTICLE)])
    begins, goes_on = given[1], given[2]
    assert [one.text for one in with_exchanges(ASKED, [begins])] == [given[0].text, begins.text]
    assert with_exchanges(ASKED, [goes_on]) == [goes_on]


def test_reply_stands_behind_what_is_asked() -> None:
    asks, replies, *_ = sentences_of([hit_of(ARTICLE)])
    assert [one.text for one in with_exchanges(ASKED, [asks])] == [asks.text, replies.text]
