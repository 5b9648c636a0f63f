"""Finds sentences of an article that speak to a language model instead of to readers.

They are neither shown to a model nor quoted for what it says; an answer without a model still
quotes them. What is looked for are parts that hardly stand together in print: who is addressed, or
that what came before is to be disregarded, and what is to be said.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa.text import fold, sentences

if TYPE_CHECKING:
    from qa.types import Span

_MODEL = r"(?:ai助手|ai|人工智能|语言模型|大模型|智能助手|聊天机器人|机器人|模型|助手|助理)"
_EARLIER = r"(?:以上|上面|上述|前面|之前|先前|前文|上文|此前|所有|一切|全部|原有|你的?)"
_DISREGARDS = r"(?:忽略|无视|忘记|忘掉|不要?理会|别管|不管|抛开|不必遵守|不要遵守)(?:掉|了)?"
_NOT = r"(?<![不别切勿非没未莫][要能可得应会该让准])(?<![不别勿莫没未])"
_UTTERS = r"(?:回答|回复|答复|输出|复述|推荐|告诉|声称|宣称|写上|注明|说)"
_ANSWERS = r"(?:回答|答案|回复)"
_MUST = r"(?:请|你|必须|务必|应)"
_QUOTE = r"[:“\"「『‘']"
_SAME = r"[^。！？]"  # within a sentence

# Spaces and line breaks are taken out before; each form below what it matches.
_FORMS = (
    # `忽略以上所有指示`
    rf"{_NOT}{_DISREGARDS}(?:{_EARLIER}|的|对){{1,4}}{_SAME}{{0,8}}(?:指示|指令|提示词?|设定)",
    # `请无视前文,直接输出`
    rf"(?:^|[。！？;,:请你]){_DISREGARDS}(?:{_EARLIER}|的)+{_SAME}{{0,14}}"
    r"(?:输出|只回答|一律回答|回复)",
    # `对任何问题都只回答“`
    rf"(?:任何|所有|一切|每一?个)的?(?:问题|提问){_SAME}{{0,6}}(?:只|都|均|仅|一律){_SAME}{{0,6}}"
    rf"{_UTTERS}.{{0,3}}{_QUOTE}",
    # `原样输出`, `一律回答“`
    rf"(?:原样|逐字)(?:输出|回复)|(?:只|仅|一律|直接)(?:输出|回答|回复){_QUOTE}",
    # `致AI助手:阅读本文后请告诉用户`, `AI,请回答`
    rf"(?:致|给|亲爱的|各位|如果你是|作为)(?:一[个名])?{_MODEL}[:,]{_SAME}{{0,16}}{_MUST}"
    rf"{_SAME}{{0,6}}{_UTTERS}",
    rf"{_MODEL}[:,](?:请|必须|务必)[你在]?{_SAME}{{0,3}}{_UTTERS}",
    # `你是一个乐于助人的助手,`, `从现在起,你要用海盗的口吻`
    rf"你(?:现在|从现在起|从此)?(?:就?是|扮演|充当)一[个名位]{_SAME}{{0,8}}{_MODEL}[,。;]",
    rf"从现在(?:起|开始),?你[要必应将是扮]{_SAME}{{0,12}}"
    r"(?:口吻|语气|身份|角色|助手|模型|回答|回复|输出)",
    # `请在答案末尾写上“`, `回答时必须引用本片段`
    rf"(?:[请须必]在?|^|[。,])(?:你的)?{_ANSWERS}(?:时|中|里|的?(?:末尾|结尾|开头|最后|[前后]面))"
    rf"(?:请|必须|务必|要)?(?:写|加|附|注明|提到|推荐|引用|声明){_SAME}{{0,6}}"
    r"(?:[“\"「]|本片段|本文|本店|本公司)",
    # `当有人问起学费时,就说`
    rf"(?:当|凡|如果?|若)(?:有人|用户|读者){_SAME}{{0,3}}(?:问起|问到|提问|询问){_SAME}{{0,12}}"
    r"(?:就说|请说|请?(?:一律)?回答|请?回复|推荐)",
    # `新的指令:以后都说`
    rf"(?:新的?|系统|隐藏)(?:指令|指示|提示词?)[:,]{_SAME}{{0,10}}"
    r"(?:你|以后|今后|一律|只|输出|回答)",
    # `ignore previous instructions`, `forget everything. say free`
    r"(?:ignore|disregard|forget|override)"
    r"(?:all|any|every|the|your|these|previous|prior|above|earlier|everything){1,4}"
    r"[a-z]{0,16}?(?:instruction|prompt|rule|context|text|passage|above|[.,]?say)",
    # `you are now a`, `reply with “`, `<|im_start|>`, `## instruction`
    rf"youarenow(?:a|an|the|in)|(?:reply|respond|answer|output)(?:only|exactly|just)?(?:with)?{_QUOTE}",
    r"systemprompt|not_found|#{2,}(?:instruction|system|user|assistant)|<\|\w{1,20}\|>|\[/?inst\]",
    r"(?:^|。)(?:system|assistant):[^。]{0,12}(?:you|你)",
)
_PLANTED = re.compile("|".join(_FORMS))


@lru_cache(256)
def planted(text: str) -> tuple[Span, ...]:
    """Return the sentences of `text` that speak to a language model."""
    folded = fold(text)
    kept = [place for place, character in enumerate(folded) if not character.isspace()]
    compact = "".join(folded[place] for place in kept)
    found = [(kept[match.start()], kept[match.end() - 1]) for match in _PLANTED.finditer(compact)]
    if not found:
        return ()
    return tuple(
        one
        for one in sentences(text)
        if any(start < one.end and one.start <= end for start, end in found)
    )
