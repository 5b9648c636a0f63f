"""Measure how well pages are cut into articles, on pages whose articles are known.

Lays the articles of a JSONL file (`title`, `text`) out on invented pages, reads them, and
compares: `python tests/benchmarks/segmentation.py --articles FILE.jsonl[.xz] --seed 1`.
"""

from __future__ import annotations

import argparse
import json
import lzma
import platform
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice, pairwise
from pathlib import Path
from random import Random

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]

from printed_pages import Story, print_edition  # noqa: E402
from printed_setting import KnownArticle, PrintedEdition  # noqa: E402

from qa.editions import ReadFailure, read_editions  # noqa: E402
from qa.types import Article, ReadEdition, Role  # noqa: E402

FIELDS = [
    "kicker",
    "headline",
    "subhead",
    "banner",
    "reporters",
    "correspondents",
    "caption",
    "photographer",
    "paragraphs",
    "genre",
]
_ENDS = re.compile(r"[。！？!?…][”’」』）)》]*$")  # `。`, `！”`: the end of a paragraph
DEFAULT_ARTICLES = Path("../shared/data/news/broadcast_news.jsonl.xz")


@dataclass
class Tally:
    """What was counted over all editions."""

    pages: int = 0
    articles: int = 0
    exact: int = 0
    found: int = 0
    spurious: int = 0
    matched: int = 0
    lost: int = 0
    seconds: float = 0.0
    fields: dict[str, Counter[str]] = field(
        default_factory=lambda: {name: Counter() for name in FIELDS}
    )
    joins: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def stories(path: Path, limit: int, random: Random) -> list[Story]:
    """Return `limit` stories of whole paragraphs, drawn at random."""
    kept: list[Story] = []
    for count, line in enumerate(islice(_open_lines(path), 20000)):
        record = json.loads(line)
        paragraphs = tuple(p.strip() for p in record["text"].split("\n") if p.strip())
        title = (record.get("title") or "").strip()
        if not _is_whole(title, paragraphs):
            continue
        if len(kept) < limit:
            kept.append(Story(title, paragraphs))
        elif (at := random.randrange(count + 1)) < limit:
            kept[at] = Story(title, paragraphs)
    return kept


def _open_lines(path: Path) -> Iterator[str]:
    if path.suffix == ".xz":
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            yield from lines
    else:
        with path.open(encoding="utf-8") as lines:
            yield from lines


def _is_whole(title: str, paragraphs: tuple[str, ...]) -> bool:
    """Keep stories of 80 to 2,000 characters in which every paragraph ends as one does."""
    length = sum(map(len, paragraphs))
    titled = 6 <= len(title) <= 40 and title[-1] not in "。"
    return titled and 80 <= length <= 2000 and all(map(_ENDS.search, paragraphs))


def measure(edition: PrintedEdition, folder: Path, tally: Tally) -> None:
    """Read one printed edition from disk and count what is right."""
    paths = []
    for number, text in enumerate(edition.pages, start=1):
        paths.append(folder / f"{number:02}.txt")
        paths[-1].write_text(text, encoding="utf-8")
    start = time.process_time()
    read = list(read_editions(paths, paper="青岚日报", day=date(2021, 9, 2)))
    tally.seconds += time.process_time() - start
    assert not any(isinstance(r, ReadFailure) for r in read), read
    (one,) = read
    assert isinstance(one, ReadEdition)
    tally.pages += len(paths)
    tally.lost += _lost(edition, one)
    _count_joins(edition, one, tally)
    pairs = _matches(edition, one, [str(p) for p in paths])
    tally.articles += len(edition.articles)
    tally.found += len(one.articles)
    tally.spurious += len(one.articles) - len({id(a) for _, a, iou in pairs if iou >= 0.5})
    tally.matched += sum(iou >= 0.9 for *_, iou in pairs)
    by_known = {id(known): article for known, article, iou in pairs if iou >= 0.5}
    read_articles = {id(article) for article in by_known.values()}
    for known in edition.articles:
        _count_fields(known, by_known.get(id(known)), tally)
    for article in one.articles:
        if id(article) not in read_articles:
            _count_fields(KnownArticle(), article, tally, exact=False)


def _lost(edition: PrintedEdition, read: ReadEdition) -> int:
    """Characters in no block, or in more than one."""
    pages = sorted(read.pages, key=lambda page: page.source)
    lost = 0
    for text, page in zip(edition.pages, pages, strict=True):
        times = Counter(i for block in page.blocks for i in range(block.span.start, block.span.end))
        lost += sum(times[i] != 1 for i, c in enumerate(text) if not c.isspace())
    return lost


def _matches(
    edition: PrintedEdition, read: ReadEdition, sources: list[str]
) -> list[tuple[KnownArticle, Article, float]]:
    """Pair known and read articles, best first, by the characters they share."""
    number = {source: i for i, source in enumerate(sources)}
    known = [{(p, i) for p, s, e in a.places for i in range(s, e)} for a in edition.articles]
    found = [
        {(number[s.source], i) for s in a.spans for i in range(s.start, s.end)}
        for a in read.articles
    ]
    scores = [
        (len(one & other) / len(one | other), i, j)
        for i, one in enumerate(known)
        for j, other in enumerate(found)
        if one & other
    ]
    pairs, used_known, used_found = [], set(), set()
    for score, i, j in sorted(scores, reverse=True):
        if i not in used_known and j not in used_found:
            used_known.add(i)
            used_found.add(j)
            pairs.append((edition.articles[i], read.articles[j], score))
    return pairs


