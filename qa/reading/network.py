"""The reader's network in torch, which learns; `qa.reading.reader` evaluates it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from embeddings import bundled_encoder
from qa.reading.inputs import FEATURES, MET, row_numbers
from qa.reading.reader import (
    ACROSS_DILATIONS,
    AGAIN_DILATIONS,
    ASKED_DILATIONS,
    HEADS,
    PIECE_DIMENSIONS,
    SHARED_DILATIONS,
    TOP_DILATIONS,
    WIDTH,
    piece_rows,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor

    from qa.reading.inputs import ReadText

_CHARACTER_WIDTH, _PIECE_WIDTH = 40, 72
_DROPOUT = 0.08
FAR = 1e9  # taken off what cannot be
_OUTSIDE = 20.0  # taken off what pads a text, so that it is never the greatest


class Gated(nn.Module):
    """A gated convolution of three places, added to what goes in."""

    def __init__(self, dilation: int, *, silent: bool = False) -> None:
        super().__init__()
        self.n = nn.LayerNorm(WIDTH)
        self.c = nn.Conv1d(WIDTH, 2 * WIDTH, 3, padding=dilation, dilation=dilation)
        if silent:
            _silence(self.c)

    def forward(self, rows: Tensor, there: Tensor) -> Tensor:
        """Map rows of shape (texts, characters, width)."""
        # one mask for all places of a text: drawing one for each takes a fifth of the time
        mask = functional.dropout(torch.ones(len(rows), 1, WIDTH), _DROPOUT, self.training)
        normed = self.n(rows) * (there * mask)
        return rows + functional.glu(self.c(normed.transpose(1, 2)), 1).transpose(1, 2)


class Attending(nn.Module):
    """Attention from each row to others, added to what goes in."""

    def __init__(self) -> None:
        super().__init__()
        self.n = nn.LayerNorm(WIDTH)
        self.a = nn.Linear(WIDTH, 3 * WIDTH)
        self.o = nn.Linear(WIDTH, WIDTH)
        _silence(self.o)

    def forward(self, rows: Tensor, unseen: Tensor, among: Tensor | None = None) -> Tensor:
        """Map rows of shape (texts, characters, width), which look at each other or at `among`.

        `unseen` is added to the scores: of shape (texts, heads or 1, characters or 1, looked at).
        """
        mask = functional.dropout(torch.ones(len(rows), 1, WIDTH), _DROPOUT, self.training)
        normed = self.n(rows) * mask
        if among is None:
            seeking, offered, told = _by_head(self.a(normed))
        else:
            (seeking,) = _by_head(self._part(normed, slice(WIDTH)))
            offered, told = _by_head(self._part(self.n(among) * mask, slice(WIDTH, None)))
        with torch.autocast("cpu", enabled=False):  # takes half the time that bfloat16 takes
            found = functional.scaled_dot_product_attention(seeking, offered, told, unseen)
        added: Tensor = self.o(found.transpose(1, 2).reshape(rows.shape))
        return rows + added

    def _part(self, rows: Tensor, part: slice) -> Tensor:
        return functional.linear(rows, self.a.weight[part], self.a.bias[part])


def _by_head(rows: Tensor) -> Tensor:
    """Part rows of some widths: (widths, texts, heads, characters, width of a head)."""
    return rows.float().view(*rows.shape[:2], -1, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)


class Block(nn.Module):
    """Attention to a question, if it is to look there again, then to its own text; convolved."""

    def __init__(self, dilation: int, *, again: bool = False) -> None:
        super().__init__()
        self.again = Attending() if again else None
        self.across = Attending()
        self.after = Gated(dilation, silent=True)

    def forward(
        self, rows: Tensor, there: Tensor, unseen: Tensor, asked: Tensor, absent: Tensor
    ) -> Tensor:
        """Map rows of shape (texts, characters, width) that belong to rows of a question each.

        `unseen` and `absent` are added to the scores of what is in the text and in the question.
        """
        if self.again is not None:
            rows = self.again(rows, absent, asked)
        mapped: Tensor = self.after(self.across(rows, unseen), there)
        return mapped


def _silence(layer: nn.Module) -> None:
    """Make a layer add nothing at first: it is added to a network that has learned already."""
    with torch.no_grad():
        for one in layer.parameters():
            one[:WIDTH] = 0


@dataclass(frozen=True, slots=True, eq=False)
class Padded:
    """Texts of unequal length side by side; `there` is 1 where there is a character."""

    characters: Tensor  # shape (texts, characters)
    pieces: Tensor
    shared: Tensor  # shape (texts, characters, features)
    sentence: Tensor
    there: Tensor  # shape (texts, characters, 1)
    met: Tensor  # shape (texts, characters of the longest question, features)


class Network(nn.Module):
    """The network; its parts have the names under which their weights are kept."""

    rows: Tensor  # of the encoder's pieces

    def __init__(self, characters: int) -> None:
        super().__init__()
        rows = piece_rows(np.arange(len(bundled_encoder().rows)))
        self.register_buffer("rows", torch.tensor(rows), persistent=False)
        self.ce = nn.Embedding(characters + 1, _CHARACTER_WIDTH)
        nn.init.normal_(self.ce.weight, 0, 0.3)
        self.pp = nn.Linear(PIECE_DIMENSIONS + 1, _PIECE_WIDTH)
        both = _CHARACTER_WIDTH + _PIECE_WIDTH
        self.iq = nn.Linear(both, WIDTH)
        self.ip = nn.Linear(both + len(FEATURES), WIDTH)
        self.shared = nn.ModuleList(map(Gated, SHARED_DILATIONS))
        self.at = nn.Linear(WIDTH, WIDTH, bias=False)
        self.qv = nn.Linear(WIDTH, 1)
        self.qproj = nn.Linear(WIDTH, WIDTH)
        self.mix = nn.Linear(4 * WIDTH + len(FEATURES), WIDTH)
        self.top = nn.ModuleList(map(Gated, TOP_DILATIONS))
        self.tn = nn.LayerNorm(WIDTH)
        self.sp = nn.Linear(2 * WIDTH, WIDTH)
        self.last = Gated(1)
        self.asking = nn.ModuleList(map(Block, ASKED_DILATIONS))
        self.across = nn.ModuleList(
            Block(dilation, again=again)
            for again, dilations in ((False, ACROSS_DILATIONS), (True, AGAIN_DILATIONS))
            for dilation in dilations
        )
        self.found_across, self.within_across = Attending(), Attending()
        self.within_after = Gated(1, silent=True)
        self.ln = nn.LayerNorm(WIDTH)
        self.se = nn.Linear(WIDTH, 2)
        self.sh = nn.Linear(2 * WIDTH, WIDTH)
        self.so = nn.Linear(WIDTH, 1)
        self.none = nn.Linear(WIDTH, 1)
        self.back = nn.Linear(WIDTH, WIDTH, bias=False)
        self.mm = nn.Linear(3 * WIDTH + len(MET), WIDTH)
        self.told = Gated(1)
        self.mn = nn.LayerNorm(WIDTH)
        self.mv = nn.Linear(WIDTH, 1)
        self.mh = nn.Linear(2 * WIDTH, WIDTH)
        self.hn = nn.LayerNorm(WIDTH)
        self.mo = nn.Linear(WIDTH, 1)
        self.within = nn.Linear(WIDTH, WIDTH, bias=False)
        self.wm = nn.Linear(3 * WIDTH + 1, WIDTH)
        self.wv = nn.Linear(WIDTH, 1)
        self.wh = nn.Linear(3 * WIDTH, WIDTH)
        self.wn = nn.LayerNorm(WIDTH)
        self.wo = nn.Linear(WIDTH, 2)

    def forward(
        self, questions: Padded, owner: Tensor, texts: Padded, sentences: int
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return logits: starts, ends, sentences (each for every text), and of no answer.

        Args:
            questions: one for each row of the last result.
            owner: the question of each text, shape (texts,).
            texts: passages.
            sentences: of the passage that has most.
        """
        asked = self._asked(questions)
        telling = self.qv(asked).masked_fill(questions.there == 0, -FAR)
        summary = (torch.softmax(telling, 1) * asked).sum(1)
        asked, there, gist = asked[owner], questions.there[owner], summary[owner][:, None]
        rows = self._matched(asked, there, gist, texts, sentences)
        rows = self._across(asked, there, rows, texts)
        pooled = _pooled(rows, texts, sentences)
        both = torch.cat((pooled, gist.expand_as(pooled)), -1)
        found = self._found(asked, there, rows, texts)
        met = self._met(found, there)
        within = self._within(asked, there, rows, texts, found, pooled)
        by_sentence = self.so(torch.tanh(self.sh(both)))[..., 0] + within[..., 0] + met
        of_rows = within[..., 1:].gather(1, texts.sentence[..., None])
        edges = self.se(rows) + of_rows + met[:, None]
        return edges[..., 0], edges[..., 1], by_sentence, self.none(summary)[:, 0]

    def _asked(self, questions: Padded) -> Tensor:
        rows = torch.tanh(self.iq(self._embedded(questions)))
        for layer in self.shared:
            rows = layer(rows, questions.there)
        absent = _absent(questions.there)
        for block in self.asking:
            rows = block(rows, questions.there, absent, rows, absent)
        return rows

    def _matched(
        self, asked: Tensor, there: Tensor, gist: Tensor, texts: Padded, sentences: int
    ) -> Tensor:
        """Return rows of the texts as they are beside what each character finds in its question."""
        rows = torch.tanh(self.ip(torch.cat((self._embedded(texts), texts.shared), -1)))
        for layer in self.shared:
            rows = layer(rows, texts.there)
        scores = _scores(self.at(rows), asked).masked_fill(there.transpose(1, 2) == 0, -FAR)
        attended = torch.softmax(scores, -1) @ asked
        gate = torch.tanh(self.qproj(gist))
        mixed = (rows, attended, rows * attended, rows * gate, texts.shared)
        rows = torch.tanh(self.mix(torch.cat(mixed, -1)))
        for layer in self.top:
            rows = layer(rows, texts.there)
        rows = self.tn(rows)
        pooled = _pooled(rows, texts, sentences)
        around = pooled.gather(1, texts.sentence[..., None].expand_as(rows))
        matched: Tensor = rows + torch.tanh(self.sp(torch.cat((rows, around), -1)))
        return matched

    def _across(self, asked: Tensor, there: Tensor, rows: Tensor, texts: Padded) -> Tensor:
        """Let each character look at others of its text and again at its question."""
        rows = self.last(rows, texts.there)
        unseen, absent = _unseen(texts), _absent(there)
        for block in self.across:
            rows = block(rows, texts.there, unseen, asked, absent)
        normed: Tensor = self.ln(rows)
        return normed

    def _found(self, asked: Tensor, there: Tensor, rows: Tensor, texts: Padded) -> Tensor:
        """Return what each character of the question finds: (texts, asked characters, width)."""
        scores = _scores(self.back(asked), rows)
        absent = texts.there.transpose(1, 2) == 0
        found = torch.softmax(scores.masked_fill(absent, -FAR), -1) @ rows
        both = torch.tanh(self.mm(torch.cat((asked, found, asked * found, texts.met), -1)))
        normed: Tensor = self.mn(self.found_across(self.told(both, there), _absent(there)))
        return normed

    def _met(self, found: Tensor, there: Tensor) -> Tensor:
        """Return what speaks for each text as a whole, shape (texts, 1)."""
        met: Tensor = self.mo(torch.tanh(self.hn(self.mh(_told(found, self.mv(found), there)))))
        return met

    def _within(
        self,
        asked: Tensor,
        there: Tensor,
        rows: Tensor,
        texts: Padded,
        found: Tensor,
        pooled: Tensor,
    ) -> Tensor:
        """Return what speaks for each sentence, and for what starts and ends there.

        Each character of the question looks for itself within the sentence alone: another one
        may tell of the person asked about, or of the year. The shape is (texts, sentences, 2).
        """
        numbers = torch.arange(pooled.shape[1])
        inside = (texts.sentence[:, None] == numbers[:, None]) & (texts.there[:, None, :, 0] > 0)
        scores = _scores(self.within(asked), rows)
        # (texts, sentences, asked characters, characters)
        scores = scores[:, None].masked_fill(~inside[:, :, None], -FAR)
        here = torch.softmax(scores, -1) @ rows[:, None]
        asked, found = (one[:, None].expand_as(here) for one in (asked, found))
        nearest = scores.amax(-1, keepdim=True).clamp(min=-_OUTSIDE)
        both = torch.tanh(self.wm(torch.cat((found, here, asked * here, nearest), -1)))
        both = self._weighed(both.flatten(0, 1), there.repeat_interleave(len(numbers), 0))
        both = both.view(here.shape)
        told = _told(both, self.wv(both), there[:, None])
        hidden = self.wn(self.wh(torch.cat((told, pooled), -1)))
        within: Tensor = self.wo(torch.tanh(hidden))
        return within

    def _weighed(self, found: Tensor, there: Tensor) -> Tensor:
        """Let what characters of the question find in a sentence be weighed together."""
        weighed: Tensor = self.within_across(self.within_after(found, there), _absent(there))
        return weighed

    def _embedded(self, texts: Padded) -> Tensor:
        characters = functional.dropout(self.ce(texts.characters), _DROPOUT, self.training)
        meanings = torch.tanh(self.pp(self.rows[texts.pieces]))
        return torch.cat((characters, functional.dropout(meanings, _DROPOUT, self.training)), -1)


