"""Which page a page that comes again takes the place of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from qa import Archive
from qa.editions import read_editions
from qa.editions.alone import without_folder
from qa.types import ReadEdition

PARK = "## 滨河公园动工\n\n4月9日,滨河公园在城南动工,占地3.2万平方米,计划8月开放。\n"
BUS = "## 18路公交车开通\n\n4月9日,18路公交车开通,从火车站开往大学城,票价2元。\n"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "江城日报"
    made.mkdir()
    return made


def write(folder: Path, **pages: str) -> list[Path]:
    """Write pages of one day, by the names of their files."""
    for name, text in pages.items():
        (folder / f"{name}.txt").write_text(f"江城日报 2024年4月10日\n\n{text}", encoding="utf-8")
    return [folder / f"{name}.txt" for name in pages]


def alone(folder: Path, **pages: str) -> ReadEdition:
    """Read pages as of files that came without their folder."""
    paths = write(folder, **pages)
    (read,) = (without_folder(one, folder) for one in read_editions(paths))
    assert isinstance(read, ReadEdition)
    return read


def headlines(archive: Archive) -> list[str]:
    return [article.headline for article, _ in archive.articles()]


def test_two_files_of_one_page_are_both_kept(archive: Archive, folder: Path) -> None:
    first, second = f"第01版\n\n{PARK}", f"第01版\n\n{BUS}"
    paths = write(folder, 上半=first, 下半=second)
    archive.index(paths)
    assert headlines(archive) == ["滨河公园动工", "18路公交车开通"]
    assert archive.index(paths).unchanged
    write(folder, 下半=second.replace("开通", "停运"))
    archive.index(paths[1:])
    assert headlines(archive) == ["滨河公园动工", "18路公交车停运"]


def test_a_page_without_a_number_that_comes_again_takes_its_own_place(
    archive: Archive, folder: Path, tmp_path: Path
) -> None:
    archive.keep([alone(folder, 公园新闻=PARK, 公交新闻=BUS)])
    elsewhere = tmp_path / "later"
    elsewhere.mkdir()
    again = alone(elsewhere, 公交新闻=BUS.replace("开通", "停运"))
    assert archive.outcomes(again) == ["replaced"]
    archive.keep([again])
    assert headlines(archive) == ["18路公交车停运", "滨河公园动工"]
    assert archive.outcomes(again) == ["unchanged"]
    assert archive.outcomes(alone(elsewhere, 天气=PARK)) == ["added"]


def test_a_page_put_right_from_the_browser_replaces_what_the_command_indexed(
    archive: Archive, folder: Path
) -> None:
    archive.index(write(folder, 公园新闻=PARK, 公交新闻=BUS))
    archive.keep([alone(folder, 公园新闻=PARK.replace("动工", "停工"))])
    assert headlines(archive) == ["18路公交车开通", "滨河公园停工"]


def test_what_came_alone_is_not_pruned(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.keep([alone(folder, 公园新闻=PARK)])
    monkeypatch.chdir(folder)
    (folder / "公园新闻.txt").unlink()
    archive.index([folder], prune=True)
    assert headlines(archive) == ["滨河公园动工"]


def test_a_page_kept_undated_moves_once_its_date_is_given(archive: Archive, folder: Path) -> None:
    path = folder / "公园新闻.txt"
    path.write_text(PARK, encoding="utf-8")
    for day in (None, date(2024, 4, 10)):
        found = read_editions([path], day=day)
        archive.keep(without_folder(one, folder) for one in found)
    assert [str(one.edition.date) for one in archive.editions()] == ["2024-04-10"]
