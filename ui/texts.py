"""Every word that the pages say, in Chinese and English, and which of the two a reader gets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

LANGUAGE = "lang"  # name of the query parameter and of the cookie that choose a language

_WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class Texts:
    """The words of one language; `{name}` is filled in where they are used."""

    code: str  # BCP 47
    title: str
    tagline: str
    holdings: str
    holdings_none: str
    edition: str
    editions: str
    empty: str
    other_language: str
    other_language_code: str
    tab_ask: str
    tab_editions: str
    tab_upload: str
    question: str
    placeholder: str
    ask: str
    stop: str
    welcome: str
    welcome_more: str
    searching: str
    searched_as: str
    not_found_more: str
    related: str
    asked_of: str
    any_day: str
    failed: str
    try_again: str
    busy: str
    trouble: str
    lost: str
    too_long: str
    new_conversation: str
    save: str
    chat_label: str
    filters: str
    since: str
    until: str
    paper: str
    section: str
    every: str
    chosen: str
    clear: str
    clear_all: str
    day_from: str
    day_until: str
    day_to_day: str
    source_number: str
    other_sources: str
    newest: str
    timeline: str
    page: str
    read_article: str
    back: str
    up: str
    reference: str
    copy: str
    copied: str
    copy_link: str
    gone: str
    contents: str
    article: str
    articles: str
    year: str
    unnamed: str
    undated: str
    coverage: str
    missing: str
    missing_why: str
    earlier: str
    later: str
    months: str
    weekdays: str
    month: str
    photo: str
    comment: str
    comment_send: str
    thanks: str
    bad_date: str
    bad_days: str
    upload_choose: str
    upload_preview: str
    upload_keep: str
    upload_explain: str
    upload_found: str
    upload_nothing: str
    upload_many: str
    upload_large: str
    upload_none: str
    upload_no_paper: str
    upload_no_date: str
    upload_no_article: str
    upload_pages: str
    upload_keeping: str
    upload_busy: str
    upload_refused: str
    upload_failed: str
    upload_done: str
    upload_name: str
    upload_date: str

    def day(self, day: date | None) -> str:
        """Return a day as it is printed: `2024年10月16日 星期三` or `Wed 16 Oct 2024`."""
        if day is None:
            return self.undated
        if self.code == "en":
            return f"{day:%a} {day.day} {day:%b %Y}"
        return f"{day.year}年{day.month}月{day.day}日 星期{_WEEKDAYS[day.weekday()]}"

    def days(self, since: str, until: str) -> str:
        """Return the days from `since` to `until`, either of which may be "": `2024-05-01 起`."""
        if since == until:
            return since
        both = self.day_to_day if since and until else self.day_from if since else self.day_until
        return both.format(since=since, until=until)

    def editions_counted(self, count: int) -> str:
        """Return a number of editions in words: `5 期`."""
        return (self.edition if count == 1 else self.editions).format(count=count)

    def articles_counted(self, count: int) -> str:
        """Return a number of articles in words: `36 篇`."""
        return (self.article if count == 1 else self.articles).format(count=count)

    def month_name(self, month: int) -> str:
        """Return the short name of a month, 1 to 12."""
        return self.months.split()[month - 1]

    def page_name(self, page: str) -> str:
        """Return a page's name: `第01版` or `page 01`; "" where it is unknown."""
        return self.page.format(page=page) if page else ""


