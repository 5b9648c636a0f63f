"""Learns the weights of `qa.retrieval.ranking`: `python -m qa.learning.ranking --data DATA`.

The questions are those people asked of encyclopedia articles, ones written about news, and ones
about invented articles of local papers; the last two are the more, since an archive will be asked
such. All are asked of one archive that holds all these texts.
To be run again when the encoder, the passages or the features change.
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
from embeddings.sources import read_question_set
from qa.learning.network import NETWORKS, learn_lists
from qa.learning.question_sets import (
    LOCAL,
    NEWS,
    OF_NEWS,
    Asked,
    Part,
    at_most,
    edition_of,
    other_news,
    write_sets,
)
from qa.network import Features, Network, write_network
from qa.overlap import sought
from qa.questions.understand import understand
from qa.retrieval.ranking import (
    CLOSER_NAMES,
    CLOSER_WEIGHTS,
    NAMES,
    WEIGHTS,
    closer_features,
    features,
    worth_a_closer_look,
)
from qa.retrieval.retrieve import candidates
from qa.storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray


_PEOPLES_QUESTIONS = {"cmrc2018_train": 4000, "drcd_dev": 1500}
_LOCAL_QUESTIONS = 8000  # about articles of local papers; the encoder has seen none of them
# Of a seen question, so that the right article comes first as often as for new ones.
_HIDDEN = 0.35
_OTHER_NEWS = 40_000  # articles that no question is about
_HELD_OUT = 0.15
_SEED = 20240901


@dataclass(frozen=True, slots=True)
class Judged:
    """A question's candidates as features, and which of them are of the right article."""

    asked: Asked
    rows: Features  # shape (candidates, features), those of a closer look among them
    right: NDArray[np.bool_]  # shape (candidates,)

    @property
    def first(self) -> Features:
        """The features that are looked at first."""
        return self.rows[:, : len(NAMES)]

    def closer(self, network: Network) -> Judged:
        """Return the candidates worth a closer look by `network`, which looks at them first."""
        near = worth_a_closer_look(self.first, network.logits(self.first))
        return replace(self, rows=self.rows[near], right=self.right[near])


def _thinned(text: str, dropped: float, chance: random.Random) -> str:
    """Return `text` with a share of its pieces of two or three characters left out."""
    kept: list[str] = []
    while text:
        size = chance.choice((2, 2, 3))
        if chance.random() > dropped:
            kept.append(text[:size])
        text = text[size:]
    return "".join(kept)


def _gather(store: Store, data: Path, chance: random.Random) -> list[Asked]:
    """Put all texts into the store and return the questions to learn from."""
    asked_of = write_sets(store, data, OF_NEWS, other_news(data, _OTHER_NEWS, chance))
    parts = (Part.RANKING, Part.ABSTAINING)
    questions = [one for one in asked_of[NEWS] if one.answers and one.part in parts]
    local = [one for one in asked_of[LOCAL] if one.answers and one.part is not Part.MEASURED]
    questions += at_most(local, _LOCAL_QUESTIONS, chance)
    with store.writing(load_encoder()) as writer:
        for name, count in _PEOPLES_QUESTIONS.items():
            found = read_question_set(data, name)
            writer.replace_edition(edition_of(name, found.passages))
            questions += [
                Asked(one.text, f"{name}/{one.document}", (one.answer,), Part.READING)
                for one in at_most(found.questions, count, chance)
            ]
    return questions


def _judge(store: Store, questions: Sequence[Asked], chance: random.Random) -> Iterator[Judged]:
    """Yield the candidates of each question.

    Of what people asked, which the encoder has learned from, it is shown only a part: it would else
    find the answer more surely than it will find that of a new question.
    """
    encoder = load_encoder()
    shown = [
        asked.question if asked.is_about_news else _thinned(asked.question, _HIDDEN, chance)
        for asked in questions
    ]
    vectors = encoder.encode_queries(shown)
    for asked, vector in zip(questions, vectors, strict=True):
        query = understand(asked.question)
        found = candidates(store, query, vector[None])
        right = np.array([one.article.id == asked.article for one in found])
        if right.any():
            looked_for = sought(query, store.rarities)
            rows = closer_features(looked_for, found, features(looked_for, found))
            yield Judged(asked, rows, right)


def recall_at_1(judged: Sequence[Judged], scores: Iterable[Features]) -> float:
    """Return the share of questions whose best candidate is of the right article."""
    return float(np.mean([one.right[s.argmax()] for one, s in zip(judged, scores, strict=True)]))


def main() -> None:
    """Learn both networks and write them beside `qa.retrieval.ranking`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    call = parser.parse_args()
    chance = random.Random(_SEED)
    with TemporaryDirectory() as folder:
        store = Store(Path(folder))
        questions = _gather(store, call.data, chance)
        judged = list(_judge(store, questions, chance))
        store.close()
    chance.shuffle(judged)
    cut = int(_HELD_OUT * len(judged))
    held_out, training = judged[:cut], judged[cut:]
    source = f"{len(training)} of {len(questions)} questions, {datetime.now(UTC):%Y-%m-%d}"
    first = learn_lists([(one.first, one.right) for one in training], networks=NETWORKS)
    write_network(WEIGHTS, first, NAMES, source)
    near = [one for one in (each.closer(first) for each in training) if one.right.any()]
    closer = learn_lists([(one.rows, one.right) for one in near], networks=NETWORKS)
    write_network(CLOSER_WEIGHTS, closer, CLOSER_NAMES, source)
    print(f"right article among the candidates: {len(judged)} of {len(questions)}")
    _report("held out", held_out, first, closer)
    _report(
        "of them about news", [one for one in held_out if one.asked.is_about_news], first, closer
    )


def _report(name: str, judged: Sequence[Judged], first: Network, closer: Network) -> None:
    near = [one.closer(first) for one in judged]
    print(f"{name}: {len(judged)}; share with the right article first")
    print(f"  lexical  {recall_at_1(judged, (one.rows[:, 2] for one in judged)):.3f}")
    print(f"  dense    {recall_at_1(judged, (one.rows[:, 0] for one in judged)):.3f}")
    print(f"  ranked   {recall_at_1(judged, (first.logits(one.first) for one in judged)):.3f}")
    print(f"  closer   {recall_at_1(near, (closer.logits(one.rows) for one in near)):.3f}")


if __name__ == "__main__":
    main()
