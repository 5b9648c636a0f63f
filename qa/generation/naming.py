"""Finds what a sentence names: persons, places and bodies, and what is written in Latin letters.

A name is what is cut like one. Ordinary words that end as the names of places do (`前往公园`) name
nothing, nor do words that begin with a surname (`周三`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from embeddings import bundled_encoder
from qa.forms.persons.names import OFFICE, SPEAKS, SURNAMES, may_be_names, names
from qa.forms.persons.offices import HEAD
from qa.forms.persons.people import people
from qa.forms.places.regions import country_names, place_names, telling
from qa.forms.quantities.units import UNIT
from qa.likeness import word_places

if TYPE_CHECKING:
    from collections.abc import Iterator

_A_WORD = 2  # characters
# `陈主任`, `葛女士`: a surname with a title
_TITLE = re.compile(
    rf"(?P<surname>[{''.join(sorted(SURNAMES))}])(?:某|女士|先生|老师|老人|阿姨|大[爷妈姐叔哥]|师傅|同志|小姐|教授|主任|主席|书记"
    rf"|{HEAD}|经理|总|医生|律师|警官|记者|工|老)"
)
# `赵敏|报道`: what is cut into a name and more
_SPEAKS = re.compile(rf"{SPEAKS}|报道|知道|担任|称赞")
# `馆长叫|李雪松`: what stands before a name however it is cut (`李雪|松`)
_CALLED = re.compile(rf"(?:{OFFICE})(?:是|为|叫)?$")
_LONGEST_CALLED = 8  # characters
_FULL_NAME = 3  # characters
# What no name holds: `安静地`, `王芳知`
_NO_NAME = frozenset("的了是在不这那说道地着过得和与及称就也都将被把从对向")

# `竹浦镇`, `实验小学`: a place or a body by its last characters, with the two before
_BODY = re.compile(
    r"(?=(?P<name>(?P<stem>[\u4e00-\u9fff]{2})"
    r"(?P<ending>街道|社区|公园|水库|小学|中学|大学|医院|公司|集团|[省市区县镇乡村局路街桥])))"
)
# `施工方为|桐海建设公司`, `由|桐海集团承建`: a body that is told to be one, whatever its words are
_TOLD_BODY = re.compile(
    r"(?:[为是由系叫])(?P<name>(?P<stem>[\u4e00-\u9fff]{2,12}?)(?:公司|集团|医院|大学|中学|小学))"
)
# What the name of such a body does not hold: `是几家公司`
_NOT_OF_TOLD_BODIES = frozenset("的在是和与及了个们有对向于被把让给将一每各该此这那某其家几多")
_OF_PLACES = tuple("省市区县")
_OF_CLOCKS = "时间"  # `北京|时间`
# `市|教育局`, `县|委`
_LED_BODY = re.compile(r"[省市区县镇乡村](?:[委长]|[\u4e00-\u9fff]{2,})")
_DIVISION = frozenset("省市区县镇乡村")
# `的`, `得离|公园`, `该镇`: what such a name does not start with, or hold
_NOT_OF_BODIES = frozenset(
    "的在是和与及从到至了个们有为由对向于按被把让给将也都还又很一二三四五六七八九十几每各全本该此这那某其得离距住过沿穿修建连往去来"
    "赴进入达抵经靠临设接前后上下内外说称等并使令因而则不无如比"
)
# `COVID`, `G107`
_LATIN = re.compile(r"[a-z][a-z0-9.-]*[a-z0-9]")
_COUNTED = re.compile(r"\d\s?$")  # `3 |mm`
# What is usually written so for Chinese words
_ABBREVIATED = {
    "who": "世卫 世界卫生组织",
    "ceo": "首席执行官 总裁",
    "cfo": "首席财务官",
    "cto": "首席技术官",
    "un": "联合国",
    "eu": "欧盟",
    "nato": "北约",
    "wto": "世贸 世界贸易组织",
    "imf": "货币基金组织",
    "nasa": "航天局 宇航局",
    "fbi": "联邦调查局",
    "fda": "药管局 药品监督管理局",
    "cdc": "疾控",
    "gdp": "国内生产总值 地区生产总值 生产总值",
    "cpi": "消费者价格指数 消费价格指数 居民消费价格",
    "ai": "人工智能",
    "app": "应用 客户端 软件",
    "covid": "新冠",
    "covid-19": "新冠",
    "nba": "篮球",
    "suv": "越野车",
    "ipo": "上市 首次公开募股",
    "it": "信息技术",
    "vr": "虚拟现实",
    "pm2.5": "细颗粒物",
    "wifi": "无线",
}


@dataclass(frozen=True, slots=True)
class Named:
    """What a text names."""

    text: str
    start: int
    otherwise: tuple[str, ...] = ()  # what names it as well
    words: tuple[str, ...] = ()  # which together name it as well
    is_person: bool = False


def named_in(folded: str) -> list[Named]:
    """Return what a folded text names."""
    edges = _edges(folded)
    return [
        *_persons(folded, edges),
        *_bodies(folded, edges),
        *_told_bodies(folded, edges),
        *_places(folded, edges),
        *_latin(folded),
    ]


def persons_in(folded: str) -> list[str]:
    """Return whom a folded text names."""
    return [one.text for one in _persons(folded, _edges(folded))]


def _edges(folded: str) -> dict[int, int]:
    """Return where the words of a text start, and where each ends."""
    return dict(word_places(folded))


def _persons(folded: str, edges: dict[int, int]) -> Iterator[Named]:
    told_until = 0
    for start, end in sorted(_may_be_persons(folded, edges), key=lambda span: (span[0], -span[1])):
        end -= bool(_SPEAKS.match(folded, end - 1))
        name = folded[start:end]
        if start < told_until or len(name) < _A_WORD or not _NO_NAME.isdisjoint(name):
            continue
        told_until = end
        if titled := _TITLE.match(folded, start):
            yield Named(titled.group(), start, (titled["surname"],), is_person=True)
        else:
            yield Named(name, start, is_person=True)


def _may_be_persons(folded: str, edges: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Yield where what is cut like a name is led or followed as names are."""
    cut_so = may_be_names(folded)
    for span, titled in names(folded):
        within = any(one.start < span.start < one.end for one in cut_so)  # `葛|兰芝住`
        if not within and (titled or span.end - span.start > _A_WORD) and folded[span.start] > "z":
            yield span.start, span.end
    yield from ((one.start, one.end) for one in cut_so if "·" in folded[one.start : one.end])
    for name in people(folded):
        start = folded.find(name)
        end = start + len(name)
        is_called = end - start == _FULL_NAME and _CALLED.search(
            folded[max(0, start - _LONGEST_CALLED) : start]
        )
        if is_called or _is_cut_so(start, end - bool(_SPEAKS.match(folded, end - 1)), edges):
            yield start, end


