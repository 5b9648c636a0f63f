"""Tells who is called by the word that a question asks the name of: `辅警叫什么名字?`.

In `民警罗启明和辅警高远` the word stands beside the one and not the other.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa.forms.names import SPEAKING, titled
from qa.forms.offices import office_asked
from qa.text import PAUSE

if TYPE_CHECKING:
    from qa.types import Span

_ASKED = re.compile(
    r"(?P<role>[^\W\d的是一二三四五六七八九十两几]{2})(?:的(?:名字|姓名))?(?:叫(?:什么|啥)|是谁|是哪一?位|姓什么)(?:名字)?[?]?$"
)
# `谁设计的?`, `谁反对搬迁?`: who did something
_DID = re.compile(r"谁(?P<did>(?![的是])[\u4e00-\u9fff]{2})")
# What of the deed tells nothing, beside a name
_LITTLE = frozenset("的了过是在要会将把被给最先第个名位?")
# `贺明|解释说,`, `罗启明|当场宣布,`; but not where it goes on with oneself: `罗启明说,是他先跳的`
_SAYS = re.compile(rf"[^,，。;；:：“]{{0,4}}(?:{SPEAKING.pattern})(?:说|道)?[,，:：“]")
_OF_ONESELF = re.compile(r"[我他她]|自己")
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


def only_speaks(question: str, sentence: str, name: Span) -> bool:
    """Return whether a name in a folded sentence is that of who tells of it, and did not do it.

    `贺明` in `副局长贺明解释,雨下得太久` has not designed the bridge, if nothing before the name
    tells it: `设计师贺明`.
    """
    asked = _DID.search(question)
    if not asked or asked["did"] in sentence or SPEAKING.match(asked["did"]):
        return False
    before = PAUSE.split(sentence[: name.start])[-1]
    if (set(question[asked.start("did") :]) - _LITTLE) & set(before):
        return False
    said = _SAYS.match(sentence, name.end)
    return said is not None and not _OF_ONESELF.search(sentence, said.end())


def speaks(sentence: str, name: Span) -> bool:
    """Return whether a piece of a folded sentence is who says the rest of it."""
    return sentence[name.start - 1] not in "由被" and bool(SPEAKING.match(sentence, name.end))
