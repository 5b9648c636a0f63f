"""Datelines: where and when a report was filed, from which its `今日` and `昨晚` count.

`(吉隆坡9日讯)` in the paper of the 10th tells of the 9th where it says `今日`.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from qa.dates.parts import NUMBER, number_in
from qa.text import fold

_LOOKED_AT = 60  # characters at the beginning of a text
_LONGEST = timedelta(days=40)  # between filing and printing
# `(吉隆坡3日讯)`, `新华社北京8月1日电`, `本报青河五月十三日电`, `中央社记者王大明台北8日电`
_DATELINE = re.compile(
    rf"(?:^|[(【〔\[社报网])\s*[\u4e00-\u9fff]{{0,14}}?(?:(?P<month>{NUMBER})月)?(?P<day>{NUMBER})日"
    r"[\u4e00-\u9fff]{0,4}?[电讯](?![\u4e00-\u9fff])"
)


def day_filed(text: str, printed: date | None) -> date | None:
    """Return the day on which a report was filed, by its dateline; else that of its edition.

    Args:
        text: That of an article, from its byline on.
        printed: The edition's date, which is no earlier.
    """
    found = _DATELINE.search(fold(text[:_LOOKED_AT])) if printed else None
    if printed is None or found is None:
        return printed
    day, month = number_in(found["day"]), number_in(found["month"]) if found["month"] else None
    back = (printed - timedelta(days=days) for days in range(_LONGEST.days))
    filed = (one for one in back if one.day == day and month in (None, one.month))
    return next(filed, printed)
