"""Weighs the pieces of a sentence that may answer: by their form, and by what stands near them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qa.dates.words import FORMERLY, NOW
from qa.forms.choosing.candidates import Candidate, candidates
from qa.forms.orders import order_gain
from qa.forms.persons.offices import names_office, office_asked, office_before
from qa.forms.persons.roles import has_role, role_asked
from qa.forms.places.areas import area_spans, areas_by_level
from qa.forms.quantities.changes import is_word_of_change
from qa.forms.quantities.ranges import range_gain
from qa.forms.quantities.units import IN_ALL
from qa.text import PAUSE, clause_before, clause_behind, parts, terms
from qa.types import Expected, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.overlap import Sought

_REACH = 12.0  # characters: how fast what stands away from a span counts less for it
_COMMA = 8.0  # characters that a comma between counts for
_SEMICOLON = 24.0  # the same: behind it something else is told of
_BEHIND = 2.0  # how much farther is what a later clause names: whose number it is stands before it
_CHARACTER_SHARE = 0.3  # of what a term of two characters counts

_AND = re.compile(r"[与和及]")  # `时任主席罗明远与|总统普京`
_FORMER = re.compile(r"原|前(?!任?务)|时任")  # `原局长|罗明远`

# What a question calls by one word and a paper by another: `哪年入党` is told by `加入中国共产党`
_ONE_THING = (
    ("入党", "加入中国共产党"),
    ("入团", "加入共青团", "加入中国共产主义青年团"),
    ("参军", "入伍"),
    ("动工", "开工"),
    ("完工", "竣工"),
    ("去世", "逝世"),
    ("赚", "获利", "盈利", "净赚"),
    ("出生", "生于"),
    ("冠军", "第一名", "头名", "金牌", "夺冠"),
    ("亚军", "第二名", "银牌"),
    ("季军", "第三名", "铜牌"),
    ("地址", "位于", "坐落"),
    ("起点", "起于", "起自"),
    ("终点", "止于"),
    ("最低", "下限"),
    ("最高", "上限"),
)

# What speaks for a form, beside a nearness of 0 to 1.
_PART_GAIN = 0.35
_LABEL_GAIN = 0.5
_AREA_LOSS = -0.5
_OFFICE_GAIN = 0.3
_PAST_LOSS = -0.5
_NOW = re.compile(NOW)
_ONCE = re.compile(rf"{FORMERLY}|那[年时]|当[年时初]|刚[来建成开]|起初|最初|最早")
# `412家店铺|中有365家作答`, `两套装置|中的一套`, `78.6万亩小麦|已收割56.2万亩`
_HAS_PART = re.compile(
    r"[\u4e00-\u9fff]{0,8}?(?:[中里](?:有|的(?=[一二三四五六七八九十两\d])|[选评]出[\u4e00-\u9fff]{2,3})?|已[\u4e00-\u9fff]{1,3})[\d一二三四五六七八九十]"
)
_ASKS_WHOLE = re.compile(rf"{IN_ALL}|有多少|有几|全[市县镇乡村区]")
# `其中|弹性延后|的`, and `由500元|提到|800元`
_LABEL_EDGE = re.compile(
    r"^(?:(?:今年|去年|目前|全年)$|\d+(?:\.\d+)?(?:周?岁|米)(?:及?以[上下]的?)?|其中|另有|另外|还有|包括|和|及|而)|(?:每[\u4e00-\u9fff]|的|为|有|由|从|共|计|达|是|约|近|仅|超过|占|各|收|卖|[:：])+$"
)
_LABEL_END = re.compile(r"[,，;；。、(（)）]")
_TO = re.compile(r"[\u4e00-\u9fff]{0,3}[到至为成]了?")
_OF_ALL = re.compile(IN_ALL)
# `烤烟1.5万亩、|玉米8000亩`
_ITEM_END = re.compile(r"(?<=\d)[^\d、]{0,4}、")
_TERMS_OF_PART = 2  # of the clause that names it


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of a sentence from its article, folded."""

    title: str = ""
    people: frozenset[str] = frozenset()


NOTHING = Around()


def best_candidate(asked: Sought, sentence: str, around: Around = NOTHING) -> Candidate | None:
    """Return the piece of a folded `sentence` that fits best as an answer, by rule."""
    found = ranked_candidates(asked, sentence, around)
    return max(found, key=lambda one: (one.gain, -one.span.start), default=None)


