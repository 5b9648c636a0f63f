"""What the parts of a page look like: named patterns, each with the text that it matches.

All match on text folded by `qa.text.fold`: half width, lower case, simplified characters.
"""

from __future__ import annotations

import re

# --- the ends of text ------------------------------------------------------------------------

# `地,由谁来种?`: what may be a headline though it ends as a sentence
ONE_EXCLAMATION = re.compile(r"[^。!?…;]{3,36}[!?]")
# `,`, `、`: it goes on; `;`: more items of the list do.
OPEN_END = re.compile(r"(?:[,;、·(“‘「『《〈\[]|(?<![—-])[—-])$")
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
    rf"[(〔\[]?\s*[→▶>]*\s*(?:下转|文转|紧转|转入|转|详见)\s*(?P<page>{_PAGE})"
    r"[^。()〕\]]{0,40}\s*[)〕\]]?\s*$"
)
# `(上接A1版《题》)`, `紧接第二版`, `上接第1版 题`, `(文接封面)`
JUMP_FROM = re.compile(
    rf"[(〔\[◀<]*\s*(?:上接|文接|紧接|接|续接)\s*(?P<page>{_PAGE}|封面|头版)"
    r"(?P<rest>[^。()〕\]]{0,60})[)〕\]]?"
)

# --- captions and credits ----------------------------------------------------------------------

_PHOTO_WORD = r"(?:摄影报道|摄影|摄|供图|提供图片|提供|图文|文/图|图/文|图|拍摄|制图|绘|制作)"
# `(张美红 摄)`, `(本报记者 甲/摄)`, `(资料图片)`, `(图/甲)`, `(图由区委宣传部提供)` at the end
CREDIT_TAIL = re.compile(
    rf"(?:(?:新华社|中新社|人民视觉|本报)[发供]?\s*)?\(\s*(?P<inside>[^()。]{{0,30}}?(?:{_PHOTO_WORD}|资料图片?|资料照片|视频截图|(?<=[\s/社])发)"
    r"|(?:图|图片|摄影|摄|照片|供图|图文)(?:/|:|来源|由|为)[^()。]{1,25})\s*\)\s*[。.]?\s*$"
)
# `(路透)`, `(取自脸书)`: whose picture it is
CREDIT_AGENCY = re.compile(
    r"\((?:路透社?|法新社?|美联社?|中央社|欧新社|新华社|视觉中国|网络图片?|资料照|取自[^()]{1,12}|翻摄[^()]{0,12})\)\s*$"
)
# Behind a sentence or a space; a line may break within a name
_APART = r"(?:^|(?<=[。!? \t])|(?<=[。!?]\n))"
# `警方供图`, `区委宣传部供图` after a sentence or a space
CREDIT_OFFICE = re.compile(
    _APART + r"[\u4e00-\u9fff]{2,12}(?:供图|提供图片|提供资料?|资料图片?)\s*$"
)
# `张三 摄`, `本报记者 张三 李四 摄影报道`, `资料图片` after a sentence, a space, or alone
CREDIT_PLAIN = re.compile(
    _APART + r"(?P<inside>(?:(?:[\u4e00-\u9fff]{0,6}记者|通讯员|特约摄影师?|摄影)[\s:/]*)?"
    r"(?:[\u4e00-\u9fff]\s[\u4e00-\u9fff]|[\u4e00-\u9fff]{2,4})(?:[\s、][\u4e00-\u9fff]{2,4}){0,2}\s*/?\s*"
    r"(?:摄影报道|摄影|摄|供图|提供图片)|资料图片|资料照片|视频截图"
    r"|(?:图|摄影|摄|供图)[/:]\s*[\u4e00-\u9fff]{2,4}(?:[\s、][\u4e00-\u9fff]{2,4}){0,2})\s*$"
)
# `吕 敏`: a name of two characters with a space set within
SPACED_NAME = re.compile(
    r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])\s([\u4e00-\u9fff])(?![\u4e00-\u9fff])"
)
# `张三 文/图`, `(张三 摄影报道)`: took the pictures and wrote the text
WROTE_TOO = re.compile(r"(?:摄影报道|文[/、]?图|图[/、]?文)\s*\)?\s*$")
# `(作者单位:市第七中学)`: a remark on a line of its own
BRACKETED = re.compile(r"\([^()]{4,80}\)")
# `图为活动现场`, `上图:`, `图①`, `▲志愿者`: a caption starts so
CAPTION_START = re.compile(
    r"(?:图为|上图|下图|左图|右图|大图|小图|题图|图[①②③④⑤⑥⑦⑧⑨⑩一二三四五\d]|[▲▼◀▶←→↑↓])"
)
# `童亮(左)和同事`, `林丽(右二)`: who stands where in the picture
CAPTION_POSITION = re.compile(
    r"\((?:[前后]排)?(?:左|右|中|前|后|站立|戴眼镜|抱|手持)[一二三四五六七]?(?:起|者|排)?\)"
)
# `。图为`: the last sentence of a picture's story
CAPTION_SENTENCE = re.compile(r"[。!?]\s*(?:图为|图片为)")
# `现场`, `合影`: what captions without punctuation speak of
CAPTION_WORDS = re.compile(
    r"现场|合影|一角|场景|情景|画面|正在|^\d{1,4}[年月]|^\d{1,2}日|近日|日前|资料图|效果图"
)

