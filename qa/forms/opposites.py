"""Words that exclude one another: what is told of the one is not told of the other."""

from __future__ import annotations

OPPOSITES = tuple(
    tuple(group.split())
    for group in (
        "最大 最小",
        "最高 最低",
        "最长 最短",
        "最早 最晚",
        "最多 最少",
        "开放 关闭",
        "增加 减少",
        "上升 下降",
        "增长 下降",
        "冠军 亚军 季军",
        "男子 女子",
        "男性 女性",
        "男单 女单",
        "男双 女双",
        "父亲 母亲",
        "儿子 女儿",
        "丈夫 妻子",
        "东部 西部 南部 北部",
        "东岸 西岸 南岸 北岸",
        "东门 西门 南门 北门",
        "上半年 下半年",
        "首班 末班",
        "进口 出口",
        "赞成 反对",
        "优点 缺点",
        "成人 儿童 老人",
        "小学 中学 大学",
        "起点 终点",
        "甲级 乙级",
        "一等奖 二等奖 三等奖",
        "金牌 银牌 铜牌",
        "一楼 二楼 三楼",
    )
)
