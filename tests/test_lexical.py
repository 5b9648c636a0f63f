"""BM25 over postings kept in SQLite."""

import sqlite3

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa import lexical
from qa.text import terms

PARK, VACCINE, BUS = "公园里有花,公园开放了", "疫苗接种点", "公交车开往公园"


@pytest.fixture
def postings() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript(lexical.SCHEMA)
    return connection


def add(postings: sqlite3.Connection, ids: list[int], texts: list[str]) -> None:
    lexical.add_postings(postings, ids, [lexical.term_codes(text) for text in texts])


def lengths(*texts: str) -> lexical.Lengths:
    counts = [len(lexical.term_codes(text)) for text in texts]
    return lexical.Lengths(np.array(counts, np.float32), len(texts))


@given(st.text())
def test_codes_are_those_of_the_terms(text: str) -> None:
    assert sorted(lexical.term_codes(text)) == sorted(map(lexical.term_code, terms(text)))


def test_passage_with_more_of_the_rare_terms_scores_higher(postings: sqlite3.Connection) -> None:
    add(postings, [0, 1, 2], [PARK, VACCINE, BUS])
    scores = lexical.score(postings, lengths(PARK, VACCINE, BUS), "公园开放了吗")
    assert scores.argmax() == 0
    assert scores[1] == 0


def test_scores_lie_between_nought_and_one(postings: sqlite3.Connection) -> None:
    add(postings, [0, 1, 2], [PARK, VACCINE, BUS])
    scores = lexical.score(postings, lengths(PARK, VACCINE, BUS), PARK)
    assert scores.min() >= 0
    assert scores.max() <= 1


def test_score_is_that_of_the_bm25_formula(postings: sqlite3.Connection) -> None:
    add(postings, [0, 1], [PARK, VACCINE])
    known = lengths(PARK, VACCINE)
    idf = np.log(1 + (2 - 1 + 0.5) / (1 + 0.5))
    norm = 1.2 * (1 - 0.75 + 0.75 * known.by_id[0] / known.mean)
    assert lexical.score(postings, known, "公园")[0] == pytest.approx(
        idf * 2 * 2.2 / (2 + norm) / (idf * 2.2)
    )


def test_postings_added_later_are_found_with_the_earlier(postings: sqlite3.Connection) -> None:
    add(postings, [0, 1], [PARK, VACCINE])
    add(postings, [2], [BUS])
    scores = lexical.score(postings, lengths(PARK, VACCINE, BUS), "公园")
    assert np.flatnonzero(scores).tolist() == [0, 2]


def test_ids_on_both_sides_of_a_block_are_found(postings: sqlite3.Connection) -> None:
    edge = 1 << 16
    by_id = np.zeros(edge + 1, np.float32)
    by_id[[edge - 1, edge]] = 5
    add(postings, [edge - 1, edge], [PARK, PARK])
    scores = lexical.score(postings, lexical.Lengths(by_id, 2), "公园")
    assert np.flatnonzero(scores).tolist() == [edge - 1, edge]


def test_removing_what_was_added_leaves_nothing(postings: sqlite3.Connection) -> None:
    add(postings, [0, 1], [PARK, VACCINE])
    codes = [lexical.term_codes(text) for text in (PARK, VACCINE)]
    lexical.remove_postings(postings, [0, 1], codes)
    assert postings.execute("SELECT count(*) FROM postings").fetchone() == (0,)


def test_rarer_term_has_the_higher_rarity(postings: sqlite3.Connection) -> None:
    add(postings, [0, 1, 2], [PARK, VACCINE, BUS])
    assert lexical.rarity(postings, 3, "疫苗") > lexical.rarity(postings, 3, "公园")
