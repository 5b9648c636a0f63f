"""The gate: a change is kept only if known questions are answered as well as before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qa.errors import GateError
from qa.evaluation import DEPTH, found_at, is_right

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.archive import Archive
    from qa.evaluation import Question

_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Outcome:
    """How well a question was answered."""

    rank: int | None  # of the first right passage
    right: bool  # the answer holds one that is known, or abstains rightly

    @property
    def worth(self) -> tuple[float, bool]:
        """Larger is better, the rank as its reciprocal."""
        return 1 / self.rank if self.rank else 0.0, self.right


def outcomes(archive: Archive, questions: Sequence[Question]) -> list[Outcome]:
    """Ask `archive` every question."""
    return [
        Outcome(
            found_at(archive.retrieve(one.text, DEPTH), one),
            is_right(archive.ask(one.text, history=one.history, llm=False), one),
        )
        for one in questions
    ]


def check_outcomes(
    questions: Sequence[Question], before: Sequence[Outcome], after: Sequence[Outcome]
) -> None:
    """Compare the means of reciprocal ranks and of right answers.

    Raises:
        GateError: one of them has fallen; the message names the questions that got worse.
    """
    sums = [[sum(one.worth[i] for one in found) for i in (0, 1)] for found in (before, after)]
    if sums[1][0] >= sums[0][0] and sums[1][1] >= sums[0][1]:
        return
    worse = [
        f"  {question.text} ({_text(old)} before, {_text(new)} after)"
        for question, old, new in zip(questions, before, after, strict=True)
        if new.worth[0] < old.worth[0] or new.right < old.right
    ]
    more = [f"  and {len(worse) - _SHOWN} more"] if len(worse) > _SHOWN else []
    raise GateError(
        f"Nothing was changed: of {len(questions)} questions, {len(worse)} would be answered"
        " worse:\n" + "\n".join([*worse[:_SHOWN], *more])
    )


def _text(outcome: Outcome) -> str:
    rank = f"rank {outcome.rank}" if outcome.rank else "not found"
    return f"{rank}, {'right' if outcome.right else 'wrong'}"
