"""What the time that is left must bring, or may still use up, in words; and where it ends if it goes on so."""

from __future__ import annotations

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.terms import RATES, Measure
from shizhong_cli.core.figure.units import PERCENT, POINT
from shizhong_cli.core.pack.direction import has_two_sides, is_limit, is_upward
from shizhong_cli.core.pack.model import Figure
from shizhong_cli.core.progress.gap import Gap, Measured
from shizhong_cli.core.progress.outlook import Outlook
from shizhong_cli.core.progress.pace.paces import AmountNeeded, AverageNeeded, RateNeeded, RoomLeft, StockNeeded
from shizhong_cli.rendering.sentences.names import Speech
from shizhong_cli.rendering.sentences.numbers import percent, worked_out

_FALLS = {
    "gap.rest_growth": ("gap.rest_growth.may_fall", "gap.rest_growth.fall"),
    "gap.rest_room": ("gap.rest_growth.may_fall", "gap.rest_growth.fall"),
    "gap.average_growth": ("gap.average_growth.may_fall", "gap.average_growth.fall"),
    "gap.average_room": ("gap.average_growth.may_fall", "gap.average_growth.fall"),
}
"""How a growth below nought is told: as a fall that is still enough, or one that is asked for."""


_MANY = 100
"""From so many things on a mean of them is told as a whole number; 8.4个 a month of a few is none the less a mean."""


