"""Reads a static embedding model and encodes with it, without importing torch.

The folder is in sentence-transformers' own format: one StaticEmbedding module, with or without a
Normalize module after it. The vectors equal those of `SentenceTransformer(folder).encode`. They
are computed here because importing sentence-transformers takes many times as long as answering.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from embeddings.encoder import unit_rows
from embeddings.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenizers import Tokenizer

    from embeddings.encoder import Vectors

_STATIC, _NORMALIZE = "StaticEmbedding", "Normalize"
_WEIGHTS, _TOKENIZER = "model.safetensors", "tokenizer.json"
# Texts cut into pieces together: enough to keep every core busy with it.
_BATCH = 512


@dataclass(frozen=True)
class StaticEncoder:
    """A text's vector is the sum of its pieces' rows, scaled to unit length."""

    name: str
    fingerprint: str
    tokenizer: Tokenizer
    rows: Vectors  # shape (pieces, dimension)

    @classmethod
    def read(cls, folder: Path, name: str) -> StaticEncoder:
        """Return the static model in `folder`.

        Raises:
            ModelError: The folder holds no such model, or its files are damaged.
        """
        from tokenizers import Tokenizer

        module = _static_module(folder)
        if module is None:
            message = f"{folder} holds no static embedding model: name another folder, or none"
            raise ModelError(f"{message} for the bundled model")
        try:
            tokenizer = Tokenizer.from_file(str(module / _TOKENIZER))
            rows = read_rows(module / _WEIGHTS)
        except Exception as error:  # tokenizers and safetensors raise errors of many kinds
            message = f"the model in {folder} cannot be read ({error}): restore its files"
            raise ModelError(message) from error
        if tokenizer.get_vocab_size() > len(rows):
            message = (
                f"the model in {folder} has {tokenizer.get_vocab_size()} pieces"
                f" and rows for {len(rows)} of them: restore its files"
            )
            raise ModelError(message)
        tokenizer.no_padding()
        return cls(name, _fingerprint(module), tokenizer, rows)

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        return int(self.rows.shape[1])

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return unit float32 vectors of shape (len(texts), dimension); see Encoder."""
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for start in range(0, len(texts), _BATCH):
            batch = texts[start : start + _BATCH]
            vectors[start : start + len(batch)] = self._sums(batch)
        return unit_rows(vectors)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of questions, which this kind of model reads like passages."""
        return self.encode_passages(texts)

    def pieces(self, texts: Sequence[str]) -> list[list[int]]:
        """Return the numbers of the pieces, and so of the rows, that each text is cut in."""
        # Other threads cut a batch; to wake them for one question takes longer than to cut it.
        if len(texts) == 1:
            return [self.tokenizer.encode(texts[0], add_special_tokens=False).ids]
        cut = self.tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        return [encoding.ids for encoding in cut]

    def _sums(self, texts: Sequence[str]) -> Vectors:
        sums = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, ids in zip(sums, self.pieces(texts), strict=True):
            if ids:
                self.rows.take(ids, axis=0).sum(axis=0, out=row)
        return sums


def is_static(folder: Path) -> bool:
    """Say whether `folder` holds a model that StaticEncoder reads."""
    return _static_module(folder) is not None


def read_rows(weights: Path) -> Vectors:
    """Return the rows of a static embedding as float32, shape (pieces, dimension).

    Besides sentence-transformers' own layout (`embedding.weight`) this reads model2vec's
    (`embeddings`, with `mapping` and `weights` per piece), which can hold rows of bytes.
    """
    from safetensors.numpy import load_file

    tensors = load_file(weights)
    if "embedding.weight" in tensors:
        return np.ascontiguousarray(tensors["embedding.weight"], dtype=np.float32)
    rows = tensors["embeddings"].astype(np.float32)
    if "mapping" in tensors:
        rows = rows[tensors["mapping"]]
    if "weights" in tensors:
        rows *= tensors["weights"].astype(np.float32)[:, None]
    return rows


def _static_module(folder: Path) -> Path | None:
    """Return the folder of the static module of the model in `folder`, None for other models."""
    try:
        modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
        kinds = [module["type"].rsplit(".", 1)[-1] for module in modules]
        paths = [str(module["path"]) for module in modules]
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
    if kinds not in ([_STATIC], [_STATIC, _NORMALIZE]):
        return None
    return folder / paths[0]


def _fingerprint(module: Path) -> str:
    digest = blake2b(digest_size=8)
    for file in (_TOKENIZER, _WEIGHTS):
        digest.update((module / file).read_bytes())
    return digest.hexdigest()
