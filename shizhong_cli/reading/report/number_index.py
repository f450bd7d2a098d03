"""An index of the numbers of a report, which proves the same as its text: CSV, one row for a number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from shizhong_cli.core.figure.characters import digits_in
from shizhong_cli.core.figure.exact import exact_number
from shizhong_cli.core.figure.terms import Bound, Measure
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.report.compared import Printed
from shizhong_cli.core.report.numbers import Numbers
from shizhong_cli.core.report.scanning import FoundNumber, NumberClass
from shizhong_cli.escapes.spreadsheet import rearmed
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.files import read_text
from shizhong_cli.reading.tables import TableRow, csv_rows

_COLUMNS = ("section", "number", "digits", "value", "unit", "unknown_unit", "qualifier", "bound", "measure", "class")


_Word = TypeVar("_Word", bound=StrEnum)


class _Unreadable(Exception):
    """A row says what no index says."""

    def __init__(self, found: str) -> None:
        self.found = found
        super().__init__(found)


def read_index(path: Path, catalogue: Catalogue) -> Numbers:
    """The numbers of an index; every section counts as found, since the index names them.

    Raises ``CannotGoOn`` with every problem.
    """
    file, problems = str(path), list[Problem]()
    text, unreadable = read_text(path, file, ("utf-8-sig",))
    rows = csv_rows(text, file, problems) if not unreadable else []
    problems += unreadable
    if not problems and not rows:
        problems.append(Problem(Place(file), "Y005"))
    if not problems and (missing := [column for column in _COLUMNS if column not in rows[0].cells]):
        problems.append(Problem(rows[0].place, "A005", expected=", ".join(missing)))
    if problems:
        raise CannotGoOn(problems)
    printed = [it for row in rows[1:] if (it := _printed(row, rows[0].cells, problems)) is not None]
    if problems:
        raise CannotGoOn(problems)
    return Numbers(tuple(printed), frozenset((*catalogue.sections, *(it.section for it in printed))))


def _printed(row: TableRow, columns: tuple[str, ...], problems: list[Problem]) -> Printed | None:
    fields = {column: rearmed(cell) for column, cell in zip(columns, row.cells, strict=False)}
    fields = dict.fromkeys(_COLUMNS, "") | fields
    try:
        number = _number(fields)
    except _Unreadable as error:
        problems.append(Problem(row.place, "N001", error.found))
        return None
    return Printed(
        number,
        fields["section"],
        line=row.place.line,
        column=1,
        has_text=False,
        figures=tuple(fields.get("figure", "").split()),
    )


def _one_of(words: type[_Word], text: str) -> _Word:
    """The word of the domain that a text is."""
    if text not in set(words):
        raise _Unreadable(text)
    return words(text)


def _number(fields: Mapping[str, str]) -> FoundNumber:
    class_ = _one_of(NumberClass, fields["class"])
    if fields["value"] and not re.fullmatch(r"-?[0-9]{1,60}(?:\.[0-9]{1,60}|/0*[1-9][0-9]{0,60})?", fields["value"]):
        raise _Unreadable(fields["value"])
    if digits_in(fields["number"]) != digits_in(fields["digits"]):
        raise _Unreadable(f"{fields['number']} / {fields['digits']}")
    value = exact_number(fields["value"]) if fields["value"] else None
    return FoundNumber(
        start=0,
        end=0,
        paragraph=0,
        text=fields["number"],
        class_=class_,
        digits=fields["digits"],
        value=value,
        unit=None if fields["unknown_unit"] or value is None else fields["unit"],
        unknown_unit=fields["unknown_unit"],
        qualifier=fields["qualifier"],
        bound=_one_of(Bound, fields["bound"]),
        estimated="预计" in fields["qualifier"],
        measure=_one_of(Measure, fields["measure"]) if fields["measure"] else None,
        unread=fields.get("unread") == "true",
    )
