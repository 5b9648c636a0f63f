"""Furniture: the words of a page that belong to no article, such as its folio line."""

from __future__ import annotations

import re
from functools import lru_cache

# `责任编辑 甲 美编 乙`, `本版责编:甲`
_STAFF = re.compile(
    r"\(?(?:本版|本期|值班|执行|责任|首席)*(?:责任?编辑?|责编|编辑|主编|美编|美术编辑|校对|版式|审读|审校|组版|检校"
    r"|总编辑?|编委|值班主任|排版|图编|视觉|统筹|监制|制图)(?:\s*[:/]|\s+(?=[\u4e00-\u9fff]))"
)
# `上一版 下一版`, `放大 缩小 默认`, `返回目录`
_WEB = re.compile(
    r"[\s|<>◀▶«»【】\[\]]*(?:(?:上一版|下一版|上一篇|下一篇|上一期|下一期|放大|缩小|默认|返回目录|返回首页|打印本页"
    r"|本版导读|版面导航|标题导航|朗读|分享到?|字体:?|大|中|小|pdf版?|关闭窗口?)[\s|<>◀▶«»【】\[\]+\-]*)+"
)
# `![](img/1.jpg)`, `<img src=…>`, `<div align="center">`, `---`, `|---|---|`
_MARKUP = re.compile(
    r"!\[[^\]]*\]\([^)]*\)|<(?:img|div|/div|br|hr|p|/p|center|/center)[^>]*>|[-_*=~—─═\s]{3,}|```.*"
    r"|\|(?:\s*:?-+:?\s*\|)+"
)
# `青岚日报`, `殷都周刊`, `QINGLAN RIBAO`: the masthead
_MASTHEAD = re.compile(
    r"[a-z\s]{2,24}(?:ribao|wanbao|chenbao|shangbao|zhoukan|daily|news|times|post)|"
    r"《?[\u4e00-\u9fff]{2,8}(?:日报|晚报|晨报|早报|时报|商报|快报|都市报|导报|周报|周刊|新报|青年报)》?(?:\s*[a-z\s]{4,30})?"
)
# `健康周刊`: a section's name
_SUPPLEMENT = re.compile(r"[\u4e00-\u9fff]{2,6}周刊")
# `导读`, `市民可在家门口办社保 5版`: what is on other pages
_INDEX = re.compile(
    r"(?:今日|本期|本报)?(?:导读|要目|看点|导览|目录)|.{4,40}?[\s…·.>▶→]+(?:详?见|刊)?(?:第?\s*[a-d]?\d{1,2}\s*版|[a-d]\d{1,2})"
)
# `讲文明 树新风 公益广告`: a slogan and what it is
_SLOGAN = re.compile(r"(?:[^。,]{0,24}[\s|·:]+)?公益广告(?:[\s|·:]+[^。,]{0,24})?")
# `页码:5 报纸:青山晨报 日期:2024年1月10日`: a folio as a form filled in
_FORM = re.compile(
    r"(?:[|/·\s]*(?:页码|版次|版号|版面|版名|报纸|报名|日期|期号|星期|栏目)\s*:\s*[^\s:|]{1,24}(?=[\s|/]|$)){2,}\s*"
)
# `2021年`, `民國110年`, `星期四`, `青岚日报 `: of the page itself
_OWN_PAGE = re.compile(r"\d{4}|民国|星期|周[一二三四五六日天]|[报刊](?:\s|$)|总第")
# `第3版`, `- 3 -`, `A03`, `03`
_PAGE_MARK = re.compile(
    r"[-—·\s]*(?:第?\s*(?:[a-d]?\s?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版|[a-d]\s?\d{1,3}|\d{1,3})[-—·\s]*"
)
# `2021年9月2日`, `2021-09-02`, `二〇二一年九月二日`, `中華民國110年9月2日`
_A_DATE = re.compile(
    r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}"
    r"|[〇零○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
    r"|(?:中华)?民国\s*[\d元〇零一二三四五六七八九十百]{1,6}\s*年"
    r"\s*[\d一二三四五六七八九十]{1,2}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日"
)
# The words that a folio line is made of.
_FOLIO_PARTS = {
    "date": _A_DATE,
    # `责编/景甜 美编/骆冰`
    "staff": re.compile(
        r"(?:责任编辑|责编|编辑|主编|美编|校对|版式|版面设计|组版|排版|检校|审读|审校|统筹|策划|(?:值班)?编委|值班主任)\s*[:/]?\s*[\u4e00-\u9fff]{2,3}(?![\u4e00-\u9fff])"
    ),
    # `星期四`, `周四`
    "weekday": re.compile(
        r"星期\s*[一二三四五六日天]|(?<![\u4e00-\u9fff])周[一二三四五六日](?![\u4e00-\u9fff])"
    ),
    # `第03版:要闻`, `3版`, `A3`
    "page": re.compile(
        r"(?:第\s*[a-d]?\d{1,3}\s*版|(?<!\d)[a-d]?\d{1,3}\s*版|第[一二三四五六七八九十]{1,3}版"
        r"|(?<![a-z\d])[a-d]\d{1,2}(?![a-z\d]))"
    ),
    # `总第12345期`, `第128期`
    "issue": re.compile(r"总?第?\s*\d{2,6}\s*期|总第\s*\d{1,6}\s*[号期]?"),
    # `CN 41-0021`, `国内统一连续出版物号`, `邮发代号35-12`, `今日8版`, `零售价1元`
    "imprint": re.compile(
        r"(?:国内统一(?:连续出版物|刊)号|统一刊号|邮发代号|广告(?:经营)?许可证号?|今日\s*\d{1,3}\s*版|零售价?|定价|每份|代号|刊号)"
        r"[:\s]*(?:cn)?\s*[\d.\-/元角]*(?:[\u4e00-\u9fff]{1,6}字\d+号)?|\bcn\s*\d{2}[-—]\d{4}(?:/[a-z\d]+)?"
    ),
    # `农历辛丑年七月廿六`
    "lunar": re.compile(
        r"(?:农历)?\s*[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年?\s*[闰正一二三四五六七八九十冬腊月初廿卅]{2,6}"
        r"|农历[闰正一二三四五六七八九十冬腊]{1,3}月[初一二三四五六七八九十廿卅]{1,3}"
    ),
    # `多云转晴 18℃~27℃`, `天气预报`
    "weather": re.compile(
        r"(?:今日|今天|明天|夜间|白天)?(?:天气(?:预报)?[:\s])?(?:(?:晴|多云|阴|小雨|中雨|阵雨|雷阵雨|大雨|小雪)"
        r"(?:转|到|间)?)+\s*(?:[东南西北偏微]{1,4}风[\d\-~到级]*\s*)?-?\d{1,2}\s*[℃度]?\s*[-~—到至/]\s*-?\d{1,2}\s*[℃度]"
    ),
    # `www.example.cn`, `新闻热线:0372-2550000`, `E-mail:…`
    "contact": re.compile(
        r"(?:https?://|www\.)[\w./\-]+|[\w.\-]+@[\w.\-]+|(?<![系询名约案公查助领理督])(?:新闻|投稿|服务|广告|订阅|发行)?(?:热线|电话|邮箱|微信|网址)"
        r"\s*:?\s*[\d\-]{7,13}|e-?mail\s*:?"
    ),
    # `地址:文峰大道18号`, `邮编:455000`
    "address": re.compile(r"[地社]址:[\u4e00-\u9fff\d]{4,24}|邮编[:\s]*\d*"),
    # `殷都周刊社出版`, `某某主管主办`
    "publisher": re.compile(
        r"[\u4e00-\u9fff]{2,16}(?:社出版|主管|主办|编印|承印|印刷)|印刷:[\u4e00-\u9fff]{4,16}"
    ),
}
# What every folio line has one of; looked for first, since most lines have none.
_FOLIO_HINT = re.compile(
    r"\d|版|星期|周[一二三四五六日]|年|期|号|址|℃|农历|主办|主管|出版|编印|印刷|www|@"
)
# `3 岚江日报 2024年5月7日`, `岚江日报 2024年5月7日 社会 3`
_NUMBER_AT_EDGE = re.compile(r"^\s*\d{1,2}\s|\s\d{1,2}\s*$")
# `岚江日报 2024年5月7日`
_DATED_MASTHEAD = re.compile(
    r"^[\u4e00-\u9fff]{2,6}[报刊]|[\u4e00-\u9fff]{2,6}[报刊]$|副刊|专刊|连载"
)
# `本版稿件除署名外均据新华社`
_ABOUT_PAGE = re.compile(r"本[版期](?:稿件|图片|照片|文字|内容|文图)[^。]{2,30}")
# `要闻 02`, `06 综合`, `YAOWEN`, `LOCAL NEWS 本地新闻`: a page's name and number, at its top
_NAMED_PAGE = re.compile(
    r"[a-z][a-z &'.]{3,30}(?:[\u4e00-\u9fff·]{2,8})?\s*[a-d]?\d{0,2}"
    r"|[\u4e00-\u9fff·]{2,8}\s*[a-d]?\d{1,2}|[a-d]?\d{1,2}\s*[\u4e00-\u9fff·]{2,8}"
)
_FORMS = (_MARKUP, _WEB, _MASTHEAD, _PAGE_MARK, _INDEX, _SLOGAN, _FORM, _ABOUT_PAGE)
_ANY_FORM = re.compile("|".join(f"(?:{form.pattern})" for form in _FORMS))
_STRONG = frozenset(
    {"weekday", "page", "issue", "imprint", "weather", "publisher", "lunar", "staff", "address"}
)
_CONTACT = frozenset({"contact", "address"})
# `新闻热线`, `社址`, `广告部`: how to reach the paper, and nobody that it writes of
_OF_PAPER = re.compile(
    r"新闻(?:热线|报料)|报料|社址|本[报刊版社]|编辑部|(?:广告|发行|订阅|征订)(?:热线|电话|部)"
)
# `今日天气`, `天气预报`: names the forecast below it
_FORECAST = re.compile(r"(?:[今明后][日天]|本周|一周)?天气(?:预报)?")
_LATIN_WORD = re.compile(r"[a-z]+")  # `ribao`: the same as the characters beside it
_MOST_OTHER_CHARACTERS = 14
_LONGEST_FOLIO = 160


