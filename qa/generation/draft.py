"""Keeps of a language model's sentences those that citations bear, in their order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qa.generation.declining import NOT_FOUND, apologises, declines, finds_nothing, is_of_passages
from qa.generation.grounding import Checker, Said
from qa.generation.marks import is_led_by_marks, without_marks
from qa.generation.notes import remarks
from qa.generation.prompt import heading
from qa.generation.scaffold import bare, is_scaffold, is_thought, is_verdict, names_source, runs_on
from qa.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qa.types import Citation, Hit

_MOST_WAITING = 50  # sentences that the next mark is tried for: a model may never come to an end


@dataclass(slots=True)
class _Part:
    """A sentence, and what is kept of it."""

    plain: str  # without its marks
    said: Said | None = None
    words: str = field(init=False)  # by which it is known when it is said again

    def __post_init__(self) -> None:
        self.words = bare(self.plain).strip()


class Draft:
    """An answer as a language model writes it."""

    def __init__(self, passages: Sequence[Hit]) -> None:
        """Begin with nothing said.

        Args:
            passages: as the prompt numbers them.
        """
        self._checker = Checker(passages)
        self._parts: list[_Part] = []
        self._last_marks: Sequence[int] = ()
        self._first_words = ""
        self._finds = False  # something, and not only that nothing is said
        self.finds_nothing = False  # it says of something that the passages do not say it
        self.declined = False

    def take(self, sentence: str) -> bool:
        """Take a sentence; return whether there is more to show than before."""
        plain, marks = without_marks(sentence)
        self._first_words = self._first_words or bare(plain) * any(map(str.isalnum, sentence))
        if self._is_not_found or not sentence.strip():
            return False
        before = self._kept
        if not marks:
            self._wait(plain)
        elif self._is_reference(sentence, plain, marks):
            self._lend(self._waiting, marks)
        elif apologises(plain, self._printed(marks)) and not finds_nothing(plain):
            self.declined = True
        elif not is_thought(plain):
            self._cite(sentence, plain, marks)
        return self._finds and self._kept > before

    def _wait(self, plain: str) -> None:
        """Take a sentence that cites nothing: what is cited before or behind it may serve it."""
        part = _Part(plain)
        is_known = any(one.words == part.words for one in self._parts)
        if is_known or is_scaffold(plain) or NOT_FOUND.match(plain):
            return
        if finds_nothing(plain):
            self.finds_nothing = True
            # What nothing is checked against tells no number, and nothing of the world
            if any(map(str.isdigit, plain)) or not is_of_passages(plain):
                return
            part.said = Said(bare(plain), (), ())
        self._parts.append(part)
        if not part.said:
            self.declined |= declines(plain)
            self._lend([part], self._last_marks)

    def _lend(self, parts: Sequence[_Part], marks: Sequence[int]) -> None:
        for part in parts[-_MOST_WAITING:]:
            if not (is_verdict(part.plain) or runs_on(part.plain)):
                part.said = self._checker.lent(part.plain, marks)
                self._finds |= part.said is not None

    def _cite(self, sentence: str, plain: str, marks: Sequence[int]) -> None:
        part, last = _Part(plain), self._parts[-1:]
        self._lend(self._waiting, marks)
        if any(one.said and one.words == part.words for one in self._parts):
            return
        self._parts.append(part)
        part.said = None if runs_on(plain) else self._checker.checked(sentence)
        if part.said:
            self._last_marks = marks
            nothing = finds_nothing(plain, self._printed(marks))
            self.finds_nothing |= nothing
            self._finds |= not nothing
            _give_verdict(last)

    def _is_reference(self, sentence: str, plain: str, marks: Sequence[int]) -> bool:
        """Return whether a line only tells a source: `[1] 《江城日报》2024-04-10 第01版`."""
        cited = map(heading, self._checker.marked(marks))
        return is_led_by_marks(sentence) and names_source(bare(plain), " ".join(cited))

    def _printed(self, marks: Iterable[int]) -> str:
        return "\n".join(fold(hit.passage.text) for hit in self._checker.marked(marks))

    @property
    def _waiting(self) -> list[_Part]:
        return [one for one in self._parts if not one.said]

    @property
    def _said(self) -> list[Said]:
        return [one.said for one in self._parts if one.said]

    @property
    def _kept(self) -> int:
        return len(self._parts) - self.left_out

    @property
    def left_out(self) -> int:
        """How many sentences nothing bears."""
        return len(self._waiting)

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


def _give_verdict(parts: Iterable[_Part]) -> None:
    """Keep a bare yes or no: what is cited right behind it bears it out."""
    for part in parts:
        if not part.said and is_verdict(part.plain):
            part.said = Said(bare(part.plain), (), ())


def _marked(said: Said, *, chinese: bool) -> str:
    """Return a sentence with the numbers of its quotes, and what they do not hold."""
    words = said.text.rstrip()
    space = said.text[len(words) :] or ("" if chinese else " ")
    *within, (_, last) = said.places or ((0, said.citations),)
    unplaced = [one for one in said.citations if all(one not in row for _, row in said.places)]
    for place, citations in reversed(within):
        words = f"{words[:place]}{_numbers(citations)}{words[place:]}"
    marks = _numbers(dict.fromkeys((*last, *unplaced)))
    return f"{words}{marks}{remarks(said, chinese=chinese)}{space}"


def _numbers(citations: Iterable[Citation]) -> str:
    return "".join(f"[{one.number}]" for one in citations)
