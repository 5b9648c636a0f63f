"""Print editions with known articles: the pages that the segmentation benchmark reads.

The articles' texts come from outside; all that a newspaper adds to them (banners, kickers,
bylines, captions cut in, column breaks, jumps, folio lines, slogans) is invented here, in the
forms that city papers use.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from random import Random

from printed_words import (
    ACTS,
    BOXES,
    BRIEFS,
    BRIEFS_BANNERS,
    COMMENT_BANNERS,
    CROSSHEADS,
    GIVEN,
    INDEX,
    LOST,
    NOTES,
    NOTICES,
    ORGANISATIONS,
    PHOTO_BANNERS,
    PICTURES,
    PLACES,
    SECTION_BANNERS,
    SLOGANS,
    SUBHEADS,
    SURNAMES,
    WEEKDAYS,
)


@dataclass(frozen=True, slots=True)
class Story:
    """A text to print: from the articles given to the benchmark."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(slots=True)
class KnownCaption:
    """A caption as it should be read."""

    text: str
    photographer: str = ""


@dataclass(slots=True)
class KnownArticle:
    """An article as it should be read, and where it was printed."""

    headline: str = ""
    banner: str = ""
    kicker: str = ""
    subhead: str = ""
    reporters: list[str] = field(default_factory=list)
    correspondents: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    captions: list[KnownCaption] = field(default_factory=list)
    places: list[tuple[int, int, int]] = field(default_factory=list)  # page, start, end
    cuts: list[tuple[str, str]] = field(default_factory=list)  # text before and after a cut
    genre: str = ""  # where the page tells it


@dataclass(slots=True)
class PrintedEdition:
    """The pages of an edition as text, and the articles that are on them."""

    pages: list[str]
    articles: list[KnownArticle]


@dataclass(slots=True)
class _Page:
    """A page being printed: its lines, and which article each belongs to."""

    lines: list[tuple[str, KnownArticle | None]] = field(default_factory=list)

    def add(self, line: str, article: KnownArticle | None = None) -> None:
        self.lines.append((line, article))


@dataclass(frozen=True, slots=True)
class _Style:
    """How one edition is set and was recognised."""

    width: str  # half, full, mixed
    traditional: bool
    blank_lines: int
    plain_headlines: float  # share of headlines that came out as plain paragraphs
    levels: tuple[int, ...]  # of a banner, a headline, a subhead
    mixed_levels: bool  # or any of them, at random
    kicker_headings: float  # share of kickers that were taken for headings
    crossheads: str  # how a heading within an article is set
    pictures: bool  # the tool that read the page left a mark for each picture


def print_edition(stories: list[Story], random: Random, pages: int) -> PrintedEdition:
    """Lay stories out on so many pages; every choice is drawn from `random`."""
    style = _Style(
        width=random.choice(("half", "full", "full", "mixed")),
        traditional=random.random() < 0.1,
        blank_lines=random.choice((0, 1, 1, 2)),
        plain_headlines=random.choice((0, 0, 0.15, 0.4)),
        levels=random.choice(((2, 2, 2), (2, 2, 2), (1, 1, 1), (1, 2, 3), (1, 2, 2), (1, 2, 3))),
        mixed_levels=random.random() < 0.1,
        kicker_headings=random.choice((0, 0, 0, 0.5)),
        crossheads=random.choice(("plain", "plain", "bold", "heading", "numbered", "marked")),
        pictures=random.random() < 0.3,
    )
    printer = _Printer(random, style, [_Page() for _ in range(pages)])
    shares = [stories[i::pages] for i in range(pages)]
    for number, share in enumerate(shares):
        printer.print_page(number, share)
    return printer.finish()


