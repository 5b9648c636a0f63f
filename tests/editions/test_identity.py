"""Which page of which paper on which day: the call, front matter, the page, the name."""

from datetime import date
from pathlib import Path, PurePath

import pytest

from qa.editions import read_editions
from qa.editions.identity import Identity, from_front_matter, from_name, from_page, parse_date
from qa.types import ReadEdition

TEXT = "## 老楼加装新电梯\n青岚区柳河街道近日启动老旧小区改造。\n"
DAY = date(2021, 9, 2)


def read(folder: Path, name: str, text: str, **call: object) -> ReadEdition:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    (edition,) = read_editions([path], **call)  # type: ignore[arg-type]
    assert isinstance(edition, ReadEdition)
    return edition


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("2021年9月2日 星期四 第03版:要闻", Identity("", DAY, "03", "要闻")),
        ("２０２１年９月２日　星期四　第３版：要闻", Identity("", DAY, "3", "要闻")),
        ("青岚日报 2021年9月2日 星期四 A03 综合", Identity("青岚日报", DAY, "A03", "综合")),
        ("二〇二一年九月二日 星期四 第三版", Identity("", DAY, "3")),
        (
            "海島晨報 中華民國110年9月2日 星期四 B5 鄉鎮新聞",
            Identity("海島晨報", DAY, "B5", "鄉鎮新聞"),
        ),
        ("民國一百一十年九月二日 第3版", Identity("", DAY, "3")),
        ("民國四十一年五月一日創刊 2021年9月2日 第3版", Identity("", DAY, "3")),
        ("2021年9月2日 总第12345期 今日8版", Identity("", DAY, issue="总第12345期")),
        ("第3版 社会新闻", Identity(page="3", page_name="社会新闻")),
    ],
)
def test_folio_line_is_read(line: str, known: Identity) -> None:
    assert from_page([line]) == known


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ("2021-09-02/03.md", Identity("", DAY, "03")),
        ("殷都周刊_20210902_A03.txt", Identity("殷都周刊", DAY, "A03")),
        ("殷都周刊/2021/09/x/2021.9.2/第3版.txt", Identity("殷都周刊", DAY, "3")),
        ("青岚日报 2021年9月2日 3版.pdf", Identity("青岚日报", DAY, "3")),
        ("海島晨報_民國110年9月2日_B5.txt", Identity("海島晨報", DAY, "B5")),
        ("html/2021-09/02/content_7.htm", Identity("", DAY)),
        ("pc/content/202109/02/content_7.html", Identity("", DAY)),
        ("000_821f7721ea6348aa.txt", Identity()),
        ("notes.txt", Identity()),
    ],
)
def test_file_and_folder_names_are_read(path: str, known: Identity) -> None:
    assert from_name(PurePath(path)) == known


def test_front_matter_is_read_in_either_language() -> None:
    known = Identity("殷都周刊", DAY, "3", "要闻")
    english = "---\npaper: 殷都周刊\ndate: 2021-09-02\npage: 3\nsection: 要闻\n---\n"
    chinese = "---\n报纸：殷都周刊\n日期：2021年9月2日\n版次：第3版\n版名：要闻\n---\n"
    assert from_front_matter(english) == from_front_matter(chinese) == known


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("民国二十六年七月八日", date(1937, 7, 8)),
        ("中華民國一一〇年九月二日", DAY),
        ("民國元年1月15日", date(1912, 1, 15)),
        ("民國110.9.2", DAY),
        ("二〇二一年九月二十日", date(2021, 9, 20)),
        ("二○二一年九月二日", DAY),
    ],
)
def test_year_of_the_republic_or_in_numerals_is_read(printed: str, day: date) -> None:
    assert parse_date(printed) == day


@pytest.mark.parametrize(
    "text", ["2021-13-01", "民國四十一年五月一日創刊", "2021年2月30日", "今天", ""]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_date(text) is None


def test_call_wins_then_front_matter_then_page_then_name(tmp_path: Path) -> None:
    front = "---\npaper: 甲州日报\ndate: 2021-01-02\n---\n"
    folio = "乙州日报 2021年1月3日 星期日 第4版\n"
    name = "丙州日报_20210104_05.md"
    called = read(tmp_path, name, front + folio + TEXT, paper="丁州日报", day=date(2021, 1, 1))
    assert (called.edition.paper, called.edition.date) == ("丁州日报", date(2021, 1, 1))
    fronted = read(tmp_path, name, front + folio + TEXT)
    assert (fronted.edition.paper, fronted.edition.date) == ("甲州日报", date(2021, 1, 2))
    assert fronted.pages[0].number == "4"
    printed = read(tmp_path, name, folio + TEXT)
    assert printed.edition.date == date(2021, 1, 3)
    named = read(tmp_path, name, TEXT)
    assert (named.edition.id, named.pages[0].number) == ("丙州日报-2021-01-04", "05")


def test_front_matter_is_furniture_and_not_an_article(tmp_path: Path) -> None:
    edition = read(tmp_path, "a.md", "---\npaper: 甲州日报\ndate: 2021-01-02\n---\n" + TEXT)
    assert [article.headline for article in edition.articles] == ["老楼加装新电梯"]


def test_edition_without_a_date_says_so(tmp_path: Path) -> None:
    edition = read(tmp_path, "overview.txt", TEXT)
    assert edition.edition.date is None
    assert edition.edition.id == "overview"
    assert any("give --date" in one for one in edition.warnings)


def test_dates_in_the_text_are_resolved_where_the_date_is_known(tmp_path: Path) -> None:
    text = "## 老楼加装新电梯\n8月31日,柳河街道启动老旧小区改造。\n"
    (mention,) = read(tmp_path, "2021-09-02/03.md", text).articles[0].dates
    assert (mention.since, mention.until) == (date(2021, 8, 31), date(2021, 8, 31))
    assert read(tmp_path, "overview.txt", text).articles[0].dates == ()


def test_index_of_other_pages_tells_nothing_of_this_one() -> None:
    assert (
        from_page(["导读", "市民可在家门口办社保 5版", "周末看展 >>>7版", "第02版:要闻"]).page
        == "02"
    )


def test_folio_with_a_year_of_the_republic_is_no_kicker(tmp_path: Path) -> None:
    edition = read(tmp_path, "page.txt", "海島晨報 中華民國110年9月2日 星期四 B5 鄉鎮新聞\n" + TEXT)
    assert (edition.edition.paper, edition.edition.date) == ("海島晨報", DAY)
    assert [(article.kicker, article.headline) for article in edition.articles] == [
        ("", "老楼加装新电梯")
    ]
