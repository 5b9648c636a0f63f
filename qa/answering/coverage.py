"""Answers what was reported of a topic, in which editions and on which page: by listing them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qa.answering.evidence import Evidence, best_of_each, evidence_at, whole_text
from qa.answering.leads import told
from qa.answering.quoting import ANSWERER, MOST_LISTED, citation, listing, printed_in
from qa.answering.wording import listed_note, most_telling_note
from qa.citing import day_and_paper
from qa.forms.persons.names import tells_who
from qa.overlap import evenly, share
from qa.passages import title_lines
from qa.text import fold, is_chinese, terms
from qa.types import Answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.types import Article, Hit, Query, Span

_TELLS = 0.7  # of what an article is to tell of, what it must have
_OVERVIEW = 10  # articles
_LONGEST_NAME = 4  # characters of a person's


def coverage(query: Query, topic: str, hits: Sequence[Hit]) -> Answer | None:
    """Return the editions whose articles name `topic`, newest first; None where none does.

    Args:
        query: the question.
        topic: what is to be named, as `covered_topic` found it.
        hits: what was found for it; of each article at least one.
    """
    named = {one.hit.article.id: one for hit in hits for one in _naming(topic, hit)}
    if not named:
        return None
    found, open_ended = list(named.values()), _there_may_be_more(topic, hits)
    left = listed_note(len(found), MOST_LISTED, "篇", chinese=is_chinese(query.question))
    return listing(query, _head(query, topic, found, left, open_ended=open_ended), found)


def overview(query: Query, topic: str, hits: Sequence[Hit], *, titled: bool) -> Answer | None:
    """Return what the articles say that name `topic`, those first that do so in their titles.

    None where none does.

    Args:
        query: the question.
        topic: what is to be named, as `asked_topic` found it.
        hits: what was found for it, best first; of each article at least one.
        titled: whether one of them must have it in the title.
    """
    first = best_of_each(hits)
    places = ((hit, _introduced(topic, hit.article)) for hit in first)
    found = [Evidence(hit, place, 0.0) for hit, place in places if place]
    in_title = [one for one in found if _is_titled(topic, one.hit.article)]
    if not found or (titled and not in_title):
        return None
    listed = [*in_title, *(one for one in found if one not in in_title)]
    left = most_telling_note(len(listed), _OVERVIEW, chinese=is_chinese(query.question))
    head = _head(query, topic, listed, left, open_ended=_there_may_be_more(topic, hits))
    return listing(query, head, listed[:_OVERVIEW])


def _introduced(topic: str, article: Article) -> Span | None:
    """Return the sentence of an article that tells who `topic` is, else the first that names it."""
    name = fold(topic)
    cut = told(article) if len(name) <= _LONGEST_NAME else []
    telling = (span for span in cut if tells_who(name, fold(article.text[span.start : span.end])))
    return next(telling, None) or _place(topic, article)


def _there_may_be_more(topic: str, hits: Sequence[Hit]) -> bool:
    """Return whether even the last of many hits names `topic`, so that others may as well."""
    return len(hits) > MOST_LISTED and _place(topic, hits[-1].article) is not None


def _is_titled(topic: str, article: Article) -> bool:
    return all(part in fold(title_lines(article)) for part in fold(topic).split())


def printed(query: Query, topic: str, hits: Sequence[Hit]) -> Answer | None:
    """Return where the article that tells of `topic` is printed, with its reprints.

    Where several have it in their titles, all of these; None where no article has enough of it.

    Args:
        query: the question.
        topic: what the article is to tell of, as `printed_topic` found it.
        hits: what was found for it, best first.
    """
    wanted, first = evenly(tuple(terms(topic))), best_of_each(hits)
    telling = [hit for hit in first if share(wanted, whole_text(hit.article)) >= _TELLS]
    titled = [hit for hit in telling if _is_titled(topic, hit.article)]
    chinese = is_chinese(query.question)
    citations, lines = [], []
    for number, hit in enumerate((titled or telling[:1])[:MOST_LISTED], 1):
        place = _place(topic, hit.article) or told(hit.article)[0]
        quote = citation(number, Evidence(hit, place, 0.0))
        citations.append(quote)
        lines += [f"{where}[{number}]" for where in printed_in(quote, chinese=chinese)]
    if not lines:
        return None
    text = "\n".join(lines)
    return Answer(query.question, query.text, text, tuple(citations), False, ANSWERER)


def _naming(topic: str, hit: Hit) -> Iterator[Evidence]:
    """Yield where a hit's article names `topic`, and where its reprints do, each by itself."""
    if place := _place(topic, hit.article):
        yield Evidence(replace(hit, reprints=()), place, 0.0)
    for article, edition in hit.reprints:
        if place := _place(topic, article):
            yield evidence_at(article, edition, place)


def _place(topic: str, article: Article) -> Span | None:
    """Return the first sentence with the most of a `topic` that an article or its title names."""
    parts, spans = fold(topic).split(), told(article)
    texts = [fold(article.text[span.start : span.end]) for span in spans]
    held = "\n".join((fold(title_lines(article)), *texts))
    if not all(part in held for part in parts):
        return None
    named = [sum(part in text for part in parts) for text in texts]
    return spans[named.index(max(named))] if spans else None


def _head(
    query: Query, topic: str, found: Sequence[Evidence], left: str, *, open_ended: bool
) -> str:
    """Say how many there are, how many are `left` out, and which was first.

    `open_ended` where not all were looked at.
    """
    held = {one.hit.edition.id: one.hit.edition for one in found}
    editions, first = len(held), min(held.values(), key=lambda one: str(one.date))
    chinese = is_chinese(query.question)
    told_first = "" if editions == 1 or open_ended else day_and_paper(first)
    if chinese:
        least, earliest = "至少" if open_ended else "", told_first and f",最早是{told_first}"
        return f"{least}有{editions}期报纸的{len(found)}篇报道提到“{topic}”{earliest}{left}。"
    least, earliest = "At least " if open_ended else "", told_first and f", first {told_first}"
    return f"{least}{len(found)} articles in {editions} editions name “{topic}”{earliest}{left}:"
