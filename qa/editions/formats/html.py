"""Read digital-newspaper pages saved as HTML: one article a file, its fields by their markup.

Families: Founder's old and new systems, People's Daily, some others; else a general extractor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qa.editions.formats.source import PageText, lines_of, piece
from qa.editions.identity import Identity, from_page, paper_in, parse_date
from qa.editions.layout.bylines import parse_byline_line
from qa.errors import EditionError, Fault
from qa.types import Role

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from qa.editions.layout.blocks import Line

# `<!--enpproperty <date>2021-09-02 00:00:00.0</date>… /enpproperty-->`
_ENP = re.compile(r"<!--\s*enpproperty(?P<fields>.*?)/enpproperty\s*-->", re.S | re.I)
_ENP_FIELD = re.compile(
    r"<(?:founder-)?(?P<name>[a-z]+)>(?P<value>.*?)</(?:founder-)?(?P=name)>", re.S
)
# `责任编辑:甲`, `图片报道`: titles of boxes that are no articles
_BOX = re.compile(
    r"(?:责编|责任编辑|本版责编|图片报道|导读|广告|本版导读|公益广告)\b|(?:责编|责任编辑)"
)
# `标题_殷都周刊`, `标题 - 某某网`: what a site adds to a title
_SITE_SUFFIX = re.compile(r"\s*(?:[_|｜]|\s[-–—]\s|--).*$")
# `柳河街道:` left at the top of an extracted body
_KICKER = re.compile(r"[^。,，!！?？]{2,24}(?:[:：]|——)")
_DEEPEST = 400  # nested elements; pages of papers have some thirty

# By field: markup of the families, the surer first.
_SELECTORS = {
    "kicker": (
        "//*[@id='PreTitle']",
        "//*[contains(@class,'bmnr_con_yinti')]",
        "//*[contains(@class,'newsdetatit')]//*[contains(@class,'intro')]",
        "//td[contains(@class,'font02')][following::td[contains(@class,'font01')]]",
        "//h1/preceding-sibling::h3[1]",
    ),
    "headline": (
        "//*[@id='Title']",
        "//*[contains(@class,'bmnr_con_biaoti')]",
        "//*[contains(@class,'newsdetatit')]//h3",
        "//*[contains(@class,'main-article-alltitle')]",
        "//td[contains(@class,'font01')]",
        "//founder-title",
        "//*[@id='activity-name']",
        "//h1",
    ),
    "subhead": (
        "//*[@id='SubTitle']",
        "//*[contains(@class,'newsdetatit')]//*[contains(@class,'sub')]",
        "//td[contains(@class,'font02')][preceding::td[contains(@class,'font01')]]",
        "//h1/following-sibling::h2[1]",
    ),
    "author": (
        "//founder-author",
        "//*[contains(@class,'newsdetatit')]//*[contains(@class,'Author')]",
        "//p[contains(@class,'sec')]",
        "//*[@id='js_author_name']",
    ),
    "body": (
        "//founder-content",
        "//*[@id='ozoom']",
        "//*[contains(@class,'newsdetatext')]",
        "//*[contains(@class,'main-article-con')]",
        "//*[contains(@class,'bmnr_con_con')]",
        "//*[@id='js_content']",
    ),
}
_SKIPPED = frozenset(
    {"script", "style", "noscript", "iframe", "form", "select", "button", "nav", "svg", "template"}
)
_BLOCKS = frozenset(
    {
        "p",
        "div",
        "br",
        "table",
        "tr",
        "td",
        "li",
        "ul",
        "section",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "figure",
    }
    | {"figcaption", "blockquote", "founder-content", "center", "article", "hr"}
)
# `<div class=a>`, `</p>`: what opens or ends an element
_TAG = re.compile(
    r"<(?P<ends>/)?(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)\b)[a-z][^<>/]*>",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Fields:
    """An article's fields as its page gives them."""

    kicker: str = ""
    headline: str = ""
    subhead: str = ""
    author: str = ""
    body: tuple[str, ...] = ()
    identity: Identity = field(default_factory=Identity)


