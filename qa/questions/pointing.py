"""Finds whom, what, where and when a pronoun points back to in what a conversation told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qa.forms.persons.kinship import KIN, MEN, WOMEN
from qa.forms.persons.names import SURNAMES, chinese_names, unnamed
from qa.forms.persons.people import people
from qa.forms.persons.sounds import foreign_names
from qa.questions.expected import expected_answer
from qa.questions.subjects import (
    ASKS,
    asks_who_is,
    doer,
    may_be_person,
    name_first,
    topic,
    without_deed,
)
from qa.text import fold
from qa.types import Expected

if TYPE_CHECKING:
    from collections.abc import Sequence

# Behind other words it goes on from these: `改水|这事`, `青石岭|那位书记`, `告状的|那个人`
_ALONE = r"(?:(?<![\u4e00-\u9fff])|(?<=[对给跟和与被把让向替比谢找问叫请由是为在于时后天]))"
_STANDS_ALONE = re.compile(_ALONE)
# `她是哪年入党的?`: a person told of before
PERSON = re.compile(
    r"(?<![其吉])(?P<he>他)(?!们|人|乡|日)|(?P<she>她)(?!们)"
    rf"|{_ALONE}(?:此人|这个人|那个人|这位|那位)(?![\u4e00-\u9fff]{{2,4}}(?:是|叫))"
    r"|\b(?P<he_en>he|him|his)\b|\b(?P<she_en>she|her)\b",
    re.IGNORECASE,
)
MEASURES = "个座条家所件项次场篇支款"
# `它什么时候开?`, `该项目花了多少?`, `那个公园后来开了吗?`, `is it open?`
_THING = re.compile(
    rf"它(?!们)|(?:这|那|(?<![应本])该)[{MEASURES}路]?(?P<noun>(?![他她它])[\u4e00-\u9fff]{{1,8}})"
    # but not `this year`, `the school that burned`
    r"|\b(?:it|its)\b|(?:^|(?<=\bis )|(?<=\bwas )|(?<=\bdid )|(?<=\bdoes )|(?<=\babout ))"
    r"(?:that|this)\b(?! (?:year|month|week|day|time|season|spring|summer|autumn|winter)\b)",
    re.IGNORECASE,
)
# `项目`, `地方`: what may name any thing that was told of
_ANY_THING = re.compile(r"项目|工程|地方|活动|事情|事件|事|消息|政策|比赛|线路|单位|机构|工作")
# `那里怎么去?`, `当地有多少户?`: a place told of before, but not `谁那里`
THERE = re.compile(
    r"(?<![谁他她我你您们])[那这][里儿]|当地"
    r"|(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )\bthere\b(?! (?:is|are|was|were)\b)",
    re.IGNORECASE,
)
# `那天下雨了吗?`: on a day told of before
_THAT_DAY = re.compile(r"那一?[天日](?!报)|^当[天日]")
DAY_TOLD = re.compile(r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号]|[上中下]旬|[初底])?")
_LONGEST_PLACE = 24  # characters: a longer answer tells more than where
NOT_ANSWERED = re.compile(r"没有找到|^Not found", re.IGNORECASE)

# `温亚容的老伴,比|她`, `边小树拉着多少户跟|他`: between a name and what points back to it
_GOES_ON_OF_ONE = re.compile(rf"[,，的]|{ASKS.pattern}")
_A_WORD = 2  # characters
_OLD_WOMEN, _OLD_MEN = (
    "老太太?|奶奶|婆婆|大[娘妈婶]|女士|阿姨",
    "老[汉伯]|爷爷|大[爷伯叔]|先生|师傅",
)
_FEMALE = rf"{WOMEN}|{_OLD_WOMEN}|姑娘|女子"
_MALE = rf"{MEN}|{_OLD_MEN}|小伙|男子"
# `黎老太太|做了什么手术?`: whom papers call so
_CALLED = re.compile(rf"[{''.join(SURNAMES)}](?:{_OLD_WOMEN}|{_OLD_MEN})")
_KIN = re.compile(rf"{KIN}|孩子|[爸妈爹娘哥姐弟妹]")
# `武德山的老伴`: what tells of a person without a name
SOMEBODY = re.compile(rf"(?:{_FEMALE}|{_MALE}|老伴|爱人|孩子|[长任记理员师手人])$")


# `谁|救了落水的孩子|?`, but not `谁是冠军?`
_WHO_DID = re.compile(r"谁(?P<did>(?!是|的)[^,，?？]{2,})[?？]?$")
# `翟文清|夫妇`: told with another who has no name
_AND_ANOTHER = re.compile(r"(?:夫[妇妻]|父[子女]|母[子女]|兄弟|姐妹|一家|等人?)+$")


@dataclass(frozen=True, slots=True)
class Told:
    """What the conversation has told so far: a question that stands alone, and its answer."""

    question: str
    answer: str
    subject: str  # what it is about: of earlier turns, where it was given that or names nothing
    asked: str = ""  # as it was asked: `她多大?`


def on_that_day(question: str, told: Sequence[Told]) -> str:
    """Return `question` with the day written out that it points back to."""
    if not _THAT_DAY.search(question):
        return question
    for one in reversed(told):
        short = one.answer.partition("\n")[0]
        answered = short if expected_answer(one.question) is Expected.DATE else ""
        if day := DAY_TOLD.search(one.question) or DAY_TOLD.search(answered):
            return _THAT_DAY.sub(day.group(), question, count=1)
    return question


def people_named(question: str, told: Sequence[Told]) -> str:
    """Return `question` with the person named whom a pronoun in it means."""
    found = PERSON.search(question)
    if not found or _is_of_this_question(found):
        return question
    name = person_meant(found.group(), told)
    if not name and (doer_told := _WHO_DID.match(told[-1].question)) and not found.start():
        return f"{doer_told['did']}的人{question[found.end() :]}"
    if not name:  # whoever it is has not been named: a question about the same thing
        last, space = told[-1].question, " " if question.isascii() else ""
        asks_who = expected_answer(last) is Expected.PERSON and not found.start()
        whom = without_deed(topic(last))  # `图书馆保安队长`
        name = whom if SOMEBODY.search(whom) else told[-1].subject
        if not SOMEBODY.search(name) and not asks_who:
            return f"{name}{space}{question}"
    return question[: found.start()] + name + question[found.end() :]


def _is_of_this_question(pronoun: re.Match[str]) -> bool:
    """Return whether a question names itself whom a pronoun means: `桂小川替|他|妈背过几趟?`.

    But `沈秋月认识他吗?` is asked of another.
    """
    before = pronoun.string[: pronoun.start()]
    behind = [before.rpartition(name)[2] for name in _names_within(before)]
    is_kin = _KIN.match(pronoun.string, pronoun.end())
    return any(is_kin or _GOES_ON_OF_ONE.search(rest) for rest in behind)


def _names_within(question: str) -> list[str]:
    """Return what is cut like a name of three characters and more anywhere in a question."""
    folded = fold(question)
    found = (folded[one.start : one.end] for one in chinese_names(folded))
    return [name for name in found if len(name) > _A_WORD and may_be_person(name, folded)]


def person_meant(pronoun: str, told: Sequence[Told], but: str = "") -> str:
    """Return the person that a pronoun means: the one told of last whom it fits."""
    female = pronoun.lower() in ("她", "she", "her")
    male = pronoun.lower() in ("他", "he", "him", "his")
    for one in reversed(told):
        known = [name for name in people_of(one) if name != but]
        women = [name for name in known if _is_known_as(name, _FEMALE, "她", told)]
        men = [
            name for name in known if _is_known_as(name, _MALE, "他", told) and name not in women
        ]
        meant = women if female else men if male else known
        unknown = [name for name in known if name not in (*women, *men)]
        if meant or unknown:
            return (meant or unknown)[0]
    return ""


def people_of(told: Told) -> list[str]:
    """Return the persons of a turn: whom the question is about, unless it asks for a person."""
    asked = told.question
    called = _CALLED.match(fold(asked))
    name = doer(asked) or next(iter(unnamed(asked)), "") or name_first(asked)
    name = name or (called.group() if called else "")
    about = [name] if name else []
    if NOT_ANSWERED.search(told.answer):
        return about
    first = _AND_ANOTHER.sub("", told.answer.split("\n", 1)[0].rstrip("。."))
    answered = [*people(f"{first}说"), *people(told.answer), *unnamed(told.answer)]
    answered += (one for one in _names_within(asked) if one in told.answer)
    abroad = foreign_names(fold(f"{asked}\n{told.answer}"))
    answered = [_whole(name, abroad) for name in answered]
    asks_who = expected_answer(asked) is Expected.PERSON and not asks_who_is(asked)
    # `沈秋月|谁陪同?`: who else, not who that person is
    stays = bool(name and re.match(rf"{re.escape(name)}谁(?!是)\w", asked))
    return [*answered, *about] if asks_who and not stays else [*about, *answered]


def _whole(name: str, abroad: Sequence[str]) -> str:
    """Return the name written by its sounds that a name is cut out of: `贝|兰迪尼`."""
    return next((one for one in abroad if name in one), name)


def _is_known_as(name: str, kin: str, pronoun: str, told: Sequence[Told]) -> bool:
    """Return whether a person is known as a woman, or a man: by what is told, or by how asked."""
    text = "\n".join(f"{one.question}\n{one.answer}" for one in told)
    other, known = "他" if pronoun == "她" else "她", re.escape(name)
    return bool(
        re.search(rf"(?:{kin})$", name)
        or re.search(rf"(?:{kin}){known}|{known}(?:{kin})", text)
        or re.search(rf"{known}[^{other}]{{0,40}}(?<!其){pronoun}(?![们人])", text)
        or any(_is_asked_as(name, kin, pronoun, one) for one in told)
    )


def _is_asked_as(name: str, kin: str, pronoun: str, told: Told) -> bool:
    """Return whether a turn has a person for `她`, or answers with the one whom it asks for.

    So with `她儿子叫什么?`, and `女子组冠军是谁?`.
    """
    if name in told.question:
        _, found, behind = told.asked.partition(pronoun)
        return bool(found) and f"{name}{behind[:1]}" in told.question
    asks_for = re.search(rf"(?:{kin})(?:组|冠军|叫|是谁|怎么样)", told.question)
    return bool(asks_for) and name in told.answer


def place_named(question: str, told: Sequence[Told]) -> str:
    """Return `question` with the place named that `那里` in it means."""
    place = place_told(told)
    return THERE.sub(lambda _: place, question, count=1) if place else question


def place_told(told: Sequence[Told]) -> str:
    """Return the place that was told of last: what was answered, or what was asked about."""
    last = told[-1]
    if expected_answer(last.question) is Expected.PLACE and not NOT_ANSWERED.search(last.answer):
        short, _, quotes = last.answer.partition("\n")
        if quotes and len(short) <= _LONGEST_PLACE:
            return re.sub(r"^.*?(?:在|位于|是|为)(?=..)", "", short.rstrip("。."))
    return last.subject


def things_named(question: str, told: Sequence[Told]) -> str:
    """Return `question` with the thing named that `它` or `该项目` in it means."""
    found = _THING.search(question)
    if not found:
        return question
    noun = found["noun"]
    if not noun:
        return question[: found.start()] + told[-1].subject + question[found.end() :]
    measured = found.group()[1:2] in MEASURES
    for one in reversed(told):
        about = one.subject
        end = found.start("noun") + shared_noun(about, noun, least=1 if measured else 2)
        if end > found.start("noun") and about not in question:
            return question[: found.start()] + about + question[end:]
    general = _STANDS_ALONE.match(question, found.start()) and _ANY_THING.match(noun)
    if general and (measured or found.group()[0] in "该这"):
        end = found.start("noun") + general.end()
        return question[: found.start()] + told[-1].subject + question[end:]
    return question


def shared_noun(about: str, noun: str, least: int = 2) -> int:
    """Return how many characters of `noun` name the kind of thing that `about` is: `公园`."""
    folded, ends = fold(noun), fold(about)
    return next(
        (size for size in range(min(4, len(noun)), least - 1, -1) if ends.endswith(folded[:size])),
        0,
    )
