"""The lines that end an article are not taken for titles of the one below."""

from pathlib import Path

import pytest

from qa.editions import ReadFailure, read_editions
from qa.types import Article

BODY = "石桥镇图书室下月起延长开放时间,晚上可以看书到九点,周末还有老师陪着孩子读故事。"
NEXT = "老渡口的木船昨日下水,船工换了新橹,过河仍旧不收钱,上学的孩子先上船。"
NOTICE = "因线路检修,3月9日8时至17时停电,请提前做好准备。"
LETTER = "我每天在东湖站等车,下雨天没有地方躲,能不能给站台装个顶棚?"


def read(page: str, tmp_path: Path) -> tuple[Article, ...]:
    path = tmp_path / "1.md"
    path.write_text(page, encoding="utf-8")
    (edition,) = read_editions([path])
    assert not isinstance(edition, ReadFailure)
    return edition.articles


@pytest.mark.parametrize(
    "detail", ["报名电话:0000-4412345", "开放时间:9:00—21:00", "截止日期:3月20日", "名额:三十人"]
)
def test_detail_ends_the_text_above_it(detail: str, tmp_path: Path) -> None:
    page = f"## 图书室夜里也开门\n{BODY}\n{detail}\n## 老渡口的木船下水\n{NEXT}\n"
    first, second = read(page, tmp_path)
    assert first.paragraphs == (BODY, detail)
    assert (second.kicker, second.headline) == ("", "老渡口的木船下水")


@pytest.mark.parametrize("kicker", ["石桥镇:", "石桥镇", "船工郑大河:过河不收钱"])
def test_kicker_below_finished_text_is_one(kicker: str, tmp_path: Path) -> None:
    text = f"{NEXT}石桥镇的船工郑大河说,过河不收钱是老规矩。"
    page = f"## 图书室夜里也开门\n{BODY}\n{kicker}\n## 老渡口的木船下水\n{text}\n"
    _, second = read(page, tmp_path)
    assert (second.kicker, second.headline) == (kicker, "老渡口的木船下水")


@pytest.mark.parametrize("below", ["## 讣告", "## 老渡口的木船下水", "## 读者来信\n## 谢谢船工"])
def test_office_that_signs_a_notice_is_text_of_it(below: str, tmp_path: Path) -> None:
    page = f"## 停电通知\n{NOTICE}\n石桥镇供电所\n{below}\n{NEXT}\n"
    notice, other = read(page, tmp_path)
    assert notice.paragraphs == (NOTICE, "石桥镇供电所")
    assert other.kicker == ""


def test_office_that_the_text_below_speaks_of_is_its_kicker(tmp_path: Path) -> None:
    text = f"{NEXT}石桥镇水利所说,渡口下月修码头。"
    page = f"## 停电通知\n{NOTICE}\n石桥镇水利所\n## 老渡口的木船下水\n{text}\n"
    notice, other = read(page, tmp_path)
    assert (notice.paragraphs, other.kicker) == ((NOTICE,), "石桥镇水利所")


def test_office_below_a_signed_notice_is_the_next_kicker(tmp_path: Path) -> None:
    page = (
        f"## 停电通知\n{NOTICE}\n石桥镇供电所\n3月7日\n石桥镇水利所\n## 老渡口的木船下水\n{NEXT}\n"
    )
    page = page.replace("3月7日", "2019年3月7日")
    notice, other = read(page, tmp_path)
    assert notice.paragraphs == (NOTICE, "石桥镇供电所", "2019年3月7日")
    assert other.kicker == "石桥镇水利所"


@pytest.mark.parametrize(
    "sign", ["东湖小区居民 谭小青", "东湖居民 谭小青(系化名)", "谭 青", "一位老乘客"]
)
@pytest.mark.parametrize("greeting", ["编辑同志:", "编辑同志:你好!"])
def test_writer_of_a_letter_is_text_of_it(greeting: str, sign: str, tmp_path: Path) -> None:
    page = f"## 站台该装个顶棚\n{greeting}\n{LETTER}\n{sign}\n## 走近老渡口\n## 木船下水\n{NEXT}\n"
    letter, other = read(page, tmp_path)
    assert letter.paragraphs == (greeting, LETTER, sign)
    assert (other.banner, other.kicker, other.headline) == ("走近老渡口", "", "木船下水")


def test_letter_may_go_on_behind_its_greeting(tmp_path: Path) -> None:
    text = f"编辑同志:{LETTER}站台是前年修的。"
    page = f"## 站台该装个顶棚\n{text}\n东湖读者 谭小青\n## 木船下水\n{NEXT}\n"
    letter, other = read(page, tmp_path)
    assert letter.paragraphs == (text, "东湖读者 谭小青")
    assert other.kicker == ""


def test_writer_of_the_last_letter_is_text_of_it(tmp_path: Path) -> None:
    page = f"## 站台该装个顶棚\n编辑同志:\n{LETTER}\n东湖小区居民 谭小青\n"
    (letter,) = read(page, tmp_path)
    assert letter.paragraphs[-1] == "东湖小区居民 谭小青"


def test_kind_of_classified_notices_is_a_banner_over_its_kind(tmp_path: Path) -> None:
    page = "## 招聘\n## 石桥镇医院招聘护士\n医院招聘护士六名。\n## 遗失声明\n郑大河遗失船员证,声明作废。\n"
    first, second = read(page, tmp_path)
    assert (first.banner, first.headline) == ("招聘", "石桥镇医院招聘护士")
    assert (second.banner, second.headline) == ("", "遗失声明")


def test_name_of_a_section_below_a_letter_is_no_writer(tmp_path: Path) -> None:
    page = f"站台该装个顶棚\n编辑同志:\n{LETTER}\n东湖小区居民 谭小青\n简讯\n{BODY}\n{NEXT}\n"
    letter, *briefs = read(page, tmp_path)
    assert letter.paragraphs[-1] == "东湖小区居民 谭小青"
    assert [brief.banner for brief in briefs] == ["简讯", "简讯"]
