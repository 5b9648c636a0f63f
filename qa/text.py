"""Chinese text as a matcher sees it: folded forms, sentences, and search terms.

Folding keeps the length, so offsets into the folded copy hold in the original.
"""

from __future__ import annotations

import re
import sys
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from qa.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

CJK_FIRST, CJK_LAST = 0x3400, 0x9FFF
_SHORT = 64  # characters
_REACH = 48  # characters; not all before: a sentence may be very long

# The end of a sentence with the closing marks that belong to it: `。`, `!”`, `……`, `?)`.
# An ellipsis ends one only before a closing quote or the line's end.
# Told apart by its first mark, so that a search looks for one character of a set.
_SENTENCE_END = re.compile(
    r"[。！？!?…\n](?:(?<=\n)\n*"
    r"|(?:(?<=…)…*(?=[”’」』\n]|$)|(?<=[。！？!?])[。！？!?]*)[”’」』）)》]*)"
)
_STRAIGHT = '"'  # opens and closes

# What follows a quotation and belongs to its sentence: `”刘素英说。`
_ATTRIBUTION = re.compile(
    r"[^。！？!?…“\n]{0,24}?(?:说|道|表示|介绍|坦言|告诉|感慨|回忆|称)[^。！？!?…“\n]{0,12}(?:[。！？!?]+|…+)[”’」』]*"
)

# Numbers with their decimals, Latin words, and runs of Chinese characters.
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[a-z]+|[\u3400-\u9fff]+")

_CLAUSE = re.compile(r"(?:[^,，;；。]|(?<=\d),(?=\d))+")  # `1,200亩` is in one
_PART = re.compile(r"[^;；]+")
# What ends a clause, apart from numbers
_PAUSES = ",，;；。:："
PAUSE = re.compile(f"[{_PAUSES}]")

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_FOREIGN = re.compile(r"[^\W\d_\u3400-\u9fff]")
# `ChatGPT和DeepSeek哪个好?`
_ASKS = re.compile(
    r"什么|什麼|谁|誰|哪[个個家位里裡]|多少|几[个個]|怎么|怎麼|如何|[吗嗎呢](?:[?？]|$)"
)


@cache
def _folding_table() -> NDArray[np.uint32]:
    """Map of code points: full width to half, upper case to lower, traditional to simplified."""
    from opencc import OpenCC

    table = np.arange(sys.maxunicode + 1, dtype=np.uint32)
    characters = "\n".join(map(chr, range(CJK_FIRST, CJK_LAST + 1)))
    simplified = OpenCC("t2s").convert(characters).split("\n")
    table[CJK_FIRST : CJK_LAST + 1] = [ord(character) for character in simplified]
    table[0xFF01:0xFF5F] = np.arange(0x21, 0x7F)
    table[[0x3000, 0xA0]] = ord(" ")
    capitals = np.arange(ord("A"), ord("Z") + 1)
    table[capitals] = table[capitals + 0xFEE0] = capitals + 32
    return table


@cache
def _short_table() -> dict[int, int]:
    """The same as a dictionary of what changes: quicker for short texts."""
    table = _folding_table()
    changed = np.flatnonzero(table != np.arange(len(table), dtype=np.uint32))
    return dict(zip(changed.tolist(), table[changed].tolist(), strict=True))


def fold(text: str) -> str:
    """Return `text`, equally long, with width, case and traditional forms folded away."""
    return text.translate(_short_table()) if len(text) < _SHORT else _folded(text)


@lru_cache(256)  # one question folds the same articles several times
def _folded(text: str) -> str:
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    folded: str = _folding_table()[points].tobytes().decode("utf-32-le", "surrogatepass")
    return folded


@cache
def _simplifying() -> dict[int, int]:
    return {
        written: folded
        for written, folded in _short_table().items()
        if CJK_FIRST <= written <= CJK_LAST
    }


def simplified(text: str) -> str:
    """Return `text`, equally long, in simplified characters; width and case stay as they are."""
    return text.translate(_simplifying())


@lru_cache(4096)  # a filter compares the same few names with every article
def plain_name(name: str) -> str:
    """Return a name as it is compared with others: folded, without spaces (`卢 亮`, `盧亮`)."""
    return "".join(fold(name).split())


def plain_title(title: str) -> str:
    """Return a title as it is compared with others: folded, without spaces and marks."""
    return re.sub(r"\W", "", fold(title))


def sentences(text: str) -> list[Span]:
    """Cut `text` into sentences; the spans leave out only the white space around them.

    A speaker's name after a quotation stays with it (`“……。”刘素英说。` is one sentence),
    and a line break always ends a sentence.
    """
    spans: list[Span] = []
    start = position = 0
    while position < len(text):
        end = _SENTENCE_END.search(text, position)
        stop = end.end() if end else len(text)
        if _closes(text, stop):
            stop += len(_STRAIGHT)
        if end and text[stop - 1] in f"”」』{_STRAIGHT}":
            said = _ATTRIBUTION.match(text, stop)
            stop = said.end() if said else stop
        _append_stripped(spans, text, start, stop)
        start = position = stop
    return spans


def _closes(text: str, place: int) -> bool:
    """Return whether a straight quotation mark stands at `place` that its line opened before."""
    if not text.startswith(_STRAIGHT, place):
        return False
    line = text.rfind("\n", 0, place) + 1
    return text.count(_STRAIGHT, line, place) % 2 == 1


def _append_stripped(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append(Span(start, end))


def terms(text: str) -> list[str]:
    """Return the search terms of `text` in order: numbers, Latin words, Chinese bigrams.

    A run of one Chinese character gives that character.
    """
    found: list[str] = []
    for match in _TOKEN.finditer(fold(text)):
        token = match.group()
        if token[0] < "\u3400" or len(token) == 1:
            found.append(token.replace(",", ""))
        else:
            found.extend(token[i : i + 2] for i in range(len(token) - 1))
    return found


def is_chinese(text: str) -> bool:
    """Return whether `text` is Chinese, and not another language that names things in Chinese.

    What has no letter is of no other language: `？`.
    """
    chinese = len(_CHINESE.findall(text))
    return 2 * chinese >= len(_FOREIGN.findall(text)) or bool(_ASKS.search(text))


def clauses(text: str) -> list[Span]:
    """Return where the clauses of a folded text stand, without the marks between them."""
    return [Span(*match.span()) for match in _CLAUSE.finditer(text)]


def clause_before(text: str, place: int) -> str:
    """Return what of its clause stands before `place` in a folded text."""
    return text[1 + max(text.rfind(mark, 0, place) for mark in _PAUSES) : place]


def right_before(text: str, place: int) -> str:
    """Return the characters before `place` that an expression which ends there can take in."""
    return text[max(0, place - _REACH) : place]


def clause_behind(text: str, place: int) -> str:
    """Return what of its clause stands from `place` on in a folded text."""
    return PAUSE.split(text[place:], maxsplit=1)[0]


def parts(text: str) -> list[Span]:
    """Return where the parts of a folded sentence stand that semicolons set apart."""
    return [Span(*match.span()) for match in _PART.finditer(text)]


def blanked(text: str, places: Iterable[Span]) -> str:
    """Return `text`, equally long, with spaces in `places`."""
    characters = list(text)
    for place in places:
        characters[place.start : place.end] = " " * (place.end - place.start)
    return "".join(characters)
