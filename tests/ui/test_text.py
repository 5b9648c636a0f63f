"""Text off a page, or from a browser, is shown as it is and becomes neither markup nor script."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest

from qa.types import Article, Edition
from ui.conversation import MAX_TURNS, Quote, Turn, from_stored, to_stored
from ui.escape import as_html, as_markdown
from ui.messages import answer_message, pieces
from ui.reading import contents, whole_article
from ui.sources import marked
from ui.texts import EN, ZH, texts_for
from ui.wording import Texts

HOSTILE = "<img src=x onerror=alert(1)>[点](javascript:alert(1)) ![](//evil.example/x) `a` $$x$$"
ARTICLE = Article(
    id="a/<b>\"'", page="<i>1</i>", headline=HOSTILE, paragraphs=(HOSTILE,), banner=HOSTILE,
    kicker=HOSTILE, subhead=HOSTILE, byline=HOSTILE, reporters=(HOSTILE,),
)  # fmt: skip
EDITION = Edition("e", HOSTILE, date(2024, 10, 16))


@pytest.mark.parametrize("texts", [ZH, EN])
def test_no_part_of_an_article_becomes_markup(texts: Texts) -> None:
    shown = whole_article(ARTICLE, EDITION, texts, marks=[(0, 9)], back="<b>")
    shown += contents(EDITION, [ARTICLE], texts)
    assert "<img" not in shown
    assert "<i>" not in shown
    assert "<b>" not in shown
    assert 'href="?article=a/%3Cb%3E%22%27"' in shown


def test_markdown_shows_what_it_was_given() -> None:
    assert as_markdown("*重*点_a_ <b>&[x](y)") == r"\*重\*点\_a\_ &lt;b&gt;&amp;\[x\](y)"
    assert as_markdown("1. 一\n    2) 二\n- 三\n+ 四") == "1\\. 一\n2\\) 二\n\\- 三\n\\+ 四"
    assert as_markdown("见https://a.cn或www.b.cn或c@d.cn") == r"见https\://a.cn或www\.b.cn或c\@d.cn"
    assert (
        as_markdown("首日客流1.3万人次(其中90%为老人),“好!”")
        == "首日客流1.3万人次(其中90%为老人),“好\\!”"
    )


def test_html_escapes_quotes_too() -> None:
    assert as_html("\"'<&>") == "&quot;&#x27;&lt;&amp;&gt;"


def test_only_what_is_quoted_is_highlighted() -> None:
    text = "甲。乙<。\n丙。丁。"
    assert marked(text, 0, len(text), [(2, 8)]) == (
        "<p>甲。<mark>乙&lt;。</mark></p><p><mark>丙。</mark>丁。</p>"
    )
    assert marked(text, 6, 8, []) == "<p>丙。</p>"


def test_citations_become_chips_and_other_brackets_do_not() -> None:
    quotes = tuple(Quote(number, "a", 0, 1, 0, 1) for number in (1, 2))
    turn = Turn("问", "问", "“甲。”[1]“乙[9]。”[2]", abstained=False, quotes=quotes)
    content = answer_message(turn, 4, None, ZH)["content"]  # type: ignore[arg-type]
    assert content == "“甲。”[1](#cite-4-1)“乙\\[9\\]。”[2](#cite-4-2)"


def test_the_short_answer_stands_out_from_what_it_is_taken_from() -> None:
    turn = Turn("问", "问", "92个。\n甲。[1]", abstained=False, quotes=(Quote(1, "a", 0, 1, 0, 1),))
    content = answer_message(turn, 0, None, ZH)["content"]  # type: ignore[arg-type]
    assert content == "**92个。**\n\n甲。[1](#cite-0-1)"


def test_citations_of_an_answer_without_marks_stand_at_its_end() -> None:
    turn = Turn("问", "问", "甲。", abstained=False, quotes=(Quote(1, "a", 0, 1, 0, 1),))
    content = answer_message(turn, 0, None, ZH)["content"]  # type: ignore[arg-type]
    assert content.endswith("[1](#cite-0-1)")


def test_an_answer_is_told_a_paragraph_at_a_time() -> None:
    content = "**九。**\n\n“甲。”[1](#cite-0-1)\n\n“乙。”[2](#cite-0-2)"
    assert list(pieces(content)) == ["**九。**", "**九。**\n\n“甲。”[1](#cite-0-1)", content]


def test_a_conversation_survives_being_stored() -> None:
    turn = Turn("问", "找", "答[1]", abstained=False, quotes=(Quote(1, "a", 2, 3, 0, 9),))
    assert from_stored(to_stored([turn])) == [turn]
    assert len(from_stored(to_stored([turn] * (MAX_TURNS + 5)))) == MAX_TURNS


@pytest.mark.parametrize(
    "stored",
    [None, 3, "x", {"a": 1}, [1], [{"question": "x"}], [{"question": 1, "quotes": None}]],
)
def test_anything_else_that_a_browser_sends_is_an_empty_conversation(stored: object) -> None:
    assert from_stored(stored) == []


def test_language_is_the_chosen_one_then_the_browsers_then_chinese() -> None:
    english = {"accept-language": "en-GB,en;q=0.9,zh;q=0.8"}
    assert texts_for({}, {}, english) is EN
    assert texts_for({}, {"lang": "zh-CN"}, english) is ZH
    assert texts_for({"lang": "en"}, {"lang": "zh-CN"}, {}) is EN
    assert texts_for({}, {}, {"accept-language": "fr"}) is ZH
    assert texts_for({"lang": "<x>"}, {}, {}) is ZH


def test_both_languages_fill_the_same_gaps() -> None:
    def gaps(text: str) -> set[str]:
        import string

        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    for field in fields(Texts):
        assert gaps(getattr(ZH, field.name)) == gaps(getattr(EN, field.name)), field.name
