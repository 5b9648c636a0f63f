"""Articles from drafts: joined paragraphs, bylines read, captions parted from their credits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from qa.editions.layout import ornaments, patterns
from qa.editions.layout.bylines import (
    Byline,
    is_person_name,
    parse_byline_line,
    parse_names,
    parse_sign,
)
from qa.editions.layout.rejoin import goes_on, join
from qa.text import fold
from qa.types import Article, Caption, Genre, Role, SourceSpan

if TYPE_CHECKING:
    from qa.editions.layout.atoms import Atom
    from qa.editions.layout.segment import Draft

# `摄`, `供图`: what a credit says besides the name
_CREDIT_WORDS = re.compile(
    r"(?:摄影报道|摄影|拍摄|摄|提供图片|提供|供图|文/图|图/文|图文|图片|图|发)$"
)
# What stands before it: `本报记者 张敏`, `中新社发 张敏`
_CREDIT_TITLES = re.compile(
    r"^(?:[\u4e00-\u9fff]{0,8}(?:记者|通讯员|摄影师|评论员)|图片|摄影|图|摄|供图|资料图片?|资料照片"
    r"|[\u4e00-\u9fff]{1,6}[社报网台][发供](?=\s))[\s:/]*"
)
# `区委宣传部`, `本报`, `资料`: no person
_OFFICE = re.compile(
    r"[部局办社网委台报站院校处科队室会厅]$|中心|公司|资料|本报|通讯员|记者|路透|法新|美联|资料照|视觉"
)
# `(高一(3)班 小记者 甲)`
_IN_BRACKETS = re.compile(r"\(((?:[^()]|\([^()]*\))*)\)")
_WHITE_SPACE = re.compile(r"[\s\u3000]*\n[\s\u3000]*")


def build_article(parts: Sequence[tuple[str, Draft]], *, id: str, page: str) -> Article:
    """Make the article of a draft, or of several that jump lines link, each with its file."""
    first = parts[0][1]
    every = [atom for _, draft in parts for atom in draft.parts]
    bylines = [atom.text.strip(" \u3000:：,，") for atom in every if atom.role is Role.BYLINE]
    people = _people(bylines)
    captions = _captions(every)
    paragraphs = join_paragraphs(every)
    headline, kicker, subhead = (
        _line(first.of(role)) for role in (Role.HEADLINE, Role.KICKER, Role.SUBHEAD)
    )
    banner = first.banner_text
    genre = _genre(banner, headline, bylines, every)
    if genre is Genre.PHOTO and len(paragraphs) == 1 and not any(c.text for c in captions):
        credit = captions[0] if captions else Caption("")
        captions = (Caption(paragraphs[0], credit.photographer, credit.credit),)
        paragraphs = ()
    return Article(
        id=id,
        page=page,
        headline=headline,
        paragraphs=paragraphs,
        banner=banner,
        kicker=kicker,
        subhead=subhead,
        byline=" ".join(bylines),
        reporters=people.reporters,
        correspondents=people.correspondents,
        genre=genre,
        captions=captions,
        spans=tuple(span for source, draft in parts for span in _spans(draft.parts, source)),
    )


def join_paragraphs(parts: Iterable[Atom]) -> tuple[str, ...]:
    """Return the body's paragraphs, the sentences that were cut in two joined again."""
    paragraphs: list[str] = []
    last: Atom | None = None
    for atom in parts:
        if atom.role is not Role.BODY:
            continue
        text = _in_one_line(atom.text)
        if last is not None and goes_on(last, atom):
            paragraphs[-1] = join(paragraphs[-1], text)
        else:
            paragraphs.append(text)
        last = atom
    return tuple(paragraphs)


def _in_one_line(text: str) -> str:
    return _WHITE_SPACE.sub("", text) if "\n" in text else text


def _line(atoms: Iterable[Atom]) -> str:
    return " ".join(_in_one_line(atom.text) for atom in atoms)


def _spans(parts: Iterable[Atom], source: str) -> list[SourceSpan]:
    return [SourceSpan(source, part.start, part.end) for part in parts]


# --- people --------------------------------------------------------------------------------------


def _people(bylines: Iterable[str]) -> Byline:
    reporters: dict[str, None] = {}
    correspondents: dict[str, None] = {}
    for printed in bylines:
        for people in _read_byline(printed):
            reporters |= dict.fromkeys(people.reporters)
            correspondents |= dict.fromkeys(people.correspondents)
    return Byline(tuple(reporters), tuple(correspondents))


def read_byline(printed: str) -> Byline:
    """Read a byline as printed, or the names at the head of a text; empty where there are none."""
    folded = fold(printed[:120])
    heads = (patterns.HEAD, patterns.SLASH_HEAD, patterns.LENS_HEAD, patterns.BRACKET_HEAD)
    head = next((found for pattern in heads if (found := pattern.match(folded))), None)
    people = _read_byline(printed[: head.end()] if head else printed)
    if not people and is_person_name(printed.strip()):
        people = [Byline((printed.strip(),))]
    return people[0] if people else Byline()


