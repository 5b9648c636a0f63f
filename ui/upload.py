"""The page where editors bring in editions: see how files are cut into articles, then keep them."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gradio as gr

from qa import WenbaoError
from qa.editions import ReadFailure, read_editions
from ui.days import day_field
from ui.escape import as_html
from ui.labels import texts_of
from ui.reading import contents

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qa import Archive, IndexReport
    from ui.access import Access
    from ui.labels import Labels
    from ui.texts import Texts

_log = logging.getLogger("wenbao")

_MOST_FILES = 200

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
            with gr.Row():
                self.look = labels.make(gr.Button, {"value": "upload_preview"})
                self.keep = labels.make(
                    gr.Button, {"value": "upload_keep"}, variant="primary", interactive=False
                )
            self.report = gr.HTML(elem_id="wb-report", apply_default_css=False)
        given = [self.files, self.paper, self.day]
        private: dict[str, Any] = {"api_visibility": "private"}
        for change in (self.files.change, self.paper.change, self.day.change):
            # What was not looked at as it is now is not kept.
            change(lambda: _may(False), None, self.keep, show_progress="hidden", **private)
        self.look.click(self._look, given, [self.report, self.keep], **private)
        kept = [self.report, self.keep, self.files]
        self.kept = self.keep.click(self._keep, given, kept, concurrency_limit=1, **private)

    def _look(
        self, files: list[str] | None, paper: str, day: str | None, request: gr.Request
    ) -> Updates:
        """Read the files and show what they are cut into; nothing is kept."""
        texts = texts_of(request)
        paths = self._paths(files, request)
        if len(paths) > _MOST_FILES:
            return [_notice(texts.upload_many.format(most=_MOST_FILES)), _may(False)]
        try:
            shown = _preview(paths, paper, day, texts)
        except (WenbaoError, ValueError) as error:
            return [_notice(texts.failed.format(reason=_bare(str(error), paths))), _may(False)]
        return [shown or _notice(texts.upload_nothing), _may(bool(shown))]

    def _keep(
        self,
        files: list[str] | None,
        paper: str,
        day: str | None,
        request: gr.Request,
        progress: gr.Progress = gr.Progress(),  # noqa: B008  (how Gradio asks for it)
    ) -> Updates:
        """Index the files, and show the report."""
        texts = texts_of(request)
        paths = self._paths(files, request)

        def show(report: IndexReport) -> None:
            progress((len(report.added) + len(report.replaced), None), unit="")

        try:
            report = self._archive.index(
                paths, paper=paper.strip() or None, day=day or None, progress=show
            )
        except WenbaoError as error:
            _log.warning("files not kept: %s", error)
            said = texts.failed.format(reason=_bare(str(error), paths))
            return [_notice(said), _may(True), gr.skip()]
        return [_report(report, paths, texts), _may(False), None]

    def _paths(self, files: list[str] | None, request: gr.Request) -> list[Path]:
        if not self._access.may_upload(request.username):
            raise gr.Error(texts_of(request).upload_refused, print_exception=False)
        return [Path(file) for file in files or []]


def _may(keep: bool) -> Any:
    return gr.update(interactive=keep)


def _preview(paths: Sequence[Path], paper: str, day: str | None, texts: Texts) -> str:
    from datetime import date

    at = date.fromisoformat(day) if day else None
    found = list(read_editions(paths, paper=paper.strip() or None, day=at))
    failures = [one for one in found if isinstance(one, ReadFailure)]
    editions = [one for one in found if not isinstance(one, ReadFailure)]
    if not found:
        return ""
    head = texts.upload_found.format(
        editions=len(editions), articles=sum(len(one.articles) for one in editions)
    )
    warnings = [warning for one in editions for warning in one.warnings]
    return "".join(
        (
            _notice(head),
            _failures([(one.source, str(one.error)) for one in failures], paths, texts),
            _items(_bare(one, paths) for one in warnings),
            *(contents(one.edition, one.articles, texts, links=False) for one in editions),
        )
    )


def _report(report: IndexReport, paths: Sequence[Path], texts: Texts) -> str:
    done = texts.upload_done.format(
        added=len(report.added),
        replaced=len(report.replaced),
        unchanged=len(report.unchanged),
        failed=len(report.failed),
    )
    failed = [(one.source, one.reason) for one in report.failed]
    kept = _items((*report.added, *report.replaced))
    return _notice(done) + kept + _failures(failed, paths, texts)


def _failures(failed: Sequence[tuple[str, str]], paths: Sequence[Path], texts: Texts) -> str:
    lines = [_failure(Path(source).name, _bare(reason, paths)) for source, reason in failed]
    return f"<h4>{texts.upload_failed}</h4>{_items(lines)}" if lines else ""


def _failure(name: str, reason: str) -> str:
    return reason if reason.startswith(name) else f"{name}: {reason}"


def _items(lines: Iterable[str]) -> str:
    items = "".join(f"<li>{as_html(line)}</li>" for line in lines)
    return f"<ul>{items}</ul>" if items else ""


def _notice(text: str) -> str:
    return f'<p class="wb-notice" role="status">{as_html(text)}</p>'


def _bare(text: str, paths: Sequence[Path]) -> str:
    """Return `text` without the server's folders, which are none of a browser's business."""
    for path in paths:
        text = text.replace(str(path), path.name).replace(f"{path.parent}/", "")
    return text
