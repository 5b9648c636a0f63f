"""Seams: text cut in two fits together, text that only stands side by side does not."""

import pytest

from qa.editions.layout.likeness import is_one_story, shared_with_text
from qa.editions.layout.seams import goes_on_odds

CUT = [
    ("青岚区柳河街道近日启动老旧小区改", "造工程,首批十二个小区"),
    ("记者从市教育局了解到,今年秋季学", "期全市新增学位三千个"),
    ("他告诉记者,自己已经在这里工", "作了二十多年"),
]
SIDE_BY_SIDE = [
    ("老楼加装新电梯", "近日,柳河街道启动"),
    ("先问居民 再定方案", "今年年初,街道派人逐户登记"),
    ("市民排队领取绿植", "8月31日,记者在现场看到"),
]


@pytest.mark.parametrize(("left", "right"), CUT)
def test_cut_sentence_goes_on(left: str, right: str) -> None:
    assert goes_on_odds(left, right) > 0


@pytest.mark.parametrize(("left", "right"), SIDE_BY_SIDE)
def test_title_does_not_go_on_in_the_text_below(left: str, right: str) -> None:
    assert goes_on_odds(left, right) < 0


def test_half_a_character_has_odds_too() -> None:
    assert isinstance(goes_on_odds("\ud800", "甲"), float)


def test_empty_text_has_odds_too() -> None:
    assert isinstance(goes_on_odds("", ""), float)


def test_headline_shares_its_words_with_its_text() -> None:
    text = "柳河街道近日为老楼加装电梯。"
    assert shared_with_text("老楼加装电梯", text) == 1
    assert shared_with_text("奋进新征程", text) == 0


def test_texts_of_one_story_share_their_words() -> None:
    above = "柳河街道近日启动老旧小区改造,屋面防水和管网更新年底前完工。"
    assert is_one_story(above, "老旧小区改造以后,屋面防水做好了。")
    assert not is_one_story(above, "全市秋季田径赛昨日闭幕。")
    assert not is_one_story("", "")
