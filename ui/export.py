"""A conversation as a Markdown document, its citations as footnotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.citing import reference
from ui.escape import as_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa import Archive
    from ui.conversation import Turn
    from ui.wording import Texts

# A citation's mark, once escaped: `\\[1\\]`
_MARK = re.compile(r"\\\[(\d+)\\\]")


def as_document(turns: Sequence[Turn], archive: Archive, texts: Texts) -> str:
    """Return the questions as headings, the answers, and under each what it cites."""
    parts = [f"# {texts.title}"]
    for number, turn in enumerate(turns, 1):
        parts += _turn(number, turn, archive, texts)
    return "\n\n".join(parts) + "\n"


def _turn(number: int, turn: Turn, archive: Archive, texts: Texts) -> Iterator[str]:
    yield f"## {as_markdown(turn.question)}"
    if turn.abstained:
        yield as_markdown(turn.text)
        return
    known = {quote.number for quote in turn.quotes}
    for line in turn.text.splitlines():
        yield _MARK.sub(lambda mark: _footnote(number, mark, known), as_markdown(line))
    notes = list(references(turn, archive))
    yield "\n".join(f"[^{number}-{of}]: {as_markdown(line)}" for of, line in notes)


def _footnote(turn: int, mark: re.Match[str], known: set[int]) -> str:
    return f"[^{turn}-{mark[1]}]" if int(mark[1]) in known else mark[0]


def references(turn: Turn, archive: Archive) -> Iterator[tuple[int, str]]:
    """Yield the number of each citation with the reference to its article."""
    for quote in turn.quotes:
        if found := archive.article(quote.article_id):
            yield quote.number, reference(*found)
