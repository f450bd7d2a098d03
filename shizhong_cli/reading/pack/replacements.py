"""Numbers that took the place of a printed one: of an adjusted target, of a reported figure that was revised."""

from __future__ import annotations

from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.goal import Adjustment
from shizhong_cli.problems import Problem
from shizhong_cli.reading.pack.declared import Declared, in_first_unit
from shizhong_cli.reading.pack.fields import Fields
from shizhong_cli.reading.pack.located import Mapping
from shizhong_cli.reading.values import read_number, read_period

KEYS = ("adjusted", "revised")


def read_replacements(
    declared: Declared, indicator: str, fields: Fields, printed: Written | None
) -> tuple[Adjustment, ...]:
    """``adjusted`` or ``revised``, ``[{figure: 24件, date: 2026-02-06, source: 大会决议}]``, by their days."""
    key = next((key for key in KEYS if key in fields), "")
    found = []
    for node in fields.sequence(key):
        if isinstance(node, Mapping):
            entry = Fields(node, ("figure", "date", "source"), declared.problems)
            found.append(_replacement(declared, indicator, entry, printed))
        else:
            declared.problems.append(Problem(node.place, "K004", key, "mapping"))
    return tuple(sorted((it for it in found if it), key=lambda it: it.date))


def _replacement(declared: Declared, indicator: str, entry: Fields, printed: Written | None) -> Adjustment | None:
    text, source = entry.required("figure"), entry.required("source")
    date, place = entry.required("date"), entry.place_of("figure")
    day = read_period(date, entry.place_of("date"), declared.problems) if date else None
    written = read_number(text, declared.units, place, declared.problems) if text else None
    if written is None or day is None or printed is None:
        return None
    written = in_first_unit(declared, indicator, written)
    if written.unit != printed.unit:
        declared.problems.append(Problem(place, "F008", written.unit, printed.unit))
        return None
    return Adjustment(written, day, source)
