"""Files on their way into the archive: who may send them, where they lie, and for how long."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from qa import Archive
from tests.ui.browsing import Served
from ui.tray import TooLargeError, Tray, file_name


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("荷塘晚报_20240701_01.txt", "荷塘晚报_20240701_01.txt"),
        ("../../etc/passwd", "passwd"),
        ("C:\\报纸\\一.txt", "一.txt"),
        ("..", "_"),
        ("a\0\n.txt", "a.txt"),
        ("长" * 300 + ".pdf", "长" * 56 + ".pdf"),
    ],
)
def test_a_name_cannot_lead_out_of_its_folder(name: str, kept: str) -> None:
    assert file_name(name) == kept


def test_there_is_room_for_so_much_and_files_that_nobody_kept_are_forgotten(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        yield b"text"

    def put(name: str) -> str:
        with ThreadPoolExecutor(1) as thread:  # in this one the browser's loop may be running
            return thread.submit(asyncio.run, tray.put(name, pieces())).result()

    tray = Tray(largest=10)
    first = put("一.txt")
    [sent] = tray.files(first)
    assert sent.path.read_bytes() == b"text"
    with monkeypatch.context() as patched:
        patched.setattr("ui.tray._ROOM", 7)
        with pytest.raises(TooLargeError):
            put("没有地方了.txt")
    monkeypatch.setattr("ui.tray._HOURS", -1)
    put("二.txt")
    assert tray.files(first) == []
    assert not sent.path.exists()


def test_files_are_taken_only_from_those_who_may_send_them(
    serve_chat: Served, sample_archive: Archive
) -> None:
    with serve_chat(sample_archive, editors=["编辑:e"]) as url:
        for headers in ({}, {"X-Ticket": "x"}):
            sent = httpx.post(f"{url}/incoming?name=a.txt", headers=headers, content=b"x")
            assert sent.status_code == 403
    with serve_chat(sample_archive) as url:
        assert httpx.post(f"{url}/incoming?name=a.txt", content=b"x").status_code in (404, 405)
