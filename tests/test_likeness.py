"""How near the words of a text come to those of a question."""

from __future__ import annotations

import numpy as np
import pytest

from qa.likeness import LIKENESS, likeness, nearest


def measured(name: str, question: str, text: str, article: str = "") -> float:
    row = likeness(question, [text], [article or text])[0]
    return float(row[LIKENESS.index(name)])


def test_the_words_themselves_are_nearest() -> None:
    said = measured("likeness", "公交车停运", "公交车停运")
    assert said > 0.99
    assert measured("likeness", "公交车停运", "滨河公园开放") < said


def test_another_word_for_it_is_nearer_than_any_word() -> None:
    alike = measured("likeness", "家长的意见", "父母的看法")
    assert alike > measured("likeness", "家长的意见", "路灯的电线")


def test_only_the_words_themselves_are_held() -> None:
    assert measured("pieces_held", "家长", "家长来了") == pytest.approx(1.0)
    assert measured("pieces_held", "家长", "父母来了") == 0.0


def test_words_may_stand_elsewhere_in_the_article() -> None:
    article = "公交车改了路线。家长来了。"
    assert measured("pieces_of_article", "家长", "公交车改了路线。", article) == pytest.approx(1.0)
    assert measured("pieces_held", "家长", "公交车改了路线。", article) == 0.0


def test_order_of_the_texts_is_kept() -> None:
    texts = ["公园开放了。", "学校放假了。"]
    first, second = (
        likeness("公园开放", texts, texts),
        likeness("公园开放", texts[::-1], texts[::-1]),
    )
    np.testing.assert_allclose(first, second[::-1], atol=1e-6)


def test_a_text_without_words_is_like_nothing() -> None:
    np.testing.assert_array_equal(likeness("公园开放", [""], [""]), np.zeros((1, len(LIKENESS))))


def test_a_question_without_words_is_like_nothing() -> None:
    np.testing.assert_array_equal(likeness("", ["公园开放"], [""]), np.zeros((1, len(LIKENESS))))


def test_no_texts_give_nothing() -> None:
    assert nearest(np.array([5]), []) == []
    assert likeness("公园", [], []).shape == (0, len(LIKENESS))
