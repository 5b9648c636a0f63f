"""Closings: the lines that end an article above the next title: details, who signs it, and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from qa.editions.layout import patterns
from qa.editions.layout.bylines import is_person_name
from qa.editions.layout.furniture import is_date_alone
from qa.editions.layout.likeness import shared_with_text
from qa.editions.layout.rejoin import is_finished
from qa.editions.layout.title_evidence import TITLE_SHARES, is_named_banner, is_section_name
from qa.types import Role

if TYPE_CHECKING:
    from qa.editions.layout.atoms import Atom
    from qa.editions.layout.shorts import FlowContext

_LONGEST_SIGN = 40  # characters
_MOST_LINES = 4  # of a notice's end, its date the last
_MOST_PARTS = 2  # of a person's sign: where one lives, and the name
_A_DAY = re.compile(r"\d{1,2}月\d{1,2}日")  # below a letter: `9月6日`
_DATED = re.compile(r"(?<=\S)\s+(?:\d{4}年)?\d{1,2}月\d{1,2}日$")  # `动力公司| 3月16日`
_OWN_NAME = 4  # characters at the end of an office's name that are its own: `供电公司`


def is_notice(article: Sequence[Atom]) -> bool:
    """Say whether the last headline of these lines is that of a notice or a correction."""
    titles = (atom.folded.strip() for atom in reversed(article) if atom.role is Role.HEADLINE)
    notices = (patterns.NOTICE_HEADLINE, patterns.CORRECTION_HEADLINE)
    return any(pattern.fullmatch(title) for title in list(titles)[:1] for pattern in notices)


def is_letter(article: Sequence[Atom]) -> bool:
    """Say whether an article greets somebody where a line begins: `编辑同志:`.

    Text may follow on that line, if behind a colon: `编辑同志:我家门前`.
    """
    body = (atom.folded for atom in article if atom.role is Role.BODY)
    greetings = (greeting for line in body if (greeting := patterns.SALUTATION.match(line)))
    return any(one.end() == len(one.string) or ":" in one.group() for one in greetings)


def is_unsigned(article: Sequence[Atom]) -> bool:
    """Say whether no line of a notice or letter tells who gives it, not even its kicker."""
    return not any(
        atom.role in (Role.KICKER, Role.BYLINE) or (atom.role is Role.BODY and _is_name(atom))
        for atom in article
    )


def closing_end(run: Sequence[Atom], context: FlowContext) -> int:
    """How many lines at the start of a run of short lines still belong to the text above it."""
    if context.before is None:
        return 0
    plain = next((i for i, atom in enumerate(run) if atom.is_heading), len(run))
    for i, atom in enumerate(run[: min(plain, _MOST_LINES)]):
        if is_date_alone(atom.folded) and (context.notice or i < 2):
            return i + 1
        if _A_DAY.fullmatch(atom.folded) and (context.notice or context.letter):
            return i + 1
    end = 0
    while end < plain and _closes(run, end, plain, context):
        end += 1
    return end


def _closes(run: Sequence[Atom], at: int, plain: int, context: FlowContext) -> bool:
    """Whether a line closes the text above; so many `plain` lines begin its run."""
    folded = run[at].folded
    if context.notice and (patterns.NOTICE_LINE.fullmatch(folded) or is_date_alone(folded)):
        return True
    if plain < len(run) and not context.is_open and patterns.LABELLED.fullmatch(folded):
        return shared_with_text(folded, context.text) <= TITLE_SHARES
    if context.letter and context.unsigned and is_finished(folded):
        return True
    signs = (context.notice or context.letter) and _is_name(run[at])
    if not signs or at + 1 < plain or plain == len(run):
        return signs
    # Right above a title it may also be the kicker, which says whom the text below speaks of.
    unsigned = context.unsigned and not any(_is_name(atom) for atom in run[:at])
    return unsigned and folded.split()[-1][-_OWN_NAME:] not in context.text


def _is_name(atom: Atom) -> bool:
    """Whether a short line names an office, or a person with or without where one lives."""
    folded = _DATED.sub("", atom.folded)
    if len(folded) > _LONGEST_SIGN or is_finished(folded) or folded.endswith(":"):
        return False
    if is_section_name(atom) or is_named_banner(atom):  # `简讯` reads as a person's name too
        return False
    if patterns.OFFICE.search(folded):
        return True
    parts = patterns.SPACED_NAME.sub(r"\1\2", folded.partition("(")[0]).split()
    if not parts or len(parts) > _MOST_PARTS:
        return False
    return bool(patterns.WRITER.fullmatch(parts[0])) or is_person_name(parts[-1])
