"""Articles that several editions carried are found once, with all that carried them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest

from qa import Archive
from qa.retrieval.reprints import are_alike, clauses, grouped
from qa.types import Article, Edition, Hit, Passage, ScoreParts

WIRE = "今年入汛以来,全省大中型水库蓄水总量达到四十六亿立方米,比常年同期多两成。省水利厅要求各地加强巡查,确保安全度汛,并及时发布预警信息。"
OTHER = "城南水库昨日开闸泄洪,下游沿岸的两个村庄提前转移了村民。村干部说,蔬菜大棚受了淹,人都平安。"


@pytest.fixture
def archive(archive_of: Callable[[Mapping[str, str]], Archive]) -> Archive:
    papers = {
        "岚江日报_20240601_01": WIRE,
        "桐城晚报_20240602_03": WIRE + "本报将继续关注。",
        "桐城晚报_20240603_01": OTHER,
    }
    return archive_of(
        {
            name: f"## 水库蓄水{len(text)}\n\n本报讯(记者 甲乙)" + text
            for name, text in papers.items()
        }
    )


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


def bulletin(id_: str, day: int, doses: str) -> Article:
    told = (
        f"截至8月{day}日24时,全区累计接种新冠疫苗{doses}剂次。",
        "请尚未接种的居民带上身份证就近接种,接种点每天上午8点半开放。",
        "接种后请留观半小时,有不适请告诉医生。",
    )
    return Article(id_, "1", "疫苗接种通报", told)


def test_bulletin_of_another_day_is_no_reprint() -> None:
    one, other = bulletin("1", 30, "85万"), bulletin("2", 31, "86万")
    assert are_alike(clauses(one), clauses(bulletin("3", 30, "85万")))
    assert not are_alike(clauses(one), clauses(other))


def hit_on(article: Article, paragraph: int) -> Hit:
    start = article.text.index(article.paragraphs[paragraph])
    text = article.paragraphs[paragraph]
    passage = Passage(article.id, start, start + len(text), text)
    edition = Edition(f"{article.id}报", f"{article.id}报", date(2024, 6, 1))
    return Hit(0.5, passage, article, edition, ScoreParts(0.5, 0.5))


def test_hit_on_what_only_the_longer_version_says_is_kept() -> None:
    more = "本市的石鼓水库蓄水一千二百万立方米,水位离汛限还有两米。"
    short = bulletin("晨", 31, "86万")
    long = replace(bulletin("晚", 31, "86万"), paragraphs=(*short.paragraphs, more))
    same, only = hit_on(long, 1), hit_on(long, 3)
    assert grouped([hit_on(short, 0), same, only]) == [
        replace(hit_on(short, 0), reprints=((long, same.edition),)),
        only,
    ]


def test_text_in_many_editions_leaves_room_for_others(
    archive_of: Callable[[Mapping[str, str]], Archive],
) -> None:
    wire = {f"岚江日报_202406{day:02}_01": f"## 水库蓄水充足\n\n{WIRE}" for day in range(1, 31)}
    archive = archive_of({**wire, "桐城晚报_20240603_01": f"## 水库泄洪\n\n{OTHER}"})
    hits = archive.retrieve("水库", k=5)
    assert len(hits) == 2
    assert max(len(hit.reprints) for hit in hits) == 29


NOTICE = "因管道检修,3月18日8时至18时,西仓路、柳巷沿线停水。请沿线居民提前储水,并互相转告。不便之处,敬请谅解。"


def test_notice_of_another_year_is_no_reprint(
    archive_of: Callable[[Mapping[str, str]], Archive],
) -> None:
    archive = archive_of(
        {
            f"岚江日报_{day}_02": f"## 停水通知\n\n{NOTICE}\n"
            for day in ("20230316", "20240316", "20240317")
        }
    )
    hits = archive.retrieve("西仓路几月几日停水?")
    carried = [{hit.edition.date, *(edition.date for _, edition in hit.reprints)} for hit in hits]
    of_one_year = {date(2024, 3, 16), date(2024, 3, 17)}
    assert sorted(carried, key=len) == [{date(2023, 3, 16)}, of_one_year]


def test_reprints_are_named_in_the_order_of_their_days(
    archive_of: Callable[[Mapping[str, str]], Archive],
) -> None:
    days = ("20240603", "20240601", "20240604", "20240602")
    archive = archive_of({f"桐城晚报_{day}_02": f"## 水库蓄水\n\n{WIRE}\n" for day in days})
    (hit,) = archive.retrieve("全省水库蓄水总量是多少?")
    printed = [edition.date for _, edition in hit.reprints]
    assert printed == sorted(printed, key=str)
    assert len(printed) == 3
