"""What runs on behind the last sentence of a text is no part of it: who wrote, edited or had it."""

from pathlib import Path

import pytest

from qa.editions import ReadFailure, read_editions
from qa.types import Article, Edition, Genre

FIRST = "青岚区柳河街道近日启动老旧小区改造,首批12个小区年底前完工。"
LAST = "居民们说:“老楼换了新颜,心里踏实。”"


def read(last: str, tmp_path: Path) -> tuple[Edition, Article]:
    """The edition and the article of a page that ends with this paragraph."""
    page = tmp_path / "page.txt"
    page.write_text(f"## 老楼加装新电梯\n{FIRST}\n{last}\n", encoding="utf-8")
    (edition,) = read_editions([page])
    assert not isinstance(edition, ReadFailure), edition
    (article,) = edition.articles
    return edition.edition, article


@pytest.mark.parametrize(
    ("sign_off", "byline", "reporters"),
    [
        ("返回某网，查看更多 责任编辑：", "", ()),
        ("(完)返回某网，查看更多 责任编辑：", "", ()),
        ("责编:孙芸、何桐 审核:苗青", "", ()),
        ("(责任编辑:孙芸 CN01)", "", ()),
        ("本报记者 张敏", "本报记者 张敏", ("张敏",)),
        (" 青岚新闻记者 张敏 图据柳河街道 编辑 孙芸", "青岚新闻记者 张敏 图据柳河街道", ("张敏",)),
        (
            "文/青岚日报记者 张敏编辑/孙芸返回某网，查看更多责任编辑：",
            "文/青岚日报记者 张敏",
            ("张敏",),
        ),
        ("记者:张敏编辑:孙芸", "记者:张敏", ("张敏",)),
        ("来源：青岚日报返回某网，查看更多责任编辑：", "来源：青岚日报", ()),
        ("青岚晚报/晚报新闻记者 张敏校对 孙芸", "青岚晚报/晚报新闻记者 张敏", ("张敏",)),
    ],
)
@pytest.mark.parametrize("apart", ["", "\n"])
def test_sign_off_is_told_from_the_text(
    sign_off: str, byline: str, reporters: tuple[str, ...], apart: str, tmp_path: Path
) -> None:
    _, article = read(LAST + apart + sign_off, tmp_path)
    assert (article.paragraphs, article.reporters) == ((FIRST, LAST), reporters)
    assert article.byline.startswith(byline)


def test_names_that_sign_may_stand_before_those_who_edited(tmp_path: Path) -> None:
    _, article = read(f"{LAST}(青岚网 张敏)责编:孙芸", tmp_path)
    assert (article.paragraphs, article.reporters) == ((FIRST, LAST), ("张敏",))


def test_mark_of_a_site_is_cut_from_a_text_that_ends_anyhow(tmp_path: Path) -> None:
    _, article = read(f"{LAST}——柳河街道宣返回某网，查看更多责任编辑：", tmp_path)
    assert article.paragraphs[-1] == f"{LAST}——柳河街道宣"


@pytest.mark.parametrize(
    "last",
    [
        "他退休前当过校对,也做过编辑。",
        "招聘岗位有两个:编辑、校对",
        "记者问起原因,他说:“钱的来源要公开。”",
        "大家都认识这位记者",
        "终审:维持原判",
    ],
)
def test_text_that_speaks_of_such_work_signs_nothing(last: str, tmp_path: Path) -> None:
    _, article = read(f"{LAST}{last}", tmp_path)
    assert (article.paragraphs[-1], article.byline) == (f"{LAST}{last}", "")


def test_source_of_a_text_is_not_the_paper_that_prints_it(tmp_path: Path) -> None:
    edition, _ = read(f"{LAST}来源:青岚日报", tmp_path)
    assert edition.paper == ""


def test_who_signs_a_text_makes_no_feature_of_it(tmp_path: Path) -> None:
    _, article = read(f"{LAST}本报记者 张敏", tmp_path)
    assert article.genre is Genre.NEWS
