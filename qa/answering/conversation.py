"""Makes a question of a conversation stand alone, by rules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

# `换个话题,`, `另外问一下,`: what was said before no longer counts
_NEW_TOPIC = re.compile(
    r"^(?:换[一个]*话题|另外?问(?:一下|个)?|顺便问(?:一下)?|再问个别的)[,，。:：]?\s*"
)

# `他是哪年入党的?`: a person of the last answer or question
_PERSON = re.compile(r"(?<![其吉])[他她](?!们|人|乡|日)|此人|这个人|那个人|这位|那位")

# `它什么时候开?`, `那里有什么?`: the thing of the last question
_THING = re.compile(
    r"它(?!们)|(?:这|那)(?:个|座|条|家|所|件事|里|项|次|场|篇|时)(?![\u4e00-\u9fff]{2,6}(?:是|有|在))"
)

# `那第一针呢?`, `后来呢?`, `还有呢?`: the last question, with something put in its place
_ELLIPSIS = re.compile(r"^(?:那么?|那|至于|还有)?[,，]?(?P<topic>.{0,16}?)呢[?？]?$")

# `那后来开了吗?`, `那要花多少钱?`, `剩下的去哪儿了?`: goes on from the last question
_GOES_ON = re.compile(r"^(?:那么?|后来|然后|还有|其[中余他]|另外|剩下|结果|而且|所以|又)")

# `李爱民。`, `“李爱民”`: an answer that starts with a name, of two to four characters
_NAME = re.compile(r"^[“\"]?(?P<name>[\u4e00-\u9fff]{2,4})(?=[。,，”\"\n\[(]|$)")

# What parts the thing asked about from what is asked of it: `苇荡湿地公园|什么时候开放`
_ASKED_OF = re.compile(
    r"什么|谁|哪|多少|几|怎|如何|为何|是否|有没有|能不能|是不是|吗|呢|有多|的?(?=是|在|由|会|将|要|已|共)"
)
# What is said of a thing and is not of its name: `公园|原来计划`
_TIME_WORDS = re.compile(
    r"(?:原来|原先|原本|本来|后来|现在|目前|计划|预计|一共|总共|累计|到底|究竟|将|会|共)+$"
)

_FRAGMENT = 4  # characters

_ASKED = re.compile(
    r"什么时候|什么|谁|哪里|哪些|哪[年月日天个位儿]|多少|几|怎么样?|如何|为什么|为何|是否"
)


def stand_alone(question: str, history: Sequence[tuple[str, str]]) -> str:
    """Return `question` with what it takes from earlier turns written out.

    Pronouns are replaced by the person or thing of the turn before, and a question without a
    subject is given the last one. A question that is whole by itself is returned as it is.

    Args:
        question: as asked.
        history: earlier questions with their answers, oldest first.
    """
    question = question.strip()
    fresh = _NEW_TOPIC.sub("", question)
    if fresh != question:
        return fresh or question
    if not history:
        return question
    last, answered = stand_alone(history[-1][0], history[:-1]), history[-1][1]
    if _PERSON.search(question):
        name = _name(answered)
        return _PERSON.sub(name or topic(last), question, count=1)
    ellipsis = _ELLIPSIS.match(question)
    if ellipsis:
        return _with_topic_changed(last, ellipsis["topic"])
    if _THING.search(question):
        return _THING.sub(topic(last), question, count=1)
    if (_GOES_ON.match(question) or _is_fragment(question)) and topic(last) not in question:
        rest = re.sub(r"^那么?[,，]?", "", question)
        return f"{topic(last)}{rest}"
    return question


def topic(question: str) -> str:
    """Return the thing that `question` asks about: `公园` of `公园什么时候开放?`."""
    asked = _ASKED_OF.search(fold(question))
    start = question[: asked.start()] if asked else question
    return _TIME_WORDS.sub("", start).strip(" ,，?？。的在是") or question.rstrip("?？。!！ ")


def _is_fragment(question: str) -> bool:
    """Return whether too little is left for a subject once what asks is gone: `为什么推迟?`."""
    return len(re.findall(r"\w", _ASKED.sub("", question).rstrip("吗呢了的"))) <= _FRAGMENT


def _name(answer: str) -> str:
    found = _NAME.match(answer.strip())
    return found["name"] if found else ""


def _with_topic_changed(last: str, new: str) -> str:
    """Return `last` asked of something else: `第一针` for the words that tell what was asked of."""
    new = new.strip(" ,，")
    plain = last.rstrip("?？。")
    if not new or new in ("后来", "然后", "之后", "现在"):
        return f"{topic(last)}{new}怎么样?"
    return f"{plain},{new}?" if _ASKED.search(plain) else f"{new}{plain}?"
