"""Leaves out sentences that cannot answer, by what the question names."""

from qa.answering.fitting.sentences import fitting

__all__ = ["fitting"]
