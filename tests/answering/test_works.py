"""What somebody wrote or photographed is answered by listing it."""

from collections.abc import Callable, Mapping

import pytest

from qa import Archive
from qa.answering import asked_author


@pytest.mark.parametrize(
    ("question", "name", "pictures"),
    [
        ("周明写过哪些报道?", "周明", False),
        ("记者周明一共写了几篇?", "周明", False),
        ("哪些报道是周明写的?", "周明", False),
        ("周明的文章有哪些?", "周明", False),
        ("周明寫了哪些報導?", "周明", False),
        ("周明写的是什么?", "周明", False),
        ("周明写的关于大桥的文章", "周明", False),
        ("周明拍过哪些照片?", "周明", True),
        ("有几张照片是周明拍的?", "周明", True),
        ("Which articles were written by 周明?", "周明", False),
        ("How many pictures did 周明 take?", "周明", True),
    ],
)
def test_question_about_works_names_whose(question: str, name: str, pictures: bool) -> None:
    author = asked_author(question)
    assert author is not None
    assert (author.name, author.pictures) == (name, pictures)


@pytest.mark.parametrize(
    "question",
    [
        "这篇报道是谁写的?",
        "他写过什么?",
        "周明和吴霞一起拍过哪些照片?",
        "记者采访了哪些人?",
        "哪几期报道过周明?",
    ],
)
def test_question_about_something_else_names_no_author(question: str) -> None:
    assert asked_author(question) is None


def test_articles_are_listed_newest_first_each_with_its_beginning(sample_archive: Archive) -> None:
    found = sample_archive.ask("闻铎写过哪些报道?", llm=False)
    signed = {one.id for one, _ in sample_archive.articles() if "闻铎" in one.reporters}
    days = [str(one.edition.date) for one in found.citations]
    assert {one.article.id for one in found.citations} == signed
    assert days == sorted(days, reverse=True)
    assert all(one.start >= len(one.article.byline) for one in found.citations)
    assert found.text.startswith(f"闻铎署名的报道有{len(signed)}篇")


def test_pictures_are_listed_each_with_its_caption(sample_archive: Archive) -> None:
    found = sample_archive.ask("罗小满拍过几张照片?", llm=False)
    count = sum(
        caption.photographer == "罗小满"
        for article, _ in sample_archive.articles()
        for caption in article.captions
    )
    assert len(found.citations) == count
    assert all("罗小满 摄" in one.quote for one in found.citations)


def test_whom_a_pronoun_means_is_taken_from_the_conversation(sample_archive: Archive) -> None:
    asked = "苇荡湿地公园栈道主体完工那篇报道是谁写的?"
    history = [(asked, sample_archive.ask(asked, llm=False).text)]
    found = sample_archive.ask("他写过哪些报道?", history=history, llm=False)
    assert found.text.startswith("苏禾署名的报道有")


def test_filters_limit_the_works(sample_archive: Archive) -> None:
    everywhere = sample_archive.ask("闻铎写过哪些报道?", llm=False)
    day = everywhere.citations[0].edition.date
    found = sample_archive.ask("闻铎写过哪些报道?", since=day, until=day, llm=False)
    assert found.citations
    assert {one.edition.date for one in found.citations} == {day}


def test_who_signed_nothing_is_refused(sample_archive: Archive) -> None:
    assert sample_archive.ask("鲁迅写过哪些文章?", llm=False).abstained


def test_the_newest_are_listed_where_there_are_many(
    archive_of: Callable[[Mapping[str, str]], Archive],
) -> None:
    told = "## 第{0}号台风动向\n\n□本报记者 周明\n\n气象台说,第{0}号台风已经离开。"
    archive = archive_of({f"测报_202406{day:02}_01": told.format(day) for day in range(1, 26)})
    found = archive.ask("周明写过几篇报道?", llm=False)
    assert len(found.citations) == 20
    assert found.text.startswith("周明署名的报道有25篇,下面是较新的20篇。")


def test_works_about_something_are_those_whose_article_names_it(
    archive_of: Callable[[Mapping[str, str]], Archive],
) -> None:
    signed = "## {0}\n\n□本报记者 周明\n\n{0}的消息昨日公布。"
    archive = archive_of(
        {
            "测报_20240601_01": signed.format("大桥通车"),
            "测报_20240602_01": signed.format("新校开学"),
        }
    )
    found = archive.ask("周明写了多少篇关于大桥的报道?", llm=False)
    assert [one.article.headline for one in found.citations] == ["大桥通车"]
    assert found.text.startswith("周明署名的关于“大桥”的报道有1篇。")


@pytest.mark.parametrize("name", ["卢亮", "盧亮"])
def test_name_is_the_same_in_traditional_characters(
    archive_of: Callable[[Mapping[str, str]], Archive], name: str
) -> None:
    archive = archive_of(
        {
            "测报_20240601_01": "## 大桥通车\n\n□本报记者 卢 亮\n\n大桥昨日通车。",
            "测报_20240602_01": "## 新校开学\n\n□本报记者 盧 亮\n\n新校昨日开学。",
        }
    )
    assert len(archive.ask(f"{name}写过哪些报道?", llm=False).citations) == 2


def test_works_of_two_are_those_that_both_signed(
    archive_of: Callable[[Mapping[str, str]], Archive],
) -> None:
    archive = archive_of(
        {
            "测报_20240601_01": "## 大桥通车\n\n□本报记者 周明\n\n大桥昨日通车。",
            "测报_20240602_01": "## 新校开学\n\n□本报记者 周明 吴霞\n\n新校昨日开学。",
        }
    )
    found = archive.ask("周明和吴霞一起写过哪些报道?", llm=False)
    assert [one.article.headline for one in found.citations] == ["新校开学"]
    assert found.text.startswith("周明和吴霞共同署名的报道有1篇。")


@pytest.mark.parametrize("name", ["李和平", "欧阳和平"])
def test_name_that_has_an_and_is_one(name: str) -> None:
    author = asked_author(f"{name}写过什么?")
    assert author is not None
    assert (author.name, author.other) == (name, "")