def _read_byline(printed: str) -> list[Byline]:
    whole = parse_byline_line(printed)
    if whole:
        return [whole]
    folded = fold(printed)
    reports = patterns.HEAD_REPORTS.match(folded + " ") or patterns.HEAD_PLAIN.match(folded + " ")
    slash = patterns.SLASH_HEAD.match(folded) or patterns.LENS_HEAD.match(folded)
    inside = [match.span(1) for match in _IN_BRACKETS.finditer(folded)]
    inside = [slash.span("names")] if slash else inside
    sign = patterns.SIGNED_BRIEF.fullmatch("。" + folded, 1)
    if sign and (people := parse_sign(printed.strip("()（） "))):
        return [people]
    inside += [reports.span("names")] if reports else []
    bare = printed.replace(" ", "").replace("\u3000", "")
    if is_person_name(bare):
        return [Byline((bare,))]
    named = (parse_names(printed[s:e]) or parse_sign(printed[s:e]) for s, e in inside)
    return [people for people in named if people]


# --- pictures ------------------------------------------------------------------------------------


def _captions(parts: Sequence[Atom]) -> tuple[Caption, ...]:
    """Put each credit to the caption just above it, or else just below."""
    captions: list[Caption] = []
    open_credit: Atom | None = None
    open_caption = False
    for atom in parts:
        if atom.role is Role.CAPTION:
            text = _in_one_line(atom.text)
            captions.append(_caption(text, open_credit))
            open_caption, open_credit = open_credit is None, None
        elif atom.role is Role.CREDIT and open_caption:
            captions[-1] = _caption(captions[-1].text, atom)
            open_caption = False
        elif atom.role is Role.CREDIT:
            open_credit = atom
        else:
            open_caption = False
    if open_credit is not None:
        captions.append(_caption("", open_credit))
    return tuple(captions)


def _caption(text: str, credit: Atom | None) -> Caption:
    if credit is None:
        return Caption(text)
    return Caption(text, photographer(credit.text), credit.text)


def photographer(credit: str) -> str:
    """Return who a credit such as `(本报记者 张美红 摄)` names, several parted by `、`; else ``."""
    folded = fold(credit)
    left = max(folded.find("(") + 1, len(folded) - len(folded.lstrip("( ")))
    right = len(folded.rstrip(") 。."))
    inside, printed = folded[left:right], credit[left:right]
    title = _CREDIT_TITLES.match(inside)
    start = title.end() if title else 0
    word = _CREDIT_WORDS.search(inside, start)
    end = word.start() if word else len(inside)
    names = [name for name in re.split(r"[\s、,/]+", printed[start:end]) if name]
    if len(names) == 2 and all(len(name) == 1 for name in names):
        names = ["".join(names)]
    took_it = folded.rstrip(") 。.").endswith(("摄", "摄影", "摄影报道"))
    return "、".join(name for name in names if _may_be(name) and (took_it or is_person_name(name)))


def _may_be(name: str) -> bool:
    """Whether one who took a picture may be called so: any short word that names no office."""
    return 2 <= len(name) <= 4 and not _OFFICE.search(fold(name))


# --- genre ---------------------------------------------------------------------------------------


def _genre(banner: str, headline: str, bylines: Sequence[str], parts: Sequence[Atom]) -> Genre:
    above, title = ornaments.plain(fold(banner)), ornaments.plain(fold(headline))
    has_body = any(part.role is Role.BODY for part in parts)
    if patterns.CORRECTION_HEADLINE.fullmatch(title):
        return Genre.CORRECTION
    if patterns.NOTICE_HEADLINE.fullmatch(title) and not bylines:
        return Genre.NOTICE
    if patterns.PHOTO_BANNER.fullmatch(above) or not has_body:
        pictures = any(part.role in (Role.CAPTION, Role.CREDIT) for part in parts)
        if pictures or patterns.PHOTO_BANNER.fullmatch(above):
            return Genre.PHOTO
    bodies, captions = ([p for p in parts if p.role is role] for role in (Role.BODY, Role.CAPTION))
    if len(bodies) < 2 and (len(captions) > 1 or (captions and not bylines)):
        return Genre.PHOTO
    if patterns.BRIEFS_BANNER.fullmatch(above):
        return Genre.BRIEFS
    if patterns.ADVERTISEMENT.fullmatch(above) or patterns.ADVERTISEMENT.fullmatch(title):
        return Genre.ADVERTISEMENT
    if patterns.NOTICE_HEADLINE.fullmatch(above):
        return Genre.NOTICE
    if patterns.COMMENT_BANNER.fullmatch(above) or any("评论员" in fold(line) for line in bylines):
        return Genre.COMMENT
    return _news_or_feature(parts)


def _news_or_feature(parts: Sequence[Atom]) -> Genre:
    """By convention a dateline opens news, and a byline on its own line a longer feature."""
    first = next((part for part in parts if part.role in (Role.BYLINE, Role.BODY)), None)
    if first is None or first.role is Role.BODY or first.text.startswith(("(", "（")):
        return Genre.NEWS
    return Genre.FEATURE if parse_byline_line(first.text) else Genre.NEWS
