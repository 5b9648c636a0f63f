"""Which post somebody holds is told by the newest edition, and which were held by a career."""

from collections.abc import Callable, Mapping

from qa import Archive
from qa.forms.persons.appointments import asks_post

EARLIER = "市教育局副局长侯佩兰介绍,新学年增设三所小学。"
LATER = "市教育局局长侯佩兰说,今年新增学位两千个。"
BORN = "侯佩兰,1975年出生,江城人。"
CAREER = "她历任县中学校长、县教育局副局长、市招生办主任。"


Indexing = Callable[[Mapping[str, str]], Archive]


def test_post_held_is_that_of_the_newest_edition(archive_of: Indexing) -> None:
    archive = archive_of(
        {
            "江城日报_20230410_01": f"## 新学年增设三所小学\n\n{EARLIER}\n",
            "江城日报_20240410_01": f"## 今年新增学位两千个\n\n{LATER}\n",
        }
    )
    assert archive.ask("侯佩兰现在是什么职务?", llm=False).citations[0].quote == LATER


def test_posts_held_before_are_those_of_the_career(archive_of: Indexing) -> None:
    archive = archive_of({"江城日报_20240412_01": f"## 侯佩兰任市教育局局长\n\n{BORN}{CAREER}\n"})
    answer = archive.ask("侯佩兰以前在哪些单位干过?", llm=False)
    assert CAREER in [one.quote for one in answer.citations]


def test_list_of_appointments_tells_who_takes_and_who_leaves_an_office(
    archive_of: Indexing,
) -> None:
    lines = "任命:\n葛秀敏为江城市教育局局长;\n免去:\n姚庆山的江城市教育局局长职务。"
    archive = archive_of({"江城日报_20240412_01": f"## 市人大常委会任免名单\n\n{lines}\n"})
    assert archive.ask("新任教育局局长是谁?", llm=False).text.startswith("葛秀敏")
    assert archive.ask("原来的教育局局长是谁?", llm=False).text.startswith("姚庆山")
    assert archive.ask("水利局局长是谁?", llm=False).abstained


def test_who_somebody_is_tells_the_sentence_with_an_office(archive_of: Indexing) -> None:
    told = "疫苗每针68元。\n\n韦芳提醒,接种后留观半小时。\n\n县疾控中心副主任医师韦芳说,疫苗充足。"
    archive = archive_of({"江城日报_20240412_01": f"## 疫苗到货\n\n{told}\n"})
    assert "副主任医师韦芳" in archive.ask("韦芳是谁?", llm=False).text


def test_place_that_begins_like_a_name_holds_an_office(archive_of: Indexing) -> None:
    told = "11月26日,县委宣布,许兰任李家沟镇镇长,石保国不再担任李家沟镇镇长。"
    archive = archive_of({"江城日报_20240412_01": f"## 干部调整\n\n{told}\n"})
    assert archive.ask("现任李家沟镇镇长是谁?", llm=False).short == "许兰"


def test_post_of_somebody_else_in_a_list_is_none_of_the_one_asked_about(
    archive_of: Indexing,
) -> None:
    lines = "任命:\n葛秀敏为江城市教育局局长;\n闵军为江城市水利局局长;\n免去:\n姚庆山的江城市教育局局长职务。"
    archive = archive_of({"江城日报_20240412_01": f"## 市人大常委会任免名单\n\n{lines}\n"})
    assert archive.ask("姚庆山被免去什么职务?", llm=False).short == "江城市教育局局长"
    assert archive.ask("闵军被任命什么职务?", llm=False).short == "江城市水利局局长"
    assert archive.ask("闵军被免去什么职务?", llm=False).abstained


def test_all_appointments_of_a_list_are_told(archive_of: Indexing) -> None:
    lines = "会议决定任命:\n葛秀敏为江城市教育局局长;\n闵军为江城市水利局局长;\n免去:\n姚庆山的江城市教育局局长职务。"
    archive = archive_of({"江城日报_20240412_01": f"## 市人大常委会任免名单\n\n{lines}\n"})
    quotes = [one.quote for one in archive.ask("市人大任命了哪些人?", llm=False).citations]
    assert quotes == ["葛秀敏为江城市教育局局长;", "闵军为江城市水利局局长;"]


def test_what_somebody_was_appointed_is_told_by_the_appointment(archive_of: Indexing) -> None:
    archive = archive_of(
        {
            "江城日报_20240410_01": "## 任命名单\n\n任命侯佩兰为江城市教育局局长。\n",
            "江城日报_20240510_01": f"## 今年新增学位两千个\n\n{LATER}\n",
        }
    )
    answer = archive.ask("侯佩兰被任命为什么?", llm=False)
    assert answer.short == "江城市教育局局长"


def test_as_what_somebody_is_appointed_asks_for_a_post() -> None:
    assert asks_post("谷大川被任命为什么?")
    assert not asks_post("谷大川为什么被任命?")
