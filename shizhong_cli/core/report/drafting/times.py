"""Which period a number of a report stands for, and what it is compared with, as far as the words tell."""

from __future__ import annotations

import re

from shizhong_cli.core.figure.numerals import DIGITS
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import MONEY
from shizhong_cli.core.report.compared import Printed
from shizhong_cli.core.report.drafting.bases import (
    PLAN,
    YEAR,
    base_told,
    folded_since,
    is_the_base,
    since_of,
    without_bases,
)
from shizhong_cli.core.report.drafting.clauses import Clause
from shizhong_cli.core.report.drafting.eras import SCENE, Era
from shizhong_cli.core.report.drafting.last_year import OF_ALL_YEARS, REACHED, is_of_last_year
from shizhong_cli.core.report.drafting.parts import last_part_of, names_part, period_in, so_far
from shizhong_cli.core.report.drafting.phrases import COMPARED, ONCE_DONE, PLAN_NAME, SINCE
from shizhong_cli.core.report.drafting.plans import plan_of, plan_years
from shizhong_cli.core.report.drafting.reach import Reach
from shizhong_cli.core.report.drafting.years import years_in_digits
from shizhong_cli.tuples import NamedTuple

_SPAN = re.compile(r"((?:19|20)[0-9][0-9])年?[-—–~至到]{1,2}((?:19|20)[0-9][0-9])年")
_ENDS = re.compile(f"{YEAR.pattern}|{PLAN_NAME}(?:时期|规划|期)?[末底]")
"""A year, or the end of a plan: 到“十四五”末."""
_RATES = (Measure.GROWTH, Measure.AVERAGE_GROWTH, Measure.CHANGE)
_DONE_IN_ALL = re.compile("累计|新增|新建|新改|改扩?建|改造|新培育|新认定|新引进|建成(?!区)|实施|举办|完成")
_NOT_COUNTED = (MONEY, "", "年", "岁")
_THE_YEAR_BEFORE = re.compile("(?:^|[,，。;])[^,，。;]{0,4}上年(?:同期|末|底)?(?!以来)[^,，。;]{2,}$")
"""上年同期工业投资12亿元, and not 比上年增加12亿元."""
_WITHIN = re.compile("([一二三四五])年内")
_THIS_AND_NEXT = re.compile("今明后?([两三])年(?![前上])")
_NOT_A_YEAR = re.compile(
    r"累计|以来|[上下]半年|季度|[0-9]{1,2}月|截至|截止|自[0-9]|连续|近[三五两]年|多年|历年|本届|每年|预计到|“?十[一二三四五六]五”?|[两二三五]年(?:间|内|时间|来|累计)"
    "|今后一(?:个|段)?(?:时期|时间)|(?:未来|今后)几年|一段时期"
)
_THE_YEARS = re.compile(f"(?:过去|这)?[两三四五六七八十]年(?:来|间)|(?:过去|这)五年|{PLAN_NAME}(?:时期|期间|以来)?")
"""What tells of the several years themselves."""
_YEARS_AVERAGED = re.compile("(?<!第)([两三四五])年(?:年均|平均)")
_AGAINST_A_PART = re.compile("[比较](?:[一二三四]季度|前三季度|上半年|[0-9]{1,2}(?:[—-][0-9]{1,2})?月)")
"""较一季度收窄: a base that is a part of a year."""
_PART_OF_A_YEAR = re.compile("[前一二三四][一二三]?季度|[0-9]{1,2}月(?!度)|[上下]半年|[两三]年(?:行动|攻坚|计划)")
"""What a part of a year came to is not what the year came to."""
_MONTH = re.compile("(?:截[至止]|到|至)((?:19|20)[0-9][0-9])年([0-9]{1,2})月(?:[末底]|[0-9]{1,2}日)?[^。;；年]*$")
"""When a stock was counted: 截至2025年10月底, 贷款余额1200亿元."""
_THIS_YEAR = re.compile("今年(?:以来|前?[一二三四两]个?季度|上半年|[0-9])")
_YEAR_OF_THE_CLAUSE = re.compile("(?:^|[,，:。;；、])((?:19|20)[0-9]{2})年(?:全年)?[^,，:。;；0-9]{2,20}$")
"""2020年全区生产总值增长3.7%."""
_NEAR = 24
"""Characters before a number in which a year belongs to it."""


