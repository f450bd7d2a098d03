"""Gaps in words: what is asked, what is still needed, and the formulas with their numbers."""

from __future__ import annotations

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.terms import RATES, Bound, Measure
from shizhong_cli.core.figure.units import PERCENT, POINT
from shizhong_cli.core.pack.direction import is_limit, is_upward, judged_end
from shizhong_cli.core.pack.model import Figure, is_exact
from shizhong_cli.core.progress.gap import Gap
from shizhong_cli.core.progress.outlook import Outlook
from shizhong_cli.core.progress.terms import Reason
from shizhong_cli.rendering.sentences.names import Speech
from shizhong_cli.rendering.sentences.numbers import bounded, percent, short, spaced_unit, worked_out


class GapSpeech(Speech):
    """Sentences about gaps."""

    def asked(self, gap: Gap) -> str:
        """How the target lies to the baseline, in a few characters; a bound where the wording is one."""
        if gap.target.written is None:
            return ""
        if gap.target.measure is Measure.CHANGE:
            return self.amount(gap.target.written.value, gap.target.written.unit, signed=True)
        known = gap.asked_range
        if gap.target.base_differs and gap.baseline is not None:
            return self.words("asked.differs")
        if gap.asked is None or known is None or (known.low is None and known.high is None):
            return self.words("asked.first")
        if known.is_point and gap.asked == 0:
            return self.words("asked.same")
        difference = self.amount(gap.asked, gap.asked_unit, signed=True)
        if known.is_point:
            about = gap.target.written.bound is Bound.ABOUT
            return self.words("asked.about", difference=difference) if about else difference
        return bounded(difference, known)

    def target(self, gap: Gap) -> str:
        """The target as printed; of a change in words that say so, and where it leads: 新增10亿元（至78.2亿元）."""
        target, written = gap.target, gap.target.written
        shown = target.printed
        if target.measure is Measure.CHANGE and written is not None and written.value >= 0:
            shown = self.words("target.points" if written.unit == POINT else "target.more", figure=shown)
            if (stock := _known_stock(gap)) is not None:
                end = self.amount(stock + written.value, written.unit)
                shown = self.words("target.change", change=shown, end=end)
        return self.words("target.provisional", figure=shown) if target.provisional else shown

    def baseline(self, gap: Gap) -> str:
        """The baseline in a cell beside the target; none where the two are no pair."""
        base, target = gap.baseline, gap.target
        if base is None or base.written is None:
            return self.words("asked.first")
        if gap.mean_years and gap.base_value is not None:
            mean = self.amount(gap.base_value, base.written.unit)
            return self.words(_openness(base), mean=mean)
        if target.measure in RATES and base.measure is not target.measure:
            return self.words("asked.first")
        return base.printed

    def baseline_in_full(self, gap: Gap) -> str:
        """The same with period and measure, where a mean comes from, and why it may not be compared."""
        base = gap.baseline
        if base is None:
            return ""
        text = f"{base.printed}  {base.period}  {self.measure(base)}"
        if base.adjusted_from:
            text += f"  {self.revised(base)}"
        if gap.mean_years:
            text += f"  {self.baseline(gap)}"
        if gap.target.base_differs:
            differs = self.words.pick(gap.target.base_differs, gap.target.base_differs_en or gap.target.base_differs)
            text += f"  {self.words('base.differs', reason=differs)}"
        return text

    def gap(self, gap: Gap) -> str:
        """The gap with its unit; a zero is a zero."""
        if gap.gap is None:
            return ""
        if gap.is_short:
            return self.words("gap.short")
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
            return self._by_a_base(gap, written.text, gap.base.printed, gap.value, gap.target.written.unit)
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

    def _by_a_base(self, gap: Gap, amount: str, base: str, value: Fraction, unit: str) -> str:
        """An amount with the growth or the change from its base that answers the target."""
        if gap.target.measure is not Measure.CHANGE:
            return self.words("gap.computed", amount=amount, base=base, rate=self.amount(value, unit))
        key = "gap.rise" if value >= 0 else "gap.drop"
        return self.words(key, amount=amount, base=base, rate=self.amount(abs(value), unit))

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
            return self.words("gap.rest_growth", rate=self._needed(gap), basis=self.basis(gap))
        unit, _, span = gap.required_unit.partition("/")
        pace = self.words(f"gap.{span}", amount=self._needed(gap))
        if span == "year":
            return pace
        if (quarter := gap.required_a_quarter) is not None:
            pace += self.words("list.separator") + self.words(
                "gap.quarter", amount=self.worked_out(gap, quarter, unit, towards=1)
            )
        return self.words("gap.remaining", amount=self.amount(abs(gap.gap or Fraction(0)), unit), pace=pace)

    def worked_out(self, gap: Gap, value: Fraction, unit: str, towards: int = 0) -> str:
        """A number that was worked out of target and actual, with one digit more than these carry."""
        written, came_in = gap.target.written, gap.actual.written if gap.actual else None
        places = [one.place for one in (written, came_in) if one is not None and one.unit in (unit, gap.gap_unit)]
        if not places:
            return self.amount(value, unit, towards=towards)
        return worked_out(value, unit, min(places) / 10, self.words, self.unit_name(unit), towards)

    def forecast(self, gap: Gap) -> str:
        """Where the sum ends by a straight line; nothing where none is drawn."""
        if gap.forecast is None or gap.target.written is None:
            return ""
        return self.worked_out(gap, gap.forecast, gap.target.written.unit)

    def _needed(self, gap: Gap) -> str:
        """What is required, rounded away from the target, so that doing it is enough."""
        upward = gap.target.written is None or is_upward(gap.target, self.catalogue.indicators[gap.target.indicator])
        rate = gap.required_unit == PERCENT
        unit = gap.required_unit.partition("/")[0]
        return self.worked_out(gap, gap.required or Fraction(0), unit, towards=1 if upward or not rate else -1)

    def _allowed(self, gap: Gap) -> str:
        """What a limit leaves until its period ends."""
        if gap.allowed is None or gap.gap is None:
            return ""
        pace = self.words("gap.month", amount=self.worked_out(gap, gap.allowed, gap.gap_unit, towards=-1))
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
        before = gap.baseline.printed if gap.baseline else ""
        figure = gap.actual.written.text.strip() if gap.actual else ""
        difference = self.words("gap.on_last_year", difference=self.gap(gap)) if gap.gap is not None else ""
        return self.words(
            f"reason.{reason}", period=gap.target.period, figure=figure, difference=difference, before=before,
            target=gap.target.printed,
        )  # fmt: skip

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
            how = f" - {gap.base.printed}" if gap.target.measure is Measure.CHANGE else f" ÷ {gap.base.printed} - 1"
            lines.insert(0, f"{value} = {gap.actual.written.text}{how}")
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
            lines.append(f"{words('gap.forecast')} = {value} ÷ {percent(gap.elapsed, 2)} = {self.forecast(gap)}")
        if gap.required is not None and gap.required_unit == PERCENT and gap.share_done is not None:
            share = percent(gap.share_done, 2)
            rate = self._needed(gap)
            lines.append(f"w = {self.basis(gap)}")
            lines.append(
                f"{words('gap.required')} = ((1 + {wanted}) - {share} × (1 + {value})) ÷ (1 - {share}) - 1 = {rate}"
            )
        elif gap.required_unit.endswith("/month") and gap.required is not None and gap.months_left is not None:
            rest, months = self.amount(abs(gap.gap), target.unit), short(gap.months_left, 2)
            pace = self._needed(gap)
            lines.append(f"{words('gap.required')} = {rest} ÷ {words('gap.months', number=months)} = {pace}")
        return lines


def _known_stock(gap: Gap) -> Fraction | None:
    """The stock that a change sets out from."""
    base, written = gap.baseline, gap.target.written
    if base is None or base.written is None or written is None or not is_exact(base):
        return None
    alike = base.measure is Measure.LEVEL and base.written.unit == written.unit
    return base.written.value if alike else None


def _openness(figure: Figure) -> str:
    """How a mean is told: as a bound where the sum is one."""
    assert figure.written is not None
    match figure.written.bound:
        case Bound.AT_LEAST | Bound.MORE_THAN:
            return "base.mean.least"
        case Bound.AT_MOST | Bound.LESS_THAN:
            return "base.mean.most"
        case _:
            return "base.mean.exact"


def _whole_period(gap: Gap) -> bool:
    """Whether time plays no part: no date was given."""
    return gap.reason is Reason.WHOLE_PERIOD
