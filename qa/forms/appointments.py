"""Tells who takes an office from who leaves it: `任命陈晓川为局长,免去罗明的局长职务`."""

from __future__ import annotations

import re

from qa.forms.offices import names_office, office_asked
from qa.text import blanked, clauses
from qa.types import Span

# `任命|陈晓川`, `陈晓川为局长`
_TAKES = re.compile(
    r"任命|当选|[出接就继调转升改]任|(?<!再)担任|接替|选举|^\W*[\u4e00-\u9fff]{2,4}为[^为]{2,40}[长任记官席]$"
)
# `免去|罗明`, `罗明的局长职务`
_LEAVES = re.compile(
    r"免去|免职|卸任|辞去|辞职|离任|不再(?:担任|兼任|任)|(?<!任)的[^的]{2,40}职务$"
)
# `调任水利局局长`, without saying who
_GOES_ON = re.compile(r"[,，]?(?:并|同时|现)?[调转升改出担就接]任")
# `谁不再担任局长?`; `局长是谁?`
_ASKS_WHO_LEAVES = re.compile(
    r"免去|免职|被免|卸任|辞[去职]|离任|不再(?:担任|兼任|任)|(?<!目)[前原]任|上一任|(?:原来|原先|以前|之前)的"
)
_ASKS_WHO_TAKES = re.compile(
    r"[长任记官席](?:现在|目前|如今)?(?:是谁|是哪位|叫什么|由谁)|谁[^,，?]{0,3}[是任当接]|任命|[新现]任"
)
# A line of a list: `葛秀敏|为|市教育局局长;`, `姚庆山|的|市教育局局长|职务;`
_AS = (
    r"(?:同志)?(?:为|(?<!不再)[调转升改出担]任"
    r"|(?<![不再担调转升改出接离卸就现前原继历责主委连首信])任)"
)
_APPOINTS = re.compile(rf"[\u4e00-\u9fff·]{{2,4}}{_AS}(?P<post>[^,，。;；、为]{{2,40}})")
# `谷大川、闵军|为|副镇长`
_LISTED = re.compile(
    rf"(?P<whom>[\u4e00-\u9fff·]{{2,4}}(?:[、和][\u4e00-\u9fff·]{{2,4}})*){_AS}"
    r"(?P<post>[^,，。;；、为]{2,40}[长任记官席])(?=[,，。;；]|$)"
)
_DISMISSES = re.compile(r"[\u4e00-\u9fff·]{2,4}(?:同志)?的(?P<post>[^,，。;；、的]{2,40}?)职务")


def tells_appointment(question: str, sentence: str) -> bool:
    """Return whether a folded sentence says formally who takes, or leaves, the office asked about.

    Such lines share little with a question and are clear all the same.
    """
    office = office_asked(question)
    if not office:
        return False
    told = _DISMISSES if _ASKS_WHO_LEAVES.search(question) else _APPOINTS
    return any(
        match["post"].endswith(office) and names_office(question, match["post"])
        for match in told.finditer(sentence)
    )


def without_others_in_office(question: str, sentence: str) -> str:
    """Return a folded sentence, blank where it tells of who leaves an office.

    Or of who takes one, where a question of a person asks who leaves it. As it is where neither is
    asked.
    """
    if _ASKS_WHO_LEAVES.search(question):
        barred, wanted = _TAKES, _LEAVES
    elif _ASKS_WHO_TAKES.search(question):
        barred, wanted = _LEAVES, _TAKES
    else:
        return sentence
    others = [
        one
        for one in _with_what_follows(sentence)
        if barred.search(told := sentence[one.start : one.end]) and not wanted.search(told)
    ]
    return blanked(sentence, [*others, *_to_other_offices(question, sentence)])


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
    return [
        Span(*match.span("whom"))
        for match in _LISTED.finditer(sentence)
        if not names_office(question, match["post"])
    ]
