"""What only targets have beside their number: the way to it, whom it is relative to, what took its place."""

from __future__ import annotations

from collections.abc import Mapping as AbstractMapping

from shizhong_cli.core.figure.parsing import parse_figure
from shizhong_cli.core.figure.period import Period
from shizhong_cli.core.figure.units import PERCENT, POINT, RATIOS, Unit
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.goal import Adjustment, Milestone, Relative
from shizhong_cli.core.pack.model import Indicator
from shizhong_cli.problems import Problem
from shizhong_cli.reading.pack.fields import Fields, scalar_text
from shizhong_cli.reading.pack.located import Mapping
from shizhong_cli.reading.spelling import nearest
from shizhong_cli.reading.values import read_number, read_period


class Reader:
    """Reads the parts of one target; ``known`` is its indicator, where that is declared."""

    def __init__(
        self, fields: Fields, indicators: AbstractMapping[str, Indicator], units: AbstractMapping[str, Unit]
    ) -> None:
        self.fields = fields
        self.indicators = indicators
        self.units = units
        self.problems = fields.problems

    def adjustments(self, indicator: str, printed: Written | None) -> tuple[Adjustment, ...]:
        """The numbers that took the place of a target, by their day, each in its unit."""
        found = []
        for node in self.fields.sequence("adjusted"):
            if not isinstance(node, Mapping):
                self.problems.append(Problem(node.place, "K004", "adjusted", "mapping"))
                continue
            entry = Fields(node, ("figure", "date", "source"), self.problems)
            text, source = entry.required("figure"), entry.required("source")
            day = self._period(entry, "date", required=True)
            written = self._in_unit(indicator, text, printed, entry, "figure") if text and printed else None
            if written is not None and day is not None:
                found.append(Adjustment(written, day, source))
        return tuple(sorted(found, key=lambda it: it.date))

    def milestones(self, indicator: str, printed: Written | None, period: Period | None) -> tuple[Milestone, ...]:
        """Where the way is to be at the end of earlier periods: ``{2027: 2.3%, 2028: 2.4%}``."""
        node = self.fields.mapping("milestones")
        if node is None or printed is None or period is None:
            return ()
        stops = Fields(node, tuple(node.entries), self.problems)
        found = []
        for key, entry in node.entries.items():
            when = read_period(key, entry.key_place, self.problems)
            text = scalar_text(entry.value, key, self.problems)
            written = self._in_unit(indicator, text, printed, stops, key) if text else None
            if when is None or written is None:
                continue
            if when.last >= period.last:
                self.problems.append(Problem(entry.key_place, "P003", key, str(period)))
                continue
            value = written.value * RATIOS.get(printed.unit, 1) / RATIOS.get(written.unit, 1)
            found.append(Milestone(when, written, value))
        return tuple(sorted(found, key=lambda it: it.period.last))

    def relative(self) -> Relative | None:
        """Whom the target is set against: ``{to: gdp, by: 0个百分点}``."""
        node = self.fields.mapping("relative")
        if node is None:
            return None
        entry = Fields(node, ("to", "by", "period"), self.problems)
        to, by = entry.required("to"), entry.text("by", f"0{POINT}")
        if to and to not in self.indicators:
            self.problems.append(Problem(entry.place_of("to"), "R001", to, suggestion=nearest(to, self.indicators)))
            return None
        written = read_number(by, self.units, entry.place_of("by"), self.problems)
        period = self._period(entry, "period")
        if not to or written is None:
            return None
        if written.unit == PERCENT:  # 2% more than another's 5 % may be 7 % or 5.1 %
            place = entry.place_of("by")
            self.problems.append(Problem(place, "F003", by, POINT, parse_suggestion(by, self.units)))
            return None
        return Relative(to, written, period)

    def _in_unit(
        self, indicator: str, text: str, printed: Written, entry: Fields, key: str
    ) -> Written | None:  # fmt: skip
        """A number in the unit of the target, or a ratio like it; ``None`` with a problem for any other."""
        place = entry.place_of(key)
        written = read_number(text, self.units, place, self.problems)
        if written is None:
            return None
        known = self.indicators.get(indicator)
        if known and written.unit in known.units:
            written = written._replace(unit=known.units[0])
        ratios = written.unit in RATIOS and printed.unit in RATIOS and POINT not in (written.unit, printed.unit)
        if written.unit != printed.unit and not ratios:
            self.problems.append(Problem(place, "F008", written.unit, printed.unit))
            return None
        return written

    def _period(self, entry: Fields, key: str, required: bool = False) -> Period | None:
        text = entry.required(key) if required else entry.text(key)
        return read_period(text, entry.place_of(key), self.problems) if text else None


def parse_suggestion(by: str, units: AbstractMapping[str, Unit]) -> str:
    """The same difference in points."""
    return by.replace(PERCENT, POINT) if parse_figure(by, units).digits else ""
