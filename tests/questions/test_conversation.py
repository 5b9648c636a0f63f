"""A question of a conversation is made to stand alone."""

import pytest

from qa import Archive
from qa.questions.conversation import asks_source, stand_alone

CHAIR = ("铜冶镇工会主席是谁?", "李爱民。\n铜冶镇工会主席李爱民介绍了情况。[1]")
SECRETARY = (
    "望渡社区党总支书记是谁?",
    "沈秋月。\n沈秋月出生于1983年3月,2016年起任社区党总支书记。[1]",
)
PARTY = ("沈秋月是哪一年入党的?", "2005年7月。\n沈秋月出生于1983年3月,2005年7月加入中国共产党。[1]")
PARK = ("苇荡湿地公园什么时候开园?", "6月1日。\n公园计划6月1日开园,工程科科长邵越说。[1]")
DELAY = ("苇荡湿地公园推迟开园了吗?", "苇荡湿地公园没有如期迎客。[1]")
SHOTS = ("截至8月31日累计接种了多少剂次?", "85.14万剂次。")
VACCINE = ("流感疫苗每剂多少钱?", "58元。")
CANTEEN = ("第二实验小学新食堂有多少个座位?", "760个。")
COVERED = ("哪几期报道过苇荡湿地公园?", "有4期报纸的5篇报道提到“苇荡湿地公园”。")
MARKET = ("榆巷农贸市场改造后有多少摊位?", "92个。")
POLITE = ("我想了解一下榆巷农贸市场", "榆巷农贸市场现有摊位118个。[1]")
DISTRICT = ("截至8月31日殷都区累计接种了多少剂次?", "85.14万剂次。")
DRIVER = ("何铁山为什么要自己报站?", "何铁山说,有人听不懂普通话。[1]")
FIRST_SHOT = ("截至8月31日第一针接种了多少剂次?", "49.14万剂次。")
BUS = ("18路公交末班车几点?", "20时30分。\n末班车20时30分。[1]")
SCHOOL = ("夜校在哪里上课?", "地点在市群众艺术馆。\n上课地点在市群众艺术馆。[1]")
FAMILY = (
    "尹家的篾匠铺在哪里?",
    "竹浦镇云岭村。\n71岁的尹长庚坐在门槛上。[1]\n他26岁的孙女尹小棠架着手机。[2]",
)
MARATHON = ("半程马拉松男子组冠军是谁?", "邢远航。\n男子组冠军由本市体育教师邢远航获得。[1]")
WATER = ("柏坪镇有多少户通了自来水?", "8915户。\n柏坪镇8915户全部用上了自来水。[1]")
PEARS = ("9月白沙梨批发价多少钱一斤?", "1.6元。\n批发价每斤1.6元。[1]")
LUNCH = ("敬老餐厅点午餐多少钱一份?", "9元。\n午餐每份9元。[1]")
LAMPS = ("槐花街的路灯坏了几盏?", "7盏。\n路灯坏了7盏。[1]")
PRIZE = ("征文比赛一等奖的奖金是多少?", "3000元。\n一等奖奖金3000元。[1]")
METRO = ("6号线全长多少公里?", "31公里。\n6号线全长31公里。[1]")
LIFT = ("7号楼什么时候加装电梯?", "5月。\n7号楼5月加装电梯。[1]")
TEAM = ("竹浦镇队得了多少分?", "96分。\n竹浦镇队得96分。[1]")
KEEPER = ("最佳门将是谁?", "十九岁的小将捧走了奖杯。[1]")
TRADE = ("景玉环一开始想学什么?", "电工。\n她一开始想学电工。[1]")
BOOKS = ("区图书馆收了练友仁多少册书?", "四千册。\n区图书馆将接收练友仁的四千册藏书。[1]")
NOTHING = ("市长是谁?", "在《岚江日报》2024-04-10至2024-10-16的5期中没有找到答案。")


def test_name_written_by_its_sounds_is_whole() -> None:
    told = ("贝兰迪尼为什么辞职?", "大区主席贝兰迪尼12日晚宣布辞职,以抗议议会的决定。[1]")
    assert stand_alone("谁接替他?", [told]) == "谁接替贝兰迪尼?"


def test_question_that_begins_with_what_it_asks_is_no_subject() -> None:
    told = [
        ("云舟冷链公司在哪里?", "云舟冷链公司在柳林。[1]"),
        ("为什么不打价格战?", "因为时间更值钱。[1]"),
    ]
    assert stand_alone("下一步投什么?", told) == "云舟冷链公司下一步投什么?"


def test_first_question_is_returned_as_it_is() -> None:
    assert stand_alone("铜冶镇工会主席是谁?", []) == "铜冶镇工会主席是谁?"


@pytest.mark.parametrize(
    ("told", "question", "whole"),
    [
        (CHAIR, "他说了什么?", "李爱民说了什么?"),
        (CHAIR, "她说了什么?", "李爱民说了什么?"),
        (SECRETARY, "她是哪一年入党的?", "沈秋月是哪一年入党的?"),
        (SECRETARY, "此人什么时候出生?", "沈秋月什么时候出生?"),
        (PARTY, "她什么时候到社区工作的?", "沈秋月什么时候到社区工作的?"),
        (MARATHON, "他的成绩是多少?", "邢远航的成绩是多少?"),
        (FAMILY, "他多大年纪?", "尹长庚多大年纪?"),
        (FAMILY, "她多大年纪?", "尹小棠多大年纪?"),
        (PARK, "他还说了什么?", "邵越还说了什么?"),
        (TRADE, "她哪年得的奖章?", "景玉环哪年得的奖章?"),
        (BOOKS, "他今年多大?", "练友仁今年多大?"),
    ],
)
def test_pronoun_stands_for_the_person_told_of(
    told: tuple[str, str], question: str, whole: str
) -> None:
    assert stand_alone(question, [told]) == whole


