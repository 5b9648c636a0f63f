"""Answers questions that are not in Chinese: by meaning alone, where the model reads both.

Such a question shares no word with a Chinese sentence, so what is learned of words does not apply.
Whether a model reads both languages, and how near an answer lies to its question, is asked of the
model itself, with a few pairs whose answers are known.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from qa.answering.evidence import sentences_of
from qa.answering.quoting import quoted
from qa.answering.refusal import abstention
from qa.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from embeddings import Encoder
    from qa.answering.evidence import Evidence
    from qa.types import Answer, Hit, Query

# Questions, and sentences of a paper that answer them.
_PAIRS = (
    ("When does the new park open?", "新建的公园将于6月1日向市民开放。"),
    ("How many people got the vaccine?", "全区已有三万人接种了疫苗。"),
    ("Who is the principal of the school?", "学校校长在开学典礼上讲话。"),
    ("What does a bus ticket cost?", "公交车票价为2元。"),
    ("Where is the hospital?", "医院位于城东的大街上。"),
    ("Why was the water cut off?", "因管道施工,今晚将停水。"),
    ("Who won the football match?", "主队赢得了足球比赛。"),
    ("What did the farmers harvest?", "农民收获了小麦。"),
)
_LEAST_FOUND = 0.75  # share of the pairs that a model which reads both must find
_NEAREST = 3  # sentences among which one of the form asked for is taken

# `when`, `how many`: a sentence that answers holds a digit or a numeral
_ASKS_A_NUMBER = re.compile(
    r"\b(?:when|how (?:many|much|long|far|old|big|tall)|what (?:year|day|time))\b"
)
_NUMBER = re.compile(r"\d|[一二三四五六七八九十百千万]{2}")


def nearness_of_answers(encoder: Encoder) -> float | None:
    """Return the cosine from which a Chinese sentence answers a question in another language.

    It lies halfway between that of the pairs and that of what does not belong together. None where
    the model does not find the pairs: it does not read both languages.
    """
    questions = encoder.encode_queries([question for question, _ in _PAIRS])
    sentences = encoder.encode_passages([sentence for _, sentence in _PAIRS])
    cosines = questions @ sentences.T
    found = np.mean(cosines.argmax(axis=1) == np.arange(len(_PAIRS)))
    if found < _LEAST_FOUND:
        return None
    together = np.eye(len(_PAIRS), dtype=bool)
    return float((cosines[together].mean() + cosines[~together].mean()) / 2)


def foreign_answer(query: Query, hits: Sequence[Hit], encoder: Encoder, nearness: float) -> Answer:
    """Quote the sentence of `hits` nearest in meaning to `query`, or abstain.

    Args:
        query: the question, not in Chinese.
        hits: best first.
        encoder: a model that reads both languages.
        nearness: the cosine from which a sentence answers.
    """
    found = sentences_of(hits)
    if not found:
        return abstention(query, hits)
    sentences = encoder.encode_passages([one.text for one in found])
    cosines = sentences @ encoder.encode_queries([query.text])[0]
    order = np.argsort(-cosines, kind="stable")[:_NEAREST]
    near = [found[i] for i in order if cosines[i] >= nearness]
    fitting = [one for one in near if _fits(query, one)]
    return quoted(query, fitting[:1]) if fitting else abstention(query, hits)


def _fits(query: Query, one: Evidence) -> bool:
    asks_a_number = _ASKS_A_NUMBER.search(query.text.lower())
    return not asks_a_number or bool(_NUMBER.search(fold(one.text)))
