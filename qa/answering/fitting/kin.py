"""Tells which sentences are of another's family than the one a question asks about.

`贺春生的儿子在哪上班?` is not answered by what is said of somebody else's son, nor by what is said
of anybody of whom no sentence says that he is one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa.forms.people import speaker
from qa.passages import title_line
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
    (r"妻子|老婆|爱人|媳妇", r"妻|老婆|爱人|媳妇|夫妇|娶"),
    (r"爷爷|祖父", r"爷爷|祖父"),
    (r"奶奶|祖母", r"奶奶|祖母"),
    (r"老伴", r"老伴|妻|丈夫|夫妇"),
    (r"孙子", r"孙子"),
    (r"孙女", r"孙女"),
    (r"哥哥", r"哥|兄"),
    (r"弟弟", r"弟"),
    (r"姐姐", r"姐"),
    (r"妹妹", r"妹"),
)
_RELATION = "|".join(asked for asked, _ in _RELATIONS)
_ASKED = re.compile(rf"(?P<whose>[\u4e00-\u9fff]{{2,4}}?)的?(?P<relation>{_RELATION})")
_PRONOUN = re.compile(r"\W*[他她其]")
# `她的丈夫|蓝云|患了什么病?`
_NAMED = re.compile(rf"(?:{_RELATION})(?P<name>[\u4e00-\u9fff]{{2}})")
# `落水女子的丈夫|叫什么?`
_WHO = re.compile(r"(?:叫什么|是谁|姓什么|多大|几岁)")


def is_of_another_family(asked: Sought, one: Evidence) -> bool:
    """Return whether a question asks about a relative of somebody, and a sentence tells of none.

    The article's title, subhead or passage must name that person, if the question does, or the
    article where the sentence begins with a pronoun; and the sentence must name the relation.
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
    around = fold(f"{title_line(article)}\n{article.subhead}\n{one.hit.passage.text}")
    if _PRONOUN.match(sentence):  # whose the relative is stands farther above
        around += fold(article.text)
    return whose not in around or not told.search(sentence)


@lru_cache(64)
def _family(question: str) -> tuple[str, re.Pattern[str]] | None:
    """Return whose relative a folded question asks about, and how such a relative is told of."""
    found = _ASKED.search(question)
    if not found:
        return None
    name, is_of = speaker(found["whose"]), f"的{found['relation']}" in found.group()
    if not name and not (is_of and _WHO.search(question)):
        return None
    told = (told for asked, told in _RELATIONS if re.fullmatch(asked, found["relation"]))
    return name, re.compile("|".join(told))
