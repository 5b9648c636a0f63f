"""Makes training pairs, a question-like query and the passage it is about, out of plain documents.

A static embedding does not see the order of words, so a question made by rule is a sentence that
has lost some of its words and gained a question word. All of it is done on arrays of token ids for
a whole batch at a time: making a batch takes a small part of the time of learning from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from embeddings.corpus import Corpus, Ints, Ranges

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Bags:
    """The token ids of a batch of texts: row i has ids[offsets[i]:offsets[i + 1]]."""

    ids: Ints
    offsets: Ints


@dataclass(frozen=True, slots=True)
class Recipe:
    """How pairs are made; shares and rates are probabilities, lengths count tokens.

    Set by judgement, not by search: measure a change with tests/benchmarks/encoder.py.
    """

    title_share: float = 0.3  # of queries made of the document's title, where it has one
    outside_share: float = 0.15  # of queries from a sentence beside the passage
    without_sentence: float = 0.35  # of passages that lose the sentence their query is from
    without_shared: float = 0.35  # of passages that lose most words they share with their query
    shared_dropout: float = 0.8
    titled: float = 0.75  # of passages that carry their document's title
    titled_for_title: float = 0.15  # the same where the query is that title
    stamped: float = 0.3  # of passages that carry a date, as an archive's do
    question_words: float = 0.6  # of queries that gain question words
    synonyms: float = 0.4  # of queries in which words give way to words of like meaning
    longest_dropout: float = 0.5  # share of a query's words that may be lost
    query_length: tuple[int, int] = (5, 22)
    passage_length: tuple[int, int] = (50, 150)


@dataclass(frozen=True, slots=True)
class Extras:
    """Tokens that a batch may gain: question words, and dates such as an archive's passages."""

    question_words: Ints
    stamps: Ints  # shape (n, length), -1 where a stamp is shorter
    synonyms: Ints  # shape (pieces, most): pieces of like meaning, -1 where there are fewer


_QUESTION_WORDS = """
什么 是什么 谁 是谁 哪里 哪儿 在哪里 哪个 哪些 哪位 哪家 哪一年 什么时候 何时 几月 几日 哪天
多少 几个 多大 多长 多久 怎么 怎样 怎么样 如何 为什么 为何 原因 吗 呢 是不是 有没有 有什么
什么样 叫什么 名字 请问 介绍一下 分别 是
"""
SYNONYMS = Path(__file__).with_name("synonyms.txt")
_SYNONYM_RATE = 0.7  # of the words that could give way, in a query where they do
_STAMP_YEARS = range(2008, 2031)


def read_extras(tokenizer: Tokenizer) -> Extras:
    """Return the question words and dates of all of a year's months as tokens."""
    words = tokenizer.encode(_QUESTION_WORDS, add_special_tokens=False).ids
    days = [
        f"{year}年{month}月{day}日"
        for year in _STAMP_YEARS
        for month in range(1, 13)
        for day in range(1 + month % 3, 29, 3)
    ]
    encodings = tokenizer.encode_batch_fast(days, add_special_tokens=False)
    stamps = np.full((len(days), max(len(row.ids) for row in encodings)), -1, dtype=np.int64)
    for row, encoding in zip(stamps, encodings, strict=True):
        row[: len(encoding.ids)] = encoding.ids
    question_words = np.array(sorted(set(words) - {0}), dtype=np.int64)
    return Extras(question_words, stamps, _read_synonyms(tokenizer))


def _read_synonyms(tokenizer: Tokenizer) -> Ints:
    """Return the words of like meaning of each piece, as far as they are pieces themselves."""
    others: dict[int, list[int]] = {}
    for line in SYNONYMS.read_text(encoding="utf-8").splitlines():
        words = [] if line.startswith("#") else line.split()
        pieces = [piece for word in words if (piece := tokenizer.token_to_id(word)) is not None]
        for piece in pieces:
            others.setdefault(piece, []).extend(other for other in pieces if other != piece)
    most = max(map(len, others.values()), default=0)
    table = np.full((tokenizer.get_vocab_size(), max(1, most)), -1, dtype=np.int64)
    for piece, like in others.items():
        table[piece, : len(like)] = like
    return table


