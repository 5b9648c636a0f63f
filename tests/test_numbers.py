"""Numbers and names in a sentence are cut as an answer prints them."""

import pytest

from qa.forms.names import names
from qa.forms.numbers import numbers


def texts(question: str, sentence: str) -> list[str]:
    return [sentence[span.start : span.end] for span, _ in numbers(question, sentence)]


@pytest.mark.parametrize(
    ("question", "sentence", "found"),
    [
        ("龙舟赛奖金是多少?", "来自全市的16支队伍参加,冠军奖金2万元。", ["2万元"]),
        ("竹浦镇有多少户?", "竹浦镇给26名独居老人每人发了一个哨子。", []),
        ("有多少人参加?", "16支队伍、384名队员参加。", ["384名"]),
        ("何铁山多大?", "何铁山今年48岁,开了22年公交车。", ["48岁"]),
        ("建了多少个车位?", "停车场有260个车位。", ["260个"]),
        ("有几个国家参加?", "铁路全长260公里,12个国家参加。", ["12个"]),
        ("修下来要花多少亿?", "铁路全长260公里,投资40.5亿元。", ["40.5亿元"]),
        ("用了多少煤?", "花了30万元,用了200吨煤。", ["200吨"]),
        ("用了多少资金?", "花了30万元,修了2年。", ["30万元"]),
        ("罚了多少?", "第3次被查,罚7.1万,写了2页检查。", ["7.1万"]),
        ("卖多少钱?", "起售价2099 元。", ["2099 元"]),
        ("今年用了多少电?", "全国用电2.1万亿千瓦时。", ["2.1万亿千瓦时"]),
        ("投票率是多少?", "350人投票,投票率92.5%。", ["92.5%"]),
        ("占多少比例?", "三分之一的住户有车。", ["三分之一"]),
        ("分为几部分组成?", "全书由三部分组成。", ["三部分组成"]),
        ("邢远航的成绩是多少?", "邢远航以1小时8分42秒夺得第1名。", ["1小时8分42秒"]),
        ("有多少人跑完?", "384名选手跑完,最快的用了8分42秒。", ["384名"]),
        ("这是第几届?", "第十一届龙舟赛有16支队伍。", ["第十一届"]),
        ("访问了多少天?", "出席停战70周年纪念活动,访问3天。", ["3天"]),
        ("谈了几个小时?", "三方同意10日再谈。", []),
        ("拘留了几天?", "他被拘留15日。", ["15日"]),
        ("喝了多少瓶酒?", "每100毫升血液含酒精140毫克,他喝了6瓶。", ["6瓶"]),
        ("疏散了多少老百姓?", "灰柱高3000米,撤走了870户。", ["870户"]),
        ("伤了几个人?", "派出2个工作组,救出3个孩子,伤了4个。", ["3个", "4个"]),
        ("来了多少人?", "迎来30万游客,涨了8成。", ["30万游客", "8成"]),
        ("书屋有多少册书?", "书屋有2个房间、3万册书。", ["3万册"]),
        ("停了多少趟列车?", "停运列车641列,涉及3个站。", ["641列"]),
        ("项目总投资多少亿元?", "128个项目总投资30亿元。", ["30亿元"]),
        ("最高车速是多少?", "卖11.88万,最高车速180公里。", ["180公里"]),
        ("最高气温是多少?", "两地的最高气温分别为45和34摄氏度。", ["45", "34摄氏度"]),
        ("血糖值是多少?", "83岁的她血糖值为12.3。", ["12.3"]),
        ("这位老人多大?", "83岁的她血糖值为12.3。", ["83岁"]),
        ("投入了多少亿?", "30多亿元用了三十来天。", ["30多亿元"]),
        ("有多少个车位?", "修了三个星期,六七个人看着,有260个车位。", ["260个"]),
        ("来了多少个急诊病人?", "收治病人26名。", ["26名"]),
        ("得了多少票?", "4万名市民投票,它得了1.2万票。", ["1.2万票"]),
        ("有多少辆公交车?", "26名司机开12辆公交车。", ["12辆"]),
        ("何铁山今年多大?", "48岁的何铁山种了30亩地。", ["48岁"]),
        ("考了多少分?", "2名考生考了683分。", ["683分"]),
    ],
)
def test_number_is_cut_with_its_unit_and_fits_what_is_asked_for(
    question: str, sentence: str, found: list[str]
) -> None:
    assert texts(question, sentence) == found


