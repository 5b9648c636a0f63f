"""Makes a question of a conversation stand alone, by rules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.forms.offices import office_asked
from qa.questions.courtesies import is_civil, without_courtesies
from qa.questions.expected import expected_answer
from qa.questions.pointing import (
    DAY_TOLD,
    MEASURES,
    NOT_ANSWERED,
    PERSON,
    SOMEBODY,
    THERE,
    Told,
    on_that_day,
    people_named,
    people_of,
    person_meant,
    place_named,
    place_told,
    shared_noun,
    things_named,
)
from qa.questions.subjects import (
    IN_SERIES,
    KIND,
    NOW,
    asks_who_is,
    is_named,
    person_named,
    subject,
    topic,
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
# `那第一针呢?`, `后来呢?`, `What about the second one?`: the last question of something else
_ELLIPSIS = re.compile(
    r"^(?:那么?(?![天年时]|晚(?![餐饭会]))|至于|还有)?[,，]?(?P<topic>.{0,16}?)呢[?？]?$"
    r"|^(?:and |but )?(?:what|how) about (?P<en>.+?)\??$",
    re.IGNORECASE,
)
# `另一座`, `前者`: of two told of
_THE_OTHER = re.compile(rf"另外?一?[{MEASURES}位]|前者")
_ITS = re.compile(r"^(?:它|其(?![他中余实]))的?")  # `它的|校长呢?`
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
    # `你确定吗?`, `用英语再说一遍`, `总结一下上面的回答`: of the answer, not of the paper
    r"|^(?:你|您|这)?(?:真的?|是真的|能?(?:确定|肯定)|没搞?[弄说]?错)[吗么吧]?[?？]?$"
    r"|^(?:请|能不?能?)?(?:用[\u4e00-\u9fff]{1,2}[文语话])?(?:再|重新?)[说讲答解][答释]?一?[遍次下][吗吧]?[。?？]?$"
    r"|^(?:请|帮我)?(?:总结|概括|归纳)一?下?(?:上面|上述|以上|刚才|前面)的?(?:回答|答案|内容|话)?[。]?$"
)
# `比原来多多少?`, `那比去年高几个点?`: of the number asked for last
_COMPARED = re.compile(r"^(?:那么?)?(?=比[^,，?？]{1,8}(?:多少|几))")
# `(引文中没有:“李四”)`: what an answer says of itself, and is told of nobody
_UNSUPPORTED = re.compile(r"\s?\((?:引文中没有:|not in what is cited: )(?P<pieces>[^()]*)\)")
_PIECE = re.compile(r"“([^”]+)”")
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
_OTHER_HOLDER = re.compile(
    r"^(?:那|他的?|她的?)?(?P<which>前一?任|上一?任|现任|新任)(?:是谁|叫什么)?呢?[?？]?$"
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
    if _ONCE_MORE.match(question):
        return last
    holder = _OTHER_HOLDER.match(question)
    if holder and (of_office := _of_other_holder(holder["which"], told)):
        return of_office
    if _BEFORE.match(question):
        return _before(question, told)
    if _COMPARED.match(question) and (compared := _compared(question, last)):
        return compared
    question = on_that_day(question, told)
    if _WHY_ALONE.match(question):
        return _why(told[-1])
    ellipsis = _ELLIPSIS.match(question)
    if ellipsis:
        new = (ellipsis["topic"] or ellipsis["en"] or "").strip(" ,，")
        if not _ASKED.search(new):
            return _of_another(_without_day(new, last), told)
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
    if rest == question or _ASKED.search(rest) or named.endswith(("吗", "呢")):
        return rest
    return f"What about {named}?" if named.isascii() else f"{named.removesuffix('的')}呢?"


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
    """Return the number that was asked for last, compared: `大桥总投资|比原来多多少?`."""
    asked = _ASKED.search(last)
    if not asked or expected_answer(last) is not Expected.NUMBER:
        return ""
    return last[: asked.start()].rstrip("是有为达共约到") + _COMPARED.sub("", question)


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


def _earlier_subject(question: str, told: Sequence[Told]) -> str:
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


def _why(told: Told) -> str:
    last = told.question
    if expected_answer(last) is Expected.REASON:
        return last
    about = told.subject if told.subject in last else subject(last)
    rest = re.sub(r"了?[吗呢]$|后来|现在", "", last.rstrip("?？。 ").removeprefix(about))
    if asked := _ASKED.search(rest):
        done = _WAS_DONE.fullmatch(rest[: asked.start()])
        rest = done["done"] if done else ""
    return f"Why {about}?" if last.isascii() else f"{about}为什么{rest}?"


def _of_another(new: str, told: Sequence[Told]) -> str:
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
