"""Files that came from a browser: laid out as the editor named them, and told of when read."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from qa.editions import ReadFailure, read_editions
from qa.editions.alone import without_folder
from qa.storage.replacing import Outcome
from qa.types import Failure
from ui.escape import as_html
from ui.faults import why
from ui.reading import contents, edition_name, notice
from ui.sources import ARTICLE, article_link

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from qa import Archive, IndexReport
    from qa.types import Edition, ReadEdition
    from ui.tray import Sent
    from ui.wording import Texts

_ARTICLES_SHOWN = 400  # of a preview, with their text; more would make the page slow

# The digits of a hash as letters: a folder's name that holds no number is not taken for a date.
_LETTERS = str.maketrans("0123456789abcdef", "ghijklmnopabcdef")


@contextmanager
def read_sent(
    files: Sequence[Sent], paper: str | None, day: date | None
) -> Iterator[Iterator[ReadEdition | ReadFailure]]:
    """Read files that were sent as `read_editions` does; give the editions, to be read at once.

    Pages of one edition belong together, so all are laid out in one folder under their own names.
    It is named by what the files hold, so that the same files make the same editions.
    """
    digest = hashlib.sha256()
    for sent in files:
        with sent.path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    with TemporaryDirectory(prefix="wenbao-") as temporary:
        folder = Path(temporary) / f"upload-{digest.hexdigest()[:10].translate(_LETTERS)}"
        laid: list[Path] = []
        for sent in files:
            at = folder / sent.name
            while at.exists():  # another of the same name
                at = at.parent / "more" / sent.name
            at.parent.mkdir(parents=True, exist_ok=True)
            _link(sent.path, at)
            laid.append(at)
        found = read_editions(sorted(laid), paper=paper, day=day)
        yield (without_folder(one, folder) for one in found)


def _link(file: Path, at: Path) -> None:
    try:
        os.link(file, at)
    except OSError:  # on another disk
        shutil.copyfile(file, at)


def preview(found: Sequence[ReadEdition | ReadFailure], archive: Archive, texts: Texts) -> str:
    """Return what files were cut into, article by article, and which of them failed."""
    failures = [_failure(one) for one in found if isinstance(one, ReadFailure)]
    editions = [one for one in found if not isinstance(one, ReadFailure)]
    total = sum(len(one.articles) for one in editions)
    head = texts.upload_found.format(
        editions=texts.editions_counted(len(editions)), articles=texts.articles_counted(total)
    )
    shown, room = [], _ARTICLES_SHOWN
    for one in editions:
        shown.append(_doubts(one, texts))
        shown.append(
            contents(
                one.edition,
                one.articles,
                texts,
                note=_outcome(one, archive, texts),
                unfold=max(room, 0),
            )
        )
        room -= len(one.articles)
    return (
        notice(head if editions else texts.upload_nothing)
        + failed(failures, texts)
        + "".join(shown)
    )


def _failure(read: ReadFailure) -> Failure:
    return Failure(read.source, str(read.error), read.error.fault, read.error.pages)


def _doubts(read: ReadEdition, texts: Texts) -> str:
    """Return what an editor should mend before keeping an edition."""
    doubts = []
    if not read.edition.paper:
        doubts.append(texts.upload_no_paper)
    if not read.edition.date:
        doubts.append(texts.upload_no_date)
    told = {span.source for article in read.articles for span in article.spans}
    doubts += [
        texts.upload_no_article.format(name=PurePath(page.source).name)
        for page in read.pages
        if page.source not in told
    ]
    items = "".join(f"<li>{as_html(doubt)}</li>" for doubt in doubts)
    return f'<ul class="wb-doubts">{items}</ul>' if items else ""


def _outcome(read: ReadEdition, archive: Archive, texts: Texts) -> str:
    """Return what keeping an edition would change of what the archive has of it; "" if new."""
    pages: dict[Outcome, list[str]] = {one: [] for one in Outcome}
    for page, outcome in zip(read.pages, archive.outcomes(read), strict=True):
        pages[outcome].append(texts.page_name(page.number) or PurePath(page.source).name)
    if not any(one.edition.id == read.edition.id for one in archive.editions()):
        return ""
    told = (
        (texts.upload_replaces, Outcome.REPLACED),
        (texts.upload_adds, Outcome.ADDED),
        (texts.upload_same, Outcome.UNCHANGED),
    )
    words = (text.format(pages=texts.listed(pages[one])) for text, one in told if pages[one])
    return f"{texts.upload_held}{texts.clause.join(words)}"


def report(done: IndexReport, archive: Archive, texts: Texts) -> str:
    """Return what became of files that were to be kept."""
    head = texts.upload_done.format(
        added=len(done.added),
        replaced=len(done.replaced),
        unchanged=len(done.unchanged),
        failed=len(done.failed),
    )
    ids = {*done.added, *done.replaced, *done.unchanged}
    held = [one.edition for one in archive.editions() if one.edition.id in ids]
    items = "".join(_kept(edition, archive, texts) for edition in held)
    kept = f'<ul class="wb-list">{items}</ul>' if items else ""
    return notice(head) + failed(done.failed, texts) + kept


def _kept(edition: Edition, archive: Archive, texts: Texts) -> str:
    articles = [article for article, _ in archive.articles(edition.id)]
    name = f'<span class="wb-title">{as_html(edition_name(edition, texts))}</span>'
    count = f'<span class="wb-place">{texts.articles_counted(len(articles))}</span>'
    if not articles:
        return f"<li>{name}{count}</li>"
    link = article_link(articles[0].id, f"{ARTICLE}-{articles[0].id}")
    return f"<li><a {link}>{name}{count}</a></li>"


def failed(failures: Iterable[Failure], texts: Texts) -> str:
    """Return the files that failed, each with the reason; "" where none did."""
    told = [why(failure, texts) for failure in failures]
    items = "".join(
        f"<li><b>{as_html(name)}</b> <span>{as_html(reason)}</span></li>" for name, reason in told
    )
    if not items:
        return ""
    head = texts.upload_failed.format(count=len(told))
    return f'<section class="wb-failed"><h3>{head}</h3><ul>{items}</ul></section>'
