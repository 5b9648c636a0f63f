"""Rows of lists and tables are lines of the text, each for itself, and no titles or captions."""

from pathlib import Path

import pytest

from qa.editions import ReadFailure, read_editions
from qa.types import Article

BODY = "镇运动会昨日在石桥中学的操场上举行,六个村的两百多名村民参加了九个项目的比赛。"
AFTER = "镇文化站站长说,明年还要添上挑担子和插秧,让更多的人上场,年纪大的也能参加。"
TITLE = "## 挑担插秧都是项目 镇运动会开幕"

TIMES = ("青溪站(往北坡方向) 6:10 22:15", "石桥站(往北坡方向) 6:25 22:30", "北坡站 5:50 次日0:05")
RESULTS = ("第一名 张敏(北坡村) 11秒20", "第二名 李大年(石桥村) 11秒48")
JUMPS = ("第一名 王桂兰(东湖村) 4.12米", "第二名 周晓红(石桥村) 3.96米")
PRIZES = (
    "一等奖(1名):《井台》 作者 何小舟",
    "二等奖(2名):《挑水的人》 作者 苏禾;《两座桥之间住着什么人》 作者 叶青;《河的那一边》 作者 郑云",
    "最佳插图奖:《井台》 绘者 贝小满",
)


def read(page: str, tmp_path: Path) -> tuple[Article, ...]:
    path = tmp_path / "1.md"
    path.write_text(page, encoding="utf-8")
    (edition,) = read_editions([path])
    assert not isinstance(edition, ReadFailure)
    return edition.articles


def paragraphs(page: str, tmp_path: Path) -> tuple[str, ...]:
    """The paragraphs of a page's one article, which has but a headline."""
    (article,) = read(page, tmp_path)
    assert (article.banner, article.kicker, article.subhead, article.captions) == ("", "", "", ())
    return article.paragraphs


def lines(*parts: str) -> str:
    return "\n".join(parts) + "\n"


@pytest.mark.parametrize("rows", [TIMES, RESULTS, PRIZES])
def test_row_is_a_paragraph(rows: tuple[str, ...], tmp_path: Path) -> None:
    page = lines(TITLE, BODY, *rows, AFTER)
    assert paragraphs(page, tmp_path) == (BODY, *rows, AFTER)


@pytest.mark.parametrize("rows", [TIMES, RESULTS, PRIZES])
def test_rows_right_below_a_headline_are_its_text(rows: tuple[str, ...], tmp_path: Path) -> None:
    page = lines("## 本周末青溪镇", *rows)
    assert paragraphs(page, tmp_path) == rows


def test_header_and_title_of_a_table_are_rows_of_it(tmp_path: Path) -> None:
    text = "公交公司昨日公布了三个站新的发车时间:"
    table = ("镇村公交首末班车(3月起)", "车站 首班车 末班车", *TIMES)
    assert paragraphs(lines(TITLE, text, *table, AFTER), tmp_path) == (text, *table, AFTER)


def test_label_between_rows_is_a_row(tmp_path: Path) -> None:
    table = ("男子100米(青年组)", *RESULTS, "女子跳远(青年组)", *JUMPS)
    assert paragraphs(lines("## 镇运动会成绩", *table), tmp_path) == table


def test_label_above_each_single_row_is_a_row(tmp_path: Path) -> None:
    table = ("男子100米", "张敏 11秒20", "女子跳远", "王桂兰 4.12米", "男子铅球", "周强 9.80米")
    assert paragraphs(lines("## 镇运动会成绩", *table), tmp_path) == table


def test_label_above_the_first_row_of_a_page_without_marks_is_a_row(tmp_path: Path) -> None:
    table = ("男子100米(青年组)", *RESULTS, "女子跳远(青年组)", *JUMPS)
    page = lines(TITLE[3:], "□本报记者 孟婷", BODY, "获奖名单", *table)
    assert [article.paragraphs[-len(table) :] for article in read(page, tmp_path)][-1] == table


