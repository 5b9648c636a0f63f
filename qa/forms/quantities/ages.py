"""Tells which age is not the one asked for: that of another person, or of another time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.dates.words import NOW
from qa.forms.persons.names import SURNAMES, names
from qa.overlap import longest_common

if TYPE_CHECKING:
    from qa.types import Span

# `今年多大`, and the age at which something was done: `16岁|开始学手艺`
_ASKED = re.compile(
    r"多大(?:年纪|岁数|了|[?]?$)|年龄|年纪|高龄|高寿|[今现][年在](?:几|多少)(?:周?岁)|几岁了?[?]?$"
)
_THEN = re.compile(r"(?:那年|时|起|开始|就|便|即|因|失|丧|跟|参|入|进|考|离|学|当|到|[成结]|嫁)")
# `小她|三岁`; `时年|23岁`, which tells no age of today
_YOUNGER = re.compile(r"[小大](?:[他她其我你]|丈夫|妻子)$")
_TODAY, _AT_THAT_TIME = re.compile(rf"今年|{NOW}"), re.compile(r"(?:时年|当[年时]|那年)$")
# `破纪录|那年|多大?`, which `今年|67岁` does not tell
_THEN_ASKED = re.compile(r"(?:[那当]年|的时候|时)[^,，?]{0,3}(?:多大|几岁|多少岁|年龄|年纪)")
_TOLD_OF_TODAY = re.compile(rf"(?:今年|现年|{NOW})(?:已|才|刚|有|是|年仅)*$")
# `马来喜|今年多大?`
_WHO_ASKED = re.compile(
    rf"(?P<name>[{''.join(sorted(SURNAMES))}][\u4e00-\u9fff]{{1,3}}?)的?(?:今年|{NOW}|多大|年龄|年纪|几岁)"
)
# `14岁|的郎小军`
_WHOSE = re.compile(r"岁(?P<whom>[^,，、。;；和与\d]{1,10})")
_A_NAME = 2  # characters


def is_other_age(question: str, span: Span, sentence: str) -> bool:
    """Return whether a number is the age at which something was done, or that of another person.

    Or by how much somebody is older.
    """
    if sentence[span.end - 1] != "岁" or not _ASKED.search(question):
        return False
    before = sentence[: span.start]
    if _THEN_ASKED.search(question):
        is_of_today = _TOLD_OF_TODAY.search(before) is not None
        return is_of_today or _is_of_another_name(question, sentence, span.end)
    if _YOUNGER.search(before) or (_TODAY.search(question) and _AT_THAT_TIME.search(before)):
        return True
    if _THEN.match(sentence, span.end) or _is_of_another_name(question, sentence, span.end):
        return True
    shared = {
        aged.start("whom"): longest_common(question, aged["whom"])
        for aged in _WHOSE.finditer(sentence)
    }
    most = max(shared.values(), default=0)
    return most >= _A_NAME and shared.get(span.end, 0) < most


def _is_of_another_name(question: str, sentence: str, end: int) -> bool:
    """Return whether an age that ends at `end` is of somebody whom the question does not name.

    And the sentence names whom it does: `72岁的老汉马应龙认出了儿子马来喜`.
    """
    aged = _WHOSE.match(sentence, end - 1)
    if not aged or not aged["whom"].startswith("的"):
        return False
    told = [aged["whom"][one.start : one.end] for one, _ in names(aged["whom"])]
    asked = _WHO_ASKED.match(question)
    is_other = bool(told) and not any(name in question for name in told)
    return is_other and asked is not None and asked["name"] in sentence
