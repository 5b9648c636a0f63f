"""Finds what may be the name of a place in a sentence: by how it ends, or because it is known."""

from __future__ import annotations

import re

from qa.forms.places.regions import country_names, place_names
from qa.likeness import word_places
from qa.types import Span

# `青湾区鹭汀街道`, `石门翁水库`, `区党群服务中心`
LOCALITY = re.compile(
    r"(?:(?:(?![的了是在不也就他她它我你您们这那把被])[\u4e00-\u9fff]){2,10}?(?:省|市|区|县|镇|乡|村|街道|社区|大街|大道|路|街|巷|弄|胡同|广场|公园|水库|学校|小学|中学|大学|[一二三四五六七八九十]中(?!全)|[附职]中|完小|中心校|医院"
    r"|中心|站|馆|楼|桥|江|河|湖|山|园|厂|场|院|店|所|处|[路港出入门河窗渡关村]口|厅|室|岛|港|寺|州|湾|城|礼堂|会堂|码头))+"
    r"(?:[一二三四五六七八九十]中(?!全)|[附职]中|中心校)?(?:[东南西北](?:侧|边|面|头|岸|街|路))?"
)

# `梧桐大道|66号3号楼`, `购物中心|5楼`
_WITHIN = re.compile(
    r"(?:\d+(?:-\d+)?号(?:院|附\d+号)?)?(?:\d+号?[楼栋])?(?:(?:\d+|[一二三四五六七八九十]{1,2})[层楼室])?"
)

# `卓然是哪里人?`, `平沙|籍导演卓然`
_ORIGIN_ASKED = re.compile(r"哪[里儿个]?的?人[?]?$|籍贯|老家")
_ORIGIN = re.compile(r"[\u4e00-\u9fff]{2}(?:[省市县区州][\u4e00-\u9fff]{0,3})?(?=籍(?![贯]))")
# `小熊猫从哪里来?`, `来自|成都|的小熊猫`
_CAME_ASKED = re.compile(r"从哪[里儿]?(?:来|运来|引进)|来自(?:哪|什么地方)|哪[里儿]来的")
_CAME = re.compile(r"(?<=来自)(?!全国|各地|不同|世界)[\u4e00-\u9fff]{2,10}?(?=[的、,，。;；“]|$)")
# `哪国的?`, `哪个国家?`
_COUNTRY_ASKED = re.compile(r"哪一?国|[哪什]个?么?国家")

# `老干部活动中心|在哪?`
_WHERE_IS = re.compile(r"^(?P<thing>[^,，。;；?]{2,12}?)(?:到底|究竟|现在)?(?:是?在|位于)哪")
# `石岗县|老干部活动中心`
_OF_TOWN = re.compile(r"[\u4e00-\u9fff]{0,4}[省市县]")

# Words that are no part of a name
_NO_NAME = re.compile(
    r"[和与及为等由经对将从或向把被让给年月日号时于以并而又再来去到至因说称有同用才都还很更最每该本各跟]|因为|进行|举行"
    r"|召开|开展|通过|以及|根据|按照|参加|出席|访问|位于|[止起始]于|起自|来自|前往|走进|组织|经过|全国|各地|正在|已经|可以|成为|所有|其他"
    r"|日起|[迁搬][入至到往]|[这一][个座家]|[今昨当]天|[昨近当]日|[上下]午|晚上|首次|开始|负责|会见"
    r"|[上下]?半场|[主客]场"
)


def localities(question: str, sentence: str) -> list[Span]:
    """Return the pieces of a folded `sentence` that may name the place that is asked for.

    Where the question asks for a country, only countries; where somebody is from, what is told so.
    """
    if _COUNTRY_ASKED.search(question):
        return [Span(*match.span()) for match in country_names().finditer(sentence)]
    if _ORIGIN_ASKED.search(question) and (of := list(_ORIGIN.finditer(sentence))):
        return [Span(*match.span()) for match in of]
    if _CAME_ASKED.search(question) and (places := list(_CAME.finditer(sentence))):
        return [Span(*match.span()) for match in places]
    ending = _ending_as_places(sentence) if LOCALITY.search(sentence) else []
    ending = [one for one in ending if not is_thing_itself(question, sentence[one.start : one.end])]
    known = (Span(*match.span()) for match in place_names().finditer(sentence))
    found = [one for one in known if not any(other.holds(one) for other in ending)]
    return sorted((*ending, *found), key=lambda one: one.start)


def is_thing_itself(question: str, place: str) -> bool:
    """Return whether a place is the thing itself that is asked where it is: `县|老干部活动中心`.

    With its town at most: `富康路|新市场` tells where the new market is.
    """
    asked = _WHERE_IS.match(question)
    if not asked or not place.endswith(asked["thing"]):
        return False
    return bool(_OF_TOWN.fullmatch(place.removesuffix(asked["thing"])))


def _ending_as_places(sentence: str) -> list[Span]:
    words = word_places(sentence)
    edges = {place for word in words for place in word}
    names_alone = list(sentence)
    for start, end in words:
        if _NO_NAME.fullmatch(sentence, start, end):
            names_alone[start:end] = " " * (end - start)
    spans = (Span(*match.span()) for match in LOCALITY.finditer("".join(names_alone)))
    named = [one for one in spans if one.start in edges and one.end in edges]
    return [Span(one.start, end_within(sentence, one.end)) for one in named]


def end_within(sentence: str, end: int) -> int:
    """Return where a place that ends at `end` of a folded sentence ends with number and floor."""
    within = _WITHIN.match(sentence, end)
    return within.end() if within else end
