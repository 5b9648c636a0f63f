"""Learn the weights of `qa.editions.layout.wording` from news articles.

Run by hand when the features change:

    python -m qa.learning.layout.wording --data FILE.jsonl.xz ...

Headlines are the articles' titles; banners stand in brackets before some (`【新春走基层】…`) and
are made up of the words below as well, as kickers are; captions follow `图为` or stand before a
credit in the texts; running text is cut from the texts at random places. Each kind counts the
same, however many there are. Prints how many of those held back are told right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from qa.editions.layout.wording import BUCKETS, KINDS, SCALE, WEIGHTS, features
from qa.learning.layout.articles import articles, call, in_bytes
from qa.text import sentences

_BANNERED = re.compile(r"\s*[【\[](?P<banner>[^】\]]{2,30})[】\]]\s*(?P<title>.{6,})")
_CAPTIONS = (
    re.compile(r"(?:图为|上图:|图片为|图说:)([^。\n]{6,60})"),
    re.compile(r"(?:^|[。\n])([^。\n]{6,60}?)。?\s*\([^()]{0,14}摄\)"),
)
_NO_CAPTION = re.compile(r"摄|记者|来源|图片|原标题|[”’)\]]$|^[”’)\]]")
_NAMED = re.compile(r"^(?P<who>[\u4e00-\u9fff]{2,12}):(?P<title>.{6,})")
_LONGEST_TEXT = 48
_WITH_COMMA = 0.4
_LONGEST_MOTTO = 7
_WORDS = Path(__file__).parent / "wording_words.txt"


def made_up(random: Random, count: int) -> Iterator[tuple[str, str]]:
    """Yield banners and kickers put together at random, each with its kind."""
    words = _words()
    for _ in range(count):
        draw = random.random()
        motto = " ".join(random.sample(words["mottoes"], random.choice((1, 2, 2, 3))))
        look = (
            random.choice(words["fields"])
            + random.choice(("", "", "·", "|"))
            + random.choice(words["looks"])
        )
        yield "banner", motto if draw < 0.5 else look
    for _ in range(count):
        office = random.choice(words["places"]) + random.choice(words["offices"])
        said = random.choice(words["who_says"]) + random.choice(words["saying"])
        when = random.choice(("", "", random.choice(words["places"]))) + random.choice(
            words["when"]
        )
        yield "kicker", random.choice((office, office, said, when, when))


def _words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    name = ""
    for line in _WORDS.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            words[name] += line.split()
        elif line and not line.startswith("#"):
            name = line
            words[name] = []
    return words


def found(path: Path, skip: int, limit: int, random: Random) -> Iterator[tuple[str, str]]:
    """Yield the lines that the articles of a JSONL file hold, each with its kind."""
    for text, title in articles(path, skip, limit):
        title = title.strip("。 ")
        bannered = _BANNERED.fullmatch(title)
        if bannered:
            yield "banner", bannered["banner"]
            title = bannered["title"]
        named = _NAMED.fullmatch(title)
        if named:
            yield "kicker", named["who"]
            title = random.choice((title, named["title"]))
        if " " in title and random.random() < _WITH_COMMA:  # as other papers set it
            title = ",".join(title.split())
        if 6 <= len(title) <= 40:
            yield from (("headline", part) for part in _parts(title))
        for pattern in _CAPTIONS:
            captions = pattern.findall(text)
            yield from (("caption", one) for one in captions if not _NO_CAPTION.search(one))
        yield from (("text", piece) for piece in _pieces(text, random))


def _parts(title: str) -> set[str]:
    """Return a title and its parts, other than of a motto: equally long, or very short."""
    parts = title.split()
    short = max(map(len, parts)) < _LONGEST_MOTTO or len({len(part) for part in parts}) == 1
    return {title, *(() if short else (part for part in parts if len(part) > 4))}


def _pieces(text: str, random: Random) -> Iterator[str]:
    """Yield sentences, or what a column break leaves of them."""
    spans = [s for s in sentences(text) if s.end - s.start > 12]
    for span in random.sample(spans, min(1, len(spans))):
        sentence = text[span.start : span.end].strip()
        start = random.choice((0, 0, random.randrange(len(sentence) - 8)))
        yield sentence[start : start + random.randrange(8, _LONGEST_TEXT)]


def train(
    rows: list[np.ndarray[Any, Any]], labels: np.ndarray[Any, Any], epochs: int
) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Fit a softmax regression by AdaGrad (Duchi et al. 2011), the kinds weighted alike."""
    weights, squares = np.zeros((BUCKETS, len(KINDS))), np.full((BUCKETS, len(KINDS)), 1e-2)
    bias, order = np.zeros(len(KINDS)), np.random.default_rng(0)
    importance = 1 / np.bincount(labels, minlength=len(KINDS))
    importance *= len(labels) / len(KINDS)
    for _ in range(epochs):
        for batch in np.array_split(order.permutation(len(rows)), len(rows) // 64):
            flat = np.concatenate([rows[i] for i in batch])
            sizes = np.array([len(rows[i]) for i in batch])
            owner = np.repeat(np.arange(len(batch)), sizes)
            share = 1 / np.sqrt(sizes)
            scores = np.zeros((len(batch), len(KINDS)))
            np.add.at(scores, owner, weights[flat] * share[owner, None])
            wrong = _softmax(scores + bias)
            wrong[np.arange(len(batch)), labels[batch]] -= 1
            wrong *= np.minimum(importance[labels[batch]], 20)[:, None] / len(batch)
            touched, place = np.unique(flat, return_inverse=True)
            gradient = np.zeros((len(touched), len(KINDS)))
            np.add.at(gradient, place, wrong[owner] * share[owner, None])
            gradient += 1e-5 * weights[touched]
            squares[touched] += gradient**2
            weights[touched] -= 0.1 * gradient / np.sqrt(squares[touched])
            bias -= 0.02 * wrong.sum(0)
    return weights, bias


def _softmax(scores: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    raised = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(raised / raised.sum(1, keepdims=True))


def main() -> None:
    """Train, measure on what was held back, and write the weights."""
    arguments = call(__doc__, WEIGHTS)
    random = Random(0)
    drawn = set(made_up(random, 4000))
    for path in arguments.data:
        drawn |= set(found(path, arguments.skip, arguments.articles, random))
    examples = sorted(drawn)
    random.shuffle(examples)
    rows = [np.array(list(features(text)), dtype=np.int64) for _, text in examples]
    labels = np.array([KINDS.index(kind) for kind, _ in examples])
    held = len(rows) // 20
    weights, bias = train(rows[held:], labels[held:], arguments.epochs)
    stored = in_bytes(weights, SCALE)
    told = np.array(
        [int(np.argmax(stored[row].sum(0) / SCALE / len(row) ** 0.5 + bias)) for row in rows[:held]]
    )
    for number, kind in enumerate(KINDS):
        own = labels[:held] == number
        right = (told[own] == number).mean()
        print(f"{kind}: {own.sum()} held back, {right:.3f} told right of {len(KINDS)} kinds")
    np.savez_compressed(arguments.out, weights=stored, bias=bias.astype(np.float32))


if __name__ == "__main__":
    main()
