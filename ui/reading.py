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
    from ui.wording import Texts


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
    note: str = "",
    unfold: int | None = None,
) -> str:
    """Return an edition's articles page by page, each a link that opens it.

    Args:
        edition: the edition.
        articles: its articles in printed order.
        texts: the reader's language.
        eyebrow: a word above the list.
        current: the id of the article that is open.
        note: a line under the edition's name.
        unfold: for articles that no archive holds yet: instead of links, so many of them unfold,
            and the rest are titles.
    """
    pages = groupby(enumerate(articles), key=lambda numbered: numbered[1].page)

    def entry(at: int, article: Article) -> str:
        if unfold is None:
            return _entry(article, current)
        return _unfolding(article, texts) if at < unfold else f"<li>{_title(article)}</li>"

    return "".join(
        (
            '<section class="wb-contents">',
            f'<h2 class="wb-eyebrow">{eyebrow or texts.contents}</h2>',
            f'<p class="wb-masthead">{as_html(edition.paper or texts.unnamed)}</p>',
            f'<p class="wb-day">{texts.day(edition.date)} · '
            f"{texts.articles_counted(len(articles))}</p>",
            f'<p class="wb-note">{as_html(note)}</p>' if note else "",
            *(_page(page, [entry(*one) for one in on_page], texts) for page, on_page in pages),
            "</section>",
        )
    )


def no_edition(texts: Texts) -> str:
    """Return what is shown in the place of editions while the archive holds none."""
    return f'<section class="wb-empty"><h2>{texts.holdings_none}</h2><p>{texts.empty}</p></section>'


def edition_name(edition: Edition, texts: Texts) -> str:
    """Return what an edition is called: `岚江日报 · 2024年10月16日 星期三`."""
    return f"{edition.paper or texts.unnamed} · {texts.day(edition.date)}"


def _page(page: str, entries: Sequence[str], texts: Texts) -> str:
    heading = f"<h3>{as_html(texts.page_name(page))}</h3>" if page else ""
    return f'{heading}<ul class="wb-list">{"".join(entries)}</ul>'


def _entry(article: Article, current: str) -> str:
    link = article_link(article.id, f"{ARTICLE}-{article.id}")
    here = ' aria-current="true"' if article.id == current else ""
    return f"<li><a {link}{here}>{_title(article)}</a></li>"


def _unfolding(article: Article, texts: Texts) -> str:
    """Return an article that shows its text when one presses its title."""
    lines = "".join(f"<p>{as_html(one)}</p>" for one in (article.subhead, article.byline) if one)
    body = f'<div class="wb-body">{lines}{_body(article, ())}</div>{_captions(article, texts, ())}'
    return f"<li><details><summary>{_title(article)}</summary>{body}</details></li>"


def _title(article: Article) -> str:
    banner = f'<span class="wb-banner">{as_html(article.banner)}</span>' if article.banner else ""
    kicker = f'<span class="wb-kicker">{as_html(article.kicker)}</span>' if article.kicker else ""
    plain = "" if article.headline else " wb-plain"
    title = f'<span class="wb-title{plain}">{as_html(shown_title(article))}</span>'
    return f"{kicker}{title}{banner}"


def notice(text: str) -> str:
    """Return a line that is also read out."""
    return f'<p class="wb-notice" role="status">{as_html(text)}</p>'
