"""An archive of an older format is refused with the command that brings it up to date."""

import json
import sqlite3
import zlib
from pathlib import Path

import pytest

from embeddings import load_encoder
from qa import Archive, ArchiveError
from qa.storage.upgrade import upgrade

ARTICLE = {
    "id": "江城日报-2024-04-10/01-01",
    "page": "01",
    "headline": "滨河公园动工",
    "paragraphs": ["4月9日,滨河公园在城南动工。"],
    "reporters": ["周明"],
}


@pytest.fixture(params=[1, 2])
def old(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """An archive as it was before, as far as its texts go."""
    return {1: _first, 2: _second}[request.param](tmp_path)


def _first(tmp_path: Path) -> Path:
    connection = sqlite3.connect(tmp_path / "catalogue.sqlite")
    connection.executescript(
        "CREATE TABLE editions (number INTEGER PRIMARY KEY, id, paper, date, issue);"
        "CREATE TABLE pages (id INTEGER PRIMARY KEY, edition, number, name, source, digest);"
        "CREATE TABLE articles (number INTEGER PRIMARY KEY, id, page, edition, banner, data);"
        "INSERT INTO editions VALUES (1, '江城日报-2024-04-10', '江城日报', '2024-04-10', '7');"
        "INSERT INTO pages VALUES (1, 1, '01', '要闻', '01.txt', 'x');"
        "PRAGMA user_version = 1;"
    )
    data = json.dumps(ARTICLE, ensure_ascii=False)
    connection.execute("INSERT INTO articles VALUES (1, ?, 1, 1, '', ?)", (ARTICLE["id"], data))
    connection.commit()
    connection.close()
    (tmp_path / "vectors-000001.faiss").write_bytes(b"old")
    return tmp_path


def _second(tmp_path: Path) -> Path:
    connection = sqlite3.connect(tmp_path / "catalogue.sqlite")
    connection.executescript(
        "CREATE TABLE editions (number INTEGER PRIMARY KEY, id, paper, date, issue, removed);"
        "CREATE TABLE pages (id INTEGER PRIMARY KEY, edition, number, name, source, digest);"
        "CREATE TABLE articles (number INTEGER PRIMARY KEY, id, page, edition, banner, data);"
        "INSERT INTO editions VALUES (1, '江城日报-2024-04-10', '江城日报', '2024-04-10', '7', 2);"
        "INSERT INTO editions VALUES (2, '江城日报-2024-04-10', '江城日报', '2024-04-10', '7', NULL);"
        "INSERT INTO pages VALUES (1, 2, '01', '要闻', '01.txt', 'x');"
        "PRAGMA user_version = 2;"
    )
    data = zlib.compress(json.dumps(ARTICLE, ensure_ascii=False).encode())
    connection.execute("INSERT INTO articles VALUES (1, ?, 1, 2, '', ?)", (ARTICLE["id"], data))
    connection.commit()
    connection.close()
    (tmp_path / "shard-000001.vectors").write_bytes(b"old")
    return tmp_path


def test_old_archive_is_refused_with_the_command_to_run(old: Path) -> None:
    with pytest.raises(ArchiveError, match="wenbao upgrade"):
        Archive.open(old)


def test_upgraded_archive_holds_and_finds_what_the_old_one_held(old: Path) -> None:
    assert upgrade(old, load_encoder()) == 1
    with Archive.open(old) as archive:
        ((article, edition),) = archive.articles()
        assert (article.id, article.reporters) == (ARTICLE["id"], ("周明",))
        assert (edition.id, edition.issue) == ("江城日报-2024-04-10", "7")
        assert archive.retrieve("滨河公园", k=1)[0].article == article
        assert archive.check() == []


def test_archive_of_this_format_is_not_upgraded(old: Path) -> None:
    upgrade(old, load_encoder())
    with pytest.raises(ArchiveError, match="nothing to upgrade"):
        upgrade(old, load_encoder())


def test_archive_of_a_newer_format_is_refused(old: Path) -> None:
    connection = sqlite3.connect(old / "catalogue.sqlite")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(ArchiveError, match="format 99"):
        Archive.open(old)
