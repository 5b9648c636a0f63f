"""Measures conversations: what a question takes from the one before, and what it is answered by.

Run by hand: ``python tests/benchmarks/conversation.py``. Questions about invented local articles
(`qa/learning/local_news.jsonl`) follow each other: of two articles, the second must take nothing
from the first; of one, with a pronoun for the person or without what both begin with, it must be
answered as if it were whole. Those that are answered are about articles that nothing learned from.
"""

from __future__ import annotations

import argparse
import platform
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

from embeddings import load_encoder
from embeddings.corpus import Document
from qa import Answer, Archive
from qa.answering.wording import going_on_note
from qa.forms.persons.names import chinese_names
from qa.learning.question_sets import LOCAL, Asked, Part, edition_of, read_set
from qa.likeness import word_places
from qa.overlap import shared_start
from qa.questions.conversation import answer_gone_on_from, stand_alone
from qa.storage.store import Store
from qa.text import fold, sentences

SEED = 5
SHORTEST = 4  # characters of a question that has lost its beginning
LEAST_LOST = 3  # characters
PERSON = 3  # characters of a name
# Beside a name, that it is a person's
TELLS_PERSON = re.compile(
    r"(?:老人|村民|医生|师傅|岁的)$|^(?:说|告诉|表示|介绍|今年|的[妻丈父母儿女])"
)


@dataclass(frozen=True, slots=True)
class Following:
    """Two questions about one article, the second one as it is asked after the first."""

    first: Asked
    second: Asked
    asked: str


def told(asked: Asked, document: Document) -> str:
    """Return an answer as wenbao gives it: the shortest, and the sentence that holds it."""
    short = asked.answers[0]
    spans = (document.text[one.start : one.end] for one in sentences(document.text))
    return f"{short}。\n{next((one for one in spans if short in one), short)}[1]"


def by_article(questions: Sequence[Asked]) -> dict[str, list[Asked]]:
    """Return the questions that are answered, by their article."""
    found: dict[str, list[Asked]] = {}
    for one in questions:
        if one.answers:
            found.setdefault(one.article, []).append(one)
    return found


def with_pronoun(of_article: Sequence[Asked], text: str) -> Iterator[Following]:
    """Yield pairs that name one person, the second one with a pronoun for the name."""
    for first, second in permutations(of_article, 2):
        folded = fold(second.question)
        ends = [one.end for one in chinese_names(folded) if not one.start]
        name = second.question[:PERSON] if PERSON in ends else ""
        once = name and first.question.count(name) == second.question.count(name) == 1
        if once and is_person(name, text):
            pronoun = "她" if text.count("她") > text.count("他") else "他"
            yield Following(first, second, second.question.replace(name, pronoun))


def is_person(name: str, text: str) -> bool:
    """Return whether a text tells somewhere that a name is a person's."""
    return any(
        TELLS_PERSON.search(text[max(0, one.start() - 3) : one.start()])
        or TELLS_PERSON.search(text[one.end() : one.end() + 3])
        for one in re.finditer(re.escape(name), text)
    )


def without_beginning(of_article: Sequence[Asked]) -> Iterator[Following]:
    """Yield pairs that begin alike, the second one without that."""
    for first, second in permutations(of_article, 2):
        shared = shared_start(first.question, second.question)
        ends = [end for _, end in word_places(fold(second.question)) if end <= shared]
        left = second.question[max(ends, default=0) :].lstrip("的,，”")
        if max(ends, default=0) >= LEAST_LOST and len(left) >= SHORTEST:
            yield Following(first, second, left)


def outcome(answer: Answer, asked: Asked) -> str:
    """Return whether an answer is right, wrong, or a refusal."""
    if answer.abstained:
        return "refused"
    quoted = fold(answer.citations[0].quote if answer.citations else "")
    return "right" if any(fold(one) in quoted for one in asked.answers) else "wrong"


def measure_rules(documents: Sequence[Document], questions: Sequence[Asked], count: int) -> None:
    """Print how often something is taken from another topic, and how often a person is."""
    chance = random.Random(SEED)
    articles = by_article(questions)
    texts = {article: documents[int(article.rpartition("/")[2])] for article in articles}
    pairs = [chance.sample(sorted(articles), 2) for _ in range(count)]
    of_others = [(chance.choice(articles[one]), chance.choice(articles[two])) for one, two in pairs]
    dragged = [
        stand_alone(new.question, [(old.question, told(old, texts[old.article]))]) != new.question
        for old, new in of_others
    ]
    print(f"of another article: {sum(dragged)} of {count} take something from the question before")
    persons = [
        one for article in articles for one in with_pronoun(articles[article], texts[article].text)
    ]
    whole = [
        stand_alone(one.asked, [(one.first.question, told(one.first, texts[one.first.article]))])
        == one.second.question
        for one in persons
    ]
    print(f"with a pronoun for the name: {sum(whole)} of {len(persons)} are made whole")


def measure_answers(documents: Sequence[Document], questions: Sequence[Asked], count: int) -> None:
    """Print how questions without what they begin with are answered after another one."""
    chance = random.Random(SEED)
    articles = by_article([one for one in questions if one.part is Part.MEASURED])
    following = [one for article in articles.values() for one in without_beginning(article)]
    outcomes: dict[str, Counter[str]] = {}
    with TemporaryDirectory() as folder:
        store = Store(Path(folder))
        with store.writing(load_encoder()) as writer:
            writer.replace_edition(edition_of(LOCAL, documents))
        archive = Archive(store, load_encoder())
        for one in chance.sample(following, min(count, len(following))):
            first = archive.ask(one.first.question, llm=False)
            ways = {
                "whole": archive.ask(one.second.question, llm=False),
                "without its beginning": archive.ask(one.asked, llm=False),
                "the same, in the conversation": archive.ask(
                    one.asked, history=[(one.first.question, first.text)], llm=False
                ),
            }
            for way, answer in ways.items():
                outcomes.setdefault(way, Counter())[outcome(answer, one.second)] += 1
        taken = unnamed = 0
        for old, new in (chance.sample(sorted(articles), 2) for _ in range(count)):
            before, asked = chance.choice(articles[old]), chance.choice(articles[new]).question
            history = [(before.question, archive.ask(before.question, llm=False).text)]
            if stand_alone(asked, history) == asked and answer_gone_on_from(asked, history):
                unnamed += 1
                taken += going_on_note() in archive.ask(asked, history=history, llm=False).note
        store.close()
    for way, counted in outcomes.items():
        print(f"{way:32}", dict(counted))
    print(f"of another article, naming nothing: {taken} of {unnamed} answered by the old one")


def main() -> None:
    """Measure both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=5000, help="of questions about two articles")
    parser.add_argument("--questions", type=int, default=300, help="at most, that are answered")
    call = parser.parse_args()
    print(f"{datetime.now(UTC):%Y-%m-%d}, {platform.machine()}, Python {platform.python_version()}")
    documents, questions = read_set(Path(), LOCAL)
    measure_rules(documents, questions, call.pairs)
    measure_answers(documents, questions, call.questions)


if __name__ == "__main__":
    main()
