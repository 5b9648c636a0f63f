"""Reads the stream of a chat completion, and what endpoints send in place of one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

_DONE = "[DONE]"


class ReplyingError(Exception):
    """An error that an endpoint reports within its reply."""

    def __init__(self, error: Any) -> None:
        """Take the error as the endpoint tells it: mostly `{"message": …, "code": …}`."""
        told = error if isinstance(error, dict) else {"message": error}
        super().__init__(str(told.get("message") or told))
        code = str(told.get("code") or told.get("status") or "")
        self.status_code = int(code) if code.isdecimal() and len(code) == 3 else None


def contents(response: Any) -> Generator[str, None, str | None]:
    """Yield what a model writes in `response`, whose lines are those of an event stream.

    Returns:
        Why it ended, in small letters; None where it did not, but broke off.

    Raises:
        ReplyingError: the endpoint reports an error.
    """
    ended = None
    for event in _events(response):
        if event == _DONE:
            return ended or "stop"
        if event.get("error"):
            raise ReplyingError(event["error"])
        for choice in event.get("choices") or []:
            if choice.get("index"):
                continue  # another answer to the same question
            said = choice.get("delta") or choice.get("message") or {}
            yield _text(said.get("content"))
            if said.get("refusal"):
                return "refusal"
            ended = str(choice.get("finish_reason") or "").lower() or ended
    return ended


def _events(response: Any) -> Iterator[Any]:
    """Yield the events of a stream; where there is none, the body as the one that it is."""
    others = []
    for line in response.iter_lines():
        name, _, value = line.partition(":")
        if name == "data":
            yield _DONE if value.strip() == _DONE else json.loads(value)
        elif name not in ("", "event", "id", "retry"):
            others.append(line)
    if others:
        yield json.loads("\n".join(others))


def _text(content: Any) -> str:
    """Return the text of a message's content: itself, or that of its parts."""
    if isinstance(content, list):
        parts = (part.get("text") for part in content if isinstance(part, dict))
        return "".join(part for part in parts if isinstance(part, str))
    return content if isinstance(content, str) else ""
