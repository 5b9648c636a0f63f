"""Learns the weights of `qa.ranking`: `python -m qa.ranking_train --data DATA`.

The questions are those people asked of encyclopedia articles, and ones made by rule from news
that the bundled encoder was not trained on. All are asked of one archive that holds both kinds.
To be run again when the encoder, the passages or the features change.
"""

from __future__ import annotations

import argparse
import random
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np

from embeddings import load_encoder
from embeddings.sources import read_news, read_question_set
from qa.network import Features, write_network
from qa.network_train import learn_lists
from qa.overlap import content
from qa.questions import understand
from qa.ranking import NAMES, WEIGHTS, features
from qa.retrieval import candidates
from qa.store import Store
from qa.types import Article, Edition, Page, ReadEdition

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from embeddings.corpus import Document

_PEOPLES_QUESTIONS = {"cmrc2018_train": 1500, "drcd_dev": 1000}
_MADE_QUESTIONS = 3000
# Of a seen question, so that the right article comes first as often as for new ones.
_HIDDEN = 0.35
_OTHER_NEWS = 12_000  # articles that no question is about
_HELD_OUT = 0.15
_SEED = 20240901

# `8月31日,殷都区累计接种新冠疫苗85.14万剂次`: one sentence
_SENTENCE = re.compile(r"[^。!?！？\n]{15,80}")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the id of the article that answers it."""

    question: str
    article: str
    seen: bool = False  # the encoder was trained on it


@dataclass(frozen=True, slots=True)
class Judged:
    """A question's candidates as features, and which of them are of the right article."""

    rows: Features  # shape (candidates, features)
    right: NDArray[np.bool_]  # shape (candidates,)
    articles: tuple[str, ...]


def make_question(text: str, chance: random.Random) -> str | None:
    """Ask for a number or a word of one sentence of `text`, in some of its words only."""
    sentences = _SENTENCE.findall(text)
    if not sentences:
        return None
    sentence = chance.choice(sentences)
    numbers = list(_NUMBER.finditer(sentence))
    if numbers and chance.random() < 0.6:
        asked = chance.choice(numbers)
        start, end, word = asked.start(), asked.end(), "多少"
    else:
        start = chance.randrange(len(sentence) - 2)
        end, word = start + 2, chance.choice(("什么", "谁", "哪里", "什么时候"))
    dropped = chance.uniform(0.2, 0.8)
    before = _thinned(sentence[max(0, start - chance.randint(4, 16)) : start], dropped, chance)
    after = _thinned(sentence[end : end + chance.randint(2, 14)], dropped, chance)
    question = f"{before}{word}{after}?"
    return question if len(content(question).replace(" ", "")) > 4 else None


def _thinned(text: str, dropped: float, chance: random.Random) -> str:
    """Return `text` with a share of its pieces of two or three characters left out."""
    kept: list[str] = []
    while text:
        size = chance.choice((2, 2, 3))
        if chance.random() > dropped:
            kept.append(text[:size])
        text = text[size:]
    return "".join(kept)


def edition_of(name: str, documents: Iterable[Document]) -> ReadEdition:
    """Return documents as the articles of one edition, their ids `name/0`, `name/1` and so on."""
    articles = tuple(
        Article(f"{name}/{number}", "", document.title, tuple(document.text.split("\n")))
        for number, document in enumerate(documents)
    )
    return ReadEdition(Edition(name, name, None), (Page("", "", (), name),), articles)


def _gather(data: Path, chance: random.Random) -> tuple[list[ReadEdition], list[Asked]]:
    news = read_news(data)
    others = chance.sample(news.training, min(_OTHER_NEWS, len(news.training)))
    editions = [edition_of("held-out", news.held_out), edition_of("others", others)]
    made = ((make_question(d.text, chance), i) for i, d in enumerate(news.held_out))
    questions = [Asked(text, f"held-out/{i}") for text, i in made if text]
    questions = chance.sample(questions, min(_MADE_QUESTIONS, len(questions)))
    for name, count in _PEOPLES_QUESTIONS.items():
        found = read_question_set(data, name)
        editions.append(edition_of(name, found.passages))
        asked = chance.sample(found.questions, min(count, len(found.questions)))
        questions += [Asked(one.text, f"{name}/{one.document}", seen=True) for one in asked]
    return editions, questions


def _judge(store: Store, questions: Sequence[Asked], chance: random.Random) -> Iterator[Judged]:
    """Yield the candidates of each question.

    Of a question that it has seen, the encoder is shown only a part: it would else find its answer
    more surely than it will find that of a new one.
    """
    encoder = load_encoder()
    shown = [
        _thinned(asked.question, _HIDDEN, chance) if asked.seen else asked.question
        for asked in questions
    ]
    vectors = encoder.encode_queries(shown)
    for asked, vector in zip(questions, vectors, strict=True):
        query = understand(asked.question)
        found = candidates(store, query, vector[None])
        articles = tuple(one.article.id for one in found)
        right = np.array([article == asked.article for article in articles])
        if right.any():
            rows = features(query, found, store.rarity)
            yield Judged(rows, right, articles)


def recall_at_1(judged: Sequence[Judged], scores: Iterable[Features]) -> float:
    """Return the share of questions whose best candidate is of the right article."""
    return float(np.mean([one.right[s.argmax()] for one, s in zip(judged, scores, strict=True)]))


def main() -> None:
    """Learn the weights and write them beside `qa.ranking`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    call = parser.parse_args()
    chance = random.Random(_SEED)
    editions, questions = _gather(call.data, chance)
    with TemporaryDirectory() as folder:
        store = Store(Path(folder))
        with store.writing(load_encoder()) as writer:
            for edition in editions:
                writer.replace_edition(edition)
        judged = list(_judge(store, questions, chance))
        store.close()
    chance.shuffle(judged)
    cut = int(_HELD_OUT * len(judged))
    held_out, training = judged[:cut], judged[cut:]
    learned = learn_lists([(one.rows, one.right) for one in training])
    source = f"{len(training)} of {len(questions)} questions, {datetime.now(UTC):%Y-%m-%d}"
    write_network(call.out, learned, NAMES, source)
    print(
        f"questions with the right article among the candidates: {len(judged)} of {len(questions)}"
    )
    print(f"held out: {len(held_out)}; share with the right article first")
    print(f"  lexical  {recall_at_1(held_out, (one.rows[:, 2] for one in held_out)):.3f}")
    print(f"  dense    {recall_at_1(held_out, (one.rows[:, 0] for one in held_out)):.3f}")
    seen = [one for one in held_out if not one.articles[0].startswith("held-out")]
    print(f"  dense, seen questions {recall_at_1(seen, (one.rows[:, 0] for one in seen)):.3f}")
    print(f"  reranked {recall_at_1(held_out, (learned.logits(one.rows) for one in held_out)):.3f}")


if __name__ == "__main__":
    main()
