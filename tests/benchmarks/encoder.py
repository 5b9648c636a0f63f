"""Measures the encoder alone: how often it finds the right text, beside BM25, and how fast.

    python tests/benchmarks/encoder.py [--data DIR] [--model NAME] [--distractors N]

The sets are public questions that training never saw (cmrc2018_dev, drcd_test, xquad_zh), and news
articles kept out of training, searched among them and as many others as asked for: questions
written about them, and headlines that share few words with their article, searched in the articles'
text alone.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from embeddings import Encoder, load_encoder
from embeddings.news_questions import read_news_questions
from embeddings.sources import is_held_out, read_news, read_question_set
from qa.text import fold, sentences, terms

if TYPE_CHECKING:
    from embeddings.corpus import Document

PUBLIC_SETS = ("cmrc2018_dev", "drcd_test", "xquad_zh")
PASSAGE_CHARACTERS = 220
FEW_SHARED = 0.45  # of a headline's bigrams that are in its article's text
BLOCK = 256


@dataclass(frozen=True, slots=True)
class Task:
    """Texts to search, the group that each belongs to, and questions with their right group."""

    texts: list[str]
    groups: np.ndarray
    questions: list[str]
    answers: np.ndarray
    sets: np.ndarray  # the name of what each question is counted with


@dataclass(frozen=True, slots=True)
class Figures:
    """How often the right group is found."""

    recall_1: float
    recall_5: float
    recall_10: float
    mrr: float

    @classmethod
    def of(cls, ranks: np.ndarray) -> Figures:
        within = [float((ranks < k).mean()) for k in (1, 5, 10)]
        return cls(*within, float((1 / (ranks + 1)).mean()))


def passages_of(document: Document, titled: bool) -> list[str]:
    """Cut a document into passages of whole sentences, with its title before each if `titled`."""
    cut, current = [], ""
    for span in sentences(document.text):
        current += document.text[span.start : span.end]
        if len(current) > PASSAGE_CHARACTERS:
            cut.append(current)
            current = ""
    passages = [*cut, current] if current or not cut else cut
    return [f"{document.title}\n{text}" if titled else text for text in passages]


def task(documents: list[Document], asked: list[tuple[str, str, int]], titled: bool = True) -> Task:
    """Return a task of questions, each with its set and the number of the right document."""
    passages = [passages_of(document, titled) for document in documents]
    groups = np.repeat(np.arange(len(documents)), [len(cut) for cut in passages])
    texts = [text for cut in passages for text in cut]
    sets, questions, answers = zip(*asked, strict=True)
    return Task(texts, groups, list(questions), np.array(answers), np.array(sets))


def public_task(data: Path, name: str) -> Task:
    questions = read_question_set(data, name)
    asked = [(name, question.text, question.document) for question in questions.questions]
    return task(list(questions.passages), asked)


def news_tasks(data: Path, distractors: int) -> list[Task]:
    news = read_news(data)
    step = max(1, len(news.training) // max(1, distractors))
    others = news.training[::step][:distractors] if distractors else ()
    documents = [*news.held_out, *others]
    numbers = {document.text: number for number, document in enumerate(news.held_out)}
    articles, written = read_news_questions(data)
    asked = [
        (f"news: {one.manner}", one.text, numbers[articles[one.article].text])
        for one in written
        if one.answers and is_held_out(one.article)
    ]
    headlines = [
        ("news: headlines of few shared words", document.title, number)
        for number, document in enumerate(news.held_out)
        if shares_few_words(document)
    ]
    return [task(documents, asked), task(documents, headlines, titled=False)]


def shares_few_words(document: Document) -> bool:
    title = {term for term in terms(document.title) if len(term) == 2}
    return len(title) >= 5 and len(title & set(terms(document.text))) / len(title) < FEW_SHARED


def dense_ranks(encoder: Encoder, task: Task) -> tuple[np.ndarray, float]:
    """Return the rank of each question's answer, from 0, and the passages encoded a second."""
    started = time.perf_counter()
    passages = encoder.encode_passages(task.texts)
    speed = len(task.texts) / (time.perf_counter() - started)
    questions = encoder.encode_queries(task.questions)
    blocks = []
    for start in range(0, len(questions), BLOCK):
        scores = questions[start : start + BLOCK] @ passages.T
        blocks.append(ranks(scores, task, task.answers[start : start + BLOCK]))
    return np.concatenate(blocks), speed


def lexical_ranks(task: Task) -> np.ndarray:
    """Return the rank of each question's answer by BM25 (k1 1.2, b 0.75) over bigrams."""
    import bm25s

    index = bm25s.BM25(k1=1.2, b=0.75)
    index.index([terms(fold(text)) for text in task.texts], show_progress=False)
    blocks = []
    for question, answer in zip(task.questions, task.answers, strict=True):
        found = [term for term in terms(question) if term in index.vocab_dict]
        scores = index.get_scores(found) if found else np.zeros(len(task.texts), np.float32)
        blocks.append(ranks(scores[None], task, np.array([answer])))
    return np.concatenate(blocks)


def ranks(scores: np.ndarray, task: Task, answers: np.ndarray) -> np.ndarray:
    """Return how many groups score above, or as high before, the right one."""
    starts = np.flatnonzero(np.diff(task.groups, prepend=-1))
    best = np.maximum.reduceat(scores, starts, axis=1)
    own = best[np.arange(len(best)), answers][:, None]
    earlier = np.arange(best.shape[1])[None] < answers[:, None]
    return ((best > own) | ((best == own) & earlier)).sum(axis=1)


def print_row(name: str, method: str, figures: Figures) -> None:
    values = (figures.recall_1, figures.recall_5, figures.recall_10, figures.mrr)
    print(f"{name:<38}{method:<8}" + "".join(f"{value:>9.3f}" for value in values), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--model", help="folder or name; the bundled model if left out")
    parser.add_argument("--distractors", type=int, default=20_000, help="other news articles")
    options = parser.parse_args()

    encoder = load_encoder(options.model)
    print(f"{date.today()}  {platform.machine()}, {os.cpu_count()} cores")
    print(f"{encoder.name} ({encoder.fingerprint}), {encoder.dimension} dimensions")
    print(f"{'set':<38}{'':<8}" + "".join(f"{head:>9}" for head in ("R@1", "R@5", "R@10", "MRR")))
    tasks = [public_task(options.data, name) for name in PUBLIC_SETS]
    speeds = []
    for one in [*tasks, *news_tasks(options.data, options.distractors)]:
        dense, speed = dense_ranks(encoder, one)
        speeds.append((len(one.texts), speed))
        lexical = lexical_ranks(one)
        for name in dict.fromkeys(one.sets.tolist()):
            own = one.sets == name
            print_row(name, "dense", Figures.of(dense[own]))
            print_row("", "BM25", Figures.of(lexical[own]))
            print(f"    {own.sum()} questions, {len(one.texts)} passages")
    count, speed = max(speeds)
    print(f"{speed:,.0f} passages encoded a second ({count} of them)")


if __name__ == "__main__":
    main()