def is_furniture(folded: str, *, may_be_section: bool = False) -> bool:
    """Say whether a folded line can only be furniture: its form tells, wherever it stands.

    A heading such as `健康周刊`, or such a line below the top, may name a section, not the paper.
    """
    if len(folded) > _LONGEST_FOLIO or (may_be_section and _SUPPLEMENT.fullmatch(folded)):
        return False
    if _ANY_FORM.fullmatch(folded):
        return True
    if _STAFF.match(folded) and len(folded) <= 80 and "。" not in folded:
        return True
    return is_folio(folded)


def is_markup(folded: str) -> bool:
    """Say whether a folded line is markup, such as that of a picture: `![](img/b12.jpg)`."""
    return bool(_MARKUP.fullmatch(folded))


def is_index(folded: str) -> bool:
    """Say whether a folded line tells what is on another page: `市民可在家门口办社保 5版`."""
    return bool(_INDEX.fullmatch(folded)) and not _OWN_PAGE.search(folded)


def is_named_page(folded: str) -> bool:
    """Say whether a folded line reads as a page's name with its number: `要闻 02`."""
    return bool(_NAMED_PAGE.fullmatch(folded.strip()))


def is_date_alone(folded: str) -> bool:
    """Say whether a folded line is a full date and nothing else.

    Such a line is a folio at the top of a page, and the end of a notice below.
    """
    return bool(_A_DATE.fullmatch(folded.strip()))


