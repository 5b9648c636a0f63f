"""Tells where a language model says in words that it finds nothing, or that it does not answer."""

from __future__ import annotations

import re

from qa.text import fold

NOT_FOUND = re.compile(r"\W*not[_ ]found\b", re.IGNORECASE)

_CLAUSE = re.compile(r"[,，;；。！？!?\n]+|\.(?=\s|$)")

# What the model was given: `片段`, `该报道`, `《江城日报》`, `the passages`; not `据报道`
_GIVEN = (
    r"(?:片段|[文章原]文|文[中里内]|文章|(?:(?<!据)|(?<=根据))报[道纸刊]|报上|新闻(?!发|办|社|记者|中心)|资料|材料|《[^》]*》"
    r"|\b(?:passages?|articles?|excerpts?|texts?|reports?|documents?|newspapers?|information)\b)"
)
_NEGATION = r"(?:没有?|未曾?|并未|无(?=[相法从])|不曾|\b(?:not|no|nothing|nor)\b|n't\b)"
_SAYS = (
    r"(?:提[到及供]|说明|给出|写明|涉及|包[含括]|记载|报道|回答|交代|介绍|透露|披露|指明|列出|明确|显示|找到|查到|出现|看到|见到|写"
    r"|相关|有关|关于"
    r"|\b(?:mention|state|say|tell|give|provide|contain|specif|indicate|include|address|answer|found|discuss|cover"
    r"|disclose|name|identif|find|locate|information)\w*)"
)
# `名字`, `足够的信息`: what is not there
_CONTENT = r"(?:名字|姓名|名称|信息|内容|答案|数据|数字|说法|记录|消息|线索|依据)"
_FAILS_TO_FIND = r"(?:找|查|看|见|读)不[到出]"
# What the passages say is none of what they do not: `报道称局长没有说明`
_DIRECTLY = r"(?:(?!称|指出|表示|说(?!明))[^,，]){0,12}?"
# `片段中没有提到|停车费`, `the passages do not say`, `no information … in the passages`
_FINDS_NOTHING = re.compile(
    rf"{_GIVEN}{_DIRECTLY}(?:{_NEGATION}[^,，]{{0,8}}?{_SAYS}|{_FAILS_TO_FIND})"
    rf"|{_GIVEN}{_DIRECTLY}{_NEGATION}[^,，]{{0,14}}{_CONTENT}(?:[^,，]{{0,4}}问题)?$"
    rf"|{_NEGATION}[在于]?[^,，]{{0,4}}{_GIVEN}[中里内上](?:提[到及]|披露|出现|写明|说明|给出)$"
    rf"|^\W*(?:there (?:is|are|was|were) )?{_NEGATION}\W.{{0,60}}?{_GIVEN}"
    rf"|^\W*(?:我们?|均|都|也|并|暂)*(?:{_NEGATION}(?:明确|具体|足够的?)?(?:{_SAYS}|信息)|{_FAILS_TO_FIND})"
    rf"|^\W*(?:but )?(?:i|we)\b.{{0,12}}?{_NEGATION} (?:find|found|locate|see)\b"
    rf"|\bnot (?:\w+ )?(?:mentioned|named|stated|given|specified|found|provided)\b.{{0,20}}{_GIVEN}"
    r"|\b(?:is|are|was|were) not mentioned\b|^\W*(?:there (?:is|was) )?no mention of\b"
    rf"|{_GIVEN}[^,，]{{0,8}}?中?(?:只|仅)(?:说|提|介绍|报道)"
    r"|^我?(?:不知道|不清楚|暂?无)$"
    r"|[与和跟](?:该|这个|此|本|您的?|你的?|所[提问]的?)?(?:问题|提问)[^,，]{0,4}(?:无关|不相关|没有关)"
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
# `根据片段,无法确定`, `无法从片段中得知`
_IS_UNABLE_OF = re.compile(
    rf"{_GIVEN}.*(?:{_IS_UNABLE.pattern}|{_FAILS_TO_FIND})"
    rf"|{_UNABLE}[^,，]{{0,6}}{_GIVEN}[^,，]{{0,10}}?{_ANSWERS}"
)
# `根据所给片段,`, `关于停车费,`, `设计师是谁,`: what only leads to the clause that says so
_LEADS = re.compile(
    r"^\W*(?:(?:根据|依据|按照|从|在|基于|关于|至于|对于|就|based on|according to|from|in|as for).*"
    r"|(?:因此|所以|目前|抱歉|很抱歉|非常抱歉|对不起|遗憾|很遗憾|sorry|unfortunately|therefore|however|您好|你好)\W*"
    rf"|(?:i'?m sorry|i apologi[sz]e)\b.*|{_NEGATION}.*{_GIVEN}"
    r"|\D{0,16}(?:谁|什么|多少|哪[里个些年天]|几[个人年月天]|如何|怎么|为何|是否|何时).{0,8})?$"
)
# From here on a clause is compared with what is printed: `厂方|没有说明停产原因`
_DENIES = re.compile(rf"{_NEGATION}|{_FAILS_TO_FIND}|{_UNABLE}")
_LEAST_PRINTED = 6  # characters
_APOLOGY = re.compile(
    r"抱歉|对不起|作为(?:一个|一名)?(?:ai|人工智能|语言模型)|换个话题|聊点别的"
    r"|\b(?:sorry|apologi[sz]e|as an ai)\b"
)
_SPOKEN = re.compile(r"[“\"][^”\"]*[”\"]")
_SPEAKER = re.compile(r"我|您|你|法律|法规|规定|请求|问题|\b(?:i|i'm|we)\b")


def finds_nothing(sentence: str, printed: str = "") -> bool:
    """Return whether all that `sentence` says is that the passages do not say something.

    Args:
        sentence: as it is written, without its marks.
        printed: the folded text of what it cites. `厂方没有说明原因` is news where that is printed.
    """
    clauses = _clauses(sentence)
    unable = _IS_UNABLE_OF.search(" ".join(clauses))

    def says_so(clause: str) -> bool:
        cannot = unable and (_IS_UNABLE.search(clause) or re.search(_FAILS_TO_FIND, clause))
        return bool(_FINDS_NOTHING.search(clause) or cannot) and not _is_printed(clause, printed)

    others = [one for one in clauses if not says_so(one)]
    return len(others) < len(clauses) and all(map(_LEADS.match, others))


def is_of_passages(sentence: str) -> bool:
    """Return whether `sentence` speaks of what the model was given: `报道没有说明`."""
    return bool(re.search(_GIVEN, fold(sentence)))


def declines(sentence: str) -> bool:
    """Return whether a model says that it will not answer: `抱歉,我无法回答这个问题。`."""
    folded = fold(sentence).replace("’", "'")
    unable = bool(_IS_UNABLE.search(folded))
    return bool(_APOLOGY.search(folded)) or (unable and bool(_SPEAKER.search(folded)))


def apologises(sentence: str, printed: str = "") -> bool:
    """Return whether a model declines with an apology, and nobody of whom that is `printed`."""
    folded = _SPOKEN.sub("", fold(sentence))
    unable = (one for one in _clauses(folded) if _IS_UNABLE.search(one))
    return bool(_APOLOGY.search(folded)) and any(not _is_printed(one, printed) for one in unable)


def _is_printed(clause: str, printed: str) -> bool:
    denied = _DENIES.search(clause)
    told = clause[denied.start() :] if denied else ""
    return len(told) >= _LEAST_PRINTED and told in printed


def _clauses(sentence: str) -> list[str]:
    folded = fold(sentence).replace("’", "'")
    return [one for one in map(str.strip, _CLAUSE.split(folded)) if one]
