"""Reads the question sets that answering learns from, and parts them.

`qa/<name>.passages.jsonl` and `qa/<name>.queries.jsonl` hold passages and questions about them,
some of which have no answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import md5
from typing import TYPE_CHECKING

from embeddings.corpus import Document
from embeddings.sources import read_lines

if TYPE_CHECKING:
    from pathlib import Path

# Of so many articles of a set, the reader is kept from one, and of twice as many nothing learns
# from one where the set is also measured on.
_HELD_OUT = 5
ALSO_MEASURED = "chinesesquad_v2_dev"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the article that it was asked of, and its answers there, if any."""

    question: str
    article: str
    answers: tuple[str, ...]

    @property
    def is_held_out(self) -> bool:
        """Whether the reader is kept from questions about this article."""
        return self._place % _HELD_OUT == 0

    @property
    def is_measured(self) -> bool:
        """Whether nothing learns from questions about this article."""
        also = self.article.startswith(ALSO_MEASURED)
        return also and self._place % (2 * _HELD_OUT) == 0

    @property
    def _place(self) -> int:
        return int.from_bytes(md5(self.article.encode(), usedforsecurity=False).digest())


def read_set(data: Path, name: str) -> tuple[list[Document], list[Asked]]:
    """Return the passages of a set and its questions, those without an answer among them."""
    passages = list(read_lines(data / "qa" / f"{name}.passages.jsonl"))
    numbers = {item["id"]: f"{name}/{number}" for number, item in enumerate(passages)}
    questions = [
        Asked(item["question"], numbers[item["passage_ids"][0]], tuple(item["answers"]))
        for item in read_lines(data / "qa" / f"{name}.queries.jsonl")
    ]
    return [Document("", item["text"]) for item in passages], questions
