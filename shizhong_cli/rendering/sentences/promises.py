"""Settled promises in words: what was told, how it was worked out, and why one is not settled."""

from __future__ import annotations

from collections.abc import Iterator

from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.exact import Fraction, exact_number
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.units import PERCENT, POINT, RATIOS, TIMES
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.goal import WordedTarget
from shizhong_cli.core.pack.likeness import may_be_one
from shizhong_cli.core.pack.model import Figure
from shizhong_cli.core.pack.partners import MatchedBy
from shizhong_cli.core.progress.distance import difference_unit
from shizhong_cli.core.progress.settling.judging import gap_values
from shizhong_cli.core.progress.settling.promises import Promise, Settlement
from shizhong_cli.core.progress.settling.terms import How, Kept, Why
from shizhong_cli.problems import Place
from shizhong_cli.rendering.sentences.gaps import GapSpeech
from shizhong_cli.rendering.sentences.guesses import guesses_text
from shizhong_cli.rendering.sentences.names import place_text
from shizhong_cli.rendering.sentences.numbers import fixed, places_apart
from shizhong_cli.rendering.wording import Words


class PromiseSpeech(GapSpeech):
    """Sentences about the promises of one report."""

    def __init__(self, settlement: Settlement, words: Words) -> None:
        super().__init__(settlement.last, words)
        self.this = settlement.this

    def name(self, promise: Promise) -> str:
        """The indicator, with a mark where its result was matched by a guess."""
        name = self.name_of(promise.target.indicator)
        is_guess = promise.partner is not None and promise.partner.sure is not None
        return name + (self.words("settle.guess.mark") if is_guess else "")

    def kept(self, promise: Promise) -> str:
        """What became of it; whether the promise or its answer is in words are two things."""
        return self.words(kept_key(promise))

    def told(self, promise: Promise) -> str:
        """What the later report says, as printed."""
        if promise.result is not None:
            return self.printed(promise.result)
        words = promise.mention.words if promise.mention else ""
        return words or self.words("settle.silence")

    def told_place(self, promise: Promise) -> Place | None:
        """Where it says it."""
        if promise.result is not None:
            return promise.result.place
        return promise.mention.place if promise.mention else None

    def gap_told(self, promise: Promise) -> str:
        """The gap, a range where the result was worked out."""
        target, answer = promise.target, promise.answer
        if answer is None:
            return ""
        if promise.gap is not None and promise.gap.gap is not None:
            return self.gap(promise.gap)
        values = gap_values(self.catalogue, target, answer) if isinstance(target, Figure) else None
        return "" if values is None or promise.kept is Kept.UNDECIDED else self._difference(values, promise)

    def _difference(self, values: Interval, promise: Promise) -> str:
        """A range of gaps by its two ends, in the unit that the gap has."""
        unit = difference_unit(promise.target)
        ends = [
            self.words("settle.silence") if end is None else self.amount(_short(end, towards), unit, signed=True)
            for end, towards in ((values.low, -1), (values.high, 1))
        ]
        return " ~ ".join(ends)

    def notes(self, promise: Promise) -> Iterator[str]:
        """What has to be known about it besides, a sentence each."""
        target = promise.target
        if isinstance(target, Figure) and target.adjusted_from:
            yield self.words(
                "settle.adjusted", before=target.adjusted_from, after=target.printed,
                date=target.published or "", source=target.source,
            )  # fmt: skip
        if how := self.how(promise):
            yield how
        if promise.why is not None:
            other = self._theirs(promise.nearest.indicator) if promise.nearest else ""
            yield self.words(f"why.{promise.why}", name=other)
        elif promise.reason is not None and promise.gap is not None:
            yield self.reason(promise.reason, promise.gap)
        yield from self._what_stands_there(promise)
        yield from self._drafted(promise)
        yield from self._matched(promise)

    def _matched(self, promise: Promise) -> Iterator[str]:
        """What makes it doubtful that promise and result are of one thing: a guess, or one id with two names."""
        partner = promise.partner
        if partner is None:
            return
        name = self._theirs(partner.this)
        if partner.sure is not None:
            yield self.words("settle.guess", name=name, sure=self.words(f"sure.{partner.sure}"))
        own = self.catalogue.indicators[partner.last].name
        if partner.by is MatchedBy.ID and not may_be_one(own, self.this.indicators[partner.this].name):
            yield self.words("settle.one_id", name=name)

    def _what_stands_there(self, promise: Promise) -> Iterator[str]:
        """The figure or clause that could not be set against the promise."""
        nearest = promise.nearest
        if promise.mention is not None and promise.mention.words:
            yield self.words("settle.mention", place=place_text(promise.mention.place), words=promise.mention.words)
        if nearest is not None and promise.kept is Kept.NOT_DUE and promise.gap is not None:
            status = self.words(f"status.{promise.gap.status}")
            yield self.words("settle.standing", period=nearest.period, figure=self.printed(nearest), status=status)
        elif nearest is not None and isinstance(promise.target, Figure):
            yield self.words(
                "settle.other_number",
                figure=self.printed(nearest),
                period=period_text(nearest),
                measure=self.measure(nearest),
            )

    def _drafted(self, promise: Promise) -> Iterator[str]:
        """What a draft guessed of the promise or of its result, and nobody has confirmed."""
        for key, figure in (("settle.drafted.promise", promise.target), ("settle.drafted.told", promise.result)):
            if figure is not None and figure.guessed:
                yield self.words(key, guesses=guesses_text(figure.guessed, self.words))

    def how(self, promise: Promise) -> str:
        """How the result follows from what is printed; nothing where it is printed itself."""
        answer = promise.answer
        if answer is None or answer.how is How.PRINTED or isinstance(promise.target, WordedTarget):
            return ""
        target, printed = promise.target.written, self.printed(answer.figure)
        if answer.how is How.CONVERTED:
            value = answer.written.value if answer.written else target.value
            return self.words("how.converted", result=printed, value=self.amount(value, target.unit))
        others, key = " − ".join(map(self.printed, answer.others)), f"how.{answer.how}"
        if answer.how is How.BASE_AND_GROWTH and answer.figure.as_multiple:
            key, printed = "how.base_and_times", self.amount(answer.figure.written.value, answer.figure.written.unit)
        return self.words(key, result=printed, others=others, range=self._shown(answer.values, target))

    def _shown(self, values: Interval, target: Written) -> str:
        """An interval of numbers in the unit of the target, on the side of it on which they lie."""
        unit = target.unit
        if unit in RATIOS and unit not in (POINT, TIMES):
            plain = Fraction(1, RATIOS[unit])
            return self.as_said(values * interval.exact(plain), PERCENT, target.value * plain * 100)
        return self.as_said(values, unit, target.value)

    def _theirs(self, id: str) -> str:
        other = self.this.indicators[id]
        return self.words.pick(other.name, other.name_en)


def kept_key(promise: Promise) -> str:
    """The key of the word for what became of a promise."""
    own = (Why.WORD_ONLY, Why.NO_FIGURE)  # only the text can tell whether it was dropped
    return f"kept.{promise.why if promise.why in own else promise.kept}"


def _short(value: Fraction, towards: int) -> Fraction:
    """An end of a difference to two places, rounded outwards: what was worked out is no more exact than that.

    What is short of a number stays so: a difference that is not zero is not rounded to it.
    """
    if value.denominator == 1:
        return value
    return exact_number(fixed(value, places_apart(value, 2, Fraction(0), towards), towards))


def period_text(figure: Figure) -> str:
    """The period of a figure, with what it is compared with where that was declared."""
    return f"{figure.since}→{figure.period}" if figure.since else str(figure.period)