# `①滕文志在桥上巡查。`: one of several pictures
NUMBERED_CAPTION = re.compile(r"[①②③④⑤⑥⑦⑧⑨⑩][^。;]{4,48}。?")
# `志愿者在便民服务大厅`, `村民正采摘`: who does what where, as captions tell it
CAPTION_SCENE = re.compile(
    r"(?:居民|村民|市民|群众|农民|工人|职工|学生|孩子|儿童|老人|游客|志愿者|工作人员|技术员|技术人员|民警|交警|消防员|医护人员|医生"
    r"|护士|干部|党员|队员|选手|运动员|演员|观众|员工|教师|老师|农户|顾客|读者|战士|官兵|人员|师傅|[果茶菜花棉蚕蔗药瓜粮]农|渔民|牧民|养殖户|种植户|快递员|外卖员|环卫工|驾驶员|司机|护士|社工|家长|小朋友|幼儿|少年|参赛者|旅客|乘客|师生|干警|法官|律师|店主|商户|摊主|匠人|球员|车手|舞者|歌手|爱好者|经营者|建设者|劳动者)们?"
    r"[\u4e00-\u9fff“”]{0,8}?(?:在|正|有序|参加|展示|查看|采摘|检查|讲解|体验|参观)"
)

# `消防队员清理河道`: who does what, as a caption short of words tells it
CAPTION_ACTOR = re.compile(
    r"(?:社区|乡镇|村|街道|镇|当地|女|青年|老年|退休|外地)?"
    + CAPTION_SCENE.pattern.split(")们?")[0]
    + r")们?(?!的)[\u4e00-\u9fff]{3,16}"
)

# `丁老三在给银杏松土`, `护士长安宁为患者测量血压`: someone at something
CAPTION_PERSON = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{2,9}?)(?:正?在|正|为|给|向)[\u4e00-\u9fff“”\d]{3,24}"
)

# `8月31日,`, `近日,` at the start of a caption
LEADING_DAY = re.compile(
    r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:[上下]午)?,|近日,|日前,|近期,|连日来,"
)

# --- headings ------------------------------------------------------------------------------------

