"""Finds the sentences that answer: a small learned model over what they share with a question.

One network puts the sentences of the hits in order, another says from the best of them whether
the question is answered at all. Both are learned by `qa.learning.answers`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from qa.forms.choosing.candidates import has_form
from qa.forms.choosing.weighing import Around, best_candidate
from qa.interviews import tells_of_asker
from qa.network import Features, read_network
from qa.overlap import ANSWERS, Sought, evenly, held, holds_rarest, longest_common, share
from qa.passages import title_line, title_lines
from qa.questions.profiles import is_profile, person_asked_about, with_person
from qa.reading.inputs import text_in
from qa.reading.reader import reader
from qa.text import fold
from qa.types import Expected, Hit, Passage, ScoreParts, Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qa.reading.inputs import Text
    from qa.reading.reader import Reading, SentenceReading
    from qa.types import Article, Edition

SENTENCE_WEIGHTS = Path(__file__).with_name("sentences.json")
ANSWERED_WEIGHTS = Path(__file__).with_name("answered.json")

_READ = 8  # passages at most that the reader is shown
# Logits; so far below the best hit stood the answer to under 2% of 996 questions of CMRC 2018 and
# DRCD, where 2.5 passages were read instead of 8.
_FAR_BELOW = 6.0
# Reasons are whole clauses, of which the reader is less sure. Of 34 such questions with an answer,
# among those that abstaining learns from, 29% were refused, and 18% are with this; of 80 without,
# 82% still are.
_REASON_GAIN = 0.75  # logits
_UNREAD = -12.0  # logits; what it does not read, or thinks as little of

# `特此更正,并向读者致歉。`
_CLOSES_NOTICE = re.compile(
    r"[特谨]此[^,，。]{2,4}(?:[,，][^。]{0,30}(?:歉意?|谅解))?[。!！]?|[^,，。]{2,12}编辑部"
)

# `(石灰窑街 老魏)`, `(记者 甲 整理)`: who asks or signs
_SIGNED = re.compile(
    r"[(（][^()（）,，。:：\d]{1,16}?(?:[\s\u3000][^()（）,，。:：\d]{1,16}|先生|女士|读者|摄|供图)[)）]"
)
# `问:什么时候缴费?`, `为什么推迟?”`
_ASKS = re.compile(r"[?？][”’」』]?$")

SENTENCE_NAMES = (
    "terms",
    "characters",
    "characters_even",
    "longest_common",
    "rarest_term",
    "exact",
    "quoted",
    "expected",
    "expected_anew",
    "terms_with_title",
    "terms_with_neighbours",
    "characters_with_neighbours",
    "terms_before_and_after",
    "terms_of_passage",
    "terms_of_article",
    "hit_below_best",
    "span",
    "span_nearness",
    "length",
    "starts_article",
    "ends_with_colon",
    "read",
    "read_below_best",
)

# Few, and each the more the surer: with all of the sentence's features as well, as many questions
# are refused rightly, but short ones wrongly.
ANSWERED_NAMES = ("hit", "characters_in_article", "read", "piece")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of a hit's article, and how well it answers."""

    hit: Hit
    span: Span  # in Article.quotable
    logit: float
    reading: SentenceReading | None = None

    @property
    def text(self) -> str:
        """The sentence, word for word."""
        return self.hit.article.quotable[self.span.start : self.span.end]

    @property
    def asks(self) -> bool:
        """Whether the sentence is a question."""
        return bool(_ASKS.search(self.text))

    @property
    def day(self) -> date:
        """The day of its edition; the first of all where that has none."""
        return self.hit.edition.date or date.min


def evidence_at(article: Article, edition: Edition, place: Span) -> Evidence:
    """Return a place in an article as evidence by itself, which no search has scored."""
    passage = Passage(article.id, place.start, place.end, article.text[place.start : place.end])
    return Evidence(Hit(0.0, passage, article, edition, ScoreParts(0.0, 0.0)), place, 0.0)


@dataclass(frozen=True, slots=True)
class _Context:
    """A sentence with what stands around it, folded."""

    sentence: str
    before: str
    after: str
    title: str
    passage: str
    article: str


