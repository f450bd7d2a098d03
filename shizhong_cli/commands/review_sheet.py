"""Answering what a draft guessed on a sheet: ``draft --sheet``.

All answers of a sheet are written together or, where one cannot be, none of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from shizhong_cli.commands.shared import say
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.rendering.wording import Language, Words

if TYPE_CHECKING:
    from shizhong_cli.reading.tables import TableRow
    from shizhong_cli.writing.draft_review import Files, Waiting

_AROUND = (40, 24)
_ACCEPT, _CORRECT, _DROP = _ANSWERS = ("accept", "correct", "drop")
_NEEDED = ("answer", "figure", "key")


class _Answer(NamedTuple):
    """What one row says of the figure with a key."""

    place: Place
    key: str
    action: str
    changes: Mapping[str, str]


def review_on_sheet(folder: Path, text: str, sheet: Path, words: Words) -> None:
    """Write the sheet, or read the answers of the one that is there. Raises ``CannotGoOn``."""
    if not sheet.exists():
        _write_sheet(folder, text, sheet, words)
        return
    files = _files(folder)
    problems: list[Problem] = []
    answers, gone = _answers(sheet, files, problems)
    if problems:
        raise CannotGoOn(problems)
    answered = _applied(files, answers, words)
    if answers:
        _write_files(folder, answered)
    counts = Counter(answer.action for answer in answers)
    left = len(_waiting(answered))
    said = {"accepted": counts[_ACCEPT], "corrected": counts[_CORRECT], "dropped": counts[_DROP]}
    say(words("review.sheet_read", file=sheet, gone=gone, left=left, **said))


def _write_sheet(folder: Path, text: str, sheet: Path, words: Words) -> None:
    from shizhong_cli.rendering.formats.workbook_review import review_bytes
    from shizhong_cli.writing.files import write_whole

    lines = text.splitlines()
    rows = [_row(key, it, lines, words) for key, it in _waiting(_files(folder)).items()]
    choices = {
        "answer": [words(f"review.answer.{answer}") for answer in _ANSWERS],
        "role": [words(f"role.{role}") for role in _roles()],
        "measure": [words(f"measure.{measure}") for measure in _measures()],
    }
    write_whole(sheet, review_bytes(rows, choices, words), replace=False)
    say(words("review.sheet_written", number=len(rows), file=sheet))


def _files(folder: Path) -> Files:
    from shizhong_cli.reading.pack.places import BASELINES, TARGETS
    from shizhong_cli.writing.draft_review import Files

    return Files(*((folder / name).read_text(encoding="utf-8") for name in (BASELINES, TARGETS)))


def _write_files(folder: Path, files: Files) -> None:
    from shizhong_cli.reading.pack.places import BASELINES, TARGETS
    from shizhong_cli.writing.files import Purpose, write_together

    contents = {folder / BASELINES: files.baselines, folder / TARGETS: files.targets}
    write_together({path: text.encode("utf-8") for path, text in contents.items()}, True, Purpose.REVIEW)


def _waiting(files: Files) -> dict[str, Waiting]:
    """What waits for an answer, by a key that stays the same while other figures are answered."""
    from shizhong_cli.writing.draft_review import waiting

    found: dict[str, Waiting] = {}
    for it in waiting(files):
        place, period = f"{it.line}:{it.column}", it.fields.get("period", "")
        key = "|".join((it.role.value, it.indicator, place, it.measure, it.figure, period))
        while key in found:
            key += "+"
        found[key] = it
    return found


def _row(key: str, it: Waiting, lines: Sequence[str], words: Words) -> dict[str, str]:
    """A figure as a row, with the words around it."""
    line = lines[it.line - 1] if 0 < it.line <= len(lines) else ""
    at = max(0, it.column - 1)
    end = at + len(it.figure) if line.startswith(it.figure, at) else at
    return {
        **_shown(it),
        "before": line[max(0, at - _AROUND[0]) : at],
        "after": line[end : end + _AROUND[1]],
        "role": words(f"role.{it.role.value}"),
        "measure": words(f"measure.{it.measure}"),
        "guessed": words("list.separator").join(words(f"draft.doubt.{guess}") for guess in it.guessed),
        "line": f"{it.line}:{it.column}",
        "key": key,
    }


def _shown(it: Waiting) -> dict[str, str]:
    """What can be corrected, as it is."""
    typed = {key: it.fields.get(key, "").strip("'\"") for key in ("unit", "period", "since", "section")}
    return {"name": it.name, "figure": it.figure, "role": it.role.value, "measure": it.measure, **typed}


def _answers(sheet: Path, files: Files, problems: list[Problem]) -> tuple[list[_Answer], int]:
    """What the rows answer, and how many answer what waits no more."""
    from shizhong_cli.reading.actuals.workbook import Headings, workbook_rows
    from shizhong_cli.rendering.formats.workbook_review import COLUMNS

    known = _named("review.column", COLUMNS)
    table = workbook_rows(sheet, str(sheet), problems, Headings(_spellings(known), _NEEDED))
    if not table:
        return [], 0
    columns = {known[text.casefold()]: n for n, text in enumerate(table[0].cells) if text.casefold() in known}
    waiting, answers, gone = _waiting(files), [], 0
    for row in table[1:]:
        cells = {name: row.cells[n].strip() if n < len(row.cells) else "" for name, n in columns.items()}
        if (it := waiting.get(cells["key"])) is None:
            gone += bool(cells["answer"])
        elif answer := _answer(row, cells, columns, it, problems):
            answers.append(answer)
    return answers, gone


def _spellings(known: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The names of each column."""
    spelled: dict[str, tuple[str, ...]] = {}
    for word, column in known.items():
        spelled[column] = (*spelled.get(column, ()), word)
    return spelled


