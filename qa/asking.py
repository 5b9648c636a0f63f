"""Answers a question from a store: finds passages, then lets an answerer speak."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from qa.answering import (
    Author,
    Part,
    abstention,
    answer,
    asked_author,
    asked_contents,
    contents,
    coverage,
    narrowed,
    not_listed,
    overview,
    printed,
    works,
)
from qa.answering.corrections import notices_for
from qa.answering.courtesy import courtesy
from qa.answering.evidence import best_of_each
from qa.answering.foreign import foreign_answer, nearness_of_answers
from qa.answering.quoting import with_source, without_short
from qa.answering.refusal import tells_of
from qa.answering.wording import chinese_only_note, going_on_note, other_day_note
from qa.dates.asked import date_ranges
from qa.passages import split
from qa.questions.covered import covered_topic, printed_topic
from qa.questions.topics import asked_topic
from qa.retrieval.retrieve import candidates, retrieve_unread
from qa.text import is_chinese, sentences
from qa.types import Answer, DateRange, Filters, Genre, Hit, Query, ScoreParts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from embeddings import Encoder
    from qa.generation.llm import LanguageModel
    from qa.questions.topics import Topic
    from qa.storage.store import Store
    from qa.types import Article, Edition

_PASSAGES_READ = 10
_PASSAGES_LISTED = 200  # of what is asked which editions reported it
_PASSAGES_LINKED = 8
_FEW_DAYS = timedelta(days=10)
_PASSAGES_OF_LAST = 8  # of each article that the last answer quotes
_PASSAGES_GONE_ON = 3  # of those, that a language model is given beside what is found
_UNSOUGHT = 0.5  # their score, which speaks neither for nor against what was not sought
_LONGEST_SOUGHT = 200  # characters of that answer that its articles are found by
_TELLING = 8  # characters of a sentence that stands in one article alone


@dataclass(frozen=True)
class Desk:
    """What questions are answered from."""

    store: Store
    encoder: Encoder

    @cached_property
    def nearness(self) -> float | None:
        """How near an answer in Chinese lies to a question in another language, if ever."""
        return nearness_of_answers(self.encoder)


def answers(desk: Desk, query: Query, model: LanguageModel | None = None) -> Iterator[Answer]:
    """Yield the answer to `query` as it grows; the last one is whole.

    Args:
        desk: what it is answered from.
        query: the question.
        model: who writes it; without one the archive's own sentences are quoted.
    """
    listed = (
        courtesy(query)
        or _works(desk, query)
        or _contents(desk, query)
        or _coverage(desk, query)
        or _printed(desk, query)
        or _overview(desk, query, with_model=model is not None)
    )
    if listed:
        yield replace(listed, filters=query.filters)
        return
    for found in _answers(desk, query, model):
        notes = _of_another_day(query, found), found.note or _note(desk, query, found)
        note = ("" if is_chinese(query.question) else " ").join(filter(None, notes))
        yield replace(found, filters=query.filters, note=note)


def _answers(desk: Desk, query: Query, model: LanguageModel | None) -> Iterator[Answer]:
    hits = _found(desk, query, _PASSAGES_READ)
    if model and hits and not query.source:
        from qa.generation.generative import generated_answers  # without a model none is checked

        yield from generated_answers(
            query,
            _with_notices(desk, _with_quoted_before(desk, query, hits)),
            model,
            without=lambda: _quoted(desk, query, hits),
            refusal=lambda: _refused(desk, query, hits),
        )
    else:
        yield _quoted(desk, query, hits)


def _quoted(desk: Desk, query: Query, hits: list[Hit]) -> Answer:
    if not is_chinese(query.question) and desk.nearness:
        found = foreign_answer(query, hits, desk.encoder, desk.nearness)
        return _refused(desk, query, hits) if found.abstained else found
    if going_on := _going_on(desk, query):
        return going_on
    found = _extracted(desk, query, hits)
    if found.abstained:
        return _refused(desk, query, hits)
    if query.source:
        return with_source(found)
    # what only names a topic asks for no piece of a sentence
    return without_short(found) if found.short and asked_topic(query.text) else found


def _extracted(desk: Desk, query: Query, hits: list[Hit]) -> Answer:
    known: dict[str, list[Hit]] = {}

    def linked(hit: Hit) -> list[Hit]:
        if hit.article.id not in known:  # a search, asked for again by what is quoted and corrected
            known[hit.article.id] = _linked(desk, hit)
        return known[hit.article.id]

    return answer(query, hits, rarities=desk.store.rarities, linked=linked)


def _going_on(desk: Desk, query: Query) -> Answer | None:
    """Return what the articles say that the last answer quotes; None where they do not say it.

    Of another topic they hardly ever do: tests/benchmarks/conversation.py.
    """
    hits = _quoted_before(desk, query.last) if query.last else []
    if not hits:
        return None
    found = _extracted(desk, query, hits)
    return None if found.abstained else replace(found, note=f"{going_on_note()}{found.note}")


def _with_quoted_before(desk: Desk, query: Query, hits: list[Hit]) -> list[Hit]:
    """Return hits behind what the last answer quotes, where the query may go on from that."""
    before = _quoted_before(desk, query.last)[:_PASSAGES_GONE_ON] if query.last else []
    known = {hit.passage for hit in before}
    return [*before, *(hit for hit in hits if hit.passage not in known)]


def _quoted_before(desk: Desk, told: str) -> list[Hit]:
    """Return the passages of the articles that an answer quotes."""
    text = told[:_LONGEST_SOUGHT]
    found = _found(desk, Query(text, text), _PASSAGES_READ)
    return [
        replace(hit, passage=passage, score=_UNSOUGHT)
        for hit in best_of_each(found)
        if any(quote in told for quote in _quotes_of(hit.article))
        for passage in split(hit.article)[:_PASSAGES_OF_LAST]
    ]


def _quotes_of(article: Article) -> Iterator[str]:
    """Yield the sentences of an article that are long enough to tell it from others."""
    spans = (span for span in sentences(article.quotable) if span.end - span.start >= _TELLING)
    return (article.quotable[span.start : span.end] for span in spans)


def _refused(desk: Desk, query: Query, hits: list[Hit]) -> Answer:
    return abstention(query, hits, desk.store.editions(), none_there=not hits)


def _works(desk: Desk, query: Query) -> Answer | None:
    author = asked_author(query.text)
    if author is None:
        return None
    signed = desk.store.matching(replace(query.filters, reporter=author.name))
    return works(query, author, signed)


def _contents(desk: Desk, query: Query) -> Answer | None:
    part = asked_contents(query.text)
    if part is None:
        return None
    editions = desk.store.summaries()
    filters = narrowed(query, part, editions)
    if filters is None:
        return None
    asked = replace(query, filters=filters)
    if without := not_listed(asked, part, editions):
        return without
    held = _notices(desk, asked) if part.corrections else desk.store.matching(filters)
    found = contents(asked, part, held)
    # of another name, it is perhaps no column; what else is told of corrections or days is searched
    if found or part.column or part.corrections or part.happened:
        return found
    return abstention(asked, [], [one.edition for one in editions], none_there=not held)


def _notices(desk: Desk, query: Query) -> list[tuple[Article, Edition]]:
    """Return the correction notices that the filters of `query` let through."""
    asked = replace(query, text=Genre.CORRECTION.value, newest=False)
    found = {hit.article.id: hit for hit in _found(desk, asked, _PASSAGES_LISTED)}
    return [(hit.article, hit.edition) for hit in found.values()]


def _coverage(desk: Desk, query: Query) -> Answer | None:
    topic = covered_topic(query.text)
    if not topic:
        return None
    asked = replace(query, text=topic, newest=False)
    return coverage(query, topic, _found(desk, asked, _PASSAGES_LISTED))


def _printed(desk: Desk, query: Query) -> Answer | None:
    topic = None if query.source else printed_topic(query.text)
    if not topic:
        return None
    return printed(query, topic, _found(desk, replace(query, text=topic), _PASSAGES_READ))


def _overview(desk: Desk, query: Query, *, with_model: bool) -> Answer | None:
    """Return what is told of the topic that is named; a model tells it in words of its own."""
    topic = None if query.source else asked_topic(query.text)
    if topic is None or (with_model and not topic.reports):
        return None
    if of_column := _of_column(desk, query, topic):
        return of_column
    asked = replace(query, text=topic.name, newest=False)
    hits = _found(desk, asked, _PASSAGES_LISTED)
    found = (
        overview(query, topic.name, hits, titled=topic.stands)
        or (topic.is_asked_for and overview(query, topic.words, hits, titled=topic.stands))
        or _signed(desk, query, topic)
    )
    if found or not topic.reports:
        return found
    return _refused(desk, query, hits[:_PASSAGES_READ])


def _of_column(desk: Desk, query: Query, topic: Topic) -> Answer | None:
    """Return what is printed under the section banner that is named, if one is."""
    asked = replace(query, filters=replace(query.filters, section=topic.name))
    held = [] if query.filters.section or topic.stands else desk.store.matching(asked.filters)
    return contents(asked, Part(column=topic.name), held)


def _signed(desk: Desk, query: Query, topic: Topic) -> Answer | None:
    """Return the articles that somebody signed who is named, if so."""
    held = [] if topic.stands else desk.store.matching(replace(query.filters, reporter=topic.name))
    return works(query, Author(topic.name), held)


def _linked(desk: Desk, hit: Hit) -> list[Hit]:
    """Return passages that may correct the hit's article, or be corrected by it."""
    article, edition = hit.article, hit.edition
    if edition.date is None:
        return []
    if article.genre is Genre.CORRECTION:
        text, dates = article.text, DateRange(None, edition.date)
    else:
        text, dates = f"{Genre.CORRECTION} {article.title}", DateRange(edition.date, None)
    query = Query(text, text, Filters(dates, edition.paper or None))
    found = candidates(desk.store, query, desk.encoder.encode_queries([text]))
    unranked = ScoreParts(0.0, 0.0)
    return [
        Hit(0.0, one.passage, one.article, one.edition, unranked)
        for one in found[:_PASSAGES_LINKED]
    ]