class Times(NamedTuple):
    """Period and base as they are written in the files; ``told`` when the words near the number say so."""

    period: str
    since: str = ""
    told: bool = True


def times_of(it: Printed, clause: Clause, name: str, measure: Measure, era: Era, reach: Reach) -> Times:
    """The period of a number in a sentence that speaks of ``era``."""
    words = without_bases(clause.sentence)
    near = words[-_NEAR:]
    spans, years = _SPAN.findall(near), _years_near(near, clause)
    since = since_of(clause, years_in_digits(it.number.since)) or folded_since(it, clause, era)
    if is_the_base(clause, since, measure):
        return Times(since)
    near_or_last = bool(spans or years or since) or _is_of_the_end(clause, measure, it.number.unit not in _NOT_COUNTED)
    told = _is_dated(clause, words, since) and _is_told(era, near_or_last, bool(years), words)
    spoken = era
    if measure is not Measure.AVERAGE_GROWTH or years[-1:] != [era.year]:
        era = _era_near(era, near, spans, years, reach)
    is_sum = not (since or is_of_last_year(it, clause, name))
    times = Times(_period(era, words, near, clause, measure, is_sum, reach), since, told)
    if measure is Measure.AVERAGE_GROWTH:
        times = _of_an_average(times, era, reach, near, clause)._replace(told=told and bool(since or era.first))
    else:
        times = _of_several(times, measure, era, near, reach, spoken, clause)
    return _of_as_many_years(times, measure)


def _of_as_many_years(times: Times, measure: Measure) -> Times:
    """What is set against several years is of as many: 比“九五”时期增长1.5倍 is told of the years behind them.

    Only what can have a base keeps it.
    """
    if measure not in _RATES or not _is_in_order(times):
        return times._replace(since="")
    first, _, last = times.since.partition("/")
    if not last or "/" in times.period or int(times.period[:4]) != 2 * int(last) - int(first) + 1:
        return times
    return times._replace(period=f"{int(last) + 1}/{times.period[:4]}")


def _years_near(near: str, clause: Clause) -> list[int]:
    """The years named beside a number, or else in its clause: 2020年实现A 1亿元、B 2亿元."""
    told_by = near if _ENDS.search(near) else without_bases(clause.clause)
    return [int(year) if year else plan_years(plan)[1] for year, plan in _ENDS.findall(told_by)]


def _of_several(
    times: Times, measure: Measure, era: Era, near: str, reach: Reach, spoken: Era, clause: Clause
) -> Times:
    """A stock at the end of a month, and what a growth of several years is against.

    Where a part is about several years, what changed by the last of them (净增391家) may be told of all; a growth is,
    unless its year opened the sentence (``spoken``).
    """
    if measure in (Measure.LEVEL, Measure.SHARE):
        return times._replace(period=_month(near) or times.period)
    if measure in _RATES and era.first and not times.since:
        return _changed_in_several(times, measure, era, reach, clause)
    if era.under and not times.since and _may_be_of_all(measure, spoken, clause) and not _OF_ONE_YEAR.search(near):
        return times._replace(told=False)
    return times


def _changed_in_several(times: Times, measure: Measure, era: Era, reach: Reach, clause: Clause) -> Times:
    """What changed in a part about several years: added in all of them, against the last of them, or since before."""
    if measure is Measure.CHANGE and _ADDED.search(clause.segment):
        return times._replace(period=era.span, told=False)
    if _AGAINST_LAST_YEAR.search(clause.clause):
        return times._replace(told=False)
    return times._replace(since=str(_base_of(era, reach.plan)), told=False)


_AGAINST_LAST_YEAR = re.compile("[比较][上去]年(?:同期|[末底])?[^,，]*$")
_ADDED = re.compile("(?:净增|新增|新设|新[认评]定|新培育)(?!长)[^点]{0,16}$")
"""五年来, 净增有进出口实绩企业485家: in all of them."""


