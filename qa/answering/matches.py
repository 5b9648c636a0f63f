"""Answers which team another one meets: `河东队第二轮对谁?`.

By the sentence that names both, of the round that is asked for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.dates.parts import number_in
from qa.forms.contests import asks_opponent
from qa.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.answering.evidence import Evidence
    from qa.overlap import Sought

# `第二轮`, `半决赛`
_ROUND = re.compile(
    r"(?:第(?P<number>\d+|[一二三四五六七八九十]+)|首)(?P<of>[轮场])|半?决赛|揭幕战"
)


def opponent_told(asked: Sought, found: Sequence[Evidence]) -> list[Evidence]:
    """Return `found`, sentences that each tell an opponent, those of the round asked for in front.

    Without those of other rounds. Empty where no opponent is asked for.
    """
    if not asks_opponent(asked.question):
        return []
    named = _rounds(asked.question)
    rounds = [(one, _rounds(fold(one.text))) for one in found]
    of_it = [one for one, told in rounds if named & told]
    of_none = [one for one, told in rounds if not (named and told)]
    return [*of_it, *of_none]


def _rounds(text: str) -> set[str]:
    """Return the rounds that a folded text names, each in one way: `首轮` is `1轮`."""
    return {
        f"{number_in(one['number']) if one['number'] else 1}{one['of']}" if one["of"] else one[0]
        for one in _ROUND.finditer(text)
    }
