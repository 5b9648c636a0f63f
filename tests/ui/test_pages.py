"""More of the web pages in a real browser: filters, feedback, reading, citing, bringing in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qa import Archive
from qa.citing import reference
from qa.cli import SAMPLES
from qa.feedback import read_feedback
from tests.ui.browsing import ANSWERED, Ask, Screenshot, Served, Visit

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_filters_can_be_seen_and_cleared(
    page: Page, ask: Ask, sample_archive: Archive, screenshot: Screenshot
) -> None:
    page.get_by_role("button", name="缩小范围").click()
    page.get_by_label("到哪天").fill("2024-04-30")
    page.get_by_label("报纸").first.click()
    page.get_by_role("option", name="岚江日报").click()
    until = page.get_by_role("button", name="去掉：2024-04-30 止")
    until.wait_for()
    page.get_by_role("button", name="去掉：岚江日报").wait_for()
    ask(page, "榆巷农贸市场有多少个摊位?")
    answer = sample_archive.ask("榆巷农贸市场有多少个摊位?", until="2024-04-30", paper="岚江日报")
    assert {one.edition.id for one in answer.citations} == {"岚江日报-2024-04-10"}
    shown = page.locator("#wb-chat .bot-row").inner_text()
    assert answer.citations[0].quote in shown
    assert "只查：2024-04-30 止 · 岚江日报" in shown
    screenshot(page, "desk-filters")
    until.click()
    until.wait_for(state="detached")
    assert page.get_by_label("到哪天").input_value() == ""
    page.get_by_role("button", name="去掉：岚江日报").click()
    page.locator("#wb-chosen button").first.wait_for(state="detached")


def test_all_filters_are_cleared_at_once(page: Page) -> None:
    page.get_by_role("button", name="缩小范围").click()
    page.get_by_label("从哪天").fill("2024-04-01")
    page.get_by_label("到哪天").fill("2024-04-30")
    page.get_by_role("button", name="去掉：2024-04-30 止").wait_for()
    page.get_by_role("button", name="全部清除").click()
    page.locator("#wb-chosen button").first.wait_for(state="detached")
    assert page.get_by_label("从哪天").input_value() == ""


def test_dates_of_a_question_are_shown_and_can_be_left_out(
    page: Page, ask: Ask, sample_archive: Archive
) -> None:
    question = "6月12日的报纸上,苇荡湿地公园怎么样了?"
    dated = sample_archive.ask(question).filters.dates
    assert dated.since is not None
    ask(page, question)
    assert dated.since.isoformat() in page.locator("#wb-chat .bot-row em").inner_text()
    page.get_by_role("link", name="不限日期再问").click()
    page.locator("#wb-chat .bot-row").nth(1).wait_for()
    page.get_by_role("button", name="提问", exact=True).wait_for()
    again = page.locator("#wb-chat .bot-row").nth(1).inner_text()
    assert "只查" not in again
    assert page.locator("#wb-chat .user-row").nth(1).inner_text() == question


def test_a_timeline_shows_how_a_story_went_on(page: Page, ask: Ask, screenshot: Screenshot) -> None:
    ask(page, "苇荡湿地公园什么时候开园?")
    page.get_by_role("link", name="时间线").click()
    days = page.locator("#wb-sources .wb-timeline time")
    days.first.wait_for()
    shown = days.all_inner_texts()
    assert any(day.startswith("2024年4月10日") for day in shown)
    assert any(day.startswith("2024年9月4日") for day in shown)
    screenshot(page, "desk-timeline")
    page.locator("#wb-sources .wb-timeline li a").first.click()
    page.locator("#wb-sources .wb-article").wait_for()


def test_a_timeline_holds_all_that_the_answer_cites(page: Page, ask: Ask) -> None:
    ask(page, "哪几期报道过榆巷农贸市场?")
    page.locator("#wb-chat a[href='#cite-0-2']").wait_for()
    cited = page.locator("#wb-chat a[href^='#cite-']")
    titles = []
    for at in range(cited.count()):
        cited.nth(at).click()
        page.locator("#wb-sources .wb-eyebrow", has_text=f"引文 {at + 1}").wait_for()
        titles.append(page.locator("#wb-sources .wb-headline").inner_text())
    page.get_by_role("link", name="时间线").click()
    page.locator("#wb-sources .wb-timeline").wait_for()
    assert set(titles) <= set(page.locator("#wb-sources .wb-timeline li a").all_inner_texts())


def test_a_citation_is_copied_as_a_reference(page: Page, ask: Ask, sample_archive: Archive) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(page, ANSWERED)
    page.get_by_role("button", name="复制引用").click()
    page.get_by_role("button", name="已复制").wait_for()
    citation = sample_archive.ask(ANSWERED).citations[0]
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == reference(citation.article, citation.edition)


def test_a_conversation_is_saved_with_its_references(page: Page, ask: Ask) -> None:
    ask(page, ANSWERED)
    with page.expect_download() as download:
        page.get_by_role("button", name="保存对话").click()
    saved = Path(download.value.path()).read_text(encoding="utf-8")
    assert f"## {ANSWERED}" in saved
    assert "[^1-1]" in saved
    assert "[^1-1]: " in saved


def test_likes_and_comments_are_kept_in_the_archive(
    visit: Visit, serve_chat: Served, ask: Ask, tmp_path: Path, screenshot: Screenshot
) -> None:
    with Archive.open(tmp_path / "archive") as archive:
        archive.index([SAMPLES])
        with serve_chat(archive) as url:
            page = visit(url)
            page.locator("#wb-sources .wb-contents").wait_for()  # it listens from then on
            ask(page, ANSWERED)
            page.get_by_role("button", name="赞").click()
            box = page.locator("#wb-comment textarea, #wb-comment input")
            box.fill("说得清楚")
            screenshot(page, "desk-comment")
            box.press("Enter")
            page.get_by_text("谢谢").wait_for()
        [kept] = read_feedback(archive.folder)
    assert kept.liked
    assert kept.comment == "说得清楚"
    assert kept.question == ANSWERED
    assert any("岚江日报" in line for line in kept.references)


def test_editions_are_browsed_by_the_calendar(
    page: Page, sample_archive: Archive, screenshot: Screenshot
) -> None:
    article, edition = sample_archive.articles("岚江日报-2024-05-08")[1]
    assert edition.date is not None
    page.get_by_role("tab", name="读报").click()
    page.locator("#wb-shelf").get_by_role("link", name="5月 1/5").click()
    page.locator("#wb-shelf").get_by_role("link", name="2024年5月8日").wait_for()
    page.locator("#wb-shelf .wb-day", has_text="2024年5月8日").wait_for()
    page.locator("#wb-shelf .wb-list").get_by_text(article.headline).click()
    page.locator("#wb-reader .wb-headline", has_text=article.headline).wait_for()
    assert article.paragraphs[-1][-20:] in page.locator("#wb-reader").inner_text()
    screenshot(page, "desk-reading")


def test_an_archive_without_editions_says_what_to_do(
    visit: Visit, serve_chat: Served, ask: Ask, tmp_path: Path, screenshot: Screenshot
) -> None:
    with (
        Archive.open(tmp_path / "archive") as archive,
        serve_chat(archive, allow_upload=True) as url,
    ):
        page = visit(url)
        page.locator("#wb-chat").get_by_text("收入第一期报纸之后").wait_for()
        screenshot(page, "desk-empty")
        ask(page, "有什么新闻?")
        page.locator("#wb-chat .bot-row").get_by_text("馆藏还没有报纸").wait_for()
        page.get_by_role("tab", name="读报").click()
        page.locator("#wb-shelf").get_by_text("馆藏还没有报纸").wait_for()
        assert not page.locator("#wb-shelf-paper").is_visible()
        screenshot(page, "desk-empty-reading")


def test_an_edition_without_articles_keeps_no_page_from_opening(
    visit: Visit, serve_chat: Served, tmp_path: Path
) -> None:
    names = [tmp_path / f"荷塘晚报_202407{day}_01.txt" for day in ("01", "08")]
    for name, text in zip(names, ("## 荷花节开幕\n\n荷花节在莲湖开幕。\n", ""), strict=True):
        name.write_text(f"荷塘晚报 第01版\n\n{text}", encoding="utf-8")
    with Archive.open(tmp_path / "archive") as archive, serve_chat(archive) as url:
        archive.index(names)
        page = visit(url)
        page.locator("#wb-sources .wb-title", has_text="荷花节开幕").wait_for()
        page.get_by_role("tab", name="读报").click()
        page.locator("#wb-reader .wb-headline", has_text="荷花节开幕").wait_for()
        page.locator("#wb-shelf").get_by_role("link", name="下一期").click()
        page.locator("#wb-reader").get_by_text("这一期里没有文章").wait_for()


def test_a_comment_is_asked_for_until_one_goes_on(
    visit: Visit, serve_chat: Served, ask: Ask, tmp_path: Path
) -> None:
    with Archive.open(tmp_path / "archive") as archive:
        archive.index([SAMPLES])
        with serve_chat(archive) as url:
            page = visit(url)
            ask(page, ANSWERED)
            page.get_by_role("button", name="踩").click()
            page.locator("#wb-comment-box").wait_for()
            ask(page, "柏坪镇有多少户喝上了自来水?")
            page.locator("#wb-comment-box").wait_for(state="hidden")


def test_a_reader_signs_in_and_cannot_bring_in_editions(
    visit: Visit, serve_chat: Served, sample_archive: Archive
) -> None:
    with serve_chat(sample_archive, auth=["读者:r"], editors=["编辑:e"]) as url:
        page = visit(url)
        assert page.request.get("/config").status == 401
        sign_in(page, "读者", "r")
        page.get_by_role("tab", name="读报").wait_for()
        page.locator("#wb-sources .wb-contents").wait_for()
        assert page.get_by_role("tab", name="入库").count() == 0


def sign_in(page: Page, name: str, password: str) -> None:
    page.locator("input[type=text], textarea").first.fill(name)
    page.locator("input[type=password]").fill(password)
    page.locator("input[type=password]").press("Enter")
    page.locator("#wb-masthead header").wait_for()
