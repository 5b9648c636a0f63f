"""What the server gives to programs, and what it refuses."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError

from qa import Archive, UsageError
from qa.errors import DamagedError
from qa.feedback import FILE_NAME, Feedback, append_feedback, read_feedback
from qa.storage.records import answer_record
from tests.ui.browsing import ANSWERED, Served
from ui.access import Access, passwords
from ui.sessions import remember_little


@pytest.fixture(scope="module")
def client(chat_url: str) -> Client:
    return Client(chat_url, verbose=False)


def test_programs_search_ask_and_read(client: Client, sample_archive: Archive) -> None:
    hits = client.predict("柏坪镇自来水", k=2, api_name="/search_newspaper")
    expected = sample_archive.retrieve("柏坪镇自来水", k=2)
    assert [hit["article_id"] for hit in hits] == [hit.article.id for hit in expected]
    answer = client.predict(ANSWERED, api_name="/ask_newspaper")
    assert answer["answer"] == sample_archive.ask(ANSWERED).text
    article = client.predict(answer["citations"][0]["article_id"], api_name="/read_article")
    assert answer["citations"][0]["quote"] in "\n".join(article["paragraphs"])


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_the_example_in_the_readme_runs(
    chat_url: str, readme: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (Path(__file__).parents[2] / readme).read_text(encoding="utf-8")
    (example,) = re.findall(r"```py\n(.*?)```", text, re.DOTALL)
    exec(example.replace("http://127.0.0.1:7860", chat_url))
    assert capsys.readouterr().out.strip()


def test_only_these_three_functions_are_public(client: Client) -> None:
    endpoints: dict[str, Any] = client.view_api(return_format="dict")  # type: ignore[assignment]
    assert set(endpoints["named_endpoints"]) == {
        "/search_newspaper",
        "/ask_newspaper",
        "/read_article",
    }
    assert endpoints["unnamed_endpoints"] == {}


def test_programs_are_told_what_each_parameter_is(chat_url: str) -> None:
    endpoints = httpx.get(f"{chat_url}/gradio_api/info").json()["named_endpoints"]
    for name, endpoint in endpoints.items():
        assert endpoint["description"], name
        for field in (*endpoint["parameters"], *endpoint["returns"]):
            assert field["type"], (name, field)
            assert field["python_type"]["description"], (name, field)


@pytest.mark.parametrize(
    ("call", "api_name", "said"),
    [
        ({"question": " "}, "/ask_newspaper", "empty"),
        ({"question": "问", "since": "2024年"}, "/ask_newspaper", "YYYY-MM-DD"),
        ({"question": "问" * 501}, "/search_newspaper", "at most 500"),
        (
            {"question": "问", "since": "2024-05-02", "until": "2024-05-01"},
            "/ask_newspaper",
            "first",
        ),
        ({"question": None}, "/ask_newspaper", "question is None; give a text"),
        ({"question": ["问"]}, "/search_newspaper", "give a text"),
        ({"question": "问", "k": 0}, "/search_newspaper", "k is 0; give a whole number, 1 to 50"),
        ({"question": "问", "k": "十"}, "/search_newspaper", "1 to 50"),
        ({"question": "问", "paper": ["报"]}, "/search_newspaper", "paper is"),
        ({"article_id": "无"}, "/read_article", "no article"),
        ({"article_id": ""}, "/read_article", "no article"),
        ({"article_id": 7}, "/read_article", "article_id is 7; give a text"),
    ],
)
def test_a_wrong_call_is_told_why(
    client: Client, call: dict[str, object], api_name: str, said: str
) -> None:
    with pytest.raises(AppError, match=said):
        client.predict(**call, api_name=api_name)


@pytest.mark.parametrize("error", [RuntimeError("/secret"), DamagedError("/secret is damaged")])
def test_what_goes_wrong_inside_stays_inside(
    serve_chat: Served,
    sample_archive: Archive,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    with serve_chat(sample_archive) as url:
        monkeypatch.setattr(Archive, "ask", fail)
        with pytest.raises(AppError) as told:
            Client(url, verbose=False).predict("问", api_name="/ask_newspaper")
    assert "secret" not in str(told.value)


def test_the_server_tells_whether_it_is_ready(chat_url: str) -> None:
    answer = httpx.get(f"{chat_url}/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_files_are_neither_given_nor_taken(chat_url: str, sample_archive: Archive) -> None:
    for path in (
        "/etc/hostname",
        str(Path("pyproject.toml").resolve()),
        str(sample_archive.folder),
    ):
        assert httpx.get(f"{chat_url}/gradio_api/file={path}").status_code == 404, path
    sent = httpx.post(f"{chat_url}/gradio_api/upload", files={"files": ("a.txt", b"x")})
    assert sent.status_code == 404


def test_nobody_can_have_the_server_fetch_an_address(
    client: Client, chat_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched: list[str] = []

    async def fetch(url: str, **_: object) -> str:
        fetched.append(url)
        raise OSError

    monkeypatch.setattr("gradio.processing_utils.async_ssrf_protected_download", fetch)
    monkeypatch.setattr("gradio.processing_utils.async_ssrf_protected_get", fetch)
    monkeypatch.setattr("gradio.routes.secure_url_stream_response", fetch)
    address = "https://example.com/a.txt"
    for path in (f"file={address}", f"proxy={address}"):
        assert httpx.get(f"{chat_url}/gradio_api/{path}").status_code == 404
    file = {"path": address, "url": address, "meta": {"_type": "gradio.FileData"}}
    told = []
    for given in (file, {"path": address}, [{"x": file}]):
        body = {"data": [given, "", "", "", ""]}
        event = httpx.post(f"{chat_url}/gradio_api/call/ask_newspaper", json=body).json()
        told.append(httpx.get(f"{chat_url}/gradio_api/call/ask_newspaper/{event['event_id']}").text)
    assert fetched == []
    assert all("Files are not taken here." in one for one in told)


def test_of_calls_long_past_nothing_is_remembered(
    serve_chat: Served, sample_archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounted: list[Any] = []

    def remember(blocks: Any) -> None:
        mounted.append(blocks)
        remember_little(blocks)

    monkeypatch.setattr("ui.server._SESSIONS", 2)
    monkeypatch.setattr("ui.server.remember_little", remember)
    with serve_chat(sample_archive) as url:
        for _ in range(6):
            event = httpx.post(f"{url}/gradio_api/call/read_article", json={"data": ["x"]}).json()
            httpx.get(f"{url}/gradio_api/call/read_article/{event['event_id']}")
    [blocks] = mounted
    assert len(blocks.state_holder.session_data) == 2
    assert len(blocks._queue.pending_event_ids_session) <= 3
    assert len(blocks._queue.pending_messages_per_session) <= 3


def test_language_models_use_the_same_functions_as_tools(
    serve_chat: Served, sample_archive: Archive
) -> None:
    from mcp import ClientSession
    from mcp.client.streamable_http import streamable_http_client

    async def use(url: str) -> tuple[dict[str, Any], Any, Any]:
        async with (
            streamable_http_client(f"{url}/gradio_api/mcp/") as (read, write, _),
            ClientSession(read, write) as session,
        ):
            await session.initialize()
            tools = {tool.name: tool for tool in (await session.list_tools()).tools}
            call = {"question": ANSWERED}
            answer = await session.call_tool("ask_newspaper", call)
            return tools, answer, await session.call_tool("ask_newspaper", call | {"since": "去年"})

    # In a thread of its own: in this one the browser's event loop may be running.
    with serve_chat(sample_archive, mcp=True) as url, ThreadPoolExecutor(1) as thread:
        tools, answer, refused = thread.submit(asyncio.run, use(url)).result()
    assert set(tools) == {"search_newspaper", "ask_newspaper", "read_article"}
    for tool in tools.values():
        assert tool.description
        assert all(given["description"] for given in tool.inputSchema["properties"].values())
    assert json.loads(answer.content[0].text) == answer_record(sample_archive.ask(ANSWERED))
    assert refused.isError
    assert refused.content[0].text == "'去年' is not a date; write YYYY-MM-DD."


def test_without_the_package_for_tools_the_extra_is_named(
    serve_chat: Served, sample_archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name == "gradio.mcp"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "mcp", None)
    with (
        pytest.raises(UsageError, match=r"wenbao\[mcp\]"),
        serve_chat(sample_archive, mcp=True),
    ):
        pass


def test_readers_and_editors_are_told_apart() -> None:
    access = Access(passwords(["读者:r"]), passwords(["编辑:e:f"]))
    assert access.check("读者", "r")
    assert access.check("编辑", "e:f")
    assert not access.check("读者", "e:f")
    assert not access.check("旁人", "")
    assert access.may_upload("编辑")
    assert not access.may_upload("读者")
    assert not access.may_upload(None)
    assert Access(anyone_uploads=True).may_upload(None)


@pytest.mark.parametrize("pair", ["nobody", ":x", "name:"])
def test_an_account_needs_a_name_and_a_password(pair: str) -> None:
    with pytest.raises(UsageError, match="NAME:PASSWORD"):
        passwords([pair])


def test_feedback_is_kept_and_a_comment_completes_it(tmp_path: Path) -> None:
    liked = Feedback("1", "2024-10-16T08:00:00+00:00", True, "问", "答", ("甲[N].",))
    append_feedback(tmp_path, liked)
    with (tmp_path / FILE_NAME).open("a") as file:
        file.write('{"id": cut short\n')
    commented = Feedback("1", liked.time, True, "问", "答", ("甲[N].",), "好")
    append_feedback(tmp_path, commented)
    assert read_feedback(tmp_path) == [commented]
    assert read_feedback(tmp_path / "none") == []
