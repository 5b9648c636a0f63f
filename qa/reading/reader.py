"""Reads passages for the answer: a small convolutional network, evaluated with NumPy.

It looks at the question and at each character of some passages, and says where an answer starts
and ends, which sentence holds it, and what speaks for there being none. Learned by
`qa.learning.reader`; `qa.reading.network` is the same network in torch.

The shape is that of QANet's simpler ancestors: gated convolutions (Dauphin and others, 2017) over
the characters, attention from each to the question and back (Seo and others, 2017), the passages of
a question normalised together (Clark and Gardner, 2018). The way back, through the passage and
through each sentence alone, tells what is asked about and not there: another person, another year.
Where one reads for an answer, characters also look at each other and again at the question (Vaswani
and others, 2017).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from embeddings import bundled_encoder, unit_rows
from qa.reading.inputs import ReadText, read_question, read_texts, row_numbers
from qa.types import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qa.likeness import Floats, Ints
    from qa.overlap import Sought
    from qa.reading.inputs import Text

# What reads for an answer; and what reads while one searches, in less than half of the time
WEIGHTS, QUICK = (Path(__file__).with_name(name) for name in ("reader.npz", "quick.npz"))

SHARED_DILATIONS, TOP_DILATIONS = (1, 2), (1, 2, 4, 8)
ASKED_DILATIONS, ACROSS_DILATIONS, AGAIN_DILATIONS = (1, 2), (1, 2), (1, 4)
HEADS = 4
WIDTH = 96  # of a row of the network
PIECE_DIMENSIONS = 128  # of the encoder's rows
_LONGEST_PIECE = 40  # characters
_NOWHERE = -10.0  # what is pooled where a sentence has no characters


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What the reader says of one passage, in logits above those of there being no answer."""

    starts: Floats  # shape (characters,)
    ends: Floats  # shape (characters,); of the last character of an answer
    sentences: Floats  # shape (sentences,)

    def of_sentence(self, number: int, span: Span) -> SentenceReading | None:
        """Return what is said of one sentence; None where it lies beyond what was read."""
        if span.end > len(self.starts):
            return None
        place = slice(span.start, span.end)
        return SentenceReading(float(self.sentences[number]), self.starts[place], self.ends[place])


@dataclass(frozen=True, slots=True, eq=False)
class SentenceReading:
    """What the reader says of one sentence."""

    logit: float  # that it holds the answer, above that of there being none
    starts: Floats  # shape (characters,)
    ends: Floats  # shape (characters,)

    def piece_logit(self, piece: Span) -> float:
        """Return what speaks for `piece` of the sentence as the answer."""
        return float(self.starts[piece.start] + self.ends[piece.end - 1])

    def best_piece(self, may_bound: Sequence[bool] | None = None) -> Span:
        """Return the piece that most speaks for; `may_bound` tells where it may start and end."""
        bound = (
            np.zeros(len(self.starts)) if may_bound is None else np.where(may_bound, 0.0, -np.inf)
        )
        scores = (self.starts + bound)[:, None] + (self.ends + bound)[None]
        places = np.arange(len(scores))
        length = places[None] - places[:, None]
        scores[(length < 0) | (length >= _LONGEST_PIECE)] = -np.inf
        start, end = np.unravel_index(scores.argmax(), scores.shape)
        return Span(int(start), int(end) + 1)