@pytest.mark.parametrize(
    ("told", "question", "whole"),
    [
        (PARK, "它占地多大?", "苇荡湿地公园占地多大?"),
        (PARK, "那个公园后来开了吗?", "苇荡湿地公园后来开了吗?"),
        (PARK, "该公园投资多少?", "苇荡湿地公园投资多少?"),
        (PARK, "这个项目花了多少钱?", "苇荡湿地公园花了多少钱?"),
        (PARK, "那里有什么设施?", "苇荡湿地公园有什么设施?"),
        (SCHOOL, "那里怎么去?", "市群众艺术馆怎么去?"),
        (DELAY, "它什么时候开?", "苇荡湿地公园什么时候开?"),
        (COVERED, "它花了多少钱?", "苇荡湿地公园花了多少钱?"),
        (POLITE, "它什么时候重新开门的?", "榆巷农贸市场什么时候重新开门的?"),
        (WATER, "那个镇投资了多少?", "柏坪镇投资了多少?"),
        (PARK, "那它停车方便吗?", "苇荡湿地公园停车方便吗?"),
    ],
)
def test_thing_or_place_stands_for_what_was_told_of(
    told: tuple[str, str], question: str, whole: str
) -> None:
    assert stand_alone(question, [told]) == whole


@pytest.mark.parametrize(
    ("told", "question", "whole"),
    [
        (PARK, "那后来开了吗?", "苇荡湿地公园后来开了吗?"),
        (PARK, "为什么推迟?", "苇荡湿地公园为什么推迟?"),
        (PARK, "门票多少钱?", "苇荡湿地公园门票多少钱?"),
        (PARK, "占地多大?", "苇荡湿地公园占地多大?"),
        (PARK, "那要花多少钱?", "苇荡湿地公园要花多少钱?"),
        (DELAY, "为什么?", "苇荡湿地公园为什么推迟开园?"),
        (DELAY, "后来呢?", "苇荡湿地公园后来怎么样?"),
        (DELAY, "上一期怎么说?", "苇荡湿地公园推迟开园了吗?"),
        (PARK, "还有呢?", "苇荡湿地公园什么时候开园?"),
        (BUS, "票价多少?", "18路公交票价多少?"),
        (MARKET, "剩下的商户去哪儿了?", "榆巷农贸市场剩下的商户去哪儿了?"),
        (CANTEEN, "校长是谁?", "第二实验小学校长是谁?"),
        (SECRETARY, "社区有多少户居民?", "望渡社区有多少户居民?"),
        (PARK, "多少钱一张?", "苇荡湿地公园多少钱一张?"),
        (PARK, "停车位有多少个?", "苇荡湿地公园停车位有多少个?"),
        (PARK, "公园占地多大?", "苇荡湿地公园占地多大?"),
        (PARK, "为什么推迟呢?", "苇荡湿地公园为什么推迟?"),
        (PARK, "这篇是谁写的?", "苇荡湿地公园这篇是谁写的?"),
        (PARK, "那张照片是谁拍的?", "苇荡湿地公园那张照片是谁拍的?"),
        (PARK, "那個公園後來開了嗎?", "苇荡湿地公园后来开了吗?"),
        (METRO, "什么时候开通?", "6号线什么时候开通?"),
        (LIFT, "费用是多少?", "7号楼费用是多少?"),
        (LAMPS, "后来呢?", "槐花街的路灯后来怎么样?"),
        (("澜河冬奥会什么时候开幕?", "x"), "下一届在哪办?", "澜河冬奥会下一届在哪办?"),
        (("澜河冬奥会什么时候开幕?", "x"), "有多少个国家参加?", "澜河冬奥会有多少个国家参加?"),
    ],
)
def test_question_that_goes_on_is_given_its_subject(
    told: tuple[str, str], question: str, whole: str
) -> None:
    assert stand_alone(question, [told]) == whole


@pytest.mark.parametrize(
    ("told", "question", "whole"),
    [
        (FIRST_SHOT, "第二针呢?", "截至8月31日第二针接种了多少剂次?"),
        (DISTRICT, "那第一针呢?", "截至8月31日殷都区第一针累计接种了多少剂次?"),
        (MARATHON, "他的成绩呢?", "邢远航的成绩是多少?"),
        (VACCINE, "老人呢?", "流感疫苗老人每剂多少钱?"),
        (CANTEEN, "校长呢?", "第二实验小学校长是谁?"),
        (MARATHON, "去年呢?", "去年半程马拉松男子组冠军是谁?"),
        (SHOTS, "那第一针呢?", "第一针截至8月31日累计接种了多少剂次?"),
        (PARTY, "郭鲁平呢?", "郭鲁平是哪一年入党的?"),
        (PARTY, "那郭鲁平呢?", "郭鲁平是哪一年入党的?"),
        (BUS, "28路呢?", "28路公交末班车几点?"),
        (BUS, "首班车呢?", "18路公交首班车几点?"),
        (MARATHON, "女子组呢?", "半程马拉松女子组冠军是谁?"),
        (WATER, "石鼓乡呢?", "石鼓乡有多少户通了自来水?"),
        (PARK, "那榆巷农贸市场呢?", "榆巷农贸市场什么时候开园?"),
        (BUS, "那票价呢?", "18路公交票价是多少?"),
        (PARK, "负责人呢?", "苇荡湿地公园负责人是谁?"),
        (PARK, "门票呢?", "苇荡湿地公园门票多少钱?"),
        (PARK, "那它的负责人呢?", "苇荡湿地公园负责人是谁?"),
        (PEARS, "现在呢?", "现在白沙梨批发价多少钱一斤?"),
        (LAMPS, "目前呢?", "目前槐花街的路灯坏了几盏?"),
        (LUNCH, "那晚餐呢?", "敬老餐厅点晚餐多少钱一份?"),
        (PEARS, "收购价呢?", "9月白沙梨收购价多少钱一斤?"),
        (PRIZE, "二等奖呢?", "征文比赛二等奖的奖金是多少?"),
        (TEAM, "柏坪镇队呢?", "柏坪镇队得了多少分?"),
        (METRO, "末班车呢?", "6号线末班车几点?"),
        (METRO, "总投资额呢?", "6号线总投资额是多少?"),
        (("福顺斋的创始人是谁?", "冯德山。"), "现在的传人呢?", "福顺斋的现在的传人是谁?"),
        (LIFT, "9号呢?", "9号楼什么时候加装电梯?"),
        (("8月3日接种了多少人?", "12人。"), "5号呢?", "8月5号接种了多少人?"),
        (("8月3日接种了多少人?", "12人。"), "9月4日呢?", "9月4日接种了多少人?"),
    ],
)
def test_ellipsis_asks_the_last_question_of_something_else(
    told: tuple[str, str], question: str, whole: str
) -> None:
    assert stand_alone(question, [told]) == whole


