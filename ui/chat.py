"""The page where one asks: the chat, the sources beside it, and the filters under it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import gradio as gr

from qa.feedback import Feedback  # noqa: TC001  (Gradio reads annotations when it runs)
from ui.asking import ask
from ui.conversation import MAX_QUESTION, from_stored, to_stored
from ui.examples import example_questions
from ui.export import as_document
from ui.filters import ALL_DAYS, choice, chosen_filters, chosen_html, dropdowns, filter_bar
from ui.labels import texts_of
from ui.messages import ANY_DAY, conversation_messages
from ui.opening import last_source, newest_edition, opened, opener
from ui.rating import MOST_COMMENT, add_comment, rate

if TYPE_CHECKING:
    from qa import Archive
    from ui.conversation import Turn
    from ui.labels import Labels
    from ui.wording import Texts

_OPENS = f"#wb-chat a[href^='#']:not([href^='#{ANY_DAY}-']), #wb-sources [data-open]"
_ASKS = f"#wb-chat a[href^='#{ANY_DAY}-']"

# Hands a text to the reader as a file.
_SAVE = """(text) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
  link.download = "wenbao.md";
  link.click();
  URL.revokeObjectURL(link.href);
}"""

# Tells which question is being answered.
_ASKED = """(stored, asked, typed) =>
  [stored, [...document.querySelectorAll("#wb-chat .user-row")].at(-1)?.innerText ?? "", typed]"""

# Brings what is being answered into view, on a phone from the source under it.
_UP = """() => { scrollTo({ top: 0 }); }"""

# What becomes of the box for a comment once one goes on.
_AWAY: Any = gr.update(visible=False)

# Readers told at once that the papers are searched; fewer are answered at once, and the rest wait.
_ASKING = 24

Updates = list[Any]


class ChatPage:
    """The components of the page, and what happens in them."""

    def __init__(self, archive: Archive, labels: Labels) -> None:
        """Make the page inside the current Gradio block."""
        self._archive = archive
        self._examples_of: tuple[tuple[str, ...], list[str]] = ((), [])
        # The secret keeps nothing secret: it is Gradio's, and a fixed one outlives a restart.
        self.stored = gr.BrowserState([], storage_key="wenbao.conversation", secret="wenbao")
        with gr.Row(elem_id="wb-desk"):
            with gr.Column(scale=7, elem_id="wb-talk", min_width=320):
                self._make_talk(archive, labels)
            with gr.Column(scale=5, elem_id="wb-side", min_width=320):
                self.panel = gr.HTML(
                    elem_id="wb-sources",
                    apply_default_css=False,
                    js_on_load=opener(_OPENS, "#wb-sources"),
                )
        self._listen()

    def _make_talk(self, archive: Archive, labels: Labels) -> None:
        self.chat = labels.make(
            gr.Chatbot,
            {"label": "chat_label"},
            elem_id="wb-chat",
            show_label=False,
            container=False,
            layout="panel",
            height="100%",
            buttons=[],
            feedback_options=("Like", "Dislike"),
            editable="user",
            latex_delimiters=[],
            allow_tags=False,
            allow_file_downloads=False,
            group_consecutive_messages=False,
        )
        self.rated = gr.State(None)
        with gr.Row(visible=False, elem_id="wb-comment") as self.comment_row:
            self.comment = labels.make(
                gr.Textbox,
                {"label": "comment", "placeholder": "comment", "submit_btn": "comment_send"},
                show_label=False,
                max_length=MOST_COMMENT,
                container=False,
                elem_id="wb-comment-box",
            )
        self.chosen = chosen_filters()
        self.box = labels.make(
            gr.Textbox,
            {"label": "question", "placeholder": "placeholder", "submit_btn": "ask"},
            show_label=False,
            container=False,
            autofocus=True,
            max_lines=4,
            max_length=MAX_QUESTION,
            elem_id="wb-box",
        )
        with gr.Row(elem_id="wb-tools"):
            self.bar = filter_bar(archive, labels)
            with gr.Row(elem_id="wb-keep"):
                self.save = labels.make(gr.Button, {"value": "save"}, size="sm", elem_id="wb-save")
                self.new = labels.make(
                    gr.Button, {"value": "new_conversation"}, size="sm", elem_id="wb-new"
                )
        self.document = gr.Textbox(visible="hidden")
        self.asked = gr.Textbox(visible="hidden")
        self.links = gr.HTML(visible="hidden", js_on_load=opener(_ASKS, "#wb-chat"))

    def _listen(self) -> None:
        shown = [self.chat, self.box, self.stored, self.panel, self.comment_row]
        given = [self.stored, *self.bar.fields]
        quiet: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
        queued = quiet | {"concurrency_id": "asking", "concurrency_limit": _ASKING}
        asking: list[dict[str, Any]] = [
            self.box.submit(self._ask, [self.box, *given], shown, **queued),
            self.chat.example_select(self._ask_example, given, shown, **queued),
            self.chat.retry(self._ask_again, given, shown, **queued),
            self.chat.edit(self._ask_changed, given, shown, **queued),
            self.links.select(self._ask_of_all_days, given, shown, **queued),
        ]
        self.box.submit(None, js=_UP)
        stopped = [self.stored, self.asked, self.box]
        self.box.stop(self._stop, stopped, shown, cancels=asking, js=_ASKED, **quiet)
        self.new.click(self._clear, None, shown, cancels=asking, **quiet)
        self.chat.like(
            self._rate, self.stored, [self.stored, self.rated, self.comment_row], **quiet
        )
        commented = [self.rated, self.comment_row, self.comment]
        self.comment.submit(self._comment, [self.rated, self.comment], commented, **quiet)
        self.save.click(self._document, self.stored, self.document, **quiet).then(
            None, self.document, js=_SAVE
        )
        self.panel.select(self._open, self.stored, self.panel, **quiet)
        gr.on(
            # One after the other, or an earlier change could be shown over a later one.
            [field.change for field in self.bar.fields],
            self._filtered,
            self.bar.fields,
            self.chosen,
            trigger_mode="always_last",
            **quiet,
        )
        self.chosen.select(self._unfilter, self.bar.fields, self.bar.fields, **quiet)

    @property
    def outputs(self) -> list[Any]:
        """The components that `loaded` updates."""
        return [self.chat, self.panel, self.bar.paper, self.bar.section]

    def loaded(self, stored: object, texts: Texts) -> Updates:
        """Return the updates of `outputs` when a reader opens the page."""
        turns = from_stored(stored)
        chat = gr.update(
            value=conversation_messages(turns, self._archive, texts),
            feedback_value=[turn.verdict or None for turn in turns],
            placeholder=self._welcome(texts),
            examples=[{"text": question} for question in self._examples()],
        )
        return [chat, last_source(turns, self._archive, texts), *dropdowns(self._archive, texts)]

    def _welcome(self, texts: Texts) -> str:
        more = texts.welcome_more if self._archive.editions() else texts.empty
        return f"## {texts.welcome}\n\n{more}"

    def _examples(self) -> list[str]:
        """Return the example questions, made anew when there is another edition."""
        held = tuple(one.edition.id for one in self._archive.editions())
        if self._examples_of[0] != held:
            self._examples_of = (held, example_questions(self._archive))
        return self._examples_of[1]

    def _answered(
        self, question: str, turns: list[Turn], fields: tuple[object, ...], texts: Texts
    ) -> Iterator[Updates]:
        if not question.strip():
            yield [gr.skip()] * 5
            return
        # Once only: what is typed while an answer comes is not to be taken away.
        box = gr.update(value="", submit_btn=False, stop_btn=texts.stop)
        step, kept, shown = None, turns, ""
        for step in ask(question.strip(), turns, choice(*fields), self._archive, texts):
            keep = panel = gr.skip()
            if step.turns and step.turns != kept:
                kept, keep = step.turns, to_stored(step.turns)
            if step.turns and (step.whole or not shown):
                source = last_source(step.turns, self._archive, texts)
                shown, panel = source, gr.skip() if source == shown else source
            yield [step.messages, box, keep, panel, _AWAY]
            box = gr.skip()
        box = gr.update(submit_btn=texts.ask, stop_btn=False)
        if step and not step.whole:  # it could not be answered, and can be asked once more
            box |= {"value": question}
        yield [gr.skip(), box, gr.skip(), gr.skip(), gr.skip()]

    def _ask(
        self,
        question: str,
        stored: object,
        request: gr.Request,
        *fields: object,
    ) -> Iterator[Updates]:
        yield from self._answered(question, from_stored(stored), fields, texts_of(request))

    def _ask_example(
        self,
        stored: object,
        chosen: gr.SelectData,
        request: gr.Request,
        *fields: object,
    ) -> Iterator[Updates]:
        question = str(chosen.value["text"])
        yield from self._answered(question, from_stored(stored), fields, texts_of(request))

    def _ask_again(
        self,
        stored: object,
        again: gr.RetryData,
        request: gr.Request,
        *fields: object,
    ) -> Iterator[Updates]:
        turns = from_stored(stored)
        index = _turn_of(again.index)
        question = turns[index].question if index < len(turns) else _plain(again.value)
        yield from self._answered(question, turns[:index], fields, texts_of(request))

    def _ask_changed(
        self,
        stored: object,
        changed: gr.EditData,
        request: gr.Request,
        *fields: object,
    ) -> Iterator[Updates]:
        turns = from_stored(stored)[: _turn_of(changed.index)]
        yield from self._answered(_plain(changed.value), turns, fields, texts_of(request))

    def _ask_of_all_days(
        self,
        stored: object,
        chosen: gr.SelectData,
        request: gr.Request,
        *fields: object,
    ) -> Iterator[Updates]:
        turns = from_stored(stored)
        index = str(chosen.value).removeprefix(f"{ANY_DAY}-")
        known = index.isdecimal() and int(index) < len(turns)
        question = turns[int(index)].question if known else ""
        fields = (ALL_DAYS, "", *fields[2:])
        yield from self._answered(question, turns, fields, texts_of(request))

    def _stop(self, stored: object, asked: str, typed: str, request: gr.Request) -> Updates:
        """Keep what was answered so far; where nothing was, give the question back."""
        turns = from_stored(stored)
        texts = texts_of(request)
        ready = gr.update(submit_btn=texts.ask, stop_btn=False)
        if turns and turns[-1].question.split() == asked.split():
            turns[-1] = replace(turns[-1], note=texts.stopped)
        elif not typed:
            ready |= {"value": asked.strip()}
        chat = conversation_messages(turns, self._archive, texts)
        panel = last_source(turns, self._archive, texts)
        return [chat, ready, to_stored(turns), panel, _AWAY]

    def _clear(self, request: gr.Request) -> Updates:
        texts = texts_of(request)
        ready = gr.update(value="", submit_btn=texts.ask, stop_btn=False)
        return [[], ready, [], newest_edition(self._archive, texts), _AWAY]

    def _rate(self, stored: object, verdict: gr.LikeData, request: gr.Request) -> Updates:
        turns = from_stored(stored)
        index = _turn_of(verdict.index)
        if index >= len(turns):
            return [gr.skip()] * 3
        liked = verdict.liked is True
        turns[index] = replace(turns[index], verdict="Like" if liked else "Dislike")
        kept = rate(turns[index], self._archive, liked=liked)
        return [to_stored(turns), kept, gr.update(visible=kept is not None)]

    def _comment(self, rated: Feedback | None, comment: str, request: gr.Request) -> Updates:
        if rated and comment.strip() and add_comment(rated, comment, self._archive):
            texts = texts_of(request)
            gr.Info(texts.thanks, title=texts.title)
        return [None, gr.update(visible=False), ""]

    def _document(self, stored: object, request: gr.Request) -> str:
        return as_document(from_stored(stored), self._archive, texts_of(request))

    def _open(self, stored: object, chosen: gr.SelectData, request: gr.Request) -> str:
        return opened(str(chosen.value), from_stored(stored), self._archive, texts_of(request))

    def _filtered(self, request: gr.Request, *fields: object) -> str:
        return chosen_html(choice(*fields), texts_of(request))

    def _unfilter(self, one: gr.SelectData, *fields: object) -> Updates:
        return choice(*fields).without(str(one.value))


def _turn_of(message: int | tuple[int, int]) -> int:
    """Return the turn of a message's index: a question and its answer are one turn."""
    return (message if isinstance(message, int) else message[0]) // 2


def _plain(content: object) -> str:
    """Return the text of a message as Gradio hands it back."""
    if isinstance(content, list):
        return "\n".join(map(_plain, content))
    if isinstance(content, dict):
        return str(content.get("text", ""))
    return str(content)
