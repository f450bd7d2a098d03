"""Judged checks in words, made from the numbers that decided them."""

from __future__ import annotations

import re
from collections.abc import Callable

from shizhong_cli.core.checking.check import FINDINGS, Check, Outcome, figure_values
from shizhong_cli.core.checking.expression import Relation
from shizhong_cli.core.checking.notation import spell
from shizhong_cli.core.checking.question import Question
from shizhong_cli.core.checking.solving import implied_by
from shizhong_cli.core.checking.terms import Verdict
from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import PERCENT
from shizhong_cli.core.figure.words import AFTER
from shizhong_cli.core.pack.baselines import difference_range
from shizhong_cli.core.pack.model import Figure
from shizhong_cli.core.pack.prices import basis_of
from shizhong_cli.core.pack.terms import Kind, QuestionRule
from shizhong_cli.rendering.sentences.glosses import meaning_of
from shizhong_cli.rendering.sentences.guesses import guesses_text
from shizhong_cli.rendering.sentences.names import Speech
from shizhong_cli.rendering.sentences.numbers import bounded, whole_text
from shizhong_cli.rendering.sentences.relations import as_factors, figure_named, in_language, is_factor
from shizhong_cli.rendering.wording import Language, with_minus


class CheckSpeech(Speech):
    """Sentences about checks."""

    def check_name(self, outcome: Outcome) -> str:
        """What the check is about."""
        check = outcome.check
        if check.name:
            return self.words.pick(check.name, check.name_en)
        return self.name_of(next(iter(check.figures.values())).indicator)

    def relation(self, outcome: Outcome) -> str:
        """The relation with the printed figures in it: ``1455家 = 基期 × (1 + 54.5%)``."""
        relation = in_language(_as_factors(outcome.check), self.catalogue.units, self.words)
        return with_minus(spell(relation, lambda name: self._symbol(outcome, name), self._function))

    def _symbol(self, outcome: Outcome, name: str) -> str:
        check = outcome.check
        if name in check.sources:
            return self.words("verify.implied.name", name=self.unknown_of(check.sources[name]))
        figure = check.figures.get(figure_named(name))
        if figure is None:
            return self.unknown_of(check)
        text = self._in_formula(figure)
        return f"({text} - 1)" if figure.as_multiple and not is_factor(name) else text

    def _in_formula(self, figure: Figure) -> str:
        """A figure in a formula: as printed, in English what it says."""
        if self.words.language is Language.ZH:
            return with_percent(figure)
        return meaning_of(figure.written, self.catalogue.units, self.words)

    def unknown_of(self, check: Check) -> str:
        """What the unknown of a check is called."""
        unknown = check.unknown
        assert unknown is not None
        name = "rest_of_year" if unknown.name == "rest" and _is_within_a_year(check) else unknown.name
        return self.words.pick(unknown.label, unknown.label_en) or self.unknown(name)

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
            reason = self.words(key) if self.words.has(key) else self.words.pick(check.forbidden, check.forbidden_en)
            return (
                self.words("verify.if_current", reason=reason, implied=self._implied(outcome))
                if (check.is_conditional and outcome.implied is not None)
                else reason
            )
        parts = [self._implied(outcome) if check.unknown else self._sides(outcome)]
        if self.is_only_read(outcome) and outcome.as_read:
            name, values = self.unknown_of(check), self.range(outcome.as_read, check.unit)
            parts = [self.words("verify.as_read.only", name=name, range=values)]
        if outcome.verdict is Verdict.ONLY_IF_TRUNCATED:
            parts.append(self.words("verify.truncated"))
        if check.unknown and not self.is_only_read(outcome):
            parts += self._reading(outcome)
        average = self._average(outcome)
        return self.words("list.separator").join([*parts, *([average] if average else [])])

    def _implied(self, outcome: Outcome) -> str:
        check = outcome.check
        name = self.unknown_of(check)
        if outcome.implied is None or outcome.implied.is_empty:
            return self.words("verify.implied.none", name=name)
        key = "verify.implied.point" if outcome.implied.is_point else "verify.implied"
        text = self.words(key, name=name, range=self.range(outcome.implied, check.unit))
        if outcome.whole is None:
            return text
        separator = self.words("list.separator")
        if outcome.whole.is_empty:
            return text + separator + self.words("verify.whole.none")
        if outcome.implied.is_point:
            return text
        return text + separator + self.words("verify.whole", numbers=whole_text(outcome.whole, self.words))

    def _reading(self, outcome: Outcome) -> list[str]:
        """The unknown as readers take the wording, where that is something else."""
        if outcome.as_read in (None, outcome.implied, interval.EMPTY) or outcome.as_read is None:
            return []
        return [self.words("verify.as_read", range=self.range(outcome.as_read, outcome.check.unit))]

    def is_only_read(self, outcome: Outcome) -> bool:
        """Whether the wording itself says nothing, and only what readers take it to mean does."""
        return outcome.says_nothing and outcome.as_read not in (None, outcome.implied, interval.EMPTY)

    def _sides(self, outcome: Outcome) -> str:
        unit = outcome.check.unit_of_sides
        left = self.range(outcome.computed or interval.EMPTY, unit)
        right = self.range(outcome.reported or interval.EMPTY, unit)
        return self.words("verify.compare", left=left, right=right)

    def _average(self, outcome: Outcome) -> str:
        yearly = self.yearly(outcome)
        return "" if yearly is None else self.words("verify.average", range=self.range(yearly, outcome.check.unit))

    def yearly(self, outcome: Outcome) -> Interval | None:
        """The yearly average of the rest of a longer period."""
        if outcome.check.kind is not Kind.PART_OF_PERIOD or outcome.implied is None or outcome.verdict in FINDINGS:
            return None
        whole, part = list(outcome.check.figures.values())[:2]
        years = _years_left(whole, part)
        if not years:
            return None
        rest = outcome.as_read if outcome.as_read and self.is_only_read(outcome) else outcome.implied
        return rest * interval.exact(Fraction(1, years))

    def question(self, question: Question) -> str:
        """The question with its arithmetic."""
        first, second, *others = question.figures
        third = others[0] if others else second
        key = _question_key(question)
        computed = "" if question.computed is None else self.as_said(question.computed, question.unit)
        if question.rule is QuestionRule.TARGET_BELOW_BASELINE:
            computed = self._bounded(computed, *question.numbers)
        text = self.words(
            key,
            name=self.name_of(first.indicator), period=self.when(first.period), first=self.printed(first),
            other_name=self.name_of(second.indicator), other_period=self.when(second.period),
            third_name=self.name_of(third.indicator), third_period=self.when(third.period),
            second=self.printed(second), third=self.printed(third),
            source=self.publisher_of(second), computed=computed,
            **{"is": self.words("question.is.level" if second.measure is Measure.LEVEL else "question.is.other")},
        )  # fmt: skip
        if question.rule is QuestionRule.TARGET_BELOW_BASELINE and first.base_differs:
            differs = self.words.pick(first.base_differs, first.base_differs_en or first.base_differs)
            text += self.words("question.differs", reason=differs)
        if question.rule is QuestionRule.RATE_OFF_COMPANION:
            text += self._bases(*question.numbers)
        text += self._guesses(question)
        return f"{text} {self.words('verify.silenced', reason=question.silenced)}" if question.silenced else text

    def _guesses(self, question: Question) -> str:
        """What of its figures a draft guessed, and nobody has confirmed."""
        texts = []
        for figure in (it for it in dict.fromkeys(question.figures) if it.guessed):
            guesses = guesses_text(figure.guessed, self.words)
            texts.append(self.words("question.guessed.what", figure=figure.printed, guesses=guesses))
        return "".join(texts)

    def _bounded(self, computed: str, target: Figure, base: Figure) -> str:
        """A difference as the bound that it is, where one of the two numbers is one."""
        difference = target.written.value - base.written.value
        known = difference_range(target.written, base.written, difference)
        computed = f"+{computed}" if difference > 0 else computed
        return bounded(computed, known) if known.low is not None or known.high is not None else computed

    def _bases(self, first: Figure, second: Figure) -> str:
        """The price bases of two figures, where they are not the same."""
        bases = [basis_of(self.catalogue.indicators[f.indicator], f.measure) for f in (first, second)]
        if "" in bases or bases[0] == bases[1]:
            return ""
        own, other = (self.words(f"prices.{basis}") for basis in bases)
        return self.words("question.bases", first=own, second=other)

    def explanation(self, outcome: Outcome) -> list[tuple[str, str]]:
        """One check worked out step by step, as heading and text."""
        check, words = outcome.check, self.words
        steps = [
            (words("explain.id"), check.id),
            (words("explain.kind"), f"{self.check_name(outcome)} · {words(f'kind.{check.kind}')}"),
            (words("explain.place"), f"{check.place.file}:{check.place.line}"),
            (
                words("explain.formula"),
                with_minus(spell(_as_factors(check), self._plain_symbol(outcome), self._function)),
            ),
        ]
        steps += [("", self._figure_step(name, figure)) for name, figure in check.figures.items()]
        steps += [(words("explain.source"), self._source_step(source)) for source in check.sources.values()]
        steps.append((words("explain.printed"), self.relation(outcome)))
        if outcome.computed is not None and outcome.reported is not None:
            steps.append(("", words("explain.left", range=self.range(outcome.computed, check.unit_of_sides))))
            steps.append(("", words("explain.right", range=self.range(outcome.reported, check.unit_of_sides))))
        steps.append((words("column.result"), self.result(outcome)))
        steps.append((words("explain.rounding"), words(f"rounding.{outcome.rounding}")))
        steps.append((words("explain.verdict"), words(f"verdict.{outcome.verdict}")))
        for strength in outcome.strength:
            printed = self.printed(check.figures[strength.name])
            text = words(
                "explain.power.figure", printed=printed, typos=strength.typos, caught=strength.caught,
                slips=strength.slips, slips_caught=strength.slips_caught,
            )  # fmt: skip
            steps.append((words("explain.power"), text))
        return steps

    def _plain_symbol(self, outcome: Outcome) -> Callable[[str], str]:
        known = (*outcome.check.figures, *outcome.check.sources)
        return lambda name: figure_named(name) if figure_named(name) in known else self.unknown_of(outcome.check)

    def _source_step(self, source: Check) -> str:
        values = self.range(implied_by(source, source.values()), source.unit)
        return self.words("explain.source.text", name=self.unknown_of(source), id=source.id, range=values)

    def _figure_step(self, name: str, figure: Figure) -> str:
        written = figure.written
        rounding = self.words(f"rounding.{figure.rounding}")
        key = "whole" if written.whole and written.bound == "exact" else written.bound
        unit = PERCENT if figure.is_ratio else written.unit
        return self.words(
            "explain.figure", reference=name, printed=self.printed(figure),
            wording=self.words(f"bound.{key}", rounding=rounding), range=self.range(figure_values(figure), unit),
        )  # fmt: skip