def test_what_the_last_question_says_nothing_of_is_asked_by_itself() -> None:
    assert stand_alone("那冷库呢?", [PEARS]) == "冷库怎么样?"


def test_unnamed_person_is_told_by_what_was_asked() -> None:
    assert stand_alone("他今年多大?", [KEEPER]) == "最佳门将今年多大?"


@pytest.mark.parametrize(
    "marker",
    ["换个话题,", "我想换个话题。", "另外问一下,", "顺便问一下:", "不说这个了,", "再问个别的,"],
)
def test_new_topic_takes_nothing_from_the_conversation(marker: str) -> None:
    assert stand_alone(f"{marker}18路末班车几点?", [PARK]) == "18路末班车几点?"


@pytest.mark.parametrize(
    "question",
    [
        "殷都区有多少个接种点?",
        "18路公交车末班车几点?",
        "市图书馆几点关门?",
        "市长是谁?",
        "龙舟赛冠军是谁?",
        "沈秋月是哪一年入党的?",
        "其他村民领到补贴了吗?",
        "那年的洪水淹了多少亩地?",
        "石鼓乡的梨子产量是多少?",
        "吉他社团有多少人?",
        "18路公交末班车几点?",
        "另外,今年高考是哪天?",
        "又到开学季,有哪些学校扩招?",
        "高考几号?",
        "居民应该事先准备什么?",
        "How many people attended the concert this year?",
        "How many stalls are there in the market?",
    ],
)
def test_whole_question_takes_nothing_from_the_conversation(question: str) -> None:
    assert stand_alone(question, [PARK]) == question


@pytest.mark.parametrize(
    "question",
    [
        "沈存柱伤的是哪儿?",
        "欧阳铁军多大?",
        "方小川替他妈背过几趟?",
        "陈阿根答应搬,村里给他留了什么?",
        "苗小树拉着多少户跟他一道干?",
        "病人怎么答谢许伯涛,被他谢绝了?",
        "青石岭那位书记星期几在码头办公?",
        "擅自跑掉的那个人走开多久?",
        "白河改水这事县里掏多少钱?",
        "镇卫生院的大楼卡在谁那里?",
    ],
)
def test_question_with_somebody_of_its_own_takes_nobody_told_of(question: str) -> None:
    assert stand_alone(question, [MARATHON]) == question


def test_pronoun_beside_a_name_may_mean_another() -> None:
    assert stand_alone("方小川认识他吗?", [MARATHON]) == "方小川认识邢远航吗?"


def test_question_that_ends_in_a_particle_is_no_ellipsis() -> None:
    assert stand_alone("18路公交末班车几点呢?", [PARK]) == "18路公交末班车几点?"


def test_thing_of_another_kind_than_was_told_of_is_left_alone() -> None:
    assert stand_alone("那个公园后来开了吗?", [DRIVER]) == "那个公园后来开了吗?"


def test_thing_told_of_several_turns_ago_is_found_by_its_kind() -> None:
    assert stand_alone("那个公园后来开了吗?", [PARK, DRIVER]) == "苇荡湿地公园后来开了吗?"


def test_connective_before_a_whole_question_brings_no_old_subject() -> None:
    assert stand_alone("那市图书馆几点关门?", [PARK]) == "市图书馆几点关门?"


def test_person_of_an_abstention_is_not_made_up() -> None:
    assert stand_alone("他多大年纪?", [CHAIR, NOTHING]) == "李爱民多大年纪?"


CHAINS = [
    [
        (
            "谁是半程马拉松冠军?",
            "邢远航。\n男子组冠军由体育教师邢远航获得。[1]",
            "谁是半程马拉松冠军?",
        ),
        ("他的成绩呢?", "成绩为1小时8分42秒。[1]", "邢远航的成绩是多少?"),
        ("女子组呢?", "报纸中没有找到答案。", "谁是半程马拉松女子组冠军?"),
        ("去年呢?", "报纸中没有找到答案。", "去年谁是半程马拉松女子组冠军?"),
    ],
    [
        (SECRETARY[0], SECRETARY[1], SECRETARY[0]),
        ("她是哪一年入党的?", "2005年7月。", "沈秋月是哪一年入党的?"),
        ("那郭鲁平呢?", "2006年12月。", "郭鲁平是哪一年入党的?"),
        ("她多大?", "郭鲁平出生于1985年11月。[1]", "郭鲁平多大?"),
        ("18路公交末班车几点?", "20时30分。", "18路公交末班车几点?"),
        ("票价呢?", "2元。", "18路公交票价是多少?"),
    ],
    [
        (PARK[0], PARK[1], PARK[0]),
        ("为什么推迟?", "原因有两个。[1]", "苇荡湿地公园为什么推迟?"),
        ("那后来开了吗?", "8月31日开园。[1]", "苇荡湿地公园后来开了吗?"),
        ("榆巷农贸市场什么时候重新开门?", "10月10日。", "榆巷农贸市场什么时候重新开门?"),
        ("它有多少个摊位?", "92个。", "榆巷农贸市场有多少个摊位?"),
        ("换个话题,龙舟赛冠军是谁?", "竹浦镇队。", "龙舟赛冠军是谁?"),
    ],
    [
        ("武德山今年多大?", "82岁。\n武德山说,他今年82岁。[1]", "武德山今年多大?"),
        ("他老伴叫什么?", "报纸中没有找到答案。", "武德山老伴叫什么?"),
        ("她是哪年去世的?", "报纸中没有找到答案。", "武德山老伴是哪年去世的?"),
        ("他得过什么奖?", "劳动模范。", "武德山得过什么奖?"),
    ],
    [
        ("截至8月31日第一针接种了多少剂次?", "49.14万剂次。", "截至8月31日第一针接种了多少剂次?"),
        ("第二针呢?", "36万剂次。", "截至8月31日第二针接种了多少剂次?"),
        ("第三针呢?", "报纸中没有找到答案。", "截至8月31日第三针接种了多少剂次?"),
        ("铜冶镇工会主席是谁?", "李爱民。", "铜冶镇工会主席是谁?"),
        ("他说了什么?", "公园将打造劳模工作室。", "李爱民说了什么?"),
    ],
]


