"""Answers which team another one meets: `河东队第二轮对谁?`.

By the sentence that names both, of the round that is asked for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.forms.contests import asks_opponent
from qa.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.answering.evidence import Evidence
    from qa.overlap import Sought

# `第二轮`, `半决赛`
_ROUND = re.compile(r"(?:第[\d一二三四五六七八九十]+|首)[轮场]|半?决赛|揭幕战")


def opponent_told(asked: Sought, found: Sequence[Evidence]) -> list[Evidence]:
    """Return `found`, sentences that each tell an opponent, those of the round asked for in front.

    Without those of other rounds. Empty where no opponent is asked for.
    """
    if not asks_opponent(asked.question):
        return []
    named = _ROUND.findall(asked.question)
    rounds = [(one, _ROUND.findall(fold(one.text))) for one in found]
    of_it = [one for one, told in rounds if named and set(named) & set(told)]
    of_none = [one for one, told in rounds if not (named and told)]
    return [*of_it, *of_none]
