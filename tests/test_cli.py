"""The command, called as a user calls it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = """## 滨河公园动工

本报讯(记者 周明)4月9日,滨河公园在城南动工,占地3.2万平方米,计划8月开放。市园林局局长方晓川说,公园里将种植两千棵银杏。
"""


def wenbao(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("WENBAO_")
    }
    environment["PYTHONPATH"] = str(Path(__file__).parent.parent)
    return subprocess.run(
        [sys.executable, "-m", "qa.cli", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an archive in its default place."""
    path = tmp_path_factory.mktemp("cli")
    page = path / "江城日报_20240410_01.txt"
    page.write_text(PAGE, encoding="utf-8")
    done = wenbao("index", page.name, "--quiet", folder=path)
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "added     江城日报-2024-04-10")
    return path


def test_search_prints_a_json_object_a_line(folder: Path) -> None:
    done = wenbao("search", "滨河公园", "-k", "3", "--json", folder=folder)
    (hit,) = lines(done.stdout)
    assert list(hit) == [
        *("rank", "score", "article_id", "paper", "date", "page"),
        *("banner", "kicker", "headline", "passage", "also_in"),
    ]
    assert (hit["rank"], hit["paper"], hit["date"]) == (1, "江城日报", "2024-04-10")


def test_ask_prints_answer_and_citations_as_json(folder: Path) -> None:
    done = wenbao("ask", "市园林局局长是谁?", "--json", folder=folder)
    (answer,) = lines(done.stdout)
    assert {"question", "answer", "abstained", "answerer", "citations"} <= set(answer)
    assert not answer["abstained"]
    (citation, *_) = answer["citations"]
    assert {"number", "quote", "article_id", "headline", "paper", "date", "page", "passage"} <= set(
        citation
    )
    assert citation["quote"] in citation["passage"]


def test_ask_tells_what_was_searched_as_json(folder: Path) -> None:
    done = wenbao("ask", "4月10日的报纸说了什么?", "--paper", "江城", "--json", folder=folder)
    (answer,) = lines(done.stdout)
    day = "2024-04-10"
    assert answer["filters"] == {"since": day, "until": day, "paper": "江城日报"}


def test_search_that_finds_nothing_says_where_it_looked(folder: Path) -> None:
    done = wenbao("search", "公园", "--section", "天气", folder=folder)
    assert (done.returncode, done.stdout) == (0, "")
    assert "no passage was found with section 天气" in done.stderr


@pytest.mark.parametrize(
    "command", [("search", "公园"), ("ask", "公园?"), ("articles",), ("stats",), ("check",)]
)
def test_reading_makes_no_archive(tmp_path: Path, command: tuple[str, ...]) -> None:
    done = wenbao(*command, "--archive", "nowhere", folder=tmp_path)
    assert done.returncode == 1
    assert "nowhere" in done.stderr
    assert not (tmp_path / "nowhere").exists()


def test_articles_prints_every_field_as_json(folder: Path) -> None:
    (article,) = lines(wenbao("articles", "--json", folder=folder).stdout)
    assert article["headline"] == "滨河公园动工"
    assert article["reporters"] == ["周明"]
    assert article["paragraphs"] == [PAGE.split(")", 1)[1].strip()]


def test_editions_lists_what_the_archive_holds(folder: Path) -> None:
    (edition,) = lines(wenbao("editions", "--json", folder=folder).stdout)
    assert (edition["edition_id"], edition["articles"]) == ("江城日报-2024-04-10", 1)


def test_removed_edition_is_gone(tmp_path: Path) -> None:
    (tmp_path / "江城日报_20240410_01.txt").write_text(PAGE, encoding="utf-8")
    wenbao("index", ".", folder=tmp_path)
    assert wenbao("remove", "江城日报-2024-04-10", folder=tmp_path).returncode == 0
    assert wenbao("editions", folder=tmp_path).stdout == ""


def test_archive_without_editions_says_how_to_bring_some_in(tmp_path: Path) -> None:
    done = wenbao("ask", "公园开了吗?", folder=tmp_path)
    assert done.returncode == 1
    assert "wenbao index" in done.stderr


def test_some_failed_files_give_exit_code_3_and_are_named(tmp_path: Path) -> None:
    (tmp_path / "江城日报_20240410_01.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "江城日报_20240410_02.txt").write_bytes(b"")
    done = wenbao("index", ".", folder=tmp_path)
    assert done.returncode == 3
    assert "江城日报_20240410_02.txt" in done.stderr


def test_nothing_but_failures_gives_exit_code_1(tmp_path: Path) -> None:
    done = wenbao("index", "nowhere.txt", folder=tmp_path)
    assert done.returncode == 1
    assert "nowhere.txt" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [("search",), ("search", "公园", "--since", "soon"), ("index",), ("search", "公园", "-k", "0")],
)
def test_wrong_call_gives_exit_code_2(folder: Path, arguments: tuple[str, ...]) -> None:
    assert wenbao(*arguments, folder=folder).returncode == 2


