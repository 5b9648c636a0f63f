"""Learns to choose sentences and to abstain: `python -m qa.learning.answers --data DATA`.

The questions are those about articles that the reader has not learned from, asked of one archive
of encyclopedia passages and news. A sentence is right if it stands in the passage that was asked
about and holds the answer. Questions without an answer are ones that people made so, and ones that
were made so by rule. Where to refuse is set by the questions about news alone: they are what an
archive will be asked. To be run again when the encoder, the ranking, the reader, the passages or
the features change.

The choice of sentences that ships learned from the cases of two rankings together, the one that had
seen no questions about local papers and the one after it; abstaining from 4,955 cases of the latter
alone, read by the reader that ships.
"""

from __future__ import annotations

import argparse
import random
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np

from embeddings import load_encoder
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
from qa.answering.fitting import fitting
from qa.answering.shortest import with_form_first
from qa.learning.near_misses import Things, near_miss
from qa.learning.network import NETWORKS, learn_choice, learn_lists
from qa.learning.question_sets import (
    LOCAL,
    NEWS,
    OF_NEWS,
    TRANSLATED,
    Asked,
    Part,
    at_most,
    other_news,
    write_sets,
)
from qa.network import Network, write_network
from qa.overlap import Sought, sought
from qa.questions.understand import understand
from qa.retrieval.retrieve import retrieve_unread
from qa.storage.store import Store
from qa.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from qa.answering.evidence import Evidence
    from qa.network import Features
    from qa.overlap import Rarities
    from qa.types import Hit, Query

_SETS = ("cmrc2018_train", "drcd_dev", TRANSLATED, NEWS, LOCAL)
_MOST_QUESTIONS = 1200  # of each set, but for those about news: an archive will be asked such
_HITS = 10
_TIMES_NEWS = 4  # as often counts a case of news in abstaining: an archive will be asked such
# Of questions about news whose answer was found; what the rules refuse comes on top
_WRONG_REFUSALS = 0.04
_OFF_TOPIC = 0.3  # share of questions whose hits are also shown to another one
_HELD_OUT = 0.2
_SEED = 20240902


class Kind(Enum):
    """Whether a question is answered by what was found, and if not, why."""

    ANSWERED = "answered"
    UNANSWERED = "people asked what the article does not say"
    REMOVED = "the article is not in the archive, nor what answers in another one"
    OFF_TOPIC = "asked of what was found for another question"
    NEAR_MISS = "asked of another thing"


