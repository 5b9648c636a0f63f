"""Interviews, advice and letters are cut by who speaks in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qa.editions import ReadFailure, read_editions

if TYPE_CHECKING:
    from pathlib import Path

    from qa.types import Article

NEWS = "夜市搬了新家 摊主说人更多\n\n本报讯(记者 邬思远)9月1日,河西夜市搬到滨江路。摊主鲁大姐说,人比从前多。\n\n"


def articles_of(tmp_path: Path, text: str) -> tuple[Article, ...]:
    path = tmp_path / "1.txt"
    path.write_text(text, encoding="utf-8")
    (edition,) = read_editions([path])
    assert not isinstance(edition, ReadFailure)
    return edition.articles


@pytest.mark.parametrize(
    "guest",
    [
        "受访专家:市妇幼保健院眼科副主任医师 容晓",
        "本期坐堂:邵庭柏 市第二人民医院骨科主任医师",
        "主讲:河西区人民法院法官 闵若谷",
        "本期律师:尤敬亭(北辰律师事务所)",
    ],
)
def test_line_that_names_who_answers_tells_titles_above_it(tmp_path: Path, guest: str) -> None:
    talk = f"妈妈课堂\n孩子总揉眼睛,是近视了吗\n{guest}\n问:要验光吗?\n答:先查过敏,再验光。\n"
    *_, last = articles_of(tmp_path, NEWS + talk)
    assert last.headline == "孩子总揉眼睛,是近视了吗"
    assert guest in last.text


def test_title_may_ask(tmp_path: Path) -> None:
    talk = "名医坐堂\n膝盖响,要不要治?\n主讲:市医院骨科主任 邵庭柏\n问:要拍片吗?\n答:不疼不用拍。\n"
    *_, last = articles_of(tmp_path, NEWS + talk)
    assert last.headline == "膝盖响,要不要治?"


def test_what_a_speaker_asks_is_no_title(tmp_path: Path) -> None:
    talk = (
        "开面馆的女博士\n采写:温可\n温可:读到博士去卖面,家里同意吗?\n裴小满:我妈三个月没接我电话。\n"
        "温可:第一家店什么时候开的?\n裴小满:2022年3月6日,在白塔巷。\n"
    )
    *_, last = articles_of(tmp_path, NEWS + talk)
    assert last.headline == "开面馆的女博士"
    assert len(last.paragraphs) == 4


@pytest.mark.parametrize("greeting", ["编辑同志:", "槐荫里小区邬老师来信:"])
def test_letter_on_one_line_with_its_salutation_has_its_own_title(
    tmp_path: Path, greeting: str
) -> None:
    letter = f"盼给盲道让让路\n{greeting}这段盲道停了31辆单车,请大家往边上挪一步。\n读者 步青云\n"
    *_, last = articles_of(tmp_path, NEWS + letter)
    assert last.headline == "盼给盲道让让路"


def test_marked_question_is_no_caption(tmp_path: Path) -> None:
    talk = (
        "医保那些事\n本报记者 宁可欣\n◆ 居民医保今年交多少\n每人400元,学生儿童380元。\n"
        "◆ 门诊能不能报\n能。一级医院报70%。\n"
    )
    *_, last = articles_of(tmp_path, NEWS + talk)
    assert not last.captions
    assert "◆ 居民医保今年交多少" in last.paragraphs


def test_rows_of_a_table_below_briefs_are_one_item(tmp_path: Path) -> None:
    text = (
        "## 简讯\n\n▲全省造林九万亩。\n\n▲邮电局开通二百门电话。\n\n"
        "集市价格(五月十二日)\n品名 南门 北关\n猪肉 1.72 1.68\n鸡蛋 1.35 1.38\n黄瓜 0.42 0.45\n"
    )
    table = next(one for one in articles_of(tmp_path, text) if "猪肉" in one.text)
    assert "黄瓜 0.42 0.45" in table.text


def test_who_asks_in_brackets_is_no_reporter(tmp_path: Path) -> None:
    talk = "问:脚气断不了根吗?(开发区 耿先生)\n答:断得了。(本报记者 鲍静仪)\n"
    (article,) = articles_of(tmp_path, f"## 脚气能断根吗\n\n{talk}")
    assert article.reporters == ("鲍静仪",)


def test_jump_line_that_nothing_follows_is_of_the_article_above(tmp_path: Path) -> None:
    text = f"## 夜市搬家\n\n{NEWS}(上接02版有关消息见03版)\n\n## 更正与说明\n\n本报5月8日《夜市》一文中,“2例”应为“1例”。\n"
    assert all(one.text for one in articles_of(tmp_path, text))


def test_name_above_items_is_a_title(tmp_path: Path) -> None:
    text = f"{NEWS}热线播报\n●市民尤先生来电:西街路灯不亮。\n●市民贺女士来电:地铁口积水。\n"
    assert [one.headline for one in articles_of(tmp_path, text)][1:] == ["热线播报"]


def test_banner_of_one_text_is_not_above_the_next(tmp_path: Path) -> None:
    text = (
        "## 社评\n\n## 专线不能只看成本\n\n专线票价高于地铁,客量难免受限。\n\n"
        "## 周末有雷暴\n\n【本报讯】天文台预料周末有雷暴。\n"
    )
    assert [one.banner for one in articles_of(tmp_path, text)] == ["社评", ""]


def test_caption_with_its_credit_takes_no_line_below_it(tmp_path: Path) -> None:
    text = (
        "政府拟设跨区巴士专线，料明年首季投入服务，\n"
        "议员忧票价过高。\n"
        "　　运输署昨向立法会提交文件，建议开办五条跨\n"
        "区专线，首条由祥华开往中环。\n"
        "　　发言人说，专线在繁忙时间十分钟一班，票价\n"
        "介乎十六元至二十四元。\n"
        "　　议员关注票价高于地铁，促设转乘优惠，署方\n"
        "称会与巴士公司商讨。\n"
        "▲拟设专线之一将以祥华为起点。（资料图片）\n"
        "水管爆裂三千户停水九小时\n"
        "　　【记者霍咏恩／荃湾报道】翠涛村水管昨爆裂。\n"
    )
    assert "水管爆裂三千户停水九小时" in [one.headline for one in articles_of(tmp_path, text)]
