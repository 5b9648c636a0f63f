"""Ornaments: the brackets, bars and dots that papers set around the names of their sections."""

from __future__ import annotations

import re

_DOTS = "●■◆★▲▶►◇□○◎☆△▼◀※⊙◈❖"
_BARS = "▌▍▎▏▐█▉▊▋┃│‖|◤◢◥◣"
# `【校园传真】`, `[名师谈]`
_BRACKETED = re.compile(r"【[^【】]{2,16}】|\[[^\[\]]{2,16}\]|〖[^〖〗]{2,16}〗|〔[^〔〕]{2,16}〕|[『「][^『』「」]{2,12}[』」]")
# `●民生●`, `—时政短波—`, `| 要闻 |`, `■■要闻■■`
_FRAMED = re.compile(rf"([{_DOTS}{_BARS}—–~=*·])\1{{0,3}}\s*[^。,;!?]{{2,24}}?\s*\1{{1,4}}")
# `▌要闻`, `★环球简讯`: set before names of sections alone
_BARRED = re.compile(rf"[{_BARS}★☆]\s*[^。,;!?{_BARS}]{{2,24}}")
# `● 民生关注`, `■社会·法治`: before names of sections, crossheads and authors alike
_DOTTED = re.compile(rf"[{_DOTS}]{{1,3}}\s*[^。,;!?]{{2,20}}")
_AROUND = f" []【】〖〗〔〕『』「」·{_DOTS}{_BARS}"
_DASHES = "—–~=*>»«<"


def plain(folded: str) -> str:
    """Return a folded line without the ornaments around it: `图片新闻`."""
    bare = set_close(folded.strip(_AROUND).lstrip("> "))
    return bare.strip(_AROUND + _DASHES) if is_framed(folded) else bare.rstrip(">» ")


def is_framed(folded: str) -> bool:
    """Say whether ornaments set a line off as they do names of sections: `【校园传真】`, `▌要闻`."""
    return any(form.fullmatch(folded) for form in (_BRACKETED, _FRAMED, _BARRED))


def is_dotted(folded: str) -> bool:
    """Say whether a short line begins with a mark: `● 民生关注`."""
    return bool(_DOTTED.fullmatch(folded))


def set_close(folded: str) -> str:
    """Return a line set wide, such as `招 领 启 事`, without the spaces."""
    wide = folded[1:2] == " " and all(len(part) == 1 for part in folded.split())
    return "".join(folded.split()) if wide else folded
