"""What the rows of a review sheet answer: each answer with its place, each row that says nothing with a problem."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from shizhong_cli.problems import Place, Problem
from shizhong_cli.rendering.wording import Language, Words

if TYPE_CHECKING:
    from shizhong_cli.reading.tables import TableRow
    from shizhong_cli.writing.draft_review import Waiting

ACCEPT, CORRECT, DROP = ANSWERS = ("accept", "correct", "drop")
_NEEDED = ("answer", "figure", "key")


class Answer(NamedTuple):
    """What one row says of the figure with a key."""

    place: Place
    key: str
    action: str
    changes: Mapping[str, str]


def answers_on(sheet: Path, waiting: Mapping[str, Waiting], problems: list[Problem]) -> tuple[list[Answer], int]:
    """What the rows answer, and how many answer what waits no more."""
    from shizhong_cli.reading.actuals.workbook import Headings, workbook_rows
    from shizhong_cli.rendering.formats.workbook_review import COLUMNS

    known = _named("review.column", COLUMNS)
    table = workbook_rows(sheet, str(sheet), problems, Headings(_spellings(known), _NEEDED))
    if not table:
        return [], 0
    columns = {known[text.casefold()]: n for n, text in enumerate(table[0].cells) if text.casefold() in known}
    seen: dict[str, TableRow] = {}
    answers, gone = [], 0
    for row in table[1:]:
        cells = {name: row.cells[n].strip() if n < len(row.cells) else "" for name, n in columns.items()}
        if told := _odd_row(row, cells, columns, seen):
            problems.append(told)
        elif (it := waiting.get(cells["key"])) is None:
            gone += bool(cells["answer"])
        elif answer := _answer(row, cells, columns, it, problems):
            answers.append(answer)
    return answers, gone


def _odd_row(
    row: TableRow, cells: Mapping[str, str], columns: Mapping[str, int], seen: dict[str, TableRow]
) -> Problem | None:
    """What is wrong with a row that is none of the sheet, or says something of a figure that another row is about."""
    place, cell = _cell(row, columns["key"])
    key = cells["key"]
    if not _KEY.fullmatch(key):
        return Problem(place, "N011", key, cell) if any(row.cells) else None
    if key in seen:
        return Problem(place, "N012", cell, _cell(seen[key], columns["key"])[1])
    seen[key] = row
    return None


_KEY = re.compile(r"(?:baseline|target)\|[^|]+\|[0-9]+:[0-9]+\|[a-z_]*\|.*\|[^|]*")


def _spellings(known: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The names of each column."""
    spelled: dict[str, tuple[str, ...]] = {}
    for word, column in known.items():
        spelled[column] = (*spelled.get(column, ()), word)
    return spelled


def _answer(
    row: TableRow, cells: Mapping[str, str], columns: Mapping[str, int], it: Waiting, problems: list[Problem]
) -> Answer | None:
    """What one row says; nothing where it says nothing yet, or what nobody knows."""
    coded = _coded(row, cells, columns, it, problems)
    if coded is None:
        return None
    as_it_is = shown(it)
    changes = {name: coded[name] for name in as_it_is if name in columns and coded[name] != as_it_is[name]}
    action = coded["answer"]
    if action == CORRECT and not changes:
        place, cell = _cell(row, columns["answer"])
        problems.append(Problem(place, "N009", expected=cell))
        return None
    if changes and action != DROP:
        action = CORRECT
    changed = next(iter(changes), "answer")
    return Answer(_cell(row, columns[changed])[0], cells["key"], action, changes) if action else None


def _coded(
    row: TableRow, cells: Mapping[str, str], columns: Mapping[str, int], it: Waiting, problems: list[Problem]
) -> dict[str, str] | None:
    """The cells, those that a list is behind as codes; nothing where one is none of its list."""
    coded, before = dict(cells), len(problems)
    for column, known in (("answer", codes("review.answer", ANSWERS)), *_of_cells(it)):
        if (typed := cells.get(column, "").casefold()) in known:
            coded[column] = known[typed]
        elif typed or (column in columns and column != "answer"):
            place, cell = _cell(row, columns[column])
            problems.append(Problem(place, "N008", cells[column], cell, " / ".join(dict.fromkeys(known))))
    return coded if len(problems) == before else None


def _of_cells(it: Waiting) -> tuple[tuple[str, dict[str, str]], ...]:
    """What may stand in the cells for role and measure."""
    measures = dict.fromkeys((*measures_of_all(), it.measure))
    return ("role", codes("role", roles())), ("measure", codes("measure", measures))


def codes(prefix: str, of: Iterable[str]) -> dict[str, str]:
    """The words of both languages for codes, and the codes, each with its code."""
    listed = list(of)
    return {**_named(prefix, listed), **{code: code for code in listed}}


def _named(prefix: str, codes: Sequence[str]) -> dict[str, str]:
    """The words of both languages for codes, in small letters."""
    named: dict[str, str] = {}
    for words in map(Words, Language):
        named |= {words(f"{prefix}.{code}").casefold(): code for code in codes}
    return named


def roles() -> tuple[str, ...]:
    """The roles, as the files spell them."""
    from shizhong_cli.core.pack.terms import Role

    return Role.BASELINE.value, Role.TARGET.value


def measures_of_all() -> tuple[str, ...]:
    """The measures, as the files spell them."""
    from shizhong_cli.core.figure.terms import Measure

    return tuple(measure.value for measure in Measure)


def directions() -> tuple[str, ...]:
    """Which way is better, as the files spell it."""
    from shizhong_cli.core.pack.terms import Direction

    return tuple(direction.value for direction in Direction)


def prices() -> tuple[str, ...]:
    """The bases of prices, as the files spell them."""
    from shizhong_cli.core.pack.terms import PRICE_BASES

    return PRICE_BASES


def _cell(row: TableRow, column: int) -> tuple[Place, str]:
    """The place of a cell, and what Excel calls it."""
    from shizhong_cli.reading.actuals.workbook import letters

    assert row.place.line is not None
    return Place(row.place.file, row.place.line, column + 1), f"{letters(column + 1)}{row.place.line}"


def shown(it: Waiting) -> dict[str, str]:
    """What can be corrected, as it is."""
    typed = {key: it.fields.get(key, "").strip("'\"") for key in ("unit", "period", "since", "section")}
    return {"name": it.name, "figure": it.figure, "role": it.role.value, "measure": it.measure, **typed}
