"""Speakers: the lines of an interview, which begin with who speaks and are no titles.

`温可:第一家店什么时候开的?` reads like a headline, but for `温可:` that begins other lines too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from qa.editions.layout.rejoin import is_finished
from qa.types import Role

if TYPE_CHECKING:
    from qa.editions.layout.atoms import Atom

_FEWEST_LINES = 2
# `温可:`, `童:`, `患者 `
_SPEAKER = re.compile(r"(?P<who>[\u4e00-\u9fff·]{1,6}):|(?P<role>患者|医生|读者|专家|律师|记者)\s+")


def with_speakers(found: Sequence[Atom]) -> list[Atom]:
    """Take lines for text that begin with who speaks, as others of the page do."""
    spoken: dict[str, list[int]] = defaultdict(list)
    for i, atom in enumerate(found):
        speaker = _SPEAKER.match(atom.folded) if atom.role in (None, Role.BODY) else None
        if speaker and len(atom.folded) > speaker.end():
            spoken[speaker["who"] or speaker["role"]].append(i)
    marked = list(found)
    for lines in spoken.values():
        if len(lines) < _FEWEST_LINES or not any(is_finished(found[i].folded) for i in lines):
            continue
        for i in lines:
            if found[i].role is None and not found[i].is_heading:
                marked[i] = found[i].as_role(Role.BODY)
    return marked