@pytest.mark.parametrize("chain", CHAINS)
def test_chain_follows_its_subject_and_drops_it_for_a_new_one(
    chain: list[tuple[str, str, str]],
) -> None:
    history: list[tuple[str, str]] = []
    for question, answer, whole in chain:
        assert stand_alone(question, history) == whole
        history.append((question, answer))


@pytest.mark.parametrize(
    ("asked", "answer", "question", "whole"),
    [
        (
            "When did the wetland park open?",
            "8月31日。",
            "How big is it?",
            "How big is the wetland park?",
        ),
        ("Who chairs the union of 铜冶镇?", "李爱民。", "What did he say?", "What did 李爱民 say?"),
        (
            "When does the night school start?",
            "9月18日。",
            "What about the library?",
            "When does the library start?",
        ),
        (
            "When did the wetland park open?",
            "8月31日。",
            "By the way, who won the race?",
            "who won the race?",
        ),
    ],
)
def test_english_follow_up_is_resolved(asked: str, answer: str, question: str, whole: str) -> None:
    assert stand_alone(question, [(asked, answer)]) == whole


def test_stand_alone_question_is_shown_with_the_answer(sample_archive: Archive) -> None:
    first = sample_archive.ask("望渡社区的沈秋月是谁?", llm=False)
    found = sample_archive.ask(
        "她是哪一年入党的?", history=[(first.question, first.text)], llm=False
    )
    assert found.searched == "沈秋月是哪一年入党的?"
    assert found.text.startswith("2005年。")


def test_verb_of_the_last_question_is_not_said_twice() -> None:
    letters = ("老人捐了多少封家书?", "118封。\n老人将118封家书捐给市档案馆。[1]")
    assert stand_alone("捐给了谁?", [letters]) == "老人捐给了谁?"


def test_rent_that_goes_on_is_asked_as_an_amount() -> None:
    assert stand_alone("租金呢?", [MARKET]) == "榆巷农贸市场租金是多少?"


CANTEEN_MEAL = ("老兵食堂老人餐涨到多少钱?", "8元。\n老人餐由6元涨到8元。[1]")
ROBBERY = ("电缆盗窃案抓了几个人?", "三名。\n三名嫌疑人全部归案。[1]")
BRIDGE = ("白渡大桥全长多少?", "820米。\n大桥全长820米。[1]")


@pytest.mark.parametrize(
    "question", ["哪天的报纸说的?", "是哪天见报的?", "这是谁写的?", "第几版?", "出自哪篇报道?"]
)
def test_question_for_the_source_asks_the_last_one_once_more(question: str) -> None:
    assert stand_alone(question, [BRIDGE]) == BRIDGE[0]
    assert asks_source(question)


@pytest.mark.parametrize("question", ["这封信是谁写的?", "报纸几点送到?", "谁写的小说得了奖?"])
def test_question_for_something_else_is_not_for_the_source(question: str) -> None:
    assert not asks_source(question)


@pytest.mark.parametrize(
    ("told", "question", "whole"),
    [
        (("副市长是谁?", "李明。"), "市长是谁?", "市长是谁?"),
        (("铁牛队半决赛对谁?", "马店联队。"), "决赛什么时候?", "决赛什么时候?"),
        (PARK, "那天下雨了吗?", "6月1日下雨了吗?"),
        (("9月4日的报纸头条是什么?", "x"), "那天第3版呢?", "9月4日的报纸第3版是什么?"),
        (ROBBERY, "他们偷了多少次?", "电缆盗窃案偷了多少次?"),
        (("柳荫巷路灯修好了吗?", "修好了。"), "为什么不亮?", "柳荫巷路灯为什么不亮?"),
        (("公交6路改走哪条路?", "环湖路。"), "为什么改道?", "公交6路为什么改道?"),
        (("曹某偷了几辆车?", "五辆。"), "他多大?", "曹某多大?"),
        (CANTEEN_MEAL, "之前呢?", "老兵食堂原来老人餐涨到多少钱?"),
        (CANTEEN_MEAL, "谢谢!", "谢谢!"),
        (("李家沟镇镇长是谁?", "许兰。"), "前任呢?", "李家沟镇前任镇长是谁?"),
        (("水价是多少?", "2.45元。"), "第二阶梯呢?", "第二阶梯水价是多少?"),
        (BRIDGE, "回到刚才的老兵食堂,几点开饭?", "老兵食堂,几点开饭?"),
    ],
)
def test_what_a_question_points_back_to_is_not_mistaken(
    told: tuple[str, str], question: str, whole: str
) -> None:
    assert stand_alone(question, [told]) == whole


