"""Which page that an archive holds of an edition a page that was read takes the place of."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from enum import StrEnum
from hashlib import sha256
from pathlib import PurePath
from typing import TYPE_CHECKING

from qa.sources import came_alone, stem
from qa.storage.holdings import StoredPage
from qa.storage.records import article_to_json

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from qa.types import Article, Page, ReadEdition


class Outcome(StrEnum):
    """What became of an edition, or of a page."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


def new_pages(read: ReadEdition) -> list[StoredPage]:
    """Return an edition's pages, each with the articles that start on it."""
    by_page: defaultdict[int, list[Article]] = defaultdict(list)
    for article in read.articles:
        by_page[_page_of(article, read.pages)].append(article)
    return [
        StoredPage(
            page.number, page.name, page.source, _digest(page, by_page[i]), tuple(by_page[i])
        )
        for i, page in enumerate(read.pages)
    ]


def _page_of(article: Article, pages: Sequence[Page]) -> int:
    source = article.spans[0].source if article.spans else None
    by_source = [i for i, page in enumerate(pages) if page.source == source]
    by_number = [i for i, page in enumerate(pages) if page.number == article.page]
    both = [i for i in by_source if i in by_number]
    return (both or by_source or by_number or [0])[0]


def _digest(page: Page, articles: Sequence[Article]) -> str:
    """Return a digest of what was read of a page, whatever its file and edition are called."""
    digest = sha256(repr((page.number, page.name)).encode())
    for article in articles:
        digest.update(article_to_json(replace(article, id="", spans=(), dates=())).encode())
    return digest.hexdigest()


def with_new(
    before: Sequence[StoredPage], new: Sequence[StoredPage], claimed: Collection[tuple[str, str]]
) -> list[StoredPage]:
    """Return the pages of an edition after `new` ones came, each in its old one's place.

    Args:
        before: what the archive holds of it.
        new: what was read of it.
        claimed: source and number of the pages that this run brought, which stay.
    """
    after = list(before)
    brought = set(claimed)
    for page in new:
        places = _places(page, after, brought)
        brought.add((page.source, page.number))
        if any(after[place].digest == page.digest for place in places):
            continue
        for place in reversed(places[1:]):
            del after[place]
        place = places[0] if places else len(after)
        if places or not any(_same_text(old, page) for old in after):
            others = after[:place] + after[place + 1 :]
            after[place : place + 1] = [_with_own_ids(page, others)]
    return after


def _same_text(one: StoredPage, other: StoredPage) -> bool:
    return one.digest == other.digest and one.source == other.source


def _with_own_ids(page: StoredPage, others: Sequence[StoredPage]) -> StoredPage:
    """Tell the articles of a second file of one page from those of the first by its name.

    Read together, they have these ids from the start.
    """
    taken = {article.id for other in others for article in other.articles}
    label = f"/{page.number}-"
    if not any(article.id in taken and label in article.id for article in page.articles):
        return page
    articles = (
        replace(article, id=article.id.replace(label, f"{label}{stem(page.source)}-", 1))
        for article in page.articles
    )
    return replace(page, articles=tuple(articles))


def outcomes(before: Sequence[StoredPage], new: Sequence[StoredPage]) -> list[Outcome]:
    """Return what would become of each page of `new` among those that the archive holds."""
    return [_outcome(page, before) for page in new]


def _outcome(page: StoredPage, before: Sequence[StoredPage]) -> Outcome:
    old = [before[place] for place in _places(page, before, ())]
    if any(one.digest == page.digest for one in old):
        return Outcome.UNCHANGED
    return Outcome.REPLACED if old else Outcome.ADDED


def _places(
    page: StoredPage, pages: Sequence[StoredPage], brought: Collection[tuple[str, str]]
) -> list[int]:
    """Return where the old versions of a page stand; those of its own file go before others."""
    same = [
        place
        for place, old in enumerate(pages)
        if _same_page(old, page) and (old.source, old.number) not in brought
    ]
    return [place for place in same if _same_file(pages[place].source, page.source)] or same


def _same_page(stored: StoredPage, page: StoredPage) -> bool:
    if stored.number and page.number:
        return stored.number.lstrip("0") == page.number.lstrip("0")
    return _same_file(stored.source, page.source)


def _same_file(one: str, other: str) -> bool:
    """Whether two sources are one file; one that came without its folder is known by its name."""
    if came_alone(one) != came_alone(other):
        return PurePath(one).name == PurePath(other).name
    return one == other
