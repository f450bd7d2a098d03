"""When in its year a target is to be done: ``profile: 9月``, ``{9月: 60%, 10月: 40%}``, or four or twelve parts."""

from __future__ import annotations

import re
from collections.abc import Mapping

from shizhong_cli.core.figure.exact import Fraction, exact_text
from shizhong_cli.core.figure.period import Period
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import PERCENT, Unit
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.profile import Profile
from shizhong_cli.problems import Place, Problem
from shizhong_cli.reading.pack.fields import Fields, scalar_text
from shizhong_cli.reading.pack.located import Scalar, Sequence

_MONTH = re.compile("(?P<month>0?[1-9]|1[0-2])月?")
_QUARTER = re.compile("[Qq](?P<quarter>[1-4])")
_NAMES = "1月 … 12月, Q1 … Q4"
_CAN_BE_LUMPY = (Measure.FLOW, Measure.CHANGE, Measure.LEVEL, Measure.SHARE)


def read_schedule(
    fields: Fields, target: tuple[Measure | None, Written | None, Period | None], units: Mapping[str, Unit]
) -> Profile | None:
    """The declared profile of one target; ``None`` where there is none, or with the problems noted."""
    if "profile" not in fields:
        return None
    measure, written, period = target
    place, problems = fields.place_of("profile"), fields.problems
    if measure not in _CAN_BE_LUMPY or (period is not None and period.years != 1):
        problems.append(Problem(place, "B008", f"{measure or 'qualitative'} {period or ''}".strip()))
        return None
    before = len(problems)
    parts = _parts(fields, place)
    if len(problems) > before or not parts:
        return None
    return _profile(parts, written, units, place, problems)


def _parts(fields: Fields, place: Place) -> list[tuple[str, Place]]:
    """Twelve or four texts with their places; a month or quarter that is not named brings nothing."""
    node = fields.node.entries["profile"].value
    if isinstance(node, Sequence):
        listed = [(text, item.place) for text, item in fields.texts("profile")]
        if len(listed) not in (4, 12):
            fields.problems.append(Problem(place, "B001", str(len(listed))))
        return listed
    if isinstance(node, Scalar):
        name = fields.text("profile")
        return _spread({name: (f"100{PERCENT}", place)}, {name: place}, fields.problems) if name else []
    named = {}
    for name, entry in node.entries.items():
        text = scalar_text(entry.value, name, fields.problems)
        named[name] = (text or "", entry.value.place)
    return _spread(named, {name: entry.key_place for name, entry in node.entries.items()}, fields.problems)


def _spread(
    named: Mapping[str, tuple[str, Place]], keys: Mapping[str, Place], problems: list[Problem]
) -> list[tuple[str, Place]]:
    """Named months or quarters as twelve or four parts; which of the two the first name says."""
    placed = {name: _numbered(name) for name in named}
    size = next((known[0] for known in placed.values() if known), 12)
    parts: dict[int, tuple[str, Place]] = {}
    for name, known in placed.items():
        if known is None or known[0] != size:
            problems.append(Problem(keys[name], "K003", name, _NAMES))
        elif known[1] in parts:
            problems.append(Problem(keys[name], "Y011", name, str(parts[known[1]][1])))
        else:
            parts[known[1]] = named[name]
    return [parts.get(number, ("", Place(""))) for number in range(1, size + 1)]


def _numbered(name: str) -> tuple[int, int] | None:
    """Of how many parts which one a name means: 9月 is the ninth of twelve, Q3 the third of four."""
    if match := _MONTH.fullmatch(name):
        return 12, int(match["month"])
    return (4, int(match["quarter"])) if (match := _QUARTER.fullmatch(name)) else None


def _profile(
    parts: list[tuple[str, Place]], written: Written | None, units: Mapping[str, Unit], place: Place,
    problems: list[Problem],
) -> Profile | None:  # fmt: skip
    """Shares that add up to 100 %, or amounts in the unit of the target that add up to it."""
    from shizhong_cli.reading.assumptions import Part, parts_of_a_whole

    known = parts_of_a_whole([Part(text, where) for text, where in parts if text], units, place, problems)
    if known is None:
        return None
    total, unit = sum((number.value for number in known), Fraction(0)), known[0].unit
    if unit != PERCENT and (written is None or unit != written.unit or total != abs(written.value)):
        found = f"{exact_text(total)}{unit}"
        problems.append(Problem(place, "B009", found, written.text if written else ""))
        return None
    values = iter([number.value for number in known])
    return Profile(tuple(next(values) if text else Fraction(0) for text, _ in parts))
