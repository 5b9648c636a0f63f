"""Bylines: who wrote an article and who took its pictures, from the words printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from qa.editions.layout import patterns
from qa.text import fold

# The Hundred Family Surnames and those common since; without ones such as 有 or 从, which open
# words far more often than names.
_SURNAMES = frozenset(
    "丁万丘丛东严丰乌乐乔乜习于云亓井亢仇仉付仝代仰仲任伊伍伏伯佀但何佘余佟佴侯俞信倪傅储元兆党全兰关冀冉农冯况冷冼凌凤刀刁刘初劳勾包匡区华卓单南卜卞占卢卫印危厉厍原古史叶司吉向吕吴吾周"
    "咸哈唐商喻堵墨士夏夔奚姚姜姬娄孔孙孟季宁安宋宓宗官宣宦宫宰家容宾宿寇富寸寿封尚尤尹居屈展屠山岑岩岳崔嵇巢左巩巫巴帅师席常干平年幸广庄应庞康庾廉廖弓弘张强归彭徐怀惠慕戈戎成战戚戴房扈"
    "才扶拉揭操支敖文方於施旦时昌明易昝晁晋晏普景暨暴曲曹曾朱权李杜束杨杭松林柏查柯柳柴栾桂桑桓梁梅植楚楼樊欧武殳段殷毋母毕毛水汝江池汤汪汲沃沈沙洪浦海涂温游湛滑滕漆潘濮焦熊燕牛牟牧狄王"
    "班琴璩甄甘田申白皇皮益盖盛睢瞿矫石祁祖祝禄禤禹秋秦程穆窦章童竺符笪简管籍米粟糜索綦纪经缑缪罗羊羿翁翟耿聂肖胡胥腾臧舒艾芦芮花苍苏苑苗苟范茅茹荀荆荣莘莫菅萧葛董蒋蒙蒯蒲蒿蓝蓟蓬蔚蔡蔺"
    "薄薛藏虞融衡衣袁裘裴褚褟覃解訾詹计许诸谈谌谢谭谯谷贝贡贲费贺贾赏赖赵路车辛辜边连迟逄逯邓邝邢那邬邰邱邴邵邸邹郁郄郇郈郎郏郑郗郜郝郤郦郭鄂鄢酆金钟钦钭钮钱闪闫闵闻阎阙阚阮阳阴陆陈陶隆"
    "隋隗雍雷霍靳鞠韦韩韶项须顾颜饶马骆高鬱魏鱼鲁鲍鲜鹿麦麻黄黎齐龙龚"
)
_COMPOUND_SURNAMES = (
    "欧阳",
    "上官",
    "司马",
    "诸葛",
    "夏侯",
    "皇甫",
    "尉迟",
    "令狐",
    "慕容",
    "司徒",
    "端木",
    "东方",
    "公孙",
    "轩辕",
    "宇文",
    "长孙",
    "呼延",
    "南宫",
    "百里",
    "申屠",
    "闻人",
    "澹台",
)

_NAME = r"(?:[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8})+)"
_ONE_NAME = re.compile(_NAME)
_HAN = re.compile(r"[\u4e00-\u9fff]")

_CORRESPONDENT = r"(?:特约|本报|本刊|本网|骨干|见习|全媒体)*(?:通讯员|通联员)"
_REPORTER = (
    r"(?:据|参与(?:采写)?|本报|本刊|本社|本网|特约|特派|见习|实习|首席|全媒体|融媒体?|文字|摄影|驻[\u4e00-\u9fff]{2,6}"
    r"|小|学生|校园|[\u4e00-\u9fff]{1,8}(?:社|网|报|台|刊|中心|传媒|融媒|新闻|客户端))*"
    r"(?:记者|评论员|观察员|撰稿人|撰稿|实习生|编译|整理|作者|撰文|采写|特写)"
)
# `本报记者`, `特约通讯员`, `实习生`: the words before names.
_TITLE = re.compile(rf"(?:(?P<correspondent>{_CORRESPONDENT})|(?P<reporter>{_REPORTER})):?")

# `文/图`, `图文`, `摄影报道`: says what was done, names nobody.
_BOTH = re.compile(r"(?:文[/、·\s]?图|图[/、·\s]?文)(?:[/:]|(?=\s|$|[\u4e00-\u9fff]))")
# `文/`, `图/`, `摄影:`, `供图:`
_PHOTO_WORK = re.compile(r"(?:图片|图|摄影|摄|供图|制图|插图|漫画)(?:[/:]|(?=\s|$))")
_TEXT_WORK = re.compile(
    r"(?:文|(?:综合|联合)?报[道导]|摄影报道|采访|访问|专访|统筹|策划|执笔)(?:[/:]|(?=\s|$))"
)
# `编辑 `, `责编:`, `校对/`: who worked on the page, and wrote nothing
_STAFF = re.compile(rf"(?:{patterns.EDITORS})(?:[\s:/]|$)")
# `青岚网` of `(青岚网 甲)`, `青岚晚报` of `青岚晚报/晚报新闻记者 甲`
_OUTLET = re.compile(r"[\u4e00-\u9fff]{1,6}(?:[日晚晨早]报|新闻|网|客户端|通讯社)")
# `□`, `■本报记者`: the mark before a byline line; OCR reads `□` as `口`.
_MARK = re.compile(r"[□■◇◆○●◎△▲☆★◻▢▣⊙]\s*(?=[\u4e00-\u9fff])|口\s*(?=本报|特约|见习|记者|通讯员)")
# `本报评论员`: a byline without a name
_NAMELESS = re.compile(
    rf"(?:{_MARK.pattern})?(?:本报|新华社|人民日报)(?:特约)?(?:评论员|编辑部|评论部)(?:文章)?"
)
# `◇ 长篇小说连载 ◇ 卞之`: the form of a text and its author
_FORM = re.compile(r"[□■◇◆○●]\s*[\u4e00-\u9fff]{2,10}\s*[□■◇◆○●]\s*(?P<name>[\u4e00-\u9fff]{2,4})")
# `读者 宋福来`: below a letter to the editor
_LETTER = re.compile(r"(?:读者|网友|市民|村民)[\s:]+(?P<name>[\u4e00-\u9fff·\s]{2,6})")
# `实验小学语文教师 阳春`: the author of an essay by office
_POST = re.compile(
    r"(?:(?:撰|口述|图)?文[/:]\s*)?[\u4e00-\u9fff]{0,16}(?:教师|老师|主任|院长|校长|教授|研究员|律师|法官|检察官|医生|医师|书记|[局镇区县市处科所社会馆]长"
    r"|作家|诗人|专家|学者|评论员|委员|代表)\s+(?P<name>[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]\s[\u4e00-\u9fff])"
)
# `◎廖雅惠(兰溪市,护理师)`: who wrote a letter, from where
_FROM = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,4})\s*\([^()]{2,24}\)")
# `/台南报导` of `记者林怡君/台南报导`, ` 青州报道` of `本报记者 甲 青州报道`, `发自青州`
_FROM_PLACE = re.compile(
    rf"(?<=[\u4e00-\u9fff])(?:{patterns.SLASH}[\u4e00-\u9fff、]{{0,8}}(?:报[导道]|专访|特稿|电)"
    r"|\s(?!摄影|综合|联合)(?P<place>[\u4e00-\u9fff]{2,4})报[导道]|\s?发自[\u4e00-\u9fff]{2,6})\s*$"
)
# `市农技推广中心 `: the office before an author's name
_OF_OFFICE = re.compile(r"(?:中心|[局院所校学会站部委室厅]|公司|医院|协会|作者)\s")
# `县委宣传部 ` of `县委宣传部 通讯员 甲`, `高一(3)班 ` of `高一(3)班 小记者 甲`
_OFFICE_FIRST = re.compile(
    rf"(?P<office>(?!\S*(?:记者|通讯员))[^\s、,;/|]{{2,20}})\s+(?={_REPORTER}|{_CORRESPONDENT})"
)
# `台北8日电` of `中央社记者王大明台北8日电`: a name has three characters more often than two
_DATELINE = re.compile(
    r"(?<=记者)(?P<name>[\u4e00-\u9fff]{2,3})[\u4e00-\u9fff]{2,4}\d{1,2}日[\u4e00-\u9fff]{0,4}电$"
)
# `言 午`: after a mark, a name of two characters set wide may be a pen name
_PEN_NAME = re.compile(r"[\u4e00-\u9fff]\s{1,2}[\u4e00-\u9fff]")
_SEPARATORS = re.compile(r"[\s、,;/|╱∕]+")
# ` ` of `甲 乙`, `通讯员` of `记者甲通讯员乙`
_NAME_END = re.compile(
    r"(?P<separator>[\s、,;/|╱∕])|通讯员|记者|实习生|(?:综合|联合|摄影)?报[道导](?=[:\s]|$)|文/|图/|摄影/"
    rf"|{_STAFF.pattern}"
)
# What every byline has one of; looked for first, since most lines have none.
_HINT = re.compile(
    r"记者|通讯员|通联员|评论|编辑部|观察员|撰|实习生|读者|网友|[市村]民|编译|整理|作者|采写|特写|报[道导]|[文图]|摄|[/:]"
    r"|[师任长授员官生记家人者表]\s"
)

# `(未完待续)`, `(节选)`, `(来源 某网)`: brackets at an end that sign nothing
_NO_SIGN = re.compile(
    r"^[完摘略版笑译图注](?:自.*)?$|待续|全文|节选|摘[自编]|来源|下同|资料|大笑|笑声|掌声|系列|译者|编译|图片|之[一二三四五六七八九十]"
    r"|先生|女士|阿姨|大[爷妈娘]|师傅|[区县镇乡村街路巷](?:\s|$)"
)

# `◆ 简讯`, `■ 时评`: section names that read as names of persons
_SECTIONS = (
    patterns.SECTION_NAME,
    patterns.COMMENT_BANNER,
    patterns.BRIEFS_BANNER,
    patterns.PHOTO_BANNER,
)
_LONGEST_BYLINE = 80
_SHORTEST_FOREIGN_NAME = 6  # characters with its dot


@dataclass(frozen=True, slots=True)
class Byline:
    """The names in a byline, as printed, without the space set within a name."""

    reporters: tuple[str, ...] = ()
    correspondents: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def is_person_name(name: str) -> bool:
    """Say whether `name` reads as a Chinese person's name: a known surname and one or two more."""
    folded = fold(name)
    if "·" in folded:
        return bool(_ONE_NAME.fullmatch(folded))
    if folded.startswith(_COMPOUND_SURNAMES):
        return 3 <= len(folded) <= 4
    return 2 <= len(folded) <= 3 and folded[0] in _SURNAMES and bool(_ONE_NAME.fullmatch(folded))


