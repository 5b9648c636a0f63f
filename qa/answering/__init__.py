"""Answers without a language model: the sentences that answer, quoted and cited, or none."""

from qa.answering.conversation import stand_alone
from qa.answering.expected import expected_answer
from qa.answering.extractive import answer

__all__ = ["answer", "expected_answer", "stand_alone"]
