"""Answers: the sentences that answer, quoted and cited, or that the archive holds none."""

from qa.answering.contents import asked_contents, contents, narrowed
from qa.answering.conversation import stand_alone
from qa.answering.coverage import coverage
from qa.answering.covered import covered_topic
from qa.answering.expected import expected_answer
from qa.answering.extractive import answer
from qa.answering.refusal import abstention
from qa.answering.works import asked_author, works

__all__ = [
    "abstention",
    "answer",
    "asked_author",
    "asked_contents",
    "contents",
    "coverage",
    "covered_topic",
    "expected_answer",
    "narrowed",
    "stand_alone",
    "works",
]
