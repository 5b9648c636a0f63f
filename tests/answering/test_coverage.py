"""Which editions reported something, and how many times, is answered by listing them."""

from collections.abc import Callable, Mapping

import pytest

from qa import Archive
from qa.questions.covered import covered_topic, printed_topic


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("哪几期报道过苇荡湿地公园?", "苇荡湿地公园"),
        ("哪些天的报纸提到了石鼓乡?", "石鼓乡"),
        ("关于榆巷农贸市场报道过几次?", "榆巷农贸市场"),
        ("沈秋月一共上过几次报纸?", "沈秋月"),
        ("沈秋月哪天上过报?", "沈秋月"),
        ("有几篇报道提到望渡社区?", "望渡社区"),
        ("石鼓乡在哪几期上提到过?", "石鼓乡"),
        ("哪几期报道过殷都区?", "殷都区"),
        ("成都的新闻发布会报道过几次?", "成都的新闻发布会"),
        ("哪几期提到过对口帮扶的事?", "对口帮扶的事"),
        ("18路公交的报道有哪些?", "18路公交"),
        ("有哪些关于苇荡湿地公园的报道?", "苇荡湿地公园"),
        ("梨花会的新闻一共有几条?", "梨花会"),
        ("白渡大桥封闭哪天的报纸登的?", "白渡大桥封闭"),
        ("白渡大桥封闭是哪天见报的?", "白渡大桥封闭"),
        ("哪家报纸最先报道了白渡大桥封闭?", "白渡大桥封闭"),
        ("岚江日报和桐城晚报谁先报道白渡大桥封闭?", "白渡大桥封闭"),
        ("白渡大桥封闭是哪家报纸率先登的?", "白渡大桥封闭"),
        ("Which editions mentioned 18路?", "18路"),
    ],
)
def test_question_about_coverage_gives_its_topic(question: str, topic: str) -> None:
    assert covered_topic(question) == topic


@pytest.mark.parametrize(
    "question",
    [
        "龙舟赛举办过几次?",
        "公园哪天开园?",
        "他们哪天登的山?",
        "这封信是哪天写的?",
        "接种了多少剂次?",
        "谁报道了这件事?",
        "哪家医院最先开诊?",
        "谁先登的山顶?",
        "18路公交几点发车?",
        "李爱民哪天上任?",
        "他写了多少篇文章?",
        "他上过几回法庭?",
        "书画课一共上了几次?",
        "他登过几次塔?",
        "首位患者是哪天上报的?",
        "新闻发布会有哪些人参加?",
        "公园有哪些新闻中心?",
    ],
)
def test_question_about_something_else_has_no_topic(question: str) -> None:
    assert covered_topic(question) is None


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("白渡大桥封闭登在哪一版?", "白渡大桥封闭"),
        ("白渡大桥封闭的消息刊登在哪份报纸的第几版?", "白渡大桥封闭"),
        ("白渡大桥封闭是登在哪天的日报上的?", "白渡大桥封闭"),
        ("白渡大桥封闭是第几版登的?", "白渡大桥封闭"),
        ("白渡大桥封闭是哪天见报的?", "白渡大桥封闭"),
        ("他们攀登在哪一天?", None),
        ("市长会见在哪天?", None),
        ("公园建在哪个版块?", None),
        ("车票登记在哪个栏目?", None),
        ("它登在哪一版?", None),
    ],
)
def test_question_where_something_is_printed_gives_it(question: str, topic: str | None) -> None:
    assert printed_topic(question) == topic


def test_every_edition_is_listed_newest_first_with_a_quote(sample_archive: Archive) -> None:
    found = sample_archive.ask("哪几期报道过苇荡湿地公园?", llm=False)
    holding = {
        edition.id
        for article, edition in sample_archive.articles()
        if "苇荡湿地公园" in article.text + article.headline
    }
    days = [str(citation.edition.date) for citation in found.citations]
    assert {citation.edition.id for citation in found.citations} == holding
    assert days == sorted(days, reverse=True)
    assert found.text.startswith(f"有{len(holding)}期报纸的{len(found.citations)}篇报道")


def test_what_no_edition_names_is_refused(sample_archive: Archive) -> None:
    assert sample_archive.ask("哪几期报道过火星探测?", llm=False).abstained


def test_every_edition_that_carried_a_wire_story_is_listed(
    archive_of: Callable[[Mapping[str, str]], Archive],
) -> None:
    story = (
        "今年入汛以来,全省大中型水库蓄水总量达到四十六亿立方米,比常年同期多两成。"
        "省水利厅要求各地加强巡查,确保安全度汛,并及时发布预警信息。"
    )
    editions = ("岚江日报_20240601_01", "桐城晚报_20240602_03")
    archive = archive_of(dict.fromkeys(editions, f"## 水库蓄水充足\n\n{story}"))
    found = archive.ask("哪几期报道过水库蓄水?", llm=False)
    assert [one.edition.paper for one in found.citations] == ["桐城晚报", "岚江日报"]
    assert "最早是2024-06-01《岚江日报》" in found.text.splitlines()[0]
    assert all(one.quote == one.article.text[one.start : one.end] for one in found.citations)
