"""References to articles, as Chinese bibliographies write them (GB/T 7714)."""

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


def _authors(names: tuple[str, ...]) -> str:
    unique = [name.replace(" ", "") for name in dict.fromkeys(names)]
    if len(unique) > _NAMED_AUTHORS:
        unique[_NAMED_AUTHORS:] = ["等"]
    return ", ".join(unique)


def _title(article: Article) -> str:
    subhead = article.subhead.strip("—-– ")
    return ": ".join(part for part in (article.title, subhead) if part)


def _issue(article: Article, edition: Edition) -> str:
    day = edition.date.isoformat() if edition.date else ""
    return day + (f"({article.page})" if article.page else "")
