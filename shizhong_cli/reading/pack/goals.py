"""What only targets have beside their number: the way to it, and whom it is relative to."""

from __future__ import annotations

from shizhong_cli.core.figure.period import Period
from shizhong_cli.core.figure.units import PERCENT, POINT
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.goal import Milestone, Relative
from shizhong_cli.core.progress.actuals import in_unit_of, is_alike
from shizhong_cli.problems import Problem
from shizhong_cli.reading.pack.declared import Declared, in_first_unit
from shizhong_cli.reading.pack.fields import Fields, scalar_text
from shizhong_cli.reading.pack.located import Entry
from shizhong_cli.reading.spelling import nearest
from shizhong_cli.reading.values import read_number, read_period


def read_milestones(
    declared: Declared, indicator: str, fields: Fields, printed: Written, period: Period
) -> tuple[Milestone, ...]:
    """Where the way to a number and period is to be at the end of earlier ones, ``{2027: 2.3%, 2028: 2.4%}``."""
    node = fields.mapping("milestones")
    if node is None:
        return ()
    found = [_milestone(declared, indicator, (key, entry), (printed, period)) for key, entry in node.entries.items()]
    return tuple(sorted((it for it in found if it), key=lambda it: it.period.last))


def _milestone(
    declared: Declared, indicator: str, named: tuple[str, Entry], goal: tuple[Written, Period]
) -> Milestone | None:
    (key, entry), (printed, period), problems = named, goal, declared.problems
    when = read_period(key, entry.key_place, problems)
    text, place = scalar_text(entry.value, key, problems), entry.value.place
    written = read_number(text, declared.units, place, problems) if text else None
    if when is None or written is None:
        return None
    written = in_first_unit(declared, indicator, written)
    if not is_alike(written.unit, printed.unit):
        problems.append(Problem(place, "F008", written.unit, printed.unit))
        return None
    if when.last >= period.last:
        problems.append(Problem(entry.key_place, "P004", key, str(period)))
        return None
    return Milestone(when, written, in_unit_of(printed.unit, written))


def read_relative(declared: Declared, fields: Fields) -> Relative | None:
    """Whom a target is set against: ``{to: gdp, by: 0个百分点}``; ``by`` is nought where it is not given."""
    node, problems = fields.mapping("relative"), declared.problems
    if node is None:
        return None
    entry = Fields(node, ("to", "by", "period"), problems)
    to, by, when = entry.required("to"), entry.text("by", f"0{POINT}"), entry.text("period")
    place = entry.place_of("by")
    written = read_number(by, declared.units, place, problems)
    period = read_period(when, entry.place_of("period"), problems) if when else None
    if to and to not in declared.indicators:
        problems.append(Problem(entry.place_of("to"), "R001", to, suggestion=nearest(to, declared.indicators)))
        return None
    if written is not None and written.unit == PERCENT:  # 2% more than another's 5 % may be 7 % or 5.1 %
        problems.append(Problem(place, "F003", by, POINT, by.replace(PERCENT, POINT)))
        return None
    return Relative(to, written, period) if to and written is not None else None
