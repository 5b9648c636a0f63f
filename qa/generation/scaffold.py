"""Takes off what a language model sets around its words though it is told not to."""

from __future__ import annotations

import re

from qa.text import fold

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
_CELLS = re.compile(r"(?:[ \t]*\|)+[ \t]*$|(?:[ \t]*\|)+[ \t]*", re.MULTILINE)
# `答:`, `A: `, `好的,以下是根据报纸片段整理的答案:`
_ANNOUNCES = re.compile(
    r"^\s*(?:(?:答案?|回答|结论|a|answer|final answer)\s*[:：]"
    r"|(?:[^\n。:：]{0,8}[,，])?(?:以下|下面)是[^\n。\d:：]{0,24}[:：])\s*",
    re.IGNORECASE,
)

# `## 答案`, `| 项目 | 数量 |`, `|---|`, `---`, "```text", `**依据**:`, `为什么?`
_NO_SENTENCE = re.compile(
    r"\s*(?:#{1,6}\s[^\n]*|\|[^\n\d]*\||[-*_=|:\s]+|```\w*|\*\*[^*\n\d]{1,20}\*\*\s*[:：]?|[^\n。]{1,12}[:：]|[^\n。]*[?？])\s*"
)
# `希望以上信息对您有帮助。`, `如果您还有其他问题,请随时提问。`, `Let me know if …`: to the reader
_POLITE = re.compile(
    r"\W*(?:希望(?:.{0,12}[对给为][您你]|(?:以上|上述|这些?)(?:信息|内容|回答|答案)).{0,6}帮助|(?:如果?|若)(?:您|你|还有|有(?:任何|其他|更多)|需).{0,16}(?:问题|疑问|更多|了解)|(?:请|欢迎)随时.{0,6}(?:[提询]?问|联系我|告[诉知])"
    r"|(?:好的|当然|没问题|sure|certainly)\W*$|(?:i )?hope (?:this|that|it)"
    r"|(?:please )?(?:let me know|feel free))",
    re.IGNORECASE,
)
# `思考:先看片段。`, `推理过程:…`: a thought that nothing in the reply sets apart
_THOUGHT = re.compile(
    r"\W*(?:思考|推理|思路)(?:过程|步骤)?\s*[:：]|\W*(?:thinking|reasoning)(?: process)?\s*:",
    re.IGNORECASE,
)
# `来源:《江城日报》2024-04-10`, which cites by no number
_SOURCE = re.compile(r"\W*(?:资料|信息|参考|引用|数据)?(?:来源|出处|资料|文献)\s*[:：]\s*《.*")
_WORD = re.compile(r"[^\W_]")
# `是的。`, `没有,`, `Yes.`: the answer to a question that asks whether
_VERDICT = re.compile(
    r"\W*(?:[是对会能有]的?|不(?:是的?|对|会|能|行)|没有?|没错|正确|可以|不可以|否|yes|no|correct)\W*",
    re.IGNORECASE,
)
# What a line that tells a source has, and no other: `《江城日报》`, `第01版`, `2024-04`
_TELLS_SOURCE = re.compile(r"《|版|\d{4}\s?[-/.年]\s?\d")
_OF_SOURCES = frozenset("年月日第版期页号记者通讯员来源出处参考资料标题片段")
# `桐桐桐桐桐桐`, `好的好的好的好的好的好的`: what a model falls into and does not get out of
_RUNS_ON = re.compile(r"((?=[^\W\d_]).{1,60}?)\1{5,}", re.DOTALL)


def bare(text: str) -> str:
    """Return the words of `text` without marks of Markdown, HTML and LaTeX, and without links."""
    plain = _LINKED.sub(r"\1", _HIDDEN.sub("", text))
    plain = _LATEX.sub(lambda found: found[1] or "", _DOLLARS.sub(r"\1", plain))
    plain = _LINE_START.sub("", plain)
    plain = _CELLS.sub(" ", _EMPHASIS.sub(lambda found: found[1] or "", plain))
    return _ANNOUNCES.sub("", plain)


def is_scaffold(text: str) -> bool:
    """Return whether `text`, which cites nothing, says nothing: a heading, a courtesy."""
    says_nothing = _NO_SENTENCE.fullmatch(text) or _POLITE.match(text) or _SOURCE.match(text)
    return bool(says_nothing or is_thought(text)) or not _WORD.search(bare(text))


def is_thought(text: str) -> bool:
    """Return whether a model only thinks in `text`, and says so."""
    return bool(_THOUGHT.match(bare(text)))


def is_verdict(text: str) -> bool:
    """Return whether all that `text` says is yes or no."""
    return bool(_VERDICT.fullmatch(bare(text)))


def runs_on(text: str) -> bool:
    """Return whether `text` says the same words over and over."""
    return bool(_RUNS_ON.search(text))


def names_source(text: str, heading: str) -> bool:
    """Return whether `text` has no words but those of the heading of what it cites."""
    characters = set(filter(str.isalnum, fold(text)))
    return bool(_TELLS_SOURCE.search(text)) and characters <= {*fold(heading), *_OF_SOURCES}
