"""The types that flow through the program, from a printed page to a cited answer.

All are frozen dataclasses without I/O. Offsets are in Unicode code points and half-open:
``text[start:end]`` is what they name.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from qa.errors import EditionError, Fault

_A_MONTH = timedelta(days=31)


class Role(StrEnum):
    """What a block of a printed page is."""

    BANNER = "banner"  # 栏题: the name of a section, above several articles
    KICKER = "kicker"  # 引题: the short line before a headline
    HEADLINE = "headline"  # 主题
    SUBHEAD = "subhead"  # 副题: the line after a headline
    BYLINE = "byline"  # 署名 and 电头: "□本报记者 甲", "本报讯(记者 甲)"
    BODY = "body"  # 正文
    CAPTION = "caption"  # 图片说明
    CREDIT = "credit"  # 摄影署名: "(甲 摄)"
    JUMP = "jump"  # 转版/接版: "(下转第3版)"
    FURNITURE = "furniture"  # folio line, staff box, slogan


class Genre(StrEnum):
    """The kind of an article, as far as its page tells."""

    NEWS = "消息"
    FEATURE = "通讯"
    PHOTO = "图片新闻"
    BRIEFS = "简讯"
    COMMENT = "评论"
    NOTICE = "公告"
    CORRECTION = "更正"
    ADVERTISEMENT = "广告"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a source file's decoded text."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Return whether `other` lies within it."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Return whether `other` has a character of it."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class SourceSpan:
    """A stretch of a named source file."""

    source: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """One run of text off a page, with its role and its place in the page's source."""

    role: Role
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Page:
    """One printed page of an edition, its blocks in reading order."""

    number: str  # as printed: "3", "03", "A3"; "" where unknown
    name: str  # 版名, such as "要闻"; "" where unknown
    blocks: tuple[Block, ...]
    source: str  # the file it was read from


@dataclass(frozen=True, slots=True)
class Caption:
    """A picture's caption."""

    text: str  # without its credit
    photographer: str = ""
    credit: str = ""  # as printed: "(张美红 摄)"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date that an article's text names, resolved against its edition's date."""

    start: int  # offset in Article.text
    end: int
    since: date  # first day that is meant
    until: date  # last day that is meant


@dataclass(frozen=True)
class Article:
    """One article, whole, with the fields that an editor would give it."""

    id: str
    page: str  # number of the page it starts on; "" where unknown
    headline: str
    paragraphs: tuple[str, ...]
    banner: str = ""
    kicker: str = ""
    subhead: str = ""
    byline: str = ""  # as printed
    reporters: tuple[str, ...] = ()
    correspondents: tuple[str, ...] = ()
    genre: Genre = Genre.NEWS
    captions: tuple[Caption, ...] = ()
    dates: tuple[DateMention, ...] = ()
    spans: tuple[SourceSpan, ...] = ()

    @cached_property
    def text(self) -> str:
        """The article as it is quoted: byline, paragraphs and captions, one to a line.

        Offsets of passages and date mentions count in this text, and so do those of citations,
        which go on in `quotable`.
        """
        captions = (caption.text + caption.credit for caption in self.captions)
        lines = (self.byline, *self.paragraphs, *captions)
        return "\n".join(line for line in lines if line)

    @property
    def titles(self) -> tuple[str, ...]:
        """The kicker, headline and subhead, as far as it has them."""
        return tuple(one for one in (self.kicker, self.headline, self.subhead) if one)

    @cached_property
    def quotable(self) -> str:
        """The text, and behind it the titles: what an answer may quote."""
        return "\n".join((self.text, *self.titles))

    @property
    def title(self) -> str:
        """The headline, or for an article without one its kicker, banner or first words."""
        return self.headline or self.kicker or self.banner or self.text[:24]


@dataclass(frozen=True, slots=True)
class Edition:
    """One day's issue of one paper."""

    id: str
    paper: str  # 报头; "" where unknown
    date: date | None
    issue: str = ""  # 期号, as printed


@dataclass(frozen=True, slots=True)
class ReadEdition:
    """An edition with all that was read of it."""

    edition: Edition
    pages: tuple[Page, ...]
    articles: tuple[Article, ...]
    warnings: tuple[str, ...] = ()  # such as "date of 03.txt unknown: give --date"


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """A file that could not be read, and why."""

    source: str
    error: EditionError


@dataclass(frozen=True, slots=True)
class EditionSummary:
    """An edition that an archive holds, and how much of it."""

    edition: Edition
    pages: tuple[str, ...]  # page numbers as printed, in order
    articles: int
    passages: int


