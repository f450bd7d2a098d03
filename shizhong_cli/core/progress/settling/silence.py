"""No figure answers a promise: what kind of silence that is, as far as it is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain
from typing import TypeAlias

from shizhong_cli.core.pack.goal import WordedTarget
from shizhong_cli.core.pack.model import Catalogue, Figure, Indicator, Target
from shizhong_cli.core.pack.partners import Partners, loose_names_of, names_of
from shizhong_cli.core.progress.actuals import is_alike
from shizhong_cli.core.progress.settling.answers import is_of_time
from shizhong_cli.core.progress.settling.known import by_width
from shizhong_cli.core.progress.settling.terms import Kept, Why
from shizhong_cli.problems import Place
from shizhong_cli.tuples import NamedTuple


class Mention(NamedTuple):
    """Where a text names an indicator, outside of what it promises."""

    place: Place
    words: str  # the clause around the name
    with_number: bool  # whether a number stands in it


Finding: TypeAlias = Callable[[Sequence[str]], Mention | None]
"""Where a text has one of several names."""


class Unsaid(NamedTuple):
    """What stands in the place of an answer."""

    kept: Kept
    why: Why
    mention: Mention | None = None
    nearest: Figure | None = None


class Silence:
    """What the later report says of indicators that it prints no figure of."""

    def __init__(self, this: Catalogue, partners: Partners, finding: Finding | None) -> None:
        self.this, self.partners, self.finding = this, partners, finding

    def about(self, target: Target, indicator: Indicator) -> Unsaid:
        """The kind of silence about one promise; «dropped» only where nothing else can be meant."""
        theirs = [self.this.indicators[pair.this] for pair in self.partners.of_last(indicator.id)]
        if named := self._declared_in_words(theirs):
            return Unsaid(Kept.NOT_QUANTIFIED, Why.WORD_ONLY, named)
        if figure := self._doubtful(target):
            return Unsaid(Kept.NOT_COMPARABLE, Why.NAME_UNSURE, nearest=figure)
        return self._in_the_text(target, (indicator, *theirs))

    def _declared_in_words(self, theirs: Sequence[Indicator]) -> Mention | None:
        for other in theirs:
            if other.in_words or not self.this.targets_of(other.id):
                return Mention(other.place, other.in_words, False)
        return None

    def _doubtful(self, target: Target) -> Figure | None:
        """A figure that would answer, if the names only told that it is of the same thing."""
        ids = {pair.this for pair in self.partners.doubtful if pair.last == target.indicator}
        told = [f for f in self.this.baselines if f.indicator in ids and _would_answer(target, f)]
        return min(told, key=by_width, default=None)

    def _in_the_text(self, target: Target, called: Sequence[Indicator]) -> Unsaid:
        mention = self._found(called)
        if mention is not None and mention.with_number:
            return Unsaid(Kept.NOT_COMPARABLE, Why.NUMBER_NOT_MATCHED, mention)
        if mention is not None:
            return Unsaid(Kept.NOT_QUANTIFIED, Why.WORD_ONLY, mention)
        if not self._tells_of(target):
            return Unsaid(Kept.NOT_COMPARABLE, Why.TIME_NOT_TOLD)
        return Unsaid(Kept.DROPPED, Why.NO_FIGURE if self.finding is None else Why.WORD_ABSENT)

    def _found(self, called: Sequence[Indicator]) -> Mention | None:
        """Where the text names it: by a full name before a loose one."""
        if self.finding is None:
            return None
        names = tuple(dict.fromkeys(chain.from_iterable(map(names_of, called))))
        return self.finding(names) or self.finding(tuple(chain.from_iterable(map(loose_names_of, called))))

    def _tells_of(self, target: Target) -> bool:
        """Whether the report tells of the time of the target at all; that of another year is no witness."""
        period = target.period
        return any(period.first <= figure.period.last <= period.last for figure in self.this.baselines)


def _would_answer(target: Target, figure: Figure) -> bool:
    if isinstance(target, WordedTarget) or figure.measure is not target.measure:
        return False
    return is_of_time(target, figure) and is_alike(figure.written.unit, target.written.unit)
