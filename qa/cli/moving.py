"""Commands that take the archive elsewhere: export, import, upgrade."""

from __future__ import annotations

import os
from pathlib import Path

from qa.cli.shared import Call, Commands, add_command, open_archive, open_filled, print_lines


def add_export(commands: Commands) -> None:
    """Add the command export."""
    text = "write all articles as JSONL (schema.org NewsArticle), or the whole archive as one file"
    parser = add_command(commands, "export", _export, text)
    parser.add_argument("file", metavar="FILE", help="name it NAME.wenbao for the whole archive")


def _export(call: Call) -> int:
    from qa.storage.portable import WHOLE

    target = Path(call.file)
    with open_filled(call) as archive:
        if target.name.endswith(WHOLE):
            archive.export_whole(target)
            return print_lines([f"exported  {archive.folder} to {target}"])
        count = archive.export(target)
    return print_lines([f"exported  {count} articles to {target}"])


def add_import(commands: Commands) -> None:
    """Add the command import."""
    text = "bring in what export wrote: JSONL into any archive, NAME.wenbao into a new one"
    parser = add_command(commands, "import", _import, text)
    parser.add_argument("file", metavar="FILE")


def _import(call: Call) -> int:
    from qa.archive import folder_meant
    from qa.storage.portable import WHOLE, read_whole

    source = Path(call.file)
    if source.name.endswith(WHOLE):
        folder = folder_meant(call.archive)
        read_whole(source, folder)
        return print_lines([f"imported  {source} to {folder}"])
    with open_archive(call) as archive:
        count = archive.import_articles(source)
    return print_lines([f"imported  {count} editions from {source}"])


def add_upgrade(commands: Commands) -> None:
    """Add the command upgrade."""
    text = "bring an archive that an older version made up to date"
    add_command(commands, "upgrade", _upgrade, text)


def _upgrade(call: Call) -> int:
    from embeddings import load_encoder
    from qa.archive import folder_meant
    from qa.storage.upgrade import upgrade

    folder = folder_meant(call.archive)
    count = upgrade(folder, load_encoder(call.model or os.environ.get("WENBAO_MODEL")))
    return print_lines([f"upgraded  {count} editions in {folder}"])
