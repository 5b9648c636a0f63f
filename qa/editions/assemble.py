"""Put pages together: pages of one paper and day become one edition with its articles."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING

from qa.dates.datelines import day_filed
from qa.dates.in_text import mentions
from qa.editions.articles import build_article
from qa.editions.identity import Identity, from_name, from_page
from qa.editions.jumps import PlacedDraft, link_jumps
from qa.editions.layout.blocks import check_nothing_lost
from qa.editions.layout.segment import Segmented, segment
from qa.sources import stem
from qa.types import Article, Block, Edition, Page, ReadEdition, Role, Span

if TYPE_CHECKING:
    from qa.editions.formats.source import PageText

_UNTELLING_NAME = 4  # characters: a shorter file name needs its folder to be told from others


@dataclass(frozen=True, slots=True)
class CutPage:
    """A page cut into articles, with all that is known of its identity."""

    page: PageText
    cut: Segmented
    blocks: tuple[Block, ...]  # in reading order
    identity: Identity

    @property
    def label(self) -> str:
        """What stands for the page in article ids: its number, else its file's stem."""
        if self.page.is_article or not self.identity.page:
            return stem(self.page.source)
        return self.identity.page


def cut_page(page: PageText, call: Identity) -> CutPage:
    """Cut one page, check that nothing of it was lost, and find out what page it is."""
    cut = segment(page.lines)
    blocks = tuple(
        Block(atom.role or Role.BODY, atom.text, Span(atom.start, atom.end)) for atom in cut.atoms
    )
    check_nothing_lost(page.text, blocks, page.source)
    furniture = [atom.text for atom in cut.atoms if atom.role is Role.FURNITURE]
    path, _, part = page.source.partition("#")
    name = from_name(PurePath(path))
    if part:  # one of several pages: the file's name cannot tell its number
        name = replace(name, page="")
    known = call.or_else(page.identity).or_else(from_page(furniture))
    return CutPage(page, cut, blocks, known.or_else(name).or_else(page.fallback))


def editions(pages: Iterable[CutPage]) -> Iterator[ReadEdition]:
    """Gather pages into editions, in the order of their dates, papers and ids."""
    groups: dict[str, list[CutPage]] = {}
    folders: dict[str, str] = {}
    for page in _with_papers(list(pages)):
        id = edition_id(page.identity, page.page.source)
        folder = str(PurePath(page.page.source).parent)
        if page.identity.date is None and folders.setdefault(id, folder) != folder:
            id += "-" + hashlib.sha256(folder.encode()).hexdigest()[:6]
        groups.setdefault(id, []).append(page)
    read = [_edition(id, group) for id, group in groups.items()]
    yield from sorted(read, key=_order)


def _with_papers(pages: list[CutPage]) -> list[CutPage]:
    """Give pages without a masthead the paper of their day's other pages in the folder.

    Many papers print it on the first page only.
    """
    papers: dict[tuple[PurePath, date | None], set[str]] = {}
    for page in pages:
        papers.setdefault(_place(page), set()).add(page.identity.paper)
    return [_with_paper(page, papers[_place(page)] - {""}) for page in pages]


def _place(page: CutPage) -> tuple[PurePath, date | None]:
    return PurePath(page.page.source.partition("#")[0]).parent, page.identity.date


def _with_paper(page: CutPage, papers: set[str]) -> CutPage:
    if page.identity.paper or page.identity.date is None or len(papers) != 1:
        return page
    (paper,) = papers
    return replace(page, identity=replace(page.identity, paper=paper))


def _order(read: ReadEdition) -> tuple[bool, str, str, str]:
    edition = read.edition
    return edition.date is None, str(edition.date), edition.paper, edition.id


def edition_id(identity: Identity, source: str) -> str:
    """Return an edition's id: `殷都周刊-2021-09-02`, or made of what else is known."""
    if identity.date is not None:
        return "-".join(filter(None, (identity.paper, identity.date.isoformat())))
    path = PurePath(source.partition("#")[0])
    name = stem(str(path))
    folder = path.parent.name if len(name) < _UNTELLING_NAME else ""
    return "-".join(filter(None, (identity.paper, folder, name)))


def _edition(id: str, group: list[CutPage]) -> ReadEdition:
    group = sorted(group, key=lambda page: (_page_order(page.identity.page), page.page.source))
    first = group[0].identity
    issue = next((page.identity.issue for page in group if page.identity.issue), "")
    edition = Edition(id, first.paper, first.date, issue)
    pages = tuple(
        Page(p.identity.page, p.identity.page_name, p.blocks, p.page.source) for p in group
    )
    return ReadEdition(edition, pages, tuple(_articles(id, group)), _warnings(group))


def _page_order(number: str) -> tuple[str, int]:
    letters = number.rstrip("0123456789")
    digits = number[len(letters) :]
    return letters, int(digits) if digits else 0


def _warnings(group: list[CutPage]) -> tuple[str, ...]:
    first, source = group[0].identity, group[0].page.source
    warnings = []
    if first.date is None:
        warnings.append(f"date of {source} unknown: give --date")
    if not first.paper:
        warnings.append(f"paper of {source} unknown: give --paper")
    warnings += [f"no articles on {p.page.source}" for p in group if not p.cut.drafts]
    return tuple(warnings)


def _articles(id: str, group: list[CutPage]) -> Iterator[Article]:
    """Build the articles of an edition; parts linked by jump lines make one, named by its first.

    Numbers count all parts on a page, so that a page read on its own gives the same ids.
    """
    placed = [
        (sheet, draft, f"{id}/{label}-{n:02}")
        for sheet, (page, label) in enumerate(zip(group, _labels(group), strict=True))
        for n, draft in enumerate(page.cut.drafts, start=1)
    ]
    numbers = [page.identity.page for page in group]
    links = link_jumps([PlacedDraft(sheet, numbers[sheet], draft) for sheet, draft, _ in placed])
    second_parts = set(links.values())
    for first, (sheet, _, article_id) in enumerate(placed):
        if first in second_parts:
            continue
        parts, at = [], first
        while True:
            parts.append((group[placed[at][0]].page.source, placed[at][1]))
            if at not in links:
                break
            at = links[at]
        article = build_article(parts, id=article_id, page=numbers[sheet])
        filed = day_filed(article.text, group[sheet].identity.date)
        yield replace(article, dates=mentions(article.text, filed, article.title))


def _labels(group: list[CutPage]) -> list[str]:
    labels: list[str] = []
    for page in group:
        label = page.label
        labels.append(f"{label}-{stem(page.page.source)}" if label in labels else label)
    return labels
