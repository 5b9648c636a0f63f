"""What is told of another thing, place or unit than the one asked about is no answer."""

from datetime import date

import pytest

from qa.answering.evidence import Evidence
from qa.answering.fitting.days import is_of_other_days
from qa.answering.fitting.mismatch import is_of_another, is_of_another_one
from qa.dates.in_text import mentions
from qa.forms.places.regions import is_elsewhere
from qa.overlap import sought
from qa.questions.understand import understand
from qa.types import Article, DateMention, Span
from tests.building import hit_of, looked_for


def evidence(headline: str, *sentences: str, day: date | None = None) -> Evidence:
    """Return the last of an article's sentences as evidence, in a passage of all of them."""
    text = "".join(sentences)
    article = Article("a", "1", headline, (text,), dates=tuple(mentions(text, day)))
    return Evidence(hit_of(article, day, ""), Span(len(text) - len(sentences[-1]), len(text)), 0.0)


@pytest.mark.parametrize(
    ("question", "article", "other"),
    [
        ("人民桥修了多久?", "人民政府说,柳荫桥修了两个月。", True),
        ("人民桥修了多久?", "人民大桥修了两个月。", False),
        ("市人民医院招多少人?", "市中医院为人民群众招40人。", True),
        ("第三针接种了多少?", "第一针接种49.14万剂次,第二针接种30万剂次。", True),
        ("第三针接种了多少?", "第3针接种2万剂次。", False),
        ("第2针接种了多少?", "第二针接种30万剂次。", False),
        ("第二轮放蜂在哪几天?", "第二次放蜂在8月8日到12日。", False),
        ("第三轮放蜂在哪几天?", "第二次放蜂在8月8日到12日。", True),
        ("纺工里6号楼的电梯多少钱?", "纺工里小区6号楼的电梯46万元。", False),
        ("当年裕桥快线投资多少?", "裕桥快线投资3亿元。", False),
        ("华某卖的药膏多少钱?", "华某的药膏每贴4元。", False),
        ("从前包食堂的老板退了多少钱?", "食堂原承包方退还12.8万元。", False),
        ("第10届龙舟赛什么时候举行?", "第十届龙舟赛于6月10日举行。", False),
        ("第十二届龙舟赛什么时候举行?", "第12届龙舟赛于6月10日举行。", False),
        ("第十二届龙舟赛什么时候举行?", "第2届龙舟赛于6月10日举行。", True),
        ("28路开通了吗?", "18路开通。", True),
        ("四桥什么时候开工?", "三桥6月开工。", True),
        ("三桥什么时候开工?", "江城第三大桥6月开工。", False),
        ("市三中在哪里?", "市第三中学在江边。", False),
        ("市三中在哪里?", "市二中在江边。", True),
        ("18路开通了吗?", "118路开通。", True),
        ("荷花节什么时候开幕?", "4月6日,石鼓乡第三届梨花会在梨花坳开幕。", True),
        ("梨花会什么时候开幕?", "4月6日,石鼓乡第三届梨花会在梨花坳开幕。", False),
        ("第一个走进公园的是谁?", "最先走进公园的是童雨晴。", False),
        ("《山路》的作者是谁?", "《问天》的作者是李爱民。", True),
        ("女子组冠军是谁?", "男子组冠军由邢远航获得。", True),
        ("男子组冠军是谁?", "男子组、女子组冠军已经产生。", False),
        ("30个村什么时候通水?", "昨日,27个村通了水。", True),
        ("27个村什么时候通水?", "昨日,二十七个村通了水。", False),
        ("1.3亿元花在哪里?", "共投资一亿三千万元。", False),
        ("3000亿元花在哪里?", "共投资三千亿元。", False),
        ("6月30日通水的是哪个村?", "昨日,27个村通了水。", False),
        ("Z180次列车到了吗?", "T180次列车到站。", True),
        ("“自动浇花器”活动在哪天?", "“自动开合垃圾桶”活动昨日举行。", True),
        ("佩斯科夫说了什么?", "沙利文说,会谈已经开始。", True),
        ("佩斯科夫说了什么?", "俄总统新闻秘书佩斯科夫说,会谈已经开始。", False),
        ("《山路2》是谁写的?", "《山路 2》由李爱民所写。", False),
        ("第二季度亏了多少?", "二季度亏损300万元。", False),
        ("24年种了多少棵树?", "今年种了300棵树。", False),
        ("第11届龙舟赛什么时候举行?", "第十一届龙舟赛于6月10日举行。", False),
        ("第十一届龙舟赛什么时候举行?", "第十届龙舟赛于6月10日举行。", True),
        ("第2十届龙舟赛什么时候举行?", "龙舟赛于6月10日举行。", True),
        ("8:00有车吗?", "首班车上午8时开出。", False),
        ("青龙巷12号住着谁?", "青龙巷9号住着李爱民。", True),
        ("滨河花园三期什么时候交房?", "滨河花园二期年底交房。", True),
        ("滨河花园三期什么时候交房?", "滨河花园的经理说,三期年底交房。", False),
        ("滨河花园二期什么时候交房?", "二期年底交房。", False),
        ("滨河花园二期什么时候交房?", "第十二期学习班年底开班。", True),
        ("武某判了几年?", "法院判处蒲某有期徒刑一年。", True),
        ("蒲某判了几年?", "法院判处蒲某有期徒刑一年。", False),
        ("合成一营得了什么奖?", "合成二营得了先进。", True),
        ("谁宣讲六中全会精神?", "他宣讲五中全会精神。", True),
        ("全市第一家医院建于哪年?", "全市首家医院建于1950年。", False),
        ("第二污水厂投资多少?", "第一污水厂投资1.32亿元。", True),
        ("3楼每户出多少钱?", "6楼每户出4.1万元。", True),
        ("科目三合格率是多少?", "科目二合格率为68%。", True),
        ("围棋乙组冠军是谁?", "围棋甲组冠军是闻天。", True),
        ("围棋甲组冠军是谁?", "围棋甲组冠军是闻天。", False),
        ("98年谁得了奖?", "1998年,李爱民得了奖。", False),
        ("「自動澆花器」活動在哪天?", "“自动开合垃圾桶”活动昨日举行。", True),
    ],
)
def test_thing_told_by_its_number_must_be_named(question: str, article: str, other: bool) -> None:
    assert is_of_another(looked_for(question), article) is other


