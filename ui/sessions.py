"""Remembers of a reader's page what Gradio answers from, and not the page itself once more."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from gradio.components import State
from gradio.state_holder import SessionState, StateHolder

if TYPE_CHECKING:
    import gradio as gr
    from gradio.blocks import BlocksConfig


def remember_little(blocks: gr.Blocks) -> None:
    """Make `blocks`, which were mounted, remember little of a session."""
    blocks.state_holder.__class__ = _Sessions


class _Sessions(StateHolder):
    """The sessions of an app."""

    def __getitem__(self, session_id: str) -> SessionState:
        if session_id not in self.session_data:
            self.session_data[session_id] = _Session(self.blocks.default_config)
        return super().__getitem__(session_id)

    def update(self, session_id: str) -> None:
        oldest = next(iter(self.session_data), "")
        super().update(session_id)
        if oldest not in self.session_data:
            self._forget(oldest)

    def _forget(self, session_id: str) -> None:
        """Forget what Gradio's queue keeps of a session for good."""
        queue = self.blocks._queue
        if not queue.pending_event_ids_session.get(session_id):
            queue.pending_event_ids_session.pop(session_id, None)
            queue.pending_messages_per_session.pop(session_id, None)


@dataclass(frozen=True, slots=True)
class _Bare:
    """Blocks as a session sees them that describes none of them."""

    default_config: BlocksConfig
    blocks: dict[int, Any] = field(default_factory=dict)


class _Session(SessionState):
    """A session without the description of every component.

    Gradio makes it for links to a page's state, which are closed. It takes longer than an answer,
    and every call of a program is a session.
    """

    def __init__(self, config: BlocksConfig) -> None:
        super().__init__(_Bare(config))  # type: ignore[arg-type]

    def __setitem__(self, key: int, value: Any) -> None:
        if isinstance(self.blocks_config.blocks.get(key), State):
            super().__setitem__(key, value)
        else:
            self.blocks_config.blocks[key] = value

    def _update_config(self, key: int) -> None:
        """Describe nothing."""

    def _update_value_in_config(self, key: int, value: Any) -> None:
        """Describe nothing."""
