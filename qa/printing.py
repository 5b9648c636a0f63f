"""Articles, hits and answers as lines of text for a reader at a terminal."""

from __future__ import annotations

from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING

from qa.citing import place_line
from qa.passages import title_line
from qa.storage.records import filters_record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from embeddings.adapt import Adaptation
    from qa.evaluation import Measures, Question
    from qa.feedback import Feedback
    from qa.types import (
        Answer,
        Article,
        Edition,
        EditionSummary,
        Filters,
        Hit,
        IndexReport,
        Statistics,
    )

_WIDTH = 100  # characters of a passage that are shown
_SHOWN = 10  # editions of a report, so that it fits a screen


def place(article: Article, edition: Edition) -> str:
    """Return where an article stands: `《岚江日报》 2024-05-08 第03版 《题》 甲`."""
    parts = (
        place_line(article, edition),
        f"《{title_line(article) or article.title}》",
        "、".join((*article.reporters, *article.correspondents)),
    )
    return " ".join(part for part in parts if part)


def answer_lines(answer: Answer) -> Iterator[str]:
    """Yield the answer, then its sources, or the related passages when it abstained."""
    if answer.searched != answer.question:
        yield f"({' · '.join((answer.searched, *_filter_words(answer.filters)))})"
    if answer.note:
        yield f"({answer.note})"
    yield answer.text
    for _, group in groupby(answer.citations, key=lambda one: one.article.id):
        quotes = list(group)
        marks = "".join(f"[{one.number}]" for one in quotes)
        yield f"{marks} {place(quotes[0].article, quotes[0].edition)}"
        yield from (f"   = {place(*carried)}" for carried in quotes[0].reprints)
        if answer.by_model:  # the quotes are not in what it writes
            yield from (f"   “{_on_one_line(one.quote)}”" for one in quotes)
    if answer.related:
        yield ""
        yield "相关报道 / related:"
        yield from (f"  · {place(hit.article, hit.edition)}" for hit in answer.related)


def _filter_words(searched: Filters) -> Iterator[str]:
    """Yield what was searched only, a day but once: `2024-10-16`, `岚江日报`."""
    words = filters_record(searched).values()
    yield from dict.fromkeys(str(word) for word in words if word)


def hit_lines(rank: int, hit: Hit) -> Iterator[str]:
    """Yield a hit: its rank and place, then the start of its passage."""
    yield f"{rank}. {hit.score:.3f} {place(hit.article, hit.edition)}"
    text = _on_one_line(hit.passage.text)
    yield f"   {text[:_WIDTH]}{'…' if len(text) > _WIDTH else ''}"
    yield from (f"   = {place(*carried)}" for carried in hit.reprints)


def _on_one_line(text: str) -> str:
    return text.replace("\n", " ")


def nothing_found(searched: Filters) -> str:
    """Return that no passage is where the filters keep a search, and which those are."""
    named = [f"{name} {value}" for name, value in filters_record(searched).items()]
    where = f" with {', '.join(named)}: see what there is with wenbao articles" if named else ""
    return f"no passage was found{where}"


def article_lines(article: Article, edition: Edition) -> Iterator[str]:
    """Yield an article's id, place and fields."""
    banner = f" [{article.banner}]" if article.banner else ""
    yield f"{article.id}  {article.genre.value}{banner} {place(article, edition)}"


def edition_line(summary: EditionSummary) -> str:
    """Return an edition's id, pages and sizes."""
    pages = " ".join(page for page in summary.pages if page) or "-"
    return (
        f"{summary.edition.id}  pages {pages}  {summary.articles} articles"
        f"  {summary.passages} passages"
    )


def report_lines(report: IndexReport) -> Iterator[str]:
    """Yield what became of each edition that is not as it was, and the totals."""
    for what, editions in (
        ("added", report.added),
        ("replaced", report.replaced),
        ("pruned", report.removed),
    ):
        yield from (f"{what:<10}{edition}" for edition in editions[:_SHOWN])
        if len(editions) > _SHOWN:
            yield f"{what:<10}and {len(editions) - _SHOWN} more (all of them: --json)"
    pruned = f" {len(report.removed)} pruned," if report.removed else ""
    yield (
        f"{len(report.added)} added, {len(report.replaced)} replaced,{pruned}"
        f" {len(report.unchanged)} unchanged, {len(report.failed)} failed;"
        f" {report.articles} articles, {report.passages} passages written"
    )


def statistics_lines(found: Statistics) -> Iterator[str]:
    """Yield what an archive holds, and how it is kept, a figure a line."""
    for name, value in asdict(found).items():
        text = f"{value / 2**20:,.1f} MB" if name.endswith("_bytes") else str(value)
        yield f"{name.removesuffix('_bytes'):<12}{text}"


def measure_lines(measures: Measures) -> Iterator[str]:
    """Yield a measure a line; those that the questions do not allow are left out."""
    for name, value in asdict(measures).items():
        if isinstance(value, float):
            yield f"{name:<22}{value:>9.3f}"
        elif value is not None:
            yield f"{name:<22}{value:>9}"


def wrong_lines(question: Question, answer: Answer) -> Iterator[str]:
    """Yield a question that was answered wrongly, what was known of it, and what was said."""
    known = " / ".join(question.answers) if question.answers else "an answer"
    yield f"wrong: {question.text}"
    yield f"   known: {known if question.answerable else 'none'}"
    yield f"   said:  {answer.text.splitlines()[0]}"


def feedback_lines(feedback: Feedback) -> Iterator[str]:
    """Yield a reader's verdict, what was asked and answered, and the comment."""
    yield f"{feedback.time} {'+' if feedback.liked else '-'} {feedback.question}"
    yield f"   {feedback.answer.splitlines()[0] if feedback.answer else ''}"
    if feedback.comment:
        yield f"   “{feedback.comment}”"


def adaptation_lines(
    adaptation: Adaptation, archive: Path, model: Path, *, used: bool
) -> Iterator[str]:
    """Yield what adapting the model has gained on held-out texts, and how to use it."""
    before, after = adaptation.before, adaptation.after
    yield (
        f"learned from {adaptation.documents} articles; {adaptation.questions} questions made of"
        f" held-out ones, asked of {adaptation.passages} passages"
    )
    yield f"{'':<16}{'before':>9}{'after':>9}"
    yield f"{'recall@1':<16}{before.at_1:>9.3f}{after.at_1:>9.3f}"
    yield f"{'recall@5':<16}{before.at_5:>9.3f}{after.at_5:>9.3f}"
    yield f"model           {model}"
    if used:
        yield f"The archive {archive} was encoded again with it."
    elif adaptation.gained:
        yield f"Use it: wenbao index --rebuild --archive {archive} --model {model}"
    else:
        yield "It finds no more than before; the archive keeps its model."
