"""Gaps in words: what is asked, what came in, how far it is, and why a status is what it is."""

from __future__ import annotations

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.interval import Interval, exact
from shizhong_cli.core.figure.terms import RATES, Bound, Measure
from shizhong_cli.core.figure.units import PERCENT, POINT
from shizhong_cli.core.pack.direction import is_limit
from shizhong_cli.core.pack.goal import WordedTarget
from shizhong_cli.core.pack.model import Figure, is_exact
from shizhong_cli.core.pack.prices import grows_at_constant_prices
from shizhong_cli.core.progress.answering.sums import missing_days
from shizhong_cli.core.progress.distance import difference_unit
from shizhong_cli.core.progress.gap import Gap, Measured
from shizhong_cli.core.progress.outlook import Outlook
from shizhong_cli.core.progress.pace.paces import Share, ShareOf
from shizhong_cli.core.progress.terms import Reason
from shizhong_cli.rendering.sentences.numbers import bounded, percent
from shizhong_cli.rendering.sentences.pace import PaceSpeech

_SHARES = {ShareOf.PROGRESS: "gap.of_the_way", ShareOf.USED: "gap.used_up"}
"""How a share is told in a cell; a completion is told as it is."""


class GapSpeech(PaceSpeech):
    """Sentences about gaps."""

    def asked(self, gap: Gap) -> str:
        """How the target lies to the baseline, in a few characters; a bound where the wording is one."""
        target, asked, known = gap.target, gap.pair.asked, gap.pair.asked_range
        if isinstance(target, WordedTarget):
            return ""
        if target.measure is Measure.CHANGE:
            return self.amount(target.written.value, target.written.unit, signed=True)
        if target.base_differs and gap.baseline is not None:
            return self.words("asked.differs")
        if asked is None or known is None or (known.low is None and known.high is None):
            return self.words("asked.first")
        return self._from_base(target, asked, known)

    def _from_base(self, target: Figure, asked: Fraction, known: Interval) -> str:
        """What a target is more than its baseline: as a bound where the wording is one, of a range both ends."""
        if known.is_point and asked == 0:
            return self.words("asked.same")
        unit = difference_unit(target)
        difference = self.amount(asked, unit, signed=True)
        if known.is_point:
            about = target.written.bound is Bound.ABOUT
            return self.words("asked.about", difference=difference) if about else difference
        if known.low is not None and known.high is not None:
            low, high = (self.amount(end, unit, signed=True) for end in (known.low, known.high))
            return self.words("asked.range", low=low, high=high)
        return bounded(difference, known)

    def target(self, gap: Gap) -> str:
        """The target as printed; of a change in words that say so, and where it leads: 新增10亿元（至78.2亿元）."""
        target = gap.target
        shown = self.printed(target)
        if isinstance(target, Figure) and target.measure is Measure.CHANGE and target.written.value >= 0:
            written = target.written
            if written.turn is None:
                shown = self.words("target.points" if written.unit == POINT else "target.more", figure=shown)
            if (stock := _known_stock(gap.baseline, target)) is not None:
                end = self.amount(stock + written.value, written.unit)
                shown = self.words("target.change", change=shown, end=end)
        return self.words("target.provisional", figure=shown) if target.provisional else shown

    def baseline(self, gap: Gap) -> str:
        """The baseline in a cell beside the target; none where the two are no pair."""
        base, target = gap.baseline, gap.target
        if base is None:
            return self.words("asked.first")
        if gap.pair.mean_years and gap.pair.value is not None:
            mean = self.amount(gap.pair.value, base.written.unit)
            return self.words(_openness(base), mean=mean)
        if target.measure in RATES and base.measure is not target.measure:
            return self.words("asked.first")
        return self.printed(base)

    def baseline_in_full(self, gap: Gap) -> str:
        """The same with period and measure, where a mean comes from, and why it may not be compared."""
        base = gap.baseline
        if base is None:
            return ""
        text = f"{self.printed(base)}  {base.period}  {self.measure(base)}"
        if base.adjusted_from:
            text += f"  {self.revised(base)}"
        if gap.pair.mean_years:
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
            return self._just_beside(gap)
        if gap.reason is Reason.OPEN_WORDING and isinstance(gap, Measured) and gap.span is not None:
            return self._open_gap(gap, gap.span)
        shown = self.difference(gap)
        if _is_fall_as_rate(gap) and gap.gap:
            key = "gap.fell_less" if gap.gap > 0 else "gap.fell_more"
            return self.words(key, amount=shown.lstrip("+-"))
        if self._is_over_limit(gap):
            return self.words("gap.over_limit", amount=shown.lstrip("+"))
        return shown

    def _open_gap(self, gap: Measured, span: Interval) -> str:
        """From which end to which a gap is open."""
        ends = ((end - gap.wanted) * gap.target.points for end in (span.low, span.high) if end is not None)
        low, high = (self.amount(end, gap.gap_unit, signed=True) for end in ends)
        return self.words("gap.between", low=low, high=high)

    def _just_beside(self, gap: Gap) -> str:
        """On the wrong side of the very number: 近120家 of 120家 is just short, 超过40起 of at most 40起 just over."""
        target = gap.target
        if isinstance(target, Figure) and is_limit(target, self.catalogue.indicators[target.indicator]):
            return self.words("gap.just_over")
        return self.words("gap.short")

    def _is_over_limit(self, gap: Gap) -> bool:
        if gap.way is not None and gap.elapsed != 1 and gap.target.measure in (Measure.LEVEL, Measure.SHARE):
            return False  # a stock on its way down is above its end until it is there
        passed, target = gap.gap is not None and gap.gap > 0 and gap.in_trouble, gap.target
        if not passed or isinstance(target, WordedTarget) or target.relative is not None:
            return False
        return target.written.value != 0 and is_limit(target, self.catalogue.indicators[target.indicator])

    def done(self, gap: Gap) -> str:
        """How much is done, of the way from a baseline or of the number; of a limit how much is used."""
        if not gap.shares:
            return ""
        shown = self.share(gap, first := gap.shares[0])
        return self.words(_SHARES[first.of], share=shown) if first.of in _SHARES else shown

    def share(self, gap: Gap, share: Share, places: int = 1) -> str:
        """A share in per cent; 100余家 of at most 100家 is over 100 % of it."""
        shown = percent(share.part, places)
        return self.words("gap.over_share", share=shown) if share.of is ShareOf.USED and gap.is_short else shown

    def actual(self, gap: Gap) -> str:
        """The actual as it was given, in the unit it is judged in; with a mark where it may be a slip."""
        figure = self._given(gap)
        return self.words("doubt.mark", figure=figure) if gap.actual is not None and gap.actual.doubt else figure

    def _given(self, gap: Gap) -> str:
        if gap.actual is None:
            return ""
        written, target = gap.actual.written, gap.target.written if isinstance(gap.target, Figure) else None
        if isinstance(gap, Measured) and target is not None and (gap.base is not None or gap.parts):
            return self._worked_out_of(gap, gap.value, target.unit)
        if gap.actual.converted:
            value = self.amount(written.value, written.unit)
            return self.words("gap.converted", given=written.text.strip(), value=value)
        unit = target.unit if target else written.unit
        if gap.actual.assumed_unit:
            return self.with_its_unit(written, unit)
        if gap.value is not None and gap.value != written.value and not written.ends:
            return self.amount(gap.value, unit)
        return self.given(written)

    def _worked_out_of(self, gap: Measured, value: Fraction, unit: str) -> str:
        """A sum of several figures, or an amount with what it is on its base."""
        assert gap.actual is not None
        if gap.base is not None:
            return self._by_a_base(gap, self.given(gap.actual.written), self.printed(gap.base), value, unit)
        key = "gap.added_up" if gap.parts[0].sign > 0 else "gap.taken_off"
        return self.words(key, total=self.amount(value, unit))

    def _by_a_base(self, gap: Measured, amount: str, base: str, value: Fraction, unit: str) -> str:
        """An amount with the growth or the change from its base that answers the target."""
        if gap.target.measure is Measure.AVERAGE_GROWTH and gap.base is not None and gap.as_of is not None:
            key = "gap.computed.average" if value >= 0 else "gap.computed.average_fall"
            years = gap.as_of.year - gap.base.period.last.year
            return self.words(key, amount=amount, base=base, rate=self.value(gap).lstrip("-"), years=years)
        if gap.target.measure is not Measure.CHANGE:
            key = "gap.computed" if value >= 0 else "gap.computed.fall"
            return self.words(key, amount=amount, base=base, rate=self.value(gap).lstrip("-"))
        key = "gap.rise" if value >= 0 else "gap.drop"
        return self.words(key, amount=amount, base=base, rate=self.amount(abs(value), unit))

    def nominal_amount(self, gap: Gap) -> Figure | None:
        """The amount at current prices that a growth target at constant prices must not be multiplied with."""
        indicator = self.catalogue.indicators[gap.target.indicator]
        if gap.target.measure is not Measure.GROWTH or not grows_at_constant_prices(indicator):
            return None
        amounts = [f for f in self.catalogue.baselines_of(gap.target.indicator) if f.measure is Measure.FLOW]
        return next((f for f in reversed(amounts) if is_exact(f)), None)

    def end(self, outlook: Outlook) -> str:
        """Where the period ends under an assumption."""
        value, status = self.ending(outlook)
        key = "gap.end.growth" if outlook.end.target.measure is Measure.GROWTH else "gap.end.amount"
        assumed = self.amount(outlook.assumed.value, outlook.assumed.unit)
        if not value:
            return ""
        return self.words(key, assumed=assumed, value=value, gap=self.gap(outlook.end), status=status)

    def lead(self, gap: Gap) -> str:
        """How far completion is ahead of the time elapsed, or of the declared way, in points; empty without meaning."""
        if gap.lead is None or gap.elapsed == 1:
            return ""
        points = gap.lead * 100
        ahead, behind = ("gap.lead.way", "gap.lag.way") if has_its_own_way(gap) else ("gap.lead", "gap.lag")
        key = ahead if points >= 0 else behind
        return f"{self.words(key)} {self.points(abs(points))}"

    def span(self, gap: Gap) -> str:
        """What a value that was worked out can be."""
        if gap.span is None:
            return ""
        written = gap.target.written
        scale = Fraction(1, 100) if written.unit == PERCENT else Fraction(1)
        return self.as_said(gap.span * exact(scale), written.unit, gap.wanted if isinstance(gap, Measured) else None)

    def missing(self, gap: Gap) -> str:
        """The days up to which a figure is missing, for a sum that has to be added up or taken apart."""
        days = missing_days(gap.target, gap.actual) if gap.actual else []
        return self.words("name.separator").join(day.isoformat() for day in days)

    def _other_side(self, gap: Gap) -> str:
        return self.name_of(gap.target.relative.to) if gap.target.relative else ""

    def relative(self, gap: Gap) -> str:
        """What a relative target is set against, and by how much it is to be more."""
        relative = gap.target.relative
        if relative is None:
            return ""
        other = self.name_of(relative.to)
        if relative.period is not None:
            other = self.words("gap.relative.period", name=other, period=relative.period)
        key = "gap.relative.more" if relative.by.value else _SAME.get(relative.bound(gap.target.printed))
        return self.words(
            key or "gap.relative.same", name=other, by=self.amount(relative.by.value, relative.by.unit, signed=True)
        )

    def reason(self, reason: Reason, gap: Gap) -> str:
        """Why the status is what it is."""
        before = self.printed(gap.baseline) if gap.baseline else ""
        figure = self.given(gap.actual.written) if gap.actual else ""
        difference = self.words("gap.on_last_year", difference=self.gap(gap)) if gap.gap is not None else ""
        return self.words(
            f"reason.{reason}", period=self.when(gap.target.period), figure=figure, before=before,
            difference=difference, target=self.printed(gap.target), span=self.span(gap), missing=self.missing(gap),
            other=self._other_side(gap), since=gap.target.base_period or "", as_of=gap.as_of or "",
            status=self.words(f"status.{gap.would_be}") if gap.would_be else "",
        )  # fmt: skip


