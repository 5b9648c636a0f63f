"""Finds whom or what the verb takes that a question asks by: `捐给|市档案馆`, `自称|老战友阎军`.

That is as often a body or a kind of person as somebody by name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.forms.persons.kinship import KIN
from qa.forms.persons.names import names
from qa.text import blanked, clauses
from qa.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_GIVES = r"(?:捐[献赠]?|赠[送予]?|送|交|颁[发授]?|授|卖|转?让|租|还|嫁|寄|献|奖励?|移交|分|发放?)"
_ASKED = re.compile(
    rf"(?P<gives>{_GIVES})(?:[给予]了?|了)(?:谁|哪[个家里儿所位]|什么(?:人|单位|地方))"
)
_GIVEN = r"[给予]了?"
# `自称是谁?`, `救了谁?`
_TAKES = re.compile(
    r"(?P<verb>自称|冒充|谎称|救[起出下]?|采访|拜访|慰问|会见|接见|表彰|聘请|邀请|逮捕|抓获|撞[倒伤]?)"
    r"(?:的?是|为|了|过)*谁[?]?$"
)
_NO_VERB = r"(?!(?<=救)[生护灾援济助火急治])"  # `救生艇`
_WHOM = (
    r"[“‘]?(?P<whom>(?![在从于与以曾了过是为])[^,，。;；:：、“”‘’]{2,16}?)"
    r"(?=[,，。;；、“”‘’]|的来电|$)"
)

# `最佳编剧|奖给了谁?`, `一等奖的得主是谁?`, and the prizes told beside it
_PRIZE = r"(?:(?:最佳|优秀|最受欢迎的?|最具)[\u4e00-\u9fff]{1,8}?|[特一二三四]等)"
_PRIZE_ASKED = re.compile(rf"(?P<prize>{_PRIZE})(?:奖|(?=[颁授发给由是归的]|谁|得主|[?]|$))")
_PRIZE_TOLD = re.compile(rf"{_PRIZE}奖")
# `谁救了落水的孩子?`, `孩子是谁救的?`, but not `谁叫了救护车?`, `谁打了急救电话?`
_RESCUER_ASKED = re.compile(
    r"谁[^,，?]{0,6}?(?<!急)救(?![护灾])(?:[起出下活]|了|的|过)*"
    r"(?P<whom>[^,，?的]{0,12})"
)
# `被救的三人是|丁先生、柯先生`, `获救的|丁先生`
_RESCUED = re.compile(r"(?:被救|获救|落水|遇险|被困)(?:的|者|群众|人员)+[^,，。;；]*")
# `女孩不慎溺水`, of who is in danger and rescues nobody
_IN_DANGER = re.compile(r"溺水|落水|遇险|被困|失足|[滑跌坠掉][入进落]|走失|昏[倒迷]")
_KIN = rf"[大小长次独]?(?:{KIN}|[哥弟姐妹]{{1,2}}|家[人属]|亲属|外孙女?)"
_A_WORD = 2  # characters


def receiver(question: str, sentence: str) -> Span | None:
    """Return where a folded sentence, without other prizes, tells whom, or to whom, is asked.

    None where the question asks for no such thing, or the sentence tells none.
    """
    if vacant := _vacant(question, sentence):
        return vacant
    if asked := _ASKED.search(question):
        told = re.search(rf"{asked['gives'][0]}[\u4e00-\u9fff]?{_GIVEN}{_WHOM}", sentence)
    elif asked := _TAKES.search(question):
        told = re.search(rf"{asked['verb']}{_NO_VERB}(?:是|为|了|过)*{_WHOM}", sentence)
    else:
        return None
    return Span(*told.span("whom")) if told else None


def without_other_prizes(question: str, sentence: str) -> str:
    """Return a folded sentence, blank where a clause tells who gets another prize.

    As it is where it does not name the one asked about.
    """
    asked = _PRIZE_ASKED.search(question)
    prize = f"{asked['prize']}奖" if asked else ""
    if not prize or prize not in sentence:
        return sentence
    told = {one: sentence[one.start : one.end] for one in clauses(sentence)}
    others = (one for one, text in told.items() if prize not in text and _PRIZE_TOLD.search(text))
    return blanked(sentence, others)


def without_rescued(question: str, sentence: str) -> str:
    """Return a folded sentence, blank where it names who was rescued, or whose kin that is.

    As it is where it is not asked who rescued them.
    """
    asked = _RESCUER_ASKED.search(question)
    return blanked(sentence, _rescued(asked["whom"], sentence)) if asked else sentence


def _rescued(whom: str, sentence: str) -> Iterator[Span]:
    yield from (Span(*match.span()) for match in _RESCUED.finditer(sentence))
    if whom:
        told = {one: sentence[one.start : one.end] for one in clauses(sentence)}
        yield from (
            one
            for one, text in told.items()
            if whom[-_A_WORD:] in text and "救" not in text and _IN_DANGER.search(text)
        )
        kin = re.compile(rf"{re.escape(whom)}的?{_KIN}$")
        yield from (name for name, _ in names(sentence) if kin.search(sentence[: name.start]))


def _vacant(question: str, sentence: str) -> Span | None:
    """Return where a folded sentence, without other prizes, says that nobody got the one asked."""
    if not (asked := _PRIZE_ASKED.search(question)) or "谁" not in question:
        return None
    told = re.search(rf"{asked['prize']}奖[^,，。;；]{{0,6}}?(?P<none>空缺|从缺)", sentence)
    return Span(*told.span("none")) if told else None
