"""The address bar names the article that is read; Back and Forward go through what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from qa import Archive
from tests.ui.browsing import ANSWERED, Ask, Served, Visit

if TYPE_CHECKING:
    from playwright.sync_api import Page

EDITION = "岚江日报-2024-10-16"


def at(page: Page, article_id: str | None) -> None:
    """Wait until the address is that of an article, or of none."""
    page.wait_for_function(
        "id => new URLSearchParams(location.search).get('article') === id", arg=article_id
    )


def reads(page: Page, headline: str) -> None:
    """Wait until an article is read."""
    page.locator("#wb-reader .wb-headline", has_text=headline).wait_for()


@pytest.mark.parametrize("under", ["", "/news"])
def test_what_is_read_is_in_the_address_and_back_leads_through_it(
    visit: Visit, serve_chat: Served, sample_archive: Archive, under: str
) -> None:
    first, second, *_ = (article for article, _ in sample_archive.articles(EDITION))
    with serve_chat(sample_archive, under=under) as url:
        page = visit(url)
        page.get_by_role("tab", name="读报").click()
        at(page, first.id)
        page.locator("#wb-shelf .wb-list").get_by_text(second.headline).click()
        at(page, second.id)
        assert page.url.startswith(f"{url}/?article=")
        assert second.headline in page.title()
        page.go_back()
        reads(page, first.headline)
        at(page, first.id)
        page.go_back()
        page.locator("#wb-box textarea").wait_for()
        at(page, None)
        page.go_forward()
        reads(page, first.headline)
        page.reload()
        reads(page, first.headline)
        page.go_back()
        page.locator("#wb-box textarea").wait_for()


def test_a_link_opens_an_article_and_keeps_its_address(
    visit: Visit, chat_url: str, sample_archive: Archive
) -> None:
    article, _ = sample_archive.articles(EDITION)[1]
    page = visit(chat_url, f"/?article={quote(article.id)}")
    reads(page, article.headline)
    at(page, article.id)
    page.get_by_role("link", name="English").click()
    page.get_by_role("tab", name="Read").wait_for()
    reads(page, article.headline)
    at(page, article.id)


def test_a_link_to_no_article_says_so_beside_the_newest_edition(
    visit: Visit, chat_url: str
) -> None:
    page = visit(chat_url, "/?article=%3Cimg%20src%3Dx%3E")
    page.locator("#wb-reader").get_by_text("馆藏里已经没有这篇文章了").wait_for()
    page.locator("#wb-shelf .wb-contents").wait_for()
    page.locator("#wb-shelf .wb-list a").first.click()
    page.locator("#wb-reader .wb-article").wait_for()


def test_an_article_beside_the_chat_has_its_address_too(
    page: Page, ask: Ask, sample_archive: Archive
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(page, ANSWERED)
    page.get_by_role("link", name="阅读全文").click()
    article = sample_archive.ask(ANSWERED).citations[0].article
    at(page, article.id)
    page.get_by_role("button", name="复制本文链接").click()
    page.get_by_role("button", name="已复制").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    page.go_back()
    page.locator("#wb-sources .wb-passage").wait_for()
    at(page, None)
    page.goto(copied)
    reads(page, article.headline)


def test_the_pages_work_under_a_path_of_a_reverse_proxy(
    visit: Visit, serve_chat: Served, sample_archive: Archive, ask: Ask
) -> None:
    with serve_chat(sample_archive, under="/news") as url:
        page = visit(url)
        ask(page, ANSWERED)
        page.locator("#wb-sources mark").wait_for()
        page.reload()
        page.locator("#wb-chat a[href='#cite-0-1']").wait_for()