class PaceSpeech(Speech):
    """Sentences about the pace of a target."""

    def required(self, gap: Gap) -> str:
        """What the time that is left must bring, or may still use up."""
        if gap.need is None:
            return ""
        match gap.need:
            case RoomLeft(pace):
                month = self.words("gap.month", amount=self.worked_out(gap, pace, gap.gap_unit, towards=-1))
                return self.words("gap.allowed", amount=self._rest(gap), pace=month)
            case StockNeeded(rate):
                key = "gap.stock_growth" if rate > 0 else "gap.stock_growth.fall"
                shown = self.needed(gap, rate, PERCENT).lstrip("-")
                return self.words(key, amount=self.stock_needed(gap, gap.need), rate=shown)
            case AverageNeeded(rate, years):
                key = "gap.average_room" if self._is_ceiling(gap) else "gap.average_growth"
                return self._growth(gap, rate, key, years=years)
            case RateNeeded(rate):
                return self._rest_of_the_year(gap, rate)
            case AmountNeeded():
                return self._amount_needed(gap, gap.need)

    def _rest_of_the_year(self, gap: Measured, rate: Fraction) -> str:
        """The growth of the rest, or the room that a ceiling leaves for it."""
        if self._is_ceiling(gap):
            return self._growth(gap, rate, "gap.rest_room", basis=self.basis(gap))
        if rate < -100:
            return self.words("gap.rest_growth.none", basis=self.basis(gap))
        return self._growth(gap, rate, "gap.rest_growth", basis=self.basis(gap))

    def _growth(self, gap: Measured, rate: Fraction, key: str, **parts: object) -> str:
        """A growth that is needed; a fall in words, as one that is still enough or one that is needed itself."""
        if rate < 0:
            key = _FALLS[key][not self._is_upward(gap)]
        return self.words(key, rate=self.needed(gap, rate, PERCENT).lstrip("-"), **parts)

    def _amount_needed(self, gap: Measured, need: AmountNeeded) -> str:
        """What remains and the pace: a month, a quarter where there are some left, or a year."""
        pace = self.words(f"gap.{need.span}", amount=self.needed(gap, need.pace, gap.gap_unit))
        if gap.required_a_quarter is not None:
            quarter = self.worked_out(gap, gap.required_a_quarter, gap.gap_unit, towards=1)
            pace += self.words("list.separator") + self.words("gap.quarter", amount=quarter)
        if need.span == "year" and (gap.is_early or gap.target.measure not in (Measure.FLOW, Measure.CHANGE)):
            return pace  # what has to be more every year; of a sum what has to be brought
        return self.words("gap.remaining", amount=self._rest(gap), pace=pace)

    def stock_needed(self, gap: Measured, need: StockNeeded) -> str:
        """What a stock must still gain or lose in its unit, rounded away from the target; things are counted whole."""
        numbers = [need.base.written, *([gap.actual.written] if gap.actual else [])]
        unit = self.catalogue.units.get(need.unit)
        finest = Fraction(1) if unit is not None and unit.whole else min(one.place for one in numbers) / 10
        return worked_out(abs(need.amount), need.unit, finest, self.words, self.unit_name(need.unit), 1)

    def _rest(self, gap: Measured) -> str:
        return self.amount(abs(gap.gap), gap.gap_unit)

    def needed(self, gap: Measured, value: Fraction, unit: str) -> str:
        """What is required, rounded away from the target, so that doing it is enough."""
        return self.worked_out(gap, value, unit, towards=1 if self._is_upward(gap) or unit != PERCENT else -1)

    def _is_upward(self, gap: Measured) -> bool:
        """Whether more is what is needed; less, where more is as wrong and there is too much."""
        indicator = self.catalogue.indicators[gap.target.indicator]
        return not gap.gap > 0 if has_two_sides(gap.target, indicator) else is_upward(gap.target, indicator)

    def _is_ceiling(self, gap: Measured) -> bool:
        """Whether the rate is not to be exceeded: what is left is room, and no duty."""
        indicator = self.catalogue.indicators[gap.target.indicator]
        too_much = has_two_sides(gap.target, indicator) and gap.gap > 0
        return too_much or is_limit(gap.target, indicator)

    def worked_out(
        self, gap: Gap, value: Fraction, unit: str, towards: int = 0, signed: bool = False,
        apart: Fraction | None = None, is_bold: bool = False,
    ) -> str:  # fmt: skip
        """A number that was worked out of target and actual, with one digit more than these carry.

        What ``is_bold``, a line drawn on, has no more digits than these. It has as many more as it takes to lie on the
        right side of the number ``apart``.
        """
        written = gap.target.written if isinstance(gap.target, Figure) else None
        came_in = gap.actual.written if gap.actual else None
        units = (unit, PERCENT) if unit == POINT else (unit, gap.gap_unit)
        places = [one.place for one in (written, came_in) if one is not None and one.unit in units]
        if not places:
            return self.amount(value, unit, signed=signed, towards=towards)
        finest = max(min(places) / (1 if is_bold else 10), self._least_of(value, unit))
        shown = worked_out(value, unit, finest, self.words, self.unit_name(unit), towards, apart)
        return f"+{shown}" if signed and value > 0 else shown

    def _least_of(self, value: Fraction, unit: str) -> Fraction:
        """What a number is told no finer than: many things that are counted are told whole."""
        known = self.catalogue.units.get(unit)
        is_whole = known is not None and known.whole
        return Fraction(1) if is_whole and abs(value) >= _MANY else Fraction(0)

    def value(self, gap: Measured) -> str:
        """The number that is judged; a rate that was worked out with the digits of what it was worked out of."""
        unit = gap.target.written.unit
        if gap.base is None or gap.target.measure not in RATES:
            return self.amount(gap.value, unit)
        return self.worked_out(gap, gap.value, unit, apart=gap.wanted)

    def difference(self, gap: Gap) -> str:
        """The gap with its sign, of a value that was worked out with the digits of what that was worked out of."""
        assert gap.gap is not None
        if gap.base is None:
            return self.amount(gap.gap, gap.gap_unit, signed=True)
        return self.worked_out(gap, gap.gap, gap.gap_unit, signed=True)

    def due(self, gap: Gap) -> str:
        """What the way to the target asks on the day, and by what way."""
        if gap.way is None:
            return ""
        due = self.worked_out(gap, gap.way.due, gap.target.written.unit, apart=gap.value)
        kind = "schedule" if gap.target.schedule else "declared" if gap.way.declared else "straight"
        return self.words(f"gap.due.{kind}", due=due)

    def forecast(self, gap: Gap) -> str:
        """Where the sum ends by a straight line; nothing where none is drawn."""
        if gap.forecast is None:
            return ""
        return self.worked_out(gap, gap.forecast, gap.target.written.unit, apart=gap.wanted, is_bold=True)

    def basis(self, gap: Gap) -> str:
        """Where the share of the base year comes from."""
        if gap.season is None or gap.season.profile is None:
            share = percent(gap.season.done if gap.season else Fraction(0))
            return self.words("gap.basis.elapsed", share=share)
        source = gap.season.profile.source or "profiles"
        return self.words("gap.basis.profile", share=percent(gap.season.done), source=source)

    def ending(self, outlook: Outlook) -> tuple[str, str]:
        """The number a period ends with under an assumption, and where the target stands then."""
        end = outlook.end
        unit = end.target.written.unit
        shown = self.amount(end.value, unit)
        if shown == self.amount(end.wanted, unit):
            shown = self.worked_out(end, end.value, unit, apart=end.wanted)
        return shown, self.words(f"status.{end.status}")
