"""Measures retrieval: BM25, dense, fused and reranked, side by side on the same questions.

Run by hand: ``python tests/benchmarks/retrieval.py --data DATA`` (question sets as in
`embeddings.sources`); the peers are bm25s over jieba words and over bigrams, if installed.
"""

from __future__ import annotations

import argparse
import platform
import random
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from itertools import compress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import numpy as np

from embeddings import load_encoder
from embeddings.corpus import Document
from embeddings.sources import read_question_set
from qa.learning.question_sets import (
    NEWS,
    Asked,
    Part,
    at_most,
    edition_of,
    other_news,
    read_set,
    without,
)
from qa.overlap import content
from qa.questions.understand import understand
from qa.retrieval.ranking import Found
from qa.retrieval.retrieve import candidates, fused, retrieve, retrieve_unread
from qa.storage.store import Store
from qa.text import terms
from qa.types import Hit

SETS = ("cmrc2018_dev", "drcd_test", "xquad_zh")
SEED = 7
PASSAGES_OF_AN_ARTICLE = 3
FEW = 0.25  # of a question's search terms, that its article has


def question_set(data: Path, name: str, most: int) -> tuple[list[Document], list[Asked]]:
    """Return the passages of a set, and at most so many of its questions."""
    found = read_question_set(data, name)
    asked = at_most(found.questions, most, random.Random(SEED))
    questions = [Asked(one.text, f"{name}/{one.document}", (), Part.MEASURED) for one in asked]
    return list(found.passages), questions


def news_set(data: Path, most: int, others: int) -> tuple[list[Document], list[Asked]]:
    """Return news, with questions written about articles that nothing was trained on."""
    chance = random.Random(SEED)
    asked_about, written = read_set(data, NEWS)
    questions = [one for one in written if one.answers and one.part is Part.MEASURED]
    beside = without(other_news(data, others, chance), asked_about)
    return [*asked_about, *beside], at_most(questions, most, chance)


def ranked_articles(found: Sequence[Found], scores: Iterable[float]) -> list[str]:
    """Return the ids of the articles of candidates, best first, each once."""
    order = sorted(zip(scores, found, strict=True), key=lambda pair: -pair[0])
    return list(dict.fromkeys(one.article.id for _, one in order))


def articles_of(hits: Sequence[Hit], asked: Asked) -> list[str]:
    """Return the ids of the hits' articles, best first, each once; the right one for a reprint."""
    named = [
        asked.article if any(one.id == asked.article for one, _ in hit.reprints) else hit.article.id
        for hit in hits
    ]
    return list(dict.fromkeys(named))


def bm25s_ranks(
    documents: Sequence[Document], name: str, cut: Callable[[str], list[str]]
) -> Callable[[str], list[str]]:
    """Return a search over whole documents with the package bm25s, which cuts words by `cut`."""
    import bm25s

    index = bm25s.BM25(method="lucene")
    index.index([cut(f"{d.title}\n{d.text}") for d in documents], show_progress=False)

    def search(question: str) -> list[str]:
        best, _ = index.retrieve([cut(question)], k=10, show_progress=False)
        return [f"{name}/{number}" for number in best[0].tolist()]

    return search


def recall(ranks: Sequence[Sequence[str]], questions: Sequence[Asked], k: int) -> float:
    """Return the share of questions whose article is among the first `k`."""
    return float(np.mean([q.article in r[:k] for q, r in zip(questions, ranks, strict=True)]))


def subsets(
    name: str, documents: Sequence[Document], questions: Sequence[Asked]
) -> dict[str, list[bool]]:
    """Return which questions are asked in which manner, and which share few words with the text."""
    manners = dict.fromkeys(asked.manner for asked in questions if asked.manner)
    kinds = {manner: [asked.manner == manner for asked in questions] for manner in manners}
    if name == NEWS:
        kinds["few words"] = [shared_terms(documents, asked) <= FEW for asked in questions]
    return kinds


