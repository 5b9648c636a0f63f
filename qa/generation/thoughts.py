"""Takes out of a reply what a language model thinks aloud, and the tokens of its template."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NAMES = "think|thinking|thoughts?|reasoning|reflection|analysis"
# `<think>`, `<|channel|>analysis<|message|>`; `</think>`, `<|channel|>final<|message|>`;
# `<|im_end|>`
_SWITCH = re.compile(
    rf"(?P<begins><(?:{_NAMES})>|<\|channel\|>\s*(?:analysis|commentary)[^<]*(?:<\|message\|>)?)"
    rf"|(?P<ends></(?:{_NAMES})>|<\|channel\|>\s*final\s*<\|message\|>)"
    r"|(?:<\|start\|>\s*assistant|<\|(?!channel\b)[\w ]{1,20}\|>|</?s>)",
    re.IGNORECASE,
)
# `<thi`, `<|channel|>fin`: what may become one of those
_BEGINS = re.compile(
    r"<(?:/?[a-z]{0,10}|\|?[\w ]{0,20}\|?(?:>\s*[a-z]{0,12}\s*<?\|?[a-z]{0,8}\|?)?)$", re.IGNORECASE
)


def without_thoughts(pieces: Iterable[str]) -> Iterator[str | None]:
    """Yield `pieces` without thoughts; None where all before turns out to have been one.

    Some templates begin the thought themselves, so that a reply holds only its end: `…</think>`.
    """
    text, thinks = "", False
    for piece in chain(pieces, [""]):
        text += piece
        while switch := _SWITCH.search(text):
            if not thinks:
                yield text[: switch.start()] if not switch["ends"] else None
            thinks = bool(switch["begins"]) or (thinks and not switch["ends"])
            text = text[switch.end() :]
        begun = _BEGINS.search(text) if piece else None
        end = begun.start() if begun else len(text)
        if not thinks:
            yield text[:end]
        text = text[end:]


def whole_characters(pieces: Iterable[str]) -> Iterator[str]:
    """Yield `pieces` with characters whole that were cut in two surrogates, and without halves."""
    half = ""
    for piece in chain(pieces, [""]):
        text = half + piece
        half = text[-1:] if piece and "\ud800" <= text[-1:] <= "\udbff" else ""
        whole = text.removesuffix(half) if half else text
        yield whole.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
