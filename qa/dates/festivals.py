"""The days of festivals, of the solar and the lunar year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from qa.dates.parts import number_in

# Month and day of 春节, 端午, 中秋 and 重阳 in each year: those of the Chinese calendar of ICU 74
# (Intl.DateTimeFormat "en-u-ca-chinese" of Node 20, in Asia/Shanghai).
_LUNAR_DAYS = {
    int(year): tuple(days)
    for year, *days in map(
        str.split,
        """
    1990 0127 0528 1003 1026
    1991 0215 0616 0922 1016
    1992 0204 0605 0911 1004
    1993 0123 0624 0930 1023
    1994 0210 0613 0920 1013
    1995 0131 0602 0909 1101
    1996 0219 0620 0927 1020
    1997 0207 0609 0916 1010
    1998 0128 0530 1005 1028
    1999 0216 0618 0924 1017
    2000 0205 0606 0912 1006
    2001 0124 0625 1001 1025
    2002 0212 0615 0921 1014
    2003 0201 0604 0911 1004
    2004 0122 0622 0928 1022
    2005 0209 0611 0918 1011
    2006 0129 0531 1006 1030
    2007 0218 0619 0925 1019
    2008 0207 0608 0914 1007
    2009 0126 0528 1003 1026
    2010 0214 0616 0922 1016
    2011 0203 0606 0912 1005
    2012 0123 0623 0930 1023
    2013 0210 0612 0919 1013
    2014 0131 0602 0908 1002
    2015 0219 0620 0927 1021
    2016 0208 0609 0915 1009
    2017 0128 0530 1004 1028
    2018 0216 0618 0924 1017
    2019 0205 0607 0913 1007
    2020 0125 0625 1001 1025
    2021 0212 0614 0921 1014
    2022 0201 0603 0910 1004
    2023 0122 0622 0929 1023
    2024 0210 0610 0917 1011
    2025 0129 0531 1006 1029
    2026 0217 0619 0925 1018
    2027 0207 0609 0915 1008
    2028 0126 0528 1003 1026
    2029 0213 0616 0922 1016
    2030 0202 0605 0912 1005
    2031 0123 0624 1001 1024
    2032 0211 0612 0919 1012
    2033 0131 0601 0908 1001
    2034 0219 0620 0927 1020
    2035 0208 0610 0916 1009
    2036 0128 0530 1004 1027
    2037 0215 0618 0924 1017
    2038 0204 0607 0913 1007
    2039 0124 0527 1002 1026
    2040 0212 0614 0920 1014
    2041 0201 0603 0910 1003
    2042 0122 0622 0928 1022
    2043 0210 0611 0917 1011
    2044 0130 0531 1005 1029
    2045 0217 0619 0925 1018
    2046 0206 0608 0915 1008
    2047 0126 0529 1004 1027
    2048 0214 0615 0922 1016
    2049 0202 0604 0911 1005
    2050 0123 0623 0930 1024
        """.strip().splitlines(),
    )
}
_SPRING, _DRAGON_BOATS, _MID_AUTUMN, _DOUBLE_NINTH = range(4)


@dataclass(frozen=True, slots=True)
class _Festival:
    """When a festival is: its day, and how many days off go before and come behind it."""

    month_and_day: str = ""  # of the solar year
    lunar: int = 0  # else which of the lunar days
    away: int = 0  # days from that
    before: int = 0
    behind: int = 0


_FESTIVALS = {  # by their names without `节`
    "元旦": _Festival("0101"),
    "妇女": _Festival("0308"),
    "三八": _Festival("0308"),
    "植树": _Festival("0312"),
    "清明": _Festival("0404", behind=2),
    "五一": _Festival("0501", behind=4),
    "劳动": _Festival("0501", behind=4),
    "五四": _Festival("0504"),
    "青年": _Festival("0504"),
    "六一": _Festival("0601"),
    "儿童": _Festival("0601"),
    "七一": _Festival("0701"),
    "建党": _Festival("0701"),
    "八一": _Festival("0801"),
    "建军": _Festival("0801"),
    "教师": _Festival("0910"),
    "十一": _Festival("1001", behind=6),
    "国庆": _Festival("1001", behind=6),
    "圣诞": _Festival("1225"),
    "春": _Festival(lunar=_SPRING, before=1, behind=6),
    "除夕": _Festival(lunar=_SPRING, away=-1),
    "大年三十": _Festival(lunar=_SPRING, away=-1),
    "元宵": _Festival(lunar=_SPRING, away=14),
    "端午": _Festival(lunar=_DRAGON_BOATS),
    "中秋": _Festival(lunar=_MID_AUTUMN),
    "重阳": _Festival(lunar=_DOUBLE_NINTH),
}

# What is a festival wherever it stands, text of regular expressions; and what is only beside a
# word of time: `国庆|期间`, `五一|前`, `去年|十一`, but not `王国庆`, `五一路`.
PLAIN_FESTIVAL = (
    r"元旦|春节(?!联欢|晚会)|除夕|大年三十|(?:大年|正月)初[一二三四五六七八九十]|正月十五"
    r"|(?:妇女|植树|清明|劳动|青年|儿童|建党|建军|教师|国庆|圣诞|元宵|端午|中秋|重阳)节(?![俭约省目])"
)
SHORT_FESTIVAL = (
    r"(?<![\d第一二三四五六七八九十])(?:三八|五一|五四|六一|七一|八一|十一(?![月个]))节?"
    r"|国庆|清明|端午|中秋|重阳"
)


def festival(name: str, year: int) -> tuple[date, date, date] | None:
    """Return the first day off, the day itself and the last day off of a festival of `year`.

    None where the table of the lunar days does not go so far.
    """
    known = _FESTIVALS.get(name.removesuffix("节")) or _of_first_month(name)
    written = known.month_and_day
    if not written:
        if year not in _LUNAR_DAYS:
            return None
        written = _LUNAR_DAYS[year][known.lunar]
    day = date(year, int(written[:2]), int(written[2:])) + timedelta(known.away)
    return day - timedelta(known.before), day, day + timedelta(known.behind)


def _of_first_month(name: str) -> _Festival:
    """Return when a day of the first month is: `正月初五`, `大年初三`."""
    number = name.removeprefix("大年").removeprefix("正月").removeprefix("初")
    return _Festival(lunar=_SPRING, away=number_in(number) - 1)
