"""Tells what kind of answer a question asks for."""

from __future__ import annotations

import re

from qa.dates.words import ASKS_WHEN
from qa.text import fold
from qa.types import Expected

# `救人的|治疗师|叫什么名字`, but not `那座桥叫什么名字`
_CALLED = (
    r"(?:[人者员手师生长令士孩童友娃警官席记裁板犯客民医亲伙军他她]|[男女妻儿]子|丈夫|孩子|少女|妇女|总[统理]"
    r"|女儿|[哥姐弟妹]|师傅|老伴|[爷奶]|孙女|媳妇|女婿|老汉|匠|裁缝|大臣|首相|国王|[爸妈]|爱人|司机|主角|会计|头头|头儿|领头的|老总|老板娘?|经理|主任|教练|教头|教授|代表|干部|徒弟|弟子|邻居)(?:们|都|名(?=叫)|[真本化]名|[,，]?[他她])?[叫是]?(?:什么|啥)"
)

# The first that matches decides: `为什么`, `主席是谁`, `什么时候开`, `多少剂次`, `在哪里`, `有哪些`
_KINDS = (
    # but not `被任命为什么?`, `改名为什么?`
    (
        Expected.REASON,
        re.compile(
            r"(?<!任命|当选|聘任|推选|推举|提拔|改名|更名|命名|升级|认定)(?<!评)为什么|为何|为啥|何以|原因|怎么会|凭什么"
        ),
    ),
    # `龙舟赛怎么换地方了`, but not `怎么换证`, `怎么样了`
    (
        Expected.REASON,
        re.compile(
            r"怎么(?!样|办)(?:[^,，?]{0,4}(?:还[^原要]|又|反倒|反而|没有?)|[^,，?]{0,4}(?:换|停|降|涨|跌|变|推迟|取消)[^,，?]{0,4}了[?]?$)"
        ),
    ),
    (
        Expected.LIST,
        re.compile(r"(?:分别|依次)[^,，?]{0,6}(?:谁|哪)|有谁|哪些人|前[两二三四五六八十]名"),
    ),
    (
        Expected.OTHER,
        re.compile(
            r"谁(?:来|负责|是)*(?:承[建办担]|中标|夺标|竞得|拍得|收购|接盘|冠名|赞助|主办|举办|施工|研[制发]|管(?![理家着])|出钱|付钱|买单|掏钱|[出付掏][?]?$|维修|运营)"
            r"|归谁(?:管|所有|负责)?[?]?$|伙伴是谁|由谁(?:来)?(?:管理?|承担|出[资钱]?|付[钱款]?)[?]?$|[和与同跟]谁[^,，?]{0,3}(?:签|合作|结对|联合)"
        ),
    ),
    (
        Expected.PERSON,
        re.compile(
            rf"谁|哪[一两三几]?位|何人|哪个人|姓什么|什么人|^叫什么名|{_CALLED}(?:名字?)?(?:[?]?$|[,，])"
        ),
    ),
    (
        Expected.DATE,
        re.compile(
            rf"{ASKS_WHEN}|哪[一几]?[年月日天]|(?<!第)(?<!拘留)(?<!为期)(?<!历时)几(?:月|号(?![楼线院门])|点(?![建意要希思看])|[日时])|(?:周|星期|礼拜)几(?![次天回节班趟场])|[西公]元几年|哪个月"
        ),
    ),
    (
        Expected.NUMBER,
        re.compile(
            r"多少|(?<![哪没好])(?!(?<=十)几[^?]*(?:什么|谁|哪))(?!(?<=每隔)几[^,，?]{1,3}[就便都])几(?![乎何率内])|(?:[打拨]通?|拨打)(?:什么|哪个|啥)(?:电话|号码?|热线)|哪个(?:电话|号码)|(?<![许很众更最])多(?:大(?!学)|[长高远重久宽深沉厚])|百分之|第几|[什啥]么?价[钱格]?[?]?$"
        ),
    ),
    (
        Expected.PLACE,
        re.compile(
            r"哪里|哪儿|何处|何地|什么地方|在哪(?![些几])|哪个?(?:村|镇|乡|区|县|市|街|省|国|社区|地方)"
        ),
    ),
    (Expected.LIST, re.compile(r"哪些|哪[两几三四五]|分别")),
    (Expected.MANNER, re.compile(r"怎么(?!了[?]?$)|怎样|如何")),
    (
        Expected.YES_NO,
        re.compile(
            r"(?:吗|(?<![什怎])么)(?:\s*[?？]?$|[?？,，])|是否|是不是|有没有|能不能|对不对|[^\W没有]没有?\s*[?？]?$"
        ),
    ),
)

# What asks, wherever it stands
ASKING = re.compile(
    r"什么时候|什么|谁|哪里|哪些|哪[年月日天个位儿]|(?<=[在去到往])哪|多少|几|怎么样?|如何|为什么|为何|是否"
    r"|有多(?!少)|多[大长高远久]"
)

# `管着几只基金的那位经理,|之前在哪家银行?`
_FEW = re.compile(r"几[个只位家名条天年]")
_ASKS_ELSE = re.compile(r"什么(?!时)|啥(?!时)|谁|哪[个家位里儿所]")
_PAUSE = re.compile(r"[,，]")

_SEVERAL = frozenset({Expected.REASON, Expected.MANNER, Expected.LIST})


def expected_answer(question: str) -> Expected:
    """Return the kind of answer that `question` asks for."""
    folded = fold(question).strip()
    last = _PAUSE.split(folded.rstrip("?"))[-1]
    asked = last if _FEW.search(folded) and _ASKS_ELSE.search(last) else folded
    return next((kind for kind, words in _KINDS if words.search(asked)), Expected.OTHER)


def takes_several_sentences(expected: Expected) -> bool:
    """Return whether an answer of this kind may need more than one sentence."""
    return expected in _SEVERAL
