"""The command ``wenbao``: index editions, ask them questions, serve the web chat."""

from __future__ import annotations

import argparse
import sys
from contextlib import contextmanager
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qa import printing, records
from qa.errors import UsageError, WenbaoError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qa.archive import Archive, FilterOptions
    from qa.types import IndexReport

DONE, FAILED, WRONG_CALL, SOME_FAILED = 0, 1, 2, 3

SAMPLES = Path(__file__).parent / "samples"

_EPILOG = """examples:
  wenbao index editions/                            read a folder of editions
  wenbao index A03.txt --paper 殷都周刊 --date 2021-09-02 --page 3
  wenbao ask "截至8月31日殷都区累计接种了多少剂次?"
  wenbao search 劳模主题公园 -k 3 --json
  wenbao serve --demo                               chat over the invented sample editions

exit codes: 0 done; 1 the work failed, and what was there before still stands;
2 the call was wrong; 3 done, but some files failed (each is named)."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    call = _parser().parse_args(arguments)
    try:
        return int(call.run(call))
    except UsageError as error:
        print(f"wenbao: {error}", file=sys.stderr)
        return WRONG_CALL
    except WenbaoError as error:
        print(f"wenbao: {error}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        sys.stderr.close()
        return DONE
    except KeyboardInterrupt:
        return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="wenbao",
        description="Ask a newspaper archive questions, and get answers cited to the sentence.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=version("wenbao"))
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _add_index(commands)
    _add_ask(commands)
    _add_search(commands)
    _add_articles(commands)
    _add_editions(commands)
    _add_remove(commands)
    _add_serve(commands)
    _add_feedback(commands)
    _add_eval(commands)
    return parser


def _command(commands: Any, name: str, run: Any, text: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text)
    parser.set_defaults(run=run)
    parser.add_argument(
        "--archive", metavar="DIR", help="the archive's folder (WENBAO_ARCHIVE, ./archive)"
    )
    parser.add_argument(
        "--model", help="sentence-transformers model, name or folder (WENBAO_MODEL, bundled)"
    )
    return parser


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON, one object a line")


def _add_filters(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question", metavar="QUESTION")
    parser.add_argument("--since", metavar="YYYY-MM-DD", help="first day of the editions searched")
    parser.add_argument("--until", metavar="YYYY-MM-DD", help="last day of the editions searched")
    parser.add_argument("--paper", metavar="NAME", help="only this paper")
    parser.add_argument("--section", metavar="NAME", help="only this section banner or page name")
    parser.add_argument("--page", metavar="N", help="only this page")
    parser.add_argument("--reporter", metavar="NAME", help="only what this person wrote or took")


def _filters(call: argparse.Namespace) -> FilterOptions:
    return {
        "since": call.since,
        "until": call.until,
        "paper": call.paper,
        "section": call.section,
        "page": call.page,
        "reporter": call.reporter,
    }


def _open(call: argparse.Namespace) -> Archive:
    from qa.archive import Archive

    return Archive.open(call.archive, model=call.model)


def _open_existing(call: argparse.Namespace) -> Archive:
    archive = _open(call)
    if not archive.editions():
        archive.close()
        raise WenbaoError(
            f"The archive {archive.folder} holds no edition. Bring some in: wenbao index PATH"
        )
    return archive


def _print(lines: Iterable[str]) -> int:
    for line in lines:
        print(line)
    return DONE


def _add_index(commands: Any) -> None:
    parser = _command(
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
    _add_json(parser)


def _index(call: argparse.Namespace) -> int:
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
        _print(printing.report_lines(report))
    if not report.failed:
        return DONE
    return SOME_FAILED if report.added or report.replaced or report.unchanged else FAILED


def _index_with_progress(archive: Archive, call: argparse.Namespace) -> IndexReport:
    from tqdm import tqdm

    with tqdm(unit=" editions", disable=True if call.quiet else None) as bar:

        def show(report: IndexReport) -> None:
            bar.set_postfix(articles=report.articles, passages=report.passages, refresh=False)
            bar.update()

        return archive.index(
            call.paths, paper=call.paper, day=call.date, page=call.page, progress=show
        )


def _add_ask(commands: Any) -> None:
    parser = _command(commands, "ask", _ask, "answer a question with citations")
    _add_filters(parser)
    _add_json(parser)


def _ask(call: argparse.Namespace) -> int:
    with _open_existing(call) as archive:
        answer = archive.ask(call.question, **_filters(call))
    if call.json:
        return _print([records.dumps(records.answer_record(answer))])
    return _print(printing.answer_lines(answer))


def _add_search(commands: Any) -> None:
    parser = _command(commands, "search", _search, "print the passages that fit a question")
    _add_filters(parser)
    parser.add_argument("-k", type=int, default=5, metavar="N", help="how many (5)")
    _add_json(parser)


def _search(call: argparse.Namespace) -> int:
    with _open_existing(call) as archive:
        hits = archive.retrieve(call.question, call.k, **_filters(call))
    ranked = enumerate(hits, 1)
    if call.json:
        return _print(records.dumps(records.hit_record(rank, hit)) for rank, hit in ranked)
    return _print(line for rank, hit in ranked for line in printing.hit_lines(rank, hit))


def _add_articles(commands: Any) -> None:
    parser = _command(commands, "articles", _articles, "list the articles of the archive")
    parser.add_argument("--edition", metavar="ID", help="only this edition (see: wenbao editions)")
    _add_json(parser)


def _articles(call: argparse.Namespace) -> int:
    with _open(call) as archive:
        found = archive.articles(call.edition)
    if call.edition and not found:
        raise WenbaoError(f"The archive has no edition {call.edition!r}; see: wenbao editions")
    if call.json:
        return _print(records.dumps(records.article_record(*both)) for both in found)
    return _print(line for both in found for line in printing.article_lines(*both))


def _add_editions(commands: Any) -> None:
    _add_json(_command(commands, "editions", _editions, "list the editions of the archive"))


def _editions(call: argparse.Namespace) -> int:
    with _open(call) as archive:
        found = archive.editions()
    if call.json:
        return _print(records.dumps(records.edition_record(summary)) for summary in found)
    return _print(map(printing.edition_line, found))


def _add_remove(commands: Any) -> None:
    parser = _command(commands, "remove", _remove, "remove an edition from the archive")
    parser.add_argument("edition", metavar="EDITION", help="its id (see: wenbao editions)")


def _remove(call: argparse.Namespace) -> int:
    with _open(call) as archive:
        if not archive.remove(call.edition):
            raise WenbaoError(f"The archive has no edition {call.edition!r}; see: wenbao editions")
    return _print([f"removed   {call.edition}"])


def _add_serve(commands: Any) -> None:
    parser = _command(commands, "serve", _serve, "serve the web chat")
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


def _serve(call: argparse.Namespace) -> int:
    from ui import serve  # a command's only step upwards: it starts the program that is on top

    may_be_empty = call.allow_upload or call.editor
    open_ = _demo_archive if call.demo else _open if may_be_empty else _open_existing
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
def _demo_archive(call: argparse.Namespace) -> Iterator[Archive]:
    """Hold the bundled sample editions as an archive that is gone afterwards."""
    from tempfile import TemporaryDirectory

    from qa.archive import Archive

    with (
        TemporaryDirectory(prefix="wenbao-demo-") as folder,
        Archive.open(folder, model=call.model) as archive,
    ):
        archive.index([SAMPLES])
        yield archive


def _add_feedback(commands: Any) -> None:
    parser = _command(
        commands, "feedback", _feedback, "print what readers said of answers in the web chat"
    )
    _add_json(parser)


def _feedback(call: argparse.Namespace) -> int:
    from qa.feedback import read_feedback

    with _open(call) as archive:
        found = read_feedback(archive.folder)
    if call.json:
        return _print(records.dumps(asdict(one)) for one in found)
    return _print(line for one in found for line in printing.feedback_lines(one))


def _add_eval(commands: Any) -> None:
    parser = _command(
        commands, "eval", _eval, "measure retrieval and answers on your own questions"
    )
    parser.add_argument(
        "questions",
        metavar="QUESTIONS.jsonl",
        help='a line each: {"question", "answers": [], "article_ids": []}; none: unanswerable',
    )
    _add_json(parser)


def _eval(call: argparse.Namespace) -> int:
    from qa.evaluation import evaluate, read_questions

    questions = read_questions(Path(call.questions))
    with _open_existing(call) as archive:
        measures = evaluate(archive, questions)
    if call.json:
        return _print([records.dumps(asdict(measures))])
    return _print(printing.measure_lines(measures))


if __name__ == "__main__":
    sys.exit(main())