def _month(near: str) -> str:
    """The month at whose end a stock was counted."""
    found = _MONTH.search(near)
    return f"{found[1]}-{int(found[2]):02}" if found and 1 <= int(found[2]) <= _MONTHS else ""


def _may_be_of_all(measure: Measure, spoken: Era, clause: Clause) -> bool:
    """Whether what is told of the last of several years may be told of all: a year is named in passing."""
    in_passing = bool(spoken.first) or (bool(YEAR.search(clause.sentence)) and not SCENE.match(clause.sentence))
    return measure is Measure.CHANGE or (measure is Measure.GROWTH and in_passing)


_MONTHS = 12
_OF_ONE_YEAR = re.compile("[,，]年增长|比上年|较上年|去年|当年|全年|年内|同比")


def _is_of_the_end(clause: Clause, measure: Measure, counted: bool) -> bool:
    """Whether a number of several years is of their end, 总装机突破9000万千瓦, or of all: 新建学校36所."""
    if measure in (Measure.LEVEL, Measure.SHARE):
        return bool(REACHED.search(clause.segment))
    things = measure is Measure.FLOW and counted and bool(_DONE_IN_ALL.match(clause.segment.lstrip("、,，")))
    return things or measure is Measure.AVERAGE_GROWTH


def _is_dated(clause: Clause, words: str, since: str) -> bool:
    """Whether the words date what is told, 达产后…, and what it is set against, 较上届政府末增加31家."""
    compared = COMPARED.search(clause.clause)
    return not ONCE_DONE.search(words) and bool(since or compared is None or _YEAR_BEFORE.search(compared[0]))


_YEAR_BEFORE = re.compile("上年|去年|年初")


def _is_told(era: Era, near: bool, named: bool, words: str) -> bool:
    """Whether the words leave no doubt of the time: one year, told by its part, or named beside the number."""
    if _AGAINST_A_PART.search(words) or (not era.part and _PART_OF_A_YEAR.search(words)):
        return False
    if _THIS_AND_NEXT.search(words) and not _THIS_AND_NEXT.search(words[-_NEAR:]):
        return False  # 今明两年培训800万人次，扩招20万人: in both, or in one?
    if era.first:
        words = _THE_YEARS.sub("", words)
    return era.told and (near or not era.first) and (named or not _NOT_A_YEAR.search(words))


def base_of_a_pair(clause: Clause, era: Era, reach: Reach) -> Times:
    """The time of what something rose from: the year named there, the year before, or that before the years told."""
    words = re.split("[由从]", clause.clause)[-1]
    if named := YEAR.search(words):
        return Times(named[1])
    if span := _FROM_YEAR_TO_YEAR.match(clause.sentence):
        return Times(span[1])
    if plan := PLAN.search(words):
        return Times(str(plan_years(plan[1])[1]))
    if re.search("去年|上年|前年", words):
        last = reach.plan - 1 if era.ahead or ("去年" in words and not era.told) else era.year - 1
        return Times(str(last), told=era.told)
    if since := SINCE.findall(clause.sentence):
        return Times(since[-1], told=False)
    if era.ahead:
        return Times(str(reach.plan - 1), told=False)
    return Times(str(era.base if era.first else era.year - 1), told=bool(era.first) and era.told)


_FROM_YEAR_TO_YEAR = re.compile("[^0-9]{0,8}((?:19|20)[0-9]{2})年(?:到|至)(?:19|20)[0-9]{2}年[,，]")
"""2020年到2025年, 比重从18%提升到35%."""


def _era_near(era: Era, near: str, spans: list[tuple[str, str]], years: list[int], reach: Reach) -> Era:
    """The era of the sentence, or that of the years beside the number where they are as far ahead or behind."""
    if to_come := _THIS_AND_NEXT.search(near):
        return Era(True, reach.plan + DIGITS[to_come[1]] - 1, reach.plan, told=True)
    if era.first and OF_ALL_YEARS.search(near.rpartition(",")[2]):
        return era
    if not era.ahead and (own := _told_near(era, near, spans, bool(years), reach)):
        return own
    if years and (years[-1] != era.year or era.first) and (years[-1] >= reach.plan) == era.ahead:
        return Era(era.ahead, years[-1], told=True, expected=era.expected, under=era.first or era.under)
    return _of_the_clause(era, near, reach)


