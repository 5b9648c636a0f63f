"""Trains the bundled model: `python -m embeddings.train --data DATA --out embeddings/model`.

The same data, settings and versions of the libraries give the same model. `--start MODEL` trains a
model on: its rows keep their sense, so what has learned from them, such as `qa.reading`, has little
to learn anew. A model from nothing has rows of another sense, and `qa.learning.reader` must
then be run from its start too. Several models trained on from one, with other seeds, are better
together than each alone: `embeddings.average`.
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from embeddings.contrast import Schedule, learn
from embeddings.cooccurrence import first_rows
from embeddings.corpus import answering_sentences, read_corpus
from embeddings.folder import write_static_model
from embeddings.news_questions import read_encoder_questions
from embeddings.pairs import Recipe, draw_answered, draw_pairs, read_extras
from embeddings.sources import TRAINING_QUESTIONS, read_news, read_question_set
from embeddings.static import StaticEncoder
from embeddings.tokenizer import train_tokenizer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tokenizers import Tokenizer

    from embeddings.corpus import Corpus, Document, Ints
    from embeddings.encoder import Vectors
    from embeddings.pairs import Bags, Extras
    from embeddings.sources import QuestionSet

_TOKENIZER_SHARE = 6  # every which article the tokenizer is learned from
_TOKENIZER_CHARACTERS = 600  # of each
_REPORTED_STEPS = 50


@dataclass(frozen=True, slots=True)
class Settings:
    """All that decides what is learned from given texts."""

    pieces: int = 42_000
    dimension: int = 512
    batch: int = 2048
    schedule: Schedule = field(default_factory=lambda: Schedule(1000))
    # Questions come last: had they been there all along, they would be learned by heart.
    asking: Schedule = field(default_factory=lambda: Schedule(900, rate=0.005))
    question_batches: int = 2  # of so many batches then, one is of questions
    recipe: Recipe = field(default_factory=Recipe)
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Answered:
    """Questions as tokens, the passages that answer them, and the sentence that does."""

    questions: Corpus
    passages: Corpus
    sentences: Ints  # of `passages`, one for each question
    documents: Ints  # of `passages`, one for each question


def train_model(
    documents: Sequence[Document],
    question_sets: Sequence[QuestionSet],
    settings: Settings,
    report: Callable[[str], None] = lambda line: None,
    start: tuple[Tokenizer, Vectors] | None = None,
) -> tuple[Tokenizer, Vectors]:
    """Return a tokenizer and rows of shape (pieces, dimension) learned from `documents`.

    Args:
        documents: Texts with titles; pairs are made of them.
        question_sets: Questions with passages; may be empty.
        settings: Sizes, schedule, recipe and seed.
        report: Called with a line now and then.
        start: A tokenizer and rows that know the documents already, and learn the questions alone.

    Raises:
        ModelError: The texts are too few for the pieces wanted.
    """
    tokenizer = start[0] if start else _learned_tokenizer(documents, question_sets, settings)
    report(f"tokenizer of {tokenizer.get_vocab_size()} pieces")
    corpus = read_corpus(documents, tokenizer)
    report(f"{len(corpus)} documents of {len(corpus.tokens)} tokens")
    extras = read_extras(tokenizer)
    rows = start[1] if start else _learned_from_texts(corpus, extras, settings, report)
    if question_sets:
        answered = [_read_answered(questions, tokenizer) for questions in question_sets]
        batches = draw_batches(corpus, answered, extras, replace(settings, seed=settings.seed + 1))
        rows = learn(rows, batches, settings.asking, step_reporter(report))
    return tokenizer, rows


def _learned_from_texts(
    corpus: Corpus, extras: Extras, settings: Settings, report: Callable[[str], None]
) -> Vectors:
    pieces = len(extras.synonyms)  # a row for each
    rows = first_rows(corpus.tokens, pieces, settings.dimension, settings.seed)
    report("first rows from words that occur together")
    batches = draw_batches(corpus, (), extras, settings)
    return learn(rows, batches, settings.schedule, step_reporter(report))


def draw_batches(
    corpus: Corpus, answered: Sequence[Answered], extras: Extras, settings: Settings
) -> Iterator[tuple[Bags, Bags]]:
    """Draw batches of queries and their passages without end; no document is twice in a batch.

    A set of questions is drawn the more often, the more it holds.
    """
    rng = np.random.default_rng(settings.seed)
    usable = np.flatnonzero(np.diff(corpus.documents) > 1)
    news = _chosen_documents(usable, settings.batch, rng)
    sizes = np.array([len(asked.documents) for asked in answered])
    shares = sizes / max(1, sizes.sum())
    for drawn in count(1):
        if answered and drawn % settings.question_batches == 0:
            asked = answered[rng.choice(len(answered), p=shares)]
            yield _draw_questions(asked, extras, settings, rng)
        yield draw_pairs(corpus, next(news), extras, settings.recipe, rng)


def _chosen_documents(usable: Ints, batch: int, rng: np.random.Generator) -> Iterator[Ints]:
    """Draw batches of `usable` documents without end."""
    size = min(batch, len(usable))
    while True:
        order = rng.permutation(usable)
        for start in range(0, len(order) - size + 1, size):
            yield order[start : start + size]


def step_reporter(report: Callable[[str], None]) -> Callable[[int, float], None]:
    """Return what `learn` calls after each step: it reports the mean loss from time to time."""
    losses: list[float] = []
    started = time.monotonic()

    def step_done(step: int, loss: float) -> None:
        losses.append(loss)
        if (step + 1) % _REPORTED_STEPS == 0:
            mean = np.mean(losses[-_REPORTED_STEPS:])
            report(f"step {step + 1}: loss {mean:.3f}, {time.monotonic() - started:.0f} s")

    return step_done


def _learned_tokenizer(
    documents: Sequence[Document], question_sets: Sequence[QuestionSet], settings: Settings
) -> Tokenizer:
    return train_tokenizer(_tokenizer_texts(documents, question_sets), settings.pieces)


def _tokenizer_texts(
    documents: Sequence[Document], question_sets: Sequence[QuestionSet]
) -> Iterator[str]:
    share = _TOKENIZER_SHARE if len(documents) > 10_000 else 1
    for document in documents[::share]:
        yield document.title
        yield document.text[:_TOKENIZER_CHARACTERS]
    for questions in question_sets:
        yield from (passage.text for passage in questions.passages)
        yield from (question.text for question in questions.questions)


def _read_answered(questions: QuestionSet, tokenizer: Tokenizer) -> Answered:
    passages = read_corpus(questions.passages, tokenizer)
    return Answered(
        read_corpus((question.as_document() for question in questions.questions), tokenizer),
        passages,
        answering_sentences(questions.passages, questions.questions, passages),
        np.array([question.document for question in questions.questions], dtype=np.int64),
    )


def _draw_questions(
    answered: Answered, extras: Extras, settings: Settings, rng: np.random.Generator
) -> tuple[Bags, Bags]:
    """Draw one question about each of up to a batch of passages."""
    shuffled = rng.permutation(len(answered.documents))
    _, first = np.unique(answered.documents[shuffled], return_index=True)
    chosen = rng.permutation(shuffled[first])[: settings.batch]
    sentences = answered.sentences[chosen]
    recipe = settings.recipe
    return draw_answered(
        answered.questions, answered.passages, chosen, sentences, extras, recipe, rng
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Train on the news and questions under --data and write the model to --out."""
    parser = argparse.ArgumentParser(prog="python -m embeddings.train", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, required=True, help="folder of the new model")
    parser.add_argument("--start", type=Path, help="folder of a model that learns questions alone")
    parser.add_argument(
        "--steps", type=int, default=1000, help="batches, before those with questions"
    )
    parser.add_argument(
        "--rate",
        type=float,
        default=Settings().asking.rate,
        help="of learning in the batches with questions",
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2, help="of the CPU that training may use")
    options = parser.parse_args(arguments)

    import torch

    torch.set_num_threads(options.threads)
    started = time.monotonic()

    def report(line: str) -> None:
        print(f"{time.monotonic() - started:6.0f} s  {line}", file=sys.stderr, flush=True)

    documents = read_news(options.data).training
    question_sets = [read_question_set(options.data, name) for name in TRAINING_QUESTIONS]
    question_sets.append(read_encoder_questions(options.data))
    report(f"{len(documents)} articles read")
    asking = replace(Settings().asking, rate=options.rate)
    settings = Settings(schedule=Schedule(options.steps), asking=asking, seed=options.seed)
    start = None
    if options.start:
        encoder = StaticEncoder.read(options.start, name=str(options.start))
        start = encoder.tokenizer, encoder.rows
    tokenizer, rows = train_model(documents, question_sets, settings, report, start)
    write_static_model(options.out, tokenizer, rows)
    report(f"written to {options.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
