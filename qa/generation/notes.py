"""What is said beside an answer of a language model: that it failed, or what was not kept of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.answering.quoting import explained
from qa.generation.llm import Failing
from qa.questions.conversation import UNSUPPORTED

if TYPE_CHECKING:
    from qa.generation.grounding import Said

_FAILED_ZH = {
    Failing.NO_CLIENT: '没有安装 openai 客户端(pip install "wenbao[llm]")',
    Failing.NO_CONNECTION: "连不上语言模型",
    Failing.KEY: "语言模型不接受密钥",
    Failing.NOT_THERE: "语言模型的地址或名称不对",
    Failing.BUSY: "语言模型现在太忙",
    Failing.STATUS: "语言模型报告出错",
    Failing.TOO_LATE: "语言模型没有按时答完",
    Failing.BROKEN: "语言模型的回答中断了",
    Failing.DECLINED: "语言模型拒绝回答",
    Failing.EMPTY: "语言模型没有作答",
    Failing.UNCITED: "语言模型的回答没有可核对的出处",
}
_FAILED_EN = {
    Failing.NO_CLIENT: 'The openai client is not installed (pip install "wenbao[llm]")',
    Failing.NO_CONNECTION: "The language model cannot be reached",
    Failing.KEY: "The language model does not accept the key",
    Failing.NOT_THERE: "The language model's address or name is wrong",
    Failing.BUSY: "The language model is too busy now",
    Failing.STATUS: "The language model reports an error",
    Failing.TOO_LATE: "The language model did not answer in time",
    Failing.BROKEN: "The language model's answer broke off",
    Failing.DECLINED: "The language model declined to answer",
    Failing.EMPTY: "The language model said nothing",
    Failing.UNCITED: "The language model's answer has nothing to check it against",
}

_RECKONED = ("由引文推算", "reckoned from what is cited")
_CORRECTED = ("后经更正", "corrected since")


def failed_note(failing: Failing, *, quoted: bool, chinese: bool) -> str:
    """Say that a language model failed and that the answer, or none, was found without it."""
    if chinese:
        return f"{_FAILED_ZH[failing]},{'这里是报纸原文摘录' if quoted else '这里只查了报纸原文'}。"
    found = "these are" if quoted else "without it, nothing was found in"
    return f"{_FAILED_EN[failing]}; {found} the paper's own sentences."


def broke_off_note(failing: Failing, *, chinese: bool) -> str:
    """Say that a language model failed after what is shown, which was checked."""
    if chinese:
        return f"{_FAILED_ZH[failing]},这里只有此前写出、核对过的部分。"
    return f"{_FAILED_EN[failing]}; this is what it had written before, checked."


def left_out_note(count: int, *, chinese: bool) -> str:
    """Say how many sentences of a language model were left out; nothing where none were."""
    if not count:
        return ""
    if chinese:
        return f"语言模型另有{count}句话没有可核对的出处,已略去。"
    return (
        f"Left out: {count} sentence(s) of the language model with nothing to check them against."
    )


def remarks(said: Said, *, chinese: bool) -> str:
    """Say what a reader must know of a sentence; nothing where its citations hold all of it."""
    told = (
        _marked(said.unsupported, *UNSUPPORTED, chinese=chinese),
        _marked(said.reckoned, *_RECKONED, chinese=chinese),
        _marked(said.corrected, *_CORRECTED, chinese=chinese),
        *(explained(one, chinese=chinese, said=said.text) for one in said.citations),
    )
    return "".join(dict.fromkeys(told))


def _marked(pieces: tuple[str, ...], zh: str, en: str, *, chinese: bool) -> str:
    if not pieces:
        return ""
    quoted = [f"“{one}”" for one in pieces]
    return f"({zh}:{'、'.join(quoted)})" if chinese else f" ({en}: {', '.join(quoted)})"
