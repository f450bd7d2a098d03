"""The time of one number after the other, with what is told once for several: a base, the year that they rose from."""

from __future__ import annotations

import re

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import STEP, TIMES
from shizhong_cli.core.report.drafting.eras import Era
from shizhong_cli.core.report.drafting.phrases import COMPARED
from shizhong_cli.core.report.drafting.reach import Reach
from shizhong_cli.core.report.drafting.roles import Spoken, era_of
from shizhong_cli.core.report.drafting.said import Said, goes_on
from shizhong_cli.core.report.drafting.times import Times, base_of_a_pair, times_of

_ALL_OF_IT = re.compile("全年|[0-9]{4}年|年[末底]|去年|上年|五年|年来")


class Clock:
    """Tells the time of the numbers of a text in their order."""

    def __init__(self, reach: Reach) -> None:
        self.reach = reach
        self.last: tuple[Said, Times] | None = None  # the number before in the sentence, and its time
        self.risen_since = ""  # the year that a number of this sentence rose from
        self.part_told_in = -1  # the paragraph in which a part of the year was told: 1—9月
        self.same_base: tuple[str, str] | None = None  # a part, and what all growth in it is on: 比2012年（下同）

    def begin_sentence(self) -> None:
        """Forget what went for the sentence before."""
        self.last, self.risen_since = None, ""

    def time_of(self, it: Said, era: Era) -> tuple[Spoken, Times]:
        """Whether a number of a sentence that speaks of ``era`` reports or is to be reached, and its period."""
        spoken, times = self._time(it, era)
        if self.last and goes_on(self.last[0], it):
            times = times._replace(period=self.last[1].period, told=times.told and self.last[1].told)
        times = self._beside_a_part(it, times)
        self.last = it, times
        return spoken, times

    def _beside_a_part(self, it: Said, times: Times) -> Times:
        """A year where a part of it was told before in the same paragraph may be that part, unless it is named."""
        if self.reach.part:
            return times
        paragraph = it.printed.number.paragraph
        if "-" in times.period:
            self.part_told_in = paragraph
        elif self.part_told_in == paragraph and not _ALL_OF_IT.search(it.clause.sentence):
            return times._replace(told=False)
        return times

    def _time(self, it: Said, sentence: Era) -> tuple[Spoken, Times]:
        if it.pair == "from":
            times = base_of_a_pair(it.clause, sentence, self.reach)
            self.risen_since = times.period
            return Spoken(Era(False, int(times.period[:4]), told=True), sentence.told), times
        spoken = era_of(it.clause, sentence, self.reach)
        times = times_of(it.printed, it.clause, it.name.text, it.kind.measure, spoken.era, self.reach)
        if it.pair == "to":
            period = str(spoken.era.year) if times.period == spoken.era.span else times.period
            times = times._replace(period=period, told=sentence.told)
        over_years = it.kind.measure is Measure.AVERAGE_GROWTH or (
            it.unit in (STEP, TIMES) and not (times.since or it.pair or it.kind.measure is Measure.LEVEL)
        )
        if over_years and "" < self.risen_since < times.period:
            times = times._replace(since=self.risen_since)
        return spoken, self._on_the_same_base(it, times)

    def _on_the_same_base(self, it: Said, times: Times) -> Times:
        """The base of a growth behind 比2012年（下同）, as far as its part goes: a guess, for another may be meant."""
        if it.kind.measure is not Measure.GROWTH:
            return times
        part, words = it.printed.section, it.clause.clause
        if times.since and "下同" in words:
            self.same_base = part, times.since
        if times.since or self.same_base is None or self.same_base[0] != part or COMPARED.search(words):
            return times
        return times._replace(since=self.same_base[1], told=False)
