"""What a reader hands on: a page's text, its lines, and what the file tells of its identity."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from qa.editions.identity import Identity
from qa.editions.layout.blocks import Line


@dataclass(frozen=True, slots=True)
class PageText:
    """One page as a reader gives it, before it is cut into articles."""

    source: str  # the file; pages of one file are told apart as `paper.pdf#2`
    text: str  # what the lines' offsets count in
    lines: tuple[Line, ...]
    identity: Identity = field(default_factory=Identity)
    fallback: Identity = field(default_factory=Identity)  # where neither page nor name tell
    is_article: bool = False  # the file holds one article, not the whole page


def lines_of(pieces: Iterable[Line]) -> tuple[str, tuple[Line, ...]]:
    """Set out pieces one to a line: the text made so, and the pieces with their offsets in it.

    For forms whose file is no text itself, such as PDF: offsets count in what was read out.
    """
    text, placed = "", []
    for piece in pieces:
        start = len(text)
        end = start + len(piece.text)
        placed.append(piece._replace(text_start=start, start=start, end=end))
        text += piece.text + "\n"
    return text, tuple(placed)


def piece(text: str, level: int = 0, **more: object) -> Line:
    """Return a line for `lines_of` to place."""
    return Line(text, 0, 0, 0, level)._replace(**more)  # type: ignore[arg-type]
