"""Tells where a why-question takes for granted what a text does not say.

`公园为什么停运?` has no answer in an article that tells only of the park's opening.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from embeddings import bundled_encoder, unit_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.overlap import Sought

# `为什么`, but not that of `因为什么病`, `被任命为什么官职`; what stands before the verb; the verb
_WHY = re.compile(
    r"(?:(?<![因作任聘称改名叫定命成转更])(?:为什么|为何)(?!样)|为啥)"
    r"(?:没有?能?|不[能会再]?|未能?|无法|会|能|要|想|才|就|又|还|也|都|却|将|可以?|必须|需要?|应该?"
    r"|被|把|一[直定]|总是|突然|最[终后]|后来|开始|曾经?|只能?|有|在)*"
    r"(?P<what>.+)"
)
# What something is called needs no verb: `因地处城北而得名`
_CALLED = re.compile(r"^(?:称|叫|取名|命名|得名|改名|名)")
_WORD = re.compile(r"[\u4e00-\u9fff]+")
_LIGHTEST = 1.5  # length of the row of a piece that tells something
_ALIKE = 0.35  # cosine; `延期` and `推迟` come to 0.49


def lacks_premise(asked: Sought, whole: str) -> bool:
    """Return whether a folded article has no word for what the question asks the reason of."""
    found = _WHY.search(asked.question)
    if not found or _CALLED.match(found["what"]):
        return False
    first = next(_telling(found["what"]), None)
    if first is None:
        return False
    piece, word = first
    if word in whole or any(word[at : at + 2] in whole for at in range(len(word) - 1)):
        return False
    return _most_alike(piece, whole) < _ALIKE


def _telling(text: str) -> Iterator[tuple[int, str]]:
    """Yield the pieces of a text that tell something, and the words that they are."""
    encoding = bundled_encoder().tokenizer.encode(text, add_special_tokens=False)
    for piece, (start, end) in zip(encoding.ids, encoding.offsets, strict=True):
        word = text[start:end]
        if _WORD.fullmatch(word) and np.linalg.norm(bundled_encoder().rows[piece]) >= _LIGHTEST:
            yield piece, word


def _most_alike(piece: int, whole: str) -> float:
    """Return the cosine of a piece with the one of `whole` that is used most like it."""
    encoder = bundled_encoder()
    others = sorted(set(encoder.tokenizer.encode(whole, add_special_tokens=False).ids))
    cosines = unit_rows(encoder.rows[others]) @ unit_rows(encoder.rows[[piece]])[0]
    return float(cosines.max(initial=0.0))
