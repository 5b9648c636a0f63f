"""Finds whom or what the verb takes that a question asks by: `捐给|市档案馆`, `自称|老战友阎军`.

That is as often a body or a kind of person as somebody by name.
"""

from __future__ import annotations

import re

from qa.types import Span

_GIVES = r"(?:捐[献赠]?|赠[送予]?|送|交|颁[发授]?|授|卖|转?让|租|还|嫁|寄|献|奖励?|移交|分|发放?)"
_ASKED = re.compile(
    rf"(?P<gives>{_GIVES})(?:[给予]了?|了)(?:谁|哪[个家里儿所位]|什么(?:人|单位|地方))"
)
_GIVEN = r"[给予]了?"
# `击败了谁?`, `自称是谁?`
_TAKES = re.compile(
    r"(?P<verb>自称|冒充|谎称|击败|战胜|打败|淘汰|救[起出下]?|采访|拜访|慰问|会见|接见|表彰|聘请|邀请|逮捕|抓获|撞[倒伤]?)"
    r"(?:的?是|为|了|过)*谁[?]?$"
)
# `决赛输给谁了?`
_LOST_ASKED = re.compile(r"(?:输给|败[于给]|不敌|负于)了?(?:谁|哪)")
_WHOM = (
    r"[“‘]?(?P<whom>(?![在从于与以曾了过是为])[^,，。;；:：、“”‘’]{2,16}?)"
    r"(?=[,，。;；、“”‘’]|的来电|$)"
)


def receiver(question: str, sentence: str) -> Span | None:
    """Return where a folded sentence tells whom, or to whom, the question asks.

    None where the question asks for no such thing, or the sentence tells none.
    """
    if asked := _ASKED.search(question):
        told = re.search(rf"{asked['gives'][0]}[\u4e00-\u9fff]?{_GIVEN}{_WHOM}", sentence)
    elif _LOST_ASKED.search(question):
        told = re.search(rf"(?:惜?败[于给]|不敌|输给|负于)了?{_WHOM}", sentence)
    elif asked := _TAKES.search(question):
        told = re.search(rf"{asked['verb']}(?:是|为|了|过)*{_WHOM}", sentence)
    else:
        return None
    return Span(*told.span("whom")) if told else None
