"""Any sentence-transformers model as an encoder: its prompts, its dimension, its fingerprint."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from tokenizers import Tokenizer, models, pre_tokenizers

from embeddings import ModelError, load_encoder
from embeddings.sentence import SentenceEncoder

if TYPE_CHECKING:
    from pathlib import Path

VOCABULARY = {"[UNK]": 0, "雨": 1, "麦": 2, "问": 3, "文": 4}


def write_model(folder: Path, seed: int = 0) -> str:
    """Write a model with prompts that static.py does not read: a layer follows its embedding."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Dense, StaticEmbedding

    torch.manual_seed(seed)
    tokenizer = Tokenizer(models.WordLevel(VOCABULARY, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Split("", "isolated")
    layers = [StaticEmbedding(tokenizer, embedding_dim=8), Dense(8, 6)]
    model = SentenceTransformer(
        modules=layers, prompts={"query": "问", "document": "文"}, device="cpu"
    )
    model.save(str(folder))
    return str(folder)


def test_any_model_is_loaded_by_its_folder(tmp_path: Path) -> None:
    name = write_model(tmp_path / "model")
    encoder = load_encoder(name)
    assert isinstance(encoder, SentenceEncoder)
    assert encoder.name == name
    assert encoder.dimension == 6
    vectors = encoder.encode_passages(["雨", "麦", ""])
    assert vectors.shape == (3, 6)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), [1, 1, 0], atol=1e-5)


def test_folder_is_looked_for_under_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    write_model(tmp_path / "model")
    assert load_encoder("~/model").dimension == 6


def test_folder_that_is_gone_is_told_of_and_not_sought_on_the_hub(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="is not there"):
        load_encoder(str(tmp_path / "model"))


def test_questions_and_passages_get_the_prompts_of_the_model(tmp_path: Path) -> None:
    encoder = load_encoder(write_model(tmp_path / "model"))
    plain = load_encoder(write_model(tmp_path / "model"))
    assert isinstance(plain, SentenceEncoder)
    plain.model.prompts = {}
    np.testing.assert_allclose(
        encoder.encode_queries(["雨"]), plain.encode_passages(["问雨"]), atol=1e-6
    )
    np.testing.assert_allclose(
        encoder.encode_passages(["雨"]), plain.encode_passages(["文雨"]), atol=1e-6
    )


def test_no_texts_give_no_rows(tmp_path: Path) -> None:
    assert load_encoder(write_model(tmp_path / "model")).encode_queries([]).shape == (0, 6)


def test_fingerprint_changes_with_the_weights_alone(tmp_path: Path) -> None:
    prints = [
        load_encoder(write_model(tmp_path / folder, seed)).fingerprint
        for folder, seed in (("a", 0), ("b", 0), ("c", 1))
    ]
    assert prints[0] == prints[1] != prints[2]


@pytest.mark.parametrize("name", ["no/such/folder/here", "./missing"])
def test_model_that_is_not_there_is_named_in_the_error(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from embeddings import ModelError

    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelError, match=name):
        load_encoder(name)
