"""The numbers and times of day in a text, in forms that can be compared.

An answer may write `851400剂` where the paper writes `85.14万剂`, `2/3` for `三分之二`, and `17:00`
for `下午5点`: what is compared is the value.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from decimal import Decimal

from qa.forms.quantities.units import kind_counted
from qa.text import blanked
from qa.types import Span

_LONGEST_UNIT = 6  # characters
_UNITS = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"万": 10**4, "亿": 10**8, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_NUMERAL = "〇零一二三四五六七八九十百千万亿两"
# What is counted one by one: `五|级`, `三|支`
_MEASURES = (
    "个名人位户家次场条座栋部辆台件项只口亩吨元天年月周届期站村成倍级支批组队类份张楼层章节岁米种所间头匹对套根颗粒本册篇"
    "封首幅笔宗例趟遍圈轮班列排行段股镇乡县市区省国秒"
)

# `85.14万`, `1,189`, `851 400`, `53.6%`, `1.3 million`, `2千`, but not the `千` of `15千瓦`
_IN_DIGITS = re.compile(
    r"(?P<part>百分之|千分之|万分之)?(?<![\d.])"
    r"(?P<digits>(?<![a-z])\d{1,3}(?: \d{3})+(?![\d,.])|\d+(?:,\d{3})*(?:\.\d+)?)(?:"
    r"分之(?P<over>\d{1,3})|\s?"
    r"(?P<scale>thousand\b|million\b|billion\b|(?:十|百|千(?![瓦克米卡伏帕]))?万?亿?)"
    r"(?P<share>\s?%|\s?‰|\s?per ?cent\b|个百分点|成(?![功为立员果年效长]))?)"
)
# `2/3`, but not `2023/24` and `4/5g`
_SLASHED = re.compile(r"(?<![\d./])(?P<part>[1-9]\d?)/(?P<whole>[1-9]\d?)(?![\d./a-z])")
# `三十六`, `两次`, `百分之五十`, `三分之二`, `四成`; but not `一致`, `第一针`, `三三两两`
_IN_CHARACTERS = re.compile(
    rf"(?P<part>百分之|千分之|万分之)?(?<![第其万])(?:(?P<over>[{_NUMERAL}]+)分之)?"
    rf"(?P<characters>[{_NUMERAL}]{{2,}}(?:点[〇零一二三四五六七八九]+[万亿]?)?"
    rf"|(?<=分之)[{_NUMERAL}]|[二三四五六七八九十两](?=[{_MEASURES}]|小时|公[里斤顷分]))"
    r"(?P<share>成(?![功为立员果年效长])|个百分点)?"
)
_HALF = re.compile(r"一半")
# `二〇二一年`: written digit by digit
_DIGIT_BY_DIGIT = re.compile(r"[〇零一二三四五六七八九]{2,}")
# `第三|届`, `第3|届`, `2nd dose`
_ORDINAL = re.compile(
    rf"第(?P<nth>\d+|[{_NUMERAL}]+)(?P<page>版)?|(?<![\d.])(?P<english>\d+)(?:st|nd|rd|th)\b"
)

# `启明十二号`, `初一(3)班`: one of a series, told apart by its number; but not `本月十二号`
_SERIES = re.compile(
    rf"(?P<of>[\u4e00-\u9fff]{{2}})(?<![月周日天年到至在于自从是为这那第的了前后和与及约共每编\d{_NUMERAL}])"
    r"(?P<number>\d{1,12}|[一二三四五六七八九十百]{1,12})号(?![楼线院栋文])"
    r"|(?P<school>[初高])(?P<grade>[一二三])\(?(?P<class>\d{1,12}|[一二三四五六七八九十]{1,12})\)?班"
)

# Of one kind, and how many of its smallest each is: `0.5|公里` is `500|米`.
_MEASURED = {
    "area": {
        "平方公里": 1e6, "平方千米": 1e6, "公顷": 1e4, "亩": 2000 / 3, "平方米": 1.0, "平米": 1.0,
        "㎡": 1.0, "square km": 1e6, "hectare": 1e4, "square met": 1.0,
    },
    "length": {
        "公里": 1e3, "千米": 1e3, "km": 1e3, "厘米": 0.01, "cm": 0.01, "毫米": 0.001, "mm": 0.001,
        "米": 1.0,
    },
    "weight": {"公斤": 1e3, "千克": 1e3, "kg": 1e3, "吨": 1e6, "斤": 500.0, "克": 1.0},
    "time": {
        "个小时": 3600.0, "小时": 3600.0, "分钟": 60.0, "秒": 1.0, "天": 86400.0, "周": 604800.0,
        "个星期": 604800.0, "星期": 604800.0,
    },
    "months": {"个月": 1.0, "年": 12.0},
    "dollars": {"美元": 1.0},
    "euros": {"欧元": 1.0},
    "yen": {"日元": 1.0},
    "yuan": {"元": 1.0, "块钱": 1.0, "yuan": 1.0},
    "times": {"倍": 1.0},
}  # fmt: skip
_MEASURE = {unit: (kind, of) for kind, units in _MEASURED.items() for unit, of in units.items()}
_UNIT = re.compile(
    rf"\s?[多余来几]?(?P<unit>{'|'.join(sorted(map(re.escape, _MEASURE), key=len, reverse=True))})"
)

# `三十|多万`
_AND_MORE = re.compile(r"[多余来几](?P<scale>[万亿])")
# `9|月`, `20|日`: what tells when, not how many
_WHEN = re.compile(r"\s?(?:月(?![薪饼球亮])|[日号](?![楼线院元常]))")
_OF_NOTHING = frozenset(("date", "page"))
# `85万|1400`, but not the `5` of `1.4万5G基站`
_GOES_ON = re.compile(r"[^.%]+[万亿]")
_WHOLE = 100.0  # percent; and no part of a number is less
# `近|1200`, `超过|1亿`, `1189|余`, `五成|以上`: which way a number is rounded
_ROUNDED = {
    "about": (
        re.compile(r"(?:约|大概|大致|差不多|about|around|roughly|some|approximately)\s?$"),
        re.compile(r"[^,，。;；、\d]{0,3}?(?:左右|上下)"),
    ),
    "under": (
        re.compile(r"(?:近|不到|不足|将近|nearly|almost|under|less than)\s?$"),
        re.compile(r"(?!)"),
    ),
    "over": (
        re.compile(r"(?:超|超过|逾|突破|多达|至少|不少于|over|more than|at least)\s?$"),
        re.compile(r"[^,，。;；、\d]{0,3}?(?:多|余|以上)"),
    ),
}
_ROUNDEST = 0.5  # of the number: what `100` may stand for is less than `150`

# `8:30`, `8时30分`, `上午8点半`, `下午五点`, `5 p.m.`
_HOUR = r"\d{1,2}|二?十[一二三四]?|[一二三四五六七八九两]"
_CLOCK = re.compile(
    rf"(?P<half>上午|早上|早晨|清晨|凌晨|中午|下午|午后|傍晚|晚上|晚间|深夜|夜里|今晚|昨晚|当晚|早|晚)?"
    rf"(?<![\d.:第有共下])(?P<hour>{_HOUR})(?:"
    r":(?P<past>[0-5]\d)(?![\d:])"
    r"|(?:点钟?|时)(?:(?P<minutes>\d{1,2}|[二三四五]?十[一二三四五六七八九]?)分(?!钟)|(?P<halves>半)|(?P<quarters>[一三])刻"
    r"|(?P<full>整)|(?![代期候光间]|\d|[〇零一二三四五六七八九十]|建议|意见|要求|原因|理由|希望|体会|措施))"
    r"|(?=\s?[ap]\.?m\b))(?:\s?(?P<english>[ap])\.?m\b)?"
)
_LATE = frozenset(
    ("下午", "午后", "傍晚", "晚上", "晚间", "深夜", "夜里", "今晚", "昨晚", "当晚", "晚", "p")
)
_NOON, _DAY = 12 * 60, 24 * 60  # minutes
_CLOSE = 1e-3  # of a number: `67%` is no `三分之二`, but `48亩` is `3.2万平方米`


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text, or a time of day."""

    text: str
    start: int
    end: int
    value: float  # of a share in percent, of a time of day in minutes
    kind: str = ""  # of what it counts, where its unit tells: `area`, `people`, `share`
    unit: float = 1.0  # how many of the smallest unit of its kind one is
    exact: bool = True  # as written: not a fraction, nor a time of day without its half
    rounded: str = ""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    @property
    def percent(self) -> bool:
        """Whether it is a share."""
        return self.kind == "share"

    def is_same(self, other: Figure) -> bool:
        """Return whether `other` may be told so, rounded as the words around this one say."""
        if "clock" in (self.kind, other.kind):
            return self.kind == other.kind and _is_same_time(self, other)
        if self.kind != other.kind and not _OF_NOTHING.isdisjoint((self.kind, other.kind)):
            return False
        if self.kind and other.kind and self.kind != other.kind:
            return {self.kind, other.kind} == {"times", "share"} and self._percent == other._percent
        of_kind = bool(self.kind) and bool(other.kind)
        mine, others = (one.value * (one.unit if of_kind else 1.0) for one in (self, other))
        converted = of_kind and self.unit != other.unit
        close = _CLOSE if converted or not (self.exact and other.exact) else 1e-9
        if math.isclose(mine, others, rel_tol=close) or self.kind != other.kind:
            return math.isclose(mine, others, rel_tol=close)
        step = min(_step(self.value) * mine / (self.value or 1.0), mine * _ROUNDEST)
        over = others - mine
        return (
            (self.rounded == "over" and 0 <= over < step)
            or (self.rounded == "under" and 0 <= -over < step)
            or (self.rounded == "about" and abs(over) <= step / 2)
        )

    @property
    def _percent(self) -> float:
        return round(self.value * (100 if self.kind == "times" else 1), 6)