@pytest.mark.parametrize(
    ("question", "sentence", "found"),
    [
        ("判了多久?", "他被判处有期徒刑三年六个月。", "三年六个月"),
        ("判了几年?", "他被判处有期徒刑一年零三个月。", "一年零三个月"),
        ("关了多久?", "他被判处拘役一个月十五天。", "一个月十五天"),
        ("路上要多久?", "路上要5小时10分。", "5小时10分"),
        ("跑了多少秒?", "他跑了19秒4。", "19秒4"),
        ("成绩是多少?", "她跑了9分38秒21。", "9分38秒21"),
        ("培训多长时间?", "培训要两个半月。", "两个半月"),
    ],
)
def test_time_in_several_units_is_one_number(question: str, sentence: str, found: str) -> None:
    assert texts(question, sentence) == [found]


@pytest.mark.parametrize(
    ("question", "sentence", "found"),
    [
        ("订票电话是多少?", "订票电话:0372-5510808,票价80元,8月31日19:30开演。", ["0372-5510808"]),
        ("该打哪个号码?", "市民可打12345,2024年已接300个电话。", ["12345"]),
        ("他的电话是多少?", "他今年58岁,卖了2.68万元。", []),
        ("打了多少个电话?", "他打了12个电话,都是0372-5510808。", ["12个"]),
        ("比分是多少?", "90分钟内2比1,8月31日再赛。", ["2比1"]),
    ],
)
def test_telephone_or_score_is_no_amount(question: str, sentence: str, found: list[str]) -> None:
    assert texts(question, sentence) == found


@pytest.mark.parametrize("day", ["2021年", "8月31日", "20时", "十二月"])
def test_date_is_no_number(day: str) -> None:
    assert texts("来了多少人?", f"{day},来了36人。") == ["36人"]


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("判了几年?", "2023年7月11日,他被起诉。"),
        ("判了多久?", "8月1日,他被抓获。"),
        ("震源深度是多少?", "13日03时04分发生地震。"),
        ("观测了几年?", "2019—2020年的记录。"),
    ],
)
def test_date_tells_no_length_of_time(question: str, sentence: str) -> None:
    assert texts(question, sentence) == []


def test_days_may_be_told_as_in_a_date() -> None:
    assert texts("拘留几天?", "8月3日,他被拘留15日。") == ["15日"]


def test_one_of_something_speaks_less_for_itself() -> None:
    (_, one), (_, several) = numbers("来了几位老师?", "来了一位校长、三位老师。")
    assert one < several


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("铜冶镇工会主席李爱民介绍,", "李爱民"),
        ("沈秋月是望渡社区的老党员。", "沈秋月"),
        ("沈秋月说,", "沈秋月"),
        ("总经理黄鹏出席。", "黄鹏"),
        ("67岁老人贺有田来不及上岸,", "贺有田"),
        ("发言人佩斯科夫说,", "佩斯科夫"),
        ("分析师约翰·奈恩认为", "约翰·奈恩"),
        ("国务院总理李克强主持召开会议。", "李克强"),
        ("这几天,余梦伦院士在讨论。", "余梦伦"),
        ("犯罪嫌疑人刘某被拘留。", "刘某"),
        ("首席执行官bob mcnally表示", "bob mcnally"),
        ("博物馆馆长单于飞说,", "单于飞"),
        ("中队长令狐冰带队侦查", "令狐冰"),
        ("《山路》 作者 盛夏", "盛夏"),
    ],
)
def test_name_is_cut_from_what_stands_around_it(sentence: str, name: str) -> None:
    assert name in [sentence[span.start : span.end] for span, _ in names(sentence)]


@pytest.mark.parametrize("sentence", ["老人费心了。", "楼的高度是36米。", "他于8日回来。"])
def test_words_that_begin_like_names_are_none(sentence: str) -> None:
    assert names(sentence) == []


@pytest.mark.parametrize(
    "credit",
    ["(记者兰天鸣、吴振东)", "(本报记者 罗小满 通讯员 李爱民)", "记者 任国勇 通讯员 罗小满"],
)
def test_who_reports_is_not_told_of(credit: str) -> None:
    assert names(f"8月9日电{credit}昨日,公园开放。") == []


def test_name_that_is_followed_as_names_are_stands_alone() -> None:
    assert len(names("专员顾栗介绍说,")) == 1


def test_place_is_no_person() -> None:
    assert names("首都华盛顿等地下雪。") == []


def test_title_before_a_name_is_told() -> None:
    assert [titled for _, titled in names("镇长方晓川说,")] == [True]


@pytest.mark.parametrize("sentence", ["竹浦镇队夺得500米直道赛冠军。", "每班限招25人。"])
def test_what_counts_something_is_no_name(sentence: str) -> None:
    assert names(sentence) == []
