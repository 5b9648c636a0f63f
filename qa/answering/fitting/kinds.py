"""Tells whether a sentence has a thing of the kind that a question asks for by a noun.

`哪家医院?` is answered by no sentence without a hospital, `什么颜色?` by none without a colour.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa.forms.places.regions import country_names, place_names
from qa.forms.quantities.casualties import CASUALTIES
from qa.types import Expected

if TYPE_CHECKING:
    from qa.overlap import Sought

_WHICH = r"(?:哪[一几两]?[个家所座条间处本支份种位部]?|什么|啥)"

# What a question asks for, and what there is in a sentence that names one.
_KINDS = (
    (r"医院", r"院|诊所|卫生|医"),
    (r"(?:大学|高校|院校)", r"大|院|校|师范|[a-z]{2}|清华|复旦"),
    (
        r"(?:学校|中学|小学|幼儿园)",
        r"校|学|园|院|师范|[一二三四五六七八九十]中|附[中小]|[卫技中]专|[完村镇县一二三四五六]小",
    ),
    (r"法院", r"法院|法庭"),
    (r"检察院", r"检察"),
    (r"派出所", r"所"),
    (r"(?:酒店|宾馆|饭店|餐厅|餐馆|饭馆)", r"店|馆|厦|餐|食|楼|堂|[a-z]{3}"),
    (r"机场", r"机场"),
    (r"银行", r"行|信用社"),
    (r"服务区", r"区"),
    (r"(?:媒体|报纸|报社|杂志|期刊)", r"[报刊社网台志闻]|媒|[a-z]{3}|《"),
    (r"出版社", r"社"),
    (r"社区", r"社区|小区|村|苑|园"),
    (r"街道", r"街"),
    (r"村(?![民镇])", r"[村庄屯寨坳沟坪湾堡营]"),
    (r"县(?![城长委官])", r"[县旗]"),
    (r"民族", r"族"),
    (r"镇", r"镇"),
    (r"乡(?!镇)", r"乡"),
    (r"(?:路|街|道路)", r"[路街道线巷桥]|高速"),
    (r"[河江]", r"[河江溪水川渠港]"),
    (r"水库", r"库"),
    (r"公园", r"园"),
    (r"(?:车站|地铁站|火车站|高铁站)", r"站"),
    (r"颜色", r"色|[红黄蓝绿白黑紫橙灰粉金银棕褐青]"),
    (r"罪名?", r"罪"),
    (r"(?:工?厂)(?![长房区家])", r"厂|基地|工业园"),
    (r"(?:球场|场馆|体育[场馆])", r"场|馆|中心"),
    (r"(?:法律|法规|条例)", r"法|条例|规定"),
    (r"(?:部门|单位|机构)", r"[部局委办署院会处厅司所社组行站队校场厂]|中心"),
    (r"港口", r"港"),
    (r"朝代", r"[朝代]|唐|宋|元|明|清|汉|隋|秦|晋|魏|商|周"),
    (
        r"病(?![房床人历毒因])",
        r"[病癌炎症瘤梗聋瘫]|硬化|出血|骨折|伤|感冒|感染|结核|新冠|肺|喘|糖尿|血[压糖脂]|过敏|艾滋|痴呆|抑郁",
    ),
    (r"(?:荣誉|称号|表彰)", r"[奖誉“]|称号|评为|授予|获评|模范|先进|标兵|优秀|表彰|入选|人物"),
    (r"奖项?(?!金)", r"奖|冠军|亚军|季军|[金银铜]牌|荣誉|称号"),
)
# The same of what places.txt names: `哪个城市`, `哪个省`, `哪国`
_PLACES = (
    (r"(?:城市|市(?![场民长委州值]))", r"市|州|[·a-z]{3}", place_names),
    (r"省(?!份?的?分)", r"省|区", place_names),
    (
        r"(?:国家|国(?![有内产际企务]))",
        r"(?<![外本我各祖中全爱])国(?![际家内务企有民产庆旗防土外])",
        country_names,
    ),
)
# What of a life a question asks for, and what there is in a sentence that tells it.
_OF_LIVES = (
    (r"参军|当的?兵|入伍|从军", r"参军|入伍|从军|部队|兵"),
    (r"结婚|结的婚|嫁给|娶了", r"婚|嫁|娶|成家|丈夫|妻子|爱人"),
    (r"毕业(?!生)", r"毕业|考[上入取]|读|学"),
    (
        r"哪[里儿的]?人[?]?$|籍贯",
        r"[\u4e00-\u9fff]人(?![\u4e00-\u9fff])|[县区镇乡村](?:人|农民|村民)|生[于在]|来自|籍|老家|出生",
    ),
    (r"入[了的]?党", r"党"),
    *CASUALTIES,
    (r"退休(?!金|职工|[教老干工人员])", r"退"),
    (r"去世|过世|逝世|怎么死", r"世|病逝|死|走[了后]|牺牲|遇难|丧生|身亡|离开"),
    (r"[哪何几]年生|哪年出生|生日", r"生[于在]?|岁"),
)
# What something is called, and how a sentence tells a name
_CALLED = re.compile(r"叫什么|什么名字?[?]?$|(?:名称|名字|片名|书名|题目)是什么")
_TELLS_NAME = re.compile(
    r"[“《「『\"a-z]|——|叫|称(?!赞)|[命取定改得]名|名[为叫字]|名称|(?<=[司校店队园馆院厂社桥路街楼片书道湖河岛塔船牌])为|是[^,，。]{0,12}[司校店队园馆院厂社桥路街楼]"
)
# `学费|多少钱?`, the fees that stand beside one another, and sums that are none
_FEE_ASKED = re.compile(r"(?P<fee>[\u4e00-\u9fff]{1,2}费)(?:是|要|标准)*(?:多少|怎么收)")
_FEES = (
    ("学费", "住宿费", "伙食费", "书本费"),
    ("水费", "电费", "燃气费", "供暖费", "物业费", "停车费"),
)
_FEE_WORD = re.compile(r"费|每|免|收|交|缴|元[/一]|票|价|花")
_NO_FEE = re.compile(r"投资|造价|产值|奖金|月薪|工资|捐|补贴")
_SUM = re.compile(r"\d元")
_HOW_OR_WHY = re.compile(r"怎么(?!死)|想?[干做](?:啥|什么)|为什么|为何|为啥|如何")


def may_hold_kind(question: str, sentence: str) -> bool:
    """Return whether a folded sentence may have a thing of the kind that a question asks for."""
    return all(told.search(sentence) for told in _asked_for(question))


def may_tell_fee(question: str, sentence: str) -> bool:
    """Return whether a folded sentence may tell the fee that a question asks for, if it asks one.

    `住宿费600元` tells no `学费`, nor does what somebody invested.
    """
    asked = _FEE_ASKED.search(question)
    if not asked:
        return True
    if _NO_FEE.search(sentence) and not _FEE_WORD.search(sentence):
        return False
    own = next((fee for fees in _FEES for fee in fees if asked["fee"].endswith(fee)), "")
    beside = next((fees for fees in _FEES if own in fees), ())
    told = sum(fee in sentence for fee in beside)
    return own in sentence or not told or len(_SUM.findall(sentence)) > told


def may_tell_name(asked: Sought, sentence: str) -> bool:
    """Return whether a folded sentence may tell what the thing is called that is asked about.

    What persons are called, `qa.forms.persons.names` looks for.
    """
    asks = asked.expected is Expected.OTHER and _CALLED.search(asked.question)
    return not asks or bool(_TELLS_NAME.search(sentence))


@lru_cache
def _asked_for(question: str) -> tuple[re.Pattern[str], ...]:
    places = ((asked, f"{told}|{names().pattern}") for asked, told, names in _PLACES)
    kinds = ((_WHICH + asked, told) for asked, told in (*_KINDS, *places))
    lives = () if _HOW_OR_WHY.search(question) else _OF_LIVES
    return tuple(re.compile(told) for asked, told in (*kinds, *lives) if re.search(asked, question))
