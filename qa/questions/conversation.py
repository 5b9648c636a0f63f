"""Makes a question of a conversation stand alone, by rules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.likeness import word_places
from qa.questions.aspects import headed, owner, without_change
from qa.questions.courtesies import is_civil, without_courtesies
from qa.questions.expected import ASKING
from qa.questions.pointing import (
    DAY_TOLD,
    MEASURES,
    NOT_ANSWERED,
    SOMEBODY,
    Told,
    on_that_day,
    people_named,
    people_of,
    place_named,
    shared_noun,
    things_named,
)
from qa.questions.repeating import asked_again, of_another
from qa.questions.subjects import (
    IN_SERIES,
    PEOPLE,
    is_named,
    names_its_own,
    subject,
    topic,
    without_polite,
)
from qa.questions.swapping import COUNTED
from qa.text import fold, is_chinese, simplified

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# `换个话题,`, `另外问一下,`: what was said before no longer counts
_NEW_TOPIC = re.compile(
    r"^(?:我?(?:想)?换[一个]*(?:话题|问题)|不说这个了|另外?问(?:一下|个)?|顺便问(?:一下)?|再问个别的|问个别的)(?:吧)?[,，。:：]?\s*"
    r"|^(?:new topic|another question|by the way|on another (?:topic|note))[,:.]?\s*",
    re.IGNORECASE,
)
# `还有,今年高考是哪天?`: more is asked, perhaps of something else
_BESIDES = re.compile(r"^(?:还有|又)[,，]?")
# `那第一针呢?`, `后来呢?`, `What about the second one?`: the last question of something else
_ELLIPSIS = re.compile(
    r"^(?:那么?(?![天年时]|晚(?![餐饭会]))|至于|还有)?[,，]?(?P<topic>.{0,16}?)呢[?？]?$"
    r"|^(?:and |but )?(?:what|how) about (?P<en>.+?)\??$",
    re.IGNORECASE,
)
# `那后来开了吗?`, `剩下的去哪儿了?`, `And when did it open?`: goes on from the last question
_GOES_ON = re.compile(
    r"^(?:那么?|后来|然后|其[中余他](?!.{1,3}[人民员户的])|剩下|结果|所以|还(?!有))"
    rf"(?![里儿年天些时期{MEASURES}])[,，]?"
    r"|^(?:and|so|then|but)\b,?\s*",
    re.IGNORECASE,
)
_LEADS_IN = re.compile(
    r"^(?:and|so|then|but)\b,?\s*"
    rf"|^(?:那么?(?![张幅天年时期{MEASURES}]|晚(?![餐饭会]))|而且|所以|另外|结果)[,，]?",
    re.IGNORECASE,
)
# `他们偷了多少次?`: those told of before
_THEY = re.compile(r"^[他她它]们")
# `回到刚才的|老兵食堂`, but not `回到家乡`
_BACK_TO = re.compile(
    r"^(?:再|还是)?(?:回到(?=刚才|之前|前面|开始)|说回|回过头来?[说问看]?)"
    r"(?:刚才|之前|前面|开始)?(?:[说问讲]的?)?的?[,，]?"
)
# `不是,我问的是|15路`, `错了,我要|学生的`, `我问的是|二期`: what was meant instead
_MEANT = r"(?:我?[想是]?[问说指要](?:的是|的|是)?|应该?是|是)"
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
# What marks in an answer what no citation holds: `(引文中没有:“李四”)`, who is told of by nobody
UNSUPPORTED = ("引文中没有", "not in what is cited")
_UNSUPPORTED = re.compile(rf"\s?\((?:{'|'.join(UNSUPPORTED)}):[^()]*\)")
_PIECE = re.compile(r"“([^”]+)”")
# `哪天的报纸说的?`, `这是谁写的?`, `第几版?`: where the last answer is printed, and who wrote it
_SOURCE = re.compile(
    r"^(?:那|这[个些]?|上面|刚才)?(?:[篇条则](?=.*(?:哪|第几)))?(?:消息|报道|文章|新闻|内容|话)?是?(?:"
    r"(?:[出来]自|(?:刊?登)?在|见于?)?哪一?[天日期家份张篇版]的?(?:报纸?|报道|文章|新闻|日报|版)?上?"
    r"(?:报道|刊?登|见报|[说写讲])?[的了]?"
    # `哪几家报纸登了?`, `还有别的报纸登过吗?`
    r"|(?:还有|有)?(?:哪[几些](?:[家份]|[天期]的?)?|(?:没有)?(?:别的|其[他它])|什么)报纸?上?[也都还]?(?:报道|刊?登|[说写讲])[过了]?的?吗?"
    r"|(?:[出来]自|(?:刊?登)?在|见于?)?第几版(?:[登说写讲])?的?|谁(?:采写|报道|写)的?|(?:哪[位个]|什么)?记者(?:是谁|写的|报道的)|(?:作者|记者)(?:是谁|呢)"
    r"|(?:出处|来源)(?:在哪里?|是什么|呢)?|(?:你|您)?(?:从)?(?:哪里|哪儿)(?:看到|知道|查到)的)[?？]?$"
    r"|^(?:which|what) (?:paper|edition|issue|page|article)"
    r"(?: (?:said|says|reported|printed|is|was))?(?: (?:that|this|it))?(?: (?:in|on))?\?*$"
    r"|^who (?:wrote|reported) (?:that|this|it)\?*$",
    re.IGNORECASE,
)
_OF_THESE = re.compile(r"^其中的?(?=..)")  # `其中|换乘站呢?`
_DONE = re.compile(r"[\u4e00-\u9fff](?=[了过]|多少|几)")  # `罚|了多少钱?`, after `为什么被罚?`
# `孩子|现在怎么样?`: what goes on from whom a question is about
_BEHIND_WHO = re.compile(r"[现后还最今被是有在的说叫获]|多[大少高]|怎|为什么|哪|去了")
_NEXT_TIME = re.compile(r"[上下]一?届")
_HELD_AGAIN = re.compile(r"[会赛节展杯]$")  # `冬奥会`: what there is a next one of
# With little beside what asks, a question has no subject of its own: `为什么推迟?`
_FRAGMENT = 4  # characters
_A_NOUN = 2  # characters
_ANOTHER_KIND = re.compile(r"[副半次准]$")  # `半|决赛`, `副|市长`
# `市长是谁?`: short, and whole in itself
_WHOLE = re.compile(
    r"^(?:[国省市县区]|本[省市县区])[长委]|^(?:今天|今年|最近|近来)"
    r"|^(?:高考|中考|春运|春节|元旦|清明|五一|端午|中秋|国庆|奥运会|世界杯|两会)"
    # what an edition holds: `头版有哪些文章?`, `9月4日有什么新闻?`
    r"|^(?:.{0,8}[的日号月])?(?:头[版条]|第?[\d一二三四五六七八九十]{1,2}版)"
    r"|^\d.{0,8}有(?:什么|哪些)(?:大?新闻|大事|要闻)"
)


def stand_alone(question: str, history: Sequence[tuple[str, str]]) -> str:
    """Return `question` with what it takes from earlier turns written out.

    Pronouns are replaced by the person or thing told of before, a question without a subject is
    given the last one, and one that only names something else asks the last question of that. A
    question that is whole by itself is returned as it is.

    Args:
        question: as asked.
        history: earlier questions with their answers, oldest first.
    """
    told: list[Told] = []
    for asked, answered in history:
        plain = simplified(asked.strip())
        if is_civil(plain):
            continue
        if _NEW_TOPIC.match(plain):
            told.clear()
        told.append(_turn(plain, _without_unsupported(answered), told))
    plain = simplified(question.strip())
    whole = plain if is_civil(plain) else _stand_alone(plain, told)
    return question.strip() if whole == plain else whole


def _without_unsupported(answer: str) -> str:
    """Return an answer without what it is marked to claim for itself."""
    pieces = [one for mark in _UNSUPPORTED.finditer(answer) for one in _PIECE.findall(mark[0])]
    answer = _UNSUPPORTED.sub("", answer)
    for piece in pieces:
        answer = answer.replace(piece, "")
    return answer


def _turn(question: str, answer: str, told: Sequence[Told]) -> Told:
    whole = without_polite(_stand_alone(question, told))
    return Told(whole, answer, _subject(question, whole, answer, told), question)


def _subject(question: str, whole: str, answer: str, told: Sequence[Told]) -> str:
    """Return what a turn is about: what it names, else what was told of before.

    What else was asked of it in vain, and has no name, is not gone on from: `链接呢?`.
    """
    own = subject(whole)
    of_somebody = SOMEBODY.search(topic(question)) or SOMEBODY.search(own)  # `老伴叫什么?`
    before = told[-1].subject if told else ""
    given = before if before in whole and before not in question else ""
    given = given or _person_given(question, whole, told)
    if given and not of_somebody:
        part = own.removeprefix(given)
        return own if IN_SERIES.fullmatch(part) else given
    in_vain = _ELLIPSIS.match(question) and NOT_ANSWERED.search(answer)
    is_lost = in_vain and not (of_somebody or is_named(own))
    return before if before and (is_lost or not own) else own


def _person_given(question: str, whole: str, told: Sequence[Told]) -> str:
    """Return the person told of whom a question made whole begins with, and did not before."""
    if whole == question:
        return ""
    names = (name for one in reversed(told) for name in people_of(one))
    return next((name for name in names if whole.startswith(name) and name not in question), "")


def asks_source(question: str) -> bool:
    """Return whether a question asks where what was answered last is printed, or who wrote it."""
    return bool(_SOURCE.match(simplified(question.strip())))


def answer_gone_on_from(question: str, history: Sequence[tuple[str, str]]) -> str:
    """Return the last answer, where `question` is whole but names nothing: `往后为什么不再去?`.

    It may go on from that, or ask of something else: only what it is answered by can tell. Empty
    where it names what it is about, or nothing was answered.

    Args:
        question: as asked, and left so by `stand_alone`.
        history: earlier questions with their answers, oldest first.
    """
    plain = simplified(question.strip())
    latest = reversed(history)
    last = next((told for asked, told in latest if not is_civil(simplified(asked.strip()))), "")
    if not last or NOT_ANSWERED.search(last) or not is_chinese(plain):
        return ""
    is_new = is_civil(plain) or _NEW_TOPIC.match(plain) or _WHOLE.match(plain)
    return "" if is_new or names_its_own(plain) else _without_unsupported(last)


def _stand_alone(question: str, told: Sequence[Told]) -> str:
    question = _BACK_TO.sub("", without_courtesies(question))
    fresh = _NEW_TOPIC.sub("", question)
    if fresh != question or not told:
        return fresh or question
    question = without_polite(_corrected(question, told[-1].question))
    last = told[-1].question
    if _SOURCE.match(question):
        answered = (one.question for one in reversed(told) if not NOT_ANSWERED.search(one.answer))
        return next(answered, last)
    if again := asked_again(question, told):
        return again
    return _completed(on_that_day(question, told), told)


def _completed(question: str, told: Sequence[Told]) -> str:
    """Return an ellipsis asked whole, and any other question with what it points to named."""
    ellipsis = _ELLIPSIS.match(question)
    if ellipsis:
        new = (ellipsis["topic"] or ellipsis["en"] or "").strip(" ,，")
        new = _OF_THESE.sub("", new)
        if not ASKING.search(new):
            return of_another(_without_day(new, told[-1].question), told)
        question = re.sub(r"呢(?=[?？]?$)", "", question)  # `为什么推迟呢?`
    if _THAT_EDITION.match(question):
        days = (DAY_TOLD.search(one.question) for one in reversed(told))
        return next((f"{day.group()}{question}" for day in days if day), question)
    resolved = things_named(people_named(place_named(question, told), told), told)
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
    if rest == question or ASKING.search(rest) or named.endswith(("吗", "呢")):
        return rest
    return f"What about {named}?" if named.isascii() else f"{named.removesuffix('的')}呢?"


def _without_day(new: str, last: str) -> str:
    """Return `new` without a day that the last question names already."""
    day = DAY_TOLD.match(new)
    return (day and day.group() in last and new[day.end() :].removeprefix("的")) or new


def _given_subject(question: str, told: Sequence[Told]) -> str:
    """Return `question` with the last subject before it, if it goes on from it and has none.

    `社区书记是谁?` asks of the community told of, as `那书记是谁?` does.
    """
    about = told[-1].subject
    kind = shared_noun(about, question)
    if not kind:
        about, kind = _somebody_told_of(question, told) or (about, 0)
    if kind and about not in question:
        another = _ANOTHER_KIND.search(about[:-kind])
        if not another:
            return about + question[kind:]
        about = about[: another.start()]  # the final is not the semi-final
    if any(question.startswith(name) for one in told for name in people_of(one)):
        return question
    goes_on = _GOES_ON.match(question) or _THEY.match(question)
    rest = _THEY.sub("", _LEADS_IN.sub("", question))
    bare = _BESIDES.sub("", rest)
    if not goes_on and (not _is_fragment(bare) or _WHOLE.match(bare)):
        return question
    if (about and about in question) or is_named(rest):
        return rest
    if not goes_on:
        about = _earlier_subject(bare, told) or about
    about = _owner_told_of(about, rest, told)
    if _THEY.match(question):
        about += _those_counted(told[-1].question)
    if (done := _DONE.match(rest)) and f"被{done.group()}" in told[-1].question:
        rest = f"被{rest}"
    space = " " if question.isascii() else ""
    return f"{headed(about, rest)}{space}{rest}"


def _owner_told_of(about: str, rest: str, told: Sequence[Told]) -> str:
    """Return whose it is that is asked for, of what was told of: an event has a next one."""
    if _NEXT_TIME.match(rest):
        about = next((one for one in _subjects(told) if _HELD_AGAIN.search(one)), about)
    return owner(without_change(about), topic(rest))


def _somebody_told_of(question: str, told: Sequence[Told]) -> tuple[str, int] | None:
    """Return an earlier subject that ends as a question begins: `落水的|孩子`, and by how much."""
    for about in _subjects(told):
        kind = shared_noun(about, question)
        is_whole = kind and _BEHIND_WHO.match(question, kind)  # no `学生|票`
        if is_whole and PEOPLE.fullmatch(question[:kind]):
            return about, kind
    return None


def _subjects(told: Sequence[Told]) -> Iterator[str]:
    """Yield what was told of, the last first."""
    yield from dict.fromkeys(one.subject for one in reversed(told))


def _those_counted(last: str) -> str:
    """Return whom a question asks the number of: `护士` of `中医院招了几个护士?`."""
    counted = COUNTED.search(last)
    is_word = counted and len(word_places(fold(counted["noun"]))) == 1
    return counted["noun"] if counted and is_word else ""


def _earlier_subject(question: str, told: Sequence[Told]) -> str:
    """Return the subject of an earlier turn, if that alone tells of what a question names.

    Unless the last turn has just gone over to another: `白石镇呢?`.
    """
    over, about = _ELLIPSIS.match(told[-1].asked), told[-1].subject
    if over and over["topic"] and (over["topic"] in about or about in over["topic"]):
        return ""
    noun = ASKING.sub("", question).strip("的了是在有?？ ")
    if len(noun) < _A_NOUN:
        return ""
    telling = [one for one in told if noun in f"{one.question}{one.answer}"]
    return telling[-1].subject if telling and telling[-1] is not told[-1] else ""


def _is_fragment(question: str) -> bool:
    """Return whether too little is left for a subject once what asks is gone: `为什么推迟?`."""
    if question.isascii():
        return False
    left = re.findall(r"[^\W有是在个名户位了的吗呢到要会能]", ASKING.sub("", question))
    return len(left) <= _FRAGMENT and not names_its_own(question)
