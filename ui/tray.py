"""Files on their way into the archive: kept for a while, under names that tell nothing."""

from __future__ import annotations

import re
import secrets
import time
from dataclasses import dataclass, field
from hmac import compare_digest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import PlainTextResponse

if TYPE_CHECKING:
    from collections.abc import AsyncIterable

ADDRESS = "/incoming"

_HOURS = 12  # that a file is kept which nobody keeps or drops
_ROOM = 10 * 2**30  # bytes that may lie there at once: 200 files of 50 MiB

_LONGEST_NAME = 240  # bytes; file systems take 255

# What no file's name holds: folders, and signs that cannot be seen. `../`, `C:\`
_FOLDERS = re.compile(r".*[/\\]", re.DOTALL)
_UNSEEN = re.compile(r"[\x00-\x1f\x7f]")


class TooLargeError(Exception):
    """A file is larger than what is taken, alone or with those that lie there."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that was sent."""

    name: str  # as its sender calls it, without folders
    path: Path  # where it lies
    size: int  # bytes
    since: float = field(default_factory=time.time)


class Tray:
    """Takes files from those who know its ticket, and hands them out by the tokens it gave."""

    def __init__(self, largest: int) -> None:
        """Make an empty tray for files of up to `largest` bytes."""
        self._largest = largest
        self._folder = TemporaryDirectory(prefix="wenbao-", ignore_cleanup_errors=True)
        self._sent: dict[str, Sent] = {}
        self.ticket = secrets.token_urlsafe()

    def admits(self, ticket: str) -> bool:
        """Return whether who shows `ticket` may send files."""
        return compare_digest(ticket.encode(), self.ticket.encode())

    async def put(self, name: str, pieces: AsyncIterable[bytes]) -> str:
        """Write a file that comes in pieces; return its token.

        Raises:
            TooLargeError: it is too large; nothing of it is kept.
        """
        self._drop_forgotten()
        token = secrets.token_urlsafe()
        path = Path(self._folder.name) / token
        size, lies = 0, sum(sent.size for sent in self._sent.values())
        try:
            with path.open("wb") as file:
                async for piece in pieces:
                    size += len(piece)
                    if size > self._largest or size + lies > _ROOM:
                        raise TooLargeError(name)
                    file.write(piece)
        except BaseException:  # a sender that goes away, too
            path.unlink(missing_ok=True)
            raise
        self._sent[token] = Sent(file_name(name), path, size)
        return token

    def files(self, tokens: object) -> list[Sent]:
        """Return the files of `tokens`, set apart by spaces, as far as they are there."""
        given = tokens.split() if isinstance(tokens, str) else []
        return [self._sent[token] for token in dict.fromkeys(given) if token in self._sent]

    def drop(self, tokens: object) -> None:
        """Delete the files of `tokens`."""
        for sent in self.files(tokens):
            self._sent.pop(sent.path.name, None)
            sent.path.unlink(missing_ok=True)

    def _drop_forgotten(self) -> None:
        latest = time.time() - _HOURS * 3600
        self.drop(" ".join(token for token, sent in self._sent.items() if sent.since < latest))


def file_name(name: str) -> str:
    """Return a name under which a file can be laid down in a folder, and nowhere else."""
    bare = _UNSEEN.sub("", _FOLDERS.sub("", name)).strip()
    if len(bare.encode()) > _LONGEST_NAME:
        bare = bare[-_LONGEST_NAME // 4 :]  # a character takes four bytes at most
    return bare if bare.strip(".") else "_"


def add_tray(app: FastAPI, tray: Tray) -> None:
    """Add the addresses at which a page of `app` sends files and takes them back."""

    def check(request: Request) -> None:
        if not tray.admits(request.headers.get("x-ticket", "")):
            raise HTTPException(403, "Files are not taken here.")

    @app.post(ADDRESS, response_class=PlainTextResponse)
    async def put(request: Request, name: str) -> str:
        check(request)
        try:
            return await tray.put(name, request.stream())
        except TooLargeError:
            raise HTTPException(413, "The file is too large.") from None

    @app.delete(ADDRESS)
    def drop(request: Request, token: str) -> None:
        check(request)
        tray.drop(token)
