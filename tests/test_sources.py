"""Where an answer is printed, and who signed it, is told when it is asked for."""

from collections.abc import Callable, Mapping

import pytest

from qa import Archive

Make = Callable[[Mapping[str, str]], Archive]


def test_source_of_the_last_answer_is_told(archive_of: Make) -> None:
    archive = archive_of(
        {"江城日报_20240601_02": "## 大桥通车\n\n本报讯(记者 邱晨)\n\n大桥全长820米,昨日通车。\n"}
    )
    asked = "大桥全长多少?"
    history = [(asked, archive.ask(asked, llm=False).text)]
    found = archive.ask("哪天的报纸说的?", history=history, llm=False)
    assert found.text.startswith("2024-06-01《江城日报》第2版《大桥通车》,署名邱晨。")
    assert "820米" in found.citations[0].quote


def test_article_that_nobody_signed_is_said_to_be_so(archive_of: Make) -> None:
    archive = archive_of({"江城日报_20240601_02": "## 大桥通车\n\n大桥全长820米,昨日通车。\n"})
    history = [("大桥全长多少?", "820米。")]
    assert "没有署名" in archive.ask("谁写的?", history=history, llm=False).text


def test_source_is_told_in_english_to_who_asks_so(archive_of: Make) -> None:
    archive = archive_of({"江城日报_20240601_02": "## 大桥通车\n\n大桥全长820米,昨日通车。\n"})
    history = [("大桥全长多少?", "820米。")]
    found = archive.ask("Which paper said that?", history=history, llm=False)
    assert found.text.startswith("江城日报, 2024-06-01, page 2, 大桥通车; unsigned.")


STORY = (
    "今年入汛以来,全省大中型水库蓄水总量达到46亿立方米,比常年同期多两成。"
    "省水利厅要求各地加强巡查,确保安全度汛,并及时发布预警信息。"
)


@pytest.mark.parametrize(
    "question", ["谁写的?", "哪几家报纸登了?", "还有别的报纸登过吗?", "这篇报道是哪天的?"]
)
def test_every_print_of_what_was_answered_is_told(archive_of: Make, question: str) -> None:
    archive = archive_of(
        {
            "桐城晚报_20240602_03": f"## 水库蓄水充足\n\n{STORY}",
            "江城日报_20240601_01": f"## 水库蓄水充足\n\n本报讯(记者 邱晨)\n\n{STORY}",
        }
    )
    history = [("水库蓄水总量达到多少?", "46亿立方米。")]
    found = archive.ask(question, history=history, llm=False)
    assert found.text.splitlines()[:2] == [
        "2024-06-01《江城日报》第1版《水库蓄水充足》,署名邱晨。",
        "2024-06-02《桐城晚报》第3版《水库蓄水充足》,没有署名。",
    ]


@pytest.mark.parametrize(
    "question",
    ["大桥6月1日通车登在哪一版?", "大桥通车的消息刊登在哪份报纸第几版?", "大桥通车见于哪个栏目?"],
)
def test_day_and_page_of_what_a_question_names_are_told(archive_of: Make, question: str) -> None:
    page = (
        "2024年6月2日 星期日 第02版\n\n## 大桥昨日通车\n\n本报讯(记者 邱晨)\n\n6月1日大桥通车。\n"
    )
    archive = archive_of(
        {"江城日报_20240602_02": page, "江城日报_20240603_01": "## 夜校开课\n\n夜校昨日开课。\n"}
    )
    found = archive.ask(question, llm=False)
    assert found.text == "2024-06-02《江城日报》第2版《大桥昨日通车》,署名邱晨。[1]"


def test_day_and_page_of_what_is_not_told_of_are_refused(archive_of: Make) -> None:
    archive = archive_of({"江城日报_20240603_01": "## 夜校开课\n\n夜校昨日开课。\n"})
    assert archive.ask("火星探测登在哪一版?", llm=False).abstained


def test_column_is_told_where_the_article_stands_in_one(archive_of: Make) -> None:
    page = "## 读书\n\n## 一本写河的书\n\n□邱晨\n\n《沙河志》近日出版。全书十二万字,写了三年。\n"
    archive = archive_of({"江城日报_20240602_04": page})
    found = archive.ask("一本写河的书登在哪个栏目?", llm=False)
    assert found.text == "2024-06-02《江城日报》第4版“读书”栏《一本写河的书》,署名邱晨。[1]"
