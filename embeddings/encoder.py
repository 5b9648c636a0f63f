"""What an encoder is, and which one a name stands for."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from embeddings.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from embeddings.static import StaticEncoder

Vectors = NDArray[np.float32]

BUNDLED_FOLDER = Path(__file__).parent / "model"
# Raised with every new training of the weights that ship.
BUNDLED_NAME = "wenbao-static-3"
_EARLIER_NAMES = ("wenbao-static-1", "wenbao-static-2")


class Encoder(Protocol):
    """Turns texts into vectors whose inner product says how close two texts are in meaning."""

    @property
    def name(self) -> str:
        """What an archive records: a versioned name, a folder, or a name on the hub."""

    @property
    def fingerprint(self) -> str:
        """A short digest that changes when the weights change."""

    @property
    def dimension(self) -> int:
        """The length of a vector."""

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return a float32 array of shape (len(texts), dimension), its rows of unit length.

        A text that the model knows nothing of, such as an empty one, gives a row of zeros.
        """

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of questions; shape and length as for passages."""


def load_encoder(model: str | None = None) -> Encoder:
    """Return the encoder that `model` names.

    Args:
        model: None, BUNDLED_NAME or what it was before for the model that comes with the package,
            whose fingerprint then tells it from the earlier one; else the folder of a
            sentence-transformers model, or the name of one on the hub, which is then downloaded
            unless it was before. Nothing is fetched for a folder or the bundled model.

    Raises:
        ModelError: The model cannot be loaded.
    """
    from embeddings import static

    if model is None or model == BUNDLED_NAME or came_before(model):
        return bundled_encoder()
    folder = Path(model).expanduser().absolute()  # found from another working folder, too
    if static.is_static(folder):
        return static.StaticEncoder.read(folder, name=str(folder))
    if _names_a_folder(model) and not folder.is_dir():
        raise ModelError(
            f"the model's folder {model} is not there: put it back, or name where it is now:"
            " --model FOLDER"
        )
    from embeddings.sentence import SentenceEncoder

    return SentenceEncoder.load(str(folder) if folder.is_dir() else model)


def came_before(model: str) -> bool:
    """Return whether `model` names the bundled model of an earlier version, which is gone."""
    return model in _EARLIER_NAMES


def _names_a_folder(model: str) -> bool:
    """Return whether `model` cannot be a name on the hub, which has one slash at most."""
    return Path(model).is_absolute() or model.startswith((".", "~")) or model.count("/") > 1


@cache
def bundled_encoder() -> StaticEncoder:
    """Return the model that comes with the package, read once."""
    from embeddings.static import StaticEncoder

    return StaticEncoder.read(BUNDLED_FOLDER, name=BUNDLED_NAME)


def unit_rows(vectors: Vectors) -> Vectors:
    """Return `vectors` as float32 with rows of unit length; rows of zeros or NaN become zeros."""
    clean = np.asarray(vectors, dtype=np.float32)
    lengths = np.linalg.norm(clean, axis=1, keepdims=True)
    if not np.isfinite(lengths).all():
        clean = np.nan_to_num(clean, posinf=0.0, neginf=0.0)
        lengths = np.linalg.norm(clean, axis=1, keepdims=True)
    rows: Vectors = np.divide(clean, lengths, out=np.zeros_like(clean), where=lengths > 0)
    return rows
