"""Which page of which paper on which day: from the call, front matter, the page, the name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from pathlib import PurePath

from qa.dates.parts import number_in
from qa.editions.layout.furniture import is_index, is_markup
from qa.text import fold


@dataclass(frozen=True, slots=True)
class Identity:
    """What is known of a page; empty where it is not."""

    paper: str = ""
    date: date | None = None
    page: str = ""
    page_name: str = ""
    issue: str = ""

    def or_else(self, other: Identity) -> Identity:
        """Fill in from `other` what is not known here."""
        values = {f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self)}
        return Identity(**values)


# `安阳日报`, `殷都周刊`, but not `1952年创刊`
_PAPER = re.compile(
    r"[\u4e00-\u9fff]{2,10}?(?:[日晚晨早时商快导周新]报|都市报|报|(?<!创)刊)(?![\u4e00-\u9fff])"
)
# `2021-09/02` of `html/2021-09/02/content_1.htm`
_PATH_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)-?(\d\d)/(\d\d)(?=/)")
# `2021年9月2日`, `2021-09-02`, `2021.9.2`
_DATE = re.compile(
    r"((?:19|20)\d\d)\s*(?:年|[-./])\s*(\d{1,2})\s*(?:月|[-./])\s*(\d{1,2})(?:\s*日)?(?!\d)"
)
# `20210902`, `2021_09_02`
_NAME_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_./年]?(\d{1,2})[-_./月]?(\d{1,2})日?(?!\d)")
_COMPACT_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
# `二〇二一年九月二日`
_CHINESE_DATE = re.compile(
    r"([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
# `中華民國112年6月8日`, `民国二十六年七月八日`, but not the day when the paper was founded
_NUMBER = r"(\d{1,3}|[元〇零一二三四五六七八九十百]{1,6})"
_REIGN_DATE = re.compile(
    rf"民国\s*{_NUMBER}\s*(?:年|[-./])\s*{_NUMBER}\s*(?:月|[-./])\s*{_NUMBER}(?:\s*日)?(?![\d日])(?!\s*创刊)"
)
_BEFORE_REIGN = 1911
# `第03版:要闻`, `A3 要闻`, `3版 综合`
_PAGE = re.compile(
    r"(?:第\s*(?P<a>[a-d]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版|(?<![\d今日])(?P<b>[a-d]?\d{1,3})\s*版"
    r"|(?<![a-z\d])(?P<c>[a-d]\d{1,2})(?![a-z\d]))"
    r"[\s:·|/-]*(?P<name>[\u4e00-\u9fff·]{2,10})?"
)
# `08 社会 | 2019.12.05`, `2020年5月27日 星期三 11`: a bare number at either end of a folio line
_END_PAGE = re.compile(
    r"^(?P<first>\d{1,2})[\s|·]+(?P<name>[\u4e00-\u9fff]{2,8})(?=[\s|·])|(?<=[\s|])(?P<last>\d{1,2})$"
)
# `要闻 02`: alone on its line
_NAMED_PAGE = re.compile(r"(?P<name>[\u4e00-\u9fff·]{2,8})\s+(?P<first>\d{1,2})(?P<last>)")
_ISSUE = re.compile(r"(?:总第|第|总)\s*\d{1,6}\s*[期号]|总第\s*\d{1,6}")
# `03`, `A03`, `第3版`, `p3`, `page-3`
_NAME_PAGE = re.compile(r"(?:第|p|page|版面?)?[-_]?([a-d]?\d{1,3})(?:版)?", re.IGNORECASE)
_BARE_PAGE = re.compile(r"(?:第|p|page|版面?)?[-_]?([a-d]?\d{1,2})(?:版)?", re.IGNORECASE)
_MARKED_PAGE = re.compile(
    r"第?([a-d]?\d{1,3})版|(?:page|p)[-_]?(\d{1,3})|([a-d]\d{1,2})", re.IGNORECASE
)
# `paper: 殷都周刊`, `日期:2021-09-02` in a front matter block
_FRONT_MATTER = re.compile(
    r"\A\ufeff?\s*---[ \t]*\r?\n(?P<body>.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S
)
_FIELD = re.compile(r"^\s*(?P<key>[\w\u4e00-\u9fff-]{1,20})\s*[:：]\s*(?P<value>.*?)\s*$", re.M)
_KEYS = {
    "paper": ("paper", "newspaper", "masthead", "publication", "报纸", "报名", "报头"),
    "date": ("date", "day", "日期", "出版日期"),
    "page": ("page", "page_number", "版", "版次", "版面"),
    "page_name": ("page_name", "pagename", "section", "版名"),
    "issue": ("issue", "期号", "期"),
}


def front_matter_end(source: str) -> int:
    """Return where the front matter block of a text ends; 0 if it has none that names a field."""
    found = _FRONT_MATTER.match(source)
    return found.end() if found and from_front_matter(source) != Identity() else 0


def from_front_matter(source: str) -> Identity:
    """Read the block between two `---` lines at the top of a Markdown page."""
    found = _FRONT_MATTER.match(source)
    if not found:
        return Identity()
    values = {m["key"].lower(): m["value"].strip("\"' ") for m in _FIELD.finditer(found["body"])}

    def of(field: str) -> str:
        return next((values[key] for key in _KEYS[field] if values.get(key)), "")

    page = of("page")
    marked = _NAME_PAGE.fullmatch(page.strip())
    return Identity(
        paper=of("paper").strip("《》"),
        date=parse_date(of("date")),
        page=marked[1].upper() if marked else page,
        page_name=of("page_name"),
        issue=of("issue"),
    )


def from_page(folio_lines: Iterable[str]) -> Identity:
    """Read the folio lines and other furniture of a page, as printed."""
    known = Identity()
    for line in folio_lines:
        folded = fold(line)
        if is_index(folded.strip()) or is_markup(folded.strip()):  # of other pages, or of none
            continue
        paper, issue = _PAPER.search(folded), _ISSUE.search(folded)
        number, name = _page_in(folded)
        known = known.or_else(
            Identity(
                paper=line[slice(*paper.span())] if paper else "",
                date=parse_date(folded),
                page=_page_number(number),
                page_name=line[name],
                issue=line[slice(*issue.span())] if issue else "",
            )
        )
    return known


def _page_in(folded: str) -> tuple[str, slice]:
    """Return the page's number in a folio line and where its name stands; empty without any."""
    page = _PAGE.search(folded)
    if page:
        number = page["a"] or page["b"] or page["c"]
    else:
        alone = _NAMED_PAGE.fullmatch(folded.strip())
        page = alone or (_END_PAGE.search(folded) if parse_date(folded) else None)
        number = (page["first"] or page["last"]) if page else ""
    named = page is not None and page["name"] is not None
    return number, slice(*page.span("name")) if page and named else slice(0)