@dataclass(frozen=True, eq=False)
class Reader:
    """The network's weights, by the names that torch gives them."""

    weights: Mapping[str, Floats]
    known: Ints  # code points with a row of their own, ascending; all others share the first

    @cached_property
    def _kernels(self) -> dict[str, Floats]:
        """The convolutions as matrices of shape (3 * width, 2 * width), by the layer's name."""
        return {
            name.removesuffix(".c.weight"): kernel.transpose(2, 1, 0).reshape(-1, len(kernel))
            for name, kernel in self.weights.items()
            if name.endswith(".c.weight")
        }

    @property
    def _looks_across(self) -> bool:
        """Whether there are the parts that let characters look at each other.

        They take more than half of the time.
        """
        return "across.0.across.a.weight" in self.weights

    def read(self, asked: Sought, texts: Sequence[Text]) -> list[Reading]:
        """Return what is said of each of `texts`, which are folded, to a question."""
        question = self._question(read_question(asked))
        summary = self._summary(question)
        nothing = float(self._linear("none", summary)[0])
        return [
            self._reading(question, summary, nothing, one, len(text.sentences))
            for text, one in zip(texts, read_texts(asked, texts), strict=True)
        ]

    def _question(self, question: ReadText) -> Floats:
        rows = np.tanh(self._linear("iq", self._embedded(question)))
        rows = self._convolved("shared", SHARED_DILATIONS, rows)
        if self._looks_across:
            for number, dilation in enumerate(ASKED_DILATIONS):
                rows = self._attending(f"asking.{number}.across", rows)
                rows = self._gated(f"asking.{number}.after", dilation, rows)
        return rows

    def _summary(self, question: Floats) -> Floats:
        """Return the question as one row, the mean of its characters by what they tell."""
        weights = _softmax(self._linear("qv", question)[:, 0])
        summary: Floats = weights @ question
        return summary

    def _reading(
        self, question: Floats, summary: Floats, nothing: float, text: ReadText, sentences: int
    ) -> Reading:
        rows = np.concatenate((self._embedded(text), text.shared), axis=1)
        rows = self._convolved("shared", SHARED_DILATIONS, np.tanh(self._linear("ip", rows)))
        attended = _softmax(self._scores("at", rows, question)) @ question
        gate = np.tanh(self._linear("qproj", summary))
        mixed = np.concatenate((rows, attended, rows * attended, rows * gate, text.shared), axis=1)
        rows = self._convolved("top", TOP_DILATIONS, np.tanh(self._linear("mix", mixed)))
        rows = self._layer_normed("tn", rows)
        pooled = _pooled(rows, text.sentence, sentences)
        around = np.concatenate((rows, pooled[text.sentence]), axis=1)
        rows = rows + np.tanh(self._linear("sp", around))
        rows = self._gated("last", 1, rows)
        rows = self._across(question, rows, text.sentence) if self._looks_across else rows
        rows = self._layer_normed("ln", rows)
        pooled = _pooled(rows, text.sentence, sentences)
        both = np.concatenate((pooled, np.broadcast_to(summary, pooled.shape)), axis=1)
        found = self._found(question, rows, text.met)
        within = self._within(question, rows, found, text.sentence, pooled)
        by_sentence = self._linear("so", np.tanh(self._linear("sh", both)))[:, 0] + within[:, 0]
        edges = self._linear("se", rows) + within[text.sentence, 1:]
        above = self._met(found) - nothing
        return Reading(edges[:, 0] + above, edges[:, 1] + above, by_sentence + above)

    def _across(self, question: Floats, rows: Floats, sentence: Ints) -> Floats:
        """Let each character look at others: who is meant by `he`, which of two is told of.

        The last parts look at the question again: whether it is what is told that is asked.
        """
        bounds = (0, *(np.flatnonzero(np.diff(sentence)) + 1).tolist(), len(rows))
        for number, dilation in enumerate((*ACROSS_DILATIONS, *AGAIN_DILATIONS)):
            name = f"across.{number}"
            if number >= len(ACROSS_DILATIONS):
                rows = self._attending(f"{name}.again", rows, question)
            rows = self._attending_in_sentences(f"{name}.across", rows, bounds)
            rows = self._gated(f"{name}.after", dilation, rows)
        return rows

    def _attending_in_sentences(self, name: str, rows: Floats, bounds: Sequence[int]) -> Floats:
        """Add to `rows` what each character finds in the whole text, and in its sentence alone.

        Half of the heads look at the one, half at the other; sentences lie between `bounds`.
        """
        by_head = _by_head(self._linear(f"{name}.a", self._layer_normed(f"{name}.n", rows)))
        found = np.empty_like(by_head[0])
        half = HEADS // 2
        found[:half] = _attended(*by_head[:, :half])
        for start, end in pairwise(bounds):
            found[half:, start:end] = _attended(*by_head[:, half:, start:end])
        return self._with_found(name, rows, found)

    def _attending(self, name: str, rows: Floats, among: Floats | None = None) -> Floats:
        """Add to `rows`, shape (..., characters, width), what each finds in them or in `among`."""
        weight, bias = self.weights[f"{name}.a.weight"], self.weights[f"{name}.a.bias"]
        normed, width = self._layer_normed(f"{name}.n", rows), rows.shape[-1]
        looked_at = normed if among is None else self._layer_normed(f"{name}.n", among)
        (seeking,) = _by_head(normed @ weight[:width].T + bias[:width])
        offered, told = _by_head(looked_at @ weight[width:].T + bias[width:])
        return self._with_found(name, rows, _attended(seeking, offered, told))

    def _with_found(self, name: str, rows: Floats, found: Floats) -> Floats:
        added: Floats = rows + self._linear(f"{name}.o", found.swapaxes(-3, -2).reshape(rows.shape))
        return added

    def _found(self, question: Floats, rows: Floats, met: Floats) -> Floats:
        """Return what each character of the question finds in a passage."""
        found = _softmax(self._scores("back", question, rows)) @ rows
        both = np.concatenate((question, found, question * found, met), axis=1)
        told = self._gated("told", 1, np.tanh(self._linear("mm", both)))
        told = self._attending("found_across", told) if self._looks_across else told
        return self._layer_normed("mn", told)

    def _met(self, found: Floats) -> float:
        """Return what speaks for a passage as a whole: whether it has all that is asked about."""
        told = self._told("mv", found[None])
        hidden = self._layer_normed("hn", self._linear("mh", told))
        return float(self._linear("mo", np.tanh(hidden))[0, 0])

    def _within(
        self, question: Floats, rows: Floats, found: Floats, sentence: Ints, pooled: Floats
    ) -> Floats:
        """Return what speaks for each sentence, and for what starts and ends there.

        Each character of the question looks for itself within the sentence alone: another one may
        tell of the person asked about, or of the year. The shape is (sentences, 2).
        """
        starts = np.flatnonzero(np.diff(sentence, prepend=-1))
        which = np.repeat(np.arange(len(starts)), np.diff(starts, append=len(rows)))
        scores = self._scores("within", question, rows)
        nearest = np.maximum.reduceat(scores, starts, axis=1)
        powers = np.exp(scores - nearest[:, which])
        powers /= np.add.reduceat(powers, starts, axis=1)[:, which]
        inside = np.zeros((len(starts), *scores.shape), np.float32)
        inside[which, :, np.arange(len(rows))] = powers.T
        here = inside @ rows
        beside = (np.broadcast_to(found, here.shape), here, question * here, nearest.T[..., None])
        both = np.tanh(self._linear("wm", np.concatenate(beside, axis=2)))
        if self._looks_across:
            both = self._attending("within_across", self._gated("within_after", 1, both))
        read = sentence[starts]
        told = np.concatenate((self._told("wv", both), pooled[read]), axis=1)
        hidden = self._layer_normed("wn", self._linear("wh", told))
        within = np.zeros((len(pooled), 2), np.float32)
        within[read] = self._linear("wo", np.tanh(hidden))
        return within

    def _scores(self, name: str, seeking: Floats, among: Floats) -> Floats:
        """Return how much each row of `seeking` attends to each of `among`, before the softmax."""
        root = among.shape[1] ** 0.5  # a NumPy number would make doubles of them all
        scores: Floats = seeking @ self.weights[f"{name}.weight"].T @ among.T / root
        return scores

    def _told(self, name: str, rows: Floats) -> Floats:
        """Return rows (texts, characters, width) as one each, weighed, and their greatest."""
        weights = _softmax(self._linear(name, rows)[..., 0])
        weighed = (weights[:, None] @ rows)[:, 0]
        return np.concatenate((weighed, rows.max(1)), axis=1)

    def _embedded(self, text: ReadText) -> Floats:
        numbers = row_numbers(text.codes, self.known)
        pieces, where = np.unique(text.pieces, return_inverse=True)
        meanings = np.tanh(self._linear("pp", piece_rows(pieces)))
        return np.concatenate((self.weights["ce.weight"][numbers], meanings[where]), axis=1)

    def _convolved(self, name: str, dilations: Sequence[int], rows: Floats) -> Floats:
        for number, dilation in enumerate(dilations):
            rows = self._gated(f"{name}.{number}", dilation, rows)
        return rows

    def _gated(self, name: str, dilation: int, rows: Floats) -> Floats:
        """Add a gated convolution of three places, so far apart, to `rows` (..., places, width)."""
        *texts, length, width = rows.shape
        padded = np.zeros((*texts, length + 2 * dilation, width), np.float32)
        normed = padded[..., dilation : dilation + length, :]
        normed[:] = self._layer_normed(f"{name}.n", rows)
        sides = padded[..., :length, :], normed, padded[..., 2 * dilation :, :]
        both = np.concatenate(sides, axis=-1).reshape(-1, 3 * width) @ self._kernels[name]
        both += self.weights[f"{name}.c.bias"]
        gate: Floats = np.exp(-both[:, width:])
        gate += 1
        gated: Floats = rows + (both[:, :width] / gate).reshape(rows.shape)
        return gated

    def _layer_normed(self, name: str, rows: Floats) -> Floats:
        return _normed(rows, self.weights[f"{name}.weight"], self.weights[f"{name}.bias"])

    def _linear(self, name: str, rows: Floats) -> Floats:
        weighed: Floats = rows @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]
        return weighed