# `图说新闻`, `影像·殷都`: one picture with its story below
PHOTO_BANNER = re.compile(
    r"(?:图说|图片新闻|图片报道|图闻|图览|图个明白|影像|镜头|光影|掠影|瞬间|摄影|一图|读图|图览|视觉|定格|随手拍|随拍)[\s·|丨]*"
    r"[\u4e00-\u9fff]{0,6}|[\u4e00-\u9fff]{0,6}(?:图片新闻|图说|掠影|影像|镜头|光影|随手拍|随拍)"
)
# `简讯`, `一周短讯`: short items without headlines, or with small ones
BRIEFS_BANNER = re.compile(
    r"[\u4e00-\u9fff\s·]{0,6}(?:简讯|短讯|短波|快讯|速读|速览|快览|简报|短新闻|微新闻|新闻集纳|简明新闻|要闻速览|一句话新闻|资讯)"
    r"|[\u4e00-\u9fff]{2,6}[两二三四五六七八九十\d]+[则题]"
)
# `公告`, `遗失声明`, `关于停水的通知`: a notice, its own headline
NOTICE_HEADLINE = re.compile(
    r".{0,40}(?:公告|公示|通告|启事|声明|讣告|通知书?|招标|拍卖|认领|寻人|寻亲|注销|遗失)"
)
# `民生关注`, `综合新闻`, `法治在线`: a section's name by its last word
SECTION_NAME = re.compile(
    r"公告|公示|通告|启事|[\u4e00-\u9fff·]{0,6}(?:要闻|新闻|特别报道|特别策划|系列报道|专题报道|特刊|关注|视点|视线|在线|之窗|天地|广角|专栏|专版|专刊|进行时|聚焦|观察|扫描|时空|讲堂|服务台|提示|提醒|信息|民生"
    r"|直通车|直播间|风采|纪事|周刊|副刊|人物|故事汇|党建|文苑)"
    r"|(?:关注|聚焦|直击|走近|走进|致敬|喜迎)[\u4e00-\u9fff“”]{2,6}"
)
# `招聘`, `出租`: a kind of classified notices
CLASSIFIED_NAME = re.compile(
    r"出租|出售|出让|转让|招聘|诚聘|招租|求购|求租|求职|遗失|声明|寻人|寻物|征婚|家政|搬家|回收|维修|培训"
)
# `出租:`, `遗失:`, `@老杨树:`: how a classified notice or a reader's word begins
CLASSIFIED = re.compile(rf"(?:@[^\s:]{{1,12}}|{CLASSIFIED_NAME.pattern}):")

