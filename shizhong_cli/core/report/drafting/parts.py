"""Which part of a year words name: 上半年, 一季度, 1—9月."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shizhong_cli.core.figure.period import parse_period

_TO = "[-—–~～至到]{1,2}"
_NAMES = (
    ("Q1", f"(?<![二三四十])第?一季度|首季度?|1{_TO}3月|(?<![0-9])1季度"),
    ("01/09", f"(?<!提)前[三3]个?季度|[一1]{_TO}[三3]季度|1{_TO}9月|(?<!提)前[九9]个?月"),
    (
        "S1",
        f"上半年|半年度(?!计划)|(?<!提)前[两二]个?季度|[一1]{_TO}[二2]季度|1{_TO}6月|(?<!提)前[六6]个?月|(?<![一两二三四五0-9上下大多近过])半年(?=完成|工作|小?结|情况|以?来)",
    ),
    ("S2", "下半年"),
    ("Q2", "第?二季度|(?<![0-9])2季度"),
    ("Q3", "第?三季度|(?<![0-9])3季度"),
    ("Q4", "第?四季度|(?<![0-9])4季度"),
    ("", f"1{_TO}12月|全年(?=[^,，。;；]{{0,12}}(?:完成|实现|达|增长))"),
    (
        "M",
        f"1{_TO}(?P<to>2|4|5|7|8|10|11)月|(?P<end>1[01]|(?<![0-9])[1-9])月[末底]|(?<!提)前(?P<of>[二三四五七八十]|十一|[2-57-8]|1[01])个月",
    ),
)
_ANY = re.compile("|".join(f"(?P<p{n}>{words})" for n, (_, words) in enumerate(_NAMES)))
NAMED_PART = "(?:" + "|".join(re.sub(r"\?P<(?:to|of|end)>", "?:", words) for name, words in _NAMES if name) + ")"
_AGAINST = re.compile("(?:比|较|高于|低于|快于|好于)(?:去年|上年)?$")
_ANY_YEAR = 2000
_NAMED_MONTHS = {"01/03": "Q1", "01/06": "S1"}
"""Months from January on that have a name of their own."""
_MONTHS = {"二": 2, "三": 3, "四": 4, "五": 5, "七": 7, "八": 8, "十": 10, "十一": 11}


def last_month(part: str) -> int:
    """The number of the month that a part of a year ends with."""
    return parse_period(period_in(_ANY_YEAR, part, False)).last.month


def period_in(year: int, part: str, is_stock: bool) -> str:
    """The period that a part of a year is: 2023-S1, 2023-01/2023-09; a stock is that of its last month."""
    first, _, last = part.partition("/")
    if not last:
        return f"{year}-{part}" if part else str(year)
    if is_stock or first == last:
        return f"{year}-{last}"
    named = _NAMED_MONTHS.get(part)
    return f"{year}-{named}" if named else f"{year}-{first}/{year}-{last}"


def part_of(words: str) -> str | None:
    """The first part of a year that is named and not compared with; empty for all of the year, none where none is.

    A quarter or a half is as a period spells it; months are the first and the last, 01/09, also where words name the
    end of a month only: what came in by then came in since January.
    """
    return next(_parts_of(words), None)


def names_part(words: str, part: str) -> bool:
    """Whether a part of a year is one of those that words name."""
    return part in _parts_of(words)


def last_part_of(words: str) -> str | None:
    """The last part of a year that is named and not compared with."""
    return next(iter([*_parts_of(words)][-1:]), None)


def _parts_of(words: str) -> Iterator[str]:
    for found in _ANY.finditer(words):
        if _AGAINST.search(words[: found.start()]):
            continue
        name = next(name for n, (name, _) in enumerate(_NAMES) if found[f"p{n}"] is not None)
        month = found["to"] or found["of"] or found["end"]
        yield f"01/{_MONTHS.get(month) or int(month):02}" if name == "M" else name


def so_far(words: str) -> str:
    """The months from January on that a sentence names before, where it names no other time since: 1—11月."""
    named = _OTHER_TIME.split(words)[-1]
    own = last_part_of(named) or ""
    return own if own.startswith("01/") or own == "S1" else ""


_OTHER_TIME = re.compile(
    "[0-9]{4}年(?=[^,，]{0,30}$)|全年(?!任务|计划|目标)|[年月]末|年底|预计到|去年|今年(?!以来)|[上去]年同期"
)
