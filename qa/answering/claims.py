"""The numbers, dates and names that a text claims, in forms that can be compared.

An answer may write `851400剂` where the paper writes `85.14万剂`, and `2024年8月31日` where it
writes `昨日`: what is compared is the value of a number and the days of a date.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qa.answering.names import SURNAMES
from qa.answering.units import kind_counted
from qa.dates import mentions
from qa.text import fold, is_chinese

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from qa.types import Article, DateMention, Edition

_LONGEST_UNIT = 4  # characters
_UNITS = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"万": 10**4, "亿": 10**8, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}

# `85.14万`, `1,189`, `53.6%`, `1.3 million`, `2千`
_IN_DIGITS = re.compile(
    r"(?<![\d.])(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)\s?"
    r"(?P<scale>thousand\b|million\b|billion\b|[十百千]?万?亿?)(?P<percent>\s?%|个百分点|成)?"
)
# `三十六`, `两次`, `百分之五十`, `四成`; but not `一致`, `第一针`, `三三两两`
_IN_CHARACTERS = re.compile(
    r"(?P<of_hundred>百分之)?(?<![第其万])"
    r"(?P<characters>[〇零一二三四五六七八九十百千万亿两]{2,}(?:点[〇零一二三四五六七八九]+)?"
    r"|[二三四五六七八九十两](?=[个名人位户家次场条座栋部辆台件项只口亩吨元天年月周届期站村成倍]))"
    r"(?P<tenths>成)?"
)

# `二〇二一年`: written digit by digit
_DIGIT_BY_DIGIT = re.compile(r"[〇零一二三四五六七八九]{2,}")

# `8月31日`, `2024年`: a date that is not told only by when it is read, as `昨日` is
_WRITTEN_OUT = re.compile(r"[\d〇零一二三四五六七八九十]+\s*[年月日号]|\d[-/.]\d")

_MONTHS = "january february march april may june july august september october november december"
_MONTH = rf"(?P<month>{'|'.join(_MONTHS.split())})"
# `August 31, 2024`, `31 August`, `September 2024`
_ENGLISH_DATE = re.compile(
    rf"(?:(?P<first>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? )?\b{_MONTH}\b"
    r"(?: (?P<day>\d{1,2})(?:st|nd|rd|th)?\b(?!\d))?(?:,? (?P<year>(?:19|20)\d\d)\b)?"
)

# `“第一针”`, `《题》`: what claims to be printed so
_QUOTED = re.compile(r"[“《「『]([^“”《》「」『』]{2,})[”》」』]")

# Family names; without those that most often begin other words: `主任和`, `主席来`
_SURNAMES = "".join(sorted(SURNAMES - set("任和来向原时成南官班封惠束汝谈乐文")))
_TITLES = (
    "主席|书记|主任|局长|[镇乡区县市省院校园科处厅部队组所馆会村社台行站]长|经理|总裁|总监|负责人|教授|老师"
    "|医生|护士|记者|通讯员|司机|工程师|研究员|村民|居民|市民|学生|民警|队员|党员|代表|委员|作者|丈夫|妻子|名叫"
    "|孙女|孙子|女儿|儿子|父亲|母亲|爷爷|奶奶|外婆|老人|教师|师傅|驾驶员|会计|岁的"
)
_SPEAKS = "说|道|介绍|表示|告诉|认为|担任|出任|提醒|回忆|解释|坦言"
# What tells of a person: `沈秋月|出生于`, `何铁山|今年48岁`, `邢远航|获得`
_DOES = "出生|今年|现在|加入|当选|获得|夺得|带领|坐|架着|站在|每"
# `主席李爱民`, `局长是方晓川。`, `李爱民说`: a person's name by what stands before or after it
_PERSON = re.compile(
    rf"(?:{_TITLES})(?:是|为|叫)?(?P<titled>[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}?)"
    rf"(?=[,，。;；、!?\[(]|$|{_SPEAKS}|{_DOES}|任|等|的|在|于|向|和|与)"
    rf"|(?:是|为|叫|由)(?P<named>[{_SURNAMES}][\u4e00-\u9fff]{{1,2}})(?=[,，。;；!?\[(]|$|{_DOES})"
    rf"|(?:^|[,，。;；:：、\s的])(?P<speaks>[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}?)"
    rf"(?={_SPEAKS}|{_DOES})"
)
# `曲子`, `车子`
_THING = re.compile(r"[^孔]子")
# What no person is called: `商户去` is a surname's character with two others
_NOT_IN_NAMES = frozenset("的了是在去不这那户们个")
# `竹浦镇`, `第二实验小学`: a place or a body by its last character, with the two before it
_NAMED_BODY = re.compile(
    r"(?<![这那该此全各本某每])(?![这那该此全各本某每两几整][个座家所条]?)"
    r"[\u4e00-\u9fff]{2}(?:街道|社区|公园|水库|小学|中学|大学|医院|公司|集团|[省市区县镇乡村局路街桥])"
)
# What such a name may start with that is not of it: `在石鼓|乡`, `和竹浦镇`
_NOT_OF_NAMES = frozenset(
    "的在是和与及从到至了个们有为由对向于按被把让给将也都还又很一二三四五六七八九十"
)

# `COVID`, `GDP`
_LATIN = re.compile(r"[a-z][a-z0-9.-]*[a-z0-9]")


@dataclass(frozen=True, slots=True)
class Claim:
    """A number, date or name of a text, as it is written there."""

    text: str
    value: float | None = None  # of a number
    percent: bool = False
    days: DateMention | None = None  # of a date
    kind: str = ""  # of what a number counts, where its unit tells: `money`


def claims(text: str, day: date | None) -> list[Claim]:
    """Return what of `text` must be found in what it cites.

    Args:
        text: a sentence of an answer, without its citations.
        day: date of the edition that is cited, which a date without its year is near to.
    """
    folded = fold(text)
    dates = [one for one in mentions(text, day) if _WRITTEN_OUT.search(folded[one.start : one.end])]
    dates += _english_dates(folded, day)
    for one in dates:
        folded = folded[: one.start] + " " * (one.end - one.start) + folded[one.end :]
    found = [Claim(text[one.start : one.end], days=one) for one in dates]
    found += numbers_in(folded)
    if is_chinese(text):
        found += [Claim(name) for name in _names(folded)]
    return list(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Support:
    """What a quote with the place that it is from says, ready to be compared with claims."""

    text: str  # folded, without spaces
    numbers: tuple[Claim, ...]
    days: tuple[tuple[date, date], ...]

    def holds(self, claim: Claim) -> bool:
        """Return whether the quote holds what is claimed."""
        if claim.days:
            return any(
                claim.days.since <= since and until <= claim.days.until
                for since, until in self.days
            )
        if claim.value is not None:
            return any(_is_same_number(claim, one) for one in self.numbers)
        return claim.text.replace(" ", "") in self.text


def support(article: Article, edition: Edition, start: int, end: int) -> Support:
    """Return what `article.text[start:end]` says, and what is printed over it.

    The edition's own day is not among it: that is no day of what it tells.
    """
    printed = (article.banner, article.kicker, article.headline, article.subhead, article.page)
    people = (*article.reporters, *article.correspondents, edition.paper)
    text = fold("\n".join((article.text[start:end], *printed, *people)))
    days = [(one.since, one.until) for one in _within(article.dates, start, end)]
    return Support(text.replace(" ", ""), tuple(numbers_in(text)), tuple(days))


def together(supports: Iterable[Support]) -> Support:
    """Return what several quotes say together."""
    known = list(supports)
    return Support(
        "\n".join(one.text for one in known),
        tuple(number for one in known for number in one.numbers),
        tuple(days for one in known for days in one.days),
    )


def _is_same_number(one: Claim, other: Claim) -> bool:
    counts_else = one.kind and other.kind and one.kind != other.kind
    return (one.value, one.percent) == (other.value, other.percent) and not counts_else


def _english_dates(folded: str, day: date | None) -> Iterator[DateMention]:
    """Yield the dates that are written in English, read as the same ones in Chinese."""
    for match in _ENGLISH_DATE.finditer(folded):
        number = match["day"] or match["first"]
        year = f"{match['year']}年" if match["year"] else ""
        if not number and not year:
            continue  # `May` may be a verb
        month = _MONTHS.split().index(match["month"]) + 1
        written = f"{year}{month}月" + (f"{number}日" if number else "")
        for one in mentions(written, day)[:1]:
            yield replace(one, start=match.start(), end=match.end())


def _within(dates: Iterable[DateMention], start: int, end: int) -> Iterator[DateMention]:
    return (one for one in dates if start <= one.start and one.end <= end)


def numbers_in(folded: str) -> list[Claim]:
    """Return the numbers of a folded text."""
    found = []
    for match in _IN_DIGITS.finditer(folded):
        value = float(match["digits"].replace(",", "")) * _scale(match["scale"])
        found.append(_number(match, value, match["percent"] or ""))
    for match in _IN_CHARACTERS.finditer(folded):
        of_hundred = "%" if match["of_hundred"] else match["tenths"] or ""
        found.append(_number(match, _value(match["characters"]), of_hundred))
    return found


def _number(match: re.Match[str], value: float, share: str) -> Claim:
    whole = round(value * 10 if share == "成" else value, 6)
    kind = kind_counted(match.string[match.end() : match.end() + _LONGEST_UNIT])
    return Claim(match.group().strip(), whole, bool(share), kind=kind)


def _scale(word: str) -> float:
    scales = _SCALES | _UNITS
    return float(math.prod(scales[part] for part in ([word] if word in scales else word)))


def _value(characters: str) -> float:
    """Return the number that Chinese numerals write: `三十六`, `二〇二一`, `五十三点六`."""
    whole, _, decimals = characters.partition("点")
    if _DIGIT_BY_DIGIT.fullmatch(whole):
        value = float("".join(str(_DIGITS[one]) for one in whole))
    else:
        value = _counted(whole)
    decimal: float = sum(_DIGITS[one] / 10**place for place, one in enumerate(decimals, 1))
    return value + decimal


def _counted(numerals: str) -> float:
    total, section, digit = 0, 0, 0
    for one in numerals:
        if one in _DIGITS:
            digit = _DIGITS[one]
        elif one in _UNITS:
            section += (digit or 1) * _UNITS[one]
            digit = 0
        else:
            if one == "亿":  # of all before it: `一万三千亿`
                total = (total + section + digit or 1) * _SCALES[one]
            else:
                total += (section + digit or 1) * _SCALES[one]
            section = digit = 0
    return float(total + section + digit)


def people(text: str) -> list[str]:
    """Return the persons whom `text` names, as far as a title or what they do tells."""
    found = (next(filter(None, match.groups())) for match in _PERSON.finditer(fold(text)))
    return [
        name
        for name in dict.fromkeys(found)
        if _NOT_IN_NAMES.isdisjoint(name) and not _THING.fullmatch(name)
    ]


def _names(folded: str) -> Iterator[str]:
    yield from (match[1] for match in _QUOTED.finditer(folded))
    yield from people(folded)
    for match in _NAMED_BODY.finditer(folded):
        if _NOT_OF_NAMES.isdisjoint(match.group()[:2]):
            yield match.group()
    yield from (match.group() for match in _LATIN.finditer(folded))
