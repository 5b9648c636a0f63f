"""Tells which sentences are of another's family than the one a question asks about.

`贺春生的儿子在哪上班?` is not answered by what is said of somebody else's son, nor by what is said
of anybody of whom no sentence says that he is one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa.forms.persons.names import names
from qa.forms.persons.people import speaker
from qa.passages import title_lines
from qa.text import fold
from qa.types import Expected

if TYPE_CHECKING:
    from qa.answering.evidence import Evidence
    from qa.overlap import Sought

# How each relation is asked about, and how it is told
_RELATIONS = (
    (r"儿子", r"(?<!女)儿|[父母长次独幼爱之]子"),
    (r"女儿|闺女", r"女儿|闺女|[长次独幼爱之]女"),
    (r"父亲|爸爸", r"父|爸|爹"),
    (r"母亲|妈妈", r"母|妈|娘"),
    (r"丈夫|老公|爱人", r"丈夫|老公|爱人|夫[妻妇]|嫁"),
    (r"妻子|老婆|爱人|媳妇|太太(?!乐)", r"妻|老婆|爱人|媳妇|夫[妇人]|太太|娶"),
    (r"爷爷|祖父", r"爷爷|祖父"),
    (r"奶奶|祖母", r"奶奶|祖母"),
    (r"老伴", r"老伴|妻|丈夫|夫妇"),
    (r"孙子", r"孙子"),
    (r"孙女", r"孙女"),
    (r"哥哥", r"哥|兄"),
    (r"弟弟", r"弟"),
    (r"姐姐", r"姐"),
    (r"妹妹", r"妹"),
    (r"外公|姥爷", r"外公|外祖父|姥爷"),
    (r"外婆|姥姥", r"外婆|外祖母|姥姥"),
    (r"外甥女?", r"外甥|[舅姨]"),
    (r"侄子|侄女", r"侄|[叔伯姑]"),
    (r"徒弟", r"徒|弟子|师从"),
    (r"师[傅父]", r"师[傅父从]|徒"),
    (r"老师", r"[老教导恩]师|师从|学生|弟子"),
)
_OF_TEACHING = re.compile(r"徒弟|师|老师")  # relations that are none of kin
_RELATION = "|".join(asked for asked, _ in _RELATIONS)
# `贺春生的|小|儿子`, but not `贺春生老师`, which is what he is
_ASKED = re.compile(
    r"(?P<whose>[\u4e00-\u9fff]{2,4}?)(?:的(?P<rank>[大小长次二三]?)|(?!老师|师[傅父]))"
    rf"(?P<relation>{_RELATION})"
)
# `闵航|和小|儿子`, `闵航|带着他10岁的|儿子`
_OF = re.compile(r"(?:的|和|与|带着?|、)[他她]?(?:\d{1,2}岁)?的?[大小长次二三]?")
_PRONOUN = re.compile(r"\W*[他她其]")
# `她的丈夫|蓝云|患了什么病?`
_NAMED = re.compile(rf"(?:{_RELATION})(?P<name>[\u4e00-\u9fff]{{2}})")
# `落水女子的丈夫|叫什么?`
_WHO = re.compile(r"(?:叫什么|是谁|姓什么|多大|几岁)")


def is_of_another_family(asked: Sought, one: Evidence) -> bool:
    """Return whether a question asks about a relative of somebody, and a sentence tells of none.

    The article's title, subhead or passage must name that person, if the question does; where the
    sentence begins with a pronoun, the title or what stands before it. And the sentence must name
    the relation.
    Why and how something happened is told in sentences that name neither.
    """
    family = _family(asked.question)
    if not family or asked.expected in (Expected.REASON, Expected.MANNER):
        return False
    whose, told = family
    named = _NAMED.search(asked.question)
    article, sentence = one.hit.article, fold(one.text)
    if named and named["name"] in sentence:
        return False
    is_of_him = _PRONOUN.match(sentence)  # whose the relative is stands above
    text = article.text[: one.span.start] if is_of_him else one.hit.passage.text
    around = fold(f"{title_lines(article)}\n{text}")
    is_told = whose in around and told.search(sentence)
    return not is_told or bool(whose and _is_whose_else(whose, told, sentence))


def _is_whose_else(whose: str, told: re.Pattern[str], sentence: str) -> bool:
    """Return whether each such relative in a folded sentence stands behind somebody else's name.

    `闵先生带着儿子来到田春生家` tells of no son of the latter.
    """
    people = [one for one, _ in names(sentence)]
    owners = [
        {
            sentence[one.start : one.end]
            for one in people
            if _OF.fullmatch(sentence, one.end, max(relative.start(), one.end))
        }
        for relative in told.finditer(sentence)
    ]
    return all(owners) and not any(whose in named for named in owners)


@lru_cache(64)
def _family(question: str) -> tuple[str, re.Pattern[str]] | None:
    """Return whose relative a folded question asks about, and how such a relative is told of."""
    found = _ASKED.search(question)
    if not found:
        return None
    name, is_of = speaker(found["whose"]), found["rank"] is not None
    is_kin = not _OF_TEACHING.match(
        found["relation"]
    )  # `他收的徒弟` may be told of by no such word
    if not name and not (is_of and is_kin and _WHO.search(question)):
        return None
    told = (told for asked, told in _RELATIONS if re.fullmatch(asked, found["relation"]))
    return name, re.compile("|".join(told))
