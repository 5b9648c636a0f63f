"""Takes off what a language model sets around its words though it is told not to."""

from __future__ import annotations

import re

# `<script>alert(1)</script>`, `<b>`, `![x](http://…/p.png)`, `[the site](http://…)`, `http://…`
_HIDDEN = re.compile(
    r"<(script|style)\b.*?</\1\s*>|</?[a-z!][^<>\n]{0,200}>|!\[[^\]\n]*\]\([^)\s]*\)"
    r"|(?<=\])\([^)\s]*\)|https?://[^\s\u3000-\u9fff，。；）]*",
    re.IGNORECASE | re.DOTALL,
)
_LINKED = re.compile(r"\[([^\[\]\n]{1,60})\]")
# `\(85.14\)`, `$\boxed{85.14}$`, `85\%`
_LATEX = re.compile(
    r"\\[()\[\]]|\\(?:boxed|text|textbf|mathrm|mathbf)\s*\{([^{}\n]*)\}|\\(?=[%$&_#])"
)
_DOLLARS = re.compile(r"\$(?=[^$\n]*\\)([^$\n]*)\$")
# `**85.14万剂次**`, `*85.14万*`
_EMPHASIS = re.compile(r"\*\*|__|~~|`+|\*(?=\S)([^*\n]+?)(?<=\S)\*")
# `## `, `- `, `> `, and the rules of a table: at the beginning of a line
_LINE_START = re.compile(r"^[ \t]*(?:#{1,6}[ \t]+|(?:[-*•·+]|>)[ \t]+|\|[ \t]*)", re.MULTILINE)
_CELLS = re.compile(r"[ \t]*\|[ \t]*$|[ \t]*\|[ \t]*", re.MULTILINE)

# `## 答案`, `| 项目 | 数量 |`, `|---|`, `---`, "```text", `**依据**:`, `为什么?`
_NO_SENTENCE = re.compile(
    r"\s*(?:#{1,6}\s[^\n]*|\|[^\n\d]*\||[-*_=|:\s]+|```\w*|\*\*[^*\n]{1,20}\*\*\s*[:：]?|[^\n。]{1,12}[:：]|[^\n。]*[?？])\s*"
)
_WORD = re.compile(r"[^\W_]")


def bare(text: str) -> str:
    """Return the words of `text` without marks of Markdown, HTML and LaTeX, and without links."""
    plain = _LINKED.sub(r"\1", _HIDDEN.sub("", text))
    plain = _LATEX.sub(lambda found: found[1] or "", _DOLLARS.sub(r"\1", plain))
    plain = _LINE_START.sub("", plain)
    return _CELLS.sub(" ", _EMPHASIS.sub(lambda found: found[1] or "", plain))


def is_scaffold(text: str) -> bool:
    """Return whether `text`, which cites nothing, says nothing: a heading, a rule, a question."""
    return bool(_NO_SENTENCE.fullmatch(text)) or not _WORD.search(bare(text))
