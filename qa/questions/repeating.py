"""Asks a question of the conversation again: of another thing or holder, of before, or why.

`郭鲁平呢?`, `前任呢?`, `之前呢?` and `为什么?` are all of the last question, or of an earlier one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.dates.words import FORMERLY, NOW
from qa.forms.persons.offices import office_asked
from qa.questions.aspects import aspect_question, is_aspect, without_change
from qa.questions.expected import ASKING, expected_answer
from qa.questions.pointing import (
    MEASURES,
    PERSON,
    THERE,
    Told,
    people_named,
    people_of,
    person_meant,
    place_told,
)
from qa.questions.subjects import (
    KIND,
    asks_who_is,
    is_english,
    person_named,
    subject,
    topic,
    without_deed,
)
from qa.questions.swapping import (
    asked_instead,
    asked_of_another,
    asked_within,
)
from qa.text import fold
from qa.types import Expected

if TYPE_CHECKING:
    from collections.abc import Sequence

# `上一期怎么说?`, `还有呢?`, `之前呢?`: the last question once more
_ONCE_MORE = re.compile(
    r"^(?:那|之前的?|以前的?)?(?:[上前]一期|别的报纸|其他报纸|还有别的|还有|别的|其他的?)"
    r"(?:的?报纸?)?(?:是?怎么[说写]的?|呢|还?有吗|吗)*[?？]?$"
)
# `你确定吗?`, `再说一遍`, `总结一下上面的回答`: the last answer once more
_SAY_AGAIN = re.compile(
    r"^(?:请|麻烦)?(?:你|您)?(?:(?:能|可以)?(?:用[\u4e00-\u9fff]{1,3}[语文话])?(?:再|重新)(?:[说讲写答]|回答|解释|查)(?:一?[遍次下])"
    r"|(?:总结|概括|归纳|翻译)(?:一?下)?(?:上面|刚才|以上|前面)?的?(?:回答|答案|内容|话)?"
    r"|(?:真的?)?(?:确定|肯定)|(?:这)?是?真的|没[搞弄]?错)(?:是?[吗吧])?[?？。!！]*$"
)
# `比去年多多少?`, `同比下降多少?`, `贵多少?`: compares what was asked for last
_COMPARES = re.compile(
    r"^(?:那)?(?:[同环]比|[比较](?![亚赛例重分特利])[^,，]{1,10}?(?:[多少高低贵大小快慢长宽重远早晚]了?(?=多少|几)|增|降|[下上][涨升跌])"
    r"|相?差了?(?=多少|几)|[多少贵高低大小快慢]了?(?=多少|几))"
)
# `明年招多少|人?`
_OF_WHAT = re.compile(r"(?:多少|几)[个名位]?(?P<what>[\u4e00-\u9fff]{1,3})[?？]?$")
# `另一座`, `前者`: of two told of
_THE_OTHER = re.compile(rf"另外?一?[{MEASURES}位]|前者")
_ITS = re.compile(r"^(?:它|其(?![他中余实]))的?")  # `它的|校长呢?`
# `为什么?`, `怎么会?`, `Why?`: of what the last question supposes
_WHY_ALONE = re.compile(
    r"^(?:那|这是?)?(?:为什么|为何|为啥|怎么会|什么原因|why)(?:呢|这样|so|not)?[?？]?$",
    re.IGNORECASE,
)
_WAS_DONE = re.compile(r"(?P<done>.{1,6})[了过到]")  # `被罚|了|多少钱?`
# `之前呢?`, `原来是多少?`: what it was before
_BEFORE = re.compile(
    rf"^(?:那|在?这)?{FORMERLY}的?(?:[是有]?(?:多少|几[点号时]|谁|什么样?))?呢?[?？]?$"
)
# `后来呢?`, `结果呢?`: how it went on
_AND_THEN = re.compile(r"^(?:后来|然后|之后|结果|现在|再后来|最后)$")

# `前任呢?`, `上一任是谁?`: of an office
_OTHER_HOLDER = re.compile(
    r"^(?:那|他的?|她的?)?(?P<which>前一?任|上一?任|现任|新任)(?:是谁|叫什么)?呢?[?？]?$"
)
_LOOK_BACK = 3  # turns in which what an ellipsis stands in contrast to is looked for
# What may be otherwise by now: `现在呢?` asks it once more
_MAY_CHANGE = frozenset(
    {Expected.NUMBER, Expected.DATE, Expected.PERSON, Expected.PLACE, Expected.LIST}
)
_A_NOUN = 2  # characters


def asked_again(question: str, told: Sequence[Told]) -> str:
    """Return the question told before that `question` asks again, "" where it asks another.

    Once more (`还有呢?`), of another holder of an office, of what was before, or why it is so.
    """
    if _ONCE_MORE.match(question) or _SAY_AGAIN.match(question):
        return told[-1].question
    if _COMPARES.match(question) and (compared := _compared(question, told[-1].question)):
        return compared
    holder = _OTHER_HOLDER.match(question)
    if holder and (of_office := _of_other_holder(holder["which"], told)):
        return of_office
    if _BEFORE.match(question):
        return _before(question, told)
    return _why(told[-1]) if _WHY_ALONE.match(question) else ""


def _of_other_holder(which: str, told: Sequence[Told]) -> str:
    """Return the last question for the holder of an office, asked of its `前任` or `现任`."""
    for one in reversed(told):
        office = office_asked(fold(one.question))
        if office and office in one.question:
            return one.question.replace(office, f"{which}{office}", 1)
    return ""


def _before(question: str, told: Sequence[Told]) -> str:
    """Return what was asked last, of the kind that `question` asks for, of what was before."""
    kind = expected_answer(question)
    of_kind = (one for one in reversed(told) if expected_answer(one.question) is kind)
    last = told[-1] if kind is Expected.OTHER else next(of_kind, told[-1])
    about = last.subject if last.subject in last.question else ""
    return last.question.replace(about, f"{about}原来", 1)


def _compared(question: str, last: str) -> str:
    """Return a comparison of the measure asked for last: `桥西村人均收入|比去年多多少?`."""
    about = without_change(topic(last))
    measure = without_deed(about)
    if measure != about and (counted := _OF_WHAT.search(last)):  # `招|人`
        measure = f"{about}{counted['what']}"
    is_amount = expected_answer(question) in (Expected.NUMBER, Expected.OTHER)
    if not (measure and is_amount and expected_answer(last) is Expected.NUMBER):
        return ""
    compared = re.sub(r"^那|呢(?=[?？]?$)", "", question)
    asking = "" if ASKING.search(compared) else "是多少"
    return f"{measure}{compared.rstrip('?？')}{asking}?"


def _why(told: Told) -> str:
    last = told.question
    if expected_answer(last) is Expected.REASON:
        return last
    about = told.subject if told.subject in last else subject(last)
    rest = re.sub(r"了?[吗呢]$|后来|现在", "", last.rstrip("?？。 ").removeprefix(about))
    if asked := ASKING.search(rest):
        done = _WAS_DONE.fullmatch(rest[: asked.start()])
        rest = done["done"] if done else ""
    return f"Why {about}?" if last.isascii() else f"{about}为什么{rest}?"


def of_another(new: str, told: Sequence[Told]) -> str:
    """Return the last question asked of `new`: `郭鲁平` for the person that it was asked of."""
    last = told[-1].question
    if re.fullmatch(NOW, new) and expected_answer(last) in _MAY_CHANGE and not asks_who_is(last):
        return asked_of_another(last, new) or asked_within(last, new)
    if not new or _AND_THEN.match(new):
        return f"{told[-1].subject}{new or '后来'}怎么样?"
    new = _pointed_to(_ITS.sub("", new), told)
    if not PERSON.fullmatch(new) and (named := people_named(new, told)) != new:
        return aspect_question("", named)
    if new in last and not is_aspect(new):
        return last
    bare = new if len(new) <= _A_NOUN else new.removesuffix("的")  # `学生的呢?`
    earlier = (asked_of_another(one.question, bare) for one in reversed(told[-_LOOK_BACK:]))
    people_told = {name for one in told for name in people_of(one)}
    asked_before = (one.question for one in reversed(told))
    of_things = (one for one in asked_before if not any(name in one for name in people_told))
    within = next(of_things, last)
    contrasted = next(filter(None, earlier), "")
    asked = contrasted or asked_within(within, new) or asked_instead(last, new)
    if not asked and is_english(last):
        return f"What about {new} of {told[-1].subject}?"
    return asked or aspect_question(told[-1].subject, new)


def _pointed_to(new: str, told: Sequence[Told]) -> str:
    """Return what `他`, `那里`, `另一座` or a name in short means, all else as it is."""
    if PERSON.fullmatch(new):
        return person_meant(new, told, but=person_named(told[-1].question)) or new
    if THERE.fullmatch(new):
        return place_told(told) or new
    if _THE_OTHER.fullmatch(new):
        return _other_of_kind(told) or new
    return _in_full(new, told)


def _other_of_kind(told: Sequence[Told]) -> str:
    """Return the last subject before this one that is of its kind: another bridge."""
    about = told[-1].subject
    kind = KIND.search(about)
    others = (one.subject for one in reversed(told) if one.subject != about)
    return next((one for one in others if kind and one.endswith(kind.group())), "")


def _in_full(new: str, told: Sequence[Told]) -> str:
    """Return a name in full that is said in short, as told: `青岭队`, of `青岭` beside `铁牛队`."""
    kind = KIND.search(fold(told[-1].subject))
    full = f"{new.removesuffix('的')}{kind.group()}" if kind else new
    return full if any(full in f"{one.question}{one.answer}" for one in told) else new