def test_subject_does_not_grow_from_turn_to_turn() -> None:
    history = [ROBBERY, ("追回多少?", "510米。"), ("判了吗?", "没有。")]
    assert stand_alone("值多少钱?", history) == "电缆盗窃案值多少钱?"


def test_day_asked_of_is_no_part_of_the_subject() -> None:
    history = [("市图书馆几点关门?", "20时。"), ("周一呢?", "闭馆。")]
    assert stand_alone("电话呢?", history) == "市图书馆电话是多少?"


def test_fragment_is_asked_of_the_turn_that_tells_of_what_it_names() -> None:
    thief = ("电动车盗窃案破了吗?", "警方抓获嫌疑人曹某。[1]")
    assert stand_alone("嫌疑人多大?", [thief, BRIDGE]) == "电动车盗窃案嫌疑人多大?"


def test_thanks_are_no_turn_of_the_conversation() -> None:
    assert stand_alone("票价多少?", [BUS, ("好的,知道了", "x")]) == "18路公交票价多少?"


def test_person_does_not_take_the_place_of_a_county() -> None:
    history = [
        ("怀川县教育局局长是谁?", "梅若谷。\n任命梅若谷为县教育局局长。[1]"),
        ("她以前干什么?", "副局长。\n梅若谷此前任副局长。[1]"),
    ]
    assert "怀川" not in stand_alone("那甘雨桐呢?", history)


def test_source_is_that_of_the_last_answer_that_was_one() -> None:
    history = [BRIDGE, ("大桥限速多少?", "报纸中没有找到答案。")]
    assert stand_alone("哪天的报纸说的?", history) == BRIDGE[0]


@pytest.mark.parametrize(
    "between",
    [
        ("这个数字准确吗?", "报纸中没有找到答案。"),
        ("那时候北门开吗?", "报纸中没有找到答案。"),
        ("链接呢?", "报纸中没有找到答案。"),
        ("5月6日还有什么演出?", "报纸中没有找到答案。"),
        ("周一呢?", "20时。"),
        ("以前呢?", "报纸中没有找到答案。"),
    ],
)
def test_turn_that_names_nothing_leaves_the_subject_as_it_was(between: tuple[str, str]) -> None:
    assert stand_alone("票价多少?", [BUS, between]) == "18路公交票价多少?"


def test_person_meant_by_a_pronoun_is_the_subject_from_then_on() -> None:
    history = [
        ("谁向记者反映的?", "鲁平川。\n业主鲁平川说。[1]"),
        ("他反映什么问题?", "漏水。"),
    ]
    assert stand_alone("要求什么?", history) == "鲁平川要求什么?"


@pytest.mark.parametrize(
    ("question", "whole"),
    [("他多大年纪?", "石鼓乡迷路的老人多大年纪?"), ("谁找到他的?", "谁找到石鼓乡迷路的老人的?")],
)
def test_person_without_a_name_is_told_by_what_befell_him(question: str, whole: str) -> None:
    history = [("石鼓乡迷路的老人找到了吗?", "找到了。")]
    assert stand_alone(question, history) == whole


@pytest.mark.parametrize(
    ("history", "whole"),
    [
        (
            [
                ("何桂兰多大?", "82岁。"),
                ("她儿子呢?", "方大成。\n方大成在外打工。[1]"),
            ],
            "何桂兰以前做什么?",
        ),
        (
            [
                ("铅球女子组冠军是谁?", "何桂兰。\n冠军何桂兰说,很高兴。[1]"),
                ("她多大?", "24岁。"),
                ("男子组呢?", "方大成。\n冠军方大成说,很意外。[1]"),
            ],
            "何桂兰以前做什么?",
        ),
    ],
)
def test_pronoun_means_whom_it_meant_before(history: list[tuple[str, str]], whole: str) -> None:
    assert stand_alone("她以前做什么?", history) == whole


def test_subject_that_was_just_gone_over_to_is_gone_on_from() -> None:
    history = [
        ("柏坪镇敬老院投资多少?", "300万元,今年启用。"),
        ("竹浦镇呢?", "200万元。"),
    ]
    assert stand_alone("什么时候启用?", history) == "竹浦镇什么时候启用?"


def test_former_holder_is_of_the_office_that_was_asked_for_last() -> None:
    history = [("柏坪镇镇长是谁?", "许兰。\n镇长许兰说。[1]"), ("她多大?", "43岁。")]
    assert stand_alone("前任呢?", history) == "柏坪镇前任镇长是谁?"


def test_number_of_before_is_of_the_last_question_for_a_number() -> None:
    history = [("柏坪镇接种了多少人?", "312人。"), ("为什么更正?", "统计有误。")]
    assert stand_alone("原来是多少?", history) == "柏坪镇原来接种了多少人?"


@pytest.mark.parametrize(
    ("last", "question", "whole"),
    [
        ("云浦大桥总投资是多少?", "比原来多多少?", "云浦大桥总投资比原来多多少?"),
        ("云浦镇去年接待游客多少人?", "那比前年多几成?", "云浦镇去年接待游客比前年多几成?"),
    ],
)
def test_comparison_is_of_the_number_asked_for_last(last: str, question: str, whole: str) -> None:
    assert stand_alone(question, [(last, "10.1亿元。")]) == whole


@pytest.mark.parametrize(
    "question",
    ["你确定吗?", "真的吗?", "真的确定?", "用英语再说一遍", "请再说一次。", "总结一下上面的回答"],
)
def test_question_about_the_answer_asks_the_last_one_once_more(question: str) -> None:
    last = "云浦大桥什么时候通车?"
    assert stand_alone(question, [(last, "12月20日。")]) == last


@pytest.mark.parametrize("question", ["再说一下云浦大桥的投资", "总结一下云浦镇的工作"])
def test_question_that_names_something_is_not_about_the_answer(question: str) -> None:
    assert stand_alone(question, [("梅溪公园什么时候开?", "10月。")]) == question


