"""Sees which files have arrived in a folder and are whole."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from qa.editions.formats.files import walk
from qa.errors import EditionError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

State = tuple[int, int]  # a file's size and time of change


def arrivals(
    folder: Path, seconds: float, wait: Callable[[float], None] = time.sleep
) -> Iterator[list[Path]]:
    """Yield the files that are new or have changed, once they stay the same between two looks.

    The files that are there at first are among them.
    """
    before: dict[Path, State] = {}
    known: dict[Path, State] = {}
    while True:
        now = look(folder)
        whole = settled(before, now, known)
        if whole:
            known |= {path: now[path] for path in whole}
            yield whole
        before = now
        wait(seconds)


def look(folder: Path) -> dict[Path, State]:
    """Return the page files in `folder` with their states."""
    found = {}
    try:
        for path in walk(folder):
            try:
                state = path.stat()
            except OSError:  # gone meanwhile
                continue
            found[path] = (state.st_size, state.st_mtime_ns)
    except EditionError:  # no page file yet
        pass
    return found


def settled(
    before: Mapping[Path, State], now: Mapping[Path, State], known: Mapping[Path, State]
) -> list[Path]:
    """Return the files that are as they were before, hold something and are not yet known so."""
    return [
        path
        for path, state in now.items()
        if state[0] and before.get(path) == state and known.get(path) != state
    ]