class _Printer:
    def __init__(self, random: Random, style: _Style, pages: list[_Page]) -> None:
        self.random, self.style, self.pages = random, style, pages
        self.articles: list[KnownArticle] = []
        self.turned: list[tuple[int, KnownArticle, list[str], int]] = []  # second parts to print

    def chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def name(self) -> str:
        length = self.random.choice((1, 2, 2, 2))
        return self.random.choice(SURNAMES) + "".join(self.random.choices(GIVEN, k=length))

    def print_page(self, number: int, stories: list[Story]) -> None:
        page = self.pages[number]
        if self.chance(0.6):
            page.add(self.folio(number))
        for _, article, pieces, origin in [t for t in self.turned if t[0] == number]:
            self.print_second_part(page, article, pieces, origin)
        banner, fresh = "", False
        for left, story in zip(range(len(stories) - 1, -1, -1), stories, strict=True):
            if not fresh and self.chance(0.35):
                banner = self.random.choice(SECTION_BANNERS)
                page.add(self.heading(banner))
            if not fresh and left and self.chance(0.06):
                self.print_comment(page, story)
                banner = self.random.choice(SECTION_BANNERS)
                page.add(self.heading(banner))
                fresh = True
                continue
            self.print_story(number, story, banner)
            fresh = False
            if left and self.chance(0.08):
                self.print_briefs(page)
                fresh = True
                banner = self.random.choice(SECTION_BANNERS)
                page.add(self.heading(banner))
            if left and not fresh and self.chance(0.12):
                self.print_photo_item(page)
                fresh = True
                banner = self.random.choice(SECTION_BANNERS)
                page.add(self.heading(banner))
        if self.chance(0.15):
            self.print_photo_item(page)
            banner = ""
        if self.chance(0.12):
            self.print_photo_group(page, banner)
        if self.chance(0.12):
            self.print_briefs(page)
        if self.chance(0.12):
            self.print_notice(page)
        elif self.chance(0.1):
            self.print_lost_notices(page)
        self.print_foot(page, number)

    def heading(self, text: str, depth: int = 0) -> str:
        """Mark a heading: `depth` 0 is a banner's, 1 a headline's, 2 a subhead's."""
        levels = self.style.levels
        level = self.random.choice(levels) if self.style.mixed_levels else levels[depth]
        return "#" * level + " " + text

    def folio(self, number: int) -> str:
        weekday = self.random.choice(WEEKDAYS)
        return self.random.choice(
            (
                f"2021年9月2日 星期{weekday} 第{number + 1:02}版:要闻",
                f"青岚日报 2021年9月2日 星期{weekday} A{number + 1}",
                f"{number + 1}版 综合新闻 2021年9月2日 责编:{self.name()}",
                f"第{number + 1}版",
                f"2021年9月2日 农历辛丑年七月廿六 星期{weekday} 总第12345期 今日8版",
            )
        )

    def print_foot(self, page: _Page, number: int) -> None:
        if self.chance(0.4):
            sep = self.random.choice((":", " "))
            page.add(f"责任编辑{sep}{self.name()} 美编{sep}{self.name()} 校对{sep}{self.name()}")
        if self.chance(0.3):
            page.add(self.random.choice(SLOGANS))
        if self.chance(0.08):
            page.add(self.heading("导读"))
            for line in self.random.sample(INDEX, 2):
                page.add(line)
        if self.chance(0.1):
            page.add("上一版 下一版")
        if self.chance(0.1):
            page.add("今天:多云转晴 18℃~27℃")

    # --- articles --------------------------------------------------------------------------------

    def print_story(self, number: int, story: Story, banner: str) -> None:
        page, random = self.pages[number], self.random
        article = KnownArticle(
            headline=story.title, banner=banner, paragraphs=list(story.paragraphs)
        )
        self.articles.append(article)
        self.add_crossheads(article)
        head, line = self.bylines(article)
        sign = self.sign(article) if not head and not line else ""
        self.print_titles(page, article, signed=bool(head or line))
        if line:
            page.add(line, article)
        if self.chance(0.06):
            article.paragraphs.insert(0, random.choice(NOTES))
        pieces = self.cut(article)
        caption = self.caption(article) if self.chance(0.35) else None
        target = None if sign else self.jump_target(number, pieces)
        rest: list[str] = []
        if target is not None:
            at = random.randrange(1, len(pieces))
            pieces, rest = pieces[:at], pieces[at:]
        caption_at = random.randrange(1, len(pieces) + 1) if caption else -1
        noted = pieces[0] in NOTES
        for i, piece in enumerate(pieces):
            if i == caption_at and caption:
                self.print_caption(page, caption, article)
            end = sign if i == len(pieces) - 1 else ""
            page.add(
                (head if i == noted else "")
                + self.crosshead(piece, bylined=bool(head or line))
                + end,
                article,
            )
        if caption and caption_at >= len(pieces):
            self.print_caption(page, caption, article)
        if target is not None:
            page.add(f"(下转第{target + 1}版)", article)
            self.turned.append((target, article, rest, number))

    def print_titles(self, page: _Page, article: KnownArticle, *, signed: bool) -> None:
        random = self.random
        if self.chance(0.45):
            article.kicker = random.choice(ORGANISATIONS) + random.choice((":", ":", "——", "", ""))
            marked = article.kicker[-1] in ":—" and self.chance(self.style.kicker_headings)
            page.add(self.heading(article.kicker, 1) if marked else article.kicker, article)
        rarely = 1 if signed else 0.3  # without a byline below, little tells a headline
        plain = self.chance(rarely * self.style.plain_headlines)
        page.add(article.headline if plain else self.heading(article.headline, 1), article)
        if self.chance(0.15):
            article.subhead = (
                f"——{random.choice(ORGANISATIONS)}{random.choice(('纪实', '侧记', '工作见闻'))}"
            )
        elif signed and not plain and self.chance(0.06):
            article.subhead = random.choice(SUBHEADS)
        if article.subhead:
            marked = self.chance(0.3)
            page.add(self.heading(article.subhead, 2) if marked else article.subhead, article)

    def add_crossheads(self, article: KnownArticle) -> None:
        """Put a heading into a longer article, or a box below it."""
        if len(article.paragraphs) > 3 and self.chance(0.15):
            article.paragraphs.insert(2, self.random.choice(CROSSHEADS))
        if self.style.crossheads == "numbered":
            article.paragraphs = [f"一、{p}" if p in CROSSHEADS else p for p in article.paragraphs]
        if self.style.crossheads == "marked":
            article.paragraphs = [f"■{p}" if p in CROSSHEADS else p for p in article.paragraphs]
        if self.chance(0.05):
            article.paragraphs += self.random.choice(BOXES)

    def crosshead(self, piece: str, *, bylined: bool) -> str:
        """Mark a piece that is a heading within its article, as the edition does."""
        is_box = piece in dict(BOXES)
        # Without a byline above, a heading opens an article.
        if not is_box and (piece not in CROSSHEADS or not bylined):
            return piece
        if self.style.crossheads == "bold" and bylined:
            return f"**{piece}**"
        return self.heading(piece, 2) if self.style.crossheads == "heading" and bylined else piece

    def print_caption(self, page: _Page, caption: str, article: KnownArticle) -> None:
        if self.style.pictures:
            page.add("![](images/1a2b.jpg)")
        page.add(caption, article)

    def jump_target(self, number: int, pieces: list[str]) -> int | None:
        later = range(number + 1, len(self.pages))
        if len(pieces) < 3 or not later or not self.chance(0.15):
            return None
        return self.random.choice(later)

    def print_second_part(
        self, page: _Page, article: KnownArticle, pieces: list[str], origin: int
    ) -> None:
        form = self.random.randrange(3)
        if form == 0:
            page.add(f"(上接第{origin + 1}版)", article)
        elif form == 1:
            page.add(f"(上接第{origin + 1}版《{article.headline}》)", article)
        else:
            page.add(self.heading(article.headline, 1), article)
            page.add(f"(上接第{origin + 1}版)", article)
        for piece in pieces:
            page.add(piece, article)

    def bylines(self, article: KnownArticle) -> tuple[str, str]:
        """Return an inline head and a byline line; at most one is not empty."""
        random = self.random
        reporters = [self.name() for _ in range(random.choice((1, 1, 1, 2)))]
        correspondents = [self.name() for _ in range(random.choice((0, 0, 1, 1, 2)))]
        form = random.choice(
            ("line", "line", "line", "head", "head", "head", "wire", "slash", "none", "none")
        )
        if form == "none":
            return "", ""
        if form == "wire":
            place = random.choice(("北京", "上海", "郑州", "日内瓦"))
            start = random.choice(("新华社", "据新华社", "人民网", "科技日报")) + f"{place}9月1日电"
            article.reporters = reporters if self.chance(0.6) else []
            names = f"(记者 {'、'.join(map(self.spaced, reporters))})" if article.reporters else " "
            return start + names, ""
        article.reporters = reporters
        if form == "slash":
            left, right = random.choice(("【】", "〔〕"))
            return f"{left}记者{'、'.join(reporters)}/青岚报道{right}", ""
        if form == "line" and self.chance(0.1):
            return "", f"□ {reporters[0]}" if len(reporters) == 1 else f"□ {' '.join(reporters)}"
        article.correspondents = correspondents
        names = self.titled(reporters, correspondents)
        if form == "head":
            start = random.choice(("本报讯", "本报讯", "本报讯 ", "本报北京9月1日电 ", "晚报讯"))
            return f"{start}({names})", ""
        mark = random.choice(("□", "□", "■", "◇", ""))
        tail = random.choice(("", "", "", " 文/图"))
        return "", f"{mark}{random.choice(('', ' ')) if mark else ''}本报{names}{tail}"

    def titled(self, reporters: list[str], correspondents: list[str]) -> str:
        """Set names after their titles, apart or without a space between."""
        random = self.random
        title = random.choice(("记者", "记者", "记者", "见习记者", "首席记者", "全媒体记者"))
        if self.chance(0.15) and len(reporters) < 2 and len(correspondents) < 2:
            return title + reporters[0] + "".join(f"通讯员{name}" for name in correspondents)
        gap = random.choice((" ", "、"))
        names = f"{title} " + gap.join(map(self.spaced, reporters))
        if correspondents:
            names += " 通讯员 " + gap.join(map(self.spaced, correspondents))
        return names

    def sign(self, article: KnownArticle) -> str:
        """Return names to put at the end of an article that has none above."""
        if not self.chance(0.3):
            return ""
        article.reporters = [self.name()]
        article.correspondents = [self.name() for _ in range(self.random.choice((0, 1)))]
        return f"({self.titled(article.reporters, article.correspondents)})"

    def spaced(self, name: str) -> str:
        return f"{name[0]} {name[1]}" if len(name) == 2 and self.chance(0.6) else name

    def cut(self, article: KnownArticle) -> list[str]:
        """Cut paragraphs at column breaks; each cut is noted in the article."""
        pieces: list[str] = []
        for paragraph in article.paragraphs:
            rest = paragraph
            shortest = 15  # a column's last lines; a whole column of one paragraph is longer
            while len(rest) > shortest + 40 and self.chance(0.3):
                at = self.random.randrange(shortest, len(rest) - 15)
                if is_end(rest[:at]) or rest[at - 1].isspace() or rest[at].isspace():
                    continue
                article.cuts.append((rest[:at], rest[at:]))
                pieces.append(rest[:at])
                rest, shortest = rest[at:], 100
            pieces.append(rest)
        return pieces

    def caption(self, article: KnownArticle) -> str:
        text = self.random.choice(ACTS).format(place=self.random.choice(PLACES))
        form = self.random.randrange(4)
        text = ("8月31日," + text, "图为" + text, text, "近日," + text)[form]
        end = self.random.choice(("", "。"))
        if self.chance(0.3):
            end = self.random.choice(("", "", "", "。")) if form != 2 else ""
            article.captions.append(KnownCaption(text + end))
            return text + end
        name = self.name()
        article.captions.append(KnownCaption(text + end, name))
        credit = self.random.choice((f"({name} 摄)", f"({name}/摄)", f"(本报记者 {name} 摄)"))
        return text + end + credit

    def print_photo_item(self, page: _Page) -> None:
        banner = self.random.choice(PHOTO_BANNERS)
        page.add(self.heading(banner))
        for _ in range(self.random.choice((1, 1, 1, 2))):
            name = self.name()
            act = self.random.choice(ACTS).format(place=self.random.choice(PLACES))
            story = f"8月27日,{self.random.choice(ORGANISATIONS)}开展主题活动,吸引众多市民参加。图为{act}。"
            article = KnownArticle(
                banner=banner, captions=[KnownCaption(story, name)], genre="图片新闻"
            )
            self.articles.append(article)
            if self.chance(0.3):
                page.add(story, article)
                page.add(f"本报记者 {name} 摄", article)
            else:
                page.add(f"{story}({name} 摄)", article)

    def print_photo_group(self, page: _Page, banner: str) -> None:
        """Print several pictures under one headline, each with its number."""
        name, random = self.name(), self.random
        captions = random.sample(PICTURES, 3)
        mark = random.choice(("①②③", ["图①:", "图②:", "图③:"]))
        captions = [number + text for number, text in zip(mark, captions, strict=True)]
        article = KnownArticle(
            headline=random.choice(("大地流金 丰收在望", "忙碌的一天", "沸腾的工地")),
            banner=banner,
            reporters=[name],
            paragraphs=["入秋以来,青岚大地处处是忙碌的身影,人们用双手描绘着丰收的图景。"],
            captions=[KnownCaption(caption) for caption in captions],
            genre="图片新闻",
        )
        self.articles.append(article)
        page.add(self.heading(article.headline, 1), article)
        page.add(f"本报记者 {name} {random.choice(('文/图', '摄影报道'))}", article)
        for text in (article.paragraphs[0], *captions):
            page.add(text, article)

    def print_briefs(self, page: _Page) -> None:
        """Print a bundle of short items: signed or not, with marks before them or not."""
        banner, signed = self.random.choice(BRIEFS_BANNERS), self.chance(0.5)
        mark = self.random.choice(("", "", "●", "△", "■"))
        page.add(self.heading(banner))
        for text in self.random.sample(BRIEFS, self.random.choice((2, 3))):
            brief = mark + text.format(org=self.random.choice(ORGANISATIONS))
            article = KnownArticle(banner=banner, paragraphs=[brief], genre="简讯")
            self.articles.append(article)
            if signed:
                article.reporters = [self.name()]
            page.add(brief + "".join(f"({self.spaced(n)})" for n in article.reporters), article)

    def print_comment(self, page: _Page, story: Story) -> None:
        """Print a comment under its own banner, with its author below the headline."""
        banner, name = self.random.choice(COMMENT_BANNERS), self.name()
        article = KnownArticle(
            headline=story.title,
            banner=banner,
            reporters=[name],
            paragraphs=list(story.paragraphs),
            genre="评论",
        )
        self.articles.append(article)
        page.add(self.heading(banner))
        page.add(self.heading(story.title, 1), article)
        page.add(f"{self.random.choice('□■')} {self.spaced(name)}", article)
        for piece in self.cut(article):
            page.add(piece, article)

    def print_lost_notices(self, page: _Page) -> None:
        """Print several notices of one name, each a plain line above its text."""
        page.add(self.heading("分类信息"))
        for text in self.random.sample(LOST, 2):
            notice = text.format(name=self.name())
            article = KnownArticle("遗失声明", "分类信息", paragraphs=[notice], genre="公告")
            self.articles.append(article)
            page.add("遗失声明", article)
            page.add(notice, article)

    def print_notice(self, page: _Page) -> None:
        title, text = self.random.choice(NOTICES)
        article = KnownArticle(headline=title, paragraphs=[text], banner="公告栏", genre="公告")
        self.articles.append(article)
        page.add(self.heading("公告栏"))
        page.add(self.heading(title, 1), article)
        page.add(text, article)
        if self.chance(0.4):
            signature = [self.random.choice(("青岚市供水公司", "青岚区税务局")), "2021年9月1日"]
            article.paragraphs += signature
            for line in signature:
                page.add(line, article)

    # --- setting ---------------------------------------------------------------------------------

    def finish(self) -> PrintedEdition:
        set_type = _setter(self.random, self.style)
        printed: list[str] = []
        for number, page in enumerate(self.pages):
            text = ""
            for line, article in page.lines:
                set_line = set_type(line)
                if article is not None:
                    article.places.append((number, len(text), len(text) + len(set_line)))
                text += set_line + "\n" * (1 + self.style.blank_lines)
            printed.append(text)
        for article in self.articles:
            _set_article(article, set_type)
        return PrintedEdition(printed, self.articles)


