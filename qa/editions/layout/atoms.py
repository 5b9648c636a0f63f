"""Atoms: lines cut where two things share one, with the role that their form alone tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from qa.editions.layout import ornaments, patterns
from qa.editions.layout.bylines import is_person_name, parse_byline_line, parse_names, parse_sign
from qa.editions.layout.furniture import is_furniture
from qa.editions.layout.rejoin import is_finished
from qa.editions.layout.shorts import starts_as_caption
from qa.editions.layout.signoffs import sign_offs
from qa.editions.layout.wording import odds
from qa.text import fold
from qa.types import Role

if TYPE_CHECKING:
    from qa.editions.layout.blocks import Line

# What every credit without brackets has one of; looked for first, since most paragraphs have none.
_CREDIT_ENDS = ("摄", "影", "道", "图", "片", "料", "照", "供")
_CREDIT_BEFORE_NAME = re.compile(r"[图摄影][/:].{1,16}\Z")
_LINE_BREAK = re.compile(r"\s*\n\s*")
_LONGEST_TITLE = 48
_LONGEST_TOP = 8  # lines at the top of a page in which the paper's name stands
_TAIL = 80  # characters at the end of a paragraph in which credits and jump lines stand
_QUOTES = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("《", "》"), ("(", ")"))
_LONGEST_POSITIONED = 60  # characters of a caption that says who stands where
_LONG_TEXT = 100  # characters: a paragraph so long is no caption because of `供图` at its end


class Atom(NamedTuple):
    """A stretch of one line that is one thing; `role` is None while only its place can tell."""

    text: str
    folded: str
    start: int  # of its characters in the source; markup of the line belongs to its first atom
    end: int
    role: Role | None
    level: int = 0  # of a heading; 0 for a plain paragraph
    stands_alone: bool = False  # no part of a cut sentence: a crosshead, or whole by its form

    @property
    def is_heading(self) -> bool:
        """Whether the form marks it as a heading."""
        return self.level > 0

    def as_role(self, role: Role, *, stands_alone: bool = False) -> Atom:
        """Return it with its role decided."""
        return Atom(
            self.text,
            self.folded,
            self.start,
            self.end,
            role,
            self.level,
            stands_alone,
        )


def atoms(lines: Iterable[Line]) -> list[Atom]:
    """Cut lines into atoms; together they hold every character of the lines."""
    lines = list(lines)
    folded, at = fold("".join(line.text for line in lines)), 0  # all at once: far quicker
    found: list[Atom] = []
    for number, line in enumerate(lines):
        on_top = number < _LONGEST_TOP
        found += _line_atoms(line, folded[at : at + len(line.text)], on_top=on_top)
        at += len(line.text)
    return found


def _line_atoms(line: Line, folded: str, *, on_top: bool) -> Iterator[Atom]:
    whole = _Cutter(line, folded)
    if line.role is not None:
        yield whole.piece(0, len(folded), line.role)
    elif not _is_jump_line(folded) and is_furniture(
        folded.strip(), may_be_section=line.level > 0 or not on_top
    ):
        yield whole.piece(0, len(folded), Role.FURNITURE)
    elif (column := patterns.COLUMN_BEFORE_TITLE.match(folded)) and _may_be_title(folded):
        yield whole.piece(0, column.end(), Role.KICKER)
        yield whole.piece(column.end(), len(folded), None)
    elif line.level and not _is_captioned(folded):
        yield whole.piece(0, len(folded), _heading_role(line.text, folded))
    else:
        yield from _paragraph_atoms(whole)


def _may_be_title(folded: str) -> bool:
    return len(folded) <= _LONGEST_TITLE and not is_finished(folded)


def _is_jump_line(folded: str) -> bool:
    if len(folded) > _TAIL or not ("转" in folded or "接" in folded or "详见" in folded):
        return False
    return bool(patterns.JUMP_FROM.fullmatch(folded) or patterns.JUMP_TO.fullmatch(folded))


def _is_captioned(folded: str) -> bool:
    """Whether a line marked as a heading is a caption with its credit."""
    credit = _credit(folded, 0, len(folded))
    return credit is not None and credit > 0


def _heading_role(text: str, folded: str) -> Role | None:
    if patterns.COMMENT_BANNER.fullmatch(folded):
        return None
    if parse_byline_line(text, folded) is not None:
        return Role.BYLINE
    if _is_jump_line(folded):
        return Role.JUMP
    is_body = len(folded) > 2 * _LONGEST_TITLE or (
        len(folded) > _LONGEST_TITLE and folded.endswith("。")
    )
    return Role.BODY if is_body else None


class _Cutter:
    """Cuts one line into atoms whose spans together cover it, markup included."""

    def __init__(self, line: Line, folded: str) -> None:
        self.line = line
        self.folded = folded

    def piece(self, start: int, end: int, role: Role | None) -> Atom:
        """Return the atom of the line's characters from `start` to `end`."""
        line, text = self.line, self.line.text[start:end]
        left = start + len(text) - len(text.lstrip())
        stripped = text.strip()
        right = left + len(stripped)
        return Atom(
            stripped,
            ornaments.set_close(_LINE_BREAK.sub("", self.folded[left:right])),
            line.start if start == 0 else line.text_start + left,
            line.end if end == len(line.text) else line.text_start + right,
            Role.BODY if role is None and line.whole else role,
            line.level,
            line.whole,
        )


