"""Measures the archive: bulk indexing, one more edition, opening, asking, and a peer's pipeline.

Run by hand: ``python tests/benchmarks/indexing.py --data DATA`` (news as in `embeddings.sources`).
The peer, txtai with the same bundled model and FAISS, is measured if it is installed:
``pip install txtai``; it is no dependency of the project.
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import platform
import random
import re
import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import numpy as np

from embeddings import BUNDLED_NAME, load_encoder
from embeddings.corpus import Document
from embeddings.encoder import BUNDLED_FOLDER
from qa import Archive
from qa.learning.made_questions import make_question
from qa.questions.understand import understand
from qa.retrieval.retrieve import retrieve
from qa.storage.store import Store
from qa.types import Article, Edition, Filters, Page, ReadEdition

NEWS = ("web_news", "broadcast_news", "broadcast_briefs")
ASK = (sys.executable, "-m", "qa.cli", "ask", "--archive")  # folder and question follow
SEED = 7
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
PASSAGE = 220  # characters, about what a passage of the archive holds


def texts(data: Path, names: Sequence[str], most: int | None = None) -> Iterator[tuple[str, str]]:
    """Yield titles and texts of the news."""
    count = 0
    for name in names:
        with lzma.open(data / "news" / f"{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
            for line in lines:
                if count == most:
                    return
                record = json.loads(line)
                yield record.get("title", ""), record["text"]
                count += 1


def disk_bytes(folder: Path) -> int:
    """Return how many bytes the files in `folder` take."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def child(command: list[str]) -> tuple[float, float]:
    """Run a command; return its seconds and the most memory it took, in GB."""
    started = perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 3):  # 3: some lines failed
        raise SystemExit(f"{command} gave {process.returncode}")
    return perf_counter() - started, used.ru_maxrss / 2**20


def row(name: str, *values: str) -> None:
    """Print a line of a table."""
    print(f"{name:<44}" + "".join(f"{value:>14}" for value in values), flush=True)


def bulk(data: Path, names: Sequence[str], work: Path) -> Path:
    """Index files from nothing with the command, and print what it took."""
    folder = work / "-".join(names)
    files = [str(data / "news" / f"{name}.jsonl.xz") for name in names]
    call = [sys.executable, "-m", "qa.cli", "index", "--quiet", "--archive", str(folder), *files]
    seconds, memory = child(call)
    held = size = 0
    for title, text in texts(data, names):
        held += 1
        size += len((title + text).encode())
    started = perf_counter()
    with Archive.open(folder) as archive:
        archive.retrieve("问")
        opened = perf_counter() - started
        passages = archive.statistics().passages
    share = disk_bytes(folder) / size
    row(
        f"wenbao, {'+'.join(names)}", f"{held:,}", f"{passages:,}", f"{seconds:.0f} s",
        f"{memory:.2f} GB", f"{share:.2f}x", f"{opened:.2f} s",
    )  # fmt: skip
    return folder


def txtai(data: Path, names: Sequence[str], work: Path) -> None:
    """Do the same with txtai in a process of its own."""
    try:
        import txtai as _  # noqa: F401
    except ImportError:
        print("no peer: pip install txtai")
        return
    folder = work / "txtai"
    seconds, memory = child(
        [sys.executable, __file__, "--peer", str(folder), "--data", str(data), *names]
    )
    size = sum(len((title + text).encode()) for title, text in texts(data, names))
    passages = (folder / "count").read_text()
    share = disk_bytes(folder) / size
    row(
        f"txtai, {'+'.join(names)}", "", f"{int(passages):,}", f"{seconds:.0f} s",
        f"{memory:.2f} GB", f"{share:.2f}x", "",
    )  # fmt: skip


def index_with_txtai(data: Path, names: Sequence[str], folder: Path) -> None:
    """Index passages, their texts kept, for dense and lexical search, as wenbao does."""
    from txtai import Embeddings

    passages = (
        passage
        for title, text in texts(data, names)
        for start in range(0, len(text), PASSAGE)
        # Its vectors of texts without a word are no numbers, and end the run.
        if _CHINESE.search(passage := f"{title}\n{text[start : start + PASSAGE]}")
    )
    index = Embeddings(
        path=str(BUNDLED_FOLDER),
        method="sentence-transformers",
        content=True,
        hybrid=True,
        backend="faiss",
    )
    index.index(passages)
    index.save(str(folder / "index"))
    (folder / "count").write_text(str(index.count()))


def edition(number: int, articles: Sequence[tuple[str, str]]) -> ReadEdition:
    """Return an edition of these articles, a day for each number."""
    day = date(1950, 1, 1) + timedelta(days=number)
    name = f"测报-{day}"
    pages = (Page("01", "", (), f"{name}.txt"),)
    made = [
        Article(f"{name}/{place:03}", "01", title, tuple(text.splitlines()))
        for place, (title, text) in enumerate(articles)
    ]
    return ReadEdition(Edition(name, "测报", day), pages, tuple(made))


def growth(data: Path, work: Path, sizes: Sequence[int], additions: int) -> None:
    """Print what adding one edition of 40 articles costs in archives of some sizes."""
    news = list(texts(data, ("web_news", "broadcast_news"), max(sizes) + 40 * additions))
    encoder = load_encoder()
    print("\none edition of 40 articles more, over", additions, "of them one by one")
    row("articles in the archive", "median", "mean", "most")
    for size in sizes:
        store = Store(work / f"growth-{size}")
        with store.writing(encoder) as writer:
            for number, start in enumerate(range(0, size, 40)):
                writer.replace_edition(edition(number, news[start : start + 40]))
        taken = []
        for number in range(additions):
            start = max(sizes) + 40 * number
            read = edition(20_000 + number, news[start : start + 40])
            started = perf_counter()
            with store.writing(encoder) as writer:
                writer.replace_edition(read)
            taken.append(1000 * (perf_counter() - started))
        store.close()
        figures = (np.median(taken), np.mean(taken), max(taken))
        row(f"{size:,}", *(f"{figure:.0f} ms" for figure in figures))


