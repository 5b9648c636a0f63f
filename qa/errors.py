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

from embeddings.errors import ModelError as ModelError
from embeddings.errors import WenbaoError as WenbaoError


class EditionError(WenbaoError):
    """A file or folder cannot be read as an edition."""


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
