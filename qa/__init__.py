"""wenbao: ask a newspaper archive questions, and get answers cited to the sentence.

>>> from qa import Archive
>>> archive = Archive.open("archive")
>>> report = archive.index(["editions/"])
>>> hits = archive.retrieve("那个公园后来开了吗?", k=5)
>>> answer = archive.ask("那个公园后来开了吗?")
"""

from qa.archive import Archive, retrieve
from qa.errors import (
    AnswererError,
    ArchiveBusyError,
    ArchiveError,
    EditionError,
    ModelError,
    ModelMismatchError,
    UsageError,
    WenbaoError,
)
from qa.generation.llm import LanguageModel
from qa.types import (
    Answer,
    Article,
    Caption,
    Citation,
    Edition,
    EditionSummary,
    Hit,
    IndexReport,
    Passage,
)

__all__ = [
    "Answer",
    "AnswererError",
    "Archive",
    "ArchiveBusyError",
    "ArchiveError",
    "Article",
    "Caption",
    "Citation",
    "Edition",
    "EditionError",
    "EditionSummary",
    "Hit",
    "IndexReport",
    "LanguageModel",
    "ModelError",
    "ModelMismatchError",
    "Passage",
    "UsageError",
    "WenbaoError",
    "retrieve",
]
