"""Measures retrieval and answers on questions whose answers are known.

Sources of the measures: recall@k and MRR as in MS MARCO; nDCG@k with binary relevance (Järvelin
and Kekäläinen, 2002).
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, Any

import numpy as np

from qa.errors import UsageError
from qa.scoring import exact_match, f1
from qa.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from qa.archive import Archive
    from qa.types import Answer, Citation, Hit

DEPTH = 10  # hits that are looked at
_LISTS = ("answers", "article_ids", "passage_ids")


@dataclass(frozen=True, slots=True)
class Question:
    """A question, the texts that answer it and the articles that hold them.

    Without either, or if marked so, the archive does not hold the answer: then the articles are
    those that it is asked of.
    """

    text: str
    answers: tuple[str, ...]
    article_ids: frozenset[str]
    history: tuple[tuple[str, str], ...] = ()
    unanswerable: bool = False

    @property
    def answerable(self) -> bool:
        """Whether the archive holds the answer."""
        return not self.unanswerable and bool(self.answers or self.article_ids)


@dataclass(frozen=True, slots=True)
class Measures:
    """How well the questions were answered; shares from 0 to 1, times in milliseconds.

    A measure that the questions do not allow (such as abstention where all can be answered) is
    None.
    """

    questions: int
    unanswerable: int
    recall_at_1: float | None
    recall_at_5: float | None
    recall_at_10: float | None
    mrr_at_10: float | None
    ndcg_at_10: float | None
    answer_in_top_1: float | None
    answer_in_top_5: float | None
    answer_in_text: float | None  # the answer's text holds one of the known answers
    span_exact: float | None  # short answers that are a known one, as CMRC 2018 counts
    span_f1: float | None  # their overlap with the nearest known one, likewise
    evidence_hit: float | None  # a sentence cited is of a right article and holds a known answer
    abstention_precision: float | None  # of the refused questions, those without an answer
    abstention_recall: float | None  # of the questions without an answer, those refused
    refused_answerable: float | None
    citation_precision: float | None  # citations that stand word for word in the archive
    retrieve_p50_ms: float
    retrieve_p95_ms: float
    ask_p50_ms: float
    ask_p95_ms: float


def read_questions(path: Path) -> list[Question]:
    """Read questions, one JSON object a line.

    Each has ``question``, and as known ``answers``, ``article_ids`` (or ``passage_ids``),
    ``history``, a list of pairs of an earlier question and its answer, and ``unanswerable``.

    Raises:
        UsageError: the file cannot be read or a line is not such an object.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"Cannot read the questions in {path}: {error}.") from error
    questions = list(_questions(path, lines))
    if not questions:
        raise UsageError(f"{path} holds no question.")
    return questions


