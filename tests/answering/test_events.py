"""Whether and when something happened is told by the article whose title says that it did."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from qa import Archive
from qa.answering.events import verdict_told
from qa.answering.evidence import sentences_of
from tests.building import article_of, hit_of, looked_for

PLANNED = ("滨河公园计划5月开放", "4月9日,滨河公园在城南动工,建设单位负责人说,公园计划5月开放。")
PUT_OFF = ("滨河公园推迟开放", "因连日下雨,滨河公园的开放时间推迟。")
OPENED = (
    "滨河公园开放 首日迎客两千人",
    "8月31日上午,城南的铁门缓缓打开,等候多时的市民走进滨河公园。",
)
LIBRARY = ("青湾图书馆开放", "9月3日,青湾图书馆迎来第一批读者。")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    told = {"20240410": PLANNED, "20240522": PUT_OFF, "20240901": OPENED, "20240904": LIBRARY}
    for day, (headline, text) in told.items():
        page = f"## {headline}\n\n□本报记者 周 明\n\n{text}\n"
        (tmp_path / f"江城日报_{day}_01.txt").write_text(page, encoding="utf-8")
    with Archive.open(tmp_path / "archive") as archive:
        archive.index(sorted(tmp_path.glob("*.txt")))
        yield archive


@pytest.mark.parametrize(
    "question", ["滨河公园后来开放了吗?", "滨河公园什么时候开放的?", "那个公园后来开了吗?"]
)
def test_lead_of_the_article_that_tells_of_it_answers(archive: Archive, question: str) -> None:
    answer = archive.ask(question, llm=False)
    assert answer.citations[0].quote == OPENED[1]


def test_when_is_answered_with_the_day_of_the_lead(archive: Archive) -> None:
    assert archive.ask("滨河公园什么时候开放的?", llm=False).short.startswith("8月31日")


def test_another_thing_that_opened_does_not_answer(archive: Archive) -> None:
    answer = archive.ask("青湾图书馆什么时候开放的?", llm=False)
    assert answer.citations[0].quote == LIBRARY[1]


def test_what_has_not_happened_yet_is_told_by_the_newest_plan(
    archive_of: Callable[[Mapping[str, str]], Archive],
) -> None:
    put_off = "原定今年底通车的滨江公路,推迟到2026年3月底。"
    archive = archive_of(
        {
            "江城日报_20250804_01": "## 滨江公路计划今年底通车\n\n滨江公路昨日动工,计划年底通车。",
            "江城日报_20251009_01": f"## 滨江公路通车推迟到明年3月\n\n{put_off}",
        }
    )
    assert archive.ask("滨江公路通车了吗?", llm=False).citations[0].quote == put_off


def test_day_to_come_is_that_of_the_title_where_nothing_later_is_told(
    archive_of: Callable[[Mapping[str, str]], Archive],
) -> None:
    told = "9月25日,江城马拉松组委会召开发布会。比赛定于10月27日在体育中心开跑。"
    page = f"## 江城马拉松10月27日开跑\n\n{told}\n"
    archive = archive_of({"江城日报_20240927_01": page})
    assert archive.ask("江城马拉松哪天开跑?", llm=False).short.startswith("10月27日")


def test_plan_is_asked_for_as_a_plan(archive: Archive) -> None:
    answer = archive.ask("滨河公园计划什么时候开放?", llm=False)
    assert answer.short.startswith("5月")


def test_title_that_names_a_day_to_come_does_not_say_that_it_happened(
    archive_of: Callable[[Mapping[str, str]], Archive],
) -> None:
    pages = {
        "江城日报_20240410_01": "## 采茶大会5月20日开幕\n\n采茶大会5月20日在茶园开幕。\n",
        "江城日报_20240522_01": "## 茶园迎客\n\n因雨改期的采茶大会,5月25日在茶园开幕。\n",
    }
    found = archive_of(pages).ask("采茶大会到底是哪天开的?", llm=False)
    assert found.short == "5月25日"


@pytest.mark.parametrize(
    "question",
    ["北关市场为什么起火?", "北关市场火灾的原因是什么?", "北关市场起火的原因是什么?"],
)
def test_cause_that_a_later_edition_tells_goes_before_its_being_unknown(
    archive_of: Callable[[Mapping[str, str]], Archive], question: str
) -> None:
    archive = archive_of(
        {
            "测报_20240601_01": "## 市场起火\n\n北关市场昨日起火,起火原因正在调查。\n",
            "测报_20240608_01": "## 北关市场火灾原因公布\n\n北关市场火灾系插座进水短路引起。\n",
        }
    )
    found = archive.ask(question, llm=False)
    assert "短路" in found.text.split("\n")[0]


@pytest.mark.parametrize("question", ["走失的渔民找到了吗?", "渔民找到了吗?"])
def test_what_became_of_somebody_is_told_by_the_title_that_says_so(
    archive_of: Callable[[Mapping[str, str]], Archive], question: str
) -> None:
    archive = archive_of(
        {
            "测报_20240601_01": (
                "## 渔民走失 全村寻找\n\n5月30日,渔民谷大川出海后走失。"
                "渔民走失时穿蓝色棉衣。截至昨晚仍未找到。\n"
            ),
            "测报_20240604_01": (
                "## 走失渔民找到了\n\n走失三天的渔民谷大川6月2日清晨被找到。"
                "渔民被送往医院,走失时穿的棉衣已经湿透。\n"
            ),
        }
    )
    found = archive.ask(question, llm=False)
    assert "6月2日清晨被找到" in found.citations[0].quote


def test_what_is_found_out_goes_before_why_somebody_is_held(
    archive_of: Callable[[Mapping[str, str]], Archive],
) -> None:
    told = "初步调查显示,北岭事故中的货车超载近七成。司机闵某因涉嫌交通肇事罪被拘留。"
    archive = archive_of(
        {
            "测报_20240601_01": "## 北岭货车侧翻\n\n北岭事故造成三人死亡。事故原因正在调查。\n",
            "测报_20240608_01": f"## 北岭事故初查系超载\n\n{told}\n",
        }
    )
    found = archive.ask("北岭事故的原因是什么?", llm=False)
    assert "超载近七成" in found.citations[0].quote


@pytest.mark.parametrize("question", ["滨河公园5月1日开放了吗?", "5月1日滨河公园开放了吗?"])
def test_whether_it_was_on_a_day_is_told_by_what_tells_of_the_event(
    archive: Archive, question: str
) -> None:
    found = archive.ask(question, llm=False)
    assert "8月31日" in found.citations[0].quote


def test_event_of_another_of_its_kind_does_not_answer(
    archive_of: Callable[[Mapping[str, str]], Archive],
) -> None:
    page = "## 岚江地铁4号线开通\n\n3月16日,岚江地铁4号线开通。线路设站21座。\n"
    archive = archive_of({"江城日报_20240317_01": page})
    assert archive.ask("岚江地铁4号线开通了吗?", llm=False).citations
    assert archive.ask("岚江地铁5号线开通了吗?", llm=False).abstained


def test_reason_may_be_told_by_another_word_for_what_became_less(
    archive_of: Callable[[Mapping[str, str]], Archive],
) -> None:
    told = "公司称,利润下滑主要受鱼价走低和汛期影响。"
    page = f"## 岚江渔业公布半年报\n\n岚江渔业上半年收入18万元,利润比去年下降三成。{told}\n"
    archive = archive_of({"江城日报_20240901_01": page})
    assert archive.ask("岚江渔业利润为什么下降?", llm=False).citations[0].quote == told


@pytest.mark.parametrize(
    ("question", "text", "first"),
    [
        ("青湾停水是真的吗?", "居民抢购饮用水。供水公司辟谣。", "供水公司辟谣。"),
        ("青湾停水了吗?", "网传青湾停水。供水公司辟谣。", "供水公司辟谣。"),
        ("青湾停水了吗?", "青湾昨日停水。供水公司辟谣。", None),
        ("青湾停水几天?", "网传青湾停水三天。供水公司辟谣。", None),
        ("青湾停水是真的吗?", "居民抢购饮用水。", None),
    ],
)
def test_rumour_is_answered_with_what_tells_whether_it_is_so(
    question: str, text: str, first: str | None
) -> None:
    told = verdict_told(looked_for(question), sentences_of([hit_of(article_of(text))]))
    assert (told[0].text if told else None) == first


def test_what_no_article_tells_of_is_not_said_to_be_so(
    archive_of: Callable[[Mapping[str, str]], Archive],
) -> None:
    page = "## 青湾供水正常\n\n网传青湾停水三天。自来水公司辟谣,称供水一切正常。\n"
    archive = archive_of({"江城日报_20240901_01": page})
    assert archive.ask("谷大川离婚是真的吗?", llm=False).abstained
