"""Lexical retrieval: BM25 over Chinese bigrams, its postings kept in SQLite.

A term is a 64-bit code. Its postings are kept in blocks of 65,536 passage ids, so that adding or
removing passages touches only the blocks that they lie in, whatever the size of the archive.

Scores are BM25 (Robertson and Zaragoza, 2009) with the never negative idf of Lucene.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from qa.text import CJK_FIRST, CJK_LAST, fold, terms

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from numpy.typing import NDArray

SCHEMA = """
CREATE TABLE postings (
    term INTEGER NOT NULL,
    block INTEGER NOT NULL,
    count INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (term, block)
) WITHOUT ROWID;
"""

_K1, _B = 1.2, 0.75
_BLOCK = 1 << 16
_POSTING = np.dtype([("id", "<u2"), ("frequency", "u1")])
_SHIFT = 21  # a code point fits in 21 bits

# A number with its decimals or a Latin word: `85.14`, `1,189`, `covid`
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[a-z]+")


def term_code(term: str) -> int:
    """Return the code of one of the terms of `qa.text.terms`."""
    if term[0] >= chr(CJK_FIRST):
        return ord(term) if len(term) == 1 else ord(term[0]) << _SHIFT | ord(term[1])
    digest = blake2b(term.encode(), digest_size=8).digest()
    return -(int.from_bytes(digest, "big") >> 1)


def term_codes(text: str) -> NDArray[np.int64]:
    """Return the codes of the terms of `text`, in no particular order."""
    folded = fold(text)
    points = np.frombuffer(folded.encode("utf-32-le", "replace"), dtype="<u4").astype(np.int64)
    chinese = np.zeros(len(points) + 2, dtype=bool)
    chinese[1:-1] = (points >= CJK_FIRST) & (points <= CJK_LAST)
    before, here, after = chinese[:-2], chinese[1:-1], chinese[2:]
    first = here & after
    bigrams = points[:-1][first[:-1]] << _SHIFT | points[1:][first[:-1]]
    lone = points[here & ~before & ~after]
    words = [term_code(match.group().replace(",", "")) for match in _WORD.finditer(folded)]
    return np.concatenate((bigrams, lone, np.array(words, dtype=np.int64)))


def add_postings(
    catalogue: sqlite3.Connection, ids: Sequence[int], codes: Sequence[NDArray[np.int64]]
) -> None:
    """Add passages by the codes of their terms.

    `ids` ascend, and each is greater than all ids added before.
    """
    owners = np.repeat(np.asarray(ids, dtype=np.int64), [len(found) for found in codes])
    for block in range(ids[0] // _BLOCK, ids[-1] // _BLOCK + 1):
        inside = owners // _BLOCK == block
        _append(catalogue, block, np.concatenate(codes)[inside], owners[inside] % _BLOCK)


def _append(
    catalogue: sqlite3.Connection, block: int, codes: NDArray[np.int64], owners: NDArray[np.int64]
) -> None:
    order = np.lexsort((owners, codes))
    codes, owners = codes[order], owners[order]
    first = np.ones(len(codes), dtype=bool)
    first[1:] = (codes[1:] != codes[:-1]) | (owners[1:] != owners[:-1])
    starts = np.flatnonzero(first)
    postings = np.empty(len(starts), dtype=_POSTING)
    postings["id"] = owners[starts]
    postings["frequency"] = np.minimum(np.diff(starts, append=len(codes)), 255)
    found, begins = np.unique(codes[starts], return_index=True)
    ends = np.append(begins[1:], len(starts))
    data = postings.tobytes()
    size = _POSTING.itemsize
    catalogue.executemany(
        "INSERT INTO postings VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
        " count = count + excluded.count, data = CAST(data || excluded.data AS BLOB)",
        (
            (code, block, end - begin, data[begin * size : end * size])
            for code, begin, end in zip(found.tolist(), begins.tolist(), ends.tolist(), strict=True)
        ),
    )


def remove_postings(
    catalogue: sqlite3.Connection, ids: Sequence[int], codes: Sequence[NDArray[np.int64]]
) -> None:
    """Remove passages that were added with these ids and codes."""
    touched: dict[tuple[int, int], list[int]] = {}
    for number, found in zip(ids, codes, strict=True):
        for code in np.unique(found).tolist():
            touched.setdefault((code, number // _BLOCK), []).append(number % _BLOCK)
    for (code, block), gone in touched.items():
        key = (code, block)
        row = catalogue.execute("SELECT data FROM postings WHERE term = ? AND block = ?", key)
        postings = np.frombuffer(row.fetchone()[0], dtype=_POSTING)
        left = postings[~np.isin(postings["id"], gone)]
        if len(left):
            catalogue.execute(
                "UPDATE postings SET count = ?, data = ? WHERE term = ? AND block = ?",
                (len(left), left.tobytes(), *key),
            )
        else:
            catalogue.execute("DELETE FROM postings WHERE term = ? AND block = ?", key)


@dataclass(frozen=True, slots=True)
class Lengths:
    """How long the passages are, in terms, by passage id (0 where there is none)."""

    by_id: NDArray[np.float32]
    passages: int

    @property
    def mean(self) -> float:
        """Mean length of a passage, at least 1."""
        return max(1.0, float(self.by_id.sum()) / max(1, self.passages))


def idf(passages: int, holding: int) -> float:
    """Inverse document frequency of a term that `holding` of `passages` passages hold."""
    return math.log1p((passages - holding + 0.5) / (holding + 0.5))


def rarity(catalogue: sqlite3.Connection, passages: int, term: str) -> float:
    """Return the inverse document frequency of a term of `qa.text.terms`."""
    row = catalogue.execute("SELECT sum(count) FROM postings WHERE term = ?", (term_code(term),))
    return idf(passages, row.fetchone()[0] or 0)


def score(catalogue: sqlite3.Connection, lengths: Lengths, text: str) -> NDArray[np.float32]:
    """Score every passage against `text`, as a share of the best score that `text` allows.

    Returns:
        float32 array, one score from 0 to 1 for each passage id up to the highest.
    """
    scores = np.zeros(len(lengths.by_id), dtype=np.float32)
    best = 0.0
    norms = _K1 * (1 - _B + _B * lengths.by_id / lengths.mean)
    for term in dict.fromkeys(terms(text)):
        rows = catalogue.execute(
            "SELECT block, count, data FROM postings WHERE term = ?", (term_code(term),)
        ).fetchall()
        weight = idf(lengths.passages, sum(count for _, count, _ in rows)) * (_K1 + 1)
        best += weight
        for block, _, data in rows:
            postings = np.frombuffer(data, dtype=_POSTING)
            ids = postings["id"].astype(np.int64) + block * _BLOCK
            frequencies = postings["frequency"].astype(np.float32)
            scores[ids] += weight * frequencies / (frequencies + norms[ids])
    return scores / best if best else scores
