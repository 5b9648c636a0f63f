"""Word documents, zip files, JSONL and text of any encoding; bad files are errors of their own."""

import gzip
import io
import json
import lzma
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.editions import ReadFailure, read_editions
from qa.editions.formats.decode import decode
from qa.errors import EditionError
from qa.types import ReadEdition

PAGE = "## 老楼加装新电梯\n\n□本报记者 张敏\n\n青岚区柳河街道近日启动老旧小区改造，年底前完工。\n"
TRADITIONAL = (
    "## 老樓加裝新電梯\n\n□本報記者 張敏\n\n青嵐區柳河街道近日啟動老舊小區改造，年底前完工。\n"
)


def failure(path: Path) -> str:
    (found,) = read_editions([path])
    assert isinstance(found, ReadFailure), found
    return str(found.error)


def editions(*paths: Path) -> list[ReadEdition]:
    found = list(read_editions(paths))
    read = [edition for edition in found if isinstance(edition, ReadEdition)]
    assert read == found
    return read


# --- encodings ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le"]
)
def test_encoding_is_found_out(encoding: str) -> None:
    assert decode(PAGE.encode(encoding), "page.txt") == PAGE


def test_big5_is_found_out() -> None:
    assert decode(TRADITIONAL.encode("big5"), "page.txt") == TRADITIONAL


@pytest.mark.parametrize("text", ["停水公告", "今日停水，请储水。"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_short_text_is_decoded_too(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "page.txt") == text


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"\xff\xd8\xff\xe0" + bytes(range(256)), "JPEG"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "PNG"),
        (b"PK\x03\x04" + bytes(64), "zip"),
        (bytes(range(256)) * 8, "UTF-8"),
        (b"\xef\xbb\xbf\xff\xfe", "broken"),
    ],
)
def test_file_that_is_no_text_is_an_error_that_says_what_it_is(data: bytes, told: str) -> None:
    with pytest.raises(EditionError, match=told):
        decode(data, "page.txt")


def test_file_too_large_is_an_error_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(100 * 2**20)
    assert "too large" in failure(path)


# --- folders ------------------------------------------------------------------------------------


def test_folder_is_walked_and_what_is_no_page_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "2021-09-02"
    (folder / ".hidden").mkdir(parents=True)
    for name in ("02.md", "01.txt", "README.md", "photo.jpg", ".hidden/03.md", ".04.md"):
        (folder / name).write_text(PAGE, encoding="utf-8")
    (edition,) = editions(tmp_path)
    assert [page.number for page in edition.pages] == ["01", "02"]


def test_broken_file_is_a_failure_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "01.txt").write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)))
    (tmp_path / "02.txt").write_text(PAGE, encoding="utf-8")
    broken, edition = read_editions([tmp_path])
    assert isinstance(broken, ReadFailure)
    assert broken.source == str(tmp_path / "01.txt")
    assert isinstance(edition, ReadEdition)


def test_path_that_is_not_there_is_a_failure(tmp_path: Path) -> None:
    assert "no such file" in failure(tmp_path / "nowhere")


def test_file_of_another_kind_is_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "page.xyz"
    path.write_text(PAGE, encoding="utf-8")
    assert "not read" in failure(path)


@pytest.mark.parametrize("name", ["01.doc", "01.wps", "01.rar"])
def test_document_of_a_kind_that_is_not_read_is_told_of_in_a_folder_or_zip(
    name: str, tmp_path: Path
) -> None:
    folder = tmp_path / "20210902"
    folder.mkdir()
    (folder / name).write_bytes(b"\xd0\xcf\x11\xe0")
    (folder / "02.txt").write_text(PAGE, encoding="utf-8")
    path = packed(tmp_path / "20210902.zip", {name: b"\xd0\xcf\x11\xe0", "02.txt": PAGE.encode()})
    for place in (folder, path):
        broken, edition = read_editions([place])
        assert isinstance(broken, ReadFailure)
        assert f"{name}: files of this kind are not read" in str(broken.error)
        assert isinstance(edition, ReadEdition)


# --- Word ---------------------------------------------------------------------------------------


