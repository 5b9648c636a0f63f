"""The command that adapts the embedding model to an archive's own texts: train."""

from __future__ import annotations

import sys
from dataclasses import asdict
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from embeddings import BUNDLED_NAME
from qa import printing
from qa.cli.shared import DONE, Call, Commands, add_command, add_json, open_filled, print_lines
from qa.errors import ModelError
from qa.passages import title_line
from qa.storage import records

if TYPE_CHECKING:
    from embeddings.adapt import Adaptation
    from qa.archive import Archive

_MODEL = "model"  # the adapted model's folder in the archive's, unless another is named


def add_train(commands: Commands) -> None:
    """Add the command train."""
    parser = add_command(
        commands,
        "train",
        _train,
        "adapt the bundled embedding model to the archive's own texts, and say what that gains",
    )
    parser.add_argument("--out", metavar="DIR", help=f"folder of the new model (ARCHIVE/{_MODEL})")
    parser.add_argument(
        "--use", action="store_true", help="if it gains, encode the archive again with it"
    )
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="of what is drawn (1)")
    parser.add_argument("--quiet", action="store_true", help="show no progress")
    add_json(parser)


def _train(call: Call) -> int:
    with open_filled(call) as archive:
        folder = archive.folder
        out = Path(call.out).resolve() if call.out else _free(folder.resolve() / _MODEL)
        adaptation = _adapted(archive, out, call)
    used = call.use and adaptation.gained
    if used:
        _rebuild(folder, out)
    if call.json:
        record = asdict(adaptation) | {"gained": adaptation.gained, "model": str(out), "used": used}
        print(records.dumps(record))
        return DONE
    return print_lines(printing.adaptation_lines(adaptation, folder, out, used=used))


def _free(folder: Path) -> Path:
    """Return `folder`, or with a number the first that is not there yet."""
    numbered = (folder.with_name(f"{folder.name}-{number}") for number in count(2))
    return next(one for one in chain((folder,), numbered) if not one.exists())


def _adapted(archive: Archive, out: Path, call: Call) -> Adaptation:
    from embeddings.adapt import adapt
    from embeddings.corpus import Document

    documents = [
        Document(title_line(article), "\n".join(article.paragraphs))
        for article, _ in archive.articles()
    ]

    def report(line: str) -> None:
        if not call.quiet:
            print(f"wenbao: {line}", file=sys.stderr)

    return adapt(documents, out, base=_base(archive), seed=call.seed, report=report)


def _base(archive: Archive) -> Path:
    """Return the folder of the archive's model: what it is to be better than.

    Raises:
        ModelError: it is not of the kind that can be adapted.
    """
    from embeddings.encoder import BUNDLED_FOLDER
    from embeddings.static import is_static

    if archive.model == BUNDLED_NAME:
        return BUNDLED_FOLDER
    if is_static(Path(archive.model)):
        return Path(archive.model)
    raise ModelError(
        f"the archive's model {archive.model} cannot be adapted, only the bundled one and models"
        " adapted from it: wenbao index --rebuild --model"
        f" {BUNDLED_NAME}, then wenbao train"
    )


def _rebuild(folder: Path, model: Path) -> None:
    from qa.archive import Archive

    Archive.rebuild(folder, model=str(model)).close()
