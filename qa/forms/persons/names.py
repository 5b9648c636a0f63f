"""Finds what looks like the name of a person in a sentence.

The bundled encoder's vocabulary knows words, and few names: what it cuts into single characters
after a surname is mostly one (`总经理|黄|鹏|介绍`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa.forms.persons.kinship import KIN
from qa.forms.persons.offices import HEAD
from qa.forms.persons.sounds import SOUNDS, foreign
from qa.forms.places.regions import place_names
from qa.likeness import word_places
from qa.text import sentences
from qa.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# `铜冶镇工会主席|李爱民`: what tells that a name comes
OFFICE = (
    r"主席|书记|支书|主任|总?经理|主管|董事长?|总[裁监统理]|教授|老师|教师|医[生师]|护士|记者|司机|工程师|研究[员生]"
    rf"|{HEAD}|[州司庭团议秘书班船机车店]长|首相|大臣|国王|外长|防长|领事|大使"
    r"|[民交辅特刑狱]警|警官|专家|学者|作者|导演|编剧|主编|演员|歌手|教练|冠军|亚军|季军|得主|运动员|烈士|将军|司令员?|政委|院士|博士|律师|法官|会计|干事"
    r"|(?:策略|分析|统计|设计|[律牧药厨琴魔]|造型)师|大师|高工|首富|[球歌影巨]星|(?:科学|企业|艺术|音乐|书法|歌唱|[作画])家"
    r"|(?:负责|发言|创始|主持|传承|召集|嫌疑|候选|带头|当事|经纪|领导|[艺诗影])人|名[叫为]"
)
_TITLE = (
    rf"(?:{OFFICE}|村民|居民|市民|业主|商户|摊主|店主|老板|游客|学生|同学|家长|职工|工人|志愿者|(?<![人会成动全官])员|骑手|保安|代表|干部|选手|战士|[泳名小老健]将|后卫|前锋|[中边]锋|门将|射手"
    rf"|被告人?|原告|[被受]害人|{KIN}|侄子|[哥弟姐妹]|徒弟|老人|老汉|大爷|大妈|阿姨|师傅|姑娘|小伙|女孩|男孩|男子|女子|女士|先生|同志|岁的)$"
)
_TITLED = re.compile(_TITLE)
_APPOINTED = r"任命|免去|选举|推选|提名|聘请"
_IN_OFFICE = re.compile(rf"(?:{OFFICE})$")
# What may as well come before another word
_BEFORE = re.compile(
    rf"{_TITLE}|(?:叫|(?<=[)\d一二三四五六七八九十])班的|[是由为和与、]|{_APPOINTED}|饰演?|主演)$"
)
# Text of a regular expression: `李爱民|介绍`; it is no given name either
SPEAKS = (
    "介绍|表示|告诉|认为|指出|坦言|回忆|答复|回复|回应|透露|强调|要求|解释|呼吁|提醒|分析|建议|证实|感慨|讲述|宣布"
    "|致辞|讲话"
)
SPEAKING = re.compile(rf"说|道|{SPEAKS}")
_SPOKEN = frozenset(SPEAKS.split("|"))
# `少年宫|举行`, `方|组织`: what is done is no given name either
_DEEDS = (
    "举行|举办|进行|召开|开展|组织|开始|结束|发布|成立|出现|发生|参加|提供|接受|获得|使用|需要|可以|应该|已经|没有|作为"
    "|成为|通过|计划|负责|打算|准备|继续|选择|规定|决定|审理|受理|处理|支持|鼓励|推出|启动|采取|实施|签订|达成"
)
_NOT_GIVEN = frozenset(f"{SPEAKS}|{_DEEDS}".split("|"))
# `卡罗-卡恩|防御`, `诺贝尔|奖`: a thing that bears the name of somebody
_NAMED_AFTER = re.compile(
    r"防御|开局|弃兵|体系|定[律理]|效应|综合征|[杯奖]|指数|模型|公式|法则|疗法|星"
)
# `危敏|为镇长`
_POST_AFTER = re.compile(r"(?:同志)?为[^,，。;；为]{0,16}(?:[长任席记员官]|总经理)(?=[,，。;；]|$)")
# `中场谷雨|第60分钟`, `司机辛福|负全责`, `队长康强|调看监控`, `前锋方岩|梅开二度`
_BEHIND_NAME = r"第[\d一二三四五六七八九十]|负(?:[伤责债]|[全主次同][部要等]?责)|调[看取阅]|梅开"
# What stands after one
_AFTER = re.compile(
    rf"说|道|称|{SPEAKS}|{_BEHIND_NAME}|担任|出生|带领|获|任|等|分别|依次|主持|出席|率|带|赶|\d|[,，。、;；:：)）“”(（》]|\s|$"
    r"|的|在|向|与|和|是|对|为|从|把|将|以|当|今年|饰|当选|夺|同志|先生|女士|自己|陪同|参加|批评|会见"
    r"|学(?=手艺|艺|技|习|会|医|画|琴|戏)|[写画找出来去还也又就没不要想开做用买卖走站坐看听问笑喊现曾被给让年上发得作这因则已正先再后会能及同们本此跟获原前今近亲接回连兼]"
    r"|手[里中上]|身[边上]|家|记得|觉得|擎|传球|助攻|求助|完成|场均|突[然发]|忽然|不慎|失足|主动|连忙|赶紧|立即|迅速|随即|[下上]车|上前|下[水楼]|时[,，称说表强]|伤愈|院士|博士|教授|老师|律师|师傅|主任|书记|医生|[局院校部厅]长|大爷|大妈|发现|救[起出下]|抱[起着住]|冲[进上向]|跳[入进下]|骑[着车]|驾[车驶]|搀扶|扶[起着]|查看|调取|联系|送[来去到给]|背[起着]|捡到|拾到|老[人汉太]|[奶爷婆]{2}|阿姨|大叔|警官|民警|经理"
)

_TAKES = re.compile(r"[接担继出]任|当选")
# `东主郑亚|发|(62岁)`: what may follow a name, and as well be the last of a longer one
_MAY_BE_LAST = re.compile("[发才上下年成作来回连兼学记听和前后同]")
# What stands behind a whole name without a doubt
_SURELY_AFTER = re.compile(
    rf"[,，。、;；:：)）(（“”》\s]|$|[今昨前][天日晚晨]|[说称]|{SPEAKS}|担任|接任|出任|被|已[被于经]|的(?!话)"
)

# `沈秋月|出生于1983年3月`, `方晓川|,男,46岁`, `邢远航|是一名体育教师`: what tells who somebody is
_IS_SOMEBODY = re.compile(
    r"[,，(（]?(?:现年|今年)?(?:\d{1,3}岁|(?:19|20)\d\d年|男|女|生于|出生|是|系|[担现曾历]?任|原名|本名|毕业)"
)

# `绰号“|阿鲁|”`
_CALLED = re.compile(r"(?:绰号|外号|人称|别名|化名|小名)(?:叫|是)?[“「]?$")

# `500|米直道`, `每|班限招`: what a unit stands after, not a name
_COUNTED = re.compile(r"[\d每各几半]$|(?:^|[^\u4e00-\u9fff])[一二三四五六七八九十百两]+$")
_LONGEST_NUMERAL = 12  # characters

# `跳进两|米多深|的水里`
_DEEP = re.compile(r"(?<=[两几数半十百\d])米多?[深高长宽远]")
# `(记者李爱民、罗小满)`, `记者 李爱民 通讯员 罗小满`: who reports, not of whom
_REPORTERS = re.compile(
    r"\([^()]{0,20}(?:记者|通讯员)[^()]{0,40}\)"
    r"|(?:记者|通讯员)\s?[ |/:](?:\s?[\u4e00-\u9fff]{2,4}[ 、])*\s?[\u4e00-\u9fff]{2,4}"
)

# `罗小满 摄`: who made what is printed, and is not told of in it
_CREDIT = re.compile(r"\s*(?:文/?)?[摄图]\b|\s+[文摄图]")

# Family names that most often begin other words: `危险`, `楼道`, `计划`
MOSTLY_WORDS = "危幸敬楼花计丰井练占区鹿"
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔"
    "钟谭陆汪范金石廖贾夏韦傅付方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊"
    "葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝"
    "路游辛靳欧阳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂"
    "全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢闻谌"
    "来束汝茹习竺晋宓赖芮奚钮鄂仝蔺荀阚晁濮扈冼阙莘邰郜糜訾缑佴乜逯隗逄郇邸尉亢雍漆亓洪伊劳屠裘茅厉廉宣戎杭桓狄粟衡薄"
    "诸贡辜钦韶湛巢禹禄籍綦蔚谯庾嵇璩禤蒯蒿蓟贲邴郄郈郏郗郤郦酆钭睢宦汲殳昝夔羿暨仉厍佀褟笪"
    + MOSTLY_WORDS
)
# Of two characters; `东方`, `百里` and others that are rather words are left out
_COMPOUND = (
    "欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|令狐|宇文|司徒|司空|夏侯|闻人|澹台|单于|端木|轩辕|呼延|南宫|独孤|申屠|拓跋"
    "|赫连|完颜|钟离|太史|公冶|淳于"
)
# Those of them that are as often other words: `老人|费心`
_WORDY = frozenset(
    "费时于成和单任路车项温高常明安全方向白黄金石封管连从解应来束江龙马万华都施计柳花水习"
    + MOSTLY_WORDS
)
# What is no part of a given name
_NO_NAME = frozenset(
    "说道称的了是在和与为向对从把将被任等及给让都也已则以用到去来做当率带并于因即至同由其这那有不就还又再"
    "日时点分个名位人岁元心兼队该没搁地边外今读降走条打算涨跌得最办须腿膝肘腕"
)
# Of those, what stands in names all the same: `贺有田`, `骆同舟`
_IN_NAMES = frozenset("有元心同来得")
# `总理|李克强`, `任命|陈晓川|为局长`
_HOLDER = re.compile(
    rf"(?:{OFFICE}|(?:{_APPOINTED})(?=[^\W]{{2,3}}(?:[为任的]|担任)))"
    rf"(?P<name>[{''.join(SURNAMES)}][^\W{''.join(_NO_NAME)}]{{1,2}})"
)
# `总统|普京`: two sounds of another language
_HOLDER_ABROAD = re.compile(
    rf"(?:总统|总理|首相|[外防]长|部长|大臣|国王|大使|主席|[球影歌]星)(?P<name>[{SOUNDS}][{SOUNDS}京])(?![{SOUNDS}])"
)
# `院长|土登|说`: who has no surname, cut into single characters
_HOLDER_SPEAKS = re.compile(
    rf"(?:{OFFICE})(?P<name>[^\W\da-z{''.join(_NO_NAME)}连只常总忙笑哭着很]{{2,3}})(?={SPEAKING.pattern})"
)
# `芦席|街`, `石磨|村`: no name of a person goes on so
_A_STREET = re.compile(r"[街巷镇乡县村](?![长民里委])")
# `高二|(6)班`
_GRADE = re.compile(r"高[一二三](?=[(年级班学各])")
# `邵培元|的职务`, but not `800元|的`
_YUAN = re.compile(r"元(?=[,，。;；、:：!?\s的为说任被和与]|$)")
_OF_SUMS = frozenset("0123456789一二三四五六七八九十百千万亿两几多余美日欧港澳韩单")
_SHORTEST = 2  # characters of a name
# `贺有田|不再担任院长`: what only a person does, so that a name ends before it, even in `田`
_LEAVES_OFFICE = re.compile(r"不再[担兼]?任|卸任|辞去")
_SOME = "某"  # of `王某`, whom `_UNNAMED` finds
# `教练尚勇|赛后说`: whose first character might else be the last of the name before it
_NEXT_WORD = re.compile(rf"[赛会课]后|{_BEHIND_NAME}")
# `欧阳|岚`
_OF_COMPOUND = re.compile(rf"(?:{_COMPOUND})(?P<given>[^\W\da-z{''.join(_NO_NAME)}]{{1,2}})")
# `王某`, `张某岩`, `bob mcnally`
_UNNAMED = re.compile(
    r"[\u4e00-\u9fff]某(?!公司|单位|学校|小区|医院|地(?!处)|年(?![仅近过满已])|日(?![前常])|种(?!植)|[月些项])(?:某|[甲乙丙丁]|(?![的了是在为和与住说称向被把将卖买躲收放去到拿用打开偷抢骗借欠租坐驾骑找须应该])[\u4e00-\u9fff](?=[,、()的和与在被是为因]))?"
)
_LATIN = re.compile(r"(?<![a-z])(?!c[efot]o )[a-z][a-z'.-]+(?: [a-z][a-z'.-]+){1,2}(?![a-z])")


def names(sentence: str, known: frozenset[str] = frozenset()) -> list[tuple[Span, bool]]:
    """Return the names in a folded `sentence`, each with whether a title stands before it.

    What neither has a title nor is followed as names are is none, and what begins with a surname
    that is another word as well must have both; but those `known` from elsewhere need neither, nor
    do those who are named by the surname alone: `武某`.
    """
    found = []
    ended = set()  # where names start that are followed as names are
    for span in _of_whom_is_told(sentence):
        introduced = _follows(_BEFORE, sentence, span) or _takes_post(sentence, span)
        followed = bool(_AFTER.match(sentence, span.end))
        name = sentence[span.start : span.end]
        is_known = name in known or _is_unnamed(name)
        is_wordy_name = name[0] in _WORDY and "·" not in name
        needed = 0 if is_known else 2 if is_wordy_name else 1
        is_held = followed and _follows(_IN_OFFICE, sentence, span)  # `队长|沈阳|说`
        if introduced + followed >= needed and (is_held or not is_place(sentence, span)):
            found.append((span, introduced, followed))
        if followed:
            ended.add(span.start)
    longer = {span.start for span, _, _ in found if _SURELY_AFTER.match(sentence, span.end)}
    found = [one for one in found if not (one[0].start in longer and _may_go_on(sentence, one[0]))]
    kept = [
        (span, introduced)
        for span, introduced, followed in found
        if followed or span.start not in ended
    ]
    return sorted(kept, key=lambda one: one[0].start)


def _takes_post(sentence: str, span: Span) -> bool:
    """Return whether somebody takes a post by what follows: `危敏|为镇长`, `|于晚晴|接任`."""
    if _POST_AFTER.match(sentence, span.end):
        return True
    begins = sentence[span.start - 1 : span.start] in ("", *",，。;；:：、")
    is_whole = span.end - span.start > _SHORTEST
    return begins and is_whole and bool(_TAKES.match(sentence, span.end))


def _may_go_on(sentence: str, span: Span) -> bool:
    """Return whether a name of two characters may lack its last one."""
    is_short = span.end - span.start == _SHORTEST
    return (
        is_short
        and bool(_MAY_BE_LAST.match(sentence, span.end))
        and not (_SURELY_AFTER.match(sentence, span.end))
    )


def _of_whom_is_told(sentence: str) -> Iterator[Span]:
    """Yield what is cut like a name, but what is counted, reports or has taken the picture."""
    reporters = [match.span() for match in _REPORTERS.finditer(sentence)]
    for span in may_be_names(sentence):
        near = max(0, span.start - _LONGEST_NUMERAL)  # not from the first: a sentence may be long
        counted = _COUNTED.search(sentence, near, span.start) or _DEEP.match(sentence, span.start)
        if counted or _CREDIT.match(sentence, span.end) or _NAMED_AFTER.match(sentence, span.end):
            continue
        if not any(start < span.start < end for start, end in reporters):
            yield span


@lru_cache(64)
def names_told(text: str) -> frozenset[str]:
    """Return the names that a folded text tells somewhere in a way that tells them to be names."""
    cut = (text[one.start : one.end] for one in sentences(text))
    told = {part[span.start : span.end] for part in cut for span, _ in names(part)}
    return frozenset(
        name
        for name in told
        if not (name[:-1] in told and text.count(name) == 1 and text.count(name[:-1]) > 1)
        and not any(_is_always_within(name, longer, text) for longer in told)
    )


def _is_always_within(name: str, longer: str, text: str) -> bool:
    """Return whether a text tells a name several times, and only as the beginning of another."""
    is_beginning = longer != name and longer.startswith(name)
    return is_beginning and text.count(longer) == text.count(name) > 1


def runs_on(name: str, told: frozenset[str]) -> bool:
    """Return whether a name has a character too many: `许兰任`, where the article tells of `许兰`.

    Args:
        name: as it was cut from a sentence.
        told: the names that the whole article tells.
    """
    return name not in told and len(name) > _SHORTEST and name[:-1] in told


def may_be_names(sentence: str) -> list[Span]:
    """Return what is cut like names in a folded `sentence`, whatever stands around it."""
    latin = (Span(*match.span()) for match in _LATIN.finditer(sentence))
    spans = (*chinese_names(sentence), *foreign(sentence), *_after_offices(sentence), *latin)
    return list(dict.fromkeys(spans))


def chinese_names(text: str) -> list[Span]:
    """Return what is cut like a Chinese name in a folded text, or written like one: `王某`."""
    by_surname = (Span(*match.span()) for match in _UNNAMED.finditer(text))
    return [*_chinese(text), *_compound(text), *by_surname]


def names_at_start(text: str) -> list[str]:
    """Return what is cut like a Chinese name where a folded text begins."""
    return [text[: one.end] for one in chinese_names(text) if not one.start]


def unnamed(text: str) -> list[str]:
    """Return whom a folded text names by the surname alone: `武某`."""
    return [match.group() for match in _UNNAMED.finditer(text)]


def _is_unnamed(name: str) -> bool:
    """Return whether a name is a surname alone: `武某`, but not `在某`."""
    return name[0] in SURNAMES and bool(_UNNAMED.fullmatch(name))


def tells_who(name: str, sentence: str) -> bool:
    """Return whether a folded sentence tells who somebody is: an office, an age, a life."""
    written = "[·.]?".join(map(re.escape, name))  # `冯·德莱恩`, as one may ask without the dot
    spans = (Span(*match.span()) for match in re.finditer(written, sentence))
    return any(
        _follows(_TITLED, sentence, span)
        or _follows(_CALLED, sentence, span)
        or _IS_SOMEBODY.match(sentence, span.end)
        for span in spans
    )


def is_place(sentence: str, span: Span) -> bool:
    """Return whether a piece of a folded sentence is the name of a known place: `沈阳`."""
    return bool(place_names().fullmatch(sentence, span.start, span.end))


def begins_word(sentence: str, place: int) -> bool:
    """Return whether what stands at `place` begins a word, and ends no name: `谷凯|第70分钟`."""
    return bool(_NEXT_WORD.match(sentence, place))


def titled(sentence: str, span: Span) -> bool:
    """Return whether what somebody is stands right before a name: `民警|罗启明`."""
    return _follows(_TITLED, sentence, span)


def is_wordy(name: str) -> bool:
    """Return whether a name of two characters is as likely other words: `单位`, `钱都`."""
    return len(name) == 2 and name[0] in _WORDY


def _follows(pattern: re.Pattern[str], sentence: str, span: Span) -> bool:
    return bool(pattern.search(sentence[max(0, span.start - 4) : span.start].rstrip()))


def _chinese(sentence: str) -> Iterator[Span]:
    """Yield what is cut like a name, or is a word that begins with a surname after a title."""
    pieces = [*word_places(sentence), (-1, -1), (-1, -1)]
    for place, (start, end) in enumerate(pieces[:-2]):
        if sentence[start] not in SURNAMES or _GRADE.match(sentence, start):
            continue
        is_told = _follows(_TITLED, sentence, Span(start, end))
        if end - start > 1:
            if end - start < 4 and is_told and _AFTER.match(sentence, end):
                yield Span(start, end)
            continue
        (first, first_end), (second, second_end) = pieces[place + 1 : place + 3]
        given = sentence[first:first_end]
        if first != end or len(given) > 2 or given in _NOT_GIVEN or given == _SOME:
            continue
        odd = _NO_NAME.intersection(given)
        if odd and _ends_in_yuan(sentence, first_end - 1):
            odd -= {"元"}
        is_told = is_told or bool(_LEAVES_OFFICE.match(sentence, first_end))
        if odd and not (odd <= _IN_NAMES and is_told):
            continue
        if second == first_end and len(given) == 1 and _A_STREET.match(sentence, second):
            continue
        in_middle = bool(odd) and len(given) == 1
        more = second == first_end and second_end - second == 1 and len(given) == 1
        if more and sentence[second] >= "\u4e00" and _may_end(sentence, start, second):
            yield Span(start, second_end)
        if not in_middle:
            yield Span(start, first_end)


def _ends_in_yuan(sentence: str, last: int) -> bool:
    """Return whether a name may end in the `元` at `last`, which is no sum: `免去邵培元|的职务`."""
    is_sum = sentence[last - 1] in _OF_SUMS
    return not is_sum and bool(_YUAN.match(sentence, last))


def _may_end(sentence: str, start: int, last: int) -> bool:
    """Return whether the character at `last` may end the name at `start`: `副局长|田大有|说`."""
    if _ends_in_yuan(sentence, last):
        return True
    if sentence[last] not in _NO_NAME:
        return not begins_word(sentence, last)
    is_titled = _follows(_TITLED, sentence, Span(start, last))
    return sentence[last] in _IN_NAMES and is_titled and bool(SPEAKING.match(sentence, last + 1))


def _compound(sentence: str) -> Iterator[Span]:
    """Yield what begins with a surname of two characters: `欧阳岚`, `令狐冰`."""
    for match in _OF_COMPOUND.finditer(sentence):
        ends = range(match.end("given"), match.start("given"), -1)
        yield from (Span(match.start(), end) for end in ends if _AFTER.match(sentence, end))


def _after_offices(sentence: str) -> Iterator[Span]:
    """Yield what stands like a name behind an office, though cut otherwise: `总理|李克强主持`.

    No given name is a word for speaking: in `队长康强调` it is `康强`.
    """
    for match in _HOLDER_ABROAD.finditer(sentence):
        if _AFTER.match(sentence, match.end()):
            yield Span(*match.span("name"))
    speaking = list(_HOLDER_SPEAKS.finditer(sentence))
    ends = dict(word_places(sentence)) if speaking else {}
    for match in speaking:
        if all(ends.get(at) == at + 1 for at in range(*match.span("name"))):
            yield Span(*match.span("name"))
    for match in _HOLDER.finditer(sentence):
        start = match.start("name")
        for end in range(match.end("name"), start + 1, -1):
            if _AFTER.match(sentence, end) and not begins_word(sentence, end - 1):
                is_spoken = sentence[start + 1 : end] in _SPOKEN
                yield Span(start, end - 1 if is_spoken else end)
                break
