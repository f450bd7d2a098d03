"""Facts in words: problems, gaps and outcomes as one line of Chinese or English each."""

from __future__ import annotations

from fractions import Fraction

from shizhong_cli.core import interval
from shizhong_cli.core.checks import FINDINGS, Outcome, Verdict
from shizhong_cli.core.gaps import Gap, Reason, Status
from shizhong_cli.core.model import Catalogue, Figure, Indicator, Kind, Measure
from shizhong_cli.core.notation import spell
from shizhong_cli.core.units import PERCENT, POINT
from shizhong_cli.problems import Problem
from shizhong_cli.rendering.numbers import amount, interval_text, percent, short, spaced_unit, whole_text
from shizhong_cli.rendering.wording import Words


def problem_text(problem: Problem, words: Words) -> str:
    """``path:line:column: CODE message``, with a suggestion where there is one."""
    key = f"problem.{problem.code}"
    message = words(key, found=problem.found, expected=problem.expected, suggestion=problem.suggestion)
    if problem.suggestion and "{suggestion}" not in words(key):
        separator = "" if words.language == "zh" else " "
        message += (
            ("；" if separator == "" else ".") + separator + words("problem.suggest", suggestion=problem.suggestion)
        )
    return f"{problem.place}: {problem.code} {message}"


def indicator_name(indicator: Indicator, words: Words) -> str:
    """The name of an indicator in the language of the page."""
    return words.pick(indicator.name, indicator.name_en)


