"""Finds the persons whom a question or a sentence names, by their titles and what they do."""

from __future__ import annotations

import re

from qa.forms.persons.kinship import KIN
from qa.forms.persons.names import MOSTLY_WORDS, SURNAMES
from qa.forms.persons.offices import HEAD
from qa.text import fold

# Family names; without those that most often begin other words: `主任和`, `主席来`
_SURNAMES = "".join(sorted(SURNAMES - set("任和来向原时成南官班封惠束汝谈乐文" + MOSTLY_WORDS)))
_TITLES = (
    rf"主席|书记|主任|{HEAD}|经理|总裁|总监|负责人|教授|老师"
    "|医生|护士|记者|通讯员|司机|工程师|研究员|村民|居民|市民|学生|民警|队员|党员|代表|委员|作者|名叫"
    rf"|{KIN}|老人|教师|师傅|驾驶员|会计|岁的|[冠亚季]军|选手|教练|队长|小伙|姑娘"
)
_SPEAKS = "说|道|介绍|表示|告诉|认为|担任|出任|提醒|回忆|解释|坦言"
# What tells of a person: `沈秋月|出生于`, `何铁山|今年48岁`, `邢远航|获得`
_DOES = "出生|今年|现在|加入|当选|获得|夺得|带领|坐|架着|站在|每"
# `主席李爱民`, `局长是方晓川。`, `李爱民说`: a person's name by what stands before or after it
_PERSON = re.compile(
    rf"(?:{_TITLES})(?:是|为|叫)?(?P<titled>[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}?)"
    rf"(?=[,，。;；、!?\[(]|$|{_SPEAKS}|{_DOES}|任|等|的|在|于|向|和|与)"
    rf"|(?:是|为|叫|由)(?P<named>[{_SURNAMES}][\u4e00-\u9fff]{{1,2}})(?=[,，。;；!?\[(]|$|{_DOES})"
    rf"|(?:^|[,，。;；:：、\s的])(?P<speaks>[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}?)"
    rf"(?={_SPEAKS}|{_DOES})"
)
# `曲子`, `车子`
_THING = re.compile(r"[^孔]子")
# What no person is called: `商户去` is a surname's character with two others
_NOT_IN_NAMES = frozenset("的了是在去不这那户们个")


def people(text: str) -> list[str]:
    """Return the persons whom `text` names, as far as a title or what they do tells."""
    found = (next(filter(None, match.groups())) for match in _PERSON.finditer(fold(text)))
    return [
        name
        for name in dict.fromkeys(found)
        if _NOT_IN_NAMES.isdisjoint(name) and not _THING.fullmatch(name)
    ]


def speaker(text: str) -> str:
    """Return the person whom `text` ends with, read as who speaks; empty where it names none."""
    return next(reversed(people(f"{text}说")), "")
