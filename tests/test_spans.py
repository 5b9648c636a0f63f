"""The pieces of a sentence that may answer are as exact as the question asks."""

import pytest

from qa.answering.spans import candidates
from qa.overlap import sought
from qa.questions import understand


def dates(question: str, sentence: str) -> list[str]:
    asked = sought(understand(question), lambda terms: dict.fromkeys(terms, 1.0))
    return [sentence[one.span.start : one.span.end] for one in candidates(asked, sentence)]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("公园哪天开放?", ["8月31日"]),
        ("公园几号开放?", ["8月31日"]),
        ("公园几点开放?", ["上午9点"]),
        ("公园什么时候开放?", ["2019年", "7月", "8月31日", "上午9点"]),
    ],
)
def test_date_is_as_exact_as_is_asked_for(question: str, found: list[str]) -> None:
    sentence = "公园2019年动工,7月完工,8月31日开放,每天上午9点开门。"
    assert dates(question, sentence) == found
