"""Tells who is called by the word that a question asks the name of: `辅警叫什么名字?`.

In `民警罗启明和辅警高远` the word stands beside the one and not the other.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa.forms.names import SPEAKING, titled
from qa.forms.offices import office_asked

if TYPE_CHECKING:
    from qa.types import Span

_ASKED = re.compile(
    r"(?P<role>[^\W\d的是一二三四五六七八九十两几]{2})(?:的(?:名字|姓名))?(?:叫(?:什么|啥)|是谁|是哪一?位|姓什么)(?:名字)?[?]?$"
)
# `罗启明|是这位辅警`, `齐志远场均得22.4分,|当选最佳后卫`
_IS = r"(?:[是任为]|当选|成为|获得|荣[获膺])[^,，。;；]{0,16}"


@lru_cache
def role_asked(question: str) -> str:
    """Return what a folded question asks the name of, if that is no office: `辅警`, `老人`."""
    asked = _ASKED.search(question)
    return asked["role"] if asked and not office_asked(question) else ""


def has_role(role: str, sentence: str, name: Span) -> bool:
    """Return whether a name in a folded sentence stands right beside the word."""
    return sentence.endswith(role, 0, name.start) or sentence.startswith(role, name.end)


def has_other_role(role: str, sentence: str, name: Span) -> bool:
    """Return whether a name is that of another than whom the word, elsewhere, is said of.

    It has another title, or tells of the other: `罗启明说,老人已经回家`.
    """
    if role not in sentence or has_role(role, sentence, name):
        return False
    before, behind = sentence[: name.start], sentence[name.end :]
    if role in before or re.search(f"{_IS}{role}", behind):
        return False
    return titled(sentence, name) or bool(SPEAKING.match(behind))


def speaks(sentence: str, name: Span) -> bool:
    """Return whether a piece of a folded sentence is who says the rest of it."""
    return sentence[name.start - 1] not in "由被" and bool(SPEAKING.match(sentence, name.end))