def sentences_of(hits: Sequence[Hit]) -> list[Evidence]:
    """Return the sentences of the hits' passages that may tell something, once, without a score."""
    return _sentences(hits, _texts(hits), {})


def read_sentences(asked: Sought, hits: Sequence[Hit]) -> list[Evidence]:
    """Return the sentences of the hits, with what the reader says of those of the best hits."""
    texts = _texts(hits)
    near = [place for place, hit in enumerate(hits) if _is_worth_reading(hit, hits[0])][:_READ]
    readings = reader().read(asked, [texts[place] for place in near])
    return _sentences(hits, texts, dict(zip(near, readings, strict=True)))


def _texts(hits: Sequence[Hit]) -> list[Text]:
    return [text_in(hit.article, hit.passage) for hit in hits]


def _is_worth_reading(hit: Hit, best: Hit) -> bool:
    """Return whether an answer may stand in `hit`; reading is what takes the time of answering."""
    return hit.article.id == best.article.id or _logit(hit.score) > _logit(best.score) - _FAR_BELOW


def _sentences(
    hits: Sequence[Hit], texts: Sequence[Text], readings: Mapping[int, Reading]
) -> list[Evidence]:
    found: dict[tuple[str, int], Evidence] = {}
    for place, (hit, text) in enumerate(zip(hits, texts, strict=True)):
        reading = readings.get(place)
        for number, span in enumerate(text.sentences):
            start = hit.passage.start + span.start
            printed = hit.article.text[start : hit.passage.start + span.end]
            is_byline = start < len(hit.article.byline)
            if is_byline or _tells_nothing(printed) or tells_of_asker(hit.article.text, start):
                continue
            whole = Span(start, hit.passage.start + span.end)
            read = reading.of_sentence(number, span) if reading else None
            found.setdefault((hit.article.id, start), Evidence(hit, whole, 0.0, read))
    return list(found.values())


def _tells_nothing(printed: str) -> bool:
    """Return whether a sentence is but the sign below a text, or the close of a notice."""
    return bool(_CLOSES_NOTICE.fullmatch(printed) or _SIGNED.fullmatch(printed))


def sentence_features(asked: Sought, found: Sequence[Evidence]) -> Features:
    """Return one row for each sentence: float32 array of shape (n, len(SENTENCE_NAMES))."""
    folded = {one.hit.article.id: fold(one.hit.article.text) for one in found}
    shared = {
        (one.hit.article.id, one.hit.passage.start): (
            share(asked.terms, fold(one.hit.passage.text)),
            share(asked.terms, folded[one.hit.article.id]),
        )
        for one in found
    }
    best = max((_logit(one.hit.score) for one in found), default=0.0)
    best_read = max(map(_read_logit, found), default=_UNREAD)
    person = person_asked_about(asked.question)
    of_person = {one.hit.article.id for one in found if is_profile(one.hit.article, person)}
    rows = []
    for index, one in enumerate(found):
        told_of = person if one.hit.article.id in of_person else ""
        context = _context(found, index, folded, told_of)
        of_passage, of_article = shared[one.hit.article.id, one.hit.passage.start]
        logit = _logit(one.hit.score)
        around = (of_passage, of_article, logit - best)
        read = _read_logit(one)
        of_reader = (read, read - best_read)
        rows.append(
            (*_own(asked, context), *around, *_span(asked, context), *_form(one), *of_reader)
        )
    return np.array(rows, dtype=np.float32).reshape(-1, len(SENTENCE_NAMES))


def _context(
    found: Sequence[Evidence], index: int, folded: dict[str, str], person: str
) -> _Context:
    one = found[index]
    article = folded[one.hit.article.id]

    def text_at(place: int) -> str:
        if not 0 <= place < len(found):
            return ""
        other = found[place]
        near = other.hit.article.id == one.hit.article.id
        return article[other.span.start : other.span.end] if near else ""

    passage = article[one.hit.passage.start : one.hit.passage.end]
    sentence = with_person(article[one.span.start : one.span.end], person)
    title = fold(title_line(one.hit.article))
    return _Context(sentence, text_at(index - 1), text_at(index + 1), title, passage, article)


