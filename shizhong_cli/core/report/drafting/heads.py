"""What the head of a column, the head of a row or the title of a table says: when, whether it is asked for, what of it.

2025年实际, 2026年目标, 同比增长(%), “十五五”年均增长, 占比: each is taken apart into the years, the words of role and
measure, and what is left, which is a name where it is more than 总量.
"""

from __future__ import annotations

import re
from functools import lru_cache

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.report.drafting.parts import NAMED_PART, part_of, period_in
from shizhong_cli.core.report.drafting.phrases import PLAN_NAME
from shizhong_cli.core.report.drafting.plans import plan_years
from shizhong_cli.tuples import NamedTuple

_YEAR = "(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])"
_AGAINST = re.compile(
    rf"(?:[比较与以]|相[比较])(?:{_YEAR}年?|{PLAN_NAME}[期时]?[末底]?|上年|去年|年初|同期|上[月期])(?:同期|[末底])?(?:相比|为基数)?"
)
_SPAN = re.compile(rf"{_YEAR}年?[-—–~～至到]{{1,2}}((?:19|20)?[0-9]{{2}})年?")
_PLAN = re.compile(f"{PLAN_NAME}(?:时期|期间|规划)?([期]?[末底])?")
_ONE = re.compile(f"{_YEAR}(?:年度?)?")
_MONTH = re.compile("(?<![0-9])(1[0-2]|[1-9])月份?(?![0-9末底])")
_RELATIVE = re.compile("(?P<last>上年|去年|上期)(?:同期)?|(?P<this>本年|今年|本期|当年)度?|(?P<same>同期)")
_COMPLETION = re.compile(
    "完成(?:率|进度|比例|百分比|程度)|(?:完成|占|为)[^,，]{0,6}(?:目标|计划|预算|任务)[^,，]{0,4}(?:%|比[例重率]?|进度|的)|序时进度|(?:目标|计划)实现(?:率|程度)"
)
_TELLS_OF_IT = re.compile("(?:目标|计划|预算|任务|指标)(?:任务)?(?:完成|执行|实现|达成)")
_ASKS = re.compile("目标|计划(?!生育)|预期(?!寿命)|规划(?!面积)|(?<!公共)(?<!基金)预算(?!收入|支出|内|外)|任务")
_TELLS = re.compile(
    "实际(?!利用|使用|到[位账])|完成|实绩|执行|决算|现状|基[期数年准]|预计|快报|初步|达到|回顾|统计公报|运行"
)
_AVERAGE = re.compile("年均|年平均|复合")
_OTHER_BASE = re.compile("环比|定基|上月")
_GROWS = re.compile(
    "(?:名义|实际|同比|环比|累计)*(?:(?<!自然)增长(?!率|极)|增速|增幅|涨幅|降幅|增减|升降|变化|变动|下降|降低|减少|增加(?!值)|提高|上升|±|\\+-|\\+/-)(?:率|幅度?|情况)?|同比|环比"
)
_SHARE = re.compile("占比|比重|占[^,，]{0,8}(?:的?比[例重]?|%)|^构成")
_NO_NAME = re.compile(
    "(?:总量|绝对[量数值额]|数量|数值|总数|指标|金额|情况|累计|全年|年度|数据|水平|单位|[值数额量末底年]|合计|本[市区县省]|"
    "全[市区县省]|[^\u4e00-\u9fff])*"
)


class Head(NamedTuple):
    """One head, taken apart."""

    year: int = 0  # the last that it names and is not compared with
    first: int = 0  # of the years, where it names several
    part: str = ""  # of the year
    named: int = 0  # how many times of years it names
    relative: int | None = None  # 0 for this year, -1 for the last
    base: int = 0  # the year that it compares with
    has_other_base: bool = False  # 环比
    asks: bool = False  # 目标
    tells: bool = False  # 实际
    measure: Measure | None = None  # growth stands for a change as well, where the unit is none of a rate
    is_completion: bool = False
    rest: str = ""  # what it names besides

    @property
    def is_rate(self) -> bool:
        """Whether it sets something against something, and so is of a time that another head says."""
        return self.measure is not None or self.is_completion


@lru_cache(maxsize=4096)
def head_of(text: str) -> Head:
    """Take a head apart."""
    text, base = _without_base(text)
    rest, first, year, named = _years(text)
    part = part_of(rest)
    if part is None and (month := _MONTH.search(rest)):
        part, rest = f"{int(month[1]):02}/{int(month[1]):02}", _MONTH.sub("", rest)
    rest = re.sub(NAMED_PART, "", rest) if part is not None else rest
    relative = _RELATIVE.search(rest)
    completion = _COMPLETION.search(rest)
    asks = bool(_ASKS.search(rest)) and not _TELLS_OF_IT.search(rest)
    tells = bool(_TELLS.search(rest)) and not asks
    return Head(
        year, first, part or "", named, _years_off(relative), base, bool(_OTHER_BASE.search(text)), asks, tells,
        None if completion else _measure(rest), bool(completion), _rest(rest),
    )  # fmt: skip


def period_named(words: str) -> str:
    """2026年上半年, 2025年1—9月, “十四五” as periods are spelled; nothing where words say more than a period."""
    head = head_of(words.strip())
    if not head.year or head.rest or head.base or head.measure or head.asks or head.tells or head.relative is not None:
        return ""
    return f"{head.first}/{head.year}" if head.first else period_in(head.year, head.part, False)


def _without_base(text: str) -> tuple[str, int]:
    """A head without what it compares with, and the year of that."""
    against = _AGAINST.search(text)
    if not against:
        return text, 0
    base = int(against[1]) if against[1] else plan_years(against[2])[1] if against[2] else 0
    return text[: against.start()] + text[against.end() :], base


def _years(text: str) -> tuple[str, int, int, int]:
    """A head without its years; the first where it names several, the last, and how many times it names."""
    span = _SPAN.search(text)
    if span and (last := int(span[1][: 4 - len(span[2])] + span[2])) > int(span[1]):
        return text.replace(span[0], ""), int(span[1]), last, 1
    if (plan := _PLAN.search(text)) and not _ONE.search(text):
        first, last = plan_years(plan[1])
        return text.replace(plan[0], ""), 0 if plan[2] else first, last, 1
    years = [int(found) for found in _ONE.findall(text)]
    return _ONE.sub("", text), 0, max(years, default=0), len(set(years))


def _years_off(relative: re.Match[str] | None) -> int | None:
    if relative is None or relative["same"]:
        return None if relative is None else -1
    return -1 if relative["last"] else 0


def _measure(text: str) -> Measure | None:
    if _AVERAGE.search(text):
        return Measure.AVERAGE_GROWTH
    if _SHARE.search(text):
        return Measure.SHARE
    return Measure.GROWTH if _GROWS.search(text) else None


_WORDS = (_COMPLETION, _TELLS_OF_IT, _SHARE, _AVERAGE, _GROWS, _ASKS, _TELLS, _RELATIVE)


def _rest(text: str) -> str:
    """What a head names: 规上工业增加值 of 规上工业增加值增速; nothing of 总量."""
    text = re.sub(r"\([^()]*\)|\[[^\]]*\]", "", text)
    for words in _WORDS:
        text = words.sub("", text)
    left = re.sub("[ \u3000/、:：·-]+", "", text)
    return "" if _NO_NAME.fullmatch(left) or len(left) == 1 else left