def test_word_document_is_read_by_its_headings(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_heading("老楼加装新电梯", level=1)
    document.add_paragraph("□本报记者 张敏")
    document.add_paragraph("青岚区柳河街道近日启动老旧小区改造。")
    document.add_table(rows=1, cols=1).cell(0, 0).text = "首批十二个小区年底前完工。"
    path = tmp_path / "青岚日报_20210902_A03.docx"
    document.save(str(path))
    (edition,) = editions(path)
    (article,) = edition.articles
    assert (article.headline, article.reporters) == ("老楼加装新电梯", ("张敏",))
    assert article.paragraphs == (
        "青岚区柳河街道近日启动老旧小区改造。",
        "首批十二个小区年底前完工。",
    )
    assert article.page == "A03"


@pytest.mark.parametrize("data", [b"no zip at all", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0 old"])
def test_broken_word_document_is_an_error(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "page.docx"
    path.write_bytes(data)
    assert "page.docx" in failure(path)
    assert "Word" in failure(path)


# --- zip ----------------------------------------------------------------------------------------


def packed(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return path


def test_zip_file_holds_an_edition(tmp_path: Path) -> None:
    path = packed(
        tmp_path / "青岚日报_20210902.zip",
        {"01.txt": PAGE.encode(), "02.md": PAGE.encode(), "__MACOSX/01.txt": b"x"},
    )
    (edition,) = editions(path)
    assert edition.edition.id == "青岚日报-2021-09-02"
    assert [page.number for page in edition.pages] == ["01", "02"]


def test_broken_page_in_a_zip_file_is_a_failure_of_its_own(tmp_path: Path) -> None:
    path = packed(tmp_path / "20210902.zip", {"01.txt": b"", "02.txt": PAGE.encode()})
    broken, edition = read_editions([path])
    assert isinstance(broken, ReadFailure)
    assert broken.source.endswith("20210902.zip/01.txt")
    assert isinstance(edition, ReadEdition)


def test_zip_bomb_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "bomb.zip", {"01.txt": bytes(32 * 2**20)})
    assert "bomb" in failure(path)


def test_broken_zip_file_is_an_error(tmp_path: Path) -> None:
    path = packed(tmp_path / "broken.zip", {"01.txt": PAGE.encode()})
    path.write_bytes(path.read_bytes()[:-30])
    assert "broken zip" in failure(path)


def test_zip_file_with_gbk_names_keeps_them(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        info = zipfile.ZipInfo("x" * 8 + "_20210902_A03.txt")
        file.writestr(info, PAGE)
    path = tmp_path / "pages.zip"
    path.write_bytes(buffer.getvalue().replace(b"x" * 8, "青岚日报".encode("gbk")))
    (edition,) = editions(path)
    assert edition.edition.id == "青岚日报-2021-09-02"


def test_zip_file_without_pages_is_an_error(tmp_path: Path) -> None:
    assert "no pages" in failure(packed(tmp_path / "photos.zip", {"1.jpg": b"x"}))


# --- JSONL --------------------------------------------------------------------------------------


def jsonl(*records: object) -> bytes:
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in records).encode()


ONE = {
    "id": "a1", "title": "老楼加装新电梯", "text": "本报讯(记者 张敏)近日启动。\n年底前完工。",
    "date": "2021-09-02", "section": "民生", "source": "青岚日报",
}  # fmt: skip


@pytest.mark.parametrize("suffix", [".jsonl", ".jsonl.xz", ".jsonl.gz"])
def test_articles_of_a_jsonl_file_are_taken_as_they_are(suffix: str, tmp_path: Path) -> None:
    pack = {".jsonl": bytes, ".jsonl.xz": lzma.compress, ".jsonl.gz": gzip.compress}[suffix]
    path = tmp_path / f"archive{suffix}"
    path.write_bytes(pack(jsonl(ONE)))
    (edition,) = editions(path)
    (article,) = edition.articles
    assert (article.id, article.headline, article.banner) == ("a1", "老楼加装新电梯", "民生")
    assert article.paragraphs == ("本报讯(记者 张敏)近日启动。", "年底前完工。")
    assert article.reporters == ("张敏",)
    assert edition.edition.id == "青岚日报-2021-09-02"


def test_articles_of_a_day_in_a_row_are_an_edition(tmp_path: Path) -> None:
    path = tmp_path / "archive.jsonl"
    days = ["2021-09-02", "2021-09-02", "2021-09-03", "2021-09-02"]
    path.write_bytes(jsonl(*({**ONE, "id": str(i), "date": day} for i, day in enumerate(days))))
    found = editions(path)
    assert [len(edition.articles) for edition in found] == [2, 1, 1]
    assert len({edition.edition.id for edition in found}) == 3


def test_undated_articles_are_cut_into_editions(tmp_path: Path) -> None:
    path = tmp_path / "archive.jsonl"
    path.write_bytes(jsonl(*({"title": f"题{i}", "text": "文。"} for i in range(1201))))
    found = editions(path)
    assert [len(edition.articles) for edition in found] == [500, 500, 201]
    assert found[1].pages[0].source == f"{path}:501-1000"
    assert any("give --date" in one for one in found[0].warnings)


def test_broken_line_is_a_failure_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "archive.jsonl"
    path.write_bytes(jsonl(ONE) + b"\n{broken\n[]\n" + jsonl({**ONE, "id": "a2"}))
    found = list(read_editions([path]))
    assert [f.source for f in found if isinstance(f, ReadFailure)] == [f"{path}:2", f"{path}:3"]
    (edition,) = (e for e in found if isinstance(e, ReadEdition))
    assert [article.id for article in edition.articles] == ["a1", "a2"]


def test_line_with_half_a_character_is_a_failure_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "archive.jsonl"
    path.write_text('{"title": "题\\ud800"}\n{"title": "\\ud83d\\ude00"}\n', encoding="utf-8")
    failure, edition = read_editions([path])
    assert isinstance(failure, ReadFailure)
    assert "half a character" in str(failure.error)
    assert isinstance(edition, ReadEdition)
    assert edition.articles[0].headline == "\U0001f600"


def test_packed_file_that_breaks_off_is_a_failure_after_what_was_read(tmp_path: Path) -> None:
    path = tmp_path / "archive.jsonl.xz"
    records = [{**ONE, "id": str(i), "text": f"第{i * 7919}号。"} for i in range(5000)]
    path.write_bytes(lzma.compress(jsonl(*records))[:-2000])
    found = list(read_editions([path]))
    assert any(isinstance(f, ReadFailure) for f in found)


def test_call_overrides_the_records(tmp_path: Path) -> None:
    path = tmp_path / "archive.jsonl"
    path.write_bytes(jsonl(ONE))
    (edition,) = read_editions([path], paper="柳河晚报", day=date(2020, 1, 2))
    assert isinstance(edition, ReadEdition)
    assert edition.edition.id == "柳河晚报-2020-01-02"


def test_article_given_its_fields_keeps_them(tmp_path: Path) -> None:
    path = tmp_path / "archive.jsonl"
    record = {
        "article_id": "x/1", "headline": "题", "kicker": "引:", "subhead": "——副", "banner": "栏",
        "paragraphs": ["甲。", "乙。"], "reporters": ["张敏"], "correspondents": ["李珍"],
        "captions": [{"text": "图", "photographer": "王强"}], "genre": "通讯",
    }  # fmt: skip
    path.write_bytes(jsonl(record))
    (article,) = editions(path)[0].articles
    assert (article.id, article.kicker, article.subhead, article.genre.value) == (
        "x/1", "引:", "——副", "通讯",
    )  # fmt: skip
    assert (article.reporters, article.correspondents) == (("张敏",), ("李珍",))
    assert article.captions[0].photographer == "王强"


# --- anything at all ------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(
    suffix=st.sampled_from(
        [".txt", ".md", ".html", ".docx", ".zip", ".pdf", ".jsonl", ".jsonl.gz"]
    ),
    at=st.floats(0, 1),
    noise=st.binary(max_size=40),
)
def test_damaged_file_is_read_or_a_failure_but_never_an_exception(
    suffix: str, at: float, noise: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    whole = io.BytesIO()
    if suffix == ".docx":
        import docx

        document = docx.Document()
        document.add_paragraph("青岚区柳河街道近日启动老旧小区改造。")
        document.save(whole)
    elif suffix == ".zip":
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as file:
            file.writestr("01.txt", PAGE * 5)
    else:
        whole.write(gzip.compress(jsonl(ONE)) if suffix.endswith(".gz") else PAGE.encode())
    data = whole.getvalue()
    cut = int(at * len(data))
    path = tmp_path_factory.mktemp("damaged") / f"page{suffix}"
    path.write_bytes(data[:cut] + noise + data[cut + len(noise) // 2 :])
    assert all(isinstance(found, ReadEdition | ReadFailure) for found in read_editions([path]))
