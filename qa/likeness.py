"""How near the words of texts come to those of a question, by the bundled encoder's rows.

A text's vector as a whole says little of one word among many. Here each piece of the question is
held against the piece of the text that is nearest to it, as late interaction does (Khattab and
Zaharia, 2020), over static rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from embeddings import bundled_encoder, unit_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]


def likeness(question: str, texts: Sequence[str]) -> Floats:
    """Return what of a question the pieces of each text come near to: 0 to 1, shape (texts,).

    A piece of the question weighs as much as its row is long: the more it tells, the longer.

    Args:
        question: folded.
        texts: folded.
    """
    tokenizer = bundled_encoder().tokenizer
    encodings = tokenizer.encode_batch_fast([question, *texts], add_special_tokens=False)
    asked, *held = [np.array(encoding.ids, np.int64) for encoding in encodings]
    weights = np.linalg.norm(bundled_encoder().rows[asked], axis=1)
    total = weights.sum() or 1.0
    shares = [weights @ of_question / total for _, of_question in nearest(asked, held)]
    return np.array(shares, dtype=np.float32)


def nearest(asked: Ints, texts: Sequence[Ints]) -> list[tuple[Floats, Floats]]:
    """Return how near each piece of a text comes to one of a question, and the other way round.

    Cosines; noughts where either has no pieces.
    """
    found, places = np.unique(np.concatenate([*texts, asked[:0]]), return_inverse=True)
    rows = bundled_encoder().rows
    cosines = unit_rows(rows[found]) @ unit_rows(rows[asked]).T
    ends = np.cumsum([len(ids) for ids in texts])
    by_text = [places[end - len(ids) : end] for ids, end in zip(texts, ends, strict=True)]
    return [
        (
            cosines[of_text].max(1, initial=0).astype(np.float32),
            cosines[of_text].max(0, initial=0).astype(np.float32),
        )
        for of_text in by_text
    ]
