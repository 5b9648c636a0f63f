"""Words that exclude one another: what is told of the one is not told of the other."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from qa.dates.words import ASKS_ANY_TIME
from qa.forms.quantities.changes import asks_by_how_much
from qa.overlap import longest_common, shared_end, shared_start
from qa.text import blanked, clauses, parts
from qa.types import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_T = TypeVar("_T")

OPPOSITES = tuple(
    tuple(group.split())
    for group in (
        "最大 最小",
        "最高 最低",
        "最长 最短",
        "最早 最晚",
        "最多 最少",
        "开放 关闭",
        "增加 减少",
        "上升 下降",
        "增长 下降",
        "冠军 亚军 季军",
        "男子 女子",
        "男性 女性",
        "男运动员 女运动员",
        "男选手 女选手",
        "男演员 女演员",
        "男主角 女主角",
        "男单 女单",
        "男双 女双",
        "父亲 母亲",
        "儿子 女儿",
        "丈夫 妻子",
        "东部 西部 南部 北部",
        "东岸 西岸 南岸 北岸",
        "东段 西段 南段 北段 中段",
        "东门 西门 南门 北门",
        "上半年 下半年",
        "首班 末班",
        "进口 出口",
        "赞成 反对",
        "优点 缺点",
        "成人 儿童 少儿 老人",
        "幼儿园 小学 中学 大学",
        "小学组 初中组 高中组 大学组",
        "起点 终点",
        "预赛 决赛",
        "甲级 乙级",
        "金牌 银牌 铜牌",
        "一楼 二楼 三楼",
        "一等 二等 三等",
        "中考 高考",
        "本科 专科 硕士 博士",
        "春季 夏季 秋季 冬季",
        "小麦 玉米 水稻 大豆 花生 棉花 红薯 土豆 油菜",
        "猪肉 牛肉 羊肉 鸡肉 鸡蛋",
        "流感 水痘 手足口病 诺如 麻疹 腮腺炎 登革热 百日咳 猩红热",
        "足球 篮球 排球 乒乓球 羽毛球 网球",
        "跳远 跳高 铅球 标枪 铁饼 接力 跨栏 100米 200米 400米 800米 1500米 3000米 5000米",
        "蛙泳 仰泳 蝶泳 自由泳",
        "语文 数学 英语 物理",
        "一期 二期 三期 四期",
        "左岸 右岸",
        "左手 右手",
        "左腿 右腿",
        "左脚 右脚",
        "左臂 右臂",
        "左眼 右眼",
        "左侧 右侧",
        "左线 右线",
        "左幅 右幅",
        "去程 返程",
        "上行 下行",
        "停水 停电 停气 停暖",
        "停课 复课",
        "停工 复工",
        "停产 复产",
        "大熊猫 小熊猫",
        "应到 实到",
        "春茶 夏茶 秋茶",
        "新房 二手房",
        "城市低保 农村低保",
        "城市居民 农村居民",
        "城镇居民 农村居民",
    )
)

# First words of the groups whose words part what a sentence tells, clause by clause
_PART_CLAUSES = frozenset(
    [
        "冠军",
        "男子",
        "男性",
        "男运动员",
        "男选手",
        "男演员",
        "男主角",
        "男单",
        "男双",
        "父亲",
        "儿子",
        "东段",
        "首班",
        "甲级",
        "一等",
        "金牌",
        "小麦",
        "猪肉",
        "足球",
        "跳远",
        "蛙泳",
        "语文",
        "本科",
        "小学组",
        "一期",
        "去程",
        "上行",
        "应到",
        "春茶",
        "新房",
        "春季",
        "城市低保",
        "城市居民",
        "城镇居民",
    ]
)
# First words of the groups of rise and fall: what is asked to have risen may have fallen
_CHANGES = frozenset(["增加", "上升", "增长"])
# `其中考生`, `大学毕业生`, `高一|期中考试`: what has a word of a side and is none
_NO_SIDE = re.compile(r"其中|[大中小]学(?=生|毕业)|期[中末](?=考|[监检]?测)")
# What is called by several words, by one; `居第二` as well as `第二名`
_PLACED = r"(?:居|列|获得?|夺得?|排名?)"
_NO_MORE = r"(?![届批十期次个位])"
_A_MEDAL = r"(?<![枚块面]){metal}牌(?![榜数教调讲师主得])"
_CALLED = (
    (re.compile(r"不赞成"), "反对"),
    (re.compile(rf"夺[冠魁]|(?:第一|头)名|{_PLACED}第一{_NO_MORE}"), "冠军"),
    (re.compile(rf"第二名|{_PLACED}第二{_NO_MORE}"), "亚军"),
    (re.compile(rf"第三名|{_PLACED}第三{_NO_MORE}"), "季军"),
    # whoever has a medal is placed so too, but no `3枚金牌`
    (re.compile(_A_MEDAL.format(metal="金")), r"\g<0>冠军"),
    (re.compile(_A_MEDAL.format(metal="银")), r"\g<0>亚军"),
    (re.compile(_A_MEDAL.format(metal="铜")), r"\g<0>季军"),
    # `冬天`, `夏令时间`, `秋|冬季`
    (re.compile(r"([春夏秋冬])(?:[天令](?!营)|(?=[春夏秋冬]季))"), r"\1季"),
    (re.compile(r"农民(?![工专合画日])"), "农村居民"),
    (re.compile(r"城里人"), "城镇居民"),
)
# `k1路`, `g913次`, `3号线`, `c1`, `6楼`, `80岁以上`, `科目二`, `甲组`, `高一`, `今年`, but not
# `比|去年`
_TOLD_APART = re.compile(
    r"(?<![a-z\d])(?:[a-z]?\d+(?:路|号(?:线|楼|门|井|机组|车间|院))|[a-z]\d+次?|\d+[楼栋]|\d+岁以[上下]|科目[一二三四]"
    r"|[甲乙丙丁][组级]|[一二三四五六]年级|(?<!最)[高初][一二三](?!中)|(?<![比较与同和目])[今去前明]年(?!同期))"
)
# Whom a price is told of: `学生|20元`, `军人、70岁以上老人|免票`
_PRICED = r"(?:\d[\d.]*(?=[岁米])|[^,，。;；\d]){0,16}(?:\d[\d.]*元|免[票费收]|半价)"
_PRICE_OF_ALL = re.compile(r"(?:票|价|每[人张位场])[^,，。;；\d]{0,6}\d[\d.]*元")
_PAYERS = (
    r"(?<![未完组])成年?人",  # no `未成年人`, `组成人员`
    r"学生",
    r"儿童|小孩|孩子|少儿|未成年|米以下",
    r"老年?人|长者|[6-9]\d岁(?:\(含\))?以上",
    r"军人",
    r"残疾人",
)
# The schools whose numbers stand side by side: `小学一年级共|录取4860人`
_NUMBERED = r"[^,，。;；\d]{0,12}\d"
_SCHOOLS = (r"幼儿园", r"小学|小一", r"[初高]中|(?<!其)中学|[初高]一", r"大学")
_MIDDLE_SCHOOLS = (r"初中|初一", r"高中|高一")
# Of each side, what names it, and what tells a number of it
_COUNTED_APART = tuple(
    tuple((re.compile(side), re.compile(f"(?:{side}){told}")) for side in sides)
    for sides, told in (
        (_PAYERS, _PRICED),
        (_SCHOOLS, _NUMBERED),
        (_MIDDLE_SCHOOLS, _NUMBERED),
    )
)
_PAYERS_APART = _COUNTED_APART[0]
# `今年|开工的|大桥`, `6楼|坠落的|孩子`
_ATTRIBUTE = re.compile(r"[^,，?的]{1,6}的")
# `|电焊工|须持焊工证`: of whom something is required; but not `卫生要求`, `发生可能`, `施工须`
_REQUIRED = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{1,5}(?:[员师士手]|(?<![施开完停复])工|(?<![卫发产])生))(?:须|需|应当?|要求?|必须|限|不得|可)"
)
# `线路如下:|城南至河口|,每天8班`, `|小型车首小时|4元`: what a part is of
_HEAD = re.compile(r"(?:[^,，;；]*[:：])?(?P<head>[^\d,，;；]{3,})")
_A_WORD = 2  # characters
_WHEN_ASKED = re.compile(ASKS_ANY_TIME)
# `他担心的|不是价钱|,而是请工难`
_DENIED = re.compile(r"(?:并?不是|并非|不在于?)[^,，。;；]+(?=[,，](?:而|却)[是在])")


@lru_cache
def sides_named(question: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Return the words that a question has of words that exclude one another, and all of those.

    But none of rise and fall where it is asked by how much: what fell is no other thing.
    """
    plain, by_how_much = _plain(question), asks_by_how_much(question)
    found = (
        (tuple(word for word in group if word in plain), group)
        for group in OPPOSITES
        if not (by_how_much and group[0] in _CHANGES)
    )
    return tuple((wanted, group) for wanted, group in found if wanted)


