"""Gaps in words: what is asked, what is still needed, and the formulas with their numbers."""

from __future__ import annotations

from fractions import Fraction

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import PERCENT
from shizhong_cli.core.pack.direction import is_limit, is_upward, judged_end
from shizhong_cli.core.pack.model import Figure, is_exact
from shizhong_cli.core.progress.gap import Gap
from shizhong_cli.core.progress.outlook import Outlook
from shizhong_cli.core.progress.terms import Reason
from shizhong_cli.rendering.sentences.names import Speech
from shizhong_cli.rendering.sentences.numbers import percent, short, spaced_unit


class GapSpeech(Speech):
    """Sentences about gaps."""

    def asked(self, gap: Gap) -> str:
        """What the target asks against the baseline, in a few characters."""
        if gap.target.written is None:
            return ""
        if gap.target.measure is Measure.CHANGE:
            return self.amount(gap.target.written.value, gap.target.written.unit, signed=True)
        if gap.asked is None:
            return self.words("asked.first")
        if gap.asked == 0:
            return self.words("asked.same")
        return self.amount(gap.asked, gap.asked_unit, signed=True)

    def gap(self, gap: Gap) -> str:
        """The gap with its unit; a zero is a zero."""
        if gap.gap is None:
            return ""
        written = gap.target.written
        rate = gap.target.measure in (Measure.GROWTH, Measure.AVERAGE_GROWTH)
        if gap.gap and rate and written is not None and written.value < 0 and not written.ends:
            key = "gap.fell_less" if gap.gap > 0 else "gap.fell_more"
            return self.words(key, amount=self.amount(abs(gap.gap), gap.gap_unit))
        if gap.gap > 0 and gap.in_trouble and written is not None and written.value and self._is_limit(gap):
            return self.words("gap.over_limit", amount=self.amount(gap.gap, gap.gap_unit))
        return self.amount(gap.gap, gap.gap_unit, signed=True)

    def _is_limit(self, gap: Gap) -> bool:
        return is_limit(gap.target, self.catalogue.indicators[gap.target.indicator])

    def _is_ceiling(self, gap: Gap) -> bool:
        """Whether the rate is not to be exceeded: what is left is room, and no duty."""
        indicator = self.catalogue.indicators[gap.target.indicator]
        return not is_upward(gap.target, indicator) and gap.target.written is not None and gap.target.written.value >= 0

    def done(self, gap: Gap) -> str:
        """How much is done, of the way from a baseline or of the number; of a limit how much is used."""
        if gap.completion is not None:
            return percent(gap.completion)
        if gap.progress is not None:
            return self.words("gap.of_the_way", share=percent(gap.progress))
        return "" if gap.used is None else self.words("gap.used_up", share=percent(gap.used))

    def actual(self, gap: Gap) -> str:
        """The actual as it was given, in the unit it is judged in; with a mark where it may be a slip."""
        figure = self._given(gap)
        return self.words("doubt.mark", figure=figure) if gap.actual is not None and gap.actual.doubt else figure

    def _given(self, gap: Gap) -> str:
        if gap.actual is None:
            return ""
        written = gap.actual.written
        if gap.base is not None and gap.value is not None and gap.target.written is not None:
            rate = self.amount(gap.value, gap.target.written.unit)
            return self.words("gap.computed", amount=written.text, base=gap.base.printed, rate=rate)
        if gap.actual.converted:
            return self.words(
                "gap.converted", given=written.text.strip(), value=self.amount(written.value, written.unit)
            )
        if gap.actual.assumed_unit or (gap.value is not None and gap.value != written.value):
            unit = gap.target.written.unit if gap.target.written else written.unit
            if gap.actual.assumed_unit:
                return f"{written.text.strip()}{spaced_unit(unit, self.words, self.unit_name(unit))}"
            return self.amount(written.value if gap.value is None else gap.value, unit)
        return written.text

    def nominal_amount(self, gap: Gap) -> Figure | None:
        """The amount at current prices that a growth target at constant prices must not be multiplied with."""
        prices = self.catalogue.indicators[gap.target.indicator].prices
        if gap.target.measure is not Measure.GROWTH or prices.get(Measure.GROWTH) != "constant":
            return None
        amounts = [f for f in self.catalogue.baselines_of(gap.target.indicator) if f.measure is Measure.FLOW]
        return next((f for f in reversed(amounts) if is_exact(f)), None)

    def required(self, gap: Gap) -> str:
        """What the time that is left must bring, or may still use up."""
        if gap.required is None:
            return self._allowed(gap)
        if gap.required_unit == PERCENT and gap.base is not None and gap.base.measure is Measure.LEVEL:
            return self.words("gap.stock_growth", rate=self.amount(gap.required, PERCENT))
        if gap.required_unit == PERCENT and self._is_ceiling(gap):
            return self.words("gap.rest_room", rate=self.amount(gap.required, PERCENT), basis=self.basis(gap))
        if gap.required_unit == PERCENT:
            if gap.required < -100:
                return self.words("gap.rest_growth.none", basis=self.basis(gap))
            return self.words("gap.rest_growth", rate=self.amount(gap.required, PERCENT), basis=self.basis(gap))
        unit, _, span = gap.required_unit.partition("/")
        pace = self.words(f"gap.{span}", amount=self.amount(gap.required, unit))
        if span == "year":
            return pace
        if (quarter := gap.required_a_quarter) is not None:
            pace += self.words("list.separator") + self.words("gap.quarter", amount=self.amount(quarter, unit))
        return self.words("gap.remaining", amount=self.amount(abs(gap.gap or Fraction(0)), unit), pace=pace)

    def _allowed(self, gap: Gap) -> str:
        """What a limit leaves until its period ends."""
        if gap.allowed is None or gap.gap is None:
            return ""
        pace = self.words("gap.month", amount=self.amount(gap.allowed, gap.gap_unit))
        return self.words("gap.allowed", amount=self.amount(-gap.gap, gap.gap_unit), pace=pace)

    def basis(self, gap: Gap) -> str:
        """Where the share of the base year comes from."""
        share = percent(gap.share_done or Fraction(0))
        if gap.profile is None:
            return self.words("gap.basis.elapsed", share=share)
        return self.words("gap.basis.profile", share=share, source=gap.profile.source or "profiles")

    def end(self, outlook: Outlook) -> str:
        """Where the period ends under an assumption."""
        end, target = outlook.end, outlook.end.target.written
        if end.value is None or target is None:
            return ""
        key = "gap.end.growth" if end.target.measure is Measure.GROWTH else "gap.end.amount"
        assumed = self.amount(outlook.assumed.value, outlook.assumed.unit)
        value, status = self.amount(end.value, target.unit), self.words(f"status.{end.status}")
        return self.words(key, assumed=assumed, value=value, gap=self.gap(end), status=status)

    def lead(self, gap: Gap) -> str:
        """How far completion is ahead of the time elapsed, in points; empty where that comparison has no meaning."""
        if gap.lead is None or gap.elapsed == 1:
            return ""
        points = gap.lead * 100
        return f"{self.words('gap.lead' if points >= 0 else 'gap.lag')} {self.points(abs(points))}"

    def reason(self, reason: Reason, gap: Gap) -> str:
        """Why the status is what it is."""
        return self.words(f"reason.{reason}", period=gap.target.period)

    def end_formula(self, outlook: Outlook) -> str:
        """How the end follows from the assumption."""
        now, end, target = outlook.now, outlook.end, outlook.end.target.written
        if now.value is None or end.value is None or target is None:
            return ""
        so_far = self.amount(now.value, target.unit)
        assumed = self.amount(outlook.assumed.value, outlook.assumed.unit)
        if end.target.measure is Measure.GROWTH:
            share = percent(now.share_done or Fraction(0), 2)
            computed = f"{share} × {so_far} + (1 - {share}) × {assumed}"
        else:
            months = self.words("gap.months", number=short(now.months_left or Fraction(0), 2))
            computed = f"{so_far} + {months} × {assumed}"
        return f"{self.words('gap.end')} = {computed} = {self.amount(end.value, target.unit)}"

    def _judged(self, gap: Gap) -> Fraction:
        """The number that the actual is set against."""
        assert gap.value is not None
        return judged_end(gap.target, self.catalogue.indicators[gap.target.indicator], gap.value)

    def formulas(self, gap: Gap) -> list[str]:
        """The computation with its numbers, a line each."""
        target = gap.target.written
        if target is None or gap.value is None or gap.gap is None:
            return []
        value, wanted = self.amount(gap.value, target.unit), self.amount(self._judged(gap), target.unit)
        words = self.words
        lines = [f"{words('gap.gap')} = {value} - {wanted} = {self.gap(gap)}"]
        if gap.base is not None and gap.base.written is not None and gap.actual is not None:
            lines.insert(0, f"{value} = {gap.actual.written.text} ÷ {gap.base.printed} - 1")
        if gap.completion is not None:
            lines.append(f"{words('gap.completion')} = {value} ÷ {wanted} = {percent(gap.completion, 2)}")
        if gap.used is not None:
            lines.append(f"{words('gap.used')} = {value} ÷ {wanted} = {percent(gap.used, 2)}")
        if gap.path is not None and gap.baseline is not None and gap.as_of is not None:
            way = words("gap.way", first=gap.baseline.printed, last=gap.target.printed, as_of=gap.as_of)
            lines.append(f"{words('gap.path')} = {self.amount(gap.path, target.unit)} ({way})")
        if gap.progress is not None and gap.baseline is not None and gap.baseline.written is not None:
            base = self.amount(gap.baseline.written.value, target.unit)
            lines.append(
                f"{words('gap.progress')} = ({value} - {base}) ÷ ({wanted} - {base}) = {percent(gap.progress, 2)}"
            )
        if gap.elapsed and not _whole_period(gap):
            days = gap.target.period.days
            done = int(gap.elapsed * days)
            lines.append(f"{words('gap.elapsed')} = {done} ÷ {days} = {percent(gap.elapsed, 2)}")
        if self.lead(gap) and gap.lead is not None and gap.completion is not None and gap.elapsed is not None:
            points = self.points(gap.lead * 100)
            lines.append(
                f"{words('gap.completion')} - {words('gap.elapsed')}"
                f" = {percent(gap.completion, 2)} - {percent(gap.elapsed, 2)} = {points}"
            )
        if gap.forecast is not None and gap.elapsed is not None:
            forecast = self.amount(gap.forecast, target.unit)
            lines.append(f"{words('gap.forecast')} = {value} ÷ {percent(gap.elapsed, 2)} = {forecast}")
        if gap.required is not None and gap.required_unit == PERCENT and gap.share_done is not None:
            share = percent(gap.share_done, 2)
            rate = self.amount(gap.required, PERCENT)
            lines.append(f"w = {self.basis(gap)}")
            lines.append(
                f"{words('gap.required')} = ((1 + {wanted}) - {share} × (1 + {value})) ÷ (1 - {share}) - 1 = {rate}"
            )
        elif gap.required_unit.endswith("/month") and gap.required is not None and gap.months_left is not None:
            rest, months = self.amount(abs(gap.gap), target.unit), short(gap.months_left, 2)
            pace = self.amount(gap.required, target.unit)
            lines.append(f"{words('gap.required')} = {rest} ÷ {words('gap.months', number=months)} = {pace}")
        return lines


def _whole_period(gap: Gap) -> bool:
    """Whether time plays no part: no date was given."""
    return gap.reason is Reason.WHOLE_PERIOD
