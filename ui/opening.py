"""What a link opens: in the source panel a quote, a whole article, or the newest edition."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from ui.messages import CITE, RELATED
from ui.reading import contents, no_edition, whole_article
from ui.sources import ARTICLE, TIMELINE, WHOLE, source_panel
from ui.timeline import timeline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa import Archive, EditionSummary
    from ui.conversation import Quote, Turn
    from ui.wording import Texts

# The address of a quote: `cite-0-1`, `related-2-3`, or of its whole article: `whole-cite-0-1`
_QUOTE = re.compile(rf"(?P<whole>{WHOLE}-)?(?P<kind>{CITE}|{RELATED})-(?P<turn>\d+)-(?P<n>\d+)")
# `timeline-0`
_TIMELINE = re.compile(rf"{TIMELINE}-(?P<turn>\d+)")

_OPENER = (Path(__file__).parent / "opener.js").read_text(encoding="utf-8")


def opener(links: str, target: str) -> str:
    """Return the script of a component that hears which link was followed, as its `select`.

    Args:
        links: CSS selector of the links.
        target: CSS selector of where what they open is shown.
    """
    return _OPENER.replace("SELECTOR", links).replace("TARGET", target)


def opened(address: str, turns: Sequence[Turn], archive: Archive, texts: Texts) -> str:
    """Return the panel for an address; the newest edition where the address is none."""
    if match := _QUOTE.fullmatch(address):
        index = int(match["turn"])
        quote = _quote(turns, index, match["kind"], int(match["n"]))
        if quote is None:
            return gone(texts)
        if match["whole"]:
            back = address.removeprefix(f"{WHOLE}-")
            return _whole(quote.article_id, archive, texts, [(quote.start, quote.end)], back)
        return source_panel(turns[index], index, quote, archive, texts)
    if match := _TIMELINE.fullmatch(address):
        index = int(match["turn"])
        if index >= len(turns):
            return gone(texts)
        return timeline(turns[index], archive, texts, _first(turns[index], index))
    if address.startswith(f"{ARTICLE}-"):
        return _whole(address.removeprefix(f"{ARTICLE}-"), archive, texts, [], "newest")
    return newest_edition(archive, texts)


def last_source(turns: Sequence[Turn], archive: Archive, texts: Texts) -> str:
    """Return the first source of the last turn; the newest edition where there is none."""
    return opened(_first(turns[-1], len(turns) - 1) if turns else "", turns, archive, texts)


def newest_edition(archive: Archive, texts: Texts) -> str:
    """Return the contents of the newest edition, or that there is none yet."""
    held = archive.editions()
    if not held:
        return no_edition(texts)
    shown = newest(held).edition
    articles = [article for article, _ in archive.articles(shown.id)]
    return contents(shown, articles, texts, eyebrow=texts.newest)


def newest(held: Sequence[EditionSummary]) -> EditionSummary:
    """Return the newest of editions, those without a date or articles only for want of others.

    Args:
        held: at least one, oldest first, and undated ones last.
    """
    told = [one for one in held if one.articles] or held
    return next((one for one in reversed(told) if one.edition.date), told[-1])


def _first(turn: Turn, index: int) -> str:
    """Return the address of a turn's first quote, else of its first related passage."""
    kind, quotes = (CITE, turn.quotes) if turn.quotes else (RELATED, turn.related)
    return f"{kind}-{index}-{quotes[0].number}" if quotes else ""


def _quote(turns: Sequence[Turn], index: int, kind: str, number: int) -> Quote | None:
    if index >= len(turns):
        return None
    quotes = turns[index].quotes if kind == CITE else turns[index].related
    return next((quote for quote in quotes if quote.number == number), None)


def _whole(
    article_id: str,
    archive: Archive,
    texts: Texts,
    marks: Sequence[tuple[int, int]],
    back: str,
) -> str:
    found = archive.article(article_id)
    if found is None:
        return gone(texts)
    return whole_article(*found, texts, marks=marks, back=back)


def gone(texts: Texts) -> str:
    """Return what is shown in the place of an article that the archive no longer holds."""
    return f'<p class="wb-notice">{texts.gone}</p>'