def test_line_that_announces_rows_is_text(tmp_path: Path) -> None:
    text = "征文共收到来稿四百多篇,获奖的作品如下:"
    assert paragraphs(lines(TITLE, text, *PRIZES, AFTER), tmp_path) == (text, *PRIZES, AFTER)


def test_names_below_a_line_that_announces_them_are_rows(tmp_path: Path) -> None:
    text = "评选出的好邻居如下:"
    names = ("张敏", "李大年", "王桂兰")
    assert paragraphs(lines(TITLE, BODY, text, *names, AFTER), tmp_path) == (
        BODY,
        text,
        *names,
        AFTER,
    )


def test_award_to_a_person_below_a_table_is_a_row(tmp_path: Path) -> None:
    award = "体育道德风尚奖 王桂兰"
    page = lines(TITLE, BODY, *RESULTS, award, "北坡村:", "## 水渠修好了", AFTER)
    first, second = read(page, tmp_path)
    assert first.paragraphs == (BODY, *RESULTS, award)
    assert (second.kicker, second.headline) == ("北坡村:", "水渠修好了")


def test_table_of_a_markdown_page_is_rows(tmp_path: Path) -> None:
    page = lines(TITLE, BODY, "| 村 | 总分 |", "|---|---|", "| 北坡村 | 86 |", "| 石桥村 | 79 |")
    assert paragraphs(page, tmp_path)[1:] == ("| 村 | 总分 |", "| 北坡村 | 86 |", "| 石桥村 | 79 |")


def test_rows_whose_figures_come_first_are_rows(tmp_path: Path) -> None:
    rows = ("3月9日 8:00—12:00 河沿街", "3月10日 13:00—17:00 北坡路")
    assert paragraphs(lines("## 停电信息", *rows), tmp_path) == rows


def test_heading_above_rows_of_another_story_opens_an_article(tmp_path: Path) -> None:
    prices = ("白菜 1.2元/斤", "土豆 1.8元/斤")
    page = lines(TITLE, "□本报记者 孟婷", BODY, AFTER, "## 菜市一角", *prices)
    assert [article.headline for article in read(page, tmp_path)] == [TITLE[3:], "菜市一角"]


def test_two_titles_of_articles_are_no_rows(tmp_path: Path) -> None:
    page = lines("北坡村 11户搬新家", "本报讯(记者 孟婷)" + BODY, "石桥村 3座桥通车", AFTER)
    assert "北坡村 11户搬新家" in [article.headline for article in read(page, tmp_path)]


@pytest.mark.parametrize("above", ["", "市第八届人大常委会第二十次会议决定:"])
def test_lines_that_end_with_a_semicolon_are_a_list_and_no_titles(
    above: str, tmp_path: Path
) -> None:
    told = (
        "任命:",
        "葛秀敏为江城市教育局局长;",
        "陆文斌为江城市副市长。",
        "免去:",
        "姚庆山的局长职务。",
    )
    text = (above, *told) if above else told
    assert paragraphs(lines("## 市人大常委会任免名单", "", *text), tmp_path) == text


def test_rows_that_end_in_a_figure_are_a_table_though_most_cells_are_words(tmp_path: Path) -> None:
    text = (
        "## 海天一线报捷\n\n本报讯 海天一线昨晚在沙田以颈位报捷。\n\n沙田赛果\n场次 头马 骑师 派彩\n"
        "一 喜气洋洋 潘立仁 $38.5\n二 海天一线 麦浩文 $112\n三 金碧飞驰 麦浩文 $54\n"
    )
    assert "三 金碧飞驰 麦浩文 $54" in "\n".join(one.text for one in read(text, tmp_path))


def test_last_line_with_figures_is_not_left_out(tmp_path: Path) -> None:
    text = "## 海天一线报捷\n\n本报讯 海天一线昨晚在沙田以颈位报捷。\n\n彩票开奖\n\n排列五第153期:26618\n"
    assert "26618" in "\n".join(one.text for one in read(text, tmp_path))
