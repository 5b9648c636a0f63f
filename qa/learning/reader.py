"""Learns the reader: `python -m qa.learning.reader --data DATA`.

First mostly from questions made of news, then mostly from those that people asked of
encyclopedia passages, some of which the passage does not answer. A question is shown with passages
that an archive of all of them returns for it, so what has to be told apart is what is found
together. To be run again when the bundled encoder, the passages or the reader's inputs change;
then run `qa.learning.answers`, which learns from the questions that are held out here.

How the weights that ship were learned is told beside them, in `qa/reading/README.md`.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np

from embeddings import load_encoder
from embeddings.sources import read_news
from qa.learning.batches import Example
from qa.learning.made_questions import make_question
from qa.learning.meeting import Meeting
from qa.learning.near_misses import Things, near_miss
from qa.learning.question_sets import LOCAL, NEWS, TRANSLATED, at_most, other_news, write_sets
from qa.learning.reading import RATE, learn_alone, learn_reader
from qa.overlap import sought
from qa.passages import title_line
from qa.questions.understand import understand
from qa.reading.inputs import Text, read_question, read_texts, text_in, text_of
from qa.reading.reader import WEIGHTS, Reader, reader, write_reader
from qa.retrieval.retrieve import retrieve_unread
from qa.storage.store import Store
from qa.text import fold, sentences
from qa.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from embeddings.corpus import Document
    from qa.learning.question_sets import Asked
    from qa.overlap import Rarities, Sought
    from qa.types import Hit

# Question sets, and how many questions of each at most.
SETS = {"cmrc2018_train": 11_000, "drcd_dev": 4_000, TRANSLATED: 8_000, NEWS: 60_000, LOCAL: 60_000}
_MADE = 25_000  # questions of news
# As often is one of a set shown: there are few questions of encyclopedias and of news beside those
# of invented articles, and without them the reader forgets how these tell things.
_TIMES = {"cmrc2018_train": 2, "drcd_dev": 3, NEWS: 2}
_NEWS = 4_000  # articles among those that people's questions are asked of
_HITS = 5
_MISSED, _MADE_MISSED = 0.6, 0.3  # of the answered are asked of another thing as well
_SILENCED = 0.3  # of the answered are also asked of their passages without what answers them
_CHARACTERS, _FEWEST = 4000, 8  # that get a row of their own; how often they must occur
_SEED = 20241124


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
    with TemporaryDirectory() as folder:
        store = Store(Path(folder))
        asked_of = write_sets(store, data, SETS, other_news(data, _NEWS, chance))
        chosen = {
            name: at_most([one for one in asked_of[name] if one.is_for_reader], count, chance)
            for name, count in SETS.items()
        }
        things = Things(one.question for questions in chosen.values() for one in questions)
        for name, questions in chosen.items():
            examples = [
                one for asked in questions for one in _examples(store, asked, things, chance)
            ]
            # The whole set over again: an example's twin is looked for among its neighbours.
            yield from _TIMES.get(name, 1) * examples
        store.close()


def _examples(
    store: Store, asked: Asked, things: Things, chance: random.Random
) -> Iterator[Example]:
    """Yield a question of what is found for it, and what is made of both that has no answer."""
    query = understand(asked.question)
    hits = _with_answer_first(asked, retrieve_unread(store, load_encoder(), query, _HITS + 3))
    answers = tuple(answers_in(asked, hit) for hit in hits)
    if asked.answers and not any(answers):
        return
    looked_for = sought(query, store.rarities)
    texts = [text_in(hit.article, hit.passage) for hit in hits]
    yield _example(looked_for, texts, answers, made=False)
    if asked.answers and chance.random() < _SILENCED:
        yield _unanswered(looked_for, list(silenced(hits, answers)), made=False)
    missed = near_miss(asked.question, things, chance)
    if asked.answers and missed and chance.random() < _MISSED:
        yield _unanswered(sought(understand(missed), store.rarities), texts, made=False)


def silenced(hits: Sequence[Hit], answers: Sequence[Sequence[Span]]) -> Iterator[Text]:
    """Yield the passages of `hits` as they are read, without the sentences that answer."""
    for hit, spans in zip(hits, answers, strict=True):
        passage = hit.passage.text
        kept = (
            passage[one.start : one.end]
            for one in sentences(passage)
            if not any(one.overlaps(span) for span in spans)
        )
        text = "".join(kept) if spans else passage
        if text:
            article = hit.article.text.replace(passage, text)
            yield text_of(title_line(hit.article), text, article)


def _with_answer_first(asked: Asked, hits: Sequence[Hit]) -> list[Hit]:
    """Return the first hits, in front those that hold the answer, or would be thought to.

    Without those of other articles that may tell the same: they are not without an answer.
    """
    own = [hit for hit in hits if hit.article.id == asked.article]
    others = (
        hit for hit in hits if hit.article.id != asked.article and not asked.may_be_told_in(hit)
    )
    return [*sorted(own, key=lambda hit: not answers_in(asked, hit)), *others][:_HITS]


def _made_examples(data: Path, chance: random.Random) -> Iterator[Example]:
    news = read_news(data).training
    documents = at_most(news, _MADE, chance)
    rarities = _rarities(documents)
    made_of = [(one, make_question(one, chance)) for one in documents]
    things = Things(made.question for _, made in made_of if made)
    for _, made in made_of:
        if made is None:
            continue
        gold = made.passages[made.answering]
        rest = [one for one in made.passages if one is not gold]
        near = [chance.choice(rest)] if rest else []
        other = chance.choice(documents)
        whole = "\n".join(one.text for one in made.passages)
        texts = [
            *(text_of(made.title, one.text, whole) for one in (gold, *near)),
            text_of(other.title, other.text[:260], other.text),
        ]
        answers = ((made.answer,), *(() for _ in texts[1:]))
        yield _example(sought(understand(made.question), rarities), texts, answers, made=True)
        missed = near_miss(made.question, things, chance)
        if missed and chance.random() < _MADE_MISSED:
            yield _unanswered(sought(understand(missed), rarities), texts, made=True)


def _rarities(documents: Sequence[Document]) -> Rarities:
    from qa.storage.lexical import idf
    from qa.text import terms

    holding: Counter[str] = Counter()
    for document in documents:
        holding.update(set(terms(f"{document.title}\n{document.text}")))
    return lambda wanted: {term: idf(len(documents), holding[term]) for term in wanted}


def _example(
    asked: Sought, texts: Sequence[Text], answers: tuple[tuple[Span, ...], ...], *, made: bool
) -> Example:
    read = tuple(read_texts(asked, texts))
    kept = tuple(
        tuple(span for span in spans if span.end <= len(one.codes))
        for spans, one in zip(answers, read, strict=True)
    )
    return Example(read_question(asked), read, kept, made)


def _unanswered(asked: Sought, texts: Sequence[Text], *, made: bool) -> Example:
    return _example(asked, texts, tuple(() for _ in texts), made=made)


def _known_characters(examples: Sequence[Example]) -> list[int]:
    counts: Counter[int] = Counter()
    for example in examples:
        for text in example.texts:
            counts.update(text.codes.tolist())
    return sorted(code for code, n in counts.most_common(_CHARACTERS) if n >= _FEWEST)


def write_mean(path: Path, readers: Sequence[Reader]) -> None:
    """Write the mean of readers that were learned from the same start, in another order each.

    It reads better than any of them: Wortsman and others, Model soups, 2022.
    """
    of_each = [one.weights for one in readers]
    mean = {name: np.mean([one[name] for one in of_each], axis=0) for name in of_each[0]}
    write_reader(path, mean, readers[0].known.tolist())


def main() -> None:
    """Learn the reader and write its weights beside `qa.reading.reader`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--steps", type=int, default=7000)
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--seed", type=int, default=_SEED, help="of the order")
    parser.add_argument("--rate", type=float, default=RATE, help="the highest learning rate")
    parser.add_argument("--mean", type=Path, nargs="+", help="write the mean of these, learn none")
    parser.add_argument("--meet", type=Path, help="folder in which runs side by side meet")
    parser.add_argument("--runs", type=int, default=2, help="that meet")
    parser.add_argument("--run", type=int, default=1, help="which of them this is")
    call = parser.parse_args()
    if call.mean:
        write_mean(call.out, [reader(path) for path in call.mean])
        return
    meet = Meeting(call.meet, call.runs, call.run) if call.meet else learn_alone
    started = time.monotonic()

    def report(line: str) -> None:
        print(f"{time.monotonic() - started:6.0f} s  {line}", file=sys.stderr, flush=True)

    chance = random.Random(_SEED)
    examples = list(_asked_examples(call.data, chance))
    report(f"{len(examples)} questions that people asked")
    examples += _made_examples(call.data, chance)
    report(f"{len(examples)} with those that were made")
    start = reader(call.start) if call.start else None
    known = start.known.tolist() if start else _known_characters(examples)
    weights = start.weights if start else None
    weights = learn_reader(examples, known, call.steps, call.seed, report, weights, call.rate, meet)
    write_reader(call.out, weights, known)
    report(f"written to {call.out}")


if __name__ == "__main__":
    main()
