"""A table answers by the row that a question names and the column that it asks for."""

import pytest

from qa.answering.tables import cell_told
from tests.building import article_of, hit_of, looked_for

PRICES = "品种 价格(元/斤) 比上周\n脐橙 2.6 涨0.2\n蜜桔 1.3 跌0.1\n椪柑 1.8 持平"
BUSES = "车站 首班车 末班车\n港湾站 6:05 22:40\n石桥站(往北坡方向) 6:25 22:30"
RESULTS = (
    "| 工种 | 名次 | 姓名 | 单位 | 总分 |\n| 焊工 | 第一名 | 庄一鸣 | 机修厂 | 93.5 |\n"
    "| 焊工 | 第二名 | 滕海燕 | 北塔煤矿 | 91.0 |\n| 钳工 | 第一名 | 桂晓楠 | 选煤厂 | 95.2 |"
)
TWO = "项目 票价\n成人票 40元\n儿童票 20元"


def cell(question: str, table: str) -> str:
    told = cell_told(looked_for(question), [hit_of(article_of(table))])
    return told.text if told else ""


@pytest.mark.parametrize(
    ("question", "table", "text"),
    [
        ("脐橙多少钱一斤?", PRICES, "2.6"),
        ("蜜桔价格是多少?", PRICES, "1.3"),
        ("椪柑比上周涨了吗?", PRICES, "持平"),
        ("港湾站末班车几点?", BUSES, "22:40"),
        ("石桥站首班车几点?", BUSES, "6:25"),
        ("儿童票多少钱?", TWO, "20元"),
        ("焊工第一名是谁?", RESULTS, "庄一鸣"),
        ("桂晓楠得了多少分?", RESULTS, "95.2"),
        ("滕海燕是哪个单位的?", RESULTS, "北塔煤矿"),
        ("滕海燕得了第几名?", RESULTS, "第二名"),
        ("五花肉多少钱一斤?", "品名 本周 上周\n五花肉 15.8 17.2", "15.8"),
        ("五花肉上周多少钱?", "品名 本周 上周\n五花肉 15.8 17.2", "17.2"),
    ],
)
def test_cell_is_of_the_named_row_and_the_asked_column(
    question: str, table: str, text: str
) -> None:
    assert cell(question, table) == text


@pytest.mark.parametrize(
    ("question", "table"),
    [
        ("柚子多少钱一斤?", PRICES),
        ("第一名是谁?", RESULTS),
        ("脐橙和蜜桔多少钱?", PRICES),
        ("港湾站几点发车?", BUSES),
        ("港湾站在哪里?", BUSES),
        ("脐橙多少钱一斤?", "脐橙 2.6 涨0.2\n蜜桔 1.3 跌0.1"),
        ("脐橙多少钱一斤?", "脐橙每斤2.6元。"),
    ],
)
def test_nothing_is_told_where_row_or_column_is_not_sure(question: str, table: str) -> None:
    assert not cell(question, table)


def test_header_is_quoted_with_the_row() -> None:
    told = cell_told(looked_for("脐橙多少钱一斤?"), [hit_of(article_of(PRICES))])
    assert told is not None
    assert (told.header.text, told.row.text) == ("品种 价格(元/斤) 比上周", "脐橙 2.6 涨0.2")


MARKETS = "品种 河东市场 湖西市场 比上周\n莲藕 4.2 4.0 涨0.3"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("河东市场莲藕多少钱?", "4.2"),
        ("湖西市场莲藕多少钱?", "4.0"),
        ("山东市场莲藕多少钱?", ""),
        ("莲藕比上周怎么样?", "涨0.3"),
    ],
)
def test_column_is_named_by_what_parts_it_from_the_others(question: str, text: str) -> None:
    assert cell(question, MARKETS) == text


@pytest.mark.parametrize(
    ("question", "text"),
    [("5月6日莲藕多少钱?", "4.2"), ("5月13日莲藕多少钱?", ""), ("莲藕多少钱?", "4.2")],
)
def test_table_of_another_day_tells_nothing(question: str, text: str) -> None:
    hit = hit_of(article_of("品种 价格\n莲藕 4.2", "5月6日菜价"))
    told = cell_told(looked_for(question), [hit])
    assert (told.text if told else "") == text
