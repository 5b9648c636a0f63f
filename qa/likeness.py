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

# Of the question's pieces: how near the text's come to them, how many are the same, and how many
# stand anywhere in its article.
LIKENESS = ("likeness", "pieces_held", "pieces_of_article")

_SAME = 0.95  # cosine


def likeness(question: str, texts: Sequence[str], articles: Sequence[str]) -> Floats:
    """Return what of a question each text says: shape (texts, len(LIKENESS)), 0 to 1.

    A piece of the question weighs as much as its row is long: the more it tells, the longer.

    Args:
        question: folded.
        texts: folded.
        articles: what each text is a part of, folded.
    """
    cut = bundled_encoder().tokenizer.encode(question, add_special_tokens=False)
    asked = np.array(cut.ids, np.int64)
    weights = np.linalg.norm(bundled_encoder().rows[asked], axis=1)
    weights /= weights.sum() or 1.0
    by_text = [of_asked for _, of_asked in nearest(asked, pieces(texts))]
    near = np.array(by_text, np.float32).reshape(len(texts), len(asked))
    in_article = [[piece in article for piece in cut.tokens] for article in articles]
    shares = near, near > _SAME, np.array(in_article, dtype=bool).reshape(near.shape)
    return np.column_stack([one @ weights for one in shares]).astype(np.float32)


def pieces(texts: Sequence[str]) -> list[Ints]:
    """Return the numbers of the pieces of the encoder's vocabulary that folded texts are cut in."""
    return [np.array(ids, np.int64) for ids in bundled_encoder().pieces(texts)]


def word_places(text: str) -> list[tuple[int, int]]:
    """Return where each piece of a folded text starts and ends: most are words."""
    return bundled_encoder().tokenizer.encode(text, add_special_tokens=False).offsets


def most_alike(asked: Ints, text: str) -> float:
    """Return the highest cosine of a piece of `asked` and one of a folded text; nought at least."""
    near, _ = nearest(asked, pieces([text]))[0]
    return float(near.max(initial=0.0))


def nearest(asked: Ints, texts: Sequence[Ints]) -> list[tuple[Floats, Floats]]:
    """Return how near each piece of a text comes to one of a question, and the other way round.

    Cosines; noughts where either has no pieces.
    """
    found, places = np.unique(np.concatenate([*texts, asked[:0]]), return_inverse=True)
    rows = bundled_encoder().rows[found]
    cosines = rows @ unit_rows(bundled_encoder().rows[asked]).T
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    np.divide(cosines, lengths, out=cosines, where=lengths > 0)
    of_pieces = cosines.max(1, initial=0)[places]
    ends = np.cumsum([len(ids) for ids in texts])
    parts = (slice(end - len(ids), end) for ids, end in zip(texts, ends, strict=True))
    return [(of_pieces[part], cosines[places[part]].max(0, initial=0)) for part in parts]