def _is_cut_so(start: int, end: int, edges: dict[int, int]) -> bool:
    """Return whether what starts with a surname is cut like a name: `赵|敏`, but not `周三`.

    One word it is only where it is the name of someone often in the papers.
    """
    alone = edges.get(start) == start + 1 and end in {*edges, *edges.values()}
    return alone or (edges.get(start) == end and end - start > _A_WORD)


def _bodies(folded: str, edges: dict[int, int]) -> Iterator[Named]:
    for match in _BODY.finditer(folded):
        name, stem, start = match["name"], match["stem"], match.start()
        is_whole = edges.get(start) == start + len(name)
        if not (is_whole or _ends_name(folded, match, edges)):
            continue
        if start not in edges or not _NOT_OF_BODIES.isdisjoint(stem):
            continue
        known = bool(place_names().fullmatch(stem))
        if known or not _is_word(stem):
            short = (stem,) if known and match["ending"] in _DIVISION else ()
            yield Named(name, start, short)


def _told_bodies(folded: str, edges: dict[int, int]) -> Iterator[Named]:
    """Yield the bodies that something is told to be, which the words of their names tell."""
    for match in _TOLD_BODY.finditer(folded):
        start, end = match.span("stem")
        if start in edges and _NOT_OF_TOLD_BODIES.isdisjoint(match["stem"]):
            words = tuple(_words_of(folded, start, end, edges))
            yield Named(match["name"], match.start("name"), words=words)


def _words_of(folded: str, start: int, end: int, edges: dict[int, int]) -> Iterator[str]:
    """Yield the words of a name, single characters that stand together as one: `桐海|建设`."""
    places = [(at, min(edges[at], end)) for at in range(start, end) if at in edges]
    for is_single, run in groupby(places, key=lambda place: place[1] - place[0] == 1):
        words = [folded[at:until] for at, until in run]
        yield from ["".join(words)] if is_single else words


def _places(folded: str, edges: dict[int, int]) -> Iterator[Named]:
    """Yield the provinces, prefectures and countries named by whole words, or `美国|总统`."""
    ends = set(edges.values())
    for match in place_names().finditer(folded):
        name, end = match.group(), match.end()
        ends_whole = end in ends or folded.startswith(_OF_PLACES, end)
        is_whole = ends_whole or country_names().fullmatch(name)
        if match.start() in edges and is_whole and not folded.startswith(_OF_CLOCKS, end):
            yield Named(name, match.start(), tuple(telling(name)))


def _ends_name(folded: str, match: re.Match[str], edges: dict[int, int]) -> bool:
    """Return whether the last word of a name is one: `柏坪|市`, `|市教育局`, but not `|市场`."""
    start, end = match.start("ending"), match.end("ending")
    word = folded[start : edges.get(start, start)]
    return end == start + len(word) or bool(_LED_BODY.fullmatch(word))


def _is_word(text: str) -> bool:
    return bundled_encoder().tokenizer.token_to_id(text) is not None


def _latin(folded: str) -> Iterator[Named]:
    for match in _LATIN.finditer(folded):
        if UNIT.fullmatch(match.group()) and _COUNTED.search(folded[: match.start()]):
            continue
        usual = _ABBREVIATED.get(match.group(), "").split()
        yield Named(match.group(), match.start(), tuple(usual))