def _paragraph_atoms(line: _Cutter) -> Iterator[Atom]:
    folded, text = line.folded, line.line.text
    start, end = 0, len(folded)
    if parse_byline_line(text, folded) is not None or _is_sign(folded, text):
        is_credit = _credit(folded, 0, end) == 0 and not patterns.WROTE_TOO.search(folded)
        yield line.piece(0, end, Role.CREDIT if is_credit else Role.BYLINE)
        return
    jumped = patterns.JUMP_FROM.match(folded)
    if jumped and _is_jump(jumped.group()):
        yield line.piece(0, jumped.end(), Role.JUMP)
        start = jumped.end()
    leads = "转" in folded[-_TAIL:] or "详见" in folded[-_TAIL:]  # far quicker than the pattern
    jump = patterns.JUMP_TO.search(folded, max(start, end - _TAIL)) if leads else None
    if jump and _is_jump(jump.group()):
        end = jump.start()
    signed = sign_offs(folded, text, start, end)
    jump_at, end = end, signed[0].start if signed else end
    head = _head_end(folded, text, start, end)
    if head > start:
        yield line.piece(start, head, Role.BYLINE)
        start = head
    if folded[start:end].strip():
        yield from _body_atoms(line, start, end, has_head=head > 0)
    yield from (line.piece(*item) for item in signed)
    if jump_at < len(folded):
        yield line.piece(jump_at, len(folded), Role.JUMP)


def _is_sign(folded: str, text: str) -> bool:
    """Whether a line is the sign below a text and nothing else: `(张会芳)`."""
    signed = patterns.SIGNED_BRIEF.fullmatch("。" + folded.strip(), 1)
    name = text.strip(" \u3000()（）").replace(" ", "").replace("\u3000", "")
    return bool(signed) and is_person_name(name)


def _is_jump(matched: str) -> bool:
    return matched[0] in "(〔[→▶◀<>" or len(matched) <= 30


def _head_end(folded: str, text: str, start: int, end: int) -> int:
    """Where the inline head at `start` ends: `本报讯(记者 甲)`; `start` if there is none."""
    reports = patterns.HEAD_REPORTS.match(folded, start, end)
    if reports and parse_names(text[slice(*reports.span("names"))]):
        return reports.end()
    plain = patterns.HEAD_PLAIN.match(folded, start, end)
    if plain and parse_names(text[slice(*plain.span("names"))]):
        return plain.end()
    head = patterns.HEAD.match(folded, start, end)
    if head:
        names = head["names"]
        printed = text[slice(*head.span("names"))]
        known = names is None or parse_names(printed) or parse_sign(printed)
        return head.end() if known else head.start("names") - 1
    forms = (patterns.SLASH_HEAD, patterns.LENS_HEAD, patterns.BRACKET_HEAD)
    bracket = next(filter(None, (form.match(folded, start, end) for form in forms)), None)
    is_credit = patterns.CREDIT_TAIL.match(folded, start, end) is not None
    if bracket and not is_credit and parse_names(text[slice(*bracket.span("names"))]):
        return bracket.end()
    return start


