"""What several editions tell otherwise is led by the newest, and reasons by what was found out."""

from collections.abc import Callable, Mapping

import pytest

from qa import Archive

Make = Callable[[Mapping[str, str]], Archive]

PRICES = {
    "岚江日报_20240312_03": "## 黄瓜降价\n\n本报讯 在西关市场,西红柿每斤3.5元,菠菜每斤2元。\n",
    "岚江日报_20240409_03": "## 菜价又降\n\n本报讯 西关市场的西红柿每斤3.8元,菠菜每斤1.5元。\n",
}
FIRE = {
    "岚江日报_20240312_02": (
        "## 城西仓库起火\n\n本报讯 3月9日深夜,城西物流园的仓库起火,十二名工人撤出。"
        "起火原因正在调查。仓库里堆的都是纸,只能一卷一卷往外搬。\n"
    ),
    "岚江日报_20240409_02": (
        "## 城西仓库火灾查明\n\n本报讯 3月9日城西物流园的仓库火灾,原因已经查明。"
        "调查认定,一台叉车的充电线短路,引燃了旁边的纸。\n"
    ),
}


def test_short_answer_is_of_the_newest_edition_quoted(archive_of: Make) -> None:
    found = archive_of(PRICES).ask("西红柿多少钱一斤?", llm=False)
    assert found.short == "3.8元"
    assert found.short in found.citations[0].quote


@pytest.mark.parametrize("question", ["仓库为什么起火?", "仓库是怎么起火的?"])
def test_what_was_not_known_yet_is_told_by_the_later_edition(
    archive_of: Make, question: str
) -> None:
    found = archive_of(FIRE).ask(question, llm=False)
    assert any("充电线短路" in one.quote for one in found.citations)


def test_reason_that_is_announced_is_told_by_the_next_sentence(archive_of: Make) -> None:
    text = (
        "## 6号线推迟开通\n\n本报讯 地铁6号线推迟到1月18日开通。推迟的原因出在信号系统。"
        "三次联调中列车丢失定位,厂家要更换47台设备。通气会还公布了三座车站的名字。\n"
    )
    found = archive_of({"岚江日报_20241115_04": text}).ask("6号线为什么推迟?", llm=False)
    assert "47台设备" in found.text


def test_number_that_became_another_since_is_led_by_what_it_is_now(archive_of: Make) -> None:
    pages = {
        "岚江日报_20240312_01": (
            "## 宿舍动工大修\n\n本报讯 五栋宿舍动工大修,住户搬到招待所,每人每月补交通费60元。\n"
        ),
        "岚江日报_20240617_02": (
            "## 宿舍工期后延\n\n本报讯 3号楼查出裂缝。住户每月的交通补贴从7月起由60元提高到100元。\n"
        ),
    }
    found = archive_of(pages).ask("宿舍住户每人每月补多少交通费?", llm=False)
    assert found.short == "100元"
    assert [one.edition.date.month for one in found.citations if one.edition.date] == [6, 3]


def test_what_is_so_now_is_told_by_the_later_edition(archive_of: Make) -> None:
    pages = {
        "岚江日报_20240617_01": (
            "## 事故调查公布\n\n本报讯 检修工雷鸣海4月6日出院,目前在家休养。九人受到处理。\n"
        ),
        "岚江日报_20240923_01": (
            "## 护网装好35处\n\n本报讯 检修工雷鸣海9月5日复岗,调到机运队任安全宣讲员。\n"
        ),
    }
    found = archive_of(pages).ask("雷鸣海现在干什么工作?", llm=False)
    assert "安全宣讲员" in found.citations[0].quote


def test_day_that_was_moved_since_is_led_by_what_it_is_now(archive_of: Make) -> None:
    pages = {
        "岚江日报_20240508_01": (
            "## 春季招聘会17日开场\n\n本报讯 春季招聘会定于5月17日(星期五)在会展中心举行。\n"
        ),
        "岚江日报_20240515_01": (
            "## 招聘会改到18日\n\n"
            "本报讯 原定5月17日举行的春季招聘会,改到5月18日(星期六)在体育馆举行。\n"
        ),
    }
    found = archive_of(pages).ask("招聘会什么时候开?", llm=False)
    assert found.short == "5月18日(星期六)"


def test_year_of_the_edition_need_not_be_printed(archive_of: Make) -> None:
    text = (
        "## 夏粮长势怎样\n\n本报讯 北部六县好于去年。全省小麦预计总产214万吨,比去年减少3.6%。\n\n"
        "## 储蓄增加\n\n本报讯 到4月底,全省储蓄余额为48.7亿元。\n"
    )
    archive = archive_of({"岚江日报_19860521_01": text})
    assert archive.ask("1986年全省小麦预计总产多少?", llm=False).short == "214万吨"
    assert archive.ask("1986年4月底全省储蓄余额多少?", llm=False).short == "48.7亿元"
