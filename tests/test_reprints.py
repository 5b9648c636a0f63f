"""Articles that several editions carried are found once, with all that carried them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from qa import Archive
from qa.reprints import are_alike, clauses
from qa.types import Article

WIRE = "今年入汛以来,全省大中型水库蓄水总量达到四十六亿立方米,比常年同期多两成。省水利厅要求各地加强巡查,确保安全度汛,并及时发布预警信息。"
OTHER = "城南水库昨日开闸泄洪,下游沿岸的两个村庄提前转移了村民。村干部说,蔬菜大棚受了淹,人都平安。"


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    papers = {
        "岚江日报_20240601_01": WIRE,
        "桐城晚报_20240602_03": WIRE + "本报将继续关注。",
        "桐城晚报_20240603_01": OTHER,
    }
    folder = tmp_path / "editions"
    folder.mkdir()
    for name, text in papers.items():
        page = f"## 水库蓄水{len(text)}\n\n本报讯(记者 甲乙)" + text
        (folder / f"{name}.txt").write_text(page, encoding="utf-8")
    archive = Archive.open(tmp_path / "archive")
    archive.index([folder])
    return archive


def test_reprint_is_shown_once_with_every_edition_that_carried_it(archive: Archive) -> None:
    hits = archive.retrieve("全省水库蓄水总量是多少?")
    assert len(hits) == 2
    carried = [hits[0].edition, *(edition for _, edition in hits[0].reprints)]
    assert {(edition.paper, edition.date) for edition in carried} == {
        ("岚江日报", date(2024, 6, 1)),
        ("桐城晚报", date(2024, 6, 2)),
    }


def test_article_of_the_same_subject_is_no_reprint(archive: Archive) -> None:
    hits = archive.retrieve("城南水库泄洪转移了哪里的村民?")
    assert hits[0].edition.date == date(2024, 6, 3)
    assert hits[0].reprints == ()


def test_reprint_is_quoted_once(archive: Archive) -> None:
    answer = archive.ask("全省大中型水库蓄水总量达到多少?")
    assert len(answer.citations) == 1


def test_width_and_traditional_forms_make_no_difference() -> None:
    one = Article("1", "1", "", ("今年入汛以来，水庫蓄水增加，省裏要求巡查，注意安全度汛。",))
    other = Article("2", "1", "", ("今年入汛以来,水库蓄水增加,省里要求巡查,注意安全度汛。",))
    assert are_alike(clauses(one), clauses(other))


def test_short_texts_are_not_held_to_be_alike() -> None:
    one = Article("1", "1", "", ("今日停水。",))
    assert not are_alike(clauses(one), clauses(one))
