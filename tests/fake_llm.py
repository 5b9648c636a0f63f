"""A server that speaks OpenAI's protocol as an endpoint does, and fails as one does."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEY = "secret-key"


@dataclass
class Endpoint:
    """What the server does with the next request, and the requests that it got."""

    reply: Callable[[str], str] = field(default=lambda prompt: "NOT_FOUND")
    status: int = 200
    finish_reason: str = "stop"
    refusal: str = ""
    break_after: int | None = None  # pieces after which the connection is lost
    stall: threading.Event | None = None  # waited for before a piece
    stall_at: str = ""  # what that piece holds; else it is the second
    lines: bytes = b""  # what is sent in place of a reply's events, as it stands
    content_type: str = "text/event-stream"
    keeps_alive: bool = False  # sends signs of life and nothing else until the client goes
    requests: list[dict[str, Any]] = field(default_factory=list)
    url: str = ""

    @property
    def prompt(self) -> str:
        """What the user's message of the last request says."""
        return str(self.requests[-1]["messages"][-1]["content"])


@contextmanager
def serving() -> Iterator[Endpoint]:
    """Run the server; give what it is to do."""
    endpoint = Endpoint()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            endpoint.requests.append(body | {"path": self.path})
            if self.headers["Authorization"] != f"Bearer {KEY}":
                self._error(401, "Incorrect API key provided")
            elif endpoint.status != 200:
                self._error(endpoint.status, "overloaded")
            else:
                self._reply(body["messages"][-1]["content"])

        def _reply(self, prompt: str) -> None:
            self._begin()
            try:
                if endpoint.lines or endpoint.keeps_alive:
                    self._send()
                else:
                    self._stream(prompt)
            except ConnectionError:  # the client has gone
                self.close_connection = True

        def _error(self, status: int, message: str) -> None:
            content = json.dumps({"error": {"message": message, "type": "x"}}).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def _begin(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", endpoint.content_type)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()

        def _send(self) -> None:
            while endpoint.keeps_alive:
                self._chunk(b": still here\n\n")
                threading.Event().wait(0.01)
            self._chunk(endpoint.lines)
            self._chunk(b"")

        def _stream(self, prompt: str) -> None:
            if endpoint.refusal:
                self._event({"role": "assistant", "refusal": endpoint.refusal}, None)
            for number, piece in enumerate(_pieces(endpoint.reply(prompt))):
                if number == endpoint.break_after:
                    self.close_connection = True
                    return
                here = endpoint.stall_at in piece if endpoint.stall_at else number == 1
                if here and endpoint.stall:
                    endpoint.stall.wait(10)
                self._event({"role": "assistant", "content": piece}, None)
            self._event({}, endpoint.finish_reason)
            self._chunk(b"data: [DONE]\n\n")
            self._chunk(b"")

        def _event(self, delta: dict[str, str], finish: str | None) -> None:
            choice = {"index": 0, "delta": delta, "finish_reason": finish}
            event = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
            self._chunk(f"data: {json.dumps(event | {'choices': [choice]})}\n\n".encode())

        def _chunk(self, content: bytes) -> None:
            self.wfile.write(b"%x\r\n%s\r\n" % (len(content), content))
            self.wfile.flush()

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    endpoint.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield endpoint
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _pieces(text: str) -> Iterator[str]:
    """Yield `text` in tokens of three characters, as if they were a model's."""
    yield from (text[start : start + 3] for start in range(0, len(text), 3))
