"""Words of an accident: the dead, the hurt, and that there were none."""

from __future__ import annotations

import re

from qa.text import blanked, parts

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

# `烧毁了多少箱?`, and that nothing of a thing was lost: `1.5万箱苹果|没有受损`
_LOSS_ASKED = re.compile(
    r"(?:烧[毁坏掉]|损[失毁坏]|受[损灾]|毁[坏掉]|[砸淹冲烧压]了|[淹冲砸压][毁坏没死垮])[^,，?]{0,4}(?:多少|几)"
    r"|(?:多少|几)[^,，?]{0,8}(?:被?[烧淹冲砸]|受[损灾]|遭殃)"
)
_UNHARMED = re.compile(
    r"(?:没有?|未|并未|均未)(?:受[损灾到]|损[坏失毁]|被?[烧淹冲砸]|遭[到受])|完好|无恙|幸免|毫发无损"
)


def without_unharmed(question: str, sentence: str) -> str:
    """Return a folded sentence, blank where it tells of what was not lost, if losses are asked."""
    if not _LOSS_ASKED.search(question):
        return sentence
    unharmed = (one for one in parts(sentence) if _UNHARMED.search(sentence, one.start, one.end))
    return blanked(sentence, unharmed)


def nobody(question: str) -> re.Pattern[str] | None:
    """Return how it is told that there were none of those whom a folded question counts.

    `未造成人员死亡` for `死了几个人?`; None where it does not count casualties.
    """
    if _DEAD_ASKED.search(question):
        return _NOBODY_DEAD
    return _NOBODY_HURT if _HURT_ASKED.search(question) else None
