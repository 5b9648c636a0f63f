"""Learns to choose sentences and to abstain: `python -m qa.answering.train --data DATA`.

The questions are those about articles that the reader has not learned from.

People's questions are asked of one archive of encyclopedia passages and news. A sentence is right
if it stands in the passage that was asked about and holds the answer. Questions without an answer
are ones that people made so, and ones that were made so by rule. To be run again when the
encoder, the ranking, the reader, the passages or the features change.
"""

from __future__ import annotations

import argparse
import random
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np

from embeddings import load_encoder
from embeddings.sources import read_news
from qa.answering.evidence import (
    ANSWERED_NAMES,
    ANSWERED_WEIGHTS,
    SENTENCE_NAMES,
    SENTENCE_WEIGHTS,
    answered_features,
    ranked,
    read_sentences,
    sentence_features,
)
from qa.answering.question_sets import ALSO_MEASURED, Asked, read_set
from qa.network import Network, write_network
from qa.network_train import learn_choice, learn_lists
from qa.overlap import Sought, sought
from qa.questions import understand
from qa.ranking_train import edition_of
from qa.retrieval import retrieve
from qa.store import Store
from qa.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from qa.answering.evidence import Evidence
    from qa.network import Features
    from qa.types import Hit

# The last one is for learning to abstain alone.
_SETS = ("cmrc2018_train", "drcd_dev", ALSO_MEASURED)
_MOST_QUESTIONS = 1000  # of each set
_HITS = 10
_WRONG_REFUSALS = 0.05
_OFF_TOPIC = 0.3  # share of questions whose hits are also shown to another one
_HELD_OUT = 0.2
_SEED = 20240902


@dataclass(frozen=True, slots=True)
class Case:
    """A question with what is looked for, the sentences found, and whether one may answer."""

    asked: Asked
    sought: Sought
    found: tuple[Evidence, ...]
    answerable: bool


def _case(asked: Asked, looked_for: Sought, hits: Sequence[Hit]) -> Case:
    found = tuple(read_sentences(looked_for, hits[:_HITS]))
    return Case(asked, looked_for, found, bool(asked.answers))


def right_sentences(asked: Asked, found: Sequence[Evidence]) -> NDArray[np.bool_]:
    """Return which of the sentences stand in the right article and hold an answer."""
    answers = [fold(answer) for answer in asked.answers]
    return np.array(
        [
            one.hit.article.id == asked.article
            and any(answer in fold(one.text) for answer in answers)
            for one in found
        ],
        dtype=bool,
    )


def cases(store: Store, questions: Sequence[Asked], chance: random.Random) -> Iterator[Case]:
    """Ask the archive every question, and what can be answered once more so that it cannot.

    It cannot once its article is taken away, once it is asked of something else (a rare word of it
    replaced by one of another question), or of the hits of another question.
    """
    encoder = load_encoder()
    for asked in questions:
        query = understand(asked.question)
        found = retrieve(store, encoder, query, _HITS + 5, one_per_article=False)
        looked_for = sought(query, store.rarity)
        yield _case(asked, looked_for, found)
        if not asked.answers:
            continue
        silent = replace(asked, answers=())
        others = [hit for hit in found if hit.article.id != asked.article]
        yield _case(silent, looked_for, others)
        other = understand(chance.choice(questions).question)
        if chance.random() < _OFF_TOPIC:
            yield _case(silent, sought(other, store.rarity), found)
        swapped = understand(_swapped(looked_for, sought(other, store.rarity)))
        hits = retrieve(store, encoder, swapped, _HITS, one_per_article=False)
        yield _case(silent, sought(swapped, store.rarity), hits)


def _swapped(asked: Sought, other: Sought) -> str:
    """Return a question with its rarest word replaced by the rarest one of another question."""
    if not asked.terms or not other.terms:
        return other.question
    ours, theirs = (max(one.terms, key=one.terms.__getitem__) for one in (asked, other))
    return asked.question.replace(ours, theirs)


def _sentence_lists(found: Sequence[Case]) -> Iterator[tuple[Features, NDArray[np.bool_]]]:
    for case in found:
        right = right_sentences(case.asked, case.found)
        if right.any():
            yield sentence_features(case.sought, case.found), right


def answered_rows(found: Sequence[Case]) -> tuple[Features, NDArray[np.bool_]]:
    """Return the features of the best sentence of each case, and which can be answered."""
    rows, answerable = [], []
    for case in found:
        evidence, _ = ranked(case.sought, case.found)
        if evidence:
            rows.append(answered_features(case.sought, evidence))
            answerable.append(case.answerable)
    return np.array(rows, dtype=np.float32), np.array(answerable)


def _shifted(network: Network, rows: Features, answerable: NDArray[np.bool_]) -> Network:
    """Return `network` with its nought where a set share of the answerable would be refused."""
    logits = network.logits(rows[answerable])
    return replace(
        network, output_bias=network.output_bias - float(np.quantile(logits, _WRONG_REFUSALS))
    )


def main() -> None:
    """Learn both networks and write them beside `qa.answering.evidence`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    call = parser.parse_args()
    chance = random.Random(_SEED)
    questions: list[Asked] = []
    with TemporaryDirectory() as folder:
        store = Store(Path(folder))
        with store.writing(load_encoder()) as writer:
            writer.replace_edition(edition_of("news", read_news(call.data).held_out))
            for name in _SETS:
                documents, asked = read_set(call.data, name)
                writer.replace_edition(edition_of(name, documents))
                usable = [one for one in asked if one.is_held_out and not one.is_measured]
                questions += chance.sample(usable, min(_MOST_QUESTIONS, len(usable)))
        found = list(cases(store, questions, chance))
        store.close()
    chance.shuffle(found)
    cut = int(_HELD_OUT * len(found))
    held_out, training = found[:cut], found[cut:]
    source = f"{len(training)} cases of {', '.join(_SETS)}; {datetime.now(UTC):%Y-%m-%d}"

    lists = list(_sentence_lists(training))
    write_network(SENTENCE_WEIGHTS, learn_lists(lists), SENTENCE_NAMES, source)
    rows, answerable = answered_rows(training)
    network = _shifted(learn_choice(rows, answerable, units=1), *answered_rows(held_out))
    write_network(ANSWERED_WEIGHTS, network, ANSWERED_NAMES, source)
    _report(held_out, network)


def _report(held_out: Sequence[Case], network: Network) -> None:
    first = []
    for case in held_out:
        evidence, _ = ranked(case.sought, case.found)
        right = right_sentences(case.asked, evidence)
        if right.any():
            first.append(right[0])
    rows, answerable = answered_rows(held_out)
    kept = network.logits(rows) >= 0
    print(f"held out: {len(held_out)} cases")
    print(f"right sentence first, where it was found: {np.mean(first):.3f} of {len(first)}")
    print(f"answerable refused: {1 - kept[answerable].mean():.3f} of {answerable.sum()}")
    print(f"unanswerable refused: {1 - kept[~answerable].mean():.3f} of {(~answerable).sum()}")


if __name__ == "__main__":
    main()
