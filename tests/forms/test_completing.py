"""A number, a date or a title is told with what belongs to it."""

import pytest

from qa.forms.choosing.completing import completed
from qa.types import Span
from tests.building import looked_for, short_answer


@pytest.mark.parametrize(
    ("question", "sentence", "short"),
    [
        ("卧铺票每张加价多少?", "卧铺票每张加价30元以上。", "30元以上"),
        ("水有多深?", "最深处水深5米左右。", "5米左右"),
        ("几岁以上的老人免费?", "65岁以上老人免费乘车。", "65岁以上"),
        ("年龄不能超过多少?", "司机1名,48周岁以下。", "48周岁"),
        ("多少老人领了卡?", "领卡的老人有3200名。", "3200名"),
        ("几点钟联系上了她?", "站长查监控,傍晚6点多找到了施女士。", "傍晚6点多"),
        ("配额什么时候有准信?", "能拿多少,5月20日前见分晓。", "5月20日前"),
        ("他何时出发?", "他5月20日前往北京。", "5月20日"),
        ("火灾何时发生?", "21日晚9时许,车站发生火灾。", "21日晚9时许"),
        ("哪年下的暴雨?", "2021年多地下了暴雨。", "2021年"),
        ("哪年产值增长?", "2021年前三季度产值增长。", "2021年"),
    ],
)
def test_what_is_not_told_exactly_keeps_what_says_so(
    question: str, sentence: str, short: str
) -> None:
    assert short_answer(question, sentence) == short


@pytest.mark.parametrize(
    ("question", "sentence", "short"),
    [
        ("屏幕是多少Hz的?", "新机配备了120Hz的显示屏。", "120Hz"),
        ("速度降到多少了?", "速度降至11Gbps。", "11Gbps"),
        ("捐了多少物资?", "公司捐赠 3000 万元物资。", "3000 万元"),
        ("通知由几个部门出台?", "县教育局等6部门出台通知。", "6部门"),
        ("几个村通水了?", "全镇18村通了水。", "18村"),
        ("多少人有证?", "有A1证的3人。", "3人"),
        ("酒精含量多少?", "结果为140mg/100ml。", "140mg/100ml"),
        ("发了多少论文?", "他已发表300多篇研究论文。", "300多篇"),
        ("收茧多少?", "收茧十六担,可是他今秋没养。", "十六担"),
        ("票价多少?", "票价一元二角,要走半天路来坐。", "一元二角"),
        ("醋一斤多少钱?", "醋提到一斤三角五,还供不上。", "三角五"),
        ("梨多少钱一斤?", "梨三元一斤。", "三元"),
        ("投票率是多少?", "投票率为七成三;另有8人弃权。", "七成三"),
        ("几成人家有车?", "村里七成人家有车。", "七成"),
    ],
)
def test_number_keeps_its_unit_or_what_it_counts(question: str, sentence: str, short: str) -> None:
    assert short_answer(question, sentence) == short


@pytest.mark.parametrize(
    ("question", "begun", "told"),
    [
        ("印发了什么意见?", "《关于厉行", "《关于厉行节约的意见》"),
        ("印发了什么意见?", "关于厉行节约的意见", "《关于厉行节约的意见》"),
        ("印发了什么意见?", "厉行节约", "厉行节约"),
        ("是谁印发的?", "关于厉行", "关于厉行"),
    ],
)
def test_title_that_is_begun_is_told_whole(question: str, begun: str, told: str) -> None:
    sentence = "两办印发《关于厉行节约的意见》。"
    start = sentence.index(begun)
    found = completed(looked_for(question), sentence, Span(start, start + len(begun)))
    assert sentence[found.start : found.end] == told


@pytest.mark.parametrize(
    ("sentence", "begun", "told"),
    [
        ("明火被扑灭,没有人员伤亡。", "人员伤亡", "没有人员伤亡"),
        ("冷库未受影响。", "受影响", "未受影响"),
        ("她最不爱听的是足球。", "是足球", "足球"),
    ],
)
def test_what_is_denied_is_told_so_and_a_copula_is_not(
    sentence: str, begun: str, told: str
) -> None:
    start = sentence.index(begun)
    found = completed(looked_for("怎么样?"), sentence, Span(start, start + len(begun)))
    assert sentence[found.start : found.end] == told