# `农贸市场行情`, `防溺水小知识`: names what stands below, and is no heading within news
LABEL = re.compile(
    r"(?:一周|今日|明日|本周).{2,6}|.{0,10}(?:日程|天气|赛事|赛程|书讯|影讯|油价|预告|行情|提示|提醒|知识|常识|排行榜|光荣榜|[心孝红黑]榜|名单|留言|预报|指南|一览表?|问答|安排|价格|菜谱|谜语|格言)"
)
# `公告栏`, `分类信息`: several notices below
NOTICE_BANNER = re.compile(
    r"(?:公告|公示|启事|便民|分类|信息|广告)(?:栏|专栏|信息|广告|服务|窗口|之窗|集纳)+|广告"
)
# `公告`, `公示栏`: over notices and nothing else
NOTICES_ONLY = re.compile(r"(?:公告|公示|通告|启事|声明)(?:栏|专栏)?")
# `便民服务`, `分类广告`: banners under which a notice may stand
NOTICES_STAND_HERE = re.compile(
    r"公告|公示|通告|通知|启事|声明|便民|信息|服务|分类|广告|招聘|招标|资讯|提示|提醒|民生|快讯|简讯"
)
# `编后`, `相关链接`, `链接>>>`: a box that belongs to the article above it
INNER_BOX = re.compile(
    r"[【\[■●▶>]*\s*(?:编后语?|编余|结语|尾声|(?:相关|新闻|背景|知识)?链接|(?:新闻|相关|背景)背景|背景资料|延伸阅读|名词解释"
    r"|(?:记者|采访|编辑)(?:手记|札记|感言|点评)|数读|小贴士|(?:温馨|友情|专家|律师|医生|民警|警方|交警|法官|检察官|消防)(?:提示|提醒|说法|建议)|提醒|点评)"
    r"\s*[】\]>:]*"
)
# `小贴士`, `专家提醒`: advice, of which some stands for itself
ADVICE = re.compile(r"[【\[■●]*(?:小贴士|.{0,4}(?:提示|提醒))[】\]]*")
# `更正`, `更正与致歉`, `本报更正`, `关于《…》的更正`
CORRECTION_HEADLINE = re.compile(
    r"(?:本[报刊])?(?:更正|勘误|致歉)(?:[与和及暨](?:更正|致歉|说明))?(?:启事|说明|声明|表)?"
    r"|关于[^。]{0,40}的(?:更正|勘误|致歉)(?:启事|说明|声明)?|致读者"
)
# `广告`, `分类广告`
ADVERTISEMENT = re.compile(r"(?:分类)?(?:广告|信息)(?:刊登|专栏|热线)?|招商|招聘信息")
# `评论`, `社论`, `今日谈`
COMMENT_BANNER = re.compile(
    r".{0,6}(?:评论|社[论评]|时评|短评|快评|微评|漫谈|杂谈|今日谈|纵横谈|观点|言论|论坛|之声|随笔|来论|来信|杂文|论道|论语|时论|锐评|热评|声音)"
    r"|(?:本报)?评论员文章"
)
# `声明人:曹某`, `报名电话:0393-6123456`, `特此公告`: lines that close a notice
NOTICE_LINE = re.compile(r"[\u4e00-\u9fff]{2,8}:[^:]{1,40}|特此[\u4e00-\u9fff]{2,4}")
# `报名电话:0393-6123456`, `开放时间:9时至17时`: what a reader needs to know, and no title
DETAIL = re.compile(
    r"[\u4e00-\u9fff]{0,6}(?:时间|日期|地[点址]|住址|电话|热线|手机|传真|[邮信]箱|邮编|网址|网站|微信|公众号|联系人|联系方式|[票单售]价"
    r"|价格|账号|户名|开户行|路线|来源|制[表图])\s*:\s*\S.{0,80}"
)
# `获奖作品如下:`: what a list or table comes below
# `任命:`, `决定免去:`: who takes an office and who leaves one, in a list
ANNOUNCES = re.compile(
    r".*(?:如下|以下[^,。]{0,8}|下列[^,。]{0,8}|包括|分别[为是]):|(?:决定)?(?:任命|免去|任免|批准):"
)
# Rows of lists: `- 双庙队 25分`, `联系人:李女士`, `1.双庙队`, `《灯下集》 何小舟著`
BULLETED = re.compile(r"[-*•·●■◆◇▪]\s*[^。]{2,48}")
# `■武吉灵路3英里处,一辆轿车撞树。`: one of several items
BULLETED_ITEM = re.compile(r"[•·●■◆◇▪▲▶]")
LABELLED = re.compile(r"[\u4e00-\u9fff]{2,6}:(?:[^。,:]|(?<=\d):(?=\d)){1,30}")
NUMBERED = re.compile(r"\d{1,2}[.、)]\s*\D.{0,30}")
WORK = re.compile(r"《[^《》]{1,30}》\s+[^。]{1,60}")
# Rows of tables: `沙河队 2:2 金湖队`, `一等奖(1名):《灯》 作者 王小明`, `| 双庙队 | 25分 |`
SCORE = re.compile(r"[^\s,。]{2,10}\s+\d+[:比-]\d+\s*[^\s,。]{0,10}")
PRIZE = re.compile(
    r"(?:(?:[特一二三四五六七八九十]等奖|第[一二三四五六七八九十]名|[金银铜]奖|[冠亚季]军)(?:\([^()]{1,10}\))?[:\s]?"
    r"|[^\s:,。]{2,10}奖(?:\([^()]{1,10}\))?[:\s])[^。]{1,160}"
)
TABLE_ROW = re.compile(r"\|(?:[^|]*\|){2,}")
# `问:怎么办理?`, `专家答:带上身份证`, `记者:您怎么看?`, `[问] 免费吗?`
QUESTION_OR_ANSWER = re.compile(
    r"(?:(?:读者|专家|网友|市民|家长)?[问答]\d{0,2}|记者|主持人|[qa]\d{0,2})[:]|\[[问答]\]"
)
# `受访专家:市妇幼保健院眼科副主任医师 容晓`, `主持人:鲍静仪`: who answers or tells what follows
GUEST = re.compile(
    r"(?:本期|本版|特邀|受访|访谈|对话)?(?:坐堂(?:专家|医生|名医)?|专家|医生|嘉宾|主讲人?|讲述人?|口述人?|主持人?|对话人?"
    r"|受访[者人]|律师|解答人?|发问人|掌勺人?|点评人?|答疑人?)(?::\s*|\s+)(?P<who>[^。!?;:]{2,48})"
)
# `读者来信`: over letters
LETTERS = re.compile(r".{0,6}(?:来信|来函|信箱|投书)")
# `读者投书 |图书馆的灯`, `医师专栏 |膝盖卡卡`: what stands before a title on its line
COLUMN_BEFORE_TITLE = re.compile(
    r"(?:读者|民意)?(?:来信|来函|投书)\s+(?=\S{4})|[\u4e00-\u9fff]{2,4}专栏\s+(?=\S{4})"
)
# `社论`, `今日谈`, `长篇连载`: over one article
ONE_COMMENT = re.compile(
    r"(?:社[论评]|(?:本报)?评论员文章|今日谈|短评|快评|微评|编后|(?:长篇|小说)?连载|(?:人物|高端)?专访)"
)
# `编辑同志:`, `尊敬的读者:`, `编辑同志:你好!`: how a letter begins
SALUTATION = re.compile(
    r"(?:编辑(?:部|同志|老师|先生)?|记者同志|尊敬的[\u4e00-\u9fff、]{2,12}|亲爱的[\u4e00-\u9fff、]{2,12}|各位[\u4e00-\u9fff、]{2,12}|[\u4e00-\u9fff、]{2,16}(?:朋友|同志|同胞|同学|乡亲)们?)(?:[,,]?你们?好|[,,]?您好)?[:!,](?:(?:你们?|您)好[!,]?)?"
)
# `“眼看着三趟车都挤不上去”`: what somebody says, and no more
QUOTE = re.compile(r"[“「『][^“”「」『』]+[”」』]")
# `一、`, `(二)`, `3.`, `●`: a heading within an article
ENUMERATOR = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}(?:[、.]|\s+(?=[\u4e00-\u9fff]))|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、](?!\d)"
    r"|第[一二三四五六七八九十]{1,3}[章节部步]|[①②③④⑤⑥⑦⑧⑨⑩●■◆◇▲△★☆※])"
)
# `——殷都区疫苗接种纪实`
SUBHEAD_START = re.compile(r"(?:—|--|-{2,}|─|―)")

