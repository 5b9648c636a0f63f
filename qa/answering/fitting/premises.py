"""Tells where a question takes for granted what a text does not say.

`公园为什么停运?` has no answer in an article that tells only of the park's opening, and
`桥哪天塌的?` has none where nothing has fallen.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from embeddings import bundled_encoder
from qa.likeness import most_alike
from qa.text import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.overlap import Sought

# `为什么`, but not that of `因为什么病`, `升级为什么颜色`; what stands before the verb; the verb
_WHY = re.compile(
    r"(?:(?<![因认作任聘称改名叫定命成转更级整读列评])(?:为什么|为何)(?![样事])|为啥)"
    r"(?:没有?能?|不[能会再]?|未能?|无法|会|能|要|想|才|就|又|还|也|都|却|将|可以?|必须|需要?|应该?"
    r"|被|把|一[直定]|总是|突然|最[终后]|后来|开始|曾经?|只能?|有|在)*"
    r"(?P<what>.+)"
)
# What something is called needs no verb: `因地处城北而得名`
_CALLED = re.compile(r"^(?:称|叫|取名|命名|得名|改名|名)")
_WORD = re.compile(r"[\u4e00-\u9fff]+")
# What says how or when it was, and may go unsaid, or who takes it to be so
_HOW = re.compile(
    "容易|最热|那么|那么多|这么|这么多|一[度路道起]|按时|独自|亲自|越来越|拼命|眼下|如此|特别|非常|十分|格外|已经|正在|曾经"
    "|没有|未能|无法|不能|不会|经常|总是|继续|一直|始终|至今|仍然|依然|反倒|只能|必须|决定|建议|认为|表示|宣布|要求|这回|[那当]天|当时|突然"
)
# `没有|出席`, and what a paper says of the same
_DENIED = re.compile(r"(?:为什么|为何|为啥)[^,，]{0,3}?(?:没|不|未|无法)")
_DENIES = re.compile(r"[不没未无难拒停取禁弃缺免少推延迟误伤病替]")
# `桥什么时候|塌|的?`: what befalls somebody or something, and how a paper may tell it. Vectors of
# single characters do not tell it: that of `关` lies as far from `停业` as from anything.
_BEFALLEN = tuple(
    (re.compile(rf"(?:{asked})(?:了?的|掉?了)[?]?$"), re.compile(told))
    for asked, told in (
        (r"[倒坍垮]?塌|垮", r"塌|垮|倒|陷|毁"),
        (r"(?<!深)沉", r"沉"),
        (r"爆?炸", r"炸|爆"),
        (r"撞", r"撞|碰|剐|蹭|追尾|事故"),
        (r"裂", r"裂|缝"),
        (r"淹", r"淹|涝|溺|没|进水|洪"),
        (r"[着起失]火|(?<!谁)烧", r"火|烧|燃"),
        (r"死", r"死|亡|[逝去过]世|遇难|丧生|牺牲|走了|毙|枯"),
    )
)
# `行长为什么|走|了?`, and how a paper tells it; one may ask so of many things
_SAID_OTHERWISE = tuple(
    (re.compile(asked), re.compile(told))
    for asked, told in (
        (r"^(?:走[了人]?|离开|不干|下台|换人)", r"[辞离卸退]|免去|调任|解聘"),
        (r"^(?:变[低少小慢]|低了|少了)", r"[降减跌缩低少慢]"),
        (r"^(?:变[高多大快贵]|贵了|多了)", r"[涨增升提扩高多快]"),
        (r"^(?:没了|不见|取消|关了)", r"[停关撤拆闭消免]"),
    )
)
# `减|产`, of which a paper says `亩产比去年减少`
_CHANGE_OF = re.compile(r"[增减涨跌降升][^增减涨跌降升]")
# `停|下来`
_DIRECTION = re.compile(r"(?<=.)[下起出上过回][来去]$")
# `起火|原因是什么?`, `事故的|原因?`
_REASON_OF = re.compile(
    r"(?P<what>[\u4e00-\u9fff]{2,12}?)的?(?:原因|起因)(?:是|在于|为)?(?:什么|啥|何|哪|[?]?$)"
)
_A_WORD, _NEAR, _NEAR_BEHIND = 2, 8, 3  # characters
_LIGHTEST = 1.5  # length of the row of a piece that tells something
_ALIKE = 0.35  # cosine; `延期` and `推迟` come to 0.49


def lacks_premise(asked: Sought, whole: str) -> bool:
    """Return whether a folded article has no word for what the question asks the reason of.

    Or the time or place of, where that is what befell something.
    """
    if any(befell.search(asked.question) and not told.search(whole) for befell, told in _BEFALLEN):
        return True
    premise = _premise(asked.question)
    if premise is None:
        return False
    piece, word = premise
    if word in whole:
        return bool(_DENIED.search(asked.question)) and not _is_denied(word, whole)
    if (bare := _DIRECTION.sub("", word)) != word and bare in whole:
        return False
    if any(word[at : at + 2] in whole for at in range(len(word) - 1)):
        return False
    if _CHANGE_OF.fullmatch(word) and any(
        set(word) <= set(whole[one.start : one.end]) for one in sentences(whole)
    ):
        return False
    if any(asks.search(word) and told.search(whole) for asks, told in _SAID_OTHERWISE):
        return False
    return most_alike(np.array([piece]), whole) < _ALIKE


def asked_reason_of(question: str) -> str:
    """Return the word for what a folded question asks the reason of; empty where there is none."""
    if premise := _premise(question):
        return premise[1]
    named = _REASON_OF.search(question)
    words = [word for _, word in _telling(named["what"])] if named else []
    telling = (one for one in reversed(words) if len(one) >= _A_WORD and not _HOW.fullmatch(one))
    return next(telling, "")


def _premise(question: str) -> tuple[int, str] | None:
    found = _WHY.search(question)
    if not found or _CALLED.match(found["what"]):
        return None
    telling = (one for one in _telling(found["what"]) if not _HOW.fullmatch(one[1]))
    first = next(telling, None)
    return first if first and len(first[1]) >= _A_WORD else None


def _is_denied(word: str, whole: str) -> bool:
    """Return whether a text says somewhere that what `word` tells is not so."""
    return any(
        _DENIES.search(whole, max(0, match.start() - _NEAR), match.start())
        or _DENIES.search(whole, match.end(), match.end() + _NEAR_BEHIND)
        for match in re.finditer(re.escape(word), whole)
    )


def _telling(text: str) -> Iterator[tuple[int, str]]:
    """Yield the pieces of a text that tell something, and the words that they are."""
    encoding = bundled_encoder().tokenizer.encode(text, add_special_tokens=False)
    for piece, (start, end) in zip(encoding.ids, encoding.offsets, strict=True):
        word = text[start:end]
        if _WORD.fullmatch(word) and np.linalg.norm(bundled_encoder().rows[piece]) >= _LIGHTEST:
            yield piece, word
