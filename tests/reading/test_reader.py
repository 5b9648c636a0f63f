"""The reader says which sentence holds the answer, and which piece of it the answer is."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from embeddings.corpus import Document
from qa.learning.batches import Example
from qa.learning.made_questions import make_question
from qa.learning.reader import silenced, write_mean
from qa.learning.reading import learn_reader
from qa.overlap import Sought, sought
from qa.passages import split
from qa.questions.understand import understand
from qa.reading.inputs import LONGEST_TEXT, Text, read_question, read_texts, text_of
from qa.reading.network import Network, padded
from qa.reading.reader import Reader, reader
from qa.text import fold
from qa.types import Article, Edition, Hit, ScoreParts, Span

PARK = "滨河公园4月9日动工。公园占地3.2万平方米,由市园林局建设。局长方晓川说,公园将在年底开放。"
BUS = "18路公交车昨日开通,全程14公里。票价两元,老人免费。"


def asked(question: str) -> Sought:
    return sought(understand(question), lambda terms: {term: float(len(term)) for term in terms})


def text(passage: str, title: str = "") -> Text:
    return text_of(title, passage, passage)


@pytest.mark.parametrize(
    ("question", "piece"),
    [
        ("公园占地多少平方米?", "3.2万平方米"),
        ("公园什么时候动工?", "4月9日"),
        ("市园林局局长是谁?", "方晓川"),
    ],
)
def test_piece_that_answers_is_found_in_its_sentence(question: str, piece: str) -> None:
    one = text(PARK)
    (reading,) = reader().read(asked(question), [one])
    number = int(reading.sentences.argmax())
    span = one.sentences[number]
    read = reading.of_sentence(number, span)
    assert read is not None
    best = read.best_piece()
    found = PARK[span.start : span.end][best.start : best.end]
    assert found in piece or piece in found


def test_passage_that_answers_stands_above_one_that_does_not() -> None:
    park, bus = reader().read(asked("公园占地多少平方米?"), [text(PARK), text(BUS)])
    assert park.sentences.max() > bus.sentences.max()


def test_reading_has_a_number_for_each_character_and_sentence() -> None:
    (reading,) = reader().read(asked("公园?"), [text(PARK)])
    assert reading.starts.shape == reading.ends.shape == (len(PARK),)
    assert reading.sentences.shape == (3,)


def test_what_lies_beyond_the_longest_text_is_not_read() -> None:
    one = text("公园开放。" + "又" * LONGEST_TEXT + "。公园关闭。")
    (reading,) = reader().read(asked("公园?"), [one])
    assert reading.of_sentence(0, one.sentences[0]) is not None
    assert reading.of_sentence(2, one.sentences[2]) is None


def test_piece_does_not_start_or_end_where_it_may_not() -> None:
    one = text(PARK)
    (reading,) = reader().read(asked("公园什么时候动工?"), [one])
    read = reading.of_sentence(0, one.sentences[0])
    assert read is not None
    best = read.best_piece()
    barred = [place not in (best.start, best.end - 1) for place in range(len(read.starts))]
    other = read.best_piece(barred)
    assert barred[other.start]
    assert barred[other.end - 1]


def test_traditional_and_wide_characters_are_read_alike() -> None:
    plain, other = (
        reader().read(asked(question), [text(passage)])[0]
        for question, passage in (
            ("公园占地多少?", "公园占地3公顷,开放了。"),
            ("公園占地多少？", "公園占地３公頃，開放了。"),
        )
    )
    assert np.allclose(plain.starts, other.starts)


def test_numpy_gives_what_torch_gives() -> None:
    torch.manual_seed(1)
    known = sorted(set(map(ord, PARK)))
    network = Network(len(known)).eval()
    with torch.no_grad():  # some parts say nothing until they learn
        for parameter in network.parameters():
            parameter.add_(torch.randn_like(parameter), alpha=0.1)
    weights = {name: one.numpy() for name, one in network.state_dict().items()}
    question, one = asked("公园什么时候动工?"), text(PARK, "滨河公园")
    (reading,) = Reader(weights, np.array(known)).read(question, [one])
    with torch.no_grad():
        starts, ends, by_sentence, nothing = network(
            padded([read_question(question)], known),
            torch.tensor([0]),
            padded(read_texts(question, [one]), known),
            len(one.sentences),
        )
    for ours, theirs in (
        (reading.starts, starts),
        (reading.ends, ends),
        (reading.sentences, by_sentence),
    ):
        assert np.allclose(ours, (theirs[0] - nothing).numpy(), atol=1e-4)


def test_numbers_are_of_single_precision_which_takes_half_the_time() -> None:
    (reading,) = reader().read(asked("公园什么时候动工?"), [text(PARK, "滨河公园")])
    assert {reading.starts.dtype, reading.ends.dtype, reading.sentences.dtype} == {
        np.dtype(np.float32)
    }


def test_network_learns_the_examples_that_it_is_shown() -> None:
    question = asked("公园占地多少平方米?")
    read = tuple(read_texts(question, [text(PARK), text(BUS)]))
    start = PARK.index("3.2万")
    answers = ((Span(start, start + 8),), ())
    examples = [
        Example(read_question(question), read, answers, made=True),
        Example(read_question(question), read, answers, made=False),
        Example(read_question(asked("谁获了奖?")), read, ((), ()), made=False),
        # nothing was found for the longest question
        Example(read_question(asked("火星上什么时候发现过有水的痕迹吗?")), (), (), made=False),
    ]
    known = sorted(set(map(ord, PARK)))
    weights = learn_reader(examples, known, 40, 1, lambda _: None)
    park, bus = Reader(weights, np.array(known)).read(question, [text(PARK), text(BUS)])
    assert park.sentences.argmax() == 1
    assert park.sentences.max() > max(0.0, bus.sentences.max())


def test_network_goes_on_from_the_weights_that_it_is_given() -> None:
    question = asked("公园占地多少平方米?")
    read = tuple(read_texts(question, [text(PARK)]))
    answers = ((Span(PARK.index("3.2万"), PARK.index("3.2万") + 8),),)
    example = Example(read_question(question), read, answers, made=False)
    silent = Example(read_question(question), read, ((),), made=False)
    made = Example(read_question(question), read, answers, made=True)
    known = sorted(set(map(ord, PARK)))
    torch.manual_seed(2)
    start = {name: one.numpy() for name, one in Network(len(known)).state_dict().items()}
    learned = learn_reader([example, silent, made], known, 1, 1, lambda _: None, start)
    assert all(np.allclose(learned[name], one, atol=0.01) for name, one in start.items())
    assert any((learned[name] != one).any() for name, one in start.items())


def test_network_draws_the_parts_that_are_lacking_and_refuses_others() -> None:
    question = asked("公园占地多少平方米?")
    read = tuple(read_texts(question, [text(PARK)]))
    made = Example(read_question(question), read, ((Span(0, 2),),), made=True)
    known = sorted(set(map(ord, PARK)))
    start = {name: one.numpy() for name, one in Network(len(known)).state_dict().items()}
    lacking = {name: one for name, one in start.items() if name != "wo.weight"}
    kinds = [made, replace(made, made=False), replace(made, made=False, answers=((),))]
    learned = learn_reader(kinds, known, 1, 1, lambda _: None, lacking)
    assert learned.keys() == start.keys()
    other = {**start, "unknown": start["wo.bias"]}
    with pytest.raises(RuntimeError, match="unknown"):
        learn_reader(kinds, known, 1, 1, lambda _: None, other)


def test_mean_of_readers_has_the_mean_of_their_weights(tmp_path: Path) -> None:
    one, other = (
        Reader({"se.weight": np.full((2, 3), n, np.float32)}, np.arange(3)) for n in (1, 2)
    )
    write_mean(tmp_path / "mean.npz", [one, other])
    mean = reader(tmp_path / "mean.npz")
    assert (mean.weights["se.weight"] == 1.5).all()
    assert (mean.known == one.known).all()


def test_passage_that_lacks_what_is_asked_about_speaks_less_for_itself() -> None:
    park, hall = (
        reader().read(asked(question), [text(PARK)])[0].sentences.max()
        for question in ("滨河公园占地多少平方米?", "城东体育馆占地多少平方米?")
    )
    assert park > hall + 1


def test_article_around_a_passage_tells_what_it_is_about() -> None:
    question, passage = asked("滨河公园门票多少钱?"), "门票30元,儿童免费。"
    (alone,) = reader().read(question, [text_of("", passage, passage)])
    (within,) = reader().read(question, [text_of("", passage, f"滨河公园昨日开放。{passage}")])
    assert within.sentences.max() > alone.sentences.max()


def test_what_answers_is_taken_out_of_a_passage() -> None:
    article = Article("1", "", "", (PARK,))
    (passage,) = split(article)
    edition = Edition("殷都周刊", "殷都周刊", None)
    hit = Hit(0.9, passage, article, edition, ScoreParts(0.5, 0.5))
    start = PARK.index("3.2万")
    (left,) = silenced([hit], [[Span(start, start + 8)]])
    assert left.text == fold("滨河公园4月9日动工。局长方晓川说,公园将在年底开放。")


def test_made_question_is_answered_where_it_says() -> None:
    document = Document("滨河公园动工", PARK)
    for seed in range(20):
        made = make_question(document, random.Random(seed))
        if made:
            passage = made.passages[made.answering].text
            answer = passage[made.answer.start : made.answer.end]
            assert answer
            assert answer not in made.question


def test_no_question_is_made_of_text_without_a_sentence() -> None:
    assert make_question(Document("题", "短。"), random.Random(1)) is None
