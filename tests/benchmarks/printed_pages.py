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

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华慧建国玉兰红梅志鹏宇轩子涵欣怡晓东春燕海波文博雪莲"
ORGANISATIONS = [
    "青岚区",
    "云溪镇",
    "市教育局",
    "区应急管理局",
    "柳河街道",
    "市总工会",
    "区营商办",
    "石桥乡",
    "城关镇",
    "市人社局",
    "东湖社区",
    "区人大常委会",
    "市第三人民医院",
    "区税务局",
    "北坡村",
    "团市委",
    "市公安局交警支队",
    "白鹭洲街道党工委",
    "省高速集团青岚分公司",
]
SECTION_BANNERS = [
    "乡村振兴进行时",
    "奋进新征程 建功新时代",
    "民生关注",
    "要闻",
    "共建文明城 同享好生活",
    "党旗在基层一线高高飘扬",
    "经济视点",
    "凡人善举",
    "优化营商环境 服务高质量发展",
    "平安青岚",
    "走基层 看变化",
    "创新驱动 绿色发展",
    "法治在线",
    "健康生活",
    "综合新闻",
]
PHOTO_BANNERS = ("图说新闻", "图片新闻", "影像青岚", "光影")
BRIEFS_BANNERS = ("简讯", "短讯", "一周短波", "综合快讯")
SLOGANS = (
    "创建全国文明城市",
    "讲文明 树新风",
    "厉行节约 反对浪费",
    "绿水青山就是金山银山",
    "诚信建设万里行",
)
PLACES = (
    "接种点",
    "小麦示范田",
    "便民服务大厅",
    "东湖公园",
    "项目工地",
    "社区书屋",
    "蔬菜大棚",
    "马拉松赛道",
)
ACTS = (
    "居民在{place}有序等候", "志愿者在{place}整理物资", "工作人员在{place}查看设备", "学生们在{place}参加活动",
    "技术员在{place}讲解技术", "游客在{place}留影",
)  # fmt: skip
NOTICES = (
    ("停水公告", "因管网改造施工,定于9月12日8时至18时对柳河路沿线停水,请提前储水。"),
    ("遗失声明", "李建国不慎将青岚区不动产权证遗失,证号为0012345号,声明作废。"),
    ("关于启用新办公地址的通告", "自9月6日起,青岚区税务局迁至文峰大道18号办公,服务电话不变。"),
    ("招领启事", "8月28日在东湖公园北门拾得钱包一个,请失主持有效证件前来认领。"),
)
CROSSHEADS = (
    "先问居民 再定方案",
    "夯实基础",
    "一张网管到底",
    "党建引领 凝聚合力",
    "让数据多跑路",
    "群众的贴心人",
    "科技赋能添动力",
)
WEEKDAYS = "一二三四五六日"


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
    levels: tuple[int, ...]


def print_edition(stories: list[Story], random: Random, pages: int) -> PrintedEdition:
    """Lay stories out on so many pages; every choice is drawn from `random`."""
    style = _Style(
        width=random.choice(("half", "full", "full", "mixed")),
        traditional=random.random() < 0.1,
        blank_lines=random.choice((0, 1, 1, 2)),
        plain_headlines=random.choice((0, 0, 0.15, 0.4)),
        levels=random.choice(((2,), (2,), (1, 2), (1, 2, 3))),
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
            self.print_story(number, story, banner)
            fresh = False
            if left and self.chance(0.12):
                self.print_photo_item(page)
                fresh = True
                banner = self.random.choice(SECTION_BANNERS)
                page.add(self.heading(banner))
        if self.chance(0.15):
            self.print_photo_item(page)
            banner = ""
        if self.chance(0.12):
            self.print_notice(page)
        self.print_foot(page, number)

    def heading(self, text: str) -> str:
        return "#" * self.random.choice(self.style.levels) + " " + text

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
        if len(article.paragraphs) > 3 and self.chance(0.15):
            article.paragraphs.insert(2, self.random.choice(CROSSHEADS))
        head, line = self.bylines(article)
        if self.chance(0.45):
            article.kicker = random.choice(ORGANISATIONS) + random.choice((":", ":", "——", "", ""))
            page.add(article.kicker, article)
        rarely = 1 if head or line else 0.3  # without a byline below, little tells a headline
        plain = self.chance(rarely * self.style.plain_headlines)
        page.add(story.title if plain else self.heading(story.title), article)
        if self.chance(0.15):
            article.subhead = (
                f"——{random.choice(ORGANISATIONS)}{random.choice(('纪实', '侧记', '工作见闻'))}"
            )
            page.add(
                self.heading(article.subhead) if self.chance(0.3) else article.subhead, article
            )
        if line:
            page.add(line, article)
        pieces = self.cut(article)
        caption = self.caption(article) if self.chance(0.35) else None
        target = self.jump_target(number, pieces)
        rest: list[str] = []
        if target is not None:
            at = random.randrange(1, len(pieces))
            pieces, rest = pieces[:at], pieces[at:]
        caption_at = random.randrange(1, len(pieces) + 1) if caption else -1
        for i, piece in enumerate(pieces):
            if i == caption_at and caption:
                page.add(caption, article)
            page.add((head if i == 0 else "") + piece, article)
        if caption and caption_at >= len(pieces):
            page.add(caption, article)
        if target is not None:
            page.add(f"(下转第{target + 1}版)", article)
            self.turned.append((target, article, rest, number))

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
            page.add(self.heading(article.headline), article)
            page.add(f"(上接第{origin + 1}版)", article)
        for piece in pieces:
            page.add(piece, article)

    def bylines(self, article: KnownArticle) -> tuple[str, str]:
        """Return an inline head and a byline line; at most one is not empty."""
        random = self.random
        reporters = [self.name() for _ in range(random.choice((1, 1, 1, 2)))]
        correspondents = [self.name() for _ in range(random.choice((0, 0, 1, 1, 2)))]
        form = random.choice(("line", "line", "head", "head", "none"))
        if form == "none":
            return "", ""
        article.reporters, article.correspondents = reporters, correspondents
        gap = random.choice((" ", "、"))
        names = "记者 " + gap.join(map(self.spaced, reporters))
        if correspondents:
            names += " 通讯员 " + gap.join(map(self.spaced, correspondents))
        if form == "head":
            start = random.choice(("本报讯", "本报讯", "本报讯 ", "本报北京9月1日电 "))
            return f"{start}({names})", ""
        mark = random.choice(("□", "□", "■", "◇", ""))
        tail = random.choice(("", "", "", " 文/图"))
        return "", f"{mark}{random.choice(('', ' ')) if mark else ''}本报{names}{tail}"

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
        banner, name = self.random.choice(PHOTO_BANNERS), self.name()
        act = self.random.choice(ACTS).format(place=self.random.choice(PLACES))
        story = (
            f"8月27日,{self.random.choice(ORGANISATIONS)}开展主题活动,吸引众多市民参加。图为{act}。"
        )
        article = KnownArticle(banner=banner, captions=[KnownCaption(story, name)])
        self.articles.append(article)
        page.add(self.heading(banner))
        page.add(f"{story}({name} 摄)", article)

    def print_notice(self, page: _Page) -> None:
        title, text = self.random.choice(NOTICES)
        article = KnownArticle(headline=title, paragraphs=[text], banner="公告栏")
        self.articles.append(article)
        page.add(self.heading("公告栏"))
        page.add(self.heading(title), article)
        page.add(text, article)

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