def _signs_alone(name: str) -> bool:
    """Whether a name may stand by itself after a mark: `买买提·艾力`, but not `社会·法治`."""
    return is_person_name(name) and ("·" not in name or len(name) >= _SHORTEST_FOREIGN_NAME)


def parse_byline_line(text: str, folded: str | None = None) -> Byline | None:
    """Read a line that is a byline and nothing else: `□本报记者 甲 通讯员 乙`, `文/图 甲`.

    Args:
        text: The line as printed.
        folded: The same folded, where it is at hand.

    Returns:
        Who it names; None for any other line.
    """
    if not 2 <= len(text) <= _LONGEST_BYLINE or text.endswith("。"):
        return None
    folded = fold(text) if folded is None else folded
    return _parse_line(text.strip(), folded.strip())


@lru_cache(maxsize=1024)
def _parse_line(text: str, folded: str) -> Byline | None:
    mark = _MARK.match(folded)
    if not mark and not _HINT.search(folded):
        return None
    if _NAMELESS.fullmatch(folded):
        return Byline()
    offset = mark.end() if mark else 0
    forms = ((_LETTER, 0), (_FORM, 0), (_POST, offset), *([(_FROM, offset)] if mark else []))
    letter = next(filter(None, (form.fullmatch(folded, at) for form, at in forms)), None)
    if letter and is_person_name(letter["name"].replace(" ", "")):
        return Byline((text[slice(*letter.span("name"))].replace(" ", ""),))
    body = folded[offset:]
    told = _FROM_PLACE.search(body)
    body = body[: told.start()] if told and not is_person_name(told["place"] or "") else body
    if body.startswith("(") and body.endswith(")"):
        body, offset = body[1:-1], offset + 1
    if mark and _PEN_NAME.fullmatch(body):
        return Byline(("".join(text[offset:].split()),))
    if any(form.fullmatch(body) for form in _SECTIONS):
        return None
    names = _read_names(body, text[offset:])
    if names is None:
        return None
    people, titled = names
    if mark and not titled and _OF_OFFICE.search(body) and is_person_name(people.reporters[-1]):
        return Byline(people.reporters[-1:])
    if mark and not titled:
        named = people.reporters
        return people if named and all(map(_signs_alone, named)) else None
    return people if titled and (any(_all_names(people)) or mark) else None


