"""Plain lines that open an article by what they say: corrections, letters, listings, notices."""

from __future__ import annotations

from pathlib import Path

import pytest

from qa.editions import ReadFailure, read_editions
from qa.types import Article, Genre

NEWS = "夜市搬了新家 摊主说人更多\n\n本报讯(记者 邬思远)9月1日,河西夜市搬到滨江路。摊主鲁大姐说,人比从前多。\n\n"


def articles_of(tmp_path: Path, text: str) -> tuple[Article, ...]:
    path = tmp_path / "1.md"
    path.write_text(text, encoding="utf-8")
    (edition,) = read_editions([path])
    assert not isinstance(edition, ReadFailure)
    return edition.articles


@pytest.mark.parametrize("heading", ["更正", "更 正", "【更正】", "■更正"])
def test_correction_below_news_is_an_article_of_its_own(tmp_path: Path, heading: str) -> None:
    notice = "本报8月30日A2版《夜市下月搬家》一文中,“86个摊位”应为“68个摊位”。特此更正。\n"
    found = articles_of(tmp_path, f"{NEWS}{heading}\n\n{notice}")
    assert [one.genre for one in found] == [Genre.NEWS, Genre.CORRECTION]
    assert "68个摊位" not in found[0].text


def test_line_that_speaks_of_corrections_within_news_opens_none(tmp_path: Path) -> None:
    found = articles_of(tmp_path, f"{NEWS}更正\n\n这位摊主把招牌上写错的字改了过来。\n")
    assert len(found) == 1


def test_letters_below_news_are_under_their_banner(tmp_path: Path) -> None:
    letter = "编辑同志:\n我们院门口的路灯不亮已有两个月。\n读者 宋福来\n"
    found = articles_of(tmp_path, f"{NEWS}读者来信\n\n路灯何时能亮\n{letter}")
    assert [one.headline for one in found] == ["夜市搬了新家 摊主说人更多", "路灯何时能亮"]
    assert (found[0].reporters, found[1].reporters) == (("邬思远",), ("宋福来",))
    assert found[1].banner == "读者来信"


def test_listing_of_which_the_article_above_tells_nothing_is_its_own(tmp_path: Path) -> None:
    table = "外汇牌价(9月1日)\n币种 买入价 卖出价\n美元 715.60 718.60\n欧元 770.35 776.02\n"
    found = articles_of(tmp_path, f"{NEWS}{table}")
    assert [one.headline for one in found][1:] == ["外汇牌价(9月1日)"]


def test_notice_is_not_under_the_banner_of_news(tmp_path: Path) -> None:
    text = (
        "## 环球速览\n\n### 小镇为海鸟熄灯\n\n本报讯 小镇议会通过决议,每晚十点以后熄灯。\n\n"
        "### 公交集团招聘公告\n\n因业务需要,招聘驾驶员60名。\n"
    )
    assert [one.banner for one in articles_of(tmp_path, text)] == ["环球速览", ""]


def test_author_by_office_behind_a_mark_is_a_byline(tmp_path: Path) -> None:
    text = "## 春天鼻子痒\n\n□县人民医院耳鼻喉科主治医师 娄晓雯\n\n一到三月,揉鼻子的人就多起来。\n"
    (found,) = articles_of(tmp_path, text)
    assert (found.subhead, found.reporters) == ("", ("娄晓雯",))
