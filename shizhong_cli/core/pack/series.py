"""The reported figures of one indicator, to be asked by time without looking at all of them each time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Generic, Protocol, TypeVar

from shizhong_cli.core.figure.period import Period
from shizhong_cli.tuples import NamedTuple


class Timed(Protocol):
    """What has a time."""

    @property
    def period(self) -> Period:
        """When."""

    def is_of(self, period: Period) -> bool:
        """Whether it is of a period: the same days, for a stock the same last day."""


Figure = TypeVar("Figure", bound=Timed)


class Group(NamedTuple, Generic[Figure]):
    """Figures that are alike, oldest first."""

    orders: tuple[tuple[date, date], ...]  # of their periods
    figures: tuple[Figure, ...]

    def newest_before(self, period: Period) -> Sequence[Figure]:
        """Those of the last period that is before this one; none where there is none."""
        end = bisect_left(self.orders, period.order)
        if not end:
            return ()
        begin = bisect_left(self.orders, self.orders[end - 1])
        latest = self.figures[begin].period
        return [figure for figure in self.figures[begin:end] if figure.period == latest]


class Series(tuple[Figure, ...]):
    """The figures of an indicator, oldest first."""

    def of(self, period: Period) -> list[Figure]:
        """Those for a period: the same days, of stocks the same last day."""
        return [figure for figure in self._by_last_day.get(period.last, ()) if figure.is_of(period)]

    def ending_in(self, year: int) -> Sequence[Figure]:
        """Those whose period ends in a year."""
        return tuple(self._by_last_year.get(year, ()))

    def group(self, key: Hashable, belongs: Callable[[Figure], bool]) -> Group[Figure]:
        """Those that belong to a group; ``key`` stands for all that ``belongs`` depends on."""
        if key not in self._groups:
            figures = tuple(filter(belongs, self))
            self._groups[key] = Group(tuple(figure.period.order for figure in figures), figures)
        return self._groups[key]

    @cached_property
    def _by_last_day(self) -> dict[date, list[Figure]]:
        by_day: dict[date, list[Figure]] = {}
        for figure in self:
            by_day.setdefault(figure.period.last, []).append(figure)
        return by_day

    @cached_property
    def _by_last_year(self) -> dict[int, list[Figure]]:
        by_year: dict[int, list[Figure]] = {}
        for figure in self:
            by_year.setdefault(figure.period.last.year, []).append(figure)
        return by_year

    @cached_property
    def _groups(self) -> dict[Hashable, Group[Figure]]:
        return {}


NO_FIGURES: Series[Any] = Series()
