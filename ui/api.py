"""What programs may call, over HTTP and as MCP tools: search, ask, and read an article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import gradio as gr
from gradio.events import api

from qa import records
from qa.errors import WenbaoError

if TYPE_CHECKING:
    from qa import Archive
    from qa.archive import FilterOptions

Record = dict[str, Any]

_MOST_HITS = 50
_MOST_CHARACTERS = 500  # of a question


def add_api(archive: Archive) -> None:
    """Add the three functions to the current Gradio app."""

    def search_newspaper(
        question: str,
        k: int = 5,
        since: str = "",
        until: str = "",
        paper: str = "",
        section: str = "",
    ) -> list[Record]:
        """Find the passages of a Chinese newspaper archive that fit a question, best first.

        Args:
            question: A question or keywords, best in Chinese.
            k: How many passages to return, 1 to 50.
            since: First day of the editions searched, YYYY-MM-DD; empty for no limit.
            until: Last day of the editions searched, YYYY-MM-DD; empty for no limit.
            paper: Only this newspaper, by its exact name; empty for all.
            section: Only this section banner; empty for all.

        Returns:
            Passages with rank, score, article_id, paper, date, page, kicker, headline and text.
        """
        with _Refusals():
            hits = archive.retrieve(
                _short(question),
                max(1, min(int(k), _MOST_HITS)),
                **_filters(since, until, paper, section),
            )
        return [records.hit_record(rank, hit) for rank, hit in enumerate(hits, 1)]

    def ask_newspaper(
        question: str, since: str = "", until: str = "", paper: str = "", section: str = ""
    ) -> Record:
        """Answer a question with sentences quoted from a Chinese newspaper archive, each cited.

        Args:
            question: A question in Chinese.
            since: First day of the editions searched, YYYY-MM-DD; empty for no limit.
            until: Last day of the editions searched, YYYY-MM-DD; empty for no limit.
            paper: Only this newspaper, by its exact name; empty for all.
            section: Only this section banner; empty for all.

        Returns:
            The answer with its citations; where "abstained" is true the archive has no answer.
        """
        with _Refusals():
            answer = archive.ask(_short(question), **_filters(since, until, paper, section))
        return records.answer_record(answer)

    def read_article(article_id: str) -> Record:
        """Return one article of the newspaper archive whole, with its edition's paper and date.

        Args:
            article_id: An id that search_newspaper or ask_newspaper returned.

        Returns:
            The article's headline, byline names, paragraphs and captions, paper, date and page.
        """
        found = archive.article(article_id)
        if found is None:
            raise gr.Error(f"The archive has no article {article_id!r}.", print_exception=False)
        return records.article_record(*found)

    for function in (search_newspaper, ask_newspaper, read_article):
        api(function, api_name=function.__name__)


class _Refusals:
    """Turns what the archive refuses into an error that a caller may see."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, WenbaoError):
            raise gr.Error(str(error), print_exception=False) from error


def _short(question: str) -> str:
    if len(question) > _MOST_CHARACTERS:
        raise gr.Error(
            f"The question has {len(question)} characters; use at most {_MOST_CHARACTERS}.",
            print_exception=False,
        )
    return question


def _filters(since: str, until: str, paper: str, section: str) -> FilterOptions:
    return {
        "since": since or None,
        "until": until or None,
        "paper": paper or None,
        "section": section or None,
    }
