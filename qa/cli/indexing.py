"""Commands that change what the archive holds: index, remove."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from qa import printing, records
from qa.cli.shared import (
    DONE,
    FAILED,
    SOME_FAILED,
    Call,
    Commands,
    add_command,
    add_json,
    open_archive,
    print_lines,
)
from qa.errors import UsageError, WenbaoError

if TYPE_CHECKING:
    from qa.archive import Archive
    from qa.types import IndexReport


def add_index(commands: Commands) -> None:
    """Add the command index."""
    parser = add_command(
        commands, "index", _index, "read editions and bring the archive up to date with them"
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders")
    parser.add_argument("--paper", metavar="NAME", help="the paper, over what the files say")
    parser.add_argument("--date", metavar="YYYY-MM-DD", help="the edition's date, likewise")
    parser.add_argument("--page", metavar="N", help="the page's number, likewise")
    parser.add_argument(
        "--rebuild", action="store_true", help="first encode all that the archive holds anew"
    )
    parser.add_argument("--quiet", action="store_true", help="show no progress")
    add_json(parser)


def _index(call: Call) -> int:
    from qa.archive import Archive

    if not call.paths and not call.rebuild:
        raise UsageError("Nothing to index; give files or folders: wenbao index PATH...")
    open_ = Archive.rebuild if call.rebuild else Archive.open
    with open_(call.archive, model=call.model) as archive:
        report = _index_with_progress(archive, call)
    for warning in report.warnings:
        print(f"wenbao: warning: {warning}", file=sys.stderr)
    for failure in report.failed:
        print(f"wenbao: failed: {failure.reason}", file=sys.stderr)
    if call.json:
        print(records.dumps(asdict(report)))
    else:
        print_lines(printing.report_lines(report))
    if not report.failed:
        return DONE
    return SOME_FAILED if report.added or report.replaced or report.unchanged else FAILED


def _index_with_progress(archive: Archive, call: Call) -> IndexReport:
    from tqdm import tqdm

    with tqdm(unit=" editions", disable=True if call.quiet else None) as bar:

        def show(report: IndexReport) -> None:
            bar.set_postfix(articles=report.articles, passages=report.passages, refresh=False)
            bar.update()

        return archive.index(
            call.paths, paper=call.paper, day=call.date, page=call.page, progress=show
        )


def add_remove(commands: Commands) -> None:
    """Add the command remove."""
    parser = add_command(commands, "remove", _remove, "remove an edition from the archive")
    parser.add_argument("edition", metavar="EDITION", help="its id (see: wenbao editions)")


def _remove(call: Call) -> int:
    with open_archive(call) as archive:
        if not archive.remove(call.edition):
            raise WenbaoError(f"The archive has no edition {call.edition!r}; see: wenbao editions")
    return print_lines([f"removed   {call.edition}"])