def _answer(
    row: TableRow, cells: Mapping[str, str], columns: Mapping[str, int], it: Waiting, problems: list[Problem]
) -> _Answer | None:
    """What one row says; nothing where it says nothing yet, or what nobody knows."""
    coded = dict(cells)
    before = len(problems)
    for column, codes in (("answer", _codes("review.answer", _ANSWERS)), *_of_cells(it)):
        if (typed := cells.get(column, "").casefold()) in codes:
            coded[column] = codes[typed]
        elif typed:
            place, cell = _cell(row, columns[column])
            problems.append(Problem(place, "N008", cells[column], cell, " / ".join(dict.fromkeys(codes))))
    if len(problems) > before:
        return None
    shown = _shown(it)
    changes = {name: coded[name] for name in shown if name in columns and coded[name] != shown[name]}
    action = coded["answer"]
    if action == _CORRECT and not changes:
        place, cell = _cell(row, columns["answer"])
        problems.append(Problem(place, "N009", expected=cell))
        return None
    if changes and action != _DROP:
        action = _CORRECT
    changed = next(iter(changes), "answer")
    return _Answer(_cell(row, columns[changed])[0], cells["key"], action, changes) if action else None


def _of_cells(it: Waiting) -> tuple[tuple[str, dict[str, str]], ...]:
    """What may stand in the cells for role and measure."""
    measures = dict.fromkeys((*_measures(), it.measure))
    return ("role", _codes("role", _roles())), ("measure", _codes("measure", measures))


def _codes(prefix: str, codes: Iterable[str]) -> dict[str, str]:
    """The words of both languages for codes, and the codes, each with its code."""
    listed = list(codes)
    return {**_named(prefix, listed), **{code: code for code in listed}}


def _named(prefix: str, codes: Sequence[str]) -> dict[str, str]:
    """The words of both languages for codes, in small letters."""
    named: dict[str, str] = {}
    for words in map(Words, Language):
        named |= {words(f"{prefix}.{code}").casefold(): code for code in codes}
    return named


def _roles() -> tuple[str, ...]:
    from shizhong_cli.core.pack.terms import Role

    return Role.BASELINE.value, Role.TARGET.value


def _measures() -> tuple[str, ...]:
    from shizhong_cli.core.figure.terms import Measure

    return tuple(measure.value for measure in Measure)


def _cell(row: TableRow, column: int) -> tuple[Place, str]:
    """The place of a cell, and what Excel calls it."""
    from shizhong_cli.reading.actuals.workbook import letters

    assert row.place.line is not None
    return Place(row.place.file, row.place.line, column + 1), f"{letters(column + 1)}{row.place.line}"


def _applied(files: Files, answers: Sequence[_Answer], words: Words) -> Files:
    """The files with all answers in them. Raises ``CannotGoOn`` where one cannot be written."""
    answered, problems = files, []
    for answer in answers:
        answered, reason = _with(answered, answer, words)
        if reason:
            problems.append(Problem(answer.place, "N010", reason))
    if not problems and (said := _refused(answered, words)):
        alone = ((answer, _refused(_with(files, answer, words)[0], words)) for answer in answers)
        problems = [Problem(it.place, "N010", why) for it, why in alone if why] or [
            Problem(answers[0].place, "N010", said)
        ]
    if problems:
        raise CannotGoOn(problems)
    return answered


def _with(files: Files, answer: _Answer, words: Words) -> tuple[Files, str]:
    """The files with one answer in them, or why it says nothing that can be done."""
    from shizhong_cli.writing.draft_review import CannotCorrect, accepted, corrected, dropped

    it = _waiting(files)[answer.key]
    if answer.action == _DROP:
        return dropped(files, it, words("review.reason")), ""
    if answer.action == _ACCEPT:
        return accepted(files, it), ""
    try:
        return corrected(files, it, answer.changes), ""
    except CannotCorrect as error:
        return files, ", ".join(error.words)


def _refused(files: Files, words: Words) -> str:
    """Why files would no longer load; nothing where they do."""
    from shizhong_cli.reading.pack.catalogue import read_texts
    from shizhong_cli.rendering.sentences.names import problem_message

    _, problems = read_texts(files.baselines, files.targets)
    return "; ".join(dict.fromkeys(problem_message(problem, words) for problem in problems))
