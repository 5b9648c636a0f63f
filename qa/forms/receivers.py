"""Finds to whom something was given, which is as often a body as a person: `捐给|市档案馆`."""

from __future__ import annotations

import re

from qa.types import Span

_GIVES = r"(?:捐[献赠]?|赠[送予]?|送|交|颁[发授]?|授|卖|转?让|租|还|嫁|寄|献|奖励?|移交|分|发放?)"
_ASKED = re.compile(
    rf"(?P<gives>{_GIVES})(?:[给予]了?|了)(?:谁|哪[个家里儿所位]|什么(?:人|单位|地方))"
)
_RECEIVER = r"[给予]了?(?P<whom>[^,，。;；:：、的]{2,16}?)(?=[,，。;；、的]|$)"


def receiver(question: str, sentence: str) -> Span | None:
    """Return where a folded sentence tells to whom was given what the question asks about.

    None where the question asks for no such thing, or the sentence tells none.
    """
    asked = _ASKED.search(question)
    told = asked and re.search(rf"{asked['gives'][0]}[\u4e00-\u9fff]?{_RECEIVER}", sentence)
    return Span(*told.span("whom")) if told else None
