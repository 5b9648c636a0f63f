"""An archive: editions come in, are replaced and removed, and are found again."""

import json
import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from embeddings import load_encoder
from qa import (
    Archive,
    ArchiveBusyError,
    ArchiveError,
    ModelError,
    ModelMismatchError,
    UsageError,
    retrieve,
)
from qa.errors import DamagedError, GateError
from qa.evaluation import Question
from qa.questions.understand import understand
from qa.retrieval.retrieve import retrieve_unread
from qa.storage import shards
from qa.storage.portable import read_whole
from qa.storage.store import Store

PARK = """## 滨河公园动工

本报讯(记者 周明)4月9日,滨河公园在城南动工,占地3.2万平方米,计划8月开放。市园林局局长方晓川说,公园里将种植两千棵银杏。
"""
BUS = """## 18路公交车开通

本报讯(记者 吴霞)4月9日,18路公交车开通,从火车站开往大学城,全程14公里,票价2元。
"""
OPENED = """## 滨河公园开放

本报讯(记者 周明)9月3日,滨河公园向市民开放。
"""


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def editions(tmp_path: Path) -> Path:
    folder = tmp_path / "editions"
    write(folder, "江城日报_20240410_01.txt", PARK)
    write(folder, "江城日报_20240410_02.txt", BUS)
    write(folder, "江城日报_20240904_01.txt", OPENED)
    return folder


