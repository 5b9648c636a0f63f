"""What a question is about and whom it names: what a later question may point back to."""

from __future__ import annotations

import re
from functools import lru_cache

from embeddings import bundled_encoder
from qa.dates.parts import DAY_NUMBER
from qa.dates.words import NOW, PART_OF_YEAR
from qa.forms.persons.names import SURNAMES, chinese_names, is_wordy, names_at_start, unnamed
from qa.forms.persons.offices import HEAD
from qa.forms.persons.people import speaker
from qa.forms.persons.sounds import foreign_names
from qa.forms.places.areas import areas_by_level
from qa.forms.places.regions import place_names
from qa.likeness import word_places
from qa.questions.covered import covered_topic
from qa.text import fold, simplified

# `公园|将|开放`, `业主|将`, `县三小|将`, but not within `最佳门将`, `象棋老将`, `空军上将`
_WILL = (
    r"(?<![武健门])(?<![^养敬]老)(?<![^一二三四五六七八九十实附中]小)(?<![^业车店房户]主)(?<!军上)"
    r"(?<!^[老小主上])将(?!军)"
)
# `公园|会|开放`, but not within `运动会`, `会展`
_MAY = r"(?<![工协大动花展晚年学社委机市商都妇])(?<!校运)会(?![议展员所])"
# What parts the thing asked about from what is asked of it: `苇荡湿地公园|什么时候开放`
_ASKED_OF = re.compile(
    r"为什么|什么|谁|哪|多少|几|怎|如何|为何|为啥|是否|有没有|能不能|是不是|吗|呢|有多|多(?:[长高远久]|大(?!学))"
    # but not within `公共`, `运动会`, `主要`
    r"|的?(?=是|(?<![自存所现])在|(?<!自)由|叫|姓|已"
    rf"|{_MAY}|{_WILL}|(?<![主重首需])要(?![求点])|[一总]?(?<![公中])共(?![和同青产享]))"
)
# `还|会|开放`, `不会`, `我们|会`: what stands before the verb in a word of the vocabulary
_BEFORE_MAY = "不将仍就才则还只便也都常时定能往否年何么们我"
_NO_MODAL = "\0"  # stands for a character that parts nothing
# What asks, of a question that begins with it: `有多少个|接种点`, `谁夺得了|龙舟赛冠军`
_ASKING = re.compile(
    r"^有?(?:多少|几|哪[些个几里儿俩两三四]?|谁|什么)[个名户家位座条次所支种]?(?:是|夺得了?|获得了?)?"
)
_MARKS = " ,，?？。!！"
# What is said of a thing and is not of its name: `公园|原来计划`
_AROUND_NAMES = re.compile(
    r"(?:原来|原先|原本|本来|后来|计划|预计|一共|总共|累计|占地|全长|到底|究竟|共|最后|第一次|首次|的|是|在|有"
    r"|[今去明昨前][年天日]|[今昨]晚|[本这上下]个?(?:周|月|星期|礼拜)|(?<=[^\W\d])第"
    rf"|{_MAY}|{_WILL})+$"
)
# `请问`, `我想了解一下`, but not within `问题`, `查酒驾`, `介绍信`
_POLITE = re.compile(
    r"^(?:请问|(?:我们?|我?想)想?(?:了解|知道|问|查)(?:一下|下)?|(?:了解|问|查)一?下"
    r"|(?:请|麻烦)(?:告诉我|介绍(?:一下)?)|告诉我|介绍一下|说说|讲讲)[,，]?"
)
# `截至8月31日,`: when, before what the question is about
_WHEN_FIRST = re.compile(
    rf"^(?:截至|截止|到|在)?(?:\d{{1,4}}[年月日]|\d{{1,2}}[-—–~至到](?=\d{{1,2}}月)|{DAY_NUMBER}|{PART_OF_YEAR}|[今去昨前明][年天日]|[上本]个?[月周]"
    r"|(?:周|星期)[一二三四五六日天末]|[上下]午|晚上|[首次]日)+"
    r"(?:以来|前|后)?[,，]?"
)
# `公路|现在|总投资要多少`
_NOW = re.compile(rf"{NOW}|最新的?")