def test_pronoun_means_nobody_whom_the_paper_does_not_name() -> None:
    history = [
        ("云浦大桥合龙误差多少?", "霍远帆说,误差只有3毫米。[1](引文中没有:“霍远帆”)"),
    ]
    assert "霍远帆" not in stand_alone("他还说了什么?", history)


def test_reason_is_asked_of_what_was_done() -> None:
    history = [("白渡造纸厂被罚了多少钱?", "20万元。")]
    assert stand_alone("为什么?", history) == "白渡造纸厂为什么被罚?"


@pytest.mark.parametrize("question", ["哪所学校?", "走哪条路?", "到几点?"])
def test_question_that_only_asks_is_given_a_subject(question: str) -> None:
    assert stand_alone(question, [BUS]) == f"18路公交{question}"


POOL = ("游泳馆成人票多少钱?", "20元。\n成人票20元。[1]")
COACH = ("铁牛队主教练是谁?", "没有找到答案。\n铁牛队对马店队。")


@pytest.mark.parametrize(
    ("told", "question", "whole"),
    [
        (BUS, "不是,我问的是28路", "28路公交末班车几点?"),
        (BUS, "错了,我说的是28路。", "28路公交末班车几点?"),
        (BUS, "不,我是说28路", "28路公交末班车几点?"),
        (BUS, "不是,28路?", "28路公交末班车几点?"),
        (POOL, "不对,我要学生的", "游泳馆学生票多少钱?"),
        (BRIDGE, "不是白渡,是竹浦", "竹浦大桥全长多少?"),
        (BRIDGE, "不是竹浦,是白渡", "白渡大桥全长多少?"),
        (COACH, "我问的是马店的", "马店队主教练是谁?"),
        (BRIDGE, "不对,它什么时候通车?", "白渡大桥什么时候通车?"),
        (BRIDGE, "不是收费吗?", "白渡大桥不是收费吗?"),
        (("When did the park open?", "x"), "No, I meant the market", "When did the market open?"),
    ],
)
def test_correction_asks_the_last_question_of_what_was_meant(
    told: tuple[str, str], question: str, whole: str
) -> None:
    assert stand_alone(question, [told]) == whole


def test_correction_is_gone_on_from() -> None:
    history = [BUS, ("不是,我问的是28路", "21时。")]
    assert stand_alone("票价多少?", history) == "28路公交票价多少?"


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("谢谢,那什么时候通车?", "白渡大桥什么时候通车?"),
        ("好的。绕行哪里?", "白渡大桥绕行哪里?"),
        ("谢谢 限速多少?", "白渡大桥限速多少?"),
        ("请问费用", "白渡大桥费用"),
        ("ok, and when does it open?", "when does 白渡大桥 open?"),
    ],
)
def test_courtesy_before_a_question_is_no_part_of_it(question: str, whole: str) -> None:
    assert stand_alone(question, [BRIDGE]) == whole


SCORER = ("方大成进了几个球?", "两个。")
PORK = ("8月14日北关市场猪肉多少钱?", "28元。")
NURSES = ("中医院招几个护士?", "六个。")
PAGES = ("6月5日的岚江日报有什么新闻?", "有4篇文章。")


@pytest.mark.parametrize(
    ("told", "question", "whole"),
    [
        (SCORER, "何桂山呢?", "何桂山进了几个球?"),
        (("翟某多大?", "x"), "方某呢?", "方某多大?"),
        (("翟某为什么被抓?", "x"), "方某呢?", "方某为什么被抓?"),
        (("何桂兰说了什么?", "x"), "方大成呢?", "方大成说了什么?"),
        (("老夜市搬到哪里?", "x"), "北关菜场呢?", "北关菜场搬到哪里?"),
        (COACH, "马店队呢?", "马店队主教练是谁?"),
        (PORK, "西关市场呢?", "8月14日西关市场猪肉多少钱?"),
        (PORK, "豆腐呢?", "8月14日北关市场豆腐多少钱?"),
        (("菠菜多少钱一斤?", "x"), "蒜苗呢?", "蒜苗多少钱一斤?"),
        (("花生多少钱一斤?", "x"), "豆腐呢?", "豆腐多少钱一斤?"),
        (("火灾伤了几个人?", "x"), "烧毁的呢?", "烧毁的怎么样?"),
        (PORK, "牛肉呢?", "8月14日北关市场牛肉多少钱?"),
        (NURSES, "保安呢?", "中医院招几个保安?"),
        (NURSES, "食堂呢?", "中医院食堂怎么样?"),
        (("杭州航班几点?", "x"), "苏州呢?", "苏州航班几点?"),
        (("张师傅的儿子多大?", "x"), "女儿呢?", "张师傅的女儿多大?"),
        (POOL, "小孩呢?", "游泳馆小孩票多少钱?"),
        (POOL, "冬天呢?", "冬天游泳馆成人票多少钱?"),
        (("社保缴费标准是多少?", "x"), "低保对象呢?", "低保对象社保缴费标准是多少?"),
        (("麻疹多少例?", "x"), "外地的呢?", "外地的麻疹多少例?"),
        (("大棚草莓多少钱一斤?", "x"), "露天的呢?", "露天的草莓多少钱一斤?"),
        (("大棚草莓多少钱一斤?", "x"), "樱桃呢?", "樱桃多少钱一斤?"),
        (POOL, "残疾人的呢?", "游泳馆残疾人票多少钱?"),
        (("猪肉价格是多少?", "x"), "进口的呢?", "进口的猪肉价格是多少?"),
        (("村民方大成养了几只羊?", "x"), "何桂山呢?", "村民何桂山养了几只羊?"),
        (("中医院院长是谁?", "x"), "人民医院呢?", "人民医院院长是谁?"),
        (("偷钱包的人抓到了吗?", "x"), "偷车的呢?", "偷车的人抓到了吗?"),
        (("门诊报多少?", "x"), "乡镇医院呢?", "乡镇医院门诊报多少?"),
        (("麻疹疫苗补种了多少人?", "x"), "柏坪镇呢?", "柏坪镇麻疹疫苗补种了多少人?"),
        (("老年大学绘画班有多少人?", "x"), "摄影剪辑班呢?", "老年大学摄影剪辑班有多少人?"),
        (("县城长跑女子冠军是谁?", "x"), "男子冠军呢?", "县城长跑男子冠军是谁?"),
        (("砌砖工招几名?", "x"), "工资呢?", "砌砖工工资是多少?"),
        (BRIDGE, "白渡大桥呢?", "白渡大桥全长多少?"),
        (BRIDGE, "最新消息呢?", "白渡大桥最新消息?"),
        (PARK, "方大成呢?", "方大成怎么样?"),
        (PAGES, "那天的体育新闻呢?", "6月5日的岚江日报有什么体育新闻?"),
        (PAGES, "第A2版呢?", "6月5日的岚江日报第A2版有什么新闻?"),
        (PAGES, "江城晚报呢?", "6月5日的江城晚报有什么新闻?"),
        (PAGES, "最新一期呢?", "最新一期的岚江日报有什么新闻?"),
    ],
)
def test_what_is_named_takes_the_place_of_what_is_of_its_kind(
    told: tuple[str, str], question: str, whole: str
) -> None:
    assert stand_alone(question, [told]) == whole


