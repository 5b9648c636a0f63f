"""Names of sections set off by ornaments, folio lines in odd forms, and columns of set type."""

from pathlib import Path

import pytest

from qa.editions import ReadFailure, read_editions
from qa.types import Article, Genre, ReadEdition, Role

BODY = "社区食堂昨日开张,两荤一素一汤十二元,六十岁以上老人八折,中午来了两百多位居民。"
OTHER = "第三中学的操场放学后向孩子们开放,篮球、足球、跳绳都有人教,家长下班再来接也不迟。"


def read_page(tmp_path: Path, page: str) -> ReadEdition:
    path = tmp_path / "1.md"
    path.write_text(page, encoding="utf-8")
    (edition,) = read_editions([path])
    assert not isinstance(edition, ReadFailure)
    return edition


def read(tmp_path: Path, page: str) -> tuple[Article, ...]:
    return read_page(tmp_path, page).articles


@pytest.mark.parametrize(
    "banner", ["●民生●", "▌民生", "【民生】", "—民生—", "〔民生〕", "『民生』", "◆ 民生", "★民生"]
)
@pytest.mark.parametrize("mark", ["## ", ""])
def test_ornaments_tell_a_banner(banner: str, mark: str, tmp_path: Path) -> None:
    text = f"""## 操场放学后向孩子们开放
本报记者 孟婷
{OTHER}
{mark}{banner}
## 社区食堂开张 老人吃饭八折
本报记者 申卫东
{BODY}
"""
    _, second = read(tmp_path, text)
    assert (second.banner, second.headline) == (banner, "社区食堂开张 老人吃饭八折")


def test_dotted_name_of_briefs_opens_a_bundle(tmp_path: Path) -> None:
    text = f"""## 操场放学后向孩子们开放
{OTHER}
## ◆ 简讯
▲{BODY}
▲{OTHER}
"""
    _, *briefs = read(tmp_path, text)
    assert [brief.genre for brief in briefs] == [Genre.BRIEFS, Genre.BRIEFS]
    assert [brief.paragraphs for brief in briefs] == [("▲" + BODY,), ("▲" + OTHER,)]


def test_dotted_name_of_a_section_is_no_byline(tmp_path: Path) -> None:
    text = f"## ■社会·法治\n## 社区食堂开张 老人吃饭八折\n■买买提·艾力\n{BODY}\n"
    (article,) = read(tmp_path, text)
    assert (article.banner, article.reporters) == ("■社会·法治", ("买买提·艾力",))


def test_two_headings_as_long_as_each_other_are_one_headline(tmp_path: Path) -> None:
    text = f"## 社区食堂昨日开张\n## 老人吃饭都打八折\n本报记者 申卫东\n{BODY}\n"
    (article,) = read(tmp_path, text)
    assert (article.kicker, article.banner, article.subhead) == ("", "", "")
    assert article.headline == "社区食堂昨日开张 老人吃饭都打八折"


def test_headline_may_exclaim_more_than_once(tmp_path: Path) -> None:
    text = f"""食堂开张!老人八折!
本报记者 申卫东
{BODY}
"""
    (article,) = read(tmp_path, text)
    assert article.headline == "食堂开张!老人八折!"


def test_report_with_a_dateline_belongs_to_the_byline_above_it(tmp_path: Path) -> None:
    text = f"## 社区食堂开张 老人吃饭八折\n本报记者 申卫东\n中新网北京8月2日电 {BODY}\n"
    (article,) = read(tmp_path, text)
    assert article.reporters == ("申卫东",)
    assert article.paragraphs == (BODY,)


def test_headline_of_a_picture_stands_below_its_banner(tmp_path: Path) -> None:
    caption = "3月5日,志愿者在清理河道。"
    text = f"""操场放学后向孩子们开放
本报记者 孟婷
{OTHER}
图片新闻
守护碧水清波
{caption}(毕鑫 摄)
"""
    _, photo = read(tmp_path, text)
    assert (photo.banner, photo.headline, photo.genre) == ("图片新闻", "守护碧水清波", Genre.PHOTO)
    assert [(one.text, one.photographer) for one in photo.captions] == [(caption, "毕鑫")]


