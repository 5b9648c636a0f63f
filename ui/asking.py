"""Asks the archive the next question of a conversation, and tells it as it comes."""

from __future__ import annotations

import logging
import time
from contextlib import ExitStack
from dataclasses import dataclass, replace
from threading import BoundedSemaphore
from typing import TYPE_CHECKING

from qa import UsageError, WenbaoError
from qa.types import DateRange
from ui.conversation import MAX_QUESTION, MAX_TURNS, Turn, history, turn_from_answer
from ui.filters import reason, searched_words
from ui.messages import (
    Message,
    answer_message,
    conversation_messages,
    notice_message,
    pieces,
    question_message,
)
from ui.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa import Answer, Archive, Hit
    from ui.filters import Choice
    from ui.wording import Texts

_log = logging.getLogger("wenbao")

# Questions answered at once, and seconds that one waits for its turn. Answering keeps a core busy;
# more at once would only make each of them slower.
_AT_ONCE, _PATIENCE = 4, 30
_places = BoundedSemaphore(_AT_ONCE)

_RELATED = 3  # articles shown with an answer beside those that it cites

# Seconds between the sentences of an answer, so that the eye can follow them in.
_PACE = 0.06


@dataclass(frozen=True, slots=True)
class Step:
    """What there is to show: the messages so far, and the turns with what is answered so far."""

    messages: list[Message]
    turns: list[Turn] | None = None  # once there is something to keep
    whole: bool = False


def ask(
    question: str, turns: Sequence[Turn], choice: Choice, archive: Archive, texts: Texts
) -> Iterator[Step]:
    """Yield the conversation as it grows by a question and its answer.

    Nothing is raised: what goes wrong is said in the conversation, and is not kept in it.
    """
    turns = list(turns[-(MAX_TURNS - 1) :])
    before = [*conversation_messages(turns, archive, texts), question_message(question)]
    if len(question) > MAX_QUESTION:
        yield Step([*before, notice_message(texts.too_long.format(limit=MAX_QUESTION))])
        return
    yield Step([*before, notice_message(texts.searching)])
    if not _places.acquire(timeout=_PATIENCE):
        yield Step([*before, notice_message(texts.busy)])
        return
    with ExitStack() as place:
        place.callback(_places.release)
        try:
            stream = archive.ask_stream(question, history=history(turns), **choice.options())
            for answer in stream:
                place.close()  # what a language model goes on to write keeps no core busy
                if answer.by_model:
                    yield _grown(before, turns, _turn(answer, (), choice, texts), archive, texts)
            if answer.abstained and not archive.editions():
                yield Step([*before, notice_message(f"{texts.holdings_none} · {texts.empty}")])
                return
            turn = _turn(answer, _related(answer, choice, archive), choice, texts)
        except UsageError as error:
            yield _failed(before, turns, reason(error, texts), texts)
            return
        except WenbaoError as error:
            _log.warning("question not answered: %s", error)
            yield _failed(before, turns, texts.try_again, texts)
            return
        except Exception:
            _log.exception("question not answered")
            yield _failed(before, turns, texts.try_again, texts)
            return
    whole = _grown(before, turns, turn, archive, texts)
    message = whole.messages[-1]
    *growing, _ = [""] if answer.by_model else pieces(message["content"])
    for content in growing:
        yield replace(whole, messages=[*before, message | {"content": content}])
        time.sleep(_PACE)
    yield replace(whole, whole=True)


def _grown(
    before: Sequence[Message],
    turns: Sequence[Turn],
    turn: Turn,
    archive: Archive,
    texts: Texts,
) -> Step:
    message = answer_message(turn, len(turns), archive, texts)
    return Step([*before, message], [*turns, turn])


def _turn(answer: Answer, related: Sequence[Hit], choice: Choice, texts: Texts) -> Turn:
    dated = not choice.since and not choice.until and answer.filters.dates != DateRange()
    return turn_from_answer(answer, related, searched_words(answer.filters, texts), dated=dated)


def _related(answer: Answer, choice: Choice, archive: Archive) -> tuple[Hit, ...]:
    """Return what stands near to an answer but is not quoted in it."""
    if answer.related:
        return answer.related
    cited = {citation.article.id for citation in answer.citations}
    near = nearest(answer.searched, archive, _RELATED + len(cited), **choice.options())
    return tuple(hit for hit in near if hit.article.id not in cited)[:_RELATED]


def _failed(before: Sequence[Message], turns: list[Turn], why: str, texts: Texts) -> Step:
    return Step([*before, notice_message(texts.failed.format(reason=why))], turns)
