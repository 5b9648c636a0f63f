"""Makes text that was read off a page, or typed by a reader, harmless in HTML and in Markdown."""

from __future__ import annotations

import html
import re

# What Markdown gives a meaning anywhere in a line: `*`, `_`, `[`, `` ` ``, `$`, ...
_MARKUP = re.compile(r"[\\`*_\[\]#~|!$^{}]")
# What it gives a meaning at a line's start: `- `, `+ `, `= `, `1. `, `2) `
_LINE_START = re.compile(r"^(\s*)(?:([-+=])|(\d+)([.)]))", re.MULTILINE)
# What it makes a link of its own accord: `https://`, `www.`, `name@`
_LINK = re.compile(r"(?<=[a-zA-Z])(:)(?=//)|(?<=www)(\.)|(@)", re.IGNORECASE)


def as_html(text: str) -> str:
    """Return `text` such that HTML shows it as it is, in elements and in quoted attributes."""
    return html.escape(text, quote=True)


def as_markdown(text: str) -> str:
    """Return `text` such that Markdown with HTML in it shows it as it is.

    Indents are dropped, since an indented line would become a block of code.
    """
    lines = "\n".join(line.strip() for line in text.splitlines())
    escaped = _MARKUP.sub(r"\\\g<0>", lines)
    escaped = escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    escaped = _LINE_START.sub(_escaped_start, escaped)
    return _LINK.sub(r"\\\g<0>", escaped)


def _escaped_start(match: re.Match[str]) -> str:
    space, sign, number, mark = match.groups()
    return f"{space}\\{sign}" if sign else f"{space}{number}\\{mark}"
