"""Labels of Gradio's components in the reader's language, set when a page is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import gradio as gr

from ui.texts import ZH, texts_for

if TYPE_CHECKING:
    from gradio.blocks import Block

    from ui.wording import Texts

B = TypeVar("B", bound="Block")


def texts_of(request: gr.Request) -> Texts:
    """Return the texts in the language of who sent `request`."""
    return texts_for(request.query_params, request.cookies, request.headers)


class Labels:
    """The components whose labels change with the language."""

    def __init__(self) -> None:
        self._fields: list[tuple[Block, dict[str, str]]] = []

    def make(self, kind: type[B], fields: dict[str, str], **options: Any) -> B:
        """Return a new component of `kind`.

        Args:
            kind: the component's class.
            fields: which text stands in which of its parameters: ``{"label": "question"}``.
            options: its other parameters.
        """
        component = kind(**{name: getattr(ZH, text) for name, text in fields.items()}, **options)
        self._fields.append((component, fields))
        return component

    @property
    def components(self) -> list[Block]:
        """All of them, in the order of `updates`."""
        return [component for component, _ in self._fields]

    def updates(self, texts: Texts) -> list[Any]:
        """Return for each component what Gradio needs to show it in another language."""
        return [
            gr.update(**{name: getattr(texts, text) for name, text in fields.items()})
            for _, fields in self._fields
        ]
