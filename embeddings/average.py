"""Averages models: `python -m embeddings.average MODEL... --out FOLDER`.

The mean of the rows of models that were trained on from the same one with other seeds finds more
than any of them (model soups: Wortsman and others, 2022), and costs no more to use.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from embeddings.errors import ModelError
from embeddings.folder import write_static_model
from embeddings.static import StaticEncoder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from embeddings.encoder import Vectors


def averaged(models: Sequence[StaticEncoder]) -> Vectors:
    """Return the mean of the rows of `models`, one at least: shape (pieces, dimension).

    Raises:
        ModelError: Their pieces differ, so that their rows are not of the same words.
    """
    first = models[0]
    vocabulary = first.tokenizer.get_vocab()
    for other in models[1:]:
        if other.tokenizer.get_vocab() != vocabulary or other.dimension != first.dimension:
            raise ModelError(
                f"{other.name} and {first.name} differ in their pieces or dimensions:"
                " average models that were trained on from the same one"
            )
    mean: Vectors = np.mean([one.rows for one in models], axis=0, dtype=np.float32)
    return mean


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the mean of the models that are named."""
    parser = argparse.ArgumentParser(prog="python -m embeddings.average", description=__doc__)
    parser.add_argument("models", type=Path, nargs="+", metavar="MODEL")
    parser.add_argument("--out", type=Path, required=True, help="folder of the new model")
    options = parser.parse_args(arguments)
    models = [StaticEncoder.read(folder, name=str(folder)) for folder in options.models]
    write_static_model(options.out, models[0].tokenizer, averaged(models))


if __name__ == "__main__":
    main()
