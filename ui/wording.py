"""What a language needs to say all that the pages say; `ui.texts` says it in two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_MOST_LISTED = 12

_WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class Texts:
    """The words of one language; `{name}` is filled in where they are used."""

    code: str  # BCP 47
    title: str
    tagline: str
    holdings: str
    holdings_none: str
    edition: str
    editions: str
    empty: str
    other_language: str
    other_language_code: str
    sign_in_wrong: str
    tab_ask: str
    tab_editions: str
    tab_upload: str
    question: str
    placeholder: str
    ask: str
    stop: str
    stopped: str
    welcome: str
    welcome_more: str
    searching: str
    searched_as: str
    not_found_more: str
    related: str
    asked_of: str
    any_day: str
    failed: str
    try_again: str
    busy: str
    trouble: str
    lost: str
    too_long: str
    new_conversation: str
    save: str
    chat_label: str
    filters: str
    since: str
    until: str
    paper: str
    section: str
    reporter: str
    every: str
    chosen: str
    clear: str
    clear_all: str
    day_from: str
    day_until: str
    day_to_day: str
    source_number: str
    also_in: str
    other_sources: str
    newest: str
    timeline: str
    page: str
    read_article: str
    back: str
    up: str
    reference: str
    copy: str
    copied: str
    copy_link: str
    gone: str
    contents: str
    no_articles: str
    article: str
    articles: str
    year: str
    unnamed: str
    undated: str
    coverage: str
    missing: str
    missing_why: str
    earlier: str
    later: str
    months: str
    weekdays: str
    month: str
    photo: str
    comment: str
    comment_send: str
    thanks: str
    bad_date: str
    bad_days: str
    upload_choose: str
    upload_preview: str
    upload_keep: str
    upload_explain: str
    upload_limits: str
    upload_found: str
    upload_nothing: str
    upload_many: str
    upload_large: str
    upload_none: str
    upload_no_paper: str
    upload_no_date: str
    upload_no_article: str
    upload_pages: str
    upload_keeping: str
    upload_busy: str
    upload_refused: str
    upload_failed: str
    upload_done: str
    upload_held: str
    upload_replaces: str
    upload_adds: str
    upload_same: str
    upload_remove: str
    upload_lost: str
    clause: str
    comma: str
    upload_name: str
    upload_date: str

    def day(self, day: date | None) -> str:
        """Return a day as it is printed: `2024年10月16日 星期三` or `Wed 16 Oct 2024`."""
        if day is None:
            return self.undated
        if self.code == "en":
            return f"{day:%a} {day.day} {day:%b %Y}"
        return f"{day.year}年{day.month}月{day.day}日 星期{_WEEKDAYS[day.weekday()]}"

    def days(self, since: str, until: str) -> str:
        """Return the days from `since` to `until`, either of which may be "": `2024-05-01 起`."""
        if since == until:
            return since
        both = self.day_to_day if since and until else self.day_from if since else self.day_until
        return both.format(since=since, until=until)

    def editions_counted(self, count: int) -> str:
        """Return a number of editions in words: `5 期`."""
        return (self.edition if count == 1 else self.editions).format(count=count)

    def articles_counted(self, count: int) -> str:
        """Return a number of articles in words: `36 篇`."""
        return (self.article if count == 1 else self.articles).format(count=count)

    def month_name(self, month: int) -> str:
        """Return the short name of a month, 1 to 12."""
        return self.months.split()[month - 1]

    def listed(self, names: Sequence[str]) -> str:
        """Return names one after the other, of many the first ones: `第01版、第02版`."""
        shown = names[:_MOST_LISTED]
        return self.comma.join(shown) + (" …" if len(names) > len(shown) else "")

    def page_name(self, page: str) -> str:
        """Return a page's name: `第01版` or `page 01`; "" where it is unknown."""
        return self.page.format(page=page) if page else ""
