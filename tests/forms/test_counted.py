"""A number that counts another thing than the question names is no answer."""

import pytest

from qa.forms.quantities.counted import counts_another
from qa.types import Span


@pytest.mark.parametrize(
    ("question", "sentence", "number", "other"),
    [
        ("公司有多少名职工?", "工会带领20名孩子参观。", "20名", True),
        ("公司有多少名职工?", "公司的320名职工参加。", "320名", False),
        ("有多少家企业签约?", "共有42家公司签约。", "42家", False),
        ("有多少家企业签约?", "共有42家,比去年多。", "42家", False),
        ("有几座塔架?", "拥有2座多射向火箭发射塔架。", "2座", False),
        ("裁判共多少名?", "共22名选手参加决赛。", "22名", True),
        ("观众有多少人?", "当日48名选手比拼。", "48名", True),
        ("观众有多少人?", "现场有3000名观众。", "3000名", False),
        ("考生有多少人?", "全市8976人报名。", "8976人", False),
        ("清理了多少座墓葬?", "清理房址17座、灰坑143座、墓葬58座。", "17座", True),
        ("清理了多少座墓葬?", "清理房址17座、灰坑143座、墓葬58座。", "58座", False),
        ("清理了多少座窑址?", "清理房址17座、灰坑143座、墓葬58座。", "143座", True),
        ("有多少人参加?", "3万多名志愿者参加。", "3万多名", False),
        ("来了几个孩子?", "来了12名老人。", "12名", True),
        ("乘客中有几个孩子?", "7名乘客中,1人下了车。", "1人", True),
        ("乘客中有几个孩子?", "乘客中有2名儿童。", "2名", False),
        ("葛家家里有几个孩子?", "葛秀敏生了3个。", "3个", False),
        ("乘客里有几个女的?", "乘客里,妇女3人。", "3人", False),
    ],
)
def test_what_is_counted_stands_behind_the_counter(
    question: str, sentence: str, number: str, other: bool
) -> None:
    start = sentence.index(number)
    assert counts_another(question, Span(start, start + len(number)), sentence) is other
