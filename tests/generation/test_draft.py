"""Of what a language model writes, what is borne is kept, and what only holds it together is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from qa.dates.in_text import mentions
from qa.generation.cutting import SentenceCutter
from qa.generation.declining import declines, finds_nothing
from qa.generation.draft import Draft
from qa.generation.scaffold import bare
from qa.types import Article
from tests.building import article_of, hit_of

TEXT = (
    "原定8月开放的滨河公园推迟到10月开放。工会主席李爱民说,推迟是因为暴雨冲毁了步道,护栏也不合格。"
    "公园占地3.2万平方米,有接种点36个。李爱民没有透露施工单位的名称。"
    "园方说:“非常抱歉,目前无法提供施工图纸。”"
)


def draft(reply: str) -> Draft:
    found = Draft([hit_of(article_of(TEXT))])
    cutter = SentenceCutter()
    for sentence in (*cutter.cut(reply), *cutter.rest()):
        found.take(sentence)
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
        "答案:NOT_FOUND",
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
    [
        "停车费未在报道中披露。",
        "报道中未出现停车费的信息。",
        "这些片段里找不到停车费。",
        "停车费是多少,报纸上没写。",
        "片段没有停车费的数据。",
        "片段里并没有写停车费。",
        "片段与该问题无关。",
        "无法从片段中得知停车费。",
        "从给出的片段来看,看不出停车费是多少。",
        "抱歉,我没有找到相关信息。",
        "暂无相关信息。",
        "我不清楚。",
        "I'm sorry, but I couldn't find that information.",
        "The text does not name the builder.",
        "There is no mention of the builder.",
        "The builder is not named in the articles.",
    ],
)
def test_finding_of_nothing_is_told_in_any_wording(sentence: str) -> None:
    assert finds_nothing(sentence)
    assert not draft(sentence).declined


@pytest.mark.parametrize(
    "sentence",
    [
        "据报道李爱民没有透露施工单位的名称[1]。",
        "没有透露施工单位的名称[1]。",
        "报道称李爱民没有说明哪家单位施工[1]。",
        "李爱民表示非常抱歉,目前无法提供施工图纸[1]。",
    ],
)
def test_what_a_passage_says_is_not_told_is_news(sentence: str) -> None:
    found = draft(sentence)
    assert not found.says_nothing
    assert not found.declined


@pytest.mark.parametrize(
    "reply",
    [
        "报道没有说明施工单位。推迟是因为暴雨冲毁了步道[1]。",
        "推迟是因为暴雨冲毁了步道[1]。报道没有说明施工单位。",
    ],
)
def test_that_a_part_is_not_said_needs_no_mark(reply: str) -> None:
    found = draft(reply)
    assert found.text(chinese=True).replace("[1]", "") == reply.replace("[1]", "")
    assert found.left_out == 0


@pytest.mark.parametrize(
    "sentence", ["在2023年公园亏损99万元,报道没有说明原因。", "没有相关证件的人不能入园。"]
)
def test_what_tells_more_than_that_a_part_is_not_said_needs_a_mark(sentence: str) -> None:
    reply = f"{sentence}推迟是因为暴雨冲毁了步道[1]。"
    assert text(reply) == "推迟是因为暴雨冲毁了步道。[1]"


@pytest.mark.parametrize(
    "sentence",
    [
        "据报道,警方没有透露他的身份。",
        "专家说,目前无法确定起火原因。",
        "公园没有提供停车场。",
        "他没有在报纸上看到有关消息。",
        "新闻发言人没有回答记者的提问。",
        "目前没有找到走失的老人。",
        "李爱民说,这与我们的问题无关。",
        "The mayor did not mention the cost.",
    ],
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
    "reply",
    [
        "占地3.2万平方米。\n\n接种点36个。\n\n来源:[1]",
        "占地3.2万平方米。\n接种点36个。\n\n参考资料:\n[1] 《江城日报》",
        "占地3.2万平方米。\n接种点36个。\n\n[^1]: 《江城日报》",
        "公园的情况[1]:\n\n1. 占地3.2万平方米\n2. 接种点36个",
        "推迟到10月开放[1]。具体如下:\n1. 占地3.2万平方米\n2. 接种点36个",
        "推迟到10月开放[1]。占地3.2万平方米。接种点36个。",
        "10月。\n\n依据:滨河公园推迟到10月开放,占地3.2万平方米,接种点36个[1]。",
        "**推迟到10月**\n\n占地3.2万平方米,接种点36个[1]。",
    ],
)
def test_mark_serves_what_its_passage_holds_wherever_it_stands(reply: str) -> None:
    found = draft(reply)
    shown = found.text(chinese=True)
    assert "占地3.2万平方米" in shown
    assert "接种点36个" in shown
    assert "《" not in shown
    assert found.left_out == 0


def test_mark_serves_english_by_its_numbers() -> None:
    passage = [hit_of(article_of(TEXT))]
    found = Draft(passage)
    found.take("There are 36 sites.\n\n")
    found.take("There are 40 sites.\n\n")
    found.take("The park covers 3.2万 square metres [1].")
    assert found.text(chinese=False).startswith("There are 36 sites.[1]")
    assert found.left_out == 1


@pytest.mark.parametrize("verdict", ["是的。", "没有,", "Yes. ", "是的[1]。"])
def test_yes_or_no_stays_with_what_is_cited_behind_it(verdict: str) -> None:
    shown = text(f"{verdict}滨河公园推迟到10月开放[1]。")
    assert shown.startswith(verdict.strip(" ").replace("[1]", ""))


def test_yes_or_no_without_anything_cited_says_nothing() -> None:
    assert draft("是的。").says_nothing


def test_words_over_and_over_are_not_shown() -> None:
    assert draft(f"{'滨河公园' * 30}[1]。").says_nothing
    assert text(f"{'滨河公园' * 500}公园占地3.2万平方米[1]。接种点36个[1]。") == "接种点36个。[1]"


@pytest.mark.parametrize("sentence", ["接种点有三十六个", "36个"])
def test_number_in_other_script_is_an_answer_by_itself(sentence: str) -> None:
    assert text(f"{sentence}[1]。") == f"{sentence}。[1]"


@pytest.mark.parametrize(
    "sentence",
    ["这座公园非常美丽值得期待。", "滨河公园推迟到11月开放。"],
)
def test_mark_serves_no_other_words(sentence: str) -> None:
    found = draft(f"{sentence}公园占地3.2万平方米[1]。")
    assert found.text(chinese=True) == "公园占地3.2万平方米。[1]"
    assert found.left_out == 1


# What cites several passages


@pytest.mark.parametrize(
    ("reply", "shown"),
    [
        ("公园8月开放[1],现推迟到10月开放[2]。", "公园8月开放[1],现推迟到10月开放。[2]"),
        (
            "公园推迟到10月[2],原定8月开放[1]，现10月开放[2]。",
            "公园推迟到10月[1],原定8月开放[2]，现10月开放。[1]",
        ),
        ("公园开放[1],开放推迟[1]。", "公园开放,开放推迟。[1]"),
        ("公园8月开放,推迟到10月开放[1][2]。", "公园8月开放,推迟到10月开放。[1][2]"),
        ("据[1],公园8月开放,现推迟到10月[2]。", "公园8月开放,现推迟到10月。[1][2]"),
    ],
)
def test_mark_stays_behind_the_clause_that_it_cites_for(reply: str, shown: str) -> None:
    articles = [
        replace(article_of(f"公园{one}。"), id=one) for one in ("8月开放", "推迟到10月开放")
    ]
    found = Draft([hit_of(one) for one in articles])
    found.take(reply)
    assert found.text(chinese=True) == shown


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
        "好的,以下是根据报纸片段整理的答案:\n公园占地3.2万平方米[1]。",
        "答:公园占地3.2万平方米[1]。",
        "**答案**:公园占地3.2万平方米[1]。",
        "思考:先看片段。公园占地3.2万平方米[1]。",
        "**思考过程**:片段[1]说占地。\n\n公园占地3.2万平方米[1]。",
        "公园占地3.2万平方米[1]。希望以上信息对您有帮助。",
        "公园占地3.2万平方米[1]。如果您还有其他问题,欢迎随时提问。",
        "公园占地3.2万平方米[1]。\n来源:《江城日报》2024年4月10日",
        "公园占地 \\(3.2\\) 万平方米[1]。",
        "<b>公园</b>占地$\\boxed{3.2万}$平方米<script>alert(1)</script>[1]。",
    ],
)
def test_scaffolding_and_repetition_are_neither_shown_nor_counted(reply: str) -> None:
    found = draft(reply)
    assert found.text(chinese=True).replace(" ", "") == "公园占地3.2万平方米。[1]"
    assert found.left_out == 0


def test_advice_that_is_news_is_no_courtesy() -> None:
    assert draft("公园占地3.2万平方米[1]。请随时关注天气变化。").left_out == 1


def test_items_of_a_list_stay_on_lines_of_their_own() -> None:
    assert (
        text("1. 占地3.2万平方米[1]\n2. 接种点36个[1]") == "1. 占地3.2万平方米[1]\n2. 接种点36个[1]"
    )


def test_mark_that_leads_its_sentence_leaves_no_gap() -> None:
    reply = "[1] 公园占地3.2万平方米。\n[1]：接种点有36个。"
    assert text(reply) == "公园占地3.2万平方米。[1]\n接种点有36个。[1]"


def test_links_and_pictures_are_left_out() -> None:
    assert bare("见[官网](http://x.example/a)![p](http://x.example/p.png)。") == "见官网。"
