"""Talks to a language model behind any endpoint of OpenAI's protocol, as a stream."""

from __future__ import annotations

import logging
import math
import os
import threading
import time
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any

from qa.errors import AnswererError, ReplyError
from qa.generation.streaming import ReplyingError, contents
from qa.generation.thoughts import whole_characters, without_thoughts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.generation.prompt import Prompt

_log = logging.getLogger("wenbao")

_SECONDS = 60.0
_LONGEST_MESSAGE = 200  # characters of a server's message that are logged


class Failing(Enum):
    """Why a model's reply cannot be used."""

    NO_CLIENT = "the openai client is not installed"
    NO_CONNECTION = "no connection"
    KEY = "the key was not accepted: check WENBAO_LLM_API_KEY"
    NOT_THERE = (
        "nothing is there: check WENBAO_LLM_MODEL, and that WENBAO_LLM_BASE_URL ends as the"
        " endpoint's does, mostly in /v1"
    )
    BUSY = "too many requests: try again later"
    STATUS = "the endpoint reports an error"
    TOO_LATE = "no whole reply in time"
    BROKEN = "the reply broke off"
    DECLINED = "the model declined"
    EMPTY = "the reply is empty"
    UNCITED = "nothing in the reply can be checked"


_STATUSES = {
    401: Failing.KEY,
    403: Failing.KEY,
    404: Failing.NOT_THERE,
    408: Failing.TOO_LATE,
    429: Failing.BUSY,
    504: Failing.TOO_LATE,
}
# Why a reply ends, where that is not because it is whole
_UNFINISHED = {
    **dict.fromkeys(("length", "max_tokens", "tool_calls", "function_call"), Failing.BROKEN),
    **dict.fromkeys(("error", "network_error", "abort", "cancelled"), Failing.BROKEN),
    **dict.fromkeys(("content_filter", "sensitive", "refusal", "safety"), Failing.DECLINED),
}


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A language model behind an endpoint: hosted, or Ollama, vLLM or llama.cpp at home.

    Raises:
        AnswererError: the address, the key or the time cannot be used.
    """

    base_url: str  # such as "http://localhost:11434/v1"
    name: str
    api_key: str = field(default="", repr=False)
    seconds: float = _SECONDS  # that a whole reply may take

    def __post_init__(self) -> None:
        """Refuse what no request can be made with."""
        if not self.base_url.startswith(("http://", "https://")):
            raise AnswererError(
                f"The language model's address is {self.base_url!r}"
                " (WENBAO_LLM_BASE_URL); it must begin with http:// or https://."
            )
        if not self.api_key.isascii() or not self.api_key.isprintable():
            raise AnswererError(
                "The language model's key (WENBAO_LLM_API_KEY) holds characters that no key has;"
                " copy it again."
            )
        if not (math.isfinite(self.seconds) and 0 < self.seconds <= threading.TIMEOUT_MAX):
            raise AnswererError(
                f"A reply may take {self.seconds} seconds (WENBAO_LLM_SECONDS); give a number"
                " above 0."
            )


class FailedReplyError(ReplyError):
    """A reply that cannot be used, and why."""

    def __init__(self, failing: Failing) -> None:
        """Say why."""
        super().__init__(f"The language model did not answer: {failing.value}.")
        self.failing = failing


def model_from_environment() -> LanguageModel | None:
    """Return the model that ``WENBAO_LLM_*`` names, None where they name none.

    Raises:
        AnswererError: they name a half of one, or one that cannot be used.
    """
    url, name, key, seconds = (
        os.environ.get(f"WENBAO_LLM_{part}", "").strip()
        for part in ("BASE_URL", "MODEL", "API_KEY", "SECONDS")
    )
    if not url and not name:
        return None
    if not url or not name:
        missing = "WENBAO_LLM_MODEL" if url else "WENBAO_LLM_BASE_URL"
        raise AnswererError(
            f"{missing} is not set. Set WENBAO_LLM_BASE_URL and WENBAO_LLM_MODEL, or neither."
        )
    try:
        limit = float(seconds or _SECONDS)
    except ValueError:
        raise AnswererError(
            f"WENBAO_LLM_SECONDS is {seconds!r}; give the seconds that a reply may take."
        ) from None
    return LanguageModel(url, name, key, limit)


def reply(model: LanguageModel, prompt: Prompt) -> Iterator[str | None]:
    """Yield a model's reply piece by piece; None where all before was only thought aloud.

    Raises:
        FailedReplyError: it cannot be used; what was yielded before is not the whole of it.
    """
    until = time.monotonic() + model.seconds
    begun = False
    try:
        for piece in without_thoughts(whole_characters(_pieces(model, prompt))):
            begun = True
            yield piece
            if time.monotonic() > until:
                raise FailedReplyError(Failing.TOO_LATE)
    except (FailedReplyError, GeneratorExit):
        raise
    except Exception as error:  # whatever an endpoint sends, the question is answered
        late = time.monotonic() >= until
        failing = Failing.TOO_LATE if late else _failing(error, begun=begun)
        _log.warning("language model: %s (%s)", failing.value, _told(error, model))
        raise FailedReplyError(failing) from error


def _pieces(model: LanguageModel, prompt: Prompt) -> Iterator[str]:
    """Yield what a model writes, within its time: then the connection is closed under it.

    A limit on each read would not do, for an endpoint may send signs of life for ever.
    """
    messages = [
        {"role": "system", "content": prompt.system},
        {"role": "user", "content": prompt.user},
    ]
    with _client(model) as client:
        timer = threading.Timer(model.seconds, client.close)
        timer.daemon = True
        timer.start()
        try:
            with client.chat.completions.with_streaming_response.create(
                model=model.name, messages=messages, stream=True
            ) as response:
                ended = yield from contents(response)
        finally:
            timer.cancel()
    if ended in _UNFINISHED:
        raise FailedReplyError(_UNFINISHED[ended])
    if ended is None:
        raise FailedReplyError(Failing.BROKEN)


def _client(model: LanguageModel) -> Any:
    try:
        from openai import DefaultHttpxClient, OpenAI
    except ImportError:
        raise FailedReplyError(Failing.NO_CLIENT) from None
    # A key is always given: without one the client would send the environment's OPENAI_API_KEY,
    # which is not for this endpoint.
    return OpenAI(
        base_url=model.base_url,
        api_key=model.api_key or "none",
        timeout=model.seconds,
        max_retries=0,
        http_client=DefaultHttpxClient(verify=_certificates()),
    )


@cache
def _certificates() -> Any:
    """Return the certificates that endpoints are trusted by: 0.1 s to load, so once."""
    from httpx import create_ssl_context

    return create_ssl_context()


def _failing(error: Exception, *, begun: bool) -> Failing:
    import openai

    status = getattr(error, "status_code", None)
    if isinstance(status, int):
        return _STATUSES.get(status, Failing.STATUS)
    if isinstance(error, ReplyingError):
        return Failing.STATUS
    if "Timeout" in type(error).__name__:
        return Failing.TOO_LATE
    if isinstance(error, openai.APIConnectionError) and not begun:
        return Failing.NO_CONNECTION
    return Failing.BROKEN


def _told(error: Exception, model: LanguageModel) -> str:
    """Return what an endpoint says went wrong, without the key: `HTTP 404: model not found`."""
    status = getattr(error, "status_code", None)
    body = getattr(error, "body", None)
    message = body.get("message") if isinstance(body, dict) else None
    told = " ".join(str(message or error).split())
    told = told.replace(model.api_key or "\n", "…")[:_LONGEST_MESSAGE]
    return f"HTTP {status}: {told}" if status else f"{type(error).__name__}: {told}"
