"""Questions in English are answered by a model that reads both languages; else told why not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from embeddings import load_encoder
from qa import Archive
from qa.answering.foreign import nearness_of_answers

# What a small bilingual model knows: words of both languages with one meaning.
WORDS = [
    {"park", "公园"},
    {"open", "开放"},
    {"when", "月"},
    {"vaccine", "疫苗"},
    {"people", "人"},
    {"principal", "校长"},
    {"school", "学校"},
    {"bus", "公交车"},
    {"ticket", "cost", "票价"},
    {"hospital", "医院"},
    {"where", "位于"},
    {"water", "水"},
    {"why", "因"},
    {"football", "足球"},
    {"won", "赢得"},
    {"farmers", "农民"},
    {"harvest", "收获"},
    {"library", "图书馆"},
    {"books", "图书"},
]
PAGE = """## 滨河公园开放

本报讯(记者 周明)滨河公园9月3日向市民开放。湖里有不少鱼。

## 公交车票价不变

本报讯(记者 吴霞)公交车票价仍为2元。司机都说好。
"""


def bilingual_model(folder: Path) -> Path:
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

    known = sorted((word for words in WORDS for word in words), key=len, reverse=True)
    vocabulary = {word: number for number, word in enumerate(known)} | {"[UNK]": len(known)}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.Split(
        Regex("|".join(map(re.escape, known))), "isolated"
    )
    weights = np.zeros((len(vocabulary), len(WORDS)), dtype=np.float32)
    for meaning, words in enumerate(WORDS):
        for word in words:
            weights[vocabulary[word], meaning] = 1
    module = StaticEmbedding(tokenizer, embedding_weights=weights)
    SentenceTransformer(modules=[module]).save(str(folder))
    return folder


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("foreign")
    page = folder / "江城日报_20240904_01.txt"
    page.write_text(PAGE, encoding="utf-8")
    model = bilingual_model(folder / "model")
    with Archive.open(folder / "archive", model=str(model)) as opened:
        opened.index([page])
        yield opened


def test_english_question_is_answered_with_the_chinese_sentence(archive: Archive) -> None:
    found = archive.ask("When does the park open?", llm=False)
    assert [citation.quote for citation in found.citations] == ["滨河公园9月3日向市民开放。"]
    assert found.note == ""


def test_english_question_about_something_else_is_refused(archive: Archive) -> None:
    found = archive.ask("Who won the football match?", llm=False)
    assert found.abstained
    assert found.text == "Not found in 江城日报 (2024-09-04)."


def test_sentence_without_a_number_does_not_answer_how_many(archive: Archive) -> None:
    assert archive.ask("How many books are in the library?", llm=False).abstained


def test_bundled_model_is_known_to_read_chinese_alone() -> None:
    assert nearness_of_answers(load_encoder()) is None


@pytest.mark.parametrize("question", ["When did the wetland park open?", "Who leads 望渡社区 now?"])
def test_english_question_to_the_bundled_model_is_told_what_to_do(
    sample_archive: Archive, question: str
) -> None:
    found = sample_archive.ask(question, llm=False)
    assert "reads Chinese" in found.note
    assert "--model" in found.note


def test_chinese_question_with_latin_words_is_chinese(sample_archive: Archive) -> None:
    assert sample_archive.ask("COVID疫苗接种了多少剂次?", llm=False).note == ""


def test_what_was_listed_needs_no_model_that_reads_english(sample_archive: Archive) -> None:
    found = sample_archive.ask("What was on the front page of the latest edition?", llm=False)
    assert found.citations
    assert found.note == ""