def is_end(text: str) -> bool:
    """Say whether a cut here would fall at the end of a sentence or of a quotation."""
    return bool(re.search(r"[。！？!?…;；:：”’」』)）》]$", text))


def _set_article(article: KnownArticle, set_type: object) -> None:
    assert callable(set_type)
    for name in ("headline", "banner", "kicker", "subhead"):
        setattr(article, name, set_type(getattr(article, name)))
    for name in ("paragraphs", "reporters", "correspondents"):
        setattr(article, name, [set_type(text) for text in getattr(article, name)])
    article.captions = [
        KnownCaption(set_type(c.text), set_type(c.photographer)) for c in article.captions
    ]
    article.cuts = [(set_type(a), set_type(b)) for a, b in article.cuts]


_TO_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_TO_FULL = {ord(c): ord(c) + 0xFEE0 for c in ",:;!?()"}


def _setter(random: Random, style: _Style) -> object:
    """Return a function that sets text in the edition's widths and characters.

    It sets the same text the same way each time, so that what is printed and what is known of
    it agree.
    """
    mixed = {code: to for code, to in _TO_FULL.items() if random.random() < 0.5}

    @cache
    def set_type(text: str) -> str:
        text = text.translate(_TO_HALF)
        if style.width != "half":
            text = text.translate(_TO_FULL if style.width == "full" else mixed)
            text = re.sub(r"(?<=\d)[，：](?=\d)", lambda m: chr(ord(m[0]) - 0xFEE0), text)
        return _traditional().convert(text) if style.traditional else text

    return set_type


@cache
def _traditional():  # type: ignore[no-untyped-def]
    from opencc import OpenCC

    return OpenCC("s2t")
