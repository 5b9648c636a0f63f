"""The command serve: the web chat over an archive, or over the bundled sample editions."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from qa.cli.shared import DONE, Call, Commands, add_command, open_archive, open_filled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.archive import Archive

SAMPLES = Path(__file__).parents[1] / "samples"


def add_serve(commands: Commands) -> None:
    """Add the command serve."""
    parser = add_command(commands, "serve", _serve, "serve the web chat")
    parser.add_argument("--demo", action="store_true", help="over the bundled sample editions")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    parser.add_argument("--port", type=int, default=7860, help="port to listen on (7860)")
    parser.add_argument("--root-path", default="", metavar="PATH", help="path behind a proxy")
    parser.add_argument(
        "--auth", action="append", default=[], metavar="NAME:PASSWORD", help="let this reader in"
    )
    parser.add_argument(
        "--editor", action="append", default=[], metavar="NAME:PASSWORD", help="who may upload"
    )
    parser.add_argument("--allow-upload", action="store_true", help="let everyone upload editions")
    parser.add_argument("--mcp", action="store_true", help="also serve tools for language models")


def _serve(call: Call) -> int:
    from ui import serve  # a command's only step upwards: it starts the program that is on top

    may_be_empty = call.allow_upload or call.editor
    open_ = _demo_archive if call.demo else open_archive if may_be_empty else open_filled
    with open_(call) as archive:
        serve(
            archive,
            host=call.host,
            port=call.port,
            root_path=call.root_path,
            auth=call.auth,
            editors=call.editor,
            allow_upload=call.allow_upload,
            mcp=call.mcp,
        )
    return DONE


@contextmanager
def _demo_archive(call: Call) -> Iterator[Archive]:
    """Hold the bundled sample editions as an archive that is gone afterwards."""
    from tempfile import TemporaryDirectory

    from qa.archive import Archive

    with (
        TemporaryDirectory(prefix="wenbao-demo-") as folder,
        Archive.open(folder, model=call.model) as archive,
    ):
        archive.index([SAMPLES])
        yield archive
