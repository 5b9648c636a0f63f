"""Reranks candidates: two small learned models over what a question and a passage have in common.

The features are counted in the passage, in its whole article and in its title. The second model
looks at the best candidates of the first once more, word by word, which takes longer. The weights
are learned by `qa.learning.ranking`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from qa.likeness import LIKENESS, likeness
from qa.network import Features, read_network
from qa.overlap import (
    ANSWERS,
    Sought,
    evenly,
    held,
    holds_rarest,
    longest_common,
    share,
    weight_in,
)
from qa.passages import title_line
from qa.text import fold, sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from qa.storage.opened import Candidate
    from qa.types import Article, Edition, Passage

WEIGHTS = Path(__file__).with_name("ranking.json")
CLOSER_WEIGHTS = Path(__file__).with_name("ranking_closer.json")

# Candidates that are looked at closer: at most so many, so many logits behind the best
_MOST, _NEAR = 8, 4.0
# The same where the best has less than this share of the question's terms: the first look then saw
# little. Of 185 held-out questions that share few words with their article it is then among the
# first five for 73%, not 70%; for others it makes no difference.
_FEW_HELD = 0.4
_MOST_OF_FEW, _NEAR_OF_FEW = 24, 6.0


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate with its texts."""

    candidate: Candidate
    passage: Passage
    article: Article
    edition: Edition


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
CLOSER_NAMES = (*NAMES, *LIKENESS)
_TERMS = NAMES.index("passage_terms")


def rank(asked: Sought, found: Sequence[Found]) -> Features:
    """Return how surely each candidate is right, as logits: shape (len(found),)."""
    if not found:
        return np.zeros(0, np.float32)
    rows = features(asked, found)
    logits = read_network(WEIGHTS, NAMES).logits(rows)
    near = worth_a_closer_look(rows, logits)
    looked_at = closer_features(asked, [found[place] for place in near], rows[near])
    closer = read_network(CLOSER_WEIGHTS, CLOSER_NAMES).logits(looked_at)
    # The networks' levels differ: what is looked at once stays below the others, in its order.
    ranked: Features = logits - logits[near].min() + closer.min()
    ranked[near] = closer
    return ranked


def worth_a_closer_look(rows: Features, logits: Features) -> NDArray[np.intp]:
    """Return the places of the best candidates, best first.

    Args:
        rows: the candidates' features, shape (n, len(NAMES)); one candidate at least.
        logits: how surely each is right by these, shape (n,).
    """
    order = np.argsort(-logits, kind="stable")
    few = rows[order[0], _TERMS] < _FEW_HELD
    most, behind = (_MOST_OF_FEW, _NEAR_OF_FEW) if few else (_MOST, _NEAR)
    best = order[:most]
    near: NDArray[np.intp] = best[logits[best] >= logits.max() - behind]
    return near


def closer_features(asked: Sought, found: Sequence[Found], rows: Features) -> Features:
    """Return the features of candidates with what a closer look adds.

    Args:
        asked: the question.
        found: the candidates.
        rows: their features, shape (len(found), len(NAMES)).

    Returns:
        float32 array of shape (len(found), len(CLOSER_NAMES)).
    """
    titles = [fold(title_line(one.article)) for one in found]
    folded = [fold(one.article.text) for one in found]
    texts = [
        f"{title}\n{text[one.passage.start : one.passage.end]}"
        for title, text, one in zip(titles, folded, found, strict=True)
    ]
    articles = [f"{title}\n{text}" for title, text in zip(titles, folded, strict=True)]
    alike = likeness(asked.question, texts, articles)
    return np.concatenate((rows, alike), axis=1).astype(np.float32)


def features(asked: Sought, found: Sequence[Found]) -> Features:
    """Return what speaks for each candidate: float32 array of shape (len(found), len(NAMES))."""
    dense = np.array([one.candidate.dense for one in found])
    lexical = np.array([one.candidate.lexical for one in found])
    _, article = np.unique([one.article.id for one in found], return_inverse=True)
    folded = {one.article.id: fold(one.article.text) for one in found}
    own = [_own_features(asked, one, folded[one.article.id]) for one in found]
    of_both = (
        dense,
        dense - dense.max(),
        lexical,
        lexical - lexical.max(),
        _best_of_each(dense, article) - dense.max(),
        _best_of_each(lexical, article) - lexical.max(),
    )
    return np.column_stack((*of_both, own)).astype(np.float32)


def _best_of_each(scores: Features, group: NDArray[np.intp]) -> Features:
    """Return for each score the highest of its group."""
    highest = np.full(len(scores), -np.inf)
    np.maximum.at(highest, group, scores)
    best: Features = highest[group]
    return best


def _own_features(asked: Sought, one: Found, article: str) -> tuple[float, ...]:
    passage = article[one.passage.start : one.passage.end]
    title = fold(title_line(one.article))
    both = f"{title}\n{passage}"
    cut = [passage[span.start : span.end] for span in sentences(passage)]
    answer = ANSWERS.get(asked.expected)
    # What a part holds, the whole holds: each text is searched only for what stood around it.
    in_article, in_title = held(asked.terms, article), held(asked.terms, title)
    in_passage = held(in_article, passage)
    terms = held(asked.terms, in_passage | in_title)
    characters = held(asked.characters, both)
    of_terms = sum(asked.terms.values()) or 1.0
    of_characters = sum(asked.characters.values()) or 1.0
    return (
        sum(terms.values()) / of_terms,
        sum(in_article.values()) / of_terms,
        sum(in_title.values()) / of_terms,
        len(characters) / max(1, len(asked.characters)),
        sum(characters.values()) / of_characters,
        max([weight_in(in_passage, sentence) for sentence in cut], default=0.0) / of_terms,
        max([weight_in(characters, sentence) for sentence in cut], default=0.0) / of_characters,
        longest_common(asked.text, both) / max(1, len(asked.text)),
        float(holds_rarest(asked, terms)),
        share(evenly(asked.exact), both, empty=1.0),
        share(evenly(asked.quoted), f"{title}\n{article}", empty=1.0),
        float(answer is None or bool(answer.search(passage))),
        float(one.passage.start == 0),
        min(len(passage), 400) / 400,
    )
