"""What a figure of a table is, by the heads of its row and its column and by the title of the table: ``told_by_heads``.

A head says when; where it has only a measure (同比增长), the time is that of the column to the left. What no head says
is taken from the part of the report that the table stands in, and is a guess. A target for a year that is over is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import PER_MILLE, PERCENT, POINT, TENTH, TIMES
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.common_indicators import common_of
from shizhong_cli.core.pack.terms import Binding
from shizhong_cli.core.report.compared import Printed
from shizhong_cli.core.report.drafting.clauses import Clause
from shizhong_cli.core.report.drafting.eras import Era
from shizhong_cli.core.report.drafting.heads import Head, head_of
from shizhong_cli.core.report.drafting.kinds import Kind, is_sum
from shizhong_cli.core.report.drafting.measures import kind_of_figure
from shizhong_cli.core.report.drafting.name import Name
from shizhong_cli.core.report.drafting.parts import period_in
from shizhong_cli.core.report.drafting.phrases import INDICATED
from shizhong_cli.core.report.drafting.plans import plan_of
from shizhong_cli.core.report.drafting.reach import Reach
from shizhong_cli.core.report.drafting.records import LeftOut
from shizhong_cli.core.report.drafting.roles import Spoken
from shizhong_cli.core.report.drafting.times import Times
from shizhong_cli.core.report.scanning import Cell
from shizhong_cli.tuples import NamedTuple

_RATES = (PERCENT, PER_MILLE, TIMES, TENTH, "")
_MOVES = (Measure.GROWTH, Measure.AVERAGE_GROWTH, Measure.CHANGE)


class Told(NamedTuple):
    """What heads say of one figure."""

    name: Name
    kind: Kind
    spoken: Spoken
    times: Times
    binding: str = ""
    left_out: LeftOut | None = None


def told_by_heads(it: Printed, written: Written, era: Era, reach: Reach) -> Told:
    """What the figure of a cell is, in a table of a part that speaks of ``era``."""
    cell = it.number.cell
    assert cell is not None
    heads = _Heads(cell, era, reach)
    name = heads.name()
    kind = _kind(it, written, heads, name)
    if cell.is_in_one_of_several_units and not (heads.rates_stand_apart or _is_surely_so(written, kind, name)):
        kind = kind._replace(certain=False)
    if heads.column.is_completion:
        name = name._replace(text=f"{name.text}完成率")
    elif kind.measure is Measure.SHARE and heads.column.measure is Measure.SHARE:
        name = name._replace(text=name.text if name.text.endswith(("占比", "比重")) else f"{name.text}占比")
    spoken = heads.spoken()
    times = heads.times(kind.measure, spoken.era)
    asked_before = heads.time.asks and not spoken.era.ahead
    return Told(name, kind, spoken, times, _binding(cell), LeftOut.EARLIER_TARGET if asked_before else None)


def _is_surely_so(written: Written, kind: Kind, name: Name) -> bool:
    """Whether a number in a table of 亿元 and % is in the one that it was read in: a rate, or a sum no rate can be."""
    if kind.measure in (Measure.GROWTH, Measure.AVERAGE_GROWTH, Measure.SHARE):
        return True
    amount = written.value / abs(written.scale) if written.digits else written.value
    return is_sum(name.text) and abs(amount) >= _NO_RATE


_NO_RATE = 100
"""So much no rate of a table is."""


def _binding(cell: Cell) -> str:
    if "约束" in cell.binding:
        return Binding.MANDATORY
    return Binding.EXPECTED if "预期" in cell.binding else ""


def _kind(it: Printed, written: Written, heads: _Heads, name: Name) -> Kind:
    """The measure that heads or the words of the cell say, else that of what the row is called."""
    unit = written.unit or it.number.unit or ""
    if unit == POINT:
        return Kind(Measure.CHANGE, True)
    if heads.column.is_completion:
        return Kind(Measure.SHARE, True)
    said = heads.measure or (Measure.GROWTH if _GROWN.search(it.before) else None)
    if said is Measure.GROWTH and unit not in _RATES:
        return Kind(Measure.CHANGE, True)
    if said:
        is_rate = said is not Measure.SHARE and _RATE.search(name.text) is not None
        return Kind(said, unit in _RATES and not is_rate)
    words = name.text
    clause = Clause(words, words, words, words, "", "", -1, True)
    return kind_of_figure(it, clause, name, written, unit)


_RATE = re.compile("(?:(?<!增长)率|比重|占比)$")
"""What hardly grows by per cent: 失业率."""
_GROWN = re.compile("(?:增长|下降|降低)(?:不低于|不高于|不超过|高于|低于|约|近|超过?|达到?|控制在)?$")


class _Heads:
    """The heads of one cell, taken apart."""

    def __init__(self, cell: Cell, era: Era, reach: Reach) -> None:
        self.cell, self.era, self.reach = cell, era, reach
        self.column, self.title = head_of(cell.column), head_of(cell.title)
        self.label = _label(cell, cell.named_above or cell.row)
        self.row = head_of(_label(cell, cell.row))
        self.time = self._time()

    @property
    def measure(self) -> Measure | None:
        """The measure that the heads say; a sum of several years is no average."""
        return (None if self.cell.is_sum else self.column.measure) or self.row.measure

    @property
    def rates_stand_apart(self) -> bool:
        """Whether rates have columns of their own, so that in the others there are none."""
        return any(head_of(head).is_rate for head in self.cell.heads)

    def _time(self) -> Head:
        """The head that says when."""
        if self.column.year or self.column.part or self.column.relative is not None:
            return self.column
        if self.row.year or self.row.part:
            return self.row
        beside = (head for head in self._to_the_left() if head.year or head.part or head.asks or head.tells)
        return next(beside, self.column) if self.column.is_rate else self.column

    def _to_the_left(self) -> Iterator[Head]:
        """The heads of the columns before, the nearest first."""
        return map(head_of, reversed(self.cell.heads[: self.cell.place]))

    def name(self) -> Name:
        """What the row is called, with what the column is called where that is more than a time or a measure."""
        row, column = self._row_name(), self.column.rest or self._measured()
        if not (row and column) or row == column:
            own = row or column
            return Name(own or self.title.rest or self.label, len(own) > _SHORT or common_of(own) is not None)
        return _joined(row, column)

    def _measured(self) -> str:
        """What the column to the left is of, where this one says how that grew: 产量 of 产量 | 增长."""
        if self.column.measure not in _MOVES:
            return ""
        return next((head.rest for head in self._to_the_left() if not head.is_rate), "")

    def _row_name(self) -> str:
        if self.row.year and not self.row.rest:
            return ""
        name = _MEASURED.sub("", self.label) or self.label
        if _NO_NAME.fullmatch(name):
            return ""
        return _YEAR_IN_FRONT.sub("", name)

    def _year(self) -> tuple[int, bool]:
        """The year, and whether a head says it."""
        if self.time.year:
            return self.time.year, self.time.named == 1
        known = self.title.year if self.title.named == 1 and not self.title.first else 0
        off = self.time.relative or 0
        if known:
            return known + off, True
        return self._by_the_part() + off, False

    def _by_the_part(self) -> int:
        """The year that the part of the report speaks of, or that a target or a result of it is for."""
        if self.time.relative == 0 and any(head.tells and head.relative == 0 for head in map(head_of, self.cell.heads)):
            return self.reach.back
        if self._asks:
            return max(self.era.year, self.reach.plan) if self.era.ahead else self.reach.plan
        if self._tells or self.time.relative is not None:
            return self.reach.back if self.era.ahead or not self.era.year else self.era.year
        return self.era.year

    @property
    def _asks(self) -> bool:
        return self.time.asks or (not self.time.tells and self.title.asks)

    @property
    def _tells(self) -> bool:
        return self.time.tells or (not self.time.asks and self.title.tells)

    def spoken(self) -> Spoken:
        """Whether the figure tells or asks, and of which year."""
        year, is_named = self._year()
        if is_named and (year < self.reach.plan or (self._part and not self._asks)):
            return Spoken(Era(False, year, told=True, part=self._part), True)
        has_role = self.time.asks or self.time.tells
        if is_named and year > self.reach.back:
            ahead = Era(not self._tells, year, told=True, expected=self.era.expected)
            return Spoken(ahead, has_role or self._looks_ahead)
        part = self._part or ("" if self._looks_ahead else self.era.part)
        return Spoken(Era(self._looks_ahead, year, 0, self.era.expected, is_named, part), is_named and has_role)

    @property
    def _part(self) -> str:
        return self.time.part or ("" if self.time.year else self.title.part)

    @property
    def _looks_ahead(self) -> bool:
        return self._asks or (self.era.ahead and not self._tells)

    def times(self, measure: Measure, era: Era) -> Times:
        """Period and base."""
        year, told = self._year()
        if measure is Measure.AVERAGE_GROWTH:
            return self._of_an_average(year, told)
        first = self.time.first or (plan_of(year)[0] if self.cell.is_sum else 0)
        if first and measure is Measure.FLOW:
            return Times(f"{first}/{year}", "", told)
        period = period_in(year, era.part, measure is Measure.LEVEL)
        if measure not in _MOVES:
            return Times(period, "", told)
        base = self.column.base or (first - 1 if first else 0)
        return Times(period, str(base) if 0 < base < year else "", told and not self.column.has_other_base)

    def _of_an_average(self, year: int, told: bool) -> Times:
        """From the year before the first, the base, or the one of the columns beside that a plan of these years has."""
        if self.time.first:
            return Times(str(year), str(self.time.first - 1), told)
        base = self.column.base or plan_of(year)[0] - 1
        beside = {head_of(head).year for head in self.cell.heads} - {0}
        return Times(str(year), str(min(base, year - 1)), told and (bool(self.column.base) or base in beside))


def _joined(row: str, column: str) -> Name:
    """What the heads of a row and a column name together: 夏粮产量, 东镇固定资产投资, 城镇居民收入."""
    both = f"{row}{column}"
    if common_of(both) or INDICATED.fullmatch(column):
        return Name(both, True)
    is_of_whom = common_of(row) and not (common_of(column) or INDICATED.search(column))
    return Name(f"{column}{row}" if is_of_whom else both, False)


_LEAD = re.compile(
    r"^(?:其中[:：,，]?|[#＃*★☆▲△●○·•—–-]+|\(?[0-9]{1,2}[).、．]|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、|[0-9]{1,2}(?=[\u4e00-\u9fff])(?![0-9]*[年月个万亿])|\s)+"
)
_IN_BRACKETS = re.compile(r"\([^()]*\)|[%‰]$")
_MEASURED = re.compile(
    "(?:名义|实际|同比|比上年|累计)*(?:(?<!自然)增长|增速|增幅|涨幅|降幅|下降|降低|总量|绝对量|绝对值|年均)+率?$"
)
_NO_NAME = re.compile("合计|总计|总量|绝对[量数值额]|数量|金额|增速|增幅|比重|占比|[目实]标?[际值]|目标|完成|实际|计划")
_YEAR_IN_FRONT = re.compile("^(?:19|20)[0-9]{2}年(?:全年|度)?")
_OF_KINDS = re.compile(
    "类[别型]|分类|大类|领域|方面|板块|维度|一级指标|序号|(?:责任|牵头|承办|主管|配合|实施)(?:单位|部门|主体|领导)"
)
_SHORT = 2
"""Characters of a name that says little where it stands alone: 城镇."""
_NAMED = 4
"""Characters of a head of a row that needs no group before it."""


def _label(cell: Cell, row: str) -> str:
    """What the row is called, without marks and units; with its group where it says little by itself."""
    parts = list(filter(None, map(_without_marks, row.split(" "))))
    if common_of(whole := "".join(parts)):
        return whole
    if len(parts) > 1 and (_OF_KINDS.search(cell.heads[0] if cell.heads else "") or common_of(parts[-1])):
        own = _MEASURED.sub("", parts[-1])
        parts = parts[-1:] if common_of(own) or len(own) >= _NAMED else parts
    return "".join(parts)


def _without_marks(part: str) -> str:
    return _IN_BRACKETS.sub("", _LEAD.sub("", part))
