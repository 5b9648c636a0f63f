"""Makes `packing.txt`, the words that articles are packed with.

`python -m qa.storage.packing_train DATA`, where DATA holds news/*.jsonl.xz, as `embeddings.sources`
reads them. The words are pieces of the bundled model's vocabulary, those that save the most bytes
in the news; the best come last, where deflate reaches them with the shortest code. Articles held
out of training are packed to measure it.
"""

from __future__ import annotations

import sys
import zlib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from embeddings import bundled_encoder
from embeddings.sources import read_news
from qa.storage.packing import ENCODING, WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from embeddings.corpus import Document

_MOST_BYTES = 32_000  # deflate looks back 32 KiB, and the article wants some of them
_COUNTED = 10_000  # documents
_COPY_BYTES = 2.2  # that a copy takes, about
# What stands in every article's JSON, the most frequent last.
_FRAME = (
    '"headline": "", "subhead": "", "kicker": "", "banner": "", "reporters": [""], '
    '"correspondents": [""], "captions": [{"text": "", "photographer": ""}], "genre": "通讯", '
    '"genre": "消息", "page": "01", '
    '"dates": [{"start": , "end": , "since": "2021-01-", "until": "2021-12-01"}, {"start": '
    '"}], "spans": [{"source": "", "start": , "end": }]}{"id": "", "paragraphs": ["'
)


def packing_words(documents: Sequence[Document], vocabulary: Iterable[str]) -> str:
    """Return the words that save the most bytes in `documents`, joined, the best last."""
    counts = _counts(documents, {piece for piece in vocabulary if len(piece) > 1})
    best = sorted(counts, key=lambda word: (-counts[word] * _saved(word), word))
    chosen: list[str] = []
    left = _MOST_BYTES - len(_FRAME.encode(ENCODING))
    for word in best:
        left -= len(word.encode(ENCODING))
        if left < 0:
            break
        chosen.append(word)
    return "".join(reversed(chosen)) + _FRAME


def _counts(documents: Sequence[Document], words: set[str]) -> Counter[str]:
    longest = max(map(len, words))
    counts: Counter[str] = Counter()
    for document in documents:
        text, place = document.text, 0
        while place < len(text):  # the longest word that begins here, else a character
            for size in range(min(longest, len(text) - place), 1, -1):
                if (word := text[place : place + size]) in words:
                    counts[word] += 1
                    place += size
                    break
            else:
                place += 1
    return counts


def _saved(word: str) -> float:
    return max(0.0, len(word.encode(ENCODING)) - _COPY_BYTES)


def left_over(documents: Sequence[Document], words: str) -> float:
    """Return which share of the documents' bytes in UTF-8 is left when they are packed."""
    before = after = 0
    for document in documents:
        text = document.title + document.text
        deflate = zlib.compressobj(zdict=words.encode(ENCODING))
        before += len(text.encode())
        after += len(deflate.compress(text.encode(ENCODING)) + deflate.flush())
    return after / before


def main(data: Path) -> None:
    """Write the words and print what packing leaves of articles they were not made from."""
    news = read_news(data)
    vocabulary = bundled_encoder().tokenizer.get_vocab()
    step = max(1, len(news.training) // _COUNTED)
    words = packing_words(news.training[::step], vocabulary)
    lines = [words[at : at + 100] for at in range(0, len(words), 100)]
    WORDS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"left of {len(news.held_out)} articles: {left_over(news.held_out, words):.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
