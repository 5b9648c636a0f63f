"""A field for files that shows and sends their names alone: Gradio's own tells where they lie."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import gradio as gr

if TYPE_CHECKING:
    from ui.wording import Texts

_FIELD = (
    '<label><input type="file" multiple><b>${caption}</b><small>${limits}</small></label><ul></ul>'
)
_SCRIPT = (Path(__file__).parent / "files.js").read_text(encoding="utf-8")


def file_field(props: dict[str, Any]) -> gr.HTML:
    """Return a new field, with the `file_props`, whose value is the tokens of what was sent."""
    return gr.HTML(
        value="",
        html_template=_FIELD,
        js_on_load=_SCRIPT,
        apply_default_css=False,
        elem_id="wb-files",
        **props,
    )


def file_props(texts: Texts, *, most: int, largest: int, ticket: str = "") -> dict[str, Any]:
    """Return what the field's script goes by; an update gives all of it, or the rest is lost.

    Args:
        texts: the reader's language.
        most: how many files are taken at once.
        largest: how large a file may be, in MiB.
        ticket: what the server takes files for.
    """
    return {
        "caption": texts.upload_choose,
        "limits": texts.upload_limits,
        "large": texts.upload_large,
        "many": texts.upload_many.format(most=most),
        "lost": texts.upload_lost,
        "remove": texts.upload_remove,
        "most": most,
        "largest": largest,
        "ticket": ticket,
    }
