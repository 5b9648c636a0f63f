"""A question in everyday words is asked in those that the articles found print."""

from dataclasses import replace
from datetime import date

import pytest

from qa.answering.everyday import in_printed_words, without_own_year
from qa.dates.in_text import mentions
from qa.questions.understand import understand
from tests.building import article_of, hit_of


@pytest.mark.parametrize(
    ("question", "text", "asked"),
    [
        ("医院第一任院长是谁?", "首任院长由尹若兰担任。", "医院首任院长是谁?"),
        ("医院第一任院长是谁?", "第一任院长是尹若兰。", "医院第一任院长是谁?"),
        ("医院第一任院长是谁?", "院长尹若兰说。", "医院第一任院长是谁?"),
        ("她老公是谁?", "爱人杜川是医生。", "她爱人是谁?"),
        ("他哪年当的兵?", "1986年参军到西藏。", "他哪年参军?"),
        ("卫健委主任是谁?", "市卫生健康委员会主任是尹若兰。", "卫生健康委员会主任是谁?"),
        ("卫健委主任是谁?", "市卫健委主任是尹若兰。", "卫健委主任是谁?"),
        ("火灾烧了多久?", "桂园小区起火,两小时后扑灭。", "起火烧了多久?"),
        ("第二名是谁?", "亚军是邢远航。", "亚军是谁?"),
        ("修桥花了多少钱?", "修桥投资82万元。", "修桥投资多少钱?"),
        ("启明12号哪天发射?", "启明十二号昨日发射。", "启明十二号哪天发射?"),
        ("启明12号哪天发射?", "启明十三号昨日发射。", "启明12号哪天发射?"),
        ("初一3班得几分?", "初一(3)班得46分。", "初一(3)班得几分?"),
        ("上半年GDP多少?", "上半年,地区生产总值达82亿元。", "上半年生产总值多少?"),
        ("上半年GDP多少?", "上半年,全市GDP达82亿元。", "上半年gdp多少?"),
        ("上半年GDP多少?", "上半年,全市下了82场雨。", "上半年GDP(生产总值)多少?"),
    ],
)
def test_word_of_the_best_article_is_put_for_that_of_the_question(
    question: str, text: str, asked: str
) -> None:
    assert in_printed_words(understand(question), [hit_of(article_of(text))]).text == asked


@pytest.mark.parametrize(
    ("question", "text", "asked"),
    [
        ("谷凯父亲叫什么?", "谷凯说,父亲谷大川是木匠。", "谷凯的父亲叫什么?"),
        ("谷凯的父亲叫什么?", "谷凯说,父亲谷大川是木匠。", "谷凯的父亲叫什么?"),
        ("谷凯成绩是多少?", "选手谷凯说,跑得很顺。", "谷凯的成绩是多少?"),
        ("谷凯的成绩是多少?", "选手谷凯以31分5秒获得冠军。", "谷凯用时多少?"),
        ("谷凯的成绩是多少?", "选手谷凯以95分获得冠军。", "谷凯的成绩是多少?"),
        ("谷凯的成绩是多少?", "选手谷凯以3秒之差获得亚军。", "谷凯的成绩是多少?"),
        ("谷凯开的店叫什么?", "选手谷凯说,跑得很顺。", "谷凯开的店叫什么?"),
        ("谷凯得了多少分?", "选手谷凯说,跑得很顺。", "谷凯得了多少分?"),
        ("谷物价格是多少?", "选手谷凯说,谷物涨价。", "谷物价格是多少?"),
        ("谷凯是哪里人?", "冠军是来自昆明的选手谷凯。", "谷凯来自哪里?"),
        ("谷凯是哪里人?", "树苗来自昆明谷凯苗圃。", "谷凯是哪里人?"),
        ("谷凯是哪里人?", "昆明人谷凯获得冠军,亚军来自大理。", "谷凯是哪里人?"),
    ],
)
def test_what_is_asked_of_somebody_is_asked_as_papers_tell_it(
    question: str, text: str, asked: str
) -> None:
    assert in_printed_words(understand(question), [hit_of(article_of(text))]).text == asked


