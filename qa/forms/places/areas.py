"""Finds the names of towns, villages and districts in a text, by how they end."""

from __future__ import annotations

import re
from functools import lru_cache

from qa.likeness import word_places
from qa.types import Span

# Places of one level, by how their names end
LEVELS = ("镇|乡|街道", "村|社区", "(?<!社)区|县")
# `全镇`, `各街道`, `哪个社区`: no names
_ASKING = "哪几个什么某"
_NO_NAME = "全各本该我在这那每两几一个多到和与及等乡城市的了是进给为把被往去来向从有对于名走只"
# `大坪乡`, but not `新型社区`
_SIZES = "新老小大"
_KINDS_OF_AREA = re.compile(
    "(?:示范|度假|工业|自治|服务|开发|集聚|试验|经济|保护|居民|商业|生活|住宅|高新|新城|老城|主城|行政|特别|重灾|受灾|泄洪|滞洪|蓄洪)区"
    "|(?:贫困|传统|文明|自然|行政|城中)村|(?:贫困|自治)县|特色镇"
)
_NO_AREA = re.compile(r"[同老家故返回下异还]乡$")
_A_WORD = 2  # characters
# Behind which another name begins: `双河镇|沙坪村`
_ENDS_LEVELS = frozenset("镇乡县区市")


def areas_by_level(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return the levels of which a folded text names places, each with their names."""
    by_level = ((level, areas(text, level)) for level in LEVELS)
    return tuple((level, places) for level, places in by_level if places)


def areas(text: str, level: str) -> frozenset[str]:
    """Return how the names of places of a level end, with the two characters before: `铜冶镇`."""
    return frozenset(text[one.start : one.end] for one in area_spans(text, level))


@lru_cache(256)
def area_spans(text: str, level: str) -> tuple[Span, ...]:
    """Return where these stand in a folded text.

    Of words only whole ones: no `灾区`, and nothing of `返乡|大学生`.
    """
    name = rf"(?![{_ASKING}{_NO_NAME}])[\u4e00-\u9fff][^\W镇县区{_NO_NAME}{_SIZES}]"
    found = [Span(*match.span(1)) for match in re.finditer(rf"(?=({name}(?:{level})))", text)]
    if not found:
        return ()
    words = word_places(text)
    ends = dict(words)
    lengths = {end: end - start for start, end in words}

    def is_name(one: Span) -> bool:
        if _KINDS_OF_AREA.fullmatch(text, one.start, one.end) or _NO_AREA.search(
            text, one.start, one.end
        ):
            return False
        if text[one.start] in _SIZES and ends.get(one.start) == one.start + _A_WORD:
            return False
        if text[one.start - 1 : one.start] in _ENDS_LEVELS:
            return True
        return one.start in ends and lengths.get(one.end, _A_WORD) != _A_WORD

    return tuple(one for one in found if is_name(one))
