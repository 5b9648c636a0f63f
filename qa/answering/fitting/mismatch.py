"""Tells where a text speaks of another thing of the kind that is asked about.

What is told of the bus 18, of the second dose or of one town answers no question about the bus 28,
the third dose or another town, however much the words around are the same.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa.date_parts import number_in
from qa.forms.areas import areas, areas_by_level
from qa.forms.figures import numbers_in
from qa.forms.names import foreign_names, unnamed
from qa.forms.opposites import holds, parts_clauses, sides_named
from qa.forms.people import people
from qa.forms.places import is_elsewhere, places_named
from qa.passages import title_line
from qa.questions.profiles import is_profile
from qa.questions.subjects import distinctive, person_named
from qa.text import fold, terms
from qa.types import Expected

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from qa.answering.evidence import Evidence
    from qa.overlap import Sought
    from qa.types import Article, DateMention

# `28路`, `3号楼`, `青龙巷12号`, `二期`, `z180`: things that are told apart by their number
_NUMBERED = re.compile(
    r"\d+(?:路|号(?:楼|线|院)|栋|中学|小学)|[\u4e00-\u9fff]{2}[路街巷弄道里]\d+号"
    r"|[一二三四五六七](?:营|旅|大队|中队|标段|中全会)"
    r"|[一二三四五六七八九十](?:桥|[中小](?![国央心学间时区型院部年等规全队]))"
    r"|(?<=[^\W\d_第新上下近近前后每])[二三四五]期(?![间待刊])|[a-z]+\d+"
)

# `首末班车`, `男女子组`: the one and the other
_BOTH = re.compile(r"([首男])([末女])(班车|[子双单])")

# `他|今年26岁`
_PRONOUN = re.compile(r"[他她其]")
# What parts `3路` from `11路`
_FIGURES = re.compile(r"\d+|[一二三四五六七八九十]")

# `max 8` and `max-8` are one.
_IN_CODES = re.compile(r"(?<=[a-z])[ -](?=\d)")

# `第三中学` and `三中` are one, and so are `第三大桥` and `三桥`.
_IN_FULL = re.compile(
    r"第([一二三四五六七八九十])(?=大?桥|中学|小学)(?:大(?=桥))?|(?<=[一二三四五六七八九十][中小])学"
)

# `《安全生产法》`, `“第一针”`, `1998年`, `2023贵阳博览会`
_NAME = re.compile(r"[“《「『]([^《》“”「」『』]{2,})[”》」』]")
_YEAR = re.compile(r"(?<!\d)((?:1\d|20)\d\d)(?:年|(?=[\u4e00-\u9fff]{2,12}?(?:[会赛节展杯]|论坛)))")

# `2024年8月31日`, `20点`, `第18次`, `max8`: what is no number of things, or is compared otherwise
_WHEN = re.compile(
    r"[a-z]+[ -]?\d+|第\d+|\d{1,2}[:：]\d\d|(?<!\d)(?:1\d|20)\d\d(?!\d)年?"
    r"|(?<!\d)[012789]\d年|\d+[月日号时点]|\d+[至到-](?=\d+[月日号时点])"
)

# `第三|针`, `第12|届`; the first of something is often called otherwise, and `第二名` is `亚军`
_ORDINAL = re.compile(
    r"第(?!一[^十百千]|1\D)(?P<number>[一二三四五六七八九十百]+|\d+)(?P<of>(?![季名位])[\u4e00-\u9fff])"
)
_UP_TO_99 = re.compile(r"\d+|[一二三四五六七八九]?十?[一二三四五六七八九]|[一二三四五六七八九]?十")
# `每小时收多少钱`, and how a rate is told: `每份10元`, `10元一份`, `元/吨`, `人均`
_RATE = re.compile(r"每(?!个?人都|次都)[\u4e00-\u9fff]")
_RATE_TOLD = re.compile(
    r"[每均/]|[年月日](?=[接产租销供收])|[\d百千万][元块]?钱?一[个张人次天年月亩吨户斤株份名位]|一[天人]"
)

# `2024年8月`, `8月31日`, `8月底`: of which days a question asks
_DAYS_ASKED = re.compile(
    r"(?:(?P<year>\d{4}年)|(?<!\d))0?(?P<month>\d{1,2})月"
    r"(?:0?(?P<day>\d{1,2})[日号]|(?(year)|[份末底初]))"
)
_MONTH = re.compile(r"(?<!\d)0?(\d{1,2})月(?!以来)")
# What tells a day by that of the edition
_RELATIVE = re.compile(r"[今昨当明前][日天晚]|[本上下同当]个?月")
_NOW = re.compile(r"如今|现在|目前|眼下")
_BEGINS_WITH_YEAR = re.compile(r"\W*(?:在|到|截至|据)?(?:1\d|20)\d\d年")
# `上世纪九十年代,`, but not `截至2023年底`, `2018年起`
_BEGINS_WITH_PAST = re.compile(
    r"\W*在?(?P<when>(?:1\d|20)\d\d年|[上20]+世纪[\d一二三四五六七八九]十?0?年代|[\d一二三四五六七八九][十0]年代)"
    r"(?![底末初]|起|以?来|开始)"
)
_TELLS_YEAR = re.compile(r"\d{4}年|[今去前明后本同当]年")


def is_of_another(
    asked: Sought,
    whole: str,
    published: date | None = None,
    paper: str = "",
    dates: Sequence[DateMention] = (),
) -> bool:
    """Return whether a folded article lacks the thing that the question names, numbers or dates.

    Args:
        asked: what is looked for.
        whole: the article's titles and text, folded.
        published: the edition's date.
        paper: the paper's name, folded: the town that it names is seldom named in its articles.
        dates: that the article tells.
    """
    question = asked.question
    return (
        _lacks_name(question, whole, paper)
        or _lacks_number(question, whole)
        or _is_opposite(question, whole, whole)
        or _is_of_other_years(_YEAR.findall(question), whole, published, dates)
    )


def _lacks_name(question: str, whole: str, paper: str) -> bool:
    about = distinctive(question)
    is_of_home = about[:2] in paper
    if about and not is_of_home and not any(term in whole for term in terms(about)):
        return True
    if any(name not in whole for name in unnamed(question)):
        return True
    names = (*_NAME.findall(question), *foreign_names(question))
    return any(_is_unknown(name, whole) for name in names)


def _is_of_other_years(
    years: Sequence[str], whole: str, published: date | None, dates: Sequence[DateMention]
) -> bool:
    """Return whether an article is of none of `years`, if there are any, and tells no day of one.

    A paper seldom prints its own year, and calls those beside it `去年` and `明年`: where its year
    is not known, it may be any.
    """
    if published is None or not years:
        return False
    return not any(
        published.year == int(year)
        or year in whole
        or f"{year[2:]}年" in whole
        or any(one.since.year <= int(year) <= one.until.year for one in dates)
        for year in years
    )


def dates_told(article: Article) -> list[DateMention]:
    """Return the dates that an article tells of, not only compares with: `比去年同期增长`."""
    text = article.text
    return [
        one
        for one in article.dates
        if text[max(0, one.start - 1) : one.start] not in ("比", "较")
        and not text.startswith("同期", one.end)
    ]


def _numbered(text: str) -> set[str]:
    return set(_NUMBERED.findall(_IN_FULL.sub(r"\1", _IN_CODES.sub("", text))))


def _is_unknown(name: str, whole: str) -> bool:
    """Return whether a text has less than half of a name, which questions seldom print exactly."""
    parts = terms(name)
    return 2 * sum(part in whole for part in parts) < len(parts)


def _lacks_number(question: str, whole: str) -> bool:
    """Return whether a question has a number in figures (not `哪两个`) that a text has in none.

    So it is with what is told apart by its number: `第三针`, `28路`.
    """
    if _numbered(question) - _numbered(whole) or _ordinals(question) - _ordinals(whole):
        return True
    found = numbers_in(_WHEN.sub(" ", question))
    wanted = {(one.value, one.percent) for one in found if one.text[0].isdigit()}
    return bool(wanted) and bool(wanted - {(one.value, one.percent) for one in numbers_in(whole)})


def _ordinals(text: str) -> set[tuple[int | str, str]]:
    """Return the ordinals in `text`, the same in either kind of figures: `第十届`, `第10届`."""
    return {(_number(found["number"]), found["of"]) for found in _ORDINAL.finditer(text)}


def _number(written: str) -> int | str:
    return number_in(written) if _UP_TO_99.fullmatch(written) else written


def is_of_another_one(asked: Sought, one: Evidence) -> bool:
    """Return whether a sentence tells of another person, place or side than the one asked about.

    What its title or its passage names counts as named. A sum is another thing than a rate.
    """
    sentence = fold(one.text)
    asks_for_rate = asked.expected is Expected.NUMBER and _RATE.search(asked.question)
    if asks_for_rate and not _RATE_TOLD.search(sentence):
        return True
    if _is_of_other_days(asked, sentence) or _tells_other_year(asked, one, sentence):
        return True
    if _NOW.search(asked.question) and _tells_past_year(one, sentence):
        return True
    title = fold(title_line(one.hit.article))
    told = f"{title}\n{sentence}"
    if _numbered_otherwise(asked.question, told):
        return True
    person, places = _named(asked.question)
    if not (person or places or sides_named(asked.question) or places_named(asked.question)):
        return False
    around = f"{title}\n{fold(one.hit.passage.text)}"
    if person and _counts_of_another_person(asked, person, one, sentence):
        return True
    if is_elsewhere(asked, f"{fold(one.hit.edition.paper)}\n{around}", told):
        return True
    if _is_opposite(asked.question, around, told):
        return True
    if (
        person
        and person not in around
        and (person not in fold(one.hit.article.text) or people(told))
    ):
        return True
    return any(
        not any(place in around for place in wanted) and bool(areas(told, level))
        for level, wanted in places
    )


def _numbered_otherwise(question: str, told: str) -> bool:
    """Return whether a text tells of things of the kind and of other numbers: `3路` for `11路`."""
    wanted, known = _numbered(question), _numbered(told)
    kinds = ({_FIGURES.sub("", name) for name in names} for names in (wanted, known))
    return wanted.isdisjoint(known) and not set.isdisjoint(*kinds)


def _is_of_other_days(asked: Sought, told: str) -> bool:
    """Return whether a sentence tells of months, and of none that the question names.

    Those that it asks for are others than those that it names.
    """
    named = [] if asked.expected is Expected.DATE else list(_DAYS_ASKED.finditer(asked.question))
    months = set(_MONTH.findall(told))
    if not named or not months or _RELATIVE.search(told):
        return False
    return not any(one["month"] in months for one in named)


def _tells_other_year(asked: Sought, one: Evidence, told: str) -> bool:
    """Return whether a sentence is of another year than the one that the question names.

    A year holds until the next is told; before the first, that of the edition.
    """
    years = {int(year) for year in _YEAR.findall(asked.question)}
    if not years or asked.expected is Expected.DATE or any(str(year) in told for year in years):
        return False
    if _BEGINS_WITH_YEAR.match(told):  # `2014年双边贸易额达808.7亿美元`, whatever the title says
        return True
    if any(str(year) in fold(title_line(one.hit.article)) for year in years):
        return False
    article, published = one.hit.article, one.hit.edition.date
    mentions = [
        mention
        for mention in dates_told(article)
        if mention.start < one.span.end
        and _TELLS_YEAR.search(article.text[mention.start : mention.end])
    ]
    last = [mention for mention in mentions if mention.start >= one.span.start] or mentions[-1:]
    spans = [(mention.since.year, mention.until.year) for mention in last]
    if published and (not spans or _NOW.search(told)):
        spans = [(published.year, published.year)]
    return bool(spans) and not any(
        since <= year <= until for since, until in spans for year in years
    )


def _tells_past_year(one: Evidence, told: str) -> bool:
    """Return whether a sentence begins with a year or decade before the last of its edition.

    But not with one that something holds since, or of which it is the last known.
    """
    published, begins = one.hit.edition.date, _BEGINS_WITH_PAST.match(told)
    return (
        published is not None
        and begins is not None
        and not _NOW.search(told)
        and any(
            one.span.start + begins.start("when") == mention.start
            and mention.until.year < published.year - 1
            for mention in one.hit.article.dates
        )
    )


def _counts_of_another_person(asked: Sought, person: str, one: Evidence, told: str) -> bool:
    """Return whether a sentence tells a number or a day of somebody else, and not of `person`.

    In an article about that person others are told of for the person's sake.
    """
    counts = asked.expected in (Expected.NUMBER, Expected.DATE)
    if not counts or is_profile(one.hit.article, person):
        return False
    return not (person in told or _PRONOUN.search(told)) and bool(people(told))


def _is_opposite(question: str, around: str, told: str) -> bool:
    """Return whether what is told is told of the opposite of what the question asks about."""
    sides = sides_named(question)
    if not sides:  # of most questions, and the texts are long
        return False
    around, told = (_BOTH.sub(r"\1\3\2\3", text) for text in (around, told))
    return any(
        not holds(told if parts_clauses(group) else around, wanted) and holds(told, group)
        for wanted, group in sides
    )


@lru_cache
def _named(question: str) -> tuple[str, tuple[tuple[str, frozenset[str]], ...]]:
    """Return the person that a question is about, and the places that it names of each level."""
    return person_named(question), areas_by_level(question)
