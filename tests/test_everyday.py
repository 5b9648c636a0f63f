"""A question in everyday words is asked in those that the articles found print."""

import pytest

from qa.answering.everyday import in_printed_words
from qa.questions.understand import understand
from qa.types import Article, Edition, Hit, Passage, ScoreParts


def hit(text: str) -> Hit:
    passage = Passage("1", 0, len(text), text)
    return Hit(
        1.0,
        passage,
        Article("1", "1", "", (text,)),
        Edition("1", "江城日报", None),
        ScoreParts(0.0, 0.0),
    )


@pytest.mark.parametrize(
    ("question", "text", "asked"),
    [
        ("医院第一任院长是谁?", "首任院长由尹若兰担任。", "医院首任院长是谁?"),
        ("医院第一任院长是谁?", "第一任院长是尹若兰。", "医院第一任院长是谁?"),
        ("医院第一任院长是谁?", "院长尹若兰说。", "医院第一任院长是谁?"),
        ("她老公是谁?", "爱人杜川是医生。", "她爱人是谁?"),
        ("他哪年当的兵?", "1986年参军到西藏。", "他哪年参军?"),
        ("第二名是谁?", "亚军是邢远航。", "亚军是谁?"),
    ],
)
def test_word_of_the_best_article_is_put_for_that_of_the_question(
    question: str, text: str, asked: str
) -> None:
    assert in_printed_words(understand(question), [hit(text)]).text == asked
