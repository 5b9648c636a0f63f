"""Files that arrive in a watched folder are indexed once they are whole."""

from pathlib import Path

from qa.watching import arrivals


def test_file_is_given_once_it_stays_the_same_between_two_looks(tmp_path: Path) -> None:
    page = tmp_path / "江城日报_20240410_01.txt"
    texts = iter(["## 滨", "## 滨河", None, None, "## 滨河公园", None, None])

    def write_on(_seconds: float) -> None:
        if text := next(texts):
            page.write_text(text, encoding="utf-8")
            looks.append(text)

    looks: list[str] = []
    found = arrivals(tmp_path, 1.0, write_on)
    assert next(found) == [page]
    assert looks == ["## 滨", "## 滨河"]
    assert next(found) == [page]
    assert looks[-1] == "## 滨河公园"


def test_empty_file_is_left_until_it_holds_something(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text("新闻", encoding="utf-8")
    assert next(arrivals(tmp_path, 1.0, lambda _: None)) == [tmp_path / "b.txt"]
