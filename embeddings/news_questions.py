"""Reads the questions that were written for this project about news articles.

A language model read the articles and asked as readers would: plainly, in other words, casually;
and, for what learns when to refuse, for a detail that the article does not give, of something else,
and taking for granted what is not so. They are kept here, in `news_questions.jsonl`, without the
articles, which the data holds, and with answers as places in their texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import md5
from pathlib import Path

from embeddings.corpus import Document, Question
from embeddings.sources import QuestionSet, is_held_out, read_lines, read_news_items

NEWS_QUESTIONS = Path(__file__).with_name("news_questions.jsonl")

_KEPT_FROM_ENCODER = 1 / 5  # share of the articles it is trained on


@dataclass(frozen=True, slots=True)
class NewsQuestion:
    """A question and the article that it was asked of, with its answers there, if any."""

    text: str
    article: str  # its id
    answers: tuple[str, ...]
    manner: str  # how it is asked, such as `reworded`


def read_news_questions(data: Path) -> tuple[dict[str, Document], list[NewsQuestion]]:
    """Return the articles that `data` holds, by their ids, and the questions about them."""
    written = list(read_lines(NEWS_QUESTIONS))
    wanted = {item["article"] for item in written}
    articles = {
        item["id"]: Document(item.get("title") or "", item["text"])
        for item in read_news_items(data)
        if item["id"] in wanted
    }
    questions = [
        NewsQuestion(
            item["question"],
            item["article"],
            tuple(articles[item["article"]].text[start:end] for start, end in item["answers"]),
            item["manner"],
        )
        for item in written
        if item["article"] in articles
    ]
    return articles, questions


def read_encoder_questions(data: Path) -> QuestionSet:
    """Return the questions with an answer that the encoder learns from, and their articles."""
    articles, questions = read_news_questions(data)
    ids = [id_ for id_ in articles if is_for_encoder(id_)]
    numbers = {id_: number for number, id_ in enumerate(ids)}
    return QuestionSet(
        tuple(articles[id_] for id_ in ids),
        tuple(
            Question(one.text, numbers[one.article], one.answers[0])
            for one in questions
            if one.answers and one.article in numbers
        ),
    )


def is_for_encoder(article_id: str) -> bool:
    """Return whether the encoder learns from the questions about a news article.

    Ranking has to learn how far the encoder is to be trusted, so some are kept for it.
    """
    place = md5(article_id.encode(), usedforsecurity=False).digest()[1]
    return not is_held_out(article_id) and place >= 256 * _KEPT_FROM_ENCODER
