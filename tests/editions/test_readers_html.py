"""Saved digital-newspaper pages are read by the markup of their family."""

from datetime import date
from pathlib import Path

import pytest

from qa.editions import ReadFailure, read_editions
from qa.types import Article, ReadEdition

BODY = (
    "<p>　　本报讯（记者 张敏 通讯员 李 珍）青岚区柳河街道近日启动改造。</p><p>　　年底前完工。</p>"
)

OLD_FOUNDER = f"""<html><head><title>青岚日报</title></head><body>
<!--enpproperty <articleid>101</articleid><date>2021-09-02 00:00:00.0</date><author>张敏</author>
<title>老楼加装新电梯</title><subtitle>——柳河街道纪实</subtitle><introtitle>柳河街道：</introtitle>
<nodename>第03版：要闻</nodename> /enpproperty-->
<table><tr><td class="font02">柳河街道：</td></tr><tr><td class="font01">老楼加装新电梯</td></tr>
<tr><td class="font02">——柳河街道纪实</td></tr></table>
<script>var x = "不是正文";</script>
<div id="ozoom"><founder-content><!--enpcontent-->{BODY}<!--/enpcontent--></founder-content></div>
<div>上一篇 下一篇 放大 缩小 默认</div></body></html>"""

NEW_FOUNDER = f"""<html><head><meta property="og:site_name" content="青岚日报"></head><body>
<p id="PreTitle">柳河街道：</p><p id="Title">老楼加装新电梯</p><p id="SubTitle">——柳河街道纪实</p>
<div class="attachment"><img src="1.jpg"></div>
<founder-content>{BODY}</founder-content></body></html>"""

PEOPLES_DAILY = """<html><head><title>老楼加装新电梯</title></head><body><div class="article">
<h3>柳河街道：</h3><h1>老楼加装新电梯</h1><h2>——柳河街道纪实</h2>
<p class="sec">本报记者 张敏 <span class="date">《青岚日报》（2021年09月02日 第 03 版）</span></p>
<div id="ozoom"><P>　　青岚区柳河街道近日启动改造。</P><P>　　年底前完工。</P></div></div></body></html>"""

UNKNOWN = """<html><head><title>老楼加装新电梯_青岚新闻网</title></head><body><nav>首页 新闻</nav>
<article><h1>老楼加装新电梯</h1><p>□本报记者 张敏</p>
<p>青岚区柳河街道近日启动老旧小区改造，首批十二个小区年底前完工，居民可以现场提出意见，街道派人逐户登记。</p>
<p>改造内容包括屋面防水、管网更新和加装电梯，全部费用由市区两级财政承担，居民不用出一分钱。</p></article>
<footer>版权所有</footer></body></html>"""


def article(html: str, folder: Path, name: str = "2021-09/02/content_7.htm") -> Article:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(html, encoding="utf-8")
    (edition,) = read_editions([path])
    assert isinstance(edition, ReadEdition), edition
    (one,) = edition.articles
    return one


@pytest.mark.parametrize("html", [OLD_FOUNDER, NEW_FOUNDER])
def test_founder_article_has_all_its_fields(html: str, tmp_path: Path) -> None:
    one = article(html, tmp_path)
    assert (one.kicker, one.headline, one.subhead) == (
        "柳河街道：", "老楼加装新电梯", "——柳河街道纪实",
    )  # fmt: skip
    assert one.paragraphs == ("青岚区柳河街道近日启动改造。", "年底前完工。")
    assert (one.reporters, one.correspondents) == (("张敏",), ("李珍",))
    assert one.byline == "本报讯（记者 张敏 通讯员 李 珍）"


def test_peoples_daily_article_has_all_its_fields(tmp_path: Path) -> None:
    one = article(PEOPLES_DAILY, tmp_path)
    assert (one.kicker, one.headline, one.subhead) == (
        "柳河街道：", "老楼加装新电梯", "——柳河街道纪实",
    )  # fmt: skip
    assert one.paragraphs == ("青岚区柳河街道近日启动改造。", "年底前完工。")
    assert (one.byline, one.reporters) == ("本报记者 张敏", ("张敏",))


def test_identity_comes_from_the_page(tmp_path: Path) -> None:
    path = tmp_path / "content_7.htm"
    path.write_text(OLD_FOUNDER, encoding="utf-8")
    (edition,) = read_editions([path])
    assert isinstance(edition, ReadEdition)
    assert (edition.edition.paper, edition.edition.date) == ("青岚日报", date(2021, 9, 2))
    assert (edition.pages[0].number, edition.pages[0].name) == ("03", "要闻")
    assert edition.articles[0].id == "青岚日报-2021-09-02/content_7-01"


def test_date_comes_from_the_folders_where_the_page_has_none(tmp_path: Path) -> None:
    assert article(NEW_FOUNDER, tmp_path).id == "青岚日报-2021-09-02/content_7-01"


def test_page_of_no_known_family_is_read_by_a_general_extractor(tmp_path: Path) -> None:
    one = article(UNKNOWN, tmp_path)
    assert (one.headline, one.reporters) == ("老楼加装新电梯", ("张敏",))
    assert len(one.paragraphs) == 2
    assert "首页" not in one.text
    assert "版权" not in one.text


def test_nested_content_marks_give_the_text_once(tmp_path: Path) -> None:
    html = NEW_FOUNDER.replace(
        "<founder-content>", "<div id='ozoom'><founder-content><founder-content>"
    )
    html = html.replace("</founder-content>", "</founder-content></founder-content></div>")
    assert article(html, tmp_path).paragraphs == ("青岚区柳河街道近日启动改造。", "年底前完工。")


def test_editors_box_and_list_of_articles_hold_no_article(tmp_path: Path) -> None:
    box = PEOPLES_DAILY.replace("<h1>老楼加装新电梯", "<h1>责编：张敏 李珍")
    node = "<html><body><a id='pageLink'>第03版：要闻</a><ul class='news-list'><li>老楼</li></ul></body></html>"
    for name, html in (("content_1.htm", box), ("node_3.htm", node)):
        (tmp_path / name).write_text(html, encoding="utf-8")
    for read in read_editions([tmp_path]):
        assert isinstance(read, ReadEdition)
        assert read.articles == ()


def test_page_in_gb18030_is_read(tmp_path: Path) -> None:
    path = tmp_path / "content_7.htm"
    path.write_bytes(OLD_FOUNDER.encode("gb18030"))
    (edition,) = read_editions([path])
    assert isinstance(edition, ReadEdition)
    assert edition.articles[0].headline == "老楼加装新电梯"


def test_deeply_nested_page_is_an_error_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "deep.html").write_text("<div>" * 50_000 + "文" + "</div>" * 50_000, "utf-8")
    (tmp_path / "whole.html").write_text(OLD_FOUNDER, "utf-8")
    failure, edition = read_editions([tmp_path])
    assert isinstance(failure, ReadFailure)
    assert "nested 50000 deep" in str(failure.error)
    assert isinstance(edition, ReadEdition)


def test_page_without_an_article_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    path.write_text("<html><body><script>alert(1)</script></body></html>", "utf-8")
    (failure,) = read_editions([path])
    assert isinstance(failure, ReadFailure)
    assert "no article" in str(failure.error)
