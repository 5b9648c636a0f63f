"""Learns the rows of a static embedding from pairs: a query must find its own passage in a batch.

The loss is InfoNCE (van den Oord and others, 2018) in both directions, at several lengths of the
same vectors (Matryoshka representation learning, Kusupati and others, 2022).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import torch

    from embeddings.encoder import Vectors
    from embeddings.pairs import Bags


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast to learn."""

    steps: int
    rate: float = 0.008  # of Adam, at its height
    warmup: float = 0.05  # share of the steps over which the rate rises; it then falls to zero
    temperature: float = 0.03
    lengths: tuple[int, ...] = (512, 256, 128)  # of the vectors' beginnings that must do alone
    averaged: float = 0.2  # share of the steps, the last ones, whose weights are averaged


def learn(
    rows: Vectors,
    batches: Iterable[tuple[Bags, Bags]],
    schedule: Schedule,
    report: Callable[[int, float], None] = lambda step, loss: None,
) -> Vectors:
    """Return `rows`, shape (pieces, dimension), as they are after learning from `batches`.

    Row 0, of what the vocabulary does not cover, is zero and stays so. `report` is called with
    each step's number and loss. The same arguments give the same rows.
    """
    import torch

    weights = torch.nn.Parameter(torch.from_numpy(rows.copy()))
    optimizer = torch.optim.Adam([weights], lr=schedule.rate, betas=(0.9, 0.98))
    averaged, taken = torch.zeros_like(weights, requires_grad=False), 0
    first_averaged = schedule.steps - max(1, round(schedule.steps * schedule.averaged))
    for step, (queries, passages) in zip(range(schedule.steps), batches, strict=False):
        for group in optimizer.param_groups:
            group["lr"] = schedule.rate * _share(step, schedule)
        loss = _loss(_sums(weights, queries), _sums(weights, passages), schedule)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        with torch.no_grad():
            weights[0] = 0.0
            if step >= first_averaged:
                averaged += weights
                taken += 1
        report(step, float(loss.detach()))
    final = averaged / taken if taken else weights.detach()
    return final.numpy().astype(np.float32)


def _share(step: int, schedule: Schedule) -> float:
    """Return the share of the full learning rate for `step`: up in a line, then down in one."""
    rising = max(1, round(schedule.steps * schedule.warmup))
    return min((step + 1) / rising, (schedule.steps - step) / max(1, schedule.steps - rising))


def _sums(weights: torch.Tensor, bags: Bags) -> torch.Tensor:
    import torch

    ids, offsets = torch.from_numpy(bags.ids), torch.from_numpy(bags.offsets[:-1].copy())
    return torch.nn.functional.embedding_bag(ids, weights, offsets, mode="sum")


def _loss(queries: torch.Tensor, passages: torch.Tensor, schedule: Schedule) -> torch.Tensor:
    import torch
    from torch.nn.functional import cross_entropy, normalize

    own = torch.arange(len(queries))
    losses = []
    for length in schedule.lengths:
        short_queries = normalize(queries[:, :length], dim=1)
        short_passages = normalize(passages[:, :length], dim=1)
        scores = short_queries @ short_passages.T / schedule.temperature
        losses.append((cross_entropy(scores, own) + cross_entropy(scores.T, own)) / 2)
    return torch.stack(losses).mean()
