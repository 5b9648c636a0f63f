"""Tells what a question asks the coverage of: which editions reported it, how often, and where."""

from __future__ import annotations

import re

from qa.text import fold, simplified

# `登过几次`, `上过报纸`, but not that of `登过几次山`, `上过几次课`, `写了多少篇文章`
_REPORTED = (
    r"(?:报道|提到|提及|说到|写到|讲到|刊登|刊发|登载|见报"
    r"|(?:登|写|关注)(?=[过了](?!(?:几|多少))|[过了]*(?:几|多少)[次回](?:报|\W|$))(?![过了]?[山塔台岛顶])"
    r"|上(?=(?:[过了]+(?:(?:几|多少)[次回])?|(?:几|多少)[次回])报))"
)
# `哪几期报道过`, `哪些天的报纸提到了`, `在哪一期登过`
_WHICH = re.compile(
    r"在?(?:哪一?[几些天日]?天?|有哪些|几月几[日号])(?:的|[期份]|日)?(?:的?(?:报纸|日报|晚报|版面|文章|报道))?上?"
    rf"(?:都|曾|曾经|有)?{_REPORTED}(?:过|了|到)*(?:报纸?(?!道))?"
)
# `报道过几次`, `一共上过多少次报纸`, `有几篇报道`, `被提到多少回`
_HOW_OFTEN = re.compile(
    rf"(?:一共|总共|共|前后|先后|被|都)*{_REPORTED}(?:过|了|到)*(?:几|多少)[次回篇期](?:报纸?|报道)?"
    rf"|(?:一共|总共|共|有|前后|先后)*(?:几|多少)[次回篇期](?:报纸?)?{_REPORTED}{{1,2}}(?:过|了|到)*"
)
# `哪天的报纸登的`, `是哪天见报的`, but not `哪天登的山`
_PRINTED_WHEN = re.compile(
    r"是?在?(?:哪一?[天日期]|几月几[日号])的?"
    r"(?:(?:报纸|[日晚晨早]报)上?(?:刊?登|写|报道|说)|见报|刊登|登报|登(?=(?:出来)?的[?\s]*$))(?:出来)?的"
)
# `登在哪一版`, `刊登在哪份报纸的第几版`, `是登在哪天的报纸上的`, `见于哪个栏目`, `是第几版登的`
_EDITION = r"(?:哪一?(?:[天日期家份张]|个?版面?|个栏目?)|什么报|几月几[日号]|第几版)"
_PRINTED_WHERE = re.compile(
    r"(?:是|都)?(?:"
    rf"(?:(?:刊[登发载]|(?<!攀)登载?|见报)[了过]?(?:[在于]|的是)|见于){_EDITION}"
    rf"(?:的|报纸?|[日晚晨早周]报|[上里中]|{_EDITION})*"
    rf"|在?{_EDITION}(?:的|报纸?|上|{_EDITION})*(?:刊[登发载]|登)[了过]?的)的?(?=[?\s]*$)"
)
# `哪家报纸最先报道的`, `岚江日报和桐城晚报|谁先登的`
_PAPERS = re.compile(r"(?:[\u4e00-\u9fff]{2,6}?(?:[日晚晨早周]报|周刊)[、和与跟及,]?)+$")
_FIRST = re.compile(
    r"是?(?:哪一?[家份个](?:报纸?)?|(?<=[报刊])谁)(?:是?最先|首先|率先|最早|先)"
    r"(?:报道|刊[登发载]|登)[了过出]?的?"
)
_REPORTS = r"(?:报道|新闻|文章|消息|稿[子件])"
_HOW_MANY = r"有(?:哪些|几[篇条]|多少[篇条]?)"
# `18路的报道有哪些?`, `公园的新闻一共有几条`
_LISTED = re.compile(rf"的?(?:相关)?{_REPORTS}(?:一共|总共|都)*{_HOW_MANY}[?\s]*$")
# `有哪些关于公园的报道?`
_ABOUT = re.compile(rf"{_HOW_MANY}{_REPORTS}?(?:是?(?:关于|有关|写|讲)的?)(?=.+{_REPORTS})")
# `Which editions reported on 18路?`, `How many times was X mentioned?`
_ENGLISH = re.compile(
    r"(?:which|what) (?:editions?|issues?|articles?|days?)(?: of the paper)?(?: have| has)?"
    r" (?:report(?:ed)?|mention(?:ed)?|cover(?:ed)?|wr[io]te?)(?: on| about)?"
    r"|how (?:many times|often) (?:was|is|has|have|did|were)(?: the paper)?"
    r"|(?:been )?(?:reported(?: on)?|mentioned|covered)",
)
# What is left at the ends of such a question and is not what it is about.
_MARKS = r"[?？。!！,，、\s“”《》\"]"
_BEFORE = re.compile(
    rf"^(?:请问|关于|有关|对于|对(?![口外面台比手付象话])|本报|报纸上?|报上|这份报|档案里?|[在被有]|{_MARKS})+"
)
_BEHIND = re.compile(
    rf"(?:的?(?:报道|新闻|消息|文章)|报纸上?|本报|一共|总共|都|曾经?|[的了过吗呢被有在]|{_MARKS})+$"
)
# `他写过几次`: nobody whom an article names
_POINTING = re.compile(r"[他她它]们?|此人|这(?:个人|件事)?|那(?:个人|件事)?")


def covered_topic(question: str) -> str | None:
    """Return what `question` asks the coverage of, None where it asks for something else."""
    question = simplified(question).strip()
    folded = fold(question)
    kinds = (_PRINTED_WHEN, _FIRST, _WHICH, _HOW_OFTEN, _LISTED, _ABOUT)
    asks = next(filter(None, (kind.search(folded) for kind in kinds)), None)
    if asks:
        return _topic(question, asks)
    if _ENGLISH.match(folded):
        return _ENGLISH.sub("", folded).strip(" ?.") or None
    return None


def printed_topic(question: str) -> str | None:
    """Return what `question` asks the day, paper or page of, on which it was printed; or None."""
    question = simplified(question).strip()
    folded = fold(question)
    asks = _PRINTED_WHERE.search(folded) or _PRINTED_WHEN.search(folded)
    return _topic(question, asks) if asks else None


def _topic(question: str, asks: re.Match[str]) -> str | None:
    """Return what is left of a question around what asks."""
    sides = [question[: asks.start()], question[asks.end() :]]
    if asks.re is _FIRST:
        sides[0] = _PAPERS.sub("", sides[0])
    topic = " ".join(filter(None, (_BEHIND.sub("", _BEFORE.sub("", side)) for side in sides)))
    return None if _POINTING.fullmatch(topic) else topic or None