def test_unknown_edition_is_named(folder: Path) -> None:
    done = wenbao("remove", "别的报", folder=folder)
    assert done.returncode == 1
    assert "别的报" in done.stderr


def test_eval_measures_your_own_questions(folder: Path) -> None:
    (folder / "questions.jsonl").write_text(
        '{"question": "滨河公园占地多少?", "answers": ["3.2万平方米"],'
        ' "article_ids": ["江城日报-2024-04-10/01-01"]}\n',
        encoding="utf-8",
    )
    (measures,) = lines(wenbao("eval", "questions.jsonl", "--json", folder=folder).stdout)
    assert (measures["questions"], measures["recall_at_1"]) == (1, 1.0)


def test_eval_names_what_was_answered_wrongly_and_articles_that_are_not_held(folder: Path) -> None:
    (folder / "wrong.jsonl").write_text(
        '{"question": "滨河公园占地多少?", "answers": ["5万平方米"], "article_ids": ["某报/1"]}\n',
        encoding="utf-8",
    )
    done = wenbao("eval", "wrong.jsonl", "--wrong", folder=folder)
    assert "wrong: 滨河公园占地多少?" in done.stderr
    assert "no article '某报/1'" in done.stderr


def last_line(code: str, folder: Path) -> str:
    """Run `code` in a Python of its own; return the last line that it prints."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()[-1]


def test_asking_imports_neither_torch_nor_gradio_nor_what_reads_pages(folder: Path) -> None:
    code = (
        "import sys; from qa.cli import main; main(['search', '公园']);"
        "others = ('torch', 'gradio', 'transformers', 'qa.editions');"
        "print([name for name in others if name in sys.modules])"
    )
    assert last_line(code, folder) == "[]"


def test_feedback_of_readers_is_printed(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    line = {"id": "1", "time": "2024-09-04T08:00:00+00:00", "liked": True}
    line |= {"question": "公园开了吗?", "answer": "开了。", "comment": "很好"}
    (folder / "feedback.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    assert "公园开了吗?" in wenbao("feedback", folder=tmp_path).stdout
    (record,) = lines(wenbao("feedback", "--json", folder=tmp_path).stdout)
    assert record["comment"] == "很好"


@pytest.fixture(scope="module")
def many_articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with enough articles to adapt a model to."""
    folder = tmp_path_factory.mktemp("many")
    subjects = [
        "公园",
        "水库",
        "学校",
        "医院",
        "公交",
        "市场",
        "图书馆",
        "社区",
        "桥梁",
        "果园",
        "剧场",
        "车站",
    ]
    records = [
        {
            "title": f"{place}{subject}改造完成",
            "text": f"{place}的{subject}改造工程{day}日完工。居民说,{subject}比以前方便多了。",
        }
        for day, subject in enumerate(subjects, 1)
        for place in (
            "城南",
            "城北",
            "东关",
            "西街",
            "河口",
            "柳林",
            "石桥",
            "新村",
            "南岗",
            "北湖",
        )
    ]
    lines = "\n".join(json.dumps(one, ensure_ascii=False) for one in records)
    (folder / "articles.jsonl").write_text(lines, encoding="utf-8")
    assert wenbao("index", "articles.jsonl", folder=folder).returncode == 0
    return folder


def test_training_reports_the_gain_and_leaves_the_archive_as_it_is(many_articles: Path) -> None:
    done = wenbao("train", "--json", "--quiet", folder=many_articles)
    (record,) = lines(done.stdout)
    assert record["documents"] + record["questions"] == 120
    assert {"before", "after", "gained"} <= set(record)
    assert (Path(many_articles, record["model"]) / "modules.json").exists()
    assert wenbao("search", "城南水库", folder=many_articles).returncode == 0


def test_archive_can_be_encoded_again_with_the_trained_model(many_articles: Path) -> None:
    record = json.loads(
        wenbao("train", "--json", "--out", "own", "--use", folder=many_articles).stdout
    )
    assert record["used"] == record["gained"]
    rebuilt = wenbao("index", "--rebuild", "--model", "own", folder=many_articles)
    assert rebuilt.returncode == 0
    assert wenbao("search", "城南水库", folder=many_articles).returncode == 0


