"""The command ``wenbao``: index editions, ask them questions, serve the web chat."""

from __future__ import annotations

import argparse
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING

from qa.cli import asking, indexing, listing, moving, serving, training
from qa.cli.serving import SAMPLES
from qa.cli.shared import DONE, FAILED, WRONG_CALL
from qa.errors import UsageError, WenbaoError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["SAMPLES", "main"]

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
    indexing.add_index(commands)
    asking.add_ask(commands)
    asking.add_search(commands)
    listing.add_articles(commands)
    listing.add_editions(commands)
    listing.add_stats(commands)
    indexing.add_remove(commands)
    indexing.add_rollback(commands)
    indexing.add_check(commands)
    indexing.add_watch(commands)
    moving.add_export(commands)
    moving.add_import(commands)
    moving.add_upgrade(commands)
    serving.add_serve(commands)
    asking.add_feedback(commands)
    asking.add_eval(commands)
    training.add_train(commands)
    return parser
