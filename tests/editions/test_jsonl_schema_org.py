"""Articles as schema.org describes them are read from JSON Lines."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from qa import Archive

if TYPE_CHECKING:
    from pathlib import Path

REPORT = {
    "@type": "NewsArticle",
    "headline": "公园动工",
    "articleBody": "公园今天动工。\n占地3.2万平方米。",
    "datePublished": "2024-04-10T06:00:00+08:00",
    "publisher": {"@type": "Organization", "name": "江城日报"},
    "author": [{"@type": "Person", "name": "周明"}],
    "articleSection": "要闻",
}


def indexed(folder: Path, *records: dict[str, object]) -> Archive:
    file = folder / "articles.jsonl"
    file.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in records))
    archive = Archive.open(folder / "archive")
    archive.index([file])
    return archive


def test_fields_of_schema_org_are_known(tmp_path: Path) -> None:
    ((article, edition),) = indexed(tmp_path, REPORT).articles()
    assert (edition.paper, edition.date) == ("江城日报", date(2024, 4, 10))
    assert (article.headline, article.banner, article.byline) == ("公园动工", "要闻", "周明")
    assert article.paragraphs == ("公园今天动工。", "占地3.2万平方米。")


def test_correction_is_known_by_its_headline(tmp_path: Path) -> None:
    notice = REPORT | {
        "headline": "更正",
        "articleBody": "本报4月10日《公园动工》一文中,“3.2万平方米”应为“3.1万平方米”。",
        "datePublished": "2024-04-12",
    }
    found = indexed(tmp_path, REPORT, notice).ask("公园占地多少平方米?", llm=False)
    assert found.short == "3.1万平方米"
