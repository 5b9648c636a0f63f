"""Commands that list what the archive holds: articles, editions, stats."""

from __future__ import annotations

from dataclasses import asdict

from qa import printing
from qa.cli.shared import Call, Commands, add_command, add_json, open_existing, print_lines
from qa.errors import WenbaoError
from qa.storage import records


def add_articles(commands: Commands) -> None:
    """Add the command articles."""
    parser = add_command(commands, "articles", _articles, "list the articles of the archive")
    parser.add_argument("--edition", metavar="ID", help="only this edition (see: wenbao editions)")
    add_json(parser)


def _articles(call: Call) -> int:
    with open_existing(call) as archive:
        found = archive.articles(call.edition)
    if call.edition and not found:
        raise WenbaoError(f"The archive has no edition {call.edition!r}; see: wenbao editions")
    if call.json:
        return print_lines(records.dumps(records.article_record(*both)) for both in found)
    return print_lines(line for both in found for line in printing.article_lines(*both))


def add_editions(commands: Commands) -> None:
    """Add the command editions."""
    add_json(add_command(commands, "editions", _editions, "list the editions of the archive"))


def _editions(call: Call) -> int:
    with open_existing(call) as archive:
        found = archive.editions()
    if call.json:
        return print_lines(records.dumps(records.edition_record(summary)) for summary in found)
    return print_lines(map(printing.edition_line, found))


def add_stats(commands: Commands) -> None:
    """Add the command stats."""
    add_json(add_command(commands, "stats", _stats, "print how much the archive holds"))


def _stats(call: Call) -> int:
    with open_existing(call) as archive:
        found = archive.statistics()
    if call.json:
        return print_lines([records.dumps(asdict(found))])
    return print_lines(printing.statistics_lines(found))
