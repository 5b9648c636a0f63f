"""Lets runs that learn side by side meet: now and then, all go on from the mean of their weights.

Two runs of one thread each learn faster on two cores than one run of two threads. Each has its own
order of the examples. (McMahan and others, Communication-efficient learning, 2017.)
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from pathlib import Path

    from torch import nn

_EVERY = 40  # steps
_PATIENCE = 120.0  # seconds; who comes later goes on alone until the next time
_LOOK_AGAIN = 0.1  # seconds


@dataclass(frozen=True, slots=True)
class Meeting:
    """A folder in which so many runs leave their weights for each other.

    Raises:
        FileExistsError: an earlier run left its weights there, which another would take for new.
    """

    folder: Path
    runs: int
    number: int  # of this run, from 1
    every: int = _EVERY
    patience: float = _PATIENCE

    def __post_init__(self) -> None:
        """Look for what an earlier run left."""
        if any(self.folder.glob(f"*_{self.number}.pt")):
            raise FileExistsError(f"{self.folder} holds the weights of an earlier run: empty it")

    def __call__(self, step: int, network: nn.Module) -> None:
        """Give the network the mean of the weights of all that come, if it is time to meet."""
        if step % self.every:
            return
        self._leave(step, network)
        left = time.monotonic() + self.patience
        paths = [self._path(step, number) for number in range(1, self.runs + 1)]
        while not all(path.exists() for path in paths) and time.monotonic() < left:
            time.sleep(_LOOK_AGAIN)
        weights = [torch.load(path, weights_only=True) for path in paths if path.exists()]
        network.load_state_dict(
            {name: torch.stack([one[name] for one in weights]).mean(0) for name in weights[0]}
        )
        self._path(step - 2 * self.every, self.number).unlink(missing_ok=True)

    def _leave(self, step: int, network: nn.Module) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self._path(step, self.number)
        unfinished = path.with_suffix(".unfinished")
        torch.save(network.state_dict(), unfinished)
        unfinished.rename(path)

    def _path(self, step: int, number: int) -> Path:
        return self.folder / f"{step}_{number}.pt"
