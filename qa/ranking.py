"""Reranks candidates: a small learned model over what a question and a passage have in common.

The features are counted in the passage, in its whole article and in its title; the model is a
network of one hidden layer whose weights `qa.ranking_train` learned.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from qa.passages import title_line
from qa.text import fold, sentences, terms
from qa.types import Expected

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from qa.store import Candidate
    from qa.types import Article, Edition, Passage

Features: TypeAlias = "NDArray[np.float32]"

WEIGHTS = Path(__file__).with_name("ranking.json")

# `85.14`, `1189`, `covid`: what must be the same to the letter
_EXACT = re.compile(r"\d+(?:\.\d+)?|[a-z]{2,}")

# `“第一针”`, `《安全生产法》`
_QUOTED = re.compile(r"[“《「『‘]([^”》」』’]{2,})[”》」』’]")

# What an answer of each kind looks like: `85.14万剂次`, `8月31日`, `市长李某`, `在铜冶镇`
_ANSWERS = {
    Expected.NUMBER: re.compile(r"[\d〇一二三四五六七八九十百千万两]+(?:\.\d+)?[^\d,。]"),
    Expected.DATE: re.compile(
        r"[\d〇一二三四五六七八九十]+(?:年|月|日|号|时|点)|昨日|今日|昨天|今天"
    ),
    Expected.PLACE: re.compile(r"[在于位往到][^,。,]{0,12}|[省市区县镇乡村街路]"),
    Expected.REASON: re.compile(r"因为?|由于|为了|旨在|所以|因此"),
}


@dataclass(frozen=True, slots=True)
class Ranker:
    """A network of one hidden layer over standardised features."""

    mean: Features  # shape (features,)
    deviation: Features  # shape (features,)
    hidden: Features  # shape (features, units)
    hidden_bias: Features  # shape (units,)
    output: Features  # shape (units,)
    output_bias: float

    def logits(self, rows: Features) -> Features:
        """Return one number for each row of `features`, higher is better."""
        inner = np.tanh((rows - self.mean) / self.deviation @ self.hidden + self.hidden_bias)
        logits: Features = inner @ self.output + self.output_bias
        return logits


@cache
def ranker(path: Path = WEIGHTS) -> Ranker:
    """Return the ranker whose weights are in `path`."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    if stored["features"] != list(NAMES):
        raise ValueError(f"{path} was learned for other features: run qa.ranking_train again")
    arrays = {
        name: np.array(stored[name], dtype=np.float32)
        for name in ("mean", "deviation", "hidden", "hidden_bias", "output")
    }
    return Ranker(**arrays, output_bias=stored["output_bias"])


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate with its texts."""

    candidate: Candidate
    passage: Passage
    article: Article
    edition: Edition


@dataclass(frozen=True, slots=True)
class _Asked:
    """What of a question is looked for in a text."""

    text: str
    weights: dict[str, float]  # of its terms
    characters: dict[str, float]
    exact: tuple[str, ...]
    quoted: tuple[str, ...]
    expected: Expected


NAMES = (
    "dense",
    "dense_below_best",
    "lexical",
    "lexical_below_best",
    "article_dense",
    "article_lexical",
    "passage_terms",
    "article_terms",
    "title_terms",
    "passage_characters",
    "passage_characters_weighted",
    "sentence_terms",
    "sentence_characters",
    "longest_common",
    "rarest_term",
    "exact",
    "quoted",
    "expected",
    "starts_article",
    "length",
)


def features(
    content: str, expected: Expected, found: Sequence[Found], rarity: Callable[[str], float]
) -> Features:
    """Return what speaks for each candidate.

    Args:
        content: the question without the words that only ask.
        expected: the kind of answer that it asks for.
        found: the candidates.
        rarity: inverse document frequency of a search term.

    Returns:
        float32 array of shape (len(found), len(NAMES)).
    """
    asked = _asked(content, expected, rarity)
    dense = np.array([one.candidate.dense for one in found])
    lexical = np.array([one.candidate.lexical for one in found])
    best_of: dict[str, tuple[float, float]] = {}
    for one in found:
        best = best_of.get(one.article.id, (-1.0, 0.0))
        best_of[one.article.id] = (
            max(best[0], one.candidate.dense),
            max(best[1], one.candidate.lexical),
        )
    folded = {one.article.id: fold(one.article.text) for one in found}
    own = [_own_features(asked, one, folded[one.article.id]) for one in found]
    rows = [
        (
            dense[i],
            dense[i] - dense.max(),
            lexical[i],
            lexical[i] - lexical.max(),
            best_of[one.article.id][0] - dense.max(),
            best_of[one.article.id][1] - lexical.max(),
            *own[i],
        )
        for i, one in enumerate(found)
    ]
    return np.array(rows, dtype=np.float32).reshape(-1, len(NAMES))


def _asked(content: str, expected: Expected, rarity: Callable[[str], float]) -> _Asked:
    text = fold(content)
    weights = {term: rarity(term) for term in dict.fromkeys(terms(content))}
    characters: dict[str, float] = {}
    for term, weight in weights.items():
        for character in term:
            characters[character] = max(weight, characters.get(character, 0.0))
    return _Asked(
        text,
        weights,
        characters,
        tuple(_EXACT.findall(text)),
        tuple(_QUOTED.findall(text)),
        expected,
    )


def _own_features(asked: _Asked, one: Found, article: str) -> tuple[float, ...]:
    passage = article[one.passage.start : one.passage.end]
    title = fold(title_line(one.article))
    both = f"{title}\n{passage}"
    held = [passage[span.start : span.end] for span in sentences(passage)]
    rarest = max(asked.weights.values(), default=0.0)
    answer = _ANSWERS.get(asked.expected)
    return (
        _share(asked.weights, both),
        _share(asked.weights, article),
        _share(asked.weights, title),
        _share(dict.fromkeys(asked.characters, 1.0), both),
        _share(asked.characters, both),
        max((_share(asked.weights, sentence) for sentence in held), default=0.0),
        max((_share(asked.characters, sentence) for sentence in held), default=0.0),
        _longest_common(asked.text, both) / max(1, len(asked.text)),
        float(any(w >= 0.9 * rarest and term in both for term, w in asked.weights.items())),
        _share(dict.fromkeys(asked.exact, 1.0), both, empty=1.0),
        _share(dict.fromkeys(asked.quoted, 1.0), f"{title}\n{article}", empty=1.0),
        float(answer is None or bool(answer.search(passage))),
        float(one.passage.start == 0),
        min(len(passage), 400) / 400,
    )


def _share(weights: dict[str, float], text: str, empty: float = 0.0) -> float:
    """Return the share of the weights whose terms stand in `text`."""
    total = sum(weights.values())
    return sum(w for term, w in weights.items() if term in text) / total if total else empty


def _longest_common(question: str, text: str) -> int:
    """Return the length of the longest piece of `question` that stands in `text`."""
    longest = 0
    for start in range(len(question)):
        while question[start : start + longest + 1] in text:
            if start + longest + 1 > len(question):
                break
            longest += 1
    return longest
