"""A conversation as the reader's browser keeps it: turns that name what they quote by place.

What comes back from a browser may be anything, so it is read strictly, and every text shown is
looked up in the archive again.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa import Answer, Hit
    from qa.types import Article, Edition, Passage

MAX_TURNS = 40  # older ones are forgotten; a browser keeps about 5 MB
MAX_QUESTION = 500  # characters
_MOST_CHARACTERS = 4 * MAX_QUESTION  # of a question with what it takes from earlier ones

Stored = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of an article's text, in its passage; equal offsets quote nothing of it."""

    number: int
    article_id: str
    start: int
    end: int
    passage_start: int
    passage_end: int
    also_in: tuple[str, ...] = ()  # ids of articles of the same text


@dataclass(frozen=True, slots=True)
class Turn:
    """A question with its answer."""

    question: str
    searched: str
    text: str
    abstained: bool
    quotes: tuple[Quote, ...] = ()
    related: tuple[Quote, ...] = ()
    note: str = ""  # what the reader should know of how the answer came about
    filters: str = ""  # what was searched only, in words
    dated: bool = False  # whether the question's own dates are among that
    verdict: str = ""  # "Like", "Dislike" or none


def turn_from_answer(
    answer: Answer, related: Sequence[Hit], filters: str = "", *, dated: bool = False
) -> Turn:
    """Return the turn to keep of an answer.

    Args:
        answer: what was said.
        related: what stands near to it.
        filters: what was searched only, in words.
        dated: whether the question's own dates are among that.
    """
    return Turn(
        answer.question,
        answer.searched,
        answer.text,
        answer.abstained,
        tuple(
            _quote(one.number, one.passage, one.start, one.end, one.reprints)
            for one in answer.citations
        ),
        tuple(
            _quote(number, hit.passage, hit.passage.start, hit.passage.start, hit.reprints)
            for number, hit in enumerate(related, 1)
        ),
        answer.note,
        filters,
        dated,
    )


def _quote(
    number: int,
    passage: Passage,
    start: int,
    end: int,
    reprints: Sequence[tuple[Article, Edition]],
) -> Quote:
    also_in = tuple(article.id for article, _ in reprints)
    return Quote(number, passage.article_id, start, end, passage.start, passage.end, also_in)


def to_stored(turns: Sequence[Turn]) -> Stored:
    """Return `turns` as JSON values, the newest `MAX_TURNS` of them."""
    return [asdict(turn) for turn in turns[-MAX_TURNS:]]


def from_stored(stored: object) -> list[Turn]:
    """Return the turns that `to_stored` gave; none where a browser sends something else."""
    if not isinstance(stored, list):
        return []
    try:
        return [_turn(**one) for one in stored[-MAX_TURNS:]]
    except (TypeError, ValueError, OverflowError):
        return []


def _turn(quotes: Any, related: Any, abstained: Any, dated: Any = False, **texts: Any) -> Turn:
    if not {"question", "searched"} <= texts.keys() or not all(
        isinstance(text, str) for text in texts.values()
    ):
        raise TypeError("a turn's texts are strings")
    if not all(
        0 < len(texts[name].strip()) <= _MOST_CHARACTERS for name in ("question", "searched")
    ):
        raise ValueError("a turn asks and searches something")
    return Turn(
        quotes=tuple(_stored_quote(**one) for one in quotes),
        related=tuple(_stored_quote(**one) for one in related),
        abstained=bool(abstained),
        dated=bool(dated),
        **texts,
    )


def _stored_quote(article_id: Any, also_in: Any = (), **offsets: Any) -> Quote:
    return Quote(
        article_id=str(article_id),
        also_in=tuple(str(one) for one in also_in),
        **{name: int(at) for name, at in offsets.items()},
    )


def history(turns: Sequence[Turn]) -> list[tuple[str, str]]:
    """Return the questions with their answers, as `Archive.ask` takes them."""
    return [(turn.question, turn.text) for turn in turns]
