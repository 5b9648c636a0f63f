"""A profile names its person once, and its sentences tell on without the name."""

from collections.abc import Callable, Mapping

import pytest

from qa import Archive
from qa.questions.profiles import is_profile, person_asked_about, with_person
from qa.types import Article

PROFILE = Article(
    "profile",
    "1",
    "山村医生田春生",
    (
        "云岭乡卫生院的田春生今年退休。",
        "1978年冬天,他应征入伍。",
        "田春生说:“我没走远。”乡亲们都来送田春生。",
    ),
)


@pytest.mark.parametrize(
    ("question", "person"),
    [
        ("田春生哪年参军?", "田春生"),
        ("田春生的儿子在哪上班?", "田春生"),
        ("田春生是谁?", "田春生"),
        ("云岭乡有几个村?", ""),
        ("石鼓乡有几个村?", ""),
        ("医院有多少张床?", ""),
        ("马路什么时候修好?", ""),
    ],
)
def test_question_is_about_the_person_that_it_begins_with(question: str, person: str) -> None:
    assert person_asked_about(question) == person


@pytest.mark.parametrize(
    ("sentence", "person", "told"),
    [
        ("1978年冬天,他应征入伍。", "田春生", "田春生1978年冬天,他应征入伍。"),
        ("田春生今年退休。", "田春生", "田春生今年退休。"),
        ("院长李爱民说,他放心了。", "田春生", "院长李爱民说,他放心了。"),
        ("1978年冬天,他应征入伍。", "李爱民", "1978年冬天,他应征入伍。"),
        ("1978年冬天,他应征入伍。", "", "1978年冬天,他应征入伍。"),
    ],
)
def test_sentence_that_names_no_one_is_of_the_person_of_its_article(
    sentence: str, person: str, told: str
) -> None:
    told_of = person if is_profile(PROFILE, person) else ""
    assert with_person(sentence, told_of) == told


def test_question_about_a_life_is_answered_from_a_sentence_without_the_name(
    archive_of: Callable[[Mapping[str, str]], Archive],
) -> None:
    text = "\n\n".join(PROFILE.paragraphs)
    found = archive_of({"江城日报_20240410_01": f"## {PROFILE.headline}\n\n{text}\n"})
    assert found.ask("田春生哪年参军?", llm=False).citations[0].quote == PROFILE.paragraphs[1]
