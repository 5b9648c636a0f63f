"""Pages of one paper and day become one edition, with ids that stay the same."""

from pathlib import Path

from qa.editions import read_editions
from qa.types import ReadEdition

TEXT = (
    "## 甲区修路\n路长一公里,本月完工。\n## 老楼加装新电梯\n青岚区柳河街道近日启动老旧小区改造。\n"
)


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")


def read(*paths: Path) -> list[ReadEdition]:
    found = list(read_editions(paths))
    assert all(isinstance(edition, ReadEdition) for edition in found), found
    return [edition for edition in found if isinstance(edition, ReadEdition)]


def test_pages_of_a_day_are_one_edition_in_their_order(tmp_path: Path) -> None:
    write(
        tmp_path, "甲州日报_20210902_10.txt", "甲州日报_20210902_02.txt", "甲州日报_20210903_01.txt"
    )
    first, second = read(tmp_path)
    assert (first.edition.id, second.edition.id) == ("甲州日报-2021-09-02", "甲州日报-2021-09-03")
    assert [page.number for page in first.pages] == ["02", "10"]
    assert [article.id for article in first.articles][:2] == [
        "甲州日报-2021-09-02/02-01",
        "甲州日报-2021-09-02/02-02",
    ]


def test_page_read_alone_has_the_ids_that_it_has_among_the_rest(tmp_path: Path) -> None:
    names = (
        "甲州日报_20210902_01.txt",
        "甲州日报_20210902_02.txt",
        "x/overview.txt",
        "y/01.txt",
        "z/01.txt",
    )
    write(tmp_path, *names)
    together = {a.id for edition in read(tmp_path) for a in edition.articles}
    alone = {a.id for name in names for e in read(tmp_path / name) for a in e.articles}
    assert together == alone
    assert len(together) == 2 * len(names)


def test_order_does_not_depend_on_the_order_of_the_call(tmp_path: Path) -> None:
    write(
        tmp_path,
        "甲州日报_20210902_01.txt",
        "乙州日报_20210902_01.txt",
        "甲州日报_20210901_01.txt",
        "o.txt",
    )
    files = sorted(tmp_path.iterdir())
    one, other = read(*files), read(*reversed(files))
    assert [e.edition.id for e in one] == [e.edition.id for e in other]
    assert [e.edition.id for e in one][:2] == ["甲州日报-2021-09-01", "乙州日报-2021-09-02"]


def test_spans_name_the_characters_that_an_article_came_from(tmp_path: Path) -> None:
    write(tmp_path, "甲州日报_20210902_01.txt")
    (edition,) = read(tmp_path)
    span = edition.articles[1].spans
    assert TEXT[span[0].start : span[0].end] == "## 老楼加装新电梯"
    assert TEXT[span[1].start : span[1].end] == "青岚区柳河街道近日启动老旧小区改造。"


def test_page_without_articles_is_warned_of(tmp_path: Path) -> None:
    path = tmp_path / "甲州日报_20210902_01.txt"
    path.write_text("第1版\n", encoding="utf-8")
    (edition,) = read(path)
    assert edition.articles == ()
    assert any("no articles" in warning for warning in edition.warnings)


def test_page_without_a_masthead_is_of_the_paper_beside_it(tmp_path: Path) -> None:
    write(tmp_path, "2021-09-02/01.txt", "2021-09-02/02.txt")
    first = tmp_path / "2021-09-02/01.txt"
    first.write_text("甲州日报\n" + TEXT, encoding="utf-8")
    (edition,) = read(tmp_path)
    assert edition.edition.id == "甲州日报-2021-09-02"
    assert len(edition.pages) == 2
