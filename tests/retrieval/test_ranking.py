"""Candidates are reranked by what they have in common with the question."""

from pathlib import Path

import numpy as np
import pytest

from qa.network import read_network
from qa.overlap import Rarities, Sought, sought
from qa.retrieval.ranking import NAMES, Found, features, rank, worth_a_closer_look
from qa.retrieval.retrieve import after_reading
from qa.storage.opened import Candidate
from qa.types import Article, Edition, Expected, Passage, Query

MANY = 24  # more than are looked at closer where the words are those of the question
EDITION = Edition("江城日报", "江城日报", None)


def found(text: str, *, headline: str = "", dense: float = 0.5, lexical: float = 0.5) -> Found:
    article = Article(text, "1", headline, (text,))
    passage = Passage(article.id, 0, len(text), text)
    return Found(Candidate(0, dense, lexical), passage, article, EDITION)


def asked(
    question: str,
    expected: Expected = Expected.OTHER,
    rarities: Rarities = lambda terms: dict.fromkeys(terms, 2.0),
) -> Sought:
    return sought(Query(question, question, expected=expected), rarities)


def feature(name: str, question: str, one: Found, expected: Expected = Expected.OTHER) -> float:
    row = features(asked(question, expected), [one])[0]
    return float(row[NAMES.index(name)])


def test_features_have_a_row_for_each_candidate() -> None:
    rows = features(asked("公园"), [found("公园"), found("车站")])
    assert rows.shape == (2, len(NAMES))


def test_share_of_terms_counts_those_that_the_passage_holds() -> None:
    assert feature("passage_terms", "滨河公园", found("公园开放")) == pytest.approx(1 / 3)


def test_rare_terms_weigh_more() -> None:
    rarity = {"滨河": 3.0, "河公": 0.5, "公园": 0.5}
    question = asked("滨河公园", rarities=lambda terms: {term: rarity[term] for term in terms})
    rows = features(question, [found("滨河"), found("公园")])
    assert rows[0, NAMES.index("passage_terms")] > rows[1, NAMES.index("passage_terms")]


def test_headline_counts_as_title() -> None:
    assert feature("title_terms", "公园", found("银杏", headline="公园动工")) == 1.0


def test_number_of_the_question_must_be_the_same() -> None:
    assert feature("exact", "8月31日", found("截至8月31日")) == 1.0
    assert feature("exact", "8月31日", found("截至8月30日")) == 0.5


def test_quoted_words_are_looked_for_as_they_are() -> None:
    assert feature("quoted", "“第一针”", found("打了第一针")) == 1.0
    assert feature("quoted", "“第一针”", found("打了第二针")) == 0.0


def test_passage_is_asked_for_the_kind_of_answer() -> None:
    assert feature("expected", "面积", found("占地3公顷"), Expected.NUMBER) == 1.0
    assert feature("expected", "面积", found("占地很大"), Expected.NUMBER) == 0.0


def test_longest_common_piece_ignores_width_and_script() -> None:
    assert feature("longest_common", "滨河公园", found("濱河公園")) == 1.0


def test_passage_that_answers_ranks_above_one_about_something_else() -> None:
    right, wrong = found("滨河公园于9月3日向市民开放。"), found("18路公交车于9月3日开通。")
    scores = rank(asked("滨河公园什么时候开放?"), [right, wrong])
    assert scores[0] > scores[1]


def test_passage_that_says_it_in_other_words_ranks_above_one_that_does_not_say_it() -> None:
    right, wrong = found("孩子们的父母对食堂提了意见。"), found("孩子们的校车换了路线。")
    scores = rank(asked("家长对食堂有什么看法?"), [wrong, right])
    assert scores[1] > scores[0]


def test_no_candidates_have_no_order() -> None:
    assert len(rank(asked("滨河公园什么时候开放?"), [])) == 0


def test_what_is_not_looked_at_closer_stays_below() -> None:
    best = [found("滨河公园于9月3日向市民开放。")] * MANY
    scores = rank(asked("滨河公园什么时候开放?"), [found("18路公交车开通。"), *best])
    assert scores[0] < scores[1:].min()


def test_what_is_not_looked_at_closer_keeps_its_order() -> None:
    best = [found("滨河公园于9月3日向市民开放。")] * MANY
    worse, worst = found("18路公交车向市民开放。"), found("18路公交车票价2元。")
    scores = rank(asked("滨河公园什么时候开放?"), [worst, worse, *best])
    assert scores[1] > scores[0]


def closely(share_of_terms: float) -> int:
    """Return how many of many alike are looked at closer that have such a share of the terms."""
    rows = np.zeros((2 * MANY, len(NAMES)), np.float32)
    rows[:, NAMES.index("passage_terms")] = share_of_terms
    return len(worth_a_closer_look(rows, np.zeros(len(rows), np.float32)))


def test_more_are_looked_at_closer_where_the_best_has_few_of_the_words() -> None:
    assert closely(share_of_terms=0.2) > closely(share_of_terms=0.8)


def test_what_is_far_behind_the_best_is_not_looked_at_closer() -> None:
    rows = np.zeros((3, len(NAMES)), np.float32)
    assert worth_a_closer_look(rows, np.array([0.0, -90.0, 1.0], np.float32)).tolist() == [2, 0]


def test_of_close_candidates_the_one_that_answers_goes_first() -> None:
    silent, right = found("滨河公园占地3.2万平方米。"), found("滨河公园于9月3日向市民开放。")
    logits = np.array([0.2, 0.0], np.float32)
    moved = after_reading(asked("滨河公园什么时候开放?"), [silent, right], logits)
    assert moved[1] > moved[0]


def test_of_each_close_article_the_best_candidate_is_read() -> None:
    silent, right = found("滨河公园占地3.2万平方米。"), found("滨河公园于9月3日向市民开放。")
    logits = np.array([0.2, 0.1, 0.0], np.float32)
    moved = after_reading(asked("滨河公园什么时候开放?"), [silent, silent, right], logits)
    assert moved[2] > moved[0]


def test_two_articles_are_read_at_most() -> None:
    silent, other = found("滨河公园占地3.2万平方米。"), found("滨河公园种了银杏。")
    right = found("滨河公园于9月3日向市民开放。")
    logits = np.array([0.2, 0.1, 0.0], np.float32)
    moved = after_reading(asked("滨河公园什么时候开放?"), [silent, other, right], logits)
    assert moved[2] == logits[2]


def test_reading_leaves_candidates_that_are_not_close() -> None:
    silent, right = found("滨河公园占地3.2万平方米。"), found("滨河公园于9月3日向市民开放。")
    logits = np.array([3.0, 0.0], np.float32)
    moved = after_reading(asked("滨河公园什么时候开放?"), [silent, right], logits)
    np.testing.assert_array_equal(moved, logits)


def test_reading_leaves_what_is_asked_in_another_language() -> None:
    silent, right = found("滨河公园占地3.2万平方米。"), found("滨河公园于9月3日向市民开放。")
    logits = np.array([0.2, 0.0], np.float32)
    moved = after_reading(asked("When does it open?"), [silent, right], logits)
    np.testing.assert_array_equal(moved, logits)


def test_weights_learned_for_other_features_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "ranking.json"
    file.write_text('{"features": ["something else"]}', encoding="utf-8")
    with pytest.raises(ValueError, match="train it again"):
        read_network(file, NAMES)
