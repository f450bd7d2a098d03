"""Where the parts of a bullet chart stand. Pure geometry: exact positions from 0 (left end) to 1 (right end).

The scale always contains zero and the target, and bars begin at zero, so that lengths can be compared. What lies more
than ``REACH`` times as far out as the target is cut off at the end of the scale and marked as off it.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.tuples import NamedTuple

REACH = 2
"""How far a scale goes, as a multiple of what it must contain."""
MOST_STEPS = 5


class Mark(NamedTuple):
    """A place on the scale; ``off`` is -1 or 1 when the value lies beyond the left or right end."""

    at: Fraction
    off: int = 0


class Span(NamedTuple):
    """A stretch of the scale."""

    start: Fraction
    end: Fraction

    @property
    def length(self) -> Fraction:
        """From start to end."""
        return self.end - self.start


class Bullet(NamedTuple):
    """The chart of one target; what it does not have is ``None``."""

    low: Fraction  # values at the ends of the scale
    high: Fraction
    ticks: tuple[Fraction, ...]
    zero: Fraction
    target: Fraction
    bar: Span | None = None
    actual: Mark | None = None  # the free end of the bar
    baseline: Mark | None = None
    band: Span | None = None  # the width of 左右
    due: Fraction | None = None  # where a sum would be if it came in evenly


def bullet(
    target: Fraction,
    actual: Fraction | None = None,
    baseline: Fraction | None = None,
    half_band: Fraction | None = None,
    elapsed: Fraction | None = None,
    whole: Fraction | None = None,
) -> Bullet:
    """The chart of numbers in one unit; ``elapsed`` is a share of the target, ``whole`` what the scale must reach."""
    width = half_band or Fraction(0)
    needed = [Fraction(0), target - width, target + width, *([whole] if whole is not None else [])]
    optional = [value for value in (actual, baseline) if value is not None]
    scale = _scale(needed, optional)
    bar_end = None if actual is None else scale.mark(actual)
    return Bullet(
        scale.low,
        scale.high,
        tuple(scale.at(tick) for tick in scale.steps()),
        scale.at(Fraction(0)),
        scale.at(target),
        None if bar_end is None else Span(*sorted((scale.at(Fraction(0)), bar_end.at))),
        bar_end,
        None if baseline is None else scale.mark(baseline),
        None if half_band is None else Span(scale.at(target - width), scale.at(target + width)),
        None if elapsed is None else scale.at(target * elapsed),
    )


class _Scale(NamedTuple):
    low: Fraction
    high: Fraction
    step: Fraction

    def at(self, value: Fraction) -> Fraction:
        return (value - self.low) / (self.high - self.low)

    def mark(self, value: Fraction) -> Mark:
        """The place of a value, at the end of the scale when it lies beyond."""
        if value > self.high:
            return Mark(Fraction(1), 1)
        return Mark(Fraction(0), -1) if value < self.low else Mark(self.at(value))

    def steps(self) -> Iterable[Fraction]:
        """The values from end to end at which a tick stands."""
        return (self.low + n * self.step for n in range(int((self.high - self.low) / self.step) + 1))


def _scale(needed: Iterable[Fraction], optional: Iterable[Fraction]) -> _Scale:
    """A scale of round numbers around what it must contain and as much of the rest as is within reach."""
    needed = list(needed)
    limit = REACH * max(abs(value) for value in needed)
    shown = needed + [value for value in optional if limit == 0 or abs(value) <= limit]
    beyond = [value for value in optional if value not in shown]
    low = -limit if min(beyond, default=Fraction(0)) < 0 else min(shown)
    high = limit if max(beyond, default=Fraction(0)) > 0 else max(shown)
    step = _round_step((high - low) / MOST_STEPS)
    return _Scale(floor(low / step) * step, (ceil(high / step) if high > low else 1) * step, step)


def _round_step(least: Fraction) -> Fraction:
    """The smallest of 1, 2, 5 times a power of ten that is not below ``least``; 1 when that is 0."""
    if least == 0:
        return Fraction(1)
    power = Fraction(1)
    while power > least:
        power /= 10
    while power * 10 <= least:
        power *= 10
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= least)
