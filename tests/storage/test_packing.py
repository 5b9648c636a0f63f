"""Articles are kept in few bytes, and come back as they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import DamagedError
from qa.storage.packing import pack, unpack
from qa.types import Article

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def article(headline: str, *paragraphs: str) -> Article:
    return Article(
        id="江城日报-2024-04-10/01-01", page="01", headline=headline, paragraphs=paragraphs
    )


@given(TEXT, st.lists(TEXT))
def test_any_text_comes_back_as_it_was(headline: str, paragraphs: list[str]) -> None:
    packed = article(headline, *paragraphs)
    assert unpack(pack(packed)) == packed


def test_short_article_takes_less_than_its_text_in_utf_8() -> None:
    text = "4月9日,滨河公园在城南动工。市住房和城乡建设局有关负责人介绍,项目总投资1.2亿元。"
    assert len(pack(article("滨河公园动工", text))) < len(f"滨河公园动工{text}".encode())


def test_damaged_article_is_told() -> None:
    packed = bytearray(pack(article("滨河公园动工", "4月9日,滨河公园在城南动工。")))
    packed[len(packed) // 2] ^= 255
    with pytest.raises(DamagedError, match="wenbao check"):
        unpack(bytes(packed))
