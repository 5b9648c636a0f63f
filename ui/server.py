"""Serves the web chat: Gradio behind headers that let a page load nothing from anywhere else."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

# Read by Gradio when it is imported, and when an app is made.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # it tells nobody of its use
os.environ.setdefault("GRADIO_ANALYTICS_MAX_EVENTS", "100")  # it keeps 10,000 else, and at every
os.environ.setdefault("GRADIO_ANALYTICS_CACHE_FREQUENCY", "1000")  # event reads all of them

import gradio as gr
import uvicorn
from fastapi import FastAPI

from qa import UsageError
from ui.access import Access, passwords
from ui.api import answer_tools_in_json
from ui.app import build_app
from ui.pages import SIGN_IN, OwnPages
from ui.process import fit_to_serving
from ui.sessions import remember_little
from ui.theme import STYLE, theme
from ui.tray import Tray, add_tray
from ui.upload import LARGEST_FILE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa import Archive

_AT_ONCE, _MOST_WAITING = 8, 500  # calls of one function at once, and of all functions in line
_SESSIONS = 500  # readers whose page Gradio remembers, at about 0.1 MB; a forgotten one works on
_ICON = Path(__file__).parent / "icon.svg"
_PATIENCE = 3  # seconds that open pages get when the server stops


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
    tray = Tray(LARGEST_FILE * 2**20)
    blocks = build_app(archive, access, tray)
    blocks.state_session_capacity = _SESSIONS
    blocks.queue(max_size=_MOST_WAITING, default_concurrency_limit=_AT_ONCE, api_open=False)
    app = FastAPI(title="wenbao", docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(OwnPages)

    @app.get("/healthz")
    def healthz() -> dict[str, str]:
        """Answer once the archive can be read."""
        archive.editions()
        return {"status": "ok"}

    if access.uploads:
        add_tray(app, tray)
    gr.mount_gradio_app(
        app,
        blocks,
        path="/",
        auth=access.check if access.login_required else None,
        auth_message=SIGN_IN,
        root_path=root_path or None,
        theme=theme(),
        css_paths=[STYLE],
        favicon_path=str(_ICON),
        footer_links=[],
        run_history=False,
        show_error=False,
        enable_monitoring=False,
        ssr_mode=False,
        pwa=False,
        mcp_server=mcp,
        allowed_paths=[],
    )
    remember_little(blocks)
    if blocks.mcp_server_obj:
        answer_tools_in_json(blocks.mcp_server_obj)
    elif mcp:
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
    fit_to_serving()
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
