"""The sample editions are read as an editor would read them, field by field."""

import json
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from qa.editions import read_editions
from qa.types import Article, ReadEdition

SAMPLES = Path(__file__).parents[2] / "qa" / "samples"
TRUTH = Path(__file__).parents[1] / "samples" / "articles.jsonl"
KNOWN = [json.loads(line) for line in TRUTH.read_text("utf-8").splitlines() if line.strip()]


@pytest.fixture(scope="module")
def found() -> dict[str, list[Article]]:
    editions = [e for e in read_editions([SAMPLES]) if isinstance(e, ReadEdition)]
    return {str(edition.edition.date): list(edition.articles) for edition in editions}


def as_known(article: Article) -> dict[str, Any]:
    fields = {name: getattr(article, name) for name in KNOWN[0] if hasattr(article, name)}
    captions = [{"text": c.text, "photographer": c.photographer} for c in article.captions]
    lists = {name: list(value) for name, value in fields.items() if isinstance(value, tuple)}
    return fields | lists | {"genre": article.genre.value, "captions": captions}


@pytest.mark.parametrize(
    ("day", "known"), [(day, list(group)) for day, group in groupby(KNOWN, lambda k: k["date"])]
)
def test_edition_is_read_as_an_editor_reads_it(
    day: str, known: list[dict[str, Any]], found: dict[str, list[Article]]
) -> None:
    expected = [{k: v for k, v in one.items() if k not in ("paper", "date")} for one in known]
    assert [as_known(article) for article in found[day]] == expected
