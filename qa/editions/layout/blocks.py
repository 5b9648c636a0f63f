"""Lines of a page before their role is known, and the check that no character of it is lost."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from qa.errors import EditionError

if TYPE_CHECKING:
    from qa.types import Block, Role

# `## 精准推进疫苗接种 ##`: the marks of a Markdown heading.
_HEADING = re.compile(r"(#{1,6})[ \t\u3000]*(?P<text>.*?)(?:[ \t]+#+)?[ \t]*$")

# `**加粗的标题**`: a line that is bold from end to end.
_BOLD = re.compile(r"(\*\*|__)(?P<text>[^*_]+)\1[ \t]*$")

BOLD = 6  # the level of a line that is no heading but bold


class Line(NamedTuple):
    """One run of text as its form gives it: `source[text_start:][: len(text)] == text`."""

    text: str
    text_start: int
    start: int  # with markup, such as `## `
    end: int
    level: int = 0  # of a heading, 1 the highest; 0 for a plain paragraph
    role: Role | None = None  # where the form itself says it
    whole: bool = False  # the form gives it as a whole paragraph of running text


def text_lines(source: str) -> list[Line]:
    """Return the lines of a text or Markdown page that are not blank."""
    lines: list[Line] = []
    start = 0
    for printed in source.splitlines(keepends=True):
        if printed.strip():
            lines.append(_text_line(printed, start))
        start += len(printed)
    return lines


def _text_line(printed: str, at: int) -> Line:
    left = at + len(printed) - len(printed.lstrip())
    content = printed.strip()
    end = left + len(content)
    heading = _HEADING.match(content)
    if heading and heading["text"].strip():
        text_start = left + heading.start("text")
        return Line(heading["text"].rstrip(), text_start, left, end, level=len(heading[1]))
    bold = _BOLD.match(content)
    if bold and bold["text"].strip():
        inner = bold["text"]
        text_start = left + bold.start("text") + len(inner) - len(inner.lstrip())
        return Line(inner.strip(), text_start, left, end, level=BOLD)
    return Line(content, left, left, end)


def check_nothing_lost(source: str, blocks: Iterable[Block], name: str) -> None:
    """Check that every character but white space lies in exactly one block.

    Raises:
        EditionError: if one was lost or is in two blocks, which is a fault of this program.
    """
    end = 0
    for block in sorted(blocks, key=lambda block: block.span.start):
        if block.span.start < end:
            raise EditionError(_fault(name, f"characters {block.span.start} to {end} read twice"))
        if source[end : block.span.start].strip():
            raise EditionError(_fault(name, f"characters {end} to {block.span.start} lost"))
        end = block.span.end
    if source[end:].strip():
        raise EditionError(_fault(name, f"characters from {end} on lost"))


def _fault(name: str, what: str) -> str:
    return f"{name}: {what} while cutting it into blocks; please report this with the file"