@dataclass(frozen=True, slots=True)
class OfSeries:
    """What is told apart from its like by a number: `启明十二号`."""

    text: str
    of: str  # `启明`
    number: str  # `12`, in either kind of figures


def _step(value: float) -> float:
    """Return the place of the last digit given: 10000 of `86万`, 0.1 of `53.6`."""
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return float(10.0**exponent) if isinstance(exponent, int) else 0.0


def _is_same_time(one: Figure, other: Figure) -> bool:
    away = (one.value - other.value) % _DAY
    return away == 0 or (away == _NOON and not (one.exact and other.exact))


def numbers_in(folded: str) -> list[Figure]:
    """Return the numbers of a folded text in their order."""
    slashed = (
        _fraction(match, float(match["part"]), float(match["whole"]))
        for match in _SLASHED.finditer(folded)
    )
    found = [one for one in slashed if one.value < _WHOLE]
    found += [_fraction(match, 1, 2) for match in _HALF.finditer(folded)]
    rest = blanked(folded, (one.span for one in found))
    found += [_in_digits(match, folded) for match in _IN_DIGITS.finditer(rest)]
    rest = blanked(folded, (one.span for one in found))
    found += [_in_characters(match, folded) for match in _IN_CHARACTERS.finditer(rest)]
    found = _joined(sorted(found, key=lambda one: one.start))
    return [replace(one, rounded=_rounded(folded, one)) for one in found]


