"""Currencies by their codes where a table is too narrow for their English names: 98 m USD for 98 m US dollars."""

from __future__ import annotations

from functools import cache

from shizhong_cli.rendering.pages.sheet import Cell, Grid


def with_codes(grid: Grid) -> Grid:
    """The grid with the code of every currency whose English name is more than one word."""
    return grid._replace(rows=tuple(tuple(map(_cell_with_codes, row)) for row in grid.rows))


def _cell_with_codes(cell: Cell) -> Cell:
    return cell._replace(text=_with_codes(cell.text))


def _with_codes(text: str) -> str:
    for name, code in _codes():
        text = text.replace(f" {name}", f" {code}")
    return text


@cache
def _codes() -> tuple[tuple[str, str], ...]:
    from shizhong_cli.core.figure.units import BUILT_IN

    return tuple({(unit.name_en, unit.currency) for unit in BUILT_IN.values() if unit.currency and " " in unit.name_en})
