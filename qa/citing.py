"""Names the paper, the day and the page that an article is printed in.

In a line, in the words of an answer, and as Chinese bibliographies refer to it (GB/T 7714).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa.types import Article, Edition

_NAMED_AUTHORS = 3  # more are 等


def reference(article: Article, edition: Edition) -> str:
    """Return the reference to a newspaper article: `闻铎, 蒋苗. 题[N]. 岚江日报, 2024-10-16(01).`

    The form is that of GB/T 7714-2015, section 4.4: 作者. 题名: 副题名[N]. 报名, 日期(版次).
    What the archive does not know is left out.
    """
    writers = _authors((*article.reporters, *article.correspondents))
    source = ", ".join(part for part in (edition.paper, _issue(article, edition)) if part)
    parts = (writers, f"{_title(article)}[N]", source)
    return ". ".join(part for part in parts if part) + "."


def place_line(article: Article, edition: Edition) -> str:
    """Return where an article stands: `《岚江日报》 2024-05-08 第03版`."""
    page = f"第{article.page}版" if article.page else ""
    return " ".join(part for part in (_paper(edition), _day(edition), page) if part)


def day_and_paper(edition: Edition) -> str:
    """Return which edition it is: `2024-10-16《岚江日报》`."""
    return f"{_day(edition)}{_paper(edition)}"


def printed_at(article: Article, edition: Edition, *, chinese: bool) -> str:
    """Return where an article is printed: `2026-11-28《澜河日报》第1版“民生”栏《…》,署名邱晨。`."""
    names = [*article.reporters, *article.correspondents]
    number = article.page.lstrip("0")
    if chinese:
        page = f"第{number}版" if number else ""
        column = f"“{article.banner}”栏" if article.banner else ""
        signed = f"署名{'、'.join(names)}" if names else "没有署名"
        return f"{day_and_paper(edition)}{page}{column}《{article.title}》,{signed}。"
    page = number and f"page {number}"
    parts = (edition.paper, _day(edition), page, article.banner, article.title)
    signed = f"by {', '.join(names)}" if names else "unsigned"
    return f"{', '.join(filter(None, parts))}; {signed}."


def _paper(edition: Edition) -> str:
    return f"《{edition.paper}》" if edition.paper else ""


def _day(edition: Edition) -> str:
    return edition.date.isoformat() if edition.date else ""


def _authors(names: tuple[str, ...]) -> str:
    unique = [name.replace(" ", "") for name in dict.fromkeys(names)]
    if len(unique) > _NAMED_AUTHORS:
        unique[_NAMED_AUTHORS:] = ["等"]
    return ", ".join(unique)


def _title(article: Article) -> str:
    subhead = article.subhead.strip("—-– ")
    return ": ".join(part for part in (article.title, subhead) if part)


def _issue(article: Article, edition: Edition) -> str:
    return _day(edition) + (f"({article.page})" if article.page else "")
