"""Fixtures shared by tests: the sample editions and pages of a test's own as an archive."""

from __future__ import annotations

import json
import lzma
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from qa import Archive
from qa.cli import SAMPLES


@pytest.fixture(scope="session")
def sample_archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """The sample editions, indexed with the bundled model; not to be changed by a test."""
    with Archive.open(tmp_path_factory.mktemp("samples")) as archive:
        archive.index([SAMPLES])
        yield archive


@pytest.fixture
def archive_of(tmp_path: Path) -> Iterator[Callable[[Mapping[str, str]], Archive]]:
    """Makes an archive of pages, their texts by the names of their files without the ending."""
    folder = tmp_path / "editions"
    folder.mkdir()
    with Archive.open(tmp_path / "archive") as archive:

        def indexed(pages: Mapping[str, str]) -> Archive:
            for name, text in pages.items():
                (folder / f"{name}.txt").write_text(text, encoding="utf-8")
            archive.index([folder])
            return archive

        yield indexed


@pytest.fixture
def news_data(tmp_path: Path) -> Callable[[dict[str, str]], Path]:
    """Writes news articles, texts by their ids, to a data folder, and gives that."""

    def written(texts: dict[str, str]) -> Path:
        (tmp_path / "news").mkdir()
        with lzma.open(tmp_path / "news" / "some.jsonl.xz", "wt", encoding="utf-8") as file:
            for id_, text in texts.items():
                file.write(json.dumps({"id": id_, "title": "题", "text": text}) + "\n")
        return tmp_path

    return written
