"""Cuts a text that comes in pieces into sentences, each with the marks that cite for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.generation.marks import PLAIN, SUBJECT_OF, is_led_by_marks, may_become_a_mark, normalised

if TYPE_CHECKING:
    from collections.abc import Iterator

_STOPS = "。！？!?"
_CLOSED_BY = {
    "“": "”",
    "「": "」",
    "『": "』",
    "《": "》",
    "(": ")",
    "（": "）",
    "[": "]",
    "【": "】",
}
_LONGEST = 1500  # characters; what has no stop in so many is no sentence
_LONGEST_QUOTE = 400  # characters; what is open longer was not meant to be closed
_LABEL = 8  # characters of a line in which it may turn out to be a mark: `依据:[2]`

# `85.|14`, `Aug.| 31`, `U.S.| company`, `\n10.| `: stops after which a sentence goes on
_ABBREVIATED = re.compile(
    r"(?:\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mr|mrs|ms|dr|prof|nos?|st|mt|vs|inc|ltd|co|corp|jr|sr"
    r"|gen|col|capt|lt|sgt|gov|sen|rep|rev|hon|dept|est|approx|fig|vol|e\.g|i\.e|a\.m|p\.m)|\b[a-z]"
    r"|(?:^|\n)[ \t]*\d{1,2})$",
    re.IGNORECASE,
)
_ENDS_WORDS = re.compile(r"[a-z\d)\]%”\"\u4e00-\u9fff]$", re.IGNORECASE)
# What of the stop itself is still to come: `！”`
_CLOSING = re.compile(rf"[{_STOPS}]*[”’」』)）》\"]*")
_MARKS = rf"(?:[ \t]*{PLAIN})+"
# All of them, the last one too, or none: `[1]`, but not of `[1][2]显示`
_MARKS_BEHIND = re.compile(rf"(?>{_MARKS})(?!{SUBJECT_OF})[ \t]*[。.．]*")
# `[2]|的报`: what may turn out to say what the passage tells
_MAY_SAY = re.compile(rf"{_MARKS}(?:[\u4e00-\u9fff]{{1,5}}| [a-z]{{1,9}})")
_MARKS_LAST = re.compile(rf"{_MARKS}[ \t]*[。.．]*(?=[ \t]*(?:\n|$))")
# `\n[2]\n`: marks on a line of their own
_MARKS_BELOW = re.compile(rf"\s*\n\s*{_MARKS_LAST.pattern}")
# `原因有两个:|\n`: what leads on over the end of a line
_LEADS_ON = re.compile(r"(?:[:：,，、]\s*|^\s*)$")


class SentenceCutter:
    """Cuts a text that comes in pieces into sentences, each as soon as it is whole."""

    def __init__(self) -> None:
        """Begin with no text."""
        self._text = ""
        self._begin()

    def _begin(self) -> None:
        self._seen = 0  # characters after none of which the sentence ends
        self._open: list[str] = []  # what is to close the quotes and brackets that are open there
        self._opened = 0

    def cut(self, piece: str) -> Iterator[str]:
        """Take a piece of text; yield the sentences that it makes whole, marks written `[2]`."""
        self._text += piece
        yield from self._sentences(last=False)

    def whole(self) -> Iterator[str]:
        """Yield the sentences that are whole though they seemed to wait for a mark."""
        yield from self._sentences(last=True)

    def rest(self) -> Iterator[str]:
        """Yield the sentences of what is left when no more comes."""
        yield from self.whole()
        yield normalised(self._text)
        self._text = ""

    def _sentences(self, *, last: bool) -> Iterator[str]:
        while end := self._end(last=last):
            yield normalised(self._text[:end])
            self._text = self._text[end:]
            self._begin()

    def _end(self, *, last: bool) -> int:
        """Return where the first sentence ends; 0 where that is still to come."""
        while self._seen < len(self._text):
            if self._may_end():
                tail = normalised(self._text[self._seen + 1 :])
                length = self._behind(tail)
                if not last and _is_open(tail, length):
                    return 0
                if self._ends(tail, length):
                    self._text = self._text[: self._seen + 1] + tail
                    return self._seen + 1 + length
            self._step()
        return self._seen if self._seen > _LONGEST else 0

    def _step(self) -> None:
        """Go on by a character, in or out of a quote or bracket."""
        character = self._text[self._seen]
        self._seen += 1
        if character == "\n" or self._seen - self._opened > _LONGEST_QUOTE:
            self._open = []
        if character in self._open:
            del self._open[self._open.index(character) :]
        elif character in _CLOSED_BY or character == '"':
            self._open.append(_CLOSED_BY.get(character, character))
            self._opened = self._seen

    def _may_end(self) -> bool:
        """Return whether a sentence may end behind the next character."""
        character, before = self._text[self._seen], self._text[max(0, self._seen - 12) : self._seen]
        if character == "\n":
            return not _LEADS_ON.search(self._text[: self._seen])
        if self._open:  # only with its last quote: `。|”`
            return [character] == self._open and before[-1:] in (*_STOPS, ".")
        if character in ".．":
            return bool(_ENDS_WORDS.search(before)) and not _ABBREVIATED.search(before)
        return character in _STOPS

    def _behind(self, tail: str) -> int:
        """Return how much of what follows a stop belongs to its sentence."""
        end = _CLOSING.match(tail).end()  # type: ignore[union-attr]
        led = is_led_by_marks(self._text[:_LABEL])
        if marks := (_MARKS_LAST if led else _MARKS_BEHIND).match(tail, end):
            end = marks.end()
        line = "\n" if self._text[self._seen] == "\n" else ""
        if below := _MARKS_BELOW.match(line + tail[end:]):
            end += below.end() - len(line)
        spaces = len(tail) - end - len(tail[end:].lstrip())
        return end + spaces

    def _ends(self, tail: str, length: int) -> bool:
        character = self._text[self._seen]
        if self._open and character != "\n":  # `“……。”刘素英说。` is one sentence
            return "[" in tail[:length]
        if character == "!" and tail[:1] == "[":
            return tail[1:2].isdecimal()  # else a picture: `![x](…)`
        return character not in ".．" or not tail or tail[0].isspace() or tail[0] in "[(（【"


def _is_open(tail: str, length: int) -> bool:
    """Return whether more of the text may belong to the sentence whose end `tail` follows."""
    rest = tail[length:]
    if not rest or may_become_a_mark(rest) or _MAY_SAY.fullmatch(tail):
        return True
    return "\n" in tail[:length] and len(rest) < _LABEL and "\n" not in rest
