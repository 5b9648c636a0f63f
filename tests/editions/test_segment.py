"""A page of text is cut into whole articles, every field in its place."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.editions import ReadFailure, read_editions
from qa.editions.assemble import cut_page
from qa.editions.formats.textpage import read_text_page
from qa.editions.identity import Identity
from qa.editions.layout.blocks import check_nothing_lost
from qa.types import Article, Block, Genre, ReadEdition, Role

FIRST = "青岚区柳河街道近日启动老旧小区改造,首批12个小区年底前完工。"
SECOND = "改造内容包括屋面防水、管网更新和加装电梯,居民可以现场提意见。"


def read(text: str, tmp_path: Path) -> ReadEdition:
    page = tmp_path / "page.txt"
    page.write_text(text, encoding="utf-8")
    (edition,) = read_editions([page])
    assert not isinstance(edition, ReadFailure), edition
    return edition


def articles(text: str, tmp_path: Path) -> tuple[Article, ...]:
    return read(text, tmp_path).articles


def roles(text: str) -> list[tuple[Role, str]]:
    page = cut_page(read_text_page(text, "page.txt"), Identity())
    return [(atom.role or Role.BODY, atom.text) for atom in page.cut.atoms]


# --- titles -----------------------------------------------------------------------------------


def test_heading_before_a_heading_is_a_banner(tmp_path: Path) -> None:
    (article,) = articles(f"## 民生关注\n\n## 老楼加装新电梯\n\n{FIRST}", tmp_path)
    assert (article.banner, article.headline) == ("民生关注", "老楼加装新电梯")


def test_banner_holds_until_the_next(tmp_path: Path) -> None:
    text = f"## 民生关注\n## 甲区修路\n{FIRST}\n## 乙区架桥\n{FIRST}\n## 法治在线\n## 丙区普法\n{FIRST}"
    assert [a.banner for a in articles(text, tmp_path)] == ["民生关注", "民生关注", "法治在线"]


@pytest.mark.parametrize("kicker", ["柳河街道:", "柳河街道：", "柳河街道——", "柳河街道"])
def test_short_line_before_a_heading_is_its_kicker(kicker: str, tmp_path: Path) -> None:
    text = f"## 甲区修路\n{FIRST}\n{kicker}\n## 老楼加装新电梯\n{FIRST}"
    first, second = articles(text, tmp_path)
    assert (second.kicker, second.headline) == (kicker, "老楼加装新电梯")
    assert first.paragraphs == (FIRST,)


def test_heading_that_ends_with_a_colon_is_a_kicker(tmp_path: Path) -> None:
    (article,) = articles(f"## 柳河街道:\n## 老楼加装新电梯\n{FIRST}", tmp_path)
    assert (article.banner, article.kicker) == ("", "柳河街道:")


def test_line_with_a_dash_below_the_headline_is_a_subhead(tmp_path: Path) -> None:
    text = f"## 老楼加装新电梯\n——柳河街道旧改纪实\n□本报记者 张敏\n{FIRST}"
    (article,) = articles(text, tmp_path)
    assert (article.headline, article.subhead) == ("老楼加装新电梯", "——柳河街道旧改纪实")


def test_headline_that_came_out_as_a_paragraph_is_known_by_its_byline(tmp_path: Path) -> None:
    text = f"## 甲区修路\n{FIRST}\n老楼加装新电梯\n本报讯(记者 张敏){SECOND}"
    assert [a.headline for a in articles(text, tmp_path)] == ["甲区修路", "老楼加装新电梯"]


def test_news_behind_letters_is_not_under_their_banner(tmp_path: Path) -> None:
    text = (
        "# 读者来信\n\n## 路灯何时能亮\n\n编辑同志:西街的路灯不亮。\n\n"
        f"## 老旧小区改造启动\n\n本报讯(记者 周明) {FIRST}\n\n"
        "## 更正\n\n本报昨日《旧城改造》一文中,“15日”应为“16日”,特此更正。\n"
    )
    found = articles(text, tmp_path)
    assert [one.banner for one in found] == ["读者来信", "", ""]
    assert [one.genre for one in found[1:]] == [Genre.NEWS, Genre.CORRECTION]


def test_plain_headline_under_a_banner_is_not_its_subhead(tmp_path: Path) -> None:
    text = f"## 奋进新征程\n柳河街道启动老旧小区改造\n□本报记者 张敏\n{FIRST}"
    (article,) = articles(text, tmp_path)
    assert (article.banner, article.headline) == ("奋进新征程", "柳河街道启动老旧小区改造")


def test_short_line_below_a_headline_with_a_kicker_is_its_subhead(tmp_path: Path) -> None:
    text = f"我市召开会议强调\n## 抓产业 强治理 让钱袋子鼓起来\n柳河街道启动改造\n本报讯(记者 张敏){FIRST}"
    (article,) = articles(text, tmp_path)
    assert (article.kicker, article.subhead) == ("我市召开会议强调", "柳河街道启动改造")


def test_notice_whose_name_came_out_as_a_paragraph_is_an_article(tmp_path: Path) -> None:
    text = f"## 老楼加装新电梯\n{FIRST}\n遗失声明\n李建国不慎将身份证遗失,声明作废。"
    _, notice = articles(text, tmp_path)
    assert (notice.headline, notice.genre) == ("遗失声明", Genre.NOTICE)


def test_page_without_any_heading_is_cut_at_its_bylines(tmp_path: Path) -> None:
    text = f"甲区修路\n□本报记者 张敏\n{FIRST}\n乙区:\n老楼加装新电梯\n□本报记者 李 珍\n{SECOND}"
    first, second = articles(text, tmp_path)
    assert (first.headline, second.kicker, second.headline) == (
        "甲区修路",
        "乙区:",
        "老楼加装新电梯",
    )


def test_numbered_heading_stays_in_its_article(tmp_path: Path) -> None:
    text = f"## 老楼加装新电梯\n□本报记者 张敏\n{FIRST}\n## 一、先问居民\n{SECOND}"
    (article,) = articles(text, tmp_path)
    assert article.paragraphs == (FIRST, "一、先问居民", SECOND)


def test_short_line_between_whole_paragraphs_stays_in_the_body(tmp_path: Path) -> None:
    (article,) = articles(f"## 老楼加装新电梯\n{FIRST}\n先问居民 再定方案\n{SECOND}", tmp_path)
    assert article.paragraphs == (FIRST, "先问居民 再定方案", SECOND)


# --- where articles begin ----------------------------------------------------------------------


def test_text_after_an_editors_note_is_of_the_same_article(tmp_path: Path) -> None:
    text = f"## 老楼加装新电梯\n编者按:本报今起推出专栏。\n本报讯(记者 张敏){FIRST}"
    (article,) = articles(text, tmp_path)
    assert article.paragraphs == ("编者按:本报今起推出专栏。", FIRST)


def test_paragraph_that_begins_as_news_opens_an_article_without_a_headline(tmp_path: Path) -> None:
    text = f"## 老楼加装新电梯\n本报讯(记者 张敏){FIRST}\n本报讯(记者 李珍){SECOND}"
    assert [a.headline for a in articles(text, tmp_path)] == ["老楼加装新电梯", ""]


# --- pictures ---------------------------------------------------------------------------------


def test_sentence_cut_by_a_caption_is_joined(tmp_path: Path) -> None:
    text = "## 老楼加装新电梯\n青岚区柳河街道近日启动老旧小\n8月31日,居民在看图纸(张敏 摄)\n区改造,年底前完工。"
    (article,) = articles(text, tmp_path)
    assert article.paragraphs == ("青岚区柳河街道近日启动老旧小区改造,年底前完工。",)
    (caption,) = article.captions
    assert (caption.text, caption.photographer) == ("8月31日,居民在看图纸", "张敏")
    assert caption.credit == "(张敏 摄)"


def test_caption_without_a_credit_does_not_end_up_in_the_sentence_it_cuts(tmp_path: Path) -> None:
    text = (
        "## 老楼加装新电梯\n青岚区柳河街道近日启动老旧小\n8月31日,居民在看图纸\n区改造,年底前完工。"
    )
    (article,) = articles(text, tmp_path)
    assert article.paragraphs == ("青岚区柳河街道近日启动老旧小区改造,年底前完工。",)
    assert [caption.text for caption in article.captions] == ["8月31日,居民在看图纸"]


@pytest.mark.parametrize(
    ("credit", "photographer"),
    [
        ("(张敏 摄)", "张敏"),
        ("（张 敏 摄）", "张敏"),
        ("(张敏/摄)", "张敏"),
        ("(本报记者 张敏 李珍 摄)", "张敏、李珍"),
        ("(中新社发 张敏 摄)", "张敏"),
        ("(区委宣传部供图)", ""),
        ("(资料图片)", ""),
        ("张敏 摄", "张敏"),
    ],
)
def test_credit_is_parted_from_its_caption(credit: str, photographer: str, tmp_path: Path) -> None:
    text = f"## 老楼加装新电梯\n{FIRST}\n图为居民查看新电梯。{credit}\n{SECOND}"
    (article,) = articles(text, tmp_path)
    (caption,) = article.captions
    assert (caption.text, caption.credit) == ("图为居民查看新电梯。", credit)
    assert caption.photographer == photographer
    assert article.paragraphs == (FIRST, SECOND)


def test_credit_on_its_own_line_belongs_to_the_caption_above(tmp_path: Path) -> None:
    text = f"## 老楼加装新电梯\n{FIRST}\n图为居民查看新电梯。\n张敏 摄\n{SECOND}"
    (article,) = articles(text, tmp_path)
    assert [(c.text, c.photographer) for c in article.captions] == [
        ("图为居民查看新电梯。", "张敏")
    ]


def test_photo_banner_covers_its_item_only(tmp_path: Path) -> None:
    text = f"## 图说新闻\n8月27日,青岚区举办招聘会。图为招聘会现场。(张敏 摄)\n## 老楼加装新电梯\n{FIRST}"
    photo, news = articles(text, tmp_path)
    assert (photo.genre, photo.banner, photo.headline) == (Genre.PHOTO, "图说新闻", "")
    assert (photo.paragraphs, photo.captions[0].photographer) == ((), "张敏")
    assert photo.captions[0].text == "8月27日,青岚区举办招聘会。图为招聘会现场。"
    assert news.banner == ""


# --- joining ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("既有人大代表,也有", "企业家代表。"),
        ("全市共有1659户", "4400余人受益。"),
        ("在柳河街道", "(镇)的支持下完工。"),
        ("他打造“亲”“清”", "政商关系。"),
        ("同比提高1.", "6个百分点。"),
        ("工程已经完工", ",居民很高兴。"),
        ("他说:“很好。”", "刘素英说。"),
    ],
)
def test_sentence_cut_by_a_column_break_is_joined(before: str, after: str, tmp_path: Path) -> None:
    (article,) = articles(f"## 老楼加装新电梯\n{FIRST}\n{SECOND[:-1]},{before}\n{after}", tmp_path)
    assert article.paragraphs == (FIRST, f"{SECOND[:-1]},{before}{after}")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("工程已经完工。", "居民都很高兴,纷纷点赞。"),
        ("他问:“为什么?”", "尚敏说,根据方案,工程明年开工。"),
        ("一是抓进度;", "二是抓质量,三是抓安全。"),
        ("要求如下:", "一、按时完工,不得拖延。"),
    ],
)
def test_whole_paragraphs_are_not_joined(before: str, after: str, tmp_path: Path) -> None:
    (article,) = articles(f"## 老楼加装新电梯\n{FIRST}{before}\n{after}", tmp_path)
    assert article.paragraphs == (FIRST + before, after)


def test_lines_broken_at_a_column_width_are_paragraphs_again(tmp_path: Path) -> None:
    paragraph = FIRST[:-1] + ",这是全市今年规模最大的一次改造,涉及居民三千余户。" + SECOND
    lines = [paragraph[i : i + 14] for i in range(0, len(paragraph), 14)]
    text = "## 老楼加装新电梯\n\u3000\u3000" + "\n".join(lines) + "\n\u3000\u3000" + SECOND[:12]
    text += "\n" + SECOND[12:26] + "\n" + SECOND[26:]
    (article,) = articles(text, tmp_path)
    assert article.paragraphs[0] == paragraph


# --- jumps ------------------------------------------------------------------------------------


def test_article_that_jumps_to_another_page_is_one(tmp_path: Path) -> None:
    one, three = tmp_path / "2021-09-02/01.md", tmp_path / "2021-09-02/03.md"
    one.parent.mkdir()
    one.write_text(
        f"## 老楼加装新电梯\n□本报记者 张敏\n{FIRST}\n改造内容包括屋面\n(下转第3版)", "utf-8"
    )
    three.write_text(f"(上接第1版)\n防水、管网更新。\n## 丙区普法\n{FIRST}", "utf-8")
    (edition,) = read_editions([tmp_path])
    assert isinstance(edition, ReadEdition)
    first, second = edition.articles
    assert first.paragraphs == (FIRST, "改造内容包括屋面防水、管网更新。")
    assert {span.source for span in first.spans} == {str(one), str(three)}
    assert second.headline == "丙区普法"


def test_of_two_jumps_to_a_page_the_titles_tell_which_is_which(tmp_path: Path) -> None:
    one, three = tmp_path / "2021-09-02/01.md", tmp_path / "2021-09-02/03.md"
    one.parent.mkdir()
    one.write_text(
        f"## 甲区修路\n{FIRST}\n(下转第3版)\n## 老楼加装新电梯\n{FIRST}\n(下转第3版)", "utf-8"
    )
    three.write_text(
        "(上接第1版《老楼加装新电梯》)\n电梯好。\n(上接第1版《甲区修路》)\n路也好。", "utf-8"
    )
    (edition,) = read_editions([tmp_path])
    assert isinstance(edition, ReadEdition)
    assert [(a.headline, a.paragraphs[-1]) for a in edition.articles] == [
        ("甲区修路", "路也好。"),
        ("老楼加装新电梯", "电梯好。"),
    ]


def test_second_part_without_its_first_page_stands_alone(tmp_path: Path) -> None:
    (article,) = articles(f"(上接第1版《老楼加装新电梯》)\n{FIRST}", tmp_path)
    assert article.paragraphs == (FIRST,)


# --- furniture, briefs, notices -----------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "2021年9月2日 星期四 第03版:要闻",
        "２０２１年９月２日　星期四　第０３版：要闻",
        "责任编辑 张敏 美编 李珍 校对 王强",
        "总第12345期 今日8版 国内统一连续出版物号CN 41-0021",
        "农历辛丑年七月廿六",
        "今天:多云转晴 18℃~27℃",
        "上一版 下一版",
        "![](images/1.jpg)",
        "- 3 -",
    ],
)
def test_furniture_belongs_to_no_article(line: str, tmp_path: Path) -> None:
    (article,) = articles(f"{line}\n## 老楼加装新电梯\n{FIRST}\n{line}", tmp_path)
    assert (article.headline, article.paragraphs, article.kicker) == (
        "老楼加装新电梯",
        (FIRST,),
        "",
    )


def test_slogan_after_the_last_article_is_furniture(tmp_path: Path) -> None:
    (article,) = articles(f"## 老楼加装新电梯\n{FIRST}\n创建全国文明城市", tmp_path)
    assert article.paragraphs == (FIRST,)


def test_each_signed_brief_under_a_banner_is_an_article(tmp_path: Path) -> None:
    text = f"## 简讯\n近日,甲区修路。\n路长一公里。(张 敏)\n日前,乙区架桥。(李珍)\n## 老楼加装新电梯\n{FIRST}"
    first, second, news = articles(text, tmp_path)
    assert (first.genre, first.banner, first.byline) == (Genre.BRIEFS, "简讯", "(张 敏)")
    assert (first.reporters, first.paragraphs) == (("张敏",), ("近日,甲区修路。", "路长一公里。"))
    assert second.paragraphs == ("日前,乙区架桥。",)
    assert news.banner == ""


def test_brief_without_a_sign_is_one_paragraph(tmp_path: Path) -> None:
    text = "## 简讯\n近日,甲区修路。\n日前,乙区架桥,桥长\n一公里。"
    assert [a.paragraphs for a in articles(text, tmp_path)] == [
        ("近日,甲区修路。",),
        ("日前,乙区架桥,桥长一公里。",),
    ]


def test_brief_with_a_plain_headline_under_its_banner_has_it(tmp_path: Path) -> None:
    text = f"## 简讯\n甲区开工修路\n{FIRST}\n乙区动工架桥\n{SECOND}"
    assert [a.headline for a in articles(text, tmp_path)] == ["甲区开工修路", "乙区动工架桥"]


def test_notice_keeps_who_gives_it_and_when(tmp_path: Path) -> None:
    text = "## 停水公告\n因管网改造,9月12日停水一天。\n青岚市供水公司\n2021年9月1日"
    (article,) = articles(text, tmp_path)
    assert article.genre is Genre.NOTICE
    assert article.paragraphs[1:] == ("青岚市供水公司", "2021年9月1日")


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        (f"## 老楼加装新电梯\n本报讯(记者 张敏){FIRST}", Genre.NEWS),
        (f"## 老楼加装新电梯\n□本报记者 张敏\n{FIRST}", Genre.FEATURE),
        (f"## 今日谈\n## 电梯该谁修\n□张敏\n{FIRST}", Genre.COMMENT),
        (f"## 更正\n{FIRST}", Genre.CORRECTION),
    ],
)
def test_genre_is_told_by_the_page(text: str, genre: Genre, tmp_path: Path) -> None:
    (article,) = articles(text, tmp_path)
    assert article.genre is genre


# --- nothing lost -------------------------------------------------------------------------------

_LINES = st.sampled_from(
    [
        "## 民生关注", "# 老楼加装新电梯 修到家门口", "柳河街道:", FIRST, SECOND[:20], "□本报记者 张敏",
        "本报讯(记者 张敏)" + FIRST, "图为现场。(张敏 摄)", "(下转第3版)", "(上接第1版《题》)续文。", "   ", "## ",
        "责任编辑 张敏", "**先问居民**", "---", "创建文明城市", "(张敏 摄)", "########", "\ufeff", "：：",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(_LINES | st.text(max_size=60), max_size=30), st.sampled_from(["\n", "\r\n", "\n\n"])
)
def test_every_character_lies_in_exactly_one_block(lines: list[str], line_break: str) -> None:
    text = line_break.join(lines)
    page = cut_page(read_text_page(text, "page.txt"), Identity())
    covered = [0] * len(text)
    for atom in page.cut.atoms:
        assert atom.text in text[atom.start : atom.end]
        for at in range(atom.start, atom.end):
            covered[at] += 1
    assert all(n == 1 for n, c in zip(covered, text, strict=True) if not c.isspace())
    assert max(covered, default=0) <= 1


def test_lost_characters_are_an_error() -> None:
    from qa.errors import EditionError
    from qa.types import Span

    with pytest.raises(EditionError, match="lost"):
        check_nothing_lost("甲乙", [Block(Role.BODY, "甲", Span(0, 1))], "page.txt")
    with pytest.raises(EditionError, match="twice"):
        check_nothing_lost("甲", [Block(Role.BODY, "甲", Span(0, 1))] * 2, "page.txt")


def test_blocks_hold_headings_without_their_marks() -> None:
    assert roles("## 老楼加装新电梯\n" + FIRST)[0] == (Role.HEADLINE, "老楼加装新电梯")


def test_short_heading_within_an_article_is_known_by_its_story(tmp_path: Path) -> None:
    above = "青岚区柳河街道近日启动老旧小区改造,首批12个小区的屋面防水和管网更新年底前完工。"
    above += (
        "街道把图纸贴到楼门口,老旧小区的居民议事会开了二十多场,哪里先修、哪里后修都由居民自己定。"
    )
    above += "施工队进场前逐户登记,把屋面渗水、管网堵塞的人家排在最前面,雨季到来之前先修好四百多户的屋面。"
    above += "居民们说,老楼换了新颜,下雨天再也不用拿盆接水,心里也踏实了许多,日子过得更有盼头了。"
    below = "改造前,柳河街道在老旧小区召开居民议事会,管网更新和屋面防水的图纸由居民表决。"
    other = "昨日,全市秋季田径赛在体育馆闭幕,来自五所学校的两百名选手参加了角逐。"
    text = f"## 老楼换新颜 居民齐点赞\n□本报记者 张敏\n{above}\n## 先问居民再动工\n{below}\n## 田径赛闭幕\n{other}"
    first, second = articles(text, tmp_path)
    assert first.paragraphs == (above, "先问居民再动工", below)
    assert (second.headline, second.paragraphs) == ("田径赛闭幕", (other,))
