"""Answers from the questions that articles print themselves: what is asked there is replied there.

`问:喷药期间能喝酒吗?` answers by the reply below it, of which `答:不能。` alone tells nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qa.answering.evidence import Evidence, best_of_each, whole_text
from qa.answering.fitting import fitting
from qa.answering.shortest import shortest_answer
from qa.forms.choosing.candidates import has_form
from qa.interviews import asking_sentences, exchanges
from qa.overlap import content, evenly, share
from qa.passages import title_lines
from qa.questions.expected import expected_answer
from qa.text import fold, sentences, terms
from qa.types import Expected, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.interviews import Exchange
    from qa.overlap import Sought
    from qa.types import Hit

_LOOKED_AT = 8  # articles
_SAME_QUESTION = 0.75  # share of what is asked that the printed question and its titles must have
_OF_PRINTED = 0.4  # share of what the printed question asks that the question or the titles have
_MOST_OF_PRINTED = 0.6  # the same, where only the article has all that is asked about
_MOST_SENTENCES = 4
_ENOUGH = 30  # characters of a reply that is no list and no reason

# `记者:那么|缴费怎么算?`
_ASIDE = re.compile(r"^[^\w\s]?\s*(?:[^\W_]{1,12}:)?\s*(?:那么?|请问)?")
# `什么时候|可以|领?`
_MODAL = re.compile(
    r"(?P<may>[能会要可])不(?P=may)|可不可以|需不需要|可以|能够?|需要|应该|会不会|[会要该]"
)
# `答:可以。`, `刘医生:不一定,要看情况`
_SPEAKER = re.compile(r"[^\w\s]?\s*[^\W_]{1,12}[:：]\s*")
_YES_NO = re.compile(
    r"(?P<word>(?:当然|完全|一般|原则上|目前|现在|都)?(?:不可以|可以|不能|能|不会|会|不是|是的?|没有|有的?|不需要|需要"
    r"|不用|不必|必须|不应该|应该|不行|行|不要|不建议|不一定|没必要|对|不对|否))[,，。!！;；]"
)


@dataclass(frozen=True, slots=True)
class Reply:
    """The reply of an article to what it asks itself."""

    sentences: tuple[Evidence, ...]  # the printed question, then the reply
    short: str


def reply_told(asked: Sought, read: Sequence[Evidence]) -> Reply | None:
    """Return the reply to the printed question that asks the same, if an article has it.

    It asks for the same kind of answer, and has nearly all that is asked about, or its titles have.

    Args:
        asked: what is looked for.
        read: sentences of the articles found, best article first.
    """
    hits = [one.hit for one in read]
    found = [
        (_likeness(asked, hit, exchange), -place, hit, exchange)
        for place, hit in enumerate(best_of_each(hits)[:_LOOKED_AT])
        for exchange in exchanges(hit.article.text)
    ]
    for likeness, _, hit, exchange in sorted(found, key=lambda one: one[:2], reverse=True):
        if not likeness:
            break
        if told := _told(asked, read, hit, exchange):
            return told
    return None


def with_exchanges(asked: Sought, chosen: Sequence[Evidence]) -> list[Evidence]:
    """Return sentences with what belongs to them of the questions that their articles print.

    Before one that begins a reply stands what it replies to, and behind one that asks the reply.
    """
    given: list[Evidence] = []
    for one in chosen:
        about = exchanges(one.hit.article.text)
        replied = (each for each in about if each.answer.start == one.span.start)
        asking = [each for each in about if each.question.holds(one.span)]
        told = {(each.hit.article.id, each.span) for each in given}
        if any((one.hit.article.id, _first_of(one.hit, each)) in told for each in asking):
            continue  # another sentence of what is replied to already
        given += (_evidence(one.hit, _asking(asked, one.hit, each)) for each in replied)
        given.append(one)
        given += (_evidence(one.hit, _first_of(one.hit, each)) for each in asking)
    return list({(one.hit.article.id, one.span.start): one for one in given}.values())


def _likeness(asked: Sought, hit: Hit, exchange: Exchange) -> float:
    """Return how much of what is asked a printed question asks too; 0 where it asks another."""
    text = hit.article.text
    question = fold(text[exchange.question.start : exchange.question.end])
    asking = asking_sentences(text, exchange.question)
    kinds = {expected_answer(fold(text[one.start : one.end])) for one in asking}
    if asked.expected is not Expected.OTHER and kinds.isdisjoint((asked.expected, Expected.OTHER)):
        return 0.0
    titles = fold(title_lines(hit.article))
    both = f"{titles}\n{question}"
    words = _words(asked.question)
    own = [term for one in asking for term in _words(_plain(text[one.start : one.end]))]
    shared, in_article = _shared(asked, words, both), _shared(asked, words, whole_text(hit.article))
    of_own = share(evenly(tuple(own)), f"{asked.question}\n{titles}")
    is_same = (shared >= _SAME_QUESTION and of_own >= _OF_PRINTED) or (
        in_article >= _SAME_QUESTION and of_own >= _MOST_OF_PRINTED
    )
    return shared + of_own if is_same and not set(words).isdisjoint(own) else 0.0


def _plain(question: str) -> str:
    """Return a printed question, folded, without who asks it."""
    return _ASIDE.sub("", fold(question))


def _shared(asked: Sought, words: Sequence[str], text: str) -> float:
    """Return how much of the words of a question a folded text has, each by its rarity."""
    usual = sum(asked.terms.values()) / max(1, len(asked.terms))
    weights = {term: asked.terms.get(term, usual) for term in _without_joins(words, text)}
    return share(weights, text)


def _words(question: str) -> list[str]:
    """Return the terms of a folded question without what asks and what may or must be."""
    return terms(_MODAL.sub(" ", content(question)))


def _without_joins(words: Sequence[str], text: str) -> list[str]:
    """Return terms, in order, but those that only join two words that `text` has."""
    return [
        term
        for before, term, behind in zip(("", *words), words, (*words[1:], ""), strict=False)
        if term in text or not (before and behind and before in text and behind in text)
    ]


def _told(asked: Sought, read: Sequence[Evidence], hit: Hit, exchange: Exchange) -> Reply | None:
    """Return the reply of an exchange: what of it has the form asked for, else how it begins."""
    question = _evidence(hit, _asking(asked, hit, exchange))
    known = {one.span.start: one for one in read if one.hit.article.id == hit.article.id}
    whole = (_evidence(hit, span) for span in _sentences(hit.article.text, exchange.answer))
    reply = fitting(asked, [known.get(one.span.start, one) for one in whole])
    if not reply:
        return None
    if has_form(asked.expected):
        for one in reply[:_MOST_SENTENCES]:
            if span := shortest_answer(asked, one):
                return Reply((question, one), one.text[span.start : span.end])
    return Reply((question, *_enough(asked, reply)), _yes_or_no(asked, reply[0]))


def _enough(asked: Sought, reply: Sequence[Evidence]) -> list[Evidence]:
    """Return the first sentences of a reply: so many as say something, or all that a list needs."""
    is_long = asked.expected in (Expected.LIST, Expected.MANNER, Expected.REASON)
    told: list[Evidence] = []
    for one in reply[:_MOST_SENTENCES]:
        told.append(one)
        if not is_long and sum(len(each.text) for each in told) >= _ENOUGH:
            break
    return told


def _yes_or_no(asked: Sought, first: Evidence) -> str:
    """Return the word with which a reply says yes or no, empty where it does not."""
    if asked.expected is not Expected.YES_NO:
        return ""
    said = _SPEAKER.match(first.text)
    word = _YES_NO.match(first.text, said.end() if said else 0)
    return word["word"] if word else ""


def _evidence(hit: Hit, span: Span) -> Evidence:
    return Evidence(hit, span, 0.0)


def _first_of(hit: Hit, exchange: Exchange) -> Span:
    return next(_sentences(hit.article.text, exchange.answer))


def _asking(asked: Sought, hit: Hit, exchange: Exchange) -> Span:
    """Return the sentence of a printed question that has most of what is asked; else its last."""
    text = hit.article.text
    asking = reversed(asking_sentences(text, exchange.question))
    return max(asking, key=lambda one: share(asked.terms, fold(text[one.start : one.end])))


def _sentences(text: str, within: Span) -> Iterator[Span]:
    for span in sentences(text[within.start : within.end]):
        yield Span(within.start + span.start, within.start + span.end)
