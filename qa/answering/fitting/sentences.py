"""Leaves out sentences that cannot answer, however much of a question's words they have.

They are of an article that does not have what the question names, or tell of another of its kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.answering.evidence import whole_text
from qa.answering.fitting.days import dates_told, is_of_other_days
from qa.answering.fitting.kin import is_of_another_family
from qa.answering.fitting.kinds import may_hold_kind, may_tell_fee, may_tell_name
from qa.answering.fitting.mismatch import is_of_another, is_of_another_one
from qa.answering.fitting.premises import lacks_premise
from qa.forms.contests import may_tell_opponent
from qa.forms.persons.appointments import tells_other_posts
from qa.forms.persons.roles import alias_asked
from qa.forms.places.regions import is_elsewhere
from qa.overlap import share
from qa.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.answering.evidence import Evidence
    from qa.overlap import Sought
    from qa.types import Hit

# A question of so few pairs of characters may share none with an article that answers.
_FEW_TERMS = 3
_OF_GRAMMAR = frozenset("了的会有在几得过着是要能就也都还")


def fitting(asked: Sought, read: Sequence[Evidence]) -> list[Evidence]:
    """Return the sentences of `read` that may answer, in their order."""
    hits = {one.hit.article.id: one.hit for one in read}
    fit = {id_ for id_, hit in hits.items() if _may_answer(asked, hit)}
    return [one for one in read if one.hit.article.id in fit and _may_tell(asked, one)]


def _may_tell(asked: Sought, one: Evidence) -> bool:
    """Return whether a sentence may have what is asked for, of whom and what is asked about."""
    sentence = fold(one.text)
    return (
        may_hold_kind(asked.question, sentence)
        and may_tell_name(asked, sentence)
        and may_tell_fee(asked.question, sentence)
        and may_tell_opponent(asked.question, sentence)
        and not is_of_another_one(asked, one)
        and not is_of_another_family(asked, one)
        and alias_asked(asked.question) in sentence
        and not tells_other_posts(asked.question, sentence)
    )


def _shares_words(asked: Sought, whole: str) -> bool:
    """Return whether an article has a word of the question, or all characters of a short one.

    `有雨` and `卖鱼得了` are pairs that `有一次降雨` and `卖给鱼贩` have not.
    """
    if share(asked.terms, whole) > 0:
        return True
    telling = asked.characters.keys() - _OF_GRAMMAR
    return len(asked.terms) <= _FEW_TERMS and bool(telling) and all(one in whole for one in telling)


def _may_answer(asked: Sought, hit: Hit) -> bool:
    """Return whether an article has what the question names.

    One about the bus 18 does not answer a question about the bus 28, nor does one that does not
    tell of what the question asks the reason of.
    """
    article, edition = hit.article, hit.edition
    whole, paper = whole_text(article), fold(edition.paper)
    return (
        _shares_words(asked, whole)
        and not is_of_another(asked, whole, edition.date, paper, dates_told(article))
        and not is_of_other_days(asked, hit)
        and not lacks_premise(asked, whole)
        and not is_elsewhere(asked, f"{paper}\n{fold(article.banner)}\n{whole}")
    )
