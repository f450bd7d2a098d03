"""What a comparison of text and data came to, as rows; and the numbers of a text as an index without the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from shizhong_cli.core.figure.exact import exact_text
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.core.pack.rows import Row
from shizhong_cli.core.pack.terms import Role
from shizhong_cli.core.report.compared import Coverage, Excluded, Match, Printed
from shizhong_cli.core.report.figure_text import as_figure
from shizhong_cli.core.report.near_misses import NearMisses
from shizhong_cli.core.report.scanning import NumberClass
from shizhong_cli.escapes.yaml import flow_mapping

CONTEXT = 15
"""Characters of the text that are shown on each side of a number."""
KINDS = ("undeclared", "unmatched", "misplaced", "outdated", "unlike", "excluded")
_UNDECIDED = "?"


def coverage_content(catalogue: Catalogue, coverage: Coverage, missing: tuple[str, ...]) -> Row:
    """Everything, as one object."""
    near, lines = NearMisses(coverage), ReadyLines(catalogue)
    return {
        "complete": coverage.is_complete,
        "matched": len(coverage.matched),
        "undeclared": [undeclared_row(lines, near, it) for it in coverage.undeclared],
        "unmatched": [unmatched_row(near, figure) for figure in coverage.unmatched],
        "misplaced": [match_row(match) for match in coverage.misplaced],
        "outdated": [
            {"text": it.text, "section": it.section or None, "reason": it.reason}
            | {"file": it.place.file, "line": it.place.line, "column": it.place.column}
            for it in coverage.outdated
        ],
        "unlike": [match_row(match) for match in coverage.unlike],
        "excluded": [excluded_row(it) for it in coverage.excluded],
        "sections_not_found": list(missing),
    }


def coverage_list(content: Row) -> list[Row]:
    """The same as one list, each row with what it is."""
    rows: list[Row] = []
    for kind in KINDS:
        rows += [{"finding": kind, **row} for row in _rows(content[kind])]
    return rows


def _rows(rows: object) -> Iterator[Row]:
    assert isinstance(rows, list)
    yield from rows


def undeclared_row(lines: ReadyLines, near_misses: NearMisses, it: Printed) -> Row:
    """A number that the data do not have, with the line to write."""
    number, near = it.number, near_misses.figure(it)
    return {
        "text": it.text,
        "value": exact_text(number.value),
        "unit": number.unit if number.unit is not None else number.unknown_unit,
        "unit_known": not number.unknown_unit,
        "bound": number.bound.value,
        "measure": number.measure.value if number.measure else None,
        "noun": number.noun or None,
        "context": context_of(it),
        **_where(it),
        "yaml": lines.line(it),
        "nearest": f"{near.reference} {near.printed}" if near else None,
    }


def unmatched_row(near_misses: NearMisses, figure: Figure) -> Row:
    """A figure that the text does not have."""
    near = near_misses.number(figure)
    return _figure(figure) | {
        "nearest": near.text if near else None,
        "nearest_line": near.line if near else None,
        "nearest_column": near.column if near else None,
    }


def match_row(match: Match) -> Row:
    """A figure with the number that it has in the text."""
    it = match.printed
    found = {
        "text": it.text,
        "qualifier": it.number.qualifier,
        "bound": it.number.bound.value,
        "context": context_of(it),
    }
    return _figure(match.figure) | {"found": found | _where(it)}


def excluded_row(it: Excluded) -> Row:
    """A number that is no figure, with the reason."""
    return {
        "text": it.printed.text,
        "class": it.printed.number.class_.value,
        "reason": it.exclusion.reason if it.exclusion else it.printed.number.class_.value,
        "declared": it.exclusion is not None,
        "context": context_of(it.printed),
        **_where(it.printed),
    }


def context_of(it: Printed) -> str:
    """The number with a few characters on each side; nothing where there is no text."""
    return f"{it.before[-CONTEXT:]}【{it.text}】{it.after[:CONTEXT]}" if it.has_text else ""


def _figure(figure: Figure) -> Row:
    return {
        "indicator": figure.indicator,
        "reference": figure.reference,
        "figure": figure.printed,
        "section": figure.section,
        "file": figure.place.file,
        "line": figure.place.line,
        "column": figure.place.column,
    }


def _where(it: Printed) -> Row:
    place: Row = {"section": it.section or None, "line": it.line, "column": it.column}
    if it.has_text:
        place |= {"paragraph": it.number.paragraph, "start": it.number.start, "end": it.number.end}
    return place


class ReadyLines:
    """Lines that declare numbers, as far as it can be told; ``?`` where the author has to decide."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.units = catalogue.units
        self.roles: dict[str, set[Role]] = {}
        self.periods: dict[tuple[str, Measure | None], Counter[str]] = {}
        for figure in catalogue.entries():
            self.roles.setdefault(figure.section, set()).add(figure.role)
            for measure in (figure.measure, None):
                self.periods.setdefault((figure.section, measure), Counter())[str(figure.period)] += 1

    def line(self, it: Printed) -> str:
        """The line of one number; the period is that of most figures of its section and measure."""
        written = as_figure(it.number, self.units)
        if written is None:
            return f"- {flow_mapping({'text': it.text, 'section': it.section, 'reason': _UNDECIDED})}"
        measure = it.number.measure or Measure.FLOW
        periods = self.periods.get((it.section, measure)) or self.periods.get((it.section, None))
        period = periods.most_common(1)[0][0] if periods else _UNDECIDED
        entries = {measure.value: written.text, "unit": "" if it.number.unit else _UNDECIDED, "period": period}
        if self.roles.get(it.section) == {Role.TARGET}:
            entries = {"indicator": _UNDECIDED, **entries, "binding": "task"}
        return f"- {flow_mapping(entries | {'section': it.section})}"


def index_rows(coverage: Coverage, printed: tuple[Printed, ...]) -> list[Row]:
    """The numbers of a text as facts: where, how printed, what they are, and the figure or the reason."""
    figures: dict[Printed, list[str]] = {}
    for match in (*coverage.matched, *coverage.misplaced):
        for it in filter(None, (match.printed, match.upper)):
            figures.setdefault(it, []).append(match.figure.reference)
    reasons = {it.printed: it.exclusion.reason if it.exclusion else "" for it in coverage.excluded}
    order: Counter[str] = Counter()
    rows = []
    for it in printed:
        order[it.section] += 1
        declared = " ".join(figures.get(it, ()))
        rows.append(_index_row(it, order[it.section]) | {"figure": declared, "reason": reasons.get(it, "")})
    return rows


def _index_row(it: Printed, order: int) -> Row:
    number = it.number
    words = number.qualifier.split(" ") if number.qualifier else []
    estimate = ["预计"] if number.estimated and "预计" not in words else []
    return {
        "section": it.section,
        "order": order,
        "number": it.text,
        "digits": number.digits,
        "value": exact_text(number.value) if number.class_ is NumberClass.QUANTITY else None,
        "unit": number.unit,
        "unknown_unit": number.unknown_unit,
        "qualifier": " ".join([*estimate, *words]),
        "bound": number.bound.value,
        "measure": number.measure.value if number.measure else None,
        "class": number.class_.value,
        "unread": "true" if number.unread else "",
    }
