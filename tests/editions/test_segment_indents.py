"""Pages that mark their titles by nothing but the indents of their paragraphs are cut by these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.editions import ReadFailure, read_editions

if TYPE_CHECKING:
    from pathlib import Path

    from qa.types import Article

FLOOD = (
    "河水漫过堤岸\n"
    "三村居民撤离\n"
    "　　（巴陵3日讯）巴陵河昨晚漫过东岸的堤坝，沿河三个村子的居民连夜撤离，安置在两所学校里。\n"
    "　　县长莫大海说，水位仍在上涨，撤离的居民请勿返家。\n"
)
FAIR = (
    "大伯公庙路面积水\n"
    "庙会延后两周举行\n"
    "　　（巴陵4日讯）大伯公庙的庙会因路面积水延后两周举行，花车路线不变。\n"
    "　　理事长温庆丰说，已登记的四十支队伍都会参加。\n"
)
FIRE = (
    "家具厂凌晨失火\n"
    "　　（新港4日讯）新港工业区一家家具厂凌晨三时失火，消防队出动六辆水车，两小时后扑灭。\n"
)


def articles_of(tmp_path: Path, text: str) -> tuple[Article, ...]:
    path = tmp_path / "南湾日报_20190305_01.txt"
    path.write_text(text, encoding="utf-8")
    (edition,) = read_editions([path])
    assert not isinstance(edition, ReadFailure)
    return edition.articles


def test_line_that_is_not_indented_is_a_title(tmp_path: Path) -> None:
    flood, fair, fire = articles_of(tmp_path, FLOOD + FAIR + FIRE)
    assert [" ".join(one.titles) for one in (flood, fair, fire)] == [
        "河水漫过堤岸 三村居民撤离",
        "大伯公庙路面积水 庙会延后两周举行",
        "家具厂凌晨失火",
    ]


def test_place_and_day_in_brackets_open_a_report(tmp_path: Path) -> None:
    assert [one.byline for one in articles_of(tmp_path, FLOOD + FAIR + FIRE)] == [
        "（巴陵3日讯）",
        "（巴陵4日讯）",
        "（新港4日讯）",
    ]


def test_name_of_briefs_in_brackets_opens_none(tmp_path: Path) -> None:
    briefs = "【巴陵短讯】\n　　■周三停水十二小时，居民请预先储水。\n　　■免费验眼，名额一百名。\n"
    *_, last = articles_of(tmp_path, FLOOD + FAIR + FIRE + briefs)
    assert last.banner == "【巴陵短讯】"


def test_heading_without_place_and_day_stands_within_the_story_above(tmp_path: Path) -> None:
    within = "县长：粮食够用五天\n　　莫大海受询时说，安置居民的两所学校粮食充足。\n"
    flood, _, _ = articles_of(tmp_path, FLOOD + within + FAIR + FIRE)
    assert "县长：粮食够用五天" in flood.text


def test_list_below_a_heading_is_of_no_story_above(tmp_path: Path) -> None:
    items = "交通事故两宗\n　　■巴陵路口两车相撞，无人受伤。\n　　■新港桥头一名老妇被撞伤。\n"
    *_, last = articles_of(tmp_path, FLOOD + FAIR + FIRE + items)
    assert last.headline == "交通事故两宗"


def test_header_of_a_table_is_no_title(tmp_path: Path) -> None:
    table = "积分榜\n名次 球队 赛 胜\n1 新港闪电 7 6\n2 巴陵红鹰 7 2\n"
    found = articles_of(tmp_path, FLOOD + FIRE + FAIR + table)
    assert "名次 球队 赛 胜" not in [one.headline for one in found]


def test_indented_item_with_the_mark_of_a_caption_is_text(tmp_path: Path) -> None:
    posts = "人事动态\n　　▲福建会馆新届会长颜天赐。\n　　▲校友会改选，吕云蝉联会长。\n"
    *_, last = articles_of(tmp_path, FLOOD + FAIR + FIRE + posts)
    assert last.headline == "人事动态"
    assert len(last.paragraphs) == 2
    assert not last.captions


def test_folio_may_end_in_the_name_and_number_of_its_page(tmp_path: Path) -> None:
    first, *_ = articles_of(
        tmp_path, "南湾日报　2019年3月5日　社团·教育　3\n" + FLOOD + FAIR + FIRE
    )
    assert "南湾日报" not in "".join(first.titles)


def test_story_goes_on_from_the_front_page(tmp_path: Path) -> None:
    rest = "　　莫大海说，安置居民的学校三天后才复课，居民撤离时带走的牲畜另有安排。\n"
    pages = {"01": FLOOD + "（文转第2版）\n" + FAIR, "02": f"（文接封面）\n{rest}" + FIRE}
    for number, text in pages.items():
        (tmp_path / f"南湾日报_20190305_{number}.txt").write_text(text, encoding="utf-8")
    (edition,) = read_editions([tmp_path])
    assert not isinstance(edition, ReadFailure)
    assert "学校三天后才复课" in edition.articles[0].text


def test_lines_are_joined_at_the_width_that_most_of_them_fill_with_their_indents(
    tmp_path: Path,
) -> None:
    text = (
        "会馆征集旧照片\n"
        "　　会长林汉明致词时说，会馆计划把会所三楼\n"
        "改为文物馆，现向会员征集旧照片、侨批和戏服\n"
        "，展期半年。\n"
        "　　他也捐出十万元作为文物馆启动基金，其余由\n"
        "会员认捐。\n"
        "　　目前会员有九百人，但四十岁以下者不到八十\n"
        "人，青黄不接的问题严重。\n"
    )
    (article,) = articles_of(tmp_path, text)
    assert len(article.paragraphs) == 3
    assert not article.captions


def test_heading_goes_on_with_the_story_of_who_signed_it(tmp_path: Path) -> None:
    text = (
        "云棠县启动防汛演练\n"
        "　　本报讯（记者 柏文军）6月10日，云棠县在石畈镇启动防汛演练，三百人参加。\n"
        "　　演练模拟石畈水库水位上涨，镇村干部分组转移群众。\n"
        "一棵油茶树榨出好光景\n"
        "　　本报记者 傅春林 通讯员 钱小蓉\n"
        "　　石畈镇的油茶林已发展到八千亩，油茶花开满山坡，合作社社员五百多户。\n"
        "　　“过去荒山不值钱，现在油茶林是宝贝。”油茶大户方志明说，石畈镇合作社社员去年户均增收三千元。\n"
        "荒山变银行\n"
        "　　方志明承包的荒山如今种满油茶，合作社社员在油茶林里打工，石畈镇荒山一年收入八十万元。\n"
        "小额信贷解了燃眉急\n"
        "　　本报讯（通讯员 祝兰）云棠农商行为养殖户发放小额信贷二百万元。\n"
    )
    _, oil, loan = articles_of(tmp_path, text)
    assert "荒山变银行" in oil.paragraphs
    assert loan.headline == "小额信贷解了燃眉急"


def test_plain_line_that_only_quotes_is_no_title(tmp_path: Path) -> None:
    text = (
        "地铁早高峰延误四十七分钟\n晚报记者 郎小东\n"
        "今晨地铁六号线遇信号故障，早高峰延误四十七分钟。\n"
        "“眼看着三趟车都挤不上去”\n"
        "市民周女士眼看着三趟车都挤不上去，只好跑着去上班。\n"
    )
    (article,) = articles_of(tmp_path, text)
    assert "“眼看着三趟车都挤不上去”" in article.paragraphs
