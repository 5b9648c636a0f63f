"""Print editions with known articles: the pages that the segmentation benchmark reads.

The articles' texts come from outside; all that a newspaper adds to them (banners, kickers,
bylines, captions cut in, column breaks, jumps, folio lines, slogans) is invented here, in the
forms that city papers use.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from printed_names import Names
from printed_setting import (
    KnownArticle,
    KnownCaption,
    Page,
    PrintedEdition,
    Style,
    draw_style,
    set_edition,
)
from printed_words import (
    ACTS,
    BOXES,
    BRIEFS,
    BRIEFS_BANNERS,
    COMMENT_BANNERS,
    CROSSHEADS,
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
    WEEKDAYS,
)


@dataclass(frozen=True, slots=True)
class Story:
    """A text to print: from the articles given to the benchmark."""

    title: str
    paragraphs: tuple[str, ...]


def print_edition(stories: list[Story], random: Random, pages: int) -> PrintedEdition:
    """Lay stories out on so many pages; every choice is drawn from `random`."""
    style = draw_style(random)
    printer = _Printer(random, style, [Page() for _ in range(pages)])
    shares = [stories[i::pages] for i in range(pages)]
    for number, share in enumerate(shares):
        printer.print_page(number, share)
    return set_edition(printer.pages, printer.articles, style, random)


class _Printer(Names):
    def __init__(self, random: Random, style: Style, pages: list[Page]) -> None:
        super().__init__(random)
        self.style, self.pages = style, pages
        self.articles: list[KnownArticle] = []
        self.turned: list[tuple[int, KnownArticle, list[str], int]] = []  # second parts to print

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

    def print_foot(self, page: Page, number: int) -> None:
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

    def print_titles(self, page: Page, article: KnownArticle, *, signed: bool) -> None:
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

    def print_caption(self, page: Page, caption: str, article: KnownArticle) -> None:
        if self.style.pictures:
            page.add("![](images/1a2b.jpg)")
        page.add(caption, article)

    def jump_target(self, number: int, pieces: list[str]) -> int | None:
        later = range(number + 1, len(self.pages))
        if len(pieces) < 3 or not later or not self.chance(0.15):
            return None
        return self.random.choice(later)

    def print_second_part(
        self, page: Page, article: KnownArticle, pieces: list[str], origin: int
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

    def print_photo_item(self, page: Page) -> None:
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

    def print_photo_group(self, page: Page, banner: str) -> None:
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

    def print_briefs(self, page: Page) -> None:
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

    def print_comment(self, page: Page, story: Story) -> None:
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

    def print_lost_notices(self, page: Page) -> None:
        """Print several notices of one name, each a plain line above its text."""
        page.add(self.heading("分类信息"))
        for text in self.random.sample(LOST, 2):
            notice = text.format(name=self.name())
            article = KnownArticle("遗失声明", "分类信息", paragraphs=[notice], genre="公告")
            self.articles.append(article)
            page.add("遗失声明", article)
            page.add(notice, article)

    def print_notice(self, page: Page) -> None:
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


def is_end(text: str) -> bool:
    """Say whether a cut here would fall at the end of a sentence or of a quotation."""
    return bool(re.search(r"[。！？!?…;；:：”’」』)）》]$", text))
