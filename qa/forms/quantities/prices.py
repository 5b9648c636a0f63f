"""Tells what a price is told for, a pound or an hour, and that something costs nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.text import clause_before, clauses
from qa.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# `免收|摊位费`, `免费`, `半价`, which answer what something costs
_FREE = re.compile(r"免(?:收(?P<fee>[\u4e00-\u9fff]{1,6}?费)|费|票)|半[价票](?=$|[,，。;；])")
# `电动车|首小时免费`: who or what alone pays nothing
_EXEMPT = re.compile(
    r"(?P<who>(?!其[中余他])[\u4e00-\u9fff]{2,8}?)"
    r"(?P<free>(?:[首前头][\u4e00-\u9fff\d]{1,5})?(?:一律|均|全部?|都|可|享受|实行)*免(?:费|票))(?=$|[,，。;；])"
)
_PRICE_ASKED = re.compile(
    r"门票|票价|收费|费|[要交]多少钱|(?:老人|长者|学生|儿童|军人|残疾人|孕妇|低保户?)[^,，]{0,12}多少钱"
)
# `一小时|多少钱`, `多少钱|一斤`
_PER = re.compile(
    r"[每一](?P<per>个?(?:小时|月|星期)|天|周|次|斤|公斤|亩|人|年|张|份|户|吨|瓶|盒|度|平方米|平米)"
)
_PER_ONE = r"(?:每|(?<![第〇零一二三四五六七八九十百千万亿两])一)个?"  # no `二〇二一|年`
_PER_BEHIND = r"[/每一]个?"
_NEAR = 8  # characters
_OFTEN_ASKED = re.compile(r"(?:几|多少)[班趟次场]")
# For how much of its kind something may be told, each with what else it is called
_PER_KINDS = tuple(
    tuple(tuple(unit.split("|")) for unit in kind.split())
    for kind in (
        "斤 公斤|千克|kg 吨",
        "小时|钟头 天|日 周|星期 月 季度|季 年",
        "亩 公顷 平方米|平米|㎡",
    )
)
_MOST = re.compile(r"最多|最高|封顶|不超过")
_PRICE_PER = re.compile(r"多少[钱元]|几[块元]|收费|价格")

_RATE_GAIN, _FREE_GAIN = 0.5, 1.0


def free(question: str, sentence: str) -> Iterator[tuple[Span, float]]:
    """Yield where a folded sentence tells that something costs nothing, and what that gains.

    Surest is that of the fee, or of the thing, that is asked about; none where no price is asked.
    """
    if exemption := _exempt(question, sentence):
        yield exemption, _FREE_GAIN
    elif _PRICE_ASKED.search(question):
        for match in _FREE.finditer(sentence):
            is_asked = match["fee"] and match["fee"] in question
            yield Span(*match.span()), _FREE_GAIN if is_asked else 0.0


def _exempt(question: str, text: str) -> Span | None:
    """Return where a folded text says that what the price is asked of costs nothing, or at first.

    `首小时免费` of `电动车首小时免费` for `电动车停一小时多少钱?`
    """
    if not _PRICE_PER.search(question):
        return None
    told = (_EXEMPT.match(text, one.start, one.end) for one in clauses(text))
    of_asked = (one for one in told if one and one["who"] in question)
    return next((Span(*one.span("free")) for one in of_asked), None)


def rate_gain(question: str, span: Span, sentence: str) -> float:
    """Return what a price gains that is told for as much as the question asks the price of.

    So is what follows: `新房每平方米8460元;二手房6120元`.
    """
    per = _per_asked(question)
    if not per:
        return 0.0
    before, behind = sentence[: span.start], sentence[span.end :]
    if _MOST.search(question):
        return _RATE_GAIN if _MOST.search(before[-_NEAR:]) else 0.0
    told = re.search(rf"{_PER_ONE}{per}[^每一/]*$", before) or re.match(_PER_BEHIND + per, behind)
    return _RATE_GAIN if told else 0.0


def with_other_rate(question: str, span: Span, sentence: str) -> Span:
    """Return a price with how much it is told for, where that is not what the question asks for.

    `每公斤6.8元`, or `6.8元/公斤`, for `多少钱一斤?`: the bare sum would be taken for that of 一斤.
    So it is with how often: `每天一班` for `一周几班?`.
    """
    per = _per_asked(question)
    kind = next((units for units in _PER_KINDS if any(per in unit for unit in units)), ())
    others = "|".join(name for unit in kind if per not in unit for name in unit)
    if not others:
        return span
    clause = clause_before(sentence, span.start)
    if re.search(rf"{_PER_ONE}{per}", clause):
        return span
    before = re.search(rf"{_PER_ONE}(?:{others})[^、]*$", clause)
    behind = re.match(f"{_PER_BEHIND}(?:{others})", sentence[span.end :])
    start = span.start - (len(clause) - before.start() if before else 0)
    return Span(start, span.end + (behind.end() if behind else 0))


def _per_asked(question: str) -> str:
    """Return for how much, or how often, a price or a count is asked; empty where neither is."""
    asks = _PRICE_PER.search(question) or _OFTEN_ASKED.search(question)
    asked = _PER.search(question) if asks else None
    return asked["per"].removeprefix("个") if asked else ""