def questions(data: Path, most: int) -> list[str]:
    """Return questions made by rule about news."""
    chance = random.Random(SEED)
    news = (Document("", text) for _, text in texts(data, ("web_news",), 20 * most))
    asked = [made.question for made in (make_question(one, chance) for one in news) if made]
    return chance.sample(asked, min(most, len(asked)))


def ask(folder: Path, asked: Sequence[str], name: str) -> None:
    """Print how long the store, the whole of retrieval and the command take, and what is found."""
    encoder = load_encoder()
    started = perf_counter()
    store = Store(folder)
    store.candidates("问", encoder.encode_queries(["问"]), Filters(), 50)
    opened = perf_counter() - started
    found, whole = [], []
    for question in asked:
        vector = encoder.encode_queries([question])
        started = perf_counter()
        store.candidates(question, vector, Filters(), 50)
        found.append(1000 * (perf_counter() - started))
        query = understand(question)
        started = perf_counter()
        retrieve(store, encoder, query, 10)
        whole.append(1000 * (perf_counter() - started))
    found_share = recall(store, encoder.encode_queries(asked))
    store.close()
    cold = np.median([child([*ASK, str(folder), question])[0] for question in asked[:5]])
    figures = [np.percentile(times, at) for times in (found, whole) for at in (50, 95)]
    row(
        name,
        f"{opened:.2f} s",
        *(f"{figure:.1f} ms" for figure in figures),
        f"{found_share:.3f}",
        f"{cold:.2f} s",
    )


def recall(store: Store, vectors: np.ndarray) -> float:
    """Return which share of the 10 nearest, every vector compared, searches find."""
    opened = store._opened
    assert opened is not None
    quick: list[list[tuple[float, int]]] = [[] for _ in vectors]
    exact: list[list[tuple[float, int]]] = [[] for _ in vectors]
    for shard, offset in zip(opened.shards, opened.offsets, strict=True):
        cosines = shard.vectors.rows() @ vectors.T
        for number, vector in enumerate(vectors):
            scores, rows = shard.vectors.search(vector[None], 10)
            quick[number] += zip((-scores).tolist(), (rows + offset).tolist(), strict=True)
            near = np.argsort(-cosines[:, number])[:10]
            scores = cosines[near, number]
            exact[number] += zip((-scores).tolist(), (near + offset).tolist(), strict=True)
    best = [
        [{place for _, place in sorted(found)[:10]} for found in both]
        for both in zip(quick, exact, strict=True)
    ]
    return float(np.mean([len(found & whole) / 10 for found, whole in best]))


def millions(data: Path, work: Path, passages: int) -> Path:
    """Index so many passages, made by mixing sentences of the news; print what it took."""
    news = list(texts(data, NEWS))
    chance = random.Random(SEED)
    store = Store(work / "millions")
    started = perf_counter()
    number = 0
    with store.writing(load_encoder()) as writer:
        while writer.passages < passages:
            articles = []
            for _ in range(400):
                title, text = chance.choice(news)
                other = chance.choice(news)[1]
                cut = len(text) // 2
                articles.append((title, text[:cut] + other[len(other) // 2 :]))
            writer.replace_edition(edition(number, articles))
            number += 1
        made = writer.passages
    seconds = perf_counter() - started
    store.close()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    size = disk_bytes(work / "millions") / 2**30
    print(f"\n{made:,} passages: {seconds:.0f} s, {memory:.2f} GB memory, {size:.2f} GB on disk")
    return work / "millions"


def main() -> None:
    """Measure what the call names, all of it by default."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--peer", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--work", type=Path, help="a folder for the archives, else a temporary one")
    parser.add_argument("--passages", type=int, default=2_000_000, help="of the largest archive")
    parser.add_argument("--additions", type=int, default=20, help="editions added one by one")
    parser.add_argument("--only", choices=("bulk", "growth", "millions"), action="append")
    parser.add_argument("names", nargs="*", default=["web_news"], help="news that the peer gets")
    call = parser.parse_args()
    if call.peer:
        call.peer.mkdir(parents=True)
        index_with_txtai(call.data, call.names, call.peer)
        return
    wanted = call.only or ["bulk", "growth", "millions"]
    print(
        f"{datetime.now(UTC):%Y-%m-%d}, {platform.machine()}, {os.cpu_count()} cores,"
        f" Python {platform.python_version()}, model {BUNDLED_NAME}"
    )
    with TemporaryDirectory() as temporary:
        work = call.work or Path(temporary)
        folders = []
        if "bulk" in wanted:
            row("from nothing to durable", "articles", "passages", "time", "memory", "disk", "open")
            folders.append(bulk(call.data, call.names, work))
            txtai(call.data, call.names, work)
            folders.append(bulk(call.data, NEWS, work))
        if "growth" in wanted:
            growth(call.data, work, (1_000, 10_000, 60_000), call.additions)
        if "millions" in wanted:
            folders.append(millions(call.data, work, call.passages))
        if folders:
            print()
            row(
                "asking", "open", "found p50", "p95", "retrieve p50", "p95", "recall@10", "cold ask"
            )
            asked = questions(call.data, 200)
            for folder in folders:
                ask(folder, asked, folder.name)


if __name__ == "__main__":
    main()