ZH = Texts(
    code="zh-CN",
    title="问报",
    tagline="向报纸提问，每一句回答都注明出处",
    holdings="馆藏 {editions} · {articles} · {first} 至 {last}",
    holdings_none="馆藏还没有报纸",
    edition="{count} 期",
    editions="{count} 期",
    empty="收入第一期报纸之后，就可以提问和读报了。",
    other_language="English",
    other_language_code="en",
    tab_ask="提问",
    tab_editions="读报",
    tab_upload="入库",
    question="问题",
    placeholder="想从报上知道什么？",
    ask="提问",
    stop="停止",
    welcome="问问报纸",
    welcome_more="回答全部引自报上的原文；报上没有说的，就说没有。",
    searching="正在翻报纸…",
    searched_as="按“{searched}”查找",
    not_found_more="没有原文可引，就不作回答。下面是最接近的报道，也许有用：",
    related="相关报道",
    asked_of="只查：{filters}",
    any_day="不限日期再问",
    failed="没有查成：{reason}",
    try_again="请稍后再试一次。",
    busy="现在提问的人很多，请过一会儿再问。",
    trouble="没有办成",
    lost="与服务器的连接断了，正在重新连接。",
    too_long="问题太长了，请缩短到 {limit} 个字以内。",
    new_conversation="新的对话",
    save="保存对话",
    chat_label="问答",
    filters="缩小范围",
    since="从哪天",
    until="到哪天",
    paper="报纸",
    section="栏目",
    every="全部",
    chosen="只查",
    clear="去掉：{filter}",
    clear_all="全部清除",
    day_from="{since} 起",
    day_until="{until} 止",
    day_to_day="{since} 至 {until}",
    source_number="引文 {number}",
    other_sources="本次回答的其他引文",
    newest="最新一期",
    timeline="这件事的时间线",
    page="第{page}版",
    read_article="阅读全文",
    back="返回",
    up="回到问答",
    reference="参考文献",
    copy="复制引用",
    copied="已复制",
    copy_link="复制本文链接",
    gone="馆藏里已经没有这篇文章了。",
    contents="本期目录",
    article="{count} 篇",
    articles="{count} 篇",
    year="年份",
    unnamed="报名不详",
    undated="日期不详",
    coverage="{year} 年馆藏 {held} 期",
    missing="缺 {missing} 期",
    missing_why="按馆藏各期的出报日推算：两期之间该出报而没有的日子算缺期",
    earlier="上一期",
    later="下一期",
    months="1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
    weekdays="一 二 三 四 五 六 日",
    month="{year}年{name}",
    photo="图片说明",
    comment="哪里好，哪里不好？编辑会看到（可以不写）",
    comment_send="发送",
    thanks="谢谢，编辑会看到你的意见。",
    bad_days="“从哪天”比“到哪天”晚，请把早的一天放在前面。",
    bad_date="日期写成 2024-10-16 这样才看得懂。",
    upload_choose="选择或拖入报纸文件",
    upload_preview="先看切分结果",
    upload_keep="收入馆藏",
    upload_explain="文本、Markdown、网页、PDF、Word 或压缩包，一个文件一版；"
    "每个不超过 50 MB，一次最多 200 个。先看切分结果，确认无误再收入馆藏。",
    upload_found="读出 {editions} {articles}，还没有收入馆藏",
    upload_none="先选择报纸文件。",
    upload_no_paper="报名不详：请在上面填好，再看一次",
    upload_no_date="日期不详：请在上面填好，再看一次",
    upload_no_article="{name} 里没有切出文章",
    upload_pages="第 {pages} 页{reason}",
    upload_keeping="正在收入馆藏，第 {done} 期，共 {total} 期",
    upload_busy="别处正在更新馆藏，请过一会儿再收。",
    upload_refused="只有编辑可以收入报纸。",
    upload_nothing="这些文件里没有读出文章。",
    upload_many="一次最多收 {most} 个文件；多的请装进一个压缩包。",
    upload_large="文件超过 50 MB，请按版拆开：",
    upload_failed="{count} 个文件没有读成",
    upload_done="新增 {added} 期，替换 {replaced} 期，未变 {unchanged} 期，失败 {failed} 个。",
    upload_name="报名（文件里没有时填）",
    upload_date="日期（文件里没有时填）",
)

