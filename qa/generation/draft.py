"""Keeps of a language model's sentences those that citations bear, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.generation.declining import NOT_FOUND, apologises, declines, finds_nothing
from qa.generation.grounding import Checker
from qa.generation.marks import without_marks
from qa.generation.notes import remarks
from qa.generation.scaffold import is_scaffold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.generation.grounding import Said
    from qa.types import Citation, Hit


class Draft:
    """An answer as a language model writes it."""

    def __init__(self, passages: Sequence[Hit]) -> None:
        """Begin with nothing said.

        Args:
            passages: as the prompt numbers them.
        """
        self._checker = Checker(passages)
        self._said: list[Said] = []
        self._waiting: list[str] = []  # cite nothing: the paragraph's next mark may serve them
        self._first_words = ""
        self._finds = False  # something, and not only that nothing is said
        self.left_out = 0  # sentences
        self.declined = False

    def take(self, sentence: str) -> bool:
        """Take a sentence; return whether there is more to show than before."""
        self._first_words = self._first_words or sentence * any(map(str.isalnum, sentence))
        if self._is_not_found or not sentence.strip():
            return False
        before = len(self._said)
        plain, marks = without_marks(sentence)
        if not marks:
            self._wait(sentence)
        elif apologises(plain) and not finds_nothing(plain):
            self.declined = True
        else:
            self._lend(marks)
            self._keep(self._checker.checked(sentence), plain)
        if sentence.endswith("\n\n"):
            self.close()
        return self._finds and len(self._said) > before

    def _wait(self, sentence: str) -> None:
        if is_scaffold(sentence) or NOT_FOUND.match(sentence):
            return
        self.declined |= declines(sentence) and not finds_nothing(sentence)
        self._waiting.append(sentence)

    def _lend(self, marks: Sequence[int]) -> None:
        for sentence in self._waiting:
            self._keep(self._checker.lent(sentence, marks), sentence)
        self._waiting = []

    def _keep(self, said: Said | None, sentence: str) -> None:
        if said is None:
            self.left_out += 1
        elif said.text.strip() not in {one.text.strip() for one in self._said}:
            self._said.append(said)
            self._finds |= not finds_nothing(sentence)

    def close(self) -> None:
        """End a paragraph: what waits for a mark has none."""
        self.left_out += len(self._waiting)
        self._waiting = []

    @property
    def is_empty(self) -> bool:
        """Whether there is not a word."""
        return not self._first_words

    @property
    def says_nothing(self) -> bool:
        """Whether nothing is kept, but perhaps that the passages do not say it."""
        return not self._finds

    @property
    def _is_not_found(self) -> bool:
        return bool(NOT_FOUND.match(self._first_words)) and not self._finds

    @property
    def unsupported(self) -> tuple[str, ...]:
        """What of it no citation holds."""
        return tuple(dict.fromkeys(claim for one in self._said for claim in one.unsupported))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """What is quoted, by number."""
        return self._checker.citations

    def text(self, *, chinese: bool) -> str:
        """Return what is kept, with its marks."""
        return "".join(_marked(one, chinese=chinese) for one in self._said).strip()


def _marked(said: Said, *, chinese: bool) -> str:
    """Return a sentence with the numbers of its quotes, and what they do not hold."""
    words = said.text.rstrip()
    space = said.text[len(words) :] or ("" if chinese else " ")
    marks = "".join(f"[{citation.number}]" for citation in said.citations)
    return f"{words}{marks}{remarks(said, chinese=chinese)}{space}"
