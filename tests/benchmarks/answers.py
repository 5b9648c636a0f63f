"""Measures answers: the right sentence, the shortest answer, and when to abstain.

Run by hand: ``python tests/benchmarks/answers.py --data DATA``. The first two are measured given the
right passage, the shortest answer by character F1 and exact match as in CMRC 2018; abstention over
an archive of all passages of a set, on questions about passages that nothing was learned from.
"""

from __future__ import annotations

import argparse
import platform
import random
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import numpy as np

from embeddings import load_encoder
from qa.answering import answer
from qa.answering.evidence import answered, ranked, read_sentences
from qa.answering.pieces import answer_piece
from qa.answering.question_sets import ALSO_MEASURED, read_set
from qa.answering.train import right_sentences
from qa.overlap import sought
from qa.passages import split
from qa.questions import understand
from qa.ranking_train import edition_of
from qa.retrieval import retrieve
from qa.store import Store
from qa.text import fold
from qa.types import Hit, ScoreParts

SETS = ("cmrc2018_dev", "drcd_test")
SEED = 11


def character_f1(predicted: str, answers: Sequence[str]) -> float:
    """Return the best overlap of characters with one of the answers."""

    def f1(one: str) -> float:
        ours, theirs = Counter(fold(predicted)), Counter(fold(one))
        common = sum((ours & theirs).values())
        return 2 * common / (sum(ours.values()) + sum(theirs.values())) if common else 0.0

    return max(map(f1, answers))


def gold_hits(store: Store, article_id: str) -> list[Hit]:
    """Return every passage of one article as a hit."""
    ((article, edition),) = store.articles(article_id=article_id)
    parts = ScoreParts(0.5, 0.5)
    return [Hit(0.9, passage, article, edition, parts) for passage in split(article)]


def measure_given_passage(data: Path, name: str, most: int) -> None:
    """Print how often the right sentence comes first, and how good the shortest answer is."""
    documents, questions = read_set(data, name)
    asked = random.Random(SEED).sample([q for q in questions if q.answers], most)
    first, exact, overlap, times = [], [], [], []
    with TemporaryDirectory() as folder:
        store = Store(Path(folder))
        with store.writing(load_encoder()) as writer:
            writer.replace_edition(edition_of(name, documents))
        for one in asked:
            hits = gold_hits(store, one.article)
            query = understand(one.question)
            start = perf_counter()
            looked_for = sought(query, store.rarity)
            evidence, _ = ranked(looked_for, read_sentences(looked_for, hits))
            times.append(1000 * (perf_counter() - start))
            right = right_sentences(one, evidence)
            if not right.any():  # the answer runs over the end of a sentence
                continue
            first.append(right[0])
            best = evidence[0]
            piece = answer_piece(looked_for, best.text, best.reading)
            piece = piece or (best.reading.best_piece() if best.reading else None)
            short = best.text[piece.start : piece.end] if piece else ""
            exact.append(fold(short) in map(fold, one.answers))
            overlap.append(character_f1(short, one.answers))
        store.close()
    print(
        f"{name}: {len(first)} questions; right sentence first {np.mean(first):.3f};"
        f" shortest answer: exact {np.mean(exact):.3f}, F1 {np.mean(overlap):.3f};"
        f" {np.median(times):.1f} ms to read"
    )


def measure_abstention(data: Path) -> None:
    """Print how many questions without an answer are refused, by how many with one are."""
    documents, questions = read_set(data, ALSO_MEASURED)
    refused: dict[bool, list[bool]] = {True: [], False: []}
    sureness: dict[bool, list[float]] = {True: [], False: []}
    with TemporaryDirectory() as folder:
        store, encoder = Store(Path(folder)), load_encoder()
        with store.writing(encoder) as writer:
            writer.replace_edition(edition_of(ALSO_MEASURED, documents))
        for one in questions:
            if not one.is_measured:
                continue
            query = understand(one.question)
            hits = retrieve(store, encoder, query, 10, one_per_article=False)
            looked_for = sought(query, store.rarity)
            evidence, rows = ranked(looked_for, read_sentences(looked_for, hits))
            sureness[bool(one.answers)].append(answered(looked_for, evidence, rows))
            found = answer(query, hits, rarity=store.rarity)
            refused[bool(one.answers)].append(found.abstained)
        store.close()
    print(
        f"{ALSO_MEASURED}: refused {np.mean(refused[True]):.3f} of {len(refused[True])} answerable,"
        f" {np.mean(refused[False]):.3f} of {len(refused[False])} unanswerable"
    )
    for share in (0.01, 0.02, 0.05, 0.1, 0.2, 0.3):
        limit = np.quantile(sureness[True], share)
        print(
            f"  at {share:4.0%} of the answerable: {np.mean(np.array(sureness[False]) < limit):.3f}"
        )


def main() -> None:
    """Measure every set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--questions", type=int, default=600, help="of each set")
    call = parser.parse_args()
    print(f"{datetime.now(UTC):%Y-%m-%d}, {platform.machine()}, Python {platform.python_version()}")
    for name in SETS:
        measure_given_passage(call.data, name, call.questions)
    measure_abstention(call.data)


if __name__ == "__main__":
    main()
