"""What the reader sees of a question and of the passages that may answer it, as arrays.

A text is read character by character. Beside the character itself stands the piece of the bundled
encoder's vocabulary that it belongs to, and how much of it the question shares.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from embeddings import bundled_encoder
from qa.likeness import Floats, Ints, nearest
from qa.overlap import share
from qa.passages import question_replied_to, title_line
from qa.text import fold, sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qa.overlap import Sought
    from qa.types import Article, Passage, Span

LONGEST_QUESTION, LONGEST_TEXT = 64, 480  # characters that are read
_LONGEST_ARTICLE = 4000  # characters of it that are looked through: a book is no article

FEATURES = (
    "character",
    "term",
    "three_in_a_row",
    "five_in_a_row",
    "piece_likeness",
    "in_title",
    "terms_of_title",
    "terms_of_text",
    "terms_of_sentence",
    "characters_of_sentence",
    "terms_of_sentence_with_title",
    "place",
)
# What a question's character finds of itself in a passage, and in its article
MET = (
    "character",
    "term",
    "missing_term",
    "three_in_a_row",
    "piece_likeness",
    "in_title",
    "term_in_title",
    "weight",
    "character_in_article",
    "term_in_article",
)
_PLACE_UNIT = 300  # characters


@dataclass(frozen=True, slots=True, eq=False)
class ReadText:
    """A question, or a passage with what it shares with one; n characters."""

    codes: Ints  # code points, shape (n,)
    pieces: Ints  # of the bundled encoder's vocabulary, 0 where there is none, shape (n,)
    shared: Floats  # shape (n, len(FEATURES)); no columns for a question
    sentence: Ints  # number of the sentence that each character is in, shape (n,)
    met: Floats  # what the question finds in it, shape (characters of the question, len(MET))


@dataclass(frozen=True, slots=True)
class Text:
    """A passage to read, folded, with its sentences and what it stands in."""

    title: str
    text: str
    sentences: tuple[Span, ...]
    article: str  # with its title


def text_of(title: str, passage: str, article: str) -> Text:
    """Return a passage of an article under a title as the reader takes it."""
    whole = fold(f"{title}\n{article}"[:_LONGEST_ARTICLE])
    return Text(fold(title), fold(passage), tuple(sentences(passage)), whole)


def text_in(article: Article, passage: Passage) -> Text:
    """Return a passage of `article` as the reader takes it."""
    above = " ".join(filter(None, (title_line(article), question_replied_to(passage, article))))
    return text_of(above, passage.text, article.text)


def read_question(asked: Sought) -> ReadText:
    """Return the question as the reader sees it."""
    text = asked.question[:LONGEST_QUESTION]
    cut = _cut(text)
    nothing = np.zeros((len(text), 0), np.float32)
    sentence = np.zeros(len(text), np.int64)
    unmet = np.zeros((0, len(MET)), np.float32)
    return ReadText(_codes(text), cut.by_character, nothing, sentence, unmet)


def read_texts(asked: Sought, texts: Sequence[Text]) -> list[ReadText]:
    """Return passages as the reader sees them, each up to LONGEST_TEXT characters."""
    question = _cut(asked.question[:LONGEST_QUESTION])
    cuts = [_cut(one.text[:LONGEST_TEXT]) for one in texts]
    likeness = nearest(question.ids, [cut.ids for cut in cuts])
    return [
        _read_text(asked, one, cut, of_text, _met(asked, one, question, of_question))
        for one, cut, (of_text, of_question) in zip(texts, cuts, likeness, strict=True)
    ]


@dataclass(frozen=True, slots=True, eq=False)
class _Cut:
    """A text cut into pieces."""

    ids: Ints
    by_character: Ints
    offsets: list[tuple[int, int]]


def _cut(text: str) -> _Cut:
    encoding = bundled_encoder().tokenizer.encode(text, add_special_tokens=False)
    by_character = np.zeros(len(text), np.int64)
    for id_, (start, end) in zip(encoding.ids, encoding.offsets, strict=True):
        by_character[start:end] = id_
    return _Cut(np.array(encoding.ids, np.int64), by_character, encoding.offsets)


def _read_text(asked: Sought, one: Text, cut: _Cut, likeness: Floats, met: Floats) -> ReadText:
    text = one.text[:LONGEST_TEXT]
    shared = np.zeros((len(text), len(FEATURES)), np.float32)
    shared[:, 0] = _weight_of_characters(asked, text)
    shared[:, 1] = _weight_of_terms(asked, text, lambda _: True)
    shared[:, 2], shared[:, 3] = (
        _in_a_row(asked.question, text, 3),
        _in_a_row(asked.question, text, 5),
    )
    for (start, end), near in zip(cut.offsets, likeness, strict=True):
        shared[start:end, 4] = near
    title = set(one.title)
    shared[:, 5] = [character in title for character in text]
    shared[:, 6] = share(asked.terms, one.title)
    shared[:, 7] = share(asked.terms, text)
    sentence = np.zeros(len(text), np.int64)
    for number, span in enumerate(one.sentences):
        sentence[span.start :] = number
        words = text[span.start : span.end]
        shared[span.start : span.end, 8] = share(asked.terms, words)
        shared[span.start : span.end, 9] = share(asked.characters, words)
        shared[span.start : span.end, 10] = share(asked.terms, f"{one.title}\n{words}")
    shared[:, 11] = np.arange(len(text)) / _PLACE_UNIT
    return ReadText(_codes(text), cut.by_character, shared, sentence, met)


def _met(asked: Sought, one: Text, question: _Cut, likeness: Floats) -> Floats:
    """Return what each character of the question finds of itself: see MET."""
    words, text = asked.question[:LONGEST_QUESTION], one.text[:LONGEST_TEXT]
    both = f"{one.title}\n{text}"
    met = np.zeros((len(words), len(MET)), np.float32)
    met[:, 0] = [character in text for character in words]
    met[:, 1] = _weight_of_terms(asked, words, lambda term: term in text)
    met[:, 2] = _weight_of_terms(asked, words, lambda term: term not in both)
    met[:, 3] = _in_a_row(text, words, 3)
    for (start, end), near in zip(question.offsets, likeness, strict=True):
        met[start:end, 4] = near
    met[:, 5] = [character in one.title for character in words]
    met[:, 6] = _weight_of_terms(asked, words, lambda term: term in one.title)
    met[:, 7] = _weight_of_characters(asked, words)
    met[:, 8] = [character in one.article for character in words]
    met[:, 9] = _weight_of_terms(asked, words, lambda term: term in one.article)
    return met


def _weight_of_characters(asked: Sought, text: str) -> Floats:
    """Return what each character weighs in the question, by itself; 1 at most."""
    rarest = max(asked.characters.values(), default=0.0) or 1.0
    return np.array([asked.characters.get(one, 0.0) for one in text], np.float32) / rarest


def _weight_of_terms(asked: Sought, text: str, counts: Callable[[str], bool]) -> Floats:
    """Return what the heaviest term at each character weighs, of those that count; 1 at most."""
    rarest = max(asked.characters.values(), default=0.0) or 1.0
    weights = np.zeros(len(text), np.float32)
    for start in range(len(text) - 1):
        term = text[start : start + 2]
        weight = asked.terms.get(term)
        if weight and counts(term):
            weights[start : start + 2] = np.maximum(weights[start : start + 2], weight / rarest)
    return weights


def _in_a_row(question: str, text: str, size: int) -> Floats:
    """Return which characters of `text` are of a run that stands in `question` as it is."""
    known = {question[start : start + size] for start in range(len(question) - size + 1)}
    runs = np.zeros(len(text), np.float32)
    for start in range(len(text) - size + 1):
        if text[start : start + size] in known:
            runs[start : start + size] = 1
    return runs


def _codes(text: str) -> Ints:
    return np.frombuffer(text.encode("utf-32-le", "replace"), dtype="<u4").astype(np.int64)


def row_numbers(codes: Ints, known: Ints) -> Ints:
    """Return the row of each character: those of `known`, ascending, from 1; of all others 0."""
    places = np.searchsorted(known, codes).clip(max=len(known) - 1)
    return np.where(known[places] == codes, places + 1, 0)
