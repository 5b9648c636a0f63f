"""Articles are cut into passages of whole sentences."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from qa.passages import TARGET_CHARACTERS, encoder_text, lexical_text, split
from qa.types import Article, Caption, Edition

EDITION = Edition("江城日报-2024-04-10", "江城日报", date(2024, 4, 10))


def article(*paragraphs: str, byline: str = "", captions: tuple[Caption, ...] = ()) -> Article:
    return Article(
        "a", "1", "公园动工", paragraphs, kicker="城南:", byline=byline, captions=captions
    )


def test_short_article_is_one_passage() -> None:
    (passage,) = split(article("公园动工了。八月开放。"))
    assert passage.text == "公园动工了。八月开放。"


def test_passage_holds_whole_sentences_only() -> None:
    sentence = "公园里将种植两千棵银杏,还要修一条五公里长的步道。"
    for passage in split(article(sentence * 40)):
        assert passage.text == sentence * (len(passage.text) // len(sentence))


def test_passages_are_about_the_target_length() -> None:
    lengths = [len(passage.text) for passage in split(article("公园里将种植两千棵银杏。" * 80))]
    assert all(TARGET_CHARACTERS - 12 <= length <= TARGET_CHARACTERS for length in lengths[:-1])


@given(st.lists(st.text("公园开了。,”“\n 说", max_size=400), max_size=4))
def test_offsets_give_the_passage_and_cover_every_character(paragraphs: list[str]) -> None:
    whole = article(*paragraphs)
    passages = split(whole)
    assert all(whole.text[one.start : one.end] == one.text for one in passages)
    covered = "".join(one.text for one in passages)
    assert "".join(covered.split()) == "".join(whole.text.split())


def test_passages_do_not_overlap() -> None:
    passages = split(article("公园里将种植两千棵银杏。" * 80))
    assert all(a.end <= b.start for a, b in pairwise(passages))


def test_byline_and_captions_can_be_found_too() -> None:
    picture = Caption("栈道完工", "周明", "(周明 摄)")
    (passage,) = split(article("公园动工了。", byline="□本报记者 吴霞", captions=(picture,)))
    assert passage.text == "□本报记者 吴霞\n公园动工了。\n栈道完工(周明 摄)"


def test_article_without_text_has_no_passage() -> None:
    assert split(article()) == []


def test_encoder_reads_date_kicker_and_headline_before_the_text() -> None:
    whole = article("公园动工了。")
    (passage,) = split(whole)
    assert encoder_text(passage, whole, EDITION) == "2024年4月10日 城南: 公园动工\n公园动工了。"


def test_lexical_text_holds_the_headline() -> None:
    whole = article("银杏两千棵。")
    assert "公园动工" in lexical_text(split(whole)[0], whole)


def test_subhead_is_read_by_both_kinds_of_retrieval() -> None:
    whole = replace(article("银杏两千棵。"), subhead="明年国庆迎客")
    (passage,) = split(whole)
    assert "明年国庆迎客" in lexical_text(passage, whole)
    assert "明年国庆迎客" in encoder_text(passage, whole, EDITION)


def test_printed_question_is_never_parted_from_its_answer() -> None:
    filling = "公园里将种植两千棵银杏。" * 18
    whole = article(filling, "问:公园什么时候开放?", "答:八月。", "问:要门票吗?", "答:不要。")
    assert not any(one.text.endswith("?") for one in split(whole))


def test_passage_that_goes_on_answering_is_found_by_its_question() -> None:
    whole = article("问:公园里种什么?", "答:种银杏。" + "另外还要修一条五公里长的步道。" * 30)
    first, second, *_ = split(whole)
    assert "公园里种什么?" in lexical_text(second, whole)
    assert "公园里种什么?" in encoder_text(second, whole, EDITION)
    assert lexical_text(first, whole).count("公园里种什么?") == 1