# `苇荡湿地|公园`, `18路|公交`, `望渡|社区`, `东海|号货轮`: what ends the name of a thing
_ENDS_NAME = (
    "号[\u4e00-\u9fff]{0,3}[船舰艇轮]|[次趟]列车|湿地公园|公园|农贸市场|市场|菜场|商场|[夜早]市|小学|中学|大学|学校|夜校|医院|图书馆|书屋|展示馆|博物馆|[^场]馆|社区|街道|合作社|公司|集团|超市|化工|重工|水泥|科技|股份|银行|证券|农商行|[药酒矿实]业|(?<!工)厂(?!长)"
    "|中心|路公交车?|(?<![迷带问走让])路|号线|工程|项目|活动|比赛|龙舟赛|马拉松|赛|节|会|水库|大桥|隧道|桥|泵站|车站|食堂|[市区县镇乡村省]|疫苗|[日晚早晨周]报|队"
)
# `石桥|化工`, whose first word is the name of another thing
_FIRM = re.compile(r"(?:化工|重工|水泥|科技|股份|银行|证券|农商行|[药酒矿实]业)")
# What asks, and is of no name: `新馆|几|点闭馆`
ASKS = re.compile(r"什么|谁|哪|多[少长高大远久宽深重厚]|几|怎|吗|呢|[如为]何|何[时地]")
# No name holds what asks: `哪所学校`, `走哪条路`
_OF_NAMES = r"(?:(?!哪|什么|谁|几[个条家所座]|多少)[\u4e00-\u9fff])"
_NAMED = re.compile(rf"(?:{_OF_NAMES}{{1,12}}?|{_OF_NAMES}{{0,4}}[a-z]?\d+)(?:{_ENDS_NAME})")
# `公园`, `队`: what sort of thing a name is of
KIND = re.compile(rf"(?:{_ENDS_NAME})$")
# What goes on a word behind the name of a place or thing: `西安市|公安局`, `铁牛队|主教练`
_OF_NAMED = re.compile(
    r"[委内里]|主?教练|[院校馆]长|\w+(?:[局厅院部所台府委]|主任|书记|经理|主席|总裁|[^市区县镇乡村省队]长)"
)
_STILL_NAMED = re.compile(r"长|局(?!长)")  # `市场|局`, `大桥|局`: no market, and no bridge
_A_WORD = 2  # characters
_QUOTED = re.compile(r"“[^“”]{2,12}”|《[^《》]{2,30}》")  # `“包子”|走丢了几天?`
# `沈秋月|是谁?`, but not `沈秋月|是谁的女儿?`
_WHO_IS = r"是(?:谁(?!的)|什么人|啥人|何人|何许人)"
_LONGEST_NAME = 4  # characters
# `侯站长`, of whom a paper says `站长侯青`
_TITLED = re.compile(
    rf".(?:{HEAD}|事长|老师|女士|先生|大[爷妈]|师傅|主任|书记|经理|医生|教授|会计|老板|大夫)"
)
_ENDS_WORDS = "物者气款金员人会品车部队局子"
# What stands between whom a question is about and what it asks: `李玟|因|什么病去世`
_GOES_ON = "以把因从用凭靠到还都一里住约占管拿由跟和对被将向给让就也在要想会能曾已又再没不该去来"
# `许天来|是谁?`, `柏永和|是谁?`, though `来` and `和` mostly go on
_MAY_GO_ON = re.compile(r"[\u4e00-\u9fff]{2}[来和]")
_OF_SOMEBODY = re.compile(r"是|的|今年|几岁|多大")
# Short, and without what is of sentences rather than of names: no `那条`, `被困`
_A_NAME = re.compile(r"(?![到从去往拉当])[^\W的那这被们给上下不人自己在是有]{2,3}")

# `人民|桥`, `市人民|医院`: a name that every town has, and only its kind tells of which thing it is
_IN_COMMON = re.compile(r"人民(?:大(?=桥))?(?P<kind>桥|公园|医院|路|街|广场|小学|中学)")
# `滨江|大桥`, `柳荫|路`
_PLACE_KIND = re.compile(r"(?P<kind>桥|公园|医院|路|街|小学|中学|水库)$")

