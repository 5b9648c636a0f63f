"""Chooses the sentences of an answer that needs several: of one article, or of several editions."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qa.answering.corrections import concerns, corrects, notices_for, without_errors
from qa.answering.evidence import Evidence, sentences_of, whole_text
from qa.answering.reasons import OWING_TO
from qa.forms.choosing.candidates import has_form
from qa.forms.quantities.changes import became_other_than, tells_change
from qa.overlap import NEWEST, share
from qa.questions.subjects import topic
from qa.text import clauses, fold, plain_title, terms
from qa.types import Expected, Genre

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qa.overlap import Sought
    from qa.types import Article, Hit

_MOST_SENTENCES = 4
_AFTER = 2  # a reason mostly follows the sentence that names what it is for
_BESIDE_TITLE = 0.4  # of what a notice has of a question, that may stand beside the title
_READ_ON = 4  # sentences in which a reason is looked for
_NEAR_BEST = 1.5  # logits that a sentence may lie behind the best one to be quoted beside it

_NO_NEWS = frozenset({Genre.COMMENT, Genre.NOTICE, Genre.ADVERTISEMENT})
_MOST_EDITIONS = 3
_IN_ANOTHER_EDITION = 2.0  # logits that the sentence of another edition may lie behind the best
_CHANGED = 4.0  # the same, of one that tells what became of it
_AS_WELL = 1.0  # the same, of one that answers as well
_SAME_THING = 0.8  # share of what a question is about that another article must name too
_DEVELOPED = 0.5  # the same, where it is asked what became of it
_MENTIONED = 0.2  # the same, where it tells what a number became that is told with a like word

_NEWEST = re.compile(NEWEST)
_BRACKETED = re.compile(r"[(（][^()（）]*[)）]$")
# `因为货梯的验收`, `原因有两个`, `一是5月下旬`: what gives a reason, or tells that it follows
_GIVES_REASON = re.compile(
    r"因[为此]?|由于|为了|所以|旨在|目的|出于|以免|缘由|起因|初衷|[一二三]是|解释|担心|怕"
    rf"|{OWING_TO}"
)
# `推迟的原因出在信号系统。`, `原因已经查明。`: what the next sentence tells more of
_ANNOUNCES = re.compile(
    r"(?:原因|起因)(?:(?:就|主要)?(?:出|在)(?:在|于)?[^,，。;；]{1,10}|(?:已经?|现已)?(?:查明|找到|公布|弄清))"
    r"(?:了)?[。!！]?$"
)
# `因为这些改动`: what points back to the sentence before it
_POINTS_BACK = re.compile(r"(?:正是|也是)?(?:因为|由于|正因)?(?:这|此|如此|为此|因此|所以|于是)")
# `开设以下课程:`: what goes on in the next sentence
_LEADS_ON = re.compile(r"[:：]$")
# `他们是:`, `分别是`, `一是`: what goes on with a list that the sentence before announces
_GOES_ON = re.compile(
    r"\s*(?:(?:他们|她们|它们)(?:分别|依次)?(?:是|为)|(?:分别|依次)(?:是|为)|(?:其中|具体)?包括|一是|第一[,，步])"
)
# `一是清淤`, `第二步,晾干`: one of several things that are told in their order
_ITEM = re.compile(r"\s*[“\"]?(?:[一二三四五六七八九]是|第[一二三四五六七八九](?:步|[,，]))")


@dataclass(frozen=True, slots=True)
class Speaking:
    """What editions say of one thing."""

    sentences: tuple[Evidence, ...]  # at least one
    left_out: int = 0  # editions that speak of it and are not quoted
    corrected: tuple[Evidence, ...] = ()  # notices that put something else right than is quoted


def in_order(asked: Sought, found: Sequence[Evidence]) -> list[Evidence]:
    """Return the sentences of the best one's article that answer together, in printed order.

    Args:
        asked: what is looked for: a reason, a manner or a list.
        found: sentences of several articles, best first.
    """
    same = [one for one in found if _is_beside(one, found[0])] or [found[0]]
    told = [one for one in same if not one.asks] or same
    best, by_place = told[0], sorted(told, key=_start)
    lead = _asking(asked, same) or best
    after = [one for one in by_place if one.span.start > lead.span.start][:_READ_ON]
    near = [one for one in told if _is_near(one, best)]
    if asked.expected is Expected.REASON:
        giving = [one for one in (best, *after) if _GIVES_REASON.search(one.text)]
        giving = [*_before(giving, by_place), *giving]
        giving += after[:1] if _ANNOUNCES.search(best.text) else []
        more = giving or [*after[:_AFTER], *near]
    elif asked.expected is Expected.LIST and lead is best and not _LEADS_ON.search(best.text):
        more = near
    else:
        more = [*after[:_AFTER], *near]
    if asked.expected is Expected.LIST:
        more = [*(one for one in after[:1] if _GOES_ON.match(one.text)), *more]
    chosen = list(dict.fromkeys((best, *more)))[:_MOST_SENTENCES]
    return _without_holes(sorted(chosen, key=_start), by_place)


def _without_holes(chosen: list[Evidence], by_place: Sequence[Evidence]) -> list[Evidence]:
    """Return sentences that quote no item of an enumeration without those before it.

    What is quoted before the first item, announces it.
    """
    items = [one for one in by_place if _ITEM.match(one.text)]
    if not any(one in items for one in chosen):
        return chosen
    announcing = [one for one in chosen if one.span.start < items[0].span.start][-1:]
    return [*announcing, *items][:_MOST_SENTENCES]


def _before(giving: Sequence[Evidence], by_place: Sequence[Evidence]) -> list[Evidence]:
    """Return the sentence before the first reason, where that points back to it."""
    if not giving or not _POINTS_BACK.match(giving[0].text):
        return []
    return [one for one in by_place if one.span.end <= giving[0].span.start][-1:]


def _asking(asked: Sought, same: Sequence[Evidence]) -> Evidence | None:
    """Return where the article itself asks the question, if it does."""
    return next(
        (
            one
            for one in same
            if one.asks and (_is_near(one, same[0]) or share(asked.terms, fold(one.text)))
        ),
        None,
    )


def _is_beside(one: Evidence, best: Evidence) -> bool:
    """Return whether a sentence is of the same article, and no caption."""
    return one.hit.article.id == best.hit.article.id and _in_text(one)


def _in_text(one: Evidence) -> bool:
    article = one.hit.article
    captions = sum(len(caption.text + caption.credit) + 1 for caption in article.captions)
    return one.span.end <= len(article.text) - captions


def _is_near(one: Evidence, best: Evidence) -> bool:
    return one.logit >= best.logit - _NEAR_BEST


def _start(one: Evidence) -> int:
    return one.span.start


def editions_speaking(
    asked: Sought,
    found: Sequence[Evidence],
    answers: Callable[[Evidence], str],
    linked: Callable[[Hit], Sequence[Hit]] | None = None,
) -> Speaking:
    """Return the best sentence, what other editions say of the same, and what corrects them.

    Args:
        asked: what is looked for.
        found: sentences, best first.
        answers: gives what of a sentence has the form of an answer, empty where nothing has.
        linked: gives what a hit's article may be corrected by, or may correct, beyond `found`.

    Returns:
        One sentence of each edition, newest first, a notice before what it corrects. A notice that
        corrects something else of its article than what is asked comes last. Of many editions the
        best, the newest and the next best are heard.
    """
    best = found[0]
    answered = answers(best)
    told = {best.hit.edition.id: best}
    for one in _changed_since(asked, best, fold(answered), found, linked):
        told.setdefault(one.hit.edition.id, one)
    for one in found[1:]:
        near = one.logit >= best.logit - _reach(asked, one, best) and one.hit.edition.date
        if not near or not _same_thing(asked, one, best):
            continue
        if not answered or _tells_now(asked, one, best) or answers(one):
            told.setdefault(one.hit.edition.id, one)
    newest = min(told.values(), key=_newest_first)
    heard = {one.hit.edition.id: one for one in (best, newest, *told.values())}
    chosen = list(heard.values())[:_MOST_EDITIONS]
    by_article = {one.hit.article.id: one for one in chosen}
    corrected: dict[str, Evidence] = {}
    for one in chosen:
        for other in _linked(one, found, answers, linked):
            is_wanted = answers(other) or _concerns(other, chosen)
            by = by_article if is_wanted or other.hit.article.id in by_article else corrected
            by.setdefault(other.hit.article.id, other)
    floor = best.logit - 2 * _IN_ANOTHER_EDITION

    def beside(one: Evidence) -> bool:
        notice = one.hit.article.genre is Genre.CORRECTION
        return one is not best and (one.logit < floor or (notice and not answers(one)))

    spoken = sorted(by_article.values(), key=lambda one: (beside(one), *_newest_first(one)))
    left_out = told.keys() - {one.hit.edition.id for one in spoken}
    return Speaking(tuple(spoken), len(left_out), tuple(corrected.values()))


def _concerns(notice: Evidence, chosen: Sequence[Evidence]) -> bool:
    """Return whether a notice puts right what one of the sentences says; True for a report."""
    if notice.hit.article.genre is not Genre.CORRECTION:
        return True
    text, end = notice.hit.article.quotable, notice.span.end
    until = text.find("《", end)  # the next article that it corrects
    whole = text[notice.span.start : until if until >= 0 else len(text)]
    return any(concerns(whole, one.text) for one in chosen)


def _changed_since(
    asked: Sought,
    best: Evidence,
    told: str,
    found: Sequence[Evidence],
    linked: Callable[[Hit], Sequence[Hit]] | None,
) -> list[Evidence]:
    """Return what later editions tell that the number or the day `told` has become, newest first.

    They tell of the same thing, and share a word with what the best sentence tells beside it.
    """
    told = _BRACKETED.sub("", told)  # `5月17日|(星期六)`
    if not told or asked.expected not in (Expected.NUMBER, Expected.DATE):
        return []
    others = [*found, *sentences_of(linked(best.hit) if linked else ())]
    beside = set(terms(_clause_with(told, fold(best.text)))) - set(terms(told))
    later = [
        replace(one, logit=best.logit)
        for one in others
        if _is_later(one, best)
        and became_other_than(told, fold(one.text))
        and not beside.isdisjoint(terms(_clause_with(told, fold(one.text))))
        and _share_of_topic(asked, one, best) >= _MENTIONED
    ]
    return sorted(later, key=_newest_first)


def _clause_with(told: str, sentence: str) -> str:
    """Return the clause of a folded sentence that holds `told`."""
    cut = (sentence[one.start : one.end] for one in clauses(sentence))
    return next((clause for clause in cut if told in clause), "")


def _is_later(one: Evidence, best: Evidence) -> bool:
    return bool(one.hit.edition.date and best.hit.edition.date) and one.day > best.day


def _tells_now(asked: Sought, one: Evidence, best: Evidence) -> bool:
    """Return whether a sentence is later, where what is so now is asked, and not in what form."""
    is_asked = _NEWEST.search(asked.question) and not has_form(asked.expected)
    return bool(is_asked) and _is_later(one, best)


def _reach(asked: Sought, one: Evidence, best: Evidence) -> float:
    """Return how far a sentence may lie behind the best: farther where it tells a later change.

    Or where it is later, and what is so now is asked for.
    """
    if not _is_later(one, best):
        return _IN_ANOTHER_EDITION
    is_wanted = _NEWEST.search(asked.question) or tells_change(fold(one.text))
    return _CHANGED if is_wanted else _IN_ANOTHER_EDITION


def news_first(found: Sequence[Evidence]) -> list[Evidence]:
    """Return `found` with what is no news behind the rest: comment, notices, advertisements."""
    return sorted(found, key=lambda one: one.hit.article.genre in _NO_NEWS)


def notices_last(asked: Sought, found: Sequence[Evidence]) -> list[Evidence]:
    """Return `found`, behind it notices that have of the question little but in a title they name.

    They do not answer, and are to be shown with what they correct; none where there is nothing
    else.
    """
    parted: tuple[list[Evidence], list[Evidence]] = ([], [])
    for one in found:
        parted[_only_names(asked, one)].append(one)
    telling, naming = parted
    return [*telling, *(replace(one, logit=-math.inf) for one in naming)] if telling else []


def _only_names(asked: Sought, one: Evidence) -> bool:
    if one.hit.article.genre is not Genre.CORRECTION:
        return False
    told, beside = (share(asked.terms, fold(text)) for text in (one.text, without_errors(one.text)))
    return beside <= _BESIDE_TITLE * told


def developments(asked: Sought, found: Sequence[Evidence]) -> Speaking:
    """Return what editions say became of something, newest first: one sentence of each.

    Args:
        asked: what is looked for: `后来怎么样了?`.
        found: sentences, best first.
    """
    told: dict[str, Evidence] = {}
    for one in found:
        is_news = one.hit.article.genre not in _NO_NEWS
        if one is found[0] or (is_news and _share_of_topic(asked, one, found[0]) >= _DEVELOPED):
            told.setdefault(one.hit.edition.id, one)
    chosen = sorted(told.values(), key=_newest_first)
    return Speaking(tuple(chosen[:_MOST_EDITIONS]), len(chosen[_MOST_EDITIONS:]))


def with_replies(chosen: Sequence[Evidence], found: Sequence[Evidence]) -> list[Evidence]:
    """Return `chosen`, and behind each that is a question what its article goes on with.

    Args:
        chosen: sentences in the order of the answer.
        found: those that may be quoted, in any order.
    """
    given = []
    for one in chosen:
        given.append(one)
        if one.asks:
            given += _next_to(one, found)
    return list(dict.fromkeys(given))


def _next_to(one: Evidence, found: Sequence[Evidence]) -> list[Evidence]:
    """Return the sentence that follows in the article, if it is among `found`."""
    same = (other for other in found if _is_beside(other, one) and _start(other) > _start(one))
    return sorted(same, key=_start)[:1]


def reply_first(found: Sequence[Evidence]) -> list[Evidence]:
    """Return sentences, best first; where the best one asks, what follows it goes before it."""
    reply = _next_to(found[0], found) if found and found[0].asks else []
    moved = [replace(one, logit=found[0].logit) for one in reply]
    return [*moved, *(one for one in found if one not in reply)]


def with_notices(
    chosen: Sequence[Evidence],
    found: Sequence[Evidence],
    linked: Callable[[Hit], Sequence[Hit]] | None = None,
) -> Speaking:
    """Return sentences of one article, and behind them the notices that correct them.

    Args:
        chosen: the sentences.
        found: all that were found, best first.
        linked: gives what a hit's article may be corrected by, beyond `found`.
    """
    others = _linked(chosen[0], found, lambda _: "", linked)
    notices = [one for one in others if one.hit.article.genre is Genre.CORRECTION]
    shown = [one for one in notices if _concerns(one, chosen)]
    return Speaking((*chosen, *shown), corrected=tuple(one for one in notices if one not in shown))


def _same_thing(asked: Sought, one: Evidence, best: Evidence) -> bool:
    """Return whether two articles tell of the same: of what the question is about.

    A later one may call it otherwise, if it answers as well.
    """
    as_well = _is_later(one, best) and one.logit >= best.logit - _AS_WELL
    return _share_of_topic(asked, one, best) >= (_DEVELOPED if as_well else _SAME_THING)


def _share_of_topic(asked: Sought, one: Evidence, best: Evidence) -> float:
    """Return how much the article of `one` has of what the best one's has of the topic."""
    known = terms(topic(asked.question))
    whole = whole_text(best.hit.article)
    weights = {term: asked.terms.get(term, 0.0) for term in known if term in whole}
    return share(weights, whole_text(one.hit.article)) if known else 1.0


