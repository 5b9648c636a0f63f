"""What both trainings of the layout share: their articles, call and weights."""

from __future__ import annotations

import argparse
import json
import lzma
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from qa.text import fold


def articles(path: Path, skip: int, limit: int) -> Iterator[tuple[str, str]]:
    """Yield the text and the title, both folded, of articles of a packed JSONL file."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in islice(lines, skip, skip + limit):
            record: dict[str, Any] = json.loads(line)
            yield fold(record["text"]), fold(record.get("title") or "")


def call(description: str | None, out: Path) -> argparse.Namespace:
    """Return the arguments of a training that writes its weights to `out` by default."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--data", type=Path, nargs="+", required=True)
    parser.add_argument("--articles", type=int, default=40_000, help="of each file")
    parser.add_argument(
        "--skip", type=int, default=20_000, help="articles of each file, left for benchmarks"
    )
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--out", type=Path, default=out)
    return parser.parse_args()


def in_bytes(weights: np.ndarray[Any, Any], scale: int) -> np.ndarray[Any, Any]:
    """Return weights as they are stored: int8, `scale` steps to one unit of log-odds."""
    return np.asarray(np.clip(np.rint(weights * scale), -127, 127), dtype=np.int8)