def test_paper_need_not_print_its_own_year_or_those_beside_it() -> None:
    question, article = looked_for("2024年种了多少棵树?"), "去年种了300棵,2020年以来共种2000棵。"
    last_year = DateMention(0, 2, date(2024, 1, 1), date(2024, 12, 31))
    assert is_of_another(question, article, date(2019, 3, 12))
    assert not is_of_another(question, article, date(2025, 3, 12), dates=[last_year])
    assert is_of_another(question, "种了300棵。", date(2025, 3, 12))
    assert not is_of_another(looked_for("2024年和2025年哪年多?"), "种了300棵。", date(2025, 3, 12))
    assert not is_of_another(question, "种了300棵。", date(2024, 3, 12))


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("2023年产粮多少吨?", "今年产粮14万吨,比2023年减少8%。", True),
        ("2023年产粮多少吨?", "今年产粮14万吨,比2023年的15万吨减少8%。", False),
        ("2023年产粮多少吨?", "二〇二三年产粮14万吨,今年15万吨。", False),
        ("2022年产粮多少吨?", "二〇二三年产粮14万吨,比二〇二二年减少8%。", True),
        ("2022年产粮多少吨?", "2021年至2023年产粮分别为3万吨、4万吨和5万吨。", False),
        ("2020年产粮多少吨?", "2021年至2023年产粮分别为3万吨、4万吨和5万吨。", True),
        ("2024年产粮多少吨?", "今年产粮14万吨,比去年减少8%。", True),
        ("2025年产粮多少吨?", "今年产粮14万吨,比去年减少8%。", False),
        ("2024年产粮多少吨?", "去年产粮15万吨。", False),
        ("2024年产粮多少吨?", "全县产粮14万吨。", True),
    ],
)
def test_sentence_of_another_year_is_told(question: str, sentence: str, other: bool) -> None:
    one = evidence("秋粮", sentence, day=date(2025, 10, 23))
    assert is_of_another_one(looked_for(question), one) is other


