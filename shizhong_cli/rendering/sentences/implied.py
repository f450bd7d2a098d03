"""What printed figures imply about a number that is not printed: 942家 in 2020, 106,916户 and up."""

from __future__ import annotations

from shizhong_cli.core.checking.check import Outcome
from shizhong_cli.core.checking.terms import Verdict
from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.interval import WholeNumbers
from shizhong_cli.core.figure.period import Period, parse_period
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.pack.model import Figure
from shizhong_cli.core.pack.terms import Kind
from shizhong_cli.rendering.sentences.checks import CheckSpeech
from shizhong_cli.rendering.sentences.numbers import spaced_unit
from shizhong_cli.rendering.sentences.spans import span_text
from shizhong_cli.rendering.wording import Words

_GIVE_A_BASE = (Kind.IMPLIED_BASE, Kind.AVERAGE_GROWTH, Kind.MULTIPLE, Kind.NET_CHANGE, Kind.STEPS)


def implies_a_number(outcome: Outcome) -> bool:
    """Whether something is learnt about a number that is not printed."""
    if outcome.check.unknown is None or outcome.implied is None or outcome.implied.is_empty:
        return False
    if outcome.is_finding or outcome.is_trivial:
        return False
    return outcome.verdict is not Verdict.NOT_CHECKABLE or outcome.check.is_conditional


class ImpliedSpeech(CheckSpeech):
    """Sentences about implied numbers."""

    def subject(self, outcome: Outcome) -> str:
        """The number that is implied: whose it is, and of when."""
        check = outcome.check
        name = self.check_name(outcome)
        if check.name:
            return name
        figures = list(check.figures.values())
        if check.kind in _GIVE_A_BASE:
            base = _changing(figures).base_period
            if _is_level(figures):
                return self.words("implied.subject.level", name=name, period=self.when(_last_month(base)))
            return self.words("implied.subject", name=name, period=self.when(base))
        last = max(figure.period for figure in figures)
        if check.kind is Kind.PART_OF_PERIOD:
            last = figures[0].period
        return self.words("implied.subject.of", name=name, period=self.when(last), unknown=self.unknown_of(check))

    def is_guessed(self, outcome: Outcome) -> str:
        """A note where a draft guessed something of a figure behind the number, and nobody has confirmed it."""
        guessed = any(figure.guessed for figure in outcome.check.figures.values())
        return self.words("implied.guessed") if guessed else ""

    def said(self, outcome: Outcome) -> str:
        """What a check that holds came to, as people say it."""
        if outcome.check.unknown is not None and outcome.implied is not None:
            return f"{self.unknown_of(outcome.check)} {self.number(outcome)}"
        sides = (outcome.computed or interval.EMPTY, outcome.reported or interval.EMPTY)
        unit = outcome.check.unit_of_sides
        left, right = (span_text(values, unit, self.words, self.counted(unit)) for values in sides)
        return self.words("verify.compare", left=left, right=right)

    def number(self, outcome: Outcome) -> str:
        """The number, as people say it; what readers take it to be beside it, where that is narrower."""
        assert outcome.implied is not None
        parts = [] if self.is_only_read(outcome) else [self._wording(outcome)]
        if outcome.as_read is not None and outcome.as_read != outcome.implied and not outcome.as_read.is_empty:
            read = self._span(outcome, whole=None if outcome.whole is None else outcome.as_read.whole_numbers())
            parts.append(self.words("implied.as_read" if parts else "implied.only_read", span=read))
        text = "".join(parts)
        if yearly := self.yearly(outcome):
            text += self.words("implied.yearly", span=span_text(yearly, *self._unit(outcome)))
        key = "implied.if_current" if outcome.verdict is Verdict.NOT_CHECKABLE else ""
        return self.words(key, span=text) if key else text

    def _wording(self, outcome: Outcome) -> str:
        return self._span(outcome, outcome.whole, read=False)

    def _span(self, outcome: Outcome, whole: WholeNumbers | None, read: bool = True) -> str:
        values = outcome.as_read if read else outcome.implied
        assert values is not None
        if whole is not None and whole.first is not None:
            return self._whole(outcome, whole)
        return span_text(values, *self._unit(outcome))

    def _whole(self, outcome: Outcome, whole: WholeNumbers) -> str:
        unit = spaced_unit(outcome.check.unit, self.words, self.counted(outcome.check.unit))
        first, last = f"{whole.first:,}", "" if whole.last is None else f"{whole.last:,}"
        if whole.first == whole.last:
            return f"{first}{unit}"
        return self.words("span.between" if last else "span.from", low=first, high=last, unit=unit, scale="")

    def _unit(self, outcome: Outcome) -> tuple[str, Words, str]:
        return outcome.check.unit, self.words, self.counted(outcome.check.unit)


def _last_month(period: Period | None) -> Period | None:
    """The month at whose end a stock is that is printed under a part of a year: 2023-06 of 2023-01/2023-06."""
    return period if period is None or period.years else parse_period(f"{period.last:%Y-%m}")


def _is_level(figures: list[Figure]) -> bool:
    """Whether it is of the end of its period."""
    return any(figure.measure is Measure.LEVEL for figure in figures)


def _changing(figures: list[Figure]) -> Figure:
    """The figure that says how something changed."""
    return next((f for f in figures if f.since is not None), figures[-1])