# `the wetland park`, `铜冶镇`, `Lanjiang Daily`
_ENGLISH_TOPIC = re.compile(
    r"\b(?:the [a-z][\w'-]*"
    r"(?: (?!(?:is|are|was|were|open|close|start|begin|end|cost|have|has|will)\b)[a-z][\w'-]*){0,3}"
    r"|[\u3400-\u9fff]+)|(?<!^)\b[A-Z][\w'-]*(?: [A-Z][\w'-]*)*"
)
# `How long is 青石桥?`: in English, whatever it names
_IN_ENGLISH = re.compile(
    r"(?:how|what|when|where|who|why|which|is|are|was|were|did|does|do|has|have|will|can)\b",
    re.IGNORECASE,
)
# `护士`, `老人`: who has no name; but not `花生`, `卫生`, `人生`
PEOPLE = re.compile(r".*(?:[员师手人工士者童孩]|(?<![花卫人民产])生|孩子|司机|保安|保洁|学徒)")
_CHINESE_NAME = re.compile(r"[\da-zA-Z]*[\u3400-\u9fff]\w*")  # in an English question
# `石门镇|走失的|老人`, but not `公园|的门票`: what tells which one is meant
_WHICH_ONE = re.compile(r"[^的是在,，]{1,8}的(?=[\u4e00-\u9fff]{2})")
IN_SERIES = re.compile(r"第[\d一二三四五六七八九十]{1,3}[轮届期场站局批]")  # `青岭队|第二轮|比分`
_COMES_OF_IT = re.compile(r"(?<=..)[好完成掉走出]$")  # `修|好了`
# What is done in a number, or to or in a place, and is not of the name before it: `焊工|招|几名?`
_DONE = re.compile(
    r"改?走|[住停葬埋躺藏]|[搬涨降][到至去]?|[招报罚花卖收交补赔捐领发去占还都开跑]有?"
)
# `谁救了|落水的孩子`: to whom or what somebody did something
_DONE_TO = re.compile(r"谁(?!是)[\u4e00-\u9fff]{1,3}[了过](?P<what>[\u4e00-\u9fff]{2,}[?？]?)$")
# `为什么|不跟?`, `这个数字|准确吗?`, `那时候`, `本市`, `一张票|多少钱?`: names nothing, and points
# to what was told; but not `本溪市`
_POINTING = re.compile(
    r"为什么|为[何啥]|怎么|如何|[这那该其]|本(?=[省市县区镇乡村地报校院厂店站期次届周月年季])|[我你您他她它]们?|[一每][张份斤盒支件套吨瓶袋辆]|(?:有|没有|还|又|也|都|再|当时|同时)+$"
)


@lru_cache(256)  # each turn of a conversation is looked at again with every later one
def topic(question: str) -> str:
    """Return what `question` asks about: `公园` of `公园什么时候开放?`."""
    question = simplified(question)
    if covered := covered_topic(question):
        return covered
    if is_english(question):
        found = _CHINESE_NAME.search(question) or _ENGLISH_TOPIC.search(question)
        return found.group().rstrip("?. ") if found else ""
    question = _NOW.sub("", without_polite(question))
    plain = _without_meetings(fold(question))
    asked = _ASKED_OF.search(plain)
    about = _AROUND_NAMES.sub("", plain[: asked.start()] if asked else plain)
    return question[: len(about)].strip(_MARKS) or _ASKING.sub("", question).strip(_MARKS)


def _without_meetings(folded: str) -> str:
    """Return a folded question without the `会` of its words: `全运会|会|推迟`, `招聘会`."""
    for start, end in word_places(folded):
        word = folded[start:end]
        if len(word) >= _A_WORD and word[-1] == "会" and word[-2] not in _BEFORE_MAY:
            folded = f"{folded[: end - 1]}{_NO_MODAL}{folded[end:]}"
    return folded


def is_english(question: str) -> bool:
    """Return whether a question is in English, whatever it names."""
    return question.isascii() or bool(_IN_ENGLISH.match(question))


def without_polite(question: str) -> str:
    """Return a question without what makes it polite: `请问`."""
    return _POLITE.sub("", question)


def entity(question: str) -> str:
    """Return the name in what `question` asks about: `湿地公园` of `湿地公园推迟开园了吗?`."""
    about = topic(question)
    bare = _WHEN_FIRST.sub("", about).removeprefix("的") or about
    if quoted := _QUOTED.match(bare):
        return quoted.group()
    if person := person_named(question):
        return person
    named, owner = bare[: _named_end(bare)], person_of(bare)
    return owner if named and owner.startswith(named) else named or bare  # no `赛` in `余赛花的`


def after_day(question: str) -> int:
    """Return where a question goes on from the day that it begins with: `8月5日|殷都区`."""
    day = _WHEN_FIRST.match(question)
    return day.end() if day else 0


