"""The web chat: ask the archive in a browser, and see every source."""

from ui.server import serve, web_app

__all__ = ["serve", "web_app"]