def test_word_that_the_best_article_prints_goes_before_those_of_others() -> None:
    hits = [hit_of(article_of(text)) for text in ("司机受伤的原因是失火。", "仓库起火。")]
    assert in_printed_words(understand("火灾的原因是什么?"), hits).text == "失火的原因是什么?"


def test_word_that_says_more_than_the_question_is_only_that_of_the_best_article() -> None:
    hits = [hit_of(article_of(text)) for text in ("修桥的费用为82万元。", "新桥投资3亿元。")]
    assert in_printed_words(understand("修桥花了多少钱?"), hits).text == "修桥花了多少钱?"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("全县出生率为6.1‰。", "全县出生率是多少?"),
        ("怀川县出生率为6.1‰。", "怀川县出生率是多少?"),
    ],
)
def test_county_that_a_paper_is_named_for_is_all_the_county(text: str, asked: str) -> None:
    hit = hit_of(article_of(text), paper="怀川日报")
    assert in_printed_words(understand("怀川县出生率是多少?"), [hit]).text == asked


@pytest.mark.parametrize(
    ("question", "text", "asked"),
    [
        ("2024年谁当了镇长?", "会议选举尹若兰为镇长。", "谁当了镇长?"),
        ("2024年谁当了镇长?", "2024年3月,会议选举尹若兰为镇长。", "2024年谁当了镇长?"),
        ("2023年谁当了镇长?", "去年尹若兰当选镇长。", "去年谁当了镇长?"),
        ("2023年谁当了镇长?", "会议选举尹若兰为镇长。", "2023年谁当了镇长?"),
        ("2024年末有多少人?", "年末全镇有8万人。", "2024年末有多少人?"),
        ("二〇二四年谁当了镇长?", "会议选举尹若兰为镇长。", "谁当了镇长?"),
    ],
)
def test_year_that_a_paper_leaves_unsaid_is_left_out(question: str, text: str, asked: str) -> None:
    hit = hit_of(article_of(text), date(2024, 6, 1))
    assert without_own_year(understand(question), [hit]).text == asked


@pytest.mark.parametrize(
    ("question", "text", "asked"),
    [
        ("去年谁当了镇长?", "会议选举尹若兰为镇长。", "谁当了镇长?"),
        ("前年谁当了镇长?", "去年尹若兰当选镇长。", "去年谁当了镇长?"),
        ("前年谁当了镇长?", "会议选举尹若兰为镇长。", "前年谁当了镇长?"),
        ("去年底谁当了镇长?", "会议选举尹若兰为镇长。", "去年底谁当了镇长?"),
    ],
)
def test_last_year_is_told_from_the_day_of_the_question(
    question: str, text: str, asked: str
) -> None:
    query = understand(question, today=date(2025, 6, 1), newest=date(2025, 5, 31))
    hit = hit_of(article_of(text), date(2024, 6, 1))
    assert without_own_year(query, [hit]).text == asked


@pytest.mark.parametrize(
    ("question", "text", "asked"),
    [
        ("1979年产粮多少?", "一九七九年产粮八万斤。", "一九七九年产粮多少?"),
        ("一九七九年产粮多少?", "1979年产粮8万斤。", "1979年产粮多少?"),
        ("1978年产粮多少?", "一九七九年产粮八万斤。", "1978年产粮多少?"),
    ],
)
def test_year_is_written_as_the_articles_found_print_it(
    question: str, text: str, asked: str
) -> None:
    assert in_printed_words(understand(question), [hit_of(article_of(text))]).text == asked


def test_year_within_a_range_is_left_unsaid() -> None:
    text = "2021年至2023年,鱼塘收入分别为3万元、5万元和8万元。"
    article = replace(article_of(text), dates=mentions(text, date(2024, 6, 1)))
    asked = without_own_year(understand("2022年鱼塘收入多少?"), [hit_of(article)])
    assert asked.text == "鱼塘收入多少?"