# `我市召开会议强调`: the end of a kicker that its headline completes
KICKER_END = re.compile(
    r"(?:强调|指出|要求|(?:调查|研究)发现|表示|透露|获悉|显示|认为|坦言|时提出|——)$"
)
# `柳河街道`, `市公安局交警支队`: who the headline below speaks of
KICKER_NAME = re.compile(
    r"[\u4e00-\u9fff]{1,14}(?:[局区县市镇乡村办委院校队站所厅部社会团馆厂矿]|[一二三四五六七八九十]中|[林农牧]场|幼儿园|法庭|电视台|政协|人大|[银商支分]行|[妇文残侨科]联|工商联|社科联|科协|政府|街道|社区|中心|公司|集团|大学|[中小]学|党工委)"
)
# `新学期伊始`, `今年上半年`: when
KICKER_TIME = re.compile(
    r"(?:伊始|之际|将至|临近|来临|期间|以来|在即|前夕|过后|之后|时节|时刻|开局之年|[\u4e00-\u9fff]{3,}后)$"
    r"|^(?:历时|为期|时隔|耗时).{1,6}$|^(?:本|今年|下|\d{1,2})?(?:月底?|年底?|日)前$|^(?:今年|去年)?(?:[上下]半年|[前一二三四]+季度)$|^(?:今|去|明)年.{0,6}$|^[今明昨][天日]起?$|^[从自].{1,10}(?:起|开始)$|^(?:当前|目前|日前|近日|即日起)$"
)
# `昨日在幸福社区启幕`: the second line of a headline, as nothing else starts
SECOND_LINE = re.compile(
    r"(?:昨日?(?!起)|今日?(?!起)|明日?(?!起)|将|被|获|为|与|及|正式|关于)(?=[\u4e00-\u9fff])"
)

