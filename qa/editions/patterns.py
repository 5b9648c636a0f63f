"""What the parts of a page look like: named patterns, each with the text that it matches.

All match on text folded by `qa.text.fold`: half width, lower case, simplified characters.
"""

from __future__ import annotations

import re

# --- the ends of text ------------------------------------------------------------------------

# `。`, `!”`, `……`, `?)`: a sentence ends here.
SENTENCE_END = re.compile(r"[。.!?…][”’」』)\]】》\"'〕〉]*$")
# `地,由谁来种?`: what may be a headline though it ends as a sentence
ONE_EXCLAMATION = re.compile(r"[^。!?…;]{5,36}[!?]")
# `:`, `;`, `——`: it may go on, and may be the end of a paragraph.
HALF_END = re.compile(r"[:;—][”’」』)\]】》\"']*$")
# `,`, `、`: it goes on.
OPEN_END = re.compile(r"(?:[,、·(“‘「『《〈\[]|(?<![—-])[—-])$")
# `,但是`, `、小王`, `”的`: no paragraph starts so.
NO_START = re.compile(
    r"[,、。;:!?)”’」』》〉\]%℃·…]|[的了着过们吗呢吧等和与及或者](?![\u4e00-\u9fff]{0,1}[,:])"
)

# `提高了的`, `并且在`: no phrase ends so
NO_END = re.compile(
    r"[的在和与及或对为把被将是从向于以而且并不也就都又再最更很各每该本这那其之第约近共达至到]$"
)

# --- jumps from page to page -------------------------------------------------------------------

_PAGE = r"第?\s*(?:[a-d]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*[版页叠]"
# `(下转第3版)`, `下转A2版《题》`, `→转3版`
JUMP_TO = re.compile(
    rf"[(〔\[]?\s*[→▶>]*\s*(?:下转|紧转|转入|转|详见)\s*(?P<page>{_PAGE})"
    r"[^。()〕\]]{0,40}\s*[)〕\]]?\s*$"
)
# `(上接A1版《题》)`, `紧接第二版`, `上接第1版 题`
JUMP_FROM = re.compile(
    rf"[(〔\[◀<]*\s*(?:上接|紧接|接|续接)\s*(?P<page>{_PAGE})"
    r"(?P<rest>[^。()〕\]]{0,60})[)〕\]]?"
)

# --- captions and credits ----------------------------------------------------------------------

_PHOTO_WORD = r"(?:摄影报道|摄影|摄|供图|提供图片|提供|图文|文/图|图/文|图|拍摄|制图|绘|制作)"
# `(张美红 摄)`, `(本报记者 甲/摄)`, `(资料图片)`, `(图/甲)`, `(图由区委宣传部提供)` at the end
CREDIT_TAIL = re.compile(
    rf"\(\s*(?P<inside>[^()。]{{0,30}}?(?:{_PHOTO_WORD}|资料图片?|资料照片|视频截图|发)"
    r"|(?:图|图片|摄影|摄|照片|供图|图文)(?:/|:|来源|由|为)[^()。]{1,25})\s*\)\s*[。.]?\s*$"
)
# `张三 摄`, `本报记者 张三 李四 摄影报道`, `资料图片` after a sentence, a space, or alone
CREDIT_PLAIN = re.compile(
    r"(?:^|(?<=[。!?\s]))(?P<inside>(?:(?:[\u4e00-\u9fff]{0,6}记者|通讯员|特约摄影师?|摄影)[\s:/]*)?"
    r"(?:[\u4e00-\u9fff]\s?[\u4e00-\u9fff]{1,3})(?:[\s、][\u4e00-\u9fff]{2,4}){0,2}\s*/?\s*"
    r"(?:摄影报道|摄影|摄|供图|提供图片)|资料图片|资料照片|视频截图"
    r"|(?:图|摄影|摄|供图)[/:]\s*[\u4e00-\u9fff]{2,4}(?:[\s、][\u4e00-\u9fff]{2,4}){0,2})\s*$"
)
# `图为活动现场`, `上图:`, `图①`, `▲志愿者`: a caption starts so
CAPTION_START = re.compile(
    r"(?:图为|上图|下图|左图|右图|大图|小图|题图|图[①②③④⑤⑥⑦⑧⑨⑩一二三四五\d]|[▲△▼◀▶←→↑↓])"
)
# `。图为`: the last sentence of a picture's story
CAPTION_SENTENCE = re.compile(r"[。!?]\s*(?:图为|图片为)")
# `现场`, `合影`: what captions without punctuation speak of
CAPTION_WORDS = re.compile(
    r"现场|合影|一角|场景|情景|画面|正在|^\d{1,4}[年月]|^\d{1,2}日|近日|日前|资料图|效果图"
)

# `志愿者在便民服务大厅`, `村民正采摘`: who does what where, as captions tell it
CAPTION_SCENE = re.compile(
    r"(?:居民|村民|市民|群众|农民|工人|职工|学生|孩子|儿童|老人|游客|志愿者|工作人员|技术员|技术人员|民警|交警|消防员|医护人员|医生"
    r"|护士|干部|党员|队员|选手|运动员|演员|观众|员工|教师|老师|农户|顾客|读者|战士|官兵|人员|师傅)们?"
    r"[\u4e00-\u9fff“”]{0,8}?(?:在|正|有序|参加|展示|查看|采摘|检查|讲解|体验|参观)"
)

# `8月31日,`, `近日,` at the start of a caption
LEADING_DAY = re.compile(
    r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:[上下]午)?,|近日,|日前,|近期,|连日来,"
)

# --- headings ------------------------------------------------------------------------------------

