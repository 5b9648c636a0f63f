"""Whole articles, and the contents list of an edition, as HTML."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ui.escape import as_html
from ui.messages import shown_title
from ui.sources import ARTICLE, actions, article_head, article_link, marked, reference_block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.types import Article, Edition
    from ui.texts import Texts


def whole_article(
    article: Article,
    edition: Edition,
    texts: Texts,
    *,
    marks: Sequence[tuple[int, int]] = (),
    back: str = "",
) -> str:
    """Return an article to read.

    Args:
        article: the article.
        edition: its edition.
        texts: the reader's language.
        marks: what to highlight, half-open in ``article.text``.
        back: what a link back opens; none where empty.
    """
    link = article_link(article.id, f"{ARTICLE}-{article.id}")
    return "".join(
        (
            f'<article class="wb-article" data-shows="{ARTICLE}-{as_html(article.id)}">',
            actions(f'<a href="#" data-open="{as_html(back)}">← {texts.back}</a>', texts)
            if back
            else "",
            article_head(article, edition, texts),
            f'<div class="wb-body">{_body(article, marks)}</div>',
            _captions(article, texts, marks),
            reference_block(article, edition, texts),
            f'<p class="wb-actions"><a {link}>{texts.link}</a></p>',
            "</article>",
        )
    )


def _body(article: Article, marks: Sequence[tuple[int, int]]) -> str:
    start = len(article.byline) + 1 if article.byline else 0
    return marked(article.text, start, start + len("\n".join(article.paragraphs)), marks)


def _captions(article: Article, texts: Texts, marks: Sequence[tuple[int, int]]) -> str:
    if not article.captions:
        return ""
    length = len("\n".join(caption.text + caption.credit for caption in article.captions))
    text = article.text
    body = marked(text, len(text) - length, len(text), marks)
    return f'<aside class="wb-captions"><h4>{texts.photo}</h4>{body}</aside>'


def contents(
    edition: Edition,
    articles: Sequence[Article],
    texts: Texts,
    *,
    eyebrow: str = "",
    current: str = "",
    links: bool = True,
) -> str:
    """Return an edition's articles page by page, each a link that opens it.

    Args:
        edition: the edition.
        articles: its articles in printed order.
        texts: the reader's language.
        eyebrow: a word above the list.
        current: the id of the article that is open.
        links: whether the articles are links; not for those that no archive holds yet.
    """
    pages = groupby(articles, key=lambda article: article.page)
    return "".join(
        (
            '<section class="wb-contents">',
            f'<h2 class="wb-eyebrow">{eyebrow or texts.contents}</h2>',
            f'<p class="wb-masthead">{as_html(edition.paper)}</p>',
            f'<p class="wb-day">{texts.day(edition.date)} · '
            f"{texts.articles.format(count=len(articles))}</p>",
            *(_page(page, list(on_page), texts, current, links) for page, on_page in pages),
            "</section>",
        )
    )


def _page(page: str, articles: Sequence[Article], texts: Texts, current: str, links: bool) -> str:
    items = "".join(_entry(article, current, links) for article in articles)
    heading = f"<h3>{as_html(texts.page_name(page))}</h3>" if page else ""
    return f'{heading}<ul class="wb-list">{items}</ul>'


def _entry(article: Article, current: str, links: bool) -> str:
    link = article_link(article.id, f"{ARTICLE}-{article.id}")
    here = ' aria-current="true"' if article.id == current else ""
    banner = f'<span class="wb-banner">{as_html(article.banner)}</span>' if article.banner else ""
    kicker = f'<span class="wb-kicker">{as_html(article.kicker)}</span>' if article.kicker else ""
    plain = "" if article.headline else " wb-plain"
    title = f'<span class="wb-title{plain}">{as_html(shown_title(article))}</span>'
    shown = f"{kicker}{title}{banner}"
    return f"<li><a {link}{here}>{shown}</a></li>" if links else f"<li>{shown}</li>"
