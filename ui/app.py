"""The web chat as one Gradio app: masthead, the page to ask, the page to read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gradio as gr

from ui.api import add_api
from ui.chat import ChatPage
from ui.closed import FilelessBlocks
from ui.editions import EditionsPage
from ui.escape import as_html
from ui.labels import Labels, texts_of
from ui.sources import ARTICLE
from ui.texts import LANGUAGE, ZH
from ui.upload import UploadPage

if TYPE_CHECKING:
    from qa import Archive
    from ui.access import Access
    from ui.tray import Tray
    from ui.wording import Texts


def _script(name: str) -> str:
    """Return one of the page's scripts in a scope of its own."""
    script = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return f"{{{script.replace('ARTICLE', ARTICLE)}}}"


_SCRIPTS = _script("aid.js") + _script("address.js")


def build_app(archive: Archive, access: Access, tray: Tray) -> gr.Blocks:
    """Return the app over `archive`, to be mounted, for those to whom `access` is given.

    Files that are sent lie in `tray`.
    """
    blocks = FilelessBlocks(title=f"{ZH.title} wenbao", analytics_enabled=False)
    with blocks:
        labels = Labels()
        masthead = gr.HTML(elem_id="wb-masthead", apply_default_css=False, js_on_load=_SCRIPTS)
        with gr.Tabs(elem_id="wb-tabs") as tabs:
            with labels.make(gr.Tab, {"label": "tab_ask"}, id="ask"):
                chat = ChatPage(archive, labels)
            with labels.make(gr.Tab, {"label": "tab_editions"}, id="read"):
                editions = EditionsPage(archive, labels)
            upload_tab = gr.Tab(ZH.tab_upload, id="upload", visible=False)
            with upload_tab:
                upload = UploadPage(archive, access, tray, labels) if access.uploads else None
        add_api(archive)

        def load(stored: object, request: gr.Request) -> list[Any]:
            texts = texts_of(request)
            article_id = request.query_params.get(ARTICLE, "")
            return [
                masthead_html(archive, texts),
                gr.update(selected="read") if article_id else gr.skip(),
                gr.update(label=texts.tab_upload, visible=access.may_upload(request.username)),
                *chat.loaded(stored, texts),
                *editions.loaded(article_id, texts),
                *([upload.loaded(texts, request.username)] if upload else []),
                *labels.updates(texts),
            ]

        def load_holdings(stored: object, request: gr.Request) -> list[Any]:
            texts = texts_of(request)
            return [
                masthead_html(archive, texts),
                *chat.loaded(stored, texts),
                *editions.loaded("", texts),
            ]

        holdings = [masthead, *chat.outputs, *editions.outputs]
        quiet: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
        blocks.load(
            load,
            chat.stored,
            [
                masthead,
                tabs,
                upload_tab,
                *holdings[1:],
                *([upload.files] if upload else []),
                *labels.components,
            ],
            **quiet,
        )
        if upload:
            upload.kept.then(load_holdings, chat.stored, holdings, **quiet)
    return blocks


def masthead_html(archive: Archive, texts: Texts) -> str:
    """Return the head of the page: its name, what the archive holds, the other language."""
    other = texts.other_language_code
    return (
        f'<header lang="{texts.code}" data-log="{texts.chat_label}" '
        f'data-cite="{texts.source_number.format(number=0)}" '
        f'data-said="{as_html(json.dumps(_said(texts)))}">'
        f"<h1>{texts.title}</h1>"
        f'<p class="wb-tagline">{texts.tagline}</p>'
        f'<p class="wb-holdings">{as_html(_holdings(archive, texts))}</p>'
        f'<a class="wb-language" lang="{other}" href="?{LANGUAGE}={other}">'
        f"{texts.other_language}</a></header>"
    )


def _said(texts: Texts) -> dict[str, str]:
    """Return what to say for what Gradio says in English whatever the page's language."""
    return {
        "Error": texts.trouble,
        "is currently busy": texts.busy,
        "was lost": texts.lost,
    }


def _holdings(archive: Archive, texts: Texts) -> str:
    held = archive.editions()
    if not held:
        return texts.holdings_none
    days = [one.edition.date for one in held if one.edition.date]
    return texts.holdings.format(
        editions=texts.editions_counted(len(held)),
        articles=texts.articles_counted(sum(one.articles for one in held)),
        first=min(days) if days else texts.undated,
        last=max(days) if days else texts.undated,
    )
