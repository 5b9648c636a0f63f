"""Fixtures for tests of the web chat: it is served, and opened in a real browser.

Screenshots are kept for review in the folder WENBAO_SCREENSHOTS, where it is set. The picture in
the README is one of them:

    WENBAO_SCREENSHOTS=shots python -m pytest -k readme_shows && cp shots/readme.png ui/screenshot.png
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest

from qa import Archive

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

_CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# What a browser says when a request is refused, or a page is left before it is answered.
_REFUSED = re.compile("Failed to load resource|^Response$|signal is aborted|Connection errored out")

# What is there once a page listens: the head of the page comes with the answer to its first call,
# and the page to sign in on has no head.
_LISTENS = "#wb-masthead header, .auth"

# The pages open at each address; they are closed before its server stops.
_VISITORS: dict[str, list[BrowserContext]] = defaultdict(list)


@contextmanager
def served(archive: Archive, *, under: str = "", **options: object) -> Iterator[str]:
    """Serve the web chat over `archive`; give its address, without a slash at the end.

    With `under` it is served as behind a proxy that shows it under that path.
    """
    import uvicorn

    from ui import web_app

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    app = web_app(archive, root_path=under, **options)
    config = uvicorn.Config(
        _proxied(app, under) if under else app,
        port=port,
        log_level="warning",
        timeout_graceful_shutdown=1,
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started and thread.is_alive():
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}{under}"
    finally:
        for context in _VISITORS.pop(f"http://127.0.0.1:{port}{under}", ()):
            context.close()
        server.should_exit = True
        thread.join()


def _proxied(app: Any, under: str) -> Any:
    """Do what a reverse proxy does: take the path away, and know nothing of paths outside it."""

    async def proxy(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http":
            inside = scope["path"].startswith(f"{under}/")
            path = scope["path"].removeprefix(under) if inside else "/outside-of-the-proxied-path"
            scope = scope | {"path": path, "raw_path": path.encode()}
        await app(scope, receive, send)

    return proxy


@pytest.fixture(scope="session")
def serve_chat() -> Callable[..., AbstractContextManager[str]]:
    """`served`, for tests that serve an archive of their own."""
    return served


@pytest.fixture(scope="session")
def chat_url(sample_archive: Archive) -> Iterator[str]:
    """Where the web chat over the sample editions is served."""
    with served(sample_archive) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; tests that need it are skipped where it is not installed."""
    names = ("chromium", "chromium-browser", "google-chrome")
    chromium = next(filter(None, map(shutil.which, names)), None)
    if chromium is None:
        pytest.skip(f"no Chromium is installed (looked for {', '.join(names)})")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=chromium, args=list(_CHROMIUM_ARGUMENTS))
        yield opened
        opened.close()


@pytest.fixture
def screenshot(tmp_path: Path) -> Callable[[Page, str], None]:
    """Take a picture of a page, by name."""
    folder = Path(os.environ.get("WENBAO_SCREENSHOTS") or tmp_path)

    def take(page: Page, name: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=folder / f"{name}.png", animations="disabled")

    return take


@pytest.fixture(scope="session")
def ask() -> Callable[[Page, str], None]:
    """Ask a question, and wait until the answer is whole."""

    def ask_and_wait(page: Page, question: str) -> None:
        answers = page.locator("#wb-chat .bot-row").count()
        box = page.locator("#wb-box textarea")
        page.locator("#wb-box .submit-button").wait_for()
        box.fill(question)
        box.press("Enter")
        page.locator("#wb-chat .bot-row").nth(answers).wait_for()
        page.locator("#wb-box .submit-button").wait_for()
        page.locator("#wb-chat").get_by_text(re.compile("正在翻报纸|Leafing")).wait_for(
            state="detached"
        )

    return ask_and_wait


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open the chat at an address, by default as a Chinese reader at a desk.

    Afterwards, no page has asked anything of another host, and none of its scripts has failed.
    """
    requested, errors, hosts = [], [], ["data:", "blob:"]

    def failed(text: str) -> None:
        if not _REFUSED.search(text):
            errors.append(text)

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error":
            failed(message.text)

    def open_page(
        url: str,
        path: str = "/",
        *,
        locale: str = "zh-CN",
        size: tuple[int, int] = (1280, 800),
        scheme: Literal["light", "dark"] = "light",
    ) -> Page:
        width, height = size
        context = browser.new_context(
            base_url=url,
            locale=locale,
            color_scheme=scheme,
            viewport={"width": width, "height": height},
        )
        _VISITORS[url].append(context)
        hosts.append(f"{url}/")
        opened = context.new_page()
        opened.on("request", lambda request: requested.append(request.url))
        opened.on("console", heard)
        opened.on("pageerror", lambda error: failed(str(error)))
        opened.goto(f"{url}{path}")
        opened.locator(_LISTENS).first.wait_for()
        return opened

    yield open_page
    for contexts in _VISITORS.values():
        while contexts:
            contexts.pop().close()
    assert [one for one in requested if not one.startswith(tuple(hosts))] == []
    assert errors == []


@pytest.fixture
def page(visit: Callable[..., Page], chat_url: str) -> Page:
    """The chat over the sample editions, opened by a Chinese reader at a desk."""
    opened = visit(chat_url)
    opened.locator("#wb-sources .wb-contents").wait_for()
    return opened