@dataclass(frozen=True, slots=True)
class Failure:
    """A file or edition that could not be indexed, and why."""

    source: str
    reason: str
    fault: Fault = Fault.OTHER
    pages: str = ""  # of the file, where only some failed: "3, 4"


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What became of each edition that was indexed, by edition id."""

    added: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()  # pruned
    failed: tuple[Failure, ...] = ()
    warnings: tuple[str, ...] = ()
    articles: int = 0  # in the editions added or replaced
    passages: int = 0  # likewise
    read: int = 0  # articles, those of unchanged editions among them


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a check of an archive found damaged."""

    text: str  # what it is, and what to do where it was not mended
    mended: bool


@dataclass(frozen=True, slots=True)
class Statistics:
    """How much an archive holds, and how it is kept."""

    editions: int
    articles: int
    passages: int
    papers: int
    oldest: date | None
    newest: date | None
    model: str
    dimension: int  # of its vectors
    generation: int
    made: str  # when the generation was, ISO 8601, UTC
    kept: int  # generations that rollback can go back to
    shards: int
    catalogue_bytes: int
    shard_bytes: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Some whole sentences of one article: what is embedded and retrieved."""

    article_id: str
    start: int  # offset in Article.text
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class DateRange:
    """Days from `since` to `until`, both included; None is open."""

    since: date | None = None
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Return whether `day` is one of them."""
        return (not self.since or self.since <= day) and (not self.until or day <= self.until)

    def touches(self, other: DateRange) -> bool:
        """Return whether two ranges have a day in common."""
        begins = not self.since or not other.until or self.since <= other.until
        ends = not self.until or not other.since or other.since <= self.until
        return begins and ends

    def is_short(self) -> bool:
        """Return whether it has two ends, a month apart at most."""
        return bool(self.since and self.until and self.until - self.since <= _A_MONTH)


@dataclass(frozen=True, slots=True)
class Filters:
    """What a passage must match to be found; None and an open range match all."""

    dates: DateRange = DateRange()
    paper: str | None = None
    section: str | None = None  # a section banner or page name
    page: str | None = None
    reporter: str | None = None


class Expected(StrEnum):
    """The kind of answer that a question asks for."""

    PERSON = "person"
    PLACE = "place"
    DATE = "date"
    NUMBER = "number"
    REASON = "reason"
    MANNER = "manner"
    LIST = "list"
    YES_NO = "yes/no"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Query:
    """A question made stand-alone, with its filters and its expected kind of answer."""

    question: str  # as asked
    text: str  # stand-alone: what is searched
    filters: Filters = Filters()
    expected: Expected = Expected.OTHER
    newest: bool = False  # newer editions are preferred: "后来", "现在"
    around: DateRange | None = None  # editions of these days are preferred: "8月底"
    source: bool = False  # where what was answered last is printed, and by whom
    last: str = ""  # the last answer of a conversation, where this may be asked of its article


@dataclass(frozen=True, slots=True)
class ScoreParts:
    """What a hit's score is made of."""

    dense: float  # cosine of question and passage, -1 to 1
    lexical: float  # BM25 as a share of the best that the question could score, 0 to 1


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a question, with its article and edition."""

    score: float  # 0 to 1, the higher the surer; where the newest is wanted, days order as well
    passage: Passage
    article: Article
    edition: Edition
    parts: ScoreParts
    reprints: tuple[tuple[Article, Edition], ...] = ()  # other articles of the same text


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered quote: the sentence, and where in which article it stands."""

    number: int
    quote: str  # verbatim: article.quotable[start:end]
    start: int
    end: int
    article: Article
    edition: Edition
    passage: Passage
    reprints: tuple[tuple[Article, Edition], ...] = ()  # other articles of the same text


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said to a question, and what it stands on."""

    question: str
    searched: str  # the stand-alone question that was searched
    text: str
    citations: tuple[Citation, ...]
    abstained: bool
    answerer: str  # "extractive", or "llm:" with the name of a language model
    related: tuple[Hit, ...] = ()  # nearest passages, not quoted as an answer
    filters: Filters = Filters()  # what was searched, the question's own dates among it
    short: str = ""  # the shortest piece of a quote that answers, where there is one
    note: str = ""  # what the reader should know of how it came about
    unsupported: tuple[str, ...] = ()  # what a language model claims and no citation holds

    @property
    def by_model(self) -> bool:
        """Whether a language model wrote it."""
        return self.answerer.startswith("llm:")
