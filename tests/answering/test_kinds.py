"""A sentence without a thing of the kind that is asked for does not answer."""

import pytest

from qa.answering.fitting.kinds import may_hold_kind, may_tell_fee, may_tell_name
from tests.building import looked_for


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("伤者送去了哪家医院?", "伤者已被送往市第一人民医院。"),
        ("他在什么大学读书?", "他考上了复旦。"),
        ("锦旗是什么颜色?", "他们送来一面红底的锦旗。"),
        ("他是哪国人?", "他来自埃及。"),
        ("展览在哪个城市举行?", "展览在石家庄举行。"),
        ("他得了什么病?", "他两年前查出肝硬化。"),
        ("依据的是哪部法律?", "这是《食品安全法》规定的。"),
        ("这事归哪个部门管?", "这事由市城管局负责。"),
        ("塔建于什么朝代?", "塔始建于唐。"),
        ("什么时候开馆?", "明天开馆。"),
        ("他哪年参军的?", "1998年12月,他应征入伍。"),
        ("他是哪里人?", "他生于岚江。"),
        ("他是怎么退休的?", "他的身体不好。"),
        ("他得过什么荣誉?", "他被评为劳动模范。"),
    ],
)
def test_sentence_with_such_a_thing_may_answer(question: str, sentence: str) -> None:
    assert may_hold_kind(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("伤者送去了哪家医院?", "他们给民警送来一面锦旗。"),
        ("锦旗是什么颜色?", "他们给民警送来一面锦旗。"),
        ("他得了什么病?", "他两年前离开了村子。"),
        ("大会在哪个场馆举行?", "大会昨天在上海开幕。"),
        ("电池在哪座工厂生产?", "电池明年开始生产。"),
        ("船从哪个港口出发?", "船昨天起航。"),
        ("他是哪国人?", "西湖和西塘都是浙江省的景点。"),
        ("他住在哪家酒店?", "他将作为代表参会。"),
        ("他哪年参军的?", "1985年,他考上师范学院。"),
        ("他在云南哪个县被抓?", "他在去往边境途中被抓。"),
        ("哪个民族的歌最好听?", "他们唱了很多歌。"),
        ("他们去哪个国家维和?", "连队出色完成国际维和任务。"),
        ("死了多少人?", "35名居民住进社区中心。"),
        ("多少人受伤?", "35名居民住进社区中心。"),
        ("他得过什么荣誉?", "他心里过意不去。"),
        ("他是哪年去世的?", "2012年,他当了校长。"),
    ],
)
def test_sentence_without_one_does_not(question: str, sentence: str) -> None:
    assert not may_hold_kind(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence", "may"),
    [
        ("他们拍的短片叫什么名字?", "6月,他们合作拍摄了一部短片。", False),
        ("他们拍的短片叫什么名字?", "他们合作拍摄了短片《山路》。", True),
        ("小区的物业公司叫什么?", "小区的物业公司为精诚物业。", True),
        ("那座桥叫什么名字?", "老人们叫它望江桥。", True),
        ("最长的隧道叫什么?", "最长的隧道为望江隧道。", True),
        ("获救的老人叫什么名字?", "李爱民获救了。", True),
        ("短片讲了什么?", "6月,他们合作拍摄了一部短片。", True),
    ],
)
def test_what_something_is_called_is_told_as_a_name(
    question: str, sentence: str, may: bool
) -> None:
    asked = looked_for(question)
    assert may_tell_name(asked, sentence) is may


@pytest.mark.parametrize(
    ("question", "sentence", "may"),
    [
        ("学费多少钱?", "学校二期投资约9000万元。", False),
        ("学费多少钱?", "住宿费每学期600元。", False),
        ("学费多少钱?", "学费每学期600元。", True),
        ("学费多少钱?", "每名学生每学期600元。", True),
        ("学费多少钱?", "一学期2000元,另收住宿费500元。", True),
        ("住宿费多少钱?", "住一晚80元。", True),
    ],
)
def test_a_fee_is_told_by_what_tells_of_that_fee(question: str, sentence: str, may: bool) -> None:
    assert may_tell_fee(question, sentence) is may
