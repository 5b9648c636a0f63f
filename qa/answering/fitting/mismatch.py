"""Tells where a text speaks of another thing of the kind that is asked about.

What is told of the bus 18, of the second dose or of one town answers no question about the bus 28,
the third dose or another town, however much the words around are the same.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa.answering.fitting.times import is_of_another_time, is_of_other_years
from qa.date_parts import number_in
from qa.forms.areas import areas, areas_by_level
from qa.forms.figures import numbers_in, series_in
from qa.forms.names import chinese_names, foreign_names, names, names_told, unnamed
from qa.forms.opposites import holds, parts_clauses, sides_named
from qa.forms.people import people
from qa.forms.places import is_elsewhere, places_named
from qa.passages import title_line
from qa.questions.profiles import is_profile
from qa.questions.subjects import (
    distinctive,
    named_in_common,
    person_named,
    person_of,
    place_and_kind,
)
from qa.text import clauses, fold, terms
from qa.types import Expected

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from qa.answering.evidence import Evidence
    from qa.overlap import Sought
    from qa.types import DateMention

# `28路`, `3号楼`, `青龙巷12号`, `二期`, `z180`: things that are told apart by their number
_NUMBERED = re.compile(
    r"\d+(?:路|号(?:楼|线|院)|栋|中学|小学)|[\u4e00-\u9fff]{2}[路街巷弄道里]\d+号(?![楼线院栋])"
    r"|第[一二三四五六七八九十](?:(?![家次个批届天年季期位名座所进到去在])[\u4e00-\u9fff]){0,6}?"
    r"(?:厂|医院|支队|公司|幼儿园|食堂|法庭|泵站)"
    r"|(?<![\d号])\d+[楼层](?![上下道])|科目[一二三四]|[甲乙丙丁][组级]"
    r"|[一二三四五六七](?:营|旅|大队|中队|标段|中全会)"
    r"|[一二三四五六七八九十](?:桥|[中小](?![国央心学间时区型院部年等规全队]))"
    r"|(?<![\d第新上下近前后每一二三四五六七八九十])[二三四五]期(?![间待刊])|[a-z]+\d+"
)

# `首末班车`, `男女子组`: the one and the other
_BOTH = re.compile(r"([首男])([末女])(班车|[子双单])")

# `新|院区`, `老|院区`
_OLD_OR_NEW = re.compile(r"[新老旧](?P<of>[院校厂城区馆站楼桥路址法版款规][\u4e00-\u9fff]?)")
# `滨江|桥`, of a title
_NAME_OF = r"[\u4e00-\u9fff]{{2}}(?={kind})"
# `7路:|终点站由五里桥缩至体育馆`
_LABEL = re.compile(r"[^,，。;；:：]{1,12}[:：]")
# `abcd|被罚多少?`: a firm or a brand by its letters; no `gdp`, which is spelled out as well
_IN_LETTERS = re.compile(r"(?<![a-z\d])[a-z]{2,}(?![a-z\d])")
_A_PLACE = re.compile(r"[村镇乡县市区街路]$")  # `段沟村`, cut like a name
# `除|南岭|外的各县增长5%`: of whom nothing is told
_EXCEPTED = re.compile(r"除了?(?P<who>[^,，。;；]{1,10}?)(?:以外|之外|外)(?:的|[,，]?其[余他它])")
# `他|今年26岁`
_PRONOUN = re.compile(r"[他她其]")
# What parts `3路` from `11路`
_FIGURES = re.compile(r"\d+|[一二三四五六七八九十甲乙丙丁]")

# `max 8` and `max-8` are one.
_IN_CODES = re.compile(r"(?<=[a-z])[ -](?=\d)")

# `第三中学` and `三中` are one, and so are `第三大桥` and `三桥`.
_IN_FULL = re.compile(
    r"第([一二三四五六七八九十])(?=大?桥|中学|小学)(?:大(?=桥))?|(?<=[一二三四五六七八九十][中小])学"
)

# `《安全生产法》`, `“第一针”`
_NAME = re.compile(r"[“《「『]([^《》“”「」『』]{2,})[”》」』]")

# `2024年8月31日`, `20点`, `第18次`, `max8`: what is no number of things, or is compared otherwise
_WHEN = re.compile(
    r"[a-z]+[ -]?\d+|第\d+|\d{1,2}[:：]\d\d|(?<!\d)(?:1\d|20)\d\d(?!\d)年?"
    r"|(?<!\d)[012789]\d年|\d+[月日号时点]|\d+[至到-](?=\d+[月日号时点])"
)

# `7亿多美元`, which a paper tells exactly
_ABOUT = re.compile(r"\d[\d.]*[百千万亿]*[多余](?=[\u4e00-\u9fff])")

# `第三|针`, `第12|届`; the first of something is often called otherwise, and `第二名` is `亚军`
_ORDINAL = re.compile(
    r"第(?!一[^十百千]|1\D)(?P<number>[一二三四五六七八九十百]+|\d+)(?P<of>(?![季名位的了是])[\u4e00-\u9fff])"
)
# `第二轮` may be told as `第二次`.
_TIME_AFTER_TIME = frozenset("次轮回批趟遍")
_UP_TO_99 = re.compile(r"\d+|[一二三四五六七八九]?十?[一二三四五六七八九]|[一二三四五六七八九]?十")
# `每小时收多少钱`, and how a rate is told: `每份10元`, `10元一份`, `元/吨`, `人均`
_RATE = re.compile(
    r"每(?!个?人都|次都)[个斤公米平小天日周星月年季人户位名次台辆张本套亩吨升枚只场度份件箱盒袋瓶股班期课]"
    r"|(?:多少钱|几[块元]钱?)一(?:[斤个张人次天年月亩吨户株份名位瓶盒只条件袋箱碗杯]|公斤|小时|平)"
)
_RATE_TOLD = re.compile(
    r"[每均/]|[年月日时周](?=[接产租销供收薪工])|[\d百千万][元块]?钱?一[个张人次天年月亩吨户斤株份名位]|一[天人]"
)
# `65岁|老人票价多少?`, which is told by what those from 60 on pay: `60岁以上|老人15元`
_OF_A_GROUP = re.compile(r"\d(?:周?岁|米)(?!多)")
_GROUP_TOLD = re.compile(r"\d(?:周?岁|米)(?:及?以[上下内]|[至到—~-]\d)|[至到—~-]\d+(?:周?岁|米)")


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
        or is_of_other_years(question, whole, published, dates)
    )


def _lacks_name(question: str, whole: str, paper: str) -> bool:
    about = distinctive(question)
    is_of_home = about[:2] in paper
    if about and not is_of_home and not any(term in whole for term in terms(about)):
        return True
    if any(name not in whole for name in unnamed(question)):
        return True
    common = named_in_common(question)
    if common and common not in _in_one_way(whole):
        return True
    names = (*_NAME.findall(question), *foreign_names(question))
    return any(_is_unknown(name, whole) for name in names)


def _in_one_way(text: str) -> str:
    """Return a text with bridges called in one way: `人民大桥` is `人民桥`."""
    return text.replace("大桥", "桥")


def _numbered(text: str) -> set[str]:
    short = _IN_CODES.sub("", text).replace("高级中学", "中")
    return set(_NUMBERED.findall(_IN_FULL.sub(r"\1", short)))


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
    if _is_another_of_series(question, whole):
        return True
    if _OF_A_GROUP.search(question) and _GROUP_TOLD.search(whole):
        return False
    found = numbers_in(_ABOUT.sub(" ", _WHEN.sub(" ", question)))
    wanted = {(one.value, one.percent) for one in found if one.text[0].isdigit()}
    return bool(wanted) and bool(wanted - {(one.value, one.percent) for one in numbers_in(whole)})


def _in_series(text: str, of: str) -> set[str]:
    """Return the numbers that `text` tells of a series."""
    return {one.number for one in series_in(text) if one.of == of}


def _ordinals(text: str) -> set[tuple[int | str, str]]:
    """Return the ordinals in `text`, the same in either kind of figures: `第十届`, `第10届`."""
    return {
        (_number(found["number"]), "次" if found["of"] in _TIME_AFTER_TIME else found["of"])
        for found in _ORDINAL.finditer(text)
    }


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
    if is_of_another_time(asked, one, sentence):
        return True
    if _is_old_for_new(asked.question, sentence):
        return True
    title = fold(title_line(one.hit.article))
    told = f"{title}\n{sentence}"
    if _numbered_otherwise(asked.question, one, title, sentence):
        return True
    if _is_another_of_series(asked.question, told) or _excepts(asked.question, sentence):
        return True
    if _is_of_another_place(asked.question, one, title):
        return True
    if _is_of_other_letters(asked, told):
        return True
    person, places = _named(asked.question)
    person = _name_begun_with(asked.question, one) or person
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
        and (person not in fold(one.hit.article.text) or _names_another(sentence))
    ):
        return True
    return any(
        not any(place in around for place in wanted) and bool(areas(told, level))
        for level, wanted in places
    )


def _label(one: Evidence) -> str:
    """Return what the paragraph of a sentence is of, if it begins with that: `7路:`."""
    above = one.hit.article.text[: one.span.start].rpartition("\n")[2]
    label = _LABEL.match(fold(above))
    return label.group() if label else ""


def _numbered_otherwise(question: str, one: Evidence, title: str, sentence: str) -> bool:
    """Return whether a sentence is of things of the kind and of other numbers: `3路` for `11路`.

    A title that names several things of the kind (`3路11路改线`) does not tell of which one it is.

    Args:
        question: folded.
        one: the sentence.
        title: its title, folded.
        sentence: its text, folded.
    """
    wanted = _numbered(question)
    if not wanted:  # of most questions, and there are many sentences
        return False
    kinds = _kinds(wanted)
    own, titled = (
        {name for name in _numbered(text) if _kinds({name}) <= kinds}
        for text in (f"{_label(one)}\n{sentence}", title)
    )
    told = own if own and len(titled) > 1 else own | titled
    return bool(told) and wanted.isdisjoint(told)


def _is_another_of_series(question: str, told: str) -> bool:
    """Return whether a text tells of others of a series, and not of the one asked about."""
    numbers = ((one.number, _in_series(told, one.of)) for one in series_in(question))
    return any(others and number not in others for number, others in numbers)


def _excepts(question: str, sentence: str) -> bool:
    """Return whether a sentence tells of all but what the question asks about."""
    excepted = _EXCEPTED.search(sentence)
    if not excepted or "除" in question:
        return False
    rest = sentence[: excepted.start()] + sentence[excepted.end() :]
    return excepted["who"] in question and excepted["who"] not in rest


def _is_of_other_letters(asked: Sought, told: str) -> bool:
    """Return whether a sentence and its title name things by letters, and not the one asked about.

    Where a number or a day is asked for: each is of the one that is named.
    """
    if asked.expected not in (Expected.NUMBER, Expected.DATE):
        return False
    wanted = set(_IN_LETTERS.findall(asked.question))
    others = set(_IN_LETTERS.findall(told)) if wanted else set()
    return bool(others) and wanted.isdisjoint(others)


def _kinds(names: set[str]) -> set[str]:
    """Return of which kinds things are that are told apart by their number: `路` of `3路`."""
    return {_FIGURES.sub("", name) for name in names}


def _is_of_another_place(question: str, one: Evidence, title: str) -> bool:
    """Return whether a sentence is of the bridge, road or park of its title, and another is asked.

    So it is where the article, down to the sentence, does not name the one asked about, or names
    that of its title both before and behind it. What is named behind the other alone may be
    another word for it: `这座跨江大桥`.
    """
    own, kind = place_and_kind(question)
    if not own or own[:2] in fold(one.hit.edition.paper):
        return False
    text = fold(one.hit.article.text)
    title, whole, told = map(_in_one_way, (title, text, text[: one.span.end]))
    others = re.findall(_NAME_OF.format(kind=kind), title)
    if not others or own in title or own not in whole:  # what is nowhere may be no name
        return False
    return own not in told or any(
        other in told and told.find(other) < told.find(own) and told.rfind(own) < told.rfind(other)
        for other in others
    )


def _is_old_for_new(question: str, told: str) -> bool:
    """Return whether a sentence tells of the new one alone where the old one is asked about, or so.

    What it says of the one it names, and what it does not name is that of the last sentence.
    """
    return any(
        match.group() not in told
        and any(f"{side}{match['of']}" in told for side in "新老旧" if side != match.group()[0])
        for match in _OLD_OR_NEW.finditer(question)
    )


def _counts_of_another_person(asked: Sought, person: str, one: Evidence, told: str) -> bool:
    """Return whether a sentence tells a number or a day of somebody else, and not of `person`.

    In an article about that person others are told of for the person's sake, but for what a clause
    begins of them: `段小飞,1971年12月生`.
    """
    counts = asked.expected in (Expected.NUMBER, Expected.DATE)
    if not counts or person in told:
        return False
    if person in unnamed(person):
        return bool(unnamed(told) or names(told)) and not _PRONOUN.search(told)
    # what stands there but once, and behind no title, may be no name: `两|张单据`
    whole = fold(one.hit.article.text)
    titled = {told[name.start : name.end] for name, is_titled in names(told) if is_titled}
    known = [
        name
        for name in names_told(whole)
        if name in told and (name in titled or whole.count(name) > 1)
    ]
    if is_profile(one.hit.article, person):
        return any(told[clause.start : clause.end] in known for clause in clauses(told))
    return _names_another(told, known)


def _names_another(told: str, known: Sequence[str] = ()) -> bool:
    """Return whether a sentence names a person, and before that points to none told of before.

    Args:
        told: the sentence, folded.
        known: the names in it that its article tells to be names.
    """
    named = min((told.find(name) for name in (*people(told), *known)), default=-1)
    pronoun = _PRONOUN.search(told)
    return named >= 0 and not (pronoun and pronoun.start() < named)


def _name_begun_with(question: str, one: Evidence) -> str:
    """Return the name that a question begins with, if the article tells it to be one."""
    begun = [question[name.start : name.end] for name in chinese_names(question) if not name.start]
    known = names_told(fold(one.hit.article.text)) if begun else frozenset[str]()
    return next((name for name in begun if name in known and not _A_PLACE.search(name)), "")


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
    person = person_named(question) or person_of(question) or next(iter(unnamed(question)), "")
    return person, areas_by_level(question)
