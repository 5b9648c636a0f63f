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


def test_notices_follow_each_other_each_with_its_sign(tmp_path: Path) -> None:
    text = (
        f"{NEWS}停水通知\n\n因更换阀门,3月22日8时至20时停水,请提前储水。\n\n动力公司 3月16日\n\n"
        "失物招领\n\n3月11日,有人在3路通勤车上拾到黑色双肩包一个,请失主认领。\n"
    )
    found = articles_of(tmp_path, text)
    assert [one.headline for one in found][1:] == ["停水通知", "失物招领"]
    assert found[1].paragraphs[-1] == "动力公司 3月16日"


def test_day_below_a_signed_letter_is_of_it(tmp_path: Path) -> None:
    letter = (
        "一封感谢信\n\n编辑同志:\n\n司机骆小兵救了我父亲,向他鞠一躬。\n\n读者 滑 静\n\n9月6日\n\n"
    )
    found = articles_of(tmp_path, f"{letter}## 花田里的老人\n\n本报讯 老人们种了一片花田。\n")
    assert [one.headline for one in found] == ["一封感谢信", "花田里的老人"]
    assert found[0].paragraphs[-1] == "9月6日"


def test_column_on_the_line_of_a_title_is_its_kicker(tmp_path: Path) -> None:
    text = "讀者投書 圖書館的燈,可不可以晚一點關\n\n◎廖雅惠(蘭溪市,護理師)\n\n我是一個上三班制的護理師。\n"
    (found,) = articles_of(tmp_path, text)
    assert (found.kicker, found.headline) == ("讀者投書", "圖書館的燈,可不可以晚一點關")
    assert found.reporters == ("廖雅惠",)


@pytest.mark.parametrize(
    ("head", "reporter"),
    [("【蘭溪時報記者周玉婷】", "周玉婷"), ("◎文/蘭溪醫院骨科主治醫師 葉秋萍\n\n", "葉秋萍")],
)
def test_who_wrote_it_is_told_in_brackets_or_by_office(
    tmp_path: Path, head: str, reporter: str
) -> None:
    text = f"## 媽祖繞境今起駕\n\n{head}竹坪天后宮三年一科的媽祖繞境今天起駕。\n"
    (found,) = articles_of(tmp_path, text)
    assert found.reporters == (reporter,)
    assert found.paragraphs == ("竹坪天后宮三年一科的媽祖繞境今天起駕。",)
