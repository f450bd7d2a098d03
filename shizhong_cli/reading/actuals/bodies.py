"""A table that says who answers for what: a column with indicators by id or name, one with bodies."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.actuals.columns import COLUMNS, WORKBOOKS
from shizhong_cli.reading.files import read_bytes
from shizhong_cli.reading.finding import Finder
from shizhong_cli.reading.tables import TableRow, read_csv

INDICATORS = (*COLUMNS["indicator"], "指标名称", "name", "id", "名称")
BODIES = ("牵头单位", "责任单位", "responsible", "body", "单位名称")


def read_bodies(catalogue: Catalogue, path: Path) -> dict[str, str]:
    """The body of each indicator, by id; a row without one says nothing. Raises ``CannotGoOn`` with every problem."""
    problems: list[Problem] = []
    rows = _rows(path, problems)
    if not rows:
        raise CannotGoOn(problems or [Problem(Place(str(path)), "Y005")])
    names, bodies = (_column(rows[0], headings) for headings in (INDICATORS, BODIES))
    if names is None or bodies is None:
        missing = [one[0] for one, at in (((INDICATORS), names), (BODIES, bodies)) if at is None]
        raise CannotGoOn([Problem(rows[0].place, "A005", expected=", ".join(missing))])
    found = _found(catalogue, rows[1:], names, bodies, problems)
    problems += [Problem(place, "A039", id) for id, (_, place) in found.items() if not catalogue.targets_of(id)]
    if problems:
        raise CannotGoOn(problems)
    return {id: body for id, (body, _) in found.items()}


def _found(
    catalogue: Catalogue, rows: Sequence[TableRow], names: int, bodies: int, problems: list[Problem]
) -> dict[str, tuple[str, Place]]:
    """The body of each indicator with the place of its row; two of one indicator are a problem."""
    found: dict[str, tuple[str, Place]] = {}
    finder = Finder(catalogue)
    for row in rows:
        name, body = (_cell(row, at) for at in (names, bodies))
        if not name or not body:
            continue
        place = row.place._replace(column=names + 1)
        try:
            id = finder.find(name, place)
        except CannotGoOn as error:
            problems += error.problems
            continue
        if id in found and found[id][0] != body:
            problems.append(Problem(place, "A040", body, found[id][0]))
        found[id] = body, place
    return found


def _rows(path: Path, problems: list[Problem]) -> list[TableRow]:
    file = str(path)
    if path.suffix.lower() in WORKBOOKS:
        from shizhong_cli.reading.actuals.workbook import Headings, workbook_rows

        known = Headings({"indicator": INDICATORS, "responsible": BODIES}, ("indicator", "responsible"))
        return workbook_rows(path, file, problems, known)
    raw = read_bytes(path, file, problems)
    return [] if raw is None else list(read_csv(raw, file, problems, _is_header).rows)


def _is_header(cells: Sequence[str]) -> bool:
    plain = {cell.strip().casefold() for cell in cells}
    return not plain.isdisjoint(INDICATORS) and not plain.isdisjoint(BODIES)


def _column(header: TableRow, headings: tuple[str, ...]) -> int | None:
    plain = [cell.strip().casefold() for cell in header.cells]
    return next((plain.index(heading) for heading in headings if heading in plain), None)


def _cell(row: TableRow, position: int) -> str:
    return row.cells[position].strip() if position < len(row.cells) else ""
