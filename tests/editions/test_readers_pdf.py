"""PDF pages with a text layer are read in their printed order."""

from pathlib import Path

import pytest

from qa.editions import ReadFailure, read_editions
from qa.editions.formats.pdf import characters
from qa.types import ReadEdition

Piece = tuple[float, float, float, str]  # left, top, size, text


def pdf(*pages: list[Piece], picture: bool = False) -> bytes:
    """Write a PDF with Chinese text in a standard font, without embedding it."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    font = 3 + 2 * len(pages)
    for i, pieces in enumerate(pages):
        content = "".join(
            f"BT /F1 {size} Tf {left} {800 - top - size} Td <{text.encode('utf-16-be').hex()}> Tj ET\n"
            for left, top, size, text in pieces
        ).encode()
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {4 + 2 * i} 0 R "
            f"/Resources << /Font << /F1 {font} 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    kids = " ".join(f"{3 + 2 * i} 0 R" for i in range(len(pages)))
    objects[1] = f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()
    objects.append(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
        b"/DescendantFonts [%d 0 R] >>" % (font + 1)
    )
    objects.append(
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> "
        b"/FontDescriptor %d 0 R >>" % (font + 2)
    )
    objects.append(
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] "
        b"/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 90 >>"
    )
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(out)


def column(left: float, top: float, *lines: str) -> list[Piece]:
    return [(left, top + 14 * i, 10, line) for i, line in enumerate(lines)]


PAGE: list[Piece] = [
    (40, 20, 8, "青岚日报 2021年9月2日 星期四 第03版:要闻"),
    (40, 60, 24, "老楼加装新电梯"),
    *column(60, 110, "青岚区柳河街道近日启动老旧小区"),
    *column(40, 124, "改造,首批十二个小区年底前完工,居", "民可以现场提出意见。街道办事处主"),
    *column(320, 110, "任说,图纸已经贴到每一个楼门口,谁", "都可以看。"),
    *column(340, 138, "改造以后,每栋楼都会有电梯。"),
]


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    page = tmp_path / "page.pdf"
    page.write_bytes(pdf(PAGE))
    (edition,) = read_editions([page])
    assert isinstance(edition, ReadEdition), edition
    (article,) = edition.articles
    assert article.headline == "老楼加装新电梯"
    assert article.paragraphs == (
        "青岚区柳河街道近日启动老旧小区改造,首批十二个小区年底前完工,居民可以现场提出意见。"
        "街道办事处主任说,图纸已经贴到每一个楼门口,谁都可以看。",
        "改造以后,每栋楼都会有电梯。",
    )
    assert edition.edition.id == "青岚日报-2021-09-02"
    assert edition.pages[0].number == "03"


def test_pages_of_one_file_are_pages_of_one_edition(tmp_path: Path) -> None:
    path = tmp_path / "青岚日报_20210902.pdf"
    path.write_bytes(
        pdf(PAGE, [(40, 60, 24, "甲区修路"), *column(40, 110, "路长一公里,本月完工。")])
    )
    (edition,) = read_editions([path])
    assert isinstance(edition, ReadEdition)
    assert [page.number for page in edition.pages] == ["2", "03"]
    assert {article.headline for article in edition.articles} == {"老楼加装新电梯", "甲区修路"}


def test_scanned_page_is_an_error_that_says_so(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(pdf([]))
    (failure,) = read_editions([path])
    assert isinstance(failure, ReadFailure)
    assert "scanned" in str(failure.error)


def test_broken_pdf_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.4\n" + bytes(range(256)) * 4)
    (failure,) = read_editions([path])
    assert isinstance(failure, ReadFailure)
    assert "broken" in str(failure.error)


def test_pdf_with_a_password_is_an_error(tmp_path: Path) -> None:
    # An /Encrypt entry whose user password is not the empty one.
    locked = pdf(PAGE).replace(
        b"/Root 1 0 R >>",
        b"/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -44 "
        b"/O <%s> /U <%s> >> >>" % (b"41" * 32, b"42" * 32),
    )
    path = tmp_path / "locked.pdf"
    path.write_bytes(locked)
    (failure,) = read_editions([path])
    assert isinstance(failure, ReadFailure)
    assert "password" in str(failure.error)


@pytest.mark.parametrize("size", [0, 3])
def test_empty_pdf_is_an_error(size: int, tmp_path: Path) -> None:
    path = tmp_path / "empty.pdf"
    path.write_bytes(b"%PD"[:size])
    (failure,) = read_editions([path])
    assert isinstance(failure, ReadFailure)


def test_character_in_two_halves_is_whole_and_half_a_one_is_marked() -> None:
    assert characters([0x7532, 0xD83D, 0xDE00, 0xD800, 0x4E59]) == [
        "甲", "\U0001f600", "", "\ufffd", "乙",
    ]  # fmt: skip
