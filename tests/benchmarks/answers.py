"""Measures answers: the right sentence, the shortest answer, and when to abstain.

Run by hand: ``python tests/benchmarks/answers.py --data DATA``. The first two are measured given the
right passage, the shortest answer by exact match and F1 as in CMRC 2018; abstention over an archive
of all passages, on questions that nothing was learned from: first those about news.
"""

from __future__ import annotations

import argparse
import platform
import random
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import numpy as np

from embeddings import load_encoder
from qa.answering import answer
from qa.answering.evidence import answered, ranked, read_sentences
from qa.answering.fitting import fitting
from qa.answering.shortest import with_form_first
from qa.forms.choosing.pieces import answer_piece
from qa.learning.answers import Kind, posed, right_sentences
from qa.learning.question_sets import (
    LOCAL,
    NEWS,
    TRANSLATED,
    Asked,
    Part,
    at_most,
    edition_of,
    other_news,
    read_set,
    write_sets,
)
from qa.overlap import sought
from qa.passages import split
from qa.questions.understand import understand
from qa.scoring import exact_match, f1
from qa.storage.store import Store
from qa.types import Hit, ScoreParts

PUBLIC = ("cmrc2018_dev", "drcd_test")
SEED = 11
OTHER_NEWS = 10_000  # articles
WRONG_REFUSALS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.3)


def gold_hits(store: Store, article_id: str) -> list[Hit]:
    """Return every passage of one article as a hit."""
    ((article, edition),) = store.articles(article_id=article_id)
    parts = ScoreParts(0.5, 0.5)
    return [Hit(0.9, passage, article, edition, parts) for passage in split(article)]


def measured(name: str, questions: Sequence[Asked]) -> list[Asked]:
    """Return those of a set's questions that nothing was learned from."""
    return [one for one in questions if name in PUBLIC or one.part is Part.MEASURED]


def measure_given_passage(data: Path, name: str, most: int) -> None:
    """Print how often the right sentence comes first, and how good the shortest answer is."""
    documents, questions = read_set(data, name)
    answerable = [one for one in measured(name, questions) if one.answers]
    asked = at_most(answerable, most, random.Random(SEED))
    first, exact, overlap, times = [], [], [], []
    with TemporaryDirectory() as folder:
        store = Store(Path(folder))
        with store.writing(load_encoder()) as writer:
            writer.replace_edition(edition_of(name, documents))
        for one in asked:
            hits = gold_hits(store, one.article)
            query = understand(one.question)
            start = perf_counter()
            looked_for = sought(query, store.rarities)
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
            exact.append(exact_match(short, one.answers))
            overlap.append(f1(short, one.answers))
        store.close()
    print(
        f"{name}: {len(first)} questions; right sentence first {np.mean(first):.3f};"
        f" shortest answer: exact {np.mean(exact):.3f}, F1 {np.mean(overlap):.3f};"
        f" {np.median(times):.1f} ms to read"
    )


def measure_abstention(data: Path, names: Sequence[str], most: int) -> None:
    """Print how many questions without an answer are refused, by how many with one are."""
    chance = random.Random(SEED)
    refused: dict[Kind, list[bool]] = {kind: [] for kind in Kind}
    sureness: dict[Kind, list[float]] = {kind: [] for kind in Kind}
    with TemporaryDirectory() as folder:
        store = Store(Path(folder))
        for one in posed(store, archived(store, data, names, most, chance), chance):
            looked_for = sought(one.query, store.rarities)
            fit = fitting(looked_for, read_sentences(looked_for, one.hits))
            evidence = with_form_first(looked_for, ranked(looked_for, fit)[0])
            sure = answered(looked_for, evidence) if evidence else -np.inf
            sureness[one.kind].append(sure)
            found = answer(one.query, one.hits, rarities=store.rarities)
            refused[one.kind].append(found.abstained)
        store.close()
    print(f"\n{', '.join(names)}: refused, and by the network at wrong refusals of")
    print(f"{'':45}       " + "".join(f"{share:7.0%}" for share in WRONG_REFUSALS))
    limits = np.quantile(sureness[Kind.ANSWERED], WRONG_REFUSALS, method="lower")
    for kind in Kind:
        by_limit = "".join(f"{np.mean(np.array(sureness[kind]) < limit):7.3f}" for limit in limits)
        print(f"{kind.value:45}{np.mean(refused[kind]):7.3f}{by_limit}  of {len(refused[kind])}")


def archived(
    store: Store, data: Path, names: Sequence[str], most: int, chance: random.Random
) -> list[Asked]:
    """Put the texts of the sets and other news into the store; return questions about them."""
    questions = []
    for name, asked in write_sets(store, data, names, other_news(data, OTHER_NEWS, chance)).items():
        # what is asked of translated articles is for the unanswered ones among it
        usable = [one for one in measured(name, asked) if name != TRANSLATED or not one.answers]
        questions += at_most(usable, most, chance)
    return questions


def main() -> None:
    """Measure every set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--questions", type=int, default=600, help="of each set")
    call = parser.parse_args()
    print(f"{datetime.now(UTC):%Y-%m-%d}, {platform.machine()}, Python {platform.python_version()}")
    for name in (NEWS, LOCAL, *PUBLIC):
        measure_given_passage(call.data, name, call.questions)
    measure_abstention(call.data, [NEWS], call.questions)
    measure_abstention(call.data, [LOCAL], call.questions)
    measure_abstention(call.data, [*PUBLIC, TRANSLATED], call.questions)


if __name__ == "__main__":
    main()