# `78岁老人`, `谁来担?`, `法院:各担其责`: more than a section's name says
SAYS_SOMETHING = re.compile(r"\d|[?!:]|[^:]+:.")
# `物业:本周内修复`: whoever answers the headline above
SPEAKER_TITLE = re.compile(r"[\u4e00-\u9fff]{2,6}:.")
# `“行走黄河”系列报道之三`, `基层巡礼·人物`, `乡村新事①`: one of a series
SERIES = re.compile(
    r".{1,16}(?:系列(?:报道|访谈|评论|述评|谈)?.{0,4}|之[一二三四五六七八九十]{1,3}|[①-⑳㉑-㉟]|\([一二三四五六七八九十\d]{1,3}\)|巡礼)"
    r"|[\u4e00-\u9fff“”\d]{2,10}[·|][\u4e00-\u9fff“”\d]{2,10}"
)

# `编者按:`, `【核心提示】`: stands above an article's text
EDITORS_NOTE = re.compile(
    r"[【\[(]?(?:编者按|编者的话|核心提示|阅读提示|开栏语|开栏的话|导读|前言|引言)"
)
# `一位老读者`, `柳河街道居民`: who signs a letter, but for a name
WRITER = re.compile(
    r"[一几][名位个群][\u4e00-\u9fff]{2,12}|[\u4e00-\u9fff]{0,10}(?:读者|居民|市民|村民|网友|家长|职工|业主|乘客)"
)
# `岚江市供水服务中心`: who signs a notice
OFFICE = re.compile(
    r"(?:[部局办社委台院校站所处队会厅署]|中心|公司|政府|学校|大学|集团|编辑部|办公室|指挥部|管委会|医院|银行|法院|先生|女士)$"
)

# Text of a regular expression: who worked on a page, and wrote nothing.
EDITORS = r"(?:责任|实习|值班)?编辑|责编|校对|审核|编审|美编|版式"

# --- inline heads --------------------------------------------------------------------------------

