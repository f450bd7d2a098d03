"""Judged checks as rows of plain text; ratios are plain numbers (1/20 for 5 %)."""

from __future__ import annotations

from collections.abc import Mapping

from shizhong_cli.core.checking.check import Outcome
from shizhong_cli.core.checking.question import Question
from shizhong_cli.core.checking.terms import Verdict
from shizhong_cli.core.checking.verify import Report
from shizhong_cli.core.figure.exact import exact_text
from shizhong_cli.core.figure.interval import WholeNumbers
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.pack.rows import Row, interval_row
from shizhong_cli.core.pack.terms import Role


def figure_names(catalogue: Catalogue) -> dict[int, str]:
    """How every figure is called: by its reference, with ``#2`` where it is the second of that."""
    seen: dict[tuple[Role, str], int] = {}
    names = {}
    for figure in catalogue.entries():
        number = seen[figure.role, figure.reference] = seen.get((figure.role, figure.reference), 0) + 1
        names[id(figure)] = figure.reference if number == 1 else f"{figure.reference}#{number}"
    return names


def check_row(outcome: Outcome, message: str, names: Mapping[int, str]) -> Row:
    """One judged check; ``names`` are those of ``figure_names``."""
    check = outcome.check
    implied = None
    if outcome.implied is not None:
        implied = interval_row(outcome.implied) | {"whole_numbers": whole_row(outcome.whole)}
    return {
        "id": check.id,
        "kind": check.kind.value,
        "verdict": outcome.verdict.value,
        "rounding": outcome.rounding.value,
        "figures": [names.get(id(figure), name) for name, figure in check.figures.items()],
        "computed": interval_row(outcome.computed) if outcome.computed else None,
        "reported": interval_row(outcome.reported) if outcome.reported else None,
        "implied": implied,
        "as_read": interval_row(outcome.as_read) if outcome.as_read and not outcome.as_read.is_empty else None,
        "unit": check.unit or None,
        "power": exact_text(outcome.power),
        "typos_caught": outcome.caught,
        "typos": outcome.typos,
        "power_slips": exact_text(outcome.power_slips),
        "slips_caught": outcome.slips_caught,
        "slips": outcome.slips,
        "message": message,
        "file": check.place.file,
        "line": check.place.line,
    }


def summary_row(report: Report) -> Row:
    """How many checks came to what, and how many baseline figures are in none."""
    verdicts = [outcome.verdict for outcome in report.outcomes]
    return {
        "checks": len(verdicts),
        "verdicts": {verdict.value: verdicts.count(verdict) for verdict in Verdict},
        "questions": len(report.open_questions),
        "silenced": len(report.questions) - len(report.open_questions),
        "unchecked": len(report.unchecked),
    }


def check_cells(row: Row) -> Row:
    """A check row with every inner field there, so that tables of different reports have the same columns."""
    blank = interval_row(None)
    whole = dict.fromkeys(("count", "first", "last", "all"))
    implied = row["implied"] if isinstance(row["implied"], dict) else blank
    return row | {
        **{field: row[field] or blank for field in ("computed", "reported", "as_read")},
        "implied": implied | {"whole_numbers": implied.get("whole_numbers") or whole},
    }


def question_row(question: Question, message: str) -> Row:
    """One question."""
    return {
        "code": question.rule.value,
        "figures": [figure.reference for figure in question.figures],
        "message": message,
        "computed": interval_row(question.computed) if question.computed else None,
        "silenced": question.silenced or None,
        "file": question.figures[0].place.file,
        "line": question.figures[0].place.line,
    }


def whole_row(numbers: WholeNumbers | None) -> Row | None:
    """Count, first and last, and all of them when there are ten or fewer."""
    if numbers is None:
        return None
    count = numbers.count
    first, last = (None, None) if count == 0 else (numbers.first, numbers.last)
    return {
        "count": count,
        "first": None if first is None else str(first),
        "last": None if last is None else str(last),
        "all": [str(n) for n in numbers.listed] if count is not None and count <= 10 else None,
    }
