"""A number that the end of a page divides is whole where the last line was full and the next page goes on with it.

So much is proof within a page as well: paragraphs begin with an indentation, and the line on the next page has none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from shizhong_cli.core.report.scanning.joining import begins_anew, may_be_divided
from shizhong_cli.core.report.scanning.pages import is_page_number
from shizhong_cli.reading.report.pdf_rows import Row, is_of_a_grid

_OPEN = re.compile(r"[\u4e00-\u9fff][0-9][0-9.,，]*$")
_REST = re.compile(r"[.,，]?[0-9]")
_FULL = 1.0
"""How far from where lines end a full one may end, in parts of its size; and how far from where they begin."""
_FEWEST = 3
"""Lines of a page that reach as far."""


def whole_at_ends(texts: Sequence[str], pages: Sequence[Sequence[Row]]) -> list[str]:
    """The texts of pages, what goes on with a divided number moved to the page that it begins on."""
    whole = list(texts)
    for n, (one, other) in enumerate(pairwise(pages)):
        last, first = _last(one), next(iter(other), None)
        if last is None or first is None or not _is_divided(last, first, one, other):
            continue
        lines, following = whole[n].split("\n"), whole[n + 1].split("\n")
        at = max((i for i, line in enumerate(lines) if line.endswith(last[0].text)), default=-1)
        if at >= 0 and following[0].startswith(first[0].text):
            lines[at] += following.pop(0)
            whole[n], whole[n + 1] = "\n".join(lines), "\n".join(following)
    return whole


def _last(rows: Sequence[Row]) -> Row | None:
    """The last row of a page that is no page number."""
    return next((row for row in reversed(rows) if not is_page_number(_text(row))), None)


def _text(row: Row) -> str:
    return "\t".join(piece.text for piece in row).strip()


def _is_divided(last: Row, first: Row, one: Sequence[Row], other: Sequence[Row]) -> bool:
    text, following = _text(last), _text(first)
    is_open = _OPEN.search(text) and _REST.match(following) and not begins_anew(following)
    return bool(is_open or may_be_divided(text, following)) and _is_full(last, one) and _goes_on(first, [*one, *other])


def _is_full(row: Row, rows: Sequence[Row]) -> bool:
    """Whether a row ends where the lines of its page do."""
    near = [other for other in rows if _is_line(other) and abs(other[0].right - row[0].right) < _FULL * row[0].size]
    longer = [other for other in rows if _is_line(other) and other[0].right > row[0].right + _FULL * row[0].size]
    return _is_line(row) and len(near) >= _FEWEST and not longer


def _goes_on(row: Row, rows: Sequence[Row]) -> bool:
    """Whether a row begins where lines do, among lines of which some are indented."""
    lefts = [other[0].left for other in rows if _is_line(other)]
    margin, size = min(lefts, default=0.0), row[0].size
    return _is_line(row) and row[0].left - margin < _FULL * size and max(lefts) - margin > _FULL * size


def _is_line(row: Row) -> bool:
    return len(row) == 1 and not is_of_a_grid(row) and not is_page_number(_text(row))
