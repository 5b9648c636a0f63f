"""The ways in which language models cite a passage, all turned into one: `[2]`."""

from __future__ import annotations

import re

_LABEL = (
    r"(?:(?:片段|来源|出处|参考|引用|资料|文献|依据|段落|文档|报道|信息|参见|见于|引自|出自|摘自|见|据|citation|cite|source|passage"
    r"|excerpt|article|reference|ref|doc|note|see)s?){1,2}\s*[:：#]?\s*"
)
_ONE = rf"(?:{_LABEL})?\^?\d{{1,2}}(?!\d)"
_TO = r"[–—~～〜至到-]"
_NUMBERS = rf"{_ONE}(?:\s*(?:[,，、;；]|{_TO}|和|及|and)\s*{_ONE})*"
# `[1`|`,第01版`|`]`: where in the passage, or on which page
_PLACE = r"(?:\s*[,，]?\s*第\s?\d{1,3}\s?[版页段句行])?"
# What must follow a mark that may as well count what comes next: `(2)。`, but not `(2)护栏`
_ENDS = r"(?=\s*(?:[。，,;；!?！？:：\[【(（]|\.(?!\d)|$|\n))"
# What follows the number of a passage in characters: `片段二|显示`, but not `片段一|样`
_SAYS = r"(?=[,，、:：)）显指提报称说中的介]|$)"
_DIGITS = dict(zip("¹²³⁴⁵⁶⁷⁸①②③④⑤⑥⑦⑧一二三四五六七八", "12345678" * 3, strict=True))

