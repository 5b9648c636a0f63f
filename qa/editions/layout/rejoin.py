"""Rejoin: sentences that a caption, a column break or a page turn cut in two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.editions.layout import patterns
from qa.editions.layout.furniture import is_date_alone
from qa.editions.layout.seams import goes_on_odds

if TYPE_CHECKING:
    from qa.editions.layout.atoms import Atom

# `刘素英说。`, `该工作人员这样介绍。`: the speaker after a quotation closes its sentence
_SPEAKER = re.compile(r"[\u4e00-\u9fff]{1,12}(?:说|道|表示|介绍|坦言|感慨|称)。")
# `提高1.` and `6个百分点`: a number cut at its point
_NUMBER_CUT = (re.compile(r"\d[.,]$"), re.compile(r"\d"))
_LONGEST_VERSE = 12  # characters: `千帆竞发趁春光。`
_ENDS = ("。", ".", "!", "?", "…")
_AFTER_END = "”’」』)]】》\"'〕〉"
_CLOSERS = "”’」』)]】》\"'〕〉"


def is_finished(folded: str) -> bool:
    """Say whether running text ends where a sentence does."""
    return folded.rstrip(_AFTER_END).endswith(_ENDS)


def goes_on(before: Atom, after: Atom) -> bool:
    """Say whether `after` continues the sentence or paragraph that `before` breaks off."""
    left, right = before.folded.rstrip(), after.folded.lstrip()
    if not left or not right or before.stands_alone or after.stands_alone:
        return False
    opens = patterns.ENUMERATOR.match(right) or patterns.EDITORS_NOTE.match(right)
    opens = opens or patterns.CLASSIFIED.match(right)
    if opens or is_date_alone(right):
        return False
    if right[0] in ",、。;:!?)”’」』》%℃":
        return True
    if _NUMBER_CUT[0].search(left) and _NUMBER_CUT[1].match(right):
        return True
    if is_finished(left):
        return left[-1] in "”」" and bool(_SPEAKER.match(right))
    if patterns.BRACKETED.fullmatch(left):
        return False
    if left[-1] in ",;" and max(len(left), len(right)) <= _LONGEST_VERSE:
        return False
    if left[-1] == ":":
        return right[0] in "“「『‘"
    if left[-1] == ";":  # items of a list end so; a sentence cut right there is rarer
        return False
    if left[-1] in _CLOSERS:
        return not _is_signature(left) and goes_on_odds(left.rstrip(_CLOSERS), right) > 0
    return True


def _is_signature(left: str) -> bool:
    return bool(patterns.SIGNED_BRIEF.search(left) or left.endswith(("(完)", "(未完待续)")))


def join(before: str, after: str) -> str:
    """Put the two halves of a sentence together, with a space only between Latin words."""
    latin = before[-1:].isascii() and after[:1].isascii()
    in_capitals = before[-1:].isupper() and after[:1].isupper()  # `G` and `DP`
    words = latin and before[-1:].isalpha() and after[:1].isalpha() and not in_capitals
    gap = " " if words else ""
    return before + gap + after