def _body_atoms(line: _Cutter, start: int, end: int, *, has_head: bool) -> Iterator[Atom]:
    folded, text = line.folded, line.line.text
    body = folded[start:end].rstrip()
    credit = None if has_head else _credit(folded, start, start + len(body))
    sign = _sign(folded, text, start, start + len(body)) if credit is None else None
    if sign is not None:
        if sign > start:
            yield line.piece(start, sign, Role.BODY if has_head else _text_role(folded[start:sign]))
        yield line.piece(sign, end, Role.BYLINE)
        return
    if credit is None:
        is_caption = not has_head and _is_caption(body)
        role = Role.CAPTION if is_caption else Role.BODY if has_head else _text_role(body)
        yield line.piece(start, end, role)
        return
    if credit > start:
        long = credit - start > _LONG_TEXT and not patterns.CAPTION_SENTENCE.search(body)
        is_body = long and "摄" not in folded[credit:end]
        yield line.piece(start, credit, Role.BODY if is_body else Role.CAPTION)
    yield line.piece(credit, end, Role.CREDIT)


def _is_caption(body: str) -> bool:
    if starts_as_caption(body):
        return True
    return len(body) <= _LONGEST_POSITIONED and bool(patterns.CAPTION_POSITION.search(body))


def _sign(folded: str, text: str, start: int, end: int) -> int | None:
    """Where the names that sign a paragraph begin: `(记者 甲)`, `(甲)`."""
    if folded[end - 1] != ")":
        return None
    tail = max(start, end - _TAIL)
    titled = patterns.SIGNED.search(folded, tail, end)
    if titled and parse_names(text[slice(*titled.span("names"))]):
        return titled.start()
    source = patterns.SIGNED_SOURCE.search(folded, tail, end)
    if source:
        return source.start()
    bare = patterns.SIGNED_BRIEF.search(folded, tail, end)
    if bare and parse_sign(text[slice(*bare.span("names"))]):
        return bare.start()
    return None


def _credit(folded: str, start: int, end: int) -> int | None:
    """Where the picture's credit at the end of a paragraph begins: `(张美红 摄)`."""
    tail = folded[max(start, end - _TAIL) : end].rstrip(" \n。.")
    if tail.endswith(")"):
        bracketed = patterns.CREDIT_TAIL.search(folded, max(start, end - _TAIL), end)
        if not bracketed and end - start <= _LONGEST_TITLE:
            bracketed = patterns.CREDIT_AGENCY.search(folded, start, end)
        return bracketed.start() if bracketed else None
    if not tail.endswith(_CREDIT_ENDS) and not _CREDIT_BEFORE_NAME.search(tail):
        return None
    plain = patterns.CREDIT_PLAIN.search(folded, max(start, end - 40), end)
    office = patterns.CREDIT_OFFICE.search(folded, max(start, end - 40), end)
    if not plain:
        return office.start() if office else None
    inside = re.sub(r"(?:摄影报道|摄影|摄|供图|提供图片)$", "", plain["inside"]).strip()
    inside = patterns.SPACED_NAME.sub(r"\1\2", inside)
    names = re.split(r"[\s、/]+", re.sub(r"^.{0,6}(?:记者|通讯员|摄影师?)[\s:/]*", "", inside))
    alone = plain.start() == start
    named = any(is_person_name(name) for name in names) or "资料" in plain["inside"]
    if named or (alone and len(plain["inside"]) <= 12):
        return plain.start()
    return office.start() if office else None


def _starts_within(folded: str) -> bool:
    """Whether a line starts as the middle of a sentence: `的提议`, but not `和平街道:`."""
    start = patterns.NO_START.match(folded)
    if start is None:
        return False
    return not start.group()[0].isalpha() or odds(folded, "text", "kicker") > 0


def _text_role(folded: str) -> Role | None:
    """BODY for what is clearly running text, None for a short line that may be a title."""
    folded = folded.strip()
    if len(folded) > _LONGEST_TITLE:
        return Role.BODY
    if ornaments.is_framed(folded):
        return None
    if patterns.BRACKETED.fullmatch(folded) or patterns.SALUTATION.fullmatch(folded):
        return Role.BODY
    if patterns.QUESTION_OR_ANSWER.match(folded) or folded.startswith("@"):
        return Role.BODY
    if patterns.ANNOUNCES.fullmatch(folded):
        return Role.BODY
    exclaims = patterns.ONE_EXCLAMATION.fullmatch(folded) and odds(folded, "text", "headline") < 2
    ended = is_finished(folded) and not exclaims
    if ended or patterns.OPEN_END.search(folded) or _starts_within(folded):
        return Role.BODY
    if "。" in folded or any(folded.count(a) != folded.count(b) for a, b in _QUOTES):
        return Role.BODY
    return None
