"""What people say for indicators that they know: 社零 for 社会消费品零售总额, 规上 for 规模以上.

A short name means an indicator of a pack only where the pack has exactly one of the full names; which one that is can
differ from pack to pack, so no id stands here.
"""

from __future__ import annotations

from collections.abc import Iterable

from shizhong_cli.core.pack.common_indicators import COMMON, bare_name

SAID = {
    "社零": ("社会消费品零售总额",),
    "社零额": ("社会消费品零售总额",),
    "社消零": ("社会消费品零售总额",),
    "固投": ("固定资产投资",),
    "财政收入": ("财政收入", "一般公共预算收入"),
    "预算收入": ("一般公共预算收入",),
    "一般预算收入": ("一般公共预算收入",),
    "财政支出": ("一般公共预算支出",),
    "规上工业": ("规模以上工业增加值",),
    "规上服务业": ("规模以上服务业营业收入", "参与核算规模以上服务业营业收入"),
    "外资": ("实际使用外资",),
    "利用外资": ("实际使用外资",),
    "外贸": ("进出口总额",),
    "进出口": ("进出口总额",),
    "居民收入": ("居民人均可支配收入", "全体居民人均可支配收入"),
    "人均收入": ("居民人均可支配收入", "全体居民人均可支配收入"),
    "新增就业": ("城镇新增就业",),
    "失业率": ("城镇调查失业率", "城镇登记失业率"),
    "CPI": ("居民消费价格",),
    "物价": ("居民消费价格",),
    "人均GDP": ("人均地区生产总值",),
    "研发投入": ("全社会研发投入",),
    "高企": ("高新技术企业",),
    "农业总产值": ("农林牧渔业总产值",),
    "建筑业": ("建筑业总产值",),
    "粮食": ("粮食总产量",),
    "PM2.5": ("PM2.5平均浓度",),
}
"""Short name to the full names that it can stand for."""

_ABBREVIATED = {"规上": "规模以上", "限上": "限额以上"}


def full_names(word: str) -> frozenset[str]:
    """The names that a short name, or another name of the same thing, can stand for; nothing for any other word."""
    said = word.strip().upper()
    return frozenset(_alike(SAID.get(said) or ((said,) if said in COMMON else ())))


def _alike(names: Iterable[str]) -> Iterable[str]:
    """Names with all others of the same indicator: 生产总值 and 国内生产总值 for 地区生产总值."""
    ids = {COMMON[name].id for name in names if name in COMMON}
    yield from names
    yield from (name for name, common in COMMON.items() if common.id in ids)


def stands_for(name: str, names: Iterable[str]) -> bool:
    """Whether an indicator of a pack has one of the names, perhaps with the place before it: 全区固定资产投资."""
    return name in names or bare_name(name) in names


def spelled_out(word: str) -> str:
    """A word with its abbreviations written in full: 规上工业企业 is 规模以上工业企业."""
    for short, full in _ABBREVIATED.items():
        word = word.replace(short, full)
    return word
