"""Whatever a page holds, every character of it is in one block, and every block of an article in it."""

from __future__ import annotations

import tempfile
from collections import Counter
from contextlib import suppress
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from qa.editions import ReadFailure, read_editions
from qa.editions.formats.decode import decode
from qa.errors import EditionError
from qa.types import ReadEdition, Role

BODY = "青岚区柳河街道近日启动老旧小区改造,首批12个小区年底前完工,居民可以现场提意见。"
_PIECES = st.sampled_from(
    [
        "青岚日报 2021年9月2日 星期四 第03版:要闻", "要闻 02", "2021.09.02", "【校园传真】", "学党史 悟思想 办实事", "# 图片新闻",
        "## 简讯", "## 公告", "遗失声明", "柳河街道:", "新学期伊始", "# 老楼加装新电梯 修到家门口", "**先问居民再动工**", "——柳河街道旧改纪实",
        "□本报记者 张敏 通讯员 李 珍", "甄 芃", "■ 言 午", "记者張宜庭／洛川報導", "文/图 张敏", BODY, BODY[:20], BODY[20:],
        "本报讯(记者 张敏)" + BODY, "本报讯 记者 石榴 通讯员 谢方 " + BODY, "据新华社北京8月1日电 " + BODY, BODY + "(张 敏)",
        BODY + "(下转第2版)", "▶▶下转2版", "(紧转A2版《题》)", "◀◀上接1版", "(上接第01版《老楼》)" + BODY, "(上接", "下转第版)", "图为现场。(张敏 摄)",
        "社区干部清理河道", "张 敏 摄", "(左)图", "出租:青山路商铺。", "@老杨树:点赞!", "▲今年全市减税3亿元。", "独上高亭望大江,", "一、", "(一)", "- 一等奖 王小明",
        "责任编辑/张敏", "讲文明 树新风 公益广告", "![](a.jpg)", "<div align=center>", "---", "########", "# ", "****", "__", "()", "（", "：：", "“", "\ufeff",
    ]
)  # fmt: skip
# Marks that change direction or join, separators that only some take for line breaks, halves of
# letters, characters of other planes and of no assigned meaning.
_ODD = st.text(
    st.sampled_from(
        "\u200b\u200d\u202e\u2028\u2029\x85\x0b\x0c\x1c\x1f\xa0\u3000\t́⾀Ａａ１：ﬁ𠮷😀\U000e0041\ue000\ufffd甲乙。"
    )
    | st.characters(exclude_categories=["Cs"]),
    max_size=40,
)
_BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2028", "\n \u3000\n"])
_FULL = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_PAGES = st.builds(
    lambda pieces, line_break, full: line_break.join(
        piece.translate(_FULL) if wide else piece
        for piece, wide in zip(pieces, full + [False] * len(pieces), strict=False)
    ),
    st.lists(_PIECES | _ODD, max_size=24),
    _BREAKS,
    st.lists(st.booleans(), max_size=24),
)
_ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"])


def read(pages: list[str], encoding: str) -> tuple[list[ReadEdition], dict[str, str]]:
    """The editions that pages make when they are read from disk, and each page's decoded text."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"2021-09-02_{n:02}.md" for n in range(1, len(pages) + 1)]
        texts: dict[str, str] = {}
        for path, page in zip(paths, pages, strict=True):
            path.write_bytes(page.encode(encoding))
            with suppress(EditionError):
                text = decode(path.read_bytes(), str(path))
                texts |= {str(path): text} if text.strip() else {}
        found = list(read_editions(paths))
    failed = {found_one.source for found_one in found if isinstance(found_one, ReadFailure)}
    assert not failed & texts.keys(), found
    return [one for one in found if isinstance(one, ReadEdition)], texts


@settings(max_examples=200, deadline=None)
@given(st.lists(_PAGES, min_size=1, max_size=3), _ENCODINGS)
def test_nothing_is_lost_or_said_twice(pages: list[str], encoding: str) -> None:
    editions, texts = read(pages, encoding)
    blocks = {page.source: page.blocks for one in editions for page in one.pages}
    in_articles = Counter(
        (span.source, at)
        for one in editions
        for article in one.articles
        for span in article.spans
        for at in range(span.start, span.end)
    )
    assert set(in_articles.values()) <= {1}
    for source, text in texts.items():
        in_blocks = Counter(at for b in blocks[source] for at in range(b.span.start, b.span.end))
        assert set(in_blocks.values()) <= {1}
        assert all(at in in_blocks for at, c in enumerate(text) if not c.isspace())
        for block in blocks[source]:
            assert block.text in text[block.span.start : block.span.end]
            outside = block.role in (Role.FURNITURE, Role.BANNER)
            assert outside != ((source, block.span.start) in in_articles)


@settings(max_examples=100, deadline=None)
@given(_PAGES)
def test_paragraphs_say_what_the_page_says(page: str) -> None:
    editions, texts = read([page], "utf-8")
    (text,) = list(texts.values()) or [""]
    printed = Counter(c for c in text if not c.isspace())
    told = Counter(
        c
        for one in editions
        for article in one.articles
        for part in (*article.paragraphs, article.headline, article.kicker, article.subhead)
        for c in part
        if not c.isspace()
    )
    assert told <= printed
