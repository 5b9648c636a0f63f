"""The web chat in a real browser: ask, see the sources, read on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qa import Archive
from tests.ui.browsing import ANSWERED, UNANSWERED, Ask, Screenshot, Served, Visit

if TYPE_CHECKING:
    from playwright.sync_api import Page

PHONE = (390, 844)

HOSTILE_PAGE = f"""2024年5月6日 第01版:要闻

## <img src=x onerror="document.title='pwned'">市民节开幕

本报讯(记者 <b>甲一</b>)市民节5月6日在广场开幕,<script>document.title='pwned'</script>到场<img src="https://evil.example/x.png">三千人。`${{document.title='pwned'}}` {{{{value}}}} ![图](https://evil.example/y.png) $$x$$ [点](javascript:alert(1))。

https://evil.example/一个很长的地址/{"x" * 200}。
"""


def test_an_answer_cites_its_source(
    page: Page, sample_archive: Archive, screenshot: Screenshot, ask: Ask
) -> None:
    answer = sample_archive.ask(ANSWERED)
    citation = answer.citations[0]
    ask(page, ANSWERED)
    chips = page.locator("#wb-chat a[href^='#cite-']")
    assert chips.count() >= 1
    assert citation.quote in page.locator("#wb-chat .bot-row").inner_text()
    sources = page.locator("#wb-sources")
    assert "".join(sources.locator("mark").all_inner_texts()) == citation.quote.replace("\n", "")
    shown = sources.inner_text()
    article, edition = citation.article, citation.edition
    day = edition.date
    assert day is not None
    for part in (
        article.banner, article.kicker, article.headline, article.byline, edition.paper,
        f"{day.year}年{day.month}月{day.day}日", f"第{article.page}版",
    ):  # fmt: skip
        assert part in shown
    screenshot(page, "desk-answer")


def test_the_readme_shows_an_answer_with_the_source_of_a_chip(
    page: Page, sample_archive: Archive, ask: Ask, screenshot: Screenshot
) -> None:
    for question in ("柏坪镇有多少户喝上了自来水?", ANSWERED):
        ask(page, question)
    chip = page.locator("#wb-chat a[href='#cite-1-2']")
    chip.click()
    page.locator("#wb-chat a[href='#cite-1-2'][aria-current]").wait_for()
    quote = sample_archive.ask(ANSWERED).citations[1].quote
    assert page.locator("#wb-sources mark").inner_text() == quote
    page.mouse.move(5, 5)
    screenshot(page, "readme")


def test_a_question_without_an_answer_looks_different_and_offers_related_articles(
    page: Page, sample_archive: Archive, screenshot: Screenshot, ask: Ask
) -> None:
    answer = sample_archive.ask(UNANSWERED)
    assert answer.abstained
    ask(page, UNANSWERED)
    assert page.locator("#wb-chat blockquote").inner_text() == answer.text
    assert page.locator("#wb-chat a[href^='#cite-']").count() == 0
    related = page.locator("#wb-chat a[href^='#related-']")
    assert related.count() == len(answer.related)
    related.last.click()
    headline = answer.related[-1].article.headline
    page.locator("#wb-sources .wb-headline", has_text=headline).wait_for()
    assert page.locator("#wb-sources mark").count() == 0
    screenshot(page, "desk-abstained")


def test_a_chip_opens_its_source_and_the_whole_article(page: Page, ask: Ask) -> None:
    ask(page, ANSWERED)
    first = page.locator("#wb-sources .wb-headline").inner_text()
    ask(page, UNANSWERED)
    page.locator("#wb-chat a[href='#cite-0-1']").click()
    page.locator("#wb-sources .wb-headline", has_text=first).wait_for()
    page.get_by_role("link", name="阅读全文").click()
    page.locator("#wb-sources .wb-article mark").wait_for()
    page.get_by_role("link", name="返回").click()
    page.locator("#wb-sources .wb-passage").wait_for()


def test_a_phone_shows_the_source_below_the_chat(
    visit: Visit, chat_url: str, screenshot: Screenshot, ask: Ask
) -> None:
    page = visit(chat_url, size=PHONE, scheme="dark")
    ask(page, ANSWERED)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    screenshot(page, "phone-dark-answer")
    page.locator("#wb-chat a[href='#cite-0-1']").click()
    page.wait_for_function("scrollY > 200")
    page.wait_for_function(
        "document.querySelector('#wb-sources mark').getBoundingClientRect().top < innerHeight"
    )
    screenshot(page, "phone-dark-source")
    page.get_by_role("link", name="回到问答").click()
    page.wait_for_function("scrollY === 0")


def test_examples_come_from_the_archive_and_are_answered(
    page: Page, screenshot: Screenshot
) -> None:
    screenshot(page, "desk-start")
    page.locator("#wb-chat .example").first.click()
    page.locator("#wb-chat a[href^='#cite-']").first.wait_for()


def test_hostile_articles_and_questions_stay_text(
    visit: Visit, serve_chat: Served, tmp_path: Path, ask: Ask, screenshot: Screenshot
) -> None:
    source = tmp_path / "<img src=x onerror=document.title=7>_20240506_01.txt"
    source.write_text(HOSTILE_PAGE, encoding="utf-8")
    with Archive.open(tmp_path / "archive") as archive:
        archive.index([source], paper="<img src=x onerror=\"document.title='pwned'\">日报")
        with serve_chat(archive) as url:
            page = visit(url, size=PHONE)

            def stays_text(part: str) -> None:
                assert page.title() not in ("pwned", "7")
                assert page.locator(f"{part} :is(img, b:not(.wb-turn *), script)").count() == 0
                assert page.locator(f"{part} a[href^='javascript']").count() == 0
                assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]

            page.locator("#wb-sources .wb-contents").wait_for()
            stays_text("#wb-sources")
            ask(page, "<img src=x onerror=\"document.title='pwned'\">市民节什么时候开幕?")
            assert "<img src=x" in page.locator("#wb-chat .user-row").inner_text()
            stays_text("#wb-chat")
            stays_text("#wb-sources")
            page.get_by_role("link", name="时间线").click()
            page.locator("#wb-sources .wb-timeline li").wait_for()
            stays_text("#wb-sources")
            page.locator("#wb-sources .wb-timeline li a").click()
            page.locator("#wb-sources .wb-article").wait_for()
            assert "<script>" in page.locator("#wb-sources").inner_text()
            stays_text("#wb-sources")
            screenshot(page, "phone-hostile")
            page.get_by_role("tab", name="读报").click()
            page.locator("#wb-reader .wb-article").wait_for()
            stays_text("#wb-library")
            page.get_by_role("tab", name="提问").click()
            with page.expect_download() as download:
                page.get_by_role("button", name="保存对话").click()
            saved = Path(download.value.path()).read_text(encoding="utf-8")
            assert "<img" not in saved
            assert "](javascript" not in saved.replace("\\](javascript", "")


def test_a_conversation_survives_a_reload_and_can_be_ended(page: Page, ask: Ask) -> None:
    ask(page, ANSWERED)
    answer = page.locator("#wb-chat .bot-row").inner_text()
    page.reload()
    page.locator("#wb-chat a[href='#cite-0-1']").click()
    page.locator("#wb-sources mark").wait_for()
    assert page.locator("#wb-chat .bot-row").inner_text() == answer
    page.get_by_role("button", name="新的对话").click()
    page.locator("#wb-chat .example").first.wait_for()
    page.reload()
    page.locator("#wb-chat .example").first.wait_for()


def test_a_question_can_be_asked_again_and_changed(page: Page, ask: Ask) -> None:
    ask(page, UNANSWERED)
    page.get_by_role("button", name="编辑").click()
    page.locator("#wb-chat textarea").fill(ANSWERED)
    page.locator("#wb-chat").get_by_role("button", name="发送").click()
    page.locator("#wb-chat a[href='#cite-0-1']").wait_for()
    page.get_by_role("button", name="重试").click()
    page.locator("#wb-chat a[href='#cite-0-1']").wait_for()
    assert page.locator("#wb-chat .user-row").count() == 1
