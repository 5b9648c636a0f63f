"""The question sets that answering and ranking learn from."""

from __future__ import annotations

import json
import lzma
from typing import TYPE_CHECKING

from embeddings.corpus import Document
from qa.question_sets import NEWS, NEWS_QUESTIONS, TRANSLATED, Part, part_of, read_set, without

if TYPE_CHECKING:
    from pathlib import Path


def written() -> list[dict[str, object]]:
    return [json.loads(line) for line in NEWS_QUESTIONS.read_text(encoding="utf-8").splitlines()]


def test_a_fifth_of_the_articles_is_kept_from_the_reader() -> None:
    parts = [part_of(f"{TRANSLATED}/{number}") for number in range(300)]
    assert 30 < sum(part is not Part.READING for part in parts) < 90


def test_of_a_set_that_is_measured_on_nothing_learns_from_a_part() -> None:
    parts = {part_of(f"{TRANSLATED}/{number}") for number in range(300)}
    assert parts == set(Part)
    assert Part.MEASURED not in {part_of(f"drcd_dev/{number}") for number in range(300)}


def test_questions_about_news_hold_nothing_of_the_articles_but_places() -> None:
    for item in written():
        assert set(item) == {"article", "manner", "question", "answers"}
        assert all(0 <= start < end for start, end in item["answers"])  # type: ignore[attr-defined]


def test_no_question_about_news_is_there_twice() -> None:
    questions = [item["question"] for item in written()]
    assert len(questions) == len(set(questions))


def test_answers_about_news_are_read_from_the_article(tmp_path: Path) -> None:
    one = next(item for item in written() if item["answers"])
    ((start, end), *_) = one["answers"]  # type: ignore[misc]
    text = "文" * start + "答" * (end - start) + "文" * 2000
    (tmp_path / "news").mkdir()
    with lzma.open(tmp_path / "news" / "some.jsonl.xz", "wt", encoding="utf-8") as file:
        file.write(json.dumps({"id": one["article"], "title": "题", "text": text}) + "\n")
    documents, asked = read_set(tmp_path, NEWS)
    (found,) = [each for each in asked if each.question == one["question"]]
    assert documents == [Document("题", text)]
    assert found.article == f"{NEWS}/0"
    assert found.answers[0] == "答" * (end - start)


def test_questions_about_articles_that_are_not_there_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    assert read_set(tmp_path, NEWS) == ([], [])


def test_the_same_text_is_not_shown_beside_itself() -> None:
    asked = Document("题", "正文。")
    assert without([Document("", "正文。"), Document("", "别的。")], [asked]) == [
        Document("", "别的。")
    ]
