"""A sentence without a thing of the kind that is asked for does not answer."""

import pytest

from qa.answering.kinds import may_hold_kind


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("伤者送去了哪家医院?", "伤者已被送往市第一人民医院。"),
        ("他在什么大学读书?", "他考上了复旦。"),
        ("锦旗是什么颜色?", "他们送来一面红底的锦旗。"),
        ("他是哪国人?", "他来自埃及。"),
        ("展览在哪个城市举行?", "展览在石家庄举行。"),
        ("什么时候开馆?", "明天开馆。"),
        ("他哪年参军的?", "1998年12月,他应征入伍。"),
        ("他是哪里人?", "他生于岚江。"),
        ("他是怎么退休的?", "他的身体不好。"),
    ],
)
def test_sentence_with_such_a_thing_may_answer(question: str, sentence: str) -> None:
    assert may_hold_kind(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("伤者送去了哪家医院?", "他们给民警送来一面锦旗。"),
        ("锦旗是什么颜色?", "他们给民警送来一面锦旗。"),
        ("他是哪国人?", "西湖和西塘都是浙江省的景点。"),
        ("他住在哪家酒店?", "他将作为代表参会。"),
        ("他哪年参军的?", "1985年,他考上师范学院。"),
        ("他是哪年去世的?", "2012年,他当了校长。"),
    ],
)
def test_sentence_without_one_does_not(question: str, sentence: str) -> None:
    assert not may_hold_kind(question, sentence)
