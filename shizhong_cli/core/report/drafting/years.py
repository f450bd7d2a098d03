"""Which year a report plans, and which witnesses of the text say so.

A year is certain when two kinds of witnesses agree and none speaks against it; one witness alone never makes it so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from shizhong_cli.core.figure.characters import is_digit
from shizhong_cli.core.figure.numerals import numeral_value
from shizhong_cli.core.report.drafting.eras import plan_years


class Kind(StrEnum):
    """What of a text names a year."""

    GIVEN = "given"  # by the user
    TITLE = "title"
    DATE = "date"  # of the meeting
    LOOKED_BACK = "looked_back"  # a heading: the work of a year that is over
    PLANNED = "planned"  # a heading or a sentence: the work or the targets of a year to come
    PAST_YEAR = "past_year"  # 过去的2018年
    PLAN = "plan"  # a five-year plan that ends or begins this year
    NAMED = "named"  # the last year that any line begins with


class Witness(NamedTuple):
    """One place of a text that tells the year of the report."""

    kind: Kind
    year: int  # of the report, as this witness has it
    line: int = 0  # from 1


class ReportYear(NamedTuple):
    """The year taken, and everything that spoke for or against it."""

    year: int
    witnesses: tuple[Witness, ...] = ()

    @property
    def agreeing(self) -> list[Witness]:
        """The first witness of each kind that has this year."""
        return list({witness.kind: witness for witness in reversed(self._with(True))}.values())[::-1]

    @property
    def against(self) -> list[Witness]:
        """The first witness of each kind that has another year; a year that is merely named is none."""
        other = [witness for witness in self._with(False) if witness.kind is not Kind.NAMED]
        return list({witness.kind: witness for witness in reversed(other)}.values())[::-1]

    @property
    def is_certain(self) -> bool:
        """Whether the user gave it, or two kinds of witnesses agree and none has another year."""
        kinds = {witness.kind for witness in self.agreeing} - {Kind.NAMED}
        return Kind.GIVEN in kinds or (len(kinds) > 1 and not self.against)

    def _with(self, agrees: bool) -> list[Witness]:
        return [witness for witness in self.witnesses if (witness.year == self.year) is agrees]


_FRONT = 15
"""Lines in which a title and the day of the meeting stand."""
_WEIGHTS = {Kind.GIVEN: 100, Kind.NAMED: 1, Kind.PAST_YEAR: 2}
_WEIGHT = 3
_YEAR = "((?:19|20)[0-9][0-9])年"
_TITLE = re.compile(
    r"^[^。]{0,12}?((?:19|20)[0-9][0-9])年?[^。0-9]{0,16}(?:政府)?工作报告|工作报告[^。0-9]{0,3}((?:19|20)[0-9][0-9])"
)
_DATE = re.compile(_YEAR + r"([0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})日")
_LOOKED_BACK = re.compile(_YEAR + r"[^。年]{0,10}(?:回顾|总结|工作情况|完成情况|主要工作(?!安排|任务))")
_PLANNED = re.compile(
    _YEAR
    + r"(?!远景)[^。年]{0,16}(?:安排|部署|总体要求|目标|重点工作|主要任务|重点任务|工作任务|工作思路|工作打算|工作要求)"
)
_TARGETED = re.compile(
    _YEAR
    + r"(?:政府)?(?:工作|经济社会发展)?的?(?:总体)?(?:工作安排|安排|部署|思路|重点任务|主要任务)|"
    + _YEAR
    + r"[^。，,;0-9]{0,16}(?:主要|预期|发展)[^。，,;0-9]{0,6}目标"
)
_SAID_BACK = re.compile(_YEAR + "(?:政府)?工作(?:的)?(?:回顾|总结)")
_PAST_YEAR = re.compile(r"(?:过去的|刚刚过去的|即将过去的|走过的)" + _YEAR)
_PLAN = re.compile("今年[^。]{0,400}?“?十([一二三四五六七八九])五”?[^。]{0,8}?(收官|最后一年|决胜|开局|第一年|起步)")
_NOT_BACK = re.compile("以来|五年|[一二三四五]年回顾|届")
_LEAD = 40
_LATE = 11
"""From this month on a meeting is about the year to come."""
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_IN_WORDS = re.compile("二[〇○零][〇○零一二三四五][〇○零一二三四五六七八九](?=年)")


def report_year(lines: Sequence[str], given: int | None = None) -> ReportYear:
    """The year that most of the witnesses have, by their weight; 0 where there is none.

    ``lines`` are without blanks, ``given`` is the year that the user says.
    """
    witnesses = [Witness(Kind.GIVEN, given)] if given else []
    witnesses += _witnesses([_IN_WORDS.sub(lambda it: it[0].translate(_DIGITS), line) for line in lines])
    weights: dict[int, int] = {}
    for kind, year in dict.fromkeys((witness.kind, witness.year) for witness in witnesses):
        weights[year] = weights.get(year, 0) + _WEIGHTS.get(kind, _WEIGHT)
    best = max(weights, key=lambda year: (weights[year], year), default=0)
    return ReportYear(best, tuple(witnesses))


def _witnesses(lines: Sequence[str]) -> Iterable[Witness]:
    named = 0
    front = _FRONT
    for number, line in enumerate(lines, 1):
        if not line:
            continue
        front -= 1
        if front >= 0:
            yield from _of_the_front(line, number)
        yield from _of_a_line(line, number)
        named = max([named, *map(int, re.findall("((?:19|20)[0-9][0-9])(?=年|政府工作报告)", line[:_LEAD]))])
    if named:
        yield Witness(Kind.NAMED, named)


def _of_the_front(line: str, number: int) -> Iterable[Witness]:
    if len(line) <= _LEAD and (title := _TITLE.search(line)):
        yield Witness(Kind.TITLE, int(title[1] or title[2]), number)
    if date := _DATE.search(line[: 2 * _LEAD]):
        yield Witness(Kind.DATE, int(date[1]) + (_month(date[2]) >= _LATE), number)


def _month(word: str) -> int:
    return int(word) if all(map(is_digit, word)) else int(numeral_value(word) or 0)


def _of_a_line(line: str, number: int) -> Iterable[Witness]:
    """What a heading says, and a sentence of any line."""
    is_short = len(line) <= _LEAD
    backs = (_LOOKED_BACK if is_short else _SAID_BACK).finditer(line)
    for back in (it for it in backs if not _NOT_BACK.search(it[0])):
        yield Witness(Kind.LOOKED_BACK, int(back[1]) + 1, number)
    planned = (_PLANNED if is_short else _TARGETED).search(line)
    if planned and (is_short or not line[: planned.start()].endswith(("到", "至"))):
        yield Witness(Kind.PLANNED, int("".join(filter(None, planned.groups()))), number)
    if past := _PAST_YEAR.search(line):
        yield Witness(Kind.PAST_YEAR, int(past[1]) + 1, number)
    if plan := _PLAN.search(line):
        first, last = plan_years(f"十{plan[1]}")
        yield Witness(Kind.PLAN, first if plan[2] in ("开局", "第一年", "起步") else last, number)
