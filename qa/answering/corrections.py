"""Links a correction notice to the article that it corrects."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.dates.in_text import mentions
from qa.overlap import shared_end, shared_start
from qa.text import blanked, fold, plain_title, terms
from qa.types import Genre, Span

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from qa.types import Article, Edition, Hit

_COMMON_TERMS = 0.25  # share of a notice's terms that its article has, where no title is named

# `《苇荡湿地公园开园》一文`: the title that a notice names
_TITLE = re.compile(r"《([^《》]{2,60})》")
# `9月4日第1版`, `A03版`
_PAGE = re.compile(r"第?\s*([a-d]?\d{1,3})\s*版")
# Before and after a date, that it is an edition's: `本报9月4日`, `9月4日第1版`, `9月4日刊登的`
_OF_THE_PAPER = re.compile(r"(?:[本我贵]报|日报|晚报|晨报|周刊)(?:于|在)?\s*$")
_IN_THE_PAPER = re.compile(r"\s*(?:[(出]|第?\s*[a-d]?\d{1,3}\s*版|刊|见报|《|(?:本报)?报道)")
# `本报9月4日第1版《苇荡湿地公园开园》一文中`: where the article stands
_PLACE = re.compile(r"(?:[本我贵]报)[^《》,，。;；]{0,24}(?=《)|《[^《》]*》")
# `误为2.3万人次`, `误写成“王明”`, `“2.3万”应为`, `2.3万人次有误`: what was printed wrongly
_WRONG = re.compile(
    r"(?:[“「『][^”」』]*[”」』]|(?:\d[\d.,:]*[^\W\d]{0,4})+)(?:一[句词处]|的?表述)?"
    r"(?=有误|(?:[,，]?(?:现|均|正确的))?应(?:该|当)?[为是作改]|(?:现)?(?:更正|改|修改)[为成]|[,，;；]?实[为是])|"
    r"(?:误[为作写植刊排录]成?|错[写印]?[为成]|误将|误把|而非|而不是|不应?是)[^,，。;；]*"
)
# `“14时”应为“15时”`: what was wrong, and what is right
_PUT_RIGHT = re.compile(
    r"[“「『](?P<wrong>[^”」』]+)[”」』](?:一[句词处])?[,，]?(?:现|均|正确的)?应(?:该|当)?(?:为|是|作|改为)"
    r"[“「『](?P<right>[^”」』]+)[”」』]"
)
# `应为163公吨,误为183公吨`: the same without marks
_PUT_RIGHT_BARE = re.compile(
    r"应[该当]?[为是](?P<right>[^,，。;；“”「」]{1,20})[,，](?:误[写植刊排录]?[为成作]|错[写印]?[为成]|而[非不]是?)"
    r"(?P<wrong>[^,，。;；“”「」]{1,20})"
)

# `经受访者核实,应为|降了5%|。`
_SHOULD_BE = re.compile(r"[^。;；]{0,24}?应[该当]?[为是](?P<right>[^。;；,，“「]{1,24})")
_NUMBER = re.compile(r"[\d〇零一二三四五六七八九十百千万亿两.,]+")
_A_NUMBER = re.compile(rf"{_NUMBER.pattern}[^\W\d]?")
_CLAUSE_END = re.compile(r"[,，、;；]")


def notices_for(article: Article, edition: Edition, hits: Iterable[Hit]) -> list[Hit]:
    """Return those of `hits` that are of notices correcting `article`, newest first."""
    found = {
        hit.article.id: hit for hit in hits if corrects(hit.article, hit.edition, article, edition)
    }
    return sorted(found.values(), key=lambda hit: str(hit.edition.date), reverse=True)


def corrects(notice: Article, of: Edition, article: Article, edition: Edition) -> bool:
    """Return whether `notice`, printed in the edition `of`, corrects `article`.

    It does where it names the article's title. Where it names none, it must name the day of the
    article's edition, its page if any, and tell of the same things.
    """
    later = of.date and edition.date and of.date > edition.date
    if notice.genre is not Genre.CORRECTION or of.paper != edition.paper or not later:
        return False
    text = fold(notice.text)
    days = _days_named(text, of.date)
    if days and edition.date not in days:
        return False
    paper = fold(edition.paper)
    titles = [
        plain_title(title) for title in _TITLE.findall(text) if not paper or paper not in title
    ]
    if titles:
        printed = plain_title("".join(article.titles))
        return any(title in printed for title in titles)
    pages = [page.lstrip("0") for page in _PAGE.findall(text)]
    fits_page = not pages or article.page.lower().lstrip("0") in pages
    return bool(days) and fits_page and _tells_the_same(text, fold(article.text))


def without_errors(sentence: str) -> str:
    """Return a notice's sentence, equally long, with the titles and errors it repeats blanked.

    So that neither is taken for the answer: `《…2.3万人次》一文中,应为1.3万人次,误为2.3万人次`.
    """
    for pattern in (_PLACE, _WRONG):
        found = (Span(*match.span()) for match in pattern.finditer(sentence))
        sentence = blanked(sentence, found)
    return sentence


def mended(piece: str, notice: str) -> str:
    """Return what a notice puts in the place of `piece`, or of a part of it; empty if nothing.

    `15时` for `11月29日14时`, of `“14时”应为“15时”`; `620吨` for `820吨`, of
    `“生产白酒820吨,增长31%”应为“生产白酒620吨,增长13%”`; and `2012年` for `2011年`, of
    `称酒厂2011年上市,应为2012年`.
    """
    wrong = fold(piece)
    pairs = put_right(notice)
    whole = next((right for error, right in pairs if fold(error) in wrong), "")
    within = (_counterpart(wrong, error, right) for error, right in pairs)
    return whole or next(filter(None, within), "") or _put_right_later(wrong, fold(notice))


def _counterpart(piece: str, error: str, right: str) -> str:
    """Return what stands in `right` where the folded `piece` stands in `error`; empty if nothing.

    Both are compared clause by clause, by what each begins and ends with like the other.
    """
    wrong, mending = _CLAUSE_END.split(fold(error)), _CLAUSE_END.split(right)
    if len(wrong) != len(mending):
        return ""
    for one, other in zip(wrong, mending, strict=True):
        alike, place = shared_start(one, fold(other)), one.find(piece)
        end = place + len(piece)
        if place >= 0 and end > alike:
            behind = min(len(one) - end, shared_end(one, fold(other)))
            return other[min(place, alike) : len(other) - behind]
    return ""


def _put_right_later(piece: str, notice: str) -> str:
    """Return the number of the unit of `piece` that a notice puts right behind it: `应为2012年`."""
    unit = _NUMBER.sub("", piece)
    place = notice.find(piece)
    mends = _SHOULD_BE.search(notice, place + len(piece)) if place >= 0 and unit != piece else None
    found = re.search(rf"{_NUMBER.pattern}{re.escape(unit)}", mends["right"]) if mends else None
    return found.group() if found else ""


def concerns(notice: str, quote: str) -> bool:
    """Return whether what a notice says was wrong stands in `quote`, a number of it at least.

    True as well for a notice that does not say what it was.
    """
    folded, told = fold(notice), fold(quote)
    wrong = [fold(error) for error, _ in put_right(notice)]
    wrong += (match.group() for match in _WRONG.finditer(folded))
    pieces = {
        piece
        for error in wrong
        for piece in (*_A_NUMBER.findall(error), *_CLAUSE_END.split(error.strip("“”「」『』")))
        if len(piece) > 1
    }
    return not pieces or any(piece in told for piece in pieces)


def put_right(notice: str) -> list[tuple[str, str]]:
    """Return what a notice says was wrong, each with what it puts in its place."""
    folded = fold(notice)
    found = [*_PUT_RIGHT.finditer(folded), *_PUT_RIGHT_BARE.finditer(folded)]
    return [(notice[slice(*one.span("wrong"))], notice[slice(*one.span("right"))]) for one in found]


def _days_named(text: str, day: date | None) -> set[date]:
    return {
        one.since
        for one in mentions(text, day)
        if _OF_THE_PAPER.search(text, 0, one.start) or _IN_THE_PAPER.match(text, one.end)
    }


def _tells_the_same(notice: str, article: str) -> bool:
    told = set(terms(notice))
    return len(told & set(terms(article))) >= _COMMON_TERMS * len(told)
