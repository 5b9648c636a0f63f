"""Reads the question sets that answering and ranking learn from, and parts them by article.

`qa/<name>.passages.jsonl` and `qa/<name>.queries.jsonl` of the data hold passages and questions
about them, some of which have no answer. The questions about news are those of
`embeddings.news_questions`. Beside this module lie articles as local papers have them, invented,
with questions: a language model wrote both, so that much that is asked is told of another person,
place or year of the same article.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from hashlib import md5
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from embeddings import load_encoder
from embeddings.corpus import Document
from embeddings.news_questions import is_for_encoder, read_news_questions
from embeddings.sources import is_held_out, read_lines, read_news
from qa.text import fold
from qa.types import Article, Edition, Page, ReadEdition

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Sequence

    from qa.storage.store import Store
    from qa.types import Hit

Item = TypeVar("Item")

NEWS = "news_questions"  # the name of that set
LOCAL = "local_news"
LOCAL_NEWS = Path(__file__).with_name("local_news.jsonl")
OF_NEWS = (NEWS, LOCAL)
TRANSLATED = "chinesesquad_v2_dev"

# Of so many articles of a set, the reader is kept from one; of what it is kept from, in a set that
# is also measured on, nothing learns from every second.
_HELD_OUT, _MEASURED = 5, 2


class Part(Enum):
    """What the questions about an article are for."""

    READING = "the reader learns from them; the encoder too, where they are about news"
    RANKING = "ranking and the reader learn from them"
    ABSTAINING = "ranking, the choice of sentences and abstaining learn from them"
    MEASURED = "nothing learns from them"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the article that it was asked of, and its answers there, if any."""

    question: str
    article: str
    answers: tuple[str, ...]
    part: Part
    manner: str = ""  # how it is asked, where that is known, such as `reworded`

    def may_be_told_in(self, hit: Hit) -> bool:
        """Return whether a passage holds an answer: another article may tell the same."""
        text = fold(hit.passage.text)
        return any(fold(answer) in text for answer in self.answers)

    @property
    def is_for_reader(self) -> bool:
        """Whether the reader learns from it."""
        return self.part in (Part.READING, Part.RANKING)

    @property
    def is_about_news(self) -> bool:
        """Whether it is of the questions written about news, such as an archive will be asked."""
        return self.set in OF_NEWS

    @property
    def set(self) -> str:
        """The name of the set that it is of."""
        return self.article.partition("/")[0]


def read_set(data: Path, name: str) -> tuple[list[Document], list[Asked]]:
    """Return the texts of a set and its questions, those without an answer among them.

    The articles of the questions are named `name/0`, `name/1` and so on, in the texts' order.
    """
    if name == NEWS:
        return _read_news_questions(data)
    if name == LOCAL:
        return _read_local_news()
    passages = list(read_lines(data / "qa" / f"{name}.passages.jsonl"))
    numbers = {item["id"]: f"{name}/{number}" for number, item in enumerate(passages)}
    questions = []
    for item in read_lines(data / "qa" / f"{name}.queries.jsonl"):
        article = numbers[item["passage_ids"][0]]
        questions.append(Asked(item["question"], article, tuple(item["answers"]), part_of(article)))
    return [Document("", item["text"]) for item in passages], questions


def part_of(article: str) -> Part:
    """Return what the questions about an article of a set, named `name/number`, are for."""
    place = int.from_bytes(md5(article.encode(), usedforsecurity=False).digest())
    if place % _HELD_OUT:
        return Part.READING
    measured = article.startswith((TRANSLATED, LOCAL)) and place % (_MEASURED * _HELD_OUT) == 0
    return Part.MEASURED if measured else Part.ABSTAINING


def _read_local_news() -> tuple[list[Document], list[Asked]]:
    items = list(read_lines(LOCAL_NEWS))
    questions = []
    for number, item in enumerate(items):
        name = f"{LOCAL}/{number}"
        questions += [
            Asked(one["question"], name, tuple(one["answers"]), part_of(name), one["manner"])
            for one in item["questions"]
        ]
    return [Document(item["title"], item["text"]) for item in items], questions


def _read_news_questions(data: Path) -> tuple[list[Document], list[Asked]]:
    articles, written = read_news_questions(data)
    names = {id_: f"{NEWS}/{number}" for number, id_ in enumerate(articles)}
    parts = {id_: _part_of_news(id_) for id_ in articles}
    questions = [
        Asked(one.text, names[one.article], one.answers, parts[one.article], one.manner)
        for one in written
    ]
    return list(articles.values()), questions


def _part_of_news(article_id: str) -> Part:
    """Return what questions are for: of what the encoder learned from, so does the reader."""
    if is_for_encoder(article_id):
        return Part.READING
    if not is_held_out(article_id):
        return Part.RANKING
    place = md5(article_id.encode(), usedforsecurity=False).digest()[0]
    return Part.MEASURED if place % _MEASURED else Part.ABSTAINING


def edition_of(name: str, documents: Iterable[Document]) -> ReadEdition:
    """Return documents as the articles of one edition, their ids `name/0`, `name/1` and so on."""
    articles = tuple(
        Article(f"{name}/{number}", "", document.title, tuple(document.text.split("\n")))
        for number, document in enumerate(documents)
    )
    return ReadEdition(Edition(name, name, None), (Page("", "", (), name),), articles)


def write_sets(
    store: Store, data: Path, names: Iterable[str], others: Sequence[Document]
) -> dict[str, list[Asked]]:
    """Put the texts of some sets into `store`, and return the questions about them by set.

    Each set makes an edition, and so do `others`, without those that are texts of a set.
    """
    questions, texts = {}, []
    with store.writing(load_encoder()) as writer:
        for name in names:
            documents, questions[name] = read_set(data, name)
            texts += documents
            writer.replace_edition(edition_of(name, documents))
        writer.replace_edition(edition_of("others", without(others, texts)))
    return questions


def without(documents: Iterable[Document], asked: Iterable[Document]) -> list[Document]:
    """Return those of `documents` whose text is none of `asked`, which would be their reprints."""
    texts = {document.text for document in asked}
    return [document for document in documents if document.text not in texts]


def other_news(data: Path, most: int, chance: random.Random) -> list[Document]:
    """Return news to ask among: what nothing learned from, and at most so many other articles."""
    news = read_news(data)
    return [*news.held_out, *at_most(news.training, most, chance)]


def at_most(items: Sequence[Item], most: int, chance: random.Random) -> list[Item]:
    """Return so many of `items`, drawn by chance, or all where they are fewer, in their order.

    Questions about one article stay together, which `qa.learning.batches.twins` looks for.
    """
    places = chance.sample(range(len(items)), min(most, len(items)))
    return [items[place] for place in sorted(places)]