def ranked_candidates(asked: Sought, sentence: str, around: Around = NOTHING) -> list[Candidate]:
    """Return the pieces of a folded `sentence` of the form of an answer, none of the question's.

    They gain by what they are near to of what the question names, apart from what the article's
    title names anyway.
    """
    found = [
        one
        for one in candidates(asked, sentence, around.people)
        if sentence[one.span.start : one.span.end] not in asked.question
    ]
    if _OF_ALL.search(asked.question):
        of_whole = [one for one in found if _part_gain(asked, one.span, sentence) >= 0]
        found = of_whole or found
    telling = _telling(asked, around.title)
    labelled = _labelled(asked, sentence, found)
    held, held_anywhere = _held_by_part(asked, sentence, found), _held_by_part(asked, sentence)
    return [
        Candidate(
            one.span,
            one.gain
            + _nearness(one.span, telling, sentence)
            + _LABEL_GAIN * (one.span in labelled)
            + _gain(asked, one.span, sentence),
        )
        for one in found
        if not _is_lesser(one.span, held_anywhere if _is_age(one, sentence) else held)
    ]


def _gain(asked: Sought, span: Span, sentence: str) -> float:
    """Return what a piece gains, or loses, by what it is told of: part, end, place, office."""
    return (
        _part_gain(asked, span, sentence)
        + _whole_loss(asked, span, sentence)
        + range_gain(asked.question, span, sentence)
        + order_gain(asked.question, span, sentence)
        + _area_gain(asked.question, span, sentence)
        + _office_gain(asked.question, span, sentence)
        + _past_loss(asked.question, span, sentence)
    )


def _is_age(one: Candidate, sentence: str) -> bool:
    return sentence[one.span.start : one.span.end].endswith("岁")


def is_of_lesser_part(asked: Sought, span: Span, sentence: str) -> bool:
    """Return whether a piece stands in a part that has less of the question than another has.

    In `第一产业增长3.9%;第二产业增长6.8%` the first tells nothing of `第二产业`.
    """
    return _is_lesser(span, _held_by_part(asked, sentence))


def _held_by_part(
    asked: Sought, sentence: str, found: Sequence[Candidate] = ()
) -> dict[Span, set[str]]:
    """Return the terms of the question that each part holds; nothing where there is but one part.

    With what was `found` only parts that hold some of that count.
    """
    cut = parts(sentence)
    if found and len(cut) > 1:
        cut = [part for part in cut if any(part.holds(one.span) for one in found)]
    if len(cut) < 2:  # as most sentences are
        return {}
    told = {part: sentence[part.start : part.end] for part in cut}
    terms_asked = [one for one in asked.terms if not is_word_of_change(asked.question, one)]
    return {part: {term for term in terms_asked if term in text} for part, text in told.items()}


def _is_lesser(span: Span, held_by_part: dict[Span, set[str]]) -> bool:
    held = next((own for part, own in held_by_part.items() if part.holds(span)), set())
    return any(held < other for other in held_by_part.values())


def _telling(asked: Sought, title: str) -> dict[str, float]:
    """Return the weights, of sum 1, of what tells one piece of an article from another."""
    characters = {key: _CHARACTER_SHARE * weight for key, weight in asked.characters.items()}
    spelled = dict.fromkeys(_other_words(asked.question), sum(asked.terms.values()))
    weights = asked.terms | characters | spelled
    weights = {
        key: weight for key, weight in weights.items() if not is_word_of_change(asked.question, key)
    }
    kept = {key: weight for key, weight in weights.items() if key not in title} or weights
    total = sum(kept.values()) or 1.0
    return {key: weight / total for key, weight in kept.items()}


def _part_gain(asked: Sought, span: Span, sentence: str) -> float:
    """Return what a number told of a part gains where the question names the part, else loses.

    In `接种62.3万剂次,其中第一针接种35.8万` the latter answers `第一针接种了多少剂次?` alone.
    """
    _, part, before = sentence[: span.start].rpartition("其中")
    if not part or asked.expected is not Expected.NUMBER:
        return 0.0
    # A clause begins with the part (`第一针接种35.8万`), or ends with it (`35.8万是第一针`).
    told = [clause for clause in PAUSE.split(before) if len(clause) > 1]  # `沙尾镇最多,为|188例`
    named = terms(_ITEM_END.split(told[-1])[-1])[:_TERMS_OF_PART] if told else []
    named = named or terms(clause_behind(sentence, span.end))
    return _PART_GAIN if any(term in asked.question for term in named) else -_PART_GAIN


def _whole_loss(asked: Sought, span: Span, sentence: str) -> float:
    """Return what a number loses of which a part is told next, unless the whole is asked for."""
    if asked.expected is not Expected.NUMBER or _ASKS_WHOLE.search(asked.question):
        return 0.0
    return -2 * _PART_GAIN if _HAS_PART.match(sentence, span.end) else 0.0


