"""Pages in the house styles of papers never seen: what only wording and place can tell apart."""

from pathlib import Path

import pytest

from qa.editions import ReadFailure, read_editions
from qa.editions.layout.wording import odds
from qa.types import Article

BODY = "社区食堂昨日开张,两荤一素一汤十二元,六十岁以上老人八折,中午来了两百多位居民。"
OTHER = "第三中学的操场放学后向孩子们开放,篮球、足球、跳绳都有人教,家长下班再来接也不迟。"


def read(tmp_path: Path, *pages: str) -> tuple[Article, ...]:
    """The articles of an edition of so many pages."""
    paths = [tmp_path / f"{number}.md" for number in range(1, len(pages) + 1)]
    for path, page in zip(paths, pages, strict=True):
        path.write_text(page, encoding="utf-8")
    (edition,) = read_editions(paths)
    assert not isinstance(edition, ReadFailure)
    return edition.articles


@pytest.mark.parametrize(
    ("line", "kind", "against"),
    [
        ("学党史 悟思想 办实事", "banner", "headline"),
        ("民生直通车", "banner", "headline"),
        ("今年前三季度", "kicker", "headline"),
        ("三千户居民冬天不再挨冻", "headline", "banner"),
        ("志愿者在社区广场发放宣传单", "caption", "text"),
        ("他说,这件事拖了整整五年", "text", "caption"),
    ],
)
def test_wording_tells_what_a_line_is(line: str, kind: str, against: str) -> None:
    assert odds(line, kind, against) > 0


def test_page_without_marks_has_banner_headline_and_dashed_subhead(tmp_path: Path) -> None:
    text = """A03 要闻 2021-07-16 星期五 编辑 田力 版式 何静 校对 王娟
学党史 悟思想 办实事
把堵点一个个打通
——市政务服务中心“局长走流程”侧记
本报记者 申卫东 见习记者 孟 婷
　　7月14日上午,市自然资源和规划局局长贾明亮站在取号机前,以一名普通群众的身份办理登记。
　　取号、填表、排队,47分钟后他拿到了受理单,并记下三条:两个窗口
市民在自助终端前办理业务。(孟婷 摄)
要交同一份复印件。
我市新增3家省级农业龙头企业
　　本报讯 (记者申卫东)记者7月15日从市农业农村局获悉,我市3家企业成为省级农业龙头企业。
"""
    first, second = read(tmp_path, text)
    assert (first.banner, first.headline) == ("学党史 悟思想 办实事", "把堵点一个个打通")
    assert first.subhead == "——市政务服务中心“局长走流程”侧记"
    assert first.reporters == ("申卫东", "孟婷")
    assert first.paragraphs[-1].endswith("记下三条:两个窗口要交同一份复印件。")
    assert [(c.text, c.photographer) for c in first.captions] == [
        ("市民在自助终端前办理业务。", "孟婷")
    ]
    assert (second.banner, second.headline) == (first.banner, "我市新增3家省级农业龙头企业")


def test_page_named_by_a_bare_number_is_found_by_its_jump(tmp_path: Path) -> None:
    one = """08 社会 | 2019.12.05 星期四 | 主编 高原
## 凌晨三点的“逆行”
□ 马骁
12月3日凌晨,北站派出所接到报警,有人落水,民警祝海涛和辅警童亮四分钟后赶到现场。
童亮(左)和同事查看获救者的情况。
获救的是一名外卖骑手,经医院检查,他只是轻微冻伤。(下转第9版)
"""
    two = """09 社会 | 2019.12.05 星期四 | 主编 高原
(上接第8版)
祝海涛今年46岁,从警24年,右腿有旧伤。
高铁站里
## 有一间“不打烊”的母婴室
本报讯(记者 马骁)12月4日,记者在高铁东站看到,升级后的母婴室24小时开放。
"""
    first, second = read(tmp_path, one, two)
    assert len(first.paragraphs) == 3
    assert [c.text for c in first.captions] == ["童亮(左)和同事查看获救者的情况。"]
    assert (second.kicker, second.headline) == ("高铁站里", "有一间“不打烊”的母婴室")
    assert (first.page, second.page) == ("08", "09")


def test_banners_in_brackets_and_titles_with_commas(tmp_path: Path) -> None:
    text = """教育周刊 2020年5月27日 星期三 11
【校园传真】
三中学子云端唱响毕业歌
(记者 季晴)没有礼堂,没有舞台,昨晚,市三中400多名高三学生在家中唱响了毕业歌。
【名师谈】
陪孩子读书,不是监工
实验小学语文教师 阳春
很多家长对我说,孩子一回家就抱着手机。我总是反问:您自己多久没有读完一本书了?
孩子是看着大人的背影长大的,陪伴不是监工。
"""
    first, second = read(tmp_path, text)
    assert (first.banner, first.reporters) == ("【校园传真】", ("季晴",))
    assert (second.banner, second.headline) == ("【名师谈】", "陪孩子读书,不是监工")
    assert second.reporters == ("阳春",)


def test_verse_signed_by_a_bare_name_is_an_article(tmp_path: Path) -> None:
    text = """# 麦收记忆
甄 芃
布谷鸟一叫,父亲就开始磨镰刀。磨石是祖父传下来的,中间凹成了一弯月亮。
# 夏日短章(组诗)
郜小禾
把一个词
喊了整整一个下午
雨点落下来
她用一只手接着
# 七律·登浪花亭
裴老六
独上高亭望大江,
千帆竞发趁春光。
青山不老人空老,
白浪无疆志有疆。
"""
    essay, verse, classical = read(tmp_path, text)
    assert (essay.headline, essay.reporters) == ("麦收记忆", ("甄芃",))
    assert (verse.headline, len(verse.paragraphs)) == ("夏日短章(组诗)", 4)
    assert (classical.headline, len(classical.paragraphs)) == ("七律·登浪花亭", 4)


