"""Measures answers: the right sentence, the shortest answer, and when to abstain.

Run by hand: ``python tests/benchmarks/answers.py --data DATA``. The first two are measured given the
right passage, the shortest answer by character F1 and exact match as in CMRC 2018; abstention over
an archive of all passages of a set. Three in ten of its questions were learned from.
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
from qa.answering.evidence import ranked
from qa.answering.spans import has_form
from qa.answering.train import read_set, right_sentences
from qa.overlap import sought
from qa.passages import split
from qa.questions import understand
from qa.ranking_train import edition_of
from qa.retrieval import retrieve
from qa.store import Store
from qa.text import fold
from qa.types import Hit, ScoreParts

SETS = ("cmrc2018_dev", "drcd_test")
ABSTENTION_SET = "chinesesquad_v2_dev"
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
            evidence, _ = ranked(sought(query, store.rarity), hits)
            right = right_sentences(one, evidence)
            if not right.any():  # the answer runs over the end of a sentence
                continue
            first.append(right[0])
            start = perf_counter()
            found = answer(query, hits, rarity=store.rarity)
            times.append(1000 * (perf_counter() - start))
            if has_form(query.expected) and not found.abstained:
                short = found.text.split("\n")[0].rstrip("。")
                exact.append(fold(short) in map(fold, one.answers))
                overlap.append(character_f1(short, one.answers))
        store.close()
    print(
        f"{name}: {len(first)} questions; right sentence first {np.mean(first):.3f};"
        f" shortest answer ({len(exact)} of a kind with a form): exact {np.mean(exact):.3f},"
        f" F1 {np.mean(overlap):.3f}; {np.median(times):.1f} ms an answer"
    )


def measure_abstention(data: Path, most: int) -> None:
    """Print how many of the questions with and without an answer are refused."""
    documents, questions = read_set(data, ABSTENTION_SET)
    refused: dict[bool, list[bool]] = {True: [], False: []}
    with TemporaryDirectory() as folder:
        store, encoder = Store(Path(folder)), load_encoder()
        with store.writing(encoder) as writer:
            writer.replace_edition(edition_of(ABSTENTION_SET, documents))
        for one in random.Random(SEED).sample(questions, most):
            query = understand(one.question)
            hits = retrieve(store, encoder, query, 10, one_per_article=False)
            found = answer(query, hits, rarity=store.rarity)
            refused[bool(one.answers)].append(found.abstained)
        store.close()
    print(
        f"{ABSTENTION_SET}: refused {np.mean(refused[True]):.3f} of {len(refused[True])} answerable,"
        f" {np.mean(refused[False]):.3f} of {len(refused[False])} unanswerable"
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
    measure_abstention(call.data, call.questions)


if __name__ == "__main__":
    main()
