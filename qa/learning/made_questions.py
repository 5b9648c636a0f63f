"""Makes questions of news by rule, with their answers: what the reader is first trained on.

A piece of a sentence gives way to a question word, some of the words around it are left out, and
others give way to words of like meaning (`embeddings/synonyms.txt`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from embeddings.pairs import SYNONYMS
from qa.forms.days import DATE
from qa.forms.persons.names import names
from qa.forms.places.localities import LOCALITY
from qa.forms.quantities.numbers import AMOUNT
from qa.forms.quantities.units import unit_at
from qa.likeness import word_places
from qa.passages import split
from qa.text import fold, sentences
from qa.types import Article, Expected, Span

if TYPE_CHECKING:
    import random

    from embeddings.corpus import Document
    from qa.types import Passage

_SHORTEST, _LONGEST = 14, 140  # characters of a sentence that is asked about
_SHORTEST_QUESTION = 8
_TRIES = 4
_LEFT_OUT = 0.45  # at most, of the words around an answer
_WORD_AT_END = 0.35  # of the questions
_WITH_TITLE = 0.25
_REPLACED = 0.5  # of the words that have others of like meaning

# `“第一针”`, `《安全生产法》`
_QUOTED = re.compile(r"[“《]([^”》]{2,16})[”》]")
# `建成了|职工书屋|,`: what stands between a particle and a mark
_CHUNK = re.compile(r"(?<=[,的是了在为、])[\u4e00-\u9fff]{3,9}(?=[,。、;])")
# `位于|城南`: before a place
_AT = re.compile(r"(?:[在于到往至]|来自|前往|走进|来到)$")
_MARKS = re.compile(r"[,。;:“”\"()、\s]+")
_OF_DATES = "年月日时点号路届"


@dataclass(frozen=True, slots=True)
class MadeQuestion:
    """A question with the passages of its article, and which of them answers it where."""

    question: str
    title: str
    passages: tuple[Passage, ...]
    answering: int
    answer: Span  # in that passage


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a sentence, and the words that ask for it."""

    kind: Expected
    span: Span
    words: tuple[str, ...]


def make_question(document: Document, chance: random.Random) -> MadeQuestion | None:
    """Make a question of a sentence of `document`; None where it has none that fits."""
    article = Article("", "", document.title, tuple(document.text.split("\n")))
    folded = fold(article.text)
    fit = [one for one in sentences(article.text) if _SHORTEST <= one.end - one.start <= _LONGEST]
    for _ in range(_TRIES if fit else 0):
        place = chance.choice(fit)
        sentence = folded[place.start : place.end]
        pieces = _pieces(sentence)
        if not pieces:
            continue
        kind = chance.choice(sorted({piece.kind for piece in pieces}))
        piece = chance.choice([piece for piece in pieces if piece.kind == kind])
        question = _asked(sentence, piece, fold(document.title), chance)
        made = _placed(question, document.title, article, place.start, piece.span)
        if made and len(question) >= _SHORTEST_QUESTION:
            return made
    return None


def _placed(
    question: str, title: str, article: Article, offset: int, piece: Span
) -> MadeQuestion | None:
    start, end = offset + piece.start, offset + piece.end
    passages = tuple(split(article))
    for number, passage in enumerate(passages):
        if passage.start <= start and end <= passage.end:
            answer = Span(start - passage.start, end - passage.start)
            return MadeQuestion(question, title, passages, number, answer)
    return None


def _pieces(sentence: str) -> list[_Piece]:
    """Return the pieces of a folded sentence that can be asked for."""
    found = list(_numbers(sentence))
    for match in DATE.finditer(sentence):
        if len(match.group()) > 1:
            unit = "哪一年" if "年" in match.group() else "几月"
            words = ("什么时候", "何时", "哪天", unit)
            found.append(_Piece(Expected.DATE, Span(*match.span()), words))
    who = ("谁", "谁", "哪位", "什么人")
    found += [_Piece(Expected.PERSON, span, who) for span, titled in names(sentence) if titled]
    for match in LOCALITY.finditer(sentence):
        if len(match.group()) <= 12 and _AT.search(sentence[: match.start()]):
            words = ("哪里", "什么地方", "哪儿", "哪个地方")
            found.append(_Piece(Expected.PLACE, Span(*match.span()), words))
    what = ("什么",)
    found += [_Piece(Expected.LIST, Span(*m.span(1)), what) for m in _QUOTED.finditer(sentence)]
    found += [_Piece(Expected.OTHER, Span(*m.span()), what) for m in _CHUNK.finditer(sentence)]
    return found


def _numbers(sentence: str) -> list[_Piece]:
    found = []
    for match in AMOUNT.finditer(sentence):
        end = match.end()
        word = unit_at(sentence[end:])
        if sentence[end : end + 1] in _OF_DATES or not (word or match.group()[0].isascii()):
            continue
        words = (f"多少{word}", f"多少{word}", f"几{word}" if word else "多少")
        found.append(_Piece(Expected.NUMBER, Span(match.start(), end + len(word)), words))
    return found


def _asked(sentence: str, piece: _Piece, title: str, chance: random.Random) -> str:
    left_out = chance.uniform(0, _LEFT_OUT)
    start, end = piece.span.start, piece.span.end
    before = _varied(sentence[max(0, start - chance.randint(5, 24)) : start], left_out, chance)
    after = _varied(sentence[end : end + chance.randint(0, 16)], left_out, chance)
    word = chance.choice(piece.words)
    if title and chance.random() < _WITH_TITLE:
        before = _varied(title, 0.5, chance) + before
    if chance.random() < _WORD_AT_END:
        question = f"{before}{after}{chance.choice(('是', '是', ''))}{word}"
    else:
        question = f"{before}{word}{after}"
    return question + chance.choice(("?", "?", "?", ""))


def _varied(text: str, left_out: float, chance: random.Random) -> str:
    return _reworded(_MARKS.sub("", _thinned(text, left_out, chance)), chance)


def _thinned(text: str, left_out: float, chance: random.Random) -> str:
    """Return `text` without a share of its words."""
    offsets = word_places(text)
    return "".join(text[start:end] for start, end in offsets if chance.random() >= left_out)


def _reworded(text: str, chance: random.Random) -> str:
    pattern, others = _synonyms()

    def other(match: re.Match[str]) -> str:
        word = match.group()
        return chance.choice(others[word]) if chance.random() < _REPLACED else word

    return pattern.sub(other, text)


@cache
def _synonyms() -> tuple[re.Pattern[str], dict[str, list[str]]]:
    others: dict[str, list[str]] = {}
    for line in SYNONYMS.read_text(encoding="utf-8").splitlines():
        words = [] if line.startswith("#") else line.split()
        for word in words:
            others.setdefault(word, []).extend(one for one in words if one != word)
    longest_first = sorted(map(re.escape, others), key=len, reverse=True)
    return re.compile("|".join(longest_first)), others
