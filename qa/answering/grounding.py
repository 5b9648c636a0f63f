"""Checks what a language model writes, sentence by sentence, against the passages it cites."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qa.answering.claims import claims, support, together
from qa.answering.evidence import Evidence
from qa.answering.quoting import citation
from qa.text import sentences, terms
from qa.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.answering.claims import Claim, Support
    from qa.types import Citation, Hit

_MOST_QUOTES = 3  # of one passage for one sentence

# `[2]`, `【1】`, `[1, 3]`: what a sentence cites
_MARKS = re.compile(r"[ \t]*[\[【［]\s*(\d+(?:\s*[,，、]\s*\d+)*)\s*[\]】］]")

# A whole sentence with the marks that follow it; a line ends one unless it leads to the next:
# `推迟到8月底。[1]`, `It is put off [1]. `, `原因有两个:\n`
_SENTENCE = re.compile(
    r".*?(?:[。！？!?；]+|(?<=[a-z\d)\]%”\"]{2})\.(?=\s|$|[\[【])|(?<![:：\n])\n+)[”’」』)）\"]*"
    rf"(?:{_MARKS.pattern})*",
    re.DOTALL,
)

# What a model sets around words though it is told not to: `**85.14万剂次**`, `## 答案`, `- `
_MARKDOWN = re.compile(r"\*\*|__|`|^[ \t]*(?:#{1,6}|[-*•])[ \t]+", re.MULTILINE)

# `9月4日的报纸说`: a day that is the edition's
_NAMES_AN_EDITION = re.compile(
    r"[报刊版期]|报道|\b(?:paper|edition|issue|report(?:s|ed)?)\b", re.IGNORECASE
)
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_ENDS = ".。！？!?；;,，"


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with its citations, and what of it they do not hold."""

    text: str  # without its marks
    citations: tuple[Citation, ...]
    unsupported: tuple[str, ...]


class SentenceCutter:
    """Cuts a text that comes in pieces into sentences, each as soon as it is whole."""

    def __init__(self) -> None:
        """Begin with no text."""
        self._text = ""

    def cut(self, piece: str) -> Iterator[str]:
        """Take a piece of text; yield the sentences that it makes whole."""
        self._text += piece
        # What comes next may be a mark of the last sentence.
        while (match := _SENTENCE.match(self._text)) and self._goes_on_after(match.end()):
            yield match.group()
            self._text = self._text[match.end() :]

    def _goes_on_after(self, end: int) -> bool:
        rest = self._text[end:].lstrip(" \t")
        return bool(rest) and rest[0] not in "[【［.。"

    def rest(self) -> Iterator[str]:
        """Yield the sentences of what is left when no more comes."""
        while self._text:
            match = _SENTENCE.match(self._text)
            end = match.end() if match else len(self._text)
            yield self._text[:end]
            self._text = self._text[end:]


class Checker:
    """Checks the sentences of one answer, and numbers what they quote from 1."""

    def __init__(self, passages: Sequence[Hit]) -> None:
        """Take the passages as the prompt numbers them."""
        self._passages = passages
        self._cited: dict[tuple[str, int], Citation] = {}

    def checked(self, sentence: str) -> Said | None:
        """Return `sentence` with what it cites; None where nothing that it cites bears it."""
        plain = _MARKDOWN.sub("", _MARKS.sub("", sentence))
        marks = dict.fromkeys(re.findall(r"\d+", ",".join(_MARKS.findall(sentence))))
        cited = [self._passages[int(one) - 1] for one in marks if self._is_known(int(one))]
        quotes = [quote for hit in cited for quote in _quotes(plain, hit)]
        if not quotes or not plain.strip(f"{_ENDS}:： \n"):
            return None
        said = together(_support(hit, span) for hit, span in quotes)
        days = {hit.edition.date for hit, _ in quotes}
        if _NAMES_AN_EDITION.search(plain):
            said = replace(said, days=(*said.days, *((one, one) for one in days if one)))
        day = days.pop() if len(days) == 1 else None
        missing = (claim.text for claim in claims(plain, day) if not said.holds(claim))
        citations = dict.fromkeys(self._citation(hit, span) for hit, span in quotes)
        return Said(plain, tuple(citations), tuple(dict.fromkeys(missing)))

    def _is_known(self, mark: int) -> bool:
        return 1 <= mark <= len(self._passages)

    def _citation(self, hit: Hit, span: Span) -> Citation:
        key = (hit.article.id, span.start)
        if key not in self._cited:
            self._cited[key] = citation(len(self._cited) + 1, Evidence(hit, span, 0.0))
        return self._cited[key]

    @property
    def citations(self) -> tuple[Citation, ...]:
        """What has been quoted so far, by number."""
        return tuple(self._cited.values())


def _support(hit: Hit, span: Span) -> Support:
    return support(hit.article, hit.edition, span.start, span.end)


def _quotes(plain: str, hit: Hit) -> list[tuple[Hit, Span]]:
    """Return the sentences of a passage that bear `plain`: those that hold most of its claims.

    None where the passage has not a word in common with it, if both are Chinese: then the mark
    points at a passage that the sentence is not from.
    """
    start = hit.passage.start
    spans = [Span(start + one.start, start + one.end) for one in sentences(hit.passage.text)]
    words = set(terms(plain))
    shared = [len(words & set(terms(hit.article.text[one.start : one.end]))) for one in spans]
    if not spans or (not max(shared) and _CHINESE.search(plain)):
        return []
    open_claims = claims(plain, hit.edition.date)
    chosen: list[int] = []
    while len(chosen) < _MOST_QUOTES:
        gains = [_held(open_claims, hit, one) for one in spans]
        best = max(range(len(spans)), key=lambda i: (gains[i], shared[i], -i))
        if chosen and not gains[best]:
            break
        chosen.append(best)
        says = _support(hit, spans[best])
        open_claims = [claim for claim in open_claims if not says.holds(claim)]
    return [(hit, spans[i]) for i in sorted(dict.fromkeys(chosen))]


def _held(open_claims: Sequence[Claim], hit: Hit, span: Span) -> int:
    says = _support(hit, span)
    return sum(says.holds(claim) for claim in open_claims)
