"""A turn of the conversation as chat messages in Markdown, with its citations as numbered chips."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ui.escape import as_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa import Archive
    from qa.types import Article, Edition
    from ui.conversation import Quote, Turn
    from ui.wording import Texts

Message = dict[str, Any]

CITE, RELATED = "cite", "related"  # a chip's address: #cite-TURN-NUMBER
ANY_DAY = "anyday"  # the address that asks without a question's own dates: #anyday-TURN

_FIRST_WORDS = 28  # characters

# A citation's mark in an answer's text: `……通水。[1]`, `[2][3]`
_MARK = re.compile(r"\[(\d+)\]")
# Where an answer can be cut to be shown bit by bit: before a paragraph.
_PARAGRAPH = re.compile(r"\n\n(?=\S)")


def question_message(question: str) -> Message:
    """Return a reader's question."""
    return {"role": "user", "content": as_markdown(question)}


def answer_message(turn: Turn, index: int, archive: Archive, texts: Texts) -> Message:
    """Return what is said to turn `index` of the conversation."""
    parts = _abstention(turn, index, archive, texts) if turn.abstained else _answer(turn, index)
    return {"role": "assistant", "content": "\n\n".join((*parts, *_understood(turn, index, texts)))}


def notice_message(text: str) -> Message:
    """Return a word of the program's own, such as why something did not work."""
    return {"role": "assistant", "content": f"*{as_markdown(text)}*"}


def conversation_messages(turns: Sequence[Turn], archive: Archive, texts: Texts) -> list[Message]:
    """Return the messages of all turns."""
    return [
        message
        for index, turn in enumerate(turns)
        for message in (
            question_message(turn.question),
            answer_message(turn, index, archive, texts),
        )
    ]


def pieces(content: str) -> Iterator[str]:
    """Yield ever more of an answer, a paragraph at a time."""
    yield from (content[: match.start()] for match in _PARAGRAPH.finditer(content))
    yield content


def shown_title(article: Article) -> str:
    """Return the headline, or for an article without one its first words."""
    start = len(article.byline) + 1 if article.byline else 0
    text = article.text[start:].replace("\n", " ")
    short = text if len(text) <= _FIRST_WORDS else f"{text[:_FIRST_WORDS]}…"
    return article.headline or short


def place(article: Article, edition: Edition, texts: Texts) -> str:
    """Return where an article stands: `岚江日报 · 2024年10月16日 星期三 · 第01版`."""
    parts = (edition.paper, texts.day(edition.date), texts.page_name(article.page))
    return " · ".join(part for part in parts if part)


def _answer(turn: Turn, index: int) -> Iterator[str]:
    known = {quote.number for quote in turn.quotes}
    first, *rest = (_with_chips(line, index, known) for line in turn.text.split("\n") if line)
    if not any(f"](#{CITE}-" in line for line in (first, *rest)):
        rest.append("".join(_chip(index, quote.number) for quote in turn.quotes))
    short = rest and f"](#{CITE}-" not in first  # the answer itself, before what it stands on
    yield f"**{first}**" if short else first
    yield from rest


def _with_chips(line: str, index: int, known: set[int]) -> str:
    shown: list[str] = []
    end = 0
    for match in _MARK.finditer(line):
        if int(match[1]) in known:
            shown += (as_markdown(line[end : match.start()]), _chip(index, int(match[1])))
            end = match.end()
    return "".join((*shown, as_markdown(line[end:])))


def _chip(index: int, number: int) -> str:
    return f"[{number}](#{CITE}-{index}-{number})"


def _abstention(turn: Turn, index: int, archive: Archive, texts: Texts) -> Iterator[str]:
    yield f"> **{as_markdown(turn.text)}**"
    lines = [
        line
        for quote in turn.related
        if (line := _related_line(quote, index, archive, texts)) is not None
    ]
    if lines:
        yield f"{texts.not_found_more}"
        yield "\n".join(lines)


def _related_line(quote: Quote, index: int, archive: Archive, texts: Texts) -> str | None:
    found = archive.article(quote.article_id)
    if found is None:
        return None
    article, edition = found
    title = as_markdown(shown_title(article))
    address = f"#{RELATED}-{index}-{quote.number}"
    return f"- [{title}]({address}) {as_markdown(place(article, edition, texts))}"


def _understood(turn: Turn, index: int, texts: Texts) -> Iterator[str]:
    notes = [as_markdown(turn.note)] if turn.note else []
    if turn.searched.strip() != turn.question.strip() and not turn.dated:
        notes.append(texts.searched_as.format(searched=as_markdown(turn.searched)))
    if turn.filters:
        notes.append(texts.asked_of.format(filters=as_markdown(turn.filters)))
    if turn.dated:
        notes.append(f"[{texts.any_day}](#{ANY_DAY}-{index})")
    if notes:
        yield f"*{' · '.join(notes)}*"
