"""A name is told without what is no part of it."""

import pytest

from qa.forms.choosing.trimming import as_name
from qa.types import Span
from tests.building import looked_for


@pytest.mark.parametrize(
    ("question", "place"), [("曾炯是什么地方人?", "江西南昌"), ("曾炯是哪儿的?", "江西南昌人")]
)
def test_where_somebody_is_from_is_a_place(question: str, place: str) -> None:
    found = as_name(looked_for(question), "江西南昌人,数学家。", Span(0, 5))
    assert found == Span(0, len(place))
