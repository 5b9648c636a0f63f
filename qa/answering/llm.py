"""Talks to a language model behind any endpoint of OpenAI's protocol, as a stream."""

from __future__ import annotations

import logging
import os
import time
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from qa.errors import AnswererError, ReplyError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qa.answering.prompt import Prompt

_log = logging.getLogger("wenbao")

_SECONDS = 60.0
_THINKS, _THOUGHT = "<think>", "</think>"


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A language model behind an endpoint: hosted, or Ollama, vLLM or llama.cpp at home."""

    base_url: str  # such as "http://localhost:11434/v1"
    name: str
    api_key: str = field(default="", repr=False)
    seconds: float = _SECONDS  # that a whole reply may take


class Failing(Enum):
    """Why a model's reply cannot be used."""

    NO_CLIENT = "the openai client is not installed"
    NO_CONNECTION = "no connection"
    KEY = "the key was not accepted"
    STATUS = "the endpoint reports an error"
    TOO_LATE = "no whole reply in time"
    BROKEN = "the reply broke off"
    DECLINED = "the model declined"


class FailedReplyError(ReplyError):
    """A reply that cannot be used, and why."""

    def __init__(self, failing: Failing) -> None:
        """Say why."""
        super().__init__(f"The language model did not answer: {failing.value}.")
        self.failing = failing


def model_from_environment() -> LanguageModel | None:
    """Return the model that ``WENBAO_LLM_*`` names, None where they name none.

    Raises:
        AnswererError: they name a half of one, or a time that is none.
    """
    url, name = (os.environ.get(f"WENBAO_LLM_{part}", "").strip() for part in ("BASE_URL", "MODEL"))
    if not url and not name:
        return None
    if not url or not name:
        missing = "WENBAO_LLM_MODEL" if url else "WENBAO_LLM_BASE_URL"
        raise AnswererError(
            f"{missing} is not set. Set WENBAO_LLM_BASE_URL and WENBAO_LLM_MODEL, or neither."
        )
    seconds = os.environ.get("WENBAO_LLM_SECONDS", "").strip() or str(_SECONDS)
    try:
        return LanguageModel(url, name, os.environ.get("WENBAO_LLM_API_KEY", ""), float(seconds))
    except ValueError:
        raise AnswererError(
            f"WENBAO_LLM_SECONDS is {seconds!r}; give the seconds that a reply may take."
        ) from None


def reply(model: LanguageModel, prompt: Prompt) -> Iterator[str]:
    """Yield a model's reply piece by piece.

    Raises:
        FailedReplyError: it cannot be used; what was yielded before is not the whole of it.
    """
    until = time.monotonic() + model.seconds
    begun = False
    try:
        for piece in _without_thoughts(_pieces(model, prompt, until)):
            begun = True
            yield piece
    except (FailedReplyError, GeneratorExit):
        raise
    except Exception as error:  # whatever an endpoint sends, the question is answered
        failing = _failing(error)
        if begun and failing is Failing.NO_CONNECTION:
            failing = Failing.BROKEN
        _log.warning("language model: %s (%s)", failing.value, type(error).__name__)
        raise FailedReplyError(failing) from error


def _pieces(model: LanguageModel, prompt: Prompt, until: float) -> Iterator[str]:
    finished = None
    with _client(model).chat.completions.create(
        model=model.name,
        messages=[
            {"role": "system", "content": prompt.system},
            {"role": "user", "content": prompt.user},
        ],
        stream=True,
    ) as chunks:
        for chunk in chunks:
            if time.monotonic() > until:
                raise FailedReplyError(Failing.TOO_LATE)
            for choice in chunk.choices[:1]:
                if choice.delta.refusal:
                    raise FailedReplyError(Failing.DECLINED)
                yield choice.delta.content or ""
                finished = choice.finish_reason or finished
    if finished != "stop":
        raise FailedReplyError(Failing.DECLINED if finished == "content_filter" else Failing.BROKEN)


@lru_cache(maxsize=4)
def _client(model: LanguageModel) -> Any:
    try:
        from openai import OpenAI
    except ImportError:
        raise FailedReplyError(Failing.NO_CLIENT) from None
    # A key is always given: without one the client would send the environment's OPENAI_API_KEY,
    # which is not for this endpoint.
    return OpenAI(
        base_url=model.base_url,
        api_key=model.api_key or "none",
        timeout=model.seconds,
        max_retries=0,
    )


def _failing(error: Exception) -> Failing:
    import openai

    kinds = {
        openai.APITimeoutError: Failing.TOO_LATE,
        openai.AuthenticationError: Failing.KEY,
        openai.PermissionDeniedError: Failing.KEY,
        openai.APIConnectionError: Failing.NO_CONNECTION,
        openai.APIStatusError: Failing.STATUS,
    }
    named = (failing for kind, failing in kinds.items() if isinstance(error, kind))
    late = Failing.TOO_LATE if "Timeout" in type(error).__name__ else Failing.BROKEN
    return next(named, late)


def _without_thoughts(pieces: Iterable[str]) -> Iterator[str]:
    """Yield `pieces` without what a model thinks aloud before it replies: `<think>…</think>`."""
    start: str | None = ""
    for piece in pieces:
        if start is None:
            yield piece
            continue
        start = (start + piece).lstrip()
        if start.startswith(_THINKS):
            if _THOUGHT in start:
                yield start.partition(_THOUGHT)[2]
                start = None
        elif not _THINKS.startswith(start):
            yield start
            start = None
    if start and not start.startswith(_THINKS):
        yield start