def draw_pairs(
    corpus: Corpus, documents: Ints, extras: Extras, recipe: Recipe, rng: np.random.Generator
) -> tuple[Bags, Bags]:
    """Return one query and its passage for each of `documents`, which must have some text."""
    first, last = corpus.documents[documents] + 1, corpus.documents[documents + 1]
    start = rng.integers(first, last)
    end = _window_end(corpus, start, last, recipe, rng)
    outside = _chance(rng, len(documents), recipe.outside_share)
    sentence = np.where(outside, rng.integers(first, last), rng.integers(start, end))
    title = corpus.of_sentence(first - 1)
    has_title = title.end - title.start >= recipe.query_length[0]
    asks_title = has_title & _chance(rng, len(documents), recipe.title_share)
    source = corpus.of_sentence(np.where(asks_title, first - 1, sentence))
    queries = _shortened(source, recipe, rng)
    loses = _chance(rng, len(documents), recipe.without_sentence)
    titled = _chance(rng, len(documents), recipe.titled)
    titled &= ~asks_title | _chance(rng, len(documents), recipe.titled_for_title)
    parts = _Parts(
        queries=queries,
        bodies=Ranges(corpus.sentences[start], corpus.sentences[end]),
        holes=Ranges(np.where(loses, source.start, -1), np.where(loses, source.end, -1)),
        titles=Ranges(title.start, np.where(titled, title.end, title.start)),
    )
    return _filled(corpus, corpus, parts, extras, recipe, rng)


def draw_answered(
    questions: Corpus,
    corpus: Corpus,
    chosen: Ints,
    answered_by: Ints,
    extras: Extras,
    recipe: Recipe,
    rng: np.random.Generator,
) -> tuple[Bags, Bags]:
    """Return the questions of number `chosen` with passages around the sentences that answer them.

    A question is a document of its own in `questions`, all of it in its title; `answered_by` is a
    sentence of `corpus` for each of `chosen`.
    """
    document = np.searchsorted(corpus.documents, answered_by, side="right") - 1
    first, last = corpus.documents[document] + 1, corpus.documents[document + 1]
    start = np.maximum(answered_by - rng.integers(0, 3, len(chosen)), first)
    end = np.maximum(_window_end(corpus, start, last, recipe, rng), answered_by + 1)
    nowhere = np.full(len(chosen), -1)
    title = corpus.of_sentence(first - 1)
    titled = _chance(rng, len(chosen), recipe.titled)
    parts = _Parts(
        queries=questions.of_sentence(questions.documents[chosen]),
        bodies=Ranges(corpus.sentences[start], corpus.sentences[end]),
        holes=Ranges(nowhere, nowhere),
        titles=Ranges(title.start, np.where(titled, title.end, title.start)),
    )
    return _filled(questions, corpus, parts, extras, recipe, rng)


@dataclass(frozen=True, slots=True)
class _Parts:
    """Where in their corpora the tokens of a batch's pairs are."""

    queries: Ranges
    bodies: Ranges
    holes: Ranges  # of the bodies, left out
    titles: Ranges  # that the passages carry; empty ranges for those without


def _filled(
    asked: Corpus,
    corpus: Corpus,
    parts: _Parts,
    extras: Extras,
    recipe: Recipe,
    rng: np.random.Generator,
) -> tuple[Bags, Bags]:
    """Fetch the tokens of `parts` from the corpora that are `asked` and searched; vary them."""
    count = len(parts.queries.start)
    query_rows, at = _positions(parts.queries)
    rate = rng.random(count) * recipe.longest_dropout
    first = at == parts.queries.start[query_rows]
    kept = (rng.random(len(at)) >= rate[query_rows]) | first
    query_rows, query_ids = query_rows[kept], asked.tokens[at[kept]].astype(np.int64)

    rows, at = _positions(parts.bodies)
    kept = (at < parts.holes.start[rows]) | (at >= parts.holes.end[rows])
    title_rows, title_at = _positions(parts.titles)
    rows = np.concatenate((rows[kept], title_rows))
    ids = corpus.tokens[np.concatenate((at[kept], title_at))].astype(np.int64)

    loses = _chance(rng, count, recipe.without_shared)
    shared = np.isin(_keys(rows, ids), _keys(query_rows, query_ids))
    kept = ~(shared & loses[rows] & _chance(rng, len(rows), recipe.shared_dropout))
    rows, ids = _stamped(rows[kept], ids[kept], count, extras, recipe, rng)
    query_ids = _replaced(query_rows, query_ids, count, extras, recipe, rng)
    query_rows, query_ids = _questioned(query_rows, query_ids, count, extras, recipe, rng)
    return _bags(query_rows, query_ids, count), _bags(rows, ids, count)


