"""Numbers that say which one: 第六批, 第1名, 前三, 前10位."""

from __future__ import annotations

import re

_NUMERAL = r"[零〇一二三四五六七八九十百千万亿]{1,8}"
_COUNTER = (
    r"(?:产业|季度|梯队|方阵|阶段|届|次|批|名|位|个|代|期|轮|档|类|条|部|家|台|座|艘"
    r"|户|人(?![民大称次])|辆|吨|件|枚|号|篇|章|节|款|项)"
)
_WHICH = re.compile(
    rf"第(?P<digits>[0-9]+(?:\.[0-9]+)?)(?P<scale>[十百千万亿]*)[，、]?{_COUNTER}?|第(?P<numeral>{_NUMERAL}){_COUNTER}"
)
_RANK = re.compile(rf"第(?P<numeral>{_NUMERAL})(?=[，。；、！)”]|$)")
_RANK_BEFORE = frozenset("省国市区位居组球界类列州部县")
_FIRST = re.compile(r"前(?P<digits>[0-9]+)(?![0-9.%‰年天日余多万亿]|个月|个季度|季度|月)(?:名|位|强|列)?")
_FIRST_NUMERAL = re.compile(rf"前(?P<numeral>{_NUMERAL})(?:名|位|强|甲|(?=[，。；、！)”的行]|$))")
_NOT_FIRST = frozenset("目此之以提年月日空会面跟眼午从当生")
_PART_OF_YEAR = re.compile(r"[前第](?:[0-9]{1,2}|[一二三四])(?:个?季度|个?月份?)")


def ordinal_span(plain: str, start: int) -> tuple[int, str, str, str] | None:
    """For 第 or 前 at ``start``: where the ordinal ends, its digits, its numeral, the scale word behind the digits."""
    if plain[start] == "第":
        match = _WHICH.match(plain, start)
        if match is None and plain[start - 1 : start] in _RANK_BEFORE:
            match = _RANK.match(plain, start)
    elif start and plain[start - 1] in _NOT_FIRST:
        return None
    else:
        match = _FIRST.match(plain, start) or _FIRST_NUMERAL.match(plain, start)
    if match is None:
        return None
    groups = match.groupdict()
    return match.end(), groups.get("digits") or "", groups.get("numeral") or "", groups.get("scale") or ""


def part_of_year_end(plain: str, start: int) -> int:
    """Where 前3季度, 第一季度, 前11个月 ends, which are dates; 0 when there is none."""
    match = _PART_OF_YEAR.match(plain, start)
    return match.end() if match else 0