def _as_factors(check: Check) -> Relation:
    """The relation, with 1.04倍 for 1 + 1.04倍 where so many times as much is meant."""
    return as_factors(check.relation, {name for name, figure in check.figures.items() if figure.as_multiple})


def _is_within_a_year(check: Check) -> bool:
    """Whether a sum and its parts are those of one year: quarters, months."""
    whole = next(iter(check.figures.values()))
    return (whole.period.years or 1) == 1


def _question_key(question: Question) -> str:
    """Which sentence asks it."""
    key = f"question.{question.rule}"
    if question.rule is QuestionRule.TARGET_BELOW_BASELINE and question.computed == interval.exact(0):
        return f"{key}.same"
    return f"{key}.both" if question.rule is QuestionRule.GROWTH_OF_SHARE and len(question.figures) > 2 else key


_BARE = re.compile(r"[0-9][余多]?(?P<after>[^0-9]*)$")


def with_percent(figure: Figure) -> str:
    """The figure as printed; with the per cent sign where that is only declared beside it.

    Other units are not needed to read a formula, and whether words such as 全部 carry one is theirs to say.
    """
    match = _BARE.search(figure.printed)
    if figure.written.unit != PERCENT or match is None:
        return figure.printed
    if match["after"].strip() and match["after"].strip() not in AFTER:
        return figure.printed  # what follows is the sign itself
    at = match.start("after")
    return f"{figure.printed[:at]}{PERCENT}{figure.printed[at:]}"


def _years_left(whole: Figure, part: Figure) -> int:
    return (whole.period.years or 0) - (part.period.years or 0)
