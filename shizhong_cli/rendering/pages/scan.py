"""The page of scan: every number in its surroundings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from shizhong_cli.core.figure.terms import Bound, NumberClass
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.report.scanning.found import FoundNumber
from shizhong_cli.rendering.pages.sheet import Cell, Column, Grid, Line, Sheet, Tone
from shizhong_cli.rendering.sentences.glosses import counted
from shizhong_cli.rendering.sentences.numbers import amount
from shizhong_cli.rendering.wording import Words

_BEFORE, _AFTER = 12, 6
_SIGNS = {Bound.ABOUT: "≈", Bound.AT_LEAST: "≥", Bound.MORE_THAN: "≥", Bound.AT_MOST: "≤", Bound.LESS_THAN: "<"}
"""What the wording promises, as in ``Written.entailed``: 超过 holds at the number itself."""
_TONES = {NumberClass.QUANTITY: Tone.STRONG, NumberClass.OTHER: Tone.FAINT}


def scan_sheet(text: str, found: Sequence[FoundNumber], words: Words) -> Sheet:
    """How many numbers there are of each class, and all of them in order."""
    columns = (
        Column(words("scan.paragraph"), right=True, narrowest=4),
        Column(words("scan.class"), narrowest=8),
        Column(words("scan.value"), narrowest=16),
        Column(words("column.measure"), narrowest=9),
        Column(words("scan.noun"), narrowest=14, optional=True),
        Column(words("scan.context"), narrowest=30),
    )
    rows = tuple(_row(text, number, words) for number in found)
    blocks: list[Line | Grid] = [Grid(columns, rows)] if rows else []
    return (*_totals(found, words), *blocks)


def _row(text: str, number: FoundNumber, words: Words) -> tuple[Cell, ...]:
    tone = Tone.WARN if number.unread else _TONES.get(number.class_, Tone.PLAIN)
    return (
        Cell(str(number.paragraph), Tone.FAINT),
        Cell(words("class.unread") if number.unread else words(f"class.{number.class_}"), tone),
        Cell(_value(number, words), Tone.BAD if number.unknown_unit else Tone.PLAIN),
        Cell(words(f"measure.{number.measure}") if number.measure else ""),
        Cell(_counted(number, words)),
        Cell(_context(text, number)),
    )


def _counted(number: FoundNumber, words: Words) -> str:
    """What is counted; of a cell of a table the heads of its row and its column, or that there are none."""
    if number.cell is None:
        return number.noun
    row, column = number.cell.row or words("scan.no_row"), number.cell.column or words("scan.no_column")
    return words("scan.cell", row=row, column=column)


def _value(number: FoundNumber, words: Words) -> str:
    """The value with its unit, and what its wording promises."""
    if number.class_ is not NumberClass.QUANTITY or number.value is None:
        return ""
    unknown = f" {words('scan.unknown', word=number.unknown_unit)}" if number.unknown_unit else ""
    unit = number.unit or ""
    value = amount(number.value, unit, words, unit_name=counted(unit, BUILT_IN, words))
    return f"{_SIGNS.get(number.bound, '')}{value}{unknown}"


def _context(text: str, number: FoundNumber) -> str:
    before = _flat(text[max(0, number.start - 3 * _BEFORE) : number.start])[-_BEFORE:]
    after = _flat(text[number.end : number.end + 3 * _AFTER])[:_AFTER]
    return f"{before}【{_flat(text[number.start : number.end])}】{after}"


def _flat(text: str) -> str:
    """Without blanks and line ends."""
    return "".join(text.split())


def _totals(found: Sequence[FoundNumber], words: Words) -> list[Line]:
    counts = Counter(number.class_ for number in found)
    separator = words("list.separator")
    parts = separator.join(f"{words(f'class.{c}')} {counts[c]}" for c in NumberClass if counts[c])
    total = words("scan.total", number=len(found))
    lines = [Line(f"{total}{words('scan.colon')}{parts}" if parts else total)]
    if unread := sum(number.unread for number in found):
        lines.append(Line(words("scan.unread", number=unread), Tone.WARN))
    unknown = Counter(number.unknown_unit for number in found if number.unknown_unit)
    if not unknown:
        return [*lines, Line(words("scan.no_unknown"))]
    listed = separator.join(f"{word} ({count})" if count > 1 else word for word, count in unknown.most_common())
    return [*lines, Line(words("scan.unknown_units", number=sum(unknown.values()), units=listed), Tone.WARN)]
