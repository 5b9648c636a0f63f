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
