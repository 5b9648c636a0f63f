"""Measures over questions whose answers are known."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from qa import Archive, UsageError
from qa.evaluation import Question, evaluate, not_held, read_questions

PAGE = """## 滨河公园动工

本报讯(记者 周明)4月9日,滨河公园在城南动工,占地3.2万平方米,计划8月开放。

## 18路公交车开通

本报讯(记者 吴霞)4月9日,18路公交车开通,从火车站开往大学城,全程14公里,票价2元。
"""
PARK, BUS = "江城日报-2024-04-10/01-01", "江城日报-2024-04-10/01-02"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("evaluation")
    page = folder / "江城日报_20240410_01.txt"
    page.write_text(PAGE, encoding="utf-8")
    with Archive.open(folder / "archive") as opened:
        opened.index([page])
        yield opened


def question(text: str, article: str, *answers: str) -> Question:
    return Question(text, answers, frozenset({article}))


def test_right_article_first_gives_full_marks(archive: Archive) -> None:
    measures = evaluate(archive, [question("18路公交车全程多少公里?", BUS, "14公里")])
    assert (measures.recall_at_1, measures.mrr_at_10, measures.ndcg_at_10) == (1, 1, 1)
    assert (measures.answer_in_top_1, measures.citation_precision) == (1, 1)


def test_short_answer_is_scored_by_its_overlap_with_the_known_one(archive: Archive) -> None:
    exact = evaluate(archive, [question("18路公交车全程多少公里?", BUS, "14公里")])
    partly = evaluate(archive, [question("18路公交车全程多少公里?", BUS, "全程14公里")])
    assert (exact.span_exact, exact.span_f1, exact.evidence_hit) == (1, 1, 1)
    assert (partly.span_exact, partly.span_f1) == (0, pytest.approx(0.75))


def test_answer_cited_from_another_article_is_no_evidence(archive: Archive) -> None:
    measures = evaluate(archive, [question("18路公交车全程多少公里?", PARK, "14公里")])
    assert measures.evidence_hit == 0


def test_answer_cited_from_the_other_print_of_an_article_is_evidence(
    archive_of: Callable[[Mapping[str, str]], Archive],
) -> None:
    story = (
        "今年入汛以来,全省大中型水库蓄水总量达到46亿立方米,比常年同期多两成。"
        "省水利厅要求各地加强巡查,确保安全度汛,并及时发布预警信息。"
    )
    papers = ("江城日报_20240601_01", "江城晚报_20240602_03")
    archive = archive_of(dict.fromkeys(papers, f"## 水库蓄水充足\n\n{story}"))
    for id_ in ("江城日报-2024-06-01/01-01", "江城晚报-2024-06-02/03-01"):
        asked = question("全省水库蓄水总量达到多少?", id_, "46亿立方米")
        assert evaluate(archive, [asked]).evidence_hit == 1


def test_question_answered_wrongly_is_told_with_its_answer(archive: Archive) -> None:
    right = question("18路公交车全程多少公里?", BUS, "14公里")
    other = question("18路公交车票价多少?", BUS, "3元")
    told: list[tuple[str, bool]] = []
    evaluate(
        archive, [right, other], wrong=lambda one, said: told.append((one.text, "2元" in said.text))
    )
    assert told == [("18路公交车票价多少?", True)]


def test_article_that_the_archive_does_not_hold_is_told(archive: Archive) -> None:
    asked = [question("票价多少?", BUS), question("谁来了?", "江城日报-1999-01-01/01-01")]
    assert not_held(archive, asked) == ["江城日报-1999-01-01/01-01"]


def test_question_marked_unanswerable_is_one_though_it_names_its_passage(tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text(
        '{"question": "谁修了公园?", "answers": [], "passage_ids": ["a"], "unanswerable": true}',
        encoding="utf-8",
    )
    (read,) = read_questions(file)
    assert not read.answerable


def test_abstention_is_measured_both_ways(archive: Archive) -> None:
    silent = Question("谁赢得了世界杯足球赛的金靴奖?", (), frozenset())
    answered = question("18路公交车全程多少公里?", BUS, "14公里")
    measures = evaluate(archive, [silent, answered])
    assert (measures.abstention_precision, measures.abstention_recall) == (1, 1)
    assert measures.refused_answerable == 0


def test_right_article_second_halves_the_reciprocal_rank(archive: Archive) -> None:
    measures = evaluate(archive, [question("18路公交车全程多少公里?", PARK)])
    assert (measures.recall_at_1, measures.recall_at_5, measures.mrr_at_10) == (0, 1, 0.5)
    assert measures.ndcg_at_10 == pytest.approx(0.6309, abs=1e-4)


def test_measures_that_the_questions_do_not_allow_are_left_open(archive: Archive) -> None:
    measures = evaluate(archive, [Question("谁赢得了世界杯?", (), frozenset())])
    assert measures.recall_at_1 is None
    assert measures.unanswerable == 1


def test_questions_are_read_a_line_each(tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text('{"question": "开了吗?", "answers": ["开了"], "passage_ids": ["a"]}\n\n')
    assert read_questions(file) == [Question("开了吗?", ("开了",), frozenset({"a"}))]


def test_byte_order_mark_is_no_part_of_the_first_line(tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text('{"question": "开了吗?"}\n', encoding="utf-8-sig")
    assert [one.text for one in read_questions(file)] == ["开了吗?"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"asked": 1}', "question"),
        ('{"question": " "}', "empty"),
        ('{"question": "多少?", "answers": "14公里"}', "answers is no list"),
        ('{"question": "多少?", "answers": [14]}', "answers is no list"),
        ('{"question": "多少?", "answer": "14公里"}', "it is answers"),
        ('{"question": "多少?", "article_ids": "a"}', "article_ids is no list"),
    ],
)
def test_line_that_is_no_question_is_named(tmp_path: Path, line: str, told: str) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text(f'{{"question": "开了吗?"}}\n{line}\n', encoding="utf-8")
    with pytest.raises(UsageError, match=f"line 2 .*{told}"):
        read_questions(file)
