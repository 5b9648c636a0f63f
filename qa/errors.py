"""What can go wrong, as one tree of exceptions.

WenbaoError
├── EditionError        a file or folder cannot be read as an edition
├── ArchiveError        the archive's folder cannot be used
│   ├── ArchiveBusyError      another process is writing to it
│   └── ModelMismatchError    it was made with another embedding model
├── ModelError          an embedding model cannot be loaded
├── AnswererError       an optional answerer cannot be used
│   └── ReplyError            a language model did not reply, or not whole
└── UsageError          a call's arguments do not make sense

Every message says what happened, to which file or value, and what to do.
"""

from embeddings.errors import ModelError as ModelError
from embeddings.errors import WenbaoError as WenbaoError


class EditionError(WenbaoError):
    """A file or folder cannot be read as an edition."""


class ArchiveError(WenbaoError):
    """The archive's folder cannot be used."""


class ArchiveBusyError(ArchiveError):
    """Another process is writing to the archive."""


class ModelMismatchError(ArchiveError):
    """The archive was made with another embedding model."""


class AnswererError(WenbaoError):
    """An optional answerer cannot be used."""


class ReplyError(AnswererError):
    """A language model did not reply, or not whole."""


class UsageError(WenbaoError):
    """The arguments of a call do not make sense."""
