"""Puts the words of a newspaper for those that people say: `首任` for `第一任`, `入伍` for `当兵`.

Only where the articles found print the one and not the other, so that what is near in words is
near to what was meant. So it is with a year, which a paper leaves unsaid where it is its own.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qa.answering.evidence import whole_text
from qa.dates.parts import CHINESE_YEAR, years_in_characters, years_in_figures
from qa.forms.persons.names import names_told
from qa.forms.quantities.figures import series_in
from qa.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.types import Hit, Query

_LOOKED_AT = 6  # hits
# `2023年|市长是谁?`, `1986年|4月底的余额`, but not `2023年|末`, nor `2021年至|2023年`
_YEAR = re.compile(
    r"(?P<year>[12]\d{3})年的?(?=[^\d\W]|\d{1,2}月(?!\d))(?![初底末]|[至到])(?<![至到—~-].{5})"
)
# `去年|报名人数是多少?`, but not `去年|底`
_YEAR_FROM_TODAY = re.compile(r"[去前今]年的?(?=[^\d\W])(?![初底末])")
_HOME = re.compile(r"(?P<home>[\u4e00-\u9fff]{2,3})(?:[日晚晨早周时]报|周刊|新闻)")

_PLAIN_YEAR = re.compile(rf"(?:[12]\d{{3}}|{CHINESE_YEAR})年")
_YEARS_BESIDE = {-1: "去年", 0: "", 1: "明年"}  # by how far they lie from the edition's

# What people say, and what papers print for it, the more usual first
_PRINTED = (
    ("第一任", ("首任",)),
    ("第一次", ("首次",)),
    ("第一个", ("首个", "首位", "首家")),
    ("第一名", ("冠军", "头名")),
    ("第二名", ("亚军",)),
    ("第三名", ("季军",)),
    ("冠军", ("第一名", "头名")),
    ("亚军", ("第二名",)),
    ("头奖", ("首奖", "一等奖")),
    ("首奖", ("头奖", "一等奖")),
    ("爸爸", ("父亲",)),
    ("妈妈", ("母亲",)),
    ("老公", ("丈夫", "爱人")),
    ("老婆", ("妻子", "爱人")),
    ("嫁给了谁", ("丈夫是谁",)),
    ("娶了谁", ("妻子是谁",)),
    ("爷爷", ("祖父",)),
    ("奶奶", ("祖母",)),
    ("遛狗", ("遛犬",)),
    ("狗", ("犬",)),
    ("小孩", ("孩子", "儿童")),
    ("老人", ("老年人",)),
    ("老百姓", ("群众", "市民", "村民")),
    ("娃娃", ("儿童", "孩子")),
    ("当的兵", ("入伍", "参军")),
    ("当兵", ("入伍", "参军")),
    ("参军", ("入伍",)),
    ("上班", ("工作", "任职")),
    ("打工", ("务工",)),
    ("老师", ("教师",)),
    ("医生", ("医师",)),
    ("警察", ("民警", "公安")),
    ("司机", ("驾驶员", "驾驶人")),
    ("看病", ("就诊", "就医")),
    ("得病", ("患病",)),
    ("过世", ("去世", "逝世", "病逝", "寿终")),
    ("去世", ("逝世", "病逝", "过世", "寿终")),
    ("出殡", ("举殡", "发引")),
    ("劫匪", ("匪徒", "歹徒")),
    ("剖腹产", ("剖宫产",)),
    ("涨到", ("涨至", "升至", "上涨到")),
    ("降到", ("降至", "跌至", "下调到")),
    ("起到", ("涨至", "涨到")),
    ("出租车", ("的士", "德士", "计程车")),
    ("德士", ("出租车", "的士", "计程车")),
    ("死了", ("死亡", "遇难", "身亡")),
    ("盖好", ("建成", "竣工")),
    ("修好", ("建成", "竣工", "修复")),
    ("建好", ("建成", "竣工")),
    ("动工", ("开工",)),
    ("开工", ("动工",)),
    ("完工", ("竣工", "建成")),
    ("关门", ("停业", "闭馆", "关闭")),
    ("开门", ("开放", "营业", "开馆")),
    ("涨价", ("上调", "调价")),
    ("降价", ("下调", "调价")),
    ("搬到", ("迁至", "迁到", "迁往")),
    ("堵车", ("拥堵",)),
    ("堵了", ("拥堵",)),
    ("丢了", ("遗失", "丢失")),
    ("坐车", ("乘车",)),
    ("菜市场", ("农贸市场",)),
    ("得奖", ("获奖",)),
    ("抓到", ("抓获",)),
    ("被抓", ("被抓获", "被逮捕", "被刑拘", "落网")),
    ("喝酒", ("酒驾", "饮酒", "酒后")),
    ("交钱", ("收费", "缴费", "付费")),
    ("赔了多少", ("亏损多少", "亏了多少")),
    ("火灾", ("起火", "失火", "着火", "火情")),
    ("着火", ("起火", "失火", "火灾")),
    ("车祸", ("交通事故", "相撞", "追尾")),
    ("最惨", ("最重", "最严重")),
    ("下雨", ("降雨",)),
    ("下雪", ("降雪",)),
    ("截止", ("截至",)),
    ("挣", ("收入",)),
    ("土豆", ("马铃薯",)),
    ("西红柿", ("番茄",)),
    ("公交车", ("公车", "巴士")),
    ("漏水", ("渗水", "渗漏")),
    ("往后拖", ("推迟", "延期")),
    ("推后", ("推迟", "延期")),
    ("不干了", ("辞去", "辞职")),
    ("拘了", ("拘留",)),
    ("判了", ("判处",)),
    ("工资", ("月薪", "薪酬")),
    ("房租", ("租金",)),
    ("太太", ("妻子",)),
    ("开刀", ("手术",)),
    ("打疫苗", ("接种",)),
    ("拆了", ("拆除",)),
    ("捡到", ("拾到", "拾得")),
    ("找到没有", ("寻获", "找回", "寻回")),
    ("找到了吗", ("寻获", "找回", "寻回")),
    ("什么时候生", ("预产期",)),
    ("几时生", ("预产期",)),
    ("偷了", ("盗窃", "窃得")),
    ("考上", ("录取",)),
    ("招人", ("招聘", "招录")),
    ("招工", ("招聘", "招录")),
    ("涨了", ("上涨", "上调")),
    ("跌了", ("下跌", "下降")),
    ("造价", ("投资",)),
    ("木头", ("木料", "木材")),
    ("防冻", ("防霜", "抗寒")),
    ("今天", ("今日",)),
    ("昨天", ("昨日",)),
    ("明天", ("明日",)),
)
# What says more than people do, and is put only where the best article prints it
_SAYING_MORE = (("花了多少钱", ("投资多少钱", "耗资多少钱")),)
# `gdp(生产总值)`, as a question is spelled out that is asked with the letters alone
_IN_BOTH = re.compile(r"(?P<letters>[a-z]{2,})\((?P<full>[\u4e00-\u9fff]+)\)")

# `谷凯|父亲|叫什么?`: what somebody has, told without `的`
_OF_SOMEBODY = re.compile(r"(?:(?!的)[\u4e00-\u9fff]){2,4}?(?=[是叫](?:多少|什么|啥|谁|哪|几))")
# `谷凯|是哪里人?`, of whom a paper may say `来自昆明的选手谷凯`
_ORIGIN = re.compile(r"(?P<who>[\u4e00-\u9fff]{2,4}?)是?哪[里儿]?的?人(?=[?]?$)")
_CAME_FROM = r"来自[^,，。;；]{2,10}的[^,，。;；]{0,6}"
# `谷凯的|成绩是多少?`, of whom a paper may say `谷凯以1小时22分获得冠军`
_RESULT = re.compile(r"(?P<who>[\u4e00-\u9fff]{2,4}?)的?成绩(?:是|为)?多少(?=[?]?$)")
_WON_IN = r"以\d+(?:小时|分钟|分\d+秒|秒)(?!之差|优势)[^,，。;；]*?[获夺摘]"  # not `以95分获得冠军`

# Offices by their short names
_OFFICES = (
    ("卫健委", "卫生健康委员会"),
    ("发改委", "发展和改革委员会"),
    ("人社局", "人力资源和社会保障局"),
    ("住建局", "住房和城乡建设局"),
    ("文旅局", "文化和旅游局"),
    ("文广旅局", "文化广电和旅游局"),
    ("教体局", "教育体育局"),
    ("工信局", "工业和信息化局"),
    ("自规局", "自然资源和规划局"),
    ("市监局", "市场监督管理局"),
    ("市场监管局", "市场监督管理局"),
    ("应急局", "应急管理局"),
    ("城管局", "城市管理局"),
    ("医保局", "医疗保障局"),
    ("退役军人局", "退役军人事务局"),
    ("环保局", "生态环境局"),
    ("农业局", "农业农村局"),
    ("疾控中心", "疾病预防控制中心"),
    ("交警大队", "交通警察大队"),
    ("消防队", "消防救援"),
)


def in_printed_words(query: Query, hits: Sequence[Hit]) -> Query:
    """Return `query` in the words that the best hits print, where they lack those of the question.

    Args:
        query: the question.
        hits: best first.
    """
    best, near = (_printed(hits[:number]) for number in (1, _LOOKED_AT))
    text = _in_one_word(fold(query.text), best)
    for words, where in ((_SAYING_MORE, (best,)), (_PRINTED, (best, near))):
        for said, printed in words:
            if said in text and said not in best:
                told = (one for texts in where for one in printed if one[:2] in texts)
                text = text.replace(said, next(told, said))
    for short, full in _OFFICES:
        if short in text and short not in best and full in near:
            text = text.replace(short, full)
    text = _as_numbered(text, best)
    text = _of_home(text, hits[:_LOOKED_AT], near)
    text = _in_what_time(_from_where(_with_of(text, hits[:1]), best), best)
    text = _with_years_as_in(near, text)
    return query if text == fold(query.text) else replace(query, text=text)


def without_own_year(query: Query, hits: Sequence[Hit]) -> Query:
    """Return `query` without a year that the best hit of that year does not print.

    A paper seldom prints its own year, and calls those beside it `去年` and `明年`. What a question
    calls `去年` is the year that its words are told from, not that of the paper.
    """
    asked = fold(query.text)
    text = asked
    for year, written in _years_named(query, asked):
        words = (_word_for(year, written, hit) for hit in hits[:_LOOKED_AT])
        text = text.replace(written, next((one for one in words if one is not None), written))
    return query if text == asked else replace(query, text=text)


def _years_named(query: Query, asked: str) -> Iterator[tuple[int, str]]:
    """Yield each year that a folded question names, and how it is written there."""
    for named in _YEAR.finditer(years_in_figures(asked)):
        yield int(named["year"]), asked[named.start() : named.end()]
    told, begins = _YEAR_FROM_TODAY.search(asked), query.around and query.around.since
    if told and begins and begins.timetuple().tm_yday == 1:
        yield begins.year, told.group()


def _word_for(year: int, written: str, hit: Hit) -> str | None:
    """Return what a hit prints for a year, nothing for its own; None where it tells of others."""
    whole, published = whole_text(hit.article), hit.edition.date
    if f"{year}年" in years_in_figures(whole):
        return written
    if any(one.since.year < year < one.until.year for one in hit.article.dates):
        return ""  # within `2019年至2023年`
    word = _YEARS_BESIDE.get(year - published.year) if published else None
    return word if word is not None and word in whole else None


def _with_years_as_in(printed: str, text: str) -> str:
    """Return a question with its years in the figures or characters that the hits print."""
    for written in (years_in_figures, years_in_characters):
        named = _PLAIN_YEAR.findall(written(text))
        if any(year in printed for year in named) and written(text) != text:
            return written(text)
    return text


def _in_one_word(text: str, best: str) -> str:
    """Return a question with the one of `gdp(生产总值)` that the best hit prints, if any."""
    both = _IN_BOTH.search(text)
    if not both:
        return text
    printed = next((one for one in both.group("full", "letters") if one in best), both.group())
    return text.replace(both.group(), printed)


def _as_numbered(text: str, best: str) -> str:
    """Return a question with numbers as the best hit prints them: `启明十二号` for `启明12号`."""
    asked = [one for one in series_in(text) if one.text not in best]
    told = series_in(best) if asked else []
    for one in asked:
        same = (other for other in told if (other.of, other.number) == (one.of, one.number))
        if printed := next(same, None):
            text = text.replace(one.text, printed.text)
    return text


def _with_of(text: str, hits: Sequence[Hit]) -> str:
    """Return a question with `的` behind the person of the hits whom it begins with."""
    if not _OF_SOMEBODY.search(text):  # names are looked for in whole articles
        return text
    told = {name for hit in hits for name in names_told(fold(hit.article.text))}
    whose = (name for name in told if text.startswith(name))
    name = max(whose, key=len, default="")
    return f"{name}的{text[len(name) :]}" if name and _OF_SOMEBODY.match(text, len(name)) else text


def _from_where(text: str, best: str) -> str:
    """Return a question of where somebody is from as the best hit tells it: `谷凯来自哪里?`."""
    asked = _ORIGIN.search(text)
    told = asked and re.search(rf"{_CAME_FROM}{re.escape(asked['who'])}", best)
    if not asked or not told:
        return text
    return f"{text[: asked.end('who')]}来自哪里{text[asked.end() :]}"


def _in_what_time(text: str, best: str) -> str:
    """Return a question of somebody's result as the best hit tells it: `谷凯用时多少?`."""
    asked = _RESULT.search(text)
    if not asked or not re.search(rf"{re.escape(asked['who'])}[^,，。;；]{{0,4}}{_WON_IN}", best):
        return text
    return f"{text[: asked.end('who')]}用时多少{text[asked.end() :]}"


def _of_home(text: str, hits: Sequence[Hit], near: str) -> str:
    """Return a question with `全县` for the county that the papers found are named for.

    `怀川县出生率是多少?` of 《怀川日报》, which does not print its own county's name.
    """
    homes = {match["home"] for hit in hits if (match := _HOME.match(fold(hit.edition.paper)))}
    for home in homes:
        named = re.search(rf"{home}(?P<level>[市县区镇])(?!长|委|政府)", text)
        if named and named.group() not in near and f"全{named['level']}" in near:
            return f"{text[: named.start()]}全{named['level']}{text[named.end() :]}"
    return text


def _printed(hits: Sequence[Hit]) -> str:
    return "\n".join(whole_text(hit.article) for hit in hits)
