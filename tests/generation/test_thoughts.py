"""What a language model thinks aloud is no part of its reply, wherever it stands."""

from __future__ import annotations

import pytest

from qa.generation.thoughts import whole_characters, without_thoughts


@pytest.mark.parametrize("length", [1, 4, 200])
@pytest.mark.parametrize(
    "reply",
    [
        "<think>也许五月?</think>八月开放。",
        "<THINKING>也许五月?</Thinking>八月开放。",
        "<reasoning>也许<b>五</b>月?</reasoning>八月开放。",
        "八月<think>也许五月?</think>开放。",
        "也许五月?</think>八月开放。",
        "<|channel|>analysis<|message|>也许五月?<|end|><|start|>assistant<|channel|>final<|message|>八月开放。",
        "八月开放。<|im_end|>",
        "八月开放。<think>也许五月?",
    ],
)
def test_thought_is_taken_out(reply: str, length: int) -> None:
    pieces = (reply[start : start + length] for start in range(0, len(reply), length))
    said = ""
    for piece in without_thoughts(pieces):
        said = "" if piece is None else said + piece
    assert said == "八月开放。"


def test_signs_of_less_are_no_tags() -> None:
    assert "".join(map(str, without_thoughts(["a < b, 3", "<5 and <b>"]))) == "a < b, 3<5 and <b>"


def test_character_cut_in_two_is_whole_and_a_half_is_dropped() -> None:
    assert "".join(whole_characters(["a\ud83d", "\ude00b\ud83d", "c"])) == "a😀bc"
