"""Tells names of other languages by the characters that are used to write their sounds."""

from __future__ import annotations

import re

from qa.types import Span

# `约翰·奈恩`, `佩斯科夫`: sounds of other languages
SOUNDS = (
    "阿埃艾安奥巴贝本比波伯博布查达戴丹德迪蒂杜多厄恩尔法菲费芬弗夫福盖戈格古哈海汉赫亨霍基吉加贾杰金卡凯坎科克肯"
    "库拉莱兰劳勒雷里利莉列林卢鲁伦罗洛马玛迈麦曼梅门蒙米密姆穆纳娜内尼涅努诺欧帕佩皮普奇恰乔切琼丘萨塞桑瑟沙莎"
    "舍圣史士斯苏东塔泰坦汤特提廷图托瓦万威维韦文沃乌伍西希夏谢辛休雅亚杨耶伊英尤约扎泽詹兹佐森逊珀绍奈昆约翰什侯赛因采纽姬"
)
# Sounds that as often begin and end words: `法赫雷丁·科贾`, `阿卜杜勒`, but not `东南亚`
_WORDY_SOUNDS = "丁卜南茂莫"
_ANY_SOUND = f"[{SOUNDS}{_WORDY_SOUNDS}]"
# Sounds that too many words hold, but for names with a dot: `克里斯托夫·施伦普`
_DOTTED_SOUNDS = "施瑞舒茨索顿登丽蕾娅芙黛妮豪胡琳摩默纽潘钦松唐滕锡肖扬叶朱冯珊"
# What begins a time is no sound: `古尔斯比|本月`
_DOTTED = f"(?:(?!本[月周年人次届报])[{SOUNDS}{_WORDY_SOUNDS}{_DOTTED_SOUNDS}])"
_FOREIGN = re.compile(
    rf"{_DOTTED}{{1,7}}(?:[·.]{_DOTTED}{{1,8}})+"
    rf"|(?<![·{SOUNDS}])(?!科普)(?:[{SOUNDS}]{{2,6}}[丁卜][{SOUNDS}]{{0,4}}|[{SOUNDS}]{{4,6}}[南茂莫]|[{SOUNDS}]{{3,7}}"
    rf"|[{SOUNDS}]卜[{SOUNDS}]{{2,5}})"
)


def foreign(text: str) -> list[Span]:
    """Return where a folded text has what is written by sounds."""
    return [Span(*match.span()) for match in _FOREIGN.finditer(text)]


def foreign_names(text: str) -> list[str]:
    """Return what is written by sounds in a folded text: names of other languages."""
    return [text[span.start : span.end] for span in foreign(text)]
