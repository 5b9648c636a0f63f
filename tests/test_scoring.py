"""Short answers are scored as CMRC 2018 scores them."""

import pytest

from qa.scoring import exact_match, f1


@pytest.mark.parametrize(
    "predicted", ["85.14万剂次", "85.14万剂次。", "“85.14 万剂次”", "８５．１４万剂次"]
)
def test_marks_and_widths_do_not_count(predicted: str) -> None:
    assert exact_match(predicted, ["85.14万剂次"])


def test_best_of_several_answers_counts() -> None:
    assert f1("李爱民", ["主席", "李爱民"]) == 1


def test_overlap_is_the_longest_common_run() -> None:
    assert f1("滨河公园", ["公园"]) == pytest.approx(2 * 2 / 6)
    assert f1("园公", ["公园"]) == pytest.approx(0.5)


def test_number_counts_as_one_unit() -> None:
    assert f1("2021", ["2022"]) == 0


def test_nothing_said_scores_nothing() -> None:
    assert f1("", ["公园"]) == 0
