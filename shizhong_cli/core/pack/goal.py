"""What a target has beside its number: what took its place, where the way to it leads, whom it is relative to."""

from __future__ import annotations

import re
from typing import NamedTuple

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.period import Period
from shizhong_cli.core.figure.terms import Bound
from shizhong_cli.core.figure.written import Written


class Adjustment(NamedTuple):
    """A number that takes the place of a target, or of a reported figure that was revised, from a day on."""

    written: Written
    date: Period
    source: str


class Milestone(NamedTuple):
    """Where the way to a target is to be at the end of a period."""

    period: Period
    written: Written  # as printed
    value: Fraction  # in the unit of the target


class Relative(NamedTuple):
    """The other figure that gives a target its number."""

    to: str  # an indicator; its own for 不低于上年 and 快于全国
    by: Written  # what the figure is to be more than the other, with its bound
    period: Period | None = None  # of the other figure, where it is not that of the same day

    def bound(self, wording: str) -> Bound:
        """What is promised: by ``by``, else by the words. 快于 is more, 不低于 at least, 同步 the number itself."""
        found = _COMPARED.search(wording)
        if self.by.bound is not Bound.EXACT or found is None:
            return self.by.bound
        return _BOUNDS[found["more"] is not None, found["no"] is not None]


_COMPARED = re.compile("(?P<no>不)?(?:(?P<more>快于|高于|超过)|低于|慢于|少于)")
_BOUNDS = {
    (True, False): Bound.MORE_THAN, (True, True): Bound.AT_MOST,
    (False, False): Bound.LESS_THAN, (False, True): Bound.AT_LEAST,
}  # fmt: skip
