"""Learns the networks of `qa.network`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from qa.network import Features, Network

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import torch
    from numpy.typing import NDArray

# Whose mean ships: one alone ranks a point better or worse by where it begins
NETWORKS = 8
_UNITS = 8
_EPOCHS = 30
_BATCH = 64
_SEED = 20240901


def learn_lists(
    lists: Sequence[tuple[Features, NDArray[np.bool_]]], units: int = _UNITS, networks: int = 1
) -> Network:
    """Return the network that puts the right rows of each list first.

    The loss is the listwise softmax of ListNet (Cao et al., 2007), the right rows of a list taken
    together.

    Args:
        lists: rows of shape (n, features), and which of them are right, shape (n,); one at least.
        units: size of the hidden layer.
        networks: how many are learned from other beginnings; the one returned is their mean.
    """
    rows = np.concatenate([rows for rows, _ in lists])
    mean, deviation = rows.mean(0), rows.std(0) + 1e-6
    padded, right, there = _padded(lists, mean, deviation)

    def loss(network: torch.nn.Module, batch: torch.Tensor) -> torch.Tensor:
        scores = network(padded[batch])[..., 0].masked_fill(~there[batch], -1e9)
        best = scores.masked_fill(~right[batch], -1e9).logsumexp(1)
        mean_loss: torch.Tensor = (scores.logsumexp(1) - best).mean()
        return mean_loss

    return _mean_of_several(networks, loss, len(lists), mean, deviation, units)


def _mean(networks: Sequence[Network]) -> Network:
    """Return the network, of all their units, whose logits are the mean of those of `networks`."""
    output = np.concatenate([one.output for one in networks]) / len(networks)
    return replace(
        networks[0],
        hidden=np.concatenate([one.hidden for one in networks], axis=1),
        hidden_bias=np.concatenate([one.hidden_bias for one in networks]),
        output=output.astype(np.float32),
        output_bias=float(np.mean([one.output_bias for one in networks])),
    )


def learn_choice(
    rows: Features, yes: NDArray[np.bool_], units: int = _UNITS, networks: int = 1
) -> Network:
    """Return the network whose logit says how likely a row is one of `yes`.

    Args:
        rows: shape (n, features).
        yes: shape (n,).
        units: size of the hidden layer.
        networks: as of `learn_lists`.
    """
    import torch

    mean, deviation = rows.mean(0), rows.std(0) + 1e-6
    inputs, targets = torch.tensor((rows - mean) / deviation), torch.tensor(yes).float()

    def loss(network: torch.nn.Module, batch: torch.Tensor) -> torch.Tensor:
        logits = network(inputs[batch])[..., 0]
        return torch.nn.functional.binary_cross_entropy_with_logits(logits, targets[batch])

    return _mean_of_several(networks, loss, len(rows), mean, deviation, units)


def _mean_of_several(
    networks: int,
    loss: Callable[[torch.nn.Module, torch.Tensor], torch.Tensor],
    count: int,
    mean: Features,
    deviation: Features,
    units: int,
) -> Network:
    return _mean(
        [
            _learned(loss, count, mean, deviation, units, _SEED + number)
            for number in range(networks)
        ]
    )


def _learned(
    loss: Callable[[torch.nn.Module, torch.Tensor], torch.Tensor],
    count: int,
    mean: Features,
    deviation: Features,
    units: int,
    seed: int,
) -> Network:
    import torch

    torch.manual_seed(seed)
    hidden, output = torch.nn.Linear(len(mean), units), torch.nn.Linear(units, 1)
    network = torch.nn.Sequential(hidden, torch.nn.Tanh(), output)
    optimizer = torch.optim.AdamW(network.parameters(), lr=3e-3, weight_decay=1e-2)
    for _ in range(_EPOCHS):
        for batch in torch.randperm(count).split(_BATCH):  # type: ignore[no-untyped-call]
            optimizer.zero_grad()
            loss(network, batch).backward()  # type: ignore[no-untyped-call]
            optimizer.step()
    return Network(
        mean,
        deviation,
        hidden.weight.detach().numpy().T,
        hidden.bias.detach().numpy(),
        output.weight.detach().numpy()[0],
        output.bias.item(),
    )


def _padded(
    lists: Sequence[tuple[Features, NDArray[np.bool_]]], mean: Features, deviation: Features
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return standardised rows, which are right and which are there, in lists of equal length."""
    import torch

    shape = len(lists), max(len(rows) for rows, _ in lists)
    padded = torch.zeros(*shape, len(mean))
    right, there = torch.zeros(shape, dtype=torch.bool), torch.zeros(shape, dtype=torch.bool)
    for number, (rows, is_right) in enumerate(lists):
        padded[number, : len(rows)] = torch.tensor((rows - mean) / deviation)
        right[number, : len(rows)] = torch.tensor(is_right)
        there[number, : len(rows)] = True
    return padded, right, there
