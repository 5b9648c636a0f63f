"""Learns the reader: `python -m qa.answering.reader_train --data DATA`.

First mostly from questions made of news, then mostly from those that people asked of
encyclopedia passages, some of which the passage does not answer. A question is shown with passages
that an archive of all of them returns for it, so what has to be told apart is what is found
together. To be run again when the bundled encoder, the passages or the reader's inputs change;
then run `qa.answering.train`, which learns from the questions that are held out here.

The weights that ship were learned on 24 November 2026 in two runs of this procedure: 3,000 steps of
a schedule of 4,500, then 1,500 more at a rate that fell from 0.0012. They saw 12,400 questions of
CMRC 2018 (training part, CC BY-SA 4.0), DRCD (development part, CC BY-SA 3.0) and, for learning to
abstain, a translation of SQuAD 2.0, beside 25,691 made of news. On held-out articles, among five
passages, they put the right sentence first for 0.815 (CMRC 2018) and 0.862 (DRCD) of the questions.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from embeddings import load_encoder
from embeddings.sources import read_news
from qa.answering.made_questions import make_question
from qa.answering.question_sets import read_set
from qa.answering.reader import WEIGHTS, write_reader
from qa.answering.reader_inputs import Text, read_question, read_texts
from qa.answering.reader_torch import learn_reader
from qa.overlap import sought
from qa.passages import title_line
from qa.questions import understand
from qa.ranking_train import edition_of
from qa.retrieval import retrieve
from qa.store import Store
from qa.text import fold, sentences
from qa.types import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from embeddings.corpus import Document
    from qa.answering.question_sets import Asked
    from qa.answering.reader_inputs import ReadText
    from qa.overlap import Sought
    from qa.types import Hit

# Question sets, and how many questions of each: the last one is for learning to abstain alone.
SETS = {"cmrc2018_train": 11_000, "drcd_dev": 4_000, "chinesesquad_v2_dev": 5_000}
_MADE = 25_000  # questions of news
_NEWS = 4_000  # articles among those that people's questions are asked of
_HITS = 5
_CHARACTERS, _FEWEST = 4000, 8  # that get a row of their own; how often they must occur
_SEED = 20241124


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A question, passages as they are read for it, and where in each the answers stand."""

    question: ReadText
    texts: tuple[ReadText, ...]
    answers: tuple[tuple[Span, ...], ...]
    made: bool  # by rule

    @property
    def answered(self) -> bool:
        """Whether one of the passages holds the answer."""
        return any(self.answers)


def answers_in(asked: Asked, hit: Hit) -> tuple[Span, ...]:
    """Return where in a hit's passage the answers of a question about its article stand."""
    if hit.article.id != asked.article:
        return ()
    text = fold(hit.passage.text)
    found = set()
    for answer in map(fold, asked.answers):
        start = text.find(answer)
        while answer and start >= 0:
            found.add((start, start + len(answer)))
            start = text.find(answer, start + 1)
    return tuple(Span(*one) for one in sorted(found))


def _asked_examples(data: Path, chance: random.Random) -> Iterator[Example]:
    """Ask one archive of all the sets, and of news, the questions that are not held out."""
    encoder = load_encoder()
    news = read_news(data)
    others = (*news.held_out, *chance.sample(news.training, min(_NEWS, len(news.training))))
    questions: list[Asked] = []
    with TemporaryDirectory() as folder:
        store = Store(Path(folder))
        with store.writing(encoder) as writer:
            writer.replace_edition(edition_of("news", others))
            for name, count in SETS.items():
                documents, found = read_set(data, name)
                writer.replace_edition(edition_of(name, documents))
                kept = [one for one in found if not one.is_held_out]
                questions += chance.sample(kept, min(count, len(kept)))
        for asked in questions:
            query = understand(asked.question)
            hits = retrieve(store, encoder, query, _HITS + 3, one_per_article=False)
            hits = _with_answer_kept(asked, hits)
            if not asked.answers or any(answers_in(asked, hit) for hit in hits):
                answers = tuple(answers_in(asked, hit) for hit in hits)
                texts = [_text(title_line(h.article), h.passage.text) for h in hits]
                yield _example(sought(query, store.rarity), texts, answers, made=False)
        store.close()


def _with_answer_kept(asked: Asked, hits: Sequence[Hit]) -> list[Hit]:
    """Return the first hits, those that hold the answer among them."""
    order = sorted(range(len(hits)), key=lambda i: (not answers_in(asked, hits[i]), i))
    return [hits[i] for i in sorted(order[:_HITS])]


def _made_examples(data: Path, chance: random.Random) -> Iterator[Example]:
    news = read_news(data).training
    documents = chance.sample(news, min(_MADE, len(news)))
    rarity = _rarity(documents)
    for document in documents:
        made = make_question(document, chance)
        if made is None:
            continue
        gold = made.passages[made.answering]
        rest = [one for one in made.passages if one is not gold]
        near = [chance.choice(rest)] if rest else []
        other = chance.choice(documents)
        texts = [
            _text(made.title, gold.text),
            *(_text(made.title, one.text) for one in near),
            _text(other.title, other.text[:260]),
        ]
        answers = ((made.answer,), *(() for _ in texts[1:]))
        yield _example(sought(understand(made.question), rarity), texts, answers, made=True)


def _rarity(documents: Sequence[Document]) -> Callable[[str], float]:
    from qa.lexical import idf
    from qa.text import terms

    holding: Counter[str] = Counter()
    for document in documents:
        holding.update(set(terms(f"{document.title}\n{document.text}")))
    return lambda term: idf(len(documents), holding[term])


def _text(title: str, passage: str) -> Text:
    folded = fold(passage)
    return Text(fold(title), folded, tuple(sentences(folded)))


def _example(
    asked: Sought, texts: Sequence[Text], answers: tuple[tuple[Span, ...], ...], *, made: bool
) -> Example:
    read = tuple(read_texts(asked, texts))
    kept = tuple(
        tuple(span for span in spans if span.end <= len(one.codes))
        for spans, one in zip(answers, read, strict=True)
    )
    return Example(read_question(asked), read, kept, made)


def _known_characters(examples: Sequence[Example]) -> list[int]:
    counts: Counter[int] = Counter()
    for example in examples:
        for text in example.texts:
            counts.update(text.codes.tolist())
    return sorted(code for code, n in counts.most_common(_CHARACTERS) if n >= _FEWEST)


def main() -> None:
    """Learn the reader and write its weights beside `qa.answering.reader`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--steps", type=int, default=4500)
    call = parser.parse_args()
    started = time.monotonic()

    def report(line: str) -> None:
        print(f"{time.monotonic() - started:6.0f} s  {line}", file=sys.stderr, flush=True)

    chance = random.Random(_SEED)
    examples = list(_asked_examples(call.data, chance))
    report(f"{len(examples)} questions that people asked")
    examples += _made_examples(call.data, chance)
    report(f"{len(examples)} with those that were made")
    known = _known_characters(examples)
    weights = learn_reader(examples, known, call.steps, _SEED, report)
    write_reader(call.out, weights, known)
    report(f"written to {call.out}")


if __name__ == "__main__":
    main()