def subject(question: str) -> str:
    """Return what a later question may go on from: `老人` of `老人捐了多少钱?`.

    Without what it did, and empty where a question only points to something.
    """
    if done := _DONE_TO.match(question):
        question = done["what"]
    name = entity(question)
    name += _told_apart_by(topic(question), name)
    bare = doer(question) or without_deed(name)
    return "" if _POINTING.match(bare) or len(bare) < _A_WORD else bare


def _told_apart_by(about: str, name: str) -> str:
    """Return what follows a name and tells which of its things is meant: `走失的老人`, `第二轮`."""
    end = about.find(name) + len(name)
    if series := IN_SERIES.match(about, end):
        return series.group()
    which = _WHICH_ONE.match(about, end) if name and is_named(name) else None
    words = word_places(fold(about)) if which else ()
    who = next((last for first, last in words if which and first == which.end()), end)
    return about[end:who] if which and PEOPLE.fullmatch(about, which.end(), who) else ""


def without_deed(about: str) -> str:
    """Return what did something, without that: `老人` of `老人捐了`."""
    is_done = about.endswith(("了", "过"))
    bare = _COMES_OF_IT.sub("", about[:-1]) if is_done else about
    words = [start for start, end in word_places(fold(bare)) if start and end == len(bare)]
    if is_done:
        return bare[: max(words)] if words else bare[:-1] or about
    return bare[: max(words)] if words and _DONE.fullmatch(bare, max(words)) else bare


def doer(question: str) -> str:
    """Return the person whom a question is about, or who did something: `沈秋月|说了什么?`."""
    if person := person_named(question):
        return person
    about = fold(topic(question))
    if not about.endswith(("了", "过")) or is_named(about):
        return ""
    return person_named(f"{without_deed(about)}是谁?")


def _named_end(text: str) -> int:
    """Return where the names of things end that `text` begins with: `18路公交|末班车`."""
    folded, end = fold(text), 0
    ends = _may_end_names(folded)
    while found := _NAMED.match(folded, end):
        later = (one for one in ends if one > end and _NAMED.fullmatch(folded, end, one))
        longer = found.end() if found.end() in ends else next(later, None)
        if longer is None:
            break
        end = longer
    firm = _FIRM.match(folded, end) if end else None
    return firm.end() if firm else end


@lru_cache(64)
def _may_end_names(folded: str) -> list[int]:
    """Return where a name may end in a folded text: `东门街|的|路灯` has no `东门街的路`."""
    ends = set()
    for start, end in word_places(folded):
        ends.add(end)
        ends.update(at for at in range(start + 1, end) if _OF_NAMED.fullmatch(folded, at, end))
    return sorted(end for end in ends if not _STILL_NAMED.match(folded, end))


def is_named(text: str) -> bool:
    """Return whether `text` starts with the name of a thing or a person, such as `18路`."""
    if _ASKING.match(text):  # `多少|钱一斤?`
        return False
    return _named_end(text) > 0 or bool(person_named(text))


# `1986年4月底|全省储蓄余额`
_DAY_FIRST = re.compile(
    r"^(?:截至|到)?(?:\d{4}年)?\d{1,2}月份?(?:\d{1,2}[日号]|[上中下]旬|[底末初中])?"
)


def distinctive(question: str) -> str:
    """Return what tells the thing asked about from others of its kind: `荷花` of `荷花节`.

    Empty where no thing is named, or only its kind.
    """
    name = fold(entity(_DAY_FIRST.sub("", question)))
    if not _NAMED.fullmatch(name):
        return ""
    bare = KIND.sub("", name)
    return bare if _A_NAME.fullmatch(bare) else ""


def named_in_common(question: str) -> str:
    """Return the thing asked about by a name that others have of another kind: `人民桥`."""
    found = _IN_COMMON.search(fold(entity(question)))
    return f"人民{found['kind']}" if found else ""


def place_and_kind(question: str) -> tuple[str, str]:
    """Return what tells the bridge, road, park, hospital or school asked about, and its kind.

    `滨江` and `桥` of `滨江大桥多长?`; empty where it asks about none.
    """
    own = named_in_common(question) or distinctive(question)
    kind = _PLACE_KIND.search(own) or _PLACE_KIND.search(fold(entity(question)))
    return (own, kind["kind"]) if own and kind and own.isalpha() else ("", "")


