"""Answers with a language model: what it writes is shown only with citations that bear it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qa.answering.grounding import Checker, Said, SentenceCutter
from qa.answering.llm import FailedReplyError, Failing, reply
from qa.answering.prompt import prompt
from qa.answering.wording import failed_note, left_out_note, unsupported_mark
from qa.text import is_chinese
from qa.types import Answer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from qa.answering.llm import LanguageModel
    from qa.types import Hit, Query

_PASSAGES = 8  # about 3,000 tokens: a small model at home reads no more than 4,096

# `很抱歉,我无法回答`: a model that declines in words, instead of by the protocol
_DECLINES = re.compile(
    r"^\W*(?:很?抱歉|对不起|作为(?:一个|一名)?(?:ai|人工智能|语言模型)|我(?:无法|不能)"
    r"|i'?m sorry|sorry|i (?:can(?:no|')t|am unable|won't)|as an ai)",
    re.IGNORECASE,
)
# `文中没有提到他的年龄。[1]`: a model that finds nothing, in words
_FINDS_NOTHING = re.compile(
    r"^\W*(?:(?:所给|给出|提供|这些|以上|上述)的?)?(?:片段|文中|文章|报道|报纸|报上|资料|材料)[里中内]*(?:都|均|并)*"
    r"(?:没有?|未)(?:明确|具体)*(?:提[到及供]|说明|给出|写明|涉及|包含|记载|报道|回答)"
    r"|^\W*the (?:passages?|articles?|papers?)\b.{0,20}\b(?:do|does) not"
    r" (?:say|mention|state|tell|give|answer)",
    re.IGNORECASE,
)


def generated_answers(
    query: Query,
    hits: Sequence[Hit],
    model: LanguageModel,
    *,
    without: Callable[[], Answer],
    refusal: Callable[[], Answer],
) -> Iterator[Answer]:
    """Yield the answer as it grows by sentences, each checked; the last one is the whole.

    Args:
        query: the question.
        hits: passages, best first.
        model: who is asked.
        without: gives the answer to fall back on where the model fails.
        refusal: gives the abstention where nothing that the model says has something to stand on.
    """
    answerer, chinese = f"llm:{model.name}", is_chinese(query.question)
    passages = hits[:_PASSAGES]
    checker, cutter = Checker(passages), SentenceCutter()
    said: list[Said] = []
    left_out: list[str] = []

    def taken(sentences: Iterator[str]) -> Iterator[Answer]:
        for sentence in sentences:
            checked = checker.checked(sentence)
            if checked:
                said.append(checked)
                text = _text(said, chinese=chinese)
                yield Answer(query.question, query.text, text, checker.citations, False, answerer)
            elif sentence.strip():
                left_out.append(sentence.strip())

    try:
        for piece in reply(model, prompt(query.text, passages)):
            yield from taken(cutter.cut(piece))
        yield from taken(cutter.rest())
        if not said and (not left_out or _DECLINES.match(left_out[0])):
            raise FailedReplyError(Failing.DECLINED)
    except FailedReplyError as error:
        yield replace(without(), note=failed_note(error.failing, chinese=chinese))
        return
    if not said or _FINDS_NOTHING.match(said[0].text):
        yield replace(refusal(), answerer=answerer)
        return
    note = left_out_note(len(left_out), chinese=chinese)
    text = _text(said, chinese=chinese)
    yield Answer(query.question, query.text, text, checker.citations, False, answerer, note=note)


def _text(said: Sequence[Said], *, chinese: bool) -> str:
    return "".join(_marked(one, chinese=chinese) for one in said).strip()


def _marked(said: Said, *, chinese: bool) -> str:
    """Return a sentence with the numbers of its quotes, and what they do not hold."""
    words = said.text.rstrip()
    space = said.text[len(words) :] or ("" if chinese else " ")
    marks = "".join(f"[{citation.number}]" for citation in said.citations)
    return f"{words}{marks}{unsupported_mark(said.unsupported, chinese=chinese)}{space}"
