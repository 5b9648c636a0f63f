"""Training small models: the same seed gives the same model, and it learns what goes together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from embeddings import ModelError, average, load_encoder
from embeddings.adapt import adapt
from embeddings.contrast import Schedule
from embeddings.corpus import Document, Question, answering_sentences, read_corpus
from embeddings.folder import write_static_model
from embeddings.pairs import Recipe, draw_pairs, read_extras
from embeddings.sources import QuestionSet
from embeddings.static import StaticEncoder
from embeddings.tokenizer import train_tokenizer
from embeddings.train import Settings, train_model

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytest.importorskip("sentencepiece", reason='needs pip install "wenbao[train]"')

VILLAGES = ("清河镇", "石桥村", "南山乡", "柳林镇", "白沙村", "东湖乡", "双井镇", "槐树村")
STORIES = (
    ("{0}小学添了图书室", "{0}小学的图书室昨天开放。孩子们放学后可以借书，老师教他们写读书笔记。"),
    ("{0}小麦丰收", "{0}的麦子进入收割期。农机手连夜抢收，每亩产量比去年高，粮食直接送进粮库。"),
    (
        "{0}医生上门义诊",
        "县医院的大夫来到{0}义诊。老人们量血压、测血糖，行动不便的病人在家里看病。",
    ),
    ("{0}新桥通车", "跨河的新桥今天在{0}通车。司机不用再绕路，卡车运货到县城只要二十分钟。"),
    ("{0}举办龙舟赛", "端午节{0}举办龙舟赛。十二支队伍划桨争先，岸上的鼓声和喝彩声不断。"),
    ("{0}停电检修", "供电所通知{0}明天停电检修线路。工人更换老旧电线，居民请提前准备照明。"),
)
DOCUMENTS = tuple(
    Document(title.format(village), text.format(village))
    for village in VILLAGES
    for title, text in STORIES
)
SETTINGS = Settings(
    pieces=260,
    dimension=24,
    batch=32,
    schedule=Schedule(steps=60, rate=0.02, lengths=(24, 12)),
    asking=Schedule(steps=20, rate=0.02, lengths=(24, 12)),
)


@pytest.fixture(scope="module", autouse=True)
def one_thread() -> Iterator[None]:
    """Small models are learned fastest by one thread, above all where others are at work."""
    import torch

    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("trained") / "model"
    write_static_model(folder, *train_model(DOCUMENTS, (), SETTINGS))
    return folder


def test_same_seed_gives_the_same_model(model: Path, tmp_path: Path) -> None:
    write_static_model(tmp_path / "again", *train_model(DOCUMENTS, (), SETTINGS))
    assert load_encoder(str(tmp_path / "again")).fingerprint == load_encoder(str(model)).fingerprint


def test_trained_model_ranks_a_related_text_above_unrelated_ones(model: Path) -> None:
    encoder = load_encoder(str(model))
    passages = ["大夫给病人量血压", "农机手抢收粮食", "司机开卡车过桥", "队伍划桨争先"]
    questions = ["医院义诊看病", "麦子的产量", "新桥在哪里通车", "端午节龙舟"]
    scores = encoder.encode_queries(questions) @ encoder.encode_passages(passages).T
    assert scores.argmax(axis=1).tolist() == [0, 1, 2, 3]


def test_trained_model_is_one_that_sentence_transformers_reads(model: Path) -> None:
    from sentence_transformers import SentenceTransformer

    texts = [document.text for document in DOCUMENTS[:9]]
    theirs = SentenceTransformer(str(model)).encode(texts)
    ours = load_encoder(str(model)).encode_passages(texts)
    np.testing.assert_allclose(ours, theirs, atol=1e-5)


def test_questions_take_part_in_training() -> None:
    asked = QuestionSet(DOCUMENTS[:1], (Question("图书室什么时候开放?", 0, "昨天"),))
    _, rows = train_model(DOCUMENTS, [asked], SETTINGS)
    _, without = train_model(DOCUMENTS, (), SETTINGS)
    assert rows.shape != without.shape or not np.allclose(rows, without)


def test_model_that_is_trained_on_keeps_its_pieces_and_learns_questions() -> None:
    asked = QuestionSet(DOCUMENTS[:1], (Question("图书室什么时候开放?", 0, "昨天"),))
    start = train_model(DOCUMENTS, (), SETTINGS)
    tokenizer, rows = train_model(DOCUMENTS, [asked], SETTINGS, start=start)
    assert tokenizer is start[0]
    assert not np.allclose(rows, start[1])
    assert np.array_equal(train_model(DOCUMENTS, (), SETTINGS, start=start)[1], start[1])


def test_average_of_models_is_the_mean_of_their_rows(model: Path, tmp_path: Path) -> None:
    one = StaticEncoder.read(model, name="one")
    write_static_model(tmp_path / "other", one.tokenizer, 3 * one.rows)
    average.main([str(model), str(tmp_path / "other"), "--out", str(tmp_path / "mean")])
    mean = StaticEncoder.read(tmp_path / "mean", name="mean")
    np.testing.assert_allclose(mean.rows, 2 * one.rows, atol=0.02 * np.abs(one.rows).max())


def test_models_of_other_pieces_are_not_averaged(model: Path, tmp_path: Path) -> None:
    tokenizer = train_tokenizer((document.title for document in DOCUMENTS), 100)
    rows = np.ones((tokenizer.get_vocab_size(), 24), np.float32)
    write_static_model(tmp_path / "other", tokenizer, rows)
    with pytest.raises(ModelError, match="differ in their pieces"):
        average.main([str(model), str(tmp_path / "other"), "--out", str(tmp_path / "mean")])


def test_tokenizer_reads_traditional_wide_and_upper_case_forms_alike() -> None:
    tokenizer = train_tokenizer((document.text for document in DOCUMENTS), 260)
    one, other = tokenizer.encode("圖書室ＡＢ１２"), tokenizer.encode("图书室ab12")
    assert one.ids == other.ids


def test_tokenizer_keeps_a_word_whole_with_and_without_a_function_word() -> None:
    texts = ["举行", "举行了", "村民", "村民的", "在村民", "比赛"] * 50
    tokenizer = train_tokenizer(texts, 30)
    for glued, tokens in (("举行了", ["举行", "了"]), ("村民的", ["村民", "的"])):
        assert tokenizer.token_to_id(glued) is None
        assert tokenizer.encode(glued).tokens == tokens


def test_tokens_of_a_text_are_those_of_its_sentences() -> None:
    tokenizer = train_tokenizer((document.text for document in DOCUMENTS), 260)
    corpus = read_corpus(DOCUMENTS[:1], tokenizer)
    whole = tokenizer.encode(DOCUMENTS[0].title + "\n" + DOCUMENTS[0].text).ids
    assert corpus.tokens.tolist() == whole


def test_sentence_with_the_answer_is_found() -> None:
    tokenizer = train_tokenizer((document.text for document in DOCUMENTS), 260)
    corpus = read_corpus(DOCUMENTS, tokenizer)
    question = Question("孩子们什么时候可以借书?", 6, "放学后")
    (sentence,) = answering_sentences(DOCUMENTS, [question], corpus)
    assert sentence == corpus.documents[6] + 2


def test_of_several_sentences_with_the_answer_the_one_asked_about_is_found() -> None:
    documents = [Document("题", "有3人到场。获奖的有3人。别的。")]
    tokenizer = train_tokenizer((document.text for document in DOCUMENTS), 260)
    corpus = read_corpus(documents, tokenizer)
    questions = [Question("获奖的有几人?", 0, "3")]
    assert answering_sentences(documents, questions, corpus).tolist() == [2]


def test_query_comes_from_its_own_document() -> None:
    tokenizer = train_tokenizer((document.text for document in DOCUMENTS), 260)
    corpus = read_corpus(DOCUMENTS, tokenizer)
    plain = Recipe(question_words=0, synonyms=0, without_sentence=0, without_shared=0, stamped=0)
    documents = np.arange(len(corpus))
    rng = np.random.default_rng(0)
    queries, passages = draw_pairs(corpus, documents, read_extras(tokenizer), plain, rng)
    assert len(queries.offsets) == len(passages.offsets) == len(documents) + 1
    for number in documents:
        first, last = corpus.documents[number], corpus.documents[number + 1]
        own = corpus.tokens[corpus.sentences[first] : corpus.sentences[last]]
        for bags in (queries, passages):
            drawn = bags.ids[bags.offsets[number] : bags.offsets[number + 1]]
            assert len(drawn)
            assert set(drawn.tolist()) <= set(own.tolist())


def test_adapting_writes_a_new_model_and_reports_recall(model: Path, tmp_path: Path) -> None:
    texts = [*DOCUMENTS, *DOCUMENTS, *DOCUMENTS]
    result = adapt(texts, tmp_path / "new", base=model)
    assert result.questions == round(len(texts) * 0.1)
    assert result.documents == len(texts) - result.questions
    assert 0 <= result.before.at_1 <= result.before.at_5 <= 1
    assert 0 <= result.after.at_1 <= result.after.at_5 <= 1
    adapted = load_encoder(str(tmp_path / "new"))
    assert adapted.dimension == load_encoder(str(model)).dimension
    assert adapted.fingerprint != load_encoder(str(model)).fingerprint


def test_adapting_refuses_a_folder_in_use(model: Path) -> None:
    with pytest.raises(ModelError, match="not empty"):
        adapt(DOCUMENTS * 3, model, base=model)


def test_adapting_to_too_few_texts_is_refused(model: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="too few"):
        adapt(DOCUMENTS[:5], tmp_path / "new", base=model)
