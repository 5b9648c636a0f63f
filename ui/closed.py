"""Closes the ways of Gradio that these pages do not use: to files, and to other hosts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import gradio as gr
from gradio_client.utils import is_file_obj, traverse  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from gradio.block_function import BlockFunction

# Through some of these, anyone could have the server fetch an address or keep a file.
# `/gradio_api/upload`, `/gradio_api/file=/etc/hostname`, `/gradio_api/proxy=https://...`
_CLOSED = re.compile(
    r"/(?:gradio_api/)?(?:upload|file[=/]|proxy=|stream/|deep_link|component_server|custom_component"
    r"|process_recording|pwa_icon|monitoring|profiling|runs|run-history|dev/|(?:undo-)?vibe-)"
)


def is_closed(path: str) -> bool:
    """Return whether nothing is served at `path`."""
    return _CLOSED.match(path) is not None


class FilelessBlocks(gr.Blocks):
    """A Gradio app that takes no files as values: it would fetch them from where they say."""

    async def preprocess_data(
        self, block_fn: BlockFunction, inputs: list[Any], *more: Any, **options: Any
    ) -> list[Any]:
        """Read the values that a page or a program sent; see Gradio.

        Raises:
            gr.Error: there is a file among them.
        """
        traverse(inputs, _refuse, is_file_obj)
        values: list[Any] = await super().preprocess_data(block_fn, inputs, *more, **options)
        return values


def _refuse(_: object) -> None:
    raise gr.Error("Files are not taken here.", print_exception=False)
