"""Commands that change what the archive holds: index, remove, rollback, check, watch."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from qa import printing
from qa.cli.shared import (
    DONE,
    FAILED,
    SOME_FAILED,
    Call,
    Commands,
    add_command,
    add_json,
    open_archive,
    open_existing,
    print_lines,
)
from qa.errors import UsageError, WenbaoError
from qa.storage import records

if TYPE_CHECKING:
    import argparse

    from qa.archive import Archive
    from qa.types import IndexReport

_SHOWN_WARNINGS = 20


def _add_wait(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--wait", action="store_true", help="wait while another process writes")


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
        "--prune", action="store_true", help="drop what came from PATH and is no longer there"
    )
    parser.add_argument(
        "--rebuild", action="store_true", help="first encode all that the archive holds anew"
    )
    parser.add_argument(
        "--gate",
        metavar="QUESTIONS.jsonl",
        help="keep the changes only if these questions are answered as well as before",
    )
    _add_wait(parser)
    parser.add_argument("--quiet", action="store_true", help="show no progress")
    add_json(parser)


def _index(call: Call) -> int:
    from qa.archive import Archive

    if not call.paths and not call.rebuild:
        raise UsageError("Nothing to index; give files or folders: wenbao index PATH...")
    if call.rebuild:
        opened = Archive.rebuild(call.archive, model=call.model, wait=call.wait)
    else:
        opened = open_archive(call)
    with opened as archive:
        if call.rebuild and not call.json:
            count = archive.statistics().passages
            print_lines([f"encoded   {count} passages anew with {archive.model}"])
        report = _index_with_progress(archive, call)
    return _print_report(report, call)


def _print_report(report: IndexReport, call: Call) -> int:
    for warning in report.warnings[:_SHOWN_WARNINGS]:
        print(f"wenbao: warning: {warning}", file=sys.stderr)
    unseen = len(report.warnings) - _SHOWN_WARNINGS
    if unseen > 0:
        print(f"wenbao: {unseen} more warnings; all are in the report of --json", file=sys.stderr)
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
    from qa.cli.progress import Progress
    from qa.evaluation import read_questions

    questions = read_questions(Path(call.gate)) if call.gate else None
    with Progress(call.paths, quiet=call.quiet) as progress:
        return archive.index(
            call.paths,
            paper=call.paper,
            day=call.date,
            page=call.page,
            prune=call.prune,
            wait=call.wait,
            gate=questions,
            progress=progress.show,
        )


def add_remove(commands: Commands) -> None:
    """Add the command remove."""
    parser = add_command(commands, "remove", _remove, "remove an edition from the archive")
    parser.add_argument("edition", metavar="EDITION", help="its id (see: wenbao editions)")
    _add_wait(parser)


def _remove(call: Call) -> int:
    with open_existing(call) as archive:
        if not archive.remove(call.edition, wait=call.wait):
            raise WenbaoError(f"The archive has no edition {call.edition!r}; see: wenbao editions")
    return print_lines([f"removed   {call.edition}"])


def add_rollback(commands: Commands) -> None:
    """Add the command rollback."""
    text = "undo the last change of the archive (the last three can be undone)"
    _add_wait(add_command(commands, "rollback", _rollback, text))


def _rollback(call: Call) -> int:
    with open_existing(call) as archive:
        found = archive.rollback(wait=call.wait)
    return print_lines([f"back to generation {found.number}, made {found.made}"])


def add_check(commands: Commands) -> None:
    """Add the command check."""
    text = "verify every file of the archive, and mend what can be derived again"
    parser = add_command(commands, "check", _check, text)
    parser.add_argument("--no-repair", action="store_true", help="mend nothing")
    add_json(parser)


def _check(call: Call) -> int:
    with open_existing(call) as archive:
        findings = archive.check(repair=not call.no_repair)
    if call.json:
        print_lines(records.dumps(asdict(finding)) for finding in findings)
    else:
        print_lines(
            f"{'mended' if finding.mended else 'damaged'}  {finding.text}" for finding in findings
        )
        print_lines([] if findings else ["the archive is whole"])
    return DONE if all(finding.mended for finding in findings) else FAILED


def add_watch(commands: Commands) -> None:
    """Add the command watch."""
    text = "index what arrives in a folder, until interrupted"
    parser = add_command(commands, "watch", _watch, text)
    parser.add_argument("folder", metavar="FOLDER")
    parser.add_argument("--paper", metavar="NAME", help="the paper, over what the files say")
    parser.add_argument(
        "--every", type=float, default=5.0, metavar="SECONDS", help="between two looks (5)"
    )


def _watch(call: Call) -> int:
    from qa.cli.progress import log
    from qa.watching import arrivals

    if not Path(call.folder).is_dir():
        raise UsageError(f"{call.folder} is no folder; name one to watch.")
    for files in arrivals(Path(call.folder), call.every):
        with open_archive(call) as archive:
            report = archive.index(files, paper=call.paper, wait=True)
        log(report)
        for failure in report.failed:
            print(f"wenbao: failed: {failure.reason}", file=sys.stderr, flush=True)
    return DONE
