"""Encodes with any sentence-transformers model, by its folder or its name on the hub."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from embeddings.encoder import unit_rows
from embeddings.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sentence_transformers import SentenceTransformer

    from embeddings.encoder import Vectors

_BATCH = 32
# How much of each weight goes into the fingerprint: all of it would take seconds for large models.
_SAMPLED_VALUES = 1024


@dataclass(frozen=True)
class SentenceEncoder:
    """A sentence-transformers model, with its own prompts for questions and passages."""

    name: str
    fingerprint: str
    dimension: int
    model: SentenceTransformer

    @classmethod
    def load(cls, name: str) -> SentenceEncoder:
        """Return the model in the folder `name`, or else of that name on the hub.

        Raises:
            ModelError: It cannot be loaded.
        """
        from sentence_transformers import SentenceTransformer

        is_folder = Path(name).is_dir()
        try:
            model = SentenceTransformer(name)
            dimension = _dimension(model)
        except Exception as error:  # whatever the model's libraries raise means the same here
            kind = "folder" if is_folder else "folder or hub name"
            message = (
                f"the {kind} {name!r} gives no sentence-transformers model"
                f" ({type(error).__name__}: {_first_line(error)}):"
                " name a folder where one is, or a model of the hub"
            )
            raise ModelError(message) from error
        return cls(name, _fingerprint(model), dimension, model)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return unit float32 vectors of shape (len(texts), dimension); see Encoder."""
        return self._encoded(self.model.encode_document, texts)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of questions, made with the model's prompt for them if it has one."""
        return self._encoded(self.model.encode_query, texts)

    def _encoded(self, encode: Callable[..., Any], texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        vectors = encode(
            list(texts), batch_size=_BATCH, convert_to_numpy=True, show_progress_bar=False
        )
        blank = np.array([not text.strip() for text in texts])
        vectors = unit_rows(vectors)
        vectors[blank] = 0.0
        return vectors


def _dimension(model: SentenceTransformer) -> int:
    dimension = model.get_embedding_dimension()
    if dimension is None:  # a model that does not know: it shows
        dimension = len(model.encode("问"))
    return int(dimension)


def _fingerprint(model: SentenceTransformer) -> str:
    """Return a digest of the model's weights, sampled evenly, and of its prompts."""
    digest = blake2b(digest_size=8)
    for key, tensor in sorted(model.state_dict().items()):
        flat = tensor.detach().cpu().float().reshape(-1)
        step = max(1, flat.numel() // _SAMPLED_VALUES)
        digest.update(f"{key} {tuple(tensor.shape)}".encode())
        digest.update(flat[::step].numpy().tobytes())
    digest.update(repr(sorted(model.prompts.items())).encode())
    return digest.hexdigest()


def _first_line(error: Exception) -> str:
    return (str(error).strip() or "no details").splitlines()[0]
