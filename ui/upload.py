"""The page where editors bring in editions: see how files are cut into articles, then keep them."""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gradio as gr

from qa import ArchiveBusyError, WenbaoError
from qa.editions import ReadFailure, read_editions
from ui.days import day_field
from ui.incoming import laid_out, notice, preview, report
from ui.labels import texts_of

if TYPE_CHECKING:
    from qa import Archive, IndexReport
    from ui.access import Access
    from ui.labels import Labels

_log = logging.getLogger("wenbao")

MOST_FILES, LARGEST_FILE = 200, 50  # at once; MB. The page's texts name both.

Updates = list[Any]


class UploadPage:
    """The components of the page, and what happens in them."""

    def __init__(self, archive: Archive, access: Access, labels: Labels) -> None:
        """Make the page inside the current Gradio block."""
        self._archive = archive
        self._access = access
        with gr.Column(elem_id="wb-upload"):
            self.explain = labels.make(gr.Markdown, {"value": "upload_explain"})
            self.files = labels.make(
                gr.File, {"label": "upload_choose"}, file_count="multiple", elem_id="wb-files"
            )
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

    def _look(
        self, files: list[str] | None, paper: str, day: str | None, request: gr.Request
    ) -> Updates:
        """Read the files and show what they are cut into; nothing is kept."""
        texts = texts_of(request)
        paths = self._paths(files, request)
        if not paths:
            return [notice(texts.upload_none), _may(False), 0]
        if len(paths) > MOST_FILES:
            return [notice(texts.upload_many.format(most=MOST_FILES)), _may(False), 0]
        with laid_out(paths) as given:
            found = list(read_editions(given, paper=paper.strip() or None, day=_day(day)))
        editions = sum(not isinstance(one, ReadFailure) for one in found)
        return [preview(found, texts), _may(editions > 0), editions]

    def _keep(
        self,
        files: list[str] | None,
        paper: str,
        day: str | None,
        editions: int,
        request: gr.Request,
        progress: gr.Progress = gr.Progress(),  # noqa: B008  (how Gradio asks for it)
    ) -> Updates:
        """Index the files, and show the report."""
        texts = texts_of(request)
        paths = self._paths(files, request)

        def show(so_far: IndexReport) -> None:
            done = len(so_far.added) + len(so_far.replaced) + len(so_far.unchanged)
            told = texts.upload_keeping.format(done=done, total=max(done, editions))
            progress((done, max(done, editions)), desc=told)

        try:
            with laid_out(paths) as given:
                done = self._archive.index(
                    given, paper=paper.strip() or None, day=_day(day), progress=show
                )
        except WenbaoError as error:
            _log.warning("files not kept: %s", error)
            busy = isinstance(error, ArchiveBusyError)
            why = texts.upload_busy if busy else texts.failed.format(reason=texts.try_again)
            return [notice(why), _may(True), gr.skip()]
        return [report(done, self._archive, texts), _may(False), None]

    def _paths(self, files: list[str] | None, request: gr.Request) -> list[Path]:
        if not self._access.may_upload(request.username):
            texts = texts_of(request)
            raise gr.Error(texts.upload_refused, title=texts.trouble, print_exception=False)
        return [Path(file) for file in files or []]


def _may(keep: bool) -> Any:
    return gr.update(interactive=keep)


def _day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None
