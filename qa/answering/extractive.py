"""Answers with the archive's own sentences: the shortest answer, then the quotes that give it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from qa.answering.bylines import asks_for_credit, credit_evidence
from qa.answering.corrections import mended
from qa.answering.events import event_told, verdict_told
from qa.answering.everyday import in_printed_words, without_own_year
from qa.answering.evidence import answered, ranked, read_sentences
from qa.answering.fitting import fitting
from qa.answering.matches import opponent_told
from qa.answering.posts import listed_told, post_told
from qa.answering.quoting import quoted
from qa.answering.reasons import reason_told
from qa.answering.refusal import abstention
from qa.answering.replies import reply_told, with_exchanges
from qa.answering.several import (
    Speaking,
    developments,
    editions_speaking,
    in_order,
    news_first,
    notices_last,
    reply_first,
    with_notices,
    with_replies,
)
from qa.answering.shortest import shortest_answer, who_told, with_form_first
from qa.answering.tables import cell_told
from qa.answering.titles import title_told
from qa.answering.wording import corrected_note, more_editions_note
from qa.forms.choosing.candidates import has_form
from qa.forms.choosing.pieces import STRICT
from qa.forms.quantities.changes import tells_change
from qa.overlap import sought
from qa.questions.expected import takes_several_sentences
from qa.text import fold, is_chinese
from qa.types import Expected, Genre

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qa.answering.evidence import Evidence
    from qa.answering.titles import Title
    from qa.overlap import Rarities, Sought
    from qa.types import Answer, Hit, Query

# `累计|52例`: a number that grows from edition to edition; and a day that a question names
_COUNTS_ON = re.compile(r"累计|增至|升至|已达|达到")
_SO_FAR = re.compile(r"(?:已|共(?!有))[\u4e00-\u9fff]{1,6}$")  # `共售出|7.5万张`
_A_DAY = re.compile(
    r"\d[年月日号]|昨|(?<![至如])今(?!后)|[前去][年天日晚]|上个?[周月年季]|上半年"
    r"|首[日周月批次]|第一[天周月批次]"
)
# How surely a sentence must answer, in logits, whose title answers: by itself it would be 0
_NEARLY = -1.0
_AS_SURE = 2.0  # logits that the sentence of the newest edition may lie behind the best one
_LONG = timedelta(days=90)
_AS_GOOD = 0.8  # of the best score
# `眼科|暂停`, which ends what is told of a piece: what is no more; but not `张三|取消合同`
_STOP = r"暂停|取消|停[诊办开运售]"


def answer(
    query: Query,
    hits: Sequence[Hit],
    *,
    rarities: Rarities,
    linked: Callable[[Hit], Sequence[Hit]] | None = None,
) -> Answer:
    """Quote the sentences of `hits` that answer `query`, or abstain.

    Args:
        query: the question.
        hits: best first; several may be of one article.
        rarities: gives the inverse document frequencies of search terms in the archive.
        linked: gives what a hit's article may be corrected by, or may correct, beyond `hits`.
    """
    hits = _of_year_told(query, hits)
    if asks_for_credit(query.text, hits):
        named = credit_evidence(query.text, hits)
        return quoted(query, [named.evidence], named.names) if named else abstention(query, hits)
    worded = in_printed_words(query, hits)
    asked = sought(worded, rarities)
    if cell := cell_told(asked, hits):
        return quoted(query, [cell.header, cell.row], cell.text)
    printed = sought(without_own_year(worded, hits), rarities)
    read = read_sentences(printed, hits)
    reply = reply_told(asked, read)
    found = notices_last(asked, ranked(printed, fitting(asked, read))[0])
    found = reply_first(found) if has_form(asked.expected) else found
    if event := event_told(query, asked, hits, found):
        return _quoted_with_others(query, asked, event, linked)
    if reply:
        return _quoted(query, with_notices(reply.sentences, found, linked), reply.short)
    if lines := listed_told(asked, found):
        return quoted(query, lines)
    ways = (reason_told, post_told, opponent_told, who_told)
    told = next(filter(None, (way(asked, found) for way in ways)), [])
    in_form = told or with_form_first(asked, found)
    if not in_form or (not told and answered(printed, in_form) < 0):
        title = title_told(asked, hits, newest=query.newest)
        if not title:
            return abstention(query, hits)
        if not _tells_as_well(asked, in_form, title):
            return quoted(query, [title.evidence], title.text)
    return _quoted_in_form(query, asked, verdict_told(asked, in_form) or in_form, linked)


def _quoted_in_form(
    query: Query,
    asked: Sought,
    found: Sequence[Evidence],
    linked: Callable[[Hit], Sequence[Hit]] | None,
) -> Answer:
    """Quote `found`, best first: what became of it, how it came about, or the best of it."""
    if query.newest and query.expected is Expected.MANNER:
        found = news_first(found)
        told_later = developments(asked, found)
        if len(told_later.sentences) > 1:
            return _quoted(query, told_later)
    if takes_several_sentences(query.expected):
        return _quoted(query, with_notices(in_order(asked, found), found, linked))
    return _quoted_with_others(query, asked, found, linked)


def _tells_as_well(asked: Sought, found: Sequence[Evidence], title: Title) -> bool:
    """Return whether the best sentence tells the number or the day that its own title tells.

    It is more exact: `812名居民`, where the title says `八百人`.
    """
    is_told = asked.expected in STRICT and bool(found)
    is_own = is_told and found[0].hit.article.id == title.evidence.hit.article.id
    is_sure = is_own and answered(asked, found) >= _NEARLY
    return is_sure and shortest_answer(asked, found[0]) is not None


def _of_year_told(query: Query, hits: Sequence[Hit]) -> Sequence[Hit]:
    """Return the hits that are of the long time that a question prefers, `去年`, or tell of it.

    All of them where others are the better ones: `去年开园的公园多大?`.
    """
    around = query.around
    if not (around and around.since and around.until) or around.until - around.since < _LONG:
        return hits
    of_year = [
        hit
        for hit in hits
        if (hit.edition.date and around.holds(hit.edition.date))
        or any(around.holds(told.since) and around.holds(told.until) for told in hit.article.dates)
    ]
    best, best_of_year = (max((hit.score for hit in some), default=0) for some in (hits, of_year))
    return of_year if best_of_year >= _AS_GOOD * best else hits


def _quoted_with_others(
    query: Query,
    asked: Sought,
    found: Sequence[Evidence],
    linked: Callable[[Hit], Sequence[Hit]] | None,
) -> Answer:
    """Quote the best of `found`, and what other editions say of the same or correct."""
    told = editions_speaking(asked, found, lambda one: _shortest(asked, one), linked)
    short = _short_answer(query, asked, found[0], told.sentences)
    replied = with_exchanges(asked, with_replies(told.sentences, found))
    return _quoted(query, replace(told, sentences=tuple(replied)), short)


def _shortest(asked: Sought, one: Evidence) -> str:
    span = shortest_answer(asked, one)
    return one.text[span.start : span.end] if span else ""


def _quoted(query: Query, told: Speaking, short: str = "") -> Answer:
    chinese = is_chinese(query.question)
    notices = [(one.hit.article.title, one.hit.edition) for one in told.corrected]
    notes = (
        more_editions_note(told.left_out, chinese=chinese),
        corrected_note(notices, chinese=chinese),
    )
    return replace(quoted(query, told.sentences, short), note="".join(notes))


def _short_answer(query: Query, asked: Sought, best: Evidence, chosen: Sequence[Evidence]) -> str:
    """Return the piece that answers: of the newest edition where that is asked for, or corrects.

    Or where that is as sure, or goes on counting, and the question names no day.
    """
    newest = chosen[0]
    is_newer = newest.hit.article.genre is Genre.CORRECTION or tells_change(fold(newest.text))
    is_newer = is_newer or _is_as_sure(query, newest, best)
    first = newest if query.newest or is_newer or _counts_on(query, asked, newest) else best
    is_of_newest = query.newest and not has_form(asked.expected)
    for one in (first,) if is_of_newest else (first, best):
        if short := _shortest(asked, one):
            return _with_stop(query, _put_right(short, chosen), newest)
    return ""


def _is_as_sure(query: Query, newest: Evidence, best: Evidence) -> bool:
    """Return whether the newest sentence answers about as surely, and no day is asked for."""
    is_near = newest.logit >= best.logit - _AS_SURE
    return is_near and not _A_DAY.search(fold(query.text))


def _counts_on(query: Query, asked: Sought, newest: Evidence) -> bool:
    """Return whether a sentence goes on counting what a question names no day of."""
    told = fold(newest.text)
    if _A_DAY.search(fold(query.text)):
        return False
    if _COUNTS_ON.search(told):
        return True
    span = shortest_answer(asked, newest) if query.expected is Expected.NUMBER else None
    return span is not None and bool(_SO_FAR.search(told, 0, span.start))


def _with_stop(query: Query, short: str, newest: Evidence) -> str:
    """Return a short answer with what the newest sentence says of its end: `眼科|暂停`."""
    if query.expected in (Expected.NUMBER, Expected.DATE):
        return short
    if re.search(_STOP, query.text):
        return short
    stops = rf"{re.escape(short)}[\u4e00-\u9fff]{{0,4}}?(?:{_STOP})(?![^\W\d_])"
    stopped = re.search(stops, newest.text)
    return stopped.group() if stopped else short


def _put_right(short: str, chosen: Sequence[Evidence]) -> str:
    """Return a short answer as a notice among the quotes corrects it, if one does."""
    notices = (one for one in chosen if one.hit.article.genre is Genre.CORRECTION)
    return next(filter(None, (mended(short, one.text) for one in notices)), short)
