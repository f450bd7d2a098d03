"""A check judged: what its figures allow, whether that holds, and how many slips of the hand it would notice.

A verdict of inconsistent uses only what the wording entails. Power is the share of slips after which the run would
fail at the check; a pass that no wrong digit could have failed is called vacuous.
"""

from __future__ import annotations

from collections.abc import Mapping

from shizhong_cli.core.checking.check import Check, Outcome, Strength, figure_values
from shizhong_cli.core.checking.evaluating import evaluate, solve
from shizhong_cli.core.checking.power import SlipTable, watches_of
from shizhong_cli.core.checking.solving import Attempt, attempt
from shizhong_cli.core.checking.terms import Depth, Verdict
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.terms import Rounding


def judge(check: Check, slips: SlipTable | None = None, depth: Depth = Depth.FULL) -> Outcome:
    """Judge one check under the rounding declared for its figures, then, if it fails, as if digits were cut off."""
    shown, rounding = depth >= Depth.SHOWN, _common_rounding(check)
    if check.is_conditional:
        return _outcome(check, Verdict.NOT_CHECKABLE, rounding, attempt(check, check.values(), shown))
    if check.forbidden:
        return Outcome(check, Verdict.NOT_CHECKABLE)
    declared = check.values()
    found = attempt(check, declared, shown)
    if found.holds:
        verdict, strength = _noticing(check, declared, slips or SlipTable(), depth)
        return _outcome(check, verdict, rounding, found, strength) if shown else Outcome(check, verdict, rounding)
    if check.excuse:
        return _outcome(check._replace(forbidden=check.excuse), Verdict.NOT_CHECKABLE, rounding, found)
    if attempt(check, check.values(Rounding.TRUNCATED)).holds:
        return _outcome(check, Verdict.ONLY_IF_TRUNCATED, Rounding.TRUNCATED, found)
    return _outcome(check, Verdict.INCONSISTENT, rounding, found)


def _noticing(
    check: Check, declared: Mapping[str, Interval], slips: SlipTable, depth: Depth
) -> tuple[Verdict, tuple[Strength, ...]]:
    """Whether a check that holds would notice a wrong digit, and how many slips it would."""
    if depth is Depth.HOLDS:
        return Verdict.CONSISTENT, ()
    watches = watches_of(check, declared, slips)
    if depth < Depth.FULL and not any(watch.typos_caught for watch in watches):
        return Verdict.VACUOUS, ()
    if depth is Depth.NOTICES:
        return Verdict.CONSISTENT, ()
    strength = tuple(watch.strength for watch in watches)
    return Verdict.CONSISTENT if any(s.caught for s in strength) else Verdict.VACUOUS, strength


def holds(check: Check) -> bool:
    """Whether some true values give all the printed figures."""
    return attempt(check, check.values(), False).holds


def _outcome(
    check: Check, verdict: Verdict, rounding: Rounding, found: Attempt,
    strength: tuple[Strength, ...] = (),
) -> Outcome:  # fmt: skip
    return Outcome(
        check, verdict, rounding, found.computed, found.reported, found.implied, found.whole, _as_read(check),
        strength,
    )  # fmt: skip


def _as_read(check: Check) -> Interval:
    """The unknown, or the left side, with every wording taken as readers take it; never wider than it entails."""
    values = {name: figure.values_as_read() & figure_values(figure) for name, figure in check.figures.items()}
    for name, source in check.sources.items():
        values[name] = _as_read(source)
    if check.unknown is None:
        return evaluate(check.relation.left, values.__getitem__)
    return solve(check.relation, check.unknown.name, values.__getitem__) & check.unknown.possible


def _common_rounding(check: Check) -> Rounding:
    """The declared rounding of the figures, or nearest when they differ."""
    declared = {figure.rounding for figure in check.figures.values()}
    return declared.pop() if len(declared) == 1 else Rounding.NEAREST
