"""What programs may call, over HTTP and as MCP tools: search, ask, and read an article."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, cast

import gradio as gr
from gradio.components.api_component import Api
from gradio.context import get_blocks_context
from gradio.events import api
from gradio.utils import get_function_description

from qa.errors import UsageError, WenbaoError
from qa.storage import records

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gradio.events import Dependency
    from gradio.mcp import GradioMCPServer

    from qa import Archive
    from qa.filters import FilterOptions

_log = logging.getLogger("wenbao")

Record = dict[str, Any]

_MOST_HITS = 50
_MOST_CHARACTERS = 500  # of a question
_FILTERS = ("since", "until", "paper", "section", "page", "reporter")


def add_api(archive: Archive) -> None:
    """Add the three functions to the current Gradio app."""

    def search_newspaper(
        question: str,
        k: int = 5,
        since: str = "",
        until: str = "",
        paper: str = "",
        section: str = "",
        page: str = "",
        reporter: str = "",
    ) -> list[Record]:
        """Find the passages of a Chinese newspaper archive that fit a question, best first.

        Args:
            question: A question or keywords, best in Chinese.
            k: How many passages to return, 1 to 50.
            since: First day of the editions searched, YYYY-MM-DD; empty for no limit.
            until: Last day of the editions searched, YYYY-MM-DD; empty for no limit.
            paper: Only this newspaper, by its exact name; empty for all.
            section: Only this section banner; empty for all.
            page: Only this page, such as 3 or A03; empty for all.
            reporter: Only what this person wrote or photographed; empty for all.

        Returns:
            Passages with rank, score, article_id, paper, date, page, kicker, headline and text.
        """
        with _Refusals():
            hits = archive.retrieve(
                _short(question),
                _count(k),
                **_filters(since, until, paper, section, page, reporter),
            )
        return [records.hit_record(rank, hit) for rank, hit in enumerate(hits, 1)]

    def ask_newspaper(
        question: str,
        since: str = "",
        until: str = "",
        paper: str = "",
        section: str = "",
        page: str = "",
        reporter: str = "",
    ) -> Record:
        """Answer a question with sentences quoted from a Chinese newspaper archive, each cited.

        Args:
            question: A question in Chinese.
            since: First day of the editions searched, YYYY-MM-DD; empty for no limit.
            until: Last day of the editions searched, YYYY-MM-DD; empty for no limit.
            paper: Only this newspaper, by its exact name; empty for all.
            section: Only this section banner; empty for all.
            page: Only this page, such as 3 or A03; empty for all.
            reporter: Only what this person wrote or photographed; empty for all.

        Returns:
            The answer with its citations; where "abstained" is true the archive has no answer.
        """
        with _Refusals():
            answer = archive.ask(
                _short(question),
                **_filters(since, until, paper, section, page, reporter),
            )
        return records.answer_record(answer)

    def read_article(article_id: str) -> Record:
        """Return one article of the newspaper archive whole, with its edition's paper and date.

        Args:
            article_id: An id that search_newspaper or ask_newspaper returned.

        Returns:
            The article's headline, byline names, paragraphs and captions, paper, date and page.
        """
        with _Refusals():
            found = archive.article(_text("article_id", article_id))
        if found is None:
            raise _refused(f"The archive has no article {article_id!r:.120}.")
        return records.article_record(*found)

    for function in (search_newspaper, ask_newspaper, read_article):
        _describe(api(function, api_name=function.__name__), function)


def _describe(endpoint: Dependency, function: Callable[..., Any]) -> None:
    """Give the schema of an endpoint the descriptions of the function's docstring."""
    context = get_blocks_context()
    assert context is not None  # the endpoint was just added to it
    fields = context.fns[endpoint["id"]]
    _, parameters, (returns, *_) = get_function_description(function)
    for field, description in zip(fields.inputs, parameters.values(), strict=True):
        assert isinstance(field, Api)
        field._api_info["additional_description"] = description
    record = {"type": "object", "additionalProperties": {}}
    many = function.__name__ == "search_newspaper"
    for field in fields.outputs:
        assert isinstance(field, Api)
        schema: dict[str, Any] = {"type": "array", "items": record} if many else record
        field._api_info = schema | {"description": returns}


class _Refusals:
    """Turns what the archive refuses into an error that a caller may see.

    What a call did wrong is told; what is wrong with the archive is the server's business, and
    its messages name files.
    """

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, UsageError):
            raise _refused(str(error)) from error
        if isinstance(error, WenbaoError):
            _log.warning("call not answered: %s", error)
            raise _refused("The archive cannot be read just now; try again later.") from error


def _refused(why: str) -> gr.Error:
    return gr.Error(why, print_exception=False)


def _short(question: object) -> str:
    text = _text("question", question)
    if len(text) > _MOST_CHARACTERS:
        raise _refused(f"The question has {len(text)} characters; use at most {_MOST_CHARACTERS}.")
    return text


def _count(k: object) -> int:
    if isinstance(k, bool) or not isinstance(k, int) or not 1 <= k <= _MOST_HITS:
        raise _refused(f"k is {k!r:.40}; give a whole number, 1 to {_MOST_HITS}.")
    return k


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise _refused(f"{name} is {value!r:.40}; give a text.")
    return value


def _filters(*given: object) -> FilterOptions:
    """Return the filters of a call, given in the order of `_FILTERS`."""
    named = zip(_FILTERS, given, strict=True)
    return cast("FilterOptions", {name: _text(name, value) or None for name, value in named})


def answer_tools_in_json(server: GradioMCPServer) -> None:
    """Make the tools for language models answer in JSON; Gradio gives Python's notation."""
    from mcp.types import TextContent

    def in_json(data: Sequence[Any], _root_url: str) -> list[Any]:
        return [TextContent(type="text", text=records.dumps(output)) for output in data]

    server.postprocess_output_data = in_json  # type: ignore[method-assign, assignment]
