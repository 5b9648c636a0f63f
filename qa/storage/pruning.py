"""Drops from an archive the pages whose files are no longer where they were read."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from qa.sources import came_alone

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qa.storage.writer import Writer

# What a source says beside its file: the lines of a JSONL file, the page of a PDF
# `news.jsonl:1-500`, `A01.pdf#2`
_PART = re.compile(r"(?::\d+(?:-\d+)?|#.*)$")


def pruned(
    writer: Writer, paths: Iterable[Path], seen: set[tuple[str, str]], failed: Sequence[str]
) -> tuple[str, ...]:
    """Drop the pages that came from `paths` and were not there now; return the editions changed.

    Args:
        writer: what has just read `paths`.
        paths: the files and folders that were read.
        seen: the edition and source of every page that was read.
        failed: the files that could not be read; what the archive has of them stays.
    """
    places = [_file(str(path)) for path in paths]
    held = {(edition, _file(source)) for edition, source in seen}
    broken = [_file(source) for source in failed]
    kept: defaultdict[str, set[str]] = defaultdict(set)
    changed: dict[str, None] = {}
    for edition, source in writer.page_sources():
        file = _file(source)
        ours = _inside(file, places) and not came_alone(source)
        if ours and (edition, file) not in held and not _inside(file, broken):
            changed[edition] = None
        else:
            kept[edition].add(source)
    for edition in changed:
        writer.keep_pages(edition, kept[edition])
    return tuple(changed)


def _file(source: str) -> str:
    return os.path.abspath(_PART.sub("", source))  # noqa: PTH100 (a path in a zip file, too)


def _inside(file: str, places: Sequence[str]) -> bool:
    return any(file == place or file.startswith(place + os.sep) for place in places)