# Every form beside what it matches. What has a group is what the numbers are read from.
_MARK = re.compile(
    rf"""
      \\?[\[【［]{{1,2}}\s*(?P<bracketed>{_NUMBERS}|第\s?\d{{1,2}}\s?[段条则篇个](?:片段)?){_PLACE}
        \s*(?:†[^\]】\n]{{0,20}})?\\?[\]】］]{{1,2}}
        (?:\([^()\s]{{0,200}}\))?                          # [2], 【片段2】, [1-3], \[2\], [2](#2)
    | 〔\s*(?P<hulled>{_NUMBERS}){_PLACE}\s*〕(?!\d)        # 〔2〕, but not 〔20〕5号
    | <sup>\s*\[?(?P<raised>{_NUMBERS})\]?\s*</sup>         # <sup>2</sup>
    | [(（]\s*(?P<labelled>{_LABEL}{_NUMBERS}){_PLACE}\s*[)）]  # (来源2)
    | [(（]\s*(?P<bare>[1-9](?:\s*[,，、]\s*[1-9])*)\s*[)）]{_ENDS}  # (2)。
    | (?<=\S)(?P<circled>[①-⑧]+){_ENDS}                     # ②。
    | (?<![a-zA-Z米])(?P<small>[¹²³⁴-⁸]+)                     # ²
    | (?:(?<=片段)\s?|(?<=\bpassage)\s)(?P<named>[1-9])(?!\d)  # 根据片段2, according to passage 2
    | (?<=片段)(?P<spelt>[一二三四五六七八]){_SAYS}              # 片段二显示
    | 第\s?(?P<nth>[1-8一二三四五六七八])\s?[个条则篇]片段{_SAYS}  # 第二个片段显示
    | ^[ \t]*(?P<below>{_LABEL}(?<=[:：]){_NUMBERS})[ \t]*。?[ \t]*$  # \n参考片段:2
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
# `[1]|、|[2]`, `[1]|和|[2]`
_JOIN = r"\s*(?:[、,，;；]|和|与|及|and\b|&)\s*"
_JOINED = re.compile(rf"(?<=\d\]){_JOIN}(?=\[\d{{1,2}}\])")
# `（来源:片段[2]）`, `**[2]**`, `（《江城日报》,[2]）`, `（[2]第3段）`
_WRAPPED = re.compile(
    rf"(?:\*\*|[(（【\[]\s*(?:[^()（）\n]{{0,40}}[,，:：]\s*)?(?:{_LABEL}|from\s)?)"
    rf"((?:\[\d+\]\s*)+){_PLACE}(?:\*\*|[)）】\]])",
    re.IGNORECASE,
)
# `\n依据:[2]`, `——[2]`: what only says that a mark comes
_LEADS = re.compile(
    rf"^[ \t]*{_LABEL}(?<=[:：\s])(?=\[\d+\])|\s*——\s*(?=\[\d+\])", re.IGNORECASE | re.MULTILINE
)
_FOUND = r"(?:\s*\[\d{1,2}\])+\s*"
_TELLS = (
    r"(?:[均都还也则]|分别|明确)*(?:(?:显示|指出|提[到及]|报道称|写道|表明|可[知见]|来看|所[述示说载]|称(?![重为号])|说(?!明))(?!了)"
    r"|(?:报道|介绍|说明|表示|记载|写明)(?=[,，:：]))"
)
_TELLS_ENGLISH = r"(?:reports?|states?|says?|notes?|mentions?|shows?|indicates?)\b(?:\s+that\b)?"
_OF_IT = r"(?:[中里内]|的?(?:报道|内容|信息|记载|消息|文章))"
# Marks that are a word of the sentence, with what holds no more without them
_AS_WORD = re.compile(
    rf"""
      (?:^|(?<=[,，。;；:：\n]))\s*(?:根据|依据|按照|据|正?如|从|在)(?:片段|报道|资料)?{_FOUND}
        (?:{_OF_IT}+(?:{_TELLS})?[,，]?|{_TELLS}[,，]?|[,，])     # 根据[2]的报道, 如[2]所述,
    | 在(?:片段)?{_FOUND}[中里内]                             # 方晓川在[2]中说
    | ^\s*(?:片段|报道)?{_FOUND}{_OF_IT}*{_TELLS}[,，:：]?     # [2]显示,
    | \b(?i:according\sto|based\son|as\s(?:reported|stated)\s(?:in|by)|in)\s
        (?:passages?)?{_FOUND},?\s*                        # According to [2],
    | ^\s*(?i:passages?)?{_FOUND}{_TELLS_ENGLISH}[,:]?\s*       # [2] reports that
    """,
    re.VERBOSE,
)
# `片段|[2]`, `|[2]介绍了公园`: what a model calls what it was given
_GIVEN = re.compile(r"片段(?=\[\d)|^(?=(?:\[\d{1,2}\])+(?:介绍|说明|记载|报道|提[到及])了)")
# `(|:“…”)`, `()`: what marks leave of brackets
_LEFT = re.compile(r"(?<=[(（])\s*[:：,，;；、]\s*|[(（]\s*[)）]")

# `[2][3]`, as they are written here
PLAIN = r"\[\d{1,2}\]"
_PLAIN_ROW = re.compile(rf"((?:[ \t]*{PLAIN})+)")
# What comes after marks that are a word of what follows: `[2]|显示`
SUBJECT_OF = rf"\s*(?:{_OF_IT}*{_TELLS}|{_TELLS_ENGLISH})"
_LED = re.compile(rf"\s*(?:[-*•]\s*)?{PLAIN}")
# What may become a mark when more of it comes: `(来`, `【1†so`, `**[2]`
_BEGINS = re.compile(
    r"\s*(?:\\?[\[【［][^\n\]】］。！？]{0,40}|[(（【\[][^\n)）。！？]{0,60}|\*{1,2}(?:\[[^\n*]{0,40}\*?)?|<(?:/?s[^\n>]{0,8}>?)?)$"
    rf"|\s*{_LABEL}$|{_JOIN}(?:\[\d{{0,2}})?$"
)


def normalised(text: str) -> str:
    """Return `text` with all that cites a passage written `[2]`."""
    plain = _JOINED.sub("", _MARK.sub(_written, text))
    return _LEADS.sub("", _WRAPPED.sub(r"\1", plain))


def without_marks(text: str) -> tuple[str, list[int]]:
    """Return `text` without what it cites, and the numbers that it cites, each once."""
    plain = "".join(piece for piece, _ in pieces(text))
    return _LEFT.sub("", plain), _numbers(normalised(text))


def pieces(text: str) -> list[tuple[str, list[int]]]:
    """Return `text` in pieces without marks, with the numbers that each cites at its end."""
    marked = normalised(text)
    worded = _GIVEN.sub("报道", _AS_WORD.sub("", marked))
    if _AS_WORD.match(marked):
        worded = f"{worded[:1].upper()}{worded[1:]}"
    cut = [*_PLAIN_ROW.split(worded), ""]
    return [(words, _numbers(row)) for words, row in zip(cut[::2], cut[1::2], strict=True)]


def _numbers(marked: str) -> list[int]:
    found = (int(one[1:-1]) for one in re.findall(PLAIN, marked))
    return list(dict.fromkeys(found))


def is_led_by_marks(text: str) -> bool:
    """Return whether marks come before the words of `text`: `[2] It is put off.`."""
    return bool(_LED.match(normalised(text)))


def may_become_a_mark(text: str) -> bool:
    """Return whether `text` begins what cites a passage once more of it has come."""
    return bool(_BEGINS.match(text))


def _written(match: re.Match[str]) -> str:
    kind = match.lastgroup or ""
    found = match[kind]
    if kind in ("circled", "small", "spelt", "nth"):
        numbers = [_DIGITS.get(one, one) for one in found]
    else:
        numbers = _listed(found)
    return "".join(f"[{int(one)}]" for one in numbers)


def _listed(found: str) -> list[str]:
    """Return the numbers that are listed: all of `1-3`, both of `1,3`."""
    numbers: list[str] = []
    for first, last in re.findall(rf"(\d+)(?:\s*{_TO}\s*(?:[^\d,，、;；]*)(\d+))?", found):
        numbers += map(str, range(int(first), int(last or first) + 1))
    return numbers
