"""Files that came without the folder they were in, such as from a browser: named by themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qa.sources import ALONE
from qa.types import ReadFailure

if TYPE_CHECKING:
    from pathlib import Path

    from qa.types import Article, ReadEdition


def without_folder(found: ReadEdition | ReadFailure, folder: Path) -> ReadEdition | ReadFailure:
    """Return what was read as of files that came alone: `folder` is where they lay for a while.

    A page that comes again, put right, then takes the old one's place.
    """
    if isinstance(found, ReadFailure):
        return replace(found, source=_alone(found.source, folder))
    return replace(
        found,
        pages=tuple(replace(page, source=_alone(page.source, folder)) for page in found.pages),
        articles=tuple(_article(article, folder) for article in found.articles),
    )


def _article(article: Article, folder: Path) -> Article:
    spans = (replace(span, source=_alone(span.source, folder)) for span in article.spans)
    return replace(article, spans=tuple(spans))


def _alone(source: str, folder: Path) -> str:
    return source.replace(f"{folder}/", ALONE, 1)
