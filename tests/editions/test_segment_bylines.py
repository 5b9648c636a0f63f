"""Who wrote what, in the bylines, heads and signs of articles, is told from their text."""

from pathlib import Path

import pytest

from qa.editions import ReadFailure, read_editions
from qa.types import Article

FIRST = "青岚区柳河街道近日启动老旧小区改造,首批12个小区年底前完工。"
SECOND = "改造内容包括屋面防水、管网更新和加装电梯,居民可以现场提意见。"


def articles(text: str, tmp_path: Path) -> tuple[Article, ...]:
    page = tmp_path / "page.txt"
    page.write_text(text, encoding="utf-8")
    (edition,) = read_editions([page])
    assert not isinstance(edition, ReadFailure), edition
    return edition.articles


@pytest.mark.parametrize(
    ("line", "reporters", "correspondents"),
    [
        ("□本报记者 张敏 通讯员 王小明", ("张敏",), ("王小明",)),
        ("■ 本报记者 李 珍、王 强 通讯员 赵 敏", ("李珍", "王强"), ("赵敏",)),
        ("□ 张敏", ("张敏",), ()),
        ("文/图 本报记者 张敏", ("张敏",), ()),
        ("本报记者 张敏 文/图", ("张敏",), ()),
        ("□本報記者 張敏 通訊員 王小明", ("張敏",), ("王小明",)),
        ("□见习记者 欧阳文", ("欧阳文",), ()),
        ("□本报记者 苏 文", ("苏文",), ()),
        ("■ 首席记者 孙 倩/文 马 超/图", ("孙倩",), ()),
        ("文/张敏 图/王强", ("张敏",), ()),
        ("□本报全媒体记者 张敏 实习生 李珍 通讯员 王强", ("张敏", "李珍"), ("王强",)),
        ("記者張敏╱柳河報導", ("張敏",), ()),
        ("本报记者 张敏 青岚报道", ("张敏",), ()),
        ("记者 张敏 李珍报道", ("张敏", "李珍"), ()),
        ("青岚新闻记者 张敏 编辑 孙芸 校对 何桐", ("张敏",), ()),
        ("文/青岚新闻记者 张敏编辑/孙芸", ("张敏",), ()),
    ],
)
def test_byline_line_is_read(
    line: str, reporters: tuple[str, ...], correspondents: tuple[str, ...], tmp_path: Path
) -> None:
    (article,) = articles(f"## 老楼加装新电梯\n{line}\n{FIRST}", tmp_path)
    assert (article.reporters, article.correspondents) == (reporters, correspondents)
    assert (article.byline, article.paragraphs) == (line, (FIRST,))


@pytest.mark.parametrize(
    ("head", "reporters", "correspondents"),
    [
        ("本报讯(记者 张敏 通讯员 王小明)", ("张敏",), ("王小明",)),
        ("本报讯（记者 张敏）", ("张敏",), ()),
        ("【本报讯】", (), ()),
        ("据新华社北京8月1日电", (), ()),
        ("新华社北京8月1日电(记者 张敏、李 珍)", ("张敏", "李珍"), ()),
        ("本报柳河9月1日电 (记者 张敏)", ("张敏",), ()),
        ("本报讯 记者张敏 通讯员王小明报道:", ("张敏",), ("王小明",)),
        ("【本報訊】記者張敏報道:", ("張敏",), ()),
        ("〔記者張敏╱柳河報導〕", ("張敏",), ()),
        ("〔中央社〕", (), ()),
        ("(中央社記者張敏文柳河8日電)", ("張敏文",), ()),
        ("(中央社記者張敏高雄8日專電)", ("張敏",), ()),
        ("记者张敏 发自柳河 ", ("张敏",), ()),
        ("9月1日讯(记者 张敏)", ("张敏",), ()),
        ("9月1日(通讯员 王小明)", (), ("王小明",)),
        ("青岚网柳河9月1日消息(记者张敏)", ("张敏",), ()),
        ("本报讯(初二(4)班 小记者 张敏)", ("张敏",), ()),
        ("本报讯(柳河街道办 通讯员 王小明)", (), ("王小明",)),
        ("本报讯(阿依古丽 通讯员 王小明)", ("阿依古丽",), ("王小明",)),
    ],
)
def test_inline_head_is_taken_off_the_first_paragraph(
    head: str, reporters: tuple[str, ...], correspondents: tuple[str, ...], tmp_path: Path
) -> None:
    (article,) = articles(f"## 老楼加装新电梯\n{head}{FIRST}", tmp_path)
    assert article.paragraphs == (FIRST,)
    assert article.byline == head.rstrip(": ")
    assert (article.reporters, article.correspondents) == (reporters, correspondents)


def test_byline_at_the_end_is_read_too(tmp_path: Path) -> None:
    (article,) = articles(f"## 老楼加装新电梯\n{FIRST}(记者 张敏)", tmp_path)
    assert (article.reporters, article.paragraphs) == (("张敏",), (FIRST,))


def test_sentence_that_speaks_of_reporters_is_no_byline(tmp_path: Path) -> None:
    text = f"## 老楼加装新电梯\n记者从柳河街道了解到,工程已经开工。\n{SECOND}"
    (article,) = articles(text, tmp_path)
    assert (article.byline, len(article.paragraphs)) == ("", 2)


def test_news_cited_within_an_article_opens_none(tmp_path: Path) -> None:
    cited = "据青岚网9月1日消息,第二批小区的改造下月开工。"
    (article,) = articles(f"## 老楼加装新电梯\n本报讯(记者 张敏){FIRST}\n{cited}", tmp_path)
    assert article.paragraphs == (FIRST, cited)