def parse_names(text: str) -> Byline | None:
    """Read what stands in the brackets of `(记者 甲 通讯员 乙)`; None if it is not names."""
    folded = fold(text)
    office = _OFFICE_FIRST.match(folded)
    start = office.end() if office and _names_office(office["office"]) else 0
    dated = _DATELINE.search(folded)
    end = dated.end("name") if dated and is_person_name(dated["name"]) else len(text)
    names = _read_names(folded[start:end], text[start:end])
    return names[0] if names and names[1] else None


def _names_office(folded: str) -> bool:
    """Whether a word names where somebody works or learns, and is no person."""
    office = patterns.KICKER_NAME.fullmatch(folded) or patterns.OFFICE.search(folded)
    return bool(office or folded.endswith("班")) and not is_person_name(folded)


def parse_sign(text: str) -> Byline | None:
    """Read the bare names that sign a brief: `李 珂`, `张敏 王强`; None if they are not names."""
    names = _read_names(fold(text), text)
    if names is None or names[1] or _NO_SIGN.search(fold(text)):
        return None
    return (
        names[0]
        if all(len(name) <= 3 or is_person_name(name) for name in names[0].reporters)
        else None
    )


def _all_names(people: Byline) -> tuple[str, ...]:
    return people.reporters + people.correspondents + people.photographers