class Speech:
    """Numbers and figures of one catalogue in words of one language."""

    def __init__(self, catalogue: Catalogue, words: Words) -> None:
        self.catalogue = catalogue
        self.words = words

    def name_of(self, indicator: str) -> str:
        """The name of an indicator."""
        return indicator_name(self.catalogue.indicators[indicator], self.words)

    def unit_name(self, unit: str) -> str:
        """What a unit is called."""
        known = self.catalogue.units.get(unit)
        return self.words.pick(unit, known.name_en if known else unit)

    def amount(self, value: Fraction, unit: str, signed: bool = False) -> str:
        """A number with its unit."""
        return amount(value, unit, self.words, signed, self.unit_name(unit))

    def points(self, value: Fraction) -> str:
        """A difference of two percentages that were computed."""
        return f"{short(value, 2)}{spaced_unit(POINT, self.words)}"

    def section(self, path: str) -> str:
        """A section path in the language of the page."""
        steps = path.split("/")
        names = []
        for end in range(1, len(steps) + 1):
            known = self.catalogue.sections.get("/".join(steps[:end]))
            names += [known.name_en] if known else []
        return path if self.words.language == "zh" or not names else " · ".join(names)

    # ── gaps ───────────────────────────────────────────────────────────────────

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
        return "" if gap.gap is None else self.amount(gap.gap, gap.gap_unit, signed=True)

    def actual(self, gap: Gap) -> str:
        """The actual as it was given, in the unit it is judged in."""
        if gap.actual is None:
            return ""
        written = gap.actual.written
        if gap.actual.assumed_unit or (gap.value is not None and gap.value != written.value):
            unit = gap.target.written.unit if gap.target.written else written.unit
            return self.amount(written.value if gap.value is None else gap.value, unit)
        return written.text

    def required(self, gap: Gap) -> str:
        """What the time that is left must bring."""
        if gap.required is None:
            return ""
        if gap.required_unit == PERCENT:
            share = percent(gap.elapsed or Fraction(0))
            if gap.required < -100:
                return self.words("gap.rest_growth.none", elapsed=share)
            return self.words("gap.rest_growth", rate=self.amount(gap.required, PERCENT), elapsed=share)
        unit, _, span = gap.required_unit.partition("/")
        return self.words(f"gap.{span}", amount=self.amount(gap.required, unit))

    def lead(self, gap: Gap) -> str:
        """How far completion is ahead of the time elapsed, in points; empty where that comparison has no meaning."""
        if not is_paced(gap) or gap.completion is None or gap.elapsed is None:
            return ""
        points = (gap.completion - gap.elapsed) * 100
        return f"{self.words('gap.lead' if points >= 0 else 'gap.lag')} {self.points(abs(points))}"

    def reason(self, reason: Reason, gap: Gap) -> str:
        """Why the status is what it is."""
        return self.words(f"reason.{reason}", period=gap.target.period)

    def formulas(self, gap: Gap) -> list[str]:
        """The computation with its numbers, a line each."""
        target = gap.target.written
        if target is None or gap.value is None or gap.gap is None:
            return []
        value, wanted = self.amount(gap.value, target.unit), self.amount(target.value, target.unit)
        words = self.words
        lines = [f"{words('gap.gap')} = {value} − {wanted} = {self.gap(gap)}"]
        if gap.base is not None and gap.base.written is not None and gap.actual is not None:
            lines.insert(0, f"{value} = {gap.actual.written.text} ÷ {gap.base.printed} − 1")
        if gap.completion is not None:
            lines.append(f"{words('gap.completion')} = {value} ÷ {wanted} = {percent(gap.completion, 2)}")
        if gap.progress is not None and gap.baseline is not None and gap.baseline.written is not None:
            base = self.amount(gap.baseline.written.value, target.unit)
            lines.append(
                f"{words('gap.progress')} = ({value} − {base}) ÷ ({wanted} − {base}) = {percent(gap.progress, 2)}"
            )
        if gap.elapsed is not None and gap.as_of is not None and not _whole_period(gap):
            days = gap.target.period.days
            done = int(gap.elapsed * days)
            lines.append(f"{words('gap.elapsed')} = {done} ÷ {days} = {percent(gap.elapsed, 2)}")
        if is_paced(gap) and gap.completion is not None and gap.elapsed is not None:
            points = self.points((gap.completion - gap.elapsed) * 100)
            lines.append(
                f"{words('gap.completion')} − {words('gap.elapsed')}"
                f" = {percent(gap.completion, 2)} − {percent(gap.elapsed, 2)} = {points}"
            )
        if gap.required is not None and gap.required_unit == PERCENT and gap.elapsed is not None:
            share = percent(gap.elapsed, 2)
            rate = self.amount(gap.required, PERCENT)
            lines.append(
                f"{words('gap.required')} = ((1 + {wanted}) − {share} × (1 + {value})) ÷ (1 − {share}) − 1 = {rate}"
            )
        return lines

    # ── checks ─────────────────────────────────────────────────────────────────

    def check_name(self, outcome: Outcome) -> str:
        """What the check is about."""
        check = outcome.check
        if check.name:
            return self.words.pick(check.name, check.name_en)
        return self.name_of(next(iter(check.figures.values())).indicator)

    def relation(self, outcome: Outcome) -> str:
        """The relation with the printed figures in it: ``1455家 = 基期 × (1 + 54.5%)``."""
        check = outcome.check
        return spell(check.relation, lambda name: self._symbol(outcome, name), self._function)

    def _symbol(self, outcome: Outcome, name: str) -> str:
        figure = outcome.check.figures.get(name)
        return figure.printed if figure else self._unknown_of(outcome)

    def _unknown_of(self, outcome: Outcome) -> str:
        unknown = outcome.check.unknown
        assert unknown is not None
        return self.words.pick(unknown.label, unknown.label_en) or self.unknown(unknown.name)

    def unknown(self, name: str) -> str:
        """The name of an unknown."""
        return self.words(f"unknown.{name}") if self.words.has(f"unknown.{name}") else name.replace("_", " ")

    def _function(self, function: str, argument: str, setting: int) -> str:
        return self.words(f"function.{function}", argument=argument, setting=setting)

    def result(self, outcome: Outcome) -> str:
        """What the check came to, from the numbers that decided it."""
        check = outcome.check
        if outcome.verdict is Verdict.NOT_CHECKABLE:
            key = f"forbidden.{check.forbidden}"
            return self.words(key) if self.words.has(key) else self.words.pick(check.forbidden, check.forbidden_en)
        parts = [self._implied(outcome) if check.unknown else self._sides(outcome)]
        if outcome.verdict is Verdict.ONLY_IF_TRUNCATED:
            parts.append(self.words("verify.truncated"))
        if check.unknown and outcome.as_read and outcome.as_read != outcome.implied and not outcome.as_read.is_empty:
            parts.append(self.words("verify.as_read", range=self._range(outcome.as_read, check.unit)))
        average = self._average(outcome)
        return self.words("list.separator").join([*parts, *([average] if average else [])])

    def _implied(self, outcome: Outcome) -> str:
        check = outcome.check
        name = self._unknown_of(outcome)
        if outcome.implied is None or outcome.implied.is_empty:
            return self.words("verify.implied.none", name=name)
        key = "verify.implied.point" if outcome.implied.is_point else "verify.implied"
        text = self.words(key, name=name, range=self._range(outcome.implied, check.unit))
        if outcome.whole is None:
            return text
        separator = self.words("list.separator")
        if outcome.whole.is_empty:
            return text + separator + self.words("verify.whole.none")
        if outcome.implied.is_point:
            return text
        return text + separator + self.words("verify.whole", numbers=whole_text(outcome.whole, self.words))

    def _sides(self, outcome: Outcome) -> str:
        left = self._range(outcome.computed or interval.EMPTY, outcome.check.unit)
        right = self._range(outcome.reported or interval.EMPTY, outcome.check.unit)
        return self.words("verify.compare", left=left, right=right)

    def _range(self, values: interval.Interval, unit: str) -> str:
        return interval_text(values, unit, self.words, self.unit_name(unit))

    def _average(self, outcome: Outcome) -> str:
        """The yearly average of the rest of a longer period."""
        if outcome.check.kind is not Kind.PART_OF_PERIOD or outcome.implied is None or outcome.verdict in FINDINGS:
            return ""
        whole, part = list(outcome.check.figures.values())[:2]
        years = _years_left(whole, part)
        if not years:
            return ""
        yearly = outcome.implied * interval.exact(Fraction(1, years))
        return self.words("verify.average", range=self._range(yearly, outcome.check.unit))


def _years_left(whole: Figure, part: Figure) -> int:
    return (whole.period.years or 0) - (part.period.years or 0)


def is_paced(gap: Gap) -> bool:
    """Whether completion can be set against the time elapsed: sums over a period that has begun."""
    begun = gap.elapsed is not None and gap.elapsed > 0 and not _whole_period(gap)
    return gap.target.measure is Measure.FLOW and begun and gap.status is not Status.NOT_COMPARABLE


def _whole_period(gap: Gap) -> bool:
    """Whether time plays no part: no date was given."""
    return gap.reason is Reason.WHOLE_PERIOD