def test_coach_is_of_the_team_whatever_the_round() -> None:
    history = [("铁牛队第三轮比分是多少?", "2比0。")]
    assert stand_alone("谁进的球?", history) == "铁牛队第三轮谁进的球?"
    assert stand_alone("主教练是谁?", history) == "铁牛队主教练是谁?"


@pytest.mark.parametrize("question", ["另一座呢?", "前者呢?"])
def test_other_one_is_that_told_of_before(question: str) -> None:
    history = [BRIDGE, ("竹浦大桥呢?", "910米。"), ("什么时候通车?", "5月。")]
    assert stand_alone(question, history) == "白渡大桥什么时候通车?"


def test_thing_asked_of_in_vain_is_gone_on_from() -> None:
    history = [BUS, ("枇杷多少钱一斤?", "报纸中没有找到答案。")]
    assert stand_alone("什么时候上市?", history) == "枇杷什么时候上市?"


def test_polite_words_of_an_earlier_turn_are_not_asked_again() -> None:
    history = [("你好,请问游泳馆几点开门?", "8时。")]
    assert stand_alone("周末呢?", history) == "周末游泳馆几点开门?"


def test_return_that_is_told_of_is_none_of_the_conversation() -> None:
    question = "回到家乡创业的学生有多少?"
    assert stand_alone(question, []) == question
    assert stand_alone(question, [BRIDGE]) == question


def test_that_one_of_a_kind_is_no_lead_in() -> None:
    assert stand_alone("那款手机多少钱?", [BRIDGE]) == "那款手机多少钱?"


def test_word_that_begins_like_a_polite_one_stays_whole() -> None:
    assert stand_alone("问题是什么?", [BRIDGE]) == "白渡大桥问题是什么?"


PROFIT = ("恒江地产上半年净利润多少?", "1.2亿元。")
SHIPPED = ("二季度青禾手机出货多少?", "300万部。")
INDEX = ("沪江指数收于多少点?", "3120点。")
QUAKE = ("石鼓地震几级?", "4.2级。")
SATELLITE = ("远望十二号总设计师是谁?", "许兰。\n总设计师许兰说,很顺利。[1]")


@pytest.mark.parametrize(
    ("told", "question", "whole"),
    [
        (PROFIT, "收入呢?", "恒江地产上半年收入是多少?"),
        (PROFIT, "每股盈利呢?", "恒江地产上半年每股盈利是多少?"),
        (PROFIT, "扣非呢?", "恒江地产上半年扣非是多少?"),
        (PROFIT, "三季度呢?", "恒江地产三季度净利润多少?"),
        (("今年岚江市招生多少?", "x"), "下半年呢?", "今年下半年岚江市招生多少?"),
        (PROFIT, "去年同期呢?", "恒江地产去年同期净利润多少?"),
        (PROFIT, "柏坪国际呢?", "柏坪国际上半年净利润多少?"),
        (SHIPPED, "麦浪呢?", "二季度麦浪出货多少?"),
        (SHIPPED, "五羊呢?", "二季度五羊出货多少?"),
        (SHIPPED, "OPLA呢?", "二季度OPLA出货多少?"),
        (PROFIT, "成本呢?", "恒江地产上半年成本是多少?"),
        (("柳荫小区物业费多少?", "x"), "停车费呢?", "柳荫小区停车费是多少?"),
        (("柏坪镇桑蚕产量多少?", "x"), "棉花呢?", "柏坪镇棉花产量多少?"),
        (("全省进口额多少?", "x"), "税款呢?", "全省税款怎么样?"),
        (("火灾死了几个人?", "x"), "伤者呢?", "伤者怎么样?"),
        (("利润是多少?", "x"), "收入呢?", "收入是多少?"),
        (("票房收入多少?", "x"), "观众呢?", "观众怎么样?"),
        (("全省增长多少?", "x"), "全国呢?", "全国增长多少?"),
        (("2022年冠军是谁?", "x"), "上一届呢?", "上一届冠军是谁?"),
        (INDEX, "岚证成指呢?", "岚证成指收于多少点?"),
        (("白渡大桥多长?", "x"), "校长呢?", "白渡大桥校长是谁?"),
        (("白石镇成长中心有几个孩子?", "x"), "镇长呢?", "白石镇镇长是谁?"),
        (QUAKE, "震源深度呢?", "石鼓地震震源深度是多少?"),
        (SATELLITE, "那总指挥呢?", "远望十二号总指挥是谁?"),
        (("KELDA为什么被罚?", "x"), "VOLM呢?", "VOLM为什么被罚?"),
        (("公积金最高能贷多少?", "x"), "二套房首付呢?", "二套房首付是多少?"),
        (("方大成的跳高成绩是多少?", "x"), "何桂山呢?", "何桂山的跳高成绩是多少?"),
        (("全县歌咏赛第一是哪个村?", "x"), "第二呢?", "全县歌咏赛第二是哪个村?"),
        (("远帆号医院船待了几天?", "x"), "下一站呢?", "远帆号医院船下一站待了几天?"),
        (("远帆号医院船看了多少病人?", "x"), "手术呢?", "远帆号医院船手术怎么样?"),
    ],
)
def test_measure_asked_for_last_is_asked_of_another_or_changed_for_another(
    told: tuple[str, str], question: str, whole: str
) -> None:
    assert stand_alone(question, [told]) == whole


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("派息多少?", "恒江地产上半年派息多少?"),
        ("同比下降多少?", "恒江地产上半年净利润同比下降多少?"),
        ("环比呢?", "恒江地产上半年净利润环比是多少?"),
        ("比去年多多少?", "恒江地产上半年净利润比去年多多少?"),
        ("比白石地产高多少?", "恒江地产上半年净利润比白石地产高多少?"),
        ("少了多少?", "恒江地产上半年净利润少了多少?"),
    ],
)
def test_comparison_keeps_the_measure_and_another_measure_gives_it_up(
    question: str, whole: str
) -> None:
    assert stand_alone(question, [PROFIT]) == whole


