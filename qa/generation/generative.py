"""Answers with a language model: what it writes is shown only with citations that bear it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qa.generation.cutting import SentenceCutter
from qa.generation.draft import Draft
from qa.generation.llm import FailedReplyError, Failing, reply
from qa.generation.notes import broke_off_note, failed_note, left_out_note
from qa.generation.prompt import prompt
from qa.text import is_chinese
from qa.types import Answer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from qa.generation.llm import LanguageModel
    from qa.types import Hit, Query

_PASSAGES = 8  # about 3,000 tokens: a small model at home reads no more than 4,096


def generated_answers(
    query: Query,
    hits: Sequence[Hit],
    model: LanguageModel,
    *,
    without: Callable[[], Answer],
    refusal: Callable[[], Answer],
) -> Iterator[Answer]:
    """Yield the answer as it grows by sentences, each checked; the last one is the whole.

    Args:
        query: the question.
        hits: passages, best first.
        model: who is asked.
        without: gives the answer to fall back on where the model fails.
        refusal: gives the abstention where nothing that the model says has something to stand on.
    """
    answerer, chinese = f"llm:{model.name}", is_chinese(query.question)
    passages = hits[:_PASSAGES]
    draft = Draft(passages)
    try:
        for sentence in _sentences(model, query, passages):
            if sentence is None:
                draft = Draft(passages)
            elif draft.take(sentence):
                yield _written(draft, query, answerer)
        if failing := _failing(draft):
            raise FailedReplyError(failing)
    except FailedReplyError as error:
        fallback = without()
        if fallback.abstained and not draft.says_nothing:
            note = broke_off_note(error.failing, chinese=chinese)
            yield _written(draft, query, answerer, note)
        else:
            quoted = not fallback.abstained
            yield replace(fallback, note=failed_note(error.failing, quoted=quoted, chinese=chinese))
        return
    if draft.says_nothing:
        yield replace(refusal(), answerer=answerer)
    else:
        note = left_out_note(draft.left_out, chinese=chinese)
        yield _written(draft, query, answerer, note)


def _written(draft: Draft, query: Query, answerer: str, note: str = "") -> Answer:
    text = draft.text(chinese=is_chinese(query.question))
    return Answer(
        query.question,
        query.text,
        text,
        draft.citations,
        False,
        answerer,
        note=note,
        unsupported=draft.unsupported,
    )


def _failing(draft: Draft) -> Failing | None:
    """Return why a whole reply cannot be used, if so."""
    if draft.says_nothing and draft.declined:
        return Failing.DECLINED
    if draft.says_nothing and draft.left_out and not draft.finds_nothing:
        return Failing.UNCITED
    return Failing.EMPTY if draft.is_empty else None


def _sentences(model: LanguageModel, query: Query, passages: Sequence[Hit]) -> Iterator[str | None]:
    """Yield a model's sentences; None where all that came before was thought aloud."""
    cutter = SentenceCutter()
    try:
        for piece in reply(model, prompt(query.text, passages)):
            if piece is None:
                cutter = SentenceCutter()
                yield None
            else:
                yield from cutter.cut(piece)
    except FailedReplyError:
        yield from cutter.whole()
        raise
    yield from cutter.rest()
