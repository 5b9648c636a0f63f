"""How the source of a page is named: after its file, and whether that came without its folder."""

from __future__ import annotations

from pathlib import PurePath

ALONE = "upload:/"  # begins the source of a file that came alone, such as from a browser


def came_alone(source: str) -> bool:
    """Whether a page's source is a file that came without its folder."""
    return source.startswith(ALONE)


def stem(source: str) -> str:
    """Return a source file's name without its folders and suffixes: `b/03.md` gives `03`."""
    path, _, part = source.partition("#")
    return PurePath(path).stem + (f"-{part}" if part else "")
