"""Units: in which ones a question asks for a number, and which number cannot be meant then."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

# `国家|参加`, of what is asked how many there are
_THING = re.compile(r"[\u4e00-\u9fff]{2,3}(?=$|[和与及参入出被受得获在有派])")
# `85.14万|剂次`, `36|名`, the longest first
UNIT = re.compile(
    r"平方米|平方公里|平方千米|立方米|千瓦时|千瓦|人次|剂次|公里|千米|公尺|公分|厘米|毫米|光年|海里|[英华]里|英[尺寸亩]|平方尺|尺(?![度码寸])|[mck]m(?![a-z])|m(?![a-z\d²])|[kmg]wh?(?![a-z])|kg|公顷|公斤|公吨|载重吨|[总净]吨|标准?箱|千克|小时|分钟|秒|周(?![年岁])|个多?(?:月|星期|小时|钟头|世纪|学期|学年|工作日|班次)|星期|年级|车次"
    r"|[美欧日港韩澳]元|英镑|(?:挪威|瑞典|丹麦|冰岛|捷克)?克朗|(?:瑞士)?法郎|泰铢|令吉|仙(?![人女境桃居草])|林吉特|新[元币]|比索|里拉|卢[比布]|个百分点|个人(?![体均])|周岁|[摄华]氏度|开尔文|[架艘]次|班次|[学课]时|岁半|部(?![门分委队位属])"
    r"|成半|毫升|升(?![级至到高值温学起空任上])|m[lg]|毫克|瓶|(?!名额)[元块亩吨斤克户人名个家座条栋幢套辆颗台件项次场届期岁米层棵株艘架支份页册只头羽匹口首对班列例宗票度"
    r"封段尾组回遍所位张间幅处倍成级趟枚种桶盏扇杯碗箱袋筐束双盆篇%‰℃]"
    r"|担(?![任心保当负])|天(?![麻津然桥台文线])|角(?![度落色])|毛(?=钱|[,，。;；、)]|$)|年(?![轻货画糕味])|本(?![金钱地市人届科土村县次身职轮])|季(?![度节军后])|旬(?!报)"
    r"|日(?![本报常军方企])|月(?![壤球饼])|分(?![^\W\d])"  # `672分。`
)

_AREAS = ("平方米", "平方公里", "平方千米", "平方尺", "公顷", "亩", "英亩")
_LENGTHS = (
    "公里", "千米", "公尺", "公分", "米", "厘米", "毫米", "光年", "海里", "英里", "华里",
    "英尺", "英寸", "尺", "mm", "cm", "m", "km",
)  # fmt: skip
_TIMES = (
    "年", "个月", "天", "日", "小时", "分钟", "秒", "周", "星期", "个星期", "个小时", "个学期",
    "个学年", "个工作日", "个世纪", "个钟头", "个多月", "个多星期", "个多小时", "个多世纪",
)  # fmt: skip
_MINUTES = ("分钟", "秒")
_HOURS = ("小时", "个小时", "个钟头", "个多小时")
_WEIGHTS = ("公斤", "千克", "kg", "吨", "公吨", "载重吨", "总吨", "净吨", "斤", "克", "毫克", "mg")
_VOLUMES = ("升", "毫升", "ml", "立方米")
_MONEY = (
    "元", "美元", "欧元", "日元", "港元", "韩元", "澳元", "英镑", "卢比", "卢布", "泰铢", "比索",
    "里拉", "克朗", "挪威克朗", "瑞典克朗", "丹麦克朗", "冰岛克朗", "捷克克朗", "法郎", "瑞士法郎",
    "令吉", "仙", "林吉特", "新元", "新币", "块", "角", "毛",
)  # fmt: skip
_SHARES = ("%", "‰", "个百分点", "成", "成半", "倍")
_AGES = ("岁", "周岁", "岁半", "旬")
DEGREES = ("℃", "度", "摄氏度", "华氏度", "开尔文")
_PERSONS = ("人", "个人", "名", "位", "人次")
_PEOPLE = (*_PERSONS, "口", "户", "例", "%", "成")
# What counts things, and so no persons: `多少票`, `多少辆`
_OF_THINGS = frozenset(
    "票支辆台项件座条栋幢套颗棵株张份册本部架艘列班页瓶桶枚段间块盏扇杯碗箱袋筐束双盆"
)
# What measures, and so counts no things: `260公里` is no number of countries.
_MEASURES = (
    *_AREAS, *_LENGTHS, *_TIMES, *_WEIGHTS, *_VOLUMES, *_MONEY, *_SHARES, *_AGES, *DEGREES, "届",
    "分", "级",
)  # fmt: skip
# What a mass may be told in, besides things: `多少煤`, `多少农田`
_OF_MASSES = (*_AREAS, *_LENGTHS, *_WEIGHTS, *_VOLUMES, "%", "倍", *DEGREES)

# `几票|反对`, who are counted as persons too
_OF_VOTES = re.compile(r"(?:几|多少)票(?:反对|赞成|同意|弃权)")
# `从多少|涨到多少`: what it was is told in the unit of what it is
_FROM_WHAT = re.compile(r"[从由]?(?:多少|几)(?=[^,，?]{1,6}[到至成为]了?(?:多少|几))")
# `郝某|多大`, `夺冠那年|多大`
_AGE_OF_SOMEBODY = re.compile(r"某[某甲乙丙丁]?(?:今年|现在)?有?多大|[那当]年有?多大[?]?$")
# `多大`, `多少钱`: words that ask in units of their own
_ASKED_IN = {
    **dict.fromkeys(("今年多大", "多大年", "多大岁", "多大了", "他有多大", "她有多大"), _AGES),
    **dict.fromkeys(("长到多大", "多大就", "多大能", "多大才"), (*_LENGTHS, *_AGES, "个月")),
    "多大规模": (),
    "规模多大": (),
    "规模有多大": (),
    "有多大": (*_AREAS, *_LENGTHS, "级"),
    "多大": (*_AREAS, *_LENGTHS, *_AGES, "级"),
    "多少钱": _MONEY,
    "几个钱": _MONEY,
    "几毛": _MONEY,
    "几角": _MONEY,
    "几个钟头": _TIMES,
    "多长时间": _TIMES,
    "多久": _TIMES,
    "多少时间": _TIMES,
    "多少时候": _TIMES,
    "多长": (*_LENGTHS, *_TIMES),
    "多远": _LENGTHS,
    "多高": (*_LENGTHS, "层", "级", *_SHARES),
    "多宽": _LENGTHS,
    "多深": _LENGTHS,
    "多厚": _LENGTHS,
    "判多重": _TIMES,
    "判得多重": _TIMES,
    "判了多重": _TIMES,
    "多重": _WEIGHTS,
    "多沉": _WEIGHTS,
}

# What numbers of different kinds count is never the same: `3万人`, `3万元`.
_KINDS = {
    unit: kind
    for kind, units in (
        ("area", _AREAS),
        ("length", _LENGTHS),
        ("weight", _WEIGHTS),
        ("money", _MONEY),
        ("people", (*_PERSONS, "户")),
    )
    for unit in units
}

_IS = r"(?:[是有为达约共到了]|大概|一共|总共)*"
# Text of a regular expression: `累计|接种62.3万剂次`
IN_ALL = r"(?:累计|合计|[共总]计|[一总]共)"
# `深度是多少`, `车速达到多少`: what has units of its own, though no word of them
_ATTRIBUTES = (
    (re.compile(rf"(?:面[额值]|金额|数额|缺口){_IS}(?:多少|几|多大)"), _MONEY),
    (re.compile(rf"面积{_IS}(?:多少|几|多大)"), _AREAS),
    (re.compile(rf"(?:深度|高度|长度|宽度|厚度|距离|海拔|直径|身高){_IS}(?:多少|几)"), _LENGTHS),
    (re.compile(rf"(?:气温|温度|水温|体温){_IS}(?:多少|几)"), DEGREES),
    (re.compile(rf"(?:体重|重量|净重|亩产|单产){_IS}(?:多少|几)"), _WEIGHTS),
    (
        re.compile(
            rf"(?:年龄|岁数|年纪)(?:不?能?(?:超过|低于|小于|大于)|上限|下限|要求|限制|最[大小])?{_IS}(?:多少|几)"
        ),
        _AGES,
    ),
    (re.compile(rf"(?:时长|工期|刑期){_IS}(?:多少|几)"), _TIMES),
    (re.compile(rf"(?:[车时风流]速|限速){_IS}(?:多少|几)"), (*_LENGTHS, "级", "节", "迈", "码")),
)

# `奖金是多少`, `赔了多少`, `要花多少亿`: what is counted in money without a word of it
_OF_MONEY = re.compile(
    r"(?:(?:[奖资租罚]金|工资|[月年]薪|薪水|门票|补[贴助偿]|投资|成本|经费|收入|利润|产值|营收|市值|赔偿|罚款|贷款"
    r"|[赃善捐]款|税|费用?|价|(?<![面总配定名余限])额)(?:金额|标准)?(?:[是有为要共约达计的收]|一共|总共)*"
    r"|(?:挣|赚|赔|罚|欠|花|捐)(?:了|偿|款)*)多少[亿万]?(?:[?啊呢吧]|$)|多少亿(?:[?啊呢吧]|$)|几[百千万]+块|[什啥]么?价(?!值)|(?:收取|缴纳|退还|补缴|索赔|报销)了?多少|[斥耗出注融筹集]资多少|[凑攒掏借]了?多少(?![人天年次本个斤米])"
)
# `气温多高`, `烧到多高`
_OF_HEAT = re.compile(r"(?:温(?![室泉州岭])|发[烧热]|[烧热](?=[到得了至]))[^,，?]{0,6}多高")
# `出生率是多少`, `百分之几`, but not `频率是多少`
_OF_SHARES = re.compile(
    r"[涨跌增降升浮]了?(?:几|多少)个?(?:百分)?点(?![\u4e00-\u9fff])|(?:(?<![频速辨功汇心息])率|比例|占比|比重|百分比|[增涨跌降]幅|[增降]速)[是为有达占约]*(?:多少|几)|百分之[几多]|几成"
    r"|(?<!抢)占(?![地道用据])[^,，。?]{0,12}多少(?:[?]|$)"
)
# `占多大比例`, `涨幅有多大`
_RATIO = re.compile(r"多[少大]的?(?:比例|比重|份额|百分比)|[增涨跌降]幅(?:有|达到?)?多大")
# `隧道有多长`, which no time answers
_OF_WAYS = re.compile(
    r"(?:路|街|桥|隧道|[号环干支]线|河|江|渠|高速|堤|坝|墙|管道?|段)[有全总是]*多长(?!时)"
)
# `考了多少分`, but not `多少分钟`
_OF_POINTS = re.compile(r"(?:多少|几)分(?![钟之校店析工类组公行])")
# `多少资金`, `多少债`: what is no unit, and is counted in money
_MONEYED = re.compile(
    r"[钱款金费资贷债税额价值亿万]|[开支]支|支出|储蓄|存款|余额|人民币|援助|捐|预算|收入|利润|产|成本|损失|赔|[补助]助|贴补|津贴|[补赔]偿|薪|租|奖|好处|待遇|甜头|生意|现|增长"
)
# `多少奖金`, which nothing but money answers; `多少消防车`, of which there is no mass
_PAID = re.compile(
    r"(?:人民币|预算|奖金|奖学金|工资|工钱|薪水|津贴|贴补|彩礼|资金|费用|利润|[租押罚佣酬]金|罚款|开支|支出|存款|补[贴助偿]|学费|水费|电费)"
)
_COUNTABLE = re.compile(r"[\u4e00-\u9fff]{0,3}?[车船艇机炮牛羊猪鸡鸭](?=$|[参出开投到])")
# `切成几块`, `几块牌子`, but not `几块钱`, `几块一斤`
_PIECES = re.compile(r"块(?![钱多半一每买卖就够能起左上零])[\u4e00-\u9fff]")
_OF_PIECES = ("块", "个", "处", "片", "大块")
# `几块|金牌`
_OF_MEDALS = re.compile(r"(?:多少|几)[块枚面]?(?=[金银铜奖]牌)")
_MEDALS = ("枚", "块", "面", "个")
# `指数跌了|多少点`, which a share tells as well, though not as asked
_OF_INDEX = re.compile(
    r"(?:[涨跌升降]|(?:指数?|收盘?|报)(?:是|在|于)?)[了到至]?(?:多少|几)个?点(?!钟)"
)
# `办了|几天`, which `5分钟` does not tell, nor `几年` hours
_LASTING = re.compile(
    r"(?:多少|几)(?P<unit>个多?月|个?星期|个?学[期年]|[年月周天])(?![前后以之级岁])"
)
# `几度|征战`: how often
_OFTEN = re.compile(r"几度(?=[征闯夺获赢冲参入出登蝉捧])")
# `多少人家`
_HOMES = re.compile(r"户?人家")
# `客人里有几个|看了病`
_SOME_OF_PEOPLE = re.compile(
    r"[人员民者师生客众手童友兵](?:们|当|之)?[里中](?:头|面|间)?有?(?:几|多少)个(?!多|[月小星])"
)
# Of whose age a question asks; else no age answers.
_OF_AGES = re.compile(r"岁|年龄|年纪|多大|高龄|高寿|几旬")

# `多少剂次`, `几公里`, `多少个接种点`, `多少亿元`: the unit that is asked for
_IN_WORDS = re.compile(
    r"(?:多少|几)[百千万亿]*(?P<unit>(?![啊呢呀吧了的才]|合[适算]|划算|为[宜好]|才行)[\u4e00-\u9fff]{1,8})"
)
# `几个人`, `多少名党员志愿者`, `多少老百姓`: persons, whom a number in another unit does not count
_OF_PEOPLE = re.compile(
    r"[个名位]?(?:(?!人)[^\W的了在被过到去来无从由往向至路]){0,4}?"
    r"(?:(?<!私)人(?![民均气工家数物头口造生类间才事力])|百姓|群众|[居村市农选灾]民|学生|[老教]师|医生|护士"
    r"|[旅游乘顾]客|观众|孩子|儿童|小孩|[学党官队成会委职船]员(?!费)|志愿者|患者|伤[者员]|干部(?!编)|同学|士兵|官兵|选手|球员|职工|工人)"
)

_OF_SOMEBODY = re.compile(
    r"[人员民者师生客众手警孩童播星宾娃友兵]|[专作画]家|家长|干部|代表|教练|裁判|博士|院士"
)
# `3名|志愿者`, `有3个。`, but not `3个工作组`
_PEOPLE_TOLD = re.compile(rf"{_OF_PEOPLE.pattern}|个(?![\u4e00-\u9fff])")

# What a paper may count in where a question asks in other units; of units that are not here, any.
_ALIKE = {
    unit: group
    for group in (
        _AREAS, _LENGTHS, _TIMES, _WEIGHTS, _VOLUMES, _MONEY, _AGES, DEGREES,
        _PERSONS, ("户", "家"), ("层",),
        ("次", "届", "场", "回", "遍", "趟", "季", "期", "架次", "艘次"),
        ("棵", "株"), ("对",), ("票", "张", "%"),
    )
    for unit in group
} | {
    **dict.fromkeys(("册", "本"), ("册", "本", "部", "套", "种")),
    **dict.fromkeys(("头", "匹", "羽"), ("头", "只", "匹", "羽", "口", "尾")),
    "家": ("家", "户", "个"),
    "艘": ("艘", "条", "只"),
    "架": ("架", "架次", "台"),
    "班": ("班", "班次", "个班次", "趟", "车次", "架次", "次"),
    "趟": ("趟", "列", "班", "次", "车次", "架次", "架", "辆", "班次", "个班次"),
    **dict.fromkeys(("栋", "幢", "间"), ("栋", "幢", "座", "套", "间", "处", "个", "所", "家")),
    "所": ("所", "个", "间", "家"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Units:
    """The units that a question asks in, all that it must be answered in (none: any), and not."""

    asked: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    in_words: bool = False  # named beside the number: `多少户`

    def beginning(self, text: str, known: str) -> str:
        """Return the unit asked for that `text` begins with, empty where there is none.

        Args:
            text: what follows a number.
            known: the unit that it begins with; `五个月` is not asked for by `多少个`.
        """
        if self.must == _PEOPLE and (counted := _PEOPLE_TOLD.match(text)):
            return known or counted.group()
        for unit in self.asked:
            if text.startswith(unit) and len(unit) >= len(known):
                return unit
        if not self.in_words:
            return ""
        if known:  # `113|个|国家` is asked for by `多少国家`
            thing = _THING.match(self.asked[0])
            return known if thing and text.startswith(thing.group(), len(known)) else ""
        # `几部分组成` asks for `三部分`
        same = takewhile(lambda pair: pair[0] == pair[1], zip(text, self.asked[0], strict=False))
        return "".join(character for character, _ in same)

    def allow(self, unit: str) -> bool:
        """Return whether the answer may be counted in `unit`."""
        return unit not in self.never and (not self.must or unit in self.must)

    def ask_time(self) -> bool:
        """Return whether it is asked how long something takes."""
        return not set(self.asked).isdisjoint(_TIMES)

    def ask_people(self) -> bool:
        """Return whether persons are to be counted."""
        return self.must == _PEOPLE and "个" not in self.asked

    def may_go_unsaid(self, number: str) -> bool:
        """Return whether `number` may stand without its unit: `达2300`, `罚7.1万`."""
        is_sum = number[-1] in "万亿" and (not self.must or self.must == _MONEY)
        return self.in_words or is_sum


def unit_at(text: str) -> str:
    """Return the unit that `text` starts with; empty where it starts with none that is known."""
    known = UNIT.match(text)
    return known.group() if known else ""


def kind_counted(text: str) -> str:
    """Return what a number counts that `text` follows: `money`, `people`; empty where not known."""
    return _KINDS.get(unit_at(text), "")


# What votes, ages, temperatures, medals and an index are told in
_OF_SUBJECTS = (
    (_OF_VOTES, Units(("票",), ("票", "人", "名", "位"))),
    (_AGE_OF_SOMEBODY, Units(_AGES, _AGES)),
    (_OF_HEAT, Units(DEGREES, DEGREES)),
    (_OF_MEDALS, Units(_MEDALS, _MEDALS, in_words=True)),
    (_OF_INDEX, Units(("点", "个点"), ("点", "个点", *_SHARES))),
)
# The same of what less sure words ask for
_OF_SORTS = (
    (_OF_POINTS, Units(("分",), ("分",), in_words=True)),
    (_OF_SHARES, Units(_SHARES, _SHARES)),
    (_OF_MONEY, Units(_MONEY, _MONEY)),
    (_OFTEN, Units(("次",), _ALIKE["次"])),
    (_SOME_OF_PEOPLE, Units(("人",), _PEOPLE, in_words=True)),
)


# `3月份原煤产量|多少?`, which no share of it tells
_OF_QUANTITY = re.compile(
    rf"(?:产量|产值|收入|销量|销售额|投资|总额|人数|户数|库容|水量|用量)(?:[一总]?共|大概)?{_IS}(?:多少|几|多大)"
)


@lru_cache
def asked_units(question: str) -> Units:
    """Return the units that a folded `question` asks in: `元` for `多少钱`, areas for `多大`."""
    question = _FROM_WHAT.sub("", question)
    ways = (_of_attribute, _of_subject, _of_duration, _in_known_words, _of_sort)
    known = next(filter(None, (way(question) for way in ways)), None)
    if known:
        return known
    asked = _IN_WORDS.search(question)
    if asked:
        return _in_words(asked["unit"])
    shares = _SHARES if _OF_QUANTITY.search(question) else ()
    return Units(never=(*_no_ages(question), *shares))


def _of_attribute(question: str) -> Units | None:
    """Return the units of a ratio, a way, or what else has units of its own: `车速达到多少`."""
    if _RATIO.search(question):
        return Units(_SHARES, _SHARES)
    if _OF_WAYS.search(question):
        return Units(_LENGTHS, _LENGTHS)
    asked = ((asks.search(question), own) for asks, own in _ATTRIBUTES)
    found = (own for one, own in asked if one and not unit_at(question[one.end() :]))
    return next((Units(own, own) for own in found), None)


def _of_subject(question: str) -> Units | None:
    return next((units for asks, units in _OF_SUBJECTS if asks.search(question)), None)


def _of_duration(question: str) -> Units | None:
    lasting = _LASTING.search(question)
    if not lasting or unit_at(question[lasting.start("unit") :]) != lasting["unit"]:
        return None
    return Units((lasting["unit"],), _no_shorter(lasting["unit"]), in_words=True)


def _in_known_words(question: str) -> Units | None:
    found = (units for words, units in _ASKED_IN.items() if words in question)
    return next((Units(units, units) for units in found), None)


def _of_sort(question: str) -> Units | None:
    return next((units for asks, units in _OF_SORTS if asks.search(question)), None)


def _no_shorter(unit: str) -> tuple[str, ...]:
    """Return the times that may be told where it is asked how many days, or how many years."""
    shorter = _HOURS if unit.endswith(("年", "月", "期")) else ()
    return tuple(one for one in _TIMES if one not in (*_MINUTES, *shorter))


def _no_ages(question: str) -> tuple[str, ...]:
    return () if _OF_AGES.search(question) else _AGES


def _in_words(asked: str) -> Units:
    """Return the units in which `多少` is answered that `asked` follows: `多少户`, `多少煤`."""
    unit = unit_at(asked)
    if unit in ("", "人", "个", "个人", "名", "位") and _OF_PEOPLE.match(asked):
        return Units(("人",), _PEOPLE, in_words=True)
    if _PIECES.match(asked):
        return Units(_OF_PIECES, _OF_PIECES, in_words=True)
    if _HOMES.match(asked):
        return Units(("户",), _ALIKE["户"], in_words=True)
    must = _ALIKE.get(unit, ())
    allowed = (*must, unit)
    is_thing = not unit and bool(_COUNTABLE.match(asked))
    if _PAID.match(asked):
        return Units(_MONEY, _MONEY)
    if not unit and not is_thing:
        allowed = (*_OF_MASSES, *(_MONEY if _MONEYED.search(asked) else ()))
    counts_things = (
        is_thing or unit in _OF_THINGS or (unit == "个" != asked and not _OF_SOMEBODY.search(asked))
    )
    excluded = (*_MEASURES, *(_PERSONS if counts_things else ()))
    never = tuple(one for one in excluded if one not in allowed)
    return Units((unit or asked,), must, never, in_words=True)
