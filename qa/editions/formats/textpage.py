"""Read pages of plain text and Markdown, as OCR and layout tools write them."""

from __future__ import annotations

from qa.editions.formats.source import PageText
from qa.editions.identity import from_front_matter, front_matter_end
from qa.editions.layout.blocks import Line, text_lines
from qa.editions.layout.indents import with_indents
from qa.editions.layout.set_type import join_set_lines
from qa.types import Role


def read_text_page(source: str, name: str) -> PageText:
    """Return the lines of a page of text; a front matter block is one line of furniture."""
    end = front_matter_end(source)
    lines = with_indents(join_set_lines(text_lines(source), source), source)
    if end:
        printed = source[:end].strip().lstrip("\ufeff").strip()
        start = source.index(printed)
        block = Line(printed, start, start, start + len(printed), role=Role.FURNITURE)
        lines = [block, *(line for line in lines if line.start >= end)]
    return PageText(name, source, tuple(lines), from_front_matter(source))
