"""Tells where a text speaks of another thing of the kind that is asked about.

What is told of the bus 18, of the second dose or of one town answers no question about the bus 28,
the third dose or another town, however much the words around are the same.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa.answering.fitting.numbered import is_of_another_number, lacks_number
from qa.answering.fitting.times import is_of_another_time, is_of_other_years
from qa.forms.opposites import holds, parts_clauses, sides_named
from qa.forms.persons.names import names, names_at_start, names_told, unnamed
from qa.forms.persons.people import people
from qa.forms.persons.sounds import foreign_names
from qa.forms.places.areas import areas, areas_by_level
from qa.forms.places.regions import is_elsewhere, places_named
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

# `首末班车`, `男女子组`: the one and the other
_BOTH = re.compile(r"([首男])([末女])(班车|[子双单])")

# `新|院区`, `老|院区`
_OLD_OR_NEW = re.compile(r"[新老旧](?P<of>[院校厂城区馆站楼桥路址法版款规][\u4e00-\u9fff]?)")
# `滨江|桥`, of a title
_NAME_OF = r"[\u4e00-\u9fff]{{2}}(?={kind})"
# `abcd|被罚多少?`: a firm or a brand by its letters; no `gdp`, which is spelled out as well
_IN_LETTERS = re.compile(
    r"(?<![a-z\d])(?!(?:gdp|cpi|app|[ckm]m|[km]g|ml)(?![a-z\d]))[a-z]{2,}(?![a-z\d])"
)
_A_PLACE = re.compile(r"[村镇乡县市区街路]$")  # `段沟村`, cut like a name
_IN_SHORT = re.compile(
    r".(?:老[伯汉人]|大[爷妈娘伯叔姐哥嫂]|阿[姨婆公]|女士|先生|师傅)"
)  # `段老伯`
# `除|南岭|外的各县增长5%`: of whom nothing is told
_EXCEPTED = re.compile(r"除了?(?P<who>[^,，。;；]{1,10}?)(?:以外|之外|外)(?:的|[,，]?其[余他它])")
# `每小时用电0.6度,|出钱的是段小飞`: a number, and no day, in a clause before somebody is named
_COUNTED_BEFORE = re.compile(r".*\d(?![\d.]*[年月日号时点:])[^,，;；]*[,，;；]")
# `他|今年26岁`
_PRONOUN = re.compile(r"[他她其]")
# `《安全生产法》`, `“第一针”`
_NAME = re.compile(r"[“《「『]([^《》“”「」『』]{2,})[”》」』]")

# `每小时收多少钱`, and how a rate is told: `每份10元`, `10元一份`, `元/吨`, `人均`
_RATE = re.compile(
    r"每(?!个?人都|次都)[个斤公米平小天日周星月年季人户位名次台辆张本套亩吨升枚只场度份件箱盒袋瓶股班期课]"
    r"|(?:多少钱|几[块元]钱?)一(?:[斤个张人次天年月亩吨户株份名位瓶盒只条件袋箱碗杯]|公斤|小时|平)"
)
_RATE_TOLD = re.compile(
    r"[每均/]|[年月日时周](?=[接产租销供收薪工])|[\d百千万][元块]?钱?一[个张人次天年月亩吨户斤株份名位]|一[天人]"
)
# `谁|被拘留|了?`, and what else is done to somebody
_SUFFERED = re.compile(r"(?:谁|哪些?[人位]|什么人)[^,，?]{0,4}被(?P<what>(?!谁)[\u4e00-\u9fff]{2})")
_DONE_TO = re.compile(r"被[^,，。;；]{0,12}[\u4e00-\u9fff]{2}")


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
        or lacks_number(question, whole)
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


def _is_unknown(name: str, whole: str) -> bool:
    """Return whether a text has less than half of a name, which questions seldom print exactly."""
    parts = terms(name)
    return 2 * sum(part in whole for part in parts) < len(parts)


def is_of_another_one(asked: Sought, one: Evidence) -> bool:
    """Return whether a sentence tells of another person, place or side than the one asked about.

    What its title or its passage names counts as named. A sum is another thing than a rate.
    """
    sentence, title = fold(one.text), fold(title_line(one.hit.article))
    return (
        _lacks_rate(asked, sentence)
        or _suffers_else(asked.question, sentence)
        or is_of_another_time(asked, one, sentence)
        or _is_old_for_new(asked.question, sentence)
        or is_of_another_number(asked.question, one, title, sentence)
        or _excepts(asked.question, sentence)
        or _is_of_another_place(asked.question, one, title)
        or _is_of_other_letters(asked, one, f"{title}\n{sentence}")
        or _tells_of_others(asked, one, title, sentence)
    )


def _lacks_rate(asked: Sought, sentence: str) -> bool:
    """Return whether a rate is asked for, and a folded sentence tells none."""
    asks = asked.expected is Expected.NUMBER and _RATE.search(asked.question)
    return bool(asks) and not _RATE_TOLD.search(sentence)


def _suffers_else(question: str, sentence: str) -> bool:
    """Return whether a sentence tells that something else was done to somebody: `被|奖励`."""
    suffered = _SUFFERED.search(question)
    if not suffered or any(one in sentence for one in suffered["what"]):
        return False
    return bool(_DONE_TO.search(sentence))


def _tells_of_others(asked: Sought, one: Evidence, title: str, sentence: str) -> bool:
    """Return whether a sentence tells of another person, place or side than the one named.

    Args:
        asked: what is looked for.
        one: the sentence.
        title: its title, folded.
        sentence: its text, folded.
    """
    question, told = asked.question, f"{title}\n{sentence}"
    person, places = _named(question)
    person = _name_begun_with(question, one) or person
    if not (person or places or sides_named(question) or places_named(question)):
        return False
    around = f"{title}\n{fold(one.hit.passage.text)}"
    return (
        bool(person and _counts_of_another_person(asked, person, one, sentence))
        or is_elsewhere(asked, f"{fold(one.hit.edition.paper)}\n{around}", told)
        or _is_opposite(question, around, told)
        or bool(person and _is_of_another_person(person, one, around, sentence))
        or any(
            not any(place in around for place in wanted) and bool(areas(told, level))
            for level, wanted in places
        )
    )


def _is_of_another_person(person: str, one: Evidence, around: str, sentence: str) -> bool:
    """Return whether a passage lacks `person`, and its article too or the sentence has another."""
    if person in around:
        return False
    is_told = person in fold(one.hit.article.text)
    return not is_told or _names_another(sentence, _first_named(sentence))


def _excepts(question: str, sentence: str) -> bool:
    """Return whether a sentence tells of all but what the question asks about."""
    excepted = _EXCEPTED.search(sentence)
    if not excepted or "除" in question:
        return False
    rest = sentence[: excepted.start()] + sentence[excepted.end() :]
    return excepted["who"] in question and excepted["who"] not in rest


def _is_of_other_letters(asked: Sought, one: Evidence, told: str) -> bool:
    """Return whether a sentence and its title name things by letters, and not the one asked about.

    Where a number or a day is asked for: each is of the one that is named. What the passage names
    may be compared with the others.
    """
    if asked.expected not in (Expected.NUMBER, Expected.DATE):
        return False
    wanted = set(_IN_LETTERS.findall(asked.question))
    if not wanted or wanted.intersection(_IN_LETTERS.findall(fold(one.hit.passage.text))):
        return False
    others = set(_IN_LETTERS.findall(told))
    return bool(others) and wanted.isdisjoint(others)


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
    if _IN_SHORT.fullmatch(person):  # of whom `老伯姓段` tells, too
        return any(map(_IN_SHORT.fullmatch, people(told)))
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
    first = _first_named(told, known)
    return _names_another(told, first) and not _COUNTED_BEFORE.match(told, 0, first)


def _names_another(told: str, first: int) -> bool:
    """Return whether a folded sentence, which names a person first there, points to none before."""
    pronoun = _PRONOUN.search(told)
    return first >= 0 and not (pronoun and pronoun.start() < first)


def _first_named(told: str, known: Sequence[str] = ()) -> int:
    """Return where a folded sentence names the first person; -1 where it names none.

    Args:
        told: the sentence.
        known: the names in it that its article tells to be names.
    """
    return min((told.find(name) for name in (*people(told), *known)), default=-1)


def _name_begun_with(question: str, one: Evidence) -> str:
    """Return the name that a question begins with, if the article tells it to be one."""
    begun = _may_begin(question)
    known = names_told(fold(one.hit.article.text)) if begun else frozenset[str]()
    return next((name for name in begun if name in known), "")


@lru_cache  # a question is put to many sentences
def _may_begin(question: str) -> list[str]:
    """Return what a question begins with that is cut like the name of a person."""
    return [name for name in names_at_start(question) if not _A_PLACE.search(name)]


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
