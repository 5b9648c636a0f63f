"""The archive: what a program needs to keep newspaper editions and ask them questions."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Self, Unpack

from embeddings import load_encoder
from qa.asking import Desk, answers
from qa.errors import ArchiveError, ModelError, UsageError
from qa.filters import FilterOptions, day_of, filters_of, text_given
from qa.gate import check_outcomes, outcomes
from qa.generation.llm import LanguageModel, model_from_environment
from qa.questions.understand import understand
from qa.retrieval.retrieve import retrieve as retrieve_hits
from qa.storage import portable
from qa.storage.checking import check_store, statistics
from qa.storage.pruning import pruned
from qa.storage.replacing import new_pages
from qa.storage.replacing import outcomes as outcomes_of
from qa.storage.store import Store
from qa.storage.writer import write_editions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from types import TracebackType

    from embeddings import Encoder
    from qa.evaluation import Question
    from qa.filters import Day
    from qa.storage.catalogue import Generation
    from qa.storage.replacing import Outcome
    from qa.types import (
        Answer,
        Article,
        Edition,
        EditionSummary,
        Filters,
        Finding,
        Hit,
        IndexReport,
        Query,
        ReadEdition,
        ReadFailure,
        Statistics,
    )

DEFAULT_FOLDER = "archive"

PathLike = str | os.PathLike[str]


_IN_NAMES_OF_PAPERS = frozenset("报報刊")


class Archive:
    """An archive of newspaper editions in one folder.

    One archive may be used by many threads; many processes may read one folder while one writes.
    """

    def __init__(self, store: Store, encoder: Encoder) -> None:
        """Wrap an open store; use `Archive.open`."""
        self._store = store
        self._encoder = encoder
        self._desk = Desk(store, encoder)

    @classmethod
    def open(cls, folder: PathLike | None = None, *, model: str | None = None) -> Self:
        """Open the archive in `folder`, made if it is not there.

        Args:
            folder: where it is; else ``WENBAO_ARCHIVE``, else ``archive``.
            model: a sentence-transformers model, by name or folder; else ``WENBAO_MODEL``, else
                the one that the archive was made with, else the bundled one.

        Raises:
            ArchiveError: the folder cannot be used as an archive.
            ModelMismatchError: it was made with another model than the one named.
            ModelError: the model cannot be loaded.
        """
        return cls._open(folder, model, check=True)

    @classmethod
    def _open(cls, folder: PathLike | None, model: str | None, *, check: bool) -> Self:
        store = Store(folder_meant(folder))
        try:
            encoder = _encoder_of(store, model or os.environ.get("WENBAO_MODEL"))
            if check:
                store.check_model(encoder)
        except BaseException:
            store.close()
            raise
        return cls(store, encoder)

    @classmethod
    def rebuild(
        cls, folder: PathLike | None = None, *, model: str | None = None, wait: bool = False
    ) -> Self:
        """Open an archive and encode all that it holds anew, with `model` where one is named.

        Raises:
            ArchiveError: the folder cannot be used as an archive, or another process writes to it.
            ModelError: the model cannot be loaded.
        """
        archive = cls._open(folder, model, check=False)
        with archive._store.writing(archive._encoder, encode_again=True, wait=wait):
            return archive

    @property
    def folder(self) -> Path:
        """Where the archive is."""
        return self._store.folder

    @property
    def model(self) -> str:
        """The name of the embedding model."""
        return self._encoder.name

    def close(self) -> None:
        """Close the archive's files."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def index(
        self,
        paths: Iterable[PathLike],
        *,
        paper: str | None = None,
        day: Day = None,
        page: str | None = None,
        prune: bool = False,
        wait: bool = False,
        gate: Sequence[Question] | None = None,
        progress: Callable[[IndexReport], None] | None = None,
    ) -> IndexReport:
        """Read the editions in `paths` and bring the archive up to date with them.

        A file that cannot be read is reported and never stops the others. Either all of this
        call's changes are kept or, when it raises, none.

        Args:
            paths: files and folders.
            paper: the paper's name, over what the files say.
            day: the edition's date, over what the files say.
            page: the page's number, over what the files say.
            prune: drop the pages that came from `paths` and are no longer there.
            wait: wait for another process that is writing, instead of failing.
            gate: keep the changes only if these questions are answered as well as before.
            progress: called with the report so far after each edition.

        Raises:
            ArchiveError: the archive cannot be written to, or another process is writing to it.
            GateError: the questions would be answered worse.
        """
        from qa.editions import read_editions  # asking needs none of it, and it takes long to load

        paths = list(paths)
        found = read_editions(map(Path, paths), paper=paper, day=day_of(day), page=page)
        with self._store.writing(self._encoder, wait=wait, gate=self._gate(gate)) as writer:
            report, seen = write_editions(writer, found, progress)
            if prune:
                broken = [one.source for one in report.failed]
                removed = pruned(writer, map(Path, paths), seen, broken)
                report = replace(report, removed=removed)
        return report

    def keep(
        self,
        found: Iterable[ReadEdition | ReadFailure],
        *,
        progress: Callable[[IndexReport], None] | None = None,
    ) -> IndexReport:
        """Bring the archive up to date with what `qa.editions.read_editions` read: see `index`."""
        with self._store.writing(self._encoder) as writer:
            report, _ = write_editions(writer, found, progress)
        return report

    def outcomes(self, read: ReadEdition) -> list[Outcome]:
        """Return what would become of each page of an edition that was read, if it was kept."""
        return outcomes_of(self._store.pages(read.edition.id), new_pages(read))

    def _gate(self, questions: Sequence[Question] | None) -> Callable[[Store], None] | None:
        """Return what compares the answers before and after a change."""
        if questions is None:
            return None
        before = outcomes(self, questions)

        def compare(store: Store) -> None:
            check_outcomes(questions, before, outcomes(Archive(store, self._encoder), questions))

        return compare

    def rollback(self, *, wait: bool = False) -> Generation:
        """Go back to the generation before the last change; return it.

        Raises:
            ArchiveError: none is kept.
        """
        found = self._store.rollback(wait=wait)
        if found is None:
            raise ArchiveError(
                f"The archive {self.folder} keeps no earlier generation to go back to."
            )
        self._encoder = load_encoder(found.model)
        return found

    def check(self, *, repair: bool = True) -> list[Finding]:
        """Verify every file of the archive; return what is damaged.

        Args:
            repair: derive again what can be: postings and vectors, from the texts.
        """
        return check_store(self._store, self._encoder, repair=repair)

    def statistics(self) -> Statistics:
        """Return how much the archive holds, and how it is kept."""
        return statistics(self._store)

    def export(self, target: Path) -> int:
        """Write all articles into a JSONL file, as schema.org has them; return how many."""
        return portable.write_news_articles(self._store, target)

    def export_whole(self, target: Path) -> None:
        """Write the whole archive into one file."""
        portable.write_whole(self._store, target)

    def import_articles(self, source: Path) -> int:
        """Bring in what `export` wrote; return how many editions there were."""
        with self._store.writing(self._encoder, wait=True) as writer:
            return portable.import_editions(writer, source)

    def remove(self, edition_id: str, *, wait: bool = False) -> bool:
        """Remove an edition; return whether the archive held it."""
        with self._store.writing(self._encoder, wait=wait) as writer:
            return writer.remove_edition(edition_id)

    def editions(self) -> list[EditionSummary]:
        """Return what the archive holds, oldest edition first, undated ones last."""
        return self._store.summaries()

    def articles(self, edition_id: str | None = None) -> list[tuple[Article, Edition]]:
        """Return the articles of one edition, or of all, in printed order."""
        return self._store.articles(edition_id)

    def article(self, article_id: str) -> tuple[Article, Edition] | None:
        """Return an article by its id with its edition, or None."""
        return next(iter(self._store.articles(article_id=article_id)), None)

    def retrieve(self, question: str, k: int = 5, **filters: Unpack[FilterOptions]) -> list[Hit]:
        """Return the best `k` passages for a question, best first, one of each article.

        Args:
            question: in plain words.
            k: how many passages to return at most.
            filters: what the passages must match: see `FilterOptions`.

        Raises:
            UsageError: the question is empty, `k` is no positive number or a filter makes no sense.
        """
        if isinstance(k, bool) or not isinstance(k, int) or k < 1:
            raise UsageError(f"k is {k!r:.40}; ask for a whole number of passages, 1 or more.")
        query = self._understand(question, (), filters)
        return retrieve_hits(self._store, self._encoder, query, k)

    def searched(self, question: str, **filters: Unpack[FilterOptions]) -> Filters:
        """Return what `retrieve` limits a search to: the filters, and the question's own dates."""
        return self._understand(question, (), filters).filters

    def ask(
        self,
        question: str,
        *,
        history: Sequence[tuple[str, str]] = (),
        llm: LanguageModel | bool = True,
        **filters: Unpack[FilterOptions],
    ) -> Answer:
        """Answer a question with sentences of the archive, each cited, or abstain.

        Args:
            question: in plain words; it may refer to `history`.
            history: earlier questions with their answers, oldest first.
            llm: the language model that writes the answer; True for the one that ``WENBAO_LLM_*``
                name, if any; False for none: the archive's own sentences.
            filters: what the passages must match: see `FilterOptions`.

        Raises:
            UsageError: the question is empty or a filter makes no sense.
            AnswererError: ``WENBAO_LLM_*`` name only a half of a language model.
        """
        *_, whole = self.ask_stream(question, history=history, llm=llm, **filters)
        return whole

    def ask_stream(
        self,
        question: str,
        *,
        history: Sequence[tuple[str, str]] = (),
        llm: LanguageModel | bool = True,
        **filters: Unpack[FilterOptions],
    ) -> Iterator[Answer]:
        """Return the answer of `ask` as it grows: each takes the place of the one before.

        A language model's answer grows by sentences, each checked before it is shown; where it
        fails half-way, the last answer is made without it and says so in its note.
        """
        query = self._understand(question, history, filters)
        model = model_from_environment() if llm is True else llm or None
        return answers(self._desk, query, model)

    def _understand(
        self, question: str, history: Sequence[tuple[str, str]], filters: FilterOptions
    ) -> Query:
        asked = text_given("The question", question)
        if not asked:
            raise UsageError("The question is empty; ask something.")
        return understand(
            asked,
            history,
            self._store.as_held(filters_of(filters)),
            today=date.today(),
            newest=self._store.newest(),
            papers=self._papers_perhaps_named(asked, history),
        )

    def _papers_perhaps_named(
        self, question: str, history: Sequence[tuple[str, str]]
    ) -> Sequence[str]:
        asked = {*question, *(character for told, _ in history for character in told)}
        return () if asked.isdisjoint(_IN_NAMES_OF_PAPERS) else self._store.papers()


def folder_meant(named: PathLike | None) -> Path:
    """Return the folder that is named, else ``WENBAO_ARCHIVE``, else ``archive``."""
    return Path(named or os.environ.get("WENBAO_ARCHIVE") or DEFAULT_FOLDER)


def _encoder_of(store: Store, named: str | None) -> Encoder:
    """Return the encoder that is named, else the one that the store was made with."""
    try:
        return load_encoder(named or store.model())
    except ModelError as error:
        if named:
            raise
        raise ModelError(
            f"The archive {store.folder} was made with the model {store.model()}, which cannot be"
            f" loaded now: {error}. The same weights may be named anywhere: --model FOLDER"
        ) from error


def retrieve(
    question: str,
    k: int = 5,
    *,
    archive: PathLike | None = None,
    **filters: Unpack[FilterOptions],
) -> list[Hit]:
    """Open an archive and return the best `k` passages for a question: see `Archive.retrieve`."""
    with Archive.open(archive) as opened:
        return opened.retrieve(question, k, **filters)