def test_number_is_of_the_year_of_its_title_where_no_other_is_told() -> None:
    told = evidence("岚江县2024年统计公报", "全年产粮20万吨。", day=date(2025, 3, 3))
    assert is_of_another_one(looked_for("2025年产粮多少吨?"), told)
    assert not is_of_another_one(looked_for("2024年产粮多少吨?"), told)


@pytest.mark.parametrize(
    ("question", "other"),
    [("2025年谁主持会议?", False), ("2030年谁主持会议?", False), ("2019年谁主持会议?", True)],
)
def test_year_to_come_does_not_hold_until_the_next(question: str, other: bool) -> None:
    told = evidence("", "到2030年产粮20万吨。", "镇长尹长庚主持会议。", day=date(2025, 10, 23))
    assert is_of_another_one(looked_for(question), told) is other


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        ("5月12日鳜鱼卖了多少斤?", "5月13日,鱼市开市。鳜鱼卖了300斤。", True),
        ("5月13日鳜鱼卖了多少斤?", "5月13日,鱼市开市。鳜鱼卖了300斤。", False),
        ("5月14日鳜鱼卖了多少斤?", "5月13日,鱼市开市。鳜鱼卖了300斤。", False),
        ("5月12日鳜鱼卖了多少斤?", "5月10日至13日,鱼市开市。鳜鱼卖了300斤。", False),
        ("5月12日鳜鱼卖了多少斤?", "5月10日起,鱼市开市。鳜鱼卖了300斤。", False),
        ("5月12日鳜鱼卖了多少斤?", "鳜鱼卖了300斤。", False),
        ("5月12日鱼市开了吗?", "5月13日,鱼市开市。鳜鱼卖了300斤。", False),
        ("一季度鳜鱼卖了多少斤?", "二季度,鱼价平稳。鳜鱼卖了300斤。", True),
        ("一季度鳜鱼卖了多少斤?", "1至3月,鱼价平稳。鳜鱼卖了300斤。", False),
        ("上半年鳜鱼卖了多少斤?", "前6个月,鱼价平稳。鳜鱼卖了300斤。", False),
        ("1—3月鳜鱼卖了多少斤?", "1—2月,鱼价平稳。鳜鱼卖了300斤。", True),
        ("3月鳜鱼卖了多少斤?", "1—4月,鱼价平稳。3月6日鳜鱼卖了300斤。", False),
        ("5月鳜鱼卖了多少斤?", "4月份,鱼价平稳。鳜鱼卖了300斤。", False),
    ],
)
def test_article_of_other_days_or_months_than_asked_about_is_told(
    question: str, text: str, other: bool
) -> None:
    day = date(2025, 5, 14)
    article = Article("a", "1", "", (text,), dates=tuple(mentions(text, day)))
    assert is_of_other_days(looked_for(question), hit_of(article, day, "")) is other


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("6月鳜鱼卖了多少斤?", "7月卖了300斤,1—7月卖了2000斤。", True),
        ("7月鳜鱼卖了多少斤?", "7月卖了300斤,1—7月卖了2000斤。", False),
        ("二季度鳜鱼卖了多少斤?", "4—6月卖了300斤。", False),
        ("二季度鳜鱼卖了多少斤?", "上半年卖了300斤。", True),
        ("5月12日鳜鱼卖了多少斤?", "5月13日,鳜鱼卖了300斤。", True),
        ("5月12日鳜鱼卖了多少斤?", "昨日,鳜鱼卖了300斤。", False),
    ],
)
def test_sentence_of_another_day_or_month_is_told(
    question: str, sentence: str, other: bool
) -> None:
    one = evidence("", sentence, day=date(2025, 5, 14))
    assert is_of_another_one(looked_for(question), one) is other


@pytest.mark.parametrize(
    ("question", "printed", "elsewhere"),
    [
        ("重庆有多少家?", "四川有24家。", True),
        ("四川有多少家?", "成都有24家。", False),
        ("成都有多少家?", "四川有24家。", True),
        ("英国有多少家?", "英媒说,有24家。", False),
        ("石门乡有多少家?", "四川有24家。", False),
        ("重庆有多少家?", "全市有24家。", False),
    ],
)
def test_a_place_that_is_asked_about_must_be_named(
    question: str, printed: str, elsewhere: bool
) -> None:
    rare = sought(understand(question), lambda terms: dict.fromkeys(terms, 6.0))
    assert is_elsewhere(rare, printed) is elsewhere