def _questions(path: Path, lines: Sequence[str]) -> Iterator[Question]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _question(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise UsageError(
                f"{path}, line {number} is not a question ({error!r}); write"
                ' {"question": "...", "answers": ["..."], "article_ids": ["..."]}'
            ) from error


def _question(record: dict[str, Any]) -> Question:
    text = record["question"]
    if not (isinstance(text, str) and text.strip()):
        raise ValueError("the question is empty or no text")
    for name in _LISTS:
        if (one := name.removesuffix("s")) in record:
            raise ValueError(f"{one} is not known; it is {name}, a list")
    return Question(
        text=text,
        answers=tuple(_texts(record, "answers")),
        article_ids=frozenset((*_texts(record, "article_ids"), *_texts(record, "passage_ids"))),
        history=tuple((asked, answered) for asked, answered in record.get("history", ())),
        unanswerable=bool(record.get("unanswerable", False)),
    )


def _texts(record: dict[str, Any], name: str) -> list[str]:
    """Return what a question's record lists under a name; a text by itself is no list."""
    found = record.get(name) or []
    if not (isinstance(found, list) and all(isinstance(one, str) for one in found)):
        raise ValueError(f"{name} is no list of texts")
    return found


def not_held(archive: Archive, questions: Iterable[Question]) -> list[str]:
    """Return the ids of articles that questions name and `archive` does not hold."""
    named = sorted({id_ for question in questions for id_ in question.article_ids})
    return [id_ for id_ in named if archive.article(id_) is None]


@dataclass(frozen=True, slots=True)
class _Trial:
    question: Question
    hits: list[Hit]
    answer: Answer
    retrieve_ms: float
    ask_ms: float

    def relevance(self) -> list[bool]:
        return [_is_of(hit, self.question) for hit in self.hits]

    def holds_answer(self, depth: int) -> bool:
        return any(_holds(hit.passage.text, self.question) for hit in self.hits[:depth])

    def said(self) -> str:
        """The short answer; where there is none, the first quote; nothing of a refusal."""
        first = (citation.quote for citation in self.answer.citations)
        return self.answer.short or next(first, "")

    def cites_answer(self) -> bool:
        named = self.question.article_ids
        return any(
            _holds(one.quote, self.question) and (not named or _is_of(one, self.question))
            for one in self.answer.citations
        )


def evaluate(
    archive: Archive,
    questions: Iterable[Question],
    *,
    llm: bool = True,
    wrong: Callable[[Question, Answer], None] | None = None,
) -> Measures:
    """Ask `archive` every question and measure what comes back.

    Args:
        archive: what is asked.
        questions: with what is known of their answers.
        llm: let the language model that the environment names, if any, write the answers.
        wrong: called with each question that is not answered rightly, and what was answered.
    """
    archive.retrieve("问")  # what is read on the first question is not counted
    trials = [_tried(archive, question, llm=llm) for question in questions]
    for trial in trials:
        if wrong and not is_right(trial.answer, trial.question):
            wrong(trial.question, trial.answer)
    return _measured(archive, trials)


def _measured(archive: Archive, trials: Sequence[_Trial]) -> Measures:
    answerable = [trial for trial in trials if trial.question.answerable]
    unanswerable = [trial for trial in trials if not trial.question.answerable]
    judged = [trial.relevance() for trial in answerable if trial.question.article_ids]
    known = [trial for trial in answerable if trial.question.answers]
    quotes = [
        _is_verbatim(archive, citation) for trial in trials for citation in trial.answer.citations
    ]
    retrieve_ms = [trial.retrieve_ms for trial in trials]
    ask_ms = [trial.ask_ms for trial in trials]
    return Measures(
        questions=len(trials),
        unanswerable=len(unanswerable),
        recall_at_1=_mean(any(relevance[:1]) for relevance in judged),
        recall_at_5=_mean(any(relevance[:5]) for relevance in judged),
        recall_at_10=_mean(any(relevance[:10]) for relevance in judged),
        mrr_at_10=_mean(map(_reciprocal_rank, judged)),
        ndcg_at_10=_mean(
            _ndcg(trial.relevance(), len(trial.question.article_ids))
            for trial in answerable
            if trial.question.article_ids
        ),
        answer_in_top_1=_mean(trial.holds_answer(1) for trial in known),
        answer_in_top_5=_mean(trial.holds_answer(5) for trial in known),
        answer_in_text=_mean(_holds(trial.answer.text, trial.question) for trial in known),
        span_exact=_mean(exact_match(trial.said(), trial.question.answers) for trial in known),
        span_f1=_mean(f1(trial.said(), trial.question.answers) for trial in known),
        evidence_hit=_mean(trial.cites_answer() for trial in known),
        abstention_precision=_mean(
            not trial.question.answerable for trial in trials if trial.answer.abstained
        ),
        abstention_recall=_mean(trial.answer.abstained for trial in unanswerable),
        refused_answerable=_mean(trial.answer.abstained for trial in answerable),
        citation_precision=_mean(quotes),
        retrieve_p50_ms=float(np.percentile(retrieve_ms, 50)),
        retrieve_p95_ms=float(np.percentile(retrieve_ms, 95)),
        ask_p50_ms=float(np.percentile(ask_ms, 50)),
        ask_p95_ms=float(np.percentile(ask_ms, 95)),
    )


def _tried(archive: Archive, question: Question, *, llm: bool) -> _Trial:
    start = perf_counter()
    hits = archive.retrieve(question.text, DEPTH)
    between = perf_counter()
    answer = archive.ask(question.text, history=question.history, llm=llm)
    end = perf_counter()
    return _Trial(question, hits, answer, 1000 * (between - start), 1000 * (end - between))


def _is_verbatim(archive: Archive, citation: Citation) -> bool:
    found = archive.article(citation.article.id)
    return found is not None and found[0].quotable[citation.start : citation.end] == citation.quote


def found_at(hits: Sequence[Hit], question: Question) -> int | None:
    """Return the rank of the first right hit: of a right article, or holding an answer."""
    for rank, hit in enumerate(hits, 1):
        if question.article_ids:
            if _is_of(hit, question):
                return rank
        elif _holds(hit.passage.text, question):
            return rank
    return None


def _is_of(found: Hit | Citation, question: Question) -> bool:
    """Return whether what was found is of a right article, or of a reprint of one."""
    carried = (found.article.id, *(article.id for article, _ in found.reprints))
    return not question.article_ids.isdisjoint(carried)


def is_right(answer: Answer, question: Question) -> bool:
    """Say whether an answer holds a known one; where none is known, whether one is given or not."""
    if question.answers and question.answerable:
        return _holds(answer.text, question)
    return answer.abstained != question.answerable


def _holds(text: str, question: Question) -> bool:
    folded = fold(text).replace(" ", "")
    return any(fold(answer).replace(" ", "") in folded for answer in question.answers)


def _mean(values: Iterable[float]) -> float | None:
    found = list(values)
    return sum(found) / len(found) if found else None


def _reciprocal_rank(relevance: Sequence[bool]) -> float:
    return next((1 / rank for rank, relevant in enumerate(relevance, 1) if relevant), 0.0)


def _ndcg(relevance: Sequence[bool], relevant: int) -> float:
    gain = sum(1 / math.log2(rank + 1) for rank, hit in enumerate(relevance, 1) if hit)
    best = sum(1 / math.log2(rank + 1) for rank in range(1, min(relevant, DEPTH) + 1))
    return gain / best if best else 0.0
