"""Measures the web chat: many people asking at once, its memory over time, and a page's speed.

    python tests/benchmarks/chat.py [--archive DIR] [--people N] [--questions N]

The server runs in a process of its own. People ask over the HTTP API, each the next question as
soon as the last is answered. The page is timed in Chromium, where one is installed.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import platform
import shutil
import socket
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from itertools import cycle, islice
from pathlib import Path

import httpx
import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from qa import Archive
from qa.cli import SAMPLES

QUESTIONS = Path(__file__).parents[1] / "samples" / "questions.jsonl"
API = "gradio_api/call/ask_newspaper"


@dataclass(frozen=True, slots=True)
class Load:
    """What it was like for people who asked at once."""

    seconds: np.ndarray  # float64 of shape (answered,): from asking to the whole answer
    failed: int
    wall: float  # seconds from the first question to the last answer


def main() -> None:
    """Measure, and print a table."""
    call = arguments()
    questions = [json.loads(line)["question"] for line in QUESTIONS.read_text().splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        archive = call.archive or folder
        if not call.archive:
            with Archive.open(archive) as opened:
                opened.index([SAMPLES])
        port = free_port()
        process = multiprocessing.get_context("spawn").Process(
            target=serve_archive, args=(archive, port), daemon=True
        )
        process.start()
        url = f"http://127.0.0.1:{port}"
        ready = wait_until_ready(url)
        print(
            f"chat, {date.today()}, {platform.machine()}, {os.cpu_count()} cores, {archive_size(archive)}"
        )
        print(f"{'ready after start':<40}{ready:>10.1f} s")
        people = ask_at_once(url, questions, call.people, call.people)
        print_load(f"{call.people} people, a question each", people)
        resident, before = [memory(process.pid)], cpu_seconds(process.pid)
        for _ in range(5):
            many = ask_at_once(url, questions, call.people, call.questions // 5)
            print_load(f"{call.people} people, {call.questions // 5} questions", many)
            resident.append(memory(process.pid))
        spent = (cpu_seconds(process.pid) - before) / (call.questions // 5 * 5)
        print(f"{'a core of the server for an answer':<40}{1000 * spent:.0f} ms")
        shown = " ".join(f"{mib:.0f}" for mib in resident)
        print(f"{'memory, before and after each (MiB)':<40}{shown}")
        print_page(url, questions[0])
        process.terminate()
        process.join()


def arguments() -> argparse.Namespace:
    """Return the command's arguments."""
    parser = argparse.ArgumentParser(description="Measure the web chat.")
    parser.add_argument("--archive", help="an archive's folder; else the samples are indexed")
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--questions", type=int, default=5000)
    return parser.parse_args()


def serve_archive(folder: str, port: int) -> None:
    """Serve an archive; the server's process runs this."""
    from ui import serve

    serve(Archive.open(folder), port=port)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_ready(url: str) -> float:
    """Return the seconds until the server answers."""
    start = time.perf_counter()
    while True:
        try:
            httpx.get(f"{url}/healthz").raise_for_status()
            return time.perf_counter() - start
        except httpx.HTTPError:
            time.sleep(0.1)


def archive_size(folder: str) -> str:
    """Return what the archive holds."""
    with Archive.open(folder) as archive:
        held = archive.editions()
    return f"{len(held)} editions, {sum(one.passages for one in held)} passages"


def ask_at_once(url: str, questions: list[str], people: int, count: int) -> Load:
    """Let `people` ask `count` questions altogether."""

    def ask(question: str) -> float | None:
        start = time.perf_counter()
        try:
            body = {"data": [question, "", "", "", ""]}
            event = client.post(f"{url}/{API}", json=body).json()["event_id"]
            told = client.get(f"{url}/{API}/{event}").text
        except (httpx.HTTPError, KeyError, ValueError):
            return None
        return time.perf_counter() - start if "event: complete" in told else None

    limits = httpx.Limits(max_connections=people, max_keepalive_connections=people)
    with (
        httpx.Client(timeout=120, limits=limits) as client,
        ThreadPoolExecutor(people) as crowd,
    ):
        start = time.perf_counter()
        took = list(crowd.map(ask, islice(cycle(questions), count)))
        wall = time.perf_counter() - start
    answered = [seconds for seconds in took if seconds is not None]
    return Load(np.array(answered), len(took) - len(answered), wall)


def memory(pid: int | None) -> float:
    """Return the resident memory of a process in MiB (on Linux)."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def cpu_seconds(pid: int | None) -> float:
    """Return the time for which a process kept cores busy (on Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def print_load(name: str, load: Load) -> None:
    """Print a line of the table."""
    half, most = np.percentile(load.seconds, [50, 95]) if len(load.seconds) else (np.nan, np.nan)
    print(
        f"{name:<40}p50 {half:6.2f} s  p95 {most:6.2f} s  failed {load.failed}"
        f"  {len(load.seconds) / load.wall:5.0f} answers/s"
    )


def print_page(url: str, question: str) -> None:
    """Time the page in Chromium: first paint, ready to be asked, and an answer on the screen."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        print("no Chromium is installed: the page is not timed")
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        browser = started.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        for visit in ("first visit", "second visit, files cached"):
            context = (
                browser.contexts[0] if browser.contexts else browser.new_context(locale="zh-CN")
            )
            page = context.new_page()
            start = time.perf_counter()
            page.goto(url)
            page.locator("#wb-sources .wb-contents, #wb-sources .wb-source").first.wait_for()
            usable = time.perf_counter() - start
            paint = page.evaluate(
                "performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000"
            )
            answers = page.locator("#wb-chat .bot-row a").count()
            box = page.get_by_role("textbox", name="问题")
            start = time.perf_counter()
            box.fill(question)
            box.press("Enter")
            page.locator("#wb-chat .bot-row a").nth(answers).wait_for()
            answered = time.perf_counter() - start
            print(
                f"{visit:<40}first paint {paint:.2f} s, usable {usable:.2f} s,"
                f" cited answer shown {answered:.2f} s"
            )
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
