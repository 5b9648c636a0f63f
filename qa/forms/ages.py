"""Tells which age is not the one asked for: that of another person, or of another time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.overlap import longest_common

if TYPE_CHECKING:
    from qa.types import Span

# `今年多大`, and the age at which something was done: `16岁|开始学手艺`
_ASKED = re.compile(r"多大(?:年纪|岁数|了|[?]?$)|年龄|年纪|高龄|高寿|今年几岁|几岁了?[?]?$")
_THEN = re.compile(r"(?:那年|时|起|开始|就|便|即|跟|参|入|进|考|离|学|当|到|[成结]|嫁)")
# `14岁|的郎小军`
_WHOSE = re.compile(r"岁(?P<whom>[^,，、。;；和与\d]{1,10})")
_A_NAME = 2  # characters


def is_other_age(question: str, span: Span, sentence: str) -> bool:
    """Return whether a number is the age at which something was done, or that of another person."""
    if sentence[span.end - 1] != "岁" or not _ASKED.search(question):
        return False
    if _THEN.match(sentence, span.end):
        return True
    shared = {
        aged.start("whom"): longest_common(question, aged["whom"])
        for aged in _WHOSE.finditer(sentence)
    }
    most = max(shared.values(), default=0)
    return most >= _A_NAME and shared.get(span.end, 0) < most
