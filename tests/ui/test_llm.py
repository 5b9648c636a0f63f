"""A language model's answer in the page: it grows by sentences, can be stopped, and may fail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from threading import Event
from typing import TYPE_CHECKING

import pytest

from qa import Archive
from tests import fake_llm as fake
from tests.ui.browsing import ANSWERED, Ask, Screenshot, Served, Visit

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

FIRST, SECOND = "榆巷农贸市场改造后重新开门。", "市场里有九十二个摊位。"


def reply(prompt: str) -> str:
    """Two sentences, each citing a passage on the market."""
    cited = [n for n, text in re.findall(r"\[(\d+)\]([^\[]*)", prompt) if "榆巷" in text]
    return f"{FIRST}[{cited[0]}]{SECOND}[{cited[0]}]"


@pytest.fixture
def endpoint(monkeypatch: pytest.MonkeyPatch) -> Iterator[fake.Endpoint]:
    with fake.serving() as served:
        served.reply = reply
        monkeypatch.setenv("WENBAO_LLM_BASE_URL", served.url)
        monkeypatch.setenv("WENBAO_LLM_MODEL", "qwen")
        monkeypatch.setenv("WENBAO_LLM_API_KEY", fake.KEY)
        yield served


@pytest.fixture
def page(visit: Visit, serve_chat: Served, sample_archive: Archive) -> Iterator[Page]:
    """The chat, served for this test alone."""
    with serve_chat(sample_archive) as url:
        yield visit(url)


def send(page: Page) -> Locator:
    """Ask, and return where the answer is shown."""
    page.locator("#wb-box textarea").fill(ANSWERED)
    page.locator("#wb-box textarea").press("Enter")
    return page.locator("#wb-chat .bot-row").last


def test_its_sentences_come_one_by_one_with_chips_and_their_source(
    page: Page, endpoint: fake.Endpoint, screenshot: Screenshot
) -> None:
    endpoint.stall, endpoint.stall_at = Event(), "摊位"
    answer = send(page)
    answer.get_by_text(FIRST).wait_for()
    assert SECOND not in answer.inner_text()
    page.locator("#wb-chat a[href='#cite-0-1']").wait_for()
    page.locator("#wb-sources mark").first.wait_for()
    screenshot(page, "desk-writing")
    endpoint.stall.set()
    answer.get_by_text(SECOND).wait_for()
    page.locator("#wb-box .submit-button").wait_for()
    assert answer.locator("a[href^='#cite-0-']").count() >= 2
    screenshot(page, "desk-written")


def test_what_is_written_stays_when_it_is_stopped(
    page: Page, endpoint: fake.Endpoint, screenshot: Screenshot, ask: Ask
) -> None:
    endpoint.stall, endpoint.stall_at = Event(), "摊位"
    answer = send(page)
    answer.get_by_text(FIRST).wait_for()
    page.get_by_role("button", name="停止").click()
    answer.get_by_text("回答到这里被停下了").wait_for()
    endpoint.stall.set()
    page.locator("#wb-box .submit-button").wait_for()
    screenshot(page, "desk-stopped")
    page.reload()
    answer.get_by_text(FIRST).wait_for()
    assert SECOND not in answer.inner_text()
    ask(page, "那里有多少个摊位?")
    page.locator("#wb-chat a[href^='#cite-1-']").first.wait_for()


@pytest.mark.parametrize(
    ("failing", "note"), [({"status": 503}, "语言模型"), ({"break_after": 9}, "语言模型")]
)
def test_where_it_fails_the_papers_own_sentences_are_shown_with_a_note(
    page: Page,
    endpoint: fake.Endpoint,
    screenshot: Screenshot,
    sample_archive: Archive,
    failing: dict[str, int],
    note: str,
) -> None:
    for name, value in failing.items():
        setattr(endpoint, name, value)
    answer = send(page)
    answer.locator("em", has_text=note).wait_for()
    page.locator("#wb-box .submit-button").wait_for()
    quoted = sample_archive.ask(ANSWERED, llm=False).citations[0].quote
    assert quoted in answer.inner_text()
    assert FIRST not in answer.inner_text()
    screenshot(page, f"desk-model-failed-{next(iter(failing))}")
