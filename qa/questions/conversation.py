"""Makes a question of a conversation stand alone, by rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qa.forms.names import unnamed
from qa.forms.offices import office_asked
from qa.forms.people import people
from qa.questions.courtesies import is_civil, without_courtesies
from qa.questions.expected import expected_answer
from qa.questions.subjects import (
    IN_SERIES,
    KIND,
    NOW,
    asks_who_is,
    doer,
    is_named,
    person_named,
    subject,
    topic,
    without_deed,
    without_polite,
)
from qa.questions.swapping import (
    asked_instead,
    asked_of_another,
    asked_within,
    aspect_question,
    headed,
    is_aspect,
)
from qa.text import fold, simplified
from qa.types import Expected

if TYPE_CHECKING:
    from collections.abc import Sequence

# `换个话题,`, `另外问一下,`: what was said before no longer counts
_NEW_TOPIC = re.compile(
    r"^(?:我?(?:想)?换[一个]*(?:话题|问题)|不说这个了|另外?问(?:一下|个)?|顺便问(?:一下)?|再问个别的|问个别的)(?:吧)?[,，。:：]?\s*"
    r"|^(?:new topic|another question|by the way|on another (?:topic|note))[,:.]?\s*",
    re.IGNORECASE,
)
# `另外,今年高考是哪天?`: more is asked, perhaps of something else
_BESIDES = re.compile(r"^(?:另外|还有|又|而且)[,，]?")
# `她是哪年入党的?`: a person told of before
_PERSON = re.compile(
    r"(?<![其吉])(?P<he>他)(?!们|人|乡|日)|(?P<she>她)(?!们)|(?:此人|这个人|那个人|这位|那位)(?![\u4e00-\u9fff]{2,4}(?:是|叫))"
    r"|\b(?P<he_en>he|him|his)\b|\b(?P<she_en>she|her)\b",
    re.IGNORECASE,
)
# `它什么时候开?`, `该项目花了多少?`, `那个公园后来开了吗?`, `is it open?`
_THING = re.compile(
    r"它(?!们)|(?:这|那|(?<![应本])该)(?:个|座|条|家|所|件|项|次|场|篇|支|款|路)?(?P<noun>(?![他她它])[\u4e00-\u9fff]{1,8})"
    # but not `this year`, `the school that burned`
    r"|\b(?:it|its)\b|(?:^|(?<=\bis )|(?<=\bwas )|(?<=\bdid )|(?<=\bdoes )|(?<=\babout ))"
    r"(?:that|this)\b(?! (?:year|month|week|day|time|season|spring|summer|autumn|winter)\b)",
    re.IGNORECASE,
)
# `项目`, `地方`: what may name any thing that was told of
_ANY_THING = re.compile(r"项目|工程|地方|活动|事情|事件|事|消息|政策|比赛|线路|单位|机构|工作")
_MEASURES = "个座条家所件项次场篇支款"
# `那里怎么去?`, `当地有多少户?`: a place told of before
_THERE = re.compile(
    r"那里|那儿|这里|这儿|当地"
    r"|(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )\bthere\b(?! (?:is|are|was|were)\b)",
    re.IGNORECASE,
)
# `那第一针呢?`, `后来呢?`, `What about the second one?`: the last question of something else
_ELLIPSIS = re.compile(
    r"^(?:那么?(?![天年时]|晚(?![餐饭会]))|至于|还有)?[,，]?(?P<topic>.{0,16}?)呢[?？]?$"
    r"|^(?:and |but )?(?:what|how) about (?P<en>.+?)\??$",
    re.IGNORECASE,
)
_THE_OTHER = re.compile(rf"另外?一?[{_MEASURES}位]|前者")  # of the two told of
_ITS = re.compile(r"^(?:它|其(?![他中余实]))的?")  # `它的|校长呢?`
# `那后来开了吗?`, `剩下的去哪儿了?`, `And when did it open?`: goes on from the last question
_GOES_ON = re.compile(
    r"^(?:那么?|后来|然后|其[中余他](?!.{1,3}[人民员户的])|剩下|结果|所以|还(?!有))"
    r"(?![里儿年天些个座条家所件项次场篇时期])[,，]?"
    r"|^(?:and|so|then|but)\b,?\s*",
    re.IGNORECASE,
)
_LEADS_IN = re.compile(
    r"^(?:and|so|then|but)\b,?\s*|^(?:那么?(?![个座条家所件项次场篇张幅天年时期]|晚(?![餐饭会]))|而且|所以|另外|结果)[,，]?",
    re.IGNORECASE,
)
# `他们偷了多少次?`: those told of before
_THEY = re.compile(r"^[他她它]们")
# `回到刚才的|老兵食堂`
_BACK_TO = re.compile(
    r"^(?:再|还是)?(?:回到|说回|回过头来?[说问看]?)(?:刚才|之前|前面|开始)?(?:[说问讲]的?)?的?[,，]?"
)
# `不是,我问的是|15路`, `错了,我要|学生的`, `我问的是|二期`: what was meant instead
_MEANT = r"(?:我?想?[问说指要](?:的是|的|是)?|应该?是|是)"
_CORRECTS = re.compile(
    rf"^(?:不是的?|不对|不|[搞弄听看答]?错了?|no|wrong)[,，。.!！\s]+"
    rf"(?:{_MEANT}|i (?:mean|meant|asked about) )?"
    r"|^我想?[问说指]的是|^i (?:mean|meant|asked about) ",
    re.IGNORECASE,
)
# `不是|一期|,是|二期`
_INSTEAD = re.compile(
    rf"^(?:我[问说指]的)?不是[问说指]?(?P<wrong>[^,，?？]{{1,12}})[,，]\s*(?:而|{_MEANT})"
    r"(?P<meant>[^,，?？]{1,12}(?<![吗呢吧]))[。.!！]*$"
)
# `那期的头条是什么?`: of the edition of a day told of before
_THAT_EDITION = re.compile(r"^[那这该]一?期(?=[的报上登说谁有])")
# `那天下雨了吗?`: on a day told of before
_THAT_DAY = re.compile(r"那一?[天日](?!报)|^当[天日]")
_DAY_TOLD = re.compile(r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号]|[上中下]旬|[初底])?")
# `为什么?`, `怎么会?`, `Why?`: of what the last question supposes
_WHY_ALONE = re.compile(
    r"^(?:那|这是?)?(?:为什么|为何|为啥|怎么会|什么原因|why)(?:呢|这样|so|not)?[?？]?$",
    re.IGNORECASE,
)
_WAS_DONE = re.compile(r"(?P<done>.{1,6})[了过到]")  # `被罚|了|多少钱?`
# `上一期怎么说?`, `还有呢?`, `之前呢?`: the last question once more
_ONCE_MORE = re.compile(
    r"^(?:那|之前的?|以前的?)?(?:[上前]一期|别的报纸|其他报纸|还有别的|还有|别的|其他的?)"
    r"(?:的?报纸?)?(?:是?怎么[说写]的?|呢|还?有吗|吗)*[?？]?$"
)
# `之前呢?`, `原来是多少?`: what it was before
_BEFORE = re.compile(
    r"^(?:那|在?这)?(?:之前|以前|此前|原来|原先|过去)的?(?:[是有]?(?:多少|几[点号时]|谁|什么样?))?呢?[?？]?$"
)
# `哪天的报纸说的?`, `这是谁写的?`, `第几版?`: where the last answer is printed, and who wrote it
_SOURCE = re.compile(
    r"^(?:那|这|这个|这些|上面|刚才)?(?:消息|报道|内容|话)?是?(?:"
    r"(?:出自|来自|登在|刊登在|见于?|在)?哪一?(?:天|日|期|家|份|张|篇|版)的?(?:报纸?|报道|文章|新闻|日报|版)?上?"
    r"(?:报道|刊登|登|见报|[说写讲])?[的了]?"
    r"|(?:出自|来自|登在|刊登在|见于?|在)?第几版(?:[登说写讲])?的?|谁(?:采写|报道|写)的?|(?:哪[位个]|什么)?记者(?:是谁|写的|报道的)|(?:作者|记者)(?:是谁|呢)"
    r"|(?:出处|来源)(?:在哪里?|是什么|呢)?|(?:你|您)?(?:从)?(?:哪里|哪儿)(?:看到|知道|查到)的)[?？]?$"
    r"|^(?:which|what) (?:paper|edition|issue|page|article)"
    r"(?: (?:said|says|reported|printed|is|was))?(?: (?:that|this|it))?(?: (?:in|on))?\?*$"
    r"|^who (?:wrote|reported) (?:that|this|it)\?*$",
    re.IGNORECASE,
)
# `后来呢?`, `结果呢?`: how it went on
_AND_THEN = re.compile(r"^(?:后来|然后|之后|结果|现在|再后来|最后)$")

# What asks; with little beside it, a question has no subject of its own: `为什么推迟?`
_ASKED = re.compile(
    r"什么时候|什么|谁|哪里|哪些|哪[年月日天个位儿]|多少|几|怎么样?|如何|为什么|为何|是否|有多|多[大长高远久]"
)
_FRAGMENT = 4  # characters
_A_NOUN = 2  # characters
# `前任呢?`, `上一任是谁?`: of an office
_FORMER = re.compile(
    r"^(?:那|他的?|她的?)?(?P<former>前一?任|上一?任|现任|新任)(?:是谁|叫什么)?呢?[?？]?$"
)
_ANOTHER_KIND = re.compile(r"[副半次准]$")  # `半|决赛`, `副|市长`
_LOOK_BACK = 3  # turns in which what an ellipsis stands in contrast to is looked for
# `市长是谁?`: short, and whole in itself
_WHOLE = re.compile(
    r"^(?:[国省市县区]|本[省市县区])[长委]|^(?:今天|今年|最近|近来)"
    r"|^(?:高考|中考|春运|春节|元旦|清明|五一|端午|中秋|国庆|奥运会|世界杯|两会)"
    # what an edition holds: `头版有哪些文章?`, `9月4日有什么新闻?`
    r"|^(?:.{0,8}[的日号月])?(?:头[版条]|第?[\d一二三四五六七八九十]{1,2}版)"
    r"|^\d.{0,8}有(?:什么|哪些)(?:大?新闻|大事|要闻)"
)
# What may be otherwise by now: `现在呢?` asks it once more
_MAY_CHANGE = frozenset(
    {Expected.NUMBER, Expected.DATE, Expected.PERSON, Expected.PLACE, Expected.LIST}
)
_NOT_ANSWERED = re.compile(r"没有找到|^Not found", re.IGNORECASE)

_FEMALE = r"孙女|女儿|母亲|妈妈|奶奶|外婆|妻子|女士|阿姨|大娘|姑娘|女子"
_MALE = r"孙子|儿子|父亲|爸爸|爷爷|外公|丈夫|先生|大爷|小伙|男子"
# `武德山的老伴`: what tells of a person without a name
_SOMEBODY = re.compile(rf"(?:{_FEMALE}|{_MALE}|老伴|爱人|孩子|[长任记理员师手人])$")


@dataclass(frozen=True, slots=True)
class _Told:
    """What the conversation has told so far: a question that stands alone, and its answer."""

    question: str
    answer: str
    subject: str  # what it is about: of earlier turns, where it was given that or names nothing
    asked: str = ""  # as it was asked: `她多大?`


def stand_alone(question: str, history: Sequence[tuple[str, str]]) -> str:
    """Return `question` with what it takes from earlier turns written out.

    Pronouns are replaced by the person or thing told of before, a question without a subject is
    given the last one, and one that only names something else asks the last question of that. A
    question that is whole by itself is returned as it is.

    Args:
        question: as asked.
        history: earlier questions with their answers, oldest first.
    """
    told: list[_Told] = []
    for asked, answered in history:
        plain = simplified(asked.strip())
        if is_civil(plain):
            continue
        if _NEW_TOPIC.match(plain):
            told.clear()
        told.append(_turn(plain, answered, told))
    plain = simplified(question.strip())
    whole = plain if is_civil(plain) else _stand_alone(plain, told)
    return question.strip() if whole == plain else whole


def _turn(question: str, answer: str, told: Sequence[_Told]) -> _Told:
    whole = _stand_alone(question, told)
    return _Told(whole, answer, _subject(question, whole, answer, told), question)


def _subject(question: str, whole: str, answer: str, told: Sequence[_Told]) -> str:
    """Return what a turn is about: what it names, else what was told of before.

    What was asked in vain and has no name is not gone on from: `链接呢?`.
    """
    own = subject(whole)
    of_somebody = _SOMEBODY.search(topic(question)) or _SOMEBODY.search(own)  # `老伴叫什么?`
    people_told = (name for one in reversed(told) for name in _people_of(one))
    given = [one for one in people_told if one not in question and whole.startswith(one)]
    if told and told[-1].subject not in question and told[-1].subject in whole:
        given = [told[-1].subject]
    if given and not of_somebody:
        part = own.removeprefix(given[0])
        return own if IN_SERIES.fullmatch(part) else given[0]
    in_vain = _NOT_ANSWERED.search(answer) and not (of_somebody or is_named(own))
    return own if own and not (told and in_vain) else told[-1].subject if told else ""


def asks_source(question: str) -> bool:
    """Return whether a question asks where what was answered last is printed, or who wrote it."""
    return bool(_SOURCE.match(simplified(question.strip())))


def _stand_alone(question: str, told: Sequence[_Told]) -> str:
    question = _BACK_TO.sub("", without_courtesies(question))
    fresh = _NEW_TOPIC.sub("", question)
    if fresh != question or not told:
        return fresh or question
    question = without_polite(_corrected(question, told[-1].question))
    last = told[-1].question
    if _SOURCE.match(question):
        answered = (one.question for one in reversed(told) if not _NOT_ANSWERED.search(one.answer))
        return next(answered, last)
    if _ONCE_MORE.match(question):
        return last
    former = _FORMER.match(question)
    if former and (of_office := _of_former(former["former"], told)):
        return of_office
    if _BEFORE.match(question):
        return _before(question, told)
    question = _on_that_day(question, told)
    if _WHY_ALONE.match(question):
        return _why(told[-1])
    ellipsis = _ELLIPSIS.match(question)
    if ellipsis:
        new = (ellipsis["topic"] or ellipsis["en"] or "").strip(" ,，")
        if not _ASKED.search(new):
            return _of_another(_without_day(new, last), told)
        question = re.sub(r"呢(?=[?？]?$)", "", question)  # `为什么推迟呢?`
    if _THAT_EDITION.match(question):
        days = (_DAY_TOLD.search(one.question) for one in reversed(told))
        return next((f"{day.group()}{question}" for day in days if day), question)
    resolved = _things_named(_people_named(_place_named(question, told), told), told)
    if resolved != question:
        return _LEADS_IN.sub("", resolved)
    return _given_subject(question, told)


def _corrected(question: str, last: str) -> str:
    """Return a correction as the question that it is of what was meant: `梅溪呢?`."""
    if instead := _INSTEAD.match(question):
        wrong, meant = instead["wrong"], instead["meant"]
        return last.replace(wrong, meant, 1) if wrong in last else f"{meant}呢?"
    rest = _CORRECTS.sub("", question)
    named = rest.rstrip(".。!！?？")
    if rest == question or _ASKED.search(rest) or named.endswith(("吗", "呢")):
        return rest
    return f"What about {named}?" if named.isascii() else f"{named.removesuffix('的')}呢?"


def _of_former(former: str, told: Sequence[_Told]) -> str:
    """Return the last question for the holder of an office, asked of who held it before."""
    for one in reversed(told):
        office = office_asked(fold(one.question))
        if office and office in one.question:
            return one.question.replace(office, f"{former}{office}", 1)
    return ""


def _before(question: str, told: Sequence[_Told]) -> str:
    """Return what was asked last, of the kind that `question` asks for, of what was before."""
    kind = expected_answer(question)
    of_kind = (one for one in reversed(told) if expected_answer(one.question) is kind)
    last = told[-1] if kind is Expected.OTHER else next(of_kind, told[-1])
    about = last.subject if last.subject in last.question else ""
    return last.question.replace(about, f"{about}原来", 1)


def _on_that_day(question: str, told: Sequence[_Told]) -> str:
    """Return `question` with the day written out that it points back to."""
    if not _THAT_DAY.search(question):
        return question
    for one in reversed(told):
        short = one.answer.partition("\n")[0]
        answered = short if expected_answer(one.question) is Expected.DATE else ""
        if day := _DAY_TOLD.search(one.question) or _DAY_TOLD.search(answered):
            return _THAT_DAY.sub(day.group(), question, count=1)
    return question


def _without_day(new: str, last: str) -> str:
    """Return `new` without a day that the last question names already."""
    day = _DAY_TOLD.match(new)
    return (day and day.group() in last and new[day.end() :].removeprefix("的")) or new


def _given_subject(question: str, told: Sequence[_Told]) -> str:
    """Return `question` with the last subject before it, if it goes on from it and has none.

    `社区书记是谁?` asks of the community told of, as `那书记是谁?` does.
    """
    about = told[-1].subject
    kind = _shared_noun(about, question)
    if kind and about not in question:
        another = _ANOTHER_KIND.search(about[:-kind])
        if not another:
            return about + question[kind:]
        about = about[: another.start()]  # the final is not the semi-final
    goes_on = _GOES_ON.match(question) or _THEY.match(question)
    rest = _THEY.sub("", _LEADS_IN.sub("", question))
    bare = _BESIDES.sub("", rest)
    if not goes_on and (not _is_fragment(bare) or _WHOLE.match(bare)):
        return question
    if (about and about in question) or is_named(rest):
        return rest
    if not goes_on:
        about = _earlier_subject(bare, told) or about
    space = " " if question.isascii() else ""
    return f"{headed(about, rest)}{space}{rest}"


def _earlier_subject(question: str, told: Sequence[_Told]) -> str:
    """Return the subject of an earlier turn, if that alone tells of what a question names.

    Unless the last turn has just gone over to another: `白石镇呢?`.
    """
    over, about = _ELLIPSIS.match(told[-1].asked), told[-1].subject
    if over and over["topic"] and (over["topic"] in about or about in over["topic"]):
        return ""
    noun = _ASKED.sub("", question).strip("的了是在有?？ ")
    if len(noun) < _A_NOUN:
        return ""
    telling = [one for one in told if noun in f"{one.question}{one.answer}"]
    return telling[-1].subject if telling and telling[-1] is not told[-1] else ""


def _is_fragment(question: str) -> bool:
    """Return whether too little is left for a subject once what asks is gone: `为什么推迟?`."""
    if question.isascii():
        return False
    left = re.findall(r"[^\W有是在个名户位了的吗呢到要会能]", _ASKED.sub("", question))
    return len(left) <= _FRAGMENT and not is_named(question)


def _why(told: _Told) -> str:
    last = told.question
    if expected_answer(last) is Expected.REASON:
        return last
    about = told.subject
    rest = re.sub(r"了?[吗呢]$|后来|现在", "", last.rstrip("?？。 ").removeprefix(about))
    if asked := _ASKED.search(rest):
        done = _WAS_DONE.fullmatch(rest[: asked.start()])
        rest = done["done"] if done else ""
    return f"Why {about}?" if last.isascii() else f"{about}为什么{rest}?"


def _of_another(new: str, told: Sequence[_Told]) -> str:
    """Return the last question asked of `new`: `郭鲁平` for the person that it was asked of."""
    last = told[-1].question
    if re.fullmatch(NOW, new) and expected_answer(last) in _MAY_CHANGE and not asks_who_is(last):
        return asked_of_another(last, new) or asked_within(last, new)
    if not new or _AND_THEN.match(new):
        return f"{told[-1].subject}{new or '后来'}怎么样?"
    new = _ITS.sub("", new)
    if _PERSON.fullmatch(new):
        new = _person(new, told, but=person_named(last)) or new
    elif (named := _people_named(new, told)) != new:
        return aspect_question("", named)
    if _THERE.fullmatch(new):
        new = _place(told) or new
    elif _THE_OTHER.fullmatch(new):
        new = _other_of_kind(told) or new
    new = _in_full(new, told)
    if new in last and not is_aspect(new):
        return last
    bare = new if len(new) <= _A_NOUN else new.removesuffix("的")  # `学生的呢?`
    earlier = (asked_of_another(one.question, bare) for one in reversed(told[-_LOOK_BACK:]))
    people_told = {name for one in told for name in _people_of(one)}
    of_things = (one.question for one in reversed(told) if not _names(one.question, people_told))
    within = next(of_things, last)
    contrasted = next(filter(None, earlier), "") or asked_within(within, new)
    contrasted = contrasted or asked_instead(last, new)
    return contrasted or aspect_question(told[-1].subject, new)


def _other_of_kind(told: Sequence[_Told]) -> str:
    """Return the last subject before this one that is of its kind: another bridge."""
    about = told[-1].subject
    kind = KIND.search(about)
    others = (one.subject for one in reversed(told) if one.subject != about)
    return next((one for one in others if kind and one.endswith(kind.group())), "")


def _in_full(new: str, told: Sequence[_Told]) -> str:
    """Return a name in full that is said in short, as told: `青岭队`, of `青岭` beside `铁牛队`."""
    kind = KIND.search(fold(told[-1].subject))
    full = f"{new.removesuffix('的')}{kind.group()}" if kind else new
    return full if any(full in f"{one.question}{one.answer}" for one in told) else new


def _names(question: str, people_told: set[str]) -> bool:
    return any(name in question for name in people_told)


def _people_named(question: str, told: Sequence[_Told]) -> str:
    found = _PERSON.search(question)
    if not found:
        return question
    name = _person(found.group(), told)
    if not name:  # whoever it is has not been named: a question about the same thing
        last, space = told[-1].question, " " if question.isascii() else ""
        asks_who = expected_answer(last) is Expected.PERSON and not found.start()
        whom = without_deed(topic(last))  # `图书馆保安队长`
        name = whom if _SOMEBODY.search(whom) else told[-1].subject
        if not _SOMEBODY.search(name) and not asks_who:
            return f"{name}{space}{question}"
    return question[: found.start()] + name + question[found.end() :]


def _person(pronoun: str, told: Sequence[_Told], but: str = "") -> str:
    """Return the person that a pronoun means: the one told of last whom it fits."""
    female = pronoun.lower() in ("她", "she", "her")
    male = pronoun.lower() in ("他", "he", "him", "his")
    for one in reversed(told):
        known = [name for name in _people_of(one) if name != but]
        women = [name for name in known if _is(name, _FEMALE, "她", told)]
        men = [name for name in known if _is(name, _MALE, "他", told) and name not in women]
        meant = women if female else men if male else known
        unknown = [name for name in known if name not in (*women, *men)]
        if meant or unknown:
            return (meant or unknown)[0]
    return ""


def _people_of(told: _Told) -> list[str]:
    """Return the persons of a turn: whom the question is about, unless it asks for a person."""
    name = doer(told.question) or next(iter(unnamed(told.question)), "")
    about = [name] if name else []
    if _NOT_ANSWERED.search(told.answer):
        return about
    first = told.answer.split("\n", 1)[0]
    answered = [*people(f"{first.rstrip('。.')}说"), *people(told.answer), *unnamed(told.answer)]
    is_told_of = asks_who_is(told.question)
    asks_who = expected_answer(told.question) is Expected.PERSON and not is_told_of
    return [*answered, *about] if asks_who else [*about, *answered]


def _is(name: str, kin: str, pronoun: str, told: Sequence[_Told]) -> bool:
    """Return whether a person is known as a woman, or a man: by what is told, or by how asked."""
    text = "\n".join(f"{one.question}\n{one.answer}" for one in told)
    other = "他" if pronoun == "她" else "她"
    return bool(
        re.search(rf"(?:{kin}){name}|{name}(?:{kin})", text)
        or re.search(rf"{name}[^{other}]{{0,40}}(?<!其){pronoun}(?![们人])", text)
        or any(_is_asked_as(name, kin, pronoun, one) for one in told)
    )


def _is_asked_as(name: str, kin: str, pronoun: str, told: _Told) -> bool:
    """Return whether a turn has a person for `她`, or answers with the one whom it asks for.

    So with `她儿子叫什么?`, and `女子组冠军是谁?`.
    """
    if name in told.question:
        _, found, behind = told.asked.partition(pronoun)
        return bool(found) and f"{name}{behind[:1]}" in told.question
    asks_for = re.search(rf"(?:{kin})(?:组|冠军|叫|是谁|怎么样)", told.question)
    return bool(asks_for) and name in told.answer


def _place_named(question: str, told: Sequence[_Told]) -> str:
    place = _place(told)
    return _THERE.sub(lambda _: place, question, count=1) if place else question


def _place(told: Sequence[_Told]) -> str:
    last = told[-1]
    if expected_answer(last.question) is Expected.PLACE and not _NOT_ANSWERED.search(last.answer):
        short, _, quotes = last.answer.partition("\n")
        if quotes and len(short) <= 24:
            return re.sub(r"^.*?(?:在|位于|是|为)(?=..)", "", short.rstrip("。."))
    return last.subject


def _things_named(question: str, told: Sequence[_Told]) -> str:
    found = _THING.search(question)
    if not found:
        return question
    noun = found["noun"]
    if not noun:
        return question[: found.start()] + told[-1].subject + question[found.end() :]
    measured = found.group()[1:2] in _MEASURES
    for one in reversed(told):
        about = one.subject
        end = found.start("noun") + _shared_noun(about, noun, least=1 if measured else 2)
        if end > found.start("noun") and about not in question:
            return question[: found.start()] + about + question[end:]
    general = _ANY_THING.match(noun)
    if general and (measured or found.group()[0] in "该这"):
        end = found.start("noun") + general.end()
        return question[: found.start()] + told[-1].subject + question[end:]
    return question


def _shared_noun(about: str, noun: str, least: int = 2) -> int:
    """Return how many characters of `noun` name the kind of thing that `about` is: `公园`."""
    folded, ends = fold(noun), fold(about)
    return next(
        (size for size in range(min(4, len(noun)), least - 1, -1) if ends.endswith(folded[:size])),
        0,
    )
