"""Of somebody's relative no sentence tells that is of another's, or of somebody who is none."""

import pytest

from qa.answering.evidence import Evidence
from qa.answering.fitting.kin import is_of_another_family
from qa.types import Span
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
        ("田春生的儿子为什么没回来?", "路上下了大雪。", "山村医生田春生", False),
    ],
)
def test_relative_is_told_of_beside_the_person_and_the_relation(
    question: str, sentence: str, headline: str, other: bool
) -> None:
    assert is_other(question, sentence, headline) is other