def test_agency_before_the_credit_is_part_of_it(tmp_path: Path) -> None:
    text = f"""## 社区食堂开张 老人吃饭八折
{BODY}
▲居民在食堂就餐。新华社发(彭健 摄)
"""
    (article,) = read(tmp_path, text)
    assert [(one.text, one.photographer) for one in article.captions] == [
        ("▲居民在食堂就餐。", "彭健")
    ]


def test_sign_alone_below_a_text_names_its_author(tmp_path: Path) -> None:
    text = f"## 社区食堂开张 老人吃饭八折\n{BODY}\n　　　　　　(张会芳)\n"
    (article,) = read(tmp_path, text)
    assert (article.reporters, article.paragraphs) == (("张会芳",), (BODY,))


def test_name_of_notices_set_wide(tmp_path: Path) -> None:
    text = f"""## 社区食堂开张 老人吃饭八折
{BODY}
## 招 领 启 事
本人在汽车站捡到皮包一个,请失主联系。
"""
    _, notice = read(tmp_path, text)
    assert (notice.headline, notice.genre) == ("招 领 启 事", Genre.NOTICE)


@pytest.mark.parametrize(
    "folio",
    ["YAOWEN\n要闻\n1", "LOCAL NEWS 本地新闻 1", "QINGLAN WANBAO | 2024.03.15 | A01版 | 经济"],
)
def test_folio_with_latin_letters_is_furniture(folio: str, tmp_path: Path) -> None:
    edition = read_page(tmp_path, f"{folio}\n## 社区食堂开张 老人吃饭八折\n{BODY}\n")
    (article,) = edition.articles
    assert (article.banner, article.kicker) == ("", "")
    furniture = [b.text for b in edition.pages[0].blocks if b.role is Role.FURNITURE]
    assert furniture == folio.split("\n")


def test_columns_of_set_type_stand_beside_longer_and_shorter_lines(tmp_path: Path) -> None:
    first, second = BODY + OTHER, OTHER + BODY

    def column(text: str) -> str:
        text = "　　" + text
        return "\n".join(text[i : i + 14] for i in range(0, len(text), 14))

    page = f"""2024年3月15日 星期五 第02版:民生 责编:羿博 版式:宁远 校对:束颖
社区食堂昨日开张 六十岁以上老人吃饭打八折
本报记者 申卫东
{column(first)}
{column(second)}
图为居民在食堂就餐。(彭健 摄)
操场放学后向孩子们开放
本报记者 孟婷
{column(second)}
{column(first)}
"""
    one, two = read(tmp_path, page)
    assert (one.paragraphs, two.paragraphs) == ((first, second), (second, first))
    assert one.headline == "社区食堂昨日开张 六十岁以上老人吃饭打八折"
    assert [c.photographer for c in one.captions] == ["彭健"]


def test_part_from_another_page_is_not_under_the_banner_above_it(tmp_path: Path) -> None:
    text = f"""## 民生关注
## 社区食堂开张 老人吃饭八折
本报记者 申卫东
{BODY}
(上接第1版){OTHER}
"""
    first, second = read(tmp_path, text)
    assert (first.banner, second.banner) == ("民生关注", "")


@pytest.mark.parametrize("kicker", ["历时三年", "本月底前", "今年上半年"])
def test_heading_that_says_when_is_a_kicker(kicker: str, tmp_path: Path) -> None:
    text = f"## {kicker}\n## 社区食堂开张 老人吃饭八折\n本报记者 申卫东\n{BODY}\n"
    (article,) = read(tmp_path, text)
    assert (article.kicker, article.banner) == (kicker, "")


def test_file_name_of_a_picture_tells_no_page_number(tmp_path: Path) -> None:
    page = f"第02版 民生\n## 社区食堂开张 老人吃饭八折\n![图](a/b40.png)\n{BODY}\n"
    assert read_page(tmp_path, page).pages[0].number == "02"
    assert read_page(tmp_path, page.split("\n", 1)[1]).pages[0].number == "1"  # of the file