def _labelled(asked: Sought, sentence: str, found: Sequence[Candidate]) -> set[Span]:
    """Return the numbers that are told right behind what the question names.

    In `鳜鱼苗1100万尾、鲤鱼苗2800万尾` the latter answers `孵化鲤鱼苗多少尾?`. Where several are,
    those behind what the question names first, which is what it is about.
    """
    if asked.expected is not Expected.NUMBER:
        return set()
    spans = sorted({one.span for one in found}, key=lambda one: one.start)
    places = {
        one: asked.question.index(label)
        for one, label in _labels(sentence, spans)
        if len(label) >= _TERMS_OF_PART and label in asked.question
    }
    first = min(places.values(), default=0)
    return {one for one, place in places.items() if place == first}


def _labels(sentence: str, spans: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    """Yield each number with what is told of, right before it; of a change both have the same."""
    end, label = 0, ""
    for span in spans:
        before = sentence[end : span.start]
        if not (end and _TO.fullmatch(before)):
            label = _LABEL_EDGE.sub("", _LABEL_END.split(before)[-1])
        yield span, label
        if span.end - span.start > 1:  # `三|镇送医|413例`
            end = span.end


def _area_gain(question: str, span: Span, sentence: str) -> float:
    """Return what a piece loses behind another place than the one asked about.

    In `石鼓乡降雨186毫米,相邻的大坪乡132毫米` each number is of the place before it.
    """
    return sum(
        _AREA_LOSS
        for level, wanted in areas_by_level(question)
        for last in [one for one in area_spans(sentence, level) if one.end <= span.start][-1:]
        if sentence[last.start : last.end] not in wanted
    )


def _past_loss(question: str, span: Span, sentence: str) -> float:
    """Return what is lost by what was so once, where a question asks what is so now.

    `163种` in `去年记录到241种,我刚来的那年是163种`.
    """
    is_past = _NOW.search(question) and _ONCE.search(clause_before(sentence, span.start))
    return _PAST_LOSS if is_past else 0.0


def _office_gain(question: str, span: Span, sentence: str) -> float:
    """Return what a name gains right behind the office whose holder is asked for, else loses.

    In `由编剧宫雪岑、导演丁牧野创作` each name is that of the office before it.
    """
    if not office_asked(question):  # as of most questions, and there are many pieces
        return 0.0
    before = _AND.split(clause_before(sentence, span.start))[-1]
    held = office_before(before)
    if not held or (_FORMER.match(before) and not _FORMER.search(question)):
        return 0.0
    is_asked = held == office_asked(question) and names_office(question, before)
    return _OFFICE_GAIN if is_asked else -_OFFICE_GAIN


def holders(asked: Sought, sentence: str, around: Around = NOTHING) -> list[Candidate]:
    """Return the names in a folded `sentence` that stand behind the office asked about, if any.

    Or beside what else somebody is called by: `高远` in `民警罗启明和辅警高远`.
    """
    office, role = office_asked(asked.question), role_asked(asked.question)
    if asked.expected is not Expected.PERSON or not (office or role):
        return []
    return [
        one
        for one in ranked_candidates(asked, sentence, around)
        if (role and has_role(role, sentence, one.span))
        or _office_gain(asked.question, one.span, sentence) > 0
    ]


def _other_words(question: str) -> list[str]:
    """Return what a paper may print for what `question` calls by another word."""
    groups = [group for group in _ONE_THING if any(word in question for word in group)]
    return [word for group in groups for word in group if word not in question]


def _nearness(span: Span, telling: dict[str, float], sentence: str) -> float:
    """Return how much of what is looked for stands near `span`, nearer and rarer counting more."""
    return sum(weight * _near(key, span, sentence) for key, weight in telling.items())


def _near(text: str, span: Span, sentence: str) -> float:
    """Return 1 where `text` touches `span`, falling with the distance; 0 where it is nowhere."""
    if text not in sentence:  # most are
        return 0.0
    overlap = len(text) - 1
    if sentence.find(text, max(0, span.start - overlap), span.end + overlap) >= 0:
        return 1.0
    before, behind = sentence.rfind(text, 0, span.start), sentence.find(text, span.end)
    ways = []
    if before >= 0:
        ways.append(_way(sentence[before + len(text) : span.start]))
    if behind >= 0:
        ways.append(_way(sentence[span.end : behind], _BEHIND))
    return float(2 ** (-min(ways) / _REACH))


def _way(between: str, farther: float = 1.0) -> float:
    """Return the distance in characters; marks between make it longer, the more so behind."""
    pauses = [_SEMICOLON if mark in ";；。" else _COMMA for mark in PAUSE.findall(between)]
    return len(between) + farther * sum(pauses)