def _own(asked: Sought, context: _Context) -> tuple[float, ...]:
    sentence = context.sentence
    near = context.before + sentence + context.after
    pattern = ANSWERS.get(asked.expected)
    found = pattern.findall(sentence) if pattern else []
    return (
        share(asked.terms, sentence),
        share(asked.characters, sentence),
        share(evenly(tuple(asked.characters)), sentence),
        longest_common(asked.text, sentence) / max(1, len(asked.text)),
        float(holds_rarest(asked, held(asked.terms, sentence))),
        share(evenly(asked.exact), sentence, empty=1.0),
        share(evenly(asked.quoted), sentence, empty=1.0),
        float(pattern is None or bool(found)),
        float(pattern is None or any(one not in asked.text for one in found)),
        share(asked.terms, context.title + "\n" + sentence),
        share(asked.terms, near),
        share(asked.characters, near),
        share(asked.terms, context.before + "\n" + context.after),
    )


def _span(asked: Sought, context: _Context) -> tuple[float, float]:
    """Return whether the sentence holds a piece of the form asked for, and how well it fits."""
    if not has_form(asked.expected):
        return 0.5, 0.0
    best = best_candidate(asked, context.sentence, Around(context.title))
    return (1.0, best.gain) if best else (0.0, 0.0)


def _form(one: Evidence) -> tuple[float, ...]:
    text = one.text
    first = one.span.start <= len(one.hit.article.byline) + 1
    return (min(len(text), 120) / 120, float(first), float(text.rstrip().endswith((":", "："))))


def _read_logit(one: Evidence) -> float:
    return max(one.reading.logit, _UNREAD) if one.reading else _UNREAD


def _logit(score: float) -> float:
    clipped = min(max(score, 1e-4), 1 - 1e-4)
    return float(np.log(clipped / (1 - clipped)))


def ranked(asked: Sought, found: Sequence[Evidence]) -> tuple[list[Evidence], Features]:
    """Return the sentences of `found`, best first, and their features in the same order."""
    if not found:
        return [], np.zeros((0, len(SENTENCE_NAMES)), dtype=np.float32)
    rows = sentence_features(asked, found)
    logits = read_network(SENTENCE_WEIGHTS, SENTENCE_NAMES).logits(rows)
    order = sorted(range(len(found)), key=lambda i: -logits[i])
    scored = [replace(found[i], logit=float(logits[i])) for i in order]
    return scored, rows[order]


def answered_features(asked: Sought, found: Sequence[Evidence]) -> Features:
    """Return what tells whether the best of `found` answers: shape (len(ANSWERED_NAMES),).

    Args:
        asked: what is looked for.
        found: sentences, best first; at least one.
    """
    best = found[0]
    return np.array(
        (
            _logit(best.hit.score),
            share(asked.characters, whole_text(best.hit.article)),
            _read_logit(best),
            _piece_logit(best),
        ),
        dtype=np.float32,
    )


def _piece_logit(one: Evidence) -> float:
    """Return what speaks for the piece of a sentence that most speaks for."""
    if one.reading is None:
        return 2 * _UNREAD
    return max(one.reading.piece_logit(one.reading.best_piece()), 2 * _UNREAD)


def best_of_each(hits: Sequence[Hit]) -> list[Hit]:
    """Return the first hit of each article, in their order."""
    first: dict[str, Hit] = {}
    for hit in hits:
        first.setdefault(hit.article.id, hit)
    return list(first.values())


def whole_text(article: Article) -> str:
    """Return an article's titles and text, folded."""
    return fold(f"{title_lines(article)}\n{article.text}")


def answered(asked: Sought, found: Sequence[Evidence]) -> float:
    """Return how surely the best of `found`, one at least, answers; below 0 it does not."""
    row = answered_features(asked, found)[None]
    logit = float(read_network(ANSWERED_WEIGHTS, ANSWERED_NAMES).logits(row)[0])
    return logit + _REASON_GAIN if asked.expected is Expected.REASON else logit