def names_its_own(question: str) -> bool:
    """Return whether `question` begins with the name of a thing, or with what is cut like one."""
    return is_named(question) or bool(name_first(question))


def name_first(question: str) -> str:
    """Return the person whose name `question` begins with: `党存柱` of `党存柱伤的是哪儿?`.

    Empty where there is none. What has two characters is as likely another word.
    """
    about = fold(topic(question))
    if not fold(question).startswith(about):  # `多少|钱一张?`
        return ""
    longer = (name for name in names_at_start(about) if len(name) > _A_WORD)
    name = max(longer, key=len, default="")
    return name if may_be_person(name, about) else ""


@lru_cache(256)
def person_named(question: str) -> str:
    """Return the person whom a question is about: `沈秋月` of `沈秋月是哪一年入党的?`."""
    folded, about = fold(question), fold(topic(question))
    if _MAY_GO_ON.fullmatch(about) and _OF_SOMEBODY.match(folded, len(about)):
        return about if about == speaker(about) else ""
    about = about.rstrip(_GOES_ON)
    name = speaker(about)
    if not name or not about.endswith(name) or not may_be_person(name, about):
        return ""
    cut_so = {about[span.start : span.end] for span in chinese_names(about)}
    return name if name in (*cut_so, *unnamed(about)) or _is_known(name) else ""


def is_person(text: str) -> bool:
    """Return whether a text is the name of a person, and no more."""
    return bool(person_named(f"{text}是谁?")) and len(text) <= _LONGEST_NAME


def person_of(question: str) -> str:
    """Return the person of whose thing a question asks: `沈秋月` of `沈秋月的成绩是多少?`."""
    folded = fold(question)
    return next((one for one in names_at_start(folded) if folded.startswith("的", len(one))), "")


def may_be_person(name: str, text: str) -> bool:
    """Return whether what is cut like a name in `text` is no place and nothing counted.

    `石鼓乡` begins with a surname too, and so does `张床` of `多少张床`.
    """
    counted = re.search(rf"(?:多少|[几哪\d]){re.escape(name)}", text)
    return (
        not counted
        and not _TITLED.fullmatch(name)
        and (name in unnamed(name) or not is_wordy(name))  # `白某`, but not `白天`
        and not areas_by_level(name)
    )


@lru_cache(64)
def only_names(question: str) -> bool:
    """Return whether a question is the name of a thing or a person alone, and asks nothing of it.

    `苇荡湿地公园?`, but not `停电通知`.
    """
    bare = fold(question).strip(_MARKS)
    if not bare or ASKS.search(bare):
        return False
    is_known = place_names().fullmatch(bare) or re.fullmatch(r"[a-z]+", bare)
    return (
        bool(is_known)
        or _named_end(bare) == len(bare)
        or bare in (person_named(bare), _foreigner(bare))
    )


def asks_who_is(question: str) -> bool:
    """Return whether a question asks who somebody is that it names: no other name answers it."""
    return bool(who_asked(question))


@lru_cache(64)
def who_asked(question: str) -> str:
    """Return whom a question names and asks who that is: `沈秋月` of `沈秋月是什么人?`."""
    about = fold(topic(question))
    name = person_named(question) or _foreigner(about) or _like_a_name(about)
    return name if name and re.search(re.escape(name) + _WHO_IS, fold(question)) else ""


def _like_a_name(about: str) -> str:
    """Return `about` where it is a surname and a given name, however it is cut: `王家骏`."""
    is_name = len(about) > _A_WORD and speaker(about) == about and may_be_person(about, about)
    return about if is_name and about[-1] not in _ENDS_WORDS and not PEOPLE.fullmatch(about) else ""


def _foreigner(about: str) -> str:
    """Return `about` where it is a name written by its sounds, or that behind a surname."""
    behind = about[1:].removeprefix("·") if about[:1] in SURNAMES else about  # `冯·|德莱恩`
    is_name = any(foreign_names(one) == [one] for one in (about, behind))
    return about if is_name and not place_names().fullmatch(about) else ""


def _is_known(name: str) -> bool:
    """Return whether what begins with a surname is the name of someone often in the papers.

    It is a word of the vocabulary then; but so are `游客` and `吉祥物`.
    """
    is_word = bundled_encoder().tokenizer.token_to_id(name) is not None
    return is_word and len(name) > _A_WORD and name[-1] not in _ENDS_WORDS