def piece_rows(pieces: Ints) -> Floats:
    """Return the encoder's rows of `pieces`, cut short, scaled to 1, with the log of their length.

    The first piece stands for what has none; its row is nought.
    """
    whole = bundled_encoder().rows[pieces]
    lengths = np.linalg.norm(whole, axis=1, keepdims=True)
    short = unit_rows(unit_rows(whole)[:, :PIECE_DIMENSIONS])
    rows = np.concatenate((short, np.log(np.maximum(lengths, 1e-3))), axis=1)
    rows[pieces == 0] = 0
    return rows


@cache
def reader(path: Path = WEIGHTS) -> Reader:
    """Return the reader whose weights are in `path`."""
    with np.load(path) as stored:
        weights = {name: stored[name].astype(np.float32) for name in stored if name != "known"}
        return Reader(weights, stored["known"].astype(np.int64))


def write_reader(path: Path, weights: Mapping[str, Floats], known: Sequence[int]) -> None:
    """Write weights for `reader`, in half precision."""
    arrays: dict[str, Any] = {name: one.astype(np.float16) for name, one in weights.items()}
    np.savez_compressed(path, known=np.array(known, np.int32), **arrays)


def _normed(rows: Floats, weight: Floats, bias: Floats) -> Floats:
    centred = rows - rows.mean(-1, keepdims=True)
    variance = np.einsum("...j,...j->...", centred, centred) / rows.shape[-1]
    normed: Floats = centred / np.sqrt(variance + 1e-5)[..., None] * weight + bias
    return normed


