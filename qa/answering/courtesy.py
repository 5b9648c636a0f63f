"""Replies to what asks nothing of the paper: thanks, greetings, and who one is speaking to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.answering.quoting import ANSWERER
from qa.text import fold, is_chinese
from qa.types import Answer

if TYPE_CHECKING:
    from qa.types import Query

# `谢谢您!`, `你好`, `好的,知道了`, `thank you`
_COURTESY = (
    r"(?:你|您|大家)好|哈[喽啰]|嗨|早上好|下午好|晚上好|(?:太|非常|多)?[谢感]谢(?:你|您|你们)?|多谢|辛苦|再见|拜拜"
    r"|好的?|嗯++|哦++|知道|明白|收到|不用|hi|hello|hey|thanks?(?: you)?|thank you|bye|ok(?:ay)?"
)
# `你是谁?`, `你会做什么`, `who are you`
_ABOUT_US = (
    r"(?:你|您)(?:是谁|是什么|叫什么(?:名字)?|(?:能|会|可以)(?:做|干|回答)?什么)|怎么用|帮助"
    r"|who are you|what can you do|help"
)
# `还有呢?`: asks for more of what was asked before, and nothing was
_MORE = r"(?:还有|然后|后来|接着|继续)(?:呢|说)?|上一期(?:怎么说|呢)"

_AFTER = r"[啊呀哦啦了吧~!。.,、?\s]*+"  # possessive: tried in one way alone

_CIVIL = re.compile(rf"(?:(?:{_COURTESY}|{_ABOUT_US}){_AFTER})+")
_ASKS_NOTHING = re.compile(rf"(?:(?:{_COURTESY}|{_ABOUT_US}|{_MORE}){_AFTER})+|[\W_]*")


def courtesy(query: Query) -> Answer | None:
    """Return what to say to a query that asks nothing of the archive, None for other queries."""
    # Thanks are thanks whatever was told before; `还有呢?` asks for more of that, where there is.
    is_civil = _CIVIL.fullmatch(fold(query.question).strip())
    if not is_civil and not _ASKS_NOTHING.fullmatch(fold(query.text).strip()):
        return None
    said = (
        "我从报纸里找答案:可以问报道过的人、事、时间、地点和数字,每句回答都注明出处。"
        if is_chinese(query.question) or not query.question.isascii()
        else "I answer from the newspapers: ask who, what, when, where or how many;"
        " every sentence is cited."
    )
    return Answer(query.question, query.text, said, (), True, ANSWERER)
