"""Replies to what asks nothing of the paper: thanks, greetings, and who one is speaking to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.answering.quoting import ANSWERER
from qa.questions.courtesies import asks_nothing, is_civil
from qa.text import is_chinese
from qa.types import Answer

if TYPE_CHECKING:
    from qa.types import Query


def courtesy(query: Query) -> Answer | None:
    """Return what to say to a query that asks nothing of the archive, None for other queries."""
    # Thanks are thanks whatever was told before; `还有呢?` asks for more of that, where there is.
    if not is_civil(query.question) and not asks_nothing(query.text):
        return None
    said = (
        "我从报纸里找答案:可以问报道过的人、事、时间、地点和数字,每句回答都注明出处。"
        if is_chinese(query.question) or not query.question.isascii()
        else "I answer from the newspapers: ask who, what, when, where or how many;"
        " every sentence is cited."
    )
    return Answer(query.question, query.text, said, (), True, ANSWERER)
