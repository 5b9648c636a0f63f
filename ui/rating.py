"""Likes and dislikes with a comment, from the chat to the archive's folder."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from qa import WenbaoError
from qa.feedback import Feedback, append_feedback
from ui.export import references

if TYPE_CHECKING:
    from qa import Archive
    from ui.conversation import Turn

_log = logging.getLogger("wenbao")

MOST_COMMENT = 1000  # characters


def rate(turn: Turn, archive: Archive, *, liked: bool) -> Feedback | None:
    """Keep a reader's verdict on a turn and return it; None where it cannot be kept."""
    cited = tuple(line for _, line in references(turn, archive))
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return _kept(Feedback(uuid4().hex, now, liked, turn.question, turn.text, cited), archive)


def add_comment(feedback: Feedback, comment: str, archive: Archive) -> Feedback | None:
    """Keep what a reader said to a verdict of theirs; None where it cannot be kept."""
    return _kept(replace(feedback, comment=comment.strip()[:MOST_COMMENT]), archive)


def _kept(feedback: Feedback, archive: Archive) -> Feedback | None:
    try:
        append_feedback(archive.folder, feedback)
    except WenbaoError as error:
        _log.warning("feedback not kept: %s", error)
        return None
    return feedback