def without_opposites(question: str, sentence: str) -> str:
    """Return a folded sentence, blank where a clause tells of what is not asked about.

    In `冠军是陈晓川,亚军是罗明远` the one of the champion tells nothing of the second, and so it is
    with all that a semicolon sets apart: `一期投资3亿元,6月开工;二期投资2亿元`. As it is where no
    clause has what is asked about, and where the words do not part what is told.
    """
    for wanted, group in sides_named(question):
        for cut in (parts, clauses) if parts_clauses(group) else ():
            told = {one: sentence[one.start : one.end] for one in cut(sentence)}
            others = {one: text for one, text in told.items() if not holds(text, wanted)}
            if len(others) < len(told):
                opposite = (one for one, text in others.items() if holds(text, group))
                sentence = blanked(sentence, opposite)
    return sentence


def without_others_counted(question: str, sentence: str) -> str:
    """Return a folded sentence, blank where a clause tells a number of others than those asked.

    So it is with whom a price is told of, and with schools: `成人40元,学生20元,老人免票`. As it is
    where no clause tells one of those asked about.
    """
    for group in _COUNTED_APART:
        wanted = {told for named, told in group if named.search(question)}
        counted = {
            one: {told for _, told in group if told.search(sentence, one.start, one.end)}
            for one in (clauses(sentence) if wanted else ())
        }
        sentence = _without_unwanted(wanted, counted, sentence)
        if group is _PAYERS_APART and any(not wanted.isdisjoint(of) for of in counted.values()):
            others = (one for one, of in counted.items() if wanted.isdisjoint(of))
            sentence = blanked(sentence, (one for one in others if _is_priced(sentence, one)))
    return sentence