@dataclass(frozen=True, slots=True)
class _Token:
    """A word of a byline: a name, or what the names after it (or before `/图`) did."""

    kind: str  # "name", "reporter", "correspondent", "photographer", "staff"
    text: str
    after_slash: bool = False


def _read_names(folded: str, printed: str) -> tuple[Byline, bool] | None:
    """Read names and the words before them; the flag says whether any such word was there."""
    tokens = _tokens(folded, printed)
    if tokens is None:
        return None
    found: dict[str, list[str]] = {
        kind: [] for kind in ("reporter", "correspondent", "photographer", "staff")
    }
    kind = "reporter"
    group: list[str] = []
    for token in tokens:
        if token.kind == "name":
            group.append(token.text)
            continue
        is_last = token is tokens[-1]
        took_pictures = (token.after_slash or is_last) and token.kind == "photographer"
        found[token.kind if took_pictures else kind] += group
        group = []
        kind = kind if token.after_slash else token.kind
    found[kind] += group
    people = Byline(*(tuple(found[k]) for k in ("reporter", "correspondent", "photographer")))
    return people, any(token.kind not in ("name", "staff") for token in tokens)


def _tokens(folded: str, printed: str) -> list[_Token] | None:
    """Cut a byline into its words; None where one is neither a name nor such a word."""
    tokens: list[_Token] = []
    half = ""  # the first character of a name set as `李 珍`
    at = 0
    while at < len(folded):
        separator = _SEPARATORS.match(folded, at)
        if separator:
            at = separator.end()
            continue
        word = _word(folded, at)
        if word and not (half and word[1] == at + 1):
            if half:
                return None
            slash = folded[at - 1 : at] == "/"
            tokens.append(_Token(word[0], folded[at : word[1]], after_slash=slash))
            at = word[1]
            continue
        glued = bool(tokens) and tokens[-1].kind != "name" and not _SEPARATORS.match(folded, at - 1)
        end = _end_of_token(folded, at)
        name, at = half + printed[at:end], end
        half = name if len(name) == 1 and _HAN.match(name) else ""
        if half:
            continue
        if (
            name.endswith("讯")
            or not _ONE_NAME.fullmatch(name)
            or (glued and not is_person_name(name))
        ):
            return None
        if not _OUTLET.fullmatch(fold(name)):
            tokens.append(_Token("name", name))
    return None if half else tokens


def _word(folded: str, at: int) -> tuple[str, int] | None:
    """What the word at `at` says of the names beside it, and where it ends; None for a name."""
    both = _BOTH.match(folded, at)
    if both:
        return "reporter", both.end()
    title = _TITLE.match(folded, at)
    if title:
        return "correspondent" if title["correspondent"] else "reporter", title.end()
    works = (("photographer", _PHOTO_WORK), ("reporter", _TEXT_WORK), ("staff", _STAFF))
    for kind, pattern in works:
        work = pattern.match(folded, at)
        if work:
            return kind, work.end()
    return None


def _end_of_token(folded: str, at: int) -> int:
    """Where the name at `at` ends: at a separator, or at a title glued to it."""
    for end in _NAME_END.finditer(folded, at):
        if end["separator"] or end.start() > at + 1:
            return end.start()
    return len(folded)
