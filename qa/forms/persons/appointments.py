"""Tells who takes an office from who leaves it: `任命陈晓川为局长,免去罗明的局长职务`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.dates.words import FORMERLY, NOW
from qa.forms.persons.offices import FORMER, OFFICES, names_office, office_asked
from qa.text import blanked, clause_before, clauses
from qa.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# `副镇|长`, `总|经理`: how a post ends in a list
_POST_END = r"(?:[长任记官席]|经理|总裁|总监)"
# `任命|陈晓川`, `陈晓川为局长`
_TAKES = re.compile(
    rf"任命|当选|[出接就继调转升改]任|(?<!再)担任|接替|选举|聘任|^\W*[\u4e00-\u9fff]{{2,4}}为[^为]{{1,40}}{_POST_END}$"
)
_LEAVING = r"免去|免职|卸任|辞[去职任]|离任|不再(?:担任|兼任|任)"
# `免去|罗明`, `罗明的局长职务`, `原局长罗明|退休`; but not `原定由局长罗明`, `退休干部`
_LEAVES = re.compile(
    rf"{_LEAVING}|退休了?$|(?<!任)的[^的]{{2,40}}职务$"
    rf"|^\W*而?(?:原(?![定因计告料有则价本始子])[^,，。;；]{{0,12}}|前任?)(?:{OFFICES})"
)
# `此前担任局长的是|罗明`: who held an office, and takes none; but not `此前主任罗明`, `过去任何`
_HELD = re.compile(
    rf"(?:{FORMERLY}|(?<!不)曾经?)[^,，。;；]{{0,12}}?(?<![主责])任(?![何性意务命教])"
)
# `调任水利局局长`, without saying who
_GOES_ON = re.compile(r"[,，]?(?:并|同时|现)?[调转升改出担就接]任")
# `谁不再担任局长?`; `局长是谁?`
_ASKS_WHO_LEAVES = re.compile(
    rf"{_LEAVING}|被免|(?<!目)[前原]任|上一任|{FORMERLY}的|{FORMER.pattern}"
)
# `原局长罗明`, `罗明任局长期间`: without such words a sentence tells who holds the office now
_TELLS_FORMER = re.compile(
    rf"{_LEAVING}|{FORMERLY}|退休|去世|调[任走离往]|接替|任期|期间|任职|职务|被查|落马"
    rf"|曾[经任是]|[前原时老](?!计划|定|先|来|因)[^,，。;；]{{0,12}}(?:{OFFICES})"
)
_ASKS_WHO_TAKES = re.compile(
    rf"(?:{OFFICES}){NOW}?(?:是谁|是哪位|叫什么|由谁)|谁[^,，?]{{0,3}}[是任当接]|任命|[新现]任"
)
# A line of a list: `谷大川、闵军|为|副镇长`, `葛秀敏|任|市教育局局长;`, but not `同意聘|任|闵军为`
_AS = (
    r"(?:同志)?(?:为|(?<!不再)[调转升改出担]任"
    r"|(?<![不再担调转升改出接离卸就现前原继历责主委连首信])任)(?![命过])"
)
_APPOINTS = re.compile(
    rf"(?P<whom>[\u4e00-\u9fff·]{{2,4}}(?:[、和][\u4e00-\u9fff·]{{2,4}}){{0,9}}){_AS}"
    r"(?P<post>[^,，。;；、为]{2,40}+)(?!为)"
)
# `孟凡城当选|副主席`
_ELECTED = re.compile(rf"当选为?(?P<post>[^,，。;；、为]{{0,20}}{_POST_END})(?=[,，。;；]|$)")
# `市教育局局长|;`
_WHOLE_POST = re.compile(rf"[^,，。;；、为]{{1,40}}{_POST_END}(?=[,，。;；]|$)")
# `姚庆山|的|市教育局局长|职务;`
_DISMISSES = re.compile(r"[\u4e00-\u9fff·]{2,4}(?:同志)?的(?P<post>[^,，。;；、的]{2,40}?)职务")
# `任命谷大川为副县长,免去|其|县水利局局长|职务`
_DISMISSES_TOO = re.compile(
    r"(?P<named>任命[\u4e00-\u9fff·]{2,4})(?:同志)?为[^,，。;；]{2,40}[,，](?:同时)?免去[其他她]的?"
    r"(?P<post>[^,，。;；、的]{2,40}?)职务"
)
# `免去其`: of whom the clause before appoints
_OF_HIM = re.compile(r"(?:同时)?免去[其他她]")
# `免去其|县水利局局长|职务`, `谷大川的|县水利局局长|职务`, `谷大川为|副县长`
_POST = re.compile(
    r"免去(?:[其他她]的?|[^\W\d其他她]{2,4}的)(?P<left>[^,，。;；、的]{2,40}?)职务"
    r"|^(?:任命)?[^\W\d其他她被的]{2,4}的(?P<listed>[^,，。;；、的]{2,40}?)职务"
    rf"|[^\W\d其他她被]{{2,4}}为(?P<taken>[^,，。;；为]{{2,40}}{_POST_END})(?=[,，。;；]|$)"
)
# `谷大川被免去|什么职务`, `谷大川现在当|什么官`
_ASKS_POST = re.compile(
    r"(?:任命|当选|聘任|提拔)(?:为|成)?(?:什么|啥)(?=[?]?$)|(?:什么|啥|哪些?个?)(?:职务|职位|官(?!方)|领导|干部)|职务是(?:什么|啥)"
)
_ASKS_POST_LEFT = re.compile(rf"免|卸任|辞|离任|不再|{FORMERLY}|原任")
_ASKS_POST_TAKEN = re.compile(r"任命|当选|[出接就升改新]任")
# `任命|谷大川|为副县长`, `谷大川|的县水利局局长职务`: of one person alone
_OF_ONE = re.compile(
    r"(?:任命|免去|选举|^(?!任命|免去|选举))(?P<whom>[^\W\d其他她被]{2,4})(?:同志)?"
    rf"(?:为[^,，。;；为]{{2,40}}{_POST_END}(?=[,，。;；]|$)|的[^,，。;；、的]{{2,40}}职务)"
)
# `任命了哪些人?`, `哪些人被免职?`, `任免名单里有谁?`
_ASKS_ALL = re.compile(
    r"(?:任[命免]|免职|免去|当选)[^,，?]{0,8}(?:哪些|有谁)|哪些[^,，?]{0,8}(?:任[命免]|免|当选)"
)
_ASKS_ALL_TAKING = re.compile(r"任[命免]|当选")


def is_listed(question: str, sentence: str) -> bool:
    """Return whether a folded sentence is a line of the appointments that a question asks all of.

    Or of the dismissals, or of either: `任免名单里有哪些人?`.
    """
    if not _ASKS_ALL.search(question) or office_asked(question):
        return False
    takes = bool(_ASKS_ALL_TAKING.search(question) and any(_listed(sentence)))
    return takes or bool("免" in question and _DISMISSES.search(sentence))


def tells_appointment(question: str, sentence: str) -> bool:
    """Return whether a folded sentence says formally who takes, or leaves, the office asked about.

    Such lines share little with a question and are clear all the same.
    """
    office = office_asked(question)
    if not office:
        return False
    leaves = _ASKS_WHO_LEAVES.search(question)
    forms = (_DISMISSES, _DISMISSES_TOO) if leaves else (_APPOINTS,)
    return any(
        _is_post_asked(question, match["post"])
        for told in forms
        for match in told.finditer(sentence)
        if leaves or not _HELD.search(clause_before(sentence, match.start("post")))
    )


def without_others_in_office(question: str, sentence: str) -> str:
    """Return a folded sentence, blank where it tells of who leaves an office.

    Or of who takes one, where a question of a person asks who leaves it. As it is where neither is
    asked.
    """
    if _ASKS_WHO_LEAVES.search(question):
        if office_asked(question) and not _TELLS_FORMER.search(sentence):
            return blanked(sentence, [Span(0, len(sentence))])
        if named := _dismissed_too(question, sentence):
            return blanked(sentence, [Span(0, named.start), Span(named.end, len(sentence))])
        others = _telling_only(_TAKES, _LEAVES, sentence)
    elif _ASKS_WHO_TAKES.search(question):
        others = _telling_only(_LEAVES, _TAKES, sentence)
    else:
        return sentence
    return blanked(sentence, [*others, *_to_other_offices(question, sentence)])


def asks_post(question: str) -> bool:
    """Return whether a folded question asks which post somebody holds, takes or leaves."""
    return bool(_ASKS_POST.search(question))


def without_other_posts(question: str, sentence: str) -> str:
    """Return a folded sentence, blank where it tells of other posts than the one asked about.

    Those of others, and those that somebody takes where it is asked which he leaves, or the other
    way round. As it is where no post is asked for.
    """
    if not asks_post(question):
        return sentence
    others: list[Span] = []
    for one in _with_what_follows(sentence):
        told = sentence[one.start : one.end]
        goes_on = others and _OF_HIM.match(told) and others[-1].end + 1 == one.start
        if goes_on or _of_others(question, told):
            others.append(one)
    if _ASKS_POST_LEFT.search(question):
        others += _telling_only(_TAKES, _LEAVES, sentence)
    elif _ASKS_POST_TAKEN.search(question):
        others += _telling_only(_LEAVES, _TAKES, sentence)
    return blanked(sentence, others)


def post_told(question: str, sentence: str) -> Span | None:
    """Return where a folded sentence, without other posts, formally tells the post asked for."""
    told = _POST.search(sentence) if asks_post(question) else None
    return Span(*told.span(told.lastgroup or 0)) if told else None


def tells_other_posts(question: str, sentence: str) -> bool:
    """Return whether a folded sentence appoints or dismisses, and tells not the post asked for."""
    if not asks_post(question) or not _OF_ONE.search(sentence):
        return False
    return not without_other_posts(question, sentence).strip(" ,，;；。")


def _of_others(question: str, told: str) -> bool:
    """Return whether a clause appoints or dismisses, and none whom the question names."""
    whom = [match["whom"] for match in _OF_ONE.finditer(told)]
    return bool(whom) and not any(one in question for one in whom)


def _telling_only(barred: re.Pattern[str], wanted: re.Pattern[str], sentence: str) -> list[Span]:
    """Return the clauses of a folded sentence that tell what is barred, and not what is wanted.

    Who held an office leaves it.
    """
    cut = _with_what_follows(sentence)
    told = {one: _HELD.sub("离任", sentence[one.start : one.end]) for one in cut}
    return [one for one in cut if barred.search(told[one]) and not wanted.search(told[one])]


def _dismissed_too(question: str, sentence: str) -> Span | None:
    """Return whom a folded sentence dismisses from the office asked about by a pronoun, if any."""
    found = (
        Span(*match.span("named"))
        for match in _DISMISSES_TOO.finditer(sentence)
        if _is_post_asked(question, match["post"])
    )
    return next(found, None)


def _is_post_asked(question: str, post: str) -> bool:
    """Return whether a post is the one whose holder, or former holder, a question asks for."""
    office = office_asked(question)
    return bool(office) and post.endswith(office) and names_office(question, post)


def _with_what_follows(sentence: str) -> list[Span]:
    """Return the clauses of a folded sentence; one that goes on with its person is not parted.

    `周启明不再担任镇长,|调任水利局局长` tells of him twice.
    """
    joined: list[Span] = []
    for one in clauses(sentence):
        if joined and _GOES_ON.match(sentence, one.start, one.end):
            joined[-1] = Span(joined[-1].start, one.end)
        else:
            joined.append(one)
    return joined


def _to_other_offices(question: str, sentence: str) -> list[Span]:
    """Return whom a folded sentence appoints to other offices than the one asked about."""
    if not office_asked(question):
        return []
    listed = [
        Span(*match.span("whom"))
        for match in _listed(sentence)
        if not names_office(question, match["post"])
    ]
    elected = ((one, _ELECTED.search(sentence, one.start, one.end)) for one in clauses(sentence))
    return [
        *listed,
        *(one for one, to in elected if to and not names_office(question, to["post"])),
    ]


def _listed(sentence: str) -> Iterator[re.Match[str]]:
    """Yield whom a folded sentence appoints to a post that it names in whole, as a list does."""
    for match in _APPOINTS.finditer(sentence):
        if _WHOLE_POST.match(sentence, match.start("post")):
            yield match