def _of_the_clause(era: Era, near: str, reach: Reach) -> Era:
    """The year that opens the clause, whatever the part it stands in is about; nothing else of it is sure then."""
    named = _YEAR_OF_THE_CLAUSE.search(near)
    year = int(named[1]) if named else era.year
    return era if year == era.year else Era(era.ahead and year >= reach.plan, year)


def _told_near(era: Era, near: str, spans: list[tuple[str, str]], named: bool, reach: Reach) -> Era | None:
    """What of the past the words beside a number speak of, other than their sentence does."""
    if not era.part and _THIS_YEAR.search(near):
        return Era(False, reach.this, told=reach.late)
    if not (era.first or named) and _THE_YEAR_BEFORE.search(near):
        return Era(False, era.year - 1, told=True)
    return Era(False, int(spans[-1][1]), int(spans[-1][0]), told=True) if spans else None


def _period(era: Era, words: str, near: str, clause: Clause, measure: Measure, is_sum: bool, reach: Reach) -> str:
    """A number of years where the words say so, a part of a year, all years of a sum, or else the last year."""
    if era.ahead and (within := _WITHIN.findall(near)):
        return str(reach.plan - 1 + "一二三四五".index(within[-1]) + 1)
    if part := _part(era, words, clause):
        return period_in(era.year, part, measure is Measure.LEVEL)
    return era.span if is_sum and measure is Measure.FLOW else str(era.year)


def _part(era: Era, words: str, clause: Clause) -> str:
    """The part of a year that the clause names, the front of its sentence, or all that is told before it."""
    if era.first:
        return ""
    if (own := last_part_of(clause.clause)) is not None:
        return own
    if _GOES_ON.match(clause.segment) and (own := last_part_of(",".join(re.split("[,，]", words)[-2:-1]))) is not None:
        return own
    if era.part and names_part(words, era.part):
        return era.part
    front = _FRONT.match(words)
    if front and (own := last_part_of(front[0])) is not None and "全年" not in words[front.end() :]:
        return own
    if (own := so_far(words)) and not _WHOLE.search(clause.clause):
        return own
    return "" if _WHOLE.search(clause.clause) else era.part


_GOES_ON = re.compile("[,，]?(?:同比|比上年|比去年)")
"""1—11月入库9亿元，同比增长10%: of the same months."""
_FRONT = re.compile("[^,，]{0,24}[,，]")
"""What a sentence puts before all that it tells: 上半年,"""
_WHOLE = re.compile("(?:全年|年度)(?!(?:投资)?(?:目标|计划|任务|预算))")


def _of_an_average(times: Times, era: Era, reach: Reach, near: str, clause: Clause) -> Times:
    """An average runs to the end of the years spoken of, or of the plan, from a year before."""
    last = max(era.year, plan_of(era.year)[1]) if era.ahead and not era.first else era.year
    if counted := _YEARS_AVERAGED.search(near):
        return times._replace(since=str(int(times.period[:4]) - DIGITS[counted[1]]))
    if not times.since and (base := base_told(clause)) and int(base) < last:
        return times._replace(period=str(last), since=base)
    before = min(_base_of(era, reach.plan), last - 1)
    if era.ahead and not era.first and (before == last - 1 or _BY_THE_END_OF_A_PLAN.search(clause.sentence)):
        before = plan_of(last)[0] - 1  # no average is of one year
    return times._replace(period=str(last), since=times.since or str(before))


_BY_THE_END_OF_A_PLAN = re.compile(f"[到至]{PLAN_NAME}(?:时期|规划|期)?[末底]")


def _base_of(era: Era, year: int) -> int:
    """The year that the years spoken of are compared with."""
    return (era.first or era.under or year) - 1 if era.ahead else era.base


def _is_in_order(times: Times) -> bool:
    """Whether the base, where there is one, ends before the period does."""
    return not times.since or int(times.since[-4:]) < int(
        times.period[:4] if "-" in times.period else times.period[-4:]
    )
