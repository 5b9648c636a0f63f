"""Makes what tests of single functions are given, and what they look for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.forms.choosing.pieces import answer_piece
from qa.overlap import Sought, sought
from qa.questions.understand import understand
from qa.types import Article, Edition, Hit, Passage, ScoreParts

if TYPE_CHECKING:
    from datetime import date


def article_of(text: str, headline: str = "") -> Article:
    """Return an article of one paragraph."""
    return Article("1", "1", headline, (text,))


def hit_of(article: Article, day: date | None = None, paper: str = "江城日报") -> Hit:
    """Return a hit whose passage is the whole article."""
    passage = Passage(article.id, 0, len(article.text), article.text)
    return Hit(1.0, passage, article, Edition("1", paper, day), ScoreParts(0.0, 0.0))


def looked_for(question: str) -> Sought:
    """Return what `question` looks for, all of its terms of one weight."""
    return sought(understand(question), lambda terms: dict.fromkeys(terms, 1.0))


def short_answer(question: str, sentence: str) -> str:
    """Return the shortest answer of a sentence that the reader has not read; none where none is."""
    span = answer_piece(looked_for(question), sentence, None)
    return sentence[span.start : span.end] if span else ""
