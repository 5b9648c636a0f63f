"""Articles, passages and answers as JSON, for the catalogue and for other programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from qa.types import Article, Caption, DateMention, Genre, SourceSpan

if TYPE_CHECKING:
    from qa.types import Answer, Citation, Edition, EditionSummary, Filters, Hit

Record = dict[str, Any]


def dumps(record: Record) -> str:
    """Return `record` as one line of JSON, Chinese as it is."""
    return json.dumps(record, ensure_ascii=False, default=str)


def article_to_json(article: Article) -> str:
    """Return all fields of `article`; empty ones are left out."""
    return dumps({key: value for key, value in asdict(article).items() if value})


def article_from_json(text: str) -> Article:
    """Return the article that `article_to_json` wrote."""
    fields = json.loads(text)
    return Article(
        id=fields.pop("id"),
        page=fields.pop("page", ""),
        headline=fields.pop("headline", ""),
        paragraphs=tuple(fields.pop("paragraphs", ())),
        reporters=tuple(fields.pop("reporters", ())),
        correspondents=tuple(fields.pop("correspondents", ())),
        genre=Genre(fields.pop("genre", Genre.NEWS)),
        captions=tuple(Caption(**caption) for caption in fields.pop("captions", ())),
        dates=tuple(_date_mention(**mention) for mention in fields.pop("dates", ())),
        spans=tuple(SourceSpan(**span) for span in fields.pop("spans", ())),
        **fields,
    )


def _date_mention(start: int, end: int, since: str, until: str) -> DateMention:
    return DateMention(start, end, date.fromisoformat(since), date.fromisoformat(until))


def _edition_fields(article: Article, edition: Edition) -> Record:
    return {
        "article_id": article.id,
        "paper": edition.paper,
        "date": edition.date.isoformat() if edition.date else None,
        "page": article.page,
    }


def article_record(article: Article, edition: Edition) -> Record:
    """Return one line of ``wenbao articles --json``."""
    return _edition_fields(article, edition) | {
        "banner": article.banner,
        "kicker": article.kicker,
        "headline": article.headline,
        "subhead": article.subhead,
        "genre": article.genre.value,
        "reporters": list(article.reporters),
        "correspondents": list(article.correspondents),
        "paragraphs": list(article.paragraphs),
        "captions": [
            {"text": caption.text, "photographer": caption.photographer}
            for caption in article.captions
        ],
    }


def hit_record(rank: int, hit: Hit) -> Record:
    """Return one line of ``wenbao search --json``."""
    return {
        "rank": rank,
        "score": round(hit.score, 6),
        **_edition_fields(hit.article, hit.edition),
        "banner": hit.article.banner,
        "kicker": hit.article.kicker,
        "headline": hit.article.headline,
        "passage": hit.passage.text,
        "also_in": [_edition_fields(*carried) for carried in hit.reprints],
    }


def filters_record(filters: Filters) -> Record:
    """Return what was searched, as it is given to a search: what is not limited is left out."""
    since, until = filters.dates.since, filters.dates.until
    days = {"since": since and since.isoformat(), "until": until and until.isoformat()}
    named = days | {name: value for name, value in asdict(filters).items() if name != "dates"}
    return {name: value for name, value in named.items() if value}


def answer_record(answer: Answer) -> Record:
    """Return the object of ``wenbao ask --json``."""
    return {
        "question": answer.question,
        "searched": answer.searched,
        "answer": answer.text,
        "short": answer.short,
        "abstained": answer.abstained,
        "answerer": answer.answerer,
        "note": answer.note,
        "unsupported": list(answer.unsupported),
        "filters": filters_record(answer.filters),
        "citations": [_citation_record(citation) for citation in answer.citations],
        "related": [hit_record(rank, hit) for rank, hit in enumerate(answer.related, 1)],
    }


def _citation_record(citation: Citation) -> Record:
    return {
        "number": citation.number,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
        **_edition_fields(citation.article, citation.edition),
        "headline": citation.article.headline,
        "passage": citation.passage.text,
        "also_in": [_edition_fields(*carried) for carried in citation.reprints],
    }


def edition_record(summary: EditionSummary) -> Record:
    """Return one line of ``wenbao editions --json``."""
    edition = summary.edition
    return {
        "edition_id": edition.id,
        "paper": edition.paper,
        "date": edition.date.isoformat() if edition.date else None,
        "issue": edition.issue,
        "pages": list(summary.pages),
        "articles": summary.articles,
        "passages": summary.passages,
    }