@dataclass(frozen=True, slots=True)
class Posed:
    """A question as it is put to the archive, with what is found for it."""

    kind: Kind
    asked: Asked
    query: Query
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A question with what is looked for, and the sentences found."""

    kind: Kind
    asked: Asked
    sought: Sought
    found: tuple[Evidence, ...]

    @property
    def answerable(self) -> bool:
        """Whether one may answer."""
        return self.kind is Kind.ANSWERED


def _case(posed: Posed, rarities: Rarities) -> Case:
    looked_for = sought(posed.query, rarities)
    found = fitting(looked_for, read_sentences(looked_for, posed.hits))
    return Case(posed.kind, posed.asked, looked_for, tuple(found))


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


def posed(store: Store, questions: Sequence[Asked], chance: random.Random) -> Iterator[Posed]:
    """Ask the archive every question, and what can be answered once more so that it cannot.

    Once with the article taken away, unless another one holds what answers; once of what was found
    for another question; and once of another thing.
    """
    things = Things(one.question for one in questions)
    for asked in questions:
        query = understand(asked.question)
        found = _found(store, query)
        kind = Kind.ANSWERED if asked.answers else Kind.UNANSWERED
        yield Posed(kind, asked, query, found[:_HITS])
        if not asked.answers:
            continue
        silent = replace(asked, answers=())
        others = tuple(hit for hit in found if hit.article.id != asked.article)[:_HITS]
        if not any(map(asked.may_be_told_in, others)):
            yield Posed(Kind.REMOVED, silent, query, others)
        if chance.random() < _OFF_TOPIC:
            other = understand(chance.choice(questions).question)
            yield Posed(Kind.OFF_TOPIC, silent, other, found[:_HITS])
        if missed := near_miss(asked.question, things, chance):
            query = understand(missed)
            yield Posed(Kind.NEAR_MISS, silent, query, _found(store, query)[:_HITS])


def _found(store: Store, query: Query) -> tuple[Hit, ...]:
    return tuple(retrieve_unread(store, load_encoder(), query, _HITS + 5))


def _sentence_lists(found: Sequence[Case]) -> Iterator[tuple[Features, NDArray[np.bool_]]]:
    for case in found:
        right = right_sentences(case.asked, case.found)
        if right.any():
            yield sentence_features(case.sought, case.found), right


def _learn_to_abstain(cases: Sequence[Case]) -> Network:
    """Return the network of `qa.answering.evidence.answered`.

    Its nought lies where a set share of the news questions is refused whose answer was found, those
    among them for which no sentence has an answer of the form asked for.
    """
    evidence = [with_form_first(case.sought, ranked(case.sought, case.found)[0]) for case in cases]
    told = [(case, found) for case, found in zip(cases, evidence, strict=True) if found]
    rows = np.stack([answered_features(case.sought, found) for case, found in told])
    answerable = np.array([case.answerable for case, _ in told])
    of_news = np.array([case.asked.is_about_news for case, _ in told])
    times = np.where(of_news, _TIMES_NEWS, 1)
    repeated, yes = rows.repeat(times, axis=0), answerable.repeat(times)
    network = learn_choice(repeated, yes, units=1, networks=NETWORKS)
    logits = np.sort(network.logits(rows[answerable & of_news]))
    asked = sum(case.answerable and case.asked.is_about_news for case in cases)
    refused = asked - len(logits)
    mark = float(logits[max(0, round(_WRONG_REFUSALS * asked) - refused)])
    return replace(network, output_bias=network.output_bias - mark)


def main() -> None:
    """Learn both networks and write them beside `qa.answering.evidence`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    call = parser.parse_args()
    chance = random.Random(_SEED)
    found = [case for case in _asked_cases(call.data, chance) if _is_learned_from(case)]
    articles = sorted({case.asked.article for case in found})
    kept_out = set(chance.sample(articles, int(_HELD_OUT * len(articles))))
    held_out = [case for case in found if case.asked.article in kept_out]
    training = [case for case in found if case.asked.article not in kept_out]
    source = f"{len(training)} cases of {', '.join(_SETS)}; {datetime.now(UTC):%Y-%m-%d}"

    lists = list(_sentence_lists(training))
    write_network(SENTENCE_WEIGHTS, learn_lists(lists, networks=NETWORKS), SENTENCE_NAMES, source)
    write_network(ANSWERED_WEIGHTS, network := _learn_to_abstain(training), ANSWERED_NAMES, source)
    _report("held out", held_out, network)
    _report("of news", [case for case in held_out if case.asked.is_about_news], network)


def _asked_cases(data: Path, chance: random.Random) -> Iterator[Case]:
    with TemporaryDirectory() as folder:
        store = Store(Path(folder))
        asked_of = write_sets(store, data, _SETS, other_news(data, 0, chance))
        questions: list[Asked] = []
        for name, asked in asked_of.items():
            usable = [one for one in asked if one.part is Part.ABSTAINING]
            most = len(usable) if name in OF_NEWS else _MOST_QUESTIONS
            questions += at_most(usable, most, chance)
        yield from (_case(one, store.rarities) for one in posed(store, questions, chance))
        store.close()


def _is_learned_from(case: Case) -> bool:
    """Return whether a case tells something: an answer that was not found does not.

    Neither do translated questions that are answered: they are worded as nobody asks.
    """
    if not case.answerable:
        return True
    is_translated = case.asked.article.startswith(TRANSLATED)
    return not is_translated and bool(right_sentences(case.asked, case.found).any())


def _report(name: str, held_out: Sequence[Case], network: Network) -> None:
    first = []
    refused: dict[Kind, list[bool]] = {kind: [] for kind in Kind}
    for case in held_out:
        found, _ = ranked(case.sought, case.found)
        right = right_sentences(case.asked, found)
        if right.any():
            first.append(right[0])
        evidence = with_form_first(case.sought, found)
        row = answered_features(case.sought, evidence)[None] if evidence else None
        refused[case.kind].append(row is None or float(network.logits(row)[0]) < 0)
    print(f"{name}: right sentence first, where it was found: {np.mean(first):.3f} of {len(first)}")
    for kind, ones in refused.items():
        print(f"  refused {np.mean(ones):.3f} of {len(ones)}: {kind.value}")


if __name__ == "__main__":
    main()
