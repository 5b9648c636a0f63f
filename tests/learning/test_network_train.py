"""The small networks learn to put the right row first."""

from __future__ import annotations

import numpy as np

from qa.learning.network import learn_choice, learn_lists


def lists(count: int) -> list[tuple[np.ndarray, np.ndarray]]:
    """Lists of five rows each, in which the row with the greatest first feature is right."""
    chance = np.random.default_rng(1)
    made = [chance.standard_normal((5, 3)).astype(np.float32) for _ in range(count)]
    return [(rows, rows[:, 0] == rows[:, 0].max()) for rows in made]


def test_the_right_row_comes_first() -> None:
    network = learn_lists(lists(200))
    first = [right[network.logits(rows).argmax()] for rows, right in lists(50)]
    assert np.mean(first) > 0.9


def test_several_networks_are_one_whose_logits_are_their_mean() -> None:
    ((rows, _), *_) = learned_from = lists(40)
    alone, both = learn_lists(learned_from, units=2), learn_lists(learned_from, 2, networks=2)
    assert both.hidden.shape == (3, 4)
    other = 2 * both.logits(rows) - alone.logits(rows)
    assert np.abs(other - alone.logits(rows)).max() > 1e-3
    again = learn_lists(learned_from, 2, networks=2)
    np.testing.assert_array_equal(both.logits(rows), again.logits(rows))


def test_choice_says_yes_to_what_it_was_shown_so() -> None:
    rows = np.random.default_rng(2).standard_normal((2000, 3)).astype(np.float32)
    yes = rows[:, 1] > 0
    network = learn_choice(rows, yes, units=1, networks=2)
    assert network.hidden.shape == (3, 2)
    assert np.mean((network.logits(rows) > 0) == yes) > 0.95
