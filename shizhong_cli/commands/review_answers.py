"""What the rows of a review sheet answer: each answer with its place, each row that says nothing with a problem."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from shizhong_cli.commands.review_rows import SheetRow, as_read, short
from shizhong_cli.commands.review_words import ANSWERS, CORRECT, DROP, IN_WORDS, codes, lists
from shizhong_cli.problems import Place, Problem
from shizhong_cli.tuples import NamedTuple

if TYPE_CHECKING:
    from shizhong_cli.writing.draft_review import Waiting


SHARED = ("name", "direction", "prices")
"""What all figures of an indicator have in common."""


class Answer(NamedTuple):
    """What one row says of the figure with a key."""

    row: SheetRow
    action: str
    changes: Mapping[str, str]

    @property
    def key(self) -> str:
        """Which figure it is about."""
        return self.row.key

    @property
    def place(self) -> Place:
        """The first cell that was changed or, where none was, the answer."""
        return self.row.cell(next(iter(self.changes), "answer"))[0]


class Answers(NamedTuple):
    """What all rows answer."""

    answers: tuple[Answer, ...] = ()
    gone: int = 0  # rows whose answer is in the draft already
    lost: tuple[SheetRow, ...] = ()  # rows about what the draft has neither as drafted nor as answered


def answers_of(rows: Sequence[SheetRow], waiting: Mapping[str, Waiting], problems: list[Problem]) -> Answers:
    """What the rows answer of the figures of a draft."""
    found = {_kept(_read(shown(it))) for it in waiting.values()}
    answers: list[Answer] = []
    gone, lost = 0, []
    for row in rows:
        before = len(problems)
        problems += _unknown(row, waiting.get(row.key))
        if len(problems) > before:
            continue
        if (it := waiting.get(row.key)) is not None:
            answer = _answer(row, it, problems)
            if answer and answer.action == CORRECT and not answer.changes:
                gone += 1  # it was corrected when the sheet was read before
            elif answer:
                answers.append(answer)
        elif (is_done := _is_done(row, found)) is not None:
            gone += is_done
            lost += [] if is_done else [row]
    problems += _at_odds(answers, waiting)
    return Answers(tuple(answers), gone, tuple(lost))


_Kept = tuple[str, ...]
"""What stays of a row in the draft when it was answered: role, measure, figure, period."""


def _is_done(row: SheetRow, found: set[_Kept]) -> bool | None:
    """Whether the draft is already as a row has it, by the figures it holds; nothing where the row says nothing."""
    changes = _changed(row.cells, row.drafted)
    action = codes("review.answer", ANSWERS).get(row.cells["answer"].casefold(), "")
    drafted, answered = _kept(row.drafted), _kept({**row.drafted, **changes})
    if action == DROP:
        return found.isdisjoint((drafted, answered))
    return answered in found if action or changes else None


def _kept(cells: Mapping[str, str]) -> _Kept:
    from shizhong_cli.writing.draft_review import as_meant

    return tuple(as_meant(name, cells.get(name, "")) for name in ("role", "measure", "figure", "period"))


def _read(cells: Mapping[str, str]) -> dict[str, str]:
    """Cells as they come back from a workbook."""
    return {name: as_read(text) for name, text in cells.items()}


def _answer(row: SheetRow, it: Waiting, problems: list[Problem]) -> Answer | None:
    """What one row says; nothing where it says nothing yet, or two things at once.

    A cell says something where it is not as the sheet was written: the draft may have been changed since, by another
    row about the same indicator or by hand, and what nobody touched must not turn that back.
    """
    as_it_is = _read(shown(it))
    touched = _changed(row.cells, {name: row.drafted.get(name, text) for name, text in as_it_is.items()})
    changes = {name: value for name, value in touched.items() if value != as_it_is[name]}
    action = codes("review.answer", ANSWERS).get(row.cells["answer"].casefold(), "")
    told = list(_contradictions(row, action, touched, changes))
    problems += told
    if changes and action != DROP:
        action = CORRECT
    return Answer(row, action, changes) if action and not told else None


def _contradictions(
    row: SheetRow, action: str, touched: Mapping[str, str], changes: Mapping[str, str]
) -> Iterator[Problem]:
    """What a row says and does not say: corrected and nothing changed, dropped and changed, a figure without a time."""
    from shizhong_cli.writing.draft_review import NEEDED

    place, cell = row.cell("answer")
    if action == CORRECT and not touched:
        yield Problem(place, "N009", expected=cell)
    for column in changes if action == DROP else ():
        at, changed = row.cell(column)
        yield Problem(at, "N018", cell, changed)
    for column in NEEDED if action != DROP else ():
        if changes.get(column) == "":
            at, emptied = row.cell(column)
            yield Problem(at, "N017", short(row.drafted.get(column, "")), emptied)
    if (action or changes) and not row.is_of_report:
        yield Problem(place, "N020", short(row.drafted.get("before", "") or row.drafted.get("after", "")))


def _changed(cells: Mapping[str, str], drafted: Mapping[str, str]) -> dict[str, str]:
    """The cells to fill that are not as they were written, those with a list behind them as codes."""
    from shizhong_cli.writing.draft_review import EDITABLE

    typed = {name: cells[name] for name in EDITABLE}
    typed |= {name: known.get(typed[name].casefold(), typed[name]) for name, known in lists()}
    return {name: text for name, text in typed.items() if text != drafted.get(name, "")}


def _unknown(row: SheetRow, it: Waiting | None) -> Iterator[Problem]:
    """The cells with a list behind them that hold nothing of it, nor what they held before."""
    held = {**(shown(it) if it else {}), **row.drafted, "answer": ""}
    for column, known in (("answer", codes("review.answer", ANSWERS)), *lists()):
        typed, before = row.cells[column], held.get(column, "")
        fit = {word for word, code in known.items() if code != IN_WORDS or code == before}
        if typed.casefold() not in fit and typed != before:
            place, cell = row.cell(column)
            yield Problem(place, "N008", typed, cell, " / ".join(word for word in known if word in fit and word))


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
                place, cell = answer.row.cell(column)
                yield Problem(place, "N013", answer.row.cells[column], cell, first.row.cell(column)[1])


def shown(it: Waiting) -> dict[str, str]:
    """What can be corrected, as it is."""
    typed = {key: it.fields.get(key, "").strip("'\"") for key in ("unit", "period", "since", "section")}
    of_indicator = {"direction": it.direction, "prices": it.prices}
    return {"name": it.name, "figure": it.figure, "role": it.role.value, "measure": it.measure, **typed, **of_indicator}
