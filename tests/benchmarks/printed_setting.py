"""How printed pages are set: the articles known to stand on them, widths, characters, line breaks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from random import Random


@dataclass(slots=True)
class KnownCaption:
    """A caption as it should be read."""

    text: str
    photographer: str = ""


@dataclass(slots=True)
class KnownArticle:
    """An article as it should be read, and where it was printed."""

    headline: str = ""
    banner: str = ""
    kicker: str = ""
    subhead: str = ""
    reporters: list[str] = field(default_factory=list)
    correspondents: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    captions: list[KnownCaption] = field(default_factory=list)
    places: list[tuple[int, int, int]] = field(default_factory=list)  # page, start, end
    cuts: list[tuple[str, str]] = field(default_factory=list)  # text before and after a cut
    genre: str = ""  # where the page tells it


@dataclass(slots=True)
class PrintedEdition:
    """The pages of an edition as text, and the articles that are on them."""

    pages: list[str]
    articles: list[KnownArticle]


@dataclass(slots=True)
class Page:
    """A page being printed: its lines, and which article each belongs to."""

    lines: list[tuple[str, KnownArticle | None]] = field(default_factory=list)

    def add(self, line: str, article: KnownArticle | None = None) -> None:
        """Print a line below the last."""
        self.lines.append((line, article))


@dataclass(frozen=True, slots=True)
class Style:
    """How one edition is set and was recognised."""

    width: str  # half, full, mixed
    traditional: bool
    blank_lines: int
    plain_headlines: float  # share of headlines that came out as plain paragraphs
    levels: tuple[int, ...]  # of a banner, a headline, a subhead
    mixed_levels: bool  # or any of them, at random
    kicker_headings: float  # share of kickers that were taken for headings
    crossheads: str  # how a heading within an article is set
    pictures: bool  # the tool that read the page left a mark for each picture


def draw_style(random: Random) -> Style:
    """Draw how an edition is set and was recognised."""
    return Style(
        width=random.choice(("half", "full", "full", "mixed")),
        traditional=random.random() < 0.1,
        blank_lines=random.choice((0, 1, 1, 2)),
        plain_headlines=random.choice((0, 0, 0.15, 0.4)),
        levels=random.choice(((2, 2, 2), (2, 2, 2), (1, 1, 1), (1, 2, 3), (1, 2, 2), (1, 2, 3))),
        mixed_levels=random.random() < 0.1,
        kicker_headings=random.choice((0, 0, 0, 0.5)),
        crossheads=random.choice(("plain", "plain", "bold", "heading", "numbered", "marked")),
        pictures=random.random() < 0.3,
    )


def set_edition(
    pages: list[Page], articles: list[KnownArticle], style: Style, random: Random
) -> PrintedEdition:
    """Set pages in type, and what is known of their articles with them."""
    set_type = _setter(random, style)
    printed: list[str] = []
    for number, page in enumerate(pages):
        text = ""
        for line, article in page.lines:
            set_line = set_type(line)
            if article is not None:
                article.places.append((number, len(text), len(text) + len(set_line)))
            text += set_line + "\n" * (1 + style.blank_lines)
        printed.append(text)
    for article in articles:
        _set_article(article, set_type)
    return PrintedEdition(printed, articles)


def _set_article(article: KnownArticle, set_type: Callable[[str], str]) -> None:
    for name in ("headline", "banner", "kicker", "subhead"):
        setattr(article, name, set_type(getattr(article, name)))
    for name in ("paragraphs", "reporters", "correspondents"):
        setattr(article, name, [set_type(text) for text in getattr(article, name)])
    article.captions = [
        KnownCaption(set_type(c.text), set_type(c.photographer)) for c in article.captions
    ]
    article.cuts = [(set_type(a), set_type(b)) for a, b in article.cuts]


_TO_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_TO_FULL = {ord(c): ord(c) + 0xFEE0 for c in ",:;!?()"}


def _setter(random: Random, style: Style) -> Callable[[str], str]:
    """Return a function that sets text in the edition's widths and characters.

    It sets the same text the same way each time, so that what is printed and what is known of
    it agree.
    """
    mixed = {code: to for code, to in _TO_FULL.items() if random.random() < 0.5}

    @cache
    def set_type(text: str) -> str:
        text = text.translate(_TO_HALF)
        if style.width != "half":
            text = text.translate(_TO_FULL if style.width == "full" else mixed)
            text = re.sub(r"(?<=\d)[，：](?=\d)", lambda m: chr(ord(m[0]) - 0xFEE0), text)
        return _traditional().convert(text) if style.traditional else text

    return set_type


@cache
def _traditional():  # type: ignore[no-untyped-def]
    from opencc import OpenCC

    return OpenCC("s2t")