def read_html_page(source: str, name: str) -> PageText:
    """Read a saved article page; a list of a page's articles gives only furniture.

    Raises:
        EditionError: if the page is nested too deeply or holds no article.
    """
    tree = _parse(source, name)
    fields = _fields(tree, source)
    if not fields.body:
        if _is_page_list(tree):
            return _furniture(tree, name, fields.identity)
        fields = _extracted(source, fields, name)
    if _BOX.match(fields.headline) and len(fields.headline) <= 24:
        return _furniture(tree, name, fields.identity)
    text, lines = lines_of(_lines(fields))
    return PageText(name, text, lines, fields.identity, is_article=True)


def _parse(source: str, name: str) -> HtmlElement:
    from lxml import etree, html

    without_declaration = re.sub(r"^\s*<\?xml[^>]*\?>", "", source)
    try:
        parser = html.HTMLParser(remove_comments=False, huge_tree=False)
        tree = html.document_fromstring(without_declaration, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise EditionError(
            f"{name}: cannot be parsed as HTML ({error}); save the page again", Fault.BROKEN
        ) from None
    if _is_deeper(tree, _DEEPEST):
        raise EditionError(
            f"{name}: elements nested deeper than {_DEEPEST}, as on no newspaper page; "
            "leave it out",
            Fault.BROKEN,
        )
    return tree


def _is_deeper(tree: HtmlElement, most: int) -> bool:
    from lxml import etree

    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > most:
            return True
    return False


def _fields(tree: HtmlElement, source: str) -> _Fields:
    enp = _enpproperty(source)
    found = {name: _first_text(tree, paths) for name, paths in _SELECTORS.items() if name != "body"}
    body = tuple(_body_paragraphs(tree))
    return _Fields(
        kicker=enp.get("introtitle") or found["kicker"],
        headline=enp.get("title") or found["headline"],
        subhead=enp.get("subtitle") or found["subhead"],
        author=enp.get("author") or _without_date(found["author"]),
        body=body,
        identity=_identity(tree, enp, found["author"]),
    )


def _enpproperty(source: str) -> dict[str, str]:
    block = _ENP.search(source)
    if not block:
        return {}
    pairs = ((m["name"], _plain(m["value"])) for m in _ENP_FIELD.finditer(block["fields"]))
    return {name: value for name, value in pairs if value}


def _plain(markup: str) -> str:
    from html import unescape

    return " ".join(unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def _first_text(tree: HtmlElement, paths: tuple[str, ...]) -> str:
    for path in paths:
        for element in tree.xpath(path):
            text = " ".join("".join(_texts(element)).split())
            if text:
                return text
    return ""


def _texts(element: HtmlElement) -> Iterator[str]:
    """All text of an element that is shown, with a line break at each block."""
    from lxml import etree

    skipping = 0
    for event, node in etree.iterwalk(element, events=("start", "end", "comment")):
        if event == "comment":
            if not skipping and node.tail and node is not element:
                yield node.tail
            continue
        tag = node.tag.lower() if isinstance(node.tag, str) else ""
        hidden = tag in _SKIPPED
        if event == "start":
            skipping += hidden
            if not skipping:
                if tag in _BLOCKS:
                    yield "\n"
                yield node.text or ""
        else:
            skipping -= hidden
            if not skipping:
                if tag in _BLOCKS:
                    yield "\n"
                if node is not element:
                    yield node.tail or ""


def _body_paragraphs(tree: HtmlElement) -> Iterator[str]:
    for path in _SELECTORS["body"]:
        found = tree.xpath(path)
        paragraphs = [line for element in _outermost(found) for line in _paragraphs(element)]
        if paragraphs:
            yield from paragraphs
            return


def _outermost(elements: list[HtmlElement]) -> list[HtmlElement]:
    """Leave out elements within others of the list: content markers may nest."""
    every = set(elements)
    return [e for e in elements if not any(above in every for above in e.iterancestors())]


def _paragraphs(element: HtmlElement) -> Iterator[str]:
    for line in "".join(_texts(element)).split("\n"):
        text = " ".join(line.split())
        if text and not re.fullmatch(
            r"[\s|<>«»]*(?:放大|缩小|默认|上一篇|下一篇|返回目录|\s)+", text
        ):
            yield text


def _without_date(author: str) -> str:
    """`本报记者 甲 《人民日报》(2021年09月02日 第 04 版)` gives `本报记者 甲`."""
    return re.split(r"[《(（]|\d{4}[年-]", author)[0].strip(" \u3000|")


def _identity(tree: HtmlElement, enp: dict[str, str], author: str) -> Identity:
    metas = {
        (meta.get("name") or meta.get("property") or "").lower(): meta.get("content") or ""
        for meta in tree.iter("meta")
    }
    day = next(
        filter(
            None,
            (
                parse_date(value)
                for value in (
                    enp.get("date", ""),
                    metas.get("pubdate", ""),
                    metas.get("publishdate", ""),
                    metas.get("article:published_time", ""),
                    author,
                )
            ),
        ),
        None,
    )
    title = next((element.text or "" for element in tree.iter("title")), "")
    paper = next(
        filter(
            None,
            map(paper_in, (metas.get("og:site_name", ""), metas.get("source", ""), author, title)),
        ),
        "",
    )
    page = from_page(filter(None, (enp.get("nodename", ""), author)))
    return Identity(paper=paper, date=day, page=page.page, page_name=page.page_name)


def _is_page_list(tree: HtmlElement) -> bool:
    """Whether the file lists a page's articles (`node_3.htm`) and holds none."""
    marks = "//*[@id='pageLink'] | //map[@name='PagePicMap'] | //*[contains(@class,'news-list')]"
    return bool(tree.xpath(marks))


def _furniture(tree: HtmlElement, name: str, identity: Identity) -> PageText:
    pieces = (piece(text, role=Role.FURNITURE) for text in _paragraphs(tree))
    text, lines = lines_of(pieces)
    return PageText(name, text, lines, identity, is_article=True)


def _extracted(source: str, known: _Fields, name: str) -> _Fields:
    """Fall back on a general extractor; kicker and byline are then found in the body."""
    import trafilatura

    try:
        text = trafilatura.extract(source, include_comments=False, include_tables=True) or ""
        title = getattr(trafilatura.extract_metadata(source), "title", None) or ""
    except RecursionError:
        text = title = ""
    if not text.strip():
        depth = _depth(source)
        why = (
            f": its elements are nested {depth} deep; save the page again, or its text as .txt"
            if depth > _DEEPEST
            else "; leave it out"
        )
        raise EditionError(f"{name}: no article found in this HTML page{why}", Fault.NO_TEXT)
    headline = known.headline or _SITE_SUFFIX.sub("", title)
    body = [line.strip(" #*") for line in text.splitlines()]
    body = [line for line in body if line and line != headline]
    kicker = known.kicker
    if not kicker and len(body) > 1 and _KICKER.fullmatch(body[0]):
        kicker = body.pop(0)
    return _Fields(kicker, headline, known.subhead, known.author, tuple(body), known.identity)


def _depth(source: str) -> int:
    """How deep elements are nested at most; those without an end of their own do not count."""
    depth = deepest = 0
    for tag in _TAG.finditer(source):
        depth = max(0, depth - 1) if tag["ends"] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _lines(fields: _Fields) -> Iterator[Line]:
    titles = (
        (fields.kicker, Role.KICKER),
        (fields.headline, Role.HEADLINE),
        (fields.subhead, Role.SUBHEAD),
    )
    for text, role in titles:
        if text:
            yield piece(text, role=role)
    body = list(fields.body)
    titled = {text for text, _ in titles}
    while body and body[0] in titled:
        body.pop(0)
    printed = " ".join(body[:2]) + " " + body[-1] if body else ""
    if fields.author and fields.author not in printed and _names_someone(fields.author, printed):
        yield piece(fields.author, role=Role.BYLINE)
    for text in body:
        yield piece(text, whole=True)


def _names_someone(author: str, printed: str) -> bool:
    """Whether the author field says more than the byline that the body prints."""
    people = parse_byline_line(author) or parse_byline_line(f"□{author}")
    names = people.reporters + people.correspondents if people else ()
    return bool(names) and not all(name in printed.replace(" ", "") for name in names)
