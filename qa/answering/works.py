"""Answers which articles somebody wrote and which pictures somebody took: by listing them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qa.answering.bylines import caption_place
from qa.answering.evidence import evidence_at, whole_text
from qa.answering.leads import lead
from qa.answering.quoting import MOST_LISTED, listing
from qa.answering.wording import listed_note
from qa.text import fold, is_chinese, plain_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qa.answering.evidence import Evidence
    from qa.types import Answer, Article, Edition, Query

_TITLES = r"(?:请问|本报|报社|摄影记者|摄影师|摄影|记者|通讯员)*"
_NAME = r"(?P<name>[\u4e00-\u9fff]{2,4}?(?:·[\u4e00-\u9fff]{1,8}?)?)"
# `周明|和吴霞|一起`
_WITH = r"(?:[和与、同](?P<other>[\u4e00-\u9fff]{2,4}?))?(?:一起|共同|合作|联名)?"
_IN_ALL = r"(?:一共|总共|前后|先后|曾经?|都|还|共)*"
_WROTE, _TOOK = r"(?:采写|撰写|写|采访|报[道导]|发表|刊发)", r"(?:拍摄|拍|摄)"
_ARTICLES, _PICTURES = (
    r"(?:报[道导]|文章|稿[子件]?|新闻|通讯|消息|作品)",
    r"(?:照片|相片|图片|图|作品)",
)
_ABOUT = r"(?:(?:关于|有关|写)(?P<about>[^,，。?？]{2,16}?)的)?"
_WHICH = r"(?:哪些|什么|哪几[篇张幅]|几[篇张幅]|多少[篇张幅]?)"
_END = r"[?？。!！\s]*$"
# `周明写过哪些报道?`, `记者周明一共写了几篇?`, `周明写的是什么?`, `周明拍过哪些照片?`
_DID = r"^{titles}{name}{together}{in_all}{did}[过了]?的?是?{which}{about}{things}?" + _END
# `周明写的关于大桥的文章`
_THOSE = (
    r"^{titles}{name}{did}[过了]?的(?:关于|有关)(?P<about>[^,，。?？]{{2,16}}?)的{things}" + _END
)
# `哪些报道是周明写的?`, `有几张照片是周明拍的?`
_BY = r"^(?:请问|有)*{which}{things}(?:是|由|出自)?{titles}{name}(?:之手|{did}[的过]?)" + _END
# `周明写的报道有哪些?`, `周明的照片有几张?`
_OF = r"^{titles}{name}{did}?[过了]?的{things}{in_all}(?:有|是)?{which}" + _END
# `Which articles did 周明 write?`, `What has 周明 written?`
_ENGLISH = (
    r"^(?:what|(?:which|how many) {things}) (?:did|has|have|was|were) (?:by |{did} by )?"
    r"(?P<name>[\u4e00-\u9fff·]{{2,12}})(?: {did})?" + _END
)


@dataclass(frozen=True, slots=True)
class Author:
    """Whom a question asks the works of; of a photographer the pictures."""

    name: str  # as asked
    about: str = ""  # what they are to be about, "" where that is not asked
    pictures: bool = False
    other: str = ""  # who is to have written them, too


def _patterns(
    did: str, things: str, english_did: str, english_things: str
) -> list[re.Pattern[str]]:
    parts = {
        "titles": _TITLES,
        "name": _NAME,
        "together": _WITH,
        "in_all": _IN_ALL,
        "which": _WHICH,
        "about": _ABOUT,
    }
    chinese = [one.format(**parts, did=did, things=things) for one in (_DID, _THOSE, _BY, _OF)]
    english = _ENGLISH.format(did=english_did, things=english_things)
    return [re.compile(one) for one in (*chinese, english)]


_OF_ARTICLES = _patterns(
    _WROTE, _ARTICLES, "(?:write|written|report|reported)", "(?:articles|stories|reports)"
)
_OF_PICTURES = _patterns(
    _TOOK, _PICTURES, "(?:take|taken|photograph|photographed)", "(?:photos|pictures|photographs)"
)


def asked_author(question: str) -> Author | None:
    """Return whose works `question` asks for, None where it asks for something else."""
    question = question.strip()
    folded = fold(question)
    for pictures, patterns in ((False, _OF_ARTICLES), (True, _OF_PICTURES)):
        for pattern in patterns:
            if found := pattern.match(folded):
                named = found.groupdict()
                about, other = named.get("about") or "", named.get("other") or ""
                if pictures and other:  # a picture is credited to one
                    return None
                return Author(question[slice(*found.span("name"))], about, pictures, other)
    return None


def works(query: Query, author: Author, signed: Iterable[tuple[Article, Edition]]) -> Answer | None:
    """Return the works of `author`, newest first; None where there are none.

    Args:
        query: the question.
        author: whose works are asked for.
        signed: the articles that bear the author's name, with their editions.
    """
    told = (both for both in signed if fold(author.about) in whole_text(both[0]))
    credits = [one for article, edition in told for one in _credits(author, article, edition)]
    return listing(query, _head(query, author, len(credits)), credits) if credits else None


def _credits(author: Author, article: Article, edition: Edition) -> Iterator[Evidence]:
    """Yield where a picture is credited to whom the question means, or what the article tells."""
    if author.pictures:
        name = plain_name(author.name)
        for caption in article.captions:
            if plain_name(caption.photographer) == name:
                yield evidence_at(article, edition, caption_place(article, caption))
    elif _signed_by(article, author):
        yield from lead(article, edition)


def _signed_by(article: Article, author: Author) -> bool:
    """Return whether an article bears the name that is asked for, or both names."""
    signed = {plain_name(one) for one in (*article.reporters, *article.correspondents)}
    return signed >= {plain_name(one) for one in (author.name, author.other) if one}


def _head(query: Query, author: Author, count: int) -> str:
    chinese, measure = is_chinese(query.question), "张" if author.pictures else "篇"
    names = f"{author.name}和{author.other}共同" if author.other else author.name
    left = listed_note(count, MOST_LISTED, measure, chinese=chinese)
    if chinese:
        signed, things = ("拍摄", "图片") if author.pictures else ("署名", "报道")
        about = f"关于“{author.about}”的" if author.about else ""
        return f"{names}{signed}的{about}{things}有{count}{measure}{left}。"
    works = "pictures are credited to" if author.pictures else "articles are signed by"
    return f"{count} {works} {author.name}{left}:"
