"""Where an answer is printed, and who signed it, is told when it is asked for."""

from collections.abc import Callable, Mapping

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
