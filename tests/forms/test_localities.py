"""What may be the name of a place is found by its ending, or because it is known."""

import pytest

from qa.forms.places.localities import localities


def found(sentence: str, question: str = "在哪里?") -> list[str]:
    return [sentence[span.start : span.end] for span in localities(question, sentence)]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("夜校设在青湾区鹭汀街道。", ["青湾区鹭汀街道"]),
        ("4月9日在北京举行。", ["北京"]),
        ("竹浦镇和柏坪镇都通了水。", ["竹浦镇", "柏坪镇"]),
        ("负责人说处理好了。", []),
        ("音乐是一段口琴。", []),
        ("大家在北京人民大会堂开会。", ["北京人民大会堂"]),
        ("罗小满下半场进了两球,主场取胜。", []),
    ],
)
def test_names_of_places_are_whole_words(sentence: str, names: list[str]) -> None:
    assert found(sentence) == names


def test_thing_is_not_where_it_is() -> None:
    sentence = "竹浦市老年活动中心昨日开放,地点在柏坪路。"
    assert found(sentence, "老年活动中心在哪里?") == ["柏坪路"]


def test_country_is_asked_for_by_its_name() -> None:
    sentence = "9月2日在北京会见来华出席峰会的哈萨克斯坦总统。"
    assert found(sentence, "会见了哪国总统?") == ["哈萨克斯坦"]