def test_where_a_paper_is_at_home_goes_without_saying() -> None:
    assert not is_elsewhere(looked_for("重庆有多少家?"), "与四川相邻的8个区县有24家。")


def test_town_of_the_paper_need_not_be_named() -> None:
    library = looked_for("岚江市图书馆的馆长是谁?")
    assert is_of_another(library, "市图书馆馆长郎静言介绍。")
    assert not is_of_another(library, "市图书馆馆长郎静言介绍。", paper="岚江日报")


def test_article_of_another_year_is_of_another() -> None:
    question = looked_for("1998年谁得了奖?")
    assert is_of_another(question, "2001年李爱民得了奖。", date(2003, 3, 12))
    assert not is_of_another(question, "98年李爱民得了奖,2001年又得了一次。", date(2003, 3, 12))


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("首班车几点?", "首末班车时间为6时20分至18时40分。", False),
        ("女子组冠军是谁?", "男子组冠军是邢远航。", True),
        ("卢海波今年多大?", "尹长庚今年71岁。", True),
        ("玉米亩产多少?", "小麦亩产1100斤。", True),
        ("11路末班车几点?", "3路末班车时间改为21时。", True),
        ("3路末班车几点?", "3路、11路末班车时间改为21时。", False),
        ("11路末班车几点?", "末班车时间改为21时。", False),
        ("现在一天卖多少斤?", "上世纪九十年代,店里一天卖二十斤。", True),
        ("现在一天卖多少斤?", "如今一天卖三百斤,1990年卖二十斤。", False),
        ("以前一天卖多少斤?", "上世纪九十年代,店里一天卖二十斤。", False),
    ],
)
def test_sentence_of_another_number_or_of_the_past_is_told(
    question: str, sentence: str, other: bool
) -> None:
    one = evidence("", sentence, day=date(2025, 3, 19))
    assert is_of_another_one(looked_for(question), one) is other


def test_a_paper_without_a_date_may_be_of_any_year() -> None:
    assert not is_of_another(looked_for("2013年来了多少人?"), "2010年来了300人,今年来了500人。")


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("石鼓乡多少户通了水?", "柏坪镇27个村8915户全部用上了自来水。", True),
        ("柏坪镇多少户通了水?", "柏坪镇27个村8915户全部用上了自来水。", False),
        ("石鼓乡多少户通了水?", "至此,全乡8915户全部用上了自来水。", False),
        ("邵越今年多少岁?", "何铁山今年48岁,开了22年公交车。", True),
        ("何铁山多少岁?", "何铁山今年48岁,开了22年公交车。", False),
        ("哪个镇最先通水?", "柏坪镇最先通水。", False),
        ("邵越是哪个社区的书记?", "邵越是望渡社区书记。", False),
        ("第一位入园的游客是谁?", "最先走进公园的是童雨晴。", False),
        ("防雹网的费用由谁分担?", "财政补贴一半,果农李爱民说,其余自筹。", False),
        ("何铁山靠什么出名?", "何铁山开了22年公交车。", False),
        ("往灾区运了多少水?", "受灾地区收到8车水。", False),
        ("返乡大学生有多少名?", "石鼓乡来了45名。", False),
        ("大坪乡下了多少毫米?", "石鼓乡下了91毫米。", True),
        ("沙坪村有多少户?", "双河镇梨花村有91户。", True),
        ("截至8月末贷款有多少?", "截至7月末,贷款有600亿元。", True),
        ("截至8月末贷款有多少?", "贷款有600亿元。", False),
        ("8月31日卖了多少张票?", "8月31日卖了30张,9月1日卖了40张。", False),
        ("8月31日卖了多少张票?", "昨日卖了30张,9月还要卖。", False),
        ("9月1日宣布的会哪天开?", "会议10月3日开。", False),
    ],
)
def test_sentence_of_another_place_or_person_is_told(
    question: str, sentence: str, other: bool
) -> None:
    one = evidence("山里人家用上自来水", sentence)
    assert is_of_another_one(looked_for(question), one) is other


def test_year_that_a_sentence_begins_with_is_its_own_whatever_the_title_says() -> None:
    asked = looked_for("2015年双边贸易额是多少?")
    title, day = "2015年再创新高", date(2015, 9, 1)
    assert is_of_another_one(asked, evidence(title, "2014年双边贸易额达808亿美元。", day=day))
    assert not is_of_another_one(asked, evidence(title, "双边贸易额达808亿美元。", day=day))


