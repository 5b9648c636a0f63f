"""The panel beside the chat: the cited passage with its sentence highlighted, and its article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote as urlquote

from qa.citing import reference
from ui.escape import as_html
from ui.messages import CITE, RELATED, place, shown_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa import Archive
    from qa.types import Article, Edition
    from ui.conversation import Quote, Turn
    from ui.wording import Texts

# What a link opens, in its `data-open`; its `href` is where the same opens in a tab of its own.
WHOLE = "whole"  # whole-cite-TURN-NUMBER: the article of a quote
ARTICLE = "article"  # article-ID
TIMELINE = "timeline"  # timeline-TURN: the story that a turn asks of
UP = "up"  # the chat, above the sources on a phone

# The end of a reference, which is not to be broken at its hyphens: `2024-10-16(01)`
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:\(\w+\))?\.$")

_LEFT_OUT = '<span class="wb-left-out" aria-hidden="true">……</span>'


def source_panel(turn: Turn, index: int, chosen: Quote, archive: Archive, texts: Texts) -> str:
    """Return the panel that shows `chosen`, a quote of turn `index`, and the turn's other ones."""
    found = archive.article(chosen.article_id)
    if found is None:
        return f'<p class="wb-notice">{texts.gone}</p>'
    cited = chosen in turn.quotes
    kind = CITE if cited else RELATED
    label = texts.source_number.format(number=chosen.number) if cited else texts.related
    others = [quote for quote in turn.quotes if quote != chosen]
    related = [quote for quote in turn.related if quote != chosen]
    return "".join(
        (
            f'<section class="wb-source" aria-label="{label}" data-shows="{kind}-{index}-'
            f'{chosen.number}">',
            f'<h2 class="wb-eyebrow">{label}</h2>',
            article_head(*found, texts),
            _passage(chosen, found[0]),
            _actions(chosen, index, kind, texts),
            _also_in(chosen, archive, texts),
            reference_block(*found, texts),
            _list(texts.other_sources, CITE, others, index, archive, texts),
            _list(texts.related, RELATED, related, index, archive, texts),
            "</section>",
        )
    )


def article_head(article: Article, edition: Edition, texts: Texts) -> str:
    """Return where an article stands, with its banner, kicker, headline, subhead and byline."""
    banner = f'<span class="wb-banner">{as_html(article.banner)}</span>' if article.banner else ""
    lines = (
        ("p", "wb-place", as_html(place(article, edition, texts)) + banner),
        ("p", "wb-kicker", as_html(article.kicker)),
        ("h3", "wb-headline", as_html(shown_title(article))),
        ("p", "wb-subhead", as_html(article.subhead)),
        ("p", "wb-byline", as_html(article.byline)),
    )
    return "".join(f'<{tag} class="{name}">{line}</{tag}>' for tag, name, line in lines if line)


def marked(text: str, start: int, end: int, marks: Sequence[tuple[int, int]]) -> str:
    """Return ``text[start:end]`` as paragraphs, with what lies in `marks` highlighted.

    `marks` are half-open, in `text`, sorted and apart from each other.
    """
    paragraphs = []
    for line_start, line_end in _lines(text, start, end):
        at, shown = line_start, []
        for mark_start, mark_end in marks:
            first, last = max(mark_start, at), min(mark_end, line_end)
            if first < last:
                shown.append(as_html(text[at:first]))
                shown.append(f"<mark>{as_html(text[first:last])}</mark>")
                at = last
        shown.append(as_html(text[at:line_end]))
        paragraphs.append(f"<p>{''.join(shown)}</p>")
    return "".join(paragraphs)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if stop > start:
            yield start, stop
        start = stop + 1


def _passage(quote: Quote, article: Article) -> str:
    is_title = quote.start >= len(article.text)
    body = _title(quote, article) if is_title else _sentences(quote, article)
    return f'<blockquote class="wb-passage">{body}</blockquote>'


def _title(quote: Quote, article: Article) -> str:
    mark = [(quote.start, quote.end)]
    return marked(article.quotable, quote.passage_start, quote.passage_end, mark)


def _sentences(quote: Quote, article: Article) -> str:
    text = article.text
    body_start = len(article.byline) + 1 if article.byline else 0
    quotes_byline = quote.start < min(quote.end, body_start)
    first = 0 if quotes_byline else body_start  # the byline stands above already
    start = max(quote.passage_start, first)
    body = marked(text, start, quote.passage_end, [(quote.start, quote.end)])
    if start > first:
        body = body.replace("<p>", f"<p>{_LEFT_OUT}", 1)
    if text[quote.passage_end :].strip():
        body = f"{body.removesuffix('</p>')}{_LEFT_OUT}</p>"
    return body


def _actions(quote: Quote, index: int, kind: str, texts: Texts) -> str:
    opens = f"{WHOLE}-{kind}-{index}-{quote.number}"
    link = article_link(quote.article_id, opens)
    story = f'<a href="#" data-open="{TIMELINE}-{index}">{texts.timeline}</a>'
    return actions(f"<a {link}>{texts.read_article}</a>{story}", texts)


def actions(links: str, texts: Texts) -> str:
    """Return a row of links, the last of which leads a phone's reader back up to the chat."""
    up = f'<a class="wb-up" href="#" data-open="{UP}">↑ {texts.up}</a>'
    return f'<p class="wb-actions">{links}{up}</p>'


def article_link(article_id: str, opens: str) -> str:
    """Return the attributes of a link to an article that opens in place where it can."""
    return f'href="{_address(article_id)}" data-open="{as_html(opens)}"'


def _address(article_id: str) -> str:
    return f"?{ARTICLE}={urlquote(article_id)}"


def reference_block(article: Article, edition: Edition, texts: Texts) -> str:
    """Return the reference to an article, with the buttons that copy it and the article's link."""
    line = _DATE.sub(
        r'<span class="wb-unbroken">\g<0></span>', as_html(reference(article, edition))
    )
    copy = f'<button type="button" class="wb-copy" data-done="{texts.copied}"'
    return (
        f'<div class="wb-reference"><h4>{texts.reference}</h4><p class="wb-copied">{line}</p>'
        f"{copy}>{texts.copy}</button>"
        f'{copy} data-link="{_address(article.id)}">{texts.copy_link}</button></div>'
    )


def _also_in(quote: Quote, archive: Archive, texts: Texts) -> str:
    """Return the other editions that carried the quoted article's text."""
    carried = [found for id_ in quote.also_in if (found := archive.article(id_)) is not None]
    items = [
        _item(article, edition, f"{ARTICLE}-{article.id}", texts) for article, edition in carried
    ]
    return _listed(texts.also_in, items)


def _list(
    heading: str, kind: str, quotes: Sequence[Quote], index: int, archive: Archive, texts: Texts
) -> str:
    items = []
    for quote in quotes:
        if (found := archive.article(quote.article_id)) is None:
            continue
        number = f'<span class="wb-number">{quote.number}</span>' if kind == CITE else ""
        items.append(_item(*found, f"{kind}-{index}-{quote.number}", texts, number))
    return _listed(heading, items)


def _item(article: Article, edition: Edition, opens: str, texts: Texts, number: str = "") -> str:
    return (
        f"<li><a {article_link(article.id, opens)}>{number}"
        f'<span class="wb-title">{as_html(shown_title(article))}</span>'
        f'<span class="wb-place">{as_html(place(article, edition, texts))}</span></a></li>'
    )


def _listed(heading: str, items: Sequence[str]) -> str:
    return f'<h4>{heading}</h4><ul class="wb-list">{"".join(items)}</ul>' if items else ""
