"""A network of one hidden layer over standardised features, small enough for NumPy."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

Features: TypeAlias = "NDArray[np.float32]"

_ARRAYS = ("mean", "deviation", "hidden", "hidden_bias", "output")


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """The weights of a network with one number at its end."""

    mean: Features  # shape (features,)
    deviation: Features  # shape (features,)
    hidden: Features  # shape (features, units)
    hidden_bias: Features  # shape (units,)
    output: Features  # shape (units,)
    output_bias: float

    def logits(self, rows: Features) -> Features:
        """Return one number for each row of shape (n, features)."""
        inner = np.tanh((rows - self.mean) / self.deviation @ self.hidden + self.hidden_bias)
        logits: Features = inner @ self.output + self.output_bias
        return logits


@cache
def read_network(path: Path, names: tuple[str, ...]) -> Network:
    """Return the network in `path`, learned over the features `names`.

    Raises:
        ValueError: it was learned over other features.
    """
    stored = json.loads(path.read_text(encoding="utf-8"))
    if tuple(stored["features"]) != names:
        raise ValueError(f"{path} was learned over other features: train it again")
    arrays = {name: np.array(stored[name], dtype=np.float32) for name in _ARRAYS}
    return Network(**arrays, output_bias=stored["output_bias"])


def write_network(path: Path, network: Network, names: Sequence[str], learned_from: str) -> None:
    """Write a network for `read_network`, with a word on what it was learned from."""
    arrays = {name: np.round(getattr(network, name), 5).tolist() for name in _ARRAYS}
    stored = {
        "learned_from": learned_from,
        "features": list(names),
        **arrays,
        "output_bias": network.output_bias,
    }
    path.write_text(json.dumps(stored) + "\n", encoding="utf-8")
