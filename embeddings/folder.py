"""Writes a static model as a folder that sentence-transformers reads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

    from tokenizers import Tokenizer

    from embeddings.encoder import Vectors

_PACKAGE = "sentence_transformers.sentence_transformer.modules"
_LARGEST_BYTE = 127  # a signed byte holds -127 to 127 and one more


def write_static_model(folder: Path, tokenizer: Tokenizer, rows: Vectors) -> None:
    """Write the files of a static model to `folder`, which is made if it is not there.

    A row is kept as bytes and a factor, in model2vec's layout, which sentence-transformers reads:
    a quarter of the size of float32, at an error under 1/250 of a row's largest value.
    """
    from safetensors.numpy import save_file

    folder.mkdir(parents=True, exist_ok=True)
    factors = np.abs(rows).max(axis=1) / _LARGEST_BYTE
    factors[factors == 0] = 1.0
    quantised = np.rint(rows / factors[:, None]).astype(np.int8)
    module = folder / "0_StaticEmbedding"
    module.mkdir(exist_ok=True)
    save_file(
        {"embeddings": quantised, "weights": factors.astype(np.float32)},
        module / "model.safetensors",
    )
    tokenizer.save(str(module / "tokenizer.json"), pretty=False)
    modules = [
        _module(0, "StaticEmbedding", module.name),
        _module(1, "Normalize", "1_Normalize"),
    ]
    _write_json(folder / "modules.json", modules)
    settings: dict[str, object] = {
        "prompts": {},
        "default_prompt_name": None,
        "similarity_fn_name": "cosine",
    }
    _write_json(folder / "config_sentence_transformers.json", settings)


def _module(number: int, kind: str, path: str) -> dict[str, object]:
    return {"idx": number, "name": str(number), "path": path, "type": f"{_PACKAGE}.{kind}"}


def _write_json(file: Path, content: object) -> None:
    file.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