def has_its_own_way(gap: Gap) -> bool:
    """Whether a sum is led through milestones, so that the share due is not the time elapsed."""
    return gap.lead is not None and gap.way is not None and gap.way.declared


_SAME = {Bound.MORE_THAN: "gap.relative.above", Bound.LESS_THAN: "gap.relative.below"}
"""How a figure is told that is to be more, or less, than the very number of another."""


def _known_stock(base: Figure | None, target: Figure) -> Fraction | None:
    """The stock that a change sets out from."""
    if base is None or not is_exact(base):
        return None
    alike = base.measure is Measure.LEVEL and base.written.unit == target.written.unit
    return base.written.value if alike else None


def _is_fall_as_rate(gap: Gap) -> bool:
    """Whether the target is a rate to fall by, which is told as so much less or more of a fall."""
    target = gap.target
    if isinstance(target, WordedTarget) or target.measure not in RATES or target.relative is not None:
        return False
    return target.written.value < 0 and not target.written.ends


def _openness(figure: Figure) -> str:
    """How a mean is told: as a bound where the sum is one."""
    match figure.written.bound:
        case Bound.AT_LEAST | Bound.MORE_THAN:
            return "base.mean.least"
        case Bound.AT_MOST | Bound.LESS_THAN:
            return "base.mean.most"
    return "base.mean.exact"
