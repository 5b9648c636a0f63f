"""What names a topic and asks nothing of it is answered by what the articles about it begin with."""

from __future__ import annotations

import pytest

from qa import Answer, Archive
from qa.questions.topics import Topic, asked_topic


def titles(found: Answer) -> list[str]:
    return [one.article.headline for one in found.citations]


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("湿地公园", Topic("湿地公园")),
        ("望渡小学 18路", Topic("望渡小学 18路")),
        ("何铁山", Topic("何铁山")),
        ("“甜水工程”", Topic("甜水工程")),
        ("介绍一下18路公交", Topic("18路公交")),
        ("给我讲讲流感疫苗的事", Topic("流感疫苗")),
        ("我想了解榆巷农贸市场的情况", Topic("榆巷农贸市场")),
        ("疫苗的新闻", Topic("疫苗", reports=True)),
        ("有没有关于疫苗的报道?", Topic("疫苗", reports=True)),
        ("最近有什么关于疫苗的消息?", Topic("疫苗", reports=True)),
        ("关于湿地公园", Topic("湿地公园", reports=True)),
        ("湿地公园最新消息", Topic("湿地公园", reports=True)),
        ("那个公园后来怎么样了?", Topic("公园", stands=True)),
        ("18路公交有什么进展?", Topic("18路公交", stands=True)),
    ],
)
def test_topic_is_what_a_question_names(question: str, topic: Topic) -> None:
    assert asked_topic(question) == topic


@pytest.mark.parametrize(
    "question",
    [
        "公园什么时候开?",
        "票价",
        "铜冶镇工会主席",
        "公园开了没有",
        "今天的新闻",
        "最新消息",
        "他",
        "那件事",
        "可以",
        "不对",
        "哈哈哈",
        "公园在哪座桥边",
        "自来水煮开了能喝不?",
        "The park",
    ],
)
def test_what_asks_for_something_names_no_topic(question: str) -> None:
    assert asked_topic(question) is None


@pytest.mark.parametrize(
    "question",
    ["疫苗", "流感疫苗", "有没有关于疫苗的报道?", "介绍一下流感疫苗", "流感疫苗怎么样了?"],
)
def test_articles_about_a_topic_are_listed_newest_first(
    sample_archive: Archive, question: str
) -> None:
    found = sample_archive.ask(question, llm=False)
    assert titles(found) == [
        "流感疫苗已接种4.62万剂 学生接种率过半",
        "流感疫苗开打 60岁以上老人免费",
    ]
    assert found.text.startswith("有2期报纸的2篇报道提到")


def test_article_is_told_by_the_sentence_that_names_the_topic(sample_archive: Archive) -> None:
    found = sample_archive.ask("何铁山", llm=False)
    assert all("何铁山" in one.quote for one in found.citations)
    assert found.citations


def test_words_with_a_space_between_are_each_named_by_an_article(sample_archive: Archive) -> None:
    found = sample_archive.ask("望渡小学 18路", llm=False)
    assert titles(found) == ["18路末班车延后一小时 增设望渡小学站"]


def test_how_something_stands_is_told_where_an_article_is_about_it(
    sample_archive: Archive,
) -> None:
    about = sample_archive.ask("公园怎么样了?", llm=False)
    named = sample_archive.ask("建筑垃圾怎么样了?", llm=False)
    assert about.text.startswith("有4期报纸的5篇报道提到“公园”")
    assert "报道提到" not in named.text


def test_section_banner_and_reporter_list_what_is_theirs(sample_archive: Archive) -> None:
    of_column = sample_archive.ask("简讯", llm=False)
    signed = sample_archive.ask("苏禾", llm=False)
    assert {one.article.banner for one in of_column.citations} == {"简讯"}
    assert all("苏禾" in one.article.reporters for one in signed.citations)
    assert signed.citations


def test_where_nothing_was_reported_that_is_said(sample_archive: Archive) -> None:
    found = sample_archive.ask("有没有关于马拉松训练营的报道?", llm=False)
    assert found.abstained
    assert found.related


def test_report_is_found_by_the_words_of_what_is_asked_about(sample_archive: Archive) -> None:
    found = sample_archive.ask("有没有疫苗免费的报道?", llm=False)
    assert "流感疫苗开打 60岁以上老人免费" in titles(found)
    assert "“疫苗 免费”" in found.text