def ordinals_in(folded: str) -> list[Figure]:
    """Return the ordinals of a folded text, and the pages that it names."""
    found = []
    for match in _ORDINAL.finditer(folded):
        written = match["nth"] or match["english"]
        value = float(written) if written.isdecimal() else _value(written)
        kind = "page" if match["page"] else "ordinal"
        found.append(Figure(match.group(), match.start(), match.end(), value, kind))
    return found


def series_in(folded: str) -> list[OfSeries]:
    """Return what a folded text tells that is told apart from its like by a number."""
    return [
        OfSeries(
            match.group(),
            match["of"] or match["school"],
            f"{match['grade'] or ''}{_number(match['number'] or match['class']):.0f}",
        )
        for match in _SERIES.finditer(folded)
    ]


def times_in(folded: str) -> list[Figure]:
    """Return the times of day in a folded text."""
    return [time for match in _CLOCK.finditer(folded) if (time := _time(match))]


def _in_digits(match: re.Match[str], folded: str) -> Figure:
    number = float(re.sub("[, ]", "", match["digits"]))
    if match["over"]:
        return _fraction(match, float(match["over"]), number)
    return _counted_in(match, number * _scale(match["scale"] or ""), folded)


def _in_characters(match: re.Match[str], folded: str) -> Figure:
    number = _value(match["characters"])
    if match["over"]:
        return _fraction(match, number, _value(match["over"]))
    return _counted_in(match, number, folded)


