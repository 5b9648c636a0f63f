"""Makes Gradio's pages the paper's own: nothing from elsewhere, and one language throughout."""

from __future__ import annotations

import json
import re
from http.cookies import SimpleCookie
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse

from ui.closed import is_closed
from ui.escape import as_html
from ui.texts import LANGUAGE, texts_for

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from ui.wording import Texts

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
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}

# What Gradio's page tells those who link to it of Gradio: `<meta property="og:image" content="">`
_ABOUT_GRADIO = re.compile(r'<meta\s+(?:property="og:|name="twitter:)[^>]*>\s*')
# `<html lang="en" style="margin: 0"><head>`
_HEAD = re.compile(r'<html\s+lang="en"(?P<rest>[^>]*>\s*<head>)')

# Gradio's own words come in the browser's language; this makes it that of the page.
_SPEAK = "Object.defineProperty(navigator, 'language', {value: LANGUAGE});"

# What Gradio is told to say on the page to sign in on, where `own_page` says something longer.
SIGN_IN = "sign in to wenbao"

_HERE = Path(__file__).parent
_SIGN_IN_STYLE = (_HERE / "signin.css").read_text(encoding="utf-8")
_SIGN_IN_SCRIPT = (_HERE / "signin.js").read_text(encoding="utf-8")


def own_page(page: str, texts: Texts) -> str:
    """Return Gradio's `page` in the reader's language, and without what it says of Gradio."""
    script = _SPEAK.replace("LANGUAGE", json.dumps(texts.code))
    about = f'<meta name="description" content="{as_html(texts.tagline)}">'
    head = f"{about}<script>{script}</script>"
    bare = _ABOUT_GRADIO.sub("", page)
    if (told := json.dumps(SIGN_IN)) in bare:
        bare = bare.replace(told, json.dumps(_sign_in(texts)))
        wrong = _SIGN_IN_SCRIPT.replace("WRONG", json.dumps(texts.sign_in_wrong))
        head += f"<script>{wrong}</script><style>{_SIGN_IN_STYLE}</style>"
    return _HEAD.sub(lambda found: f'<html lang="{texts.code}"{found["rest"]}{head}', bare, count=1)


def _sign_in(texts: Texts) -> str:
    other = texts.other_language_code
    return (
        f"<b>{texts.title}</b><span>{texts.tagline}</span>"
        f'<a lang="{other}" href="?{LANGUAGE}={other}">{texts.other_language}</a>'
    )


class OwnPages:
    """ASGI middleware: `own_page`, the headers, and the cookie of a language that was chosen.

    It also closes what of Gradio is not used.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app`."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its response back with the headers added and its page changed."""
        start: Message | None = None  # of a page, held back until its length is known
        page = b""

        async def send_own(message: Message) -> None:
            nonlocal start, page
            if message["type"] == "http.response.start":
                _add_headers(message, scope)
                if Headers(raw=message["headers"]).get("content-type", "").startswith("text/html"):
                    start = message
                    return
            elif start and message["type"] == "http.response.body":
                page += message.get("body", b"")
                if message.get("more_body"):
                    return
                request = Request(scope)
                texts = texts_for(request.query_params, request.cookies, request.headers)
                body = own_page(page.decode(), texts).encode()
                MutableHeaders(scope=start)["content-length"] = str(len(body))
                await send(start)
                message = {"type": "http.response.body", "body": body}
            await send(message)

        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif is_closed(scope["path"]):
            await PlainTextResponse("Nothing is served here.", 404)(scope, receive, send)
        else:
            await self._app(scope, receive, send_own)


def _add_headers(start: Message, scope: Scope) -> None:
    headers = MutableHeaders(scope=start)
    headers.update(_HEADERS)
    if cookie := _language_cookie(scope):
        headers.append("Set-Cookie", cookie)


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