def shared_terms(documents: Sequence[Document], asked: Asked) -> float:
    """Return the share of a question's search terms that its article has."""
    document = documents[int(asked.article.rpartition("/")[2])]
    sought = set(terms(content(asked.question)))
    return len(sought & set(terms(f"{document.title}\n{document.text}"))) / max(1, len(sought))


def measure(
    name: str, documents: Sequence[Document], questions: Sequence[Asked], model: str | None
) -> None:
    """Print a line for each way of retrieving."""
    encoder = load_encoder(model)
    ranks: dict[str, list[list[str]]] = {}
    times: list[float] = []
    with TemporaryDirectory() as folder:
        store = Store(Path(folder))
        started = perf_counter()
        with store.writing(encoder) as writer:
            writer.replace_edition(edition_of(name, documents))
        seconds = perf_counter() - started
        retrieve(store, encoder, understand("问"), 10)
        for asked in questions:
            query = understand(asked.question)
            start = perf_counter()
            hits = retrieve(store, encoder, query, 10)
            times.append(1000 * (perf_counter() - start))
            ranks.setdefault("wenbao", []).append(articles_of(hits, asked))
            hits = retrieve_unread(store, encoder, query, 10 * PASSAGES_OF_AN_ARTICLE)
            ranks.setdefault("wenbao unread", []).append(articles_of(hits, asked))
            found = candidates(store, query, encoder.encode_queries([query.text]))
            parts = {
                "wenbao BM25": [one.candidate.lexical for one in found],
                "wenbao dense": [one.candidate.dense for one in found],
                "wenbao fused": [fused(one.candidate) for one in found],
            }
            for way, scores in parts.items():
                ranks.setdefault(way, []).append(ranked_articles(found, scores))
        passages = writer.passages
        store.close()
    for way, search in peers(documents, name).items():
        ranks[way] = [search(asked.question) for asked in questions]
    print(
        f"\n{name}, {encoder.name}: {len(documents)} articles, {passages} passages, {len(questions)} questions; indexed in {seconds:.1f} s"
    )
    kinds = subsets(name, documents, questions)
    heads = [f"@5 {kind} ({sum(among)})" for kind, among in kinds.items()]
    print(f"{'':20}recall@1  recall@5" + "".join(f"{head:>20}" for head in heads))
    for way, found_ranks in ranks.items():
        first, fifth = recall(found_ranks, questions, 1), recall(found_ranks, questions, 5)
        of_kinds = [
            recall(list(compress(found_ranks, among)), list(compress(questions, among)), 5)
            for among in kinds.values()
        ]
        print(f"{way:20}{first:8.3f}{fifth:10.3f}" + "".join(f"{one:20.3f}" for one in of_kinds))
    print(f"retrieve: p50 {np.percentile(times, 50):.1f} ms, p95 {np.percentile(times, 95):.1f} ms")


def peers(documents: Sequence[Document], name: str) -> dict[str, Callable[[str], list[str]]]:
    """Return the peers that are installed."""
    try:
        import jieba

        jieba.setLogLevel(60)
        return {
            "bm25s, bigrams": bm25s_ranks(documents, name, terms),
            "bm25s, jieba words": bm25s_ranks(documents, name, jieba.lcut),
        }
    except ImportError:
        print("no peer: pip install bm25s jieba")
        return {}


def main() -> None:
    """Measure every set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument(
        "--model", action="append", help="a sentence-transformers model beside the bundled one"
    )
    parser.add_argument("--questions", type=int, default=1000, help="at most, of each set")
    parser.add_argument("--news", type=int, default=60_000, help="news articles beside those asked")
    parser.add_argument("sets", nargs="*", default=[*SETS, NEWS])
    call = parser.parse_args()
    print(f"{datetime.now(UTC):%Y-%m-%d}, {platform.machine()}, Python {platform.python_version()}")
    for name in call.sets:
        documents, questions = (
            news_set(call.data, call.questions, call.news)
            if name == NEWS
            else question_set(call.data, name, call.questions)
        )
        for model in (None, *(call.model or ())):
            measure(name, documents, questions, model)


if __name__ == "__main__":
    main()
