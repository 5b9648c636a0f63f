"""Understands a question: makes it stand alone, and finds its filters and kind of answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.answering import expected_answer, stand_alone
from qa.types import Filters, Query

if TYPE_CHECKING:
    from collections.abc import Sequence

# What asks and is not looked for: `什么时候`, `多少`, `谁`, `吗?`
_ASKING = re.compile(
    r"请问|为什么|为何|什么时候|何时|什么|多少|哪[些个位里儿年月日天]|谁|几[个名位年月日天次]"
    r"|怎么样?|怎样|如何|多[久长大高远]|[吗呢?？]|是不是|有没有|是否"
)


def content(question: str) -> str:
    """Return `question` without the words that only ask, each replaced by a space."""
    return _ASKING.sub(" ", question)


def understand(
    question: str, history: Sequence[tuple[str, str]] = (), filters: Filters | None = None
) -> Query:
    """Return the query that `question` means after `history`.

    Args:
        question: as asked.
        history: earlier questions with their answers, oldest first.
        filters: what a passage must match.
    """
    text = stand_alone(question, history)
    return Query(question, text, filters or Filters(), expected_answer(text))