def _with_notices(desk: Desk, hits: list[Hit]) -> list[Hit]:
    """Return hits with the notices behind the first that correct its article."""
    first = hits[0]
    known = {hit.article.id for hit in hits}
    notices = notices_for(first.article, first.edition, _linked(desk, first))
    return [first, *(one for one in notices if one.article.id not in known), *hits[1:]]


def _found(desk: Desk, query: Query, count: int) -> list[Hit]:
    return retrieve_unread(desk.store, desk.encoder, query, count)


def _of_another_day(query: Query, found: Answer) -> str:
    """Say that nothing quoted is of the few days asked about, nor tells of them: `昨晚`."""
    around = query.around
    if not (around and around.since and around.until and found.citations):
        return ""
    # of a day without a year, the year is but supposed
    if not any(one.from_today for one in date_ranges(query.text, around.since)):
        return ""
    told = any(
        (one.edition.date and around.holds(one.edition.date))
        or any(tells_of(day, around) for day in one.article.dates)
        for one in found.citations
    )
    if told or around.until - around.since > _FEW_DAYS:
        return ""
    return other_day_note(around.since, chinese=is_chinese(query.question))


def _note(desk: Desk, query: Query, found: Answer) -> str:
    """Say to who asks in another language that the model reads Chinese alone, if that matters."""
    answered = found.by_model and not found.abstained
    if answered or is_chinese(query.question) or desk.nearness:
        return ""
    return chinese_only_note(desk.encoder.name)
