"""Findings as rows of plain text, the same for every machine-readable format; field names are fixed."""

from __future__ import annotations

from shizhong_cli.core.figure.exact import exact_text
from shizhong_cli.core.pack.rows import Row
from shizhong_cli.core.report.scanning.found import FoundNumber
from shizhong_cli.core.report.scanning.tables import Cell


def number_row(found: FoundNumber) -> Row:
    """One number of a text; what does not apply to its class is ``None``."""
    is_quantity = found.value is not None and found.measure is not None
    return {
        "start": found.start,
        "end": found.end,
        "paragraph": found.paragraph,
        "text": found.text,
        "class": found.class_.value,
        "unread": found.unread,
        "digits": found.digits or None,
        "value": exact_text(found.value),
        "unit": found.unit,
        "unknown_unit": found.unknown_unit or None,
        "qualifier": found.qualifier or None,
        "bound": found.bound.value if is_quantity else None,
        "low": exact_text(found.low),
        "high": exact_text(found.high),
        "estimated": found.estimated,
        "measure": found.measure.value if found.measure else None,
        "noun": found.noun or None,
        "period": found.period or None,
        "since": found.since or None,
        "in_table": found.cell is not None,
        **_heads(found.cell),
    }


def _heads(cell: Cell | None) -> Row:
    """The heads of a cell; nothing for one that has none, and for a number that stands in no table."""
    return {"row_head": (cell and cell.row) or None, "column_head": (cell and cell.column) or None}
