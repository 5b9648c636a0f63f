"""Endpoints of OpenAI's protocol differ, fail and dawdle; what they write is read all the same."""

from __future__ import annotations

import json
import logging
import math
from collections.abc import Iterator

import pytest

from qa import AnswererError, LanguageModel
from qa.generation.llm import FailedReplyError, Failing, model_from_environment, reply
from qa.generation.prompt import Prompt
from tests import fake_llm as fake


@pytest.fixture
def endpoint() -> Iterator[fake.Endpoint]:
    with fake.serving() as served:
        yield served


def read(endpoint: fake.Endpoint, seconds: float = 20) -> str:
    model = LanguageModel(endpoint.url, "qwen", fake.KEY, seconds)
    return "".join(piece or "" for piece in reply(model, Prompt("system", "user")))


def failing(endpoint: fake.Endpoint, seconds: float = 20) -> Failing:
    with pytest.raises(FailedReplyError) as raised:
        read(endpoint, seconds)
    return raised.value.failing


def event(delta: object = None, finish: str | None = None, **others: object) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return f"data: {json.dumps({'choices': [choice]} | others)}\n\n".encode()


SAID, STOP, DONE = event({"content": "八月开放。"}), event({}, "stop"), b"data: [DONE]\n\n"


@pytest.mark.parametrize(
    "lines",
    [
        SAID + STOP + DONE,
        SAID + STOP,
        SAID + DONE,
        SAID + event({}, "") + DONE,
        SAID + event({}, "eos") + DONE,
        SAID + event({}, "end_turn") + DONE,
        SAID + event({}, "STOP") + DONE,
        event(None) + SAID + STOP,
        b'data: {"choices": [{"index": 0}]}\n\n' + SAID + STOP,
        event(choices=[]) + SAID + event(choices=None, usage={"total_tokens": 2}) + DONE,
        b": still here\r\n\r\n" + SAID.replace(b"\n", b"\r\n") + STOP,
        event(choices=[{"index": 1, "delta": {"content": "五月。"}}]) + SAID + STOP,
        event({"content": [{"type": "text", "text": "八月开放。"}]}) + STOP,
    ],
)
def test_whole_reply_is_read_however_the_endpoint_frames_it(
    endpoint: fake.Endpoint, lines: bytes
) -> None:
    endpoint.lines = lines
    assert read(endpoint) == "八月开放。"


def test_completion_in_one_piece_is_read(endpoint: fake.Endpoint) -> None:
    message = {"role": "assistant", "content": "八月开放。"}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    endpoint.lines = json.dumps({"choices": [choice]}, indent=1).encode()
    endpoint.content_type = "application/json"
    assert read(endpoint) == "八月开放。"


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (SAID, Failing.BROKEN),
        (SAID + b"data: {oops\n\n", Failing.BROKEN),
        (SAID + event({}, "length") + DONE, Failing.BROKEN),
        (SAID + event({}, "sensitive") + DONE, Failing.DECLINED),
        (b'data: {"error": {"message": "Invalid key", "code": 401}}\n\n', Failing.KEY),
        (SAID + b'data: {"error": {"message": "overloaded"}}\n\n', Failing.STATUS),
        (b"<html>login</html>", Failing.BROKEN),
    ],
)
def test_reply_that_is_not_whole_says_why(
    endpoint: fake.Endpoint, lines: bytes, why: Failing
) -> None:
    endpoint.lines = lines
    assert failing(endpoint) is why


def test_signs_of_life_do_not_outlast_the_time_limit(endpoint: fake.Endpoint) -> None:
    endpoint.keeps_alive = True
    assert failing(endpoint, seconds=0.2) is Failing.TOO_LATE
    endpoint.keeps_alive = False


@pytest.mark.parametrize(
    ("status", "hint"),
    [(401, "WENBAO_LLM_API_KEY"), (404, "WENBAO_LLM_MODEL"), (429, "later"), (500, "error")],
)
def test_log_tells_the_status_what_the_server_says_and_what_to_do(
    endpoint: fake.Endpoint, caplog: pytest.LogCaptureFixture, status: int, hint: str
) -> None:
    endpoint.status = status
    with caplog.at_level(logging.WARNING, "wenbao"):
        failing(endpoint)
    assert f"HTTP {status}: overloaded" in caplog.text
    assert hint in caplog.text
    assert fake.KEY not in caplog.text


@pytest.mark.parametrize("seconds", [0.0, -1.0, math.inf, math.nan])
def test_time_that_is_none_is_refused(seconds: float) -> None:
    with pytest.raises(AnswererError, match="WENBAO_LLM_SECONDS"):
        LanguageModel("http://localhost/v1", "qwen", seconds=seconds)


def test_address_without_its_scheme_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WENBAO_LLM_BASE_URL", "localhost:11434/v1")
    monkeypatch.setenv("WENBAO_LLM_MODEL", "qwen")
    with pytest.raises(AnswererError, match="http://"):
        model_from_environment()


def test_key_that_no_header_can_hold_is_refused_and_not_told() -> None:
    with pytest.raises(AnswererError, match="WENBAO_LLM_API_KEY") as raised:
        LanguageModel("http://localhost/v1", "qwen", "密钥")
    assert "密钥" not in str(raised.value)
