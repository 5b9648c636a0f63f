"""A correction notice is linked to the article that it corrects."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from qa import Archive
from qa.answering.corrections import concerns, corrects, mended, without_errors
from qa.types import Article, Edition, Genre

APRIL = Edition("江城日报-2024-04-10", "江城日报", date(2024, 4, 10))
MAY = Edition("江城日报-2024-05-08", "江城日报", date(2024, 5, 8))
OTHER_PAPER = Edition("青湾周刊-2024-05-08", "青湾周刊", date(2024, 5, 8))
PARK = Article(
    "park", "1", "滨河公园动工 占地3.2万平方米", ("滨河公园在城南动工,占地3.2万平方米。",)
)
BUS = Article("bus", "2", "18路公交车开通", ("18路公交车开通,全程14公里。",))


def notice(text: str) -> Article:
    return Article("notice", "1", "更正", (text,), genre=Genre.CORRECTION)


@pytest.mark.parametrize(
    "text",
    [
        "本报4月10日第1版《滨河公园动工》一文中,占地应为3.1万平方米。",
        "本报《滨河公园动工 占地3.2万平方米》一文有误,开放日期应为8月31日。",
        "本报4月10日第1版关于滨河公园动工的报道中,占地应为3.1万平方米。",
    ],
)
def test_notice_names_its_article_by_title_or_by_day_and_page(text: str) -> None:
    assert corrects(notice(text), MAY, PARK, APRIL)
    assert not corrects(notice(text), MAY, BUS, APRIL)


def test_notice_that_names_another_day_corrects_another_article() -> None:
    assert not corrects(notice("本报4月9日《滨河公园动工》一文有误。"), MAY, PARK, APRIL)


def test_notice_of_another_paper_corrects_nothing_here() -> None:
    text = "本报4月10日《滨河公园动工》一文有误。"
    assert not corrects(notice(text), OTHER_PAPER, PARK, APRIL)


def test_ordinary_article_that_names_a_title_is_no_notice() -> None:
    article = Article("letter", "1", "来信", ("读了《滨河公园动工》一文很高兴。",))
    assert not corrects(article, MAY, PARK, APRIL)


def test_titles_and_errors_of_a_notice_are_blanked() -> None:
    text = "本报4月10日第1版《占地3.2万平方米》一文中,占地应为3.1万平方米,误为3.2万平方米。"
    blanked = without_errors(text)
    assert len(blanked) == len(text)
    assert "3.1万平方米" in blanked
    assert "3.2" not in blanked


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("文中“局长方晓川”应为“局长方晓山”。", "方晓川", "方晓山"),
        ("文中客流2.3万人次应为1.3万人次。", "2.3", "1.3万人次"),
        ("文中8时30分有误,应为9时30分。", "8时30分", "9时30分"),
    ],
)
def test_what_stands_before_the_right_one_is_an_error(text: str, wrong: str, right: str) -> None:
    assert wrong not in without_errors(text)
    assert right in without_errors(text)


def test_correction_leads_the_answer_that_it_changes(sample_archive: Archive) -> None:
    found = sample_archive.ask("苇荡湿地公园开园首日客流是多少人次?", llm=False)
    correction, *corrected = found.citations
    assert found.text.startswith("1.3万人次。")
    assert correction.article.genre is Genre.CORRECTION
    assert any("2.3万人次" in citation.quote for citation in corrected)


@pytest.mark.parametrize(
    "question", ["苇荡湿地公园观鸟塔有多高?", "苇荡湿地公园的路基为什么不再修复?"]
)
def test_notice_of_something_else_than_what_is_quoted_is_named_beside_the_answer(
    sample_archive: Archive, question: str
) -> None:
    found = sample_archive.ask(question, llm=False)
    assert not any(one.article.genre is Genre.CORRECTION for one in found.citations)
    assert found.note == "所引报道的其他内容另有更正,见2024-10-16《岚江日报》《更正》。"


@pytest.mark.parametrize(
    ("quote", "is_concerned"),
    [
        ("这个厂生产白酒820吨。", True),
        ("产量增长31%。", True),
        ("厂长说,三年内不涨价。", False),
        ("厂里有112人。", False),
    ],
)
def test_notice_concerns_what_has_the_number_that_was_wrong(quote: str, is_concerned: bool) -> None:
    text = "本报《酒厂增产》一文中,“生产白酒820吨,增长31%”应为“生产白酒620吨,增长13%”。"
    assert concerns(text, quote) is is_concerned


def test_notice_that_does_not_say_what_was_wrong_concerns_all() -> None:
    assert concerns("本报4月10日《滨河公园动工》一文有误。", "占地3.2万平方米。")


@pytest.mark.parametrize(
    ("piece", "text", "right"),
    [
        ("820吨", "“生产白酒820吨,增长31%”应为“生产白酒620吨,增长13%”", "620吨"),
        ("31%", "“生产白酒820吨,增长31%”应为“生产白酒620吨,增长13%”", "13%"),
        ("1.2亿美元", "“投资1.2亿美元”应为“投资1.2亿元人民币”", "1.2亿元人民币"),
        ("2011年", "称酒厂2011年上市,应为2012年。", "2012年"),
        ("3%", "“单吨运价降了3%”,经受访者核实,应为降了5%。", "5%"),
        ("38人", "“72名干部”应为“62名”", ""),
    ],
)
def test_notice_puts_right_a_piece_of_what_it_names(piece: str, text: str, right: str) -> None:
    assert mended(piece, text) == right


@pytest.mark.parametrize(
    ("piece", "right"), [("11月29日14时", "15时"), ("14时", "15时"), ("11月30日9时", "")]
)
def test_notice_puts_right_the_piece_that_it_names(piece: str, right: str) -> None:
    assert mended(piece, "开球时间“14时”应为“15时”。") == right


def test_short_answer_is_what_the_notice_puts_right(
    archive_of: Callable[[Mapping[str, str]], Archive],
) -> None:
    archive = archive_of(
        {
            "测报_20240601_01": "## 市长杯决赛在即\n\n市长杯决赛将于6月9日14时在体育中心举行。\n",
            "测报_20240603_01": "## 更正\n\n本报6月1日第1版《市长杯决赛在即》一文中,开球时间“14时”应为“15时”。\n",
        }
    )
    assert archive.ask("市长杯决赛什么时候举行?", llm=False).short == "15时"


def test_what_is_put_right_without_quotation_marks_is_told_right(
    archive_of: Callable[[Mapping[str, str]], Archive],
) -> None:
    pages = {
        "岚江日报_20240510_01": "## 飞鱼早到\n\n本报讯 今年乌石港的飞鱼共183公吨,比去年同期的121公吨多。\n",
        "岚江日报_20240524_02": (
            "## 更正\n\n本报5月10日第1版《飞鱼早到》一文,乌石港飞鱼应为163公吨,误植为183公吨。谨此更正。\n"
        ),
    }
    archive = archive_of(pages)
    assert archive.ask("乌石港今年的飞鱼共多少公吨?", llm=False).short == "163公吨"
    told = archive.ask("更正", llm=False).text.split("\n")
    assert len(told) == 2


def test_notice_does_not_answer_by_the_title_that_it_names(
    archive_of: Callable[[Mapping[str, str]], Archive],
) -> None:
    pages = {
        "岚江日报_20240318_01": "## 前两月原煤产量41.6万吨\n\n本报讯 1至2月,煤矿生产原煤41.6万吨。\n",
        "岚江日报_20240617_02": (
            "## 更正\n\n本报3月18日1版《前两月原煤产量41.6万吨》一文,“化肥到库6420吨”应为“化肥到库6240吨”。\n"
        ),
    }
    found = archive_of(pages).ask("前两月原煤产量多少?", llm=False)
    assert found.short != "6240吨"
