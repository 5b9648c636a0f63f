"""Shows how far indexing is: a bar at a terminal, lines that one can grep elsewhere."""

from __future__ import annotations

import lzma
import sys
import zlib
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, Self

from qa.editions.formats.files import walk
from qa.editions.formats.jsonl import count_lines, is_jsonl
from qa.editions.identity import from_name
from qa.errors import EditionError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.types import IndexReport

_SECONDS_BETWEEN_LINES = 10.0
_PACKED = (".zip",)


class Progress:
    """Counts editions, articles and passages, a second, and guesses the time that is left."""

    def __init__(self, paths: Sequence[str], *, quiet: bool) -> None:
        """Watch the indexing of `paths`; show nothing if `quiet`."""
        from tqdm import tqdm

        self._quiet = quiet
        self._shown = not quiet and sys.stderr.isatty()
        files = _files(paths) if self._shown else []  # to count large files takes a while
        self._by_article = any(map(is_jsonl, files))
        self._bar: Any = tqdm(
            unit=" articles" if self._by_article else " editions",
            disable=not self._shown,
            total=_articles(files) if self._by_article else _editions(files),
            file=sys.stderr,
        )
        self._started = self._logged = monotonic()
        self._last: IndexReport | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        self._bar.close()
        if kind is None and self._last and not self._shown and not self._quiet:
            log(self._last, monotonic() - self._started)

    def show(self, report: IndexReport) -> None:
        """Show `report`, made after one more edition."""
        self._last = report
        now = monotonic()
        rate = round(report.passages / max(now - self._started, 1e-9))
        editions = len(report.added) + len(report.replaced) + len(report.unchanged)
        beside = f"{editions} editions" if self._by_article else f"{report.articles} articles"
        self._bar.set_postfix_str(f"{beside}, {report.passages} passages, {rate}/s", refresh=False)
        self._bar.update(report.read - self._bar.n if self._by_article else 1)
        if not self._shown and not self._quiet and now - self._logged > _SECONDS_BETWEEN_LINES:
            self._logged = now
            log(report, now - self._started)


def log(report: IndexReport, seconds: float | None = None) -> None:
    """Print a line such as `2024-05-08T06:00:00Z index added=1 replaced=0 ... passages=240`."""
    counts = {
        "added": len(report.added),
        "replaced": len(report.replaced),
        "removed": len(report.removed),
        "unchanged": len(report.unchanged),
        "failed": len(report.failed),
        "articles": report.articles,
        "passages": report.passages,
    }
    time = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    fields = " ".join(f"{name}={value}" for name, value in counts.items())
    took = f" seconds={seconds:.1f}" if seconds is not None else ""
    print(f"{time} index {fields}{took}", file=sys.stderr, flush=True)


def _files(paths: Sequence[str]) -> list[Path]:
    found: list[Path] = []
    for path in map(Path, paths):
        with suppress(EditionError):  # told when it is read
            found += walk(path)
    return found


def _articles(files: Sequence[Path]) -> int | None:
    """Count the articles in `files` of lines; None where others are among them, or unreadable."""
    if not all(map(is_jsonl, files)):
        return None
    try:
        return sum(map(count_lines, files))
    except (OSError, EOFError, lzma.LZMAError, zlib.error, UnicodeDecodeError):
        return None


def _editions(files: Sequence[Path]) -> int | None:
    """Guess how many editions `files` hold, by their folders and dates; None if it cannot be."""
    if any(file.suffix in _PACKED for file in files):
        return None
    return len({(file.parent, from_name(file).date) for file in files}) or None
