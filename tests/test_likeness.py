"""How near the words of a text come to those of a question."""

from __future__ import annotations

import numpy as np

from qa.likeness import likeness, nearest


def test_the_words_themselves_are_nearest() -> None:
    said, other = likeness("公交车停运", ["公交车停运", "滨河公园开放"])
    assert said > 0.99
    assert other < said


def test_another_word_for_it_is_nearer_than_any_word() -> None:
    alike, unlike = likeness("家长的意见", ["父母的看法", "路灯的电线"])
    assert alike > unlike


def test_order_of_the_texts_is_kept() -> None:
    first = likeness("公园开放", ["公园开放了。", "学校放假了。"])
    second = likeness("公园开放", ["学校放假了。", "公园开放了。"])
    np.testing.assert_allclose(first, second[::-1], atol=1e-6)


def test_a_text_without_words_is_like_nothing() -> None:
    np.testing.assert_array_equal(likeness("公园开放", [""]), [0.0])


def test_a_question_without_words_is_like_nothing() -> None:
    np.testing.assert_array_equal(likeness("", ["公园开放"]), [0.0])


def test_no_texts_give_nothing() -> None:
    assert nearest(np.array([5]), []) == []
    assert len(likeness("公园", [])) == 0