@pytest.mark.parametrize(
    ("title", "sentence", "other"),
    [
        ("公交3路11路线路调整", "11路公交车改走柳荫路。", True),
        ("公交3路11路线路调整", "公交车绕行柳荫路。", False),
        ("公交3路线路调整", "公交车绕行柳荫路,可换乘11路。", False),
    ],
)
def test_title_with_two_numbers_tells_nothing_of_a_sentence_with_one(
    title: str, sentence: str, other: bool
) -> None:
    told = evidence(title, sentence)
    assert is_of_another_one(looked_for("3路公交车改走哪条路?"), told) is other


@pytest.mark.parametrize(
    ("before", "sentence", "other"),
    [
        ("柳荫桥封闭,请绕行青石大桥。", "柳荫桥全长216米。", True),
        ("柳荫桥封闭,请绕行青石大桥。柳荫桥已有12年。", "全长216米。", True),
        ("柳荫桥封闭,请绕行青石大桥。", "全长216米。", False),
        ("柳荫桥封闭。", "青石大桥全长216米。", False),
    ],
)
def test_sentence_of_the_bridge_of_the_title_is_not_of_another(
    before: str, sentence: str, other: bool
) -> None:
    told = evidence("柳荫桥大修", before, sentence)
    assert is_of_another_one(looked_for("青石大桥多长?"), told) is other
    assert not is_of_another_one(looked_for("柳荫桥多长?"), told)


def test_what_the_article_names_nowhere_is_no_other_road() -> None:
    told = evidence("柳荫路坑洼难行", "村民凑钱填坑,花了3万元。")
    assert not is_of_another_one(looked_for("村民填路花了多少钱?"), told)


def test_sentence_of_another_country_than_its_passage_names_is_of_another() -> None:
    rare = sought(understand("马来西亚的贸易额是多少?"), lambda terms: dict.fromkeys(terms, 6.0))
    thai = "泰国的贸易额是30亿美元。"
    assert is_of_another_one(rare, evidence("", thai))
    assert not is_of_another_one(rare, evidence("", "马来西亚与泰国相邻。", thai))


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("去年柚子的收购价是多少?", "今年柚子收购价每斤2.1元,比去年低了三毛。", True),
        ("去年柚子的收购价是多少?", "今年柚子收购价每斤2.1元,去年是2.4元。", False),
        ("去年柚子的收购价是多少?", "收购价较去年的2.4元低了三毛。", False),
        ("柚子收购价比去年低了多少?", "收购价每斤2.1元,比去年低了三毛。", False),
        ("市场原来有多少个摊位?", "共有摊位186个,比原来少了24个。", True),
        ("芝麻酥以前多少钱一斤?", "芝麻酥每斤28元,比停业前贵了4元。", True),
        ("现货价每吨多少钱?", "交割价每吨11800元,比当日现货价高出600元。", True),
        ("交割价每吨多少钱?", "交割价每吨11800元,比当日现货价高出600元。", False),
        ("交割价比现货价高多少?", "交割价每吨11800元,比当日现货价高出600元。", False),
        ("老市场有多少个摊位?", "新市场设摊位420个,比老市场多150个。", True),
        ("比赛奖金是多少?", "本次比赛奖金高达5万元。", False),
        ("房价是多少?", "10月同比房价下降5%,每平方米9800元。", False),
        ("春节之前猪肉多少钱一斤?", "春节前猪肉每斤15元,比前一周贵1元。", False),
        ("外援科瓦奇签约多久?", "科瓦奇签约三个月,月薪比去年的外援低两成。", False),
        ("现货价每吨多少钱?", "现货价每吨11200元,期货比现货价高出600元。", False),
    ],
)
def test_time_that_is_but_compared_with_is_not_told_of(
    question: str, sentence: str, other: bool
) -> None:
    assert is_of_another_one(looked_for(question), evidence("", sentence)) is other


