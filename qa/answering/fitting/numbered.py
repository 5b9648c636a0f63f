"""Tells where a text is of another thing of the kind, and of another number, than the one asked.

What is told of the bus 18 or of the second dose answers no question about the bus 28 or the third.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.dates.parts import number_in
from qa.forms.quantities.figures import numbers_in, series_in
from qa.text import fold

if TYPE_CHECKING:
    from qa.answering.evidence import Evidence

# `28路`, `3号楼`, `青龙巷12号`, `二期`, `z180`: things that are told apart by their number
_NUMBERED = re.compile(
    r"\d+(?:路|号(?:宿舍|教学|办公|住宅)?(?:楼|线|院|门|井|厂房|车间|机组|仓)|栋|中学|小学)|[\u4e00-\u9fff]{2}[路街巷弄道里]\d+号(?![楼线院栋])"
    r"|第[一二三四五六七八九十](?:(?![家次个批届天年季期位名座所进到去在])[\u4e00-\u9fff]){0,6}?"
    r"(?:厂|医院|支队|公司|幼儿园|食堂|法庭|泵站)"
    r"|(?<![\d号])\d+[楼层](?![上下道])|科目[一二三四]|[甲乙丙丁][组级]"
    r"|(?<![第一二三四五六七八九十])[一二三四五六七](?:食堂|号井|号矿|农场|分厂|车间|工区)|[一二三四五六七](?:营|旅|大队|中队|标段|中全会)"
    r"|[一二三四五六七八九十](?:桥|[中小](?![国央心学间时区型院部年等规全队]))"
    r"|(?<![\d第新上下近前后每一二三四五六七八九十])[二三四五]期(?![间待刊])|[a-z]+\d+"
)

# `7路:|终点站由五里桥缩至体育馆`
_LABEL = re.compile(r"[^,，。;；:：]{1,12}[:：]")
# What parts `3路` from `11路`
_FIGURES = re.compile(r"\d+|[一二三四五六七八九十甲乙丙丁]")

# `max 8` and `max-8` are one.
_IN_CODES = re.compile(r"(?<=[a-z])[ -](?=\d)")

# `第三中学` and `三中` are one, and so are `第三大桥` and `三桥`.
_IN_FULL = re.compile(
    r"第([一二三四五六七八九十])(?=大?桥|中学|小学)(?:大(?=桥))?|(?<=[一二三四五六七八九十][中小])学"
)

# `2024年8月31日`, `20点`, `第18次`, `max8`: what is no number of things, or is compared otherwise
_WHEN = re.compile(
    r"[a-z]+[ -]?\d+|第\d+|\d{1,2}[:：]\d\d|(?<!\d)(?:1\d|20)\d\d(?!\d)年?"
    r"|(?<!\d)[012789]\d年|\d+[月日号时点]|\d+[至到-](?=\d+[月日号时点])"
)

# `7亿多美元`, which a paper tells exactly
_ABOUT = re.compile(r"\d[\d.]*[百千万亿]*[多余](?=[\u4e00-\u9fff])")

# `第三|针`, `第12|届`; the first of something is often called otherwise, and `第二名` is `亚军`
_ORDINAL = re.compile(
    r"第(?!一[^十百千]|1\D)(?P<number>[一二三四五六七八九十百]+|\d+)(?P<of>(?![季名位的了是])[\u4e00-\u9fff])"
)
# `第二轮` may be told as `第二次`.
_TIME_AFTER_TIME = frozenset("次轮回批趟遍")
_UP_TO_99 = re.compile(r"\d+|[一二三四五六七八九]?十?[一二三四五六七八九]|[一二三四五六七八九]?十")
# `65岁|老人票价多少?`, which is told by what those from 60 on pay: `60岁以上|老人15元`
_OF_A_GROUP = re.compile(r"\d(?:周?岁|米)(?!多)")
_GROUP_TOLD = re.compile(r"\d(?:周?岁|米)(?:及?以[上下内]|[至到—~-]\d)|[至到—~-]\d+(?:周?岁|米)")


def lacks_number(question: str, whole: str) -> bool:
    """Return whether a question has a number in figures (not `哪两个`) that a text has in none.

    So it is with what is told apart by its number: `第三针`, `28路`.
    """
    if _numbered(question) - _numbered(whole) or _ordinals(question) - _ordinals(whole):
        return True
    if _is_another_of_series(question, whole):
        return True
    if _OF_A_GROUP.search(question) and _GROUP_TOLD.search(whole):
        return False
    found = numbers_in(_ABOUT.sub(" ", _WHEN.sub(" ", question)))
    wanted = {(one.value, one.percent) for one in found if one.text[0].isdigit()}
    return bool(wanted) and bool(wanted - {(one.value, one.percent) for one in numbers_in(whole)})


def is_of_another_number(question: str, one: Evidence, title: str, sentence: str) -> bool:
    """Return whether a sentence, or its title, is of another number, or of another of a series.

    Args:
        question: folded.
        one: the sentence.
        title: its title, folded.
        sentence: its text, folded.
    """
    return _is_another_of_series(question, f"{title}\n{sentence}") or _is_numbered_otherwise(
        question, one, title, sentence
    )


def _is_another_of_series(question: str, told: str) -> bool:
    """Return whether a text tells of others of a series, and not of the one asked about."""
    numbers = ((one.number, _in_series(told, one.of)) for one in series_in(question))
    return any(others and number not in others for number, others in numbers)


def _in_series(text: str, of: str) -> set[str]:
    """Return the numbers that `text` tells of a series."""
    return {one.number for one in series_in(text) if one.of == of}


def _is_numbered_otherwise(question: str, one: Evidence, title: str, sentence: str) -> bool:
    """Return whether a sentence is of things of the kind and of other numbers: `3路` for `11路`.

    A title that names several things of the kind (`3路11路改线`) does not tell of which one it is.
    """
    wanted = _numbered(question)
    if not wanted:  # of most questions, and there are many sentences
        return False
    kinds = _kinds(wanted)
    own, titled = (
        {name for name in _numbered(text) if _kinds({name}) <= kinds}
        for text in (f"{_label(one)}\n{sentence}", title)
    )
    told = own if own and len(titled) > 1 else own | titled
    return bool(told) and wanted.isdisjoint(told)


def _label(one: Evidence) -> str:
    """Return what the paragraph of a sentence is of, if it begins with that: `7路:`."""
    above = one.hit.article.text[: one.span.start].rpartition("\n")[2]
    label = _LABEL.match(fold(above))
    return label.group() if label else ""


def _kinds(names: set[str]) -> set[str]:
    """Return of which kinds things are that are told apart by their number: `路` of `3路`."""
    return {_FIGURES.sub("", name) for name in names}


def _numbered(text: str) -> set[str]:
    short = _IN_CODES.sub("", text).replace("高级中学", "中")
    return set(_NUMBERED.findall(_IN_FULL.sub(r"\1", short)))


def _ordinals(text: str) -> set[tuple[int | str, str]]:
    """Return the ordinals in `text`, the same in either kind of figures: `第十届`, `第10届`."""
    return {
        (_number(found["number"]), "次" if found["of"] in _TIME_AFTER_TIME else found["of"])
        for found in _ORDINAL.finditer(text)
    }


def _number(written: str) -> int | str:
    return number_in(written) if _UP_TO_99.fullmatch(written) else written