def _fraction(match: re.Match[str], part: float, whole: float) -> Figure:
    share = round(_WHOLE * part / (whole or 1.0), 6)
    return Figure(match.group(), *match.span(), share, "share", exact=False)


def _counted_in(match: re.Match[str], value: float, folded: str) -> Figure:
    text, share, part = match.group().strip(), match["share"] or "", match["part"] or ""
    if share or part:
        tenths = {"成": 10.0, "‰": 0.1}.get(share.strip(), 1.0)
        tenths *= {"千分之": 0.1, "万分之": 0.01}.get(part, 1.0)
        return Figure(text, *match.span(), round(value * tenths, 6), "share")
    after = folded[match.end() : match.end() + _LONGEST_UNIT + 4]
    if more := _AND_MORE.match(after):
        value, after = value * _SCALES[more["scale"]], after[more.end() :]
    if _WHEN.match(after):
        return Figure(text, *match.span(), value, "date")
    if measured := _UNIT.match(after):
        kind, unit = _MEASURE[measured["unit"]]
        return Figure(text, *match.span(), round(value, 6), kind, unit)
    return Figure(text, *match.span(), round(value, 6), kind_counted(after.lstrip("多余来几 ")))


def _joined(found: list[Figure]) -> list[Figure]:
    """Join what is one number in two parts: `1亿|2000万`, `85万|1400`."""
    joined = found[:1]
    for one in found[1:]:
        last = joined[-1]
        goes_on = last.end == one.start and _GOES_ON.fullmatch(last.text)
        if goes_on and one.value >= _WHOLE and one.value < _SCALES[last.text[-1]]:
            whole = replace(one, text=last.text + one.text, start=last.start)
            joined[-1] = replace(whole, value=last.value + one.value)
        else:
            joined.append(one)
    return joined


def _rounded(folded: str, one: Figure) -> str:
    before = folded[max(0, one.start - 14) : one.start]
    after = folded[one.end : one.end + 8]
    for way, (leads, follows) in _ROUNDED.items():
        if leads.search(before) or follows.match(after):
            return way
    return ""


def _time(match: re.Match[str]) -> Figure | None:
    half = match["half"] or match["english"] or ""
    told = half or match["past"] or match["minutes"] or match["halves"] or match["full"]
    if not told and not match["hour"].isdecimal():
        return None  # `两点`: two points
    hour, minute = _number(match["hour"]), _number(match["past"] or match["minutes"] or "0")
    minute += 30 if match["halves"] else 15 * _number(match["quarters"] or "0")
    late = half in _LATE or (half == "中午" and hour < 11)
    if hour > 24:
        return None
    minutes = (hour + 12 * (late and hour < 12)) * 60 + minute
    exact = hour > 12 or (bool(half) and hour < 12)
    return Figure(match.group(), match.start(), match.end(), minutes, "clock", exact=exact)


def _number(written: str) -> float:
    return float(written) if written.isdecimal() else _value(written)


def _scale(word: str) -> float:
    scales = _SCALES | _UNITS
    return float(math.prod(scales[part] for part in ([word] if word in scales else word)))


def _value(characters: str) -> float:
    """Return the number that Chinese numerals write: `三十六`, `二〇二一`, `八十五点一四万`."""
    whole, _, decimals = characters.partition("点")
    scale = _SCALES[decimals[-1]] if decimals[-1:] in _SCALES else 1
    if _DIGIT_BY_DIGIT.fullmatch(whole):
        value = float("".join(str(_DIGITS[one]) for one in whole))
    else:
        value = _counted(whole)
    places = enumerate(decimals.rstrip("万亿"), 1)
    decimal: float = sum(_DIGITS[one] / 10**place for place, one in places)
    return (value + decimal) * scale


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
