"""What the commands share: their common options, opening the archive, printing lines."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from qa.errors import WenbaoError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from qa.archive import Archive

DONE, FAILED, WRONG_CALL, SOME_FAILED = 0, 1, 2, 3  # exit codes

Call = argparse.Namespace
Commands = Any  # argparse keeps the type of what add_subparsers returns to itself


def add_command(
    commands: Commands, name: str, run: Callable[[Call], int], text: str
) -> argparse.ArgumentParser:
    """Add the command `name`, which `run` runs and `text` describes; return its parser."""
    parser: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text)
    parser.set_defaults(run=run)
    parser.add_argument(
        "--archive", metavar="DIR", help="the archive's folder (WENBAO_ARCHIVE, ./archive)"
    )
    parser.add_argument(
        "--model", help="sentence-transformers model, name or folder (WENBAO_MODEL, bundled)"
    )
    return parser


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add --json."""
    parser.add_argument("--json", action="store_true", help="print JSON, one object a line")


def open_archive(call: Call) -> Archive:
    """Return the archive that the call names, made if it is not there."""
    from qa.archive import Archive

    return Archive.open(call.archive, model=call.model)


def open_existing(call: Call) -> Archive:
    """Return the archive that the call names, which must be there."""
    from qa.archive import folder_meant
    from qa.storage.store import CATALOGUE

    folder = folder_meant(call.archive)
    if not (folder / CATALOGUE).exists():
        raise WenbaoError(
            f"There is no archive in {folder}. Name its folder (--archive DIR), or make one:"
            " wenbao index PATH"
        )
    return open_archive(call)


def open_filled(call: Call) -> Archive:
    """Return the archive that the call names, which must hold an edition."""
    archive = open_existing(call)
    if not archive.editions():
        archive.close()
        raise WenbaoError(
            f"The archive {archive.folder} holds no edition. Bring some in: wenbao index PATH"
        )
    return archive


def print_lines(lines: Iterable[str]) -> int:
    """Print `lines`; return the exit code of what is done."""
    for line in lines:
        print(line)
    return DONE
