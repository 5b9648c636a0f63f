"""Words of an accident: the dead, the hurt, and that there were none."""

from __future__ import annotations

import re

# Text of regular expressions
DEAD = (
    r"死|遇难|身亡|身故|丧[生命]|罹难|遇害|杀害|没了?命|[性人]命|夺[走去].{0,4}生命"
    r"|[去离逝]世|牺牲|殉"
)
HURT = r"伤(?!亡)"
_TREATED = r"送医|送院|送往|救治|住院|骨折"

_DEAD_ASKED = re.compile(
    rf"死(?:[了亡])?(?:多少|几)|(?:多少|几)[名个位]?人?[^,，?]{{0,4}}(?:{DEAD})"
)
_HURT_ASKED = re.compile(rf"伤了?(?:多少|几)|(?:多少|几)[名个位]?人?[^,，?]{{0,4}}{HURT}")
_NOBODY = r"(?:未|没有?|无)(?:造成|发生|出现|有)?(?:人员?|任何人)?(?:伤亡|{})"
_NOBODY_DEAD = re.compile(_NOBODY.format("死亡|遇难"))
_NOBODY_HURT = re.compile(_NOBODY.format("受伤"))

# What a question about them asks for, and how a sentence tells of it
CASUALTIES = (
    (_DEAD_ASKED.pattern, rf"{DEAD}|伤亡|生还|丧命"),
    (_HURT_ASKED.pattern, rf"伤|{_TREATED}"),
)


def nobody(question: str) -> re.Pattern[str] | None:
    """Return how it is told that there were none of those whom a folded question counts.

    `未造成人员死亡` for `死了几个人?`; None where it does not count casualties.
    """
    if _DEAD_ASKED.search(question):
        return _NOBODY_DEAD
    return _NOBODY_HURT if _HURT_ASKED.search(question) else None