def _window_end(
    corpus: Corpus, start: Ints, last: Ints, recipe: Recipe, rng: np.random.Generator
) -> Ints:
    """Return the sentences before which passages end that start with the sentences `start`."""
    low, high = recipe.passage_length
    wanted = corpus.sentences[start] + rng.integers(low, high, len(start), endpoint=True)
    end = np.searchsorted(corpus.sentences, wanted, side="left")
    return np.clip(end, start + 1, last)


def _shortened(source: Ranges, recipe: Recipe, rng: np.random.Generator) -> Ranges:
    low, high = recipe.query_length
    length = rng.integers(low, high, len(source.start), endpoint=True)
    spare = np.maximum(source.end - source.start - length, 0)
    start = source.start + rng.integers(0, spare, endpoint=True)
    return Ranges(start, np.minimum(start + length, source.end))


def _replaced(
    rows: Ints, ids: Ints, count: int, extras: Extras, recipe: Recipe, rng: np.random.Generator
) -> Ints:
    """Return `ids` with words of like meaning in the place of some."""
    choices = (extras.synonyms[ids] >= 0).sum(axis=1)
    chosen = _chance(rng, count, recipe.synonyms)[rows] & _chance(rng, len(ids), _SYNONYM_RATE)
    at = np.flatnonzero(chosen & (choices > 0))
    replaced = ids.copy()
    replaced[at] = extras.synonyms[ids[at], rng.integers(0, choices[at])]
    return replaced


def _questioned(
    rows: Ints, ids: Ints, count: int, extras: Extras, recipe: Recipe, rng: np.random.Generator
) -> tuple[Ints, Ints]:
    words = np.where(_chance(rng, count, recipe.question_words), rng.integers(1, 4, count), 0)
    gained_rows = np.repeat(np.arange(count), words)
    gained = rng.choice(extras.question_words, len(gained_rows))
    return np.concatenate((rows, gained_rows)), np.concatenate((ids, gained))


def _stamped(
    rows: Ints, ids: Ints, count: int, extras: Extras, recipe: Recipe, rng: np.random.Generator
) -> tuple[Ints, Ints]:
    stamped = np.flatnonzero(_chance(rng, count, recipe.stamped))
    stamps = extras.stamps[rng.integers(0, len(extras.stamps), len(stamped))]
    gained_rows = np.repeat(stamped, stamps.shape[1])[stamps.ravel() >= 0]
    gained = stamps.ravel()[stamps.ravel() >= 0]
    return np.concatenate((rows, gained_rows)), np.concatenate((ids, gained))


def _chance(rng: np.random.Generator, count: int, probability: float) -> Bools:
    return rng.random(count) < probability


def _positions(ranges: Ranges) -> tuple[Ints, Ints]:
    """Return for each token of `ranges` the row that it belongs to and its position."""
    lengths = ranges.end - ranges.start
    rows = np.repeat(np.arange(len(lengths)), lengths)
    before = np.cumsum(lengths) - lengths
    return rows, np.arange(len(rows)) + (ranges.start - before)[rows]


def _keys(rows: Ints, ids: Ints) -> Ints:
    return rows << 32 | ids


def _bags(rows: Ints, ids: Ints, count: int) -> Bags:
    order = np.argsort(rows, kind="stable")
    offsets = np.searchsorted(rows[order], np.arange(count + 1))
    return Bags(ids[order], offsets)
