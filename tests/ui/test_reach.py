"""The web chat is for everyone: by key, by ear, in both languages, in light and dark."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qa import Archive
from tests.ui.browsing import ANSWERED, UNANSWERED, Ask, Screenshot, Served, Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PHONE = (390, 844)

# Every text on the screen whose contrast with what it stands on is under what WCAG asks (AA):
# 4.5, or 3 for large text. Colours are read off a canvas, in whatever form they are given.
LOW_CONTRAST = """() => {
  const pen = Object.assign(document.createElement("canvas"), { width: 1, height: 1 })
    .getContext("2d", { willReadFrequently: true });
  const mixed = (colours) => {
    for (const colour of colours) { pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1); }
    return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = (rgb) => rgb.map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const low = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const text = texts.currentNode.data.trim();
    if (!text || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      continue;
    if (element.closest("script, style, .sr-only, [disabled]")) continue;
    const behind = ["#fff"];
    for (let at = element; at; at = at.parentElement)
      behind.splice(1, 0, getComputedStyle(at).backgroundColor);
    const style = getComputedStyle(element);
    const pair = [mixed(behind), mixed([...behind, style.color])].map(luminance).sort();
    const contrast = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    if (contrast < (large ? 3 : 4.5)) low.push(`${contrast.toFixed(2)} ${text.slice(0, 20)}`);
  }
  return low;
}"""

# What one can press or fill in that has no name for those who hear the page.
NAMELESS = """() => [...document.querySelectorAll("a, button, input, textarea, select")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }))
  .filter((one) => !(one.ariaLabel || one.innerText?.trim() || one.title
    || one.labels?.[0]?.innerText.trim() || one.type === "file"))
  .map((one) => one.outerHTML.slice(0, 120))"""


# What is too small to hit: under 24 by 24 pixels, as WCAG asks (AA), but for links in running text.
SMALL = """() => [...document.querySelectorAll("a, button, summary, input, textarea, [role=option]")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .filter((one) => !one.matches("[href^='#cite-'], [href^='#anyday-'], #wb-files input, .sr-only"))
  .map((one) => [one, (one.closest(".wrap-inner") ?? one).getBoundingClientRect()])
  .filter(([, box]) => box.width > 0 && (box.width < 24 || box.height < 24))
  .map(([one, box]) => `${box.width}x${box.height} ${one.outerHTML.slice(0, 90)}`)"""


# Whether one sees that an element has the focus: a ring of its own, or of the box that it is in.
RINGED = """() => {
  const ringed = (one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
  };
  const box = document.activeElement.closest(".input-container, .wrap:has(> .wrap-inner)");
  return [document.activeElement, box].some((one) => one === document.body || (one && ringed(one)));
}"""


@pytest.mark.parametrize("size", [(1440, 900), PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_screen_is_readable_and_named(
    visit: Visit,
    chat_url: str,
    ask: Ask,
    screenshot: Screenshot,
    size: tuple[int, int],
    scheme: str,
) -> None:
    page = visit(chat_url, size=size, scheme=scheme)

    def look(name: str) -> None:
        screenshot(page, f"{size[0]}-{scheme}-{name}")
        assert page.evaluate(LOW_CONTRAST) == []
        assert page.evaluate(NAMELESS) == []
        assert page.evaluate(SMALL) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]

    page.locator("#wb-sources .wb-contents").wait_for()
    look("start")
    ask(page, ANSWERED)
    page.locator("#wb-chat a[aria-current]").wait_for()
    look("answer")
    page.get_by_role("link", name="阅读全文").click()
    page.locator("#wb-sources .wb-article").wait_for()
    look("article")
    page.get_by_role("link", name="返回").click()
    page.get_by_role("link", name="时间线").click()
    page.locator("#wb-sources .wb-timeline").wait_for()
    look("timeline")
    page.get_by_role("button", name="踩").click()
    page.locator("#wb-comment-box").wait_for()
    look("comment")
    ask(page, UNANSWERED)
    page.get_by_role("button", name="缩小范围").click()
    page.get_by_label("从哪天").fill("2024-04-01")
    page.locator("#wb-chosen button").first.wait_for()
    look("abstained")
    page.locator("#wb-section input").click()
    page.get_by_role("option").first.wait_for()
    look("filters")
    page.keyboard.press("Escape")
    page.get_by_role("tab", name="读报").click()
    page.locator("#wb-reader .wb-article").wait_for()
    look("editions")


@pytest.mark.parametrize("size", [(1440, 900), PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_screen_of_an_editor_is_readable_and_named(
    visit: Visit,
    serve_chat: Served,
    screenshot: Screenshot,
    tmp_path: Path,
    size: tuple[int, int],
    scheme: str,
) -> None:
    good, bad = tmp_path / "江城晚报_20240701_01.txt", tmp_path / "空.txt"
    good.write_text("## 荷花节开幕\n\n荷花节7月1日在莲湖开幕,到场三千人。\n", encoding="utf-8")
    bad.touch()
    with (
        Archive.open(tmp_path / "archive") as archive,
        serve_chat(archive, editors=["编辑:e"]) as url,
    ):
        page = visit(url, size=size, scheme=scheme)

        def look(name: str) -> None:
            screenshot(page, f"{size[0]}-{scheme}-{name}")
            for found in (LOW_CONTRAST, NAMELESS, SMALL):
                assert page.evaluate(found) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= size[0]

        page.locator("input[type=text]").fill("编辑")
        page.locator("input[type=password]").fill("x")
        page.locator("input[type=password]").press("Enter")
        page.get_by_role("alert").filter(has_text="用户名或密码不对").wait_for()
        look("sign-in")
        page.locator("input[type=text]").fill("编辑")
        page.locator("input[type=password]").fill("e")
        page.locator("input[type=password]").press("Enter")
        page.locator("#wb-masthead header").wait_for()
        page.get_by_role("tab", name="读报").click()
        page.locator("#wb-shelf .wb-empty").wait_for()
        look("empty")
        page.get_by_role("tab", name="入库").click()
        page.locator("#wb-steps button").first.wait_for()
        look("upload")
        page.locator("#wb-files input[type=file]").set_input_files([good, bad])
        page.locator("#wb-files li .wb-state", has_text="KB").nth(1).wait_for()
        page.get_by_role("button", name="先看切分结果").click()
        page.locator("#wb-report summary").click()
        look("upload-preview")
        page.locator("#wb-steps button.primary").click()
        page.locator("#wb-report").get_by_text("新增 1 期").wait_for()
        page.locator(".wb-holdings", has_text="馆藏 1 期").wait_for()
        look("upload-report")


def test_what_has_the_focus_is_seen_everywhere(page: Page, ask: Ask) -> None:
    ask(page, ANSWERED)
    page.get_by_role("button", name="缩小范围").click()
    page.get_by_label("从哪天").wait_for()
    for tab, shown in (("提问", "#wb-sources .wb-passage"), ("读报", "#wb-reader .wb-article")):
        page.get_by_role("tab", name=tab).click()
        page.locator(shown).wait_for()
        for _ in range(24):
            page.keyboard.press("Tab")
            assert page.evaluate(RINGED), page.evaluate("document.activeElement.outerHTML")


def test_all_can_be_done_by_key(page: Page, ask: Ask) -> None:
    page.keyboard.type(ANSWERED)  # the question has the focus from the start
    page.keyboard.press("Enter")
    page.locator("#wb-chat a[href='#cite-0-2']").wait_for()
    page.locator("#wb-box .submit-button").wait_for()
    chip = page.locator("#wb-chat a[href='#cite-0-2']")
    chip.focus()
    page.keyboard.press("Enter")
    page.locator("#wb-sources h2:focus", has_text="引文 2").wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "阅读全文"
    page.keyboard.press("Enter")
    page.locator("#wb-sources .wb-article h3:focus").wait_for()
    page.keyboard.press("Escape")
    page.wait_for_function("document.activeElement.closest('#wb-talk') !== null")


def test_a_screen_reader_hears_what_each_part_is(page: Page, ask: Ask) -> None:
    filters = page.get_by_role("button", name="缩小范围")
    assert filters.get_attribute("aria-expanded") == "false"
    filters.click()
    page.locator("#wb-filters > button[aria-expanded=true]").wait_for()
    ask(page, ANSWERED)
    page.get_by_role("log", name="问答").wait_for()
    page.get_by_role("region", name="引文 1").wait_for()
    page.get_by_role("tab", name="读报").click()
    day = page.locator("#wb-shelf").get_by_role("link", name="2024年10月16日 星期三")
    assert day.get_attribute("aria-current") == "true"


def test_an_english_browser_gets_english_and_can_switch(
    visit: Visit, chat_url: str, ask: Ask, screenshot: Screenshot
) -> None:
    page = visit(chat_url, locale="en-US", size=PHONE)
    page.get_by_role("button", name="Ask", exact=True).wait_for()
    assert page.locator("#wb-masthead").get_by_text("editions").is_visible()
    assert page.evaluate("document.documentElement.lang") == "en"
    ask(page, ANSWERED)
    page.get_by_role("button", name="Retry").wait_for()  # a word of Gradio's own
    screenshot(page, "phone-english")
    page.get_by_role("link", name="中文").click()
    page.get_by_role("button", name="重试").wait_for()
    page.goto(f"{chat_url}/")  # the choice is remembered
    page.get_by_role("button", name="提问", exact=True).wait_for()
    assert page.evaluate("document.documentElement.lang") == "zh-CN"


def test_the_page_to_sign_in_on_speaks_the_readers_language(
    visit: Visit, serve_chat: Served, sample_archive: Archive, screenshot: Screenshot
) -> None:
    with serve_chat(sample_archive, auth=["reader:r"]) as url:
        page = visit(url, locale="en-GB", size=PHONE)
        page.locator(".auth", has_text="every sentence of the answer is cited").wait_for()
        page.get_by_label("username").fill("reader")
        page.get_by_label("password").fill("x")
        page.get_by_role("button", name="Login").click()
        page.get_by_role("alert").filter(has_text="Wrong user name or password").wait_for()
        screenshot(page, "phone-sign-in-english")
        page.get_by_role("link", name="中文").click()
        page.locator(".auth", has_text="每一句回答都注明出处").wait_for()
        page.get_by_label("用户名").fill("reader")
        page.get_by_label("密码").fill("r")
        page.get_by_role("button", name="登录").click()
        page.get_by_role("tab", name="提问").wait_for()


def test_a_page_that_is_shared_says_nothing_of_other_hosts(page: Page) -> None:
    source = page.request.get("/").text()
    head = source[: source.index("<script")]
    assert "问报 wenbao" in source
    assert 'lang="zh-CN"' in head
    assert "http" not in head
    assert "og:" not in source[: source.index("</head>")].split("window.gradio_config")[0]
    assert page.request.get("/favicon.ico").headers["content-type"].startswith("image/svg")


def test_the_policy_stops_requests_to_other_hosts(browser: Browser, chat_url: str) -> None:
    page = browser.new_page()
    answer = page.goto(chat_url)
    assert answer is not None
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "http" not in policy
    outcome = page.evaluate(
        "fetch('https://other.example/').then(() => 'went out', error => error.name)"
    )
    assert outcome == "TypeError"
    page.close()