def _by_head(rows: Floats) -> Floats:
    """Part rows of the width of all heads, or of some such: (widths, ..., heads, places, width)."""
    *texts, length, _ = rows.shape
    parted = rows.reshape(*texts, length, -1, HEADS, WIDTH // HEADS)
    by_head: Floats = np.moveaxis(parted, (-3, -4), (0, -2))
    return by_head


def _attended(seeking: Floats, among: Floats, told: Floats) -> Floats:
    """Return what each row finds among others: arrays of (..., heads, places, width)."""
    root = seeking.shape[-1] ** 0.5
    found: Floats = _softmax(seeking @ among.swapaxes(-1, -2) / root) @ told
    return found


def _softmax(scores: Floats) -> Floats:
    weights: Floats = np.exp(scores - scores.max(-1, keepdims=True))
    weights /= weights.sum(-1, keepdims=True)
    return weights


def _pooled(rows: Floats, sentence: Ints, sentences: int) -> Floats:
    """Return the greatest of each column within each sentence: shape (sentences, width)."""
    pooled = np.full((max(1, sentences), rows.shape[1]), _NOWHERE, np.float32)
    if len(rows):
        starts = np.flatnonzero(np.diff(sentence, prepend=-1))
        pooled[sentence[starts]] = np.maximum.reduceat(rows, starts, axis=0)
    return pooled
