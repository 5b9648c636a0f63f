"""Answers: the sentences that answer, quoted and cited, or that the archive holds none."""

from qa.answering.contents import Part, asked_contents, contents, narrowed, not_listed
from qa.answering.coverage import coverage, overview, printed
from qa.answering.extractive import answer
from qa.answering.refusal import abstention
from qa.answering.works import Author, asked_author, works

__all__ = [
    "Author",
    "Part",
    "abstention",
    "answer",
    "asked_author",
    "asked_contents",
    "contents",
    "coverage",
    "narrowed",
    "not_listed",
    "overview",
    "printed",
    "works",
]
