"""Adapts a static model to one's own texts, and says on held-out ones whether it gained."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from embeddings.contrast import Schedule, learn
from embeddings.corpus import read_corpus
from embeddings.encoder import BUNDLED_FOLDER, BUNDLED_NAME, unit_rows
from embeddings.errors import ModelError
from embeddings.folder import write_static_model
from embeddings.pairs import Bags, Recipe, draw_pairs, read_extras
from embeddings.static import StaticEncoder
from embeddings.train import Settings, draw_batches, step_reporter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from embeddings.corpus import Document
    from embeddings.encoder import Vectors
    from embeddings.pairs import Extras

FEWEST_DOCUMENTS = 100

_HELD_OUT_SHARE, _MOST_HELD_OUT = 0.1, 2000
_EPOCHS, _FEWEST_STEPS, _MOST_STEPS = 8, 30, 400
# A third of the rate that the model was trained with: its rows are to move, not to start again.
_RATE = 0.002
_COMPARED_TOGETHER = 512

# What held-out questions are made by: nothing that they share with their passage is taken away.
_MEASURED = Recipe(without_sentence=0.0, without_shared=0.0, synonyms=0.5, titled_for_title=0.0)


@dataclass(frozen=True, slots=True)
class Recall:
    """The share of questions whose own passage is the first, and among the first five."""

    at_1: float
    at_5: float


@dataclass(frozen=True, slots=True)
class Adaptation:
    """What adapting gained, on questions made of texts that it did not learn from."""

    documents: int  # learned from
    questions: int  # asked of the held-out ones
    passages: int  # searched
    before: Recall
    after: Recall

    @property
    def gained(self) -> bool:
        """Whether the new model finds more than the old one."""
        return self.after.at_5 + self.after.at_1 > self.before.at_5 + self.before.at_1


def adapt(
    documents: Sequence[Document],
    out: Path,
    *,
    base: Path = BUNDLED_FOLDER,
    seed: int = 1,
    report: Callable[[str], None] = lambda line: None,
) -> Adaptation:
    """Train the static model in `base` on, on `documents`, and write the result to `out`.

    A tenth of the documents is held out; questions made of them are asked before and after. Of
    the base only the rows change, so the new model has its pieces and dimension.

    Args:
        documents: Titles and texts, FEWEST_DOCUMENTS or more of them with text.
        out: The folder of the new model, which must be new or empty.
        base: The folder of the model to start from.
        seed: Of what is drawn; the same seed and documents give the same model.
        report: Called with a line of progress now and then.

    Raises:
        ModelError: There are too few documents, `out` is in use, or `base` holds no static model.
    """
    if out.exists() and any(out.iterdir()):
        raise ModelError(f"{out} is not empty: name a new folder for the adapted model")
    encoder = StaticEncoder.read(base, name=BUNDLED_NAME)
    shuffled = _with_text(documents, seed)
    held_out = min(_MOST_HELD_OUT, round(len(shuffled) * _HELD_OUT_SHARE))
    learned = read_corpus(shuffled[held_out:], encoder.tokenizer)
    extras = read_extras(encoder.tokenizer)
    asked, searched = _measured_bags(shuffled, held_out, encoder, extras, seed)

    settings = _settings(len(learned), seed, encoder.dimension)
    batches = draw_batches(learned, (), extras, settings)
    rows = learn(encoder.rows, batches, settings.schedule, step_reporter(report))
    write_static_model(out, encoder.tokenizer, rows)
    written = StaticEncoder.read(out, name=str(out))  # its rows are rounded
    return Adaptation(
        documents=len(learned),
        questions=held_out,
        passages=len(shuffled),
        before=_recall(encoder.rows, asked, searched),
        after=_recall(written.rows, asked, searched),
    )


def _with_text(documents: Sequence[Document], seed: int) -> list[Document]:
    usable = [document for document in documents if any(map(str.isalnum, document.text))]
    if len(usable) < FEWEST_DOCUMENTS:
        message = f"{len(usable)} documents with text are too few to adapt a model to"
        raise ModelError(f"{message}: {FEWEST_DOCUMENTS} or more are needed")
    order = np.random.default_rng(seed).permutation(len(usable))
    return [usable[number] for number in order]


def _settings(documents: int, seed: int, dimension: int) -> Settings:
    batch = min(Settings().batch, documents)
    steps = int(np.clip(_EPOCHS * documents // batch, _FEWEST_STEPS, _MOST_STEPS))
    lengths = tuple(length for length in Schedule(1).lengths if length <= dimension)
    schedule = Schedule(steps, rate=_RATE, lengths=lengths or (dimension,))
    return Settings(batch=batch, schedule=schedule, seed=seed)


def _measured_bags(
    documents: Sequence[Document], held_out: int, encoder: StaticEncoder, extras: Extras, seed: int
) -> tuple[Bags, Bags]:
    """Return questions about the first `held_out` documents, and a passage of every document."""
    corpus = read_corpus(documents, encoder.tokenizer)
    rng = np.random.default_rng(seed)
    everything = np.arange(len(corpus))
    questions, passages = draw_pairs(corpus, everything, extras, _MEASURED, rng)
    offsets = questions.offsets[: held_out + 1]
    return Bags(questions.ids[: offsets[-1]], offsets), passages


def _recall(rows: Vectors, questions: Bags, passages: Bags) -> Recall:
    asked, searched = _vectors(rows, questions), _vectors(rows, passages)
    ranks = []
    for start in range(0, len(asked), _COMPARED_TOGETHER):
        scores = asked[start : start + _COMPARED_TOGETHER] @ searched.T
        own = scores[np.arange(len(scores)), start + np.arange(len(scores))]
        ranks.append((scores > own[:, None]).sum(axis=1))
    rank = np.concatenate(ranks)
    return Recall(float((rank < 1).mean()), float((rank < 5).mean()))


def _vectors(rows: Vectors, bags: Bags) -> Vectors:
    spans = zip(bags.offsets[:-1], bags.offsets[1:], strict=True)
    return unit_rows(np.stack([rows[bags.ids[start:end]].sum(axis=0) for start, end in spans]))