@pytest.mark.parametrize(
    ("sentence", "other"),
    [
        ("冠军罗明远的成绩是1小时13分。", True),
        ("冠军罗明远说,其成绩是1小时13分。", True),
        ("段小飞以1小时05分获得第三。", False),
        ("他的成绩是1小时05分。", False),
    ],
)
def test_number_is_that_of_the_person_whose_it_is(sentence: str, other: bool) -> None:
    told = evidence("", "段小飞是教练。", sentence)
    assert is_of_another_one(looked_for("段小飞的成绩是多少?"), told) is other


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("码头什么时候建成?", "昨日上午,码头在东屿岛开工。", True),
        ("码头什么时候建成?", "码头2018年开工,2020年竣工。", False),
        ("码头什么时候开工?", "码头2020年竣工。", True),
        ("码头什么时候开工?", "码头昨日上午破土。", False),
        ("码头什么时候开工、什么时候建成?", "码头昨日上午开工。", False),
        ("码头什么时候完工?", "码头改造3月8日启动,工期6个月。", True),
        ("码头改造什么时候启动?", "码头改造3月8日启动,9月完工。", False),
        ("码头什么时候开工?", "码头3月8日开始试运行。", True),
        ("码头泊位已完工几个?", "码头改造3月8日启动,首批改造5个泊位。", True),
        ("码头泊位已完工几个?", "码头泊位已建成3个。", False),
        ("码头投入多少钱?", "码头3月8日开工,投资2亿元。", False),
    ],
)
def test_begin_of_a_work_is_not_its_end(question: str, sentence: str, other: bool) -> None:
    assert is_of_another_one(looked_for(question), evidence("", sentence)) is other


def test_paragraph_that_begins_with_a_number_is_of_that_one() -> None:
    text = "7路:终点站缩至体育馆。首末班车时间不变。"
    article = Article("a", "1", "公交线路调整", (text,))
    told = Evidence(hit_of(article), Span(text.index("首"), len(text)), 0.0)
    assert not is_of_another_one(looked_for("7路末班车几点?"), told)
    assert is_of_another_one(looked_for("26路末班车几点?"), told)


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("老院区有多少张床位?", "新院区设床位1500张。", True),
        ("老院区有多少张床位?", "老院区留床位200张,新院区设床位1500张。", False),
        ("新院区有多少张床位?", "新院区设床位1500张。", False),
        ("老院区有多少张床位?", "院区设床位200张。", False),
    ],
)
def test_new_one_is_not_the_old_one(question: str, sentence: str, other: bool) -> None:
    assert is_of_another_one(looked_for(question), evidence("", sentence)) is other


def test_age_of_whoever_is_named_is_not_that_of_somebody_unnamed() -> None:
    told = "79岁的退休教师叶婉清是第一个报警的。"
    one = evidence("骗养老钱的人落网", "曾某已被批准逮捕。", told)
    assert is_of_another_one(looked_for("曾某多大?"), one)


def test_age_that_a_question_names_may_fall_within_a_group() -> None:
    question = looked_for("65岁老人票价多少?")
    assert not is_of_another(question, "票价:60岁以上老人15元,其余35元。")
    assert is_of_another(question, "票价:老人15元,其余35元。")


@pytest.mark.parametrize(
    ("question", "title", "other"),
    [
        ("5月13日莲藕多少钱?", "5月6日菜价", True),
        ("5月6日莲藕多少钱?", "5月6日菜价", False),
        ("莲藕多少钱?", "5月6日菜价", False),
        ("5月13日莲藕多少钱?", "5月6日起调价", False),
    ],
)
def test_sentence_without_a_day_is_of_that_of_its_title(
    question: str, title: str, other: bool
) -> None:
    one = evidence(title, "莲藕每斤4.2元。")
    assert is_of_another_one(looked_for(question), one) is other


@pytest.mark.parametrize(
    ("sentence", "other"),
    [
        ("六班的童舟跳过1.72米。", True),
        ("六班的段小飞跳过1.72米。", False),
        ("他跳过1.72米,童舟第二。", False),
    ],
)
def test_number_of_whom_the_article_names_is_not_that_of_another(
    sentence: str, other: bool
) -> None:
    told = evidence("", "段小飞是教练。", "童舟说,比赛很精彩。", sentence)
    assert is_of_another_one(looked_for("段小飞跳了多高?"), told) is other


