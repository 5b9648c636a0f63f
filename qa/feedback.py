"""What readers thought of answers, kept for the editor in the archive's folder, a line each."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from qa.errors import ArchiveError

FILE_NAME = "feedback.jsonl"
_MOST_BYTES = 50_000_000  # more is not kept: a feedback file is not to fill a disk


@dataclass(frozen=True, slots=True)
class Feedback:
    """A reader's verdict on an answer."""

    id: str  # a later line of the same id replaces an earlier one
    time: str  # ISO 8601, UTC
    liked: bool
    question: str
    answer: str
    references: tuple[str, ...] = ()  # what the answer cited, as `qa.citing.reference` gives it
    comment: str = ""


def append_feedback(folder: Path, feedback: Feedback) -> None:
    """Add a line to the feedback in an archive's folder.

    Raises:
        ArchiveError: it cannot be written there, or the file has grown too large.
    """
    path = folder / FILE_NAME
    line = json.dumps(asdict(feedback), ensure_ascii=False) + "\n"
    try:
        with path.open("ab") as file:  # one write in append mode, so lines never mix
            if file.tell() > _MOST_BYTES:
                raise ArchiveError(f"{path} is over {_MOST_BYTES} bytes; move it away.")
            file.write(line.encode())
    except OSError as error:
        raise ArchiveError(f"{path} cannot be written: {error}; check its permissions.") from error


def read_feedback(folder: Path) -> list[Feedback]:
    """Return the feedback in an archive's folder, oldest first; what is not a line of it is left.

    Raises:
        ArchiveError: the file is there but cannot be read.
    """
    path = folder / FILE_NAME
    if not path.exists():
        return []
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise ArchiveError(f"{path} cannot be read: {error}; check its permissions.") from error
    found = [one for one in map(_feedback, lines) if one]
    return list({one.id: one for one in found}.values())


def _feedback(line: bytes) -> Feedback | None:
    try:
        fields = json.loads(line)
        return Feedback(**fields | {"references": tuple(fields.get("references", ()))})
    except (ValueError, TypeError, AttributeError):  # a line cut short by a full disk
        return None
