"""What can go wrong, as one tree of exceptions.

WenbaoError
├── EditionError        a file or folder cannot be read as an edition
├── ArchiveError        the archive's folder cannot be used
│   ├── ArchiveBusyError      another process is writing to it
│   ├── DamagedError          one of its files is missing or damaged
│   └── ModelMismatchError    it was made with another embedding model
├── GateError           what was to be indexed would answer questions worse
├── ModelError          an embedding model cannot be loaded
├── AnswererError       an optional answerer cannot be used
│   └── ReplyError            a language model did not reply, or not whole
└── UsageError          a call's arguments do not make sense

Every message says what happened, to which file or value, and what to do.
"""

from enum import StrEnum, auto

from embeddings.errors import ModelError as ModelError
from embeddings.errors import WenbaoError as WenbaoError


class Fault(StrEnum):
    """Why a file cannot be read, for programs and for pages in other languages."""

    EMPTY = auto()
    TOO_LARGE = auto()
    TOO_MANY = auto()  # pages, or files in a zip file
    OTHER_KIND = auto()  # a name of a kind that is not read
    NOT_TEXT = auto()  # named a text, but a picture or another kind of file
    ENCODING = auto()
    BROKEN = auto()
    BROKEN_LINE = auto()  # of JSONL
    LOCKED = auto()  # with a password
    OLD_WORD = auto()
    UNPACKS_TOO_LARGE = auto()
    NO_PAGE = auto()  # in a folder or zip file
    NO_TEXT = auto()
    SCANNED = auto()
    SAME_ID = auto()  # of two articles
    UNREADABLE = auto()  # not there, or not to be opened
    OTHER = auto()


class EditionError(WenbaoError):
    """A file or folder cannot be read as an edition."""

    def __init__(self, message: str, fault: Fault = Fault.OTHER, pages: str = "") -> None:
        """Say why in `message`; `fault` is its kind, `pages` what of the file it is about."""
        super().__init__(message)
        self.fault = fault
        self.pages = pages


class ArchiveError(WenbaoError):
    """The archive's folder cannot be used."""


class ArchiveBusyError(ArchiveError):
    """Another process is writing to the archive."""


class DamagedError(ArchiveError):
    """A file of the archive is missing or damaged."""


class ModelMismatchError(ArchiveError):
    """The archive was made with another embedding model."""


class GateError(WenbaoError):
    """What was to be indexed would answer questions worse."""


class AnswererError(WenbaoError):
    """An optional answerer cannot be used."""


class ReplyError(AnswererError):
    """A language model did not reply, or not whole."""


class UsageError(WenbaoError):
    """The arguments of a call do not make sense."""