def test_rank_is_that_of_the_name_that_a_question_begins_with() -> None:
    told = evidence("", "夏晴晴说,比赛很精彩。", "童舟说,她很高兴。", "童舟获得第6名。")
    assert is_of_another_one(looked_for("夏晴晴第几名?"), told)
    assert not is_of_another_one(looked_for("童舟第几名?"), told)


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("启明十三号什么时候发射?", "5月6日,启明十二号卫星发射。", True),
        ("启明12号什么时候发射?", "5月6日,启明十二号卫星发射。", False),
        ("启明12号什么时候发射?", "5月6日,卫星发射。", False),
        ("初一(4)班得了多少分?", "初一(3)班得146分,初二(4)班得130分。", True),
        ("初一(3)班得了多少分?", "初一(3)班得146分,初二(4)班得130分。", False),
        ("初一3班得了多少分?", "初一(3)班得146分。", False),
        ("展览到12号结束吗?", "展览到13号结束。", False),
    ],
)
def test_one_of_a_series_is_not_another(question: str, sentence: str, other: bool) -> None:
    assert is_of_another_one(looked_for(question), evidence("", sentence)) is other
    assert is_of_another(looked_for(question), sentence) is other


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("南岭县降雨多少毫米?", "除南岭县外的各县降雨20毫米。", True),
        ("南岭县降雨多少毫米?", "除南岭县以外,其余各县降雨20毫米。", True),
        ("除南岭县外降雨多少毫米?", "除南岭县外的各县降雨20毫米。", False),
        ("南岭县降雨多少毫米?", "除南岭县外的各县降雨20毫米,南岭县46毫米。", False),
        ("南岭县降雨多少毫米?", "除南岭县降雨46毫米外,无灾情。", False),
    ],
)
def test_what_is_excepted_is_not_told_of(question: str, sentence: str, other: bool) -> None:
    assert is_of_another_one(looked_for(question), evidence("", sentence)) is other


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("ABCD被罚多少?", "XYZQ被罚3万元。", True),
        ("ABCD被罚多少?", "ABCD和XYZQ各被罚3万元。", False),
        ("ABCD被罚多少?", "公司被罚3万元。", False),
        ("青山公司被罚多少?", "XYZQ被罚3万元。", False),
        ("ABCD是什么公司?", "XYZQ是服装公司。", False),
        ("玄石的gdp是多少?", "玄石生产总值900亿元,app上可查。", False),
    ],
)
def test_number_of_a_name_in_letters_is_not_that_of_another(
    question: str, sentence: str, other: bool
) -> None:
    assert is_of_another_one(looked_for(question), evidence("", sentence)) is other


def test_number_beside_names_in_letters_is_of_the_one_that_the_passage_names() -> None:
    told = evidence("", "ABCD今天上市。", "车长4412毫米,比XYZQ短。")
    assert not is_of_another_one(looked_for("ABCD车长多少毫米?"), told)


def test_what_is_cut_like_a_name_once_is_nobody() -> None:
    told = evidence("", "段小飞是教练。", "记者看到两张单据,共花了2300元。")
    assert not is_of_another_one(looked_for("段小飞花了多少钱?"), told)


def test_number_told_before_another_is_named_is_not_of_that_one() -> None:
    told = evidence("", "段小飞家有热炕。", "热炕每小时用电0.6度,出钱的是村长龚友才,共300元。")
    assert not is_of_another_one(looked_for("段小飞家热炕每小时用几度电?"), told)


def test_surname_with_a_title_may_be_told_by_another_name() -> None:
    told = evidence("", "段老伯说,儿子段小飞要来。", "老伯姓段,今年71岁,住在儿子段小飞那里。")
    assert not is_of_another_one(looked_for("段老伯今年多大?"), told)


def test_village_that_a_question_begins_with_is_nobody() -> None:
    told = evidence("", "段沟村在山里。", "龚友才说。", "全村收粮920吨,龚友才收了21吨。")
    assert not is_of_another_one(looked_for("段沟村收粮多少吨?"), told)


@pytest.mark.parametrize(
    ("question", "other"), [("谁被拘留了?", True), ("谁被奖励了?", False), ("谁救了人?", False)]
)
def test_what_else_was_done_to_somebody_is_no_answer(question: str, *, other: bool) -> None:
    one = evidence("仓库起火", "司机邢大强及时报警救人,被基金会奖励5000元。")
    assert is_of_another_one(looked_for(question), one) is other