def _unseen(texts: Padded) -> Tensor:
    """Return what is added to the scores of what each head is not to see, else 0.

    Half of the heads see the whole text, half the character's own sentence; the shape is (texts,
    heads, characters, characters).
    """
    there = texts.there.transpose(1, 2) > 0
    same = (texts.sentence[:, :, None] == texts.sentence[:, None]) & there
    seen = torch.stack((there.expand_as(same), same), 1).repeat_interleave(HEADS // 2, 1)
    return torch.zeros(seen.shape).masked_fill(~seen, -2 * _OUTSIDE)


def _absent(there: Tensor) -> Tensor:
    """Return what is added to the scores of what is not there: (texts, 1, 1, characters)."""
    return (there.transpose(1, 2)[:, None] - 1) * 2 * _OUTSIDE


def _scores(seeking: Tensor, among: Tensor) -> Tensor:
    """Return how much each row of `seeking` attends to each of `among`, before the softmax."""
    scores: Tensor = seeking @ among.transpose(1, 2) / WIDTH**0.5
    return scores


def _told(rows: Tensor, telling: Tensor, there: Tensor) -> Tensor:
    """Return rows as one, weighed by what they tell, and the greatest of each column."""
    weights = torch.softmax(telling.masked_fill(there == 0, -FAR), -2)
    greatest = rows.masked_fill(there == 0, -_OUTSIDE).amax(-2)
    return torch.cat(((weights * rows).sum(-2), greatest), -1)


def _pooled(rows: Tensor, texts: Padded, sentences: int) -> Tensor:
    """Return the greatest of each column within each sentence: (texts, sentences, width)."""
    nowhere = torch.full((len(rows), sentences, WIDTH), -_OUTSIDE / 2)
    there = rows + (texts.there - 1) * _OUTSIDE
    return nowhere.scatter_reduce(1, texts.sentence[..., None].expand_as(rows), there, "amax")


def padded(texts: Sequence[ReadText], known: Sequence[int], asked: int = 2) -> Padded:
    """Return texts side by side, with what questions of up to `asked` characters find in them."""
    longest = max(2, *(len(one.codes) for one in texts))
    shape = len(texts), longest
    numbers, pieces, sentence = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
    shared = torch.zeros(*shape, texts[0].shared.shape[1])
    there = torch.zeros(*shape, 1)
    met = torch.zeros(len(texts), max(asked, *(len(one.met) for one in texts)), len(MET))
    for row, one in enumerate(texts):
        length = len(one.codes)
        numbers[row, :length] = torch.tensor(row_numbers(one.codes, np.array(known)))
        pieces[row, :length] = torch.tensor(one.pieces)
        shared[row, :length] = torch.tensor(one.shared)
        sentence[row, :length] = torch.tensor(one.sentence)
        there[row, :length] = 1
        met[row, : len(one.met)] = torch.tensor(one.met)
    return Padded(numbers, pieces, shared, sentence, there, met)