EN = Texts(
    code="en",
    title="Wenbao",
    tagline="Ask the newspaper; every sentence of the answer is cited",
    holdings="{editions} · {articles} · {first} to {last}",
    holdings_none="The archive holds no edition yet",
    edition="{count} edition",
    editions="{count} editions",
    empty="Once a first edition is brought in, there is something to ask and to read.",
    other_language="中文",
    other_language_code="zh-CN",
    tab_ask="Ask",
    tab_editions="Read",
    tab_upload="Bring in",
    question="Question",
    placeholder="Ask a question",
    ask="Ask",
    stop="Stop",
    welcome="Ask the newspaper",
    welcome_more="Answers quote the paper's own words. What it does not say is not answered.",
    searching="Leafing through the papers…",
    searched_as="Searched as “{searched}”",
    not_found_more="Without a sentence to quote there is no answer. These reports come closest:",
    related="Related reports",
    asked_of="Searched only: {filters}",
    any_day="Ask of all days",
    failed="This did not work: {reason}",
    try_again="please try again in a moment.",
    busy="Many people are asking right now; please try again in a little while.",
    trouble="That did not work",
    lost="The connection to the server was lost; trying to connect again.",
    too_long="The question is too long; keep it under {limit} characters.",
    new_conversation="New chat",
    save="Save",
    chat_label="Conversation",
    filters="Narrow down",
    since="From day",
    until="To day",
    paper="Paper",
    section="Section",
    every="All",
    chosen="Only",
    clear="Remove: {filter}",
    clear_all="Clear all",
    day_from="from {since}",
    day_until="until {until}",
    day_to_day="{since} to {until}",
    source_number="Citation {number}",
    other_sources="Other citations of this answer",
    newest="Newest edition",
    timeline="Timeline of this story",
    page="page {page}",
    read_article="Read the whole article",
    back="Back",
    up="Back to the chat",
    reference="Reference",
    copy="Copy citation",
    copied="Copied",
    copy_link="Copy link",
    gone="The archive no longer holds this article.",
    contents="Contents",
    article="{count} article",
    articles="{count} articles",
    year="Year",
    unnamed="paper unknown",
    undated="undated",
    coverage="{held} editions of {year} held",
    missing="{missing} missing",
    missing_why="Reckoned from the days on which the editions held came out",
    earlier="Earlier",
    later="Later",
    months="Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    weekdays="Mo Tu We Th Fr Sa Su",
    month="{name} {year}",
    photo="Caption",
    comment="What was good or bad? The editor will see it (optional)",
    comment_send="Send",
    thanks="Thank you; the editor will see it.",
    bad_days="“From day” is after “To day”; put the earlier day first.",
    bad_date="Write dates like 2024-10-16.",
    upload_choose="Choose or drop newspaper files",
    upload_preview="Preview the cut",
    upload_keep="Keep in the archive",
    upload_explain="Text, Markdown, HTML, PDF, Word or zip, one file a page; at most 50 MB each "
    "and 200 at once. Look at the cut before you keep it.",
    upload_found="Found {editions} with {articles}; nothing is kept yet",
    upload_none="Choose newspaper files first.",
    upload_no_paper="Paper unknown: name it above and preview again",
    upload_no_date="Date unknown: give it above and preview again",
    upload_no_article="No article was cut from {name}",
    upload_pages="page {pages}: {reason}",
    upload_keeping="Keeping edition {done} of {total} in the archive",
    upload_busy="The archive is being changed elsewhere; please try again in a little while.",
    upload_refused="Only editors may bring in editions.",
    upload_nothing="No article was found in these files.",
    upload_many="At most {most} files at once; put more into a zip file.",
    upload_large="Over 50 MB; cut it into pages: ",
    upload_failed="Files that could not be read: {count}",
    upload_done="{added} added, {replaced} replaced, {unchanged} unchanged, {failed} failed.",
    upload_name="Paper (where the file does not say)",
    upload_date="Date (where the file does not say)",
)


def texts_for(
    query: Mapping[str, str], cookies: Mapping[str, str], headers: Mapping[str, str]
) -> Texts:
    """Return the language that the address, else the cookie, else the browser asks for.

    A browser that asks for neither Chinese nor English gets Chinese, the language of the papers.
    """
    for wanted in (query.get(LANGUAGE), cookies.get(LANGUAGE), headers.get("accept-language")):
        for tag in (wanted or "").lower().split(","):
            if tag.strip().startswith("zh"):
                return ZH
            if tag.strip().startswith("en"):
                return EN
    return ZH
