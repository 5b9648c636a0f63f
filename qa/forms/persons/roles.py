"""Tells who is called by the word that a question asks the name of: `辅警叫什么名字?`.

In `民警罗启明和辅警高远` the word stands beside the one and not the other. `“大刘”是谁?` asks by a
byname. And who did a crime is none of those who are called by what they are in court.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa.forms.persons.names import SPEAKING, names, titled
from qa.forms.persons.offices import office_asked
from qa.text import blanked, clause_before
from qa.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_ASKED = re.compile(
    r"(?P<role>(?:(?<=的)[大小长次二三](?=[儿女孙徒]))?[^\W\d的是一二三四五六七八九十两几]{2})(?:的(?:名字|姓名))?(?:叫(?:什么|啥)|是谁|是哪一?位|姓什么)(?:名字)?[?]?$"
)
# `“大刘”是谁?`, `谁是“大刘”?`
_ALIAS_ASKED = re.compile(
    r"^(?P<who>谁是)?[“\"](?P<alias>[^“”\"]{1,8})[”\"](?(who)|是(?:谁|什么人))[?]?$"
)
# `谁设计的?`, `谁反对搬迁?`: who did something
_DID = re.compile(r"谁(?P<did>(?![的是])[\u4e00-\u9fff]{2})")
# What of the deed tells nothing, beside a name
_LITTLE = frozenset("的了过是在要会将把被给最先第个名位?")
# `贺明|解释说,`, `罗启明|当场宣布,`; but not where it goes on with oneself: `罗启明说,是他先跳的`
_SAYS = re.compile(rf"[^,，。;；:：“]{{0,4}}(?:{SPEAKING.pattern})(?:说|道)?[,，:：“]")
_ANOTHER = re.compile(r"(?![把将被在已就曾先最])[\u4e00-\u9fff]{2}")
_OF_ONESELF = re.compile(r"[我他她]|自己")
# `罗启明|是这位辅警`, `齐志远场均得22.4分,|当选最佳后卫`
_IS = r"(?:[是任为]|当选|成为|获得|荣[获膺])[^,，。;；]{0,16}"
# `谁偷了电动车?`, but not `谁抓住了偷车贼?`, `谁抢救了孩子?`, `谁砍下30分?`
_CRIME_ASKED = re.compile(
    r"谁(?:是|在|曾|先后|一直)*(?:冒充|假[冒扮]|诈?骗|[偷盗捅贪]|抢(?![救先修险占收到])|杀(?![入进])|砍(?![下得])|行窃|入室|纵火|放火|走私|贩[卖毒]|行贿|受贿|挪用|肇事|作案|酒驾|醉驾|[卖造]假)"
)
# `河西区法院`, `辩护律师|罗启明`: who judges, defends, catches
_COURT = re.compile(
    r"(?:[^\W被由向在从为某]{2}(?:[市区县]|(?=公安)))?(?:[省市区县]|[高中]级|人民)*(?:法院|检察院|公安分?局|派出所|[刑交特巡]警[支大中]队)"
)
_OF_COURT = re.compile(r"(?:律师|法官|审判[长员]|检察官|[民刑交特巡辅]警|警官|警察)$")
_LONGEST_OF_COURT = 3  # characters


@lru_cache
def role_asked(question: str) -> str:
    """Return what a folded question asks the name of, if that is no office: `辅警`, `老人`."""
    asked = _ASKED.search(question)
    return asked["role"] if asked and not office_asked(question) else ""


def alias_asked(question: str) -> str:
    """Return the name in quotation marks of whom a folded question asks who that is."""
    asked = _ALIAS_ASKED.match(question)
    return asked["alias"] if asked else ""


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
    if not asked or SPEAKING.match(asked["did"]):
        return False
    if asked["did"] in sentence:
        return _says_who_did(asked["did"], sentence, name)
    before = clause_before(sentence, name.start)
    if (set(question[asked.start("did") :]) - _LITTLE) & set(before):
        return False
    said = _SAYS.match(sentence, name.end)
    return said is not None and not _OF_ONESELF.search(sentence, said.end())


def _says_who_did(did: str, sentence: str, name: Span) -> bool:
    """Return whether somebody says that another did it: `局长陈炳说,|店员看了报道后|认出她`."""
    said = _SAYS.match(sentence, name.end)
    place = sentence.find(did)
    if said is None or place < said.end():
        return False
    who = sentence[said.end() : place]
    return bool(_ANOTHER.match(who)) and not _OF_ONESELF.search(who)


def speaks(sentence: str, name: Span) -> bool:
    """Return whether a piece of a folded sentence is who says the rest of it."""
    return not sentence.endswith(("由", "被"), 0, name.start) and bool(
        SPEAKING.match(sentence, name.end)
    )


def without_court(question: str, sentence: str) -> str:
    """Return a folded sentence, blank where it names who judges, defends or catches.

    As it is where a question does not ask who did a crime.
    """
    if not _CRIME_ASKED.search(question):
        return sentence
    return blanked(sentence, _of_court(sentence))


def _of_court(sentence: str) -> Iterator[Span]:
    yield from (Span(*match.span()) for match in _COURT.finditer(sentence))
    for name, _ in names(sentence):
        if _OF_COURT.search(sentence, max(0, name.start - _LONGEST_OF_COURT), name.start):
            yield name