def test_measures_asked_one_after_another_do_not_add_up() -> None:
    history = [PROFIT, ("收入呢?", "8亿元。"), ("每股盈利呢?", "1.5元。")]
    assert stand_alone("董事长是谁?", history) == "恒江地产上半年董事长是谁?"


RESCUE = ("谁救了落水的女孩?", "方大成夫妇。\n方大成夫妇等人跳下河去。[1]")


def test_one_of_a_couple_is_meant_by_a_pronoun() -> None:
    assert stand_alone("他是做什么的?", [RESCUE]) == "方大成是做什么的?"


@pytest.mark.parametrize(
    ("asked", "whole"),
    [
        ("谁救了落水的女孩?", "救了落水的女孩的人多大?"),
        ("谁给敬老院送饭?", "给敬老院送饭的人多大?"),
    ],
)
def test_who_did_something_and_has_no_name_is_told_by_it(asked: str, whole: str) -> None:
    assert stand_alone("他多大?", [(asked, "一名过路人。")]) == whole


def test_comparison_with_another_is_asked_of_the_last_subject() -> None:
    assert stand_alone("比竹浦大桥长多少?", [BRIDGE]) == "白渡大桥比竹浦大桥长多少?"


def test_somebody_told_of_several_turns_ago_is_found_by_the_noun() -> None:
    history = [RESCUE, ("他多大?", "38岁。")]
    assert stand_alone("女孩现在怎么样了?", history) == "落水的女孩现在怎么样了?"


def test_noun_within_another_word_means_nobody_told_of() -> None:
    history = [("县一中的走读学生有多少?", "300人。"), POOL]
    assert "走读" not in stand_alone("学生票多少钱?", history)


def test_question_that_begins_with_a_comparison_and_asks_which_is_left_alone() -> None:
    question = "同比增长最快的三个行业是哪些?"
    assert stand_alone(question, [PROFIT]) == question


def test_those_counted_are_meant_by_they() -> None:
    history = [("岚江警方抓了几个黄牛?", "5个。")]
    assert stand_alone("他们怎么抢票的?", history) == "岚江警方黄牛怎么抢票的?"


def test_pronoun_means_the_person_told_of_and_not_who_was_along() -> None:
    history = [("沈秋月去了哪里?", "白石镇。"), ("谁陪同?", "何桂山。\n镇长何桂山陪同。[1]")]
    assert stand_alone("她要求什么?", history) == "沈秋月要求什么?"


@pytest.mark.parametrize(
    ("question", "whole"),
    [("骗了多少?", "许女士被骗了多少?"), ("骗子抓到了吗?", "许女士骗子抓到了吗?")],
)
def test_what_befell_somebody_is_no_deed_of_the_same_person(question: str, whole: str) -> None:
    assert stand_alone(question, [("许女士怎么被骗的?", "x")]) == whole


def test_next_one_is_of_what_is_held_again() -> None:
    history = [("澜河冬奥会什么时候开幕?", "x"), ("岚江队拿了几块金牌?", "3块。")]
    assert stand_alone("下一届在哪办?", history) == "澜河冬奥会下一届在哪办?"


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        (["菠菜这周多少钱?", "那黄瓜呢?", "上周呢?"], "黄瓜上周多少钱?"),
        (["大葱多少钱?", "那黄瓜呢?", "上个月呢?"], "上个月黄瓜多少钱?"),
        (["6号线有多少站?", "其中换乘站呢?"], "6号线有多少换乘站?"),
        (["6号线有多少站?", "其中换乘站呢?", "票价多少?"], "6号线票价多少?"),
        (["“包子”走丢了几天?", "瘦了多少?"], "“包子”瘦了多少?"),
        (["黎老太太做了什么手术?", "她多大年纪?"], "黎老太太多大年纪?"),
        (["理工大学明年招多少人?", "比今年多多少?"], "理工大学明年招人比今年多多少?"),
    ],
)
def test_turns_of_a_chain_are_asked_of_the_last_thing(turns: list[str], whole: str) -> None:
    history = [(question, "主刀的医生郗望说,好。[1]") for question in turns[:-1]]
    assert stand_alone(turns[-1], history) == whole


def test_name_in_the_last_answer_is_a_subject_of_its_own() -> None:
    told = [("马晓舟第几分钟进的球?", "第4分钟。\n队长石磊说,马晓舟第4分钟进的球。[1]")]
    assert stand_alone("石磊要休息多久?", told) == "石磊要休息多久?"
