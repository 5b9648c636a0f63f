"""What an encoder promises, and that the bundled model equals itself in sentence-transformers."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest

from embeddings import BUNDLED_NAME, Encoder, ModelError, load_encoder
from embeddings.encoder import BUNDLED_FOLDER
from embeddings.static import StaticEncoder

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = (
    "清河镇小学新建的图书室9月1日开放，藏书3200册。",
    "新圖書室有多少冊書？",
    "ＡＢＣ公司与abc公司",
    "“他说：‘好！’”\n第二行",
    "85.14%",
)


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load_encoder()


def test_bundled_model_gives_unit_rows_of_its_dimension(encoder: Encoder) -> None:
    vectors = encoder.encode_passages(TEXTS)
    assert vectors.shape == (len(TEXTS), encoder.dimension)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


@pytest.mark.parametrize("text", ["", "。！", "\U00020000", " \n"])
def test_text_without_a_known_word_gives_zeros(encoder: Encoder, text: str) -> None:
    assert not encoder.encode_queries([text]).any()
    assert not encoder.encode_passages([text]).any()


def test_no_texts_give_no_rows(encoder: Encoder) -> None:
    assert encoder.encode_passages([]).shape == (0, encoder.dimension)


def test_a_text_has_the_same_vector_alone_and_among_others(encoder: Encoder) -> None:
    many = encoder.encode_passages(TEXTS * 40)
    np.testing.assert_allclose(many[-1:], encoder.encode_passages(TEXTS[-1:]), atol=1e-6)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("圖書館開館時間", "图书馆开馆时间"),
        ("ＡＢ１２", "ab12"),
        ("图书馆，开馆。", "图书馆\n开馆"),
    ],
)
def test_forms_that_read_alike_have_one_vector(encoder: Encoder, text: str, same: str) -> None:
    one, other = encoder.encode_queries([text, same])
    np.testing.assert_allclose(one, other, atol=1e-6)


def test_question_is_nearer_to_its_answer_than_to_other_news(encoder: Encoder) -> None:
    passages = encoder.encode_passages(
        [
            "县医院的儿科大夫周末到各村为孩子免费检查视力。",
            "今年小麦收购价每斤上涨五分钱，种粮大户增收。",
            "昨夜一场大雨使城南三条道路积水，交警连夜疏导车辆。",
        ]
    )
    questions = encoder.encode_queries(
        ["医生给儿童看眼睛收费吗?", "农民卖粮食价格如何?", "暴雨后哪里堵车?"]
    )
    assert (questions @ passages.T).argmax(axis=1).tolist() == [0, 1, 2]


def test_bundled_model_equals_sentence_transformers(encoder: Encoder) -> None:
    from sentence_transformers import SentenceTransformer

    theirs = SentenceTransformer(str(BUNDLED_FOLDER)).encode([*TEXTS, ""])
    np.testing.assert_allclose(encoder.encode_passages([*TEXTS, ""]), theirs, atol=1e-3)


def test_bundled_model_is_small_enough_to_ship() -> None:
    size = sum(file.stat().st_size for file in BUNDLED_FOLDER.rglob("*") if file.is_file())
    assert size <= 25_000_000


def test_folder_of_a_static_model_is_read_under_its_own_name(encoder: Encoder) -> None:
    same = load_encoder(str(BUNDLED_FOLDER))
    assert isinstance(same, StaticEncoder)
    assert same.name == str(BUNDLED_FOLDER)
    assert same.fingerprint == encoder.fingerprint
    assert load_encoder(BUNDLED_NAME).fingerprint == encoder.fingerprint


def test_earlier_bundled_model_is_what_ships_today(encoder: Encoder) -> None:
    assert load_encoder("wenbao-static-1").name == encoder.name == BUNDLED_NAME


def test_encoding_with_the_bundled_model_imports_no_heavy_library() -> None:
    code = (
        "import sys; from embeddings import load_encoder; load_encoder().encode_queries(['问']);"
        "print([name for name in ('torch', 'sentence_transformers', 'faiss', 'scipy')"
        " if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_folder_without_a_model_is_named_in_the_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=str(tmp_path)):
        load_encoder(str(tmp_path))


def test_static_model_with_damaged_weights_is_named_in_the_error(tmp_path: Path) -> None:
    module = {"type": "sentence_transformers.models.StaticEmbedding", "path": "", "idx": 0}
    (tmp_path / "modules.json").write_text(json.dumps([module]))
    (tmp_path / "tokenizer.json").write_text("{}")
    with pytest.raises(ModelError, match=str(tmp_path)):
        load_encoder(str(tmp_path))
