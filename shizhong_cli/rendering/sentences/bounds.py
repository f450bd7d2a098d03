"""What has to be known of the words of an actual, and of a target: bounds, ranges, estimates."""

from __future__ import annotations

from collections.abc import Iterator

from shizhong_cli.core.figure.terms import Bound
from shizhong_cli.core.pack.direction import has_two_sides
from shizhong_cli.core.pack.model import Figure
from shizhong_cli.core.progress.gap import Gap, Measured
from shizhong_cli.core.progress.terms import Status
from shizhong_cli.rendering.sentences.names import Speech

_STRICT = (Bound.MORE_THAN, Bound.LESS_THAN)


def of_wording(speech: Speech, gap: Gap) -> Iterator[str]:
    """What has to be known of the words of an actual: a range, approximate, an estimate; and of those of a target."""
    if gap.actual is None or gap.gap is None:
        return
    yield from of_bounds(speech, gap)
    written = gap.actual.written
    if written.ends and gap.status is not Status.UNDECIDED:
        yield speech.words("gap.worse_end")
    if written.bound is Bound.ABOUT:
        yield speech.words("gap.approximate", figure=speech.given(written))
    if written.estimated:
        yield speech.words("gap.estimated", figure=speech.given(written))


def of_bounds(speech: Speech, gap: Gap) -> Iterator[str]:
    """What has to be known of the words of a target, by where the actual lies to its number."""
    target = gap.target
    if not isinstance(gap, Measured) or not isinstance(target, Figure) or target.relative is not None:
        return
    if gap.gap == 0 and target.written.bound in _STRICT and gap.status in (Status.MET, Status.ON_TRACK):
        yield speech.words("gap.on_the_number", target=speech.printed(target))
    if _is_beyond(speech, gap):
        yield speech.words("gap.beyond", target=speech.printed(target))


def _is_beyond(speech: Speech, gap: Measured) -> bool:
    """Whether it is missed by more than the number alone, where no direction says that more is worse."""
    two_sides = has_two_sides(gap.target, speech.catalogue.indicators[gap.target.indicator])
    return two_sides and gap.gap > 0 and gap.status is Status.MISSED and gap.wanted != 0