# `图说新闻`, `影像·殷都`: one picture with its story below
PHOTO_BANNER = re.compile(
    r"(?:图说|图片新闻|图片报道|图闻|图览|图个明白|影像|镜头|光影|掠影|瞬间|摄影|一图|读图|图览)[\s·|丨]*"
    r"[\u4e00-\u9fff]{0,6}|[\u4e00-\u9fff]{0,6}(?:图片新闻|图说|掠影|影像|镜头|光影)"
)
# `简讯`, `一周短讯`: short items without headlines, or with small ones
BRIEFS_BANNER = re.compile(
    r"[\u4e00-\u9fff\s·]{0,6}(?:简讯|短讯|短波|快讯|速读|速览|简报|短新闻|微新闻|新闻集纳|要闻速览|一句话新闻|资讯)"
)
# `公告`, `遗失声明`, `关于停水的通知`: a notice, its own headline
NOTICE_HEADLINE = re.compile(
    r".{0,40}(?:公告|公示|通告|启事|声明|讣告|通知书?|招标|拍卖|认领|寻人|寻亲|注销|遗失)"
)
# `民生关注`, `综合新闻`, `法治在线`: a section's name by its last word
SECTION_NAME = re.compile(
    r"[\u4e00-\u9fff·]{0,6}(?:要闻|新闻|关注|视点|视线|在线|之窗|天地|广角|专栏|专版|专刊|进行时|聚焦|观察|扫描|时空|讲堂|服务台"
    r"|直通车|直播间|风采|纪事|周刊|副刊|人物|故事汇|党建|文苑)"
)
# `公告栏`, `分类信息`: several notices below
NOTICE_BANNER = re.compile(
    r"(?:公告|公示|启事|便民|分类|信息|广告)(?:栏|专栏|信息|广告|服务|窗口|之窗|集纳)+|广告"
)
# `更正`, `致歉声明`
CORRECTION_HEADLINE = re.compile(r"(?:更正|勘误|致歉|更正启事|更正与致歉|致读者)")
# `广告`, `分类广告`
ADVERTISEMENT = re.compile(r"(?:分类)?(?:广告|信息)(?:刊登|专栏|热线)?|招商|招聘信息")
# `评论`, `社论`, `今日谈`
COMMENT_BANNER = re.compile(
    r".{0,6}(?:评论|社论|时评|短评|快评|微评|漫谈|杂谈|今日谈|纵横谈|观点|言论|论坛|之声|随笔)"
)
# `一、`, `(二)`, `3.`, `●`: a heading within an article
ENUMERATOR = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、](?!\d)"
    r"|第[一二三四五六七八九十]{1,3}[章节部步]|[①②③④⑤⑥⑦⑧⑨⑩●■◆◇▲△★☆※])"
)
# `——殷都区疫苗接种纪实`
SUBHEAD_START = re.compile(r"(?:—|--|-{2,}|─|―)")

# `编者按:`, `【核心提示】`: stands above an article's text
EDITORS_NOTE = re.compile(
    r"[【\[(]?(?:编者按|编者的话|核心提示|阅读提示|开栏语|开栏的话|导读|前言|引言)"
)
# `岚江市供水服务中心`: who signs a notice
OFFICE = re.compile(
    r"(?:[部局办社委台院校站所处队会厅署]|中心|公司|政府|学校|大学|集团|编辑部|办公室|指挥部|管委会|医院|银行|法院|先生|女士)$"
)

# --- inline heads --------------------------------------------------------------------------------

_BRACKET = r"(?:\s*\((?P<names>[^()]{2,60})\))?"
_PLACE_AND_DAY = r"[\u4e00-\u9fff]{0,10}?\s*(?:\d{1,2}月)?\d{1,2}日"
_PAPER = r"[\u4e00-\u9fff]{1,6}(?:社|网|报|刊)"
# `本报讯(记者 甲 通讯员 乙)`, `【本报讯】`, `据新华社北京8月1日电`, `本报北京8月1日电(记者 甲)`
HEAD = re.compile(
    rf"[【\[]?\s*(?:据\s*)?(?:本报(?:综合)?(?:讯|消息)|本刊讯|{_PAPER}讯"
    rf"|(?:本报|新华社|中新社|中新网|人民网|{_PAPER}){_PLACE_AND_DAY}(?:专)?[电讯]|(?:新华社|中新社)电)"
    rf"\s*[】\]]?{_BRACKET}\s*[:,]?\s*"
)
# `本报讯 记者甲 通讯员乙报道:`
HEAD_REPORTS = re.compile(
    r"本报讯\s*(?P<names>(?:本报)?(?:记者|通讯员)[\u4e00-\u9fff\s、]{2,40}?)\s*报道[:,\s]\s*"
)
# `(记者 甲 通讯员 乙)近日`: at the start of a paragraph, or alone at its end
BRACKET_HEAD = re.compile(
    r"\((?P<names>(?:[\u4e00-\u9fff]{0,8}(?:记者|通讯员|实习生))[\s:/]?[^()]{1,50})\)\s*"
)
# `(记者 甲)`, `(本报记者 甲 通讯员 乙)` at the end of the last paragraph
SIGNED = re.compile(
    r"\((?P<names>(?:[\u4e00-\u9fff]{0,8}(?:记者|通讯员|实习生|作者))[\s:/]?[^()]{1,50})\)\s*$"
)
# `。(张三)`, `。(张三 李四)`: the sign of a brief
SIGNED_BRIEF = re.compile(
    r"(?<=[。!?”])\s*\((?P<names>[\u4e00-\u9fff][\u4e00-\u9fff\s、]{1,14})\)\s*$"
)
