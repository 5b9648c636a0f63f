"""Tells what asks nothing: thanks, greetings, and who one is speaking to."""

from __future__ import annotations

import re

from qa.text import fold

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

# `好的谢谢,|那什么时候开?`, `好的 |绕行哪里?`: what is asked follows after a pause
_BEFORE_A_QUESTION = re.compile(
    rf"(?:(?:(?:{_COURTESY})[啊呀哦啦了吧]*)++(?:[~!。.,、;]\s*|(?<=[\u4e00-\u9fff])\s+))+(?=\w)"
)

_CIVIL = re.compile(rf"(?:(?:{_COURTESY}|{_ABOUT_US}){_AFTER})+")
_ASKS_NOTHING = re.compile(rf"(?:(?:{_COURTESY}|{_ABOUT_US}|{_MORE}){_AFTER})+|[\W_]*")


def is_civil(question: str) -> bool:
    """Return whether a question is thanks, a greeting or about who answers."""
    return bool(_CIVIL.fullmatch(fold(question).strip()))


def asks_nothing(question: str) -> bool:
    """Return whether a question asks nothing of the papers, or for more where nothing was told."""
    return bool(_ASKS_NOTHING.fullmatch(fold(question).strip()))


def without_courtesies(question: str) -> str:
    """Return a question without the thanks or the greeting before it."""
    courtesy = _BEFORE_A_QUESTION.match(fold(question))
    return question[courtesy.end() :] if courtesy else question
