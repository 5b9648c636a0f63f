"""Learn the weights of `qa.editions.layout.seams` from news articles.

Run by hand when the features change:

    python -m qa.learning.layout.seams --data FILE.jsonl.xz ... --out qa/editions/layout/seams.npz

Seams that go on are cuts at random places within sentences. Seams that do not are a title or a
cut sentence before the start of a paragraph, and a title before the rest of a cut sentence.
Prints the accuracy on articles that were held back.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from qa.editions.layout.seams import BUCKETS, SCALE, WEIGHTS, features
from qa.learning.layout.articles import articles, call, in_bytes
from qa.text import sentences

_ENDS = tuple("。！？!?…；;”’」』")
Example = tuple[list[int], bool]


def examples(path: Path, skip: int, limit: int, random: Random) -> Iterator[Example]:
    """Yield the features of seams drawn from the articles of a JSONL file."""
    starts: list[str] = ["近日,"]
    titles: list[str] = ["新闻"]
    for text, title in articles(path, skip, limit):
        title = title.strip("。!? ")
        paragraphs = [line for line in text.split("\n") if len(line) > 20]
        starts = (starts + [paragraph[:8] for paragraph in paragraphs])[-2000:]
        titles = [*titles, title][-2000:] if len(title) > 5 else titles
        for paragraph in paragraphs:
            spans = [s for s in sentences(paragraph) if s.end - s.start > 12]
            for span in random.sample(spans, min(2, len(spans))):
                at = random.randrange(span.start + 3, span.end - 3)
                left, right = paragraph[:at], paragraph[at:]
                if left.endswith(_ENDS):
                    continue
                yield list(features(left, right)), True
                negatives = (
                    (left, random.choice(starts)),
                    (random.choice(titles), random.choice(starts)),
                    (random.choice(titles), right),
                )
                for before, after in random.sample(negatives, 2):
                    yield list(features(before, after)), False


def train(
    rows: np.ndarray[Any, Any], labels: np.ndarray[Any, Any], epochs: int
) -> tuple[np.ndarray[Any, Any], float]:
    """Fit a logistic regression by AdaGrad (Duchi et al. 2011); rows are (n, 9) of buckets."""
    weights, squares = np.zeros(BUCKETS), np.full(BUCKETS, 1e-3)
    bias, order = 0.0, np.random.default_rng(0)
    for _ in range(epochs):
        shuffled = order.permutation(len(rows))
        for start in range(0, len(rows), 512):
            batch = shuffled[start : start + 512]
            wrong = 1 / (1 + np.exp(-(weights[rows[batch]].sum(1) + bias))) - labels[batch]
            gradient = np.zeros(BUCKETS)
            np.add.at(gradient, rows[batch], wrong[:, None] / 32)
            touched = np.unique(rows[batch])
            step = gradient[touched] + 1e-5 * weights[touched]
            squares[touched] += step**2
            weights[touched] -= 0.15 * step / np.sqrt(squares[touched])
            bias -= 0.01 * float(wrong.mean())
    return weights, bias


def main() -> None:
    """Train, measure on what was held back, and write the weights."""
    arguments = call(__doc__, WEIGHTS)
    random = Random(0)
    drawn = [
        example
        for path in arguments.data
        for example in examples(path, arguments.skip, arguments.articles, random)
    ]
    random.shuffle(drawn)
    rows = np.array([row for row, _ in drawn], dtype=np.int32)
    labels = np.array([label for _, label in drawn], dtype=np.float32)
    held = len(rows) // 20
    weights, bias = train(rows[held:], labels[held:], arguments.epochs)
    stored = in_bytes(weights, SCALE)
    odds = stored[rows[:held]].sum(1, dtype=np.int32) / SCALE + bias
    accuracy = ((odds > 0) == labels[:held]).mean()
    print(f"{len(rows)} seams; accuracy on {held} held back: {accuracy:.4f}")
    np.savez_compressed(arguments.out, weights=stored, bias=np.float32(bias))


if __name__ == "__main__":
    main()