def test_two_kickers_and_a_subhead_around_one_heading(tmp_path: Path) -> None:
    text = """第01版:头版 2023-07-01
庆祝中国共产党成立102周年
全市“两优一先”表彰大会召开
## 奋力谱写现代化建设新篇章
樊建军出席并讲话 褚卫东主持
本报讯(记者 毕升)6月30日,全市“两优一先”表彰大会召开。市委书记樊建军出席会议并讲话。
"""
    (article,) = read(tmp_path, text)
    assert article.kicker == "庆祝中国共产党成立102周年 全市“两优一先”表彰大会召开"
    assert article.headline == "奋力谱写现代化建设新篇章"
    assert article.subhead == "樊建军出席并讲话 褚卫东主持"


def test_bylines_of_taiwan_and_names_parted_by_a_space_alone(tmp_path: Path) -> None:
    text = """## 春耕缺水 農民輪流守夜
記者張宜庭／洛川報導
連續五個月雨量偏少,洛川水庫蓄水率降至三成以下,沿線農民把行軍床搬到田邊輪流守夜。
## 让荒坡长出“金疙瘩”
本报讯 记者 石榴 通讯员 谢方 “您看,这一棵树能结四十斤果。”韦大川给记者算起了账。
"""
    first, second = read(tmp_path, text)
    assert first.reporters == ("張宜庭",)
    assert (second.reporters, second.correspondents) == (("石榴",), ("谢方",))
    assert second.paragraphs[0].startswith("“您看")


def test_classified_notices_are_items_of_their_own(tmp_path: Path) -> None:
    text = """页码:5 报纸:青山晨报 日期:2024年1月10日
# 分类广告
出租:青山路临街商铺,80平方米,月租4500元。电话:13800001111
遗失:孟庆华身份证丢失,声明作废。
招聘:保洁员5名,年龄55岁以下。电话:13800002222
"""
    items = read(tmp_path, text)
    assert [item.paragraphs[0][:2] for item in items] == ["出租", "遗失", "招聘"]
    assert {item.banner for item in items} == {"分类广告"}


def test_what_stands_at_the_top_of_a_page_is_no_kicker(tmp_path: Path) -> None:
    text = """要闻 02
2023.06.16
主题教育在基层
# 小板凳上的“微课堂”
■ 本报记者 尧 舜 本报通讯员 禹 声
6月14日晚,桃花坞村的老槐树下,二十多名党员围坐在小板凳上,听老支书讲当年修渠的故事。
讲文明 树新风 公益广告
本版稿件除署名外均据新华社
"""
    (article,) = read(tmp_path, text)
    assert (article.banner, article.kicker) == ("主题教育在基层", "")
    assert len(article.paragraphs) == 1
    assert article.page == "02"


def test_captions_without_a_credit_among_paragraphs(tmp_path: Path) -> None:
    text = """## 金婚照相馆
本报记者 谷雨
10月18日,23对老夫妻换上婚纱、礼服补拍婚纱照,85岁的郝有福拉着老伴的手不肯松开。
郝有福给老伴整理头纱。
组织者说,这是他连续第6年义务为老人拍照,每一张照片背后都是半个世纪的风雨同
社区干部清理河道垃圾。
舟,他还要继续拍下去。
"""
    (article,) = read(tmp_path, text)
    assert [c.text for c in article.captions] == [
        "郝有福给老伴整理头纱。",
        "社区干部清理河道垃圾。",
    ]
    assert article.paragraphs[-1].endswith("半个世纪的风雨同舟,他还要继续拍下去。")


def test_kicker_is_told_from_a_banner_by_its_signs(tmp_path: Path) -> None:
    text = f"""## 舌尖上的家乡
和平街道:
## 社区食堂开到家门口
本报讯(记者 张敏){BODY}
新学期伊始
## 放学以后有了好去处
本报讯(记者 张敏){OTHER}
果农在果园里采摘苹果。
{BODY}
"""
    first, second = read(tmp_path, text)
    assert (first.banner, first.kicker) == ("舌尖上的家乡", "和平街道:")
    assert (second.banner, second.kicker) == ("舌尖上的家乡", "新学期伊始")
    assert [caption.text for caption in second.captions] == ["果农在果园里采摘苹果。"]


def test_label_is_an_article_and_not_a_heading_within_the_one_above(tmp_path: Path) -> None:
    text = f"## 社区食堂开到家门口\n本报讯(记者 张敏){BODY}\n## 一周赛事\n{OTHER}\n"
    assert [article.headline for article in read(tmp_path, text)] == [
        "社区食堂开到家门口",
        "一周赛事",
    ]


@pytest.mark.parametrize(
    ("title", "below"),
    [
        (
            "暑期开馆安排确定",
            "图书馆通知:暑期开馆时间为早上八点,孩子放学后可到社区食堂旁的借阅点还书,老人凭卡八折。",
        ),
        ("读者来信", "编辑同志:我家楼道的灯坏了三个月,社区食堂旁边的路灯也不亮,老人晚上不敢出门。"),
    ],
)
def test_heading_of_what_is_told_below_alone_is_a_headline(
    title: str, below: str, tmp_path: Path
) -> None:
    text = (
        f"## 社区食堂开到家门口\n本报讯(记者 张敏){BODY}{OTHER}{BODY}{OTHER}\n## {title}\n{below}\n"
    )
    assert [article.headline for article in read(tmp_path, text)] == ["社区食堂开到家门口", title]