def _linked(
    one: Evidence,
    found: Sequence[Evidence],
    answers: Callable[[Evidence], object],
    linked: Callable[[Hit], Sequence[Hit]] | None,
) -> list[Evidence]:
    """Return a sentence of each notice that corrects the article of `one`, or that it corrects."""
    hit = one.hit
    others = [*(other.hit for other in found), *(linked(hit) if linked else ())]
    notices = notices_for(hit.article, hit.edition, others)
    mended = [
        other
        for other in others
        if corrects(hit.article, hit.edition, other.article, other.edition)
    ]
    told = [
        *(_naming(hit.article, other) or _of_article(other, found, answers) for other in notices),
        *(_of_article(other, found, answers) for other in mended),
    ]
    return [one for one in told if one]


def _naming(article: Article, notice: Hit) -> Evidence | None:
    """Return the sentence of a notice of several corrections that names `article`, if it is one."""
    told = sentences_of([notice])
    named = [one for one in told if _names_title(one.text, article.headline)]
    of_several = sum("《" in one.text for one in told) > 1
    return replace(named[0], logit=-math.inf) if named and of_several else None


def _names_title(text: str, title: str) -> bool:
    wanted = plain_title(title)
    return bool(wanted) and wanted in plain_title(text)


def _of_article(
    hit: Hit, found: Sequence[Evidence], answers: Callable[[Evidence], object]
) -> Evidence | None:
    """Return the best sentence of the hit's article; its first one where none was ranked.

    None where its passage is a byline alone.
    """
    ranked = [one for one in found if one.hit.article.id == hit.article.id]
    answering = (one for one in ranked if answers(one))
    if ranked:
        return next(answering, ranked[0])
    first = next(iter(sentences_of([hit])), None)
    return replace(first, logit=-math.inf) if first else None


def _newest_first(one: Evidence) -> tuple[int, bool]:
    day = one.hit.edition.date
    return (-day.toordinal() if day else 0, one.hit.article.genre is not Genre.CORRECTION)
