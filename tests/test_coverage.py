"""Which editions reported something, and how many times, is answered by listing them."""

import pytest

from qa import Archive
from qa.answering import covered_topic


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("哪几期报道过苇荡湿地公园?", "苇荡湿地公园"),
        ("哪些天的报纸提到了石鼓乡?", "石鼓乡"),
        ("关于榆巷农贸市场报道过几次?", "榆巷农贸市场"),
        ("沈秋月一共上过几次报纸?", "沈秋月"),
        ("有几篇报道提到望渡社区?", "望渡社区"),
        ("石鼓乡在哪几期上提到过?", "石鼓乡"),
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
        "接种了多少剂次?",
        "谁报道了这件事?",
        "18路公交几点发车?",
    ],
)
def test_question_about_something_else_has_no_topic(question: str) -> None:
    assert covered_topic(question) is None


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
