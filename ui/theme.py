"""How the pages look: Gradio's theme with the colours and type of a newspaper, no font fetched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import gradio as gr

STYLE = Path(__file__).parent / "style.css"

_SANS = (
    "system-ui",
    "PingFang SC",
    "Hiragino Sans GB",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "sans-serif",
)
_MONO = ("ui-monospace", "SFMono-Regular", "Consolas", "Noto Sans Mono CJK SC", "monospace")

# (light, dark)
_COLOURS = {
    "body_background_fill": ("#faf7f1", "#161513"),
    "body_text_color": ("#211e1a", "#e9e4da"),
    "body_text_color_subdued": ("#6a6259", "#a39b8f"),
    "background_fill_primary": ("#faf7f1", "#161513"),
    "background_fill_secondary": ("#f3eee4", "#1e1c19"),
    "border_color_primary": ("#ddd4c5", "#38342e"),
    "border_color_accent": ("#a5281b", "#ec8a76"),
    "loader_color": ("#a5281b", "#ec8a76"),
    "error_icon_color": ("#a5281b", "#ec8a76"),
    "color_accent_soft": ("#f6e4df", "#3a211c"),
    "link_text_color": ("#a5281b", "#ec8a76"),
    "link_text_color_hover": ("#7d1d13", "#f5ab9b"),
    "link_text_color_active": ("#7d1d13", "#f5ab9b"),
    "link_text_color_visited": ("#a5281b", "#ec8a76"),
    "block_background_fill": ("#faf7f1", "#161513"),
    "block_border_color": ("#ddd4c5", "#38342e"),
    "block_label_text_color": ("#6a6259", "#a39b8f"),
    "block_title_text_color": ("#6a6259", "#a39b8f"),
    "input_background_fill": ("#fffdf9", "#1e1c19"),
    "input_border_color": ("#cfc4b1", "#4a443c"),
    "input_border_color_focus": ("#a5281b", "#ec8a76"),
    "input_placeholder_color": ("#7d7468", "#8f877b"),
    "table_odd_background_fill": ("#f3eee4", "#1e1c19"),
    "table_even_background_fill": ("#faf7f1", "#161513"),
    "button_primary_background_fill": ("#a5281b", "#c2493a"),
    "button_primary_background_fill_hover": ("#8a2015", "#d05a4a"),
    "button_primary_text_color": ("#fffdf9", "#fffdf9"),
    "button_secondary_background_fill": ("transparent", "transparent"),
    "button_secondary_background_fill_hover": ("#f0e9dc", "#2a2723"),
    "button_secondary_border_color": ("#cfc4b1", "#4a443c"),
    "button_secondary_text_color": ("#4a443c", "#cfc7ba"),
}


def theme() -> gr.themes.Base:
    """Return the theme."""
    base = gr.themes.Base(
        primary_hue=gr.themes.colors.red,
        neutral_hue=gr.themes.colors.stone,
        radius_size=gr.themes.sizes.radius_sm,
        font=_SANS,
        font_mono=_MONO,
    )
    values: dict[str, Any] = {"block_shadow": "none", "block_border_width": "0px"}
    values["color_accent"] = "#a5281b"
    values |= {name: light for name, (light, _) in _COLOURS.items()}
    values |= {f"{name}_dark": dark for name, (_, dark) in _COLOURS.items()}
    return base.set(**values)
