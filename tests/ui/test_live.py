"""The web chat as it runs: one process serves, others change the archive, readers go on asking."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from unittest.mock import patch

import httpx
import pytest
from gradio_client import Client

from qa.cli import SAMPLES
from tests.ui.browsing import ANSWERED, Ask, Visit

ROOT = Path(__file__).parents[2]
FESTIVAL = "荷花节什么时候开幕?"
NEW_EDITION = """荷塘晚报 2024年7月1日 第01版:要闻

## 荷花节{day}日开幕

本报讯(记者 甲一)荷花节7月{day}日在莲湖开幕,到场三千人。
"""


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "qa.cli", *map(str, arguments)]


def wenbao(*arguments: object) -> None:
    subprocess.run(command(*arguments), cwd=ROOT, check=True, capture_output=True)


@contextmanager
def running(*arguments: object) -> Iterator[None]:
    """Run the command in a process of its own, until the test is done with it."""
    with subprocess.Popen(command(*arguments), cwd=ROOT, stderr=subprocess.PIPE) as process:
        try:
            yield
        finally:
            process.terminate()
            process.communicate()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """The folder of an archive of the sample editions."""
    folder = tmp_path / "archive"
    wenbao("index", SAMPLES, "--archive", folder)
    return folder


@pytest.fixture
def url(archive: Path) -> Iterator[str]:
    """Where another process serves that archive."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with (
        running("serve", "--archive", archive, "--port", port),
        httpx.Client(transport=httpx.HTTPTransport(retries=8)) as client,  # until it listens
    ):
        assert client.get(f"{address}/healthz", timeout=60).status_code == 200
        yield address


@contextmanager
def asking_all_the_while(url: str) -> Iterator[list[object]]:
    """Let three programs ask one question after the other; give what they are told."""
    over = Event()
    told: list[object] = []

    def go_on() -> None:
        client = Client(url, verbose=False)
        while not over.is_set():
            try:
                told.append(client.predict(ANSWERED, api_name="/ask_newspaper")["answer"])
            except Exception as error:
                told.append(error)

    threads = [Thread(target=go_on) for _ in range(3)]
    for thread in threads:
        thread.start()
    try:
        yield told
    finally:
        over.set()
        for thread in threads:
            thread.join()


def answer(client: Client, question: str, contains: str) -> str:
    """Ask until the answer contains something, for a minute at most."""
    for _ in range(600):
        said = str(client.predict(question, api_name="/ask_newspaper")["answer"])
        if contains in said:
            return said
    raise AssertionError(said)


def test_no_question_fails_while_other_processes_change_the_archive(
    archive: Path, url: str, visit: Visit, ask: Ask, tmp_path: Path
) -> None:
    source = tmp_path / "荷塘晚报_20240701_01.txt"
    page = visit(url)
    ask(page, FESTIVAL)
    answers = page.locator("#wb-chat .bot-row")
    assert "荷花节" not in answers.inner_text()
    with asking_all_the_while(url) as told:
        for day in (1, 2, 3):
            source.write_text(NEW_EDITION.format(day=day), encoding="utf-8")
            wenbao("index", source, "--archive", archive)
        ask(page, FESTIVAL)  # the page was opened before
        wenbao("rollback", "--archive", archive)
        ask(page, FESTIVAL)
    assert "7月3日" in answers.nth(1).inner_text()
    assert "7月2日" in answers.nth(2).inner_text()
    assert len(set(map(str, told))) == 1, set(map(str, told))
    assert len(told) > 10
    page.reload()
    page.locator(".wb-holdings", has_text="馆藏 6 期").wait_for()
    wenbao("remove", "荷塘晚报-2024-07-01", "--archive", archive)
    page.reload()
    page.locator(".wb-holdings", has_text="馆藏 5 期").wait_for()


def test_what_arrives_in_a_watched_folder_is_answered_from(
    archive: Path, url: str, tmp_path: Path
) -> None:
    folder = tmp_path / "arrivals"
    folder.mkdir()
    client = Client(url, verbose=False)
    with running("watch", folder, "--every", "0.2", "--archive", archive):
        source = folder / "荷塘晚报_20240701_01.txt"
        for day in (1, 2):
            source.write_text(NEW_EDITION.format(day=day), encoding="utf-8")
            answer(client, FESTIVAL, f"7月{day}日")


def test_a_server_that_is_stopped_leaves_no_files_behind(tmp_path: Path) -> None:
    options = ("--demo", "--allow-upload", "--port", free_port())
    with (
        patch.dict(os.environ, TMPDIR=str(tmp_path)),
        running("serve", *options),
        httpx.Client(transport=httpx.HTTPTransport(retries=8)) as client,
    ):
        client.get(f"http://127.0.0.1:{options[-1]}/healthz", timeout=60).raise_for_status()
        assert list(tmp_path.glob("wenbao-*"))
    assert list(tmp_path.glob("wenbao-*")) == []
