"""Why a file could not be read, in the reader's language; the command says it at more length."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from qa.errors import Fault
from ui.texts import ZH

if TYPE_CHECKING:
    from qa.types import Failure
    from ui.wording import Texts

# What is wrong and what to do about it: (Chinese, English)
FAULTS = {
    Fault.EMPTY: (
        "文件是空的，请去掉，或把这一版重新存一次",
        "the file is empty; leave it out, or save the page again",
    ),
    Fault.TOO_LARGE: ("文件太大，请按版拆开", "too large; cut it into pages"),
    Fault.TOO_MANY: (
        "一个文件里的版面太多，请拆成几个文件",
        "too many pages in one file; cut it into several",
    ),
    Fault.OTHER_KIND: (
        "这种文件读不了，请用 txt、md、html、pdf、docx、zip 或 jsonl",
        "files of this kind are not read; use txt, md, html, pdf, docx, zip or jsonl",
    ),
    Fault.NOT_TEXT: (
        "内容不是文字，可能是图片或别的文件改了名",
        "no text: perhaps a picture, or another file under a wrong name",
    ),
    Fault.ENCODING: ("文字编码认不出，请存成 UTF-8", "unknown encoding; save it as UTF-8"),
    Fault.BROKEN: ("文件损坏，请重新保存或导出", "the file is broken; save it again"),
    Fault.BROKEN_LINE: ("这一行不是合用的 JSON，请改正", "this line is no usable JSON; mend it"),
    Fault.LOCKED: ("设了密码，请存一份不加密的", "locked with a password; save a copy without it"),
    Fault.OLD_WORD: (
        "旧版或加密的 Word 文件，请另存为 .docx",
        "an old or locked Word file; save it as .docx",
    ),
    Fault.UNPACKS_TOO_LARGE: (
        "解压后太大，请分几个压缩包",
        "unpacks to too much; pack fewer pages together",
    ),
    Fault.NO_PAGE: ("里面没有能读的版面文件", "holds no file of a kind that is read"),
    Fault.NO_TEXT: ("里面没有文章", "holds no article"),
    Fault.SCANNED: (
        "是扫描件，没有文字层，请先做文字识别（OCR）",
        "scanned, without a text layer; recognise its text (OCR) first",
    ),
    Fault.SAME_ID: (
        "文章编号重复，请给每篇文章各编一个号",
        "an article's id is taken; give each article an id of its own",
    ),
    Fault.UNREADABLE: ("文件打不开，请重新选择", "cannot be opened; choose it again"),
    Fault.OTHER: ("没有读成", "could not be read"),
}


def why(failure: Failure, texts: Texts) -> tuple[str, str]:
    """Return the name of a file that failed, and why: `("坏.pdf", "文件损坏，……")`."""
    chinese, english = FAULTS[failure.fault]
    reason = chinese if texts is ZH else english
    if failure.pages:
        reason = texts.upload_pages.format(pages=failure.pages, reason=reason)
    return PurePath(failure.source).name, reason
