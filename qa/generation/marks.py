"""The ways in which language models cite a passage, all turned into one: `[2]`."""

from __future__ import annotations

import re

_LABEL = (
    r"(?:片段|来源|出处|参考|引用|资料|文献|依据|段落|文档|报道|见|citation|cite|source|passage|excerpt|article"
    r"|ref|doc|note)s?\s*[:：#]?\s*"
)
_ONE = rf"(?:{_LABEL})?\^?\d{{1,2}}(?!\d)"
_NUMBERS = rf"{_ONE}(?:\s*(?:[,，、;；–—~-]|和|及|and)\s*{_ONE})*"
# What must follow a mark that may as well count what comes next: `(2)。`, but not `(2)护栏`
_ENDS = r"(?=\s*(?:[。，,;；!?！？:：\[【(（]|\.(?!\d)|$|\n))"
_SMALL = dict(zip("¹²³⁴⁵⁶⁷⁸①②③④⑤⑥⑦⑧", "1234567812345678", strict=True))

# Every form beside what it matches. What has a group is what the numbers are read from.
_MARK = re.compile(
    rf"""
      \\?[\[【［]{{1,2}}\s*(?P<bracketed>{_NUMBERS})\s*(?:†[^\]】\n]{{0,20}})?\\?[\]】］]{{1,2}}
        (?:\([^()\s]{{0,200}}\))?                          # [2], 【片段2】, [1-3], \[2\], [2](#2)
    | <sup>\s*\[?(?P<raised>{_NUMBERS})\]?\s*</sup>         # <sup>2</sup>
    | [(（]\s*(?P<labelled>{_LABEL}{_NUMBERS})\s*[)）]        # (来源2)
    | [(（]\s*(?P<bare>[1-9])\s*[)）]{_ENDS}                  # (2)。
    | (?<=\S)(?P<circled>[①-⑧]+){_ENDS}                     # ②。
    | (?<![a-zA-Z米])(?P<small>[¹²³⁴-⁸]+)                     # ²
    | (?<=片段)\s?(?P<named>[1-9])(?!\d)                      # 根据片段2,
    """,
    re.VERBOSE | re.IGNORECASE,
)
# `（来源：[2]）`, `**[2]**`, `（《江城日报》,[2]）`
_WRAPPED = re.compile(
    rf"(?:\*\*|[(（【\[]\s*(?:{_LABEL}|[^()（）\n]{{0,40}}[,，:：]\s*)?)"
    r"((?:\[\d+\]\s*)+)(?:\*\*|[)）】\]])",
    re.IGNORECASE,
)
# `\n依据:[2]`, `根据片段[2]的报道,`: what only says that a mark comes
_LEADS = re.compile(
    rf"^[ \t]*(?:(?:资料|参考|信息)来源[:：]\s*|{_LABEL}(?<=[:：\s]))(?=\[\d+\])"
    r"|(?:根据|依据|据)片段((?:\[\d+\])+)的?(?:报道|内容|信息)?[,，]",
    re.IGNORECASE | re.MULTILINE,
)
# `[2][3]`, as they are written here
PLAIN = r"\[\d{1,2}\]"
_PLAIN = re.compile(rf"[ \t]*{PLAIN}")
_LED = re.compile(rf"\s*(?:[-*•]\s*)?{PLAIN}")
# What may become a mark when more of it comes: `(来`, `【1†so`, `**[2]`
_BEGINS = re.compile(
    r"\s*(?:\\?[\[【［][^\n\]】］。！？]{0,40}|[(（【\[][^\n)）。！？]{0,60}|\*{1,2}(?:\[[^\n*]{0,40}\*?)?|<(?:/?s[^\n>]{0,8}>?)?)$"
    rf"|\s*{_LABEL}$"
)


def normalised(text: str) -> str:
    """Return `text` with all that cites a passage written `[2]`."""
    plain = _MARK.sub(_written, text)
    return _LEADS.sub(r"\1", _WRAPPED.sub(r"\1", plain))


def without_marks(text: str) -> tuple[str, list[int]]:
    """Return `text` without what it cites, and the numbers that it cites, each once."""
    plain = normalised(text)
    numbers = dict.fromkeys(int(one.strip("[] \t")) for one in _PLAIN.findall(plain))
    return _PLAIN.sub("", plain), list(numbers)


def is_led_by_marks(text: str) -> bool:
    """Return whether marks come before the words of `text`: `[2] It is put off.`."""
    return bool(_LED.match(normalised(text)))


def may_become_a_mark(text: str) -> bool:
    """Return whether `text` begins what cites a passage once more of it has come."""
    return bool(_BEGINS.match(text))


def _written(match: re.Match[str]) -> str:
    kind = match.lastgroup or ""
    found = match[kind]
    if kind in ("circled", "small"):
        numbers = [_SMALL[one] for one in found if one in _SMALL]
    else:
        numbers = _listed(found)
    return "".join(f"[{int(one)}]" for one in numbers)


def _listed(found: str) -> list[str]:
    """Return the numbers that are listed: all of `1-3`, both of `1,3`."""
    numbers: list[str] = []
    for first, last in re.findall(r"(\d+)(?:\s*[–—~-]\s*(?:[^\d,，、;；]*)(\d+))?", found):
        numbers += map(str, range(int(first), int(last or first) + 1))
    return numbers
