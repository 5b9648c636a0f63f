"""Serves the web chat: Gradio behind headers that let a page load nothing from anywhere else."""

from __future__ import annotations

import os
from http.cookies import SimpleCookie
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

# Read by Gradio when it is imported, and when an app is made.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # it tells nobody of its use
os.environ.setdefault("GRADIO_ANALYTICS_MAX_EVENTS", "100")  # it keeps 10,000 else, and at every
os.environ.setdefault("GRADIO_ANALYTICS_CACHE_FREQUENCY", "1000")  # event reads all of them

import gradio as gr
import uvicorn
from fastapi import FastAPI
from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse

from qa import UsageError
from ui.access import Access, passwords
from ui.app import build_app
from ui.texts import LANGUAGE, ZH, texts_for
from ui.theme import STYLE, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from qa import Archive

# Gradio's page runs inline scripts and compiles event handlers, so scripts may be inline; nothing,
# script or other, may come from another host, and nothing may be sent to one.
_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
_AT_ONCE, _MOST_WAITING = 8, 500  # calls of one function at once, and of all functions in line
_SESSIONS = 500  # readers whose page Gradio remembers, at about 0.1 MB; a forgotten one works on
_MOST_UPLOADED = "50mb"  # a file
_PATIENCE = 3  # seconds that open pages get when the server stops
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}


class OwnHeaders:
    """ASGI middleware that sets the headers, and the cookie of a language that was chosen.

    It also closes Gradio's way for files where nobody may bring in editions.
    """

    def __init__(self, app: ASGIApp, *, uploads: bool) -> None:
        """Wrap `app`; `uploads` tells whether files may be sent."""
        self._app = app
        self._uploads = uploads

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, with the headers added to its response."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(_HEADERS)
                if cookie := _language_cookie(scope):
                    headers.append("Set-Cookie", cookie)
            await send(message)

        if scope["type"] == "http" and scope["path"].endswith("/upload") and not self._uploads:
            await PlainTextResponse("Files are not taken here.", 403)(scope, receive, send)
        else:
            await self._app(scope, receive, send_with_headers)


def _language_cookie(scope: Scope) -> str:
    chosen = parse_qs(scope.get("query_string", b"").decode("latin-1")).get(LANGUAGE)
    if not chosen:
        return ""
    cookie: SimpleCookie = SimpleCookie()
    cookie[LANGUAGE] = texts_for({LANGUAGE: chosen[0]}, {}, {}).code
    cookie[LANGUAGE]["path"] = scope.get("root_path") or "/"
    cookie[LANGUAGE]["max-age"] = 365 * 24 * 3600
    cookie[LANGUAGE]["samesite"] = "Lax"
    return cookie[LANGUAGE].OutputString()


def web_app(
    archive: Archive,
    *,
    root_path: str = "",
    auth: Sequence[str] = (),
    editors: Sequence[str] = (),
    allow_upload: bool = False,
    mcp: bool = False,
) -> FastAPI:
    """Return the web chat over `archive` as an ASGI app.

    Args:
        archive: what is asked; bringing in editions from the page writes to it.
        root_path: the path under which a reverse proxy shows the pages, such as "/archive".
        auth: accounts of readers, each ``NAME:PASSWORD``; with any, everyone must sign in.
        editors: accounts that may also bring in editions, likewise.
        allow_upload: let everyone who can open the pages bring in editions.
        mcp: also serve the functions for programs as tools for language models.

    Raises:
        UsageError: an account is not of that form, or the MCP package is not installed.
    """
    access = Access(passwords(auth), passwords(editors), allow_upload)
    blocks = build_app(archive, access)
    blocks.state_session_capacity = _SESSIONS
    blocks.queue(max_size=_MOST_WAITING, default_concurrency_limit=_AT_ONCE, api_open=False)
    app = FastAPI(title="wenbao", docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(OwnHeaders, uploads=access.uploads)

    @app.get("/healthz")
    def healthz() -> dict[str, str]:
        """Answer once the archive can be read."""
        archive.editions()
        return {"status": "ok"}

    gr.mount_gradio_app(
        app,
        blocks,
        path="/",
        auth=access.check if access.login_required else None,
        auth_message=f"{ZH.title} wenbao",
        root_path=root_path or None,
        theme=theme(),
        css_paths=[STYLE],
        footer_links=[],
        run_history=False,
        show_error=False,
        enable_monitoring=False,
        ssr_mode=False,
        pwa=False,
        mcp_server=mcp,
        max_file_size=_MOST_UPLOADED,
        allowed_paths=[],
    )
    if mcp and not blocks.mcp_server:
        raise UsageError('MCP tools need an optional part; install it: pip install "wenbao[mcp]"')
    return app


def serve(
    archive: Archive,
    *,
    host: str = "127.0.0.1",
    port: int = 7860,
    root_path: str = "",
    auth: Sequence[str] = (),
    editors: Sequence[str] = (),
    allow_upload: bool = False,
    mcp: bool = False,
) -> None:
    """Serve the web chat over `archive` until interrupted; the arguments are those of `web_app`."""
    app = web_app(
        archive,
        root_path=root_path,
        auth=auth,
        editors=editors,
        allow_upload=allow_upload,
        mcp=mcp,
    )
    print(f"wenbao: http://{host}:{port}")
    uvicorn.run(app, host=host, port=port, log_level="warning", timeout_graceful_shutdown=_PATIENCE)
