"""BM25 over postings of many sets of passages."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.storage import lexical
from qa.storage.lexical import Collection, Postings
from qa.text import terms

PARK, VACCINE, BUS = "公园里有花,公园开放了", "疫苗接种点", "公交车开往公园"


def postings(*texts: str) -> Postings:
    return Postings.build(*lexical.term_codes(texts))


def collection(*sets: tuple[str, ...]) -> Collection:
    sizes = [len(texts) for texts in sets]
    lengths = [len(terms(text)) for texts in sets for text in texts]
    return Collection(
        tuple(postings(*texts) for texts in sets),
        tuple(np.cumsum([0, *sizes])[:-1].tolist()),
        np.array(lengths, np.float32),
    )


def scores(of: Collection, text: str) -> np.ndarray:
    return of.ask(text).scores(np.arange(len(of.lengths)))


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_codes_are_those_of_the_terms(texts: list[str]) -> None:
    codes, owners = lexical.term_codes(texts)
    for number, text in enumerate(texts):
        expected = sorted(map(lexical.term_code, terms(text)))
        assert sorted(codes[owners == number].tolist()) == expected


def test_passage_with_more_of_the_rare_terms_is_best() -> None:
    found = collection((PARK, VACCINE, BUS)).ask("公园开放了吗").best(3)
    assert found.tolist() == [0, 2]


def test_scores_lie_between_nought_and_one() -> None:
    found = scores(collection((PARK, VACCINE, BUS)), PARK)
    assert found.min() >= 0
    assert found.max() <= 1


def test_score_is_that_of_the_bm25_formula() -> None:
    known = collection((PARK, VACCINE))
    idf = np.log(1 + (2 - 1 + 0.5) / (1 + 0.5))
    norm = 1.2 * (1 - 0.75 + 0.75 * known.lengths[0] / known.lengths.mean())
    assert scores(known, "公园")[0] == pytest.approx(idf * 2 * 2.2 / (2 + norm) / (idf * 2.2))


def test_sets_side_by_side_score_as_one_set_does() -> None:
    together = collection((PARK, VACCINE, BUS))
    apart = collection((PARK,), (VACCINE, BUS))
    np.testing.assert_allclose(scores(apart, "公园疫苗"), scores(together, "公园疫苗"))
    assert apart.ask("公园").best(3).tolist() == together.ask("公园").best(3).tolist()


def test_joined_postings_are_those_of_all_texts_at_once() -> None:
    parts = [postings(PARK, VACCINE), postings(BUS)]
    joined = Postings.join(parts, [np.array([0, -1]), np.array([1])])
    whole = postings(PARK, BUS)
    for name in ("terms", "starts", "owners", "frequencies"):
        np.testing.assert_array_equal(getattr(joined, name), getattr(whole, name))


def test_only_allowed_passages_are_best() -> None:
    asked = collection((PARK, VACCINE, BUS)).ask("公园")
    assert asked.best(3, np.array([False, True, True])).tolist() == [2]


def test_best_without_reading_every_posting_are_the_best(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = np.random.default_rng(0)
    letters = np.array(list("公园里有花开放了疫苗接种点交车往"))
    weights = np.arange(len(letters), 0, -1.0) ** 3
    texts = tuple(
        "".join(chance.choice(letters, 30, p=weights / weights.sum())) for _ in range(500)
    )
    known = collection(texts[:200], texts[200:])
    question = "公园里有疫苗接种点,公交车开往花园"
    exact = np.argsort(-scores(known, question), kind="stable")[:5]
    monkeypatch.setattr(lexical, "_MANY", 1)
    np.testing.assert_allclose(
        scores(known, question)[known.ask(question).best(5)], scores(known, question)[exact]
    )


def test_rarer_term_has_the_higher_rarity() -> None:
    known = collection((PARK, VACCINE, BUS))
    rarities = known.rarities(["疫苗", "公园"])
    assert rarities["疫苗"] > rarities["公园"]
