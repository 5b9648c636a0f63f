"""The page where editors bring in editions: see how files are cut into articles, then keep them."""

from __future__ import annotations

import logging
from datetime import date
from typing import TYPE_CHECKING, Any

import gradio as gr

from qa import ArchiveBusyError, WenbaoError
from qa.editions import ReadFailure
from ui.days import day_field
from ui.files import file_field, file_props
from ui.incoming import preview, read_sent, report
from ui.labels import texts_of
from ui.reading import notice
from ui.texts import ZH

if TYPE_CHECKING:
    from qa import Archive, IndexReport
    from ui.access import Access
    from ui.labels import Labels
    from ui.tray import Sent, Tray
    from ui.wording import Texts

_log = logging.getLogger("wenbao")

MOST_FILES, LARGEST_FILE = 200, 50  # at once; MB. The page's texts name both.

Updates = list[Any]


class UploadPage:
    """The components of the page, and what happens in them."""

    def __init__(self, archive: Archive, access: Access, tray: Tray, labels: Labels) -> None:
        """Make the page inside the current Gradio block."""
        self._archive = archive
        self._access = access
        self._tray = tray
        with gr.Column(elem_id="wb-upload"):
            self.explain = labels.make(gr.Markdown, {"value": "upload_explain"})
            self.files = file_field(_file_props(ZH))
            with gr.Row(elem_classes="wb-fields"):
                self.paper = labels.make(gr.Textbox, {"label": "upload_name"}, max_length=40)
                self.day = day_field(labels, "upload_date", "wb-upload-day")
            with gr.Row(elem_id="wb-steps"):
                self.look = labels.make(gr.Button, {"value": "upload_preview"})
                self.keep = labels.make(
                    gr.Button, {"value": "upload_keep"}, variant="primary", interactive=False
                )
            progress = gr.HTML("<p></p>", elem_id="wb-progress", apply_default_css=False)
            self.report = gr.HTML(elem_id="wb-report", apply_default_css=False)
            self.editions = gr.State(0)  # that were seen in the preview
        given = [self.files, self.paper, self.day]
        private: dict[str, Any] = {"api_visibility": "private"}
        shown: dict[str, Any] = private | {"show_progress_on": progress}
        gr.on(
            # What was not looked at as it is now is not kept.
            [self.files.change, self.paper.change, self.day.change],
            lambda: _may(False),
            None,
            self.keep,
            show_progress="hidden",
            trigger_mode="always_last",
            **private,
        )
        self.look.click(self._look, given, [self.report, self.keep, self.editions], **shown)
        kept = [self.report, self.keep, self.files]
        self.kept = self.keep.click(
            self._keep, [*given, self.editions], kept, concurrency_limit=1, **shown
        )

    def loaded(self, texts: Texts, user: str | None) -> Any:
        """Return the update of `files` when someone opens the page."""
        ticket = self._tray.ticket if self._access.may_upload(user) else ""
        return gr.update(**_file_props(texts, ticket))

    def _look(self, tokens: str, paper: str, day: str | None, request: gr.Request) -> Updates:
        """Read the files and show what they are cut into; nothing is kept."""
        texts = texts_of(request)
        files = self._files(tokens, request)
        if not files:
            return [notice(texts.upload_none), _may(False), 0]
        if len(files) > MOST_FILES:
            return [notice(texts.upload_many.format(most=MOST_FILES)), _may(False), 0]
        with read_sent(files, paper.strip() or None, _day(day)) as read:
            found = list(read)
        editions = sum(not isinstance(one, ReadFailure) for one in found)
        return [preview(found, self._archive, texts), _may(editions > 0), editions]

    def _keep(
        self,
        tokens: str,
        paper: str,
        day: str | None,
        editions: int,
        request: gr.Request,
        progress: gr.Progress = gr.Progress(),  # noqa: B008  (how Gradio asks for it)
    ) -> Updates:
        """Index the files, and show the report."""
        texts = texts_of(request)
        files = self._files(tokens, request)

        def show(so_far: IndexReport) -> None:
            done = len(so_far.added) + len(so_far.replaced) + len(so_far.unchanged)
            told = texts.upload_keeping.format(done=done, total=max(done, editions))
            progress((done, max(done, editions)), desc=told)

        try:
            with read_sent(files, paper.strip() or None, _day(day)) as read:
                done = self._archive.keep(read, progress=show)
        except WenbaoError as error:
            _log.warning("files not kept: %s", error)
            busy = isinstance(error, ArchiveBusyError)
            why = texts.upload_busy if busy else texts.failed.format(reason=texts.try_again)
            return [notice(why), _may(True), gr.skip()]
        self._tray.drop(tokens)
        return [report(done, self._archive, texts), _may(False), ""]

    def _files(self, tokens: str, request: gr.Request) -> list[Sent]:
        if not self._access.may_upload(request.username):
            texts = texts_of(request)
            raise gr.Error(texts.upload_refused, title=texts.trouble, print_exception=False)
        return self._tray.files(tokens)


def _file_props(texts: Texts, ticket: str = "") -> dict[str, Any]:
    return file_props(texts, most=MOST_FILES, largest=LARGEST_FILE, ticket=ticket)


def _may(keep: bool) -> Any:
    return gr.update(interactive=keep)


def _day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None
