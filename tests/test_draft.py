"""Of what a language model writes, what is borne is kept, and what only holds it together is not."""

from __future__ import annotations

from datetime import date

import pytest

from qa.dates import mentions
from qa.generation.cutting import SentenceCutter
from qa.generation.declining import declines, finds_nothing
from qa.generation.draft import Draft
from qa.generation.scaffold import bare
from qa.types import Article
from tests.building import article_of, hit_of

TEXT = (
    "原定8月开放的滨河公园推迟到10月开放。工会主席李爱民说,推迟是因为暴雨冲毁了步道,护栏也不合格。"
    "公园占地3.2万平方米,有接种点36个。李爱民没有透露施工单位的名称。"
)


def draft(reply: str) -> Draft:
    found = Draft([hit_of(article_of(TEXT))])
    cutter = SentenceCutter()
    for sentence in (*cutter.cut(reply), *cutter.rest()):
        found.take(sentence)
    found.close()
    return found


def text(reply: str) -> str:
    return draft(reply).text(chinese=True)


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("公园昨日动工[1]。", "公园昨日动工。[1](“昨日”指2024-04-09)"),
        ("公园昨日(4月9日)动工[1]。", "公园昨日(4月9日)动工。[1]"),
        ("公园4月9日动工[1]。", "公园4月9日动工。[1]"),
    ],
)
def test_relative_day_is_told_with_the_day_that_it_means(sentence: str, shown: str) -> None:
    day = date(2024, 4, 10)
    article = Article(
        "1", "1", "", ("滨河公园昨日动工。",), dates=mentions("滨河公园昨日动工。", day)
    )
    found = Draft([hit_of(article, day)])
    found.take(sentence)
    assert found.text(chinese=True) == shown


# What finds nothing


@pytest.mark.parametrize(
    "reply",
    [
        "文中没有提到施工单位[1],但推迟是因为暴雨[1]。",
        "报道没有说明施工单位[1]。推迟是因为暴雨冲毁了步道[1]。",
        "李爱民没有透露施工单位的名称[1]。",
    ],
)
def test_answer_to_a_part_of_the_question_is_an_answer(reply: str) -> None:
    assert not draft(reply).says_nothing


def test_nothing_is_shown_of_an_answer_before_it_says_something() -> None:
    found = draft("")
    assert not found.take("报道没有说明施工单位[1]。")
    assert found.take("推迟是因为暴雨冲毁了步道[1]。")
    assert found.text(chinese=True).startswith("报道没有说明施工单位。[1]推迟")


@pytest.mark.parametrize(
    "reply",
    [
        "NOT_FOUND[1]",
        "NOT_FOUND。片段[1]只说了滨河公园推迟开放,没有说停车费。",
        "NOT_FOUND\n片段中只提到公园推迟开放[1]。",
        "关于公园的停车费,片段中没有提到[1]。",
        "该报道并未提及公园的停车费[1]。",
        "根据现有资料,无法确定公园的停车费[1]。",
    ],
)
def test_answer_that_only_finds_nothing_says_nothing(reply: str) -> None:
    found = draft(reply)
    assert found.says_nothing
    assert not found.declined


@pytest.mark.parametrize(
    "sentence",
    [
        "根据所给片段,没有找到相关内容。",
        "抱歉,片段中没有提到这一点。",
        "片段没有提到2020年的数字。",
        "There is no information on this in the passages.",
        "The provided passages do not state this.",
    ],
)
def test_finding_of_nothing_is_told_by_its_parts(sentence: str) -> None:
    assert finds_nothing(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["据报道,警方没有透露他的身份。", "专家说,目前无法确定起火原因。", "公园没有提供停车场。"],
)
def test_news_of_what_is_not_told_is_no_finding_of_nothing(sentence: str) -> None:
    assert not finds_nothing(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "根据相关法律法规,我不能回答。",
        "非常抱歉,无法提供帮助。",
        "您好,我无法给到相关内容。",
        "这个问题我暂时无法回答,让我们换个话题吧。",
        "I apologize, but I cannot answer.",
        "I'm unable to answer that.",
    ],
)
def test_refusal_is_told_by_its_parts(sentence: str) -> None:
    assert declines(sentence)
    assert draft(sentence).declined


@pytest.mark.parametrize(
    "sentence", ["李爱民说,根据规定不能提供滨河公园的图纸", "李爱民说“对不起”"]
)
def test_news_of_what_somebody_may_not_do_is_no_refusal(sentence: str) -> None:
    assert text(f"{sentence}[1]。").startswith(sentence)


def test_apology_that_cites_something_is_still_a_refusal() -> None:
    found = draft("很抱歉,我无法提供滨河公园的信息[1]。")
    assert (found.declined, found.says_nothing) == (True, True)


# What cites nothing itself


def test_mark_at_the_end_of_a_paragraph_serves_what_its_passage_holds() -> None:
    reply = "滨河公园推迟到10月开放。推迟是因为暴雨冲毁了步道。公园占地3.2万平方米[1]。"
    assert text(reply).count("[") == 3


@pytest.mark.parametrize(
    "sentence",
    ["这座公园非常美丽值得期待。", "滨河公园推迟到11月开放。", "滨河公园推迟到10月开放。\n\n"],
)
def test_mark_serves_no_other_words_or_paragraph(sentence: str) -> None:
    found = draft(f"{sentence}公园占地3.2万平方米[1]。")
    assert found.text(chinese=True) == "公园占地3.2万平方米。[1]"
    assert found.left_out == 1


# What holds it together


@pytest.mark.parametrize(
    "reply",
    [
        "## 答案\n公园占地3.2万平方米[1]。\n\n---\n",
        "**直接回答**\n公园占地3.2万平方米[1]。",
        "| 项目 | 数量 |\n|---|---|\n公园占地3.2万平方米[1]。",
        "```\n公园占地3.2万平方米[1]。\n```",
        "公园占地3.2万平方米[1]。公园占地3.2万平方米[1]。",
        "公园占地*3.2万*平方米[1]。",
        "公园占地 \\(3.2\\) 万平方米[1]。",
        "<b>公园</b>占地$\\boxed{3.2万}$平方米<script>alert(1)</script>[1]。",
    ],
)
def test_scaffolding_and_repetition_are_neither_shown_nor_counted(reply: str) -> None:
    found = draft(reply)
    assert found.text(chinese=True).replace(" ", "") == "公园占地3.2万平方米。[1]"
    assert found.left_out == 0


def test_items_of_a_list_stay_on_lines_of_their_own() -> None:
    assert (
        text("1. 占地3.2万平方米[1]\n2. 接种点36个[1]") == "1. 占地3.2万平方米[1]\n2. 接种点36个[1]"
    )


def test_mark_that_leads_its_sentence_leaves_no_gap() -> None:
    reply = "[1] 公园占地3.2万平方米。\n[1]：接种点有36个。"
    assert text(reply) == "公园占地3.2万平方米。[1]\n接种点有36个。[1]"


def test_links_and_pictures_are_left_out() -> None:
    assert bare("见[官网](http://x.example/a)![p](http://x.example/p.png)。") == "见官网。"
