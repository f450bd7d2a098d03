"""Tables as text, whatever file they come from."""

from __future__ import annotations

from typing import NamedTuple

from shizhong_cli.problems import Place


class TableRow(NamedTuple):
    """One row that is not blank. ``cells[0]`` is the first column; blank cells at the end may be missing."""

    place: Place  # of its first cell
    cells: tuple[str, ...]  # as a person typed them
