"""What belongs to the page and what to an article, where only the place of a line tells."""

from pathlib import Path

import pytest

from qa.editions import ReadFailure, read_editions
from qa.types import Article, ReadEdition, Role

BODY = "石桥镇的豆腐坊天不亮就开门,一板豆腐卖到中午就剩不下几块,老街坊都端着盆来。"
OTHER = "北坡水库昨日开闸放水,下游三个村的秧田当天就灌上了头遍水,浇地不用再排队。"
TITLE = "## 豆腐坊天不亮就开门"


def read_page(page: str, tmp_path: Path) -> ReadEdition:
    path = tmp_path / "1.md"
    path.write_text(page, encoding="utf-8")
    (edition,) = read_editions([path])
    assert not isinstance(edition, ReadFailure)
    return edition


def articles(page: str, tmp_path: Path) -> tuple[Article, ...]:
    return read_page(page, tmp_path).articles


def furniture(page: str, tmp_path: Path) -> list[str]:
    (one,) = read_page(page, tmp_path).pages
    return [block.text for block in one.blocks if block.role is Role.FURNITURE]


# --- addresses and numbers ------------------------------------------------------------------------

CONTACTS = [
    "地址:石桥镇河沿街12号",
    "电话:0000-4412345",
    "热线:0000-4412345",
    "服务热线:400-000-4412",
    "投稿邮箱:tougao@example.com",
    "地址:石桥镇河沿街12号 订货热线:0000-4412345",
    "地址:石桥镇河沿街12号 邮编:450000",
]


@pytest.mark.parametrize("contact", CONTACTS)
def test_contact_within_an_article_is_its_text(contact: str, tmp_path: Path) -> None:
    (article,) = articles(f"{TITLE}\n{BODY}\n{contact}\n{OTHER}\n", tmp_path)
    assert article.paragraphs == (BODY, contact, OTHER)


@pytest.mark.parametrize("contact", CONTACTS)
def test_contact_that_ends_an_article_is_its_text(contact: str, tmp_path: Path) -> None:
    page = f"{TITLE}\n{BODY}\n{contact}\n## 北坡水库开闸放水\n{OTHER}\n"
    first, second = articles(page, tmp_path)
    assert first.paragraphs == (BODY, contact)
    assert (second.kicker, second.headline) == ("", "北坡水库开闸放水")


@pytest.mark.parametrize("contact", CONTACTS)
def test_contact_that_ends_the_last_article_is_its_text(contact: str, tmp_path: Path) -> None:
    (article,) = articles(f"{TITLE}\n{BODY}\n{contact}\n", tmp_path)
    assert article.paragraphs == (BODY, contact)


@pytest.mark.parametrize("contact", CONTACTS)
def test_contact_beside_the_folio_at_the_top_is_furniture(contact: str, tmp_path: Path) -> None:
    page = f"2019年3月8日 星期五 第02版:民生\n{contact}\n{TITLE}\n{BODY}\n"
    assert contact in furniture(page, tmp_path)
    assert articles(page, tmp_path)[0].paragraphs == (BODY,)


def test_contact_below_the_folio_at_the_foot_is_furniture(tmp_path: Path) -> None:
    contact = "地址:青山市新闻路1号 电话:0000-3300000"
    page = f"{TITLE}\n{BODY}\n责任编辑 张敏 美编 李珍\n{contact}\n"
    assert furniture(page, tmp_path) == ["责任编辑 张敏 美编 李珍", contact]


def test_contact_above_the_folio_at_the_foot_is_the_article_s(tmp_path: Path) -> None:
    page = f"{TITLE}\n{BODY}\n电话:0000-4412345\n责任编辑 张敏 美编 李珍\n"
    (article,) = articles(page, tmp_path)
    assert article.paragraphs == (BODY, "电话:0000-4412345")


@pytest.mark.parametrize(
    "contact",
    ["新闻热线:0000-3300000 广告热线:0000-3300001", "社址:青山市新闻路1号 邮编:450000"],
)
def test_how_to_reach_the_paper_at_the_foot_is_furniture(contact: str, tmp_path: Path) -> None:
    assert furniture(f"{TITLE}\n{BODY}\n{contact}\n", tmp_path) == [contact]


def test_how_to_reach_the_paper_is_text_of_its_notice(tmp_path: Path) -> None:
    page = "## 征订启事\n本报明年起改为每周三期,欢迎订阅。\n发行热线:0000-3300002\n"
    (article,) = articles(page, tmp_path)
    assert article.paragraphs[-1] == "发行热线:0000-3300002"


def test_contact_in_a_folio_line_is_furniture(tmp_path: Path) -> None:
    folio = "第03版 2019年3月8日 责编:张敏 电话:0000-3300000"
    assert furniture(f"{TITLE}\n{BODY}\n{folio}\n", tmp_path) == [folio]


def test_contact_of_a_brief_is_no_brief_of_its_own(tmp_path: Path) -> None:
    page = f"## 简讯\n{BODY}\n订货电话:0000-4412345\n{OTHER}\n"
    assert [brief.paragraphs for brief in articles(page, tmp_path)] == [
        (BODY, "订货电话:0000-4412345"),
        (OTHER,),
    ]


# --- weather --------------------------------------------------------------------------------------


def test_forecast_of_several_days_below_a_plain_line_is_an_article(tmp_path: Path) -> None:
    page = f"{TITLE}\n{BODY}\n一周天气\n8日 多云 16℃~27℃\n9日 小雨 15℃~22℃\n10日 阴 14℃~23℃\n"
    assert [one.headline for one in articles(page, tmp_path)] == [TITLE[3:], "一周天气"]


@pytest.mark.parametrize("name", ["今日天气", "天气预报", "明日天气"])
@pytest.mark.parametrize("forecast", ["明天多云转阴,偏北风三级,早晚有雾。", "明天:多云 8℃~16℃"])
def test_forecast_below_its_name_is_an_article(name: str, forecast: str, tmp_path: Path) -> None:
    page = f"{TITLE}\n{BODY}\n## {name}\n{forecast}\n"
    above, weather = articles(page, tmp_path)
    assert above.paragraphs == (BODY,)
    assert (weather.headline, weather.paragraphs) == (name, (forecast,))


def test_name_of_a_forecast_without_one_is_furniture(tmp_path: Path) -> None:
    page = f"{TITLE}\n{BODY}\n## 今日天气\n## 北坡水库开闸放水\n{OTHER}\n"
    assert furniture(page, tmp_path) == ["今日天气"]
    assert articles(page, tmp_path)[1].banner == ""


def test_forecast_beside_the_folio_is_furniture(tmp_path: Path) -> None:
    page = f"2019年3月8日 星期五\n今日天气\n多云 8℃~16℃\n{TITLE}\n{BODY}\n"
    assert len(furniture(page, tmp_path)) == 3
