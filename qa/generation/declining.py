"""Tells where a language model says in words that it finds nothing, or that it does not answer."""

from __future__ import annotations

import re

from qa.text import fold

NOT_FOUND = re.compile(r"\W*not[_ ]found\b", re.IGNORECASE)

_CLAUSE = re.compile(r"[,，;；。！？!?\n]+|\.(?=\s|$)")

# What the model was given: `片段`, `该报道`, `《江城日报》`, `the passages`
_GIVEN = (
    r"(?:片段|[文章原]文|文[中里内]|文章|报[道纸刊]|报上|新闻|资料|材料|《[^》]*》"
    r"|\b(?:passages?|articles?|excerpts?|texts?|reports?|documents?|newspapers?|information)\b)"
)
_NEGATION = r"(?:没有?|未曾?|并未|无(?=[相法从])|不曾|\b(?:not|no|nothing|nor)\b|n't\b)"
_SAYS = (
    r"(?:提[到及供]|说明|给出|写明|涉及|包[含括]|记载|报道|回答|交代|介绍|透露|指明|列出|明确|显示|找到|相关|有关"
    r"|\b(?:mention|state|say|tell|give|provide|contain|specif|indicate|include|address|answer|found|discuss|cover"
    r"|disclose|information)\w*)"
)
# `片段中没有提到|停车费`, `the passages do not say`, `no information … in the passages`
_FINDS_NOTHING = re.compile(
    rf"{_GIVEN}[^,，]{{0,12}}?{_NEGATION}[^,，]{{0,8}}?{_SAYS}"
    rf"|^\W*(?:there (?:is|are|was|were) )?{_NEGATION}\W.{{0,60}}?{_GIVEN}"
    rf"|^\W*(?:均|都|也|并)?{_NEGATION}(?:明确|具体)?{_SAYS}"
    rf"|{_GIVEN}[^,，]{{0,8}}?中?(?:只|仅)(?:说|提|介绍|报道)"
)
_UNABLE = (
    r"(?:无法|不能|不便|不可以|难以|没法"
    r"|\b(?:can(?:no|')t|cannot|can not|unable|not able|won't|couldn't)\b)"
)
_ANSWERS = (
    r"(?:回答|作答|答复|提供|协助|帮助|讨论|处理|给[到出]|发表|满足|回应|评论|确定|判断|得知|确认|得出|\b(?:answer|help|assist"
    r"|provide|discuss|comply|respond|fulfil|determine|tell|say)\w*)"
)
_IS_UNABLE = re.compile(rf"{_UNABLE}[^,，]{{0,16}}?{_ANSWERS}")
_IS_UNABLE_OF = re.compile(rf"{_GIVEN}.*{_IS_UNABLE.pattern}")
# `根据所给片段,`, `关于停车费,`: what only leads to the clause that says so
_LEADS = re.compile(
    r"^\W*(?:(?:根据|依据|按照|从|在|基于|关于|至于|对于|就|based on|according to|from|in|as for).*"
    r"|(?:因此|所以|目前|抱歉|很抱歉|非常抱歉|对不起|遗憾|很遗憾|sorry|unfortunately|therefore|however|您好|你好)\W*"
    rf"|(?:i'?m sorry|i apologi[sz]e)\b.*|{_NEGATION}.*{_GIVEN})?$"
)
_APOLOGY = re.compile(
    r"抱歉|对不起|作为(?:一个|一名)?(?:ai|人工智能|语言模型)|换个话题|聊点别的"
    r"|\b(?:sorry|apologi[sz]e|as an ai)\b"
)
_SPOKEN = re.compile(r"[“\"][^”\"]*[”\"]")
_SPEAKER = re.compile(r"我|您|你|法律|法规|规定|请求|问题|\b(?:i|i'm|we)\b")


def finds_nothing(sentence: str) -> bool:
    """Return whether all that `sentence` says is that the passages do not say something."""
    clauses = _clauses(sentence)
    unable = _IS_UNABLE_OF.search(" ".join(clauses))

    def says_so(clause: str) -> bool:
        return bool(_FINDS_NOTHING.search(clause) or (unable and _IS_UNABLE.search(clause)))

    others = [one for one in clauses if not says_so(one)]
    return len(others) < len(clauses) and all(map(_LEADS.match, others))


def declines(sentence: str) -> bool:
    """Return whether a model says that it will not answer: `抱歉,我无法回答这个问题。`."""
    folded = fold(sentence).replace("’", "'")
    unable = bool(_IS_UNABLE.search(folded))
    return bool(_APOLOGY.search(folded)) or (unable and bool(_SPEAKER.search(folded)))


def apologises(sentence: str) -> bool:
    """Return whether a model declines with an apology, as news that it cites hardly reads."""
    folded = _SPOKEN.sub("", fold(sentence))
    return bool(_APOLOGY.search(folded) and _IS_UNABLE.search(folded))


def _clauses(sentence: str) -> list[str]:
    folded = fold(sentence).replace("’", "'")
    return [one for one in map(str.strip, _CLAUSE.split(folded)) if one]
