"""A field for a day: the browser's own, so that it speaks its language and is used as it uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import gradio as gr

if TYPE_CHECKING:
    from ui.labels import Labels

# The value goes in by script, since the template is only drawn again when the caption changes.
_FIELD = '<label><span>${caption}</span><input type="date" max="2999-12-31"></label>'
_SCRIPT = """
const show = () => { element.querySelector("input").value = props.value ?? ""; };
element.addEventListener("change", (event) => {
  event.stopPropagation();
  props.value = event.target.value;
  trigger("change");
});
watch(["value", "caption"], show);
show();
"""


def day_field(labels: Labels, caption: str, elem_id: str) -> gr.HTML:
    """Return a new field whose value is a day, `YYYY-MM-DD`, or "".

    Args:
        labels: to which it is added.
        caption: which text is its caption.
        elem_id: its id in the page.
    """
    return labels.make(
        gr.HTML,
        {"caption": caption},
        value="",
        html_template=_FIELD,
        js_on_load=_SCRIPT,
        apply_default_css=False,
        elem_id=elem_id,
        elem_classes="wb-day-field",
        min_width=130,
    )
