"""Documents as arrays of token ids, from which training pairs are drawn."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tokenizers import Tokenizer

Ints = NDArray[np.int64]
Tokens = NDArray[np.int32]

# `第一句。` `“第二句!”` and lines
_SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?”’」』）)]*")
_TOKENIZED_TOGETHER = 2048


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its title, which may be empty."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question, the number of the document that answers it, and the answer as it stands there."""

    text: str
    document: int
    answer: str

    def as_document(self) -> Document:
        """Return the question as a document that is all title."""
        return Document(self.text, "")


@dataclass(frozen=True, slots=True)
class Ranges:
    """Stretches of an array of tokens: row i of a batch is tokens[start[i]:end[i]]."""

    start: Ints
    end: Ints


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents as token ids, end to end; a document's first sentence is its title.

    Sentence s is tokens[sentences[s]:sentences[s + 1]]; document d has the sentences
    documents[d] to documents[d + 1] - 1. The tokenizer never joins what punctuation parts, so the
    tokens of some sentences together are the tokens of each, one after the other.
    """

    tokens: Tokens
    sentences: Ints
    documents: Ints

    def __len__(self) -> int:
        return len(self.documents) - 1

    def of_sentence(self, sentence: Ints) -> Ranges:
        """Return where the tokens of `sentence` are."""
        return Ranges(self.sentences[sentence], self.sentences[sentence + 1])


def read_corpus(documents: Iterable[Document], tokenizer: Tokenizer) -> Corpus:
    """Return `documents` as a corpus of token ids."""
    sentences: list[str] = []
    firsts = [0]
    for document in documents:
        sentences.append(document.title)
        sentences.extend(_SENTENCE.findall(document.text))
        firsts.append(len(sentences))
    lengths = np.zeros(len(sentences) + 1, dtype=np.int64)
    tokens = []
    for start in range(0, len(sentences), _TOKENIZED_TOGETHER):
        encodings = tokenizer.encode_batch_fast(
            sentences[start : start + _TOKENIZED_TOGETHER], add_special_tokens=False
        )
        ids = [encoding.ids for encoding in encodings]
        lengths[start + 1 : start + 1 + len(ids)] = [len(row) for row in ids]
        tokens.append(np.fromiter((token for row in ids for token in row), dtype=np.int32))
    flat = np.concatenate(tokens) if tokens else np.zeros(0, np.int32)
    return Corpus(flat, np.cumsum(lengths), np.array(firsts, dtype=np.int64))


def answering_sentences(
    documents: Sequence[Document], questions: Sequence[Question], corpus: Corpus
) -> Ints:
    """Return for each question the sentence of `corpus`, made of `documents`, with its answer.

    Of several, it is the one that has most characters in common with the question.
    """
    found = []
    for question in questions:
        sentences = _SENTENCE.findall(documents[question.document].text)
        asked = set(question.text)
        shared = [
            len(asked & set(sentence)) if question.answer in sentence else -1
            for sentence in sentences
        ]
        place = int(np.argmax(shared)) if shared else 0
        found.append(int(corpus.documents[question.document]) + 1 + place)
    return np.array(found, dtype=np.int64)
