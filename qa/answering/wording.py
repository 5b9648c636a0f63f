"""What an answer says in the program's own words, in the language of the question."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from qa.citing import day_and_paper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.types import Edition


def days_text(since: date, until: date, *, chinese: bool) -> str:
    """Return days as short as they can be told: `2024-09-01`, `2024年9月`, `2024年`."""
    if since == until:
        return since.isoformat()
    if (since, until) == (date(since.year, 1, 1), date(since.year, 12, 31)):
        return f"{since.year}年" if chinese else str(since.year)
    if (since, until) == (since.replace(day=1), _month_end(since)):
        return f"{since.year}年{since.month}月" if chinese else since.isoformat()[:7]
    return f"{since}至{until}" if chinese else f"{since} to {until}"


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def more_editions_note(count: int, *, chinese: bool) -> str:
    """Say how many more editions speak of what is answered; nothing where none do."""
    if not count:
        return ""
    if chinese:
        return f"另有{count}期报纸可能也说到此事。"
    return f"{count} more edition{'s' if count > 1 else ''} may speak of this."


def corrected_note(notices: Sequence[tuple[str, Edition]], *, chinese: bool) -> str:
    """Say which notices correct something else of what is quoted; nothing where there are none.

    Args:
        notices: the title of each, and its edition.
        chinese: whether it is said in Chinese.
    """
    named = [f"{day_and_paper(edition)}《{title}》" for title, edition in notices]
    if not named:
        return ""
    if chinese:
        return f"所引报道的其他内容另有更正,见{'、'.join(named)}。"
    return f"Other parts of what is quoted are corrected in {', '.join(named)}."


def listed_note(
    count: int, listed: int, measure: str, *, chinese: bool, newest: bool = True
) -> str:
    """Say that of `count` only the newest, or first, are `listed`; nothing where all are."""
    if count <= listed:
        return ""
    if chinese:
        return f",下面是{'较新的' if newest else '前'}{listed}{measure}"
    return f"; the {'newest' if newest else 'first'} {listed} are"


def most_telling_note(count: int, listed: int, *, chinese: bool) -> str:
    """Say that of `count` articles those are `listed` that tell most; nothing where all are."""
    if count <= listed:
        return ""
    return f",下面是最相关的{listed}篇" if chinese else f"; the most telling {listed} are"


def other_day_note(day: date, *, chinese: bool) -> str:
    """Say that what is quoted is not of the day asked about."""
    if chinese:
        return f"问的是{day}前后,所引的报道不是那时的,说的可能是另一天。"
    return f"What is quoted is not of {day} or soon after: it may tell of another day."


def going_on_note() -> str:
    """Say that a question was asked of the article that the last answer quotes."""
    return "这是接着上一个回答,从它所引的文章里找到的。"


def chinese_only_note(model: str) -> str:
    """Say that an embedding model does not read other languages, and what to do."""
    return (
        f"The model {model} reads Chinese: of other languages it finds only names and numbers that"
        " are printed so. Ask in Chinese, or name a multilingual model:"
        " wenbao index --rebuild --model NAME"
    )
