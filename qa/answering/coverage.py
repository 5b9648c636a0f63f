"""Answers which editions reported something, and how many times: by listing them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.answering.quoting import ANSWERER, edition_head
from qa.text import fold, is_chinese, sentences
from qa.types import Answer, Citation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.types import Hit, Query

_MOST_ARTICLES = 20

_REPORTED = r"(?:报道|提到|提及|说到|写到|讲到|刊登|刊发|登载|登|写|关注|见报|上)"
# `哪几期报道过`, `哪些天的报纸提到了`, `在哪一期登过`
_WHICH = re.compile(
    r"在?(?:哪一?[几些天日]?天?|有哪些|几月几[日号])(?:的|[期份]|日)?(?:的?(?:报纸|日报|晚报|版面|文章|报道))?上?"
    rf"(?:都|曾|曾经|有)?{_REPORTED}(?:过|了|到)*"
)
# `报道过几次`, `一共上过多少次报纸`, `有几篇报道`, `被提到多少回`
_HOW_OFTEN = re.compile(
    rf"(?:一共|总共|共|前后|先后|被|都)*{_REPORTED}(?:过|了|到)*(?:几|多少)[次回篇期](?:报纸?|报道)?"
    rf"|(?:一共|总共|共|有|前后|先后)*(?:几|多少)[次回篇期](?:报纸?)?{_REPORTED}{{1,2}}(?:过|了|到)*"
)
# `Which editions reported on 18路?`, `How many times was X mentioned?`
_ENGLISH = re.compile(
    r"(?:which|what) (?:editions?|issues?|articles?|days?)(?: of the paper)?(?: have| has)?"
    r" (?:report(?:ed)?|mention(?:ed)?|cover(?:ed)?|wr[io]te?)(?: on| about)?"
    r"|how (?:many times|often) (?:was|is|has|have|did|were)(?: the paper)?"
    r"|(?:been )?(?:reported(?: on)?|mentioned|covered)",
)
# What is left of such a question and is not what it is about.
_AROUND = re.compile(
    r"关于|有关|对于?|请问|本报|报纸上?|报上|这份报|档案里?|(?:的)?(?:报道|新闻|消息|文章)|一共|总共|都|曾经?"
    r"|[的了过吗呢被有在]$|^[在被有]|[?？。!！,，、\s“”《》\"]"
)


def covered_topic(question: str) -> str | None:
    """Return what `question` asks the coverage of, None where it asks for something else."""
    folded = fold(question).strip()
    asks = _WHICH.search(folded) or _HOW_OFTEN.search(folded)
    if asks:
        left = question[: asks.start()] + " " + question[asks.end() :]
        return _AROUND.sub("", left).strip() or None
    if _ENGLISH.match(folded):
        return _ENGLISH.sub("", folded).strip(" ?.") or None
    return None


def coverage(query: Query, topic: str, hits: Sequence[Hit]) -> Answer | None:
    """Return the editions whose articles name `topic`, newest first; None where none does.

    Args:
        query: the question.
        topic: what is to be named, as `covered_topic` found it.
        hits: what was found for it; of each article at least one.
    """
    found = {hit.article.id: hit for hit in hits if _place(topic, hit)}
    newest = sorted(found.values(), key=lambda hit: str(hit.edition.date), reverse=True)
    if not newest:
        return None
    shown = newest[:_MOST_ARTICLES]
    citations = tuple(_citation(number, topic, hit) for number, hit in enumerate(shown, 1))
    lines = [_line(one) for one in citations]
    head = _head(query, topic, newest)
    text = "\n".join((head, *lines))
    return Answer(query.question, query.text, text, citations, False, ANSWERER)


def _place(topic: str, hit: Hit) -> tuple[int, int] | None:
    """Return the sentence of the hit's article that names `topic`; the first if the title does."""
    article = hit.article
    wanted, start = fold(topic), len(article.byline)
    spans = [span for span in sentences(article.text) if span.start >= start]
    for span in spans:
        if wanted in fold(article.text[span.start : span.end]):
            return span.start, span.end
    titled = wanted in fold(f"{article.kicker}\n{article.headline}\n{article.subhead}")
    return (spans[0].start, spans[0].end) if titled and spans else None


def _citation(number: int, topic: str, hit: Hit) -> Citation:
    start, end = _place(topic, hit) or (0, 0)
    quote = hit.article.text[start:end]
    return Citation(number, quote, start, end, hit.article, hit.edition, hit.passage)


def _line(quote: Citation) -> str:
    text = quote.quote.replace("\n", " ")
    return f"{edition_head(quote)}《{quote.article.title}》{text}[{quote.number}]"


def _head(query: Query, topic: str, found: Sequence[Hit]) -> str:
    editions = len({hit.edition.id for hit in found})
    if is_chinese(query.question):
        left = f",下面是较新的{_MOST_ARTICLES}篇" if len(found) > _MOST_ARTICLES else ""
        return f"有{editions}期报纸的{len(found)}篇报道提到“{topic}”{left}。"
    left = f"; the newest {_MOST_ARTICLES} are" if len(found) > _MOST_ARTICLES else ""
    return f"{len(found)} articles in {editions} editions name “{topic}”{left}:"
