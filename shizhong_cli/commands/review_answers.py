"""What the rows of a review sheet answer: each answer with its place, each row that says nothing with a problem."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
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

    row: TableRow
    key: str
    action: str
    changes: Mapping[str, str]
    columns: Mapping[str, int]

    @property
    def place(self) -> Place:
        """The first cell that was changed or, where none was, the answer."""
        return self.cell(next(iter(self.changes), "answer"))[0]

    def cell(self, column: str) -> tuple[Place, str]:
        """The place of a cell of the row, and what Excel calls it."""
        return cell_of(self.row, self.columns[column])


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
            gone += bool(cells["answer"] or _changed(cells, _drafted(cells)))
        elif answer := _answer(row, cells, columns, it, problems):
            if answer.action == CORRECT and not answer.changes:
                gone += 1  # it was corrected when the sheet was read before
            else:
                answers.append(answer)
    problems += _at_odds(answers, waiting)
    return answers, gone


def _odd_row(
    row: TableRow, cells: Mapping[str, str], columns: Mapping[str, int], seen: dict[str, TableRow]
) -> Problem | None:
    """What is wrong with a row that is none of the sheet, or says something of a figure that another row is about."""
    place, cell = cell_of(row, columns["key"])
    key = cells["key"]
    if not _KEY.fullmatch(key):
        return Problem(place, "N011", key, cell) if any(row.cells) else None
    if key in seen:
        return Problem(place, "N012", cell, cell_of(seen[key], columns["key"])[1])
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
    """What one row says; nothing where it says nothing yet, or what nobody knows.

    A cell says something where it is not as the sheet was written: the draft may have been changed since, by another
    row about the same indicator or by hand, and what nobody touched must not turn that back.
    """
    if not (_are_known(row, cells, columns, it, problems)):
        return None
    as_it_is = shown(it)
    touched = _changed(cells, {**as_it_is, **_drafted(cells)})
    changes = {name: value for name, value in touched.items() if value != as_it_is.get(name)}
    action = codes("review.answer", ANSWERS).get(cells["answer"].casefold(), "")
    if action == CORRECT and not touched:
        place, cell = cell_of(row, columns["answer"])
        problems.append(Problem(place, "N009", expected=cell))
        return None
    if changes and action != DROP:
        action = CORRECT
    return Answer(row, cells["key"], action, changes, columns) if action else None


def _changed(cells: Mapping[str, str], drafted: Mapping[str, str]) -> dict[str, str]:
    """The cells that are not as they were written, those with a list behind them as codes."""
    typed = {name: cells[name] for name in drafted if name in cells}
    typed |= {name: known.get(typed[name].casefold(), typed[name]) for name, known in _lists() if name in typed}
    return {name: text for name, text in typed.items() if text != drafted[name]}


def _drafted(cells: Mapping[str, str]) -> dict[str, str]:
    """What a row said when the sheet was written; nothing on a sheet that does not keep it."""
    try:
        kept = json.loads(cells.get("drafted", ""))
    except ValueError:
        return {}
    return {str(name): str(text) for name, text in kept.items()} if isinstance(kept, dict) else {}


def _are_known(
    row: TableRow, cells: Mapping[str, str], columns: Mapping[str, int], it: Waiting, problems: list[Problem]
) -> bool:
    """Whether the cells with a list behind them hold something of it, or what they held before."""
    before, as_it_is = len(problems), {**shown(it), **_drafted(cells), "answer": ""}
    for column, known in (("answer", codes("review.answer", ANSWERS)), *_lists()):
        if column not in columns or (typed := cells[column]).casefold() in known or typed == as_it_is[column]:
            continue
        place, cell = cell_of(row, columns[column])
        problems.append(Problem(place, "N008", typed, cell, " / ".join(word for word in known if word)))
    return len(problems) == before


def _at_odds(answers: Sequence[Answer], waiting: Mapping[str, Waiting]) -> Iterator[Problem]:
    """What two rows say differently of one indicator, whose name, direction and prices all its figures share."""
    owners = {it.name: it.indicator for it in waiting.values()}
    told: dict[tuple[str, ...], Answer] = {}
    for answer in answers:
        if answer.action != CORRECT:
            continue
        it, changes = waiting[answer.key], answer.changes
        id = owners.get(changes.get("name", ""), it.indicator)
        measure = changes.get("measure", it.measure)
        shared = {"direction": (id,), "prices": (id, measure)} | ({"name": (id,)} if id == it.indicator else {})
        for column in (name for name in shared if name in changes):
            first = told.setdefault((column, *shared[column]), answer)
            if first.changes[column] != changes[column]:
                place, cell = answer.cell(column)
                found = answer.row.cells[answer.columns[column]] if answer.changes[column] else ""
                yield Problem(place, "N013", found, cell, first.cell(column)[1])


def _lists() -> tuple[tuple[str, dict[str, str]], ...]:
    """What may stand in the cells that have a list behind them."""
    return (
        ("role", codes("role", roles())),
        ("measure", codes("measure", measures_of_all())),
        ("direction", codes("direction", directions())),
        ("prices", {**codes("prices", prices()), "": ""}),
    )


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


def cell_of(row: TableRow, column: int) -> tuple[Place, str]:
    """The place of a cell, and what Excel calls it."""
    from shizhong_cli.reading.actuals.workbook import letters

    assert row.place.line is not None
    return Place(row.place.file, row.place.line, column + 1), f"{letters(column + 1)}{row.place.line}"


def shown(it: Waiting) -> dict[str, str]:
    """What can be corrected, as it is."""
    typed = {key: it.fields.get(key, "").strip("'\"") for key in ("unit", "period", "since", "section")}
    of_indicator = {"direction": it.direction, "prices": it.prices}
    return {"name": it.name, "figure": it.figure, "role": it.role.value, "measure": it.measure, **typed, **of_indicator}
