"""How the reader's network learns from what it is shown."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import nn

from qa.learning.batches import batches, shown
from qa.reading.network import FAR, Network, padded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from torch import Tensor

    from qa.learning.batches import Batch, Example
    from qa.likeness import Floats

_FIRST = 0.3  # of the steps; none where one goes on from weights
RATE = 1.2e-3  # with it norms and heads drawn anew learned well from the first batches on
_WARM_UP = 200
_REPORTED = 100
# What is returned is a mean of the weights over the last batches, which reads better than where
# they end: this share is kept of it at each.
_KEPT = 0.997
# Where a machine computes in bfloat16 itself, it takes two thirds of the time; elsewhere, fifteen
# times as long.
_CAN: dict[str, bool] = getattr(torch.cpu, "get_capabilities", dict)()
_HALVES = _CAN.get("amx_bf16", False) or _CAN.get("avx512_bf16", False)


def learn_alone(_step: int, _network: nn.Module) -> None:
    """Meet no other run: see `qa.learning.meeting`."""


def learn_reader(
    examples: Sequence[Example],
    known: Sequence[int],
    steps: int,
    seed: int,
    report: Callable[[str], None],
    start: Mapping[str, Floats] | None = None,
    rate: float = RATE,
    meet: Callable[[int, nn.Module], None] = learn_alone,
) -> dict[str, Floats]:
    """Return the weights of the network that reads `examples` best, by name.

    Args:
        examples: of all three kinds: made, asked and answered, asked and not answered.
        known: code points that get a row of their own.
        steps: batches to learn from.
        seed: of the first weights and of the order.
        report: called with a line now and then.
        start: weights to go on from, learned with the same `known`; parts it lacks are drawn anew.
        rate: the highest learning rate.
        meet: called with the number of each step that was made and the network, to whose weights
            it may bring those of other runs.
    """
    torch.manual_seed(seed)
    chance = random.Random(seed)
    network = Network(len(known))
    if start:
        learned_before = {name: torch.tensor(one) for name, one in start.items()}
        network.load_state_dict(network.state_dict() | learned_before)
    learned = [one for one in network.parameters() if one.requires_grad]
    optimizer = torch.optim.AdamW(learned, lr=rate, weight_decay=1e-2)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / _WARM_UP) * (1 - step / steps) + 0.01
    )
    mean = {name: one.clone() for name, one in network.state_dict().items()}
    losses = []
    first = 0 if start else round(_FIRST * steps)
    for step, batch in zip(range(1, steps + 1), batches(examples, first, chance), strict=False):
        loss = _loss(network, batch, known, chance)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(learned, 2.0)
        optimizer.step()
        schedule.step()
        meet(step, network)
        _follow(mean, network, step)
        losses.append(loss.item())
        if step % _REPORTED == 0:
            report(f"step {step}: loss {np.mean(losses[-_REPORTED:]):.3f}")
    return {name: one.numpy() for name, one in mean.items()}


def _follow(mean: Mapping[str, Tensor], network: nn.Module, step: int) -> None:
    """Let a mean of weights follow those of a network, soon after the first steps, later slowly."""
    kept = min(_KEPT, step / (step + 9))
    for name, one in network.state_dict().items():
        mean[name].lerp_(one, 1 - kept)


def _loss(network: Network, batch: Batch, known: Sequence[int], chance: random.Random) -> Tensor:
    """Return how surprising the right starts, ends and sentences are, or that there are none."""
    read = [
        (number, one, place)
        for number, one in enumerate(batch.examples)
        for place in shown(one, batch.texts, chance)
    ]
    questions = padded([one.question for one in batch.examples], known)
    asked = questions.characters.shape[1]
    texts = padded([one.texts[place] for _, one, place in read], known, asked)
    owner = torch.tensor([number for number, _, _ in read])
    sentences = int(texts.sentence.max()) + 1
    with torch.autocast("cpu", torch.bfloat16, enabled=_HALVES):
        logits = network(questions, owner, texts, sentences)
    starts, ends, by_sentence, nothing = (one.float() for one in logits)
    right = [torch.zeros_like(one) for one in (starts, ends, by_sentence)]
    for row, (_, one, place) in enumerate(read):
        for span in one.answers[place]:
            right[0][row, span.start] = right[1][row, span.end - 1] = 1
            right[2][row, int(one.texts[place].sentence[span.start])] = 1
    there = texts.there[..., 0]
    counts = [int(one.texts[place].sentence[-1:].sum()) + 1 for _, one, place in read]
    are_sentences = torch.arange(sentences)[None] < torch.tensor(counts)[:, None]
    return (
        _surprise(starts, there > 0, right[0], owner, nothing)
        + _surprise(ends, there > 0, right[1], owner, nothing)
        + _surprise(by_sentence, are_sentences, right[2], owner, nothing)
    )


def _surprise(
    logits: Tensor, there: Tensor, right: Tensor, owner: Tensor, nothing: Tensor
) -> Tensor:
    """Return the mean negative log-likelihood, each question's passages normalised together."""
    logits = logits.masked_fill(~there, -FAR)
    highest = torch.full_like(nothing, -FAR).scatter_reduce(0, owner, logits.amax(1), "amax")
    highest = highest.maximum(nothing).detach()
    powers = (logits - highest[owner][:, None]).exp()
    of_nothing = (nothing - highest).exp()
    zeros = torch.zeros_like(nothing)
    total = zeros.index_add(0, owner, powers.sum(1)) + of_nothing
    answered = zeros.index_add(0, owner, right.sum(1)) > 0
    of_right = torch.where(answered, zeros.index_add(0, owner, (powers * right).sum(1)), of_nothing)
    return (total.log() - (of_right + 1e-20).log()).mean()