_SIGNED_NEXT = r"(?=\s*\([^()]{0,8}(?:记者|通讯员))"
_AGENCY = r"(?:新华社|中新社|中央社|路透社|法新社|美联社|共同社|塔斯社|韩联社)"
# `/` between names and what they did, or where: also as `╱` or `∕`
SLASH = "[/╱∕]"
# `(高一(3)班 小记者 甲)`
_BRACKET = r"(?:\s*\((?P<names>(?:[^()]|\([^()]{1,6}\)){2,60})\))?"
_PLACE_AND_DAY = r"[\u4e00-\u9fff]{0,10}?\s*(?:\d{1,2}月)?\d{1,2}日"
_NAME = r"(?:[\u4e00-\u9fff]{2,3}|[\u4e00-\u9fff]\s[\u4e00-\u9fff])(?![\u4e00-\u9fff])"
_PAPER = r"[\u4e00-\u9fff]{1,6}(?:社|网|报|刊)"
# `本报讯(记者 甲 通讯员 乙)`, `【本报讯】`, `据新华社北京8月1日电`, `本报北京8月1日电(记者 甲)`,
# `〔中央社〕`, `8月1日讯(记者 甲)`, `(吉隆坡3日讯)`, `(北京讯)`
HEAD = re.compile(
    rf"[【〔\[(]?\s*(?:据\s*)?(?:本报(?:综合)?(?:讯|消息)|本刊讯|{_PAPER}讯"
    rf"|(?:本报|新华社|中新社|中新网|人民网|{_PAPER}){_PLACE_AND_DAY}(?:专?[电讯]|消息{_SIGNED_NEXT})"
    rf"|(?:新华社|中新社)(?:电|微?特稿|专特稿)|(?<=[【〔\[(]){_AGENCY}(?=[】〕\])])"
    rf"|(?<=[【〔\[(])(?:{_PLACE_AND_DAY}[\u4e00-\u9fff]{{0,6}}[电讯]"
    rf"|[\u4e00-\u9fff]{{2,6}}(?<![短简快通资喜音审电])讯)(?=[】〕\])])"
    rf"|(?:\d{{1,2}}月)?\d{{1,2}}日(?:[电讯]|消息)?{_SIGNED_NEXT})"
    rf"\s*[】〕\])]?{_BRACKET}\s*[:,]?\s*"
)
# `本报讯 记者甲 通讯员乙报道:`, `【本报讯】记者甲报道:`, `记者甲 发自青州 `
HEAD_REPORTS = re.compile(
    rf"(?:[【〔\[(]?(?:本报|{_PAPER})讯[】〕\])]?\s*)?"
    r"(?P<names>(?:本报)?(?:记者|通讯员)[\u4e00-\u9fff\s、]{2,40}?)\s*"
    r"(?:(?:摄影)?报道[:,\s]|发自[\u4e00-\u9fff]{2,6}[\s:,])\s*"
)
# `本报讯 记者战海峰 通讯员法言 8月7日`: names parted from the text by a space alone
HEAD_PLAIN = re.compile(
    rf"{_PAPER}讯\s*(?P<names>(?:(?:[\u4e00-\u9fff]{{0,4}}(?:记者|通讯员|实习生))[\s:]?{_NAME}(?:[\s、]{_NAME})*\s*)+)(?<=\s)"
)
# `(记者 甲 通讯员 乙)近日`: at the start of a paragraph, or alone at its end
BRACKET_HEAD = re.compile(
    r"\((?P<names>(?:[\u4e00-\u9fff]{0,8}(?:记者|通讯员|实习生))[\s:/]?[^()]{1,50})\)\s*"
)
# `【记者王小明/台北报导】`, `〔本报记者甲、乙/综合报道〕`: news in Taiwan and Hong Kong
SLASH_HEAD = re.compile(
    r"[【〔\[(]\s*(?P<names>(?:[\u4e00-\u9fff]{0,6}(?:记者|特派员|中心|编译))[^【】〔〕\[\]()/]{0,24})"
    rf"{SLASH}[\u4e00-\u9fff、]{{0,10}}(?:报导|报道|专访|特稿|电|讯)\s*[】〕\])]\s*"
)
# `【兰溪时报记者周玉婷】`: the same, without a place
LENS_HEAD = re.compile(
    r"[【〔]\s*(?P<names>[\u4e00-\u9fff]{0,8}(?:记者|通讯员|实习生|特派员)[\s:]?"
    r"[\u4e00-\u9fff、 ]{2,20})\s*[】〕]\s*"
)
# `(均据新华社电)`, `(据《人民日报》)`, `(综合)`: where a text was taken from, at its end
SIGNED_SOURCE = re.compile(
    r"\((?:[均本版栏组稿件]{0,6}(?:据|综合)[^()。]{0,24}|(?:新华社|中新社|人民日报|央视)[^()。]{0,8}|来源[:/][^()。]{1,20})\)\s*$"
)
# `(记者 甲)`, `(本报记者 甲 通讯员 乙)` at the end of the last paragraph
SIGNED = re.compile(
    r"\((?P<names>(?:[\u4e00-\u9fff]{0,8}(?:记者|通讯员|实习生|作者))[\s:/]?[^()]{1,50})\)\s*$"
)
# `。(张三)`, `。(张三 李四)`: the sign of a brief
SIGNED_BRIEF = re.compile(
    r"(?<=[。!?”])\s*\((?P<names>[\u4e00-\u9fff][\u4e00-\u9fff\s、]{1,14})\)\s*$"
)
