"""What an edition, a page or a column of the paper holds is answered by listing it."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from qa import Archive
from qa.answering import asked_contents
from qa.answering.contents import Part
from qa.questions.conversation import stand_alone

Make = Callable[[Mapping[str, str]], Archive]

NEW = {
    "岚江日报_20240605_01": (
        "## 春灌开闸 八万亩麦田解渴\n\n本报讯 6月3日,东干渠开闸放水。\n\n"
        "## 渡口改线 早班船提前一刻\n\n本报讯 从6月8日起,早班船六点发出。\n"
    ),
    "岚江日报_20240605_02": (
        "## 街谈巷议\n\n## 长凳该朝哪边放\n\n编辑同志:\n\n江边的长凳背对着江。\n\n"
        "## 广告\n\n岚江茶厂新茶上市。\n"
    ),
}
OLD = {
    "岚江日报_20240529_01": "## 老桥封闭大修\n\n本报讯 5月27日,石拱桥封闭,工期四个月。\n",
    "岚江日报_20240529_02": "## 街谈巷议\n\n## 路灯为何白天亮\n\n编辑同志:\n\n西街的路灯白天也亮。\n",
}


@pytest.fixture
def paper(archive_of: Make) -> Archive:
    """Two editions of one paper, of two pages each."""
    return archive_of(NEW | OLD)


def titles(archive: Archive, question: str, **filters: date | str) -> list[str]:
    found = archive.ask(question, llm=False, **filters)  # type: ignore[arg-type]
    return [one.article.headline for one in found.citations]


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("登了什么?", Part()),
        ("6月3日发生了什么?", Part(happened=True)),
        ("昨天出了哪些大事?", Part(happened=True)),
        ("有哪些新闻?", Part(news=True)),
        ("最近有什么新闻?", Part(news=True)),
        ("新闻", Part(news=True)),
        ("头版", Part(page="1")),
        ("第2版的内容", Part(page="2")),
        ("最近一期", Part(newest=True)),
        ("头条新闻", Part(lead=True)),
        ("的文章有哪些?", Part()),
        ("最近一期报纸都登了什么?", Part(newest=True)),
        ("最新一期《岚江日报》有几篇文章?", Part(newest=True)),
        ("这期报纸有哪些文章?", Part(newest=True)),
        ("本期有什么内容?", Part(newest=True)),
        ("头版有哪些文章?", Part(page="1")),
        ("第2版有什么内容?", Part(page="2")),
        ("二版都登了哪些报道?", Part(page="2")),
        ("A3版是什么内容?", Part(page="A3")),
        ("头条是什么?", Part(lead=True)),
        ("最近一期的头版头条是什么?", Part(newest=True, page="1", lead=True)),
        ("街谈巷议栏目登过哪些怪事?", Part(column="街谈巷议")),
        ("“街谈巷议”专栏有几篇文章?", Part(column="街谈巷议")),
        ("街谈巷议登过哪些文章?", Part(column="街谈巷议")),
        ("读者来信有几封?", Part(column="读者来信")),
        ("读者来信说了什么?", Part(column="读者来信", told=True)),
        ("报纸更正了哪些内容?", Part(corrections=True)),
        ("更正过几次?", Part(corrections=True)),
        ("最近一期都有哪些更正?", Part(newest=True, corrections=True)),
        ("What was in the paper?", Part()),
        ("Which articles are on page 2 of the latest edition?", Part(newest=True, page="2")),
        ("What is the lead story of the newest paper?", Part(newest=True, lead=True)),
    ],
)
def test_question_about_contents_says_of_what(question: str, part: Part) -> None:
    assert asked_contents(question) == part


@pytest.mark.parametrize(
    "question",
    [
        "接种了多少?",
        "头版那篇文章是谁写的?",
        "头版说公园什么时候开?",
        "头版的照片是谁拍的?",
        "第2版教材有什么变化?",
        "最近一期彩票的头奖是什么?",
        "今日头条是什么公司?",
        "公园有哪些项目?",
        "法院更正了判决书的什么地方?",
        "这个数字更正过吗?",
        "文化馆的镇馆之宝有几件?",
        "What does the paper say about the park?",
    ],
)
def test_question_about_what_is_told_asks_no_contents(question: str) -> None:
    assert asked_contents(question) is None


def test_edition_is_listed_in_printed_order_each_with_its_beginning(paper: Archive) -> None:
    found = paper.ask("6月5日的报纸登了什么?", llm=False)
    assert found.text.split("\n") == [
        "《岚江日报》2024-06-05有4篇文章。",
        "《春灌开闸 八万亩麦田解渴》6月3日,东干渠开闸放水。[1]",
        "《渡口改线 早班船提前一刻》从6月8日起,早班船六点发出。[2]",
        "《长凳该朝哪边放》江边的长凳背对着江。[3]",
        "《广告》岚江茶厂新茶上市。[4]",
    ]


@pytest.mark.parametrize(
    "question",
    [
        "6月5日第2版有什么内容?",
        "最近一期第2版登了什么?",
        "第2版有哪些文章?",
        "Which articles are on page 2 of the paper of June 5?",
    ],
)
def test_page_is_listed_of_its_edition_or_the_newest(paper: Archive, question: str) -> None:
    assert titles(paper, question) == ["长凳该朝哪边放", ""]


@pytest.mark.parametrize("question", ["5月29日的头条是什么?", "5月底那期报纸的头条是什么?"])
def test_lead_story_is_the_first_headline_of_the_front_page(paper: Archive, question: str) -> None:
    assert titles(paper, question) == ["老桥封闭大修"]


def test_column_is_listed_through_all_editions_newest_first(paper: Archive) -> None:
    found = paper.ask("街谈巷议栏目登过哪些文章?", llm=False)
    assert [one.article.headline for one in found.citations] == [
        "长凳该朝哪边放",
        "路灯为何白天亮",
    ]
    assert found.text.startswith("《岚江日报》2024-05-29至2024-06-05的2期的“街谈巷议”栏有2篇")


def test_what_a_column_says_is_listed_of_a_day(paper: Archive) -> None:
    assert titles(paper, "5月29日那期街谈巷议说了什么?") == ["路灯为何白天亮"]


NOTICES = {
    "岚江日报_20240607_02": (
        "## 更正\n\n本报6月5日第1版《渡口改线》一文中,“六点”应为“六点半”。特此更正。\n\n"
        "## 渡口添了新船\n\n本报讯 6月6日,渡口添了一条新船。\n"
    ),
    "桐城晚报_20240605_01": "## 夜市开张\n\n本报讯 6月4日,南门夜市开张。\n",
}


@pytest.mark.parametrize(
    "question", ["岚江日报更正了哪些内容?", "岚江日报更正过几次?", "有哪些更正?", "更正了什么?"]
)
def test_corrections_are_listed_by_what_they_correct(archive_of: Make, question: str) -> None:
    found = archive_of(NEW | NOTICES).ask(question, llm=False)
    assert found.text.split("\n") == [
        "《岚江日报》2024-06-07有1条更正。",
        "《更正》本报6月5日第1版《渡口改线》一文中,“六点”应为“六点半”。[1]",
    ]


def test_paper_without_a_correction_is_given_none(archive_of: Make) -> None:
    assert archive_of(NEW | NOTICES).ask("桐城晚报更正过几次?", llm=False).abstained


@pytest.mark.parametrize(
    "question",
    ["2024年的报纸有哪些文章?", "2024年3月到8月的报纸登了什么?", "2024年5月1日以后的报纸登了什么?"],
)
def test_long_time_is_listed_where_it_holds_few_editions(paper: Archive, question: str) -> None:
    found = paper.ask(question, llm=False)
    assert found.text.startswith("《岚江日报》2024-05-29至2024-06-05的2期有6篇文章。")


def test_editions_that_are_too_many_to_list_are_said_to_be(archive_of: Make) -> None:
    archive = archive_of(
        {
            f"岚江日报_2024{month:02}{day:02}_01": f"## 第{month * day}件事\n\n今天有事。\n"
            for month in (1, 2, 3)
            for day in range(1, 29)
        }
    )
    found = archive.ask("2024年的报纸有哪些文章?", llm=False)
    assert found.abstained
    assert found.text.startswith("《岚江日报》2024-01-01至2024-03-28的84期太多,列不完")
    assert len(archive.ask("2024年2月的报纸有哪些文章?", llm=False).citations) == 20


def test_filters_alone_say_what_is_listed(paper: Archive) -> None:
    assert len(titles(paper, "有哪些文章?", paper="岚江日报")) == 6
    assert titles(paper, "有哪些文章?", page="2")[-1] == "路灯为何白天亮"
    assert titles(paper, "有哪些文章?", section="街谈巷议") == ["长凳该朝哪边放", "路灯为何白天亮"]


@pytest.mark.parametrize("question", ["有哪些文章?", "有什么新闻?", "新闻", "最新一期"])
def test_without_a_day_the_newest_edition_is_listed(paper: Archive, question: str) -> None:
    assert len(titles(paper, question)) == 4


@pytest.mark.parametrize("question", ["5月29日的报纸", "5月29日的新闻"])
def test_edition_that_is_but_named_is_listed(paper: Archive, question: str) -> None:
    assert titles(paper, question) == ["老桥封闭大修", "路灯为何白天亮"]


def test_page_without_a_day_is_of_the_newest_edition_that_has_it(archive_of: Make) -> None:
    other = {"桐城晚报_20240530_A12": "## 夜市开张\n\n本报讯 5月29日,南门夜市开张。\n"}
    archive = archive_of(NEW | other)
    assert titles(archive, "A12版有什么?") == ["夜市开张"]
    assert titles(archive, "最近一期第12版有哪些文章?") == ["夜市开张"]


def test_edition_that_is_missing_is_said_to_be(paper: Archive) -> None:
    found = paper.ask("6月6日头版有哪些文章?", llm=False)
    assert found.abstained
    assert "档案里没有2024-06-06的报纸" in found.text


def test_page_that_is_missing_is_refused(paper: Archive) -> None:
    found = paper.ask("6月5日第9版有什么内容?", llm=False)
    assert (found.abstained, found.citations) == (True, ())
    assert found.text == "没有找到:档案里没有《岚江日报》2024-06-05的第9版。"


def test_filters_limit_what_is_listed(paper: Archive) -> None:
    until = date(2024, 5, 31)
    assert titles(paper, "最近一期头版有哪些文章?", until=until) == ["老桥封闭大修"]
    assert titles(paper, "街谈巷议有哪些文章?", until=until) == ["路灯为何白天亮"]
    assert titles(paper, "6月5日的报纸登了什么?", page="1")[-1] == "渡口改线 早班船提前一刻"
    assert titles(paper, "6月5日的报纸登了什么?", section="街谈巷议") == ["长凳该朝哪边放"]
    assert not titles(paper, "6月5日第2版登了什么?", page="1")
    assert not titles(paper, "6月5日的报纸登了什么?", paper="桐城晚报")


def test_paper_that_is_named_is_the_one_listed(archive_of: Make) -> None:
    other = {"桐城晚报_20240605_01": "## 夜市开张\n\n本报讯 6月4日,南门夜市开张。\n"}
    archive = archive_of(NEW | other)
    assert titles(archive, "最近一期桐城晚报登了什么?") == ["夜市开张"]
    assert titles(archive, "6月5日《桐城晚报》登了什么?") == ["夜市开张"]
    assert not titles(archive, "6月5日《清河早报》登了什么?")


def test_first_are_listed_where_an_edition_holds_many(archive_of: Make) -> None:
    pages = {
        f"岚江日报_20240605_{n}": f"## 要闻之{n}\n\n今天有事,编号{n}。\n" for n in range(1, 26)
    }
    found = archive_of(pages).ask("6月5日的报纸登了什么?", llm=False)
    assert found.text.startswith("《岚江日报》2024-06-05有25篇文章,下面是前20篇。")
    assert [one.article.headline for one in found.citations] == [f"要闻之{n}" for n in range(1, 21)]


def test_follow_up_asks_of_another_page_or_day_or_of_the_same(paper: Archive) -> None:
    history = [("6月5日头版有哪些文章?", "有2篇文章。")]
    second = paper.ask("第2版呢?", history=history, llm=False)
    earlier = paper.ask("5月29日呢?", history=history, llm=False)
    lead = paper.ask("那期的头条是什么?", history=history, llm=False)
    assert second.searched == "第2版有哪些文章?"
    assert earlier.citations[0].article.headline == "老桥封闭大修"
    assert lead.citations[0].article.headline == "春灌开闸 八万亩麦田解渴"


@pytest.mark.parametrize("question", ["头版有哪些文章?", "6月5日有什么新闻?", "头条是什么?"])
def test_question_about_contents_takes_nothing_from_the_conversation(question: str) -> None:
    assert stand_alone(question, [("渡口几点开船?", "六点。")]) == question


def test_paper_that_is_named_alone_is_listed(archive_of: Make) -> None:
    other = {"江城晚报_20240605_02": "## 夜市延长\n\n本报讯 夜市开到零点。\n"}
    archive = archive_of(NEW | other)
    assert titles(archive, "6月5日的江城晚报有什么新闻?") == ["夜市延长"]
    assert titles(archive, "江城晚报第2版有哪些文章?") == ["夜市延长"]
    assert titles(archive, "江城晚报最近一期有什么新闻?") == ["夜市延长"]


def test_what_happened_on_a_day_is_told_by_the_articles_that_name_it(paper: Archive) -> None:
    assert titles(paper, "5月27日发生了什么?") == ["老桥封闭大修"]
    assert titles(paper, "6月3日发生了哪些事?") == ["春灌开闸 八万亩麦田解渴"]
    assert "2024-06-03的事" in paper.ask("6月3日发生了什么?", llm=False).text


def test_day_of_which_no_article_tells_is_searched_for(paper: Archive) -> None:
    assert "没有2024-06-01的报纸" in paper.ask("6月1日发生了什么?", llm=False).text
