"""Editors bring in editions: they see the cut first, and are told what failed in their language."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest

from qa import Archive, ArchiveBusyError, IndexReport
from qa.errors import Fault
from qa.types import Failure
from tests.ui.browsing import Screenshot, Served, Visit
from ui import upload
from ui.faults import FAULTS, why
from ui.incoming import preview, read_sent
from ui.pages import OwnPages
from ui.texts import EN, ZH
from ui.tray import Sent

if TYPE_CHECKING:
    from playwright.sync_api import Page

NEW_EDITION = """荷塘晚报 2024年7月1日 第01版:要闻

## 荷花节开幕

本报讯(记者 甲一)荷花节7月1日在莲湖开幕,到场三千人。
"""
SECOND_PAGE = """2024年7月1日 第02版:民生

## 渡口加开夜航班

本报讯(记者 乙二)莲湖渡口7月1日起加开三班夜航。
"""
NAMELESS = """## 老街修旧如旧

老街的木窗一扇一扇修好了,住在这里四十年的人回来看过,说和从前一样。
"""
MARKUP = "<img src=x onerror=\"document.title='pwned'\">"
LIMITS = (str(upload.LARGEST_FILE), str(upload.MOST_FILES))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "files"
    made.mkdir()
    return made


@pytest.fixture
def open_upload(
    visit: Visit, serve_chat: Served, tmp_path: Path
) -> Callable[..., AbstractContextManager[tuple[Page, Archive]]]:
    """The page to bring in editions, over an empty archive."""

    @contextmanager
    def opened(**options: Any) -> Iterator[tuple[Page, Archive]]:
        with (
            Archive.open(tmp_path / "archive") as archive,
            serve_chat(archive, allow_upload=True) as url,
        ):
            page = visit(url, **options)
            page.get_by_role("tab").last.click()
            page.locator("#wb-steps button").first.wait_for()
            yield page, archive

    return opened


def choose(page: Page, *files: Path) -> None:
    page.locator("#wb-files input[type=file]").set_input_files(list(files))
    page.locator("#wb-files li .wb-state", has_text="B").nth(len(files) - 1).wait_for()


def look(page: Page) -> None:
    page.locator("#wb-steps button").first.click()
    page.locator("#wb-steps button.primary:not([disabled])").wait_for()


def keep(page: Page) -> None:
    page.locator("#wb-steps button.primary").click()


def written(folder: Path, **texts: str | bytes) -> list[Path]:
    """Write files by their names, `_` before their endings."""
    paths = []
    for name, text in texts.items():
        path = folder / ".".join(name.rsplit("_", 1))
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        paths.append(path)
    return paths


def test_every_fault_is_told_in_both_languages() -> None:
    assert set(FAULTS) == set(Fault)
    failure = Failure("/tmp/x/江.pdf", "page 3 scanned", Fault.SCANNED, "3")
    assert why(failure, ZH) == ("江.pdf", "第 3 页是扫描件，没有文字层，请先做文字识别（OCR）")
    assert why(failure, EN)[1].startswith("page 3: scanned")


def test_the_limits_are_told_before_they_are_met() -> None:
    for texts in (ZH, EN):
        assert all(limit in texts.upload_limits for limit in LIMITS)
        assert LIMITS[0] in texts.upload_large


def read(*files: Path) -> list[Any]:
    """Read files as they are read that came from a browser."""
    with read_sent([Sent(file.name, file, 1) for file in files], None, None) as found:
        return list(found)


def test_pages_that_came_apart_are_one_edition_again(folder: Path) -> None:
    apart = []
    for name, text in (("01.txt", NEW_EDITION), ("02.txt", SECOND_PAGE)):
        (folder / name).mkdir()
        apart.append(folder / name / name)
        apart[-1].write_text(text, encoding="utf-8")
    [edition] = read(*apart)
    assert edition.edition.id == "荷塘晚报-2024-07-01"
    assert [page.number for page in edition.pages] == ["01", "02"]


def test_the_same_files_make_the_same_edition_and_others_another(folder: Path) -> None:
    [path] = written(folder, 一_txt=NAMELESS)
    ids = set()
    for text in (NAMELESS, NAMELESS, NAMELESS + "再来一段,这一段说的是桥。"):
        path.write_text(text, encoding="utf-8")
        ids.add(tuple(one.edition.id for one in read(path, path)))
    assert len(ids) == 2


def test_hostile_files_are_shown_as_text(folder: Path, sample_archive: Archive) -> None:
    text = f"{MARKUP}晚报 2024年7月1日 第01版:要闻\n\n## {MARKUP}荷花节\n\n荷花节{MARKUP}开幕了。\n"
    [path] = written(folder, **{f"{MARKUP.replace('/', '')}_txt": text})
    shown = preview(read(path), sample_archive, ZH)
    assert "&lt;img" in shown
    assert "<img" not in shown


@pytest.mark.parametrize("under", ["", "/news"])
def test_an_editor_brings_in_an_edition_after_seeing_it_cut(
    visit: Visit,
    serve_chat: Served,
    tmp_path: Path,
    folder: Path,
    screenshot: Screenshot,
    under: str,
) -> None:
    files = written(folder, 荷塘晚报_20240701_01_txt=NEW_EDITION, 坏_pdf=b"%PDF-1.4 broken")
    with (
        Archive.open(tmp_path / "archive") as archive,
        serve_chat(archive, under=under, auth=["读者:r"], editors=["编辑:e"]) as url,
    ):
        page = visit(url)
        screenshot(page, "desk-sign-in")
        page.locator("input[type=text]").fill("编辑")
        page.locator("input[type=password]").fill("e")
        page.locator("input[type=password]").press("Enter")
        page.locator("#wb-masthead header").wait_for()
        page.get_by_role("tab", name="入库").click()
        choose(page, *files)
        look(page)
        page.locator("#wb-report").get_by_text("文件损坏，请重新保存或导出").wait_for()
        page.locator("#wb-report summary", has_text="荷花节开幕").click()
        page.locator("#wb-report").get_by_text("到场三千人").wait_for()
        assert archive.editions() == []
        assert str(tmp_path) not in page.content()
        assert "/tmp" not in page.locator("#wb-report").inner_html()
        screenshot(page, "desk-upload")
        keep(page)
        page.locator("#wb-report").get_by_text("新增 1 期").wait_for()
        assert page.locator("#wb-report").inner_text().count("坏.pdf") == 1
        page.locator(".wb-holdings", has_text="馆藏 1 期").wait_for()
        screenshot(page, "desk-upload-report")
        page.locator("#wb-report").get_by_role("link", name="荷塘晚报").click()
        page.locator("#wb-reader .wb-headline", has_text="荷花节开幕").wait_for()
        assert [one.edition.paper for one in archive.editions()] == ["荷塘晚报"]


def test_failures_are_told_in_english_on_the_english_page(
    open_upload: Callable[..., Any], folder: Path, screenshot: Screenshot
) -> None:
    files = written(folder, 一_txt=NAMELESS, 空_txt="", 图_txt=b"\x89PNG\r\n\x1a\n\x00")
    with open_upload(locale="en-US", size=(390, 844)) as (page, _):
        choose(page, *files)
        look(page)
        said = page.locator("#wb-report").inner_text()
        for part in ("空.txt", "the file is empty", "no text: perhaps a picture", "Date unknown"):
            assert part in said
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        screenshot(page, "phone-upload-english")


def test_nothing_but_files_that_fail_cannot_be_kept(
    open_upload: Callable[..., Any], folder: Path
) -> None:
    with open_upload() as (page, _):
        page.get_by_role("button", name="先看切分结果").click()
        page.get_by_text("先选择报纸文件").wait_for()
        choose(page, *written(folder, 空_txt=""))
        page.get_by_role("button", name="先看切分结果").click()
        page.locator("#wb-report").get_by_text("没有读出文章").wait_for()
        assert page.locator("#wb-steps button.primary").is_disabled()


def test_files_that_changed_since_they_were_looked_at_are_not_kept(
    open_upload: Callable[..., Any], folder: Path
) -> None:
    with open_upload() as (page, _):
        choose(page, *written(folder, 荷塘晚报_20240701_01_txt=NEW_EDITION))
        look(page)
        page.get_by_label("报名").fill("别的报")
        page.locator("#wb-steps button.primary[disabled]").wait_for()


def test_a_file_that_is_too_large_is_refused_by_name(
    open_upload: Callable[..., Any], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.server.LARGEST_FILE", 1)  # as the page does not know
    large, small = written(folder, 大_txt=b"x" * (2**20 + 1), 小_txt=NEW_EDITION)
    with open_upload() as (page, _):
        page.locator("#wb-files input[type=file]").set_input_files([large, small])
        fault = page.locator("#wb-files .wb-fault")
        assert "超过 50 MB" in fault.inner_text()
        assert "大.txt" in fault.inner_text()
        look(page)


def test_too_many_files_are_refused_with_the_number(
    open_upload: Callable[..., Any], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upload, "MOST_FILES", 1)
    with open_upload() as (page, _):
        files = written(folder, 一_txt=NEW_EDITION, 二_txt=SECOND_PAGE)
        page.locator("#wb-files input[type=file]").set_input_files(files)
        page.locator("#wb-files .wb-fault", has_text="一次最多收 1 个文件").wait_for()


def test_files_can_be_dropped_and_taken_off(
    open_upload: Callable[..., Any], folder: Path, screenshot: Screenshot
) -> None:
    with open_upload() as (page, _):
        page.locator("#wb-files label").evaluate(
            """(label, texts) => {
              const dataTransfer = new DataTransfer();
              for (const [name, text] of texts) dataTransfer.items.add(new File([text], name));
              label.dispatchEvent(new DragEvent("dragover", { dataTransfer, bubbles: true }));
              label.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }));
            }""",
            [["一.txt", NEW_EDITION], ["二.txt", SECOND_PAGE]],
        )
        page.locator("#wb-files li .wb-state", has_text="KB").nth(1).wait_for()
        page.get_by_role("button", name="去掉 二.txt").click()
        look(page)
        assert page.locator("#wb-report summary").all_inner_texts() == ["荷花节开幕"]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """All that servers tell browsers."""
    told: list[bytes] = []
    call = OwnPages.__call__

    async def heard(self: OwnPages, scope: Any, receive: Any, send: Any) -> None:
        async def tell(message: Any) -> None:
            told.append(message.get("body", b"") + repr(message.get("headers")).encode())
            await send(message)

        bare = [one for one in scope.get("headers", ()) if one[0] != b"accept-encoding"]
        await call(self, scope | {"headers": bare}, receive, tell)

    monkeypatch.setattr(OwnPages, "__call__", heard)
    return told


def test_no_path_reaches_the_browser(
    told: list[bytes], open_upload: Callable[..., Any], folder: Path
) -> None:
    with open_upload() as (page, archive):
        choose(page, *written(folder, 荷塘晚报_20240701_01_txt=NEW_EDITION, 坏_pdf=b"%PDF-1.4 x"))
        look(page)
        shown = page.content()
        keep(page)
        page.locator("#wb-report").get_by_text("新增 1 期").wait_for()
        page.locator("#wb-files li").wait_for(state="detached")
        page.get_by_role("tab", name="读报").click()
        page.locator("#wb-reader .wb-article").wait_for()
        everything = shown + page.content() + b"".join(told).decode()
    assert "荷花节开幕" in everything
    for place in (f"{tempfile.gettempdir()}/", "wenbao-", str(archive.folder), "site-packages/"):
        assert place not in everything, place


def test_a_page_put_right_replaces_the_old_one_and_the_preview_says_so(
    open_upload: Callable[..., Any], folder: Path, screenshot: Screenshot
) -> None:
    unnumbered = NEW_EDITION.replace("第01版:要闻", "")
    with open_upload() as (page, archive):
        for text, said in (
            (unnumbered, ""),
            (unnumbered.replace("三千", "五千"), "将替换荷塘.txt"),
        ):
            choose(page, *written(folder, 荷塘_txt=text))
            look(page)
            if said:
                page.locator("#wb-report .wb-note", has_text=said).wait_for()
                screenshot(page, "desk-upload-replaces")
            keep(page)
            page.locator("#wb-files li").wait_for(state="detached")
            page.locator("#wb-report").get_by_text("替换 1 期" if said else "新增 1 期").wait_for()
        [(article, _)] = archive.articles()
    assert "五千" in article.text


def test_how_far_it_is_is_shown_while_editions_are_kept(
    open_upload: Callable[..., Any],
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    screenshot: Screenshot,
) -> None:
    seen = Event()
    kept = Archive.keep

    def slowly(
        self: Archive, found: Any, *, progress: Callable[[IndexReport], None]
    ) -> IndexReport:
        def show(report: IndexReport) -> None:
            progress(report)
            seen.wait(30)

        return kept(self, found, progress=show)

    later = NEW_EDITION.replace("7月1日", "7月8日")
    with open_upload() as (page, archive):
        choose(page, *written(folder, 一_txt=NEW_EDITION, 二_txt=later))
        look(page)
        monkeypatch.setattr(Archive, "keep", slowly)
        keep(page)
        page.locator("#wb-progress").get_by_text("第 1 期，共 2 期").wait_for()
        page.get_by_role("progressbar").wait_for()
        screenshot(page, "desk-upload-progress")
        seen.set()
        page.locator("#wb-report").get_by_text("新增 2 期").wait_for()
        page.locator(".wb-holdings", has_text="馆藏 2 期").wait_for()
        assert len(archive.editions()) == 2


def test_an_archive_that_is_being_changed_elsewhere_asks_for_patience(
    open_upload: Callable[..., Any], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object, **__: object) -> None:
        raise ArchiveBusyError("/secret/archive is being written to by process 7.")

    with open_upload() as (page, archive):
        choose(page, *written(folder, 荷塘晚报_20240701_01_txt=NEW_EDITION))
        look(page)
        with monkeypatch.context() as patched:
            patched.setattr(Archive, "keep", busy)
            keep(page)
            page.get_by_text("别处正在更新馆藏").wait_for()
        assert "/secret" not in page.content()
        keep(page)  # the same files, once more
        page.locator("#wb-report").get_by_text("新增 1 期").wait_for()
        page.locator(".wb-holdings", has_text="馆藏 1 期").wait_for()
        assert len(archive.editions()) == 1
