"""Tells the topic of a question that asks for no detail of it, but for an overview.

As one types into a search field (`湿地公园`), asks what was reported (`有没有疫苗的报道?`), to be
told (`介绍一下18路公交`), or how it stands (`公园后来怎么样了?`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.dates.words import NOW
from qa.likeness import word_places
from qa.overlap import POINTING
from qa.questions.aspects import is_aspect
from qa.questions.expected import expected_answer
from qa.text import fold, is_chinese, simplified
from qa.types import Expected

_LONGEST = 20  # characters

_ABOUT = r"(?:关于|有关|涉及|跟|与)?"
_END = r"[?？。!！~\s]*$"
_REPORTS = r"(?:报[道导]|新闻|消息|文章|稿[子件])"
# `有没有关于疫苗的报道?`, `最近有什么公园的消息`, `疫苗的相关新闻`, `关于疫苗`
_REPORTED = re.compile(
    r"^(?:请问)?(?:最近|近期|近来|报纸?上?)?(?:有没有|有无|有什么|有啥|有哪些|有)?(?:登过?|写过?|讲|说|提到)?"
    rf"{_ABOUT}(?P<topic>.+?)(?:有关|相关|方面)?的?(?:最新|相关|有关)*{_REPORTS}(?:有?吗|没有|有没有)?{_END}"
)
_CONCERNING = re.compile(rf"^(?:关于|有关)(?P<topic>.+?)(?:的?(?:事情?|情况))?{_END}")
# `介绍一下18路公交`, `给我讲讲疫苗的事`, `我想了解公园的情况`
_TELL = (
    r"(?:介绍|讲|说|谈|聊|了解|概括|总结|查|找|搜索?|看)"
    r"(?:一?下(?!降|跌|滑|岗|乡)|[讲说谈聊查找看](?!法))"
)
_TOLD = re.compile(
    rf"^(?:请|麻烦)?你?(?:(?:[给帮为跟向]我)?{_TELL}|(?:我想|想|[给帮]我)(?:了解|知道|看|介绍|查|找|搜)){_ABOUT}"
    rf"(?P<topic>.+?)(?:的?(?:事情?|情况|故事|经过|来龙去脉|基本情况|相关内容|内容|信息))?{_END}"
)
# `公园后来怎么样了?`, `公园最新进展`, `公园有什么进展?`
_STANDS = re.compile(
    rf"^(?P<topic>.+?)(?:的?事情?)?的?(?:(?:后来|{NOW}|最近|最后|到底|究竟|近来)*(?:怎么样|怎样|咋样)了?"
    rf"|(?:后来|{NOW}|最近)*(?:有什么|有啥|有没有|有)?(?:新的?|最新的?)?"
    rf"(?:进展|动静|近况)(?:如何|怎么样|怎样|了?吗|没有)?){_END}"
)
_BARE = re.compile(rf"^(?P<topic>.+?){_END}")
_KINDS = (_REPORTED, _CONCERNING, _TOLD, _STANDS, _BARE)

_MARKS = re.compile(rf"^(?:{POINTING}|这|那|[“《\"'\s])+(?=..)|(?:的|[”》\"'\s])+$")
_PAUSE = re.compile(r"[,，。;；:：、]")
# `哪座`, `拿啥`, `因何`, `多快`, `能喝不`, `抓到没有`, `边个`: all that asks
_ASKS = re.compile(
    r"[哪啥谁咋怎嘛吗呢喺咩乜]|边[个位度]|(?<=.)何|什么|多少|几|还是|有无|是否|点处理|请问|姓名$|高寿$"
    r"|多(?:[大长高远久重宽深快厚热沉冷低亮贵难粗薄强猛响密近老]|会儿)|好[多几]"
    r"|[\u4e00-\u9fff](?:[不没吧]|没有)$|[是系]$|([\u4e00-\u9fff])[不没]\1|(?<=是).+是"
)
# Whom or what one must know from before, or what names a time, or nothing at all
_NO_TOPIC = re.compile(
    r"[他她它]们?|[我你您]们?|这|那|此[人事]|[这那]?件?事情?|[今昨前明后][天日晚早年]|[上本这下]个?[周月期]"
    r"|最[近新后]|近[来日期]|本地|国[内际]|全部|所有|更多|详细|具体|继续|其[他它]|别的|相关|有关|头[版条]"
    r"|可以|不错|厉害|哈哈+|对[的呀啊]?|没错|不对|真的?|没事|算了|懂了|谢了|加油"
    rf"|内容|报纸|.*{_REPORTS}"
)
_ONLY_TIME = re.compile(
    r"[\d年月日号天期点时分上中下旬初底第版至到至今以前后来一二三四五六七八九十]+"
)


@dataclass(frozen=True, slots=True)
class Topic:
    """What a question names."""

    name: str
    reports: bool = False  # what was reported is asked for by that word: a list of it
    stands: bool = False  # how it stands is asked: of what an article is about, not what it names

    @property
    def is_asked_for(self) -> bool:
        """Whether an overview is what is asked for, and not only likely."""
        return self.reports or self.stands

    @property
    def words(self) -> str:
        """The words of the name, apart: `招聘 驾驶员`; its characters too, where it has but one."""
        cut = [self.name[start:end] for start, end in word_places(fold(self.name))]
        words = [word for word in cut if len(word) > 1 or word.isdigit()]
        return " ".join(words if len(words) > 1 else cut)


def asked_topic(question: str) -> Topic | None:
    """Return the topic that `question` names and asks nothing certain of; None for others."""
    question = simplified(question).strip()
    if not is_chinese(question):
        return None
    folded = fold(question)
    for kind in _KINDS:
        found = kind.match(folded)
        name = found and _MARKS.sub("", question[slice(*found.span("topic"))])
        if name and _is_topic(name) and not (kind is _BARE and is_aspect(fold(name))):
            return Topic(name, kind in (_REPORTED, _CONCERNING), kind is _STANDS)
    return None


def _is_topic(name: str) -> bool:
    """Return whether `name` is the name of something, and asks nothing."""
    folded = fold(name)
    nothing = _NO_TOPIC.fullmatch(folded) or _ONLY_TIME.fullmatch(folded)
    asks = _ASKS.search(folded) or expected_answer(name) is not Expected.OTHER
    return 1 < len(name) <= _LONGEST and not (nothing or asks or _PAUSE.search(name))
