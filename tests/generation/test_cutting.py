"""A reply is cut into whole sentences, each with the marks that cite for it, however they are written."""

from __future__ import annotations

import pytest

from qa.generation.cutting import SentenceCutter
from qa.generation.marks import normalised, without_marks


def cut(reply: str, length: int = 3) -> list[str]:
    """The sentences of a reply that comes in pieces of so many characters."""
    cutter = SentenceCutter()
    pieces = (reply[start : start + length] for start in range(0, len(reply), length))
    found = [sentence for piece in pieces for sentence in cutter.cut(piece)]
    return [sentence for sentence in (*found, *cutter.rest()) if sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "一是暴雨冲毁步道；二是护栏检测不合格[1]。",
        "“第一针打完不等于有保护。第二针要按时打。”陈国栋说[1]。",
        "陈国栋说：“第一针打完不等于有保护。第二针要按时打。”[1]",
        "“公园为什么推迟？”李爱民解释说，一是暴雨[1]。",
        "公园推迟开园（原定8月底。）[1]。",
        "As of Aug. 31, the U.S. company had 85.14 [1].",
        "No. 1 of St. Mary and Dr. Chen [1].",
        "10. 投入1.2亿元[1]",
        "原因有两个：\n1. 暴雨[1]",
    ],
)
def test_sentence_is_not_broken_by_stops_within_it(sentence: str) -> None:
    assert cut(sentence) == [sentence]


@pytest.mark.parametrize("length", [1, 3, 200])
@pytest.mark.parametrize(
    ("reply", "sentences"),
    [
        ("公园动工[1]。八月开放[2]。", ["公园动工[1]。", "八月开放[2]。"]),
        ("公园动工。[1]八月开放。[2]", ["公园动工。[1]", "八月开放。[2]"]),
        ("公园动工。\n[1]\n八月开放。\n\n[2]", ["公园动工。\n[1]\n", "八月开放。\n\n[2]"]),
        ("公园动工。**[1]**八月开放。**[2]**", ["公园动工。[1]", "八月开放。[2]"]),
        ("公园动工。（来源：[1]）八月。", ["公园动工。[1]", "八月。"]),
        ("公园动工。\n依据：[1]\n八月。", ["公园动工。\n[1]\n", "八月。"]),
        ("[1] 公园动工。\n[2] 八月开放。", ["[1] 公园动工。\n", "[2] 八月开放。"]),
        ("[1] 公园动工。[2] 八月开放。", ["[1] 公园动工。", "[2] 八月开放。"]),
        ("(1)公园动工[1]。(2)八月[2]。", ["(1)公园动工[1]。", "(2)八月[2]。"]),
        ("公园动工[1]。[2]显示,八月开放。", ["公园动工[1]。", "[2]显示,八月开放。"]),
        ("公园动工[1]。根据[2],八月开放。", ["公园动工[1]。", "根据[2],八月开放。"]),
        ("公园动工。[1]、[2]八月开放。[2]", ["公园动工。[1][2]", "八月开放。[2]"]),
        ("公园动工。\n参考片段:1\n八月。", ["公园动工。\n[1]\n", "八月。"]),
        ("It opens [1]. It is big. [2]", ["It opens [1]. ", "It is big. [2]"]),
    ],
)
def test_marks_go_with_the_sentence_that_they_cite_for(
    reply: str, sentences: list[str], length: int
) -> None:
    assert cut(reply, length) == sentences


@pytest.mark.parametrize(
    "mark",
    [
        "[1]",
        "【1】",
        "［１］",
        "[[1]]",
        "[片段1]",
        "【片段1】",
        "(来源1)",
        "[来源1](#1)",
        "(1)",
        "（1）",
        "[^1]",
        r"\[1\]",
        "①",
        "¹",
        "【1†source】",
        "[ref:1]",
        "[citation:1]",
        "<sup>[1]</sup>",
        "（见[1]）",
        "（《江城日报》2024-04-10，[1]）",
        "〔1〕",
        "[第1段]",
        "[1，第2段]",
        "[片段1，第01版]",
        "（参见[1]）",
        "（来源：片段[1]）",
        "（[1]第3段）",
        "(see [1])",
        "——[1]",
    ],
)
def test_every_way_of_citing_is_read_as_one(mark: str) -> None:
    assert normalised(f"公园动工{mark}。") == "公园动工[1]。"


@pytest.mark.parametrize(
    "mark",
    [
        "[1-3]",
        "[1–3]",
        "[1～3]",
        "[1至3]",
        "[1,2,3]",
        "[1;2；3]",
        "[片段1、片段2、片段3]",
        "[1]、[2]和[3]",
        "（1、2、3）",
    ],
)
def test_several_passages_cited_at_once_are_told_apart(mark: str) -> None:
    assert normalised(f"公园动工{mark}。") == "公园动工[1][2][3]。"


@pytest.mark.parametrize(
    "text",
    [
        "（1）暴雨冲毁步道",
        "原因:①暴雨,②护栏",
        "[2021]年动工",
        "〔2021〕5号",
        "〔12〕5号",
        "（见第2条）",
        "30m²",
        "新生(4200)人",
    ],
)
def test_number_in_brackets_that_counts_or_measures_is_no_mark(text: str) -> None:
    assert normalised(text) == text


@pytest.mark.parametrize(
    ("sentence", "plain"),
    [
        ("根据片段2,公园动工。", "公园动工。"),
        ("根据[2],公园动工。", "公园动工。"),
        ("根据[2]的报道,公园动工。", "公园动工。"),
        ("如[2]所述,公园动工。", "公园动工。"),
        ("在[2]中,公园动工。", "公园动工。"),
        ("[2]显示,公园动工。", "公园动工。"),
        ("片段二指出,公园动工。", "公园动工。"),
        ("第2个片段提到公园动工。", "公园动工。"),
        ("[2]介绍了公园的面积。", "报道介绍了公园的面积。"),
        ("[2]说明书共有八页。", "说明书共有八页。"),
        ("方晓川在[2]中说,公园动工。", "方晓川说,公园动工。"),
        ("公园动工([2]:“今日动工”)。", "公园动工(“今日动工”)。"),
        ("公园动工的消息来自片段2。", "公园动工的消息来自报道。"),
        ("According to [2], the park opens.", "The park opens."),
        ("According to passage 2, it opens.", "It opens."),
        ("[2] reports that it opens.", "It opens."),
        ("[2] Reports say it opens.", " Reports say it opens."),
    ],
)
def test_passage_that_a_sentence_names_is_cited_and_leaves_no_gap(
    sentence: str, plain: str
) -> None:
    assert without_marks(sentence) == (plain, [2])


def test_text_without_a_stop_is_given_up_as_a_sentence() -> None:
    assert max(map(len, cut("公园很美" * 5000, 2))) < 2000