def is_folio(folded: str) -> bool:
    """Say whether a folded line is made of folio parts: `2021年9月2日 星期四 第03版 要闻`.

    How to reach somebody is none by itself, since articles tell it too.
    """
    return not _folio_parts(folded) <= _CONTACT


def is_contact(folded: str) -> bool:
    """Say whether a folded line tells how to reach somebody and no more: `热线:0372-2550000`."""
    parts = _folio_parts(folded)
    return bool(parts) and parts <= _CONTACT


def is_contact_of_paper(folded: str) -> bool:
    """Say whether a folded line tells how to reach the paper itself: `新闻热线:0372-2550000`."""
    return bool(_OF_PAPER.search(folded)) and is_contact(folded)


def names_forecast(folded: str) -> bool:
    """Say whether a folded line is the name of a weather forecast: `今日天气`."""
    return bool(_FORECAST.fullmatch(folded.strip()))


def is_forecast(folded: str) -> bool:
    """Say whether a folded line is made of a day's weather: `今天:多云转晴 18℃~27℃`."""
    return _folio_parts(folded) == {"weather"}


@lru_cache(maxsize=1024)
def _folio_parts(folded: str) -> frozenset[str]:
    """The kinds of parts that a folio line is made of; none for any other line."""
    if "。" in folded or folded.endswith(("!", "?")) or not _FOLIO_HINT.search(folded):
        return frozenset()
    rest, kinds = folded, set()
    for kind, pattern in _FOLIO_PARTS.items():
        rest, count = pattern.subn(" ", rest)
        if count:
            kinds.add(kind)
    if kinds and _NUMBER_AT_EDGE.search(rest):
        kinds.add("page")
    other = _LATIN_WORD.sub("a", re.sub(r"[\s:|丨·,/\-—()<>《》.°]+", "", rest))
    strong = len(kinds & _STRONG) + ("date" in kinds) + ("contact" in kinds)
    if not strong or re.search(r"[。,;!?]", rest):
        return frozenset()
    if kinds == {"date"}:
        fits = 2 <= len(other) <= 6 and bool(_DATED_MASTHEAD.search(folded))
    elif kinds == {"issue"} and re.search(r"\d", other):  # `排列五第153期:26618`
        fits = False
    else:
        fits = len(other) <= (_MOST_OTHER_CHARACTERS if strong > 1 else 8)
    return frozenset(kinds) if fits else frozenset()