def test_training_again_starts_from_the_archives_model_and_needs_no_new_name(
    many_articles: Path,
) -> None:
    first = json.loads(wenbao("train", "--json", "--quiet", folder=many_articles).stdout)
    rebuilt = wenbao("index", "--rebuild", "--model", first["model"], folder=many_articles)
    assert rebuilt.returncode == 0
    again = json.loads(wenbao("train", "--json", "--quiet", folder=many_articles).stdout)
    assert again["model"] != first["model"]
    assert again["before"] == first["after"]


def test_asking_without_a_language_model_does_not_import_its_client(folder: Path) -> None:
    code = (
        "import sys; from qa.cli import main; main(['ask', '公园']); print('openai' in sys.modules)"
    )
    assert last_line(code, folder) == "False"


def test_last_change_is_undone(tmp_path: Path) -> None:
    (tmp_path / "江城日报_20240410_01.txt").write_text(PAGE, encoding="utf-8")
    wenbao("index", ".", folder=tmp_path)
    wenbao("remove", "江城日报-2024-04-10", folder=tmp_path)
    assert wenbao("rollback", folder=tmp_path).returncode == 0
    assert "江城日报-2024-04-10" in wenbao("editions", folder=tmp_path).stdout
    assert wenbao("rollback", folder=tmp_path).returncode == 1


def test_stats_count_what_the_archive_holds(folder: Path) -> None:
    (found,) = lines(wenbao("stats", "--json", folder=folder).stdout)
    assert (found["editions"], found["articles"], found["oldest"]) == (1, 1, "2024-04-10")


def test_check_mends_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "江城日报_20240410_01.txt").write_text(PAGE, encoding="utf-8")
    wenbao("index", ".", folder=tmp_path)
    (vectors,) = (tmp_path / "archive").glob("*.vectors")
    vectors.write_bytes(b"")
    asked = wenbao("ask", "市园林局局长是谁?", folder=tmp_path)
    assert (asked.returncode, "Traceback" in asked.stderr) == (1, False)
    assert vectors.name in asked.stderr
    checked = wenbao("check", folder=tmp_path)
    assert (checked.returncode, checked.stdout.startswith("mended")) == (0, True)
    assert "方晓川" in wenbao("ask", "市园林局局长是谁?", folder=tmp_path).stdout


def test_export_is_imported_into_another_archive(folder: Path, tmp_path: Path) -> None:
    for name in ("all.jsonl", "all.wenbao"):
        assert wenbao("export", str(tmp_path / name), folder=folder).returncode == 0
        copy = f"{name}-copy"
        assert wenbao("import", name, "--archive", copy, folder=tmp_path).returncode == 0
        copied = wenbao("articles", "--json", "--archive", copy, folder=tmp_path).stdout
        assert copied == wenbao("articles", "--json", folder=folder).stdout


def test_pruned_edition_is_reported(tmp_path: Path) -> None:
    for day in ("10", "11"):
        page = tmp_path / "pages" / f"江城日报_202404{day}_01.txt"
        page.parent.mkdir(exist_ok=True)
        page.write_text(PAGE, encoding="utf-8")
    wenbao("index", "pages", folder=tmp_path)
    page.unlink()
    done = wenbao("index", "pages", "--prune", "--json", folder=tmp_path)
    (report,) = lines(done.stdout)
    assert report["removed"] == ["江城日报-2024-04-11"]


def test_rebuild_tells_how_much_was_encoded_anew(folder: Path) -> None:
    done = wenbao("index", "--rebuild", "--quiet", folder=folder)
    assert "encoded   1 passages anew with wenbao-static" in done.stdout


def test_indexing_leaves_a_line_that_can_be_searched_for(tmp_path: Path) -> None:
    (tmp_path / "江城日报_20240410_01.txt").write_text(PAGE, encoding="utf-8")
    done = wenbao("index", ".", folder=tmp_path)
    assert " index added=1 replaced=0 removed=0 unchanged=0 failed=0 articles=1" in done.stderr
    assert wenbao("index", ".", "--quiet", folder=tmp_path).stderr == ""


def test_gate_that_is_not_passed_gives_exit_code_1(tmp_path: Path) -> None:
    page = tmp_path / "江城日报_20240410_01.txt"
    page.write_text(PAGE, encoding="utf-8")
    wenbao("index", page.name, folder=tmp_path)
    page.write_text(PAGE.replace("方晓川", "某人"), encoding="utf-8")
    (tmp_path / "q.jsonl").write_text(
        '{"question": "市园林局局长是谁?", "answers": ["方晓川"]}\n', encoding="utf-8"
    )
    done = wenbao("index", page.name, "--gate", "q.jsonl", folder=tmp_path)
    assert done.returncode == 1
    assert "市园林局局长是谁?" in done.stderr
    assert "方晓川" in wenbao("ask", "市园林局局长是谁?", folder=tmp_path).stdout
