"""Answers quote the sentences that answer, or say that the archive does not."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

import pytest

from qa import Archive
from qa.answering import answer
from qa.answering.evidence import answered, ranked, read_sentences, sentences_of
from qa.answering.fitting import fitting
from qa.answering.several import with_replies
from qa.overlap import sought
from qa.passages import split
from qa.questions.expected import expected_answer
from qa.questions.understand import understand
from qa.types import (
    Answer,
    Article,
    Caption,
    DateMention,
    Edition,
    Expected,
    Genre,
    Hit,
    ScoreParts,
)

APRIL = Edition("江城日报-2024-04-10", "江城日报", date(2024, 4, 10))
SEPTEMBER = Edition("江城日报-2024-09-04", "江城日报", date(2024, 9, 4))

PARK = Article(
    "park",
    "1",
    "滨河公园动工",
    (
        "4月9日,滨河公园在城南动工,占地3.2万平方米,计划8月开放。",
        "市园林局局长方晓川说,公园里将种植两千棵银杏。因为雨水多,湖岸要先加固。",
    ),
    byline="本报讯(记者 周明 通讯员 何 叶)",
    reporters=("周明",),
    correspondents=("何叶",),
    captions=(Caption("工人在湖岸施工", "吴霞", "(吴霞 摄)"),),
)
BUS = Article(
    "bus", "2", "18路公交车开通", ("4月9日,18路公交车开通,从火车站开往大学城,全程14公里,票价2元。",)
)

OTHER_BUS = Article(
    "other bus", "2", "28路公交车开通", ("4月9日,28路公交车开通,从火车站开往沙洲,票价3元。",)
)


def hits(*articles: tuple[Article, Edition]) -> list[Hit]:
    return [
        Hit(0.9 - 0.1 * rank, passage, article, edition, ScoreParts(0.5, 0.5))
        for rank, (article, edition) in enumerate(articles)
        for passage in split(article)
    ]


def rarities(terms: Iterable[str]) -> dict[str, float]:
    return {term: 2.0 + len(term) for term in terms}


def ask(question: str, *articles: tuple[Article, Edition]) -> Answer:
    found = hits(*(articles or ((PARK, APRIL), (BUS, APRIL))))
    return answer(understand(question), found, rarities=rarities)


def test_who_somebody_is_is_told_by_no_other_name() -> None:
    told = "市园林局局长方晓川说,公园里将种植两千棵银杏。"
    assert ask("方晓川是谁?").text.startswith(told)


def test_who_somebody_is_is_told_by_office_and_life_before_what_they_did(
    sample_archive: Archive,
) -> None:
    found = sample_archive.ask("沈秋月是谁?", llm=False)
    assert "2016年起任社区党总支书记" in found.citations[0].quote


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("铜冶镇工会主席是谁?", Expected.PERSON),
        ("累计接种了多少剂次?", Expected.NUMBER),
        ("公园占地多大?", Expected.NUMBER),
        ("公园什么时候开放?", Expected.DATE),
        ("他是哪一年入党的?", Expected.DATE),
        ("公园在哪里?", Expected.PLACE),
        ("公园为什么推迟?", Expected.REASON),
        ("主任为什么被免职?", Expected.REASON),
        ("谷大川被任命为什么?", Expected.OTHER),
        ("龙舟赛怎么换地方了?", Expected.REASON),
        ("公园怎么又推迟?", Expected.REASON),
        ("公园现在怎么样了?", Expected.MANNER),
        ("老人怎么换证?", Expected.MANNER),
        ("怎么报名?", Expected.MANNER),
        ("公园有哪些设施?", Expected.LIST),
        ("公园后来开了吗?", Expected.YES_NO),
        ("公園什麼時候開放?", Expected.DATE),
        ("介绍一下公园", Expected.OTHER),
        ("获救的老人叫什么名字?", Expected.PERSON),
        ("他叫什么名字?", Expected.PERSON),
        ("那座公园叫什么名字?", Expected.OTHER),
        ("那座桥叫什么", Expected.OTHER),
        ("瑞典环境大臣叫什么?", Expected.PERSON),
        ("为什么任命谷大川?", Expected.REASON),
        ("新仪器由谁研制?", Expected.OTHER),
        ("最大的合作伙伴是谁?", Expected.OTHER),
        ("那座桥叫什么?", Expected.OTHER),
        ("哪几天不开门?", Expected.DATE),
        ("图书馆星期几闭馆?", Expected.DATE),
        ("很多大学生去了村里吗?", Expected.YES_NO),
        ("市长提了几点建议?", Expected.NUMBER),
        ("哪几个社区先装电梯?", Expected.LIST),
        ("去公园坐几号线?", Expected.NUMBER),
        ("公园在哪些方面改进了?", Expected.LIST),
        ("新增了哪几个项目?", Expected.LIST),
        ("冠军和亚军分别是谁?", Expected.LIST),
        ("前三名是哪几支队?", Expected.LIST),
        ("该打哪个电话?", Expected.NUMBER),
    ],
)
def test_question_tells_the_kind_of_answer(question: str, kind: Expected) -> None:
    assert expected_answer(question) is kind


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("滨河公园占地多少平方米?", "3.2万平方米"),
        ("18路公交车全程多少公里?", "14公里"),
        ("18路公交车票价多少元?", "2元"),
        ("市园林局局长是谁?", "方晓川"),
        ("滨河公园什么时候动工?", "4月9日"),
    ],
)
def test_answer_leads_with_the_shortest_piece_that_answers(question: str, short: str) -> None:
    assert ask(question).text.startswith(f"{short}。")


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("截至9月20日青湾区累计接种了多少剂次?", "62.3万剂次"),
        ("青湾区第一针累计接种了多少剂次?", "35.8万剂次"),
    ],
)
def test_number_of_a_part_answers_only_who_asks_for_the_part(question: str, short: str) -> None:
    told = (
        "截至9月20日,青湾区累计接种疫苗62.3万剂次,其中第一针累计接种35.8万剂次,各接种点秩序良好。"
    )
    doses = Article("doses", "1", "青湾区推进疫苗接种", (told,))
    assert ask(question, (doses, SEPTEMBER)).text.startswith(f"{short}。")


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("青湾区一共接种了多少剂次?", "62.3万剂次"),
        ("青湾区累计接种了多少剂次?", "62.3万剂次"),
        ("青湾区第一针接种了多少剂次?", "35.8万剂次"),
        ("青湾区第二针接种了多少剂次?", "26.5万剂次"),
    ],
)
def test_a_part_may_be_named_before_as_well(question: str, short: str) -> None:
    told = "青湾区第一针和第二针共接种62.3万剂次,其中第一针累计接种35.8万剂次,第二针26.5万剂次。"
    doses = Article("doses", "1", "青湾区推进疫苗接种", (told,))
    assert ask(question, (doses, SEPTEMBER)).text.startswith(f"{short}。")


def test_quote_stands_word_for_word_in_its_article() -> None:
    for citation in ask("滨河公园占地多少平方米?").citations:
        assert citation.article.text[citation.start : citation.end] == citation.quote


def test_every_citation_is_marked_in_the_text() -> None:
    found = ask("滨河公园占地多少平方米?")
    assert all(f"{c.quote}[{c.number}]" in found.text for c in found.citations)


def test_citations_are_numbered_from_one() -> None:
    found = ask("滨河公园什么时候开放?", (PARK, APRIL), (BUS, APRIL))
    assert [citation.number for citation in found.citations] == list(
        range(1, len(found.citations) + 1)
    )


@pytest.mark.parametrize("question", ["谁赢得了世界杯足球赛的金靴奖?", "比特币今天涨了多少?"])
def test_question_about_something_else_is_refused(question: str) -> None:
    found = ask(question)
    assert found.abstained
    assert found.citations == ()


def test_holder_of_another_office_is_no_answer() -> None:
    assert ask("市园林局局长是谁?").text.startswith("方晓川。")
    assert ask("市园林局书记是谁?").abstained


def test_question_about_another_number_of_a_thing_is_refused() -> None:
    assert ask("28路公交车票价多少元?").abstained


def texts_of_fitting(question: str, *articles: Article) -> list[str]:
    asked = sought(understand(question), rarities)
    read = read_sentences(asked, hits(*((article, APRIL) for article in articles)))
    return [one.text for one in fitting(asked, read)]


GAME = Article("game", "1", "", ("《岚江往事》昨日上市。安装它要45吉字节的硬盘。",))


def test_a_sentence_may_answer_whose_article_names_the_thing_elsewhere() -> None:
    assert "安装它要45吉字节的硬盘。" in texts_of_fitting("《岚江往事》占多大地方?", GAME)


def test_an_article_without_any_word_of_the_question_does_not_answer() -> None:
    assert texts_of_fitting("《岚江往事》占多大地方?", BUS) == []


def test_what_cannot_answer_stands_in_no_ones_way() -> None:
    found = ask("28路公交车票价多少元?", (BUS, APRIL), (OTHER_BUS, APRIL))
    assert found.text.startswith("3元。")


def test_sum_is_no_answer_to_who_asks_for_a_rate() -> None:
    park = Article("parking", "1", "停车场", ("公园停车场投资6200万元。", "停车每小时收费5元。"))
    assert texts_of_fitting("公园停车每小时收多少钱?", park) == ["停车每小时收费5元。"]


def test_sureness_falls_with_how_surely_the_article_was_found() -> None:
    asked = sought(understand("18路公交车票价多少元?"), rarities)
    sure, unsure = (
        answered(asked, ranked(asked, read_sentences(asked, [replace(hit, score=score)]))[0])
        for hit in hits((BUS, APRIL))
        for score in (0.9, 0.1)
    )
    assert sure > unsure


def test_refusal_shows_the_nearest_articles() -> None:
    assert {hit.article.id for hit in ask("谁赢得了金靴奖?").related} == {"park", "bus"}


def test_refusal_of_an_english_question_is_english() -> None:
    assert ask("Who won the world cup?").text.isascii()


def test_archive_without_hits_is_an_abstention() -> None:
    found = answer(understand("公园开了吗?"), [], rarities=rarities)
    assert (found.abstained, found.related) == (True, ())


def test_writer_is_answered_from_the_byline() -> None:
    found = ask("滨河公园动工这篇报道是谁写的?")
    assert found.text.startswith("周明。")
    assert found.citations[0].quote == "本报讯(记者 周明 通讯员 何 叶)"


def test_correspondent_is_answered_from_the_byline() -> None:
    assert ask("滨河公园动工的通讯员是谁?").text.startswith("何叶。")


@pytest.mark.parametrize(
    "question",
    [
        "滨河公园里的老人平时由谁照顾?",
        "滨河公园的信是谁写的?",
        "长篇小说《滨河公园》的作者是谁?",
        "《不存在的题目》是谁写的?",
        "火星探测这篇报道是谁写的?",
        "火星车的照片是谁拍的?",
    ],
)
def test_neither_a_writer_nor_a_photographer_is_made_up(question: str) -> None:
    assert not {"周明", "何叶", "吴霞"} & {ask(question).short}


def test_unsigned_article_has_no_writer_though_another_one_is_signed() -> None:
    unsigned = Article("unsigned", "1", "滨河公园迎来首批白鹭", ("滨河公园昨日迎来白鹭。",))
    found = ask("滨河公园迎来首批白鹭这篇报道是谁写的?", (unsigned, APRIL), (PARK, APRIL))
    assert found.abstained


def test_play_that_a_report_tells_of_is_not_written_by_its_reporter() -> None:
    told = "话剧《灯塔下》由编剧方晓川写了三年。"
    play = Article(
        "play", "1", "《灯塔下》首演", (told,), byline="本报记者 周明", reporters=("周明",)
    )
    assert ask("《灯塔下》是谁写的?", (play, APRIL)).short.endswith("方晓川")


@pytest.mark.parametrize(
    ("question", "short"),
    [("梨和桃哪个涨了?", ""), ("梨涨了还是桃涨了?", "")],
)
def test_of_two_things_no_third_one_answers(question: str, short: str) -> None:
    fruit = Article("fruit", "1", "水果价格", ("居民消费价格中,梨涨了6.1%,桃降了2.4%。",))
    assert ask(question, (fruit, APRIL)).short in (short, "梨", "梨涨了")


def test_either_or_is_answered_by_nothing_that_only_holds_one() -> None:
    told = "决赛中,石桥队主场3比1力克东坝队,登上榜首。"
    match = Article("match", "1", "石桥队登顶", (told,))
    found = ask("榜首是石桥队还是东坝队?", (match, APRIL))
    assert found.short in ("", "石桥队")


def test_name_in_quotation_marks_is_told_of_by_the_sentence_that_has_it() -> None:
    told = "抓获嫌疑人“大刘”。经查,“大刘”真名刘某,51岁。办案民警骆安介绍,线索是一枚指纹。"
    thief = Article("thief", "1", "惯偷落网", (told,))
    assert ask("“大刘”是谁?", (thief, APRIL)).short == "刘某"
    assert "骆安" not in ask("“小凤”是谁?", (thief, APRIL)).text


def test_question_of_the_paper_itself_is_quoted_with_its_reply() -> None:
    asks, replies = "18路公交车会提前开通吗?", "市交通局局长方晓川说,不会。"
    early = Article("early", "1", "18路公交车何时开通", (f"{asks}{replies}车站已经建好。",))
    told = sentences_of(hits((early, APRIL)))
    assert [one.text for one in with_replies(told[:1], told)] == [asks, replies]


def test_reason_that_points_back_is_quoted_with_what_it_points_to() -> None:
    cause = "湖岸要加建1.2公里挡土墙。"
    pointing = "因为这些改动,滨河公园的投资也增加了3000万元。"
    park = Article("dearer", "1", "滨河公园投资增加", (cause + pointing,))
    quotes = [one.quote for one in ask("滨河公园的投资为什么增加了?", (park, APRIL)).citations]
    assert quotes == [cause, pointing]


def test_reason_in_so_many_words_answers_however_short() -> None:
    sports = Article(
        "sports",
        "1",
        "农民运动会推迟到10月",
        ("农民运动会推迟到10月11日。推迟是因为暴雨。报名费不退。",),
    )
    assert "推迟是因为暴雨。" in ask("农民运动会为什么推迟?", (sports, APRIL)).text


def test_address_has_its_number() -> None:
    museum = Article(
        "museum", "1", "博物馆开馆", ("博物馆馆址在青湾区望海路16号,建筑面积3万平方米。",)
    )
    assert ask("博物馆在什么地方?", (museum, APRIL)).short.endswith("望海路16号")


def test_closing_words_of_a_notice_are_not_quoted() -> None:
    text = "本报4月10日《滨河公园动工》一文中,占地应为3.1万平方米。特此更正,并向读者致歉。"
    notice = Article("notice", "1", "更正", (text,), genre=Genre.CORRECTION)
    assert "特此更正" not in ask("滨河公园的报道更正了什么?", (notice, SEPTEMBER)).text


def test_photographer_is_answered_from_the_credit() -> None:
    found = ask("湖岸施工的照片是谁拍的?")
    assert found.text.startswith("吴霞。")
    assert found.citations[0].quote == "工人在湖岸施工(吴霞 摄)"


def test_later_edition_is_quoted_first_with_its_date() -> None:
    opened = Article("opened", "1", "滨河公园开放", ("9月3日,滨河公园开放,占地3万平方米。",))
    found = ask("滨河公园占地多少平方米?", (PARK, APRIL), (opened, SEPTEMBER))
    assert [citation.edition for citation in found.citations] == [SEPTEMBER, APRIL]
    assert "2024-09-04《江城日报》:9月3日,滨河公园开放" in found.text


def test_what_became_of_something_is_told_by_each_edition_newest_first() -> None:
    flooded = Article("flooded", "1", "沙洲村稻田被淹", ("沙洲村稻田昨日被淹,水深半米。",))
    saved = Article("saved", "1", "沙洲村稻田保住六成", ("沙洲村稻田的水已排完,六成保住了。",))
    found = ask("沙洲村稻田后来怎么样了?", (flooded, APRIL), (saved, SEPTEMBER))
    assert [one.edition for one in found.citations] == [SEPTEMBER, APRIL]


def test_correction_is_shown_with_what_it_corrects() -> None:
    correction = Article(
        "correction",
        "1",
        "更正",
        ("本报4月10日刊登的《滨河公园动工》一文中,滨河公园占地应为3.1万平方米。",),
        genre=Genre.CORRECTION,
    )
    found = ask("滨河公园占地多少平方米?", (PARK, APRIL), (correction, SEPTEMBER))
    assert found.citations[0].article == correction
    assert "《江城日报》更正:" in found.text


def test_of_a_notice_of_two_corrections_the_one_of_the_article_is_shown() -> None:
    notice = Article(
        "notice",
        "1",
        "更正",
        (
            "本报4月10日《18路公交车开通》一文中,票价应为1元。",
            "本报4月10日《滨河公园动工》一文中,占地应为3.1万平方米。",
        ),
        genre=Genre.CORRECTION,
    )
    found = ask("滨河公园里将种植多少棵银杏?", (PARK, APRIL), (notice, SEPTEMBER))
    corrections = [one.quote for one in found.citations if one.article is notice]
    assert corrections == ["本报4月10日《滨河公园动工》一文中,占地应为3.1万平方米。"]


def test_report_is_known_by_its_title_alone() -> None:
    assert ask("谁写的《滨河公园动工》?", (PARK, APRIL)).short == "周明"


def test_relative_date_is_explained_outside_the_quote() -> None:
    news = "昨日,滨河公园开放,占地3万平方米。"
    day = date(2024, 9, 3)
    opened = Article("opened", "1", "滨河公园开放", (news,), dates=(DateMention(0, 2, day, day),))
    found = ask("滨河公园占地多少平方米?", (opened, SEPTEMBER))
    assert f"{news}[1](“昨日”指2024-09-03)" in found.text


def test_reason_may_take_several_sentences_of_one_article_in_their_order() -> None:
    found = ask("滨河公园为什么要先加固湖岸?")
    starts = [citation.start for citation in found.citations]
    assert starts == sorted(starts)
    assert len(starts) <= 4
    assert any("因为雨水多" in citation.quote for citation in found.citations)


def test_enumeration_is_quoted_without_holes(
    archive_of: Callable[[Mapping[str, str]], Archive],
) -> None:
    items = ("一是清淤。", "二是给湖岸换上石料。", "三是在公园东门修一座泵站。")
    text = f"滨河公园的防洪措施有三项。{''.join(items)}公园共投资五千万元。"
    found = archive_of({"江城日报_20240410_01": f"## 滨河公园防洪\n\n{text}"})
    quotes = [one.quote for one in found.ask("滨河公园有哪些防洪措施?", llm=False).citations]
    assert quotes[-3:] == list(items)


def test_list_goes_on_in_the_next_sentence(
    archive_of: Callable[[Mapping[str, str]], Archive],
) -> None:
    announced, names = "昨晚,2024江城好人揭晓,4人当选。", "他们是:周明、李爱民、田春生、柳长河。"
    text = f"{announced}{names}市民代表到场祝贺,场面热烈。"
    found = archive_of({"江城日报_20240410_01": f"## 江城好人揭晓\n\n{text}"})
    quotes = [one.quote for one in found.ask("2024江城好人有哪些人?", llm=False).citations]
    assert names in quotes


def test_of_many_editions_the_newest_is_quoted_and_the_others_are_counted(
    archive_of: Callable[[Mapping[str, str]], Archive],
) -> None:
    told = "## 柏坪镇通水进展\n\n截至{0}月底,柏坪镇累计通水户数达到{0}086户。"
    archive = archive_of({f"测报_2024{month:02}28_01": told.format(month) for month in range(1, 7)})
    found = archive.ask("柏坪镇累计通水多少户?", llm=False)
    months = [one.edition.date.month for one in found.citations if one.edition.date]
    assert len(months) == 3
    assert months[0] == 6
    assert found.note == "另有3期报纸可能也说到此事。"


@pytest.mark.parametrize(
    ("question", "short"),
    [("灯展门票卖了多少张?", "3.6万张"), ("灯展门票首日卖了多少张?", "0.8万张")],
)
def test_newest_of_a_count_answers_unless_a_day_is_named(
    archive_of: Callable[[Mapping[str, str]], Archive], question: str, short: str
) -> None:
    first = "## 灯展门票开售\n\n灯展门票昨日开售,首日卖出0.8万张。"
    last = "## 灯展门票售完\n\n灯展门票昨日全部售完,共卖出3.6万张。"
    archive = archive_of({"测报_20240105_01": first, "测报_20240112_01": last})
    assert archive.ask(question, llm=False).short == short


def test_what_has_stopped_meanwhile_is_told_with_its_stop(
    archive_of: Callable[[Mapping[str, str]], Archive],
) -> None:
    news = "县医院坐诊下周起调整:周二骨科暂停,周四儿科改为14:30—17:00。其余不变。"
    archive = archive_of({"测报_20240112_01": f"## 坐诊时间有变\n\n{news}"})
    found = archive.ask("县医院周二坐诊的是什么科?", llm=False)
    assert found.short.endswith("骨科暂停")


def test_what_somebody_calls_off_is_no_stop_of_his(
    archive_of: Callable[[Mapping[str, str]], Archive],
) -> None:
    news = "灯展由谷凯主持,谷凯取消了原定的烟花。市民可乘公交前往。"
    archive = archive_of({"测报_20240112_01": f"## 灯展开幕\n\n{news}"})
    assert archive.ask("谁主持灯展?", llm=False).short == "谷凯"


def test_sentence_that_asks_holds_no_answer() -> None:
    told = Article(
        "fees",
        "1",
        "医保缴费问答",
        ("问:2024年度医保什么时候缴费?", "答:医保集中缴费期为10月1日至12月31日。"),
    )
    found = ask("医保什么时候缴费?", (told, SEPTEMBER))
    assert found.short == "10月1日至12月31日"


def test_notice_does_not_answer_by_the_title_of_what_it_corrects() -> None:
    notice = Article(
        "notice",
        "1",
        "更正",
        ("本报4月10日《滨河公园动工》一文中,“占地3.3万平方米”应为“占地3.1万平方米”。",),
        genre=Genre.CORRECTION,
    )
    assert ask("滨河公园为什么动工?", (notice, SEPTEMBER)).abstained


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("管着几只基金的那位经理,以前在哪家银行上班?", Expected.PLACE),
        ("他好几年没回家,是因为什么?", Expected.REASON),
        ("每隔几天消毒一次?", Expected.NUMBER),
        ("岚江大学共有哪三个校区?", Expected.LIST),
        ("维修费谁出?", Expected.OTHER),
    ],
)
def test_words_beside_the_one_that_asks_tell_no_kind(question: str, kind: Expected) -> None:
    assert expected_answer(question) is kind


def told_by(*paragraphs: str) -> Article:
    return Article("told", "1", "昨日消息", paragraphs)


def test_short_question_needs_but_the_characters_of_its_words() -> None:
    article = told_by("根据预报,13日至15日有一次降雨过程。")
    assert texts_of_fitting("什么时候有雨?", article)
    assert not texts_of_fitting("什么时候有雪?", article)


def test_statement_before_a_question_that_it_quotes_answers() -> None:
    article = told_by("女子下车时拒绝支付135元车费,还问司机“你能怎么样?”")
    assert ask("女子拒绝支付多少元车费?", (article, APRIL)).short == "135元"


def test_until_when_is_answered_by_the_sentence_that_tells_it() -> None:
    article = told_by("昨晚6时,图书馆夜读舱开始试运行。夜读舱试运行期至12月31日。")
    assert ask("夜读舱试运行到什么时候?", (article, APRIL)).short == "12月31日"


def test_year_told_from_today_is_answered_from_the_papers_of_that_year() -> None:
    fairs = [
        (
            Article(str(year), "1", "马拉松报名结束", (f"南塘马拉松报名结束,报名人数{crowd}。",)),
            Edition(f"江城日报-{year}", "江城日报", date(year, 2, 25)),
        )
        for year, crowd in ((2024, "6.2万"), (2023, "4.5万"))
    ]
    query = understand(
        "去年南塘马拉松报名人数是多少?", today=date(2024, 9, 1), newest=date(2024, 8, 31)
    )
    found = answer(query, hits(*fairs), rarities=rarities)
    assert found.short == "4.5万"
    assert [one.edition.date for one in found.citations] == [date(2023, 2, 25)]


def test_year_of_what_is_asked_about_leaves_better_papers_of_others() -> None:
    park = Edition("江城日报-2024", "江城日报", date(2024, 4, 10))
    bus = Edition("江城日报-2023", "江城日报", date(2023, 4, 10))
    text = "去年4月动工的滨河公园占地3.2万平方米,计划8月开放。"
    found = hits((Article("park", "1", "滨河公园将开放", (text,)), park), (BUS, bus))
    found = [replace(one, score=0.1) if one.article is BUS else one for one in found]
    query = understand(
        "去年动工的滨河公园占地多少?", today=date(2024, 9, 1), newest=date(2024, 8, 31)
    )
    assert answer(query, found, rarities=rarities).short == "3.2万平方米"


def test_answer_that_is_not_of_the_day_asked_about_says_so(
    archive_of: Callable[[Mapping[str, str]], Archive],
) -> None:
    page = "## 昨晚下雨\n\n本报讯 3月4日晚,城区降雨12.5毫米,西仓河涨了一尺。\n"
    archive = archive_of({"江城日报_20240305_01": page})
    other_day = archive.ask("昨晚城区降雨多少毫米?", llm=False)
    assert "所引的报道不是那时的" in other_day.note
    assert archive.ask("3月4日晚城区降雨多少毫米?", llm=False).note == ""
    assert archive.ask("城区降雨多少毫米?", llm=False).note == ""
    assert archive.ask("国庆期间城区降雨多少毫米?", llm=False).note == ""
    assert other_day.short == "12.5毫米"