def from_name(path: PurePath) -> Identity:
    """Read a file's name and the folders above it: `殷都周刊/2021-09-02/03.md`."""
    stem = _stem(path)
    known = _from_one_name(stem, is_file=True)
    for folder in list(path.parents)[:6]:
        if folder.name:
            name = folder.name.removesuffix(".zip")
            known = known.or_else(_from_one_name(name, is_file=False))
    in_path = None if known.date else _PATH_DATE.search(path.as_posix())
    if in_path:
        known = known.or_else(Identity(date=_make_date(*map(int, in_path.groups()))))
    bare = _BARE_PAGE.fullmatch(stem)
    return known.or_else(Identity(page=_page_number(bare[1]))) if bare else known


def paper_in(text: str) -> str:
    """Return the paper's name that stands in `text`, such as a site's title; else ``."""
    found = _PAPER.search(fold(text))
    return text[slice(*found.span())] if found else ""


def _stem(path: PurePath) -> str:
    name = path.name
    while PurePath(name).suffix and len(PurePath(name).suffix) <= 9 and PurePath(name).stem:
        name = PurePath(name).stem
    return name


@lru_cache(maxsize=1024)
def _from_one_name(name: str, *, is_file: bool) -> Identity:
    folded = fold(name)
    found = _first_of(folded, _COMPACT_DATE, _NAME_DATE, _REIGN_DATE)
    day = _day_of(found) if found else None
    rest = name if not found or day is None else name[: found.start()] + " " + name[found.end() :]
    paper = page = ""
    for token in re.split(r"[\s_\-.,()()]+", rest):
        named = _PAPER.fullmatch(fold(token))
        numbered = _NAME_PAGE.fullmatch(token) if day else _MARKED_PAGE.fullmatch(token)
        if named and not paper:
            paper = token
        elif is_file and numbered and not page:
            page = _page_number(next(group for group in numbered.groups() if group))
    return Identity(paper=paper, date=day, page=page)


def parse_date(text: str) -> date | None:
    """Return the first full date in `text`: `2021年9月2日`, `民國110年9月2日`."""
    found = _first_of(fold(text), _DATE, _COMPACT_DATE, _CHINESE_DATE, _REIGN_DATE)
    return _day_of(found) if found else None


def _first_of(folded: str, *forms: re.Pattern[str]) -> re.Match[str] | None:
    return next(filter(None, (form.search(folded) for form in forms)), None)


def _day_of(found: re.Match[str]) -> date | None:
    """Return the day whose year, month and day are the groups of `found`."""
    year, month, day = (number_in(number.replace("元", "一")) for number in found.groups())
    return _make_date(year + _BEFORE_REIGN * (found.re is _REIGN_DATE), month, day)


def _make_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _page_number(text: str) -> str:
    """Return a page number as printed, capitals for a section: `03`, `A3`; `三` gives `3`."""
    if re.fullmatch(r"[一二三四五六七八九十]+", text or ""):
        return str(number_in(text))
    return (text or "").upper()
