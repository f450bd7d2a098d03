"""The words around a number, each list once: bounds, falls, estimates, and those that say nothing of its size.

Whoever reads a figure of a file and whoever finds one in running text takes them from here.
"""

from __future__ import annotations

from itertools import product

from shizhong_cli.core.figure.terms import Bound

BEFORE: dict[str, Bound] = (
    dict.fromkeys(("超过", "超", "突破", "逾", "高于", "大于", "多于", "超出", "不止", "远超"), Bound.MORE_THAN)
    | dict.fromkeys(
        ("跨入", "跨过", "跨上", "迈上", "迈过", "迈入", "站上", "登上", "跃上", "破", "过"), Bound.MORE_THAN
    )
    | dict.fromkeys(
        ("不低于", "不少于", "不小于", "至少", "最少", "不下于", "不亚于", "不下", "大于等于", "大于或等于"),
        Bound.AT_LEAST,
    )
    | dict.fromkeys(("接近", "将近", "近", "不足", "不到", "低于", "少于", "小于", "正向", "迈向"), Bound.LESS_THAN)
    | dict.fromkeys(("不超过", "不高于", "不多于", "不大于", "不突破", "至多", "最多", "控制在"), Bound.AT_MOST)
    | dict.fromkeys(("未超过", "未超", "不超", "未超出", "未突破", "未高于", "小于等于", "小于或等于"), Bound.AT_MOST)
    | dict.fromkeys(("未达到", "未达", "未到", "未满", "不满", "不及", "达不到"), Bound.LESS_THAN)
    | dict.fromkeys(("大约", "约", "大概", "差不多"), Bound.ABOUT)
    | {"跌破": Bound.LESS_THAN}
    | {"≥": Bound.AT_LEAST, ">": Bound.MORE_THAN, "≤": Bound.AT_MOST, "<": Bound.LESS_THAN}
)
"""What a word before the number makes of it."""

NEARING = frozenset(("接近", "将近", "近", "正向", "迈向"))
"""Words before a number that it is to be come near to from below; 不足, 不到 and the like keep below it."""

UPWARDS = "上"
"""More than, but only before a scale word that has no number of its own: 上万人, not 线上3万人."""

AFTER: dict[str, Bound] = (
    dict.fromkeys(("及以上", "以上"), Bound.AT_LEAST)
    | dict.fromkeys(("及以下", "以下", "以内", "之内"), Bound.AT_MOST)
    | dict.fromkeys(("左右", "上下"), Bound.ABOUT)
    | dict.fromkeys(("余", "多"), Bound.MORE_THAN)
)
"""What a word behind the unit makes of it."""

AFTER_PART: dict[str, Bound] = {"强": Bound.MORE_THAN, "弱": Bound.LESS_THAN}
"""What a word behind a part of a whole makes of it: 三分之二强."""

INSIDE: dict[str, Bound] = {
    "余": Bound.MORE_THAN,
    "多": Bound.MORE_THAN,
    "几": Bound.MORE_THAN,
    "数": Bound.MORE_THAN,
    "来": Bound.ABOUT,
}
"""What a word between number and unit makes of it: 200余家, 十几个, 十来个."""

FALLS = (
    *("负增长", "下降", "减少", "压减", "压缩", "降低", "回落", "下调", "下滑", "下跌", "收窄", "放缓", "减收"),
    *("净减少", "净减", "缩减", "缩短", "缩小", "调减", "削减", "降幅", "零下", "减", "降", "跌"),
    *(
        "压降",
        "跌幅",
        "下行",
        "下挫",
        "萎缩",
        "走低",
        "短收",
        "少收",
        "少支",
        "少增",
        "减支",
        "减亏",
        "减慢",
        "缩水",
        "砍掉",
        "少完成",
        "精简",
        "负增",
        "偏少",
        "偏低",
    ),
)
"""Words that turn the sign of the number behind them."""

RISES = (
    *(
        "上升",
        "上涨",
        "提升",
        "回升",
        "扩大",
        "拓宽",
        "升高",
        "递增",
        "增长",
        "提高",
        "增加",
        "新增",
        "净增长",
        "净增加",
        "走高",
    ),
    *("净增", "增", "升", "涨"),
)
"""Words that say that the number behind them came on top; none of them turns its sign."""

FLAT = ("持平", "与上年持平", "与上年同期持平", "同比持平")
"""Neither a rise nor a fall: a change of nought."""

DONE = (*("化解", "淘汰", "关闭", "关停", "退出", "清退", "取缔", "拆除", "腾退", "处置"),)
"""Words of things that are taken away, told by how many: 淘汰80家 is something to do."""

ESTIMATE = ("预计",)

_TO = ("到", "至", "为")
_NO_FALLS_TO = ("降幅", "跌幅", "零下")
FALLS_TO = tuple(f"{fall}{to}" for fall in FALLS for to in _TO if fall not in _NO_FALLS_TO)
"""下降为37.1%, 压缩至3天: what it fell to, not by how much."""

RISES_TO = tuple(map("".join, product(RISES, _TO)))
"""提高到65%, 增至80亿元: what it rose to, not by how much."""

RISEN = tuple(f"{rise}了" for rise in RISES)
"""The same words said as done: 提高了0.1个百分点."""

FALLEN = {f"{fall}了": fall for fall in FALLS if fall not in _NO_FALLS_TO}
"""The same words said as done: 降了0.3%."""

PLAIN_BEFORE = (
    *("保持", "确保", "跨越", "连跨", "达到", "达", "完成", "实现", "累计", "连续", "力争", "争取", "共", "为"),
    *("稳定在", "保持在", "维持在", *RISES, *RISEN, *RISES_TO, *DONE, *FALLS_TO),
)
"""Words before a figure that say nothing of its size."""

PLAIN_AFTER = ("大关", "迈进", "行列", "新台阶", "台阶", "整")
