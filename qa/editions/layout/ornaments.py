"""Ornaments: the brackets, bars and dots that papers set around the names of their sections."""

from __future__ import annotations

import re
from functools import lru_cache

_DOTS = "●■◆★▲▶►◇□○◎☆△▼◀※⊙◈❖"
_BARS = "▌▍▎▏▐█▉▊▋┃│‖|◤◢◥◣"
# Set around or before names of sections alone.
_FRAMED = re.compile(
    rf"""
    【[^【】]{{2,16}}】|\[[^\[\]]{{2,16}}\]|〖[^〖〗]{{2,16}}〗|〔[^〔〕]{{2,16}}〕|[『「][^『』「」]{{2,12}}[』」]
    | (?P<mark>[{_DOTS}{_BARS}—–~=*·])(?P=mark){{0,3}}  # `●民生●`, `—时政短波—`, `■■要闻■■`
      \s*[^。,;!?]{{2,24}}?\s*(?P=mark){{1,4}}
    | [{_BARS}★☆]\s*[^。,;!?{_BARS}]{{2,24}}  # `▌要闻`, `★环球简讯`
    """,
    re.VERBOSE,
)
_OPENS = frozenset("【[〖〔『「—–~=*·" + _DOTS + _BARS)
_LONGEST = 36  # characters, with the ornaments
# `● 民生关注`, `■社会·法治`: before names of sections, crossheads and authors alike
_DOTTED = re.compile(rf"[{_DOTS}]{{1,3}}\s*[^。,;!?]{{2,20}}")
_AROUND = f" []【】〖〗〔〕『』「」·{_DOTS}{_BARS}"
_DASHES = "—–~=*>»«<"


@lru_cache(maxsize=4096)
def plain(folded: str) -> str:
    """Return a folded line without the ornaments around it: `图片新闻`."""
    if len(folded) > _LONGEST:
        return folded
    bare = set_close(folded.strip(_AROUND).lstrip("> "))
    return bare.strip(_AROUND + _DASHES) if is_framed(folded) else bare.rstrip(">» ")


def is_framed(folded: str) -> bool:
    """Say whether ornaments set a line off as they do a section's name: `【校园传真】`, `▌要闻`."""
    if len(folded) > _LONGEST or folded[:1] not in _OPENS:
        return False
    return bool(_FRAMED.fullmatch(folded))


def is_dotted(folded: str) -> bool:
    """Say whether a short line begins with a mark: `● 民生关注`."""
    return bool(_DOTTED.fullmatch(folded))


def set_close(folded: str) -> str:
    """Return a line set wide, such as `招 领 启 事`, without the spaces."""
    wide = folded[1:2] == " " and all(len(part) == 1 for part in folded.split())
    return "".join(folded.split()) if wide else folded