def _values(article: KnownArticle | Article, name: str) -> list[str]:
    if name == "caption":
        return [caption.text for caption in article.captions]
    if name == "photographer":
        return [c.photographer for c in article.captions if c.photographer]
    if name == "genre":
        return [str(article.genre)] if article.genre else []
    value = getattr(article, name)
    return [value] if isinstance(value, str) and value else list(value)


def _count_fields(
    known: KnownArticle, read: Article | None, tally: Tally, *, exact: bool = True
) -> None:
    same = read is not None
    for name in FIELDS:
        want = Counter(_values(known, name))
        have = Counter(_values(read, name)) if read else Counter()
        if name == "genre" and not want:  # the page does not tell
            continue
        right = (want & have).total()
        tally.fields[name]["right"] += right
        tally.fields[name]["missed"] += want.total() - right
        tally.fields[name]["wrong"] += have.total() - right
        if want != have:
            same = False
            gone, extra = list((want - have).elements()), list((have - want).elements())
            label = known.headline or (read.id if read else "")
            tally.wrong.append(f"{label}: {name}: not {extra} but {gone}"[:300])
    if read is not None and _values(known, "paragraphs") != _values(read, "paragraphs"):
        same = False
    tally.exact += same and exact


def _count_joins(edition: PrintedEdition, read: ReadEdition, tally: Tally) -> None:
    """Compare the cuts that were made with those that were mended."""
    cuts = {(a[-12:], b[:12]) for article in edition.articles for a, b in article.cuts}
    paragraphs = "\n".join(p for article in read.articles for p in article.paragraphs)
    mended = {cut for cut in cuts if "".join(cut) in paragraphs}
    tally.joins["right"] += len(mended)
    tally.joins["missed"] += len(cuts) - len(mended)
    for left, right in cuts - mended:
        tally.wrong.append(f"join missed: {left!r} + {right!r}")
    whole = "\n".join(p for article in edition.articles for p in article.paragraphs)
    for page in read.pages:
        body = [block.text for block in page.blocks if block.role is Role.BODY]
        for before, after in pairwise(body):
            seam = before[-12:] + after[:12]
            if seam in paragraphs and seam not in whole:
                tally.joins["wrong"] += 1
                tally.wrong.append(f"join wrong: {before[-12:]!r} + {after[:12]!r}")


def _rates(counts: Counter[str]) -> tuple[float, float, float]:
    right, missed, wrong = counts["right"], counts["missed"], counts["wrong"]
    precision = right / (right + wrong) if right + wrong else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return precision, recall, f1


def report(tally: Tally, arguments: argparse.Namespace) -> Iterable[str]:
    """Yield the lines of the table."""
    yield f"pages {tally.pages}, articles {tally.articles}, of {arguments.articles.name}"
    yield f"seed {arguments.seed}; {date.today()}; {platform.machine()}, Python {platform.python_version()}"
    yield ""
    yield f"{'exact articles':24}{tally.exact / tally.articles:8.3f}"
    found = Counter(
        right=tally.matched,
        missed=tally.articles - tally.matched,
        wrong=tally.found - tally.matched,
    )
    yield f"{'article F1, IoU >= 0.9':24}{_rates(found)[2]:8.3f}"
    yield f"{'spurious a page':24}{tally.spurious / tally.pages:8.3f}"
    yield f"{'characters lost':24}{tally.lost:8}"
    yield f"{'pages a CPU second':24}{tally.pages / tally.seconds:8.0f}"
    yield ""
    yield f"{'':16}{'precision':>10}{'recall':>8}{'F1':>8}{'n':>8}"
    for name, counts in [*tally.fields.items(), ("joins", tally.joins)]:
        rates = "".join(
            f"{rate:{width}.3f}" for rate, width in zip(_rates(counts), (10, 8, 8), strict=False)
        )
        yield f"{name:16}{rates}{counts['right'] + counts['missed']:8}"


def main() -> None:
    """Run the benchmark and print its table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=Path, default=DEFAULT_ARTICLES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--editions", type=int, default=200)
    parser.add_argument("--errors", type=int, default=0, help="print so many differences")
    arguments = parser.parse_args()
    random = Random(arguments.seed)
    texts = stories(arguments.articles, 3000, random)
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        # Tables and weights are loaded once, whatever is read: not counted.
        measure(print_edition(texts[:3], Random(0), 1), Path(folder), Tally())
        for _ in range(arguments.editions):
            pages = random.choice((1, 1, 2, 3))
            chosen = random.sample(texts, k=pages * random.randrange(2, 6))
            measure(print_edition(chosen, random, pages), Path(folder), tally)
    print("\n".join(report(tally, arguments)))
    for line in Random(0).sample(tally.wrong, min(arguments.errors, len(tally.wrong))):
        print(line)


if __name__ == "__main__":
    main()