def _is_priced(sentence: str, clause: Span) -> bool:
    """Return whether a clause tells the price of all: `票价统一为35元,|学生半价`."""
    return bool(_PRICE_OF_ALL.search(sentence, clause.start, clause.end))


def without_others_of_kind(question: str, sentence: str) -> str:
    """Return a folded sentence, blank where it tells of what is told apart from the one asked.

    So it is with routes, floors, ages, classes, years. As it is where nothing names that one:
    `K1路末班21:00;3路末班22:30`, `6楼每户4.1万元,2楼0.6万元`.
    """
    wanted = {one.group() for one in _TOLD_APART.finditer(question) if _is_whose(question, one)}
    for cut in (parts, clauses) if wanted else ():
        named = {
            one: set(_TOLD_APART.findall(sentence, one.start, one.end)) for one in cut(sentence)
        }
        sentence = _without_unwanted(wanted, named, sentence)
    return sentence


def _without_unwanted(wanted: set[_T], told: Mapping[Span, set[_T]], sentence: str) -> str:
    """Return a sentence, blank where all that a piece tells of is unwanted, if not all do so."""
    if all(wanted.isdisjoint(of) for of in told.values()):
        return sentence
    return blanked(sentence, (one for one, of in told.items() if of and wanted.isdisjoint(of)))


def without_others_required(question: str, sentence: str) -> str:
    """Return a folded sentence, blank where a clause requires something of others than those asked.

    `施工员须大专以上学历,电焊工须持焊工证`
    """
    asked = _REQUIRED.search(question)
    if not asked:
        return sentence
    others = (
        one
        for one in clauses(sentence)
        if (told := _REQUIRED.match(sentence, one.start, one.end))
        and told["who"] not in question
        and asked["who"] not in told["who"]
    )
    return blanked(sentence, others)


def without_others_in_row(question: str, sentence: str) -> str:
    """Return a folded sentence, blank where a part is of another than the one the question names.

    Of parts that begin alike, or whose beginnings end alike: `小客车首小时5元;大客车首小时9元`.
    """
    heads = {
        one: head["head"]
        for one in parts(sentence)
        if (head := _HEAD.match(sentence, one.start, one.end))
    }
    own = {
        one: _own(head, [other for at, other in heads.items() if at != one])
        for one, head in heads.items()
    }
    row = {one: longest_common(word, question) >= _A_WORD for one, word in own.items() if word}
    others = (one for one, is_asked in row.items() if not is_asked)
    return blanked(sentence, others) if sum(row.values()) == 1 else sentence


def _own(head: str, others: Sequence[str]) -> str:
    """Return what of `head` is not that of others in one row; empty where there is no row."""
    start = max((shared_start(head, one) for one in others), default=0)
    end = max((shared_end(head, one) for one in others), default=0)
    if max(start, end) < _A_WORD:
        return ""
    return head[start:] if start >= end else head[: max(_A_WORD, len(head) - end)]


def _is_whose(question: str, named: re.Match[str]) -> bool:
    """Return whether what is asked is of what is named: not of `今年|开工的大桥`, nor when."""
    if _ATTRIBUTE.match(question, named.end()):
        return False
    return not (named.group().endswith("年") and _WHEN_ASKED.search(question))


def without_denied(question: str, sentence: str) -> str:
    """Return a folded sentence, blank where it says what is not so before it says what is.

    As it is where the question denies as well.
    """
    if "不" in question:
        return sentence
    return blanked(sentence, [Span(*match.span()) for match in _DENIED.finditer(sentence)])


def parts_clauses(group: tuple[str, ...]) -> bool:
    """Return whether the words of a group part what a sentence tells, clause by clause."""
    return group[0] in _PART_CLAUSES


def holds(text: str, words: tuple[str, ...]) -> bool:
    """Return whether a folded text has one of `words`; `其中考生` has no `中考`."""
    plain = _plain(text)
    return any(word in plain for word in words)


@lru_cache(64)  # an article is looked through for several words
def _plain(text: str) -> str:
    """Return a folded text with one word for what is called by several, and no side for others."""
    text = _NO_SIDE.sub("  ", text)
    for called, word in _CALLED:
        text = called.sub(word, text)
    return text
