"""A process that is killed while it writes leaves an archive that answers.

Each run forks, indexes in the child and kills it (SIGKILL) after so many calls. The parent then
opens what is on the disk. ``WENBAO_CRASHES`` sets the number of runs; hundreds are run by hand.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import numpy as np
import pytest

from qa import Archive

RUNS = int(os.environ.get("WENBAO_CRASHES", "24"))

PAGE = "## 滨河公园{}\n\n本报讯(记者 周明)滨河公园{}了,占地{}万平方米。市民纷纷前来。\n"

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork")


def write_page(folder: Path, day: int, news: str) -> None:
    folder.mkdir(exist_ok=True)
    page = folder / f"江城日报_202404{day:02}_01.txt"
    page.write_text(PAGE.format(news, news, day), encoding="utf-8")


@pytest.fixture
def editions(tmp_path: Path) -> Path:
    """Editions of which one is new, one has changed and one is as it was in `archive`."""
    folder = tmp_path / "editions"
    write_page(folder, 1, "动工")
    write_page(folder, 2, "停工")
    return folder


@pytest.fixture
def archive(tmp_path: Path, editions: Path) -> Path:
    with Archive.open(tmp_path / "archive") as opened:
        opened.index([editions])
    write_page(editions, 2, "复工")
    write_page(editions, 3, "开放")
    return opened.folder


def index(archive: Path, editions: Path) -> None:
    with Archive.open(archive) as opened:
        opened.index([editions])


def in_child(work: Callable[[], None]) -> int:
    """Do `work` in a forked process; return its exit code, negative for a signal."""
    child = os.fork()
    if not child:
        work()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed_after(calls: int, work: Callable[[], None]) -> Callable[[], None]:
    """Return `work` that kills its process at its call number `calls`."""
    left = calls

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal left
        if event in ("call", "c_call"):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    def run() -> None:
        sys.setprofile(count)
        work()

    return run


def calls_of(work: Callable[[], None]) -> int:
    """Return how many calls `work` makes."""
    total = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal total
        total += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return total


def check_consistent(folder: Path) -> None:
    """Assert that catalogue, postings and vectors hold the same passages."""
    with Archive.open(folder) as opened:
        assert opened.check(repair=False) == []


def headlines(folder: Path) -> list[str]:
    with Archive.open(folder) as opened:
        assert opened.retrieve("滨河公园")
        return [article.headline for article, _ in opened.articles()]


def test_killed_at_any_call_the_archive_is_as_before_or_as_after(
    tmp_path: Path, archive: Path, editions: Path
) -> None:
    before = ["滨河公园动工", "滨河公园停工"]
    after = ["滨河公园动工", "滨河公园复工", "滨河公园开放"]
    whole = tmp_path / "whole"
    shutil.copytree(archive, whole)
    total = calls_of(lambda: index(whole, editions))
    copy = tmp_path / "copy"
    seen = set()
    for calls in np.linspace(1, total, RUNS, dtype=int).tolist():
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(archive, copy)
        in_child(killed_after(calls, lambda: index(copy, editions)))
        found = headlines(copy)
        assert found in (before, after), calls
        check_consistent(copy)
        seen.add(tuple(found))
        index(copy, editions)
        assert headlines(copy) == after
    assert tuple(before) in seen


def test_child_that_is_not_killed_writes_everything(archive: Path, editions: Path) -> None:
    assert in_child(lambda: index(archive, editions)) == 0
    assert len(headlines(archive)) == 3
