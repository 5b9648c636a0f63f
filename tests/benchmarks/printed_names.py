"""Invented people of printed pages, and the bylines that name them."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from printed_words import GIVEN, SURNAMES

if TYPE_CHECKING:
    from printed_setting import KnownArticle


class Names:
    """Draws names, and sets them as bylines do."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def chance(self, probability: float) -> bool:
        """Draw whether something happens."""
        return self.random.random() < probability

    def name(self) -> str:
        """Draw a name of two or three characters."""
        length = self.random.choice((1, 2, 2, 2))
        return self.random.choice(SURNAMES) + "".join(self.random.choices(GIVEN, k=length))

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
        """Set a name of two characters with a space within, or not."""
        return f"{name[0]} {name[1]}" if len(name) == 2 and self.chance(0.6) else name
