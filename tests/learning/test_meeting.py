"""Runs that learn side by side go on from the mean of their weights."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from torch import nn

from qa.learning.meeting import Meeting


def network_of(weight: float) -> nn.Module:
    network = nn.Linear(1, 1, bias=False)
    with torch.no_grad():
        network.weight.fill_(weight)
    return network


def weight_of(network: nn.Module) -> float:
    return next(network.parameters()).item()


def test_both_go_on_from_the_mean(tmp_path: Path) -> None:
    one, other = network_of(1.0), network_of(3.0)
    Meeting(tmp_path, 2, 2, patience=0)(40, other)
    Meeting(tmp_path, 2, 1)(40, one)
    assert weight_of(one) == 2.0


def test_who_waits_in_vain_goes_on_alone(tmp_path: Path) -> None:
    one = network_of(1.0)
    Meeting(tmp_path, 2, 1, patience=0)(40, one)
    assert weight_of(one) == 1.0


def test_between_meetings_each_learns_alone(tmp_path: Path) -> None:
    one = network_of(1.0)
    Meeting(tmp_path, 2, 1)(39, one)
    assert weight_of(one) == 1.0
    assert list(tmp_path.iterdir()) == []


def test_weights_of_earlier_meetings_are_not_kept(tmp_path: Path) -> None:
    one = network_of(1.0)
    meeting = Meeting(tmp_path, 1, 1)
    for step in (40, 80, 120):
        meeting(step, one)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["120_1.pt", "80_1.pt"]


def test_folder_with_weights_of_an_earlier_run_is_refused(tmp_path: Path) -> None:
    Meeting(tmp_path, 1, 1)(40, network_of(1.0))
    with pytest.raises(FileExistsError, match="earlier run"):
        Meeting(tmp_path, 1, 1)
