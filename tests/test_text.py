"""Folding, sentences and search terms of Chinese text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text import fold, is_chinese, sentences, terms


def cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


def test_fold_makes_full_width_half_width() -> None:
    assert fold("ＡＢＣ１２３,（甲）") == "abc123,(甲)"


def test_fold_makes_traditional_simplified() -> None:
    assert fold("臺灣鐵路") == "台湾铁路"


@given(st.text())
def test_fold_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_sentence_ends_at_full_and_half_width_marks() -> None:
    assert cut("开了吗?开了。好！") == ["开了吗?", "开了。", "好！"]


def test_closing_quote_belongs_to_its_sentence() -> None:
    assert cut("他说:“好。”大家笑了。") == ["他说:“好。”", "大家笑了。"]


def test_speaker_after_a_quotation_belongs_to_its_sentence() -> None:
    assert cut("“这座公园真好。”杨秋香说。她笑了。") == ["“这座公园真好。”杨秋香说。", "她笑了。"]


def test_straight_quotation_mark_belongs_to_the_sentence_that_it_closes() -> None:
    assert cut('天晴了。"路通了。"刘素英说。') == ["天晴了。", '"路通了。"刘素英说。']


def test_ellipsis_within_a_sentence_does_not_end_it() -> None:
    assert cut("装了路灯……这些小事都办了。") == ["装了路灯……这些小事都办了。"]


def test_line_break_ends_a_sentence() -> None:
    assert cut("□本报记者 甲\n公园开了。") == ["□本报记者 甲", "公园开了。"]


def test_decimal_point_does_not_end_a_sentence() -> None:
    assert cut("接种85.14万剂次。") == ["接种85.14万剂次。"]


@given(st.text(alphabet="公园开了。!?“”…\n 说", max_size=40))
def test_sentences_hold_every_character_that_is_not_white_space(text: str) -> None:
    joined = "".join(cut(text))
    assert joined.replace(" ", "").replace("\n", "") == text.replace(" ", "").replace("\n", "")


def test_terms_are_bigrams_numbers_and_words() -> None:
    assert terms("接种COVID疫苗85.14万") == ["接种", "covid", "疫苗", "85.14", "万"]


def test_thousands_separator_is_not_part_of_a_term() -> None:
    assert terms("1,189条") == terms("1189条")


@pytest.mark.parametrize(
    ("text", "chinese"),
    [
        ("公园开了吗?", True),
        ("Has 公园 opened?", False),
        ("ChatGPT和DeepSeek哪个好?", True),
        ("Когда?", False),
        ("?", True),
        ("2024", True),
    ],
)
def test_text_is_chinese_unless_it_is_of_another_language(text: str, chinese: bool) -> None:
    assert is_chinese(text) is chinese