@pytest.fixture
def archive(tmp_path: Path, editions: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive") as opened:
        opened.index([editions])
        yield opened


def headlines(archive: Archive) -> list[str]:
    return [article.headline for article, _ in archive.articles()]


def test_page_that_comes_later_is_in_its_printed_place(tmp_path: Path) -> None:
    folder = tmp_path / "editions"
    for number in (1, 10):
        write(folder, f"江城日报_20240410_{number}.txt", f"## 要闻之{number}\n\n今天有事。\n")
    with Archive.open(tmp_path / "archive") as archive:
        archive.index([folder])
        later = write(folder, "江城日报_20240410_2.txt", "## 要闻之2\n\n今天有事。\n")
        archive.index([later])
        assert [article.page for article, _ in archive.articles()] == ["1", "2", "10"]
        assert archive.editions()[0].pages == ("1", "2", "10")


def test_index_reports_the_editions_added(tmp_path: Path, editions: Path) -> None:
    with Archive.open(tmp_path / "archive") as archive:
        report = archive.index([editions])
    assert report.added == ("江城日报-2024-04-10", "江城日报-2024-09-04")
    assert (report.articles, report.failed) == (3, ())


def test_archive_lists_its_editions_oldest_first(archive: Archive) -> None:
    april, september = archive.editions()
    assert (april.edition.paper, april.edition.date) == ("江城日报", date(2024, 4, 10))
    assert (april.pages, april.articles) == (("01", "02"), 2)
    assert september.edition.date == date(2024, 9, 4)


def test_unchanged_editions_are_left_alone(archive: Archive, editions: Path) -> None:
    report = archive.index([editions])
    assert report.unchanged == ("江城日报-2024-04-10", "江城日报-2024-09-04")
    assert (report.added, report.replaced, report.passages) == ((), (), 0)


def test_changed_page_replaces_what_was_read_of_it(archive: Archive, editions: Path) -> None:
    write(editions, "江城日报_20240904_01.txt", OPENED.replace("公园开放", "公园延期"))
    report = archive.index([editions])
    assert report.replaced == ("江城日报-2024-09-04",)
    assert headlines(archive) == ["滨河公园动工", "18路公交车开通", "滨河公园延期"]


def test_passages_that_no_generation_has_do_not_pile_up(
    archive: Archive, editions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "to_merge", lambda _: 0)  # as with shards that are full
    for day in range(1, 25):
        write(
            editions, "江城日报_20240904_01.txt", OPENED.replace("公园开放", f"公园第{day}次延期")
        )
        archive.index([editions])
    with closing(sqlite3.connect(archive.folder / "catalogue.sqlite")) as catalogue:
        (kept,) = catalogue.execute("SELECT SUM(passages) FROM editions").fetchone()
        (held,) = catalogue.execute(
            "SELECT SUM(passages) FROM shards WHERE removed IS NULL"
        ).fetchone()
    assert held <= kept * 1.5
    assert archive.check() == []


def test_page_indexed_alone_leaves_the_other_pages_of_its_edition(
    archive: Archive, editions: Path
) -> None:
    page = write(editions, "江城日报_20240410_02.txt", BUS.replace("开通", "停运"))
    archive.index([page])
    assert headlines(archive)[:2] == ["滨河公园动工", "18路公交车停运"]


def test_file_indexed_under_another_date_moves_there(archive: Archive, editions: Path) -> None:
    archive.index([editions / "江城日报_20240904_01.txt"], day="2024-09-05")
    assert [str(summary.edition.date) for summary in archive.editions()] == [
        "2024-04-10",
        "2024-09-05",
    ]


def test_broken_file_is_reported_and_the_rest_is_read(tmp_path: Path, editions: Path) -> None:
    (editions / "江城日报_20240411_01.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    with Archive.open(tmp_path / "archive") as archive:
        report = archive.index([editions])
    assert len(report.added) == 2
    assert [Path(failure.source).name for failure in report.failed] == ["江城日报_20240411_01.txt"]


def test_missing_path_is_reported(archive: Archive, tmp_path: Path) -> None:
    (failure,) = archive.index([tmp_path / "nowhere"]).failed
    assert "nowhere" in failure.reason


def test_removed_edition_is_found_no_more(archive: Archive) -> None:
    assert archive.remove("江城日报-2024-04-10")
    assert headlines(archive) == ["滨河公园开放"]
    assert {hit.article.headline for hit in archive.retrieve("18路公交车")} == {"滨河公园开放"}


def test_removing_what_is_not_there_says_so(archive: Archive) -> None:
    assert not archive.remove("江城日报-1999-01-01")


def test_hit_carries_passage_article_and_edition(archive: Archive) -> None:
    hit = archive.retrieve("18路公交车全程多少公里?", k=1)[0]
    assert "14公里" in hit.passage.text
    assert hit.passage.text == hit.article.text[hit.passage.start : hit.passage.end]
    assert (hit.article.headline, hit.article.reporters) == ("18路公交车开通", ("吴霞",))
    assert (hit.edition.paper, hit.edition.date) == ("江城日报", date(2024, 4, 10))


def test_hits_come_best_first(archive: Archive) -> None:
    scores = [hit.score for hit in archive.retrieve("滨河公园什么时候开放?")]
    assert scores == sorted(scores, reverse=True)


def test_of_an_article_only_the_best_passage_is_a_hit(tmp_path: Path) -> None:
    told = "\n\n".join(f"滨河公园第{number}期" + "种了银杏和柳树。" * 30 for number in "一二三四")
    page = write(tmp_path / "editions", "江城日报_20240410_01.txt", f"## 滨河公园\n\n{told}\n")
    with Archive.open(tmp_path / "archive") as archive:
        archive.index([page])
        hits = archive.retrieve("滨河公园种了什么?", k=5)
    read = retrieve_unread(
        Store(tmp_path / "archive"), load_encoder(), understand("滨河公园种了什么?"), 5
    )
    assert len(hits) == 1
    assert len(read) > 1
    assert {hit.article.id for hit in read} == {hits[0].article.id}


def test_same_question_gives_the_same_hits(archive: Archive) -> None:
    assert archive.retrieve("公园") == archive.retrieve("公园")


def test_date_range_limits_the_editions_searched(archive: Archive) -> None:
    hits = archive.retrieve("滨河公园", since="2024-09-01", until=date(2024, 9, 30))
    assert [hit.article.headline for hit in hits] == ["滨河公园开放"]


def test_page_filter_ignores_leading_noughts(archive: Archive) -> None:
    assert [hit.article.headline for hit in archive.retrieve("公园", page="2")] == [
        "18路公交车开通"
    ]


def test_reporter_filter_finds_only_what_they_wrote(archive: Archive) -> None:
    hits = archive.retrieve("滨河公园", reporter="吴霞")
    assert [hit.article.headline for hit in hits] == ["18路公交车开通"]


@pytest.mark.parametrize(
    "filters",
    [
        {"paper": "江城"},
        {"paper": "江城日報"},
        {"reporter": "盧 亮"},
        {"reporter": "卢亮"},
        {"section": "民生"},
        {"section": "民生關注"},
        {"page": "第3版"},
    ],
)
def test_name_of_a_filter_is_found_as_readers_write_it(
    archive: Archive, editions: Path, filters: dict[str, str]
) -> None:
    text = "2024年10月8日 星期二 第03版:民生关注\n\n## 夜校开课\n\n本报讯(记者 卢 亮)夜校开课。"
    archive.index([write(editions, "江城日报_20241008_03.txt", text)])
    hits = archive.retrieve("夜校", since="2024-10-01", **filters)
    assert [hit.article.headline for hit in hits] == ["夜校开课"]


def test_part_of_a_name_that_two_papers_have_is_neither(archive: Archive, editions: Path) -> None:
    archive.index([write(editions, "江城晚报_20241008_03.txt", OPENED)])
    assert archive.retrieve("公园", paper="江城") == []


@pytest.mark.parametrize("k", [0, 1.5, "3", None, True])
def test_number_of_hits_that_makes_no_sense_is_named(archive: Archive, k: object) -> None:
    with pytest.raises(UsageError, match="whole number"):
        archive.retrieve("公园", k=k)  # type: ignore[arg-type]


@pytest.mark.parametrize("question", [None, 7, "公园\ud800", " "])
def test_question_that_is_no_text_is_named(archive: Archive, question: object) -> None:
    with pytest.raises(UsageError, match="question"):
        archive.ask(question)  # type: ignore[arg-type]


def test_what_a_search_is_limited_to_is_told(archive: Archive) -> None:
    found = archive.searched("9月3日的报纸说了什么?", paper="江城")
    assert (found.paper, found.dates.since) == ("江城日报", date(2024, 9, 3))


def test_filter_that_matches_nothing_gives_no_hits(archive: Archive) -> None:
    assert archive.retrieve("公园", paper="别的报") == []


def test_traditional_question_finds_simplified_text(archive: Archive) -> None:
    assert archive.retrieve("濱河公園開放", k=1)[0].article.headline == "滨河公园开放"


def test_empty_archive_has_no_hits(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "empty") as archive:
        assert archive.retrieve("公园") == []


def test_answer_quotes_its_article_word_for_word(archive: Archive) -> None:
    answer = archive.ask("市园林局局长是谁?")
    assert "方晓川" in answer.text
    for citation in answer.citations:
        assert citation.quote == citation.article.text[citation.start : citation.end]
        assert f"[{citation.number}]" in answer.text


def test_question_about_something_else_is_not_answered(archive: Archive) -> None:
    answer = archive.ask("谁赢得了世界杯足球赛的金靴奖?")
    assert answer.abstained
    assert answer.citations == ()


def test_retrieve_opens_the_archive_by_itself(archive: Archive) -> None:
    assert retrieve("18路公交车", k=1, archive=archive.folder) == archive.retrieve(
        "18路公交车", k=1
    )


def test_open_reader_sees_what_another_one_writes(archive: Archive, editions: Path) -> None:
    archive.retrieve("地铁")
    page = write(editions, "江城日报_20240905_01.txt", "## 地铁一号线试运行\n\n地铁来了。\n")
    with Archive.open(archive.folder) as other:
        other.index([page])
    assert archive.retrieve("地铁", k=1)[0].article.headline == "地铁一号线试运行"


def test_second_writer_is_told_to_wait(archive: Archive, editions: Path) -> None:
    with Archive.open(archive.folder) as other:
        with archive._store.writing(archive._encoder), pytest.raises(ArchiveBusyError):
            other.index([editions])
        assert len(other.editions()) == 2


def test_write_that_fails_leaves_the_archive_as_it_was(
    archive: Archive, editions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    write(editions, "江城日报_20240904_01.txt", OPENED.replace("开放", "关闭"))
    monkeypatch.setattr("embeddings.VectorIndex.write_to", fail)
    with pytest.raises(ArchiveError, match="No space left"):
        archive.index([editions])
    assert headlines(archive)[-1] == "滨河公园开放"
    assert archive.retrieve("滨河公园开放")


@pytest.mark.parametrize("kind", ["words", "vectors"])
def test_lost_file_is_named_with_what_mends_it(archive: Archive, kind: str) -> None:
    (file,) = archive.folder.glob(f"*.{kind}")
    file.unlink()
    with Archive.open(archive.folder) as again, pytest.raises(DamagedError, match=file.name):
        again.retrieve("公园")


@pytest.mark.parametrize("kind", ["words", "vectors"])
@pytest.mark.parametrize("damage", ["lost", "cut", "changed"])
def test_check_mends_what_can_be_derived_again(archive: Archive, kind: str, damage: str) -> None:
    expected = archive.retrieve("公园")
    (file,) = archive.folder.glob(f"*.{kind}")
    content = bytearray(file.read_bytes())
    content[-30] ^= 1
    file.unlink()
    if damage != "lost":
        file.write_bytes(content[:100] if damage == "cut" else content)
    with Archive.open(archive.folder) as again:
        assert [finding.mended for finding in again.check()] == [True]
        assert again.check() == []
        assert again.retrieve("公园") == expected


def test_check_without_repair_leaves_everything_as_it_is(archive: Archive) -> None:
    (file,) = archive.folder.glob("*.words")
    file.write_bytes(b"WBA1" * 10)
    assert [finding.mended for finding in archive.check(repair=False)] == [False]
    assert file.read_bytes() == b"WBA1" * 10


def test_check_names_the_edition_whose_text_is_damaged(archive: Archive) -> None:
    connection = sqlite3.connect(archive.folder / "catalogue.sqlite")
    connection.execute("UPDATE articles SET data = x'00' WHERE number = 0")
    connection.commit()
    (finding,) = archive.check()
    assert not finding.mended
    assert "江城日报-2024-04-10" in finding.text
    assert "江城日报_20240410_01.txt" in finding.text
    with pytest.raises(DamagedError, match="wenbao check"):
        archive.articles()


def test_rollback_brings_back_what_a_change_took(archive: Archive, editions: Path) -> None:
    before = archive.retrieve("公园")
    write(editions, "江城日报_20240904_01.txt", OPENED.replace("公园开放", "公园延期"))
    archive.index([editions])
    archive.remove("江城日报-2024-04-10")
    archive.rollback()
    assert headlines(archive) == ["滨河公园动工", "18路公交车开通", "滨河公园延期"]
    archive.rollback()
    assert archive.retrieve("公园") == before
    assert archive.check() == []


def test_change_after_a_rollback_goes_on_from_there(archive: Archive, editions: Path) -> None:
    archive.remove("江城日报-2024-04-10")
    archive.rollback()
    archive.remove("江城日报-2024-09-04")
    assert headlines(archive) == ["滨河公园动工", "18路公交车开通"]
    assert archive.check() == []


def test_rollback_goes_back_no_further_than_what_is_kept(archive: Archive, editions: Path) -> None:
    for day in range(1, 8):
        archive.index([write(editions, f"江城日报_2024100{day}_01.txt", OPENED)])
    for _ in range(3):
        archive.rollback()
    with pytest.raises(ArchiveError, match="no earlier generation"):
        archive.rollback()
    assert len(archive.editions()) == 6


def test_many_small_additions_are_merged_and_all_found(archive: Archive, editions: Path) -> None:
    for day in range(1, 25):
        news = f"## 第{day}号新闻\n\n消息{day}说,今天是{day}日。\n"
        archive.index([write(editions, f"江城日报_202411{day:02}_01.txt", news)])
    assert archive.statistics().shards < 24
    assert len(archive.editions()) == 26
    assert archive.check() == []
    found = [archive.retrieve(f"第{day}号新闻", k=1)[0].edition.date for day in (1, 12, 24)]
    assert found == [date(2024, 11, day) for day in (1, 12, 24)]


def test_prune_drops_what_is_no_longer_in_the_folder(archive: Archive, editions: Path) -> None:
    (editions / "江城日报_20240410_02.txt").unlink()
    (editions / "江城日报_20240904_01.txt").unlink()
    report = archive.index([editions], prune=True)
    assert report.removed == ("江城日报-2024-04-10", "江城日报-2024-09-04")
    assert headlines(archive) == ["滨河公园动工"]


def test_prune_leaves_what_came_from_elsewhere_or_cannot_be_read(
    archive: Archive, editions: Path, tmp_path: Path
) -> None:
    archive.index([write(tmp_path / "other", "江城日报_20241001_01.txt", OPENED)])
    (editions / "江城日报_20240410_02.txt").write_bytes(b"")
    assert archive.index([editions], prune=True).removed == ()
    assert len(headlines(archive)) == 4


def test_gate_keeps_a_change_that_answers_as_well(archive: Archive, editions: Path) -> None:
    questions = [Question("18路公交车票价多少?", ("2元",), frozenset())]
    page = write(editions, "江城日报_20241001_01.txt", "## 天气\n\n明天多云。\n")
    archive.index([page], gate=questions)
    assert len(archive.editions()) == 3


def test_gate_refuses_a_change_that_answers_worse_and_says_which(
    archive: Archive, editions: Path
) -> None:
    questions = [Question("18路公交车票价多少?", ("2元",), frozenset())]
    write(editions, "江城日报_20240410_02.txt", BUS.replace("票价2元", "票价未定"))
    with pytest.raises(GateError, match="18路公交车票价多少"):
        archive.index([editions], gate=questions)
    assert "2元" in archive.retrieve("18路公交车票价")[0].passage.text


def test_exported_articles_come_back_with_nothing_lost(archive: Archive, tmp_path: Path) -> None:
    assert archive.export(tmp_path / "articles.jsonl") == 3
    with Archive.open(tmp_path / "copy") as copy:
        assert copy.import_articles(tmp_path / "articles.jsonl") == 2
        assert copy.articles() == archive.articles()
        assert copy.editions() == archive.editions()
        assert copy.retrieve("公园") == archive.retrieve("公园")


def test_exported_article_has_the_fields_of_schema_org(archive: Archive, tmp_path: Path) -> None:
    archive.export(tmp_path / "articles.jsonl")
    first = json.loads((tmp_path / "articles.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert (first["@type"], first["headline"]) == ("NewsArticle", "滨河公园动工")
    assert (first["datePublished"], first["printPage"]) == ("2024-04-10", "01")
    assert first["author"] == [{"@type": "Person", "name": "周明"}]


def test_archive_in_one_file_comes_back_as_it_was(archive: Archive, tmp_path: Path) -> None:
    archive.export_whole(tmp_path / "all.wenbao")
    read_whole(tmp_path / "all.wenbao", tmp_path / "copy")
    with Archive.open(tmp_path / "copy") as copy:
        assert copy.articles() == archive.articles()
        assert copy.retrieve("公园") == archive.retrieve("公园")
        assert copy.check() == []


def test_import_into_an_archive_that_holds_editions_is_refused(
    archive: Archive, tmp_path: Path
) -> None:
    archive.export_whole(tmp_path / "all.wenbao")
    with pytest.raises(ArchiveError, match="holds an archive already"):
        read_whole(tmp_path / "all.wenbao", archive.folder)


def test_damaged_file_is_not_imported(archive: Archive, tmp_path: Path) -> None:
    archive.export_whole(tmp_path / "all.wenbao")
    content = bytearray((tmp_path / "all.wenbao").read_bytes())
    content[len(content) // 2] ^= 1
    (tmp_path / "all.wenbao").write_bytes(content)
    with pytest.raises(ArchiveError, match="cannot be imported"):
        read_whole(tmp_path / "all.wenbao", tmp_path / "copy")
    assert not (tmp_path / "copy" / "catalogue.sqlite").exists()


def test_archive_of_another_model_is_refused(archive: Archive, tmp_path: Path) -> None:
    other = small_model(tmp_path / "other-model")
    with pytest.raises(ModelMismatchError, match="--rebuild"):
        Archive.open(archive.folder, model=str(other))


def test_bundled_model_of_an_earlier_version_is_not_asked_for(archive: Archive) -> None:
    folder = archive.folder
    archive.close()
    with sqlite3.connect(folder / "catalogue.sqlite") as catalogue:
        catalogue.execute("UPDATE generations SET model='wenbao-static-1', fingerprint='0'")
    with pytest.raises(ModelMismatchError, match="Encode the archive again: wenbao index"):
        Archive.open(folder)


def test_model_of_a_relative_folder_is_found_from_another_one(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_model(tmp_path / "models" / "small")
    monkeypatch.chdir(tmp_path)
    Archive.rebuild(archive.folder, model="models/small").close()
    monkeypatch.chdir(archive.folder)
    with Archive.open(archive.folder) as again:
        assert again.retrieve("公园")


def test_model_that_was_moved_serves_under_its_new_name(archive: Archive, tmp_path: Path) -> None:
    before = small_model(tmp_path / "before")
    Archive.rebuild(archive.folder, model=str(before)).close()
    after = before.rename(tmp_path / "after")
    with pytest.raises(ModelError, match=r"before.*--model FOLDER"):
        Archive.open(archive.folder)
    with Archive.open(archive.folder, model=str(after)) as again:
        assert again.retrieve("公园")


def test_model_whose_weights_have_changed_is_not_asked_for_by_its_name(
    archive: Archive, tmp_path: Path
) -> None:
    model = small_model(tmp_path / "model")
    Archive.rebuild(archive.folder, model=str(model)).close()
    (weights,) = model.rglob("model.safetensors")
    changed = bytearray(weights.read_bytes())
    changed[-1] ^= 1
    weights.write_bytes(changed)
    with pytest.raises(ModelMismatchError, match="other weights"):
        Archive.open(archive.folder)


def test_rebuild_changes_the_model(archive: Archive, tmp_path: Path) -> None:
    other = small_model(tmp_path / "other-model")
    Archive.rebuild(archive.folder, model=str(other)).close()
    with Archive.open(archive.folder) as again:
        assert again.model == str(other)
        assert again.statistics().dimension == again._encoder.dimension
        assert again.retrieve("18路公交车", k=1)[0].article.headline == "18路公交车开通"


def test_catalogue_that_is_none_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "catalogue.sqlite").write_bytes(b"not a database" * 100)
    with pytest.raises(ArchiveError, match=r"catalogue\.sqlite"):
        Archive.open(tmp_path)


@pytest.mark.parametrize("question", ["", "  \n"])
def test_empty_question_is_a_usage_error(archive: Archive, question: str) -> None:
    with pytest.raises(UsageError):
        archive.ask(question)


def test_wrong_date_is_a_usage_error_that_names_it(archive: Archive) -> None:
    with pytest.raises(UsageError, match="2024-13-01"):
        archive.retrieve("公园", since="2024-13-01")


def small_model(folder: Path) -> Path:
    """Write a sentence-transformers model with random rows for every character."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import StaticEmbedding
    from tokenizers import Tokenizer, models, pre_tokenizers

    vocabulary = {chr(code): number for number, code in enumerate(range(0x4E00, 0x9FA6))}
    vocabulary["[UNK]"] = len(vocabulary)
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Split("", "isolated")
    module = StaticEmbedding(tokenizer, embedding_dim=16)
    SentenceTransformer(modules=[module]).save(str(folder))
    return folder


def test_question_about_how_things_stand_finds_the_newest_first(archive: Archive) -> None:
    assert archive.retrieve("滨河公园后来开放了吗?", k=1)[0].edition.date == date(2024, 9, 4)


def test_date_of_an_edition_in_the_question_limits_the_search(archive: Archive) -> None:
    hits = archive.retrieve("4月10日的报纸写了哪个公园?")
    assert {hit.edition.date for hit in hits} == {date(2024, 4, 10)}


def test_no_question_fails_while_the_archive_changes(archive: Archive, editions: Path) -> None:
    done = threading.Event()

    def ask() -> int:
        asked = 0
        with Archive.open(archive.folder) as reader:
            while not done.is_set():
                assert reader.retrieve("滨河公园", k=1)
                asked += 1
        return asked

    with ThreadPoolExecutor(1) as pool:
        asking = pool.submit(ask)
        for day in range(1, 13):
            archive.index([write(editions, f"江城日报_202410{day:02}_01.txt", OPENED)])
            archive.remove(f"江城日报-2024-10-{day:02}")
            archive.rollback()
        done.set()
        assert asking.result() > 0


def test_writer_that_waits_writes_after_the_other(archive: Archive, editions: Path) -> None:
    page = write(editions, "江城日报_20241001_01.txt", OPENED)
    writing = threading.Event()

    def remove() -> None:
        with archive._store.writing(archive._encoder) as writer:
            writing.set()
            writer.remove_edition("江城日报-2024-09-04")

    with ThreadPoolExecutor(1) as pool, Archive.open(archive.folder) as other:
        removing = pool.submit(remove)
        writing.wait()
        other.index([page], wait=True)
        removing.result()
    assert [str(one.edition.date) for one in archive.editions()] == ["2024-04-10", "2024-10-01"]


@pytest.mark.parametrize(("question", "month"), [("8月底夜市几点开?", 8), ("5月初夜市几点开?", 5)])
def test_date_of_an_event_prefers_the_editions_of_those_days(
    tmp_path: Path, question: str, month: int
) -> None:
    for day in ("20240503", "20240830"):
        page = tmp_path / f"江城日报_{day}_01.txt"
        page.write_text(f"## 夜市今晚开市{day}\n\n夜市每晚6点开,欢迎市民。", encoding="utf-8")
    with Archive.open(tmp_path / "archive") as archive:
        archive.index([tmp_path])
        (first, *_) = archive.retrieve(question)
    assert first.edition.date is not None
    assert first.edition.date.month == month
