"""Of somebody's relative no sentence tells that is of another's, or of somebody who is none."""

from dataclasses import replace

import pytest

from qa.answering.evidence import Evidence
from qa.answering.fitting.kin import is_of_another_family
from qa.types import Passage, Span
from tests.building import article_of, hit_of, looked_for

SON = "田春生的儿子田雨在县医院上班。"
DAUGHTER = "他的女儿在省城教书。"
OTHERS = "柳长河的儿子在铁路上班。"


def is_other(question: str, sentence: str, headline: str) -> bool:
    one = Evidence(hit_of(article_of(sentence, headline)), Span(0, len(sentence)), 0.0)
    return is_of_another_family(looked_for(question), one)


@pytest.mark.parametrize(
    ("question", "sentence", "headline", "other"),
    [
        ("田春生的儿子在哪上班?", SON, "", False),
        ("田春生的女儿在哪教书?", DAUGHTER, "山村医生田春生", False),
        ("田春生的闺女在哪教书?", DAUGHTER, "山村医生田春生", False),
        ("田春生的女儿在哪教书?", DAUGHTER, "山村教师柳长河", True),
        ("田春生的儿子在哪教书?", DAUGHTER, "山村医生田春生", True),
        ("田春生的儿子在哪上班?", OTHERS, "", True),
        ("田春生在哪上班?", OTHERS, "", False),
        ("田春生的女儿在哪教书?", "田春生之女在省城教书。", "", False),
        ("田春生的女儿田雨在哪教书?", "田雨在省城教书。", "山村医生田春生", False),
        ("田春生的儿子是谁?", "闵先生带着儿子来到田春生家。", "", True),
        ("田春生的儿子是谁?", "田春生救了闵先生和他10岁的儿子。", "", True),
        ("田春生的儿子是谁?", "田春生和儿子划船救人。", "", False),
        ("田春生的徒弟是谁?", "田春生把药箱交给了徒弟柳长河。", "", False),
        ("柳长河的师傅是谁?", "田春生把药箱交给了徒弟柳长河。", "", False),
        ("田春生的徒弟是谁?", DAUGHTER, "山村医生田春生", True),
        ("田春生的小儿子是谁?", SON, "", False),
        ("田春生的大徒弟是谁?", SON, "", True),
        ("田春生的儿子为什么没回来?", "路上下了大雪。", "山村医生田春生", False),
    ],
)
def test_relative_is_told_of_beside_the_person_and_the_relation(
    question: str, sentence: str, headline: str, other: bool
) -> None:
    assert is_other(question, sentence, headline) is other


def test_whose_relative_it_is_may_stand_farther_above() -> None:
    text = f"田春生行医四十年。{DAUGHTER}"
    article = article_of(text)
    start = text.index("他")
    hit = replace(hit_of(article), passage=Passage("1", start, len(text), DAUGHTER))
    one = Evidence(hit, Span(start, len(text)), 0.0)
    assert not is_of_another_family(looked_for("田春生的女儿在哪教书?"), one)
    assert is_of_another_family(looked_for("柳长河的女儿在哪教书?"), one)


def test_pronoun_is_of_nobody_who_is_named_only_behind_it() -> None:
    text = f"田春生行医四十年。{DAUGHTER}儿子田雨在县城。"
    start = text.index("他")
    one = Evidence(hit_of(article_of(text)), Span(start, start + len(DAUGHTER)), 0.0)
    one_of = looked_for("田雨的女儿在哪教书?")
    assert is_of_another_family(one_of, one)


def test_relative_of_somebody_without_a_name_is_told_of_by_the_relation() -> None:
    assert is_other("落水女子的丈夫叫什么?", "12岁的佘浩在江边玩耍。", "")
    assert not is_other("落水女子的丈夫叫什么?", "她丈夫田春生赶来致谢。", "")


def test_pupil_of_somebody_without_a_name_may_be_told_of_by_no_such_word() -> None:
    assert not is_other("老人收的徒弟是谁?", "青年佘浩带着一只旧钟找上门。", "")
