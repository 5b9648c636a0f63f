"""Reads the texts that the bundled model is trained on, and keeps some of them out of training.

`news/*.jsonl.xz` hold one article a line with `id`, `text` and perhaps `title`;
`qa/<name>.passages.jsonl` and `qa/<name>.queries.jsonl` hold passages and questions about them.
"""

from __future__ import annotations

import json
import lzma
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from embeddings.corpus import Document, Question
from embeddings.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Questions that training may see; the others are for measuring alone.
TRAINING_QUESTIONS = ("cmrc2018_train", "drcd_dev")

_SHORTEST_TEXT = 40  # characters
_HELD_OUT = 6 / 256  # share of the news articles


@dataclass(frozen=True, slots=True)
class News:
    """News articles: those to train on, and those kept out of training to measure with."""

    training: tuple[Document, ...]
    held_out: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Passages, and questions each with the number of the passage that answers it."""

    passages: tuple[Document, ...]
    questions: tuple[Question, ...]


def read_news(data: Path) -> News:
    """Return the articles under `data`/news, parted by a hash of their ids.

    Raises:
        ModelError: There are none.
    """
    training: list[Document] = []
    held_out: list[Document] = []
    for item in read_news_items(data):
        if len(item["text"]) >= _SHORTEST_TEXT:
            article = Document(item.get("title") or "", item["text"])
            (held_out if is_held_out(item["id"]) else training).append(article)
    if not training:
        raise ModelError(f"no news under {data / 'news'}: give the folder of news/*.jsonl.xz")
    return News(tuple(training), tuple(held_out))


def read_question_set(data: Path, name: str) -> QuestionSet:
    """Return the passages and answerable questions of one set under `data`/qa.

    Raises:
        ModelError: The set is not there.
    """
    try:
        passages = list(read_lines(data / "qa" / f"{name}.passages.jsonl"))
        queries = list(read_lines(data / "qa" / f"{name}.queries.jsonl"))
    except OSError as error:
        raise ModelError(f"no question set {name} under {data / 'qa'}: {error}") from error
    numbers = {item["id"]: number for number, item in enumerate(passages)}
    return QuestionSet(
        tuple(
            Document((item.get("title") or "").replace("_", " "), item["text"]) for item in passages
        ),
        tuple(
            Question(item["question"], numbers[item["passage_ids"][0]], item["answers"][0])
            for item in queries
            if item["answers"]
        ),
    )


def read_news_items(data: Path) -> Iterator[dict[str, Any]]:
    """Yield the articles under `data`/news as they stand there; none where there are none."""
    for file in sorted((data / "news").glob("*.jsonl.xz")):
        with lzma.open(file, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def read_lines(file: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a file that holds one a line."""
    with file.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def is_held_out(article_id: str) -> bool:
    """Return whether a news article is kept out of training."""
    return blake2b(article_id.encode(), digest_size=4).digest()[0] < _HELD_OUT * 256
